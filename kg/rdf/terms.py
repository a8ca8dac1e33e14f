"""Terms of RDF as N-Quads tokens: names, literals, and the prefixes that people read."""

from __future__ import annotations

import base64
from functools import cache

from kg.iri import BASE, BKG
from kg.model.fact import Literal, Ref

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "bkg": BKG,
    "dcterms": "http://purl.org/dc/terms/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": XSD,
}

# The escapes of canonical N-Quads, so that what is printed here and what the store prints agree.
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)


@cache
def predicate(name: str) -> str:
    """Return the token of a property or class: ``party`` is in bkg:, ``skos:altLabel`` is not."""
    prefix, colon, local = name.partition(":")
    return f"<{PREFIXES[prefix]}{local}>" if colon else f"<{BKG}{name}>"


def node(ref: Ref) -> str:
    """Return the token of a node's IRI."""
    return f"<{BASE}{ref.kind}/{ref.key}>"


def text(value: str) -> str:
    """Return the token of a plain string."""
    return f'"{value.translate(_ESCAPES)}"'


def typed(value: str, datatype: str) -> str:
    """Return the token of a literal; ``datatype`` is a local name of XML Schema."""
    return f'"{value.translate(_ESCAPES)}"^^<{XSD}{datatype}>'


def literal(value: Literal) -> str:
    """Return the token of a literal with its language or datatype."""
    if value.lang:
        return f"{text(value.value)}@{value.lang.lower()}"
    return text(value.value) if value.datatype == "string" else typed(value.value, value.datatype)


def decimal(value: float) -> str:
    """Return the token of a decimal of two digits, in the canonical form that stores keep."""
    digits = f"{value:.2f}".rstrip("0").rstrip(".")
    return typed(digits, "decimal")


def article(sha256: str) -> str:
    """Return the IRI (no brackets) of the article with this hex digest."""
    key = base64.b32encode(bytes.fromhex(sha256)).decode("ascii").lower()[:20]
    return f"{BASE}article/{key}"


def date(value: str) -> str:
    """Return the token of an ISO date of any precision: a day, a month or a year."""
    return typed(value, ("gYear", "gYearMonth", "date")[value.count("-")])


def short(iri: str) -> str:
    """Return ``prefix:name`` where a prefix fits, else ``iri`` as it is."""
    for prefix, space in PREFIXES.items():
        if iri.startswith(space):
            return f"{prefix}:{iri.removeprefix(space)}"
    return iri
