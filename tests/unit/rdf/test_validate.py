"""Every shape catches its fault, names it, and leaves good data alone."""

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from kg.errors import OntologyError, ShapeError
from kg.iri import BKG
from kg.onto.turtle import described, read
from kg.rdf import validate as module
from kg.rdf.validate import validate

FOLDER = Path(__file__).parents[2] / "fixtures" / "shapes"
FAULTS = sorted(path.stem for path in FOLDER.glob("*.trig") if path.stem != "valid")
SH = "http://www.w3.org/ns/shacl#"


def graph(*names: str) -> list[Quad]:
    return [
        quad
        for name in names
        for quad in parse((FOLDER / f"{name}.trig").read_bytes(), RdfFormat.TRIG)
    ]


def messages() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for triple in read("shapes"):
        if triple.predicate.value == SH + "message":
            name = triple.subject.value.rpartition("/")[2]
            found.setdefault(name, {})[triple.object.language] = triple.object.value
    return found


def test_a_good_graph_has_no_fault() -> None:
    report = validate(graph("valid"))
    assert report.faults == ()
    assert report.conforms
    report.demand("valid.trig")


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught_by_its_shape_alone(name: str) -> None:
    report = validate(graph("valid", name))
    assert {fault.shape for fault in report.faults} == {name}
    assert not report.conforms
    fault = report.faults[0]
    assert fault.severity == "Violation"
    assert fault.messages == messages()[name]
    assert fault.messages["en"] in fault.line()
    assert fault.messages["tr"] in fault.line("tr")


def test_each_message_of_a_shape_has_a_fixture_and_both_languages() -> None:
    assert sorted(messages()) == FAULTS
    assert all(set(texts) == {"en", "tr"} for texts in messages().values())
    texts = [text for pair in messages().values() for text in pair.values()]
    assert len(set(texts)) == len(texts)


def test_a_fault_names_its_sentence_property_and_value() -> None:
    report = validate(graph("valid", "fact-confidence"))
    assert report.faults[0].line() == (
        "article/a/s/0: tenure/bad: confidence is no decimal between 0 and 1 (confidence, 1.5)"
    )
    assert report.faults[0].graphs == ("https://w3id.org/bilateral-kg/article/a/s/0",)


def test_a_fault_of_reference_data_names_its_graph() -> None:
    report = validate(graph("valid", "country-iso2"))
    assert report.faults[0].line().startswith("article/a: country/AZ: ")
    assert report.faults[0].graphs == (
        "https://w3id.org/bilateral-kg/article/a",
        "https://w3id.org/bilateral-kg/graph/reference",
    )


def test_faults_come_sorted_and_in_any_order_of_quads() -> None:
    quads = graph("valid", "person-name", "event-status", "tenure-holder")
    report = validate(quads)
    assert [fault.shape for fault in report.faults] == [
        "event-status",
        "person-name",
        "tenure-holder",
    ]
    assert validate(reversed(quads)) == report


def test_demand_raises_with_the_first_fault_and_the_count() -> None:
    report = validate(graph("valid", "event-status", "person-name", "tenure-holder"))
    with pytest.raises(ShapeError) as caught:
        report.demand("store")
    assert caught.value.exit_code == 5
    assert str(caught.value) == (
        "store: article/a/s/0: event/bad: event without status or with an unknown one (status)"
        " (and 2 more)"
    )


def test_the_shipped_reference_data_keep_to_the_shapes() -> None:
    quads = [
        Quad(triple.subject, triple.predicate, triple.object)
        for triple in read(*described())
        if not isinstance(triple.subject, BlankNode)
    ]
    assert [fault.line() for fault in validate(quads).faults] == []


def test_the_shape_of_events_knows_every_event_class() -> None:
    sub, first = "http://www.w3.org/2000/01/rdf-schema#subClassOf", "22-rdf-syntax-ns#first"
    events = {
        triple.subject
        for triple in read("bilateral")
        if triple.predicate.value == sub and triple.object == NamedNode(BKG + "Event")
    }
    listed = {
        triple.object
        for triple in read("shapes")
        if triple.predicate.value.endswith(first) and isinstance(triple.object, NamedNode)
    }
    assert listed == events


def test_a_wrong_shapes_file_is_no_fault_of_the_data(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = rdflib.Graph().parse(
        data=f"""
            <x:shape> a <{SH}NodeShape> ; <{SH}targetClass> <{BKG}Person> ; <{SH}minCount> 1 .
        """,
        format="turtle",
    )
    monkeypatch.setattr(module, "_shapes", lambda: (wrong, rdflib.Graph()))
    with pytest.raises(OntologyError, match=r"^ontology/shapes\.ttl: "):
        validate(graph("valid"))
