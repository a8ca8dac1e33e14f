"""Cooperation: which two states work together in which domain, by the words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from kg.extract.clause import Clause
from kg.extract.draft import EventDraft
from kg.extract.focus import PAIR, Focus
from kg.extract.line import Line
from kg.extract.speech import StatementDraft
from kg.extract.topics import sector_only
from kg.model.mention import Mention
from kg.nlp.features import F

Pair = tuple[str, str]  # sorted
_MANY = 4  # states whose every pair is meant when they act together
_TOGETHER = frozenset(("Signing", "Exercise", "Meeting"))
_TALKS = _TOGETHER | {"Call"}
_HOSTILE = frozenset(("Protest", "Downgrade", "Sanction"))
_NO_SUBJECT = frozenset(("Visit", "Accreditation", "Message"))  # events that are about nothing
_AFTERWARDS = 2  # sentences right after talks that may tell their subjects
_OPENING = 3  # cells in which a sentence says "at the meeting"
_TALK_WORDS = frozenset(("meet", "session", "call"))  # keys of triggers


@dataclass(slots=True)
class CooperationDraft:
    """One pair and domain as one sentence states it."""

    pair: Pair
    domain: str
    status: str
    sentence: int
    rule: str


@dataclass(slots=True)
class CooperationReader:
    """Reads sentences in order; needs the focus to know who "they" are."""

    focus: Focus
    drafts: list[CooperationDraft] = field(default_factory=list)

    def read(
        self, line: Line, clauses: list[Clause], new: list[EventDraft], said: list[StatementDraft]
    ) -> None:
        """Add the cooperation of one sentence, and the domains of the talks it tells of.

        ``new`` and ``said`` are the sentence's events and statements.
        """
        domains = sector_only(line, 0, len(line.cells))
        _give_domains(line, new, domains)
        talks = any(e.event in _TALKS and e.status == "occurred" for e in new)
        if not domains or not _is_cooperative(line, new, said, talks=talks):
            return
        rule = f"{self.focus.context.lang}:{'talks' if talks else 'cooperation'}"
        status = "agreed" if any("document" in c.kinds for c in line.cells) else "ongoing"
        parted = _with_each(line, clauses)
        found = parted or [(p, d) for p in self._pairs(line, clauses, new) for d in domains]
        for pair, domain in found:
            draft = CooperationDraft(pair, domain, status, line.sentence.index, rule)
            self.drafts.append(draft)
        if not parted:
            self._give_topics(line, clauses, new, domains)

    def _give_topics(
        self, line: Line, clauses: list[Clause], new: list[EventDraft], domains: list[str]
    ) -> None:
        """Give the last talks the subjects that "were discussed" there."""
        last = self.focus.by_type.get("Meeting") or self.focus.by_type.get("Call")
        index = line.sentence.index
        if last is None or last in new or index - last.sentence > _AFTERWARDS:
            return
        about = any("topic" in c.kinds for c in line.cells) or _at_the_meeting(line)
        if about and not any("speech" in c.predicate.kinds for c in clauses if c.finite):
            last.domains += [d for d in domains if d not in last.domains]
            last.said.setdefault(index, set()).update(("domain", d) for d in domains)
            last.rules.setdefault(index, f"{self.focus.context.lang}:topic")

    def _pairs(self, line: Line, clauses: list[Clause], new: list[EventDraft]) -> list[Pair]:
        """Return the pair at work; each pair of three or four states that act together."""
        for event in new:
            if PAIR < len(event.countries) <= _MANY and event.event in _TOGETHER:
                return [(a, b) for a, b in combinations(sorted(event.countries), 2)]
        for clause in clauses:
            subjects = clause.args.get("subj", ())
            states = {c for m in subjects if m.kind == "state" for c in m.countries}
            if clause.finite and len(states) == PAIR and not new:
                return [_pair(states)]
        if any(m.kind == "dyad" and not m.key.startswith(str(PAIR)) for m in line.mentions):
            return []  # "the three countries": no pair is meant
        pair = self.pair_of(line, new)
        return [pair] if pair else []

    def pair_of(self, line: Line, new: list[EventDraft]) -> Pair | None:
        """Return the two states of a sentence: of its events, its words, or of the focus."""
        named = {c for m in line.mentions if _is_state(m) for c in m.countries}
        persons = {p.country for m in line.mentions for p in m.persons if p.country}
        for states in (*(e.countries for e in new), named, named | persons, persons):
            if len(states) == PAIR:
                return _pair(states)
        focus = set(self.focus.states)
        return _pair(focus) if len(focus) == PAIR and named | persons <= focus else None


def _pair(states: set[str]) -> Pair:
    first, second = sorted(states)
    return first, second


def _is_state(mention: Mention) -> bool:
    """Tell whether a mention stands for a state: a capital does, unless something is there."""
    if mention.kind != "place":
        return mention.kind == "state"
    return mention.capital_city and not mention.features & (F.LOC | F.DAT | F.ABL)


def _is_cooperative(
    line: Line, new: list[EventDraft], said: list[StatementDraft], *, talks: bool
) -> bool:
    """Tell whether a sentence tells of work together: no quarrel, no blame, no mere gift."""
    cues = {kind for c in line.cells for kind in c.kinds & {"cooperation", "topic"}}
    if not (cues or talks):
        return False
    if any(e.event in _HOSTILE for e in new) or any(s.stance == "negative" for s in said):
        return False
    return "cooperation" in cues or not any(e.event == "Aid" for e in new)


def _give_domains(line: Line, new: list[EventDraft], domains: list[str]) -> None:
    """Give events the domains of their own sentence."""
    for event in new:
        if event.event not in _NO_SUBJECT:
            event.domains += [d for d in domains if d not in event.domains]
            event.state(line.sentence.index, event.rule)


def _with_each(line: Line, clauses: list[Clause]) -> list[tuple[Pair, str]]:
    """Read "with Germany in hydrogen, with Japan in rare metals": a pair and domain each."""
    subjects = [m for c in clauses for m in c.args.get("subj", ()) if c.finite]
    actors = (c for m in subjects for c in (*m.countries, *(p.country for p in m.persons)) if c)
    home = next(actors, None)
    if home is None:
        return []
    partners = [m for m in line.mentions if _is_partner(line, m) and m.countries[0] != home]
    if len(partners) < PAIR:
        return []
    ends = [m.first for m in partners[1:]] + [len(line.cells)]
    return [
        (_pair({home, partner.countries[0]}), domain)
        for partner, end in zip(partners, ends, strict=True)
        for domain in sector_only(line, partner.last, end)
    ]


def _is_partner(line: Line, mention: Mention) -> bool:
    if mention.kind != "state" or mention.last >= len(line.cells):
        return False
    return "with" in line.cells[mention.last].kinds and bool(mention.countries)


def _at_the_meeting(line: Line) -> bool:
    """Tell whether the sentence opens with "at the meeting"."""
    return any(
        "trigger" in c.kinds and c.features & F.LOC and any(e.key in _TALK_WORDS for e in c.entries)
        for c in line.cells[:_OPENING]
    )
