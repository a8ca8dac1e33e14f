"""An answer: columns and rows of RDF terms, with the names by which people read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal as Form
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from kg.query.catalog import Column
from kg.query.names import short

Term: TypeAlias = NamedNode | Literal
Cell: TypeAlias = Term | tuple[Term, ...] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave; a CONSTRUCT or an ASK also has columns and rows.

    ``rows`` run parallel to ``columns``, in the query's own order. A cell is a term, a tuple
    of terms (a list column, in the order of their names) or None (unbound). ``labels`` maps
    IRIs to names in ``lang``; an IRI without a name is absent.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: Mapping[str, str] = field(default_factory=dict)
    lang: str = "tr"
    form: Form["select", "ask", "construct"] = "select"
    triples: tuple[Triple, ...] = ()

    def text(self, cell: Cell) -> str:
        """Return a cell as people read it: names before IRIs, lists joined by ``; ``."""
        if cell is None:
            return ""
        if isinstance(cell, tuple):
            return "; ".join(map(self.text, cell))
        if isinstance(cell, NamedNode):
            return self.labels.get(cell.value) or short(cell.value)
        return cell.value
