"""Cooperation: which two states work together in which domain, by the words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause
from kg.extract.draft import EventDraft
from kg.extract.events import EventReader
from kg.extract.line import Line
from kg.extract.speech import StatementDraft
from kg.extract.topics import sector_only
from kg.nlp.features import F

_PAIR = 2
_MANY = 4
_TALKS = frozenset(("Meeting", "Call", "Signing", "Exercise"))


@dataclass(slots=True)
class CooperationDraft:
    """One pair and domain as one sentence states it."""

    pair: tuple[str, str]
    domain: str
    status: str
    sentence: int
    rule: str


@dataclass(slots=True)
class CooperationReader:
    """Reads sentences in order; needs the events to know who "they" are."""

    events: EventReader
    drafts: list[CooperationDraft] = field(default_factory=list)

    def read(
        self, line: Line, clauses: list[Clause], new: list[EventDraft], said: list[StatementDraft]
    ) -> None:
        """Add the cooperation of one sentence, and the domains of the talks it tells of."""
        cells = line.cells
        cue = next((c for c in cells if c.kinds & {"cooperation", "topic"}), None)
        talks = [e for e in new if e.event in _TALKS and e.status == "occurred"]
        hostile = any(e.event in ("Protest", "Downgrade", "Sanction") for e in new)
        negative = any(s.stance == "negative" for s in said)
        domains = sector_only(line, 0, len(cells))
        self._event_domains(line, new, domains)
        if hostile or negative or not domains or not (cue or talks):
            return
        if any(e.event == "Aid" for e in new) and not any("cooperation" in c.kinds for c in cells):
            return
        rule = f"{self.events.context.lang}:{'talks' if talks else 'cooperation'}"
        status = "agreed" if any("document" in c.kinds for c in cells) else "ongoing"
        parted = self._with_each(line, clauses)
        if parted:
            for each, domain in parted:
                self.drafts.append(CooperationDraft(each, domain, status, line.sentence.index, rule))
            return
        for pair in self._pairs(line, clauses, new):
            for domain in domains:
                self.drafts.append(CooperationDraft(pair, domain, status, line.sentence.index, rule))
        self._topics_of_talks(line, clauses, new, domains)

    def _event_domains(self, line: Line, new: list[EventDraft], domains: list[str]) -> None:
        for event in new:
            if event.event in ("Visit", "Accreditation", "Message"):
                continue
            event.domains += [d for d in domains if d not in event.domains]
            event.state(line.sentence.index, event.rule)

    def _topics_of_talks(
        self, line: Line, clauses: list[Clause], new: list[EventDraft], domains: list[str]
    ) -> None:
        """Give the last talks the subjects that "were discussed" there."""
        last = self.events.focus.by_type.get("Meeting") or self.events.focus.by_type.get("Call")
        if last is None or last in new or line.sentence.index - last.sentence > 2:  # noqa: PLR2004 - the sentences right after
            return
        about = any("topic" in c.kinds for c in line.cells) or _at_the_meeting(line)
        if about and not any("speech" in c.predicate.kinds for c in clauses if c.finite):
            last.domains += [d for d in domains if d not in last.domains]
            said = last.said.setdefault(line.sentence.index, set())
            said.update(("domain", d) for d in domains)
            last.rules.setdefault(line.sentence.index, f"{self.events.context.lang}:topic")

    def _with_each(self, line: Line, clauses: list[Clause]) -> list[tuple[tuple[str, str], str]]:
        """Read "with Germany in hydrogen, with Japan in rare metals": a pair and domain each."""
        subjects = [m for c in clauses for m in c.args.get("subj", ()) if c.finite]
        home = next((c for m in subjects for c in (*m.countries, *(p.country for p in m.persons)) if c), None)
        partners = [
            m for m in line.mentions
            if m.kind == "state" and m.last < len(line.cells) and "with" in line.cells[m.last].kinds and m.countries[0] != home
        ]  # fmt: skip
        if home is None or len(partners) < _PAIR:
            return []
        ends = [m.first for m in partners[1:]] + [len(line.cells)]
        found = []
        for partner, end in zip(partners, ends, strict=True):
            first, second = sorted((home, partner.countries[0]))
            found += [((first, second), d) for d in sector_only(line, partner.last, end)]
        return found

    def _pairs(self, line: Line, clauses: list[Clause], new: list[EventDraft]) -> list[tuple[str, str]]:
        """Return the pair at work; each pair of three or four states that act together."""
        for event in new:
            if _PAIR < len(event.countries) <= _MANY and event.event in ("Signing", "Exercise", "Meeting"):
                states = sorted(event.countries)
                return [(a, b) for i, a in enumerate(states) for b in states[i + 1 :]]
        for clause in clauses:
            subjects = {c for m in clause.args.get("subj", ()) if m.kind == "state" for c in m.countries}
            if clause.finite and len(subjects) == _PAIR and not new:
                first, second = sorted(subjects)
                return [(first, second)]
        if any(m.kind == "dyad" and not m.key.startswith(str(_PAIR)) for m in line.mentions):
            return []  # "the three countries": no pair is meant
        pair = self._pair(line, new)
        return [pair] if pair else []

    def _pair(self, line: Line, new: list[EventDraft]) -> tuple[str, str] | None:
        named: dict[str, None] = {}
        for mention in line.mentions:
            if mention.kind == "state" or (
                mention.kind == "place"
                and mention.capital_city
                and not mention.features & (F.LOC | F.DAT | F.ABL)
            ):
                named.update(dict.fromkeys(mention.countries))
        persons = {p.country for m in line.mentions for p in m.persons if p.country}
        for states in [e.countries for e in new] + [set(named), set(named) | persons, persons]:
            if len(states) == _PAIR:
                first, second = sorted(states)
                return first, second
        focus = self.events.focus.countries or self.events.context.head_pair
        if len(focus) == _PAIR and set(named) <= set(focus) and persons <= set(focus):
            return focus[0], focus[1]
        return None


def _at_the_meeting(line: Line) -> bool:
    """Tell whether the sentence opens with "at the meeting"."""
    return any(
        "trigger" in c.kinds
        and c.features & F.LOC
        and any(e.key in ("meet", "session", "call") for e in c.entries)
        for c in line.cells[:3]
    )
