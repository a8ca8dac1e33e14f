"""Quads as text: N-Quads, TriG, Turtle, JSON-LD, and plain JSON for scripts.

Every writer takes batches of N-Quads lines, one batch an article, and yields pieces of text.
N-Quads, TriG and JSON hold one article at a time; Turtle and JSON-LD hold them all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Literal, Quad, RdfFormat, Triple, parse, serialize

from kg.iri import BASE
from kg.rdf.merge import merge
from kg.rdf.record import record
from kg.rdf.terms import PREFIXES, RDF, short

_HEAD = f"@base <{BASE}> .\n" + "".join(
    f"@prefix {prefix}: <{space}> .\n" for prefix, space in PREFIXES.items()
)
Batches = Iterable[list[str]]
_EXACT = PREFIXES["bkg"] + "exact"
_TYPE = RDF + "type"
_SENTENCE = re.compile(r"(?P<article><.*article/[^/]+)/s/(?P<index>\d+)>")
_GRAPH = re.compile(r"<(?P<iri>.*article/[^/]+/s/\d+)> \{")


def read(lines: Iterable[str]) -> list[Quad]:
    """Return the quads of N-Quads lines, in the order of graph, subject, type and property.

    An article's own graph comes first, its sentences follow in reading order.
    """
    return sorted(parse("\n".join(lines), format=RdfFormat.N_QUADS), key=_order)


def _order(quad: Quad) -> tuple[str, int, str, int, bool, str, str]:
    return (*_place(str(quad.graph_name)), *_triple_order(quad.triple))


def _triple_order(triple: Triple) -> tuple[str, int, bool, str, str]:
    verb = triple.predicate.value
    return (*_place(str(triple.subject)), verb != _TYPE, verb, str(triple.object))


def _place(token: str) -> tuple[str, int]:
    """Return a key by which sentence 10 comes after sentence 9, and its article before both."""
    found = _SENTENCE.fullmatch(token)
    return (found["article"] + ">", int(found["index"])) if found else (token, -1)


def nquads(batches: Batches) -> Iterator[str]:
    """Yield the lines of all batches, sorted, each once."""
    return (line + "\n" for line in merge(batches))


def trig(batches: Batches) -> Iterator[str]:
    """Yield TriG: the words of a sentence stand as a comment above the graph of its facts."""
    yield _HEAD
    for batch in batches:
        quads = read(batch)
        words = {
            str(quad.subject)[1:-1].removeprefix(BASE): quad.object.value
            for quad in quads
            if quad.predicate.value == _EXACT and isinstance(quad.object, Literal)
        }
        for line in _printed(quads, RdfFormat.TRIG):
            found = _GRAPH.fullmatch(line)
            if found and found["iri"] in words:
                yield f"\n# {' '.join(words[found['iri']].split())}\n"
            elif line.endswith("> {"):
                yield "\n"
            yield line + "\n"


def _printed(statements: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> Iterator[str]:
    """Yield the lines of Turtle or TriG below the prefixes, whose order the engine leaves open."""
    data = serialize(statements, format=form, prefixes=PREFIXES, base_iri=BASE) or b""
    return (line for line in data.decode("utf-8").split("\n") if line and line[0] != "@")


def turtle(batches: Batches) -> Iterator[str]:
    """Yield Turtle: the union of all graphs, so without the link from fact to graph."""
    yield _HEAD
    triples = {quad.triple for batch in batches for quad in read(batch)}
    for line in _printed(sorted(triples, key=_triple_order), RdfFormat.TURTLE):
        yield line + "\n" if line[0] == "\t" else f"\n{line}\n"


def jsonld(batches: Batches) -> Iterator[str]:
    """Yield JSON-LD with short names: one object a graph, one object in it a subject."""
    graphs: dict[str, dict[str, dict[str, list[object]]]] = {}
    for quad in read(line for batch in batches for line in batch):
        graph = graphs.setdefault(_relative(str(quad.graph_name)[1:-1]), {})
        node = graph.setdefault(_relative(str(quad.subject)[1:-1]), {})
        if quad.predicate.value == _TYPE:
            node.setdefault("@type", []).append(short(str(quad.object)[1:-1]))
        else:
            node.setdefault(short(quad.predicate.value), []).append(_jsonld_value(quad.object))
    content = [
        {"@id": graph, "@graph": [{"@id": name, **node} for name, node in nodes.items()]}
        for graph, nodes in graphs.items()
    ]
    document = {"@context": {"@base": BASE, **PREFIXES}, "@graph": content}
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _relative(iri: str) -> str:
    return iri.removeprefix(BASE)


def _jsonld_value(term: object) -> object:
    if not isinstance(term, Literal):
        return {"@id": _relative(str(term)[1:-1])}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    kind = short(term.datatype.value)
    return term.value if kind == "xsd:string" else {"@value": term.value, "@type": kind}


def plain(batches: Batches) -> Iterator[str]:
    """Yield a JSON array with one object an article, as ``record`` describes it."""
    mark = "[\n"
    for batch in batches:
        one = record(read(batch))
        if one is not None:
            yield mark + json.dumps(one, ensure_ascii=False, indent=1)
            mark = ",\n"
    yield "[]\n" if mark == "[\n" else "\n]\n"


WRITERS: Mapping[str, Callable[[Batches], Iterator[str]]] = {
    "nquads": nquads,
    "trig": trig,
    "turtle": turtle,
    "jsonld": jsonld,
    "json": plain,
}
