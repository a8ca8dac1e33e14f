"""What readers share: making an article, and what is said of an input that is none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kg.errors import SourceError, UnreadableSourceError
from kg.ingest.decode import clean
from kg.model.text import Article


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no article; ``str()`` is the line that the user sees."""

    where: str
    what: str
    hint: str
    exit_code: int

    @classmethod
    def of(cls, error: SourceError) -> Rejected:
        """Return the rejection that ``error`` describes."""
        return cls(error.where, error.what, error.hint, error.exit_code)

    def __str__(self) -> str:
        """Return ``where: what (hint)``."""
        return str(SourceError(self.what, where=self.where, hint=self.hint))


def article(  # noqa: PLR0913  one parameter for each field of an article
    body: str,
    identifier: str,
    where: str,
    *,
    title: str | None = None,
    lang: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Article:
    """Return the article as it is stored: title, blank line, body; clean and in NFC.

    Raises:
        UnreadableSourceError: the body has no visible character.
    """
    body, head = clean(body), " ".join(clean(title or "").split())
    if not body.strip():
        raise UnreadableSourceError("there is no text", where=where, hint="check the file")
    text = f"{head}\n\n{body}" if head else body
    return Article(
        identifier=" ".join(clean(identifier).split()) or "unnamed",
        text=text,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        lang=lang,
        title=head or None,
        published=published,
        publisher=" ".join(clean(publisher or "").split()) or None,
        url=" ".join(clean(url or "").split()) or None,
    )
