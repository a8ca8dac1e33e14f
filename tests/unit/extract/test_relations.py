"""Cooperation, agreements, statements and initiatives, a sentence or two each."""

from __future__ import annotations

import pytest
from rows import rows

from kg.extract.extractor import Extractor
from kg.ingest.base import article

PAIR = "KZ-TR"
BOTH = ("KZ", "TR")
KOCA = "Türkiye Sağlık Bakanı Ali Koca"
TALKS = f"{KOCA} ile Kazakistan Sağlık Bakanı Aylin Duru görüştü."
STATES = "Türkiye ile Kazakistan arasında"


@pytest.mark.parametrize(
    ("text", "domains"),
    [
        ("Türkiye ile Kazakistan enerji ve ulaştırma alanlarında iş birliği yapıyor.",
         "energy transport"),
        (f"{STATES} sağlık alanında işbirliği protokolü imzalandı.", "health"),
        (f"{STATES} kültür ve turizm alanlarında iki mutabakat zaptı imzalandı.",
         "culture tourism"),
        (f"{TALKS} Görüşmede tarım alanında ortak projeler ele alındı.", "agriculture"),
        ("Turkey and Kazakhstan cooperate in energy and transport.", "energy transport"),
        ("Turkey and Kazakhstan signed a memorandum of understanding on tourism.", "tourism"),
        (f"{STATES} her alanda iş birliği sürüyor.", ""),
        ("Türkiye, Kazakistan'a insani yardım gönderdi.", ""),
        ("Kazakistan, sağlık sistemini güçlendiriyor.", ""),
        ("Kazakhstan strengthens its health system.", ""),
    ],
)  # fmt: skip
def test_cooperation(extractor: Extractor, text: str, domains: str) -> None:
    found = rows(extractor.read(article(text, "x", "x")))
    assert found.cooperation == tuple((PAIR, domain) for domain in domains.split())


def test_three_states_cooperate_in_three_pairs(extractor: Extractor) -> None:
    text = (
        "Türkiye, Kazakistan ve Özbekistan arasında ulaştırma alanında üçlü iş birliği "
        "anlaşması imzalandı."
    )
    found = rows(extractor.read(article(text, "x", "x")))
    pairs = ("KZ-TR", "KZ-UZ", "TR-UZ")
    assert found.cooperation == tuple((pair, "transport") for pair in pairs)
    assert found.agreements == ((("KZ", "TR", "UZ"), "agreement", "signed", "transport"),)


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        (f"{STATES} anlaşma imzalandı.", ("agreement", "signed", None)),
        (f"{STATES} sağlık alanında iş birliği protokolü imzalandı.",
         ("protocol", "signed", "health")),
        (f"{STATES} enerji alanında mutabakat zaptı imzalanacak.",
         ("memorandum", "planned", "energy")),
        ("Türkiye ile Kazakistan, turizm alanında niyet mektubu imzaladı.",
         ("other", "signed", "tourism")),
        (f"{STATES} ortak bildiri imzalandı.", ("declaration", "signed", None)),
        ("Türkiye ile Kazakistan arasındaki anlaşmanın süresi sona erdi.",
         ("agreement", "expired", None)),
        ("Türkiye ile Kazakistan arasındaki vize muafiyeti anlaşması yürürlüğe girdi.",
         ("agreement", "in-force", "migration-consular")),
        ("Turkey and Kazakhstan signed a memorandum of understanding on tourism.",
         ("memorandum", "signed", "tourism")),
        ("Turkey and Kazakhstan will sign an agreement on energy.",
         ("agreement", "planned", "energy")),
    ],
)  # fmt: skip
def test_an_agreement(extractor: Extractor, text: str, agreement: tuple[object, ...]) -> None:
    found = rows(extractor.read(article(text, "x", "x")))
    assert found.agreements == ((BOTH, *agreement),)


@pytest.mark.parametrize(
    ("text", "stance", "domains"),
    [
        ((f"{KOCA}, Kazakistan ile sağlık alanındaki iş birliğinden memnuniyet duyduklarını "
         "söyledi."), "positive", ("health",)),
        (f"{KOCA}, Kazakistan'ın tutumunu sert sözlerle eleştirdi.", "negative", ()),
        (f"{KOCA}, Kazakistan ile iş birliğine önem verdiklerini belirtti.", "positive", ()),
        (("Turkish Health Minister Ali Koca said Turkey values cooperation with Kazakhstan in "
         "health."), "positive", ("health",)),
        ("Turkish Foreign Minister Ali Koca condemned Kazakhstan's decision.", "negative", ()),
    ],
)  # fmt: skip
def test_a_statement(
    extractor: Extractor, text: str, stance: str, domains: tuple[str, ...]
) -> None:
    found = rows(extractor.read(article(text, "x", "x")))
    assert found.statements == (("Ali Koca", stance, domains, PAIR),)


@pytest.mark.parametrize(
    "text",
    [
        f"{KOCA}'nın Kazakistan ile iş birliğinin önemini dile getirmesi bekleniyor.",
        "Bir yetkili, Türkiye ile Kazakistan arasındaki iş birliğinin süreceğini söyledi.",
        "An official said Turkey values cooperation with Kazakhstan.",
    ],
)
def test_expected_speech_and_unnamed_speakers_say_nothing(extractor: Extractor, text: str) -> None:
    assert rows(extractor.read(article(text, "x", "x"))).statements == ()


def test_an_initiative_belongs_to_who_proposed_it(extractor: Extractor) -> None:
    text = f"{TALKS} Koca, ortak hastane kurulması konusunda önerilerde bulundu."
    found = rows(extractor.read(article(text, "x", "x")))
    assert [row[:4] for row in found.initiatives] == [(PAIR, "health", "Ali Koca", "proposed")]


def test_what_the_talks_decide_belongs_to_nobody(extractor: Extractor) -> None:
    text = f"{TALKS} Görüşmede ortak laboratuvar kurulması kararlaştırıldı."
    found = rows(extractor.read(article(text, "x", "x")))
    label = "ortak laboratuvar kurulması"
    assert found.initiatives == ((PAIR, "science", None, "agreed", label),)


def test_one_states_own_plans_are_no_initiative(extractor: Extractor) -> None:
    text = "Kazakistan Sağlık Bakanı Aylin Duru, yeni hastane kurulmasını önerdi."
    assert rows(extractor.read(article(text, "x", "x"))).initiatives == ()
