"""Agreements: documents that two or more states signed, plan, ratified or let expire."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.clause import Clause
from kg.extract.draft import EventDraft
from kg.extract.events import EventReader
from kg.extract.line import Line
from kg.extract.topics import domains_in
from kg.model.mention import Mention
from kg.nlp.features import F

_PAIR = 2
_STATUS = {"occurred": "signed", "planned": "planned"}


@dataclass(slots=True)
class AgreementDraft:
    """One document as one sentence tells of it."""

    kind: str
    status: str
    parties: tuple[str, ...]
    domain: str | None
    sentence: int
    label: str
    rule: str
    event: EventDraft | None = None


@dataclass(slots=True)
class AgreementReader:
    """Reads the documents of each sentence after its events."""

    events: EventReader
    drafts: list[AgreementDraft] = field(default_factory=list)

    def read(self, line: Line, clauses: list[Clause], new: list[EventDraft], text: str) -> None:
        """Add the documents of one sentence."""
        if line.sentence.headline:
            return
        documents = [m for m in line.mentions if m.kind == "document" and m.key]
        if not documents:
            return
        signing = next((e for e in new if e.event == "Signing"), None)
        state = self._state(line)
        for document in documents:
            status = state or (_STATUS.get(signing.status) if signing else None)
            if status is None:
                continue
            parties = signing.countries if signing else self._parties(line)
            if len(parties) < _PAIR:
                continue
            if self._known(line, document, parties):
                continue
            domain = self._domain(line, document)
            label = text[line.cells[document.first].begin : line.cells[document.last - 1].finish]
            self.drafts.append(AgreementDraft(
                document.key, status, tuple(sorted(parties)), domain, line.sentence.index, label,
                f"{self.events.context.lang}:document", signing if status in ("signed", "planned") else None,
            ))  # fmt: skip

    @staticmethod
    def _state(line: Line) -> str | None:
        for sense in ("expired", "ratified", "in-force"):
            for cell in line.cells:
                if f"modality-{sense}" in cell.kinds and not cell.features & (F.NEGATED | F.FUTURE):
                    return sense
        return None

    def _parties(self, line: Line) -> set[str]:
        named = {c for m in line.mentions if m.kind == "state" for c in m.countries}
        if len(named) == _PAIR:
            return named
        focus = self.events.focus.countries
        return set(focus) if len(focus) == _PAIR and named <= set(focus) else set()

    def _known(self, line: Line, document: Mention, parties: set[str]) -> bool:
        """Tell whether "the deal" refers to a document that was told of before."""
        definite = document.first > 0 and line.cells[document.first - 1].low in ("the", "this", "bu", "söz konusu")
        return definite and any(set(d.parties) == parties for d in self.drafts)

    @staticmethod
    def _domain(line: Line, document: Mention) -> str | None:
        """Return the first domain named in the document's own phrase: nearest on its left or right."""
        before = domains_in(line, max(0, document.first - 9), document.last)
        if line.sentence.lang in ("tr", "kk"):
            return before[-1] if before else None
        after = domains_in(line, document.first, document.last + 8)
        return after[0] if after else (before[-1] if before else None)
