from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pyoxigraph import QueryBoolean

from kg.errors import StoreError, StoreUnavailableError
from kg.store.oxigraph import OxigraphStore

LINE = "<urn:s> <urn:p> <urn:o> <urn:g> ."
HOLD = """
import sys, pyoxigraph
store = pyoxigraph.Store(sys.argv[1])
print("held", flush=True)
sys.stdin.read()
"""


def make(folder: Path) -> None:
    with OxigraphStore(folder, writable=True) as store:
        store.extend([LINE])
        store.flush()


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keep the engine's files open for writing in another process."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, folder / "db"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


def test_what_is_written_is_read_by_the_next(tmp_path: Path) -> None:
    make(tmp_path / "s")
    with OxigraphStore(tmp_path / "s", writable=False) as store:
        assert isinstance(found := store.query("ASK { ?s <urn:p> <urn:o> }"), QueryBoolean)
        assert bool(found)
        assert [str(quad.graph_name) for quad in store.quads()] == ["<urn:g>"]
        assert list(store.quads("urn:other")) == []


def test_a_batch_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    with OxigraphStore(tmp_path, writable=True) as store:
        with pytest.raises(StoreError, match="cannot be used"):
            store.extend([LINE, "<urn:broken"])
        with pytest.raises(StoreError, match="cannot be used"):
            store.update("INSERT DATA { <urn:s> <urn:p> <urn:o> } ; DROP GRAPH <urn:none>")
        assert list(store.quads()) == []


@pytest.mark.parametrize("writable", [True, False])
def test_a_store_that_another_process_holds_is_named(tmp_path: Path, *, writable: bool) -> None:
    make(tmp_path)
    with held(tmp_path):
        start = time.monotonic()
        with pytest.raises(StoreUnavailableError, match="another process") as caught:
            OxigraphStore(tmp_path, writable=writable)
        assert time.monotonic() - start < 1
    assert caught.value.where == str(tmp_path)
    assert caught.value.exit_code == 7


def test_patience_waits_for_the_other_process(tmp_path: Path) -> None:
    make(tmp_path)
    with held(tmp_path):
        start = time.monotonic()
        with pytest.raises(StoreUnavailableError):
            OxigraphStore(tmp_path, writable=False, patience=0.2)
        assert time.monotonic() - start >= 0.2


def test_a_reader_keeps_writers_out_until_it_closes(tmp_path: Path) -> None:
    make(tmp_path)
    write = [sys.executable, "-c", "import pyoxigraph, sys; pyoxigraph.Store(sys.argv[1])"]
    with OxigraphStore(tmp_path, writable=False):
        assert subprocess.run(
            [*write, tmp_path / "db"], capture_output=True, check=False
        ).returncode
    assert not subprocess.run(
        [*write, tmp_path / "db"], capture_output=True, check=False
    ).returncode


def test_two_readers_do_not_disturb_each_other(tmp_path: Path) -> None:
    make(tmp_path)
    code = (
        "from kg.store.oxigraph import OxigraphStore; from pathlib import Path; import sys;"
        "print(len(list(OxigraphStore(Path(sys.argv[1]), writable=False).quads())))"
    )
    with OxigraphStore(tmp_path, writable=False):
        other = subprocess.run(
            [sys.executable, "-c", code, tmp_path], capture_output=True, check=True
        )
    assert other.stdout == b"1\n"


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.doc").write_text("x")
    for writable in (True, False):
        with pytest.raises(StoreError, match="not a folder"):
            OxigraphStore(tmp_path / "file", writable=writable)
        with pytest.raises(StoreError, match="no store"):
            OxigraphStore(tmp_path / "other", writable=writable)
    with pytest.raises(StoreError, match="there is no store here"):
        OxigraphStore(tmp_path / "none", writable=False)
    assert not (tmp_path / "none").exists()
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["thesis.doc"]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("meta.json", '{"format": 99}', "another version"),
        ("meta.json", "[]", "another version"),
        ("meta.json", "{", "cannot read meta.json"),
        ("db/CURRENT", "x", "cannot be used"),
    ],
)
def test_a_damaged_or_newer_store_is_one_clear_line(
    tmp_path: Path, name: str, data: str, what: str
) -> None:
    make(tmp_path)
    (tmp_path / name).write_text(data)
    for writable in (True, False):
        with pytest.raises(StoreError, match=what) as caught:
            OxigraphStore(tmp_path, writable=writable)
        assert "\n" not in str(caught.value)


def test_a_store_without_the_engines_files_is_refused(tmp_path: Path) -> None:
    make(tmp_path)
    for path in (tmp_path / "db").iterdir():
        path.unlink()
    with pytest.raises(StoreError, match="cannot be used"):
        OxigraphStore(tmp_path, writable=False)
