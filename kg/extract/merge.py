"""Merging within an article: however often an event is told, it is one event."""

from __future__ import annotations

from kg.extract.draft import EventDraft

_DIRECTED = frozenset(("Downgrade", "Sanction"))
_ONCE = frozenset(("Signing", "Exercise", "Aid", "Opening", "Protest", "Visit"))


def merge_events(drafts: list[EventDraft]) -> list[EventDraft]:
    """Return the drafts with repeated tellings joined, in order of their first telling.

    Two drafts are one event when type, status and states agree, no stated day or place
    differs, and the people of one are among those of the other (or one names nobody).
    """
    merged: list[EventDraft] = []
    for draft in drafts:
        same = next((m for m in merged if _same(m, draft)), None)
        if same is None:
            merged.append(draft)
            continue
        for person in draft.persons:
            if person not in same.persons:
                same.persons.append(person)
        same.domains += [d for d in draft.domains if d not in same.domains]
        same.place = same.place or draft.place
        same.date = same.date or draft.date
        same.actor = same.actor or draft.actor
        same.target = same.target or draft.target
        for sentence, said in draft.said.items():
            same.said.setdefault(sentence, set()).update(said)
        for sentence, rule in draft.rules.items():
            same.rules.setdefault(sentence, rule)
    return merged


def _same(one: EventDraft, other: EventDraft) -> bool:
    """Tell whether two tellings are of one event."""
    if one.event != other.event or one.status != other.status:
        return False
    if one.date and other.date and one.date.value != other.date.value:
        return False
    return one.countries == other.countries and _may_meet(one, other)


def _may_meet(one: EventDraft, other: EventDraft) -> bool:
    """Tell whether the people of two tellings allow them to be one event."""
    a, b = {p.number for p in one.persons}, {p.number for p in other.persons}
    turned = one.rule != other.rule or (one.actor and other.actor and one.actor != other.actor)
    if one.event in _DIRECTED and (a != b or turned):
        return False  # tit for tat: each step is an event of its own
    clause = other.clause
    refers = clause is not None and not clause.verb and clause.carried is None
    if a <= b or b <= a or refers:  # "the meeting of the two": a noun refers to what was told
        return True
    return one.event in _ONCE and other.sentence - max(one.said, default=one.sentence) <= 1
