"""Topics: the cooperation domains that a stretch of a sentence names."""

from __future__ import annotations

from itertools import islice

from kg.extract.line import Line
from kg.nlp.features import F

_EDUCATION = "education"


def domains_in(line: Line, first: int, last: int) -> list[str]:
    """Return domain keys between two cells in reading order, each once.

    Words inside titles and names of bodies do not count. A sub-topic keeps its full key
    (``health/pharmaceuticals``).
    """
    found: list[str] = []
    for i in range(max(first, 0), min(last, len(line.cells))):
        cell = line.cells[i]
        if "domain" in cell.kinds and i not in line.titled:
            new = (e.key for e in cell.entries if e.kind == "domain" and e.key not in found)
            found += islice(new, 1)  # of a word with two meanings the second counts the next time
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
    found: dict[str, None] = {}
    sector = ""
    for i in range(max(first, 0), min(last, len(line.cells))):
        cell = line.cells[i]
        if cell.features & F.FINITE and not cell.features & F.NOM:
            sector = ""
        entry = cell.entry("domain")
        if entry is None or i in line.titled:
            continue
        if _is_training(line, i):
            continue
        named = _as_sector(line, i)
        if sector and not named and top(entry.key) != sector:
            continue
        if named and line.language.head_final:
            sector = top(entry.key)
        found[entry.key] = None
    return list(found)


def _is_training(line: Line, at: int) -> bool:
    """Tell whether education is the training of a sector's people: "çiftçilerin eğitimi".

    It is where another sector is named beside it; then that sector is meant.
    """
    entry = line.cells[at].entry("domain")
    if at == 0 or entry is None or top(entry.key) != _EDUCATION:
        return False
    people = F.GEN | F.PLURAL
    if line.cells[at - 1].features & people != people:
        return False
    others = (c.entry("domain") for i, c in enumerate(line.cells) if i not in line.titled)
    return any(o is not None and top(o.key) != _EDUCATION for o in others)


def _as_sector(line: Line, at: int) -> bool:
    """Tell whether a domain is named as a field of work: "sağlık alanı", "health sector"."""
    cell = line.cells[at]
    after = line.cells[at + 1] if at + 1 < len(line.cells) else None
    inside = len(cell.tokens) > 1 and any(
        stem in cell.tokens[-1].low for stem in line.language.field_stems
    )
    return inside or (after is not None and "field" in after.kinds)
