"""Every shape catches its fault, names it, and leaves good data alone."""

from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from kg.errors import ShapeError
from kg.onto.turtle import read
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
