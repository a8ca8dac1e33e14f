"""Quality queries: silent on the gold graph, and each finds the fault that it is for."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from kg.query import catalog
from kg.query.catalog import Query
from kg.query.run import ask

QUALITY = {one.name: one for one in catalog.load().values() if one.group == "quality"}
PREFIXES = """PREFIX : <https://w3id.org/bilateral-kg/> PREFIX schema: <https://schema.org/>
PREFIX bkg: <https://w3id.org/bilateral-kg/ontology#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX fact: <https://w3id.org/bilateral-kg/fact/> PREFIX s: <https://w3id.org/bilateral-kg/s/>
PREFIX office: <https://w3id.org/bilateral-kg/office/> PREFIX c: <https://w3id.org/bilateral-kg/country/>
"""
TWICE = """fact:t1 bkg:post fact:post ; bkg:holder fact:p1 . fact:p1 skos:prefLabel "Işıl Çağ" .
fact:t2 bkg:post fact:post ; bkg:holder fact:p2 . fact:p2 skos:prefLabel "IŞIL ÇAĞ"@tr ."""
FUTURE = """fact:x bkg:date "2024-03-02"^^xsd:date ; bkg:status "occurred" ; bkg:evidence s:1 .
s:1 bkg:article fact:a . fact:a schema:datePublished "2024-03-01"^^xsd:date ."""
# query -> triples of the sentence graph s:1, and how many rows they give
BROKEN = {
    "ambassador-without-state": (
        "fact:post bkg:office office:ambassador . fact:t bkg:post fact:post ; bkg:holder fact:p .",
        1,
    ),
    "article-parts": ("fact:a a bkg:Article ; schema:inLanguage 'tr' ; bkg:sha256 '0' .", 2),
    "confidence-range": ("fact:x bkg:evidence s:1 ; bkg:confidence 1.2 .", 1),
    "contradictory-status": ("fact:x bkg:status 'occurred' , 'cancelled' .", 1),
    "cooperation-parts": ("fact:x a bkg:Cooperation ; bkg:relation fact:r .", 1),
    "direction-outside-parties": ("fact:x bkg:party c:KZ ; bkg:actor c:KZ ; bkg:target c:TR .", 1),
    "event-parties": ("fact:x a bkg:Event , bkg:Meeting ; bkg:party c:KZ .", 1),
    "evidence-not-stating": ("fact:x bkg:evidence s:1 , s:2 ; a bkg:Meeting .", 1),
    "fact-outside-sentence": ("fact:x a bkg:Meeting ; bkg:party c:KZ .", 1),
    "fact-without-evidence": ("fact:x a bkg:Agreement .", 1),
    "half-stated": ("fact:x a bkg:Tenure ; bkg:evidence s:1 ; bkg:holder fact:p .", 1),
    "occurred-in-the-future": (FUTURE, 1),
    "relation-parties": ("fact:r a bkg:BilateralRelation ; bkg:party c:KZ , c:TR , c:UZ .", 1),
    "same-person-twice": (TWICE, 1),
    "sentence-offsets": ("s:1 a bkg:Sentence ; bkg:begin 0 ; bkg:finish 3 ; bkg:exact 'kısa' .", 1),
    "tenure-parts": ("fact:x a bkg:Tenure ; bkg:holder fact:p , fact:q ; bkg:post fact:o .", 1),
    "unlabelled": ("fact:p a bkg:Person .", 1),
}


def test_every_quality_query_has_a_broken_graph() -> None:
    assert set(BROKEN) == set(QUALITY)


@pytest.mark.parametrize("one", QUALITY.values(), ids=lambda one: one.name)
def test_gold_graph_has_no_fault(one: Query, gold: Store) -> None:
    assert ask(gold, one).rows == ()


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_fault_is_found(name: str) -> None:
    triples, rows = BROKEN[name]
    store = Store()
    store.update(f"{PREFIXES} INSERT DATA {{ GRAPH s:1 {{ {triples} }} }}")
    assert len(ask(store, QUALITY[name]).rows) == rows


def test_cooperation_on_a_domain_and_its_sub_topic_is_no_fault() -> None:
    store = Store()
    triples = "fact:x a bkg:Cooperation ; bkg:relation fact:r ; bkg:domain fact:d , fact:e ."
    store.update(f"{PREFIXES} INSERT DATA {{ GRAPH s:1 {{ {triples} }} }}")
    assert len(ask(store, QUALITY["cooperation-parts"]).rows) == 1
    store.update(f"{PREFIXES} INSERT DATA {{ fact:e skos:broader fact:d }}")
    assert ask(store, QUALITY["cooperation-parts"]).rows == ()


def test_graphs_beside_the_facts_are_no_fault() -> None:
    store = Store()
    store.update(f"{PREFIXES} INSERT DATA {{ GRAPH :graph\\/inferred {{ fact:x a bkg:Meeting }} }}")
    assert ask(store, QUALITY["fact-outside-sentence"]).rows == ()
