"""kg stats, kg remove and kg export: what is in a store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, OutputOption, Speech, SpeechOption, StoreOption, opened
from kg.cli.out import write

if TYPE_CHECKING:
    from kg.store.base import Store


class Format(StrEnum):
    """What a store is exported as."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    JSON = "json"
    GRAPHML = "graphml"
    HTML = "html"


def stats(
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Count articles, sentences, facts by kind, persons, states and quads.

    \b
    kg stats
    kg stats --json
    """  # noqa: D301  click keeps the lines below its mark
    from kg.graph.measures import counts  # noqa: PLC0415  the engine loads with the command

    with opened(store) as source:
        found = counts(source)
    if as_json:
        print(json.dumps(found, indent=1))
        return
    margin = max(map(len, found))
    for name, number in found.items():
        print(f"{name:<{margin}}  {number:,}")


def remove(
    articles: Annotated[
        list[str],
        typer.Argument(
            metavar="ARTICLE", help="An identifier, an IRI, or the beginning of its hash."
        ),
    ],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Remove articles: their graphs, and what was inferred from them alone.

    \b
    kg remove kazakistan-turkiye-saglik.txt
    kg remove article/l2nbbk3e
    """  # noqa: D301  click keeps the lines below its mark
    from kg.iri import BASE  # noqa: PLC0415  the engine loads with the command
    from kg.store.library import Library  # noqa: PLC0415

    with opened(store, writable=True) as kept:
        library = Library(kept)
        found = dict.fromkeys(map(library.find, articles))  # all exist before one is removed
        for iri in found:
            library.remove(iri)
        library.infer()
        kept.flush()
    for iri in found:
        print(f"removed  {iri.removeprefix(BASE)}")


def export(
    form: Annotated[Format, typer.Option("--format", "-f", help="As what.")] = Format.TRIG,
    output: OutputOption = None,
    reference: Annotated[
        bool, typer.Option("--reference", help="With the ontology (RDF formats).")
    ] = False,
    lang: SpeechOption = Speech.EN,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Print the whole store.

    graphml is the weighted graph of states, persons and domains for Gephi, R or networkx; html
    is one page of all facts with their sentences. The RDF formats have the articles' graphs
    and what was inferred.

    \b
    kg export --format nquads -o all.nq
    kg export --format graphml -o relations.graphml
    kg export --format html --lang tr -o facts.html
    """  # noqa: D301  click keeps the lines below its mark
    from kg.graph.html import html  # noqa: PLC0415  the engine loads with the command
    from kg.graph.project import graphml  # noqa: PLC0415
    from kg.rdf.serialize import WRITERS  # noqa: PLC0415

    with opened(store) as kept:
        if form is Format.GRAPHML:
            write([graphml(kept, lang.value)], output)
        elif form is Format.HTML:
            write(html(kept, lang.value), output)
        else:
            write(WRITERS[form.value](_batches(kept, reference=reference)), output)


def _batches(kept: Store, *, reference: bool) -> Iterator[list[str]]:
    """Yield lines of N-Quads, article by article, then what belongs to none."""
    from kg.rdf.reference import GRAPH  # noqa: PLC0415  the engine loads with the command
    from kg.store.library import INFERRED, Library  # noqa: PLC0415

    others = [INFERRED, GRAPH] if reference else [INFERRED]
    rest = (list(kept.quads(graph)) for graph in others)
    for quads in chain(Library(kept).each(), rest):
        if quads:
            yield [f"{quad} ." for quad in quads]
