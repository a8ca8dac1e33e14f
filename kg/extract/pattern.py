"""The pattern language: regular expressions over cells, one character per cell.

A grammar file has one pattern a line::

    envoy = sender:[country gen] [former]? seat:[place] title:[title] name:NAME?

``[kind feature ...]`` is a test on one cell (``a|b`` for either kind, ``!x`` for not x);
``NAME = [name]{1,4}`` defines a part. Each distinct cell is interned as one private-use
character, the set of tests it passes, so a pattern is an ordinary regular expression and
matching is linear in the number of cells for the bounded repetitions used here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.errors import OntologyError
from kg.extract.cells import Cell
from kg.nlp.features import Feature

_TEST = re.compile(r"\[([^\]]*)\]")
_LINE = re.compile(r"^([\w-]+)\s*(=|->)\s*(.+)$")
_FIRST_SYMBOL = 0xE000
_FEATURES = {
    name.lower(): bit for name, bit in vars(Feature).items() if name.isupper()
}


@dataclass(frozen=True, slots=True)
class Test:
    """One ``[...]``: kinds that may stand here, kinds and features that may not or must."""

    kinds: frozenset[str]
    not_kinds: frozenset[str]
    words: frozenset[str]
    need: int
    refuse: int
    capital: bool | None

    def passes(self, cell: Cell) -> bool:
        """Tell whether ``cell`` fits."""
        if self.kinds and not (self.kinds & cell.kinds):
            return False
        if self.words and cell.low not in self.words:
            return False
        if self.capital is not None and cell.capital is not self.capital:
            return False
        if self.not_kinds & cell.kinds:
            return False
        return (cell.features & self.need) == self.need and not cell.features & self.refuse


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found: its name, its range of cells, and the ranges of its slots."""

    pattern: str
    first: int
    last: int  # exclusive
    slots: dict[str, tuple[int, int]]


@dataclass(slots=True)
class Grammar:
    """The compiled patterns of one language, in the order of the file."""

    tests: list[Test] = field(default_factory=list)
    sources: list[tuple[str, str]] = field(default_factory=list)
    symbols: dict[tuple[bool, ...], str] = field(default_factory=dict)
    compiled: list[tuple[str, re.Pattern[str]]] = field(default_factory=list)

    def find(self, cells: Sequence[Cell]) -> list[Match]:
        """Return the matches, the earliest and at each place the first pattern, not overlapping."""
        text = self._encode(cells)
        found: list[Match] = []
        for name, pattern in self.compiled:
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    slots = {k: match.span(k) for k, v in match.groupdict().items() if v}
                    found.append(Match(name, match.start(), match.end(), slots))
        order = {name: i for i, (name, _) in enumerate(self.compiled)}
        found.sort(key=lambda m: (m.first, order[m.pattern]))
        kept: list[Match] = []
        for match_ in found:
            if not kept or match_.first >= kept[-1].last:
                kept.append(match_)
        return kept

    def _encode(self, cells: Sequence[Cell]) -> str:
        """Return one symbol per cell; a new set of passed tests recompiles the patterns."""
        known = len(self.symbols)
        text = []
        for cell in cells:
            passed = tuple(test.passes(cell) for test in self.tests)
            symbol = self.symbols.get(passed)
            if symbol is None:
                symbol = self.symbols[passed] = chr(_FIRST_SYMBOL + len(self.symbols))
            text.append(symbol)
        if len(self.symbols) != known:
            self._compile()
        return "".join(text)

    def _compile(self) -> None:
        classes = [
            "".join(symbol for passed, symbol in self.symbols.items() if passed[i])
            for i in range(len(self.tests))
        ]
        self.compiled = []
        for name, source in self.sources:
            spelled = re.sub(
                r"<(\d+)>",
                lambda m: f"[{classes[int(m[1])]}]" if classes[int(m[1])] else "(?!)",
                source,
            )
            self.compiled.append((name, re.compile(spelled)))


def compile_grammar(text: str, *, where: str = "patterns") -> Grammar:
    """Read a grammar file.

    Raises:
        OntologyError: a line is no pattern; the message names file and line.
    """
    grammar = Grammar()
    parts: dict[str, str] = {}
    index: dict[Test, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        body = line.split("#", 1)[0].strip()
        if not body:
            continue
        found = _LINE.match(body)
        if not found:
            raise OntologyError(
                "no pattern", where=f"{where}, line {number}", hint="name -> [kind] ..."
            )
        name, sign, source = found.groups()

        def intern(match: re.Match[str]) -> str:
            test = _test(match[1])
            place = index.setdefault(test, len(index))
            if place == len(grammar.tests):
                grammar.tests.append(test)
            return f"<{place}>"

        spelled = _TEST.sub(intern, source)
        spelled = re.sub(
            r"\b([A-Z][A-Z_]+)\b",
            lambda m: f"(?:{parts[m[1]]})" if m[1] in parts else m[1],
            spelled,
        )
        spelled = re.sub(r"\b([a-z_]+):(\(\?:|<\d+>|\()", _slot, spelled)
        spelled = _close_slots(spelled).replace(" ", "")
        if sign == "=":
            parts[name] = spelled
        else:
            grammar.sources.append((name, spelled))
    grammar._compile()
    return grammar


def _slot(match: re.Match[str]) -> str:
    return f"\x00{match[1]}\x01{match[2]}"


def _close_slots(text: str) -> str:
    """Turn ``\\0name\\1ATOM`` into ``(?P<name>ATOM)``, the atom with its repetition inside."""
    while (at := text.rfind("\x00")) >= 0:
        mid = text.index("\x01", at)
        end = _atom_end(text, mid + 1)
        name, atom = text[at + 1 : mid], text[mid + 1 : end]
        optional = atom.endswith("?")
        body = atom[:-1] if optional else atom
        text = f"{text[:at]}(?P<{name}>{body}){'?' if optional else ''}{text[end:]}"
    return text


def _atom_end(text: str, at: int) -> int:
    """Return the end of the atom that starts at ``at``, its repetition included."""
    if text[at] == "(":
        depth = 0
        for i in range(at, len(text)):
            depth += {"(": 1, ")": -1}.get(text[i], 0)
            if not depth:
                at = i + 1
                break
    else:
        at = text.index(">", at) + 1
    if text[at : at + 1] == "{":
        at = text.index("}", at) + 1
    elif text[at : at + 1] in ("*", "+"):
        at += 1
    return at + 1 if text[at : at + 1] == "?" else at


def _test(source: str) -> Test:
    kinds: set[str] = set()
    not_kinds: set[str] = set()
    words: set[str] = set()
    need = refuse = 0
    capital: bool | None = None
    for part in source.split():
        name = part.lstrip("!")
        negative = part != name
        bit = _FEATURES.get(name)
        if name == "capital":
            capital = not negative
        elif name.startswith('"'):
            words |= {w.strip('"').replace("_", " ") for w in name.split("|")}
        elif bit is not None:
            if negative:
                refuse |= bit
            else:
                need |= bit
        elif negative:
            not_kinds |= set(name.split("|"))
        else:
            kinds |= set(name.split("|"))
    return Test(frozenset(kinds), frozenset(not_kinds), frozenset(words), need, refuse, capital)
