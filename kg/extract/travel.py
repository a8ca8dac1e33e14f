"""Travel and accreditation: events whose states are those of the people who come and go."""

from __future__ import annotations

from kg.extract.draft import EventDraft
from kg.extract.focus import Focus
from kg.extract.frames import Filled, countries_of, persons_of
from kg.extract.office import POSTED
from kg.model.mention import Person, Role


def visit(draft: EventDraft, filled: Filled) -> list[EventDraft]:
    """Complete a visit: the travellers' states and the one they travel to."""
    travellers = filled.slots.get("traveller", [])
    destinations = filled.slots.get("destination", [])
    if not destinations:
        return []
    place = destinations[0]
    to = place.countries[0] if place.countries else None
    persons = persons_of(travellers)
    movers = [p for p in persons if p.country and p.country != to]
    if any(r.host == to for p in movers for r in p.roles):
        return []  # an ambassador inside the host state does not travel abroad
    from_ = countries_of(travellers) - {to or ""}
    if not to or not from_ or (persons and not movers):
        return []
    draft.countries, draft.persons, draft.place = from_ | {to}, movers, place
    return [draft]


def accreditations(draft: EventDraft, filled: Filled, focus: Focus) -> list[EventDraft]:
    """Return one event per ambassador; sender and host are the post's."""
    persons = persons_of(filled.mentions())
    drafts = []
    for person in persons:
        role = next((r for r in person.roles if r.office in POSTED and r.country), None)
        if role is not None and role.host is None:
            _receive(role, persons)
        if role is None or role.country is None or role.host is None:
            continue
        others = [p for p in persons if p.country == role.host and not _is_posted(p)]
        if not others and focus.last and draft.sentence - focus.last.sentence <= 1:
            others = [p for p in focus.persons if p.country == role.host]
        drafts.append(draft.like({role.country, role.host}, [person, *others]))
    return drafts


def _receive(role: Role, persons: list[Person]) -> None:
    """Let an envoy without a seat serve in the state whose official takes the credentials."""
    hosts = {p.country for p in persons if p.country and not _is_posted(p)} - {role.country}
    if len(hosts) == 1:
        role.host, role.seated = hosts.pop(), False


def _is_posted(person: Person) -> bool:
    return any(r.office in POSTED for r in person.roles)
