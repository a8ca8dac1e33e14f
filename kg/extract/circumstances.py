"""Circumstances: when and where an event is, and from whom to whom it goes."""

from __future__ import annotations

from datetime import date as day
from datetime import timedelta

from kg.extract.clause import Clause
from kg.extract.dates import DateMention
from kg.extract.draft import EventDraft
from kg.extract.focus import PAIR
from kg.extract.frames import Filled, countries_of
from kg.extract.modality import governor
from kg.model.mention import Mention
from kg.nlp.features import F

_DIRECTED = frozenset(("Protest", "Downgrade", "Sanction", "Aid"))
_SHIFT = {"same": 0, "before": -1}  # days from the event told before


def date_of(
    clause: Clause, dates: list[DateMention], last: EventDraft | None
) -> DateMention | None:
    """Return the day of what a clause tells: in the clause, or the only one before it.

    Of a postponed event only a day named after the verb is the new one. ``last`` is the event
    told before, to which "the same day" refers.
    """
    if governor(clause) == "postponed":
        after = (d for d in dates if d.first > clause.cell and d.datatype == "date")
        return next(after, None)
    inside = [d for d in dates if clause.first <= d.first < clause.last]
    only = dates[0] if len(dates) == 1 and dates[0].first < clause.first else None
    found = inside[-1] if inside else only
    if found is None or found.datatype != "date":
        return None
    if found.relative in _SHIFT:
        return _shifted(last.date if last else None, _SHIFT[found.relative])
    return found


def _shifted(date: DateMention | None, days: int) -> DateMention | None:
    """Return ``date`` moved by ``days``."""
    if date is None:
        return None
    value = (day.fromisoformat(date.value) + timedelta(days=days)).isoformat()
    return DateMention(date.first, date.last, value, "date")


def place_of(clause: Clause) -> Mention | None:
    """Return the place at which a clause is set."""
    for mention in clause.args.get("loc", ()):
        if mention.kind == "place":
            return mention
    near = [
        m
        for m in clause.line.mentions
        if m.kind == "place"
        and m.features & F.LOC
        and not m.features & F.KI
        and clause.first <= m.first < clause.last
    ]
    return near[-1] if near else None


def direct(draft: EventDraft, filled: Filled) -> None:
    """Fill actor and target of an event with a direction; both are parties to it."""
    if draft.event not in _DIRECTED or len(draft.countries) != PAIR:
        return
    actor = _states(filled, "actor", "donor")
    target = _states(filled, "target", "recipient", "recalled")
    if "recalled" in filled.slots and len(target) == 1:
        actor, target = target, draft.countries - target
    if len(actor) == 1 and actor != target and actor < draft.countries:
        draft.actor, draft.target = _parted(draft.countries, actor)
    elif len(target) == 1 and target < draft.countries:
        draft.target, draft.actor = _parted(draft.countries, target)


def _states(filled: Filled, *slots: str) -> set[str]:
    return countries_of([m for slot in slots for m in filled.slots.get(slot, ())])


def _parted(pair: set[str], one: set[str]) -> tuple[str, str]:
    """Return the one member of ``one``, then the other state of ``pair``."""
    (first,), (second,) = one, pair - one
    return first, second
