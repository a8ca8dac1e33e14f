"""Events: filled frames become drafts, in the light of what the article has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.circumstances import date_of, direct, place_of
from kg.extract.clause import Clause
from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.draft import EventDraft
from kg.extract.focus import PAIR, Focus
from kg.extract.frames import Filled, fill, persons_of
from kg.extract.line import Line
from kg.extract.modality import status_of
from kg.extract.parties import parties
from kg.extract.travel import accreditations, visit
from kg.nlp.features import F
from kg.onto.lexicon import Lexicon

_BEFORE, _AFTER = 12, 4  # cells around a clause in which "by phone" is looked for
_NAMED = 3  # cells behind a clause that may name the event joined
_NOT_JOINED = frozenset(("Visit", "Message"))


@dataclass(slots=True)
class EventReader:
    """Makes event drafts of the clauses of one article, in reading order."""

    context: Context
    published: str | None  # ISO date of the article
    focus: Focus = field(init=False)
    drafts: list[EventDraft] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start with nothing in focus."""
        self.focus = Focus(self.context)

    def read(self, line: Line, clauses: list[Clause], dates: list[DateMention]) -> list[EventDraft]:
        """Return the events of one sentence; a headline only tells what the article is about."""
        if line.sentence.headline:
            return []
        before = len(self.drafts)
        carriers = {c.carried for c in clauses if c.carried is not None}
        for clause in clauses:
            if clause.verb and clause.cell in carriers:
                continue  # "kabul etti" in "güven mektubunu kabul etti" is no meeting
            for filled in fill(clause, self.context.lexicon):
                if filled.event == "Meeting" and _by_phone(clause, self.context.lexicon):
                    filled.event = "Call"
                for draft in self._drafts(clause, filled, dates):
                    draft.state(draft.sentence, draft.rule)
                    self.drafts.append(draft)
                    self.focus.move(draft)
        for clause in clauses:
            if "join" in clause.predicate.kinds and not clause.features & F.NEGATED:
                self._join(line, clause)
        self.focus.mentioned += [p for m in line.mentions for p in m.persons]
        return self.drafts[before:]

    def _drafts(self, clause: Clause, filled: Filled, dates: list[DateMention]) -> list[EventDraft]:
        date = date_of(clause, dates, self.focus.last)
        status = status_of(clause, dated=date is not None)
        if status is None:
            return []
        if status == "planned" and date is not None:
            date = date.to_come(self.published)  # "will visit on Friday"
        ahead = date is not None and bool(self.published) and date.value > (self.published or "")
        if status == "occurred" and ahead:
            status = "planned"  # "yarın geliyor"
        index = clause.line.sentence.index
        rule = f"{self.context.lang}:{filled.trigger}"
        draft = EventDraft(filled.event, status, index, rule, date=date, clause=clause)
        if filled.event == "Visit":
            return visit(draft, filled)
        draft.place = place_of(clause)
        if filled.event == "Accreditation":
            return accreditations(draft, filled, self.focus)
        draft.countries, draft.persons, draft.inferred = parties(filled, clause, self.focus)
        if len(draft.countries) < PAIR:
            return []
        direct(draft, filled)
        words = clause.line.cells[clause.first : clause.last + 1]
        return _one_by_one(draft) if any("separately" in c.kinds for c in words) else [draft]

    def _join(self, line: Line, clause: Clause) -> None:
        """Add those who "attended", "took part", "were present" to the event at hand."""
        subjects = clause.args.get("subj", [])
        words = line.cells[clause.first : clause.last + _NAMED]
        event = self.focus.event_named(words, clause.predicate) or self.focus.last
        if event is None or event.event in _NOT_JOINED or event.status != "occurred":
            return
        near = line.sentence.index - event.sentence <= 1
        if not near and not any(m.kind == "person" for m in subjects):
            return
        for person in persons_of(subjects):
            party = person.country in event.countries or not person.country
            if party and person not in event.persons:
                event.persons.append(person)
        event.state(line.sentence.index, f"{self.context.lang}:join")


def _by_phone(clause: Clause, lexicon: Lexicon) -> bool:
    """Tell whether the words around a clause name a call: "by phone", "in a phone call"."""
    start = max(clause.first, clause.cell - _BEFORE)
    return any(
        "by-phone" in cell.kinds or any(lexicon.is_event(e, "Call") for e in cell.entries)
        for cell in clause.line.cells[start : clause.last + _AFTER]
    )


def _one_by_one(draft: EventDraft) -> list[EventDraft]:
    """Return one event per counterpart where talks were held one by one."""
    if len(draft.persons) <= PAIR:
        return [draft]
    host, *others = draft.persons
    return [
        draft.like({host.country, other.country}, [host, other])
        for other in others
        if host.country and other.country and host.country != other.country
    ]
