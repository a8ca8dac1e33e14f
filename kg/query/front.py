"""Front matter of a query file: comment lines that start with ``#+``.

The lines hold a small part of YAML, so that other tools can read them too: ``key: value``,
``key: [a, b]``, ``key: {a: x, b: "y, z"}``, and a key alone with indented lines below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from kg.errors import QueryError

Item: TypeAlias = "str | tuple[str, ...] | dict[str, Item]"
Front: TypeAlias = "dict[str, Item]"

MARK = "#+"
_LINE = re.compile(r"(?P<indent> *)(?P<key>[\w-]+):(?: +(?P<value>.*))?")
_PAIR = re.compile(r' *(?P<key>[\w-]+): *(?P<value>"[^"]*"|[^,"]*?) *(?:,|$)')


def parse(text: str, where: str) -> Front:
    """Return the front matter of a query; empty if it has none.

    Args:
        text: The whole file.
        where: The file's name, for messages.

    Raises:
        QueryError: a ``#+`` line that is not of the forms above, or a key given twice.
    """
    front: Front = {}
    open_blocks: list[tuple[int, Front]] = [(-1, front)]
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith(MARK) or not line.removeprefix(MARK).strip():
            continue
        place = f"{where}:{number}"
        found = _LINE.fullmatch(line.removeprefix(MARK).rstrip())
        if found is None:
            raise QueryError("not a line of front matter", where=place, hint="write key: value")
        depth = len(found["indent"])
        while open_blocks[-1][0] >= depth:
            open_blocks.pop()
        block = open_blocks[-1][1]
        if found["key"] in block:
            raise QueryError(f"{found['key']} is given twice", where=place)
        item = _item(found["value"] or "", place)
        block[found["key"]] = item
        if isinstance(item, dict):
            open_blocks.append((depth, item))
    return front


def _item(value: str, place: str) -> Item:
    """Return the value of one line: a text, a list or a (still open) mapping."""
    if value.startswith("{") and value.endswith("}"):
        return dict(_pairs(value[1:-1], place))
    if value.startswith("[") and value.endswith("]"):
        return tuple(filter(None, (part.strip() for part in value[1:-1].split(","))))
    return _scalar(value) if value else {}


def _pairs(body: str, place: str) -> list[tuple[str, str]]:
    pairs = []
    at = 0
    while body[at:].strip():
        found = _PAIR.match(body, at)
        if found is None:
            raise QueryError("not a mapping", where=place, hint='write {key: value, key: "a, b"}')
        pairs.append((found["key"], _scalar(found["value"])))
        at = found.end()
    return pairs


def _scalar(value: str) -> str:
    return value[1:-1] if value.startswith('"') and value.endswith('"') else value


def text_of(front: Mapping[str, Item], key: str, where: str) -> str:
    """Return the text under ``key``, or an empty one.

    Raises:
        QueryError: there is something other than a text.
    """
    item = front.get(key, "")
    if not isinstance(item, str):
        raise QueryError(f"{key} must be a text", where=where)
    return item


def words_of(front: Mapping[str, Item], key: str, where: str) -> tuple[str, ...]:
    """Return the list under ``key``, or an empty one.

    Raises:
        QueryError: there is something other than a list.
    """
    item = front.get(key, ())
    if not isinstance(item, tuple):
        raise QueryError(f"{key} must be a list", where=where)
    return item


def block_of(front: Mapping[str, Item], key: str, where: str) -> Front:
    """Return the mapping under ``key``, or an empty one.

    Raises:
        QueryError: there is something other than a mapping.
    """
    item = front.get(key, {})
    if not isinstance(item, dict):
        raise QueryError(f"{key} must be a mapping", where=where)
    return item
