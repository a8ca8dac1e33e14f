"""The texts that sentences point into: one article a line, as JSON.

Where an id stands twice (its article was being added when the machine stopped), both lines
hold the same text.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from kg.errors import StoreError
from kg.model.text import Article


class Texts:
    """The stored articles of one store."""

    def __init__(self, path: Path) -> None:
        """Name the file; it need not exist."""
        self.path = path

    def keep(self, articles: Iterable[Article]) -> None:
        """Append ``articles`` and wait for the disk.

        Raises:
            StoreError: the file cannot be written.
        """
        try:
            with self.path.open("a", encoding="utf-8", newline="\n") as file:
                file.writelines(_line(article) for article in articles)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(_reason(error), where=str(self.path)) from error

    def read(self) -> Iterator[Article]:
        """Yield the articles in order of arrival.

        Raises:
            StoreError: a line is damaged.
        """
        for number, line in enumerate(self._lines(), 1):
            try:
                yield Article(**json.loads(line))
            except (ValueError, TypeError) as error:
                where = f"{self.path}:{number}"
                raise StoreError("this line is damaged", where=where) from error

    def forget(self, unwanted: Callable[[Article], bool]) -> None:
        """Drop the articles for which ``unwanted`` is true; the file is replaced as a whole.

        Raises:
            StoreError: the file cannot be written, or a line is damaged.
        """
        fresh = Texts(self.path.with_name(self.path.name + ".new"))
        fresh.path.unlink(missing_ok=True)
        fresh.keep(article for article in self.read() if not unwanted(article))
        fresh.path.replace(self.path)

    def _lines(self) -> Iterator[str]:
        with suppress(FileNotFoundError), self.path.open(encoding="utf-8") as file:
            yield from file


def _line(article: Article) -> str:
    return json.dumps(asdict(article), ensure_ascii=False) + "\n"


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
