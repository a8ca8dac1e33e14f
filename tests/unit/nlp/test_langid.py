"""The language of a text and of each of its paragraphs."""

from __future__ import annotations

import pytest

from kg.ingest.base import article
from kg.nlp.langid import language_of
from kg.nlp.segment import segment

PARAGRAPHS = {
    "tr": "Sağlık Bakanı Koca, iki ülke arasındaki iş birliğinin daha da gelişeceğini söyledi.",
    "en": "The minister said that the two countries will sign an agreement on health.",
    "ru": "Министр заявил, что две страны подпишут соглашение в области здравоохранения.",
    "kk": "Министр екі ел арасындағы денсаулық сақтау саласындағы ынтымақтастық туралы айтты.",
}


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_a_paragraph_tells_its_language(code: str) -> None:
    assert language_of(PARAGRAPHS[code]) == code


def test_each_paragraph_of_an_article_has_its_own_language() -> None:
    document = segment(article("\n\n".join(PARAGRAPHS.values()), "x", "x"))
    assert [sentence.lang for sentence in document.sentences] == list(PARAGRAPHS)


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_words_that_do_not_tell_leave_the_default(code: str) -> None:
    assert language_of("1234 – 5678", code) == code
    assert language_of("Koca Brandt", code) == code


def test_a_clear_text_beats_the_default() -> None:
    assert language_of(PARAGRAPHS["en"], "tr") == "en"
    assert language_of(PARAGRAPHS["ru"], "kk") == "ru"


def test_a_given_language_is_the_main_one() -> None:
    assert segment(article("Koca Brandt", "x", "x", lang="kk")).lang == "kk"
    assert segment(article(PARAGRAPHS["ru"], "x", "x")).lang == "ru"


@pytest.mark.parametrize("text", ["", "???", "12"])
def test_nothing_is_english(text: str) -> None:
    assert language_of(text) == "en"


def test_a_short_text_in_cyrillic_is_russian_or_kazakh() -> None:
    assert language_of("Эстония выслала двух российских дипломатов.") == "ru"
    assert language_of("Түркия Сомалиге көмек жіберді.") == "kk"
