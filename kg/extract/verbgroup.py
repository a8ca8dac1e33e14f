"""Verb groups of a verb-medial language: auxiliaries and verb as one form."""

from __future__ import annotations

from kg.extract.cells import Cell
from kg.extract.line import Line
from kg.nlp.features import F

_AUXILIARIES = frozenset(("be", "have", "will", "would", "not", "to"))
_OPENS = frozenset(("will", "would"))  # nothing of the group stands before them
_REACH = 4  # cells before the verb in which its auxiliaries stand


def is_predicate(line: Line, at: int) -> bool:
    """Tell a verb from a noun that looks like its bare form ("a visit")."""
    features = line.cells[at].features
    if not line.language.auxiliaries or features & F.FINITE or not features & F.BASE:
        return True
    participle = features & (F.OBJECT_PARTICIPLE | F.SUBJECT_PARTICIPLE)
    return bool(participle) or bool(_auxiliaries(line, at))


def form_of(line: Line, at: int) -> int:
    """Return the features of the whole group that ends with the verb at a cell."""
    features = line.cells[at].features
    language = line.language
    if not language.auxiliaries:
        negated = at > 0 and line.cells[at - 1].low == language.negation
        if (
            features & F.PRESENT
            and language.future
            and language.future.match(line.cells[at].tokens[0].low)
        ):
            features = features & ~F.PRESENT | F.FUTURE
        return features | (F.NEGATED if negated else 0)
    auxiliaries = _auxiliaries(line, at)
    form = _compound(auxiliaries, features)
    if form:
        return form | (F.PAST if form & F.FINITE and not form & F.FUTURE else 0)
    return _simple(auxiliaries, features)


def _compound(auxiliaries: set[str], features: int) -> int:
    """Return what the auxiliaries tell; 0 where they tell nothing."""
    form = 0
    for kind, bits in (("not", F.NEGATED), ("would", F.WISH), ("will", F.FUTURE | F.FINITE)):
        if kind in auxiliaries:
            form |= bits
    participle = features & F.OBJECT_PARTICIPLE
    if "be" in auxiliaries and participle:
        form |= F.PASSIVE | F.FINITE
    if "have" in auxiliaries and ("be" in auxiliaries or participle):
        form |= F.FINITE | F.PAST
    return form


def _simple(auxiliaries: set[str], features: int) -> int:
    """Return the form of a verb whose auxiliaries tell nothing."""
    if features & F.FINITE:
        return features & (F.FINITE | F.PAST | F.PRESENT)
    if features & F.OBJECT_PARTICIPLE:
        return F.OBJECT_PARTICIPLE | F.PASSIVE
    if features & F.BASE and "to" in auxiliaries:
        return F.BASE
    return features


def _auxiliaries(line: Line, at: int) -> set[str]:
    """Return the kinds of auxiliaries right before a verb."""
    found: set[str] = set()
    cells = line.cells
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        kinds = cells[i].kinds & _AUXILIARIES
        found |= kinds
        if kinds & _OPENS or not (kinds or _passed_over(line, cells[i])):
            break
    return found


def group_start(line: Line, at: int) -> int:
    """Return the first cell of the group that ends with the verb at a cell."""
    start = at
    while start > 0 and at - start < _REACH:
        before = line.cells[start - 1]
        if not (before.kinds & _AUXILIARIES or _passed_over(line, before)):
            break
        start -= 1
    return start


def _passed_over(line: Line, cell: Cell) -> bool:
    """Tell whether a word may stand between an auxiliary and its verb."""
    ending = line.language.adverb_ending
    adverb = bool(ending) and cell.low.endswith(ending)
    return adverb or cell.low in line.language.group_words
