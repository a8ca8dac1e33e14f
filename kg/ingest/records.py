"""JSON and JSON Lines: an object with title, text and any of id lang published publisher url.

Other keys are ignored, so annotated records are valid input.
"""

from __future__ import annotations

import json
import re
from datetime import date

from kg.errors import UnreadableSourceError
from kg.ingest.base import article
from kg.ingest.decode import decode
from kg.model.text import Article

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?")


def read(data: bytes, identifier: str, where: str) -> Article:
    """Return the article that a JSON object holds; its ``id`` wins over ``identifier``.

    Raises:
        UnreadableSourceError: the bytes are no such object, or a key has the wrong type.
    """
    record = _object(decode(data, where), where)
    if "text" not in record:
        raise UnreadableSourceError('the key "text" is missing', where=where, hint=_HINT)
    name = record.get("id")
    return article(
        _string(record, "text", where) or "",
        identifier if name is None or name == "" else str(name),
        where,
        title=_string(record, "title", where),
        lang=_language(_string(record, "lang", where)),
        published=_published(_string(record, "published", where), where),
        publisher=_string(record, "publisher", where),
        url=_string(record, "url", where),
    )


_HINT = "an article is an object with title and text"


def _object(text: str, where: str) -> dict[str, object]:
    try:
        record: object = json.loads(text)
    except json.JSONDecodeError as error:
        spot = f"line {error.lineno}, column {error.colno}"
        raise UnreadableSourceError(
            f"not JSON at {spot}: {error.msg}", where=where, hint=_HINT
        ) from error
    except (RecursionError, ValueError) as error:  # nested too deep, or a number too long
        raise UnreadableSourceError("not usable JSON", where=where, hint=_HINT) from error
    if not isinstance(record, dict):
        raise UnreadableSourceError("not a JSON object", where=where, hint=_HINT)
    return record


def _string(record: dict[str, object], key: str, where: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    raise UnreadableSourceError(f'"{key}" is not a string', where=where, hint=_HINT)


def _language(value: str | None) -> str | None:
    """Return the primary subtag: ``tr-TR`` is ``tr``; None where the language is to be found."""
    return (value or "").replace("_", "-").partition("-")[0].strip().lower() or None


def _published(value: str | None, where: str) -> str | None:
    """Return the date without the time: ``2024-05-07``, ``2024-05`` or ``2024``."""
    if not value or not value.strip():
        return None
    found = _DATE.fullmatch(value.strip())
    if found:
        year, month, day = found.groups()
        try:
            date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            found = None
    if not found:
        raise UnreadableSourceError(
            f'"published" is not an ISO date: {value[:40]!r}', where=where, hint="write 2024-05-07"
        )
    return "-".join(part for part in found.groups() if part)
