"""A line: one sentence with all that was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cells import Cell
from kg.model.mention import Mention
from kg.model.text import Sentence
from kg.nlp.lang import LANGUAGES
from kg.nlp.language import Language

OPENING, CLOSING = frozenset("“«„"), frozenset("”»")


@dataclass(slots=True)
class Line:
    """One sentence with what was found in it; ``mentions`` are sorted and do not overlap."""

    sentence: Sentence
    cells: list[Cell]
    mentions: list[Mention] = field(default_factory=list)
    titled: set[int] = field(default_factory=set)  # cells inside a phrase of office

    @property
    def language(self) -> Language:
        """Return the language of the sentence."""
        return LANGUAGES[self.sentence.lang]

    def text(self, article: str, first: int, last: int) -> str:
        """Return the words of cells ``first`` to ``last`` (exclusive) as written."""
        return article[self.cells[first].begin : self.cells[last - 1].finish]


def quoted_cells(cells: list[Cell]) -> list[bool]:
    """Return for each cell whether it stands inside quotation marks, the opening one included."""
    inside = False
    found = []
    for cell in cells:
        if cell.low in OPENING or (cell.low == '"' and not inside):
            inside = True
        elif cell.low in CLOSING or cell.low == '"':
            inside = False
        found.append(inside)
    return found
