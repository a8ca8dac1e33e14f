"""Offices: what the slots of a phrase say of title, portfolio, body and sending state."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cells import Cell
from kg.extract.context import Context
from kg.extract.names import words_of
from kg.extract.phrase import Phrase, Recent
from kg.model.mention import Person
from kg.onto.lexicon import Title

POSTED = frozenset(("ambassador", "consul", "charge-daffaires"))  # sent to another state
MINISTERS = frozenset(("minister", "deputy-minister"))  # whose posts have a portfolio
_SOLDIER, _HEAD = "military-commander", "head-of-organization"
_UNKNOWN = Title("other-official", None, "none")


@dataclass(slots=True)
class OfficeReader:
    """Reads slots in the light of the article and of the official named last."""

    context: Context
    recent: Recent

    def title(self, phrase: Phrase) -> Title:
        """Return the title; a civil office beats a rank ("Defence Minister General X")."""
        titles = self.context.lexicon.titles
        entry, rank = phrase.entry("title", "title"), phrase.entry("rank", "title")
        first = titles[entry.key] if entry else _UNKNOWN
        second = titles[rank.key] if rank else None
        if second is not None and first.office == _SOLDIER and second.office != _SOLDIER:
            return second
        return first

    def office(self, phrase: Phrase, title: Title) -> str:
        """Return the kind of office; the head of a state's body is the head of an agency."""
        if title.office != _HEAD:
            return title.office
        cell = phrase.cell("org")
        if cell is None:
            return "head-of-agency" if phrase.has("portfolio") else _HEAD
        words = phrase.slot("org")
        private = any("society" in c.kinds for c in words)
        if private or self.context.is_international(cell):
            return _HEAD
        public = any(c.kinds & {"portfolio", "domain"} for c in words)
        return "head-of-agency" if public or self.context.is_agency(cell) else _HEAD

    @staticmethod
    def portfolio(phrase: Phrase, title: Title) -> str | None:
        """Return the portfolio that the phrase names or the title implies."""
        entry = phrase.entry("portfolio", "portfolio")
        return entry.key if entry else title.portfolio

    @staticmethod
    def organization(phrase: Phrase, title: Title) -> str | None:
        """Return the name of the body that the official heads or serves."""
        if phrase.has("org"):
            return phrase.text("org")
        agency = title.governs == "organization" and not phrase.has("ministry")
        if agency and phrase.has("portfolio"):
            return phrase.text("portfolio")  # "Savunma Sanayii Başkanı"
        return None

    def sender(self, phrase: Phrase) -> str | None:
        """Return the state that the phrase names, or points back to ("his", "its minister")."""
        named = self.country(phrase.cell("sender") or phrase.cell("sender_b"))
        if named:
            return named
        lead = {c.low for c in phrase.words if "acting" in c.kinds}
        if self.recent.official is not None and not lead.isdisjoint(phrase.language.his):
            return self.recent.official[1].country
        if not lead.isdisjoint(phrase.language.its):
            return self.context.subject_state(phrase.sentence, phrase.first)
        return None

    def country(self, cell: Cell | None) -> str | None:
        """Return the country of a slot's cell."""
        return self.context.country_of(cell) if cell else None

    def person(self, phrase: Phrase, slot: str = "name") -> Person:
        """Return the person whom a phrase names, new or known, the form noted."""
        words = words_of(phrase.cells[phrase.match.slots[slot][1] - 1])
        lead = phrase.cell("title") or phrase.cell("counterpart")
        if phrase.language.nominative and lead is not None:
            words = phrase.language.nominative(words, lead.low)
        person = self.context.registry.add(words)
        person.note(phrase.sentence, words)
        return person

    def rule(self, phrase: Phrase) -> str:
        """Return the name under which a pattern's roles are recorded."""
        return f"{self.context.lang}:{phrase.match.pattern}"
