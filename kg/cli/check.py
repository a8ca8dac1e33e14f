"""kg check: does the graph keep to its rules?"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import opened, speech, store
from kg.errors import UnreadableSourceError, UnsupportedSourceError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.graph.audit import Finding
    from kg.model.text import Article
    from kg.query.source import Source

    Each = Callable[[], Iterator[list[Quad]]]

_FAILED = 1
_SUFFIXES = (".nq", ".trig", ".ttl", ".nt", ".jsonld")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg check``."""
    text = f"RDF files ({' '.join(_SUFFIXES)}), not the store"
    parser.add_argument("files", metavar="FILE", nargs="*", help=text)
    text = "also run the profile check and the OWL reasoner (needs Java)"
    parser.add_argument("--reason", action="store_true", help=text)
    speech(parser)
    store(parser)


def check(args: argparse.Namespace) -> int:
    """Check the store, or files: shapes, quality, stored texts.

    Ends with 1 if something is wrong.

    kg check
    kg check --reason
    kg check facts.trig
    """
    from kg.graph import audit  # noqa: PLC0415  the engine loads with the command

    with _graph(args.files, args.store) as (source, each, texts):
        checks = [
            audit.shapes(each(), args.lang),
            audit.quality(source, args.lang),
            audit.texts(source, texts),
        ]
        if args.reason:
            checks += [audit.profile(), audit.reasoner(each())]
        count = _print(chain.from_iterable(checks))
    if count:
        listed = ", ".join(f"{number} {name}" for name, number in sorted(count.items()))
        print(f"{count.total()} found: {listed}")
        return _FAILED
    print("nothing is wrong")
    return 0


def _print(findings: Iterable[Finding]) -> Counter[str]:
    """Print each finding once; return how many each check has."""
    count: Counter[str] = Counter()
    for one in dict.fromkeys(findings):
        print(f"{one.check}: {one.line}")
        count[one.check] += 1
    return count


@contextmanager
def _graph(files: list[str], name: str) -> Iterator[tuple[Source, Each, Iterable[Article]]]:
    """Give the graph to check, its quads article by article, and the texts that belong to it."""
    from kg.store.library import Library  # noqa: PLC0415  the engine loads with the command

    if files:
        quads = [quad for file in files for quad in _read(file)]
        yield _memory(quads), lambda: iter([quads]), ()
        return
    with opened(name) as kept:
        yield kept, Library(kept).each, kept.texts.read()


def _read(file: str) -> Iterator[Quad]:
    """Yield the quads of an RDF file.

    Raises:
        SourceError: a file that is missing, of another kind, or broken.
    """
    from pyoxigraph import RdfFormat, parse  # noqa: PLC0415  the engine loads with the command

    suffix = Path(file).suffix
    form = RdfFormat.from_extension(suffix.removeprefix(".")) if suffix in _SUFFIXES else None
    if form is None:
        raise UnsupportedSourceError(
            "not an RDF file by its name", where=file, hint=f"use {' '.join(_SUFFIXES)}"
        )
    try:
        with Path(file).open("rb") as stream:
            yield from parse(stream, format=form)
    except OSError as error:
        what = (error.strerror or "cannot be read").lower()
        raise UnreadableSourceError(what, where=file) from error
    except SyntaxError as error:
        raise UnreadableSourceError(" ".join(str(error).split()), where=file) from error


def _memory(quads: list[Quad]) -> Source:
    """Return a store of ``quads`` and the ontology, for the questions."""
    from pyoxigraph import RdfFormat, Store  # noqa: PLC0415  the engine loads with the command

    from kg.rdf import reference  # noqa: PLC0415

    found = Store()
    found.load("\n".join(reference.quads()), format=RdfFormat.N_QUADS)
    found.extend(quads)
    return found
