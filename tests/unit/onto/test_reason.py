"""The reasoner: what follows from the ontology, and what contradicts it."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from kg.errors import ConfigError, ShapeError
from kg.iri import BASE, BKG
from kg.onto import java
from kg.onto import reason as module
from kg.onto.reason import Reasoned, reason, reasoning_slice
from kg.onto.turtle import TBOX, read

NEEDS_JAVA = pytest.mark.skipif(
    shutil.which("java") is None, reason="needs the Debian package default-jre-headless"
)
VALID = Path(__file__).parents[2] / "fixtures" / "shapes" / "valid.trig"
PREFIXES = f"""
@base <{BASE}> .
@prefix bkg: <{BKG}> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
DIFFERENT = "http://www.w3.org/2002/07/owl#AllDifferent"


def data(turtle: str) -> bytes:
    triples = parse((PREFIXES + turtle).encode(), RdfFormat.TURTLE)
    return serialize((quad.triple for quad in triples), format=RdfFormat.N_TRIPLES) or b""


def valid() -> bytes:
    quads = parse(VALID.read_bytes(), RdfFormat.TRIG)
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def kinds(outcome: Reasoned, name: str) -> set[str]:
    return {iri.removeprefix(BKG) for iri in outcome.types[BASE + name]}


@NEEDS_JAVA
def test_the_ontology_alone_is_consistent_and_every_class_can_have_members() -> None:
    outcome = reason()
    assert outcome.consistent
    assert outcome.unsatisfiable == ()
    assert outcome.types == {}


@NEEDS_JAVA
def test_minister_and_ambassador_follow_from_offices_alone() -> None:
    outcome = reason(
        data(
            """
            <tenure/1> bkg:holder <person/ada> ; bkg:post <post/TR/minister/health> ;
                bkg:attestedOn "2023-05-01"^^xsd:date .
            <post/TR/minister/health> bkg:office <office/minister> ; bkg:ofCountry <country/TR> .
            <tenure/2> bkg:holder <person/can> ; bkg:post <post/KZ/ambassador/TR> .
            <post/KZ/ambassador/TR> bkg:office <office/ambassador> ; bkg:ofCountry <country/KZ> .
            <tenure/3> bkg:holder <person/efe> ; bkg:post <post/TR/mayor/x> .
            <post/TR/mayor/x> bkg:office <office/mayor> ; bkg:ofCountry <country/TR> .
            <person/ada> a bkg:Person . <person/can> a bkg:Person . <person/efe> a bkg:Person .
            """
        )
    )
    assert outcome.consistent
    person = {"Agent", "Person"}
    assert kinds(outcome, "person/ada") == person | {"Minister"}
    assert kinds(outcome, "person/can") == person | {"Ambassador", "Diplomat"}
    assert kinds(outcome, "person/efe") == person | {"Mayor"}
    post = {"Post", "AmbassadorialPost", "DiplomaticPost"}
    assert kinds(outcome, "post/KZ/ambassador/TR") == post
    assert kinds(outcome, "tenure/1") == {"Fact", "Tenure"}


@NEEDS_JAVA
def test_a_whole_article_graph_is_consistent() -> None:
    outcome = reason(valid())
    assert outcome.consistent
    assert "Minister" in kinds(outcome, "person/ada")
    assert "Ambassador" in kinds(outcome, "person/can")
    assert kinds(outcome, "event/meeting") == {"Event", "Fact", "Meeting"}


@NEEDS_JAVA
@pytest.mark.parametrize(
    ("added", "conflict"),
    [
        (
            "<relation/KZ-TR> bkg:party <country/AZ> .",
            {
                "relation/KZ-TR a BilateralRelation",
                "relation/KZ-TR party country/AZ",
                "relation/KZ-TR party country/KZ",
                "relation/KZ-TR party country/TR",
            },
        ),
        (
            "<person/ada> a bkg:Country .",
            {"person/ada a Country", "person/ada a Person"},
        ),
        (
            "<post/KZ/ambassador/TR> bkg:ofCountry <country/AZ> .",
            {
                "post/KZ/ambassador/TR a AmbassadorialPost",
                "post/KZ/ambassador/TR ofCountry country/AZ",
                "post/KZ/ambassador/TR ofCountry country/KZ",
            },
        ),
        (
            "<event/meeting> a bkg:Visit .",
            {"event/meeting a Meeting", "event/meeting a Visit"},
        ),
        (
            "<tenure/ada> bkg:confidence 1.5 .",
            {'tenure/ada confidence "1.5"'},
        ),
    ],
    ids=["three parties", "person is country", "two senders", "two event types", "confidence"],
)
def test_a_contradiction_is_reduced_to_the_assertions_at_fault(
    added: str, conflict: set[str]
) -> None:
    outcome = reason(valid() + data(added))
    assert not outcome.consistent
    assert set(outcome.conflict) == conflict


def test_the_slice_leaves_out_dates_texts_and_foreign_terms() -> None:
    quads = parse(VALID.read_bytes(), RdfFormat.TRIG)
    triples = reasoning_slice(read(*TBOX), (quad.triple for quad in quads))
    kept = {triple.predicate.value.removeprefix(BKG) for triple in triples}
    assert {"holder", "confidence", "former", "status"} <= kept
    assert not {"date", "attestedOn", "validFrom", "validUntil", "demonym"} & kept
    assert not {name for name in kept if name.startswith("http://purl.org")}


def different(turtle: str) -> int:
    triples = [quad.triple for quad in parse((PREFIXES + turtle).encode(), RdfFormat.TURTLE)]
    found = reasoning_slice(read(*TBOX), triples)
    assert sum(getattr(t.object, "value", "") == DIFFERENT for t in found) == (len(triples) > 1)
    return sum(t.predicate.value.endswith("#first") for t in found)


def test_countries_are_declared_different_from_one_another() -> None:
    assert different("<relation/x> bkg:party <country/TR> .") == 0
    assert different("<relation/x> bkg:party <country/TR> , <country/KZ> , <country/AZ> .") == 3


def test_broken_data_are_refused() -> None:
    with pytest.raises(ShapeError, match="give N-Triples or N-Quads"):
        reason(b"<a> <b")


def test_a_machine_without_java_is_told_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java.shutil, "which", lambda _: None)
    with pytest.raises(ConfigError, match="apt install default-jre-headless"):
        reason()


@NEEDS_JAVA
def test_an_ontology_that_contradicts_itself_is_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    owl = "http://www.w3.org/2002/07/owl#"
    absurd = f"<{owl}Thing> <http://www.w3.org/2000/01/rdf-schema#subClassOf> <{owl}Nothing> ."
    more = [quad.triple for quad in parse(absurd.encode(), RdfFormat.N_TRIPLES)]
    monkeypatch.setattr(module, "read", lambda *names: [*read(*names), *more])
    with pytest.raises(ShapeError, match="the ontology contradicts itself"):
        reason()


@NEEDS_JAVA
def test_a_class_that_can_have_no_member_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    sub = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
    absurd = f"<{BKG}Call> <{sub}> <{BKG}Visit> ."
    more = [quad.triple for quad in parse(absurd.encode(), RdfFormat.N_TRIPLES)]
    monkeypatch.setattr(module, "read", lambda *names: [*read(*names), *more])
    assert reason().unsatisfiable == (BKG + "Call",)
