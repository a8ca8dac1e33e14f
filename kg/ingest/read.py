"""Inputs of every kind become a stream of articles; what cannot be read is reported and passed.

Files may be compressed with gzip. Folders are walked in order of path; there, files of
other kinds, hidden files, README files and stores are passed over.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.config import Settings
from kg.errors import SourceError, UnreadableSourceError, UnsupportedSourceError
from kg.ingest import plain, records
from kg.ingest.base import Rejected
from kg.model.text import Article

Reader = Callable[[bytes, str, str], Article]
READERS: dict[str, Reader] = {".txt": plain.read, ".md": plain.read, ".json": records.read}
_LINES = ".jsonl"
_KINDS = (*READERS, _LINES)
_KNOWN = "use .txt, .md, .json or .jsonl, also with .gz, a folder, or - for standard input"
_STORE = frozenset(("db", "meta.json"))  # what a folder of kg.store.oxigraph has
Outcome = Article | Rejected


def read_all(inputs: Iterable[str], settings: Settings) -> Iterator[Outcome]:
    """Yield an article or a rejection for each thing in ``inputs``, in order; never raises.

    Args:
        inputs: Files, folders, or ``-`` for standard input.
        settings: ``article_bytes`` bounds each article.
    """
    for name in inputs:
        try:
            if name == "-":
                yield from _stdin(settings.article_bytes)
            else:
                yield from _path(name, settings.article_bytes)
        except SourceError as error:
            yield Rejected.of(error)


def _path(name: str, most: int) -> Iterator[Outcome]:
    """Yield what the file or folder ``name`` holds."""
    if name.startswith(("http://", "https://")):
        raise UnsupportedSourceError("pages are not fetched yet", where=name, hint="save the text")
    path = Path(name)
    try:
        folder = path.is_dir()
    except OSError as error:  # a name that is too long
        raise UnreadableSourceError("not a file name", where=name[:80]) from error
    if not folder:
        yield from _file(path, name, most)
        return
    files = list(_walk(path))
    if not files:
        raise UnreadableSourceError("no articles in this folder", where=name, hint=_KNOWN)
    for file in files:
        try:
            yield from _file(file, str(file), most)
        except SourceError as error:
            yield Rejected.of(error)


def _walk(folder: Path) -> Iterator[Path]:
    """Yield the articles below ``folder`` in order of path; links to folders are not followed."""
    for here, folders, files in os.walk(folder):
        if {*folders, *files} >= _STORE:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            hidden = name.startswith(".") or name.lower().startswith("readme.")
            if not hidden and _kind(name) in _KINDS:
                yield Path(here, name)


def _kind(name: str) -> str:
    """Return the suffix that decides the reader, without ``.gz``."""
    return Path(name.lower().removesuffix(".gz")).suffix


def _file(path: Path, where: str, most: int) -> Iterator[Outcome]:
    """Yield the article of one file, or the articles of its lines."""
    kind = _kind(path.name)
    if not path.exists():
        raise UnreadableSourceError("no such file", where=where, hint="check the path")
    if not path.is_file():
        raise UnreadableSourceError("not a regular file", where=where, hint="use - to read a pipe")
    if kind not in _KINDS:
        what = f"no reader for {kind} files" if kind else "no reader for files without a suffix"
        raise UnsupportedSourceError(what, where=where, hint=_KNOWN)
    try:
        with _open(path) as stream:
            if kind == _LINES:
                yield from _records(_lines(stream, most), path.name, where, most)
            else:
                yield READERS[kind](_whole(stream, where, most), path.name, where)
    except (OSError, EOFError, zlib.error) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        what = (reason or "damaged gzip file").lower()
        raise UnreadableSourceError(what, where=where) from error


def _open(path: Path) -> BinaryIO | gzip.GzipFile:
    return gzip.open(path, "rb") if path.name.lower().endswith(".gz") else path.open("rb")


def _whole(stream: BinaryIO | gzip.GzipFile, where: str, most: int, start: bytes = b"") -> bytes:
    """Return all of ``stream`` after ``start``, reading no more than an article may have."""
    data = start + stream.read(most + 1 - len(start))
    if len(data) > most:
        raise _too_long(where, most)
    if not data:
        raise UnreadableSourceError("the file is empty", where=where)
    return data


def _too_long(where: str, most: int) -> SourceError:
    return UnreadableSourceError(
        f"longer than {most / 1e6:g} MB, which is no news article",
        where=where,
        hint="split it: one article a file, or one a line in .jsonl",
    )


def _records(lines: Iterable[bytes | None], name: str, where: str, most: int) -> Iterator[Outcome]:
    """Yield the article of each line that is not blank; a bad line does not stop the rest."""
    empty = True
    for number, line in enumerate(lines, 1):
        spot = f"{where}:{number}"
        if line is not None and not line.strip():
            continue
        empty = False
        try:
            if line is None:
                raise _too_long(spot, most)
            yield records.read(line, f"{name}#{number}", spot)
        except SourceError as error:
            yield Rejected.of(error)
    if empty:
        raise UnreadableSourceError("the file is empty", where=where)


def _lines(stream: BinaryIO | gzip.GzipFile, most: int) -> Iterator[bytes | None]:
    """Yield the lines of ``stream``; None in place of one that is longer than an article."""
    while line := stream.readline(most + 1):
        if len(line) <= most:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(most)
        yield None


def _stdin(most: int) -> Iterator[Outcome]:
    """Yield what standard input holds: JSON Lines or JSON if it begins with ``{``, else text."""
    where, name = "standard input", "stdin"
    stream = sys.stdin.buffer
    first = stream.readline(most + 1)
    while first and not first.strip():
        first = stream.readline(most + 1)
    if not first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        yield plain.read(_whole(stream, where, most, first), name, where)
    elif _complete(first):
        yield from _records(chain([first], _lines(stream, most)), name, where, most)
    else:
        yield records.read(_whole(stream, where, most, first), name, where)


def _complete(line: bytes) -> bool:
    """Return whether ``line`` is JSON by itself, so that each line is an article."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
