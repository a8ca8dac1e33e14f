"""SHACL: does a graph keep to ontology/shapes.ttl, and if not, where and why not?

Named graphs are validated as one union. What an article mentions is described in its own
graph, so an article can be validated alone; so can a whole store.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

from kg.errors import OntologyError, ShapeError
from kg.iri import BASE, BKG
from kg.onto.turtle import read

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

_SHAPE = BASE + "shape/"
_SH = "http://www.w3.org/ns/shacl#"
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_ARTICLE = BASE + "article/"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One broken rule.

    ``focus`` is the node at fault (IRI); ``graphs`` are the sentences that speak of it or,
    failing those, the other named graphs that do (IRIs, sorted). ``path`` (IRI) and
    ``value`` are empty where a rule has none, as with something that is missing.
    """

    focus: str
    shape: str  # its name in shapes.ttl, such as "tenure-holder"
    path: str
    value: str
    severity: str  # Violation, Warning or Info
    graphs: tuple[str, ...]
    messages: Mapping[str, str] = field(compare=False)  # by language: tr, en

    def line(self, lang: str = "en") -> str:
        """Return one line: ``where: node: what is wrong (property, value)``."""
        detail = ", ".join(_short(part) for part in (self.path, self.value) if part)
        where = f"{_short(self.graphs[0])}: " if self.graphs else ""
        return f"{where}{_short(self.focus)}: {self.messages[lang]} ({detail or self.shape})"


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a validation: ``faults`` sorted by node, each once."""

    faults: tuple[Fault, ...]

    @property
    def conforms(self) -> bool:
        """Say whether no rule is broken."""
        return not self.faults

    def demand(self, where: str) -> None:
        """Raise if a rule is broken.

        Args:
            where: What was validated, for the message.

        Raises:
            ShapeError: with the first fault, and the number of the others.
        """
        if self.faults:
            more = len(self.faults) - 1
            hint = f"and {more} more" if more else ""
            raise ShapeError(self.faults[0].line(), where=where, hint=hint)


def validate(quads: Iterable[Quad]) -> Report:
    """Return where ``quads`` break the shapes of ontology/shapes.ttl.

    Args:
        quads: A graph with its evidence, in any order; the types of all nodes that it
            points to must be among them, as they are in the output of ``kg extract``.

    Raises:
        OntologyError: shapes.ttl or bilateral.ttl cannot be read or is wrong.
    """
    import pyshacl  # noqa: PLC0415 (0.6 s, needed here alone)
    import rdflib  # noqa: PLC0415
    from pyshacl.errors import ReportableRuntimeError  # noqa: PLC0415

    data = rdflib.Graph(bind_namespaces="none")
    graphs: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        data.add(_triple(quad))
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.subject, NamedNode):
            graphs[quad.subject.value].add(quad.graph_name.value)
    shapes, classes = _shapes()
    data += classes
    try:
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes, inplace=True)
    except ReportableRuntimeError as error:
        results = error
    if not isinstance(results, rdflib.Graph):
        raise OntologyError(str(results).partition("\n")[0], where="ontology/shapes.ttl")
    found = results.objects(None, rdflib.URIRef(_SH + "result"))
    return Report(tuple(sorted({_fault(results, result, graphs) for result in found})))


@cache
def _shapes() -> tuple[rdflib.Graph, rdflib.Graph]:
    """Return the shapes, and the ontology's classes with their super-classes by name."""
    import rdflib  # noqa: PLC0415

    shapes, classes = (rdflib.Graph(bind_namespaces="none") for _ in range(2))
    for triple in read("shapes"):
        shapes.add(_triple(triple))
    for triple in read("bilateral"):
        if triple.predicate.value == _SUBCLASS and isinstance(triple.object, NamedNode):
            classes.add(_triple(triple))
    return shapes, classes


def _triple(triple: Triple | Quad) -> tuple[Node, Node, Node]:
    return _term(triple.subject), _term(triple.predicate), _term(triple.object)


def _term(term: object) -> Node:
    """Return a pyoxigraph term as rdflib's."""
    import rdflib  # noqa: PLC0415

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    return rdflib.BNode(str(term).removeprefix("_:"))


def _fault(results: rdflib.Graph, result: Node, graphs: Mapping[str, set[str]]) -> Fault:
    import rdflib  # noqa: PLC0415

    def text(name: str) -> str:
        value = results.value(result, rdflib.URIRef(_SH + name))
        return "" if value is None else str(value)

    focus = text("focusNode")
    spoken = sorted(graphs.get(focus, ()))
    sentences = [graph for graph in spoken if graph.startswith(_ARTICLE) and "/s/" in graph]
    messages = results.objects(result, rdflib.URIRef(_SH + "resultMessage"))
    return Fault(
        focus=focus,
        shape=text("sourceShape").removeprefix(_SHAPE),
        path=text("resultPath"),
        value=text("value"),
        severity=text("resultSeverity").removeprefix(_SH),
        graphs=tuple(sentences or spoken),
        messages={
            m.language: str(m) for m in messages if isinstance(m, rdflib.Literal) and m.language
        },
    )


def _short(name: str) -> str:
    """Return a name as people read it: without the project's own prefixes."""
    return name.removeprefix(BKG).removeprefix(BASE)
