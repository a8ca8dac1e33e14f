"""Operands: the noun phrases on the stack of a verb-final language."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clause import NOMINAL_SORTS
from kg.model.mention import Mention
from kg.nlp.features import F

_CASE_ROLES = (
    (F.ACC, "obj"),
    (F.DAT, "dat"),
    (F.LOC, "loc"),
    (F.ABL, "abl"),
    (F.INS, "with"),
    (F.GEN, "gen"),
)


@dataclass(slots=True)
class Operand:
    """A noun phrase, possibly coordinated; ``features`` and ``last`` are of its last part."""

    mentions: list[Mention]
    features: int
    last: int  # exclusive
    role: str = ""  # given by a postposition, before which the case counts for nothing
    comma: bool = False  # a comma follows
    open_ile: bool = False  # "ile" follows: "with", or "and" where another phrase comes

    @property
    def sort(self) -> str:
        """Return what may be coordinated with it: persons with persons, states with places."""
        kind = self.mentions[-1].kind
        return "state" if kind in ("state", "place") else kind

    @property
    def nominal(self) -> bool:
        """Tell whether it names someone or something that can act."""
        return self.sort in NOMINAL_SORTS

    def is_bare(self) -> bool:
        """Tell whether it may be the subject: no case ending, no postposition."""
        return not self.role and bool(self.features & F.NOM)

    def role_of(self) -> str:
        """Return the grammatical role that postposition or case ending gives."""
        if self.role:
            return self.role
        if self.features & F.NOM:
            return "nom"
        return next((role for bit, role in _CASE_ROLES if self.features & bit), "nom")

    def extend(self, other: Operand) -> None:
        """Join ``other`` on the right; its case is the case of both."""
        self.mentions += other.mentions
        self.features, self.last, self.comma = other.features, other.last, False


def push(stack: list[Operand], new: Operand, *, after_and: bool) -> None:
    """Put a phrase on the stack, joined to what stands there by "ve", "ile" or a comma.

    In "A, B ve C" all commas join; with a case ending on C the first of a list of persons is
    the subject and stays apart.
    """
    first = new.mentions[0].first
    top = stack[-1] if stack else None
    if top is None or top.sort != new.sort:
        stack.append(new)
    elif after_and:
        _close_list(stack, new)
    elif top.open_ile and top.last == first - 1:
        top.role, top.open_ile = "", False
        top.extend(new)
    else:
        stack.append(new)


def _close_list(stack: list[Operand], new: Operand) -> None:
    group = [stack.pop()]
    while stack and stack[-1].comma and stack[-1].is_bare() and stack[-1].sort == new.sort:
        group.insert(0, stack.pop())
    if len(group) > 1 and new.sort == "person" and not new.features & F.NOM:
        stack.append(group.pop(0))
    first = group[0]
    for other in (*group[1:], new):
        first.extend(other)
    stack.append(first)
