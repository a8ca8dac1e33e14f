"""Dates: whole days, months, ranges, and words that lean on the day of publication."""

from __future__ import annotations

import pytest

from kg.extract.cells import Gazetteer
from kg.extract.dates import find_dates
from kg.onto.load import load

GAZETTEER = Gazetteer(load())
FRIDAY = "2024-03-15"


def dates(text: str, published: str | None = None, lang: str = "tr") -> list[tuple[str, str]]:
    cells = GAZETTEER.cells(text, 0, len(text), lang)
    return [(found.value, found.datatype) for found in find_dates(cells, published)]


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("15 Mart 2024'te görüştü", "tr", "2024-03-15"),
        ("15 Mart 2024’te görüştü", "tr", "2024-03-15"),
        ("15 Mart 2024 tarihinde", "tr", "2024-03-15"),
        ("1 Ağustos 1999 günü", "tr", "1999-08-01"),
        ("29 Şubat 2024'te", "tr", "2024-02-29"),
        ("3-5 Kasım 2023 tarihlerinde", "tr", "2023-11-03"),
        ("3–5 Kasım 2023 tarihlerinde", "tr", "2023-11-03"),
        ("15 ve 16 Mart 2024 tarihlerinde", "tr", "2024-03-15"),
        ("on 15 March 2024", "en", "2024-03-15"),
        ("on March 15, 2024", "en", "2024-03-15"),
        ("on March 15 2024", "en", "2024-03-15"),
        ("on 3-5 November 2023", "en", "2023-11-03"),
    ],
)
def test_a_calendar_date(text: str, lang: str, day: str) -> None:
    assert dates(text, lang=lang) == [(day, "date")]
    assert dates(text, "2010-01-01", lang) == [(day, "date")]


@pytest.mark.parametrize(
    ("text", "lang", "published", "day"),
    [
        ("dün görüştü", "tr", FRIDAY, "2024-03-14"),
        ("bugün görüştü", "tr", FRIDAY, "2024-03-15"),
        ("yarın görüşecek", "tr", FRIDAY, "2024-03-16"),
        ("yarın görüşecek", "tr", "2024-12-31", "2025-01-01"),
        ("dün görüştü", "tr", "2024-03-01", "2024-02-29"),
        ("dün görüştü", "tr", "2023-03-01", "2023-02-28"),
        ("yesterday", "en", FRIDAY, "2024-03-14"),
        ("tomorrow", "en", FRIDAY, "2024-03-16"),
        ("on Monday", "en", FRIDAY, "2024-03-11"),
        ("on Friday", "en", FRIDAY, "2024-03-15"),
        ("14 Mart'ta görüştü", "tr", FRIDAY, "2024-03-14"),
        ("30 Aralık'ta görüştü", "tr", "2024-01-02", "2023-12-30"),
        ("2 Ocak'ta görüşecek", "tr", "2023-12-30", "2024-01-02"),
        ("on 5 March", "en", FRIDAY, "2024-03-05"),
    ],
)
def test_a_date_that_leans_on_the_day_of_publication(
    text: str, lang: str, published: str, day: str
) -> None:
    assert dates(text, published, lang) == [(day, "date")]
    assert dates(text, None, lang) == []


@pytest.mark.parametrize(
    ("text", "month"), [("Mart 2024'te", "2024-03"), ("Kasım 2023 sonunda", "2023-11")]
)
def test_a_month_keeps_its_precision(text: str, month: str) -> None:
    assert dates(text) == [(month, "gYearMonth")]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("29 Şubat 2023'te", "tr"),
        ("31 Nisan 2024 günü", "tr"),
        ("mart ayında", "tr"),
        ("2024 yılında", "tr"),
        ("15 bakan geldi", "tr"),
        ("6,5 milyar dolar", "tr"),
        ("saat 15.30'da", "tr"),
        ("32 Mart 2024", "tr"),
        ("0 Mart 2024", "tr"),
        ("they may meet 15 envoys", "en"),
        ("the delegation may march on", "en"),
    ],
)
def test_what_is_no_day_gives_none(text: str, lang: str) -> None:
    for published in (None, FRIDAY):
        assert [found for found in dates(text, published, lang) if found[1] == "date"] == []


@pytest.mark.parametrize("published", ["2023-01-10", "2025-12-31", "2024-03-01"])
def test_the_29th_of_february_without_a_year_needs_a_leap_year(published: str) -> None:
    assert {day for day, _ in dates("29 Şubat'ta görüştü", published)} <= {"2024-02-29"}


def test_the_same_day_leans_on_an_earlier_sentence() -> None:
    text = "aynı gün görüştü"
    cells = GAZETTEER.cells(text, 0, len(text), "tr")
    assert [found.relative for found in find_dates(cells, None)] == ["same"]


def test_two_dates_stand_in_the_order_of_reading() -> None:
    found = dates("15 Mart 2024'te ve 3 Kasım 2023'te görüştü")
    assert found == [("2024-03-15", "date"), ("2023-11-03", "date")]


@pytest.mark.parametrize("digit", "²½Ⅳ①")
def test_a_digit_that_is_no_number_is_no_day(digit: str) -> None:
    assert dates(f"{digit} Mart 2024 günü") in ([], [("2024-03", "gYearMonth")])
