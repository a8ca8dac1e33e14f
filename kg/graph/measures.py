"""Counts of what a store holds."""

from __future__ import annotations

from kg.iri import BASE
from kg.query.source import Source, select

_COUNTED = {
    "articles": "?x a bkg:Article",
    "sentences": "?x a bkg:Sentence",
    "sentences with facts": "?fact bkg:evidence ?x",
    "persons": "?x a bkg:Person",
    "organizations": "?any bkg:participatingOrganization|bkg:ofOrganization ?x",
    "pairs of states": "?x a bkg:BilateralRelation",
    "tenures": "?x a bkg:Tenure",
    "events": "?x a bkg:Event",
    "cooperations": "?x a bkg:Cooperation",
    "agreements": "?x a bkg:Agreement",
    "initiatives": "?x a bkg:Initiative",
    "statements": "?x a bkg:Statement",
}
_QUADS = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), '{BASE}article/'))"


def counts(source: Source) -> dict[str, int]:
    """Return how many things of each kind the store holds, and its quads without the ontology."""
    found = {name: _count(source, "DISTINCT ?x", pattern) for name, pattern in _COUNTED.items()}
    return found | {"quads": _count(source, "*", _QUADS)}


def _count(source: Source, what: str, pattern: str) -> int:
    (row,) = select(source, f"SELECT (COUNT({what}) AS ?number) {{ {pattern} }}")
    return int(row["number"].value)
