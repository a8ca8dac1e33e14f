"""The catalogue: every file of queries/ is one question."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType

from kg.errors import QueryError, UnknownQueryError
from kg.query import front
from kg.resources import folder

SUFFIX = ".rq"
LANGUAGES = ("tr", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Turkish and English."""

    tr: str
    en: str

    def say(self, lang: str) -> str:
        """Return the Turkish words for ``"tr"``, the English ones for any other language."""
        return self.tr if lang == "tr" else self.en


@dataclass(frozen=True, slots=True)
class Param:
    """A parameter: a variable that the query's line ``VALUES ?name { UNDEF }`` leaves open."""

    name: str
    type: str  # a key of kg.query.params.TYPES
    default: str | None  # None: any
    example: str | None  # a value for tests, documentation and forms
    allowed: tuple[str, ...]  # of a choice
    required: bool  # left open, the answer would be everything
    label: Text


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; ``many`` marks a list: values in one text, a space between."""

    name: str
    label: Text
    many: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: its words, its parameters and columns, and its SPARQL as it stands."""

    name: str
    group: str  # people relations domains events evidence quality; empty: not catalogued
    title: Text
    question: Text
    tags: tuple[str, ...]
    params: tuple[Param, ...]
    columns: tuple[Column, ...]
    evidence: str | None  # the column that lists the sentences
    text: str
    where: str  # the file, for messages


@cache
def load() -> Mapping[str, Query]:
    """Return every catalogued query by name, sorted by group and name.

    Raises:
        QueryError: a file whose front matter cannot be read, or a name that stands twice.
    """
    found: dict[str, Query] = {}
    for group, file in _files(folder("queries")):
        name = file.name.removesuffix(SUFFIX)
        query = parse(
            file.read_text("utf-8"), name, group=group, where=f"queries/{group}/{file.name}"
        )
        if name in found:
            raise QueryError("another query has this name", where=query.where)
        found[name] = query
    return MappingProxyType(found)


def get(name: str) -> Query:
    """Return the catalogued query with this name.

    Raises:
        UnknownQueryError: there is none; the hint names similar ones.
    """
    catalogue = load()
    if name in catalogue:
        return catalogue[name]
    near = difflib.get_close_matches(name, catalogue, n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "kg query --list shows them all"
    raise UnknownQueryError("no question with this name", where=name, hint=hint)


def parse(text: str, name: str, *, group: str = "", where: str = "") -> Query:
    """Return the query in ``text``; front matter may be missing (an analyst's own query).

    Raises:
        QueryError: the front matter cannot be read.
    """
    where = where or name
    head = front.parse(text, where)
    return Query(
        name=name,
        group=group,
        title=_words(front.block_of(head, "title", where), where),
        question=_words(front.block_of(head, "question", where), where),
        tags=front.words_of(head, "tags", where),
        params=tuple(_params(front.block_of(head, "params", where), where)),
        columns=tuple(_columns(front.block_of(head, "columns", where), where)),
        evidence=front.text_of(head, "evidence", where) or None,
        text=text,
        where=where,
    )


def _files(root: Traversable) -> Iterator[tuple[str, Traversable]]:
    for group in sorted(root.iterdir(), key=lambda one: one.name):
        if group.is_dir():
            files = [file for file in group.iterdir() if file.name.endswith(SUFFIX)]
            yield from ((group.name, file) for file in sorted(files, key=lambda one: one.name))


def _words(block: front.Front, where: str) -> Text:
    return Text(*(front.text_of(block, lang, where) for lang in LANGUAGES))


def _params(block: front.Front, where: str) -> Iterator[Param]:
    for name in block:
        about = front.block_of(block, name, where)
        yield Param(
            name=name,
            type=front.text_of(about, "type", where),
            default=front.text_of(about, "default", where) or None,
            example=front.text_of(about, "example", where) or None,
            allowed=tuple(front.text_of(about, "allowed", where).split()),
            required=front.text_of(about, "required", where) == "true",
            label=_words(about, where),
        )


def _columns(block: front.Front, where: str) -> Iterator[Column]:
    for name in block:
        about = front.block_of(block, name, where)
        many = front.text_of(about, "many", where) == "true"
        yield Column(name=name, label=_words(about, where), many=many)
