"""Initiatives: concrete lines of joint work that are proposed or agreed, in their own words.

Read from the noun phrases that close with an action ("doktorların eğitimi", "projelerin
uygulanması") under a proposal, an agreement, or "such subjects as".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause
from kg.extract.cooperation import CooperationReader
from kg.extract.draft import EventDraft
from kg.extract.line import Line
from kg.extract.speech import StatementDraft
from kg.extract.topics import domains_in, top
from kg.model.mention import Person
from kg.nlp.features import F

_LONG = 16  # cells of one initiative's phrase at most
_CUES = frozenset(("initiative-cue",))
_STOP = frozenset(("speech", "topic", "besides", "title"))


@dataclass(slots=True)
class InitiativeDraft:
    """One line of joint work as a sentence names it."""

    label: str
    pair: tuple[str, str]
    domain: str
    status: str
    sentence: int
    rule: str
    by: Person | None = None
    event: EventDraft | None = None


@dataclass(slots=True)
class InitiativeReader:
    """Needs the cooperation of the sentence to know the pair and the domain."""

    cooperation: CooperationReader
    drafts: list[InitiativeDraft] = field(default_factory=list)

    def read(
        self, line: Line, clauses: list[Clause], said: list[StatementDraft], text: str
    ) -> None:
        """Add the initiatives of one sentence."""
        cue = self._cue(line)
        if cue is None or line.sentence.headline:
            return
        at, status = cue
        pair = self.cooperation._pair(line, [])  # noqa: SLF001 - one notion of who "they" are
        if pair is None:
            return
        by = said[0].speaker if said and status == "proposed" else None
        event = self.cooperation.events.focus.by_type.get("Meeting") if status == "agreed" else None
        context = [d for d in (c.domain for c in self.cooperation.drafts if c.pair == pair)]
        for first, last in self._items(line, at):
            own = domains_in(line, first, last)
            domain = own[0] if own else (context[-1] if context else None)
            if domain is None:
                continue
            label = text[line.cells[first].begin : line.cells[last - 1].finish]
            self.drafts.append(InitiativeDraft(
                label, pair, top(domain) if domain in context else domain, status, line.sentence.index,
                f"{self.cooperation.events.context.lang}:{line.cells[at].low}", by, event,
            ))  # fmt: skip

    @staticmethod
    def _cue(line: Line) -> tuple[int, str] | None:
        for i, cell in enumerate(line.cells):
            entry = cell.entry("initiative-cue")
            if entry:
                return i, entry.sense
        return None

    def _items(self, line: Line, cue: int) -> list[tuple[int, int]]:
        """Return the coordinated phrases that end right before the cue."""
        cells = line.cells
        start = cue
        while start > 0 and cue - start < 4 * _LONG:
            before = cells[start - 1]
            if (
                before.kinds & _STOP
                or before.features & F.FINITE
                or before.low in (".", ";", ":", '"', "“", "”")
            ):
                break
            if start - 1 in line.titled or any(
                m.first <= start - 1 < m.last and m.kind == "person" for m in line.mentions
            ):
                break
            start -= 1
        while start < cue and (
            cells[start].low in (",", "-", "ise", "da", "de") or self._adverbial(line, start)
        ):
            start += 1
        items: list[tuple[int, int]] = []
        begin = start
        for i in range(start, cue + 1):
            low = cells[i].low if i < cue else ","
            if low == "," or (low == "ve" and self._closes(line, i - 1)):
                if begin < i:
                    items.append((begin, i))
                begin = i + 1
        return self._shared_heads(line, items)

    @staticmethod
    def _adverbial(line: Line, at: int) -> bool:
        """Tell whether the phrase only opens the sentence: "Görüşmede ,", "sağlık alanında"."""
        cell = line.cells[at]
        if cell.features & F.LOC and not cell.features & F.KI and not cell.features & F.NOM:
            return True
        after = line.cells[at + 1] if at + 1 < len(line.cells) else None
        return bool(after and "field" in after.kinds and after.features & F.LOC)

    @staticmethod
    def _closes(line: Line, at: int) -> bool:
        """Tell whether an action noun ends at a cell, so that "ve" joins two whole phrases."""
        cell = line.cells[at]
        return bool(cell.features & F.POSS) and not cell.features & F.GEN

    @staticmethod
    def _shared_heads(line: Line, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Split "seminerler ve konferansların düzenlenmesi" into its two lines of work."""
        found: list[tuple[int, int]] = []
        for first, last in items:
            joint = next(
                (
                    i
                    for i in range(first + 1, last - 1)
                    if line.cells[i].low == "ve" and line.cells[i - 1].features & F.PLURAL
                ),
                None,
            )
            after = line.cells[joint + 1] if joint else None
            if (
                joint
                and after is not None
                and joint + 2 < last
                and after.features & F.PLURAL
                and after.features & F.GEN
            ):
                found += [(first, joint), (joint + 1, last)]
            else:
                found.append((first, last))
        return found
