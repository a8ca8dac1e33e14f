"""Clauses of a verb-medial language (English, Russian): subject, verb, objects.

The subject of a verb is the last noun phrase to its left that no preposition governs; its
objects are the phrases to its right up to the next clause, each with its preposition.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import NOMINAL_SORTS, Clause, is_verb
from kg.extract.line import CLOSING, OPENING, Line, quoted_cells
from kg.extract.nounphrase import NounPhrase, noun_phrases
from kg.extract.verbgroup import form_of, group_start, is_predicate
from kg.model.mention import Mention
from kg.nlp.features import F

_BREAKS = frozenset((";", "—", "–", ":", '"')) | OPENING | CLOSING
_SUBJECTS = NOMINAL_SORTS | {"document"}
_FROM_CARRIER = ("subj", "obj", "with", "dat", "loc", "by")
_CARRY = frozenset(("carry", "topic"))  # "held talks", "discussed in a phone call"
_LINKS = frozenset(("and", "who", "besides"))  # right before a verb that shares a subject
_NEAR = 3  # cells of adjectives ("'s official working visit") or auxiliaries between
_CARRIER = 15  # cells before an event noun in which the verb that carries it is looked for


@dataclass(slots=True)
class _Reader:
    line: Line
    phrases: list[NounPhrase]
    quoted: list[bool]
    clauses: list[Clause] = field(default_factory=list)
    subject: list[Mention] = field(default_factory=list)  # of the last main verb

    def run(self) -> None:
        for i, cell in enumerate(self.line.cells):
            if i in self.line.titled:
                continue
            if is_verb(cell) and is_predicate(self.line, i):
                self._verb(i)
            elif "trigger" in cell.kinds:
                self._noun(i)

    # the range of a clause

    def _bounds(self, at: int) -> tuple[int, int]:
        """Return the cells from the clause's start to its end around a predicate."""
        cells = self.line.cells
        first = at
        while first > 0 and not self._breaks(first - 1):
            first -= 1
        last = at + 1
        while last < len(cells) and not self._breaks(last) and not self._next_verb(last):
            last += 1
        return first, last

    def _breaks(self, at: int) -> bool:
        cell = self.line.cells[at]
        return at not in self.line.titled and (cell.low in _BREAKS or "break" in cell.kinds)

    def _next_verb(self, at: int) -> bool:
        cell = self.line.cells[at]
        return self._is_main_verb(at) and "trigger" not in cell.kinds

    def _is_main_verb(self, at: int) -> bool:
        cell = self.line.cells[at]
        return bool(cell.features & F.FINITE) and is_verb(cell) and at not in self.line.titled

    # verbs

    def _verb(self, at: int) -> None:
        cell = self.line.cells[at]
        first, last = self._bounds(at)
        form = form_of(self.line, at)
        clause = Clause(self.line, at, form, quoted=self.quoted[at], first=first, last=last)
        has_subject = self._add_subject(clause)
        self._add_objects(clause)
        if "speech" in cell.kinds and not has_subject:
            self._invert(clause)
        if "carry" in cell.kinds and (form & F.PASSIVE or self._is_of_event(clause)):
            self._carry(clause)
        self.clauses.append(clause)

    def _add_subject(self, clause: Clause) -> bool:
        """Give a verb its subject, its own or the last verb's; tell whether it has its own."""
        form = clause.features
        passive = bool(form & F.PASSIVE)
        subject = self._subject(clause)
        if subject:
            clause.add("obj" if passive else "subj", subject)
            if form & F.FINITE and not passive and not clause.quoted:
                self.subject = subject
        elif passive or not self._shares_subject(clause):
            pass
        elif self.subject:
            clause.add("subj", self.subject)
        elif form & (F.FINITE | F.SUBJECT_PARTICIPLE):
            clause.dropped_subject = True
        return bool(subject)

    def _shares_subject(self, clause: Clause) -> bool:
        """Tell whether a verb without a subject takes the last one: "he said", "and signed".

        Not where a word that no mention covers is its subject: "the press service reports".
        """
        at = group_start(self.line, clause.cell) - 1
        if at < clause.first or clause.features & F.SUBJECT_PARTICIPLE:
            return True
        before = self.line.cells[at]
        return before.low in self.line.language.pronouns or bool(before.kinds & _LINKS)

    def _add_objects(self, clause: Clause) -> None:
        """Give a verb the phrases on its right, and the places before it."""
        after = False
        for phrase in self.phrases:
            if clause.cell < phrase.first < clause.last and not self._opens_next(phrase, clause):
                role = phrase.role or ("" if after else "obj")
                after = after or not phrase.role
                if role and role != "poss":
                    clause.add(role, phrase.mentions)
            elif clause.first <= phrase.first < clause.cell and phrase.role == "loc":
                clause.add("loc", phrase.mentions)

    def _opens_next(self, phrase: NounPhrase, clause: Clause) -> bool:
        """Tell whether a phrase after "and" or a comma is the subject of the next verb.

        What stands right behind the verb is its object.
        """
        cells = self.line.cells
        if phrase.role or phrase.first <= clause.cell + 1:
            return False
        before = cells[phrase.first - 1]
        if not ("and" in before.kinds or before.low == ","):
            return False
        return any(
            (is_verb(c) and c.features & (F.FINITE | F.OBJECT_PARTICIPLE))
            or c.kinds & {"will", "be"}
            for c in cells[phrase.last : phrase.last + _NEAR]
        )

    def _invert(self, clause: Clause) -> None:
        """Give "…," said X its subject."""
        for phrase in self.phrases:
            if phrase.first in (clause.cell + 1, clause.cell + 2) and not phrase.role:
                clause.args["subj"] = list(phrase.mentions)
                clause.dropped_subject = False

    def _is_of_event(self, clause: Clause) -> bool:
        """Tell whether an event noun is the subject: "Встреча президентов прошла"."""
        if self.line.language.auxiliaries:
            return False
        nouns = [
            c.cell for c in self.clauses if not c.verb and clause.first <= c.cell < clause.cell
        ]
        return bool(nouns) and not any(
            clause.first <= p.first < nouns[0] and not p.role for p in self.phrases
        )

    def _carry(self, clause: Clause) -> None:
        """Give the event nouns on the left of "was held" the verb's form."""
        for noun in self.clauses:
            if not noun.verb and noun.carried is None and clause.first <= noun.cell < clause.cell:
                noun.features, noun.carried = clause.features, clause.cell
                noun.add("loc", clause.args.get("loc", []))

    def _subject(self, clause: Clause) -> list[Mention]:
        """Return the nearest phrase on the left without a preposition."""
        participle = not clause.features & F.FINITE
        at = clause.cell
        if self.subject and not participle and self._continues(clause):
            return []
        found: list[Mention] = []
        for phrase in self._on_the_left(clause):
            if (
                phrase.sort in _SUBJECTS
                and phrase.role in ("", "poss")
                and not phrase.possessor
                and (participle or not self._verb_between(phrase.last, at))
            ):
                found = phrase.mentions
        return found or self._people_of(clause)

    def _continues(self, clause: Clause) -> bool:
        """Tell whether "and" joins a verb to the one before: what stands between is its object."""
        before = group_start(self.line, clause.cell) - 1
        if before < clause.first or "and" not in self.line.cells[before].kinds:
            return False
        return any(self._is_main_verb(i) for i in range(clause.first, before))

    def _people_of(self, clause: Clause) -> list[Mention]:
        """Return the state in "two members of the Belarusian embassy were ..."."""
        for phrase in self._on_the_left(clause):
            near = clause.cell - phrase.last <= _NEAR
            if near and phrase.role == "gen" and phrase.sort == "state":
                return phrase.mentions
        return []

    def _on_the_left(self, clause: Clause) -> list[NounPhrase]:
        return [p for p in self.phrases if clause.first <= p.first and p.last <= clause.cell]

    def _verb_between(self, left: int, right: int) -> bool:
        """Tell whether another main verb stands between, which does not share its subject."""
        return any(
            self._is_main_verb(i) and not self.quoted[i] and not self._coordinated(i, right)
            for i in range(left, right)
        )

    def _coordinated(self, verb: int, at: int) -> bool:
        """Tell whether "and" right before a verb shares the subject of the verb before."""
        start = max(verb + 1, at - _NEAR - 1)
        return any("and" in c.kinds for c in self.line.cells[start:at])

    # event nouns

    def _noun(self, at: int) -> None:
        """Read "talks between A and B", "A's visit to B", "a meeting with B"."""
        first, last = self._bounds(at)
        clause = Clause(
            self.line, at, 0, verb=False, first=first, last=last, quoted=self.quoted[at]
        )
        for phrase in self.phrases:
            if at < phrase.first < last and phrase.role:
                clause.add(phrase.role, phrase.mentions)
            elif first <= phrase.first < at:
                if phrase.last == at or (phrase.possessor and at - phrase.last <= _NEAR):
                    clause.add("gen" if phrase.possessor else "mod", phrase.mentions)
                elif phrase.role == "loc":
                    clause.add("loc", phrase.mentions)
        self._take_carrier(clause)
        self.clauses.append(clause)

    def owner(self, noun: Clause) -> list[Mention]:
        """Return whose event it is: "his visit" the subject's, "X, who is on a visit" X's."""
        cells = self.line.cells
        before = cells[max(noun.first, noun.cell - _NEAR) : noun.cell]
        if any(c.low in self.line.language.his for c in before):
            main = (c for c in self.clauses if c.verb and c.finite and not c.quoted)
            subjects = (c.args.get("subj") or c.args.get("obj") for c in main)
            return next((s for s in subjects if s), self.subject)
        start = max(noun.first, noun.cell - _NEAR - 1)
        on_it = any("be" in c.kinds for c in cells[start : noun.cell])
        left = [p for p in self._on_the_left(noun) if not p.role and p.sort in _SUBJECTS]
        return left[-1].mentions if on_it and left else []

    def _take_carrier(self, noun: Clause) -> None:
        """Give an event noun the form and arguments of the verb before it: "held talks"."""
        cells = self.line.cells
        reach = range(noun.cell - 1, max(noun.first - 1, noun.cell - 1 - _CARRIER), -1)
        carrier = next((i for i in reach if cells[i].kinds & _CARRY and is_verb(cells[i])), None)
        verb = next((c for c in self.clauses if c.cell == carrier), None)
        if verb is not None:
            noun.features, noun.carried = verb.features, carrier
            for role in _FROM_CARRIER:
                noun.add(role, verb.args.get(role, []))


def read_clauses(line: Line, subject: list[Mention]) -> tuple[list[Clause], list[Mention]]:
    """Return the clauses of a sentence, and its subject for the sentence that follows.

    ``subject`` is the subject of the sentence before, for verbs without one of their own.
    """
    reader = _Reader(line, noun_phrases(line), quoted_cells(line.cells))
    reader.run()
    clauses = reader.clauses
    for clause in clauses:
        if clause.dropped_subject and subject:
            clause.add("subj", subject)
    for clause in clauses:
        if not clause.verb and not clause.args.get("gen"):
            clause.add("gen", reader.owner(clause))
    verbs = {c.cell: c for c in clauses if c.verb}
    for clause in clauses:
        if clause.carried in verbs and not clause.args.get("subj"):
            clause.add("subj", verbs[clause.carried].args.get("subj", []))
    return clauses, reader.subject or subject
