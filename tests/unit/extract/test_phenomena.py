"""Sentences with one difficulty each; the names are invented. Positions and events, exactly."""

from __future__ import annotations

import pytest
from rows import rows

from kg.extract.extractor import Extractor
from kg.ingest.base import article

Row = tuple[object, ...]
DAY = "2024-03-15"
KOCA = ("Fahrettin Koca", "minister", "TR", "health", None, False)
SAPIYEV = ("Yerkebulan Sapiyev", "ambassador", "KZ", None, "TR", False)
TOPRAK = ("Kerem Toprak", "minister", "TR", "foreign-affairs", None, False)


def event(
    kind: str, states: str, people: tuple[str, ...] = (), status: str = "occurred", place: str = ""
) -> Row:
    return (kind, tuple(states.split()), people, status, place or None)


CASES: dict[str, tuple[str, list[Row], list[Row]]] = {
    "seat is the host": (
        "Kazakistan’ın Ankara Büyükelçisi Yerkebulan Sapiyev temaslarda bulundu.", [SAPIYEV], [],
    ),
    "no genitive": (
        ("Kazakistan Ankara Büyükelçisi Yerkebulan Sapiyev, Türkiye Sağlık Bakanı Fahrettin Koca "
        "tarafından kabul edildi."),
        [KOCA, SAPIYEV],
        [event("Meeting", "KZ TR", ("Fahrettin Koca", "Yerkebulan Sapiyev"))],
    ),
    "vacant office": (
        "Kazakistan'ın Ankara Büyükelçisi'nin açıklaması yankı uyandırdı.", [], [],
    ),
    "two states in one clause": (
        ("Türkiye'nin Bakü Büyükelçisi Levent Akgül, Azerbaycan Sağlık Bakanı Rüstem Kasımov'e "
        "mektup yazdı."),
        [("Levent Akgül", "ambassador", "TR", None, "AZ", False),
         ("Rüstem Kasımov", "minister", "AZ", "health", None, False)],
        [],
    ),
    "title and surname": (
        ("Sağlık Bakanı Fahrettin Koca toplantıya katıldı. Bakan Koca, iş birliğinin süreceğini "
        "söyledi."),
        [KOCA], [],
    ),
    "counterpart copies the office": (
        "Dışişleri Bakanı Kerem Toprak, Gürcü mevkidaşı Nino Kapanadze ile görüştü.",
        [TOPRAK, ("Nino Kapanadze", "minister", "GE", "foreign-affairs", None, False)],
        [event("Meeting", "GE TR", ("Kerem Toprak", "Nino Kapanadze"))],
    ),
    "longest title wins": (
        "Cumhurbaşkanı Yardımcısı Selim Korkmaz konuştu.",
        [("Selim Korkmaz", "deputy-head", "TR", None, None, False)], [],
    ),
    "deputy minister of three names": (
        "Dışişleri Bakan Yardımcısı Ali Kemal Tuna, Özbek heyetini kabul etti.",
        [("Ali Kemal Tuna", "deputy-minister", "TR", "foreign-affairs", None, False)],
        [event("Meeting", "TR UZ", ("Ali Kemal Tuna",))],
    ),
    "former envoy": (
        "Almanya'nın eski Ankara Büyükelçisi Lukas Brandt kitabını tanıttı.",
        [("Lukas Brandt", "ambassador", "DE", None, "TR", True)], [],
    ),
    "Former begins the sentence": (
        "Eski Dışişleri Bakanı Tarık Sönmezoğlu, Toprak ile görüştü.",
        [("Tarık Sönmezoğlu", "minister", "TR", "foreign-affairs", None, True)], [],
    ),
    "negated passive": ("İki ülke arasında henüz bir anlaşma imzalanmadı.", [], []),
    "expected signing": (
        "Türkiye ile Özbekistan arasında savunma alanında mutabakat zaptı imzalanması bekleniyor.",
        [], [event("Signing", "TR UZ", status="planned")],
    ),
    "alleged signing": ("Türkiye ile Irak'ın güvenlik anlaşması imzaladığı iddia edildi.", [], []),
    "future visit": (
        "Türkiye Dışişleri Bakanı Kerem Toprak yarın Bişkek'e gidecek.", [TOPRAK],
        [event("Visit", "KG TR", ("Kerem Toprak",), "planned", "KG/bishkek")],
    ),
    "converb keeps the subject": (
        ("Türkiye Dışişleri Bakanı Kerem Toprak, Azerbaycan Dışişleri Bakanı Elçin Nesirov ile bir "
        "araya gelerek enerji projelerini ele aldı."),
        [("Elçin Nesirov", "minister", "AZ", "foreign-affairs", None, False), TOPRAK],
        [event("Meeting", "AZ TR", ("Elçin Nesirov", "Kerem Toprak"))],
    ),
    "plural office": (
        "Toplantı, Kazak ve Türk sağlık bakanlarının katılımıyla Astana'da yapıldı.", [],
        [event("Meeting", "KZ TR", place="KZ/astana")],
    ),
    "capitals stand for states": ("Ankara, Tahran'a nota verdi.", [], [event("Protest", "IR TR")]),
    "locative capital is a place": (
        ("Türkiye Sağlık Bakanı Fahrettin Koca Ankara'da Kazakistan Büyükelçisi Yerkebulan "
        "Sapiyev'i kabul etti."),
        [KOCA, SAPIYEV],
        [event("Meeting", "KZ TR", ("Fahrettin Koca", "Yerkebulan Sapiyev"), place="TR/ankara")],
    ),
    "passive summons": (
        "Rusya'nın Ankara Büyükelçisi Dışişleri Bakanlığına çağrıldı.", [],
        [event("Protest", "RU TR")],
    ),
    "postponed visit": (
        "ABD Dışişleri Bakanı Daniel Harper'ın Türkiye ziyareti ertelendi.",
        [("Daniel Harper", "minister", "US", "foreign-affairs", None, False)],
        [event("Visit", "TR US", ("Daniel Harper",), "cancelled", "TR")],
    ),
    "mayor without a name": (
        "İstanbul Büyükşehir Belediye Başkanı, Kazak heyetini kabul etti.", [],
        [event("Meeting", "KZ TR")],
    ),
    "headline in capitals": (
        "TÜRKİYE İLE KAZAKİSTAN ARASINDA SAĞLIK ANLAŞMASI İMZALANDI.", [],
        [event("Signing", "KZ TR")],
    ),
    "ratification is no signature": (
        "Kırgızistan ve Tacikistan sınır anlaşmasını onayladı.", [], [],
    ),
    "people inside an organisation": (
        "Türk Devletleri Teşkilatı Genel Sekreteri Azamat Düyşenov Bakü'yü ziyaret etti.",
        [("Azamat Düyşenov", "head-of-organization", None, None, None, False)], [],
    ),
    "figures": ("Ticaret hacmi 2023 yılında 6,5 milyar dolara ulaştı.", [], []),
    "embassy is no ambassador": (
        "Azerbaycan'ın Ankara Büyükelçiliği taziye mesajı yayımladı.", [], [],
    ),
    "genitive of a place": (
        "Bakan, Ankara'nın Çankaya ilçesinde yeni büyükelçilik binasını açtı.", [], [],
    ),
    "three states": (
        "Türkiye, Azerbaycan ve Gürcistan dışişleri bakanları Batum'da bir araya geldi.", [],
        [event("Meeting", "AZ GE TR", place="GE/batumi")],
    ),
    "commission": (
        "Türkiye-Kazakistan Karma Ekonomik Komisyonu Sekizinci Toplantısı Astana'da yapıldı.", [],
        [event("Meeting", "KZ TR", place="KZ/astana")],
    ),
    "consul of a city": (
        "Türkiye'nin Almatı Başkonsolosu Evren Duru göreve başladı.",
        [("Evren Duru", "consul", "TR", None, "KZ", False)], [],
    ),
    "host beside a name": (
        ("Kazakhstan's Ambassador to Türkiye Yerkebulan Sapiyev met Turkish Health Minister "
        "Fahrettin Koca."),
        [KOCA, SAPIYEV],
        [event("Meeting", "KZ TR", ("Fahrettin Koca", "Yerkebulan Sapiyev"))],
    ),
    "apposition and passive": (
        ("The Turkish ambassador to Azerbaijan, Levent Akgul, was received by President Farid "
        "Mammadli."),
        [("Farid Mammadli", "head-of-state", "AZ", None, None, False),
         ("Levent Akgul", "ambassador", "TR", None, "AZ", False)],
        [event("Meeting", "AZ TR", ("Farid Mammadli", "Levent Akgul"))],
    ),
    "title of a state, name": (
        "The Transport Minister of Germany, Tomas Velek, met Polish Transport Minister Jan Berg.",
        [("Jan Berg", "minister", "PL", "transport", None, False),
         ("Tomas Velek", "minister", "DE", "transport", None, False)],
        [event("Meeting", "DE PL", ("Jan Berg", "Tomas Velek"))],
    ),
    "negated visit": ("Foreign Minister Toprak did not visit Tehran.", [], []),
    "two capitals plan": (
        "Ankara and Astana plan to sign a health agreement.", [],
        [event("Signing", "KZ TR", status="planned")],
    ),
    "denied reports": (
        "Reports that Georgia summoned the Russian ambassador were denied by Tbilisi.", [], [],
    ),
    "Secretary of State": (
        "Former U.S. Secretary of State Peter Lawson met Turkish Foreign Minister Kerem Toprak.",
        [TOPRAK, ("Peter Lawson", "minister", "US", "foreign-affairs", None, True)],
        [event("Meeting", "TR US", ("Kerem Toprak", "Peter Lawson"))],
    ),
    "ministers of three states": (
        "The ministers of Türkiye, Azerbaijan and Georgia met in Batumi.", [],
        [event("Meeting", "AZ GE TR", place="GE/batumi")],
    ),
}  # fmt: skip


OPEN: dict[str, str] = {}  # case -> why it is not read yet


def cases() -> list[object]:
    return [
        pytest.param(case, marks=pytest.mark.xfail(strict=True, reason=OPEN[case]))
        if case in OPEN
        else case
        for case in CASES
    ]


@pytest.mark.parametrize("case", cases())
def test_positions_and_events_are_exactly_these(extractor: Extractor, case: str) -> None:
    text, positions, events = CASES[case]
    found = rows(extractor.read(article(text, "x", "x")))
    assert list(found.positions) == sorted(positions, key=repr)
    assert [row[:5] for row in found.events] == events


def test_a_relative_date_is_reckoned_from_the_day_of_publication(extractor: Extractor) -> None:
    text, _, _ = CASES["future visit"]
    found = rows(extractor.read(article(text, "x", "x", published=DAY)))
    assert [row[5] for row in found.events] == ["2024-03-16"]


def test_direct_speech_is_a_statement_of_its_speaker(extractor: Extractor) -> None:
    text = (
        "Türkiye Sağlık Bakanı Fahrettin Koca ile Kazakistan'ın Ankara Büyükelçisi Yerkebulan "
        'Sapiyev görüştü. Büyükelçi Sapiyev: "İki ülke kardeştir. İş birliğimiz sürecek." dedi.'
    )
    found = rows(extractor.read(article(text, "x", "x")))
    assert [row[:2] for row in found.statements] == [("Yerkebulan Sapiyev", "positive")]
