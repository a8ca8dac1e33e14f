"""Names: which words after a title belong to one, and which do not."""

from __future__ import annotations

import pytest
from rows import rows

from kg.extract.extractor import Extractor
from kg.ingest.base import article

TR = "Türkiye Sağlık Bakanı {} geldi."
EN = "Turkish Health Minister {} arrived."


def holders(extractor: Extractor, text: str, lang: str = "tr") -> list[object]:
    found = rows(extractor.read(article(text, "x", "x", lang=lang)))
    return [row[0] for row in found.positions]


@pytest.mark.parametrize(
    "name",
    [
        "Fahrettin Koca",
        "Mehmet Emin Yıldırımoğlu",
        "Ayşe Kılıç-Aydın",
        "Anna-Lena Weißmann",
        "Otto von Hohenfels",
        "Jan van der Berg",
        "Halid bin Raşid",
        "İlham Ali oğlu Rzayev",
        "Erlan Baytas uulu",
        "Heinz W. Krüger",
        "Patrick O'Neill",
        "Patrick O’Neill",
        "Ferhat Mısır",
        "Cemal Tatar",
        "Mustafa Özbek",
        "Kasım Cömert",
        "Işıl İnanç",
        "Kemal Ocak",
    ],
)
def test_a_turkish_name_alone_and_with_endings(extractor: Extractor, name: str) -> None:
    assert holders(extractor, TR.format(name)) == [name]
    for ending in ("'ın konuşması", "’in sözleri", "'e soru", "’dan mektup"):
        text = f"Türkiye Sağlık Bakanı {name}{ending} geldi."
        assert holders(extractor, text) == [name], text


@pytest.mark.parametrize("courtesy", ["Sayın ", "Dr. ", "Prof. Dr. ", "Sn. ", "Sayın Doç. Dr. "])
def test_titles_of_courtesy_are_no_part_of_a_name(extractor: Extractor, courtesy: str) -> None:
    assert holders(extractor, TR.format(f"{courtesy}Mehmet Duru")) == ["Mehmet Duru"]


def test_an_age_in_parentheses_is_left_out(extractor: Extractor) -> None:
    assert holders(extractor, TR.format("Fahrettin Koca (58)")) == ["Fahrettin Koca"]


@pytest.mark.parametrize(
    "name",
    [
        "Peter Lawson",
        "Mary-Jane O'Neill",
        "George W. Harper",
        "Ursula von der Heide",
        "Michael Jordan",
        "Theresa May",
        "Chad Lawson",
        "Georgia Harper",
    ],
)
def test_an_english_name_alone_and_in_the_genitive(extractor: Extractor, name: str) -> None:
    assert holders(extractor, EN.format(name), "en") == [name]
    assert holders(extractor, EN.format(f"{name}'s plane has"), "en") == [name]
    assert holders(extractor, EN.format(f"Dr. {name}"), "en") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (("Türkiye Sağlık Bakanı Fahrettin Koca, Kazakistan Sağlık Bakanı Aylin Duru ve Almanya "
         "Sağlık Bakanı Jan Berg geldi."), ["Aylin Duru", "Fahrettin Koca", "Jan Berg"]),
        ("Türkiye Sağlık Bakanı Fahrettin Koca Kazakistan'da konuştu.", ["Fahrettin Koca"]),
        ("Türkiye Sağlık Bakanı Fahrettin Koca Ankara’da konuştu.", ["Fahrettin Koca"]),
        ("Türkiye Sağlık Bakanı Kazakistan'da konuştu.", []),
        ("Türkiye Sağlık Bakanı konuştu.", []),
        ("Türkiye Sağlık Bakanlığı Koca Holding'i seçti.", []),
    ],
)  # fmt: skip
def test_several_names_and_none(extractor: Extractor, text: str, names: list[str]) -> None:
    assert holders(extractor, text) == names
