"""kg extract and kg add: articles become quads, printed or kept."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from kg.cli import options
from kg.cli.options import articles, opened
from kg.cli.out import Progress, note, write
from kg.errors import SourceError

if TYPE_CHECKING:
    from kg.flow import Added, Result
    from kg.ingest.base import Rejected

_FORMATS = ("nquads", "trig", "turtle", "jsonld", "json")
_SOME_REJECTED = 1


def extract_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg extract``."""
    options.reading(parser)
    options.printing(parser, _FORMATS, "trig")


def extract(args: argparse.Namespace) -> int:
    """Read articles and print their graphs; nothing is stored.

    kg extract article.txt
    kg extract --format nquads --jobs 2 -o facts.nq articles/
    cat article.json | kg extract --format json -
    """
    from kg import flow  # noqa: PLC0415  the engine loads with the command
    from kg.rdf.serialize import WRITERS  # noqa: PLC0415

    count: Counter[bool] = Counter()
    chunks = flow.extract(flow.chunked(articles(args.inputs, args.lang)), args.jobs)
    batches = _good(chain.from_iterable(chunks), count)
    first = next(batches, None)
    if first is not None:
        write(WRITERS[args.form](chain([first], batches)), args.output)
    return _code(good=count[True], bad=count[False])


def _good(results: Iterator[Result], count: Counter[bool]) -> Iterator[list[str]]:
    """Yield the quads of each article that could be read; name the others."""
    from kg.flow import Extracted  # noqa: PLC0415

    progress = Progress("articles")
    for one in results:
        progress.step()
        if isinstance(one, Extracted):
            count[True] += 1
            yield one.lines
        else:
            count[False] += 1
            progress.clear()
            note(one)
    progress.clear()


def _code(*, good: int, bad: int) -> int:
    """Return the exit code that says how much was rejected."""
    if not bad:
        return 0
    return _SOME_REJECTED if good else SourceError.exit_code


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg add``."""
    options.reading(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options.store(parser)


def add(args: argparse.Namespace) -> int:
    """Read articles and keep their graphs in the store.

    An article that the store knows is not read again, unless the engine or the ontology
    has changed since.

    kg add articles/
    kg add --jobs 2 --store ./my-store 2024.jsonl.gz
    kg add --json article.txt | jq .articles
    """
    from kg import flow  # noqa: PLC0415  the engine loads with the command
    from kg.ingest.base import Rejected  # noqa: PLC0415
    from kg.store.library import Library  # noqa: PLC0415

    states: Counter[str] = Counter()
    rows: list[dict[str, object]] = []
    rejected: list[Rejected] = []
    progress = Progress("articles")
    with opened(args.store, writable=True) as kept:
        for one in flow.add(Library(kept), articles(args.inputs, args.lang), jobs=args.jobs):
            progress.step()
            if isinstance(one, Rejected):
                progress.clear()
                note(one)
                rejected.append(one)
                continue
            states[one.state] += 1
            if args.json:
                rows.append(_row(one))
            else:
                progress.clear()
                print(_line(one))
    progress.clear()
    good = sum(states.values())
    counts = {state: states[state] for state in ("new", "known", "outdated")}
    if args.json:
        bad = [{"where": r.where, "what": r.what, "hint": r.hint} for r in rejected]
        print(
            json.dumps(counts | {"articles": rows, "rejected": bad}, ensure_ascii=False, indent=1)
        )
    else:
        total = [f"{number} {state}" for state, number in counts.items()]
        print(", ".join([*total, f"{len(rejected)} rejected"]))
    return _code(good=good, bad=len(rejected))


def _row(one: Added) -> dict[str, object]:
    from kg.iri import BASE  # noqa: PLC0415
    from kg.rdf.terms import article  # noqa: PLC0415

    return {
        "identifier": one.article.identifier,
        "article": article(one.article.sha256).removeprefix(BASE),
        "state": one.state,
        "facts": dict(sorted(one.facts.items())),
    }


def _line(one: Added) -> str:
    """Return one article as people read it: ``new  name  9 facts: 1 event, 2 tenures``."""
    kinds = ", ".join(
        f"{number} {kind if number == 1 else _plural(kind)}"
        for kind, number in sorted(one.facts.items())
    )
    total = sum(one.facts.values())
    found = "" if one.state == "known" else f"  {total} fact{'s'[: total != 1]}"
    return f"{one.state:<8}  {one.article.identifier}{found}{': ' if kinds else ''}{kinds}"


def _plural(kind: str) -> str:
    return f"{kind}s"
