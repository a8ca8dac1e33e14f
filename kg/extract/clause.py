"""Clauses: a trigger with its arguments by grammatical role, whatever the language's order."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.extract.line import Line
from kg.model.mention import Mention
from kg.nlp.features import F

VERB_KINDS = frozenset(
    ("trigger", "speech", "modality", "carry", "join", "topic", "verb", "stance", "cooperation")
)
NOMINAL_SORTS = frozenset(("person", "state", "organization", "place", "dyad", "envoys"))


@dataclass(slots=True)
class Clause:
    """A predicate of a sentence and its arguments.

    ``args`` maps a role (subj obj with dat loc abl gen by between mod) to mentions. ``cell``
    is the predicate's place in the line; ``features`` are those of the verb that carries it.
    """

    line: Line
    cell: int
    features: int
    args: dict[str, list[Mention]] = field(default_factory=dict)
    verb: bool = True
    carried: int | None = None  # cell of the verb that carries an event noun
    quoted: bool = False
    dropped_subject: bool = False  # the subject stands in an earlier sentence
    first: int = 0  # the clause's range of cells
    last: int = 0
    governor: str = ""  # sense of the modality word that governs it

    @property
    def predicate(self) -> Cell:
        """Return the cell of the predicate."""
        return self.line.cells[self.cell]

    def add(self, role: str, mentions: list[Mention]) -> None:
        """Add arguments without repeating one."""
        known = self.args.setdefault(role, [])
        known.extend(m for m in mentions if m not in known)

    def inherit(self, other: Clause) -> None:
        """Add all arguments of another clause."""
        for role, mentions in other.args.items():
            self.add(role, mentions)

    @property
    def finite(self) -> bool:
        """Tell whether the predicate is a full verb of a main clause."""
        return bool(self.features & F.FINITE)


def is_verb(cell: Cell) -> bool:
    """Tell whether a cell is a form of a verb that the lexicon knows."""
    return bool(cell.features & F.VERB_FORMS) and not cell.kinds.isdisjoint(VERB_KINDS)
