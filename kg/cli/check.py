"""kg check: does the graph keep to its rules?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Speech, SpeechOption, StoreOption, opened
from kg.errors import UnreadableSourceError, UnsupportedSourceError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.graph.audit import Finding
    from kg.model.text import Article
    from kg.query.source import Source

    Each = Callable[[], Iterator[list[Quad]]]

_FAILED = 1
_SUFFIXES = (".nq", ".trig", ".ttl", ".nt", ".jsonld")


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE", help="RDF files (.nq .trig .ttl .nt .jsonld), not the store."
        ),
    ] = None,
    reason: Annotated[
        bool, typer.Option("--reason", help="Also run the profile check and the OWL reasoner.")
    ] = False,
    lang: SpeechOption = Speech.EN,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Check the store, or files: shapes, quality questions, stored texts.

    Ends with 1 if something is wrong. --reason needs Java.

    \b
    kg check
    kg check --reason
    kg check facts.trig
    """  # noqa: D301  click keeps the lines below its mark
    from kg.graph import audit  # noqa: PLC0415  the engine loads with the command

    with _graph(files or [], store) as (source, each, texts):
        checks = [
            audit.shapes(each(), lang.value),
            audit.quality(source, lang.value),
            audit.texts(source, texts),
        ]
        if reason:
            checks += [audit.profile(), audit.reasoner(each())]
        count = _print(chain.from_iterable(checks))
    if count:
        listed = ", ".join(f"{number} {name}" for name, number in sorted(count.items()))
        print(f"{count.total()} found: {listed}")
        raise typer.Exit(_FAILED)
    print("nothing is wrong")


def _print(findings: Iterable[Finding]) -> Counter[str]:
    """Print each finding once; return how many each check has."""
    count: Counter[str] = Counter()
    for one in dict.fromkeys(findings):
        print(f"{one.check}: {one.line}")
        count[one.check] += 1
    return count


@contextmanager
def _graph(files: list[str], store: str) -> Iterator[tuple[Source, Each, Iterable[Article]]]:
    """Give the graph to check, its quads article by article, and the texts that belong to it."""
    from kg.store.library import Library  # noqa: PLC0415  the engine loads with the command

    if files:
        quads = [quad for file in files for quad in _read(file)]
        yield _memory(quads), lambda: iter([quads]), ()
        return
    with opened(store) as kept:
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
