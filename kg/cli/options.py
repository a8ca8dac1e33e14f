"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.config import Settings
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.ingest.base import Rejected
    from kg.model.text import Article
    from kg.store.oxigraph import OxigraphStore


class Lang(StrEnum):
    """Languages that articles are read in."""

    TR = "tr"
    EN = "en"
    RU = "ru"
    KK = "kk"
    AUTO = "auto"


class Speech(StrEnum):
    """Languages that names and questions are shown in."""

    TR = "tr"
    EN = "en"
    RU = "ru"
    KK = "kk"


StoreOption = Annotated[
    str,
    typer.Option(
        "--store", envvar="KG_STORE", metavar="FOLDER", help="The store.", show_envvar=True
    ),
]
InputArguments = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt .md .json .jsonl, also .gz), folders, or - for standard input.",
        show_default=False,
    ),
]
LangOption = Annotated[
    Lang, typer.Option("--lang", help="The articles' language, where it should not be found.")
]
SpeechOption = Annotated[
    Speech, typer.Option("--lang", envvar="KG_LANG", help="The language of names and titles.")
]
JobsOption = Annotated[int, typer.Option("--jobs", "-j", min=1, help="Worker processes.")]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write there, not to standard output."),
]
DEFAULT_STORE = str(Settings().store)


@contextmanager
def opened(store: str, *, writable: bool = False) -> Iterator[OxigraphStore]:
    """Open the store that ``--store`` names.

    Raises:
        ConfigError: a store that is an address on the web.
        StoreError: the store cannot be opened.
    """
    from kg.store.oxigraph import OxigraphStore  # noqa: PLC0415  the engine loads on demand

    settings = Settings(store=Path(store))
    if store.startswith(("http://", "https://")):
        raise ConfigError(
            "stores on the web are not supported yet", where=store, hint="name a folder"
        )
    with OxigraphStore(settings.store, writable=writable, patience=settings.patience) as found:
        yield found


def articles(inputs: list[str], lang: Lang) -> Iterator[Article | Rejected]:
    """Yield the articles of ``inputs``, in the language that ``--lang`` names."""
    from kg.ingest.read import read_all  # noqa: PLC0415  loads with the command
    from kg.model.text import Article  # noqa: PLC0415

    for one in read_all(inputs, Settings()):
        if lang is not Lang.AUTO and isinstance(one, Article):
            yield replace(one, lang=lang.value)
        else:
            yield one
