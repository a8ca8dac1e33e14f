"""Drafts: events while an article is still being read."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause
from kg.extract.dates import DateMention
from kg.model.mention import Mention, Person


@dataclass(slots=True)
class EventDraft:
    """An event as one sentence tells it; merged later with what other sentences add.

    ``said`` records for each sentence what it states: (property, value) pairs.
    """

    event: str
    status: str  # occurred planned cancelled
    sentence: int
    rule: str
    countries: set[str] = field(default_factory=set)
    persons: list[Person] = field(default_factory=list)
    place: Mention | None = None
    date: DateMention | None = None
    domains: list[str] = field(default_factory=list)
    actor: str | None = None
    target: str | None = None
    clause: Clause | None = None
    inferred: bool = False  # a party was taken from the context
    said: dict[int, set[tuple[str, str]]] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)

    def state(self, sentence: int, rule: str) -> None:
        """Record that ``sentence`` states all that the draft holds now."""
        said = self.said.setdefault(sentence, set())
        said.update(("party", c) for c in self.countries)
        said.update(("participant", str(p.number)) for p in self.persons)
        said.update(("domain", d) for d in self.domains)
        self.rules.setdefault(sentence, rule)

    def like(self, countries: set[str], persons: list[Person]) -> EventDraft:
        """Return another event told by the same words, of other states and persons."""
        return EventDraft(
            self.event,
            self.status,
            self.sentence,
            self.rule,
            countries,
            persons,
            place=self.place,
            date=self.date,
            clause=self.clause,
        )
