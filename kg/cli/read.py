"""kg extract and kg add: articles become quads, printed or kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import (
    DEFAULT_STORE,
    InputArguments,
    JobsOption,
    Lang,
    LangOption,
    OutputOption,
    StoreOption,
    articles,
    opened,
)
from kg.cli.out import Progress, note, write
from kg.errors import SourceError

if TYPE_CHECKING:
    from kg.flow import Added, Result
    from kg.ingest.base import Rejected

SOME_REJECTED = 1


class Format(StrEnum):
    """What an article's graph is printed as."""

    NQUADS = "nquads"
    TRIG = "trig"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    JSON = "json"


def extract(
    inputs: InputArguments,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print.")] = Format.TRIG,
    output: OutputOption = None,
    jobs: JobsOption = 1,
    lang: LangOption = Lang.AUTO,
) -> None:
    """Read articles and print their graphs; nothing is stored.

    \b
    kg extract article.txt
    kg extract --format nquads --jobs 2 -o facts.nq articles/
    cat article.json | kg extract --format json -
    """  # noqa: D301  click keeps the lines below its mark
    from kg import flow  # noqa: PLC0415  the engine loads with the command
    from kg.rdf.serialize import WRITERS  # noqa: PLC0415

    count: Counter[bool] = Counter()
    chunks = flow.extract(flow.chunked(articles(inputs, lang)), jobs)
    batches = _good(chain.from_iterable(chunks), count)
    first = next(batches, None)
    if first is not None:
        write(WRITERS[form.value](chain([first], batches)), output)
    _finish(good=count[True], bad=count[False])


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


def _finish(*, good: int, bad: int) -> None:
    """End with the exit code that says how much was rejected."""
    if bad:
        raise typer.Exit(SOME_REJECTED if good else SourceError.exit_code)


def add(
    inputs: InputArguments,
    store: StoreOption = DEFAULT_STORE,
    jobs: JobsOption = 1,
    lang: LangOption = Lang.AUTO,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Read articles and keep their graphs in the store.

    An article that the store knows is not read again, unless the engine or the ontology has
    changed since.

    \b
    kg add articles/
    kg add --jobs 2 --store ./my-store 2024.jsonl.gz
    kg add --json article.txt | jq .articles
    """  # noqa: D301  click keeps the lines below its mark
    from kg import flow  # noqa: PLC0415  the engine loads with the command
    from kg.ingest.base import Rejected  # noqa: PLC0415
    from kg.store.library import Library  # noqa: PLC0415

    states: Counter[str] = Counter()
    rows: list[dict[str, object]] = []
    rejected: list[Rejected] = []
    progress = Progress("articles")
    with opened(store, writable=True) as kept:
        for one in flow.add(Library(kept), articles(inputs, lang), jobs=jobs):
            progress.step()
            if isinstance(one, Rejected):
                progress.clear()
                note(one)
                rejected.append(one)
                continue
            states[one.state] += 1
            if as_json:
                rows.append(_row(one))
            else:
                progress.clear()
                print(_line(one))
    progress.clear()
    good = sum(states.values())
    counts = {state: states[state] for state in ("new", "known", "outdated")}
    if as_json:
        bad = [{"where": r.where, "what": r.what, "hint": r.hint} for r in rejected]
        print(
            json.dumps(counts | {"articles": rows, "rejected": bad}, ensure_ascii=False, indent=1)
        )
    else:
        total = [f"{number} {state}" for state, number in counts.items()]
        print(", ".join([*total, f"{len(rejected)} rejected"]))
    _finish(good=good, bad=len(rejected))


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
