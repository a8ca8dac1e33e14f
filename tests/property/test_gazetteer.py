"""Every name of the lexicon is found: in every case, with both apostrophes, in capitals."""

from __future__ import annotations

import pytest
from turkish import CASES, ending

from kg.extract.cells import Cell, Gazetteer
from kg.nlp.features import Feature
from kg.nlp.lang.tr import lower
from kg.onto.lexicon import NOUN
from kg.onto.load import load

BITS = {
    "gen": Feature.GEN,
    "dat": Feature.DAT,
    "acc": Feature.ACC,
    "loc": Feature.LOC,
    "abl": Feature.ABL,
    "ins": Feature.INS,
}
GAZETTEER = Gazetteer(load())
NAMES = [
    pytest.param(word, kind, key, id=f"{kind}-{key}-{word}")
    for kind, key, word in sorted(
        {
            (entry.kind, entry.key, word)
            for word, entry, pos in load().phrases["tr"]
            if pos == NOUN
            and "(" not in word
            and (
                entry.kind in ("country", "title")
                or (entry.kind == "place" and entry.key in load().capitals.values())
            )
        }
    )
]


def upper(text: str) -> str:
    return text.replace("i", "İ").replace("ı", "I").upper()


def whole(text: str, kind: str, key: str) -> Cell | None:
    """Return the cell that is all of ``text`` and means ``key``; None if there is none."""
    cells = GAZETTEER.cells(text, 0, len(text), "tr")
    found = any((entry.kind, entry.key) == (kind, key) for entry in cells[0].entries)
    return cells[0] if found and len(cells) == 1 else None


@pytest.mark.parametrize(("word", "kind", "key"), NAMES)
def test_a_name_is_found_in_every_case(word: str, kind: str, key: str) -> None:
    missed = []
    for case in CASES:
        for mark in "'’":
            form = f"{word}{mark}{ending(word, case)}"
            cell = whole(form, kind, key)
            if cell is None or not cell.features & BITS[case]:
                missed.append(form)
    assert missed == []


@pytest.mark.parametrize(("word", "kind", "key"), NAMES)
def test_a_name_is_found_as_it_stands_and_in_capitals(word: str, kind: str, key: str) -> None:
    assert whole(word, kind, key)
    assert whole(upper(word), kind, key)
    assert lower(upper(word)) == lower(word)
