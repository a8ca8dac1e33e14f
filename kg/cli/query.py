"""kg query: catalogued questions and SPARQL of one's own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.options import opened, printing, speech, store
from kg.cli.out import bold, write
from kg.errors import BadParameterError, ConfigError, UnknownQueryError

if TYPE_CHECKING:
    from kg.query.catalog import Query

_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "md")
_SUFFIX = ".rq"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``kg query``."""
    text = "a catalogued question, a file with SPARQL, or - for standard input"
    parser.add_argument("name", metavar="NAME|FILE.rq|-", nargs="?", help=text)
    text = "a parameter of the question; may be repeated"
    parser.add_argument(
        "-p", "--param", dest="params", metavar="NAME=VALUE", action="append", help=text
    )
    text = "show the sentences that prove each row"
    parser.add_argument("--evidence", action="store_true", help=text)
    text = "show all catalogued questions"
    parser.add_argument("--list", dest="listed", action="store_true", help=text)
    text = "show the SPARQL that would be run"
    parser.add_argument("--explain", action="store_true", help=text)
    printing(parser, _FORMATS, "table")
    speech(parser)
    store(parser)


def query(args: argparse.Namespace) -> int:
    """Answer a question from the store.

    kg query --list
    kg query who-met-whom -p pair=KZ-TR --evidence
    kg query who-met-whom --explain
    kg query my-question.rq --format csv
    echo 'SELECT ?s { ?s ?p ?o } LIMIT 5' | kg query -
    """
    from kg.query import params as binding  # noqa: PLC0415  the engine loads with the command
    from kg.query.run import ask  # noqa: PLC0415
    from kg.query.table import render  # noqa: PLC0415

    if args.listed:
        write(_catalogue(args.lang), args.output)
        return 0
    if args.name is None:
        raise ConfigError("which question?", hint="kg query --list shows them all")
    question = _question(args.name)
    given = dict(_pair(one) for one in args.params or ())
    with opened(args.store) as source:
        if args.explain:
            bound = binding.bind(question, given, source)
            write(_explained(question, bound, args.lang), args.output)
            return 0
        answer = ask(source, question, given, evidence=args.evidence, lang=args.lang)
    write([render(answer, args.form)], args.output)
    return 0


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


def _catalogue(lang: str) -> Iterator[str]:
    """Yield the questions, by group."""
    from kg.query import catalog  # noqa: PLC0415

    everything = catalog.load().values()
    margin = max((len(one.name) for one in everything), default=0)
    for group, questions in groupby(everything, key=lambda one: one.group):
        yield f"{bold(group)}\n"
        for one in questions:
            names = " ".join(param.name for param in one.params)
            yield f"  {one.name:<{margin}}  {one.title.say(lang)}{f' [{names}]' if names else ''}\n"


def _explained(question: Query, bound: str, lang: str) -> Iterator[str]:
    """Yield what the question asks, what it takes, and its SPARQL with the parameters bound."""
    if words := question.question.say(lang):
        yield f"{bold(words)}\n"
    for param in question.params:
        default = f", default {param.default}" if param.default else ""
        example = f", such as {param.example}" if param.example else ""
        kind = "|".join(param.allowed) or param.type
        yield f"  -p {param.name}=  {param.label.say(lang)} ({kind}{default}{example})\n"
    yield bound if bound.endswith("\n") else bound + "\n"
