"""Frames: a clause whose trigger evokes an event fills the event's slots.

A frame is a line of ontology/events.ttl, for example ``subj:traveller obj/place:destination!``:
role, type of filler, slot, and "!" where the slot must be filled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from kg.extract.clause import Clause
from kg.extract.office import POSTED
from kg.model.mention import Mention, Person
from kg.onto.lexicon import Lexicon

_PARTIES = frozenset(("person", "state", "dyad", "organization"))
_ONE_SIDE = frozenset(("target", "recipient"))
_JOINED = 2  # cells between coordinated phrases
_STATE_SLOTS = frozenset(("participant", "actor", "target", "donor", "recipient"))


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a frame."""

    role: str
    filler: str  # "" person state place doc envoy
    name: str
    needed: bool


@dataclass(slots=True)
class Filled:
    """A frame that fits a clause: mentions by slot."""

    event: str
    trigger: str
    slots: dict[str, list[Mention]] = field(default_factory=dict)

    def mentions(self) -> list[Mention]:
        """Return all fillers in order."""
        return [m for found in self.slots.values() for m in found]


@cache
def parse_frame(text: str) -> tuple[Slot, ...]:
    """Return the slots of one frame line."""
    slots = []
    for part in text.split():
        role, _, name = part.partition(":")
        role, _, filler = role.partition("/")
        slots.append(Slot(role, filler, name.rstrip("!"), name.endswith("!")))
    return tuple(slots)


def fill(clause: Clause, lexicon: Lexicon) -> list[Filled]:
    """Return for each trigger of the clause's predicate the frame that takes in most."""
    found = []
    for entry in clause.predicate.entries:
        if entry.kind != "trigger":
            continue
        trigger = lexicon.triggers[entry.key]
        fitting = (_fit(clause, parse_frame(frame)) for frame in trigger.frames)
        filled = [Filled(trigger.event, entry.key, slots) for slots in fitting if slots is not None]
        if filled:
            found.append(max(filled, key=lambda one: len(one.mentions())))
    return found


def _fit(clause: Clause, frame: tuple[Slot, ...]) -> dict[str, list[Mention]] | None:
    slots: dict[str, list[Mention]] = {}
    for slot in frame:
        fillers = [m for m in clause.args.get(slot.role, ()) if _fits(m, slot)]
        if slot.needed and not fillers:
            return None
        if slot.name in _ONE_SIDE:
            fillers = _coordinated(fillers)
        have = slots.setdefault(slot.name, [])
        have.extend(m for m in fillers if m not in have)
    return slots


def _coordinated(mentions: list[Mention]) -> list[Mention]:
    """Return the first phrase only, with what "and" joins to it."""
    kept = mentions[:1]
    for mention in mentions[1:]:
        if mention.first - kept[-1].last > _JOINED:
            break
        kept.append(mention)
    return kept


def _fits(mention: Mention, slot: Slot) -> bool:
    """Tell whether a mention is of the sort that a slot takes."""
    test = _FILLERS.get(slot.filler)
    if test is not None:
        return test(mention)
    kind = mention.kind
    if slot.name in _STATE_SLOTS and kind == "place":
        return mention.capital_city and (slot.role != "dat" or slot.name in _ONE_SIDE)
    if slot.name in _STATE_SLOTS and kind == "envoys":
        return bool(mention.countries)
    return kind in _PARTIES and slot.name != "document"


def _is_official(mention: Mention) -> bool:
    kind = mention.kind
    people = kind == "dyad" and not mention.key.endswith("state")
    return kind == "person" or people or bool(mention.office)


def _is_destination(mention: Mention) -> bool:
    return mention.kind in ("place", "state") and not mention.office and not mention.ministry


def _is_state(mention: Mention) -> bool:
    return mention.kind in ("state", "dyad") and not mention.office


def _is_document(mention: Mention) -> bool:
    return mention.kind == "document"


def _is_envoy(mention: Mention) -> bool:
    posted = any(r.office in POSTED for p in mention.persons for r in p.roles)
    return posted or mention.kind == "envoys" or mention.office in POSTED


def _is_mission(mention: Mention) -> bool:
    return bool(mention.host) and not mention.office


_FILLERS = {
    "person": _is_official,
    "place": _is_destination,
    "state": _is_state,
    "doc": _is_document,
    "envoy": _is_envoy,
    "mission": _is_mission,
}


def persons_of(mentions: list[Mention]) -> list[Person]:
    """Return the persons of mentions, each once."""
    return list({p.number: p for m in mentions for p in m.persons}.values())


def countries_of(mentions: list[Mention]) -> set[str]:
    """Return the states for which mentions stand."""
    found: set[str] = set()
    for mention in mentions:
        found.update(p.country for p in mention.persons if p.country)
        if not mention.persons and mention.kind != "organization":
            found.update(mention.countries)
    return found
