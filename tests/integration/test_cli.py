"""The program as a user runs it: processes, pipes, signals, and real articles."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, QuerySolutions, RdfFormat, parse

from kg.cli.check import _read
from kg.graph import audit
from kg.iri import BASE
from kg.rdf.terms import article
from kg.store.library import INFERRED
from kg.store.oxigraph import OxigraphStore

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "data" / "articles" / "kazakistan-turkiye-saglik.txt"
GOLD = sorted((ROOT / "data" / "gold").glob("*.json"))[::6]
KG = [sys.executable, "-m", "kg"]
LONG = (
    "longer than 5 MB, which is no news article"
    " (split it: one article a file, or one a line in .jsonl)"
)
HOLD = (
    "import sys, pyoxigraph; s = pyoxigraph.Store(sys.argv[1]); print(flush=True); sys.stdin.read()"
)


def kg(
    *args: str | Path, code: int = 0, stdin: bytes | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*KG, *args], capture_output=True, check=False, input=stdin or b"", env=os.environ | env
    )
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr
    return done


def nquads(*inputs: str | Path, seed: str = "0") -> bytes:
    return kg("extract", "--format", "nquads", *inputs, PYTHONHASHSEED=seed).stdout


def dump(store: Path) -> bytes:
    return kg("export", "--format", "nquads", "--store", store).stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    kg("add", SEED, *GOLD, "--store", folder)
    return folder


def test_the_program_loads_no_engine_to_explain_itself() -> None:
    code = "import sys, kg.cli.main; print(*{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    heavy = {"rich", "pyoxigraph", "rdflib", "networkx", "owlready2", "pyshacl", "SPARQLWrapper"}
    assert not heavy & set(done.stdout.split())


def test_the_graph_is_the_same_for_every_hash_seed_order_and_number_of_workers() -> None:
    first = nquads(SEED, *GOLD, seed="1")
    assert first == nquads(*GOLD[::-1], SEED, seed="2")
    assert first == nquads("--jobs", "2", SEED, *GOLD, seed="3")
    assert first.splitlines() == sorted(set(first.splitlines()))


@pytest.mark.parametrize("form", ["trig", "turtle", "jsonld", "json"])
def test_every_format_is_the_same_for_every_hash_seed(form: str) -> None:
    one, other = (
        kg("extract", "--format", form, SEED, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
    )
    assert one == other


@pytest.mark.parametrize("form", ["trig", "graphml", "html", "json"])
def test_every_export_is_the_same_for_every_hash_seed(store: Path, form: str) -> None:
    one, other = (
        kg("export", "--format", form, "--store", store, PYTHONHASHSEED=seed).stdout
        for seed in ("1", "2")
    )
    assert one == other


def test_stores_are_the_same_for_every_order_and_number_of_workers(
    store: Path, tmp_path: Path
) -> None:
    kg("add", "--jobs", "2", *GOLD[::-1], SEED, "--store", tmp_path / "s", PYTHONHASHSEED="5")
    assert dump(tmp_path / "s") == dump(store)


def test_what_is_stored_is_what_is_extracted(store: Path) -> None:
    stored = [line for line in dump(store).splitlines() if INFERRED.encode() not in line]
    assert stored == nquads(SEED, *GOLD).splitlines()


def test_the_text_file_may_come_in_any_encoding(tmp_path: Path) -> None:
    text = SEED.read_text("utf-8")
    kept = nquads(SEED)
    for name, data in (
        ("utf-16", text.encode("utf-16")),
        ("windows", text.encode("cp1254")),
        ("lines", text.replace("\n", "\r\n").encode("utf-8-sig")),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / SEED.name).write_bytes(data)
        assert nquads(tmp_path / name) == kept


def test_adding_again_changes_nothing(store: Path) -> None:
    before = dump(store)
    done = json.loads(kg("add", "--json", SEED, *GOLD, "--store", store).stdout)
    assert (done["new"], done["known"], done["outdated"]) == (0, len(GOLD) + 1, 0)
    assert dump(store) == before


def test_removing_and_adding_again_gives_the_same_store(store: Path) -> None:
    before = dump(store)
    kg("remove", SEED.name, "--store", store)
    removed = dump(store)
    assert SEED.name.encode() not in removed
    assert len(removed) < len(before)
    kg("add", SEED, "--store", store)
    assert dump(store) == before


def test_no_fact_stands_outside_a_sentence_and_every_sentence_is_in_its_text(store: Path) -> None:
    with OxigraphStore(store, writable=False) as kept:
        outside = kept.query(f"""PREFIX bkg: <{BASE}ontology#>
            SELECT ?f ?g {{ ?f bkg:evidence ?any . GRAPH ?g {{ ?f ?p ?o }}
              FILTER NOT EXISTS {{ GRAPH ?article {{ ?g a bkg:Sentence ; bkg:article ?article }} }}
              FILTER(?g != <{INFERRED}>) }}""")
        assert isinstance(outside, QuerySolutions)
        assert list(outside) == []
        texts = {article(one.sha256): one.text for one in kept.texts.read()}
        rows = kept.query(f"""PREFIX bkg: <{BASE}ontology#>
            SELECT ?article ?begin ?finish ?exact {{
              ?s bkg:article ?article ; bkg:begin ?begin ; bkg:finish ?finish ;
                bkg:exact ?exact }}""")
        assert isinstance(rows, QuerySolutions)
        count = 0
        for row in rows:
            cells = [row[name] for name in ("begin", "finish", "exact")]
            begin, finish, exact = (one.value for one in cells if isinstance(one, Literal))
            assert texts[str(row["article"])[1:-1]][int(begin) : int(finish)] == exact
            count += 1
        assert count > 5 * len(texts)


def test_a_sentence_that_does_not_fit_its_text_is_found(tmp_path: Path) -> None:
    kg("add", SEED, "--store", tmp_path)
    with OxigraphStore(tmp_path, writable=True) as kept:
        assert list(audit.texts(kept, kept.texts.read())) == []
        (one,) = kept.texts.read()
        kept.texts.forget(lambda _: True)
        kept.texts.keep([type(one)(one.identifier, "x" + one.text, one.sha256)])
        assert len(list(audit.texts(kept, kept.texts.read()))) > 5


def test_roles_are_inferred_from_posts(store: Path) -> None:
    with OxigraphStore(store, writable=False) as kept:
        found = {str(quad.object).rpartition("#")[2][:-1] for quad in kept.quads(INFERRED)}
    assert {"Minister", "Ambassador", "Diplomat", "MinisterialPost"} <= found


def test_good_articles_are_done_beside_bad_ones(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\x00\x00")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "long.txt").write_bytes(b"x" * 20_000_000)
    inputs = (tmp_path / "none.txt", SEED, tmp_path)
    done = kg("extract", "--format", "nquads", *inputs, code=1)
    assert done.stdout == nquads(SEED)
    assert [line.rpartition("/")[2] for line in done.stderr.decode().splitlines()] == [
        "none.txt: no such file (check the path)",
        "binary.txt: this is a binary file (save the article as UTF-8 text)",
        "empty.txt: the file is empty",
        f"long.txt: {LONG}",
    ]
    added = kg("add", *inputs, "--store", tmp_path / "s", code=1)
    assert added.stdout.decode().splitlines()[-1] == "1 new, 0 known, 0 outdated, 4 rejected"
    assert added.stderr == done.stderr


def test_nothing_is_printed_where_all_is_rejected(tmp_path: Path) -> None:
    done = kg("extract", tmp_path / "none.txt", "-o", tmp_path / "out", code=3)
    assert done.stdout == b""
    assert list(tmp_path.iterdir()) == []


def test_articles_come_from_standard_input() -> None:
    text = SEED.read_bytes()
    piped = kg("extract", "--format", "nquads", "-", stdin=text).stdout
    assert piped == nquads(SEED).replace(SEED.name.encode(), b"stdin")


def test_a_store_in_use_is_one_line(store: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, store / "db"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        for args in (["add", SEED], ["stats"], ["query", "who-met-whom"], ["remove", "x"]):
            done = kg(*args, "--store", store, code=7)
            assert done.stderr.decode() == (
                f"kg: {store}: another process is using the store (wait for its end)\n"
            )
        holder.communicate()


def test_a_reader_that_stops_early_is_no_fault(store: Path) -> None:
    with subprocess.Popen(
        [*KG, "export", "--format", "nquads", "--store", store],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_an_interrupt_is_quiet() -> None:
    with subprocess.Popen(
        [*KG, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(1.5)  # until it waits for its input
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate()
    assert (process.returncode, out, errors) == (130, b"", b"")


def test_the_check_of_a_good_store_passes(store: Path) -> None:
    assert kg("check", "--store", store).stdout == b"nothing is wrong\n"


def test_files_of_every_format_can_be_checked(tmp_path: Path) -> None:
    wanted = set(parse(nquads(SEED), format=RdfFormat.N_QUADS))
    for form, name in (("nquads", "a.nq"), ("trig", "a.trig"), ("jsonld", "a.jsonld")):
        kg("extract", "--format", form, SEED, "-o", tmp_path / name)
        assert set(_read(str(tmp_path / name))) == wanted


@pytest.mark.needs("java", "default-jre-headless")
def test_the_reasoner_agrees_with_the_rules(tmp_path: Path) -> None:
    kg("add", SEED, "--store", tmp_path)
    assert kg("check", "--reason", "--store", tmp_path).stdout == b"nothing is wrong\n"
