"""Topics: the cooperation domains that a stretch of a sentence names."""

from __future__ import annotations

from kg.extract.line import Line
from kg.nlp.features import F
from kg.nlp.lang import LANGUAGES


def domains_in(line: Line, first: int, last: int) -> list[str]:
    """Return domain keys between two cells in reading order, each once.

    Words inside titles and names of bodies do not count. A sub-topic keeps its full key
    (``health/pharmaceuticals``).
    """
    found: list[str] = []
    for i in range(max(first, 0), min(last, len(line.cells))):
        if i in line.titled:
            continue
        for entry in line.cells[i].entries:
            if entry.kind == "domain" and entry.key not in found:
                found.append(entry.key)
                break
    return found


def top(domain: str) -> str:
    """Return the domain of a sub-topic."""
    return domain.split("/", 1)[0]


def sector_only(line: Line, first: int, last: int) -> list[str]:
    """Return the domains of a stretch; what stands under a sector's name belongs to the sector.

    In "sağlık alanında yeni teknolojilerin paylaşılması" technology is a part of health: after
    a sector named as such ("in the field of"), other domains count only when they are named
    as sectors too, until a full verb ends the stretch.
    """
    found: list[str] = []
    sector = ""
    for i in range(max(first, 0), min(last, len(line.cells))):
        cell = line.cells[i]
        if cell.features & F.FINITE and not cell.features & F.NOM:
            sector = ""
        if i in line.titled:
            continue
        entry = cell.entry("domain")
        if entry is None:
            continue
        named = _as_sector(line, i)
        if sector and not named and top(entry.key) != sector:
            continue
        if named and LANGUAGES[line.sentence.lang].head_final:
            sector = top(entry.key)
        if entry.key not in found:
            found.append(entry.key)
    return found


def _as_sector(line: Line, at: int) -> bool:
    """Tell whether a domain is named as a field of work: "sağlık alanı", "health sector"."""
    cell = line.cells[at]
    after = line.cells[at + 1] if at + 1 < len(line.cells) else None
    return (
        len(cell.tokens) > 1
        and any(w in cell.tokens[-1].low for w in ("alan", "sektör", "саласы"))
        or bool(after and "field" in after.kinds)
    )
