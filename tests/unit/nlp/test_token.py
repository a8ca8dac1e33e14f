"""Tokens: words with the ending after the apostrophe cut off, numbers, marks."""

from __future__ import annotations

import pytest

from kg.nlp.lang import LANGUAGES
from kg.nlp.token import APOSTROPHES, Token, tokenize


def tokens(text: str, lang: str = "tr") -> list[Token]:
    return tokenize(text, 0, len(text), LANGUAGES[lang])


@pytest.mark.parametrize("mark", APOSTROPHES)
def test_every_apostrophe_cuts_base_and_ending(mark: str) -> None:
    text = f"Kazakistan{mark}ın Ankara"
    first, second = tokens(text)
    assert (first.text, first.low) == (f"Kazakistan{mark}ın", "kazakistan'ın")
    assert (first.base, first.tail) == ("kazakistan", "ın")
    assert (second.base, second.tail) == ("ankara", "")
    assert text[first.begin : first.finish] == first.text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("15 Mart 2024'te", ["15", "Mart", "2024'te"]),
        ("6,5 milyar", ["6,5", "milyar"]),
        ("15.30'da", ["15.30'da"]),
        ("T.C. Bakanı", ["T.C.", "Bakanı"]),
        ("A.B.D. ile", ["A.B.D.", "ile"]),
        ("Türkiye-Kazakistan", ["Türkiye", "-", "Kazakistan"]),
        ("geldi. Gitti", ["geldi", ".", "Gitti"]),
        ("(Koca), “Evet!”", ["(", "Koca", ")", ",", "“", "Evet", "!", "”"]),
        ("O’Neill’in", ["O’Neill’in"]),
        ("3-5 Kasım", ["3", "-", "5", "Kasım"]),
        ("% 5", ["%", "5"]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_words_numbers_and_marks(text: str, parts: list[str]) -> None:
    assert [token.text for token in tokens(text)] == parts


@pytest.mark.parametrize(
    ("word", "lang", "low"),
    [
        ("IĞDIR", "tr", "ığdır"), ("İZMİR", "tr", "izmir"), ("Işık", "tr", "ışık"),
        ("IRAN", "en", "iran"), ("ISTANBUL", "en", "istanbul"),
        ("КАЗАХСТАН", "ru", "казахстан"), ("ҚАЗАҚСТАН", "kk", "қазақстан"),
    ],
)  # fmt: skip
def test_lower_case_follows_the_language(word: str, lang: str, low: str) -> None:
    assert tokens(word, lang)[0].low == low


def test_a_lone_apostrophe_is_a_mark() -> None:
    assert [token.word for token in tokens("' Koca '")] == [False, True, False]


def test_capitals_and_words_are_told() -> None:
    found = {t.text: (t.capital, t.word) for t in tokens("Koca geldi 15 . İki")}
    assert found == {
        "Koca": (True, True), "geldi": (False, True), "15": (False, False), ".": (False, False),
        "İki": (True, True),
    }  # fmt: skip


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "Önce. Kazakistan’ın Büyükelçisi geldi."
    found = tokenize(text, 6, len(text), LANGUAGES["tr"])
    assert found[0].begin == 6
    assert all(text[t.begin : t.finish] == t.text for t in found)
