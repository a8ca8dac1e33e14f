"""What commands print: results to standard output, everything else to standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from kg.errors import ConfigError

_EVERY = 0.2  # seconds between two states of the progress line
_PART = ".part"


def write(pieces: Iterable[str], target: Path | None) -> None:
    """Write ``pieces`` to standard output, or to a file that appears only when complete.

    Raises:
        ConfigError: the file cannot be written.
    """
    if target is None:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
        return
    part = target.with_name(target.name + _PART)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        part.replace(target)
    except OSError as error:
        what = (error.strerror or str(error)).lower()
        raise ConfigError(f"cannot be written: {what}", where=str(target)) from error
    finally:
        part.unlink(missing_ok=True)


def note(line: object) -> None:
    """Print one line for the person, not for the pipe; names of files may hold anything."""
    print("".join(c if c.isprintable() else "?" for c in str(line)), file=sys.stderr)


def bold(text: str) -> str:
    """Return ``text`` in bold where standard output is a terminal that may be coloured."""
    return f"\033[1m{text}\033[0m" if _coloured() else text


def faint(text: str) -> str:
    """Return ``text`` faint where standard output is a terminal that may be coloured."""
    return f"\033[2m{text}\033[0m" if _coloured() else text


def _coloured() -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


class Progress:
    """A line on standard error that counts; silent unless that is a terminal."""

    def __init__(self, what: str) -> None:
        """Count ``what``, a plural noun."""
        self._what, self._count, self._shown = what, 0, time.monotonic()
        self._live = sys.stderr.isatty()

    def step(self) -> None:
        """Count one more."""
        self._count += 1
        now = time.monotonic()
        if self._live and now - self._shown >= _EVERY:
            self._shown = now
            sys.stderr.write(f"\r{self._count:,} {self._what} ...")
            sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the line, so that the next output starts at the margin."""
        if self._live:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
