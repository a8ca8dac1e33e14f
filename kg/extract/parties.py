"""Parties: which states and persons take part in what a clause tells."""

from __future__ import annotations

from kg.extract.clause import Clause
from kg.extract.focus import PAIR, Focus
from kg.extract.frames import Filled, countries_of, persons_of
from kg.extract.office import POSTED
from kg.model.mention import Mention, Person
from kg.nlp.features import F

_TALKS = frozenset(("Meeting", "Call"))
_BETWEEN_STATES = frozenset(
    (
        "Signing",
        "Exercise",
        "Opening",
        "Aid",
        "Downgrade",
        "Message",
        "Protest",
        "Sanction",
        "Meeting",
    )
)
_BY_OFFICIALS = frozenset(("Signing", "Aid", "Opening", "Protest"))
_AGAINST_ENVOYS = frozenset(("Protest", "Downgrade"))
_AFTER = 2  # cells behind a clause that still belong to it


def parties(filled: Filled, clause: Clause, focus: Focus) -> tuple[set[str], list[Person], bool]:
    """Return states, persons, and whether the states were taken from what was told before.

    What the frame names comes first; then whom "the two countries" stand for, the host of
    envoys, the clause's other words, and at last the event before. Fewer than two states
    mean that the clause tells of no event between states.
    """
    mentions = filled.mentions()
    persons, countries = persons_of(mentions), countries_of(mentions)
    dyad = dyad_of(clause, mentions)
    if dyad is not None and len(countries) < PAIR:
        countries, persons = focus.stand_for(dyad, countries, persons, quoted=clause.quoted)
    if len(countries) < PAIR and filled.event == "Opening":
        inside = (
            m for m in clause.line.mentions if clause.first <= m.first < clause.last and m.host
        )
        countries |= {c for m in inside for c in (m.host, *m.countries)}
    if len(countries) < PAIR and filled.event in _AGAINST_ENVOYS:
        countries |= {r.host for p in persons for r in p.roles if r.office in POSTED and r.host}
        countries |= {m.host for m in mentions if m.host and m.office in POSTED}
    if len(countries) < PAIR and filled.event in _BETWEEN_STATES:
        countries |= _in_the_clause(filled, clause, countries)
    if len(countries) < PAIR and _refers_back(filled, clause, countries, focus):
        return set(focus.countries), persons, True
    return countries, persons, False


def dyad_of(clause: Clause, mentions: list[Mention]) -> Mention | None:
    """Return "the two countries" among the arguments, or else anywhere in the clause."""
    inside = [m for m in clause.line.mentions if clause.first <= m.first < clause.last]
    return next((m for m in (*mentions, *inside) if m.kind == "dyad"), None)


def _in_the_clause(filled: Filled, clause: Clause, countries: set[str]) -> set[str]:
    """Return the states that stand in the clause's own words, when they make just two."""
    named: set[str] = set()
    for mention in clause.line.mentions:
        if not clause.first <= mention.first <= clause.last + _AFTER:
            continue
        there = mention.features & F.LOC or mention in clause.args.get("loc", ())
        seat = mention.kind == "place" and mention.capital_city and not there
        if mention.kind == "state" or seat:
            named.update(mention.countries)
        elif mention.kind == "person" and filled.event in _BY_OFFICIALS:
            named.update(p.country for p in mention.persons if p.country)
    return named if len(named | countries) == PAIR else set()


def _refers_back(filled: Filled, clause: Clause, countries: set[str], focus: Focus) -> bool:
    """Tell whether a clause that names too few states means those of the event before."""
    known = set(focus.countries)
    if filled.event in _AGAINST_ENVOYS and len(known) == PAIR and len(countries) == 1:
        return countries < known  # "two diplomats of X were expelled", the expelling state known
    if len(known) < PAIR or not countries <= known:
        return False
    if filled.event == "Signing":
        return True
    carried = not clause.verb and clause.carried is not None
    return filled.event in _TALKS and carried and bool(clause.features & F.FUTURE)
