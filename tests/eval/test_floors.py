"""Scores on the annotated articles may only rise.

``pytest tests/eval --update-floors`` writes better scores into floors.json; worse ones only
with ``--allow-regression``, and then the commit says why. Articles that are held out have
floors of their own: look at their scores, not at them.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
import score as scorer
from pyoxigraph import RdfFormat, parse
from score_rows import Graph, by_identifier

from kg.extract.extractor import Extractor
from kg.ingest import records
from kg.onto.load import load
from kg.rdf.emit import Emitter

FLOORS = Path(__file__).parent / "floors.json"
GOLD = Path(__file__).parent.parent.parent / "data" / "gold"
GOLDS = scorer.read_gold(GOLD)
SEED = "tr-seed"
WRONG = "wrong_per_100_articles"  # the one measure that may only fall
MEASURES = (*scorer.LAYERS, "all", WRONG)
EMPTY_IN_NEGATIVES = ("events", "cooperation", "agreements", "statements")

Scores = dict[str, dict[str, float]]


def held_out() -> set[str]:
    """Return the third of each language with the smallest sha256 of the id."""
    languages = defaultdict(list)
    for gold in GOLDS:
        if gold["id"] != SEED:
            digest = hashlib.sha256(gold["id"].encode()).hexdigest()
            languages[gold["lang"]].append((digest, gold["id"]))
    return {i for ids in languages.values() for _, i in sorted(ids)[: len(ids) // 3]}


def parts() -> dict[str, list[scorer.Row]]:
    """Return the articles by language, those to tune on apart from those held out."""
    hidden = held_out()
    found = defaultdict(list)
    for gold in GOLDS:
        found[f"{gold['lang']} {'held out' if gold['id'] in hidden else 'open'}"].append(gold)
    return dict(found)


def corpus() -> str:
    """Return the sha256 of all annotated articles: floors hold for one corpus."""
    whole = hashlib.sha256()
    for path in sorted(GOLD.glob("*.json")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    extractor, emitter = Extractor(load()), Emitter({})
    lines = []
    for path in sorted(GOLD.glob("*.json")):
        article = records.read(path.read_bytes(), path.stem, str(path))
        lines += emitter.emit(extractor.read(article))
    return by_identifier(parse("\n".join(lines).encode(), format=RdfFormat.N_QUADS))


@pytest.fixture(scope="module")
def scores(graphs: dict[str, Graph]) -> Scores:
    found: Scores = {}
    for part, golds in parts().items():
        result = scorer.score(golds, graphs)
        found[part] = {
            measure: result[measure] if measure == WRONG else result[measure]["f1"]
            for measure in MEASURES
        }
    return found


@pytest.fixture(scope="module")
def floors(scores: Scores, request: pytest.FixtureRequest) -> Scores:
    known: Scores = json.loads(FLOORS.read_text("utf-8"))["floors"]
    if not request.config.getoption("--update-floors"):
        return known
    lower = request.config.getoption("--allow-regression")
    updated = {
        part: {
            measure: value
            if lower or is_kept(measure, value, known.get(part, {}).get(measure, value))
            else known[part][measure]
            for measure, value in row.items()
        }
        for part, row in sorted(scores.items())
    }
    record = {"corpus": corpus(), "floors": updated}
    FLOORS.write_text(json.dumps(record, indent=2) + "\n", "utf-8")
    return updated


def is_kept(measure: str, value: float, floor: float) -> bool:
    return value <= floor if measure == WRONG else value >= floor


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("part", sorted(parts()))
def test_floor_is_kept(scores: Scores, floors: Scores, part: str, measure: str) -> None:
    value, floor = scores[part][measure], floors[part][measure]
    assert is_kept(measure, value, floor), f"{part}, {measure}: {value}, was {floor}"


@pytest.mark.usefixtures("floors")
def test_floors_are_of_this_corpus() -> None:
    assert json.loads(FLOORS.read_text("utf-8"))["corpus"] == corpus()


@pytest.mark.parametrize(
    "gold",
    [gold for gold in GOLDS if not any(gold[layer] for layer in EMPTY_IN_NEGATIVES)],
    ids=lambda gold: gold["id"],
)
def test_article_without_relations_yields_none(graphs: dict[str, Graph], gold: scorer.Row) -> None:
    graph = graphs[gold["id"]]
    found = {layer: len(getattr(graph, layer)()) for layer in EMPTY_IN_NEGATIVES}
    assert not any(found.values()), found


def test_commissioned_article_is_read_without_a_fault(graphs: dict[str, Graph]) -> None:
    result = scorer.score([gold for gold in GOLDS if gold["id"] == SEED], graphs)
    perfect = {layer: (result[layer]["f1"], result[layer]["extra"]) for layer in scorer.LAYERS}
    assert perfect == dict.fromkeys(scorer.LAYERS, (1.0, 0))


def test_readme_lists_what_is_held_out() -> None:
    table = (GOLD / "README.md").read_text("utf-8").partition("## The split")[2]
    assert set(re.findall(r"\b[a-z]{2}-d-\d{3}\b", table.partition("Read the others")[0])) == (
        held_out()
    )
