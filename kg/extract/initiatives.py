"""Initiatives: concrete lines of joint work that are proposed or agreed, in their own words.

Read from the noun phrases that close with an action ("doktorların eğitimi", "projelerin
uygulanması") under a proposal, an agreement, or "such subjects as".
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.cooperation import CooperationReader, Pair
from kg.extract.draft import EventDraft
from kg.extract.line import Line
from kg.extract.speech import StatementDraft
from kg.extract.topics import sector_only, top
from kg.model.mention import Person
from kg.nlp.features import F

_REACH = 64  # cells before a cue in which its phrases stand
_STOP = frozenset(("speech", "topic", "besides", "title"))
_BREAKS = frozenset((".", ";", ":", '"', "“", "”"))


@dataclass(slots=True)
class InitiativeDraft:
    """One line of joint work as a sentence names it."""

    label: str
    pair: Pair
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

    def read(self, line: Line, said: list[StatementDraft], text: str) -> None:
        """Add the initiatives of one sentence; ``said`` are its statements."""
        cue = _cue(line)
        if cue is None or line.sentence.headline:
            return
        at, status = cue
        pair = self.cooperation.pair_of(line, [])
        if pair is None:
            return
        focus = self.cooperation.focus
        by = said[0].speaker if said and status == "proposed" else None
        event = focus.by_type.get("Meeting") if status == "agreed" else None
        rule = f"{focus.context.lang}:{line.cells[at].low}"
        known = [draft.domain for draft in self.cooperation.drafts if draft.pair == pair]
        for first, last in _items(line, at):
            domain = next(iter(sector_only(line, first, last)), known[-1] if known else None)
            if domain is None:
                continue
            self.drafts.append(InitiativeDraft(
                line.text(text, first, last), pair, top(domain) if domain in known else domain,
                status, line.sentence.index, rule, by, event,
            ))  # fmt: skip


def _cue(line: Line) -> tuple[int, str] | None:
    """Return the cell of "proposed", "agreed", "such subjects as", and the status it gives."""
    for i, cell in enumerate(line.cells):
        entry = cell.entry("initiative-cue")
        if entry:
            return i, entry.sense
    return None


def _items(line: Line, cue: int) -> list[tuple[int, int]]:
    """Return the coordinated phrases that end right before the cue, as ranges of cells."""
    items: list[tuple[int, int]] = []
    begin = _start(line, cue)
    for i in range(begin, cue + 1):
        low = line.cells[i].low if i < cue else ","
        joins = bool(low) and low == line.language.conjunction and _closes(line, i - 1)
        if low == "," or joins:
            if begin < i and _is_work(line, begin, i):
                items.append((begin, i))
            begin = i + 1
    return [part for item in items for part in _parts(line, *item)]


def _is_work(line: Line, first: int, last: int) -> bool:
    """Tell whether a phrase names an action or a field, not just who acts."""
    cells = line.cells[first:last]
    if any(m.first <= last - 1 < m.last for m in line.mentions):
        return False
    action = cells[-1].features & (F.POSS | F.VERBAL_NOUN)
    return bool(action) or any("domain" in c.kinds for c in cells)


def _start(line: Line, cue: int) -> int:
    """Return the cell at which the phrases before a cue begin."""
    cells = line.cells
    start = cue
    while start > 0 and cue - start < _REACH and not _stops(line, start - 1):
        start -= 1
    passed = line.language.trailing | {",", "-"}
    while start < cue and (cells[start].low in passed or _is_adverbial(line, start)):
        start += 1
    return start


def _stops(line: Line, at: int) -> bool:
    """Tell whether a cell cannot belong to a line of work: a verb, a person, a break."""
    cell = line.cells[at]
    if cell.kinds & _STOP or cell.features & F.FINITE or cell.low in _BREAKS:
        return True
    people = (m for m in line.mentions if m.kind == "person")
    return at in line.titled or any(m.first <= at < m.last for m in people)


def _is_adverbial(line: Line, at: int) -> bool:
    """Tell whether the phrase only opens the sentence: "Görüşmede ,", "sağlık alanında"."""
    cell = line.cells[at]
    if cell.features & F.LOC and not cell.features & (F.KI | F.NOM):
        return True
    after = line.cells[at + 1] if at + 1 < len(line.cells) else None
    return bool(after and "field" in after.kinds and after.features & F.LOC)


def _closes(line: Line, at: int) -> bool:
    """Tell whether an action noun ends at a cell, so that "ve" joins two whole phrases."""
    cell = line.cells[at]
    return bool(cell.features & F.POSS) and not cell.features & F.GEN


def _parts(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """Split "seminerler ve konferansların düzenlenmesi" into its two lines of work."""
    cells = line.cells
    joint = next(
        (
            i
            for i in range(first + 1, last - 1)
            if cells[i].low == line.language.conjunction and cells[i - 1].features & F.PLURAL
        ),
        None,
    )
    shared = F.PLURAL | F.GEN
    if joint and joint + 2 < last and cells[joint + 1].features & shared == shared:
        return [(first, joint), (joint + 1, last)]
    return [(first, last)]
