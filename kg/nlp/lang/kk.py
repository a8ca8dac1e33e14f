"""Kazakh (Cyrillic): agglutinative endings written with archiphonemes, like Turkish."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from kg.nlp.features import F
from kg.nlp.language import Language

_VARIANTS = {"A": "ае", "I": "ыі", "L": "лдт", "D": "дт", "N": "ндт", "G": "ғгқк", "M": "мбп"}


def _spell(pattern: str) -> list[str]:
    return ["".join(p) for p in product(*(_VARIANTS.get(c, c) for c in pattern))]


_PLURAL = {"": 0, "LAр": F.PLURAL}
_POSSESSIVE = {
    "": 0,
    "I": F.POSS,
    "сI": F.POSS,
    "LAрI": F.POSS | F.PLURAL,
    "Iмыз": F.FIRST,
    "Iміз": F.FIRST,
}
_CASE = {
    "": F.NOM, "NIң": F.GEN, "GA": F.DAT, "нA": F.DAT, "A": F.DAT, "NI": F.ACC, "н": F.ACC,
    "DA": F.LOC, "нDA": F.LOC, "DAғы": F.LOC | F.KI, "DAгі": F.LOC | F.KI, "нDAғы": F.LOC | F.KI,
    "нDAгі": F.LOC | F.KI, "NAн": F.ABL, "MAн": F.INS, "MAен": F.INS, "мен": F.INS, "бен": F.INS,
    "пен": F.INS,
}  # fmt: skip
_NOUNS: dict[str, int] = {}
for _plural, _possessive, _case in product(_PLURAL, _POSSESSIVE, _CASE):
    for _text in _spell(_plural + _possessive + _case):
        _NOUNS[_text] = (
            _NOUNS.get(_text, 0) | _PLURAL[_plural] | _POSSESSIVE[_possessive] | _CASE[_case]
        )
_VERBS: dict[str, int] = {}
for _pattern, _bits in {
    "DI": F.FINITE | F.PAST, "ыDI": F.FINITE | F.PAST,
    "GAн": F.OBJECT_PARTICIPLE | F.SUBJECT_PARTICIPLE,
    "GAн болатын": F.FINITE, "Iп": F.CONVERB, "п": F.CONVERB, "A": F.CONVERB, "й": F.CONVERB,
    "AдI": F.FINITE | F.FUTURE, "йдI": F.FINITE | F.FUTURE, "MAк": F.FINITE | F.FUTURE,
    "MAқ": F.FINITE | F.FUTURE, "MADI": F.FINITE | F.PAST | F.NEGATED, "у": F.VERBAL_NOUN | F.NOM,
    "уді": F.VERBAL_NOUN | F.ACC, "уды": F.VERBAL_NOUN | F.ACC, "уі": F.VERBAL_NOUN | F.POSS,
    "уы": F.VERBAL_NOUN | F.POSS, "ылDI": F.FINITE | F.PAST | F.PASSIVE,
    "ілDI": F.FINITE | F.PAST | F.PASSIVE,
    "лDI": F.FINITE | F.PAST | F.PASSIVE, "ылAдI": F.FINITE | F.FUTURE | F.PASSIVE,
    "ілAдI": F.FINITE | F.FUTURE | F.PASSIVE, "лAдI": F.FINITE | F.FUTURE | F.PASSIVE,
    "ылGAн": F.OBJECT_PARTICIPLE | F.PASSIVE, "ілGAн": F.OBJECT_PARTICIPLE | F.PASSIVE,
    "ыпты": F.FINITE | F.PAST, "іпті": F.FINITE | F.PAST, "GAнын": F.OBJECT_PARTICIPLE | F.ACC,
    "GAнін": F.OBJECT_PARTICIPLE | F.ACC, "Aтынын": F.FUTURE_PARTICIPLE | F.FUTURE | F.ACC,
    "Aтінін": F.FUTURE_PARTICIPLE | F.FUTURE | F.ACC,
    "йтінін": F.FUTURE_PARTICIPLE | F.FUTURE | F.ACC,
}.items():  # fmt: skip
    for _text in _spell(_pattern):
        _VERBS[_text] = _VERBS.get(_text, 0) | _bits


# what can be nothing else behind a name: genitive and instrumental, and any case of -ов and -ин
_NAME = re.compile(
    r".{2,}(?:"
    r"[аәеёиоөуұүыіэюяйлмнңр](?=мен$)|[зж](?=бен$)|[бвгдкқпстфхцчшщ](?=пен$)"
    r"|[аәеёиоөуұүыіэюямнң](?=н[ыі]ң$)|[аәеёиоөуұүыіэюя](?=н[ыі]$)|[йлрзж](?=д[ыі]ң$)|[бвгдкқпстфхцчшщ](?=т[ыі]ң$)"
    r"|[оеё]в(?=(?:қа|ке|т[ыі]|т[ае]н?)$)|[иы]н(?=(?:ға|ге|д[ыі]|д[ае]|н[ае]н)$)"
    r"|(?:[оеё]в|[иы]н)а(?=(?:ға|ны|да|дан)$))"
)


def name_stem(word: str) -> int:
    """Return how many letters of a name stand before its case ending; 0 where none is sure."""
    found = _NAME.match(word)
    return found.end() if found else 0


def noun_features(ending: str) -> int:
    """Return the features of what follows a noun's stem."""
    return _NOUNS.get(ending, 0)


@cache
def verb_features(ending: str) -> int:
    """Return the features of what follows a verb's stem."""
    return _VERBS.get(ending, 0)


def noun_stems(lemma: str) -> tuple[str, ...]:
    """Return ``lemma`` and its softened form (қ/ғ, к/г, п/б)."""
    soft = {"қ": "ғ", "к": "г", "п": "б"}.get(lemma[-1:])
    return (lemma, lemma[:-1] + soft) if soft and len(lemma) > 2 else (lemma,)  # noqa: PLR2004 - short stems stay


def verb_stems(lemma: str) -> tuple[str, ...]:
    """Return the stem of a verb given as stem or as verbal noun in -у."""
    stem = lemma[:-1] if lemma.endswith("у") and len(lemma) > 2 else lemma  # noqa: PLR2004 - "қу" stays
    soft = {"п": "б", "к": "г", "қ": "ғ"}.get(stem[-1:])
    return (stem, stem[:-1] + soft) if soft else (stem,)


LANGUAGE = Language(
    code="kk",
    letters="әғқңөұүһі",
    sign=re.compile(r"[а-яё]{2,}"),
    words=frozenset(
        "және мен бен пен үшін бұл деп туралы бойынша арасында екі болып да де сондай-ақ айтты "
        "кездесті министрі елшісі болды өз жылы".split()
    ),
    abbreviations=frozenset("ж жж т б млн млрд мың".split()),
    noun_features=noun_features,
    verb_features=verb_features,
    noun_stems=noun_stems,
    verb_stems=verb_stems,
    head_final=True,
    name_stem=name_stem,
    negators=frozenset(("жоқ", "емес")),
    inflects_inside=False,
    home="KZ",
    field_stems=("саласы",),
    particles=frozenset("ұлы қызы бин ибн".split()),
)
