"""Which language a paragraph is in: a vote of letters and function words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from kg.nlp.lang import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 2000  # code points that are looked at


def language_of(text: str, default: str | None = None) -> str:
    """Return ``tr``, ``en``, ``ru`` or ``kk``; ``default`` where the text does not tell.

    A function word or a sign such as the Turkish "'da" counts one, a letter that only some
    languages use a third.
    """
    sample = text[:_SAMPLE]
    votes = dict.fromkeys(LANGUAGES, 0.0)
    for language in LANGUAGES.values():
        lowered, words = _words(sample, language.lower)
        votes[language.code] = sum(map(language.words.__contains__, words))
        votes[language.code] += sum(map(lowered.count, language.letters)) / 3
        if language.sign is not None:
            votes[language.code] += len(language.sign.findall(lowered))
    best = max(votes, key=lambda code: (votes[code], code == default))
    if default and votes[best] < votes[default] + 2:
        return default
    return best if votes[best] else default or "en"


@lru_cache(maxsize=4)
def _words(sample: str, lower: Callable[[str], str]) -> tuple[str, list[str]]:
    """Return a sample in lower case and its words, once for languages that lower alike."""
    lowered = lower(sample)
    return lowered, _WORD.findall(lowered)
