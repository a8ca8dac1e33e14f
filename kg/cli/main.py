"""The program ``kg``: its commands, and how it ends."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg import __version__
from kg.cli import check, query, read, show, store
from kg.cli.out import note
from kg.errors import KgError

_INTERRUPTED = 130


class _Program(TyperGroup):
    """Commands that end with one line and the right exit code, never with a traceback."""

    def invoke(self, ctx: Any) -> object:  # noqa: ANN401  typer names its context's type privately
        """Run the command; turn its faults into a line and an exit code."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            note(f"kg: {error}")
            raise typer.Exit(error.exit_code) from None
        except BrokenPipeError:
            # The reader has seen enough. What is still buffered must not raise again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise typer.Exit(_INTERRUPTED) from None


app = typer.Typer(
    cls=_Program,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (
    read.extract,
    read.add,
    query.query,
    show.show,
    store.stats,
    store.remove,
    check.check,
    store.export,
):
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def program(
    _version_wanted: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Turn diplomatic news into a graph of bilateral relations that shows its sentences.

    \b
    kg extract article.txt             the graph of an article
    kg add articles/                   keep the graphs of a folder
    kg query --list                    the questions it can answer
    kg query who-met-whom --evidence   an answer with the words that prove it
    kg show KZ-TR                      all that is known of a pair of states

    Exit codes: 0 done, 1 something was rejected or a check failed, 2 usage, 3 input,
    4 ontology, 5 shapes, 6 query, 7 store.
    """  # noqa: D301  click keeps the lines below its mark


def main() -> None:
    """Run the program with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app(prog_name="kg")
