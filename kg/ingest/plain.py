"""Plain text and Markdown: the whole file is the article."""

from __future__ import annotations

from kg.ingest.base import article
from kg.ingest.decode import decode
from kg.model.text import Article


def read(data: bytes, identifier: str, where: str) -> Article:
    """Return the article that a text file holds; it has no headline given apart.

    Raises:
        UnreadableSourceError: the bytes are not text, or blank.
    """
    return article(decode(data, where), identifier, where)
