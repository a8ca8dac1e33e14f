"""Noun phrases of a verb-medial language: coordinated mentions, each with its preposition."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clause import is_verb
from kg.extract.line import Line
from kg.model.mention import Mention
from kg.nlp.features import F

_PREPOSITIONS = {  # kind of the cell -> role of what follows
    "with": "with",
    "by": "by",
    "between": "between",
    "to": "dat",
    "of": "gen",
    "in": "loc",
    "from": "abl",
    "for": "for",
}
_BETWEEN = frozenset(("acting", "and", "by", "with"))  # kinds between coordinated phrases
_FARTHEST = 4  # cells between them: ", and the"


@dataclass(slots=True)
class NounPhrase:
    """A noun phrase, possibly coordinated; ``role`` is what the preposition before it gives.

    ``role`` is "" without a preposition and "poss" for a possessor ("Turkey's").
    """

    mentions: list[Mention]
    role: str
    first: int
    last: int  # exclusive

    @property
    def sort(self) -> str:
        """Return what may be coordinated with it: persons with persons, states with places."""
        kind = self.mentions[-1].kind
        return "state" if kind in ("state", "place") else kind

    @property
    def possessor(self) -> bool:
        """Tell whether it owns what follows."""
        return bool(self.mentions[-1].features & F.GEN)


def noun_phrases(line: Line) -> list[NounPhrase]:
    """Return the noun phrases of a line in reading order."""
    phrases: list[NounPhrase] = []
    for mention in line.mentions:
        if mention.kind == "other" and not mention.office:
            continue
        role = _preposition(line, mention.first)
        if mention.features & F.GEN and not role and not _is_object(line, mention):
            role = "poss"
        new = NounPhrase([mention], role, mention.first, mention.last)
        top = phrases[-1] if phrases else None
        if (
            top is not None
            and top.sort == new.sort
            and role in ("", top.role)
            and _joined(line, top.last, mention.first)
        ):
            top.mentions.append(mention)
            top.last = mention.last
        else:
            phrases.append(new)
    return phrases


def _is_object(line: Line, mention: Mention) -> bool:
    """Tell whether a form that may be genitive or accusative stands right behind a verb."""
    before = line.cells[mention.first - 1] if mention.first else None
    return before is not None and bool(mention.features & F.ACC) and is_verb(before)


def _joined(line: Line, left: int, right: int) -> bool:
    """Tell whether only "and", a comma or an article stands between two phrases."""
    cells = line.cells[left:right]
    if not cells or len(cells) > _FARTHEST:
        return False
    if any(c.low != "," and not c.kinds & _BETWEEN for c in cells):
        return False
    return any("and" in c.kinds or c.low == "," for c in cells)


def _preposition(line: Line, at: int) -> str:
    """Return the role that the preposition before a cell gives, articles passed over; or ""."""
    cells = line.cells
    i = at - 1
    while i >= 0 and ("acting" in cells[i].kinds or cells[i].low == "both"):
        i -= 1
    if i < 0:
        return ""
    return next((role for kind, role in _PREPOSITIONS.items() if kind in cells[i].kinds), "")
