"""The OWL reasoner: is the ontology consistent with a piece of data, and what follows from it?

HermiT runs through owlready2. It is quadratic in the data (100 individuals 1.5 s, 1,000 10 s
here), so it is for the ontology's tests and for single articles; a whole store gets its
inferences from SPARQL rules. What HermiT cannot take (dates, texts) is left out first.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg.errors import ShapeError
from kg.iri import BASE, BKG
from kg.onto.java import java, run
from kg.onto.turtle import TBOX, read

_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE, _FIRST, _REST = (NamedNode(_RDF + name) for name in ("type", "first", "rest"))
_INDIVIDUAL = NamedNode(_OWL + "NamedIndividual")  # owlready2 lists no individual without it
_SAFE = frozenset(_XSD + name for name in ("boolean", "decimal", "integer", "string"))
_COUNTRY = BASE + "country/"
_TERM = re.compile(r"<([^>]*)>|(\"(?:[^\"\\]|\\.)*\")")


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What the reasoner found.

    ``unsatisfiable`` lists classes (IRIs, sorted) that can have no member; ``types`` gives
    for each individual all its classes in bkg:, asserted or inferred (IRIs, sorted). When
    ``conflict`` is not empty the data contradict the ontology: it lists assertions, such as
    ``relation/KZ-TR party country/KZ``, none of which can be left out; the rest is empty.
    """

    unsatisfiable: tuple[str, ...] = ()
    types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    conflict: tuple[str, ...] = ()

    @property
    def consistent(self) -> bool:
        """Say whether data and ontology agree."""
        return not self.conflict


def reason(data: bytes = b"") -> Reasoned:
    """Run HermiT over the shipped ontology and ``data``.

    Args:
        data: N-Triples or N-Quads (graph names do not matter); empty for the ontology alone.

    Returns:
        The outcome; ``types`` covers the subjects of ``data``.

    Raises:
        ConfigError: Java is missing; the message names the Debian package.
        OntologyError: a file of the ontology cannot be read.
        ShapeError: ``data`` cannot be parsed, or the ontology contradicts itself.
    """
    ontology = read(*TBOX)
    try:
        quads = list(parse(data, RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise ShapeError(str(error), where="data", hint="give N-Triples or N-Quads") from None
    triples = [*ontology, *reasoning_slice(ontology, (quad.triple for quad in quads))]
    outcome = _hermit(triples)
    if outcome is None:
        conflict = tuple(_readable(text) for key, text in run("Conflict", triples))
        if not conflict:
            raise ShapeError("the ontology contradicts itself", where="ontology/bilateral.ttl")
        return Reasoned(conflict=conflict)
    return outcome


def reasoning_slice(ontology: Iterable[Triple], data: Iterable[Triple]) -> list[Triple]:
    """Return what the reasoner can use of ``data``, each triple once, sorted.

    Kept are types and properties that the ontology declares in bkg:, without literals of
    datatypes outside OWL 2's map. The countries met are declared different from one another:
    without that, a relation with three parties would only prove that two of them are one.
    """
    known = {
        triple.subject.value
        for triple in ontology
        if triple.predicate == _TYPE
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, NamedNode)
        and triple.object.value in {_OWL + "ObjectProperty", _OWL + "DatatypeProperty"}
    }
    kept = {triple for triple in data if _usable(triple, known)}
    kept |= {Triple(triple.subject, _TYPE, _INDIVIDUAL) for triple in kept}
    terms = {term for triple in kept for term in (triple.subject, triple.object)}
    countries = sorted(
        (t for t in terms if isinstance(t, NamedNode) and t.value.startswith(_COUNTRY)), key=str
    )
    return sorted(kept, key=str) + _all_different(countries)


def _usable(triple: Triple, known: set[str]) -> bool:
    value, name = triple.object, triple.predicate.value
    if triple.predicate == _TYPE:
        return isinstance(value, NamedNode) and value.value.startswith(BKG)
    if name not in known or not name.startswith(BKG):
        return False
    if isinstance(value, Literal):
        return value.language is None and value.datatype.value in _SAFE
    return isinstance(value, NamedNode)


def _all_different(nodes: list[NamedNode]) -> list[Triple]:
    if len(nodes) < 2:  # noqa: PLR2004 (one node differs from nothing)
        return []
    axiom = BlankNode("different")
    cells = [BlankNode(f"cell{number}") for number in range(len(nodes))]
    rests: list[NamedNode | BlankNode] = [*cells[1:], NamedNode(_RDF + "nil")]
    triples = [
        Triple(axiom, _TYPE, NamedNode(_OWL + "AllDifferent")),
        Triple(axiom, NamedNode(_OWL + "distinctMembers"), cells[0]),
    ]
    for cell, node, rest in zip(cells, nodes, rests, strict=True):
        triples += [Triple(cell, _FIRST, node), Triple(cell, _REST, rest)]
    return triples


def _hermit(triples: list[Triple]) -> Reasoned | None:
    """Return what follows from ``triples``; None if they contradict one another."""
    executable = java()
    import owlready2  # noqa: PLC0415 (0.25 s, needed here alone)

    owlready2.JAVA_EXE = executable
    world = owlready2.World()
    try:
        whole = world.get_ontology(BASE + "reasoning#")
        # owlready2 reads no Turtle, and takes its own copy of blank nodes and lists.
        whole.load(fileobj=io.BytesIO(serialize(triples, format=RdfFormat.N_TRIPLES) or b""))
        try:
            owlready2.sync_reasoner_hermit(world, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return None
        empty = sorted(c.iri for c in world.inconsistent_classes() if c is not owlready2.Nothing)
        types = {
            one.iri: tuple(
                sorted(
                    kind.iri
                    for kind in one.INDIRECT_is_a
                    if isinstance(kind, owlready2.ThingClass) and kind.iri.startswith(BKG)
                )
            )
            for one in sorted(world.individuals(), key=lambda one: str(one.iri))
        }
        return Reasoned(unsatisfiable=tuple(empty), types=types)
    finally:
        world.close()


def _readable(axiom: str) -> str:
    """Turn ``ObjectPropertyAssertion(<p> <s> <o>)`` into ``s p o`` with short names."""
    terms = [iri.removeprefix(BKG).removeprefix(BASE) or text for iri, text in _TERM.findall(axiom)]
    if axiom.startswith("ClassAssertion"):
        return f"{terms[1]} a {terms[0]}"
    return " ".join((terms[1], terms[0], *terms[2:3]))
