"""The lexicon: every word the ontology knows, as a trie over stems, one per language.

Plain values only; kg.onto.load fills it from Turtle, tests fill it from three lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.nlp.lang import LANGUAGES
from kg.nlp.token import tokenize

NOUN, VERB, WORD = "noun", "verb", "word"
_END = ""  # key of a trie node's entries
Trie = dict[str, Any]


class Entry(NamedTuple):
    """What a phrase means: ``Entry("country", "KZ")``, ``Entry("domain", "health")``.

    ``kind`` is the class that patterns speak of, ``key`` the id in the ontology, ``sense`` a
    finer reading (a country's code for a place, a stance for a speech verb). A tuple, because
    entries are hashed for every word of a text.
    """

    kind: str
    key: str
    sense: str = ""
    ambiguous: bool = False
    only_capital: bool = False
    acronym: bool = False  # only in capitals: "IT" is no "it"


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
class Words:
    """The words of one language: a trie over stems, and what is needed to find the stems."""

    lang: str
    trie: Trie = field(default_factory=dict)
    stems: set[str] = field(default_factory=set)
    forms: dict[str, tuple[str, int]] = field(
        default_factory=dict
    )  # a verb's form -> key, features

    def add(self, phrase: str, entry: Entry, pos: str) -> None:
        """Enter ``phrase`` (in dictionary form) under ``entry``."""
        language = LANGUAGES[self.lang]
        words = [t.low for t in tokenize(phrase, 0, len(phrase), language)]
        head = 0 if pos == VERB and not language.head_final else len(words) - 1
        nodes = [self.trie]
        for i, word in enumerate(words):
            if i == head and pos == VERB:
                keys = self._verb(word)
            elif pos != WORD and (i == head or language.inflects_inside):
                stems = language.noun_stems(word)
                self.stems.update(stems)
                keys = (*stems, "=" + word)
            else:
                keys = ("=" + word,)
            nodes = [node.setdefault(key, {}) for node in nodes for key in keys]
        for node in nodes:
            entries = node.setdefault(_END, [])
            if entry not in entries:
                entries.append(entry)

    def _verb(self, word: str) -> tuple[str, ...]:
        """Return the trie keys of a verb: its stems, or one key that all its forms lead to."""
        language = LANGUAGES[self.lang]
        if language.forms is not None:
            key = word + "-"
            for form, bits in language.forms(word).items():
                self.forms[form] = (key, self.forms.get(form, (key, 0))[1] | bits)
            return (key,)
        keys = tuple(stem + "-" for stem in language.verb_stems(word))
        self.stems.update(keys)
        return keys


@dataclass(slots=True)
class Lexicon:
    """Words by language, and the closed tables that their keys point to."""

    phrases: dict[str, list[tuple[str, Entry, str]]] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    titles: dict[str, Title] = field(default_factory=dict)
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)  # place -> country codes
    capitals: dict[str, str] = field(default_factory=dict)  # country code -> place key
    organizations: dict[str, str | None] = field(default_factory=dict)  # key -> country code
    portfolios: dict[str, str | None] = field(default_factory=dict)  # key -> domain
    related: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of a domain
    posts: dict[str, str] = field(default_factory=dict)  # office kind -> class of its posts
    patterns: dict[str, str] = field(default_factory=dict)  # language -> text of its grammar
    labels: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    _words: dict[str, Words] = field(default_factory=dict)

    def add(self, lang: str, phrase: str, entry: Entry, pos: str = NOUN) -> None:
        """Enter ``phrase`` (in dictionary form) under ``entry``."""
        self.phrases.setdefault(lang, []).append((phrase, entry, pos))
        self._words.pop(lang, None)

    def is_event(self, entry: Entry, event: str) -> bool:
        """Tell whether an entry is a trigger of a kind of event."""
        return entry.kind == "trigger" and self.triggers[entry.key].event == event

    def words(self, lang: str) -> Words:
        """Return the words of a language, put in order when they are first asked for."""
        found = self._words.get(lang)
        if found is None:
            found = self._words[lang] = Words(lang)
            for phrase, entry, pos in self.phrases.get(lang, ()):
                found.add(phrase, entry, pos)
        return found


def entries_of(node: Trie) -> Iterable[Entry]:
    """Return what ends at ``node``."""
    found: list[Entry] = node.get(_END, [])
    return found


def label(lexicon: Lexicon, kind: str, key: str, lang: str) -> str:
    """Return the display name of a member of a closed set; its key where there is none."""
    names: Mapping[str, str] = lexicon.labels.get((kind, key), {})
    return names.get(lang) or names.get("en") or key
