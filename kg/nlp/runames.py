"""Russian personal names: from the case of their title back to the nominative.

The title tells the case ("президента", "с министром", "послу"), the name agrees with it:
"с министром Керемом Топраком" names Керем Топрак. Endings that leave a doubt stay as they
are; so do names that are not declined (Нино Капанадзе, Хосе, Айгуль).
"""

from __future__ import annotations

import re
from functools import cache

_NOMINATIVE_IN_A = ("глава", "коллега", "судья", "королева", "госпожа")
_IN_A = re.compile(rf"(?:{'|'.join(word[:-1] for word in _NOMINATIVE_IN_A)})(ы|и|е|у|ю|ой|ей)$")
_OF_A = {"ы": "gen", "и": "gen", "у": "gen", "ю": "gen", "е": "dat", "ой": "ins", "ей": "ins"}
_OBLIQUE = (  # ending of a title -> case, the first that fits
    ("ая", ""),
    ("яя", ""),
    ("ый", ""),
    ("ий", ""),
    ("ого", "gen"),
    ("его", "gen"),
    ("ому", "dat"),
    ("ему", "dat"),
    ("ой", "ins"),
    ("ом", "ins"),
    ("ем", "ins"),
    ("ём", "ins"),
    ("ым", "ins"),
    ("им", "ins"),
    ("а", "gen"),
    ("я", "gen"),
    ("у", "dat"),
    ("ю", "dat"),
)
_V, _C = "аеёиоуыэюя", "бвгджзклмнпрстфхцчшщ"
_SHARED = (  # the same in several cases: women's surnames
    (r"(ов|ев|ёв|ин|ын)ой$", r"\1а"),
    (r"([сц]к)ой$", r"\1ая"),
)
_FIRST = {  # of first names alone: surnames that look so are often foreign and not declined
    "gen": ((r"ию$", "ия"), (rf"([{_C}])у$", r"\1а"), (r"ии$", "ия"), (rf"([{_C}])ы$", r"\1а")),
    "dat": ((r"ии$", "ия"),),
    "ins": ((r"ией$", "ия"), (r"ьей$", "ья"), (rf"([{_C}])ой$", r"\1а")),
}
_WOMEN = {"gen": ((r"(ов|ев|ёв|ин|ын|вн)у$", r"\1а"),), "dat": (), "ins": ()}
_MEN = {
    "gen": (
        (r"([сц]к)ого$", r"\1ий"),
        (r"([нл])ого$", r"\1ый"),
        (r"ого$", "ой"),
        (rf"([{_C}])а$", r"\1"),
        (rf"([{_V}])я$", r"\1й"),
        (rf"([{_C}])я$", r"\1ь"),
        (r"([бвгджзлмнпртфцчшщ]|[^с]к)у$", r"\1а"),  # Вега, not Попеску, Нетаньяху
    ),
    "dat": (
        (r"([сц]к)ому$", r"\1ий"),
        (r"([нл])ому$", r"\1ый"),
        (r"ому$", "ой"),
        (r"([бвгджзклмнпрстфцчшщ])у$", r"\1"),  # not Нетаньяху
        (rf"([{_V}])ю$", r"\1й"),
        (rf"([{_C}])ю$", r"\1ь"),
    ),
    "ins": (
        (r"([сц]к)им$", r"\1ий"),
        (r"(ов|ев|ёв|ин|ын)ым$", r"\1"),
        (r"([нл])ым$", r"\1ый"),
        (rf"([{_C}])ом$", r"\1"),
        (rf"([{_V}])ем$", r"\1й"),
        (r"([жчшщц])ем$", r"\1"),
        (r"([бвгдзклмнпрстф])ем$", r"\1ь"),
        (rf"([{_C}])ой$", r"\1а"),
    ),
}


@cache
def case_of(title: str) -> str:
    """Return "gen", "dat" or "ins" for a title (lower case); "" for the nominative or a doubt."""
    word = title.replace(" - ", "-").split()[0] if title else ""
    if word in _NOMINATIVE_IN_A:
        return ""
    found = _IN_A.match(word)
    if found:
        return _OF_A[found[1]]
    return next((case for ending, case in _OBLIQUE if word.endswith(ending)), "")


def nominative(words: tuple[str, ...], title: str) -> tuple[str, ...]:
    """Return the name ``words`` in the nominative; ``title`` is what stands before, lower case."""
    case = case_of(title)
    return _declined(words, case) if case else words


def nominatives(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what a name in a case that nothing tells may be in the nominative."""
    found = (_declined(words, case) for case in ("gen", "dat", "ins"))
    return tuple(dict.fromkeys(name for name in found if name != words))


def _declined(words: tuple[str, ...], case: str) -> tuple[str, ...]:
    first, *others = words
    named = len(words) > 1
    start = _ended(first, (*_MEN[case], *_FIRST[case]) if named else _surname(case, man=True))
    woman = named and (start[-1:] in "ая" or (start == first and first[-1:] in _C + "ьй"))
    return (start, *(_ended(word, _surname(case, man=not woman)) for word in others))


def _surname(case: str, *, man: bool) -> tuple[tuple[str, str], ...]:
    return (*_SHARED, *_WOMEN[case], *(_MEN[case] if man else ()))


def _ended(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, ending in rules:
        found = re.sub(pattern, ending, word)
        if found != word:
            return found
    return word
