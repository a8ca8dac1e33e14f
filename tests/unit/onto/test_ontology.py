"""The ontology is complete, documented, free of dangling names, and OWL 2 DL."""

import shutil
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

import kg
from kg.errors import ConfigError, OntologyError
from kg.iri import BASE, BKG
from kg.onto import java, turtle
from kg.onto.profile import violations
from kg.onto.turtle import TBOX, described, read

NEEDS_JAVA = pytest.mark.skipif(
    shutil.which("java") is None, reason="needs the Debian package default-jre-headless"
)
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
KINDS = {
    OWL + kind for kind in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
}
STANDARD = (OWL, RDF, RDFS, "http://www.w3.org/2001/XMLSchema#", "http://www.w3.org/ns/shacl#")
VOCABULARY = """
    Country Person Organization Place Post MinisterialPost AmbassadorialPost Tenure Minister
    Ambassador BilateralRelation CooperationDomain Cooperation Agreement Statement Initiative
    Article Sentence Event Meeting Call Visit Signing Message Accreditation Aid Opening Exercise
    Protest Downgrade Sanction OfficeKind Portfolio Title
    holder post attestedOn validFrom validUntil former office ofCountry portfolio accreditedTo
    seat ofOrganization party relation domain status participant place date actor target
    agreementType speaker stance text proposedBy evidence confidence rule article exact begin
    finish index sha256 iso2 iso3 demonym metonym ambiguousForm capital inCountry eurovoc governs
    atEvent signedAt participatingOrganization
"""
OFFICES = """
    head-of-state head-of-government deputy-head minister deputy-minister ambassador
    charge-daffaires consul envoy spokesperson parliament-speaker member-of-parliament governor
    mayor military-commander head-of-agency head-of-organization monarch other-official
"""


def declared(*names: str) -> dict[str, str]:
    """Return the IRIs that the files declare as a class or property, each with its kind."""
    return {
        triple.subject.value: triple.object.value
        for triple in read(*names)
        if triple.predicate.value == RDF + "type"
        and isinstance(triple.object, NamedNode)
        and triple.object.value in KINDS
    }


def own() -> list[str]:
    return sorted(iri for iri in declared("bilateral") if iri.startswith(BKG))


def texts(predicate: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in read("bilateral"):
        if triple.predicate.value == predicate and isinstance(triple.subject, NamedNode):
            language = triple.object.language
            assert language not in found[triple.subject.value], triple
            found[triple.subject.value][language] = triple.object.value
    return found


def names(triples: list[Triple]) -> set[str]:
    return {
        term.value
        for triple in triples
        for term in (triple.subject, triple.predicate, triple.object)
        if isinstance(term, NamedNode)
    }


@pytest.mark.parametrize("name", VOCABULARY.split())
def test_the_vocabulary_is_defined(name: str) -> None:
    assert BKG + name in declared("bilateral")


@pytest.mark.parametrize("predicate", [RDFS + "label", SKOS + "definition"])
def test_each_term_is_described_in_turkish_and_english(predicate: str) -> None:
    found = texts(predicate)
    for iri in own():
        assert set(found[iri]) == {"tr", "en"}, iri
        assert all(text == text.strip() != "" for text in found[iri].values()), iri
    definitions = predicate == SKOS + "definition"
    for iri, pair in found.items():
        assert all(text.endswith(".") is definitions for text in pair.values()), iri


def test_no_two_classes_share_a_label_or_definition() -> None:
    classes = {iri for iri, kind in declared("bilateral").items() if kind == OWL + "Class"}
    for predicate in (RDFS + "label", SKOS + "definition"):
        met = Counter(
            (language, text)
            for iri, pair in texts(predicate).items()
            if iri in classes
            for language, text in pair.items()
        )
        assert [key for key, count in met.items() if count > 1] == []


def test_the_header_has_title_licence_and_the_version_of_the_package() -> None:
    header = {
        triple.predicate.value: triple.object.value
        for triple in read("bilateral")
        if triple.subject == NamedNode(BKG.removesuffix("#"))
    }
    assert header[OWL + "versionInfo"] == kg.__version__
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    assert header["http://purl.org/dc/terms/license"] == licence
    assert "http://purl.org/dc/terms/title" in header
    assert OWL + "imports" not in header


@pytest.mark.parametrize("name", ["bilateral", "align", "shapes"])
def test_no_name_of_ours_is_used_without_being_defined(name: str) -> None:
    used = {iri for iri in names(read(name)) if iri.startswith(BKG)}
    assert used - set(declared("bilateral")) == set()


@pytest.mark.parametrize("name", [name for name in described() if name not in TBOX])
def test_the_lexicon_uses_defined_names_only(name: str) -> None:
    used = {iri for iri in names(read(name)) if iri.startswith(BKG)}
    assert used - set(declared("bilateral")) == set()


def test_shapes_name_only_things_that_the_files_define() -> None:
    triples = read("shapes")
    subjects = {t.subject.value for t in triples if isinstance(t.subject, NamedNode)}
    shapes = {iri for iri in names(triples) if iri.startswith(BASE + "shape/")}
    assert shapes == subjects
    paths = [t.object.value for t in triples if t.predicate.value.endswith("shacl#path")]
    assert set(paths) - set(declared("bilateral")) == {RDF + "type"}


def test_foreign_terms_are_declared_and_nothing_else() -> None:
    known = declared(*TBOX)
    individuals = (BASE + "office/", "http://www.wikidata.org/entity/", BKG.removesuffix("#"))
    for iri in names(read(*TBOX)):
        if iri.startswith((*STANDARD, *individuals)) or "creativecommons.org" in iri:
            continue
        assert iri in known, iri


def test_each_kind_of_office_has_its_own_classes() -> None:
    classes = declared("bilateral")
    for property_ in ("postClass", "holderClass"):
        found = {
            t.subject.value.removeprefix(BASE + "office/"): t.object.value
            for t in read("bilateral")
            if t.predicate.value == BKG + property_
        }
        assert sorted(found) == sorted(OFFICES.split())
        assert len(set(found.values())) == len(OFFICES.split())
        assert all(classes[iri] == OWL + "Class" for iri in found.values())


def test_each_object_property_of_ours_has_domain_and_range() -> None:
    triples = read("bilateral")
    for iri, kind in declared("bilateral").items():
        if not iri.startswith(BKG) or kind == OWL + "AnnotationProperty":
            continue
        if kind == OWL + "Class":
            continue
        stated = [t.predicate.value for t in triples if t.subject == NamedNode(iri)]
        assert stated.count(RDFS + "domain") == 1, iri
        assert stated.count(RDFS + "range") == 1 or kind == OWL + "DatatypeProperty", iri


def test_each_event_class_has_a_plover_category() -> None:
    events = {
        t.subject.value
        for t in read("bilateral")
        if t.predicate.value == RDFS + "subClassOf" and t.object == NamedNode(BKG + "Event")
    }
    coded = {t.subject.value for t in read("align") if t.predicate.value == BKG + "ploverCategory"}
    assert len(events) == 12
    assert coded == events


def test_dates_stay_out_of_the_ontology() -> None:
    # The reasoner stops at xsd:date even as a range.
    dates = ("date", "gYear", "gYearMonth")
    assert not {iri for iri in names(read(*TBOX)) if iri.rpartition("#")[2] in dates} - {
        BKG + "date"
    }


@NEEDS_JAVA
def test_the_ontology_is_owl_2_dl() -> None:
    assert violations() == []


@NEEDS_JAVA
def test_the_whole_ontology_with_its_lexicon_is_owl_2_dl() -> None:
    assert violations(read(*described())) == []


@NEEDS_JAVA
def test_a_breach_of_the_profile_is_named() -> None:
    chained = f"<{BKG}holdsPost> a <{OWL}IrreflexiveProperty> ."
    unknown = f"<{BASE}x> a <{BKG}Meetng> ."
    more = [q.triple for q in parse(f"{chained}\n{unknown}".encode(), RdfFormat.TURTLE)]
    found = violations([*read(*TBOX), *more])
    assert len(found) == 2
    assert "non-simple property" in found[0]
    assert "holdsPost" in found[0]
    assert "undeclared class" in found[1]
    assert "Meetng" in found[1]


def test_a_machine_without_java_is_told_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java.shutil, "which", lambda _: None)
    with pytest.raises(ConfigError, match="apt install default-jre-headless"):
        violations()


@pytest.mark.parametrize(
    ("message", "error", "match"),
    [
        ("error: module jdk.compiler not found", ConfigError, "default-jdk-headless"),
        ("\nOutOfMemoryError: heap\n  at x", OntologyError, r"^Profile\.java: OutOfMemory.*heap$"),
    ],
)
def test_a_java_that_fails_is_quoted(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    message: str,
    error: type[Exception],
    match: str,
) -> None:
    false_java = tmp_path / "java"
    false_java.write_text(f"#!/bin/sh\necho '{message}' >&2\nexit 1\n")
    false_java.chmod(0o755)
    monkeypatch.setattr(java, "java", lambda: str(false_java))
    with pytest.raises(error, match=match):
        violations([])


def test_a_file_that_is_missing_or_broken_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "bilateral.ttl").write_text("<a> <b> .")
    monkeypatch.setattr(turtle, "folder", lambda _: tmp_path)
    with pytest.raises(OntologyError, match=r"^ontology/bilateral\.ttl: "):
        read("bilateral")
    with pytest.raises(OntologyError, match=r"^ontology/align\.ttl: the file is missing$"):
        read("align")


def test_literals_carry_a_language_the_project_knows() -> None:
    for triple in read(*described()):
        if isinstance(triple.object, Literal) and triple.object.language:
            assert triple.object.language in {"tr", "en", "ru", "kk"}, triple
        assert not isinstance(triple.subject, BlankNode) or triple.predicate.value.startswith(
            (OWL, RDF, RDFS, "http://www.w3.org/2001/XMLSchema#")
        )
