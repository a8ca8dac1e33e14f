"""Agreements: documents that two or more states signed, plan, ratified or let expire."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.draft import EventDraft
from kg.extract.focus import PAIR, Focus
from kg.extract.line import Line
from kg.extract.topics import domains_in
from kg.model.mention import Mention
from kg.nlp.features import F

_STATES = ("expired", "ratified", "in-force")  # of a document, told by a verb of their own
_SIGNED = {"occurred": "signed", "planned": "planned"}  # status of the signing -> of the document
_LEFT, _RIGHT = 9, 8  # cells of a document's phrase that may name its domain


@dataclass(slots=True)
class AgreementDraft:
    """One document as one sentence tells of it."""

    kind: str
    status: str
    parties: tuple[str, ...]  # sorted
    domain: str | None
    sentence: int
    label: str
    rule: str
    event: EventDraft | None = None


@dataclass(slots=True)
class AgreementReader:
    """Reads the documents of each sentence after its events."""

    focus: Focus
    drafts: list[AgreementDraft] = field(default_factory=list)

    def read(self, line: Line, new: list[EventDraft], text: str) -> None:
        """Add the documents of one sentence; ``new`` are its events, ``text`` the article."""
        if line.sentence.headline:
            return
        documents = [m for m in line.mentions if m.kind == "document" and m.key]
        if not documents:
            return
        signing = next((e for e in new if e.event == "Signing"), None)
        status = _state(line) or (_SIGNED.get(signing.status) if signing else None)
        parties = signing.countries if signing else self._parties(line)
        if status is None or len(parties) < PAIR:
            return
        for document in documents:
            if self._is_known(line, document, parties):
                continue
            for domain in _domains(line, document):
                self.drafts.append(AgreementDraft(
                    document.key, status, tuple(sorted(parties)), domain,
                    line.sentence.index, line.text(text, document.first, document.last),
                    f"{self.focus.context.lang}:document",
                    signing if status in _SIGNED.values() else None,
                ))  # fmt: skip

    def _parties(self, line: Line) -> set[str]:
        """Return the two states named in the sentence, or those in focus."""
        named = {c for m in line.mentions if m.kind == "state" for c in m.countries}
        focus = set(self.focus.countries)
        if len(named) == PAIR:
            return named
        return focus if len(focus) == PAIR and named <= focus else set()

    def _is_known(self, line: Line, document: Mention, parties: set[str]) -> bool:
        """Tell whether "the deal" refers to a document that was told of before."""
        before = line.cells[document.first - 1].low if document.first else ""
        definite = before in line.language.definite
        return definite and any(set(d.parties) == parties for d in self.drafts)


def _state(line: Line) -> str | None:
    for sense in _STATES:
        for cell in line.cells:
            if f"modality-{sense}" in cell.kinds and not cell.features & (F.NEGATED | F.FUTURE):
                return sense
    return None


def _domains(line: Line, document: Mention) -> list[str | None]:
    """Return one domain for each document that a phrase counts: "two agreements"."""
    counted = line.cells[document.first - 1].entry("count") if document.first else None
    number = int(counted.sense) if counted else 1
    if number == 1:
        return [_domain(line, document)]
    named: list[str | None] = [*domains_in(line, document.first - _LEFT, document.last + _RIGHT)]
    return [*named[:number], *[None] * (number - len(named))]


def _domain(line: Line, document: Mention) -> str | None:
    """Return the first domain named in the document's own phrase: nearest on its left or right."""
    before = domains_in(line, document.first - _LEFT, document.last)
    if not line.language.head_final:
        after = domains_in(line, document.first, document.last + _RIGHT)
        if after:
            return after[0]
    return before[-1] if before else None
