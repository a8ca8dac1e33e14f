"""Tokens: words cut at the apostrophe into base and tail, numbers, marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from kg.nlp.language import Language

APOSTROPHES = "'’ʼ´`‘"
_LETTER = r"[^\W\d_]"
_INITIALS = rf"(?:{_LETTER}\.){{2,}}(?:[{APOSTROPHES}]{_LETTER}+)?"  # "U.S.", "T.C.'nin"
_WORD = rf"{_LETTER}+(?:[{APOSTROPHES}]{_LETTER}+)*"
_NUMBER = rf"\d+(?:[.,:]\d+)*(?:[{APOSTROPHES}]{_LETTER}+)?"
_TOKEN = re.compile(rf"{_INITIALS}|{_WORD}|{_NUMBER}|\S")
_CUT = re.compile(f"[{APOSTROPHES}](?=[^{APOSTROPHES}]*$)")  # the last one: "O'Neill'in"

_STRAIGHT = re.compile(f"[{APOSTROPHES}]")


class Token(NamedTuple):
    """One word, number or mark; offsets are code points of the article's text.

    A tuple, because thousands are made and no other immutable value is made as fast.
    """

    text: str
    begin: int
    finish: int
    low: str  # lower case, apostrophes made straight
    base: str  # lower case, what stands before the last apostrophe
    tail: str  # lower case, what follows it
    capital: bool
    word: bool


def tokenize(text: str, begin: int, finish: int, language: Language) -> list[Token]:
    """Return the tokens of ``text[begin:finish]`` in reading order."""
    lower = language.lower
    return [
        Token(found[0], found.start(), found.end(), *_parts(found[0], lower))
        for found in _TOKEN.finditer(text, begin, finish)
    ]


@lru_cache(maxsize=1 << 14)
def _parts(surface: str, lower: Callable[[str], str]) -> tuple[str, str, str, bool, bool]:
    """Return what a token's words alone tell: ``low base tail capital word``."""
    first = surface[0]
    low = lower(surface)
    base, tail = low, ""
    cut = None if surface.isalpha() and "ʼ" not in surface else _CUT.search(low)
    if cut and len(low) > 1:
        base, tail = _STRAIGHT.sub("'", low[: cut.start()]), low[cut.end() :]
        low = f"{base}'{tail}"
    return low, base, tail, first.isupper(), first.isalpha()
