"""The ontology as quads: the reference graph of a store, and a mark of its contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from pyoxigraph import BlankNode

from kg.iri import term
from kg.onto.turtle import described, read
from kg.rdf.terms import PREFIXES
from kg.resources import folder

GRAPH = term("graph", "reference")
_HIDDEN = PREFIXES["skos"] + "hiddenLabel"  # words for matching, never for showing


def quads() -> list[str]:
    """Return what ontology/*.ttl says, as sorted lines of N-Quads in the reference graph.

    Statements with blank nodes (class expressions) are left out: a blank node would be
    another one in every store.

    Raises:
        OntologyError: a file is no Turtle; the message names it.
    """
    names = [name for name in described() if "/" not in name]  # words are for the reader
    found = {
        f"{triple} <{GRAPH}> ."
        for triple in read(*names)
        if triple.predicate.value != _HIDDEN
        and not isinstance(triple.subject, BlankNode)
        and not isinstance(triple.object, BlankNode)
    }
    return sorted(found)


def rules() -> list[str]:
    """Return the SPARQL updates of ontology/rules, in the order of their names."""
    files = [file for file in _all(folder("ontology")) if file.name.endswith(".ru")]
    return [file.read_text("utf-8") for file in files]


@cache
def fingerprint() -> str:
    """Return 12 hex digits that change whenever a file of the ontology does."""
    mark = hashlib.sha256()
    for file in _all(folder("ontology")):
        mark.update(file.name.encode("utf-8") + b"\0" + file.read_bytes() + b"\0")
    return mark.hexdigest()[:12]


def _files(root: Traversable) -> list[Traversable]:
    return sorted((one for one in root.iterdir() if one.is_file()), key=lambda one: one.name)


def _all(root: Traversable) -> Iterator[Traversable]:
    """Yield every file below ``root``, in order."""
    yield from _files(root)
    for one in sorted(root.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _all(one)
