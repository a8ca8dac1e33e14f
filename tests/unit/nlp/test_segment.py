"""Sentences: where they end, and above all where they do not."""

from __future__ import annotations

import pytest

from kg.ingest.base import article
from kg.nlp.segment import MAX_SENTENCE, segment


def cut(text: str, lang: str = "tr", title: str | None = None) -> list[str]:
    document = segment(article(text, "x", "x", lang=lang, title=title))
    return [document.exact(sentence) for sentence in document.sentences]


@pytest.mark.parametrize(
    ("first", "lang"),
    [
        ("Taraflar 15. toplantıda bir araya geldi.", "tr"),
        ("Türkiye-Kazakistan II. Karma Ekonomik Komisyonu toplandı.", "tr"),
        ("Büyükelçi Sn. Sapiyev konuştu.", "tr"),
        ("Koca, Duru vb. isimler katıldı.", "tr"),
        ("T.C. Sağlık Bakanı Koca geldi.", "tr"),
        ("A.B.D. Büyükelçisi Brandt geldi.", "tr"),
        ("Prof. Dr. Mehmet Duru konuştu.", "tr"),
        ("Heinz W. Krüger Ankara'ya geldi.", "tr"),
        ("Koca: “İki ülke kardeştir. Birlikte çalışacağız.” dedi.", "tr"),
        ('Koca: "İki ülke kardeştir. Birlikte çalışacağız." dedi.', "tr"),
        ("Ticaret hacmi 6.5 milyar dolara ulaştı.", "tr"),
        ("Toplantı saat 15.30 sularında başladı.", "tr"),
        ("Mr. Lawson met Dr. Toprak.", "en"),
        ("The U.S. Ambassador met Gen. Harper.", "en"),
        ("He said: “We are friends. We will work together.” and left.", "en"),
        ("The No. 2 diplomat met J. R. Brandt.", "en"),
    ],
)
def test_no_sentence_ends_inside(first: str, lang: str) -> None:
    second = "Görüşme sürüyor." if lang == "tr" else "The talks go on."
    assert cut(f"{first} {second}", lang) == [first, second]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Koca geldi. Sapiyev gitti.", ["Koca geldi.", "Sapiyev gitti."]),
        ("Geldi mi? Evet! Geldi… Sonra gitti.", ["Geldi mi?", "Evet!", "Geldi…", "Sonra gitti."]),
        ("“Kardeşiz.” Sonra gitti.", ["“Kardeşiz.”", "Sonra gitti."]),
        ("Koca geldi. “Kardeşiz” dedi.", ["Koca geldi.", "“Kardeşiz” dedi."]),
        ("Başlık\n\nKoca geldi.", ["Başlık", "Koca geldi."]),
        ("Koca geldi ve\n\nSapiyev gitti.", ["Koca geldi ve", "Sapiyev gitti."]),
        ("Koca geldi ve\nkonuştu.", ["Koca geldi ve\nkonuştu."]),
        ("  \n\n Koca geldi. \n ", ["Koca geldi."]),
        ("Karma Komisyon 2024 yılında toplandı. 15 Mart'ta imza atıldı.",
         ["Karma Komisyon 2024 yılında toplandı.", "15 Mart'ta imza atıldı."]),
    ],
)  # fmt: skip
def test_sentences_and_paragraphs_are_cut(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


def test_a_quotation_ends_with_its_paragraph() -> None:
    text = "Koca: “İki ülke kardeştir. Çalışacağız\n\nGörüşme sürdü. Sonra bitti."
    assert cut(text)[-2:] == ["Görüşme sürdü.", "Sonra bitti."]


def test_paragraphs_are_numbered_and_the_headline_is_marked() -> None:
    document = segment(article("Koca geldi. O konuştu.\n\nBitti.", "x", "x", title="İki Bakan"))
    found = [(s.paragraph, s.headline) for s in document.sentences]
    assert found == [(0, True), (1, False), (1, False), (2, False)]
    assert [s.index for s in document.sentences] == [0, 1, 2, 3]


def test_a_very_long_run_is_cut_between_words() -> None:
    words = "kelime " * (MAX_SENTENCE // 2)
    pieces = cut(words)
    assert len(pieces) > 3
    assert all(len(piece) <= MAX_SENTENCE for piece in pieces)
    assert " ".join(pieces) == words.strip()


def test_a_word_longer_than_a_sentence_is_cut_too() -> None:
    assert [len(piece) for piece in cut("a" * (2 * MAX_SENTENCE + 5))] == [2000, 2000, 5]
