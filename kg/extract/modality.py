"""Modality: did it happen, is it planned, was it cancelled, or only said, wished, denied."""

from __future__ import annotations

from kg.extract.clause import Clause, is_verb
from kg.nlp.features import F

_NOTHING = frozenset(("denied", "alleged", "wished"))
_REACH = 25  # cells in which a governing verb is looked for


def status_of(clause: Clause, *, dated: bool) -> str | None:
    """Return ``occurred``, ``planned`` or ``cancelled``; None where nothing is asserted.

    ``dated`` tells whether the sentence gives a new date, which makes of a postponed event a
    planned one.
    """
    sense = clause.governor or governor(clause)
    clause.governor = sense
    features = clause.features
    if sense in _NOTHING:
        return None
    if sense == "cancelled" or sense == "postponed":
        return "planned" if sense == "postponed" and dated else "cancelled"
    if features & F.NEGATED or (features & F.WISH and not features & F.FUTURE):
        return None
    if sense == "planned" or (features & F.FUTURE and not features & F.PAST):
        return "planned"
    if features & F.BASE and not features & (F.FINITE | F.OBJECT_PARTICIPLE):
        return None
    return "occurred"


def governor(clause: Clause) -> str:
    """Return the sense of the modality word that governs a clause; "" for none."""
    cells = clause.line.cells
    features = clause.features
    before = _participle_before(clause)
    if before and clause.verb:
        return before
    after = _after(clause)
    return after if after in _UNDONE or not before else before


_UNDONE = frozenset(("cancelled", "postponed", "denied"))


def _after(clause: Clause) -> str:
    """Return the sense of the modality word to the right of a clause's predicate."""
    cells = clause.line.cells
    features = clause.features
    if features & F.FINITE and not features & F.OBJECT_PARTICIPLE:
        return ""
    noun = cells[clause.cell].features if not clause.verb and clause.carried is None else features
    if (
        not clause.verb
        and clause.carried is None
        and noun & (F.LOC | F.ABL)
        and not noun & (F.NOM | F.ACC)
    ):
        return ""
    if features & F.SUBJECT_PARTICIPLE and not features & (F.VERBAL_NOUN | F.OBJECT_PARTICIPLE):
        return ""
    found = ""
    start = clause.last if clause.line.language.head_final else clause.cell + 1
    for i in range(start, min(start + _REACH, len(cells))):
        cell = cells[i]
        if "modality" in cell.kinds:
            sense = _sense(cell.features, cell.kinds)
            if sense and _governs(noun, cell.features, clause, is_noun=not is_verb(cell)):
                if sense in _UNDONE:
                    return sense
                found = found or sense
        if is_verb(cell) and cell.features & F.FINITE and not cell.features & F.PARTICIPLE:
            break
        if cell.low in (".", ";"):
            break
    return found


def _participle_before(clause: Clause) -> str:
    """Return the sense of "planladığı", "beklenen" right before an event noun."""
    cells = clause.line.cells
    for i in range(max(clause.first, clause.cell - 3), clause.cell):
        cell = cells[i]
        if "modality" in cell.kinds and cell.features & F.PARTICIPLE:
            return _sense(cell.features, cell.kinds)
    return ""


def _sense(features: int, kinds: frozenset[str]) -> str:
    negated = bool(features & F.NEGATED)
    for sense in ("cancelled", "postponed", "denied", "alleged", "planned", "wished"):
        if f"modality-{sense}" in kinds:
            if sense == "denied" and "modality-denied" in kinds:
                return "denied"
            return "denied" if negated else sense
    return ""


def _governs(noun: int, verb: int, clause: Clause, *, is_noun: bool) -> bool:
    """Tell whether a noun or verbal noun is the object of an active, or subject of a passive verb."""
    if is_noun:
        return True
    if clause.verb and clause.features & F.VERBAL_NOUN:
        return True
    if noun & F.ACC:
        return True
    return bool(noun & F.NOM and verb & (F.PASSIVE | F.OBJECT_PARTICIPLE)) or bool(noun & F.GEN)
