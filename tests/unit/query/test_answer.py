"""Answers and how they look: tables, files for other programs, sentences beside the rows."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, QueryResultsFormat, RdfFormat, Store, parse_query_results
from pyoxigraph import parse as parse_rdf

from kg.errors import QueryError
from kg.iri import BASE
from kg.query import catalog, source
from kg.query.answer import Answer
from kg.query.catalog import Column, Text
from kg.query.run import ask
from kg.query.table import FORMATS, render

ROUGH = Answer(
    (Column("name", Text("Ad", "Name")), Column("who", Text("Kim", "Who"), many=True)),
    (
        (Literal('a "b", c\nd|<i>\x1b[31m', language="tr"), (NamedNode(f"{BASE}country/KZ"),)),
        (None, (NamedNode(f"{BASE}country/KZ"), NamedNode("https://example.org/x"))),
    ),
    {f"{BASE}country/KZ": "Kazakistan"},
)


def test_table_is_aligned_flat_and_named() -> None:
    assert render(ROUGH, "table", width=80).splitlines() == [
        "Ad                   Kim",
        "───────────────────  ─────────────────────────────────",
        'a "b", c d|<i> [31m  Kazakistan',
        "                     Kazakistan; https://example.org/x",
    ]


def test_table_wraps_to_the_width() -> None:
    text = render(ROUGH, "table", width=30)
    assert all(len(line) <= 30 for line in text.splitlines())
    assert len(text.splitlines()) > 4


def test_sentences_stand_below_their_rows() -> None:
    columns = (
        *ROUGH.columns[:1],
        Column("sentence", Text("Cümle", "Sentence")),
        Column("exact", Text("Metin", "Words")),
    )
    rows = [
        (Literal("Koca"), Literal("a#1"), Literal("Koca, Sapiyev ile görüştü.")),
        (Literal("Koca"), Literal("a#2"), Literal("Görüşmede sağlık ele alındı.")),
        (Literal("Sapiyev"), Literal("a#1"), Literal("Koca, Sapiyev ile görüştü.")),
    ]
    assert render(Answer(columns, tuple(rows)), "table", width=80).splitlines() == [
        "Ad",
        "───────",
        "Koca",
        "    “Koca, Sapiyev ile görüştü.” (a#1)",
        "    “Görüşmede sağlık ele alındı.” (a#2)",
        "Sapiyev",
        "    “Koca, Sapiyev ile görüştü.” (a#1)",
    ]


def test_csv_is_rfc_4180_in_utf_8() -> None:
    text = render(ROUGH, "csv")
    assert text.startswith("name,who\r\n")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[1] == ['a "b", c\nd|<i>\x1b[31m', "Kazakistan"]
    assert rows[2] == ["", "Kazakistan; https://example.org/x"]


def test_markdown_keeps_its_columns() -> None:
    lines = render(ROUGH, "md").splitlines()
    assert lines[0] == "| Ad | Kim |"
    assert lines[2] == '| a "b", c d\\|&lt;i> [31m | Kazakistan |'


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("json", QueryResultsFormat.JSON),
        ("xml", QueryResultsFormat.XML),
        ("tsv", QueryResultsFormat.TSV),
    ],
)
def test_other_programs_read_the_terms(form: str, kind: QueryResultsFormat, gold: Store) -> None:
    answer = ask(gold, catalog.get("who-represents"), {"sending": "KZ"}, evidence=True)
    found = parse_query_results(render(answer, form), format=kind)
    names = [column.name for column in answer.columns]
    assert [variable.value for variable in found.variables] == names
    assert [tuple(row[name] for name in names) for row in found] == list(answer.rows)


def test_xml_drops_what_xml_cannot_hold() -> None:
    assert ET.fromstring(render(ROUGH, "xml")).tag.endswith("sparql")  # noqa: S314 (our own)


def test_question_of_yes_or_no(gold: Store) -> None:
    answer = ask(gold, catalog.parse("ASK { ?s ?p ?o }", "stdin"), lang="en")
    assert json.loads(render(answer, "json")) == {"head": {}, "boolean": True}
    assert "<boolean>true</boolean>" in render(answer, "xml")
    assert render(answer, "csv") == "answer\r\ntrue\r\n"


def test_constructed_graph(gold: Store) -> None:
    text = """PREFIX bkg: <https://w3id.org/bilateral-kg/ontology#>
    CONSTRUCT { ?a bkg:relation ?b } WHERE { ?r a bkg:BilateralRelation ; bkg:party ?a , ?b }"""
    answer = ask(gold, catalog.parse(text, "stdin"))
    turtle = render(answer, "turtle")
    assert "@prefix bkg:" in turtle
    back = parse_rdf(turtle.encode(), format=RdfFormat.TURTLE)
    assert {quad.triple for quad in back} == set(answer.triples)
    assert render(answer, "csv").startswith("subject,predicate,object\r\n")


def test_table_is_no_turtle_and_formats_are_listed() -> None:
    with pytest.raises(QueryError, match="a table cannot be Turtle"):
        render(ROUGH, "turtle")
    with pytest.raises(QueryError, match=f"xls: no such format .one of {', '.join(FORMATS)}"):
        render(ROUGH, "xls")


def test_evidence_gives_one_row_for_each_sentence(gold: Store) -> None:
    one = catalog.get("cooperation-domains")
    bare = ask(gold, one, {"pair": "KZ-TR"})
    shown = ask(gold, one, {"pair": "KZ-TR"}, evidence=True, lang="tr")
    assert [column.name for column in shown.columns[-2:]] == ["sentence", "exact"]
    assert [column.name for column in bare.columns] == ["pair", "domain", "status", "speakers"]
    assert len(shown.rows) > len(bare.rows)
    assert {row[:-2] for row in shown.rows} == set(bare.rows)
    health = [row for row in shown.rows if shown.text(row[1]) == "domain/health"]
    cited = [shown.text(row[-2]) for row in health]
    assert "tr-seed#2" in cited
    assert [name for name in cited if name.startswith("tr-seed")] == sorted(
        (name for name in cited if name.startswith("tr-seed")), key=lambda n: int(n.split("#")[1])
    )
    assert any("Fahrettin Koca" in shown.text(row[-1]) for row in health)


@pytest.mark.parametrize(
    ("lang", "names"),
    [("tr", "Kazakistan–Türkiye"), ("en", "Kazakhstan–Türkiye"), ("ru", "Казахстан–Турция")],
)
def test_names_follow_the_language(lang: str, names: str, named: Store) -> None:
    answer = ask(named, catalog.get("cooperation-domains"), {"pair": "KZ-TR"}, lang=lang)
    assert {answer.text(row[0]) for row in answer.rows} == {names}


def test_state_without_a_name_is_called_by_its_code(gold: Store) -> None:
    answer = ask(gold, catalog.get("cooperation-domains"), {"pair": "KZ-TR"})
    assert {answer.text(row[0]) for row in answer.rows} == {"KZ–TR"}


def test_broken_sparql_names_file_line_and_column(gold: Store) -> None:
    broken = catalog.parse("SELECT ?x WHERE {\n  ?x ?y }}", "mine.rq")
    with pytest.raises(QueryError) as caught:
        ask(gold, broken)
    assert re.match(r"mine\.rq:2:\d+: not SPARQL 1\.1: expected", str(caught.value))
    assert "\n" not in str(caught.value)


def test_any_store_with_a_union_of_graphs_will_do(gold: Store) -> None:
    class Wrapped:
        def query(self, text: str, /) -> source.Found:
            return gold.query(text, use_default_graph_as_union=True)

    one = catalog.get("ministers")
    assert ask(Wrapped(), one, {"country": "TR"}) == ask(gold, one, {"country": "TR"})


def test_select_refuses_other_forms(gold: Store) -> None:
    with pytest.raises(TypeError, match="not a SELECT"):
        source.select(gold, "ASK { ?s ?p ?o }")
