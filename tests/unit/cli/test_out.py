from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.out import Progress, bold, note, write
from kg.errors import ConfigError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(pieces(), tmp_path / "out.nq")
    assert list(tmp_path.iterdir()) == []
    write(["whole", "\n"], tmp_path / "out.nq")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["whole\n"]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be written: no such file or directory"):
        write(["x"], tmp_path / "none" / "out.nq")


def test_notes_are_one_line_whatever_a_file_is_called(capsys: pytest.CaptureFixture[str]) -> None:
    note("a\nb\x1b[31m.txt: no such file")
    assert capsys.readouterr() == ("", "a?b?[31m.txt: no such file\n")


@pytest.mark.parametrize(
    ("stream", "env", "shown"),
    [
        (Terminal, {}, "\033[1mx\033[0m"),
        (Terminal, {"NO_COLOR": "1"}, "x"),
        (Terminal, {"TERM": "dumb"}, "x"),
        (io.StringIO, {}, "x"),
    ],
)
def test_colour_is_for_terminals_that_want_it(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], env: dict[str, str], shown: str
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", stream())
    assert bold("x") == shown


@pytest.mark.parametrize("stream", [Terminal, io.StringIO])
def test_progress_is_shown_on_terminals_only(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO]
) -> None:
    errors = stream()
    monkeypatch.setattr(sys, "stderr", errors)
    monkeypatch.setattr("kg.cli.out._EVERY", 0)
    progress = Progress("articles")
    progress.step()
    progress.step()
    progress.clear()
    shown = errors.getvalue()
    assert ("2 articles" in shown) is (stream is Terminal)
    assert shown.endswith("\033[K") is (stream is Terminal)
