"""kg show: a page in the terminal."""

from __future__ import annotations

import argparse
import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cli.options import opened, speech, store
from kg.cli.out import bold, faint, write

if TYPE_CHECKING:
    from kg.graph.facts import FactView
    from kg.graph.page import Page

_WIDEST = 100


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg show``."""
    text = "a state, a pair, a person, a domain, an article, or an IRI"
    parser.add_argument("thing", metavar="THING", help=text)
    speech(parser)
    store(parser)


def show(args: argparse.Namespace) -> int:
    """Show what is known of a thing, with the sentences that prove it.

    kg show KZ
    kg show KZ-TR --lang tr
    kg show "Fahrettin Koca"
    kg show health
    kg show kazakistan-turkiye-saglik.txt
    """
    from kg.graph.page import find, page  # noqa: PLC0415  the engine loads with the command

    with opened(args.store) as source:
        pages = [page(source, iri, args.lang) for iri in find(source, args.thing)]
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    write((line + "\n" for one in pages for line in _page(one, width)), None)
    return 0


def _page(page: Page, width: int) -> Iterator[str]:
    yield bold(page.title)
    if not page.sections:
        yield "  no facts"
    for section in page.sections:
        yield ""
        yield bold(f"{section.title} ({len(section.facts)})")
        for fact in section.facts:
            yield from _fact(fact, width)
    yield ""


def _fact(fact: FactView, width: int) -> Iterator[str]:
    yield f"  {fact.title}"
    margin = max((len(label) for label, _ in fact.rows), default=0)
    for label, value in fact.rows:
        first, *rest = textwrap.wrap(value, max(width - margin - 8, 20)) or [""]
        yield f"    {label:<{margin}}  {first}"
        yield from (f"    {'':<{margin}}  {line}" for line in rest)
    for proof in fact.proofs:
        words = textwrap.wrap(f"“{' '.join(proof.words.split())}”", max(width - 6, 20))
        yield from (f"    {line}" for line in words)
        yield faint(f"    {proof.where}, confidence {fact.confidence}")
    yield faint(f"    {fact.iri}")
