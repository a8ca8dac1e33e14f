"""What the pages tell people to type: commands exist, options too, SPARQL finds something."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

import kg
from kg.extract.extractor import Extractor
from kg.ingest import plain
from kg.onto.load import load
from kg.query import catalog
from kg.rdf.emit import Emitter

ROOT = Path(kg.__file__).resolve().parent.parent
SEED = ROOT / "data" / "articles" / "kazakistan-turkiye-saglik.txt"
PAGES = ("README.md", "CONTRIBUTING.md", "data/gold/README.md")
COMMANDS = {
    line.partition("#")[0].strip()
    for page in PAGES
    for block in re.findall(
        r"^```\n(.*?)^```", (ROOT / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    for line in block.splitlines()
    if line.startswith("kg ")
}
QUERIES = re.findall(
    r"^```sparql\n(.*?)^```", (ROOT / "docs/graph.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
)


@cache
def usage(*command: str) -> str:
    """Return the help of a command, its examples and all."""
    line = [sys.executable, "-m", "kg", *command, "--help"]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


def subcommands() -> list[str]:
    """Return the commands that ``kg --help`` names."""
    block = usage().partition("Commands")[2]
    return re.findall(r"^[ │|]*([a-z]+)  ", block, re.MULTILINE)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_command_in_the_pages_exists(command: str) -> None:
    words = command.split()[1:]
    name = [] if words[0].startswith("-") else [words[0]]
    text = usage(*name)
    assert [w for w in words if w.startswith("-") and w not in text] == []
    if name == ["query"] and re.fullmatch(r"[a-z-]+", words[1]) and not words[1].startswith("-"):
        assert words[1] in catalog.load()


def test_every_command_shows_an_example() -> None:
    names = subcommands()
    assert {"extract", "add", "query", "show", "check", "export"} <= set(names)
    assert [name for name in names if f"kg {name} " not in usage(name)] == []


@pytest.fixture(scope="module")
def store() -> Store:
    article = plain.read(SEED.read_bytes(), SEED.name, SEED.name)
    lines = Emitter({}).emit(Extractor(load()).read(article))
    store = Store()
    store.load("\n".join(lines).encode(), format=RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_query_in_the_pages_finds_something(store: Store, query: str) -> None:
    rows = store.query(query, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    assert list(rows)
