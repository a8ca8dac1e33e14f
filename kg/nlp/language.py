"""What a language module must say: letters, casing, function words, endings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_NONE: frozenset[str] = frozenset()


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
    sign: re.Pattern[str] | None = None  # what tells the language as well as a function word
    head_final: bool = False  # the verb follows its arguments
    inflects_inside: bool = True  # every word of a phrase may carry an ending
    forms: Callable[[str], dict[str, int]] | None = None  # a verb's forms, where listed is easier
    home: str = ""  # the state whose bare "minister" a paper in this language means
    # names
    particles: frozenset[str] = _NONE  # lower-case words in names
    closing: frozenset[str] = _NONE  # those of them that may end a name
    tail_features: Callable[[str], int] | None = None  # endings after an apostrophe, if its own
    inflects_names: bool = True  # a surname may carry an ending without an apostrophe
    name_stem: Callable[[str], int] | None = None  # letters of a name before its ending; 0: none
    plain_names: bool = False  # a word in capitals may be a name whatever it means: "Theresa May"
    state_after_title: bool = False  # right behind a title it is whose: "Президент Грузии"
    # a name (its words) in the nominative, told by the title before it; and, without a title,
    # what it may be
    nominative: Callable[[tuple[str, ...], str], tuple[str, ...]] | None = None
    nominatives: Callable[[tuple[str, ...]], tuple[tuple[str, ...], ...]] | None = None
    capital_demonyms: bool = False  # "Turkish" is written with a capital
    # words that no entry of the lexicon needs
    definite: frozenset[str] = _NONE  # before a noun that was told of before: "the deal"
    pronouns: frozenset[str] = _NONE  # subjects that point to the subject before
    his: frozenset[str] = _NONE  # possessives that point to a person
    its: frozenset[str] = _NONE  # possessives that point to a state
    field_stems: tuple[str, ...] = ()  # close the name of a field of work: "sağlık alanı"
    conjunction: str = ""  # joins two lines of joint work in one phrase
    trailing: frozenset[str] = _NONE  # what may stand between a topic and its comment
    # the verb group
    auxiliaries: bool = False  # tense and voice are told by words before the verb
    group_words: frozenset[str] = _NONE  # what may stand between an auxiliary and its verb
    adverb_ending: str = ""  # of adverbs, which may stand there too
    negation: str = ""  # the word right before a verb that negates it, where no auxiliary does
    future: re.Pattern[str] | None = None  # verbs whose present tense means the future
    negators: frozenset[str] = _NONE  # words right behind a participle that negate it
    guessed_converb: re.Pattern[str] | None = None  # converbs of verbs outside the lexicon
    guessed_finite: re.Pattern[str] | None = None  # their finite forms, at a clause's end
