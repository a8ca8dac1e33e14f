"""Topics: the cooperation domains that a stretch of a sentence names."""

from __future__ import annotations

from kg.extract.mentions import Line
from kg.nlp.features import Feature as F

_TRAINING = frozenset(("education",))


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


def sector_only(domains: list[str], line: Line, first: int, last: int) -> list[str]:
    """Drop education that is only the training of another sector's people.

    "doktorların eğitimi" names health first, in the genitive, then training: the sector wins.
    """
    tops = [top(d) for d in domains]
    if "education" not in tops or len(set(tops)) == 1:
        return domains
    cells = line.cells
    for i in range(max(first, 0), min(last, len(cells))):
        if any(e.kind == "domain" and top(e.key) == "education" for e in cells[i].entries):
            before = cells[i - 1] if i else None
            tied = before is not None and any(
                e.kind == "domain" and top(e.key) not in _TRAINING for e in before.entries
            )
            if not (tied and before is not None and (before.features & F.GEN or before.features & F.NOM)):
                return domains
    return [d for d in domains if top(d) != "education"]
