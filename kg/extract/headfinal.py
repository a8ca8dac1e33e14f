"""Clauses of a verb-final language (Turkish, Kazakh), read as reverse Polish notation.

Noun phrases are operands, verb forms are operators that take what stands to their left:
a finite verb takes everything, a converb leaves the subject, a participle or verbal noun
takes its own arguments and no more. A stack is all the parsing that this needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.clause import NOMINAL_SORTS, Clause, is_verb
from kg.extract.line import Line
from kg.model.mention import Mention
from kg.nlp.features import F

_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")
_CONVERB = re.compile(r"[^\W\d_]{2,}(?:arak|erek|ıp|ip|up|üp)$")
_FINITE = re.compile(
    r"[^\W\d_]{2,}(?:[dt][ıiuü](?:lar|ler)?|m[ıiuü]şt[ıiuü](?:r)?|[ıiuü]yor|[ae]ca[kğ]|m[ae]kt[ae](?:d[ıi]r)?)$"
)
_CASE_ROLES = (
    (F.ACC, "obj"),
    (F.DAT, "dat"),
    (F.LOC, "loc"),
    (F.ABL, "abl"),
    (F.INS, "with"),
    (F.GEN, "gen"),
)
_NEAR = 4  # cells between an event noun and the verb that carries it


@dataclass(slots=True)
class Operand:
    """A noun phrase on the stack, possibly coordinated."""

    mentions: list[Mention]
    features: int
    role: str = ""
    comma: bool = False
    open_ile: bool = False
    last: int = 0

    @property
    def sort(self) -> str:
        """Return persons, states or what else, for coordination."""
        kind = self.mentions[-1].kind
        return "state" if kind in ("state", "place") else kind

    def is_bare(self) -> bool:
        """Tell whether it may be the subject: no case ending, no postposition."""
        return not self.role and bool(self.features & F.NOM)

    def role_of(self) -> str:
        """Return the grammatical role that the case ending gives."""
        if self.role:
            return self.role
        if self.features & F.NOM:
            return "nom"
        return next((role for bit, role in _CASE_ROLES if self.features & bit), "nom")


@dataclass(slots=True)
class _Reader:
    line: Line
    clauses: list[Clause] = field(default_factory=list)
    stack: list[Operand] = field(default_factory=list)
    saved: list[list[Operand]] = field(default_factory=list)
    waiting: list[Clause] = field(default_factory=list)  # -an participles, for the noun to come
    nouns: list[Clause] = field(default_factory=list)  # event nouns that a verb may carry
    joiner: int = -2  # cell of the last "and"
    start: int = 0
    subject: list[Mention] = field(default_factory=list)
    inside: bool = False

    def run(self) -> list[Clause]:
        at = 0
        cells = self.line.cells
        by_start = {m.first: m for m in self.line.mentions}
        while at < len(cells):
            cell = cells[at]
            mention = by_start.get(at)
            if mention is not None and not is_verb(cell):
                self.operand(mention)
                at = max(mention.last, at + 1)
                continue
            self.operator(at, cell)
            at += 1
        return self.clauses

    # --- operands
    def operand(self, mention: Mention) -> None:
        if mention.kind == "other" and not mention.office:
            return
        for clause in self.waiting:
            if mention.kind in NOMINAL_SORTS:
                clause.add("obj" if clause.features & F.PASSIVE else "subj", [mention])
        if mention.kind in NOMINAL_SORTS:
            self.waiting = []
        new = Operand([mention], mention.features, last=mention.last)
        top = self.stack[-1] if self.stack else None
        if top and top.sort == new.sort:
            if self.joiner == mention.first - 1:
                self._merge_list(new)
                return
            if top.open_ile and top.last == mention.first - 1:
                top.role, top.open_ile = "", False
                self._extend(top, new)
                return
        self.stack.append(new)

    def _extend(self, top: Operand, new: Operand) -> None:
        top.mentions += new.mentions
        top.features, top.last, top.comma = new.features, new.last, False

    def _merge_list(self, new: Operand) -> None:
        """Join "A, B ve C"; with a case ending on C the first of the list is the subject."""
        group = [self.stack.pop()]
        while (
            self.stack
            and self.stack[-1].comma
            and self.stack[-1].is_bare()
            and self.stack[-1].sort == new.sort
        ):
            group.insert(0, self.stack.pop())
        if len(group) > 1 and new.sort == "person" and not new.features & F.NOM:
            self.stack.append(group.pop(0))
        first = group[0]
        for other in group[1:]:
            self._extend(first, other)
        self._extend(first, new)
        self.stack.append(first)

    # --- operators
    def operator(self, at: int, cell: Cell) -> None:
        kinds = cell.kinds
        low = cell.low
        if low in _OPEN or (low == '"' and not self.inside):
            self.saved.append(self.stack)
            self.stack, self.inside = [], True
        elif low in _CLOSE or (low == '"' and self.inside):
            self.stack = self.saved.pop() if self.saved else self.stack
            self.inside = False
        elif is_verb(cell) and not (
            cell.features & F.NOM
            and "trigger" in kinds
            and not cell.features & (F.FINITE | F.PARTICIPLE | F.CONVERB | F.VERBAL_NOUN)
        ):
            self._verb(at, cell)
        elif "trigger" in kinds:
            self._noun(at)
        elif self.stack and "between" in kinds:
            self.stack[-1].role = "between"
        elif self.stack and "by" in kinds:
            self.stack[-1].role = "by"
        elif self.stack and "with" in kinds and self.stack[-1].last == at:
            self.stack[-1].role, self.stack[-1].open_ile = "with", True
        elif low == "," and self.stack and self.stack[-1].last == at:
            self.stack[-1].comma = True
        elif self.stack and "scope" in kinds and self.stack[-1].last == at and not self.stack[-1].comma:
            self.stack[-1].role = "post"
        elif "and" in kinds:
            self.joiner = at
        elif low in (";", ":"):
            self.start = at + 1
        elif "word" in kinds and _CONVERB.match(low) and len(low) > 5:  # noqa: PLR2004 - short words are nouns
            self._verb(at, cell, F.CONVERB)
        elif "word" in kinds and self._closes(at) and _FINITE.match(low):
            self._verb(at, cell, F.FINITE | F.PAST)

    def _closes(self, at: int) -> bool:
        cells = self.line.cells
        return at + 1 >= len(cells) or cells[at + 1].low in (".", ";", "”", '"', "»", "!", "?", ",")

    def _verb(self, at: int, cell: Cell, features: int = 0) -> None:
        form = features or cell.features
        clause = Clause(self.line, at, form, quoted=self.inside, first=self.start, last=at + 1)
        carrier = self._carried(at, cell)
        if form & F.FINITE and not (form & F.FUTURE_PARTICIPLE and not self._closes(at)):
            self._take_all(clause, keep_subject=False)
            self.start = at + 1
        elif form & F.CONVERB:
            self._take_all(clause, keep_subject=True)
            self.start = at + 1
        else:
            self._take_near(clause, form)
        for noun in carrier:
            for role, mentions in clause.args.items():
                noun.add(role, mentions)
            noun.features, noun.carried, noun.last = form, at, at + 1
            noun.dropped_subject = clause.dropped_subject
        self.clauses.append(clause)
        if form & F.FINITE:
            self.nouns = []

    def _carried(self, at: int, cell: Cell) -> list[Clause]:
        if "carry" not in cell.kinds:
            return []
        return [
            n
            for n in self.nouns
            if (at - n.cell <= _NEAR or n.predicate.features & F.ACC) and n.carried is None and not self._blocked(n.cell, at)
        ]

    def _blocked(self, noun: int, verb: int) -> bool:
        """Tell whether another verb or a mention in the wrong case stands between."""
        cell = self.line.cells[noun]
        return bool(cell.features & F.GEN and not cell.features & F.NOM)

    def _take_all(self, clause: Clause, *, keep_subject: bool) -> None:
        passive = bool(clause.features & F.PASSIVE)
        kept: list[Operand] = []
        found_subject = False
        for operand in self.stack:
            role = operand.role_of()
            if role == "nom":
                if not found_subject and operand.sort in NOMINAL_SORTS | {"state"}:
                    role = "obj" if passive else "subj"
                    found_subject = True
                    kept.append(operand)
                    if not passive:
                        self.subject = operand.mentions
                elif operand.sort == "document":
                    role = "obj"
                else:
                    role = "mod"
            clause.add(role, operand.mentions)
        if not found_subject and not passive:
            if self.subject:
                clause.add("subj", self.subject)
            else:
                clause.dropped_subject = True
        self.stack = kept if keep_subject else []

    def _take_near(self, clause: Clause, form: int) -> None:
        """Give a participle or verbal noun its own arguments, and pop them."""
        nominal = bool(form & (F.OBJECT_PARTICIPLE | F.FUTURE_PARTICIPLE | F.VERBAL_NOUN))
        while self.stack:
            top = self.stack[-1]
            role = top.role_of()
            if role == "nom":
                if top.sort == "document" or (top.last == clause.cell and not top.comma):
                    clause.add(
                        "obj" if top.sort == "document" or form & F.PASSIVE else "mod", top.mentions
                    )
                    self.stack.pop()
                    continue
                break
            clause.add("gen" if role == "gen" else role, top.mentions)
            self.stack.pop()
            if role == "gen" and nominal:
                break
        if clause.args.get("gen"):
            clause.add("obj" if form & F.PASSIVE else "subj", clause.args["gen"])
        elif nominal:
            first = next(
                (o for o in self.stack if o.is_bare() and o.sort in NOMINAL_SORTS | {"state"}), None
            )
            if first is not None and not form & F.PASSIVE:
                clause.add("subj", first.mentions)
        if form & F.SUBJECT_PARTICIPLE and not form & F.FINITE:
            self.waiting.append(clause)

    def _noun(self, at: int) -> None:
        """An event noun looks at its own modifiers; a verb to come may carry it."""
        clause = Clause(
            self.line, at, 0, verb=False, quoted=self.inside, first=self.start, last=at + 1
        )
        for operand in reversed(self.stack):
            role = operand.role_of()
            if role == "nom":
                if operand.last == at:
                    clause.add("mod", operand.mentions)
                    continue
                break
            if role == "loc":
                clause.add("loc", operand.mentions)
                continue
            clause.add(role, operand.mentions)
            if role == "gen":
                break
        self.clauses.append(clause)
        self.nouns.append(clause)
        self._inherit(clause)
        self.waiting = []

    def _inherit(self, noun: Clause) -> None:
        """Give "yaptığı ziyaret", "arasında gerçekleşen görüşme" the arguments of their participle.

        A chain counts as a whole: "yapması öngörülen ziyaret", "yapmayı planladığı resmî ziyaret".
        """
        at = noun.cell
        for clause in reversed(self.clauses):
            if clause is noun or not clause.verb:
                continue
            if (
                not at - 3 <= clause.cell < at
                or clause.features & (F.FINITE | F.CONVERB) == clause.features
            ):
                break
            if not clause.features & (F.PARTICIPLE | F.VERBAL_NOUN):
                break
            for role, mentions in clause.args.items():
                noun.add(role, mentions)
            at = clause.cell


def read_clauses(line: Line, subject: list[Mention]) -> tuple[list[Clause], list[Mention]]:
    """Return the clauses of a sentence, and its subject for the sentence that follows.

    ``subject`` is the subject of the sentence before, for verbs without one of their own.
    """
    reader = _Reader(line)
    clauses = reader.run()
    for clause in clauses:
        if clause.dropped_subject and subject:
            clause.add("subj", subject)
    return clauses, reader.subject or subject
