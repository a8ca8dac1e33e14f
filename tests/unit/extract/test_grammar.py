"""The pattern language: tests on cells, parts, slots, order, and what a bad line says."""

from __future__ import annotations

import pytest

from kg.errors import OntologyError
from kg.extract.cells import Cell, Gazetteer
from kg.extract.grammar import compile_grammar
from kg.extract.pattern import Grammar, Match
from kg.onto.lexicon import WORD, Entry, Lexicon

RULES = """
NAME = [name]{1,2}   # a part, and a comment
envoy -> sender:[country gen] [former]? title:[title] name:NAME?
pair -> first:[country] ["ile"] second:[country]
"""
WORDS = [
    ("Kazakistan", Entry("country", "KZ")),
    ("Türkiye", Entry("country", "TR")),
    ("büyükelçi", Entry("title", "ambassador")),
]


def lexicon() -> Lexicon:
    words = Lexicon()
    for phrase, entry in WORDS:
        words.add("tr", phrase, entry)
    words.add("tr", "eski", Entry("former", "former"), WORD)
    return words


def cells(text: str) -> list[Cell]:
    return Gazetteer(lexicon()).cells(text, 0, len(text), "tr")


def matches(grammar: Grammar, text: str) -> list[Match]:
    return grammar.find(cells(text))


def find(text: str, rules: str = RULES) -> list[tuple[str, dict[str, str]]]:
    found, line = [], cells(text)
    for match in matches(compile_grammar(rules), text):
        slots = {
            name: text[line[first].begin : line[last - 1].finish]
            for name, (first, last) in match.slots.items()
            if last > first
        }
        found.append((match.pattern, slots))
    return found


def test_slots_hold_what_fits() -> None:
    assert find("Kazakistan’ın büyükelçisi Aylin Duru geldi") == [
        ("envoy", {"sender": "Kazakistan’ın", "title": "büyükelçisi", "name": "Aylin Duru"})
    ]


def test_what_is_optional_may_be_missing() -> None:
    assert find("Kazakistan'ın eski büyükelçisi geldi") == [
        ("envoy", {"sender": "Kazakistan'ın", "title": "büyükelçisi"})
    ]


@pytest.mark.parametrize(
    "text",
    ["Kazakistan büyükelçisi", "büyükelçisi Aylin", "Kazakistan ve Türkiye", "geldi", "Aylin Duru"],
)
def test_nothing_fits(text: str) -> None:
    assert find(text) == []


def test_a_word_can_be_demanded() -> None:
    assert find("Kazakistan ile Türkiye") == [
        ("pair", {"first": "Kazakistan", "second": "Türkiye"})
    ]


def test_matches_do_not_overlap_and_stand_in_order() -> None:
    text = "Türkiye ile Kazakistan ile Türkiye ile Kazakistan, Türkiye'nin büyükelçisi"
    assert [name for name, _ in find(text)] == ["pair", "pair", "envoy"]


def test_the_earlier_line_wins_at_one_place() -> None:
    text = "Kazakistan'ın büyükelçisi"
    short, long = "short -> a:[country]", "long -> a:[country] [title]"
    assert find(text, f"{short}\n{long}") == [("short", {"a": "Kazakistan'ın"})]
    assert find(text, f"{long}\n{short}") == [("long", {"a": "Kazakistan'ın"})]


@pytest.mark.parametrize(
    ("rule", "text", "fits"),
    [
        ("x -> [country|title]", "Türkiye", True),
        ("x -> [country|title]", "geldi", False),
        ("x -> [country !gen]", "Türkiye'nin", False),
        ("x -> [country !gen]", "Türkiye'de", True),
        ("x -> [country loc]", "Türkiye'de", True),
        ("x -> [country loc]", "Türkiye'den", False),
        ("x -> [!country|title]", "Türkiye", False),
        ("x -> [!country|title]", "geldi", True),
        ("x -> [word capital]", "Geldi", False),
        ("x -> [name capital]", "Duru", True),
        ("x -> [title !capital]", "Büyükelçi", False),
        ("x -> [title !capital]", "büyükelçi", True),
        ("x -> [number] [mark]", "15 !", True),
        ("x -> ([country] [title]){2}", "Türkiye büyükelçi Türkiye büyükelçi", True),
        ("x -> ([country] [title]){2}", "Türkiye büyükelçi Türkiye", False),
        ("x -> ([country]|[title])+", "büyükelçi Türkiye", True),
        ('x -> ["iki_gün"|"geldi"]', "geldi", True),
    ],
)
def test_one_test(rule: str, text: str, fits: bool) -> None:  # noqa: FBT001 - a parameter
    assert bool(matches(compile_grammar(rule), text)) is fits


def test_a_grammar_learns_new_cells_without_forgetting() -> None:
    grammar = compile_grammar(RULES)

    def names(text: str) -> list[str]:
        return [match.pattern for match in matches(grammar, text)]

    assert names("Türkiye ile Kazakistan") == ["pair"]
    assert names("Kazakistan’ın eski büyükelçisi") == ["envoy"]
    assert names("15 Mart !") == []
    assert names("Türkiye ile Kazakistan") == ["pair"]


def test_an_empty_grammar_finds_nothing() -> None:
    assert matches(compile_grammar("\n# only a comment\n"), "Türkiye") == []
    assert matches(compile_grammar("x -> [title]"), "") == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("envoy > [title]", 1),
        ("x -> [title]\n\nenvoy", 3),
        ("x -> [title]\n# fine\ntwo words -> [title]", 3),
        ("envoy ->", 1),
    ],
)
def test_a_bad_line_is_named(text: str, line: int) -> None:
    with pytest.raises(OntologyError, match=rf"patterns/tr\.txt, line {line}\b"):
        compile_grammar(text, where="patterns/tr.txt")


@pytest.mark.parametrize(
    "text", ["x -> ([title]", "x -> [title]{2", "x -> name:NAME", "x -> [title])", "x -> [title"]
)
def test_a_line_that_cannot_be_compiled_is_named_too(text: str) -> None:
    with pytest.raises(OntologyError, match=r"patterns/tr\.txt, line 2\b"):
        compile_grammar(f"y -> [title]\n{text}", where="patterns/tr.txt")
