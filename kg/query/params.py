"""Parameters: what people type becomes RDF terms, or one clear message.

A query leaves a parameter open with a line ``VALUES ?name { UNDEF }``. Binding it replaces
UNDEF by terms that the engine's own N-Triples writer printed, so no text that a user typed
ever stands in a query unescaped.
"""

from __future__ import annotations

import datetime as dt
import decimal
import difflib
import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import BadParameterError
from kg.iri import BASE, BKG, relation, term
from kg.query import names
from kg.query.catalog import Param, Query
from kg.query.source import Source, select

Terms: TypeAlias = "tuple[NamedNode | Literal, ...]"

_XSD = "http://www.w3.org/2001/XMLSchema#"
_CODE = re.compile(r"[A-Za-z]{2}")
_KEY = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_DIGITS = 18  # what every engine can hold
_NUMBER = re.compile(rf"-?\d{{1,{_DIGITS}}}")
_LONGEST = 80  # characters of a typed value that a message repeats
_BETWEEN = re.compile(r"\s*[-–—,/]\s*|\s+(?:ile|ve|and|и|және|мен)\s+")


class _RefusedError(ValueError):
    """A value that a parameter does not take: what is wrong, and what is allowed."""

    def __init__(self, what: str, allowed: str) -> None:
        super().__init__(what)
        self.what, self.allowed = what, allowed


def bind(query: Query, given: Mapping[str, str], source: Source) -> str:
    """Return the text of ``query`` with each parameter bound to the value given or its default.

    Args:
        query: Its text has one line ``VALUES ?name { UNDEF }`` for each parameter.
        given: Values by the parameters' names, as people type them; an empty one means any.
        source: Where names of states, domains, persons ... are looked up.

    Raises:
        BadParameterError: a parameter that the query does not have or that is missing, or a
            value of another type.
    """
    known = {param.name: param for param in query.params}
    for name in given:
        if name not in known:
            hint = f"it takes {', '.join(known)}" if known else "it takes none"
            raise BadParameterError("no such parameter", where=f"{query.name}: {name}", hint=hint)
    text = query.text
    for name, param in known.items():
        value = given.get(name, param.default) or ""
        if value.strip():
            text = _fill(text, name, read(param, value, source, where=query.name))
        elif param.required:
            hint = f"-p {name}={param.example}" if param.example else f"-p {name}=..."
            raise BadParameterError("needs a value", where=f"{query.name}: {name}", hint=hint)
    return text


def read(param: Param, value: str, source: Source, where: str = "") -> Terms:
    """Return the terms that ``value`` names: one, or several persons of one name.

    Raises:
        BadParameterError: the value is not of the parameter's type.
    """
    try:
        # A lone surrogate (a byte of the command line that is not UTF-8) is no text of RDF.
        clean = value.encode("utf-8", "replace").decode("utf-8").strip()
        return TYPES[param.type](param, clean, source)
    except _RefusedError as refused:
        place = ": ".join(filter(None, (where, f"{param.name}={value}")))
        raise BadParameterError(refused.what, where=_line(place), hint=refused.allowed) from None


def _fill(text: str, name: str, terms: Terms) -> str:
    printed = " ".join(str(one) for one in terms)
    slot = re.compile(rf"^(\s*VALUES \?{re.escape(name)} \{{) UNDEF (\}})", re.MULTILINE)
    return slot.sub(lambda match: f"{match[1]} {printed} {match[2]}", text)


def _line(text: str) -> str:
    """Return ``text`` on one line, without control characters, cut if too long."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _near(value: str, known: Mapping[str, tuple[str, ...]]) -> str:
    close = difflib.get_close_matches(names.fold(value), known, n=3, cutoff=0.6)
    return f", did you mean {' or '.join(close)}?" if close else ""


def _own(kind: str, value: str) -> str | None:
    """Return the key of a thing given by its IRI, in full or as ``kind/key``."""
    key = value.removeprefix(BASE).removeprefix(f"{kind}/")
    return key if key != value and _KEY.fullmatch(key) else None


def _concept(kind: str, what: str) -> Callable[[Param, str, Source], Terms]:
    """Return the reader of a closed kind: an id, an IRI, or a label in any language."""

    def take(_: Param, value: str, source: Source) -> Terms:
        known = names.index(source, kind)
        key = _own(kind, value) or value
        found = known.get(names.fold(key), ())
        if not found and not known and _KEY.fullmatch(key):
            return (NamedNode(term(kind, key)),)  # a store without the ontology's names
        if not found:
            raise _RefusedError(f"not {what}", f"an id or a name{_near(value, known)}")
        return tuple(map(NamedNode, found[:1]))

    return take


def _named(kind: str, what: str) -> Callable[[Param, str, Source], Terms]:
    """Return the reader of an open kind: an IRI, a full name, or a part of one (a surname)."""

    def take(_: Param, value: str, source: Source) -> Terms:
        if (key := _own(kind, value)) is not None:
            return (NamedNode(term(kind, key)),)
        known = names.index(source, kind)
        folded = names.fold(value)
        found = set(known.get(folded, ()))
        if folded and not found:
            parts = set(folded.split())
            found = {
                iri for name, iris in known.items() if parts <= set(name.split()) for iri in iris
            }
        if not found:
            raise _RefusedError(
                f"no {what} of this name", f"a name or a part of it{_near(value, known)}"
            )
        return tuple(map(NamedNode, sorted(found)))

    return take


def _country(_: Param, value: str, source: Source) -> Terms:
    return (NamedNode(term("country", _code(value, source))),)


def _code(value: str, source: Source) -> str:
    known = names.index(source, "country")
    key = _own("country", value) or value
    codes = {iri.rpartition("/")[2] for iris in known.values() for iri in iris}
    if _CODE.fullmatch(key) and (key.upper() in codes or not codes):
        return key.upper()
    found = known.get(names.fold(key), ())
    if not found:
        raise _RefusedError("not a state", f"an ISO code or a name{_near(value, known)}")
    return found[0].rpartition("/")[2]


def _pair(_: Param, value: str, source: Source) -> Terms:
    key = _own("relation", value) or value
    for cut in _BETWEEN.finditer(key):
        try:
            first, second = (_code(part, source) for part in (key[: cut.start()], key[cut.end() :]))
        except _RefusedError:
            continue  # a name may hold a hyphen itself: Guinea-Bissau
        if first != second:
            return (NamedNode(relation(first, second)),)
    raise _RefusedError("not a pair of states", "two codes or names, such as KZ-TR")


def _article(_: Param, value: str, source: Source) -> Terms:
    return (NamedNode(_article_iri(value, source)),)


def _article_iri(value: str, source: Source) -> str:
    if (key := _own("article", value)) is not None:
        return term("article", key)
    found = select(source, f"SELECT ?a {{ ?a dcterms:identifier {Literal(value)} }}")
    if not found:
        raise _RefusedError("no article of this name", "its id, file name or IRI")
    return found[0]["a"].value


def _sentence(_: Param, value: str, source: Source) -> Terms:
    key = _own("article", value) or ""
    if re.fullmatch(r"[a-z2-7]+/s/\d+", key):
        return (NamedNode(term("article", key)),)
    article, _mark, index = value.rpartition("#")
    if not article or not index.isascii() or not index.isdigit():
        raise _RefusedError(
            "not a sentence", "an article and an index, such as tr-d-001#3, or an IRI"
        )
    return (NamedNode(f"{_article_iri(article, source)}/s/{int(index)}"),)


def _date(_: Param, value: str, __: Source) -> Terms:
    try:
        day = dt.date.fromisoformat(value) if _DATE.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise _RefusedError("not a date", "a day of the calendar, such as 2024-05-31")
    return (Literal(day.isoformat(), datatype=NamedNode(f"{_XSD}date")),)


def _integer(_: Param, value: str, __: Source) -> Terms:
    if not _NUMBER.fullmatch(value):
        raise _RefusedError("not a whole number", "digits, such as 3")
    return (Literal(str(int(value)), datatype=NamedNode(f"{_XSD}integer")),)


def _decimal(_: Param, value: str, __: Source) -> Terms:
    try:
        number = decimal.Decimal(value)
    except decimal.InvalidOperation:
        number = decimal.Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _DIGITS:
        raise _RefusedError("not a number", "a number, such as 0.7")
    return (Literal(f"{number:f}", datatype=NamedNode(f"{_XSD}decimal")),)


def _text(_: Param, value: str, __: Source) -> Terms:
    return (Literal(value),)


def _choice(param: Param, value: str, _: Source) -> Terms:
    if value.lower() not in param.allowed:
        raise _RefusedError("not one of the choices", ", ".join(param.allowed))
    return (Literal(value.lower()),)


def _class(param: Param, value: str, _: Source) -> Terms:
    (choice,) = _choice(param, value, _)
    return (NamedNode(BKG + choice.value.title().replace("-", "")),)


TYPES: Mapping[str, Callable[[Param, str, Source], Terms]] = {
    "country": _country,
    "pair": _pair,
    "domain": _concept("domain", "a domain of cooperation"),
    "portfolio": _concept("portfolio", "a portfolio"),
    "office": _concept("office", "a kind of office"),
    "person": _named("person", "person"),
    "organization": _named("organization", "organization"),
    "article": _article,
    "sentence": _sentence,
    "date": _date,
    "integer": _integer,
    "decimal": _decimal,
    "text": _text,
    "choice": _choice,
    "class": _class,
}
