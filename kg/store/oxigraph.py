"""The embedded store: a folder that one process writes or several read.

::

    kg-store/
      meta.json        format of the folder
      db/              the engine's files
      articles.jsonl   the stored texts (kg.store.texts)
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self, TypeVar

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.errors import StoreError, StoreUnavailableError
from kg.store.base import Answer
from kg.store.texts import Texts

if sys.platform != "win32":
    import fcntl

_FORMAT = 1
_DB, _META = "db", "meta.json"
_LOCK = "LOCK"
_PAUSE = 0.05  # seconds between two tries
T = TypeVar("T")


class OxigraphStore:
    """A folder opened for writing or for reading; use as a context manager."""

    def __init__(self, folder: Path, *, writable: bool, patience: float = 0.0) -> None:
        """Open the store in ``folder``; a writer makes it where there is none.

        Args:
            folder: The store's folder.
            writable: Whether to write; then no other process may read or write meanwhile.
            patience: How many seconds to wait for another process to end.

        Raises:
            StoreUnavailableError: another process holds the store.
            StoreError: there is no store, or it cannot be opened.
        """
        self.folder, self._writable = folder, writable
        self.texts = Texts(folder / "articles.jsonl")
        self._check(writable=writable)
        self._release = ExitStack()
        self._inner = self._patiently(
            self._open_to_write if writable else self._open_to_read, patience
        )
        if writable and not (folder / _META).exists():
            (folder / _META).write_text(json.dumps({"format": _FORMAT}) + "\n", "utf-8")

    def _check(self, *, writable: bool) -> None:
        """Refuse what is no store of ours before the engine touches it."""
        where, meta = str(self.folder), self.folder / _META
        try:
            kept = json.loads(meta.read_text("utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            if self.folder.exists() and not self.folder.is_dir():
                raise StoreError("not a folder", where=where) from None
            others = self.folder.is_dir() and any(self.folder.iterdir())
            if others and not (self.folder / _DB).is_dir():
                raise StoreError(
                    "this folder is no store", where=where, hint="name another with --store"
                ) from None
            if not writable and not others:
                raise StoreError(
                    "there is no store here", where=where, hint="make one: kg add FILE"
                ) from None
            return
        except (OSError, ValueError) as error:
            raise StoreError(f"cannot read {_META}", where=where) from error
        if not isinstance(kept, dict) or kept.get("format") != _FORMAT:
            raise StoreError(
                "the store was made by another version of kg", where=where, hint="update kg"
            )

    def _patiently(self, make: Callable[[], T], patience: float) -> T:
        """Call ``make`` until the store is free or patience ends."""
        end = time.monotonic() + patience
        while True:
            try:
                return make()
            except StoreUnavailableError:
                if time.monotonic() >= end:
                    raise
                time.sleep(_PAUSE)

    def _open_to_write(self) -> pyoxigraph.Store:
        try:
            (self.folder / _DB).mkdir(parents=True, exist_ok=True)
            return pyoxigraph.Store(str(self.folder / _DB))
        except (OSError, RuntimeError) as error:
            if "lock file" in str(error):
                raise self._held() from error
            raise self._broken(error) from error

    def _open_to_read(self) -> pyoxigraph.Store:
        """Open read-only under a shared lock on the engine's own lock file.

        The engine locks that file against other writers only, and reading beside a writer is
        undefined there; with this lock a writer and a reader keep each other out.
        """
        with ExitStack() as undo:
            try:
                lock = undo.enter_context((self.folder / _DB / _LOCK).open("rb"))
                if sys.platform != "win32":  # there the open file itself is the lock
                    fcntl.lockf(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
                inner = pyoxigraph.Store.read_only(str(self.folder / _DB))
            except (BlockingIOError, PermissionError) as error:
                raise self._held() from error
            except (OSError, RuntimeError) as error:
                raise self._broken(error) from error
            self._release = undo.pop_all()
        return inner

    def _held(self) -> StoreUnavailableError:
        return StoreUnavailableError(
            "another process is using the store", where=str(self.folder), hint="wait for its end"
        )

    def _broken(self, error: Exception) -> StoreError:
        what = " ".join(str(error).split())
        return StoreError(f"cannot be used: {what}", where=str(self.folder))

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def query(self, text: str) -> Answer:
        """Return the answer to a SPARQL 1.1 query over the union of all graphs.

        Raises:
            SyntaxError: the query is not SPARQL.
            StoreError: the store cannot be read.
        """
        try:
            return self._inner.query(text, use_default_graph_as_union=True)
        except (OSError, RuntimeError) as error:
            raise self._broken(error) from error

    def extend(self, lines: Iterable[str]) -> None:
        """Add lines of N-Quads: all of them or none."""
        try:
            self._inner.load("\n".join(lines), format=RdfFormat.N_QUADS)
        except (OSError, RuntimeError, SyntaxError) as error:
            raise self._broken(error) from error

    def update(self, text: str) -> None:
        """Run a SPARQL 1.1 update: all of it or nothing."""
        try:
            self._inner.update(text)
        except (OSError, RuntimeError, SyntaxError) as error:
            raise self._broken(error) from error

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield the quads of the graph with this IRI, or of all graphs."""
        return self._inner.quads_for_pattern(None, None, None, NamedNode(graph) if graph else None)

    def flush(self) -> None:
        """Return when everything written so far would survive a power cut.

        The engine commits without waiting for the disk, so its logs are synced from outside;
        once for a batch costs nothing that could be measured, the engine's own flush does.
        """
        folder = self.folder / _DB
        entries = [] if sys.platform == "win32" else [folder]  # a folder cannot be synced there
        for path in (*folder.glob("*.log"), *entries):
            with suppress(FileNotFoundError):  # a log may have been merged meanwhile
                handle = os.open(path, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)

    def close(self) -> None:
        """Let go of the store, so that other processes may use it.

        A writer leaves its log merged into the engine's tables: the next to open the store,
        reader or writer, would else replay it (0.5 s after fifty articles).
        """
        if self._writable:
            self._inner.flush()
        del self._inner
        self._release.close()
