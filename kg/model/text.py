"""Article, Document, Sentence, Span: what is read, before any meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of Unicode code points of an article's stored text."""

    begin: int
    finish: int


@dataclass(frozen=True, slots=True)
class Article:
    """One news article as it is stored.

    ``text`` is the headline, a blank line and the body (the body alone where no headline
    is given apart); it is in NFC and never rewritten afterwards: all offsets refer to it.
    """

    identifier: str  # the input's id or file name
    text: str
    sha256: str  # hex digest of the UTF-8 bytes of `text`: the article's identity
    lang: str | None = None  # tr en ru kk; None: to be found
    title: str | None = None  # equals text[:len(title)] when given
    published: str | None = None  # ISO date
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``index`` counts from 0 in reading order, the headline included."""

    index: int
    span: Span
    paragraph: int
    lang: str
    headline: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article cut into sentences."""

    article: Article
    lang: str  # the main language
    sentences: tuple[Sentence, ...]

    def exact(self, sentence: Sentence) -> str:
        """Return the words of ``sentence`` as they stand in the article."""
        return self.article.text[sentence.span.begin : sentence.span.finish]
