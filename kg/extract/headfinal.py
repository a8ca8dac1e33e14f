"""Clauses of a verb-final language (Turkish, Kazakh), read as reverse Polish notation.

Noun phrases are operands, verb forms are operators that take what stands to their left:
a finite verb takes everything, a converb leaves the subject, a participle or verbal noun
takes its own arguments and no more. A stack is all the parsing that this needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.clause import NOMINAL_SORTS, Clause, is_verb
from kg.extract.line import CLOSING, OPENING, Line
from kg.extract.operand import Operand, push
from kg.model.mention import Mention
from kg.nlp.features import F

_NEAR = 4  # cells between an event noun and the verb that carries it
_CHAIN = 3  # cells between the participles before an event noun
_ENDS = frozenset((".", ";", "”", '"', "»", "!", "?", ","))
_VERBAL = F.FINITE | F.PARTICIPLE | F.CONVERB | F.VERBAL_NOUN


@dataclass(slots=True)
class _Reader:
    line: Line
    clauses: list[Clause] = field(default_factory=list)
    stack: list[Operand] = field(default_factory=list)
    saved: list[list[Operand]] = field(default_factory=list)  # stacks outside the quotation
    waiting: list[Clause] = field(default_factory=list)  # -an participles, for the noun to come
    nouns: list[Clause] = field(default_factory=list)  # event nouns that a verb may carry
    joiner: int = -2  # cell of the last "and"
    start: int = 0
    subject: list[Mention] = field(default_factory=list)
    inside: bool = False

    def run(self) -> None:
        cells = self.line.cells
        by_start = {m.first: m for m in self.line.mentions}
        at = 0
        while at < len(cells):
            cell = cells[at]
            mention = by_start.get(at)
            if mention is not None and not is_verb(cell):
                self._operand(mention)
                at = max(mention.last, at + 1)
                continue
            self._quotation(cell)
            if _is_operator(cell):
                self._verb(at, self._form(at, cell))
            elif "trigger" in cell.kinds:
                self._noun(at)
            elif not self._postposition(at, cell):
                self._other(at, cell)
            at += 1

    # operands and the small words that shape them

    def _operand(self, mention: Mention) -> None:
        if mention.kind == "other" and not mention.office:
            return
        if mention.kind in NOMINAL_SORTS:
            for clause in self.waiting:
                self._give_head(clause, mention)
            self.waiting = []
        new = Operand([mention], mention.features, mention.last)
        push(self.stack, new, after_and=self.joiner == mention.first - 1)

    @staticmethod
    def _give_head(clause: Clause, mention: Mention) -> None:
        """Give a participle the noun that it describes: who came, or where one came."""
        if clause.features & F.SUBJECT_PARTICIPLE:
            clause.add("obj" if clause.features & F.PASSIVE else "subj", [mention])
        elif mention.first - clause.cell <= _NEAR:
            at_place = mention.kind in ("place", "state")
            clause.add("dat" if at_place else "with", [mention])  # "geldiği Ankara", "görüştüğü X"

    def _quotation(self, cell: Cell) -> None:
        """Read what is quoted with a stack of its own."""
        low = cell.low
        if low in OPENING or (low == '"' and not self.inside):
            self.saved.append(self.stack)
            self.stack, self.inside = [], True
        elif low in CLOSING or low == '"':
            self.stack = self.saved.pop() if self.saved else self.stack
            self.inside = False

    def _postposition(self, at: int, cell: Cell) -> bool:
        """Let a postposition or comma mark the phrase before it; tell whether it is one."""
        if not self.stack:
            return False
        kinds = cell.kinds
        top = self.stack[-1]
        adjacent = top.last == at
        if "between" in kinds:
            top.role = "between"
        elif "by" in kinds:
            top.role = "by"
        elif "with" in kinds and adjacent:
            top.role, top.open_ile = "with", True
        elif cell.low == "," and adjacent:
            top.comma = True
        elif "scope" in kinds and adjacent and not top.comma:
            top.role = "post"
        else:
            return False
        return True

    def _other(self, at: int, cell: Cell) -> None:
        """Read conjunctions, breaks, and verbs that the lexicon does not know."""
        language = self.line.language
        if "and" in cell.kinds:
            self.joiner = at
        elif cell.low in (";", ":"):
            self.start = at + 1
        elif "word" not in cell.kinds:
            return
        elif language.guessed_converb and language.guessed_converb.match(cell.low):
            self._verb(at, F.CONVERB)
        elif (
            self._closes(at) and language.guessed_finite and language.guessed_finite.match(cell.low)
        ):
            self._verb(at, F.FINITE | F.PAST)

    def _closes(self, at: int) -> bool:
        """Tell whether a clause ends after a cell."""
        cells = self.line.cells
        return at + 1 >= len(cells) or cells[at + 1].low in _ENDS

    # verbs

    def _form(self, at: int, cell: Cell) -> int:
        """Return a verb's features, those of "қойған жоқ" ("has not signed") for the two."""
        after = self.line.cells[at + 1].low if at + 1 < len(self.line.cells) else ""
        if after in self.line.language.negators and cell.features & F.PARTICIPLE:
            return F.FINITE | F.PAST | F.NEGATED
        return cell.features

    def _verb(self, at: int, form: int) -> None:
        clause = Clause(self.line, at, form, quoted=self.inside, first=self.start, last=at + 1)
        carried = self._carried(at)
        if form & F.FINITE and not (form & F.FUTURE_PARTICIPLE and not self._closes(at)):
            self._take_all(clause, keep_subject=False)
            self.start = at + 1
        elif form & F.CONVERB:
            self._take_all(clause, keep_subject=True)
            self.start = at + 1
        else:
            self._take_near(clause)
        for noun in carried:
            noun.inherit(clause)
            noun.features, noun.carried, noun.last = form, at, at + 1
            noun.dropped_subject = clause.dropped_subject
        self.clauses.append(clause)
        if form & F.FINITE:
            self.nouns = []

    def _carried(self, at: int) -> list[Clause]:
        """Return the event nouns of which a verb only says that they happen."""
        if "carry" not in self.line.cells[at].kinds:
            return []
        return [
            noun
            for noun in self.nouns
            if (
                at - noun.cell <= _NEAR
                or noun.predicate.features & F.ACC
                or noun.cell == noun.first
            )
            and noun.carried is None
            and (noun.predicate.features & F.NOM or not noun.predicate.features & F.GEN)
        ]

    def _take_all(self, clause: Clause, *, keep_subject: bool) -> None:
        """Give a verb all that stands on the stack; a converb leaves the subject for the next."""
        passive = bool(clause.features & F.PASSIVE)
        subject: Operand | None = None
        for operand in self.stack:
            role = operand.role_of()
            if role == "nom" and subject is None and operand.nominal:
                role = "obj" if passive else "subj"
                subject = operand
                if not passive:
                    self.subject = operand.mentions
            elif role == "nom":
                role = "obj" if operand.sort == "document" else "mod"
            clause.add(role, operand.mentions)
        if subject is None and not passive:
            if self.subject:
                clause.add("subj", self.subject)
            else:
                clause.dropped_subject = True
        self.stack = [subject] if keep_subject and subject is not None else []

    def _take_near(self, clause: Clause) -> None:
        """Give a participle or verbal noun its own arguments, and pop them."""
        form = clause.features
        nominal = bool(form & (F.OBJECT_PARTICIPLE | F.FUTURE_PARTICIPLE | F.VERBAL_NOUN))
        patient = "obj" if form & F.PASSIVE else "subj"
        self._pop_arguments(clause, nominal=nominal)
        if clause.args.get("gen"):
            clause.add(patient, clause.args["gen"])
        elif nominal and not form & F.PASSIVE:
            first = next((o for o in self.stack if o.is_bare() and o.nominal), None)
            if first is not None:
                clause.add("subj", first.mentions)
        describes = form & (F.SUBJECT_PARTICIPLE | F.OBJECT_PARTICIPLE) and not form & F.FINITE
        if describes and not form & F.VERBAL_NOUN:
            self.waiting.append(clause)

    def _pop_arguments(self, clause: Clause, *, nominal: bool) -> None:
        while self.stack:
            top = self.stack[-1]
            role = top.role_of()
            if role == "nom":
                document = top.sort == "document"
                if not document and (top.last != clause.cell or top.comma):
                    break
                role = "obj" if document or clause.features & F.PASSIVE else "mod"
            clause.add(role, top.mentions)
            self.stack.pop()
            if role == "gen" and nominal:
                break

    # event nouns

    def _noun(self, at: int) -> None:
        """Let an event noun look at its own modifiers; a verb to come may carry it."""
        clause = Clause(
            self.line, at, 0, verb=False, quoted=self.inside, first=self.start, last=at + 1
        )
        for operand in reversed(self.stack):
            role = operand.role_of()
            if role == "nom":
                if operand.last != at:
                    break
                role = "mod"
            clause.add(role, operand.mentions)
            if role == "gen":
                break
        self.clauses.append(clause)
        self.nouns.append(clause)
        self._take_participles(clause)
        self.waiting = []

    def _take_participles(self, noun: Clause) -> None:
        """Give "yaptığı ziyaret", "arasında gerçekleşen görüşme" the arguments of their participle.

        A chain counts as a whole: "yapması öngörülen ziyaret", "yapmayı planladığı resmî ziyaret".
        """
        at = noun.cell
        for clause in reversed(self.clauses):
            if clause is noun or not clause.verb:
                continue
            form = clause.features
            if not at - _CHAIN <= clause.cell < at or form & (F.FINITE | F.CONVERB) == form:
                break
            if not form & (F.PARTICIPLE | F.VERBAL_NOUN):
                break
            noun.inherit(clause)
            at = clause.cell


def _is_operator(cell: Cell) -> bool:
    """Tell a form of a verb from an event noun in the nominative that looks like one."""
    if not is_verb(cell):
        return False
    noun = cell.features & F.NOM and "trigger" in cell.kinds
    return not noun or bool(cell.features & _VERBAL)


def read_clauses(line: Line, subject: list[Mention]) -> tuple[list[Clause], list[Mention]]:
    """Return the clauses of a sentence, and its subject for the sentence that follows.

    ``subject`` is the subject of the sentence before, for verbs without one of their own.
    """
    reader = _Reader(line)
    reader.run()
    for clause in reader.clauses:
        if clause.dropped_subject and subject:
            clause.add("subj", subject)
    return reader.clauses, reader.subject or subject
