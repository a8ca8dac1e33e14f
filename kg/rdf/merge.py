"""Sort more lines than memory holds: sorted runs on disk, merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TextIO

_RUN = 500_000  # lines kept in memory: about 150 MB of quads


def merge(batches: Iterable[list[str]], run: int = _RUN) -> Iterator[str]:
    """Yield every line of ``batches`` once, sorted by code point (which is by UTF-8 byte).

    Args:
        batches: Lists of lines without line ends.
        run: The number of lines to sort in memory at a time.
    """
    with ExitStack() as stack:
        files: list[TextIO] = []
        held: set[str] = set()
        for batch in batches:
            held.update(batch)
            if len(held) >= run:
                files.append(stack.enter_context(_spill(sorted(held))))
                held = set()
        runs: list[Iterator[str]] = [(line[:-1] for line in file) for file in files]
        last = None
        for line in heapq.merge(*runs, sorted(held)) if runs else sorted(held):
            if line != last:
                yield line
            last = line


def _spill(lines: list[str]) -> TextIO:
    """Return a temporary file with ``lines``, at its beginning."""
    file = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  the caller's stack closes it
    file.writelines(line + "\n" for line in lines)
    file.seek(0)
    return file
