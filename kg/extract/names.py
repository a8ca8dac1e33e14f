"""Names: runs of capitalised words become one cell, titles of courtesy left out."""

from __future__ import annotations

from kg.extract.cells import Cell
from kg.nlp.features import F
from kg.nlp.lang import LANGUAGES
from kg.nlp.token import Token

MAX_NAME = 6  # words, particles included
_NAME = frozenset(("name",))
_CAN_BE_SURNAME = frozenset(("country", "demonym", "place", "domain", "portfolio", "day", "month", "weekday", "metonym"))  # fmt: skip
_OFFICES = frozenset(("title", "portfolio", "body", "ministry", "mission", "place", "demonym", "press"))
_ORDINARY = frozenset(("be", "will", "would", "have", "verb", "month", "day", "press", "stance", "modality", "modality-planned", "carry"))
_BEFORE_NAME = frozenset(("title", "counterpart", "honorific"))
_DASHES = frozenset("-‐‑")


def join_names(cells: list[Cell], lang: str) -> list[Cell]:
    """Return ``cells`` with each run of name words joined, parentheses dropped.

    A word that the lexicon knows may close a name of one word ("Ferhat Mısır"), where it
    carries no ending of its own; a word with an ending after an apostrophe closes the name.
    """
    joined: list[Cell] = []
    at = 0
    while at < len(cells):
        cell = cells[at]
        if cell.low == "(":
            close = next(
                (i for i in range(at + 1, min(at + 8, len(cells))) if cells[i].low == ")"), 0
            )
            if close:
                at = close + 1
                continue
        start = _after_honorifics(cells, at)
        if (
            start < len(cells)
            and "name" in cells[start].kinds
            and len(cells[start].tokens[0].text) > 1
        ):
            end = _name_end(cells, start, lang, titled=start > at or _titled(joined))
            joined.append(_name_cell(cells[start:end]))
            at = end
            continue
        if (
            _titled(joined)
            and cell.capital
            and cell.kinds <= _CAN_BE_SURNAME
            and at + 1 < len(cells)
            and _is_first_name(cells, at)
        ):
            joined.append(
                _name_cell(cells[at : (end := _name_end(cells, at + 1, lang, titled=False))])
            )
            at = end
            continue
        doubtful = cell.kinds <= _CAN_BE_SURNAME and (
            any(e.ambiguous for e in cell.entries) or (lang == "en" and not _governed(joined))
        )
        if doubtful and cell.capital and at + 1 < len(cells) and _is_first_name(cells, at):
            end = _name_end(cells, at + 1, lang, titled=True)
            joined.append(_name_cell(cells[at:end]))
            at = end
            continue
        joined.append(cell)
        at += 1
    return joined


def _governed(joined: list[Cell]) -> bool:
    """Tell whether a preposition or title stands before: then a state's name is a state."""
    return (
        not joined
        or bool(
            joined[-1].kinds
            & {"to", "in", "of", "from", "with", "between", "by", "and", "title", "acting"}
        )
        or joined[-1].low == ","
    )


def _titled(joined: list[Cell]) -> bool:
    return bool(joined and joined[-1].kinds & _BEFORE_NAME)


def _is_first_name(cells: list[Cell], at: int) -> bool:
    """Tell whether a doubtful country name is the first word of a person's name."""
    after = cells[at + 1]
    two = after.capital and all(any(e.ambiguous for e in c.entries) for c in (cells[at], after))
    return (
        ("name" in after.kinds or two)
        and not cells[at].tokens[-1].tail
        and len(cells[at].tokens) == 1
    )


def _after_honorifics(cells: list[Cell], at: int) -> int:
    """Return the index after "Sayın Prof. Dr." when a name follows, else ``at``."""
    i = at
    while i < len(cells) and ("honorific" in cells[i].kinds or (i > at and cells[i].low == ".")):
        i += 1
    return i if i < len(cells) and i > at and "name" in cells[i].kinds else at


def _name_end(cells: list[Cell], start: int, lang: str, *, titled: bool) -> int:
    particles = LANGUAGES[lang].particles
    i = start
    words = 0
    while i < len(cells) and words < MAX_NAME:
        cell = cells[i]
        last = cell.tokens[-1]
        if "name" in cell.kinds:
            words += 1
            i += 1
            if last.tail and not _inside(last):
                break
        elif (
            words == 1
            and titled
            and cell.capital
            and cell.kinds <= _CAN_BE_SURNAME
            and len(cell.tokens) == 1
            and not last.tail
        ):
            return i + 1
        elif words == 1 and lang == "en" and cell.capital and len(cell.tokens) == 1 and cell.kinds <= _ORDINARY:
            return i + 1
        elif words == 1 and _is_surname(cells, i):
            return i + 1
        elif words and cell.low in particles and _name_follows(cells, i, particles):
            i += 1
        elif words and cell.low in _DASHES and _glued(cells, i) and cells[i + 1].capital:
            i += 2 if "name" not in cells[i + 1].kinds else 1
        elif words and cell.capital and i + 2 < len(cells) and cells[i + 1].low in _DASHES and _glued(cells, i + 1):
            i += 1
        elif (
            words
            and cell.low == "."
            and len(cells[i - 1].tokens[-1].text) == 1
            and i + 1 < len(cells)
            and "name" in cells[i + 1].kinds
        ):
            i += 1
        else:
            break
    return i


def _is_surname(cells: list[Cell], i: int) -> bool:
    """Tell whether a word that may be a state is a surname here: no office or body follows."""
    cell = cells[i]
    if not cell.capital or len(cell.tokens) != 1 or not any(e.ambiguous for e in cell.entries):
        return False
    after = cells[i + 1].kinds if i + 1 < len(cells) else frozenset()
    return cell.kinds <= _CAN_BE_SURNAME and not after & _OFFICES


def _inside(token: Token) -> bool:
    """Tell whether an apostrophe belongs to the name (O'Neill)."""
    return len(token.base) == 1


def _name_follows(cells: list[Cell], i: int, particles: frozenset[str]) -> bool:
    j = i + 1
    while j < len(cells) and (cells[j].low in particles or cells[j].low in _DASHES):
        j += 1
    return j < len(cells) and "name" in cells[j].kinds


def _glued(cells: list[Cell], i: int) -> bool:
    """Tell whether a hyphen stands without spaces between two words."""
    return (
        0 < i < len(cells) - 1
        and cells[i - 1].finish == cells[i].begin
        and cells[i].finish == cells[i + 1].begin
    )


def _name_cell(cells: list[Cell]) -> Cell:
    tokens = tuple(t for cell in cells for t in cell.tokens)
    return Cell(tokens, (), cells[-1].features or F.NOM, _NAME)


def words_of(cell: Cell) -> tuple[str, ...]:
    """Return the name's words as written, the case ending after the apostrophe left out."""
    words: list[str] = []
    glue = False
    for token in cell.tokens:
        word = token.text if not token.tail or _inside(token) else token.text[: len(token.base)]
        if word in _DASHES:
            words[-1] += "-"
            glue = True
        elif word == ".":
            words[-1] += "."
        elif glue:
            words[-1] += word
            glue = False
        else:
            words.append(word)
    return tuple(words)
