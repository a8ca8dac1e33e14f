"""What a language module must say: letters, casing, function words, endings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Language:
    """A language as data.

    ``noun_stems`` and ``verb_stems`` turn a dictionary form into the stems to which the
    endings attach. ``noun_features`` and ``verb_features`` give the union of the features
    (kg.nlp.features) of an ending, 0 where there is no such ending; the ending of the stem
    alone is "".
    """

    code: str
    letters: str  # letters that tell this language from the others
    words: frozenset[str]  # frequent function words, for telling languages apart
    abbreviations: frozenset[str]  # lower case, without the final dot
    noun_features: Callable[[str], int]
    verb_features: Callable[[str], int]
    noun_stems: Callable[[str], tuple[str, ...]]
    verb_stems: Callable[[str], tuple[str, ...]]
    lower: Callable[[str], str] = str.lower
    head_final: bool = False  # the verb follows its arguments
    inflects_inside: bool = True  # every word of a phrase may carry an ending
    particles: frozenset[str] = field(default_factory=frozenset)  # lower-case words in names
    forms: Callable[[str], dict[str, int]] | None = None  # a verb's forms, where listed is easier
