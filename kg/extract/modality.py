"""Modality: did it happen, is it planned, was it cancelled, or only said, wished, denied."""

from __future__ import annotations

from kg.extract.cells import Cell
from kg.extract.clause import Clause, is_verb
from kg.nlp.features import F

_NOTHING = frozenset(("denied", "alleged", "wished"))
_UNDONE = frozenset(("cancelled", "postponed", "denied"))
_SENSES = ("cancelled", "postponed", "denied", "alleged", "planned", "wished", "confirmed")
_REACH = 25  # cells in which a governing verb is looked for
_OBJECT = 8  # cells of a verb's object before an event noun in it
_APART = frozenset(("break", "and"))  # what begins another phrase
_BEFORE = 3  # cells before an event noun in which its participle stands
_TO_COME = F.FUTURE | F.PASSIVE
_ENDS = frozenset((".", ";"))


def status_of(clause: Clause, *, dated: bool) -> str | None:
    """Return ``occurred``, ``planned`` or ``cancelled``; None where nothing is asserted.

    ``dated`` tells whether the sentence gives a new date, which makes of a postponed event a
    planned one.
    """
    sense = clause.governor = clause.governor or governor(clause)
    features = clause.features
    if sense in _NOTHING:
        return None
    if sense in _UNDONE:
        return "planned" if sense == "postponed" and dated else "cancelled"
    if features & F.NEGATED or (features & F.WISH and not features & F.FUTURE):
        return None
    if sense == "planned" or (features & F.FUTURE and not features & F.PAST):
        return "planned"
    bare = features & F.BASE and not features & (F.FINITE | F.OBJECT_PARTICIPLE)
    return None if bare else "occurred"


def governor(clause: Clause) -> str:
    """Return the sense of the modality word that governs a clause; "" for none."""
    before = _participle_before(clause) or _reported(clause)
    if before and clause.verb:
        return before
    after = _after(clause)
    return after if after in _UNDONE or not before else before


def _participle_before(clause: Clause) -> str:
    """Return the sense of "planladığı", "beklenen" right before an event noun."""
    for cell in clause.line.cells[max(clause.first, clause.cell - _BEFORE) : clause.cell]:
        if "modality" in cell.kinds and cell.features & F.PARTICIPLE:
            return _sense(cell)
    return ""


def _reported(clause: Clause) -> str:
    """Return the sense under which a clause stands: "denied that ...", "allegedly"."""
    if clause.line.language.head_final:
        return ""
    cells = clause.line.cells
    for i in range(clause.cell - 1, -1, -1):
        cell = cells[i]
        if cell.low in _ENDS:
            break
        sense = _sense(cell) if "modality" in cell.kinds else ""
        opens = i + 1 < len(cells) and "who" in cells[i + 1].kinds
        if sense in _UNDONE and not clause.verb and clause.cell - i <= _BEFORE:
            return sense  # "cancelled his visit"
        if sense in _NOTHING and (opens or not is_verb(cell)):
            return sense
        if sense == "denied" and not clause.verb and _within(clause, i):
            return sense  # "denied reports of a meeting"
    return ""


def _within(clause: Clause, verb: int) -> bool:
    """Tell whether an event noun stands in the object of a verb on its left."""
    between = clause.line.cells[verb + 1 : clause.cell]
    if len(between) > _OBJECT or any(c.low == "," or c.kinds & _APART for c in between):
        return False
    # right behind a verb "reports" is a noun
    return not any(c.features & F.FINITE and is_verb(c) for c in between[1:])


def _after(clause: Clause) -> str:
    """Return the sense of the modality word to the right of a clause's predicate."""
    noun = _governed(clause)
    if noun is None:
        return ""
    cells = clause.line.cells
    found = ""
    start = clause.last if clause.line.language.head_final else clause.cell + 1
    for cell in cells[start : start + _REACH]:
        if (
            "modality" in cell.kinds
            and (sense := _sense(cell))
            and _governs(noun, cell, clause, sense)
        ):
            if sense in _UNDONE:
                return sense
            found = found or sense
        finite = cell.features & F.FINITE and not cell.features & F.OBJECT_PARTICIPLE
        if finite and is_verb(cell) and noun & F.NOM and cell.features & _TO_COME == _TO_COME:
            found = found or "planned"  # "toplantısı icra edilecek"
        if cell.low in _ENDS or (finite and is_verb(cell)):
            break
    return found


def _governed(clause: Clause) -> int | None:
    """Return the features by which a word to the right may govern a clause, or None."""
    features = clause.features
    if features & F.FINITE and not features & F.OBJECT_PARTICIPLE:
        return None
    if features & F.SUBJECT_PARTICIPLE and not features & (F.VERBAL_NOUN | F.OBJECT_PARTICIPLE):
        return None
    if clause.verb or clause.carried is not None:
        return features
    noun = clause.predicate.features
    return None if noun & (F.LOC | F.ABL) and not noun & (F.NOM | F.ACC) else noun


def _sense(cell: Cell) -> str:
    """Return what a modality word says; a negated one denies."""
    sense = next((sense for sense in _SENSES if f"modality-{sense}" in cell.kinds), "")
    if sense and cell.features & F.NEGATED:
        return "denied"
    return "" if sense == "confirmed" else sense


def _governs(noun: int, word: Cell, clause: Clause, sense: str) -> bool:
    """Tell whether a noun or verbal noun depends on a modality word.

    It does as the object of an active verb or the subject of a passive one, and always when
    the word is itself a noun ("the planned visit").
    """
    verbal = clause.verb and clause.features & F.VERBAL_NOUN
    if not is_verb(word) or verbal or noun & (F.ACC | F.GEN):
        return True
    if sense == "wished" and noun & F.NOM:
        return True  # "görüşmesi gerekiyor"
    return bool(noun & F.NOM and word.features & (F.PASSIVE | F.OBJECT_PARTICIPLE))
