"""What every store offers; the embedded one is in oxigraph.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

from kg.store.texts import Texts

Answer = QuerySolutions | QueryBoolean | QueryTriples


class Store(Protocol):
    """A set of quads; a query sees the union of all graphs as the default graph."""

    texts: Texts

    def query(self, text: str) -> Answer:
        """Return the answer to a SPARQL 1.1 query.

        Raises:
            SyntaxError: the query is not SPARQL; kg.query makes a QueryError of it.
            StoreError: the store cannot answer.
        """
        ...

    def extend(self, lines: Iterable[str]) -> None:
        """Add lines of N-Quads: all of them or none.

        Raises:
            StoreError: the quads could not be written.
        """
        ...

    def update(self, text: str) -> None:
        """Run a SPARQL 1.1 update: all of it or nothing.

        Raises:
            StoreError: the update could not be carried out.
        """
        ...

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield the quads of the graph with this IRI, or of all graphs."""
        ...

    def flush(self) -> None:
        """Return when everything written so far would survive a power cut."""
        ...

    def close(self) -> None:
        """Let go of the store."""
        ...
