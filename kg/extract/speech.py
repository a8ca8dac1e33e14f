"""Statements: who said something about relations, on which subjects, in what spirit."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause, is_verb
from kg.extract.line import Line
from kg.extract.topics import domains_in
from kg.model.mention import Mention, Person
from kg.nlp.features import F
from kg.onto.lexicon import Entry

_STANCES = ("negative", "positive", "neutral")  # the first outweighs the others
_SAYING = F.FINITE | F.CONVERB | F.SUBJECT_PARTICIPLE | F.OBJECT_PARTICIPLE


@dataclass(slots=True)
class StatementDraft:
    """One speaker's words in one sentence; ``stance`` is "" where nothing tells it."""

    speaker: Person
    sentence: int
    rule: str
    domains: list[str] = field(default_factory=list)
    stance: str = ""
    first: int = 0  # cells of the clauses that report the words
    last: int = 0


@dataclass(slots=True)
class SpeechReader:
    """Collects the statements of an article in the language ``lang``."""

    lang: str
    drafts: list[StatementDraft] = field(default_factory=list)

    def read(self, line: Line, clauses: list[Clause]) -> list[StatementDraft]:
        """Return the statements of one sentence, one a speaker."""
        if line.sentence.headline:
            return []
        found: dict[int, StatementDraft] = {}
        for clause in clauses:
            entry = clause.predicate.entry("speech")
            speaker = _speaker(clause) if entry and _asserts(clause) else None
            if entry is None or speaker is None:
                continue
            draft = found.get(speaker.number)
            if draft is None:
                rule = f"{self.lang}:{entry.key}"
                draft = StatementDraft(speaker, line.sentence.index, rule, first=clause.first)
                found[speaker.number] = draft
            _report(draft, clause, entry)
        for draft in found.values():
            draft.stance = _strongest(draft.stance, *_stances(line, draft.first, draft.last))
        self.drafts += found.values()
        return list(found.values())


def _report(draft: StatementDraft, clause: Clause, entry: Entry) -> None:
    """Add what one verb of speech tells of a speaker's words."""
    domains = domains_in(clause.line, clause.first, clause.last)
    draft.domains += [d for d in domains if d not in draft.domains]
    draft.first, draft.last = min(clause.first, draft.first), max(clause.last, draft.last)
    if entry.sense in _STANCES:
        draft.stance = _strongest(draft.stance, entry.sense)


def _asserts(clause: Clause) -> bool:
    """Tell whether a clause tells that someone said something."""
    features = clause.features
    if not is_verb(clause.predicate) or features & F.NEGATED:
        return False
    if features & F.FUTURE and not features & F.PAST:
        return False
    if features & F.PASSIVE and features & F.FINITE and not clause.args.get("by"):
        return False
    return bool(features & _SAYING)


def _speaker(clause: Clause) -> Person | None:
    """Return the one person who speaks; None where a state, a body or several do."""
    speakers = clause.args.get("subj") or clause.args.get("by") or _behind(clause)
    for mention in speakers:
        alone = mention.kind == "person" and len(mention.persons) == 1
        return mention.persons[0] if alone else None
    return None


def _behind(clause: Clause) -> list[Mention]:
    """Return who is named last, behind the verb: «...», – деді елші."""
    line, after = clause.line, clause.cell + 1
    behind = [m for m in line.mentions if m.first == after and m.features & F.NOM]
    ends = all("mark" in c.kinds for m in behind for c in line.cells[m.last :])
    return behind if clause.finite and ends else []


def is_relevant(draft: StatementDraft, line: Line, related: set[str]) -> bool:
    """Tell whether an official speaks about relations: of a state in ``related``, or of others."""
    roles = draft.speaker.roles
    if not any(r.country is None or r.office != "head-of-organization" for r in roles):
        return False
    if related and draft.speaker.country in {None, *related}:
        return True
    others = {c for m in line.mentions for c in m.countries} - {draft.speaker.country}
    return bool(others) and bool(draft.domains or draft.stance)


def _stances(line: Line, first: int, last: int) -> list[str]:
    return [entry.sense for cell in line.cells[first:last] if (entry := cell.entry("stance"))]


def _strongest(*stances: str) -> str:
    """Return the stance of all together: blame outweighs praise, anything outweighs nothing."""
    return next((stance for stance in _STANCES if stance in stances), "")
