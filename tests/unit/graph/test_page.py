from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.errors import UnknownQueryError
from kg.graph.facts import facts
from kg.graph.html import html
from kg.graph.measures import counts
from kg.graph.page import Page, find, page, pages
from kg.graph.project import graphml, project
from kg.iri import BASE

# The graph that keeps to every shape: two posts, two events and one of each other fact.
VALID = Path(__file__).parents[2] / "fixtures" / "shapes" / "valid.trig"
MORE = """
@base <https://w3id.org/bilateral-kg/> .
@prefix bkg: <https://w3id.org/bilateral-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<graph/reference> {
  <country/KZ> skos:prefLabel "Kazakhstan"@en , "Kazakistan"@tr .
  <country/TR> skos:prefLabel "Türkiye"@en .
  <office/minister> skos:prefLabel "minister"@en .
  <office/ambassador> skos:prefLabel "ambassador"@en .
  <portfolio/health> skos:prefLabel "Health"@en .
  <domain/health> skos:prefLabel "Health"@en . <domain/trade> skos:prefLabel "Trade"@en .
  <domain/health/pharmaceuticals> skos:broader <domain/health> .
  bkg:Meeting rdfs:label "Meeting"@en , "Görüşme"@tr . bkg:participant rdfs:label "participant"@en .
}
<article/a> { <article/a/s/10> a bkg:Sentence ; bkg:article <article/a> ; bkg:exact "<b>Onuncu" . }
<article/a/s/10> {
  <event/meeting> bkg:evidence <article/a/s/10> ; bkg:rule "again" .
  <statement/x> a bkg:Statement ; bkg:speaker <person/ada> ; bkg:domain <domain/trade> ;
    bkg:evidence <article/a/s/10> ; bkg:confidence 0.7 ; bkg:rule "say" .
}
"""


@pytest.fixture(scope="module")
def source() -> Store:
    store = Store()
    store.load(VALID.read_bytes(), format=RdfFormat.TRIG)
    store.load(MORE, format=RdfFormat.TRIG)
    return store


def titles(shown: Page) -> list[str]:
    return [fact.title for section in shown.sections for fact in section.facts]


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("KZ", "country/KZ"),
        ("Kazakistan", "country/KZ"),
        ("country/TR", "country/TR"),
        ("tr-kz", "relation/KZ-TR"),
        ("Türkiye ve Kazakistan", "relation/KZ-TR"),
        ("Ada", "person/ada"),
        ("health", "domain/health"),
        ("a.txt", "article/a"),
        (f"{BASE}event/meeting", "event/meeting"),
        ("event/meeting", "event/meeting"),
    ],
)
def test_things_are_found_by_what_people_call_them(source: Store, name: str, iri: str) -> None:
    assert find(source, name) == [BASE + iri]


@pytest.mark.parametrize(
    "name", ["nobody", "", "KZ-DE", "event/none", "event/x> ?p ?o } #", "a\nb"]
)
def test_an_unknown_thing_is_named(source: Store, name: str) -> None:
    with pytest.raises(UnknownQueryError, match="knows nothing"):
        find(source, name)


def test_a_page_of_a_pair_has_every_kind_of_fact(source: Store) -> None:
    shown = page(source, f"{BASE}relation/KZ-TR", "en")
    assert shown.title == "Kazakhstan – Türkiye"
    assert titles(shown) == [
        "Tenure", "Meeting", "Protest", "Cooperation", "Agreement",
        "Initiative: doktorların eğitimi",
    ]  # fmt: skip
    (tenure,) = shown.sections[0].facts
    assert ("post", "ambassador, Kazakhstan, Türkiye") in tenure.rows


def test_a_fact_shows_labels_values_and_its_sentences_in_order(source: Store) -> None:
    (meeting,) = facts(source, f"VALUES ?f {{ <{BASE}event/meeting> }}", "en")
    assert ("participant", "Ada; Can") in meeting.rows
    assert ("date", "2023-05-01") in meeting.rows
    assert [proof.where for proof in meeting.proofs] == ["a.txt#0", "a.txt#10"]
    assert meeting.proofs[0].words == "Bakan Ada, Büyükelçi Can'la görüştü."
    assert not {"evidence", "rule", "confidence"} & {label for label, _ in meeting.rows}


def test_names_follow_the_language(source: Store) -> None:
    shown = page(source, f"{BASE}country/KZ", "tr")
    assert shown.title == "Kazakistan"
    assert "Görüşme" in titles(shown)


@pytest.mark.parametrize(
    ("iri", "number"),
    [
        ("person/ada", 4),  # tenure, meeting, two statements
        ("domain/health", 3),
        ("domain/trade", 1),
        ("article/a", 9),
        ("organization/red-crescent", 1),
        ("event/meeting", 1),
        ("country/TR", 7),
    ],
)
def test_pages_have_the_facts_that_speak_of_the_thing(source: Store, iri: str, number: int) -> None:
    assert len(titles(page(source, BASE + iri, "en"))) == number


def test_all_pages_together_show_every_fact_with_a_last_page_for_the_rest(source: Store) -> None:
    shown = list(pages(source, "en"))
    everything = {fact.iri for one in shown for section in one.sections for fact in section.facts}
    assert len(everything) == 9
    assert [one.title for one in shown] == ["Kazakhstan – Türkiye", ""]


def test_html_is_one_page_that_asks_for_nothing_and_runs_nothing(source: Store) -> None:
    text = "".join(html(source, "en"))
    assert "&lt;b&gt;Onuncu" in text
    assert not any(mark in text for mark in ("<script", "src=", "@import", "url(", "http"))
    assert text.count("<article>") == text.count("</article>") == 9
    assert 'href="#part-0"' in text
    assert "<h2>Facts of one state</h2>" in text


def test_counts_are_of_things_not_of_rows(source: Store) -> None:
    found = counts(source)
    wanted = {
        "articles": 1,
        "sentences": 2,
        "persons": 2,
        "events": 2,
        "statements": 2,
        "tenures": 2,
    }
    assert {name: found[name] for name in wanted} == wanted
    assert found["pairs of states"] == found["cooperations"] == found["agreements"] == 1
    assert found["quads"] == sum("/article/" in str(quad.graph_name) for quad in source)


def test_the_graph_of_relations_counts_facts_and_sentences(source: Store) -> None:
    graph = project(source, "en")
    assert graph.nodes["country/KZ"] == {"kind": "country", "label": "Kazakhstan"}
    assert graph.edges["person/ada", "person/can"] == {"weight": 1, "evidence": 2}
    assert graph.edges["country/KZ", "country/TR"]["weight"] == 5
    assert graph.edges["country/TR", "person/ada"]["weight"] == 2  # the tenure and the meeting
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"country", "person", "domain"}


def test_graphml_is_read_back_by_networkx(source: Store) -> None:
    import networkx as nx  # noqa: PLC0415  0.4 s, needed here alone

    text = graphml(source, "en")
    again = nx.parse_graphml(text)
    assert {frozenset(edge) for edge in again.edges} == {
        frozenset(edge) for edge in project(source, "en").edges
    }
    assert graphml(source, "en") == text
