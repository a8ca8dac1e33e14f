"""kg query: catalogued questions and SPARQL of one's own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, OutputOption, Speech, SpeechOption, StoreOption, opened
from kg.cli.out import bold, write
from kg.errors import BadParameterError, ConfigError, UnknownQueryError

if TYPE_CHECKING:
    from kg.query.catalog import Query

_SUFFIX = ".rq"


class Format(StrEnum):
    """What an answer is printed as."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    MD = "md"


def query(  # noqa: PLR0913, PLR0917  one parameter for each option
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME|FILE.rq|-", help="A catalogued question, a file, or standard input."
        ),
    ] = None,
    params: Annotated[
        list[str] | None,
        typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter of the question."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print.")] = Format.TABLE,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="Show the sentences that prove each row.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show all catalogued questions.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the SPARQL that would be run.")
    ] = False,
    output: OutputOption = None,
    lang: SpeechOption = Speech.EN,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Answer a question from the store.

    \b
    kg query --list
    kg query who-met-whom -p country=KZ --evidence
    kg query who-met-whom --explain
    kg query my-question.rq --format csv
    echo 'SELECT ?s { ?s ?p ?o } LIMIT 5' | kg query -
    """  # noqa: D301  click keeps the lines below its mark
    from kg.query import params as binding  # noqa: PLC0415  the engine loads with the command
    from kg.query.run import ask  # noqa: PLC0415
    from kg.query.table import render  # noqa: PLC0415

    if listed:
        write(_catalogue(lang), output)
        return
    if name is None:
        raise ConfigError("which question?", hint="kg query --list shows them all")
    question = _question(name)
    given = dict(_pair(one) for one in params or [])
    with opened(store) as source:
        if explain:
            write(_explained(question, binding.bind(question, given, source), lang), output)
            return
        answer = ask(source, question, given, evidence=evidence, lang=lang.value)
    write([render(answer, form.value)], output)


def _question(name: str) -> Query:
    """Return the question that the argument means."""
    from kg.query import catalog  # noqa: PLC0415

    if name == "-":
        return catalog.parse(sys.stdin.read(), "-", where="standard input")
    if not name.endswith(_SUFFIX):
        return catalog.get(name)
    path = Path(name)
    try:
        return catalog.parse(path.read_text("utf-8-sig"), path.stem, where=name)
    except (OSError, UnicodeDecodeError) as error:
        missing = isinstance(error, FileNotFoundError)
        what = "no such file" if missing else "cannot be read as UTF-8 text"
        raise UnknownQueryError(what, where=name) from error


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name:
        raise BadParameterError("not a parameter", where=text, hint="write name=value")
    return name.strip(), value


def _catalogue(lang: Speech) -> Iterator[str]:
    """Yield the questions, by group."""
    from kg.query import catalog  # noqa: PLC0415

    everything = catalog.load().values()
    margin = max((len(one.name) for one in everything), default=0)
    for group, questions in groupby(everything, key=lambda one: one.group):
        yield f"{bold(group)}\n"
        for one in questions:
            names = " ".join(param.name for param in one.params)
            yield f"  {one.name:<{margin}}  {one.title.say(lang)}{f' [{names}]' if names else ''}\n"


def _explained(question: Query, bound: str, lang: Speech) -> Iterator[str]:
    """Yield what the question asks, what it takes, and its SPARQL with the parameters bound."""
    if words := question.question.say(lang):
        yield f"{bold(words)}\n"
    for param in question.params:
        default = f", default {param.default}" if param.default else ""
        example = f", such as {param.example}" if param.example else ""
        kind = "|".join(param.allowed) or param.type
        yield f"  -p {param.name}=  {param.label.say(lang)} ({kind}{default}{example})\n"
    yield bound if bound.endswith("\n") else bound + "\n"
