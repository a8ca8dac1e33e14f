"""Checks of a graph: shapes, quality questions, stored texts, and the reasoner's opinion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Quad, RdfFormat, Store

from kg.iri import BASE, BKG, term
from kg.model.text import Article
from kg.query import catalog
from kg.query.run import ask
from kg.query.source import Source, select
from kg.rdf import reference
from kg.rdf.terms import article

_INFERRED = term("graph", "inferred")
_BATCH = 200  # articles validated together: a few megabytes of graph
# The reasoner is quadratic: 100 individuals take it 1.5 s, 1,000 take 10 s.
INDIVIDUALS = 300


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: the check that found it, and a line that names what is wrong and where."""

    check: str
    line: str


def shapes(articles: Iterable[list[Quad]], lang: str) -> Iterator[Finding]:
    """Yield what breaks the shapes; ``articles`` are the quads of one article each."""
    from kg.rdf.validate import validate  # noqa: PLC0415  pySHACL loads on demand

    source = iter(articles)
    while batch := list(islice(source, _BATCH)):
        report = validate(quad for quads in batch for quad in quads)
        for fault in report.faults:
            yield Finding(f"shape {fault.shape}", fault.line(lang))


def quality(source: Source, lang: str) -> Iterator[Finding]:
    """Yield the rows of the quality questions: each is a fault."""
    for question in catalog.load().values():
        if question.group != "quality":
            continue
        answer = ask(source, question, lang=lang)
        for row in answer.rows:
            cells = ", ".join(filter(None, (answer.text(cell) for cell in row)))
            yield Finding(question.name, f"{question.title.say(lang)}: {cells}")


def texts(source: Source, articles: Iterable[Article]) -> Iterator[Finding]:
    """Yield the sentences whose words do not stand in their article at their offsets."""
    for one in articles:
        iri = article(one.sha256)
        query = f"""SELECT ?s ?begin ?finish ?exact {{ GRAPH <{iri}> {{
            ?s bkg:begin ?begin ; bkg:finish ?finish ; bkg:exact ?exact }} }}"""
        for row in select(source, query):
            begin, finish = int(row["begin"].value), int(row["finish"].value)
            if one.text[begin:finish] != row["exact"].value:
                name = row["s"].value.removeprefix(BASE)
                yield Finding("stored text", f"{name}: other words stand at {begin}-{finish}")


def profile() -> Iterator[Finding]:
    """Yield where the ontology leaves OWL 2 DL."""
    from kg.onto.profile import violations  # noqa: PLC0415  Java starts on demand

    for line in violations():
        yield Finding("OWL 2 DL", line)


def reasoner(articles: Iterable[list[Quad]]) -> Iterator[Finding]:
    """Yield contradictions, empty classes, and roles on which reasoner and rules differ.

    Only as many articles are given to the reasoner as it can take (``INDIVIDUALS``).
    """
    from kg.onto.reason import reason  # noqa: PLC0415  Java starts on demand

    taken: list[Quad] = []
    individuals: set[str] = set()
    for quads in articles:
        individuals.update(str(quad.subject) for quad in quads)
        if taken and len(individuals) > INDIVIDUALS:
            break
        taken += quads
    found = reason("\n".join(f"{quad.triple} ." for quad in taken).encode("utf-8"))
    for line in found.conflict:
        yield Finding("contradiction", line)
    for iri in found.unsatisfiable:
        yield Finding("empty class", iri.removeprefix(BKG))
    derived = _roles(taken)
    for iri, types in (found.types or {}).items():
        if iri in derived:
            for one in sorted(set(types) ^ derived[iri]):
                name = one.removeprefix(BKG)
                yield Finding("rules", f"{iri.removeprefix(BASE)}: only one side says {name}")


def _roles(quads: list[Quad]) -> dict[str, set[str]]:
    """Return the classes that each person has by the rules, with those of bkg:Person above."""
    store = Store()
    store.extend(quads)
    store.load("\n".join(reference.quads()), format=RdfFormat.N_QUADS)
    for rule in reference.rules():
        store.update(rule)
    rows = select(
        store,
        f"""SELECT ?person ?type {{
          GRAPH ?any {{ ?person a bkg:Person }}
          {{ GRAPH <{_INFERRED}> {{ ?person a ?type }} }} UNION
          {{ GRAPH <{reference.GRAPH}> {{ bkg:Person rdfs:subClassOf* ?type }} }}
          FILTER(STRSTARTS(STR(?type), "{BKG}")) }}""",
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["person"].value, set()).add(row["type"].value)
    return found
