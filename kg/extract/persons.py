"""The persons of one article: full name > title and surname > bare surname."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from kg.model.mention import Person
from kg.nlp.lang import LANGUAGES

_FOLD = str.maketrans(
    {"’": None, "'": None, "ʼ": None, "-": None, "–": None, ".": None, "â": "a", "î": "i", "û": "u"}
)
_SHORTEST = 4  # letters of a surname that takes an ending; shorter ones meet by chance
Name = tuple[str, ...]  # folded words


@lru_cache(maxsize=1 << 12)
def fold_name(word: str, lang: str) -> str:
    """Return a key for comparing name words of one article: case, dashes and marks dropped."""
    return LANGUAGES[lang].lower(word).translate(_FOLD)


@dataclass(slots=True)
class Registry:
    """Persons in the order of their first mention, found again by full name or surname."""

    lang: str
    persons: list[Person] = field(default_factory=list)
    _keys: dict[int, Name] = field(default_factory=dict)

    def find(self, words: tuple[str, ...]) -> Person | None:
        """Return the one person whom ``words`` may name; None for nobody or more than one.

        All words equal; or the last words equal to the last of the name; or some words of
        the name; or (a first name spelt otherwise) initial and surname; or the surname with
        a case ending.
        """
        want = tuple(fold_name(w, self.lang) for w in words)
        for test in (_equal, _ends_alike, _is_part, _initial_and_surname, self._inflected):
            found = [p for p in self.persons if test(want, self._keys[p.number])]
            if found:
                return found[0] if len(found) == 1 else self._best(found)
        return None

    def recall(self, words: tuple[str, ...]) -> tuple[Person | None, tuple[str, ...]]:
        """Return whom ``words`` in any case may name, and the name in the nominative."""
        person = self.find(words)
        language = LANGUAGES[self.lang]
        if person is None and language.nominatives is not None:
            for name in language.nominatives(words):
                known = self.find(name)
                if known is not None:
                    return known, name
        return person, words

    def _inflected(self, want: Name, have: Name) -> bool:
        """Tell whether a word is the surname with a case ending written without apostrophe."""
        language = LANGUAGES[self.lang]
        surname = have[-1]
        if len(want) > 1 or len(surname) < _SHORTEST or not language.inflects_names:
            return False
        ending = want[0][len(surname) :]
        return want[0].startswith(surname) and bool(language.noun_features(ending))

    @staticmethod
    def _best(found: list[Person]) -> Person | None:
        titled = [p for p in found if p.roles]
        return titled[0] if len(titled) == 1 else None

    def add(self, words: tuple[str, ...]) -> Person:
        """Return the person named ``words``, new or known; the fullest form is kept."""
        person, _ = self.recall(words)
        if person is None:
            person = Person(len(self.persons), words)
            self.persons.append(person)
        elif len(words) > len(person.name):
            person.name = words
        self._keys[person.number] = tuple(fold_name(w, self.lang) for w in person.name)
        return person


def _equal(want: Name, have: Name) -> bool:
    return have == want


def _ends_alike(want: Name, have: Name) -> bool:
    return have[-len(want) :] == want or want[-len(have) :] == have


def _is_part(want: Name, have: Name) -> bool:
    return len(want) > 1 and set(want) <= set(have)


def _initial_and_surname(want: Name, have: Name) -> bool:
    return len(want) > 1 and have[-1] == want[-1] and have[0][:1] == want[0][:1]
