"""The lexicon: every word the ontology knows, as a trie over stems, one per language.

Plain values only; kg.onto.load fills it from Turtle, tests fill it from three lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.nlp.lang import LANGUAGES
from kg.nlp.token import tokenize

NOUN, VERB, WORD = "noun", "verb", "word"
_END = ""  # key of a trie node's entries
Trie = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase means: ``Entry("country", "KZ")``, ``Entry("domain", "health")``.

    ``kind`` is the class that patterns speak of, ``key`` the id in the ontology, ``sense`` a
    finer reading (a country's code for a place, a stance for a speech verb).
    """

    kind: str
    key: str
    sense: str = ""
    ambiguous: bool = False
    only_capital: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that evokes an event; ``frames`` are tried in order (kg.extract.frames)."""

    event: str  # local name of the class, for example Meeting
    frames: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """A form of address for an office; ``governs`` says what must stand beside it."""

    office: str
    portfolio: str | None
    governs: str  # portfolio | organization | country | none
    country: str | None = None


@dataclass(slots=True)
class Lexicon:
    """Words by language, and the closed tables that their keys point to."""

    tries: dict[str, Trie] = field(default_factory=lambda: {code: {} for code in LANGUAGES})
    stems: dict[str, set[str]] = field(default_factory=lambda: {code: set() for code in LANGUAGES})
    forms: dict[str, dict[str, tuple[str, int]]] = field(
        default_factory=lambda: {code: {} for code in LANGUAGES}
    )
    triggers: dict[str, Trigger] = field(default_factory=dict)
    titles: dict[str, Title] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)  # place key -> country code
    capitals: dict[str, str] = field(default_factory=dict)  # country code -> place key
    organizations: dict[str, str | None] = field(default_factory=dict)  # key -> country code
    portfolios: dict[str, str | None] = field(default_factory=dict)  # key -> domain
    patterns: dict[str, str] = field(default_factory=dict)  # language -> text of its grammar
    labels: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    version: str = ""

    def add(self, lang: str, phrase: str, entry: Entry, pos: str = NOUN) -> None:
        """Enter ``phrase`` (in dictionary form) under ``entry``."""
        language = LANGUAGES[lang]
        words = [t.low for t in tokenize(phrase, 0, len(phrase), language)]
        if not words:
            return
        head = 0 if pos == VERB and not language.head_final else len(words) - 1
        slots: list[tuple[str, ...]] = []
        for i, word in enumerate(words):
            if i == head and pos == VERB:
                slots.append(self._verb(lang, word))
            elif pos != WORD and (i == head or (language.inflects_inside and lang != "en")):
                stems = language.noun_stems(word)
                self.stems[lang].update(stems)
                slots.append((*stems, "=" + word))
            else:
                slots.append(("=" + word,))
        nodes = [self.tries[lang]]
        for keys in slots:
            nodes = [node.setdefault(key, {}) for node in nodes for key in keys]
        for node in nodes:
            entries = node.setdefault(_END, [])
            if entry not in entries:
                entries.append(entry)

    def _verb(self, lang: str, word: str) -> tuple[str, ...]:
        """Return the trie keys of a verb: its stems, or one key that all its forms lead to."""
        language = LANGUAGES[lang]
        if language.forms is not None:
            key = word + "-"
            for form, bits in language.forms(word).items():
                self.forms[lang][form] = (key, self.forms[lang].get(form, (key, 0))[1] | bits)
            return (key,)
        keys = tuple(stem + "-" for stem in language.verb_stems(word))
        self.stems[lang].update(keys)
        return keys


def entries_of(node: Trie) -> Iterable[Entry]:
    """Return what ends at ``node``."""
    found: list[Entry] = node.get(_END, [])
    return found


def label(lexicon: Lexicon, kind: str, key: str, lang: str) -> str:
    """Return the display name of a member of a closed set; its key where there is none."""
    names: Mapping[str, str] = lexicon.labels.get((kind, key), {})
    return names.get(lang) or names.get("en") or key
