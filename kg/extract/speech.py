"""Statements: who said something about relations, on which subjects, in what spirit."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause, is_verb
from kg.extract.line import Line
from kg.extract.topics import domains_in
from kg.model.mention import Person
from kg.nlp.features import F


@dataclass(slots=True)
class StatementDraft:
    """One speaker's words in one sentence."""

    speaker: Person
    sentence: int
    domains: list[str]
    stance: str
    rule: str
    proposes: bool = False
    first: int = 0
    last: int = 0


@dataclass(slots=True)
class SpeechReader:
    """Collects statements; remembers who spoke last for sentences without a subject."""

    lang: str
    drafts: list[StatementDraft] = field(default_factory=list)
    speaker: Person | None = None
    paragraph: int = -1

    def read(self, line: Line, clauses: list[Clause]) -> list[StatementDraft]:
        """Return the statements of one sentence."""
        if line.sentence.headline:
            return []
        if line.sentence.paragraph != self.paragraph:
            self.paragraph, self.speaker = line.sentence.paragraph, None
        found: dict[int, StatementDraft] = {}
        for clause in clauses:
            entry = clause.predicate.entry("speech")
            if entry is None or not self._asserts(clause):
                continue
            speaker = self._speaker(clause)
            if speaker is None:
                continue
            first, last = clause.first, clause.last
            domains = domains_in(line, first, last)
            draft = found.get(speaker.number)
            if draft is None:
                draft = found[speaker.number] = StatementDraft(
                    speaker,
                    line.sentence.index,
                    [],
                    "",
                    f"{self.lang}:{entry.key}",
                    first=first,
                    last=last,
                )
            draft.domains += [d for d in domains if d not in draft.domains]
            draft.first, draft.last = min(first, draft.first), max(last, draft.last)
            draft.proposes |= entry.sense == "propose"
            draft.stance = _stronger(draft.stance, entry.sense if entry.sense in _STANCES else "")
            self.speaker = speaker
        for draft in found.values():
            draft.stance = _stronger(draft.stance, _stance(line, draft.first, draft.last))
        self.drafts += found.values()
        return list(found.values())

    @staticmethod
    def _asserts(clause: Clause) -> bool:
        features = clause.features
        if not is_verb(clause.predicate) or features & F.NEGATED:
            return False
        if features & F.FUTURE and not features & F.PAST:
            return False
        if features & F.PASSIVE and not clause.args.get("by") and features & F.FINITE:
            return False
        return bool(features & (F.FINITE | F.CONVERB | F.SUBJECT_PARTICIPLE | F.OBJECT_PARTICIPLE))

    @staticmethod
    def _speaker(clause: Clause) -> Person | None:
        for role in ("subj", "by"):
            for mention in clause.args.get(role, ()):
                if mention.kind == "person" and len(mention.persons) == 1:
                    return mention.persons[0]
                return None
        return None


def is_relevant(draft: StatementDraft, line: Line, *, bilateral: bool) -> bool:
    """Tell whether an official speaks about relations: in an article on them, or of another state."""
    roles = draft.speaker.roles
    if not any(r.country is None or r.office != "head-of-organization" for r in roles):
        return False
    if bilateral:
        return True
    others = {c for m in line.mentions for c in m.countries} - {draft.speaker.country}
    return bool(others) and bool(draft.domains or draft.stance)


_STANCES = ("positive", "neutral", "negative")


def _stance(line: Line, first: int, last: int) -> str:
    found = ""
    for cell in line.cells[first:last]:
        entry = cell.entry("stance")
        if entry:
            found = _stronger(found, entry.sense)
    return found


def _stronger(one: str, other: str) -> str:
    """Return the stance of both together: blame outweighs praise, anything outweighs nothing."""
    for stance in ("negative", "positive", "neutral"):
        if stance in (one, other):
            return stance
    return one or other
