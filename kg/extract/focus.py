"""Focus: what "they", "the two countries", "at the meeting" refer to at a point of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.context import Context
from kg.extract.draft import EventDraft
from kg.model.mention import Mention, Person

PAIR = 2
_ALWAYS_TWO = frozenset(("Meeting", "Call"))


@dataclass(slots=True)
class Focus:
    """Grows with every event that is told; read in reading order only."""

    context: Context
    countries: tuple[str, ...] = ()  # sorted
    persons: tuple[Person, ...] = ()
    last: EventDraft | None = None
    by_type: dict[str, EventDraft] = field(default_factory=dict)
    mentioned: list[Person] = field(default_factory=list)  # in reading order, with repetitions

    @property
    def states(self) -> tuple[str, ...]:
        """Return the states in focus; before any event those of the headline."""
        return self.countries or self.context.head_pair

    def move(self, draft: EventDraft) -> None:
        """Turn to a new event."""
        self.last = draft
        self.by_type[draft.event] = draft
        if draft.status != "cancelled":
            self.countries = tuple(sorted(draft.countries))
            if len(draft.persons) > 1 or draft.event in _ALWAYS_TWO:
                self.persons = tuple(draft.persons)

    def event_named(self, cells: list[Cell], predicate: Cell) -> EventDraft | None:
        """Return the last event of a kind that ``cells`` name: "took part in the talks"."""
        for cell in cells:
            entry = cell.entry("trigger")
            if entry is not None and cell is not predicate:
                found = self.by_type.get(self.context.lexicon.triggers[entry.key].event)
                if found is not None:
                    return found
        return None

    def stand_for(
        self, dyad: Mention, countries: set[str], persons: list[Person], *, quoted: bool
    ) -> tuple[set[str], list[Person]]:
        """Return whom "the two countries", "the three ministers" stand for.

        The sense of such a word is a number and what is counted: "2 state", "3 minister".
        ``countries`` and ``persons`` are known already, and returned where nothing fits. In
        a quotation the headline's pair does not count.
        """
        number, _, what = dyad.key.partition(" ")
        if what == "state":
            states = self.countries if quoted else self.states
            fits = len(states) == int(number or PAIR) and countries <= set(states)
            return (set(states) if fits else countries), persons
        if persons:
            return countries, persons
        known = [p for p in self.persons if what in ("person", *(r.office for r in p.roles))]
        of = {p.country for p in known if p.country}
        if len(of) == int(number):
            return of | countries, known
        return self._last_officials(int(number), what, countries)

    def _last_officials(
        self, number: int, office: str, countries: set[str]
    ) -> tuple[set[str], list[Person]]:
        """Return the last officials of so many states who hold one office, or the states."""
        by_office: dict[str, dict[str, Person]] = {}
        for person in reversed(self.mentioned):
            for role in person.roles[:1]:
                same = by_office.setdefault(role.office, {})
                if role.country and role.country not in same and office in ("person", role.office):
                    same[role.country] = person
                if len(same) == number:
                    return set(same), list(same.values())[::-1]
        if len(self.countries) == number and countries <= set(self.countries):
            return set(self.countries), []
        return countries, []
