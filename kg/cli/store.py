"""kg stats, kg remove and kg export: what is in a store."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from kg.cli import options
from kg.cli.options import opened
from kg.cli.out import write

if TYPE_CHECKING:
    from kg.store.base import Store

_FORMATS = ("nquads", "trig", "turtle", "jsonld", "json", "graphml", "html")


def stats_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg stats``."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options.store(parser)


def stats(args: argparse.Namespace) -> int:
    """Count articles, sentences, facts, persons, pairs and quads.

    kg stats
    kg stats --json
    """
    from kg.graph.measures import counts  # noqa: PLC0415  the engine loads with the command

    with opened(args.store) as source:
        found = counts(source)
    if args.json:
        print(json.dumps(found, indent=1))
        return 0
    margin = max(map(len, found))
    for name, number in found.items():
        print(f"{name:<{margin}}  {number:,}")
    return 0


def remove_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg remove``."""
    text = "an identifier, an IRI, or the beginning of its hash"
    parser.add_argument("articles", metavar="ARTICLE", nargs="+", help=text)
    options.store(parser)


def remove(args: argparse.Namespace) -> int:
    """Remove articles, their graphs and what was inferred from them.

    kg remove kazakistan-turkiye-saglik.txt
    kg remove article/l2nbbk3e
    """
    from kg.iri import BASE  # noqa: PLC0415  the engine loads with the command
    from kg.store.library import Library  # noqa: PLC0415

    with opened(args.store, writable=True) as kept:
        library = Library(kept)
        found = dict.fromkeys(map(library.find, args.articles))  # all exist before one is removed
        for iri in found:
            library.remove(iri)
        library.infer()
        kept.flush()
    for iri in found:
        print(f"removed  {iri.removeprefix(BASE)}")
    return 0


def export_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg export``."""
    options.printing(parser, _FORMATS, "trig")
    text = "with the ontology (RDF formats)"
    parser.add_argument("--reference", action="store_true", help=text)
    options.speech(parser)
    options.store(parser)


def export(args: argparse.Namespace) -> int:
    """Print the whole store.

    graphml is the weighted graph of states, persons and domains for Gephi, R or networkx;
    html is one page of all facts with their sentences. The RDF formats have the articles'
    graphs and what was inferred.

    kg export --format nquads -o all.nq
    kg export --format graphml -o relations.graphml
    kg export --format html --lang tr -o facts.html
    """
    from kg.graph.html import html  # noqa: PLC0415  the engine loads with the command
    from kg.graph.project import graphml  # noqa: PLC0415
    from kg.rdf.serialize import WRITERS  # noqa: PLC0415

    with opened(args.store) as kept:
        if args.form == "graphml":
            write([graphml(kept, args.lang)], args.output)
        elif args.form == "html":
            write(html(kept, args.lang), args.output)
        else:
            write(WRITERS[args.form](_batches(kept, reference=args.reference)), args.output)
    return 0


def _batches(kept: Store, *, reference: bool) -> Iterator[list[str]]:
    """Yield lines of N-Quads, article by article, then what belongs to none."""
    from kg.rdf.reference import GRAPH  # noqa: PLC0415  the engine loads with the command
    from kg.store.library import INFERRED, Library  # noqa: PLC0415

    others = [INFERRED, GRAPH] if reference else [INFERRED]
    rest = (list(kept.quads(graph)) for graph in others)
    for quads in chain(Library(kept).each(), rest):
        if quads:
            yield [f"{quad} ." for quad in quads]
