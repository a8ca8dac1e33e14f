"""Clauses of a verb-medial language (English, Russian): subject, verb, objects.

The subject of a verb is the last noun phrase to its left that no preposition governs; its
objects are the phrases to its right up to the next clause, each with its preposition.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.clause import NOMINAL_SORTS, Clause, is_verb
from kg.extract.mentions import Line
from kg.model.mention import Mention
from kg.nlp.features import F

_PREPOSITIONS = {
    "with": "with",
    "by": "by",
    "between": "between",
    "to": "dat",
    "of": "gen",
    "in": "loc",
    "from": "abl",
    "for": "for",
}
_SEPARATORS = frozenset((";", "—", "–", ":"))
_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")


@dataclass(slots=True)
class Phrase:
    """A noun phrase, possibly coordinated, with the preposition before it."""

    mentions: list[Mention]
    role: str
    first: int
    last: int

    @property
    def sort(self) -> str:
        """Return persons, states or what else, for coordination."""
        kind = self.mentions[-1].kind
        return "state" if kind in ("state", "place") else kind


@dataclass(slots=True)
class _Reader:
    line: Line
    phrases: list[Phrase] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    subject: list[Mention] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)

    def run(self) -> list[Clause]:
        self._phrases()
        cells = self.line.cells
        for i, cell in enumerate(cells):
            if self._covered(i):
                continue
            if is_verb(cell) and self._is_predicate(i, cell):
                self._verb(i, cell)
            elif "trigger" in cell.kinds:
                self._noun(i)
        return self.clauses

    def _covered(self, i: int) -> bool:
        return i in self.line.titled

    # --- noun phrases
    def _phrases(self) -> None:
        cells = self.line.cells
        inside = False
        for cell in cells:
            low = cell.low
            if low in _OPEN or (low == '"' and not inside):
                inside = True
            elif low in _CLOSE or low == '"':
                inside = False
            self.quoted.append(inside)
        for mention in self.line.mentions:
            if mention.kind == "other" and not mention.office:
                continue
            role = self._preposition(mention.first)
            if mention.features & F.GEN and not role:
                role = "poss"
            top = self.phrases[-1] if self.phrases else None
            new = Phrase([mention], role, mention.first, mention.last)
            if (
                top
                and top.sort == new.sort
                and self._joined(top.last, mention.first)
                and role in ("", top.role)
            ):
                top.mentions.append(mention)
                top.last = mention.last
            else:
                self.phrases.append(new)

    def _joined(self, left: int, right: int) -> bool:
        """Tell whether only "and", a comma or an article stands between two phrases."""
        cells = self.line.cells[left:right]
        if not cells or len(cells) > 4:  # noqa: PLR2004 - ", and the"
            return False
        words = [
            c
            for c in cells
            if c.low not in (",", "the", "his", "her")
            and not c.kinds & {"acting", "and", "by", "with"}
        ]
        return not words and any("and" in c.kinds or c.low == "," for c in cells)

    def _preposition(self, at: int) -> str:
        cells = self.line.cells
        i = at - 1
        while i >= 0 and (
            "acting" in cells[i].kinds
            or cells[i].low in ("the", "its", "his", "her", "their", "a", "an", "both")
        ):
            i -= 1
        if i < 0:
            return ""
        return next((role for kind, role in _PREPOSITIONS.items() if kind in cells[i].kinds), "")

    # --- predicates
    def _is_predicate(self, i: int, cell: Cell) -> bool:
        """Tell a verb from a participle or noun that looks like one."""
        features = cell.features
        if features & F.FINITE or not features & (
            F.OBJECT_PARTICIPLE | F.SUBJECT_PARTICIPLE | F.BASE
        ):
            return True
        return (
            self.line.sentence.lang == "ru"
            or bool(self._auxiliaries(i))
            or bool(features & (F.OBJECT_PARTICIPLE | F.SUBJECT_PARTICIPLE))
        )

    def _auxiliaries(self, i: int) -> set[str]:
        """Return the kinds of auxiliaries right before a verb."""
        found: set[str] = set()
        cells = self.line.cells
        for j in range(i - 1, max(-1, i - 5), -1):
            kinds = cells[j].kinds & {"be", "have", "will", "would", "not", "to"}
            low = cells[j].low
            if kinds:
                found |= kinds
                if "will" in kinds or "would" in kinds:
                    break
            elif low.endswith("ly") or low in (
                "also",
                "then",
                "later",
                "again",
                "jointly",
                "all",
                "both",
                "did",
                "does",
                "do",
                "already",
                "now",
                "to",
            ):
                continue
            else:
                break
        return found

    def _form(self, i: int, cell: Cell) -> int:
        """Return the features of the whole verb group."""
        aux = self._auxiliaries(i)
        features = cell.features
        if self.line.sentence.lang == "ru":
            return features | (F.NEGATED if i and self.line.cells[i - 1].low == "не" else 0)
        form = 0
        if "not" in aux:
            form |= F.NEGATED
        if "would" in aux:
            form |= F.WISH
        if "will" in aux:
            form |= F.FUTURE | F.FINITE
        if "be" in aux and features & F.OBJECT_PARTICIPLE:
            form |= F.PASSIVE | F.FINITE
        if "have" in aux and "be" not in aux and features & F.OBJECT_PARTICIPLE:
            form |= F.FINITE | F.PAST
        if "have" in aux and "be" in aux:
            form |= F.FINITE | F.PAST
        if form:
            return form | (F.PAST if form & F.FINITE and not form & F.FUTURE else 0)
        if features & F.FINITE:
            return features & (F.FINITE | F.PAST | F.PRESENT)
        if features & F.OBJECT_PARTICIPLE:
            return F.OBJECT_PARTICIPLE | F.PASSIVE
        if features & F.BASE and "to" in aux:
            return F.BASE
        return features

    def _bounds(self, i: int) -> tuple[int, int]:
        """Return the cells from the clause's start to its end around a verb."""
        cells = self.line.cells
        first = i
        while first > 0 and not self._breaks(first - 1):
            first -= 1
        last = i + 1
        while last < len(cells) and not self._breaks(last) and not self._next_verb(last):
            last += 1
        return first, last

    def _breaks(self, i: int) -> bool:
        cell = self.line.cells[i]
        return (
            cell.low in _SEPARATORS
            or "break" in cell.kinds
            or cell.low in _OPEN
            or cell.low in _CLOSE
            or cell.low == '"'
        )

    def _next_verb(self, i: int) -> bool:
        cell = self.line.cells[i]
        return (
            not self._covered(i)
            and is_verb(cell)
            and bool(cell.features & F.FINITE)
            and "trigger" not in cell.kinds
        )

    def _verb(self, i: int, cell: Cell) -> None:
        first, last = self._bounds(i)
        form = self._form(i, cell)
        clause = Clause(self.line, i, form, quoted=self.quoted[i], first=first, last=last)
        passive = bool(form & F.PASSIVE)
        subject = self._subject(i, first, participle=not form & F.FINITE)
        if subject:
            clause.add("obj" if passive else "subj", subject)
            if form & F.FINITE and not passive and not self.quoted[i]:
                self.subject = subject
        elif self.subject and not passive:
            clause.add("subj", self.subject)
        elif not passive and form & (F.FINITE | F.SUBJECT_PARTICIPLE):
            clause.dropped_subject = True
        after = False
        for phrase in self.phrases:
            if i < phrase.first < last and not self._opens_next(phrase, i):
                role = phrase.role or ("obj" if not after else "")
                after = after or not phrase.role
                if role and role != "poss":
                    clause.add(role, phrase.mentions)
            elif first <= phrase.first < i and phrase.role in ("loc",):
                clause.add("loc", phrase.mentions)
        if "speech" in cell.kinds and not subject:
            self._inverted(clause, i)
        for noun in self.clauses:
            if (
                not noun.verb
                and noun.carried is None
                and "carry" in cell.kinds
                and first <= noun.cell < i
                and passive
            ):
                noun.features, noun.carried = form, i
        self.clauses.append(clause)

    def _opens_next(self, phrase: Phrase, verb: int) -> bool:
        """Tell whether a phrase after "and" or a comma is the subject of the next verb."""
        cells = self.line.cells
        if phrase.role or phrase.first < verb + 2:  # noqa: PLR2004 - right behind the verb stands its object
            return False
        before = cells[phrase.first - 1]
        if not ("and" in before.kinds or before.low == ","):
            return False
        following = cells[phrase.last : phrase.last + 4]
        return any(
            is_verb(c)
            and c.features & (F.FINITE | F.OBJECT_PARTICIPLE)
            or "will" in c.kinds
            or "be" in c.kinds
            for c in following[:3]
        )

    def _inverted(self, clause: Clause, i: int) -> None:
        """Give "…," said X its subject."""
        for phrase in self.phrases:
            if phrase.first in (i + 1, i + 2) and not phrase.role:
                clause.args["subj"] = list(phrase.mentions)
                clause.dropped_subject = False

    def _subject(self, i: int, first: int, *, participle: bool) -> list[Mention]:
        """Return the nearest phrase on the left without a preposition."""
        found: list[Mention] = []
        for phrase in self.phrases:
            if (
                first <= phrase.first
                and phrase.last <= i
                and phrase.sort in NOMINAL_SORTS | {"state", "document"}
            ):
                if phrase.role in ("", "poss") and not self._possessor(phrase):
                    if participle or self._verb_between(phrase.last, i) is False:
                        found = phrase.mentions
        if not found:
            found = self._people_of(i, first)
        return found

    def _people_of(self, i: int, first: int) -> list[Mention]:
        """Return the state in "two members of the Belarusian embassy were ..."."""
        for phrase in self.phrases:
            if (
                first <= phrase.first
                and phrase.last <= i
                and i - phrase.last <= 3
                and phrase.role == "gen"
                and phrase.sort == "state"
            ):  # noqa: PLR2004 - auxiliaries
                return phrase.mentions
        return []

    def _verb_between(self, left: int, right: int) -> bool:
        cells = self.line.cells
        return any(
            is_verb(cells[j])
            and cells[j].features & F.FINITE
            and not self._covered(j)
            and not self.quoted[j]
            and not self._coordinated(j, right)
            for j in range(left, right)
        )

    def _coordinated(self, verb: int, at: int) -> bool:
        """Tell whether "and" right before a verb shares the subject of the verb before."""
        return any("and" in c.kinds for c in self.line.cells[max(verb + 1, at - 4) : at])

    def _possessor(self, phrase: Phrase) -> bool:
        return bool(phrase.mentions[-1].features & F.GEN)

    def _noun(self, i: int) -> None:
        """An event noun: "talks between A and B", "A's visit to B", "a meeting with B"."""
        first, last = self._bounds(i)
        clause = Clause(self.line, i, 0, verb=False, first=first, last=last, quoted=self.quoted[i])
        for phrase in self.phrases:
            if i < phrase.first < last and phrase.role:
                clause.add(phrase.role, phrase.mentions)
            elif first <= phrase.first < i:
                if phrase.last == i or self._possessor(phrase) and i - phrase.last <= 3:  # noqa: PLR2004 - "'s official working visit"
                    clause.add("gen" if self._possessor(phrase) else "mod", phrase.mentions)
                elif phrase.role == "loc":
                    clause.add("loc", phrase.mentions)
        carrier = next(
            (j for j in range(i - 1, max(first - 1, i - 16), -1)
             if "carry" in self.line.cells[j].kinds and is_verb(self.line.cells[j])),
            None,
        )  # fmt: skip
        if carrier is not None:
            verb = next((c for c in self.clauses if c.cell == carrier), None)
            if verb is not None:
                clause.features, clause.carried = verb.features, carrier
                for role in ("subj", "obj", "with", "dat", "loc", "by"):
                    clause.add(role, verb.args.get(role, []))
        self.clauses.append(clause)


def read_clauses(line: Line, subject: list[Mention]) -> tuple[list[Clause], list[Mention]]:
    """Return the clauses of a sentence, and its subject for the sentence that follows."""
    reader = _Reader(line)
    clauses = reader.run()
    for clause in clauses:
        if clause.dropped_subject and subject:
            clause.add("subj", subject)
    verbs = {c.cell: c for c in clauses if c.verb}
    for clause in clauses:
        if clause.carried in verbs and not clause.args.get("subj"):
            clause.add("subj", verbs[clause.carried].args.get("subj", []))
    return clauses, reader.subject or subject
