"""The ontology's Turtle files as plain resources, for tests of their labels."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.iri import BASE, BKG
from kg.resources import folder

SKOS = "http://www.w3.org/2004/02/skos/core#"
LANGUAGES = {"tr", "en", "ru", "kk"}
Node = dict[str, list[NamedNode | Literal]]


def fold(word: str, lang: str) -> str:
    """Return ``word`` without case, the two letters i of Turkish kept apart."""
    if lang == "tr":
        word = word.replace("İ", "i").replace("I", "ı")
    return word.casefold()


def resources(*files: str) -> dict[str, Node]:
    """Return the resources of ``ontology/FILE.ttl`` by their IRI under the base.

    The values of each stand by property, without the prefixes of SKOS and of the ontology.
    """
    found: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for file in files:
        data = (folder("ontology") / f"{file}.ttl").read_bytes()
        for triple in parse(data, format=RdfFormat.TURTLE):
            name = triple.predicate.value.removeprefix(SKOS).removeprefix(BKG)
            found[triple.subject.value.removeprefix(BASE)][name].append(triple.object)
    return found
