"""The scorer: what it pairs, what it counts, and that it can say no."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import score as scorer
from pyoxigraph import RdfFormat, parse
from score_rows import BASE, by_identifier

from kg import iri

GOLD = {
    "id": "made-up",
    "lang": "en",
    "positions": [
        {"person": "Ada Lale", "kind": "ambassador", "country": "KZ", "portfolio": None}
        | {"accredited_to": "TR", "organization": None, "former": False}
    ],
    "events": [
        {"type": "meeting", "countries": ["KZ", "TR"], "participants": ["Ada Lale", "Can Ak"]}
        | {"place": None, "date": "2024-03-15", "status": "occurred", "domains": ["health"]}
    ],
    "cooperation": [{"countries": ["TR", "KZ"], "domain": "health"}],
    "agreements": [{"type": "protocol", "parties": ["KZ", "TR"], "status": "signed"}],
    "statements": [{"speaker": "Ada Lale", "domains": ["health"], "stance": "positive"}],
}
FACTS = """
PREFIX bkg: <https://w3id.org/bilateral-kg/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX : <https://w3id.org/bilateral-kg/>
BASE <https://w3id.org/bilateral-kg/>
<article/a> { <article/a> a bkg:Article ; dcterms:identifier "made-up" }
<article/a/s/0> {
  <person/1> skos:prefLabel "ADA LALE" . <person/2> skos:altLabel "Can Ak" .
  <tenure/1> bkg:holder <person/1> ; bkg:post <post/1> .
  <post/1> bkg:office <office/ambassador> ; bkg:ofCountry <country/KZ> ;
    bkg:accreditedTo <country/TR> .
  <event/1> a bkg:Meeting ; bkg:party <country/KZ>, <country/TR> ; bkg:domain <domain/health/x> ;
    bkg:participant <person/1>, <person/2> ; bkg:status "occurred" ; bkg:date "2024-03-15" .
  <cooperation/1> a bkg:Cooperation ; bkg:relation <relation/KZ-TR> ; bkg:domain <domain/health> .
  <agreement/1> a bkg:Agreement ; bkg:party <country/KZ>, <country/TR> ;
    bkg:agreementType "protocol" ; bkg:status "signed" .
  <statement/1> a bkg:Statement ; bkg:speaker <person/1> ; bkg:domain <domain/health> ;
    bkg:stance "positive" .
}
"""


def outcome(facts: str) -> scorer.Row:
    graphs = by_identifier(parse(facts.encode(), format=RdfFormat.TRIG))
    return scorer.score([GOLD], graphs)


def extra(result: scorer.Row) -> dict[str, int]:
    return {layer: result[layer]["extra"] for layer in scorer.LAYERS if result[layer]["extra"]}


def test_right_graph_scores_one() -> None:
    result = outcome(FACTS)
    assert result["all"] == {
        **dict.fromkeys(("precision", "recall", "f1"), 1.0),
        "gold": 5,
        "hits": 5,
        "extra": 0,
    }
    assert result["wrong_per_100_articles"] == 0
    assert set(result["details"].values()) == {1.0}


def test_each_wrong_slot_costs_its_row() -> None:
    assert extra(outcome(FACTS.replace("office/ambassador", "office/consul"))) == {"positions": 1}
    assert extra(outcome(FACTS.replace("bkg:Meeting", "bkg:Call"))) == {"events": 1}
    assert extra(
        outcome(FACTS.replace("domain <domain/health> .\n  <agr", "domain <domain/x> .\n  <agr"))
    ) == {"cooperation": 1}
    assert extra(outcome(FACTS.replace('"signed"', '"planned"'))) == {"agreements": 1}
    assert extra(outcome(FACTS.replace("speaker <person/1>", "speaker <person/2>"))) == {
        "statements": 1
    }


def test_half_of_the_names_is_enough() -> None:
    assert outcome(FACTS.replace("<person/1>, <person/2> ;", "<person/1> ;"))["events"]["hits"] == 1
    more = FACTS.replace("<person/1>, <person/2> ;", "<person/1>, <person/3>, <person/4> ;")
    assert outcome(more)["events"]["hits"] == 0


def test_fact_outside_the_article_is_not_read() -> None:
    assert outcome(FACTS.replace("<article/a/s/0> {", "<graph/inferred> {"))["all"]["hits"] == 0


def test_second_event_is_extra() -> None:
    result = outcome(FACTS.replace("<event/1> a", "<event/2> a bkg:Visit . <event/1> a"))
    assert (result["events"]["hits"], extra(result)) == (1, {"events": 1})
    assert result["wrong_per_100_articles"] == 100


def test_pairing_finds_the_larger_match() -> None:
    fits = {("a", 1), ("a", 2), ("b", 1)}
    pairs, missed, left = scorer.match(["a", "b"], [1, 2], lambda g, p: (g, p) in fits)
    assert (sorted(pairs), missed, left) == ([("a", 2), ("b", 1)], [], [])


def test_names_fold_turkish_letters() -> None:
    assert scorer.same_name("İlham Işık", {"ILHAM ISIK"})
    assert scorer.same_name("Kasım Jomart Tokayev", {"Kasım Tokayev"})
    assert not scorer.same_name("Fahrettin Koca", {"Koca"})


def test_command_line_prints_a_table(tmp_path: Path) -> None:
    (tmp_path / "made-up.json").write_text(json.dumps(GOLD), "utf-8")
    (tmp_path / "facts.trig").write_text(FACTS, "utf-8")
    command = [sys.executable, scorer.__file__, str(tmp_path), str(tmp_path / "facts.trig")]
    table = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "all          P 1.000  R 1.000  F1 1.000  gold    5  extra    0" in table
    command += ["--lang", "tr"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2


def test_base_is_the_projects() -> None:
    assert iri.BASE == BASE
