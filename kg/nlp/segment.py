"""Paragraphs and sentences; a sentence never ends inside a quotation or after a title."""

from __future__ import annotations

import re

from kg.model.text import Article, Document, Sentence, Span
from kg.nlp.lang import LANGUAGES
from kg.nlp.langid import language_of
from kg.nlp.language import Language

MAX_SENTENCE = 2000  # code points; longer runs are cut so that all later work stays linear
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?=[^\W\d_])(?=[a-zçğıöşüа-яәіңғүұқөһ])[^\n]+)*")
_END = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s+[\"“«„‘(\[–—-]*\s*[^\W_a-zçğıöşüа-яәіңғүұқөһ])")
_BEFORE = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")
_OPENING = {"“": "”", "«": "»", "„": "“"}
_QUOTE = re.compile('[“«„"]')
_ROMAN = re.compile(r"[IVX]+")
_FINAL = re.compile(r"[.!?…:;][\"”»’')\]]*$")


def segment(article: Article) -> Document:
    """Cut ``article`` into sentences; paragraphs are hard breaks.

    Returns:
        Sentences in reading order; every span is free of white space at both ends and not
        longer than ``MAX_SENTENCE`` code points.
    """
    text = article.text
    sentences: list[Sentence] = []
    title = len(article.title) if article.title else 0
    known = article.lang if article.lang in LANGUAGES else None
    main = known or language_of(text)
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        words = paragraph[0].strip()
        if not words:
            continue
        lang = language_of(words, main)
        headline = paragraph.end() <= title or not _FINAL.search(words)
        for begin, finish in _cut(text, paragraph.start(), paragraph.end(), LANGUAGES[lang]):
            span = Span(begin, finish)
            sentences.append(Sentence(len(sentences), span, number, lang, headline))
    return Document(article, main, tuple(sentences))


def _cut(text: str, begin: int, finish: int, language: Language) -> list[tuple[int, int]]:
    """Return the sentence ranges of one paragraph."""
    quoted = _quotations(text, begin, finish)
    ranges = []
    start = begin
    for end in _END.finditer(text, begin, finish):
        if any(a < end.start() and end.end() < b for a, b in quoted):
            continue
        if text[end.start()] == "." and _is_abbreviation(text[start : end.start() + 1], language):
            continue
        ranges.append((start, end.end()))
        start = end.end()
    ranges.append((start, finish))
    return [piece for one in ranges for piece in _trim(text, *one)]


def _quotations(text: str, begin: int, finish: int) -> list[tuple[int, int]]:
    """Return the ranges between matching quotation marks of one paragraph."""
    found: list[tuple[int, int]] = []
    if not _QUOTE.search(text, begin, finish):
        return found
    closing, start = "", 0
    for i in range(begin, finish):
        char = text[i]
        if closing and char == closing:
            found.append((start, i + 1))
            closing = ""
        elif not closing and char in _OPENING:
            closing, start = _OPENING[char], i
        elif not closing and char == '"':
            closing, start = '"', i
    return found


def _is_abbreviation(before: str, language: Language) -> bool:
    found = _BEFORE.search(before.rsplit(None, 1)[-1])  # without a look at the whole sentence
    if not found:
        return False
    word = found[1]
    if len(word) == 1 and word.isupper():
        return True
    if language.head_final and _ROMAN.fullmatch(word):
        return True  # "II. Karma Ekonomik Komisyon"
    parts = word.split(".")
    initials = len(parts) > 1 and all(len(p) <= 2 and p[:1].isupper() for p in parts)  # noqa: PLR2004 - "T.C", "St.P"
    return initials or language.lower(word) in language.abbreviations


def _trim(text: str, begin: int, finish: int) -> list[tuple[int, int]]:
    """Return the range without outer white space, cut where it is too long."""
    pieces = []
    while begin < finish:
        end = min(finish, begin + MAX_SENTENCE)
        if end < finish:
            space = text.rfind(" ", begin, end)
            end = space if space > begin else end
        body = text[begin:end]
        left = len(body) - len(body.lstrip())
        right = len(body.rstrip())
        if left < right:
            pieces.append((begin + left, begin + right))
        begin = end
    return pieces
