"""Phrases of office: what the grammar matched, its slots as words, cells and countries."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cells import Cell
from kg.extract.pattern import Match
from kg.model.mention import Mention, Person, Role
from kg.nlp.language import Language
from kg.onto.lexicon import Entry, Title


@dataclass(slots=True)
class Phrase:
    """A match of the grammar with its cells at hand."""

    match: Match
    cells: list[Cell]
    sentence: int
    language: Language

    @property
    def first(self) -> int:
        """Return its first cell."""
        return self.match.first

    @property
    def words(self) -> list[Cell]:
        """Return its cells."""
        return self.cells[self.match.first : self.match.last]

    def has(self, slot: str) -> bool:
        """Tell whether a slot is filled."""
        return slot in self.match.slots

    def slot(self, slot: str) -> list[Cell]:
        """Return the cells of a slot; none where it is not filled."""
        first, last = self.match.slots.get(slot, (0, 0))
        return self.cells[first:last]

    def cell(self, slot: str) -> Cell | None:
        """Return the (last) cell of a slot."""
        found = self.match.slots.get(slot)
        return self.cells[found[1] - 1] if found else None

    def entry(self, slot: str, kind: str) -> Entry | None:
        """Return the entry of a kind in the (last) cell of a slot."""
        cell = self.cell(slot)
        return cell.entry(kind) if cell else None

    def text(self, slot: str) -> str:
        """Return a slot's words as written, the ending after an apostrophe left out."""
        cells = self.slot(slot)
        words = [t.text for c in cells for t in c.tokens]
        token = cells[-1].tokens[-1]
        if token.tail:
            words[-1] = token.text[: len(token.base)]
        return " ".join(words).replace(" - ", "-")

    def mention(
        self,
        kind: str,
        features: int = 0,
        *,
        persons: tuple[Person, ...] = (),
        countries: tuple[str, ...] = (),
        office: str = "",
    ) -> Mention:
        """Return a mention of the whole phrase."""
        first, last = self.match.first, self.match.last
        return Mention(kind, first, last, features, persons, countries, office=office)


@dataclass(slots=True)
class Recent:
    """What phrases refer back to: the last official, a title of several, the last envoy."""

    official: tuple[Person, Role] | None = None
    plural: tuple[Title, str | None, int] | None = None  # title, portfolio, sentence
    envoy: tuple[int, str, str | None] | None = None  # sentence, sender, host
