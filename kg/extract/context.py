"""The context of one article: whose paper it is, which states it is about, who is who.

Everything that a phrase leaves unsaid is looked up here, and only here: a bare minister's
country, the host of an ambassador without a seat, "the other side".
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.persons import Registry
from kg.model.mention import Person, Role
from kg.onto.lexicon import Lexicon

HOME = {"tr": "TR", "kk": "KZ"}  # the state whose bare "minister" a paper in this language means
_STATE = ("country", "demonym", "metonym", "place")


@dataclass(slots=True)
class Context:
    """Filled once per article before roles are read; ``states`` are all mentions of states."""

    lexicon: Lexicon
    lang: str
    registry: Registry
    states: list[tuple[int, int, str]] = field(default_factory=list)  # sentence, cell, country
    dateline: str | None = None

    named: list[tuple[int, str]] = field(default_factory=list)  # sentence, country by its own name

    def note(self, sentence: int, cells: list[Cell]) -> None:
        """Record the states that a sentence names, by whatever name."""
        for i, cell in enumerate(cells):
            country = self.country_of(cell)
            if country:
                self.states.append((sentence, i, country))
                if "place" not in cell.kinds:
                    self.named.append((sentence, country))

    def country_of(self, cell: Cell) -> str | None:
        """Return the country that a cell names or lies in; None where it is doubtful."""
        states = [e.key for e in cell.entries if e.kind in _STATE and e.kind != "place"]
        codes = states or [c for e in cell.entries if e.kind == "place" for c in e.sense.split()]
        if len(set(codes)) <= 1:
            return codes[0] if codes else None
        seen = {c for _, _, c in self.states}
        known = [c for c in codes if c in seen]
        return known[0] if known else codes[0]

    @property
    def counts(self) -> Counter[str]:
        """Return how often each state is named."""
        return Counter(country for _, _, country in self.states)

    @property
    def head_pair(self) -> tuple[str, ...]:
        """Return the two states that the headline, or else the first sentence, names."""
        for sentence in (0, 1):
            found = {c for s, c in self.named if s == sentence}
            if len(found) == 2:  # noqa: PLR2004 - a pair
                return tuple(sorted(found))
        return ()

    @property
    def pair(self) -> tuple[str, ...]:
        """Return the two states that the article is about: of its head, else the most named."""
        head = [c for s, _, c in self.states if s == 0]
        found = list(dict.fromkeys(head))
        if len(found) != 2:  # noqa: PLR2004 - a pair
            found = [c for c, _ in self.counts.most_common(2)]
        return tuple(sorted(found)) if len(found) == 2 else ()  # noqa: PLR2004 - a pair

    def default_country(self, sentence: int, cell: int) -> str | None:
        """Return the country of an official who is named without one."""
        home = HOME.get(self.lang)
        if home and any(c == home for _, _, c in self.states):
            return home
        previous = [c for s, _, c in self.states if s == sentence - 1 and s > 0]
        if previous:
            return previous[0]
        if self.dateline:
            return self.dateline
        before = [c for s, i, c in self.states if (s, i) < (sentence, cell)]
        return before[-1] if before else home

    def last_state(self, sentence: int, cell: int) -> str | None:
        """Return the state named last before a place of the text ("its foreign minister")."""
        before = [c for s, i, c in self.states if (s, i) < (sentence, cell)]
        return before[-1] if before else None

    def other_state(self, sentence: int, cell: int, known: str | None) -> str | None:
        """Return the state on the other side of ``known``: named before, else of the pair."""
        before = [c for s, i, c in self.states if s == sentence and i < cell and c != known]
        if before:
            return before[-1]
        home = HOME.get(self.lang)
        if home and known and known != home and any(c == home for _, _, c in self.states):
            return home
        others = [c for c in self.pair if c != known]
        return others[0] if len(others) == 1 else None

    def host_of(self, country: str, sentence: int) -> str | None:
        """Return the state in which an ambassador of ``country`` serves when no seat is named."""
        home = HOME.get(self.lang)
        if home and country != home:
            return home if any(c == home for _, _, c in self.states) else None
        near = [c for s, _, c in self.states if abs(s - sentence) <= 1 and c != country]
        others = [c for c in self.pair if c != country]
        if len(others) == 1:
            return others[0]
        return near[0] if near and len(set(near)) == 1 else None

    def owner(self, cell: Cell | None) -> str | None:
        """Return the country of a national body."""
        entry = cell.entry("organization") if cell else None
        return self.lexicon.organizations.get(entry.key) if entry else None

    def is_international(self, cell: Cell | None) -> bool:
        """Tell whether an organization belongs to no single state."""
        entry = cell.entry("organization") if cell else None
        return bool(entry) and self.lexicon.organizations.get(entry.key) is None if entry else False

    def is_agency(self, cell: Cell | None) -> bool:
        """Tell whether an organization is a state's agency that the lexicon knows."""
        return self.owner(cell) is not None

    def give(self, person: Person, role: Role) -> None:
        """Add a role to a person unless the text has given it already, more fully."""
        for i, known in enumerate(person.roles):
            same = known.office == role.office and known.former == role.former
            if same and role.host and known.host and role.host != known.host and role.country == known.country:
                continue  # accredited to two states
            if same and (
                known.portfolio == role.portfolio or not role.portfolio or not known.portfolio
            ):
                if not role.stated or known.country == role.country:
                    if role.host and not known.host:
                        known.host, known.seat = role.host, role.seat
                    if role.stated and not known.stated:
                        person.roles[i] = role
                    return
                if not known.stated:
                    person.roles[i] = role
                    return
                if known.office not in ("ambassador", "envoy"):
                    return
        person.roles.append(role)

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
        role = last[1]
        found = [
            p
            for p in self.registry.persons
            if p is not last[0]
            and any(
                r.office == role.office and r.portfolio == role.portfolio and r.country != role.country
                and (country is None or r.country == country)
                for r in p.roles
            )
        ]  # fmt: skip
        return found[0] if len(found) == 1 else None
