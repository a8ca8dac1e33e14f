from __future__ import annotations

import hashlib
import timeit

import pytest
from pyoxigraph import Quad, RdfFormat, Store, parse, serialize

from kg import __version__
from kg.iri import BASE, BKG
from kg.model.fact import Fact, Literal, Node, Reading, Ref, Value
from kg.model.text import Article, Document, Sentence, Span
from kg.rdf.emit import Description, Emitter

TEXT = 'Bakan "Koca"\nile\tSapiyev \\ görüştü. İki ülke anlaştı.'
KZ, TR, PAIR = Ref("country", "KZ"), Ref("country", "TR"), Ref("relation", "KZ-TR")
KOCA = Ref("person", "koca")
PILLS = Ref("domain", "health/pharmaceuticals")
KNOWN = {
    KZ: Description((BKG + "Country",), (("Kazakhstan", "en"), ("Kazakistan", "tr"))),
    TR: Description((BKG + "Country",), (("Türkiye", "tr"),)),
    PILLS: Description(
        (BKG + "CooperationDomain",),
        (("İlaç", "tr"),),
        (("skos:broader", Ref("domain", "health")),),
    ),
    Ref("domain", "health"): Description((BKG + "CooperationDomain",), (("Sağlık", "tr"),)),
}


def reading(*facts: Fact, nodes: tuple[Node, ...] = ()) -> Reading:
    article = Article(
        "a.txt", TEXT, hashlib.sha256(TEXT.encode()).hexdigest(), title="Bakan", published="2024-05"
    )
    sentences = (Sentence(0, Span(0, 37), 0, "tr"), Sentence(1, Span(38, 56), 0, "tr"))
    return Reading(Document(article, "tr", sentences), nodes, facts)


MEETING = Fact(
    ref=Ref("event", "e1"),
    types=("Event", "Meeting"),
    values=(
        Value(0, "participant", KOCA),
        Value(1, "relation", PAIR),
        Value(1, "domain", PILLS),
        Value(0, "date", Literal("2024-05-07", "date")),
        Value(0, "status", Literal("occurred")),
    ),
    evidence=(0, 1),
    rules=("meet", "agree"),
    confidence=0.9,
)
PERSON = Node(KOCA, ("Person",), (Value(0, "skos:prefLabel", Literal("Koca", lang="tr")),))
HOME = f"{BASE}article/" + "".join(Emitter({}).emit(reading())[0].split("article/")[1][:20])


def emitted(*facts: Fact, nodes: tuple[Node, ...] = ()) -> list[str]:
    return Emitter(KNOWN).emit(reading(*facts, nodes=nodes))


def quads(lines: list[str]) -> list[Quad]:
    return list(parse("\n".join(lines), format=RdfFormat.N_QUADS))


def graphs_of(lines: list[str], subject: str, prop: str) -> list[str]:
    start = f"<{BASE}{subject}> <{prop}> "
    return [
        line[:-3].rpartition("<")[2].removeprefix(HOME) for line in lines if line.startswith(start)
    ]


def test_lines_are_canonical_sorted_and_unique() -> None:
    lines = emitted(MEETING, nodes=(PERSON,))
    assert lines == sorted(set(lines))
    store = Store()
    store.extend(quads(lines))
    kept = store.dump(format=RdfFormat.N_QUADS) or b""
    assert sorted(kept.decode().splitlines()) == lines
    printed = serialize(quads(lines), format=RdfFormat.N_QUADS) or b""
    assert printed.decode().splitlines() == lines


def test_a_value_stands_in_the_graph_of_its_sentence_only() -> None:
    lines = emitted(MEETING)
    assert graphs_of(lines, "event/e1", BKG + "participant") == ["/s/0"]
    assert graphs_of(lines, "event/e1", BKG + "domain") == ["/s/1"]


def test_every_evidence_sentence_has_type_proof_confidence_and_rule() -> None:
    found = quads(emitted(MEETING))
    for index, rule in enumerate(MEETING.rules):
        graph = f"{HOME}/s/{index}"
        said = {
            (one.predicate.value.removeprefix(BKG), str(one.object))
            for one in found
            if str(one.graph_name) == f"<{graph}>" and one.subject.value == f"{BASE}event/e1"  # type: ignore[union-attr]
        }
        assert ("evidence", f"<{graph}>") in said
        assert ("rule", f'"{rule}"') in said
        assert ("confidence", '"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>') in said
        assert sum(name.endswith("#type") for name, _ in said) == 2


def test_no_fact_stands_outside_a_sentence() -> None:
    lines = emitted(MEETING, nodes=(PERSON,))
    own = [line for line in lines if line.endswith(f" <{HOME}> .")]
    assert not any(f"<{BASE}{kind}/" in line for line in own for kind in ("event", "relation"))
    assert all(line in own or f"<{HOME}/s/" in line.rsplit(" ", 2)[1] for line in lines)


def test_a_node_has_its_types_wherever_it_has_a_value() -> None:
    node = Node(KOCA, ("Person",), (Value(1, "skos:altLabel", Literal("Bakan", lang="TR")),))
    lines = emitted(nodes=(node,))
    assert (
        len(graphs_of(lines, "person/koca", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")) == 1
    )
    assert any('"Bakan"@tr' in line for line in lines)


def test_a_relation_has_its_parties_in_each_sentence_that_mentions_it() -> None:
    lines = emitted(MEETING)
    assert graphs_of(lines, "relation/KZ-TR", BKG + "party") == ["/s/1", "/s/1"]


def test_labels_of_what_is_mentioned_stand_in_the_articles_graph() -> None:
    lines = emitted(MEETING)
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    assert graphs_of(lines, "country/KZ", label) == ["", ""]  # through the relation
    assert graphs_of(lines, "domain/health/pharmaceuticals", label) == [""]
    assert graphs_of(lines, "domain/health", label) == [""]  # through skos:broader
    assert not any("prefLabel" in line for line in emitted())


def test_the_article_and_its_sentences_are_described() -> None:
    text = "\n".join(emitted())
    assert f'"{__version__}"' in text
    assert '"2024-05"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>' in text
    exact = [one.object.value for one in quads(emitted()) if one.predicate.value == BKG + "exact"]  # type: ignore[union-attr]
    assert exact == [TEXT[0:37], TEXT[38:56]]


@pytest.mark.parametrize(
    ("value", "digits"), [(1.0, "1"), (0.5, "0.5"), (0.854, "0.85"), (0.0, "0")]
)
def test_confidence_is_printed_as_stores_keep_it(value: float, digits: str) -> None:
    fact = Fact(Ref("event", "x"), ("Event",), (), (0,), ("r",), value)
    assert f'"{digits}"^^<http://www.w3.org/2001/XMLSchema#decimal>' in "\n".join(emitted(fact))


def test_an_unknown_evidence_sentence_is_a_fault() -> None:
    with pytest.raises(IndexError):
        emitted(Fact(Ref("event", "x"), ("Event",), (), (9,), ("r",), 1.0))


@pytest.mark.parametrize("key", ["", "a b", "a>b", 'a"b', "a\\b", "a\nb"])
def test_a_key_that_makes_no_iri_is_a_fault(key: str) -> None:
    with pytest.raises(ValueError, match="makes no IRI"):
        emitted(Fact(Ref("event", key), ("Event",), (), (0,), ("r",), 1.0))
    with pytest.raises(ValueError, match="makes no IRI"):
        emitted(nodes=(Node(KOCA, ("Person",), (Value(0, "place", Ref("place", key)),)),))


def test_printing_takes_milliseconds_at_most() -> None:
    one = reading(*[MEETING] * 30, nodes=(PERSON,) * 4)
    emitter = Emitter(KNOWN)
    assert min(timeit.repeat(lambda: emitter.emit(one), number=10, repeat=5)) / 10 < 0.005
