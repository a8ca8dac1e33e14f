"""The program ``kg``: its commands, and how it ends."""

from __future__ import annotations

import argparse
import inspect
import io
import os
import sys
from collections.abc import Sequence

from kg import __version__
from kg.cli import check, query, read, show, store
from kg.cli.out import note
from kg.errors import KgError

_INTERRUPTED = 130
_COMMANDS = (
    (read.extract, read.extract_options),
    (read.add, read.add_options),
    (query.query, query.options),
    (show.show, show.options),
    (store.stats, store.stats_options),
    (store.remove, store.remove_options),
    (check.check, check.options),
    (store.export, store.export_options),
)


def program() -> argparse.ArgumentParser:
    """Turn diplomatic news into a graph of bilateral relations that shows its sentences.

    kg extract article.txt             the graph of an article
    kg add articles/                   keep the graphs of a folder
    kg query --list                    the questions it can answer
    kg query who-met-whom --evidence   an answer with the words that prove it
    kg show KZ-TR                      all that is known of a pair of states

    Exit codes: 0 done, 1 something was rejected or a check failed, 2 usage, 3 input,
    4 ontology, 5 shapes, 6 query, 7 store.
    """
    parser = _parser(argparse.ArgumentParser(prog="kg", allow_abbrev=False), program.__doc__)
    parser.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = parser.add_subparsers(title="Commands", metavar="COMMAND", required=True)
    for run, options in _COMMANDS:
        summary = (run.__doc__ or "").partition("\n")[0]
        one = commands.add_parser(run.__name__, help=summary, allow_abbrev=False)
        _parser(one, run.__doc__).set_defaults(run=run)
        options(one)
    return parser


def _parser(parser: argparse.ArgumentParser, text: str | None) -> argparse.ArgumentParser:
    """Let the docstring of a command be its help, examples and line ends included."""
    parser.description = inspect.cleandoc(text or "")
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code.

    Args:
        arguments: Without the program's name; None: those of the process.

    Raises:
        SystemExit: after help, version, or a mistake in the arguments.
    """
    try:
        args = program().parse_args(arguments)
        code: int = args.run(args)
        sys.stdout.flush()
    except KgError as error:
        note(f"kg: {error}")
        return error.exit_code
    except BrokenPipeError:
        # The reader has seen enough. What is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def main() -> None:
    """Run the program with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run())
