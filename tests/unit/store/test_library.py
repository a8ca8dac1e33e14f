from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import ConfigError
from kg.iri import BASE, BKG
from kg.model.text import Article
from kg.rdf import reference
from kg.rdf.terms import RDF, article
from kg.store.library import INFERRED, LEDGER, Library
from kg.store.oxigraph import OxigraphStore

IDENTIFIER = "<http://purl.org/dc/terms/identifier>"


def make(text: str, name: str = "a.txt") -> tuple[Article, list[str]]:
    """Return an article whose only sentence says that a person is minister of health."""
    one = Article(name, text, hashlib.sha256(text.encode()).hexdigest())
    iri = article(one.sha256)
    home, graph = f"<{iri}>", f"<{iri}/s/0>"
    person, tenure, post = (
        f"<{BASE}{name}>"
        for name in (f"person/{text}", f"tenure/{text}", "post/TR/minister/health")
    )
    return one, [
        f"{home} <{RDF}type> <{BKG}Article> {home} .",
        f'{home} {IDENTIFIER} "{name}" {home} .',
        f"{graph} <{BKG}article> {home} {home} .",
        f"{person} <{RDF}type> <{BKG}Person> {graph} .",
        f"{tenure} <{BKG}holder> {person} {graph} .",
        f"{tenure} <{BKG}post> {post} {graph} .",
        f"{post} <{BKG}office> <{BASE}office/minister> {graph} .",
    ]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with OxigraphStore(tmp_path, writable=True) as store:
        found = Library(store)
        found.prepare()
        store.extend(  # whatever the shipped ontology says of offices
            [f"<{BASE}office/minister> <{BKG}holderClass> <{BKG}Minister> <{reference.GRAPH}> ."]
        )
        yield found


def graphs(library: Library) -> set[str]:
    return {str(quad.graph_name)[1:-1] for quad in library.store.quads()} - {
        reference.GRAPH, LEDGER
    }  # fmt: skip


def inferred(library: Library) -> set[str]:
    return {f"{quad.subject} {quad.object}" for quad in library.store.quads(INFERRED)}


def test_the_ontology_is_loaded_once_and_again_when_it_changes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sum(1 for _ in library.store.quads(reference.GRAPH))
    assert before > 1000
    monkeypatch.setattr(
        reference, "quads", lambda: [f"<urn:a> <urn:b> <urn:c> <{reference.GRAPH}> ."]
    )
    library.prepare()
    assert sum(1 for _ in library.store.quads(reference.GRAPH)) == before
    monkeypatch.setattr(reference, "fingerprint", lambda: "other")
    library.prepare()
    assert sum(1 for _ in library.store.quads(reference.GRAPH)) == 1
    marks = [q for q in library.store.quads(LEDGER) if str(q.subject) == f"<{reference.GRAPH}>"]
    assert len(marks) == 1


def test_the_reference_graph_has_no_blank_nodes_and_no_hidden_words() -> None:
    lines = reference.quads()
    assert lines == sorted(set(lines))
    assert not any("_:" in line.split('"')[0] for line in lines)
    assert not any(line.split()[1].endswith("#hiddenLabel>") for line in lines)


def test_an_article_is_known_by_its_text(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    one, lines = make("x")
    assert library.state(one) == "new"
    library.add(one, lines)
    same, _ = make("x", "other-name.txt")
    assert library.state(same) == "known"
    monkeypatch.setattr(reference, "fingerprint", lambda: "other")
    assert Library(library.store).state(one) == "outdated"


def test_replacing_leaves_nothing_of_what_was(library: Library) -> None:
    one, lines = make("x")
    other, other_lines = make("y", "b.txt")
    library.add(one, lines)
    library.add(other, other_lines)
    untouched = [q for g in library.graphs(article(other.sha256)) for q in library.store.quads(g)]
    fresh = [line.replace("/s/0", "/s/1") for line in lines[:3]]
    library.replace(one, fresh)
    kept = [f"{q} ." for g in library.graphs(article(one.sha256)) for q in library.store.quads(g)]
    assert sorted(kept) == sorted(fresh)
    assert library.state(one) == "known"
    again = [q for g in library.graphs(article(other.sha256)) for q in library.store.quads(g)]
    assert again == untouched
    assert article(one.sha256) + "/s/0" not in graphs(library)


def test_replacing_keeps_every_character(library: Library) -> None:
    one, lines = make("x")
    library.add(one, lines)
    home = f"<{article(one.sha256)}>"
    odd = f'{home} {IDENTIFIER} "a \\" }} ; DROP ALL # \\\\ \\n \\t <b> . ğ"@tr {home} .'
    library.replace(one, [odd])
    assert [f"{quad} ." for quad in library.store.quads(article(one.sha256))] == [odd]


def test_removing_an_article_removes_its_graphs_text_and_inferences(library: Library) -> None:
    (one, lines), (other, other_lines) = make("x"), make("y", "b.txt")
    library.store.texts.keep([one, other])
    for added in ((one, lines), (other, other_lines)):
        library.add(*added)
    library.infer()
    assert f"<{BASE}person/x> <{BKG}Minister>" in inferred(library)
    library.remove(article(one.sha256))
    library.infer()
    assert f"<{BASE}person/x> <{BKG}Minister>" not in inferred(library)
    assert f"<{BASE}person/y> <{BKG}Minister>" in inferred(library)
    home = article(other.sha256)
    assert graphs(library) == {home, f"{home}/s/0", INFERRED}
    assert list(library.store.texts.read()) == [other]
    assert library.state(one) == "new"


def test_inferring_twice_changes_nothing(library: Library) -> None:
    library.add(*make("x"))
    library.infer()
    once = inferred(library)
    library.infer()
    assert inferred(library) == once


def test_an_article_is_found_by_name_or_hash(library: Library) -> None:
    one, lines = make("x")
    other, other_lines = make("y", "b.txt")
    library.add(one, lines)
    library.add(other, other_lines)
    iri = article(one.sha256)
    key = iri.removeprefix(f"{BASE}article/")
    for name in ("a.txt", iri, f"article/{key}", key, key[:6]):
        assert library.find(name) == iri
    for name in ("none", "", 'x" } DROP ALL #', f"{iri}/s/0"):
        with pytest.raises(ConfigError, match="no such article"):
            library.find(name)


def test_a_name_that_several_articles_have_is_refused(library: Library) -> None:
    library.add(*make("x"))
    library.add(*make("y"))
    with pytest.raises(ConfigError, match=r"a.txt: 2 articles have this name \(article/"):
        library.find("a.txt")


def test_articles_are_listed_with_their_quads(library: Library) -> None:
    one, lines = make("x")
    library.add(one, lines)
    assert library.articles() == [article(one.sha256)]
    (quads,) = library.each()
    assert sorted(f"{quad} ." for quad in quads) == sorted(lines)
