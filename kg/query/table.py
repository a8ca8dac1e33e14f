"""Show an answer: for people (table, md, csv) with names, for programs (tsv, json, xml) as terms.

``tsv``, ``json`` and ``xml`` are the W3C's formats of SPARQL results, ``turtle`` is for
graphs; a list is there what the query made of it, one text with a space between values.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import textwrap
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import Literal, NamedNode, RdfFormat, serialize

from kg.errors import QueryError
from kg.iri import BASE
from kg.query.answer import Answer, Cell, Term
from kg.rdf.terms import PREFIXES

_GAP = "  "
_NARROWEST = 8
_EVIDENCE = ["sentence", "exact"]  # the columns that --evidence adds
_INDENT = "    "
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_RESULTS = "http://www.w3.org/2005/sparql-results#"


def render(answer: Answer, form: str, *, width: int | None = None) -> str:
    """Return the answer in a format of ``FORMATS``; every line ends with a line end.

    Args:
        answer: What ``ask`` returned.
        form: ``table csv tsv json xml md turtle``.
        width: Characters of a line of a ``table``; None: the terminal's.

    Raises:
        QueryError: no such format, or a table to be printed as Turtle.
    """
    if form == "table":
        return _table(answer, width or shutil.get_terminal_size((100, 24)).columns)
    if form not in FORMATS:
        raise QueryError("no such format", where=form, hint=f"one of {', '.join(FORMATS)}")
    return FORMATS[form](answer)


def _flat(text: str) -> str:
    """Return ``text`` on one line; an article's control characters must not reach a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _table(answer: Answer, width: int = 100) -> str:
    head = [column.label.say(answer.lang) or column.name for column in answer.columns]
    body = [[_flat(answer.text(cell)) for cell in row] for row in answer.rows]
    if len(head) > len(_EVIDENCE) and [c.name for c in answer.columns][-2:] == _EVIDENCE:
        return _with_sentences(head, body, width)
    widths = _fit([max(map(len, cells)) for cells in zip(head, *body, strict=True)], width)
    lines = _wrapped(head, widths)
    lines.append(_GAP.join("─" * wide for wide in widths))
    for row in body:
        lines += _wrapped(row, widths)
    return "".join(f"{line}\n" for line in lines)


def _with_sentences(head: list[str], body: list[list[str]], width: int) -> str:
    """Return a table whose rows are followed by the sentences that prove them.

    A column beside the others would be too narrow to read; rows that differ in their sentence
    only are one row with several sentences.
    """
    cut = -len(_EVIDENCE)
    widths = _fit(
        [max(map(len, c)) for c in zip(head[:cut], *(r[:cut] for r in body), strict=True)], width
    )
    lines = _wrapped(head[:cut], widths)
    lines.append(_GAP.join("─" * wide for wide in widths))
    before: list[str] | None = None
    for row in body:
        if row[:cut] != before:
            before = row[:cut]
            lines += _wrapped(before, widths)
        sentence, exact = row[cut:]
        quote = f"“{exact}” ({sentence})"
        lines += textwrap.wrap(quote, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
    return "".join(f"{line}\n" for line in lines)


def _fit(widths: list[int], width: int) -> list[int]:
    """Return the columns' widths, the widest ones narrowed until a line fits."""
    room = width - len(_GAP) * (len(widths) - 1)
    widths = [max(wide, 1) for wide in widths]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths


def _wrapped(cells: list[str], widths: list[int]) -> list[str]:
    columns = [textwrap.wrap(cell, wide) for cell, wide in zip(cells, widths, strict=True)]
    height = max(map(len, columns), default=0)
    filled = [column + [""] * (height - len(column)) for column in columns]
    return [
        _GAP.join(part.ljust(wide) for part, wide in zip(parts, widths, strict=True)).rstrip()
        for parts in zip(*filled, strict=True)
    ]


def _markdown(answer: Answer) -> str:
    head = [column.label.say(answer.lang) or column.name for column in answer.columns]
    rows = [[answer.text(cell) for cell in row] for row in answer.rows]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(_markdown_cell, line))} |\n" for line in lines)


def _markdown_cell(text: str) -> str:
    quiet = _flat(text).replace("\\", "\\\\").replace("|", "\\|")
    return quiet.replace("<", "&lt;")


def _csv(answer: Answer) -> str:
    out = io.StringIO()
    writer = csv.writer(out)  # its defaults are RFC 4180: commas, doubled quotes, CRLF
    writer.writerow([column.name for column in answer.columns])
    writer.writerows([answer.text(cell) for cell in row] for row in answer.rows)
    return out.getvalue()


def _tsv(answer: Answer) -> str:
    head = "\t".join(f"?{column.name}" for column in answer.columns)
    rows = (
        "\t".join("" if one is None else str(one) for one in _plain(row)) for row in answer.rows
    )
    return "".join(f"{line}\n" for line in (head, *rows))


def _json(answer: Answer) -> str:
    if answer.form == "ask":
        return f"{json.dumps({'head': {}, 'boolean': _holds(answer)})}\n"
    names = [column.name for column in answer.columns]
    rows = [
        {name: _json_term(one) for name, one in zip(names, _plain(row), strict=True) if one}
        for row in answer.rows
    ]
    data = {"head": {"vars": names}, "results": {"bindings": rows}}
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n"


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value == _STRING:
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}


def _xml(answer: Answer) -> str:
    names = [column.name for column in answer.columns]
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in names)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<sparql xmlns="{_RESULTS}">']
    if answer.form == "ask":
        lines += ["<head/>", f"<boolean>{str(_holds(answer)).lower()}</boolean>"]
    else:
        lines += [f"<head>{head}</head>", "<results>"]
        for row in answer.rows:
            bound = (pair for pair in zip(names, _plain(row), strict=True) if pair[1] is not None)
            cells = (
                f"<binding name={quoteattr(name)}>{_xml_term(one)}</binding>" for name, one in bound
            )
            lines.append(f"<result>{''.join(cells)}</result>")
        lines.append("</results>")
    return "".join(f"{line}\n" for line in (*lines, "</sparql>"))


def _xml_term(term: Term | None) -> str:
    if isinstance(term, Literal):
        kind = ""
        if term.language:
            kind = f" xml:lang={quoteattr(term.language)}"
        elif term.datatype.value != _STRING:
            kind = f" datatype={quoteattr(term.datatype.value)}"
        return f"<literal{kind}>{_xml_text(term.value)}</literal>"
    return f"<uri>{_xml_text(term.value if term else '')}</uri>"


def _xml_text(text: str) -> str:
    """Return ``text`` escaped, without the control characters that XML 1.0 cannot hold."""
    return escape("".join(c if c >= " " or c in "\t\n\r" else " " for c in text))


def _turtle(answer: Answer) -> str:
    if answer.form != "construct":
        raise QueryError("a table cannot be Turtle", hint="write CONSTRUCT, or choose csv or json")
    prefixes = {**PREFIXES, "": BASE}
    data = serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=prefixes)
    return (data or b"").decode()


def _holds(answer: Answer) -> bool:
    return answer.rows[0][0] == Literal(True)  # noqa: FBT003 (the term, not a switch)


def _plain(row: tuple[Cell, ...]) -> list[Term | None]:
    """Return the row with each list as the one text that the query made of it."""
    return [
        Literal(" ".join(one.value for one in cell)) if isinstance(cell, tuple) else cell
        for cell in row
    ]


FORMATS: Mapping[str, Callable[[Answer], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "xml": _xml,
    "md": _markdown,
    "turtle": _turtle,
}
