"""Events: filled frames become drafts, in the light of what the article has told so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause
from kg.extract.context import Context
from kg.extract.dates import DateMention
from kg.extract.draft import EventDraft, Reason
from kg.extract.frames import Filled, countries_of, fill, persons_of
from kg.extract.line import Line
from kg.extract.modality import governor, status_of
from kg.extract.office import POSTED
from kg.model.mention import Mention, Person
from kg.nlp.features import F

_PAIR = 2
_FROM_CONTEXT = frozenset(("Signing", "Opening", "Meeting", "Exercise", "Call"))
_DIRECTED = frozenset(("Protest", "Downgrade", "Sanction", "Aid"))


@dataclass(slots=True)
class Focus:
    """What "they", "the two countries", "at the meeting" refer to at a point of the article."""

    countries: tuple[str, ...] = ()
    persons: tuple[Person, ...] = ()
    last: EventDraft | None = None
    by_type: dict[str, EventDraft] = field(default_factory=dict)
    paragraph: int = -1


@dataclass(slots=True)
class EventReader:
    """Makes event drafts of the clauses of one article, in reading order."""

    context: Context
    focus: Focus = field(default_factory=Focus)
    drafts: list[EventDraft] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)
    mentioned: list[Person] = field(default_factory=list)

    def read(self, line: Line, clauses: list[Clause], dates: list[DateMention]) -> None:
        """Add the events of one sentence; a headline only tells what the article is about."""
        if line.sentence.headline:
            return
        if line.sentence.paragraph != self.focus.paragraph:
            self.focus.paragraph = line.sentence.paragraph
        for clause in clauses:
            for filled in fill(clause, self.context.lexicon):
                for draft in self._drafts(line, clause, self._promote(filled, line, clause), dates):
                    self._keep(draft)
        self._join(line, clauses)
        self.mentioned += [p for m in line.mentions for p in m.persons]

    # --- one clause
    def _promote(self, filled: Filled, line: Line, clause: Clause) -> Filled:
        """Turn a meeting by phone into a call."""
        if filled.event == "Meeting":
            near = line.cells[max(clause.first, clause.cell - 12) : clause.last + 4]
            if any("by-phone" in c.kinds for c in near):
                filled.event = "Call"
        return filled

    def _drafts(
        self, line: Line, clause: Clause, filled: Filled, dates: list[DateMention]
    ) -> list[EventDraft]:
        date = self._date(clause, dates)
        if governor(clause) == "postponed":  # "ertelendi": only a day named after it is the new one
            date = next((d for d in dates if d.first > clause.cell and d.datatype == "date"), None)
        status = status_of(clause, dated=date is not None)
        word = clause.predicate.low
        index = line.sentence.index
        if status is None:
            self.reasons.append(Reason(index, word, f"not_asserted:{clause.governor or 'negated'}"))
            return []
        mentions = filled.mentions()
        persons = persons_of(mentions)
        countries = countries_of(mentions)
        dyad = next((m for m in mentions if m.kind == "dyad"), None) or self._dyad_near(
            clause, line
        )
        inferred = False
        if filled.event == "Accreditation":
            return self._accreditations(filled, line, clause, status, date)
        if dyad is not None and len(countries) < _PAIR:
            countries, persons = self._expand(dyad, countries, persons, quoted=clause.quoted)
        if filled.event == "Visit":
            return self._visit(filled, line, clause, status, date)
        if len(countries) < _PAIR:
            countries |= self._hosts(filled, persons)
        if len(countries) < _PAIR:
            more = self._from_sentence(filled, line, clause, countries)
            countries |= more
        if len(countries) < _PAIR and self._refers_back(filled, clause, countries):
            countries = set(self.focus.countries)
            inferred = True
        if len(countries) < _PAIR:
            self.reasons.append(Reason(index, word, "fewer_than_two_states"))
            return []
        draft = EventDraft(filled.event, status, countries, persons, index, f"{self.context.lang}:{filled.trigger}",
                           self._place(line, clause, filled), date, clause=clause, inferred=inferred)  # fmt: skip
        self._direct(draft, filled)
        if any("separately" in c.kinds for c in line.cells[clause.first : clause.last + 1]):
            return self._split(draft, filled)
        return [draft]

    def _dyad_near(self, clause: Clause, line: Line) -> Mention | None:
        """Return "the two countries" inside the clause, where it is not itself an argument."""
        return next(
            (
                m
                for m in line.mentions
                if m.kind == "dyad" and clause.first <= m.first < clause.last
            ),
            None,
        )

    def _expand(
        self, dyad: Mention, countries: set[str], persons: list[Person], *, quoted: bool
    ) -> tuple[set[str], list[Person]]:
        """Return whom "the two countries", "the three ministers" stand for.

        The sense of such a word is a number and what is counted: "2 state", "3 minister".
        """
        number, _, what = dyad.key.partition(" ")
        focus = self.focus
        states = focus.countries or (() if quoted else self.context.head_pair)
        if what == "state":
            if len(states) == int(number or _PAIR) and countries <= set(states):
                return set(states), persons
            return countries, persons
        if persons:
            return countries, persons
        known = [p for p in focus.persons if what == "person" or what in {r.office for r in p.roles}]
        of = {p.country for p in known if p.country}
        if len(of) == int(number):
            return of | countries, known
        return self._last_officials(int(number), what, countries)

    def _last_officials(
        self, number: int, office: str, countries: set[str]
    ) -> tuple[set[str], list[Person]]:
        """Return the last officials of so many states who hold one office, or the states in focus."""
        by_office: dict[str, dict[str, Person]] = {}
        for person in reversed(self.mentioned):
            for role in person.roles[:1]:
                same = by_office.setdefault(role.office, {})
                if role.country and role.country not in same and office in ("person", role.office):
                    same[role.country] = person
                if len(same) == number:
                    return set(same), list(same.values())[::-1]
        states = self.focus.countries
        if len(states) == number and countries <= set(states):
            return set(states), []
        return countries, []

    def _from_sentence(
        self, filled: Filled, line: Line, clause: Clause, countries: set[str]
    ) -> set[str]:
        """Return the states that stand in the clause's own words, when they make just two."""
        if filled.event not in (
            "Signing",
            "Exercise",
            "Opening",
            "Aid",
            "Downgrade",
            "Message",
            "Protest",
            "Sanction",
            "Meeting",
        ):
            return set()
        named: set[str] = set()
        for mention in line.mentions:
            if not clause.first <= mention.first < clause.last + 3:
                continue
            if mention.kind == "state" or (
                mention.kind == "place" and mention.capital_city and not mention.features & F.LOC
            ):
                named.update(mention.countries)
            elif mention.kind == "person" and filled.event in (
                "Signing",
                "Aid",
                "Opening",
                "Protest",
            ):
                named.update(p.country for p in mention.persons if p.country)
        return named if len(named | countries) == _PAIR else set()

    def _refers_back(self, filled: Filled, clause: Clause, countries: set[str]) -> bool:
        focus = self.focus.countries
        if filled.event in ("Downgrade", "Protest") and len(focus) == _PAIR and len(countries) == 1:
            return countries < set(
                focus
            )  # "two diplomats of X were expelled", the expelling state known
        if filled.event not in _FROM_CONTEXT or len(focus) < _PAIR:
            return False
        if not countries <= set(focus):
            return False
        if filled.event == "Signing":
            return True
        return (
            filled.event in ("Meeting", "Call")
            and not clause.verb
            and clause.carried is not None
            and bool(clause.features & F.FUTURE)
        )

    def _visit(
        self, filled: Filled, line: Line, clause: Clause, status: str, date: DateMention | None
    ) -> list[EventDraft]:
        travellers = filled.slots.get("traveller", [])
        destinations = filled.slots.get("destination", [])
        persons = persons_of(travellers)
        from_ = countries_of(travellers)
        drafts = []
        if not destinations:
            return []
        place = destinations[0]
        to = place.countries[0] if place.countries else None
        movers = [p for p in persons if p.country and p.country != to]
        if any(r.host == to for p in movers for r in p.roles):
            return []  # an ambassador inside the host state does not travel abroad
        if to and from_ - {to} and (movers or not persons):
            drafts.append(EventDraft("Visit", status, (from_ - {to}) | {to}, movers, line.sentence.index,
                                     f"{self.context.lang}:{filled.trigger}", place, date, clause=clause))  # fmt: skip
        else:
            self.reasons.append(
                Reason(line.sentence.index, clause.predicate.low, "no_traveller_from_abroad")
            )
        return drafts

    def _hosts(self, filled: Filled, persons: list[Person]) -> set[str]:
        """Return the host states of envoys who are summoned, expelled or recalled."""
        if filled.event not in ("Protest", "Downgrade"):
            return set()
        return {r.host for p in persons for r in p.roles if r.office in POSTED and r.host}

    def _accreditations(
        self, filled: Filled, line: Line, clause: Clause, status: str, date: DateMention | None
    ) -> list[EventDraft]:
        """Return one event per ambassador; sender and host are the post's."""
        persons = persons_of(filled.mentions())
        drafts = []
        for person in persons:
            role = next(
                (r for r in person.roles if r.office in POSTED and r.country and r.host), None
            )
            if role is None or role.country is None or role.host is None:
                continue
            others = [
                p
                for p in persons
                if p.country == role.host and not any(r.office in POSTED for r in p.roles)
            ]
            if not others:
                others = [
                    p
                    for p in self.focus.persons
                    if p.country == role.host
                    and self.focus.last
                    and line.sentence.index - self.focus.last.sentence <= 1
                ]
            drafts.append(EventDraft("Accreditation", status, {role.country, role.host}, [person, *others], line.sentence.index,
                                     f"{self.context.lang}:{filled.trigger}", self._place(line, clause, filled), date, clause=clause))  # fmt: skip
        if not drafts:
            self.reasons.append(Reason(line.sentence.index, clause.predicate.low, "no_ambassador"))
        return drafts

    def _direct(self, draft: EventDraft, filled: Filled) -> None:
        """Fill actor and target of an event with a direction."""
        if draft.event not in _DIRECTED or len(draft.countries) != _PAIR:
            return
        actor = countries_of(filled.slots.get("actor", []) + filled.slots.get("donor", []))
        target = countries_of(
            filled.slots.get("target", [])
            + filled.slots.get("recipient", [])
            + filled.slots.get("recalled", [])
        )
        if "recalled" in filled.slots and len(target) == 1:
            actor, target = target, draft.countries - target
        if len(actor) == 1 and actor != target and actor < draft.countries:
            draft.actor = next(iter(actor))
            draft.target = next(iter(draft.countries - actor))
        elif len(target) == 1 and target < draft.countries:
            draft.target = next(iter(target))
            draft.actor = next(iter(draft.countries - target))

    def _split(self, draft: EventDraft, filled: Filled) -> list[EventDraft]:
        """Return one event per counterpart where talks were held one by one."""
        if len(draft.persons) <= _PAIR:
            return [draft]
        host = draft.persons[0]
        return [
            EventDraft(draft.event, draft.status, {host.country, other.country}, [host, other], draft.sentence,
                       draft.rule, draft.place, draft.date, clause=draft.clause)
            for other in draft.persons[1:]
            if host.country and other.country and host.country != other.country
        ]  # fmt: skip

    # --- when and where
    def _date(self, clause: Clause, dates: list[DateMention]) -> DateMention | None:
        inside = [d for d in dates if clause.first <= d.first < clause.last]
        found = (
            inside[-1]
            if inside
            else (dates[0] if len(dates) == 1 and dates[0].first < clause.first else None)
        )
        if found is not None and found.relative in ("same", "before"):
            last = self.focus.last
            if last is None or last.date is None or not last.date.value:
                return None
            return shifted(last.date, 0 if found.relative == "same" else -1)
        return found if found is None or found.datatype == "date" else None

    def _place(self, line: Line, clause: Clause, filled: Filled) -> Mention | None:
        for mention in clause.args.get("loc", []):
            if mention.kind == "place":
                return mention
        near = [
            m
            for m in line.mentions
            if m.kind == "place"
            and m.features & F.LOC
            and not m.features & F.KI
            and clause.first <= m.first < clause.last
        ]
        return near[-1] if near else None

    # --- the story so far
    def _keep(self, draft: EventDraft) -> None:
        draft.state(draft.sentence, draft.rule)
        self.drafts.append(draft)
        focus = self.focus
        focus.last = draft
        focus.by_type[draft.event] = draft
        if draft.status != "cancelled":
            focus.countries = tuple(sorted(draft.countries))
            if len(draft.persons) > 1 or draft.event in ("Meeting", "Call"):
                focus.persons = tuple(draft.persons)

    def _named_event(self, line: Line, clause: Clause) -> EventDraft | None:
        """Return the event of the kind that the clause names: "took part in the talks"."""
        for cell in line.cells[clause.first : clause.last + 3]:
            entry = cell.entry("trigger")
            if entry is not None and cell is not clause.predicate:
                found = self.focus.by_type.get(self.context.lexicon.triggers[entry.key].event)
                if found is not None:
                    return found
        return None

    def _join(self, line: Line, clauses: list[Clause]) -> None:
        """Add those who "attended", "took part", "were present" to the event at hand."""
        for clause in clauses:
            if "join" not in clause.predicate.kinds or clause.features & F.NEGATED:
                continue
            last = self._named_event(line, clause) or self.focus.last
            if (
                last is None
                or line.sentence.index - last.sentence > 1
                and not any(m.kind == "person" for m in clause.args.get("subj", []))
            ):
                continue
            if last.event in ("Visit", "Message") or last.status != "occurred":
                continue
            for person in persons_of(clause.args.get("subj", [])):
                if person not in last.persons and (
                    person.country in last.countries or not person.country
                ):
                    last.persons.append(person)
            last.state(line.sentence.index, f"{self.context.lang}:join")


def shifted(date: DateMention, days: int) -> DateMention:
    """Return ``date`` moved by ``days``."""
    from datetime import date as day
    from datetime import timedelta

    value = (day.fromisoformat(date.value) + timedelta(days=days)).isoformat()
    return DateMention(date.first, date.last, value, "date")
