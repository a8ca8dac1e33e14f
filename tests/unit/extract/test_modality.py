"""Did it happen: planned, cancelled, postponed, denied, alleged, wished, in two languages."""

from __future__ import annotations

import pytest
from rows import rows

from kg.extract.extractor import Extractor
from kg.ingest.base import article

TR = "Türkiye Sağlık Bakanı Fahrettin Koca, Kazakistan Sağlık Bakanı Aylin Duru ile "
TR_OF = "Türkiye Sağlık Bakanı Fahrettin Koca'nın Kazakistan Sağlık Bakanı Aylin Duru ile "
EN = "Turkish Health Minister Fahrettin Koca "
EN_WITH = " Kazakh Health Minister Aylin Duru"


def statuses(extractor: Extractor, text: str, lang: str) -> list[tuple[object, object, object]]:
    read = article(text, "x", "x", lang=lang, published="2024-03-15")
    return [(row[0], row[3], row[5]) for row in rows(extractor.read(read)).events]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{TR}görüştü.", "occurred"),
        (f"{TR}bir araya geldi.", "occurred"),
        (f"{TR}görüşüyor.", "occurred"),
        (f"{TR_OF}görüştüğü bildirildi.", "occurred"),
        (f"{TR}görüşecek.", "planned"),
        (f"{TR_OF}görüşmesi bekleniyor.", "planned"),
        (f"{TR_OF}görüşmesi planlanıyor.", "planned"),
        (f"{TR_OF}görüşeceği açıklandı.", "planned"),
        (f"{TR_OF}görüşmesi iptal edildi.", "cancelled"),
        (f"{TR_OF}görüşmesi ertelendi.", "cancelled"),
        (f"{TR}görüşmedi.", None),
        (f"{TR}görüşmeyecek.", None),
        (f"{TR_OF}görüştüğü iddia edildi.", None),
        (f"{TR_OF}görüştüğü yalanlandı.", None),
        (f"{TR_OF}görüştüğü doğrulanmadı.", None),
        (f"{TR}görüşmek istiyor.", None),
        (f"{TR_OF}görüşmesi gerekiyor.", None),
        (f"{TR_OF}görüşmesi ihtimali var.", None),
    ],
)
def test_a_turkish_meeting(extractor: Extractor, text: str, status: str | None) -> None:
    found = statuses(extractor, text, "tr")
    assert found == ([("Meeting", status, None)] if status else [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{EN}met{EN_WITH}.", "occurred"),
        (f"{EN}held talks with{EN_WITH}.", "occurred"),
        (f"{EN}has met{EN_WITH}.", "occurred"),
        (f"{EN}will meet{EN_WITH}.", "planned"),
        (f"{EN}is expected to meet{EN_WITH}.", "planned"),
        (f"{EN}plans to meet{EN_WITH}.", "planned"),
        (f"A meeting between {EN}and{EN_WITH} was cancelled.", "cancelled"),
        (f"A meeting between {EN}and{EN_WITH} was postponed.", "cancelled"),
        (f"{EN}did not meet{EN_WITH}.", None),
        (f"{EN}will not meet{EN_WITH}.", None),
        (f"{EN}allegedly met{EN_WITH}.", None),
        (f"Officials denied that {EN}met{EN_WITH}.", None),
        (f"{EN}could meet{EN_WITH}.", None),
        (f"{EN}wants to meet{EN_WITH}.", None),
        (f"{EN}should meet{EN_WITH}.", None),
    ],
)
def test_an_english_meeting(extractor: Extractor, text: str, status: str | None) -> None:
    found = statuses(extractor, text, "en")
    assert found == ([("Meeting", status, None)] if status else [])


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (f"{TR_OF}görüşmesi 3 Nisan 2024'e ertelendi.", "tr"),
        (f"A meeting between {EN}and{EN_WITH} was postponed to 3 April 2024.", "en"),
    ],
)
def test_a_meeting_postponed_to_a_new_date_is_planned(
    extractor: Extractor, text: str, lang: str
) -> None:
    assert statuses(extractor, text, lang) == [("Meeting", "planned", "2024-04-03")]


@pytest.mark.parametrize(
    ("text", "lang", "status"),
    [
        ("Türkiye ile Kazakistan arasında anlaşma imzalandı.", "tr", "occurred"),
        ("Türkiye ile Kazakistan arasında anlaşma imzalanacak.", "tr", "planned"),
        ("Türkiye ile Kazakistan arasında anlaşma imzalanması bekleniyor.", "tr", "planned"),
        ("Türkiye ile Kazakistan arasında anlaşma imzalanmadı.", "tr", None),
        ("Türkiye ile Kazakistan'ın anlaşma imzaladığı iddia edildi.", "tr", None),
        ("Turkey and Kazakhstan signed an agreement.", "en", "occurred"),
        ("Turkey and Kazakhstan will sign an agreement.", "en", "planned"),
        ("Turkey and Kazakhstan plan to sign an agreement.", "en", "planned"),
        ("Turkey and Kazakhstan did not sign an agreement.", "en", None),
        ("Turkey and Kazakhstan have not signed an agreement.", "en", None),
    ],
)
def test_a_signing(extractor: Extractor, text: str, lang: str, status: str | None) -> None:
    found = statuses(extractor, text, lang)
    assert found == ([("Signing", status, None)] if status else [])


@pytest.mark.parametrize(
    ("text", "lang", "status"),
    [
        ("Türkiye Cumhurbaşkanı Ali Velek Kazakistan'ı ziyaret etti.", "tr", "occurred"),
        ("Türkiye Cumhurbaşkanı Ali Velek Kazakistan'ı ziyaret edecek.", "tr", "planned"),
        ("Türkiye Cumhurbaşkanı Ali Velek yarın Kazakistan'a gidecek.", "tr", "planned"),
        ("Türkiye Cumhurbaşkanı Ali Velek'in Kazakistan ziyareti ertelendi.", "tr", "cancelled"),
        ("Türkiye Cumhurbaşkanı Ali Velek'in Kazakistan ziyareti iptal edildi.", "tr", "cancelled"),
        ("Türkiye Cumhurbaşkanı Ali Velek'in Kazakistan'ı ziyaret etmesi bekleniyor.", "tr",
         "planned"),
        ("Türkiye Cumhurbaşkanı Ali Velek Kazakistan'ı ziyaret etmedi.", "tr", None),
        ("Türkiye Başbakanı Ali Velek'in Kazakistan'ı ziyaret ettiği iddia edildi.", "tr", None),
        ("Turkish President Ali Velek visited Kazakhstan.", "en", "occurred"),
        ("Turkish President Ali Velek will visit Kazakhstan.", "en", "planned"),
        ("Turkish President Ali Velek's visit to Kazakhstan was postponed.", "en", "cancelled"),
        ("Turkish President Ali Velek cancelled his visit to Kazakhstan.", "en", "cancelled"),
        ("Turkish President Ali Velek did not visit Kazakhstan.", "en", None),
        ("Turkish President Ali Velek might visit Kazakhstan.", "en", None),
    ],
)  # fmt: skip
def test_a_visit(extractor: Extractor, text: str, lang: str, status: str | None) -> None:
    found = [row[:2] for row in statuses(extractor, text, lang)]
    assert found == ([("Visit", status)] if status else [])
