"""The persons of one article: full name > title and surname > bare surname."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model.mention import Person
from kg.nlp.lang import LANGUAGES

_FOLD = str.maketrans(
    {"’": None, "'": None, "ʼ": None, "-": None, "–": None, ".": None, "â": "a", "î": "i", "û": "u"}
)


def fold_name(word: str, lang: str) -> str:
    """Return a key for comparing name words of one article: case, dashes and marks dropped."""
    return LANGUAGES[lang].lower(word).translate(_FOLD)


@dataclass(slots=True)
class Registry:
    """Persons in the order of their first mention, found again by full name or surname."""

    lang: str
    persons: list[Person] = field(default_factory=list)
    _keys: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def key(self, person: Person) -> tuple[str, ...]:
        """Return the folded words of the person's name."""
        return self._keys[person.number]

    def find(self, words: tuple[str, ...]) -> Person | None:
        """Return the one person whom ``words`` may name; None for nobody or more than one.

        All words equal, or the last words equal to the last of the name, or (a first name
        spelt otherwise) the surname alone.
        """
        want = tuple(fold_name(w, self.lang) for w in words)
        keys = self._keys
        for test in (
            lambda have: have == want,
            lambda have: have[-len(want) :] == want or want[-len(have) :] == have,
            lambda have: set(want) <= set(have) if len(want) > 1 else False,
            lambda have: have[-1] == want[-1] and have[0][:1] == want[0][:1] and len(want) > 1,
            lambda have: len(want) == 1 and self._inflected(want[0], have[-1]),
        ):
            found = [p for p in self.persons if test(keys[p.number])]
            if found:
                return found[0] if len(found) == 1 else self._best(found)
        return None

    def _inflected(self, word: str, surname: str) -> bool:
        """Tell whether ``word`` is the surname with a case ending written without apostrophe."""
        language = LANGUAGES[self.lang]
        if len(surname) < 4 or not language.inflects_names:  # noqa: PLR2004 - short names meet by chance
            return False
        return word.startswith(surname) and bool(language.noun_features(word[len(surname) :]))

    @staticmethod
    def _best(found: list[Person]) -> Person | None:
        titled = [p for p in found if p.roles]
        return titled[0] if len(titled) == 1 else None

    def add(self, words: tuple[str, ...]) -> Person:
        """Return the person named ``words``, new or known; the fullest form is kept."""
        person = self.find(words)
        if person is None:
            person = Person(len(self.persons), words)
            self.persons.append(person)
        elif len(words) > len(person.name):
            person.name = words
        self._keys[person.number] = tuple(fold_name(w, self.lang) for w in person.name)
        return person
