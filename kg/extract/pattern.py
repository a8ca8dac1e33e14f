"""The pattern language: regular expressions over cells, one character per cell.

Each distinct cell is interned as one private-use character, the set of tests it passes, so a
pattern is an ordinary regular expression and matching is linear in the number of cells for
the bounded repetitions used here. How a grammar is written: kg.extract.grammar.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.cells import Cell

_FIRST_SYMBOL = 0xE000
_TEST = re.compile(r"<(\d+)>")
Signature = tuple[frozenset[str], int, bool, str]  # all of a cell that tests look at


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
class Pattern:
    """A named expression in which ``<n>`` stands for the n-th test of the grammar."""

    name: str
    source: str
    tests: frozenset[int]
    compiled: re.Pattern[str] | None = None  # None: to be compiled with the symbols of today


@dataclass(slots=True)
class Grammar:
    """The patterns of one language in the order of the file, and the symbols met so far."""

    tests: list[Test] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)  # for each test the symbols that pass it
    symbols: dict[tuple[bool, ...], str] = field(default_factory=dict)
    seen: dict[Signature, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()  # those that some test names

    def add(self, name: str, source: str) -> None:
        """Add a pattern after the others."""
        tests = frozenset(int(n) for n in _TEST.findall(source))
        self.patterns.append(Pattern(name, source, tests))

    def learn(self, cells: Sequence[Cell]) -> str:
        """Return one symbol per cell, known or new.

        A new symbol makes ``find`` compile patterns again: show it all lines of an article
        first.
        """
        text = []
        for cell in cells:
            low = cell.low if cell.low in self.words else ""
            signature = (cell.kinds, cell.features, cell.capital, low)
            symbol = self.seen.get(signature)
            if symbol is None:
                symbol = self.seen[signature] = self._symbol(cell)
            text.append(symbol)
        return "".join(text)

    def find(self, cells: Sequence[Cell]) -> list[Match]:
        """Return the matches in a line, not overlapping.

        The earliest match wins, and at each place the pattern that stands first in the file.
        """
        symbols = self.learn(cells)
        found: list[tuple[int, int, Match]] = []
        for order, pattern in enumerate(self.patterns):
            for match in self._compiled(pattern).finditer(symbols):
                if match.end() > match.start():
                    slots = {k: match.span(k) for k, v in match.groupdict().items() if v}
                    one = Match(pattern.name, match.start(), match.end(), slots)
                    found.append((one.first, order, one))
        found.sort(key=lambda place: place[:2])
        kept: list[Match] = []
        for _, _, one in found:
            if not kept or one.first >= kept[-1].last:
                kept.append(one)
        return kept

    def _symbol(self, cell: Cell) -> str:
        """Return the symbol of a cell; a new one is due in the patterns whose tests it passes."""
        passed = tuple(test.passes(cell) for test in self.tests)
        symbol = self.symbols.get(passed)
        if symbol is None:
            symbol = self.symbols[passed] = chr(_FIRST_SYMBOL + len(self.symbols))
            changed = {i for i, fits in enumerate(passed) if fits}
            for i in changed:
                self.classes[i] += symbol
            for pattern in self.patterns:
                if not changed.isdisjoint(pattern.tests):
                    pattern.compiled = None
        return symbol

    def _compiled(self, pattern: Pattern) -> re.Pattern[str]:
        if pattern.compiled is None:
            pattern.compiled = re.compile(_TEST.sub(self._class, pattern.source))
        return pattern.compiled

    def _class(self, test: re.Match[str]) -> str:
        symbols = self.classes[int(test[1])]
        return f"[{symbols}]" if symbols else "(?!)"
