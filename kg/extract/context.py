"""The context of one article: whose paper it is, which states it is about, who is who.

Everything that a phrase leaves unsaid is looked up here, and only here: a bare minister's
country, the host of an ambassador without a seat, "the other side".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.persons import Registry
from kg.model.mention import Person, Role
from kg.nlp.lang import LANGUAGES
from kg.onto.lexicon import Entry, Lexicon

PAIR = 2
_NAMES = frozenset(("country", "demonym", "metonym"))  # of a state itself
_STATES = _NAMES | {"place"}


@dataclass(slots=True)
class Context:
    """Filled once per article before roles are read.

    ``states`` are all mentions of states in reading order, ``places`` runs parallel to it:
    (sentence, cell) of each; ``named`` gives for the two head sentences the states that
    they call by name; ``pair`` holds the two states that the article is about, or nothing.
    """

    lexicon: Lexicon
    lang: str
    registry: Registry
    states: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    named: dict[int, set[str]] = field(default_factory=dict)
    dateline: str | None = None
    pair: tuple[str, ...] = ()
    head_pair: tuple[str, ...] = ()  # that headline or first sentence name
    home: str | None = None  # of the paper, where the article names it, or one other state only

    def note(self, sentence: int, cells: list[Cell]) -> None:
        """Record the states that a sentence names, by whatever name; in reading order."""
        for i, cell in enumerate(cells):
            country = self.country_of(cell)
            if country:
                self.states.append(country)
                self.places.append((sentence, i))
                if "place" not in cell.kinds:
                    self.named.setdefault(sentence, set()).add(country)

    def settle(self) -> None:
        """Decide, once all sentences are noted, which states the article is about."""
        pairs = (self.named.get(sentence, set()) for sentence in (0, 1))
        self.head_pair = next((tuple(sorted(p)) for p in pairs if len(p) == PAIR), ())
        found = set(self._between((0, 0), (1, 0)))
        if len(found) != PAIR:
            found = {country for country, _ in Counter(self.states).most_common(PAIR)}
        self.pair = tuple(sorted(found)) if len(found) == PAIR else ()
        home = LANGUAGES[self.lang].home
        alone = len(set(self.states)) <= 1 and not self.dateline
        self.home = home if home and (home in self.states or alone) else None

    def _between(self, begin: tuple[int, int], end: tuple[int, int]) -> list[str]:
        """Return the states mentioned from one (sentence, cell) up to another."""
        return self.states[bisect_left(self.places, begin) : bisect_left(self.places, end)]

    def country_of(self, cell: Cell) -> str | None:
        """Return the country that a cell names or lies in; of several one met before."""
        if cell.kinds.isdisjoint(_STATES):
            return None
        states = [e.key for e in cell.entries if e.kind in _NAMES]
        codes = states or [c for e in cell.entries if e.kind == "place" for c in e.sense.split()]
        if len(set(codes)) <= 1:
            return codes[0] if codes else None
        return next((c for c in codes if c in self.states), codes[0])

    def default_country(self, sentence: int, cell: int) -> str | None:
        """Return the country of an official who is named without one."""
        if self.home:
            return self.home
        previous = self._between((sentence - 1, 0), (sentence, 0)) if sentence > 1 else []
        if previous:
            return previous[0]
        before = self.states[: bisect_left(self.places, (sentence, cell))]
        last = before[-1] if before else None
        return self.dateline or last or LANGUAGES[self.lang].home or None

    def subject_state(self, sentence: int, cell: int) -> str | None:
        """Return the state that "its foreign minister" points to at a place of the text.

        The first of the same sentence, which mostly is the subject, else the last before.
        """
        here = self._between((sentence, 0), (sentence, cell))
        before = bisect_left(self.places, (sentence, cell))
        return next(iter(here or self.states[:before][-1:]), None)

    def other_state(self, sentence: int, cell: int, known: str | None) -> str | None:
        """Return the state on the other side of ``known``: named before, else of the pair."""
        before = [c for c in self._between((sentence, 0), (sentence, cell)) if c != known]
        if before:
            return before[-1]
        if self.home and known and known != self.home:
            return self.home
        others = [c for c in self.pair if c != known]
        return others[0] if len(others) == 1 else None

    def host_of(self, country: str, sentence: int) -> str | None:
        """Return the state in which an ambassador of ``country`` serves when no seat is named."""
        home = LANGUAGES[self.lang].home
        if home and country != home:
            return self.home
        others = [c for c in self.head_pair if c != country]
        if len(others) == 1:
            return others[0]
        near = set(self._between((sentence - 1, 0), (sentence + 2, 0))) - {country}
        return near.pop() if len(near) == 1 else None

    def owner(self, cell: Cell | None) -> str | None:
        """Return the country of a national body."""
        entry = _organization(cell)
        return self.lexicon.organizations.get(entry.key) if entry else None

    def is_international(self, cell: Cell | None) -> bool:
        """Tell whether an organization that the lexicon knows belongs to no single state."""
        return _organization(cell) is not None and self.owner(cell) is None

    def is_agency(self, cell: Cell | None) -> bool:
        """Tell whether an organization is a state's agency that the lexicon knows."""
        return self.owner(cell) is not None

    def holder(self, office: str, country: str | None, portfolio: str | None) -> Person | None:
        """Return the one person of the article who holds such an office."""
        found = {
            p.number: p
            for p in self.registry.persons
            for r in p.roles
            if r.office == office
            and (country is None or r.country == country)
            and (portfolio is None or r.portfolio in (portfolio, None))
            and not r.former
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def counterpart(self, last: tuple[Person, Role] | None, country: str | None) -> Person | None:
        """Return the known counterpart of the person last named."""
        if last is None:
            return None
        person, role = last
        found = [
            p
            for p in self.registry.persons
            if p is not person
            and any(
                r.office == role.office
                and r.portfolio == role.portfolio
                and r.country != role.country
                and (country is None or r.country == country)
                for r in p.roles
            )
        ]
        return found[0] if len(found) == 1 else None


def _organization(cell: Cell | None) -> Entry | None:
    return cell.entry("organization") if cell else None
