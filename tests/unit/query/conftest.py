"""The gold graph in a store, and a small part of it in rdflib."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable

import gold_graph
import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import Dataset

FEW = ("en-d-001", "ru-d-003", "tr-d-020", "tr-seed")
Lines = Callable[[Iterable[str] | None], list[str]]


@pytest.fixture(scope="session")
def gold_lines() -> Lines:
    return gold_graph.lines


def load(lines: Iterable[str]) -> Store:
    store = Store()
    store.bulk_load("\n".join(lines).encode(), format=RdfFormat.N_QUADS)
    return store


@pytest.fixture(scope="session")
def gold(gold_lines: Lines) -> Store:
    return load(gold_lines(None))


@pytest.fixture(scope="session")
def few(gold_lines: Lines) -> Store:
    return load(gold_lines(FEW))


@pytest.fixture(scope="session")
def few_in_rdflib(gold_lines: Lines) -> Dataset:
    dataset = Dataset(default_union=True)
    with warnings.catch_warnings():  # rdflib 7.6 warns of what it does itself
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset.parse(data="\n".join(gold_lines(FEW)), format="nquads")
    return dataset


REFERENCE = """
@prefix : <https://w3id.org/bilateral-kg/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix bkg: <https://w3id.org/bilateral-kg/ontology#> .
GRAPH <https://w3id.org/bilateral-kg/graph/reference> {
  <https://w3id.org/bilateral-kg/country/KZ> a bkg:Country ;
    skos:altLabel "Kazakistan Cumhuriyeti"@tr ;
    skos:prefLabel "Kazakistan"@tr , "Kazakhstan"@en , "Казахстан"@ru , "Қазақстан"@kk .
  <https://w3id.org/bilateral-kg/country/TR> a bkg:Country ;
    skos:prefLabel "Türkiye"@tr , "Türkiye"@en , "Турция"@ru , "Түркия"@kk .
  <https://w3id.org/bilateral-kg/country/GW> a bkg:Country ;
    skos:prefLabel "Gine-Bissau"@tr , "Guinea-Bissau"@en .
  <https://w3id.org/bilateral-kg/domain/health> a bkg:CooperationDomain ;
    skos:prefLabel "Sağlık"@tr , "Health"@en .
  <https://w3id.org/bilateral-kg/domain/health/pharmaceuticals> a bkg:CooperationDomain ;
    skos:prefLabel "İlaç"@tr , "Pharmaceuticals"@en ;
    skos:broader <https://w3id.org/bilateral-kg/domain/health> .
  <https://w3id.org/bilateral-kg/portfolio/foreign-affairs> a bkg:Portfolio ;
    skos:prefLabel "Dışişleri"@tr , "Foreign affairs"@en .
  <https://w3id.org/bilateral-kg/office/ambassador> a bkg:OfficeKind ;
    skos:prefLabel "Büyükelçi"@tr , "Ambassador"@en .
}
"""


@pytest.fixture(scope="session")
def named(gold_lines: Lines) -> Store:
    """The gold graph with reference data: names of two states, a domain and so on."""
    store = load(gold_lines(None))
    store.load(REFERENCE.encode(), format=RdfFormat.TRIG)
    return store
