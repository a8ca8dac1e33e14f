"""Ask a question: bind its parameters, run it, name what it found, show its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from kg.query import names
from kg.query.answer import Answer, Cell, Term
from kg.query.catalog import Column, Query, Text
from kg.query.params import bind
from kg.query.source import Source, query, select

SENTENCE = Column("sentence", Text(tr="Cümle", en="Sentence"))
EXACT = Column("exact", Text(tr="Metin", en="Words"))
_NO_PARAMS: Mapping[str, str] = {}
_IRI = re.compile(r"https?://\S+")
_DIGITS = re.compile(r"(\d+)")
_PARTS = ("subject", "predicate", "object")


def ask(
    source: Source,
    question: Query,
    params: Mapping[str, str] = _NO_PARAMS,
    *,
    evidence: bool = False,
    lang: str = "tr",
) -> Answer:
    """Return the answer to ``question``.

    Args:
        source: A store; its queries see the union of all graphs.
        question: From the catalogue, or an analyst's own text read by ``catalog.parse``.
        params: Values as people type them, by the parameters' names; absent means default.
        evidence: Whether every row is followed by its sentence and the words of it (a row
            with three sentences then stands three times); else the sentences are left out.
        lang: The language of names: ``"tr"``, ``"en"``, ``"ru"`` or ``"kk"``.

    Raises:
        BadParameterError: a parameter that is not known, or a value of another type.
        QueryError: the text is not SPARQL 1.1.
    """
    found = query(source, bind(question, params, source), question.where)
    if isinstance(found, QueryBoolean):
        verdict = Literal(bool(found))
        column = Column("answer", Text(tr="Yanıt", en="Answer"))
        return Answer((column,), ((verdict,),), lang=lang, form="ask")
    if isinstance(found, QueryTriples):
        return _graph(source, found, lang)
    answer = _table(source, question, found, lang)
    if question.evidence is None:
        return answer
    return _with_evidence(source, answer, question.evidence, show=evidence)


def _graph(source: Source, triples: Iterable[Triple], lang: str) -> Answer:
    ordered = tuple(sorted(set(triples), key=str))
    rows = tuple(tuple(_term(part) for part in triple) for triple in ordered)
    columns = tuple(Column(name, Text(name, name)) for name in _PARTS)
    return Answer(columns, rows, _names(source, rows, lang), lang, "construct", ordered)


def _table(source: Source, question: Query, found: QuerySolutions, lang: str) -> Answer:
    declared = {column.name: column for column in question.columns}
    variables = [variable.value for variable in found.variables]
    columns = tuple(declared.get(name) or Column(name, Text(name, name)) for name in variables)
    rows = [
        tuple(
            _list(solution[one.name]) if one.many else _term(solution[one.name]) for one in columns
        )
        for solution in found
    ]
    answer = Answer(columns, tuple(rows), _names(source, rows, lang), lang)
    return replace(
        answer, rows=tuple(tuple(_in_order(answer, cell) for cell in row) for row in rows)
    )


def _term(value: object) -> Term | None:
    if value is None or isinstance(value, NamedNode | Literal):
        return value
    return Literal(str(value))  # a blank node or triple term of someone else's data


def _list(value: object) -> tuple[Term, ...]:
    """Return the items of a GROUP_CONCAT; engines differ in their order and in "no items"."""
    text = value.value if isinstance(value, Literal | NamedNode) else ""
    return tuple(NamedNode(one) if _IRI.fullmatch(one) else Literal(one) for one in text.split())


def _names(source: Source, rows: Iterable[tuple[Cell, ...]], lang: str) -> dict[str, str]:
    cells = (cell for row in rows for cell in row)
    terms = (one for cell in cells for one in (cell if isinstance(cell, tuple) else (cell,)))
    return names.labels(source, {one.value for one in terms if isinstance(one, NamedNode)}, lang)


def _in_order(answer: Answer, cell: Cell) -> Cell:
    """Return a list in the order of its names; ``#10`` comes after ``#9``."""
    if not isinstance(cell, tuple):
        return cell
    return tuple(sorted(cell, key=lambda one: (_natural(answer.text(one)), one.value)))


def _natural(text: str) -> list[str | int]:
    parts = _DIGITS.split(text.casefold())
    return [int(part) if odd else part for part, odd in zip(parts, _odd(len(parts)), strict=True)]


def _odd(count: int) -> list[bool]:
    return [place % 2 == 1 for place in range(count)]


def _with_evidence(source: Source, answer: Answer, name: str, *, show: bool) -> Answer:
    """Return the answer without its list of sentences, or with one row for each of them."""
    at = next(place for place, column in enumerate(answer.columns) if column.name == name)
    columns = answer.columns[:at] + answer.columns[at + 1 :]
    bare = [(row[:at] + row[at + 1 :], row[at]) for row in answer.rows]
    if not show:
        return replace(answer, columns=columns, rows=tuple(row for row, _ in bare))
    words = _words(source, {one for _, cell in bare for one in _items(cell)})
    rows: list[tuple[Cell, ...]] = []
    for row, cell in bare:
        rows += [(*row, one, words.get(one)) for one in _items(cell)] or [(*row, None, None)]
    return replace(answer, columns=(*columns, SENTENCE, EXACT), rows=tuple(rows))


def _items(cell: Cell) -> tuple[Term, ...]:
    if isinstance(cell, tuple):
        return cell
    return () if cell is None else (cell,)


def _words(source: Source, sentences: Iterable[Term]) -> dict[Term, Term]:
    values = " ".join(sorted(str(one) for one in sentences if isinstance(one, NamedNode)))
    rows = select(source, f"SELECT ?s ?exact {{ VALUES ?s {{ {values} }} ?s bkg:exact ?exact }}")
    return {row["s"]: row["exact"] for row in rows}
