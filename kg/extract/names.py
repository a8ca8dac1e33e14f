"""Names: runs of capitalised words become one cell, titles of courtesy left out."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.cells import Cell
from kg.nlp.features import F
from kg.nlp.lang import LANGUAGES
from kg.nlp.language import Language
from kg.nlp.token import Token

MAX_NAME = 6  # words, particles included
_NAME = frozenset(("name",))
_CAN_BE_SURNAME = frozenset(
    ("country", "demonym", "place", "domain", "portfolio", "day", "month", "weekday", "metonym")
)
_OFFICES = frozenset(
    ("title", "portfolio", "body", "ministry", "mission", "place", "demonym", "press")
)
_ORDINARY = frozenset(  # kinds of words that also are surnames where a language has such
    (
        "be",
        "will",
        "would",
        "have",
        "verb",
        "month",
        "day",
        "press",
        "stance",
        "modality",
        "modality-planned",
        "carry",
    )
)
_PLACE = frozenset(("place",))
_WHOSE = frozenset(("country", "place", "portfolio", "ministry"))
_WORDS = frozenset(("demonym", "domain", "portfolio", "day", "month", "weekday"))
_STATES = frozenset(("country", "place", "metonym"))
_STRUCTURE = frozenset(
    ("organization", "ministry", "mission", "body", "counterpart", "and", "with")
)
_OPENS_OFFICE = frozenset(("name", "title", "ministry", "mission"))
_BEFORE_NAME = frozenset(("title", "counterpart", "honorific"))
_BEFORE_STATE = frozenset(
    ("to", "in", "of", "from", "with", "between", "by", "and", "title", "acting")
)
_DASHES = frozenset("-‐‑")
_PARENTHESIS = 8  # cells of a parenthesis that is left out at most


def join_names(cells: list[Cell], lang: str) -> list[Cell]:
    """Return ``cells`` with each run of name words joined, parentheses dropped.

    A word that the lexicon knows may close a name of one word ("Ferhat Mısır"), where it
    carries no ending of its own; a word with an ending after an apostrophe closes the name.
    """
    joined: list[Cell] = []
    run = _Run(cells, LANGUAGES[lang])
    at = 0
    while at < len(cells):
        close = _parenthesis(cells, at)
        if close:
            at = close + 1
            continue
        cell = cells[at]
        if not cell.capital and "honorific" not in cell.kinds:  # no name begins here
            joined.append(cell)
            at += 1
            continue
        first, end = run.name(at, joined[-1] if joined else None)
        joined.append(_name_cell(cells[first:end], run.language) if end else cell)
        at = end or at + 1
    return joined


def _parenthesis(cells: list[Cell], at: int) -> int:
    """Return the cell that closes the parenthesis opened at a cell; 0 where none is."""
    if cells[at].low != "(":
        return 0
    inside = range(at + 1, min(at + _PARENTHESIS, len(cells)))
    return next((i for i in inside if cells[i].low == ")"), 0)


@dataclass(frozen=True, slots=True)
class _Run:
    """The cells of a sentence, looked through for names from left to right."""

    cells: list[Cell]
    language: Language

    def name(self, at: int, before: Cell | None) -> tuple[int, int]:
        """Return first cell and end of the name that begins at a cell; an end of 0 for none.

        ``before`` is the cell on the left, as joined so far.
        """
        titled = before is not None and bool(before.kinds & _BEFORE_NAME)
        start = self._after_honorifics(at)
        first = self.cells[start]
        if "name" in first.kinds and len(first.tokens[0].text) > 1:
            return start, self._end(start, titled=titled or start > at)
        if (titled or start > at) and self._is_hyphenated(start):
            return start, max(self._end(start + 2, titled=False), start + 3)
        if start > at:
            return start, max(self._end(start + 1, titled=False), start + 2)
        return at, self._with_meaning(at, before, titled=titled)

    def _with_meaning(self, at: int, before: Cell | None, *, titled: bool) -> int:
        """Return the end of a name that begins with a word of the lexicon; 0 for none."""
        cell = self.cells[at]
        if titled and self.language.state_after_title and "country" in cell.kinds:
            return 0
        if titled and self._stands_alone(at):
            return at + 1
        possible = cell.capital and cell.kinds <= _CAN_BE_SURNAME
        if not possible or not self._is_first_name(at, titled=titled):
            return 0
        if titled:
            return max(self._end(at + 1, titled=False), at + 2)
        of = before is not None and "of" in before.kinds  # "President of Georgia Tamar Beridze"
        plain = self.language.plain_names and not _governs_state(before)
        left = before.kinds if before is not None else frozenset()
        # "посла России Виктора Лозового", which is no Victoria
        whose = self.language.state_after_title and "place" in cell.kinds and left & _WHOSE
        if (_is_ambiguous(cell) and not of) or plain or whose:
            return self._end(at + 1, titled=True)
        return 0

    def _after_honorifics(self, at: int) -> int:
        """Return the index after "Sayın Prof. Dr." when a name follows, else ``at``."""
        cells = self.cells
        i = at
        while i < len(cells) and (
            "honorific" in cells[i].kinds or (i > at and cells[i].low == ".")
        ):
            i += 1
        if not at < i < len(cells):
            return at
        doubtful = cells[i].kinds <= _CAN_BE_SURNAME and (
            self._is_hyphenated(i) or self._is_first_name(i, titled=True)
        )
        return i if "name" in cells[i].kinds or doubtful else at

    def _is_first_name(self, at: int, *, titled: bool) -> bool:
        """Tell whether a word with a meaning is the first of a person's name.

        Behind an office two such words make a name: "Sağlık Bakanı Kasım Ocak".
        """
        cells = self.cells
        if at + 1 >= len(cells) or len(cells[at].tokens) > 1 or cells[at].tokens[-1].tail:
            return False
        after = cells[at + 1]
        if titled and after.capital and len(after.tokens) == 1 and after.kinds <= _WORDS:
            return cells[at].kinds <= _WORDS
        both = after.capital and _is_ambiguous(cells[at]) and _is_ambiguous(after)
        return both or "name" in after.kinds

    def _end(self, start: int, *, titled: bool) -> int:
        """Return the end of the name that starts at a cell; ``titled`` after an office."""
        i, words = start, 0
        while i < len(self.cells) and words < MAX_NAME:
            cell = self.cells[i]
            if "name" in cell.kinds:
                words += 1
                i += 1
                if cell.tokens[-1].tail and not _inside(cell.tokens[-1]):
                    break
            elif words == 1 and self._is_surname(i, titled=titled):
                return i + 1
            else:
                more = self._inner(i) if words else 0
                if not more:
                    break
                i += more
        return i

    def _is_surname(self, at: int, *, titled: bool) -> bool:
        """Tell whether a word with a meaning is a surname here.

        Right behind a titled name; or where no office or body follows a word that may be
        something else; or any word in capitals where the language has such names.
        """
        cell = self.cells[at]
        if not cell.capital or len(cell.tokens) > 1:
            return False
        if self.language.plain_names and cell.kinds <= _ORDINARY:
            return True
        if titled and self._closes_titled(at):
            return True
        if not cell.kinds <= _CAN_BE_SURNAME:
            return False
        after = self.cells[at + 1].kinds if at + 1 < len(self.cells) else frozenset()
        bare = self.language.plain_names or self.language.state_after_title
        town = bare and cell.kinds <= _PLACE and not cell.tokens[-1].tail
        return (town or _is_ambiguous(cell)) and not after & _OFFICES

    def _is_hyphenated(self, at: int) -> bool:
        """Tell whether a word with a meaning is the first half of a name: "Mary-Jane"."""
        cells = self.cells
        if at + 2 >= len(cells) or cells[at + 1].low not in _DASHES or not self._is_glued(at + 1):
            return False
        return cells[at].capital and cells[at + 2].capital

    def _stands_alone(self, at: int) -> bool:
        """Tell whether a word with a meaning is a surname right behind an office: "Bakan Çelik"."""
        cell = self.cells[at]
        if not cell.capital or len(cell.tokens) > 1 or not cell.kinds <= _WORDS - {"demonym"}:
            return False
        following = self.cells[at + 1] if at + 1 < len(self.cells) else None
        return following is None or not (following.capital or following.kinds & _OPENS_OFFICE)

    def _closes_titled(self, at: int) -> bool:
        """Tell whether a word is the surname behind an office and a first name.

        A state with an ending is a state ("Bakan Koca Türkiye'ye"), an office before a name
        is an office ("Bakan Koca Büyükelçi Sapiyev'i").
        """
        cell = self.cells[at]
        if cell.kinds & _STATES:
            return cell.kinds <= _CAN_BE_SURNAME and not cell.tokens[-1].tail
        if cell.kinds & _STRUCTURE:
            return False
        following = self.cells[at + 1].kinds if at + 1 < len(self.cells) else frozenset()
        return not following & _OPENS_OFFICE

    def _inner(self, at: int) -> int:
        """Return how many cells of a name's inside stand here: "bin", "-", the "." of "A."."""
        cells, cell = self.cells, self.cells[at]
        if cell.tokens[0].base in self.language.closing:
            return 1
        if cell.low in self.language.particles and self._name_follows(at):
            return 1
        if cell.low in _DASHES and self._is_glued(at) and cells[at + 1].capital:
            return 1 if "name" in cells[at + 1].kinds else 2
        if cell.capital and at + 2 < len(cells) and cells[at + 1].low in _DASHES:
            return 1 if self._is_glued(at + 1) else 0
        initial = cell.low == "." and len(cells[at - 1].tokens[-1].text) == 1
        return 1 if initial and at + 1 < len(cells) and "name" in cells[at + 1].kinds else 0

    def _name_follows(self, at: int) -> bool:
        """Tell whether a name stands behind particles and hyphens."""
        cells = self.cells
        passed = self.language.particles | _DASHES
        i = at + 1
        while i < len(cells) and cells[i].low in passed:
            i += 1
        return i < len(cells) and "name" in cells[i].kinds

    def _is_glued(self, at: int) -> bool:
        """Tell whether a hyphen stands without spaces between two words."""
        cells = self.cells
        if not 0 < at < len(cells) - 1:
            return False
        left, hyphen, right = cells[at - 1 : at + 2]
        return left.finish == hyphen.begin and hyphen.finish == right.begin


def _is_ambiguous(cell: Cell) -> bool:
    return any(e.ambiguous for e in cell.entries)


def _governs_state(before: Cell | None) -> bool:
    """Tell whether a preposition, title or nothing stands before: then a state is a state."""
    return before is None or before.low == "," or bool(before.kinds & _BEFORE_STATE)


def _inside(token: Token) -> bool:
    """Tell whether an apostrophe belongs to the name (O'Neill)."""
    return len(token.base) == 1


def _name_cell(cells: list[Cell], language: Language) -> Cell:
    tokens = [t for cell in cells for t in cell.tokens]
    features, last = cells[-1].features, tokens[-1]
    stem = language.name_stem(last.low) if language.name_stem and not last.tail else 0
    if stem:
        tokens[-1] = last._replace(base=last.low[:stem], tail=last.low[stem:])
        features = language.noun_features(last.low[stem:])
    told = language.nominative is not None  # its case, by its title and by prepositions
    return Cell(tuple(tokens), (), F.NOM if told or not features else features, _NAME)


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
