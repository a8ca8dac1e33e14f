"""Who made the description of an article: the engine, by name and version."""

from __future__ import annotations

from kg import __version__
from kg.iri import term
from kg.rdf.terms import RDF, predicate, text

NAME = "bilateral-kg"
ENGINE = f"<{term('engine', __version__)}>"


def engine() -> list[str]:
    """Return what is said of the engine, as ``subject predicate object`` without a graph."""
    return [
        f"{ENGINE} <{RDF}type> {predicate('prov:Activity')}",
        f"{ENGINE} {predicate('schema:name')} {text(NAME)}",
        f"{ENGINE} {predicate('schema:softwareVersion')} {text(__version__)}",
    ]
