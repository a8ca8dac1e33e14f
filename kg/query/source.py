"""Where questions are put: a store of the house, or a bare pyoxigraph.Store."""

from __future__ import annotations

import re
from typing import Protocol, TypeAlias

import pyoxigraph
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples

from kg.errors import QueryError
from kg.iri import BASE

Found: TypeAlias = QuerySolutions | QueryBoolean | QueryTriples
Row: TypeAlias = dict[str, "pyoxigraph.NamedNode | pyoxigraph.Literal"]

PREFIXES = f"""PREFIX bkg: <{BASE}ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_PLACE = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<what>.*)", re.DOTALL)


class Store(Protocol):
    """A store whose queries see the union of all graphs as the default graph."""

    def query(self, text: str, /) -> Found:
        """Return the answer to a SPARQL 1.1 query."""
        ...


Source: TypeAlias = Store | pyoxigraph.Store


def query(source: Source, text: str, where: str = "") -> Found:
    """Return the engine's answer to ``text`` over the union of all graphs.

    Raises:
        QueryError: not SPARQL; ``where`` is followed by line and column.
    """
    try:
        if isinstance(source, pyoxigraph.Store):
            return source.query(text, use_default_graph_as_union=True)
        return source.query(text)
    except SyntaxError as error:
        found = _PLACE.fullmatch(str(error))
        if found is None:
            raise QueryError(f"not SPARQL 1.1: {error}", where=where) from None
        place = ":".join(filter(None, (where, found["line"], found["column"])))
        what = " ".join(found["what"].split())
        raise QueryError(f"not SPARQL 1.1: {what}", where=place) from None


def select(source: Source, text: str) -> list[Row]:
    """Return the rows of a SELECT query of our own; unbound variables are left out."""
    found = query(source, PREFIXES + text)
    if not isinstance(found, QuerySolutions):
        raise TypeError("not a SELECT query")
    names = [variable.value for variable in found.variables]
    rows = []
    for solution in found:
        row: Row = {}
        for name in names:
            term = solution[name]
            if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal):
                row[name] = term
        rows.append(row)
    return rows
