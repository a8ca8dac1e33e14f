"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg.config import Settings
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.ingest.base import Rejected
    from kg.model.text import Article
    from kg.store.oxigraph import OxigraphStore

LANGUAGES = ("tr", "en", "ru", "kk")
_AUTO = "auto"


def store(parser: argparse.ArgumentParser) -> None:
    """Add ``--store``."""
    default = os.environ.get("KG_STORE") or str(Settings().store)
    text = f"the store, a folder (default: KG_STORE, or {Settings().store}; now {default})"
    parser.add_argument("--store", metavar="FOLDER", default=default, help=text)


def reading(parser: argparse.ArgumentParser) -> None:
    """Add what commands that read articles take."""
    text = "files (.txt .md .json .jsonl, also .gz), folders, or - for standard input"
    parser.add_argument("inputs", metavar="INPUT", nargs="+", help=text)
    text = "worker processes (default: 1)"
    parser.add_argument("-j", "--jobs", metavar="N", type=_count, default=1, help=text)
    text = "the articles' language, where it should not be found"
    parser.add_argument("--lang", choices=(*LANGUAGES, _AUTO), default=_AUTO, help=text)


def speech(parser: argparse.ArgumentParser) -> None:
    """Add ``--lang`` for commands that show names."""
    spoken = os.environ.get("KG_LANG")
    default = spoken if spoken in LANGUAGES else "en"
    text = f"the language of names and titles (default: KG_LANG, or en; now {default})"
    parser.add_argument("--lang", choices=LANGUAGES, default=default, help=text)


def printing(parser: argparse.ArgumentParser, forms: tuple[str, ...], default: str) -> None:
    """Add ``--format`` and ``--output``."""
    text = f"how to print: {', '.join(forms)} (default: {default})"
    parser.add_argument(
        "-f", "--format", dest="form", metavar="FORMAT", choices=forms, default=default, help=text
    )
    text = "write there, not to standard output"
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=text)


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"not a positive number: {text!r}")
    return int(text)


@contextmanager
def opened(name: str, *, writable: bool = False) -> Iterator[OxigraphStore]:
    """Open the store that ``--store`` names.

    Raises:
        ConfigError: a store that is an address on the web.
        StoreError: the store cannot be opened.
    """
    from kg.store.oxigraph import OxigraphStore  # noqa: PLC0415  the engine loads on demand

    settings = Settings(store=Path(name))
    if name.startswith(("http://", "https://")):
        raise ConfigError(
            "stores on the web are not supported yet", where=name, hint="name a folder"
        )
    with OxigraphStore(settings.store, writable=writable, patience=settings.patience) as found:
        yield found


def articles(inputs: list[str], lang: str) -> Iterator[Article | Rejected]:
    """Yield the articles of ``inputs``, in the language that ``--lang`` names."""
    from kg.ingest.read import read_all  # noqa: PLC0415  loads with the command
    from kg.model.text import Article  # noqa: PLC0415

    for one in read_all(inputs, Settings()):
        if lang != _AUTO and isinstance(one, Article):
            yield replace(one, lang=lang)
        else:
            yield one
