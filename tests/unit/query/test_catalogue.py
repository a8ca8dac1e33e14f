"""Every catalogued question: complete, plain SPARQL 1.1, the same in two engines, as expected."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, QuerySolutions, Store
from rdflib import Dataset
from rdflib.plugins.sparql import prepareQuery
from rdflib.term import Node

from kg.query import catalog
from kg.query.catalog import Query
from kg.query.params import TYPES, bind
from kg.query.run import ask
from kg.query.source import query as run
from kg.query.table import render

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "queries"
QUERIES = list(catalog.load().values())
QUESTIONS = [one for one in QUERIES if one.group != "quality"]
GROUPS = {"people", "relations", "domains", "events", "evidence", "quality"}
# A value for every type, to run each question as narrowly as it can be asked.
NARROW = {
    "country": "TR", "pair": "KZ-TR", "domain": "health", "portfolio": "health",
    "office": "ambassador", "person": "Koca", "article": "tr-seed", "sentence": "tr-seed#2",
    "date": "2024-01-01", "integer": "1", "decimal": "0.7", "text": "sağlık",
}  # fmt: skip


def name(one: Query) -> str:
    return one.name


def examples(one: Query) -> dict[str, str]:
    return {param.name: param.example for param in one.params if param.example}


def narrow(one: Query) -> dict[str, str]:
    return {p.name: NARROW.get(p.type) or p.allowed[0] for p in one.params}


def variables(one: Query, store: Store) -> list[str]:
    found = run(store, bind(one, examples(one), store))
    assert isinstance(found, QuerySolutions)
    return [variable.value for variable in found.variables]


def test_catalogue_is_wide() -> None:
    assert {one.group for one in QUERIES} == GROUPS
    assert len(QUESTIONS) >= 28
    assert len(QUERIES) - len(QUESTIONS) >= 10


@pytest.mark.parametrize("one", QUERIES, ids=name)
def test_front_matter_is_complete_in_both_languages(one: Query) -> None:
    texts = [one.title, one.question]
    texts += [param.label for param in one.params] + [column.label for column in one.columns]
    assert all(text.tr.strip() and text.en.strip() for text in texts)
    assert one.question.tr.endswith("?")
    assert one.question.en.endswith("?")
    assert one.tags
    for param in one.params:
        assert param.type in TYPES
        assert bool(param.allowed) == (param.type in {"choice", "class"})
        slot = rf"^ *VALUES \?{param.name} \{{ UNDEF \}}$"
        assert len(re.findall(slot, one.text, re.MULTILINE)) == 1
    assert len(re.findall(r"\{ UNDEF \}", one.text)) == len(one.params)


@pytest.mark.parametrize("one", QUERIES, ids=name)
def test_answer_has_the_declared_columns(one: Query, gold: Store) -> None:
    assert variables(one, gold) == [column.name for column in one.columns]


@pytest.mark.parametrize("one", QUESTIONS, ids=name)
def test_every_question_can_show_its_sentences(one: Query, gold: Store) -> None:
    answer = ask(gold, one, examples(one), evidence=True, lang="en")
    names = [column.name for column in answer.columns]
    sentence, exact = names.index("sentence"), names.index("exact")
    assert answer.rows
    for row in answer.rows:
        if row[sentence] is not None:
            assert isinstance(row[exact], Literal)
            assert row[exact].value


def tokens(value: object) -> str:
    """Return a term as text; the items of a list in one order, unbound like empty."""
    if value is None:
        return ""
    text = str(value.value if hasattr(value, "value") and not isinstance(value, Node) else value)
    return " ".join(sorted(text.split(" ")))


def rows_of_rdflib(dataset: Dataset, text: str) -> Iterator[tuple[str, ...]]:
    for row in dataset.query(text):
        assert isinstance(row, tuple)
        yield tuple(map(tokens, row))


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib warns of itself
@pytest.mark.parametrize("how", [examples, narrow])
@pytest.mark.parametrize("one", QUERIES, ids=name)
def test_two_engines_agree(one: Query, how: object, few: Store, few_in_rdflib: Dataset) -> None:
    given = examples(one) if how is examples else narrow(one)
    if how is examples:  # persons who stand in the few articles of this test
        given = {key: value for key, value in given.items() if key != "person"}
        given |= {p.name: "Koca" for p in one.params if p.type == "person" and p.required}
    text = bind(one, given, few)
    prepareQuery(text)
    found = run(few, text)
    assert isinstance(found, QuerySolutions)
    ours = Counter(tuple(map(tokens, row)) for row in found)
    theirs = Counter(rows_of_rdflib(few_in_rdflib, text))
    # rdflib prints 0.60 and true as their own lexical forms, which are the canonical ones here.
    assert ours == theirs


@pytest.mark.parametrize("one", QUESTIONS, ids=name)
def test_answer_is_the_expected_one(
    one: Query, gold: Store, request: pytest.FixtureRequest
) -> None:
    answer = render(ask(gold, one, examples(one), lang="en"), "csv")
    assert len(answer.splitlines()) > 1
    expected = GOLDEN / f"{one.name}.csv"
    if request.config.getoption("--update-golden"):
        expected.write_text(answer, "utf-8", newline="")
    with expected.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(answer.splitlines())) == list(csv.reader(file))


def test_no_golden_answer_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.glob("*.csv")} == {one.name for one in QUESTIONS}


def test_open_parameter_means_any(gold: Store) -> None:
    one = catalog.get("ministers")
    everyone = set(ask(gold, one).rows)
    turkish = set(ask(gold, one, {"country": "TR"}).rows)
    assert turkish < everyone


def test_sub_topics_belong_to_their_domain(named: Store) -> None:
    base = "https://w3id.org/bilateral-kg"
    named.update(
        f"INSERT DATA {{ GRAPH <{base}/article/x/s/0> {{ <{base}/cooperation/KZ-TR/x> "
        f"a <{base}/ontology#Cooperation> ; <{base}/ontology#evidence> <{base}/article/x/s/0> ; "
        f"<{base}/ontology#relation> <{base}/relation/KZ-TR> ; "
        f"<{base}/ontology#domain> <{base}/domain/health/pharmaceuticals> }} }}"
    )
    one = replace(catalog.get("partners-in-domain"))
    answer = ask(named, one, {"country": "Kazakistan", "domain": "sağlık"}, lang="tr")
    assert [answer.text(row[1]) for row in answer.rows] == ["Sağlık", "İlaç"]
    named.update(f"DROP GRAPH <{base}/article/x/s/0>")
