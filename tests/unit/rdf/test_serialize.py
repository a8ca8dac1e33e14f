from __future__ import annotations

import json

import pytest
from pyoxigraph import RdfFormat, parse

from kg.rdf.merge import merge
from kg.rdf.serialize import WRITERS

BASE = "https://w3id.org/bilateral-kg/"
BKG = BASE + "ontology#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DECIMAL = "^^<http://www.w3.org/2001/XMLSchema#decimal>"
INTEGER = "^^<http://www.w3.org/2001/XMLSchema#integer>"
HOME = f"<{BASE}article/abc>"


def sentence(index: int, words: str) -> list[str]:
    one = f"<{BASE}article/abc/s/{index}>"
    return [
        f"{one} {TYPE} <{BKG}Sentence> {HOME} .",
        f"{one} <{BKG}article> {HOME} {HOME} .",
        f'{one} <{BKG}begin> "{index}"{INTEGER} {HOME} .',
        f'{one} <{BKG}exact> "{words}" {HOME} .',
        f'{one} <{BKG}finish> "{index + 1}"{INTEGER} {HOME} .',
        f'{one} <{BKG}index> "{index}"{INTEGER} {HOME} .',
    ]


def fact(index: int) -> list[str]:
    graph, event = f"<{BASE}article/abc/s/{index}>", f"<{BASE}event/e>"
    return [
        f"{event} {TYPE} <{BKG}Meeting> {graph} .",
        f"{event} <{BKG}evidence> {graph} {graph} .",
        f'{event} <{BKG}confidence> "0.9"{DECIMAL} {graph} .',
        f'{event} <{BKG}rule> "r{index}" {graph} .',
        f"{event} <{BKG}party> <{BASE}country/KZ> {graph} .",
        f'{event} <{SKOS}prefLabel> "Görüşme"@tr {graph} .',
    ]


ARTICLE = sorted(
    [
        f"{HOME} {TYPE} <{BKG}Article> {HOME} .",
        f'{HOME} <http://purl.org/dc/terms/identifier> "a.txt" {HOME} .',
        f'<{BASE}country/KZ> <{SKOS}prefLabel> "Kazakhstan"@en {HOME} .',
        f'<{BASE}country/KZ> <{SKOS}prefLabel> "Kazakistan"@tr {HOME} .',
        f'<{BASE}engine/1> <https://schema.org/name> "kg" {HOME} .',
        *sentence(2, 'İki ülke \\"görüştü\\".\\nSon'),
        *sentence(10, "Görüştüler."),
        *fact(2),
        *fact(10),
    ]
)


def written(form: str, *batches: list[str]) -> str:
    return "".join(WRITERS[form](batches))


@pytest.mark.parametrize(
    ("form", "name"), [("nquads", "nq"), ("trig", "trig"), ("jsonld", "jsonld")]
)
def test_what_is_written_is_read_as_the_same_quads(form: str, name: str) -> None:
    rdf = RdfFormat.from_extension(name)
    wanted = set(parse("\n".join(ARTICLE), format=RdfFormat.N_QUADS))
    assert set(parse(written(form, ARTICLE), format=rdf)) == wanted


def test_turtle_is_the_union_of_the_graphs() -> None:
    wanted = {one.triple for one in parse("\n".join(ARTICLE), format=RdfFormat.N_QUADS)}
    found = list(parse(written("turtle", ARTICLE), format=RdfFormat.TURTLE))
    assert {one.triple for one in found} == wanted


def test_nquads_are_sorted_and_unique_whatever_the_order() -> None:
    halves = ARTICLE[::2], ARTICLE[1::2]
    assert written("nquads", *halves) == written("nquads", ARTICLE, *halves[::-1])
    assert written("nquads", ARTICLE).splitlines() == ARTICLE


def test_trig_shows_the_words_above_the_facts_in_reading_order() -> None:
    text = written("trig", ARTICLE)
    second, tenth = text.index('# İki ülke "görüştü". Son\n'), text.index("# Görüştüler.\n")
    assert text.index("<article/abc> {") < second < tenth
    assert text[second:].split("\n")[1] == "<article/abc/s/2> {"


def test_several_articles_share_one_head() -> None:
    other = [line.replace("article/abc", "article/xyz") for line in ARTICLE]
    text = written("trig", ARTICLE, other)
    assert text.count("@base") == 1
    assert len(set(parse(text, format=RdfFormat.TRIG))) == 2 * len(ARTICLE)


def test_plain_json_has_facts_with_their_sentences() -> None:
    (one,) = json.loads(written("json", ARTICLE))
    assert (one["id"], one["identifier"]) == ("article/abc", "a.txt")
    assert [s["text"] for s in one["sentences"]] == ['İki ülke "görüştü".\nSon', "Görüştüler."]
    assert one["sentences"][0]["finish"] == 3
    (meeting,) = one["facts"]
    assert meeting == {
        "id": "event/e",
        "types": ["Meeting"],
        "party": [{"id": "country/KZ", "label": "Kazakhstan"}],
        "skos:prefLabel": [{"text": "Görüşme", "lang": "tr"}],
        "confidence": 0.9,
        "evidence": [{"sentence": 2, "rule": "r2"}, {"sentence": 10, "rule": "r10"}],
    }
    assert [entity["id"] for entity in one["entities"]] == ["country/KZ"]


def test_plain_json_of_nothing_is_an_empty_array() -> None:
    assert json.loads(written("json")) == []
    assert len(json.loads(written("json", ARTICLE, fact(2), ARTICLE))) == 2


def test_more_lines_than_memory_holds_are_merged_from_disk() -> None:
    batches = [[f"{n * 7 % 100:03}", f"{n:03}", "ğ"] for n in range(100)]
    whole = list(merge(batches))
    assert whole == [*(f"{n:03}" for n in range(100)), "ğ"]
    assert list(merge(batches, run=10)) == whole
