"""Article to store, with a reader that needs no language: each article states one cooperation."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg import flow
from kg.errors import StoreError
from kg.ingest.base import Rejected
from kg.model.fact import Fact, Reading, Ref, Value
from kg.model.text import Article, Document, Sentence, Span
from kg.rdf import reference
from kg.rdf.emit import Emitter
from kg.store.library import Library
from kg.store.oxigraph import OxigraphStore

BAD = Rejected("b.txt", "the file is empty", "", 3)


def article(text: str, name: str = "a.txt") -> Article:
    return Article(name, text, hashlib.sha256(text.encode()).hexdigest())


def stages() -> Callable[[Article], flow.Extracted]:
    emitter = Emitter({})

    def run(one: Article) -> flow.Extracted:
        if "fault" in one.text:
            raise ZeroDivisionError(one.text)
        sentences = (Sentence(0, Span(0, len(one.text)), 0, "tr"),)
        key = f"KZ-TR/{one.text.lower()}"
        values = (Value(0, "relation", Ref("relation", "KZ-TR")),)
        fact = Fact(Ref("cooperation", key), ("Cooperation",), values, (0,), ("all",), 1.0)
        reading = Reading(Document(one, "tr", sentences), (), (fact,))
        return flow.Extracted(one, emitter.emit(reading), Counter(cooperation=1))

    return run


@pytest.fixture(autouse=True)
def _reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "_stages", stages)
    monkeypatch.setattr(reference, "quads", list)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with OxigraphStore(tmp_path, writable=True) as store:
        yield Library(store)


def dump(library: Library) -> list[str]:
    return sorted(f"{quad} ." for quads in library.each() for quad in quads)


def states(library: Library, *outcomes: Article | Rejected) -> list[str]:
    return [
        one.state if isinstance(one, flow.Added) else "rejected"
        for one in flow.add(library, outcomes)
    ]


def test_results_keep_the_order_and_a_fault_costs_one_article() -> None:
    inputs: list[flow.Outcome] = [article("Bir"), BAD, article("fault", "f.txt"), article("İki")]
    (results,) = flow.extract(flow.chunked(inputs))
    assert [type(one).__name__ for one in results] == [
        "Extracted", "Rejected", "Rejected", "Extracted",
    ]  # fmt: skip
    assert isinstance(results[2], Rejected)
    assert str(results[2]).startswith("f.txt: fault in the reader: ZeroDivisionError")


def test_long_inputs_are_read_in_chunks_and_not_ahead() -> None:
    taken = []

    def source() -> Iterator[Article]:
        for number in range(1000):
            taken.append(number)
            yield article(str(number))

    results = flow.extract(flow.chunked(source()))
    assert len(next(results)) == flow.CHUNK
    assert len(taken) == flow.CHUNK


def test_an_article_is_added_once(library: Library) -> None:
    inputs = (article("Bir"), BAD, article("Bir", "copy.txt"), article("İki"))
    assert states(library, *inputs) == ["new", "rejected", "known", "new"]
    before = dump(library)
    assert states(library, *inputs) == ["known", "rejected", "known", "known"]
    assert dump(library) == before
    assert [one.text for one in library.store.texts.read()] == ["Bir", "İki"]


def test_the_order_of_articles_does_not_matter(tmp_path: Path) -> None:
    several = [article(str(number)) for number in range(30)]
    dumps = []
    for name, order in (("a", several), ("b", several[::-1])):
        with OxigraphStore(tmp_path / name, writable=True) as store:
            assert set(states(Library(store), *order)) == {"new"}
            dumps.append(dump(Library(store)))
    assert dumps[0] == dumps[1]


def test_an_article_is_read_again_when_the_ontology_changes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    states(library, article("Bir"))
    before = dump(library)
    monkeypatch.setattr(reference, "fingerprint", lambda: "other")
    newer = Library(library.store)
    assert states(newer, article("Bir")) == ["outdated"]
    assert states(newer, article("Bir")) == ["known"]
    assert dump(newer) == before
    assert len(list(newer.store.texts.read())) == 1


def test_what_was_reported_is_kept_when_the_store_fails_later(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    several = [article(str(number)) for number in range(flow.CHUNK + 1)]
    add = library.add

    def fail_late(one: Article, lines: list[str]) -> None:
        if one is several[-1]:
            raise StoreError("no space left on device")
        add(one, lines)

    monkeypatch.setattr(library, "add", fail_late)
    reported: list[flow.Added | Rejected] = []
    with pytest.raises(StoreError, match="no space"):
        reported.extend(flow.add(library, several))
    assert len(reported) == len(library.articles()) == flow.CHUNK
    monkeypatch.setattr(library, "add", add)
    assert states(library, *several) == ["known"] * flow.CHUNK + ["new"]


def test_no_sentence_is_stored_without_its_text(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise StoreError("no space left on device")

    monkeypatch.setattr(library.store.texts, "keep", fail)
    with pytest.raises(StoreError):
        states(library, article("Bir"))
    assert library.articles() == []
