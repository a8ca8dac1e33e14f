"""The frozen tables of states, places and organizations, read as the program reads them."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, parse

from kg.iri import BASE, BKG, term
from kg.resources import folder

SKOS = "http://www.w3.org/2004/02/skos/core#"
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
WD = "http://www.wikidata.org/entity/"
LANGUAGES = {"tr", "en", "ru", "kk"}
ROOT = Path(__file__).resolve().parents[3]
Node = dict[str, list[NamedNode | Literal]]


def read(name: str, kind: str) -> dict[str, Node]:
    """Return the resources of one kind of a file, by the end of their IRI."""
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    start = f"{BASE}{kind}/"
    for quad in parse(path=str(folder("ontology") / f"{name}.ttl")):
        subject, value = quad.subject, quad.object
        assert isinstance(subject, NamedNode)
        assert isinstance(value, NamedNode | Literal)
        if subject.value.startswith(start):
            nodes[subject.value.removeprefix(start)][quad.predicate.value].append(value)
    return nodes


COUNTRIES = read("countries", "country")
PLACES = read("places", "place")
ORGANIZATIONS = read("organizations", "organization")
STATES = sorted(COUNTRIES.keys() - {"XN"})
NAMES = [SKOS + "prefLabel", SKOS + "altLabel", BKG + "demonym", BKG + "metonym"]


def words(node: Node, predicates: Iterable[str], lang: str) -> set[str]:
    """Return the literals of a language under any of ``predicates``."""
    return {
        value.value
        for predicate in predicates
        for value in node.get(predicate, ())
        if isinstance(value, Literal) and value.language == lang
    }


def fold(text: str) -> str:
    """Return ``text`` without case, the four letters I of Turkish being one."""
    return text.replace("I", "i").replace("İ", "i").replace("ı", "i").casefold()


def only(node: Node, predicate: str) -> str:
    values = [value.value for value in node.get(predicate, ())]
    assert len(values) == 1, (predicate, values)
    return values[0]


def test_the_states_are_the_agreed_197_and_northern_cyprus() -> None:
    assert len(STATES) == 197
    assert {"VA", "PS", "XK", "TW"} < set(STATES)
    assert "XN" in COUNTRIES


@pytest.mark.parametrize("code", sorted(COUNTRIES))
def test_a_state_is_complete(code: str) -> None:
    node = COUNTRIES[code]
    assert only(node, BKG + "iso2") == code
    assert re.fullmatch(r"[A-Z]{3}", only(node, BKG + "iso3"))
    assert re.fullmatch(re.escape(WD) + r"Q[1-9]\d*", only(node, SKOS + "exactMatch"))
    labels = node[SKOS + "prefLabel"]
    assert sorted(label.language or "" for label in labels if isinstance(label, Literal)) == sorted(
        LANGUAGES
    )
    for lang in LANGUAGES:
        assert words(node, [BKG + "demonym"], lang), lang
    adjectives = words(node, [BKG + "demonym"], "ru")
    assert any(re.search(r"(ск|цк)ий$", word) for word in adjectives), adjectives
    capital = only(node, BKG + "capital")
    assert capital.removeprefix(term("place", "")) in PLACES


def test_codes_and_items_are_unique() -> None:
    for predicate in (BKG + "iso3", SKOS + "exactMatch"):
        values = [only(node, predicate) for node in COUNTRIES.values()]
        assert len(values) == len(set(values))


def beside(name: str) -> list[dict[str, str]]:
    """Return the rows of a table that stands beside this file; comments begin with #."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def test_codes_and_items_agree_with_a_second_source() -> None:
    second = {row["iso2"]: (row["iso3"], row["qid"]) for row in beside("country_coder.csv")}
    first = {
        code: (
            only(COUNTRIES[code], BKG + "iso3"),
            only(COUNTRIES[code], SKOS + "exactMatch").removeprefix(WD),
        )
        for code in STATES
    }
    assert first == second


def test_no_form_means_two_states_unless_both_say_so() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    doubtful: dict[str, set[str]] = defaultdict(set)
    for code, node in COUNTRIES.items():
        for lang in LANGUAGES:
            for word in words(node, NAMES, lang):
                owners[fold(word)].add(code)
            for word in words(node, [BKG + "ambiguousForm"], lang):
                doubtful[fold(word)].add(code)
    assert {
        form: codes
        for form, codes in owners.items()
        if len(codes) > 1 and not codes <= doubtful[form]
    } == {}


def test_an_ambiguous_form_of_a_state_is_a_name_of_some_state() -> None:
    known = {
        (word, lang)
        for node in COUNTRIES.values()
        for lang in LANGUAGES
        for word in words(node, NAMES, lang)
    } | {("Dominik", "tr"), ("РК", "ru")}
    for code, node in COUNTRIES.items():
        for lang in LANGUAGES:
            for word in words(node, [BKG + "ambiguousForm"], lang):
                assert (word, lang) in known, (code, word, lang)


@pytest.mark.parametrize("name", ["countries", "places", "organizations"])
def test_labels_are_tidy(name: str) -> None:
    for quad in parse(path=str(folder("ontology") / f"{name}.ttl")):
        value = quad.object
        if not isinstance(value, Literal):
            continue
        assert value.value == " ".join(value.value.split())
        assert unicodedata.is_normalized("NFC", value.value)
        if quad.predicate.value in NAMES and value.language in {"ru", "kk"}:
            assert not re.search(r"\b[a-zA-Z]+[а-яА-Я]|[а-яА-Я]+[a-zA-Z]", value.value), value
        if quad.predicate.value in NAMES and value.language in {"tr", "en"}:
            assert not re.search(r"[\u0400-\u052f]", value.value), value


def test_no_label_is_given_twice() -> None:
    for nodes in (COUNTRIES, PLACES, ORGANIZATIONS):
        for key, node in nodes.items():
            for lang in LANGUAGES:
                shown = words(node, [SKOS + "prefLabel"], lang)
                assert len(shown) <= 1, key
                assert not shown & words(node, [SKOS + "altLabel"], lang), key


def test_every_place_is_somewhere() -> None:
    assert len(PLACES) > 1000
    for key, node in PLACES.items():
        assert re.fullmatch(r"[A-Z]{2}/[a-z0-9]+(-[a-z0-9]+)*", key), key
        inside = [
            value.value.removeprefix(term("country", "")) for value in node[BKG + "inCountry"]
        ]
        assert key[:2] in inside
        assert set(inside) <= COUNTRIES.keys()
        assert -90 <= float(only(node, GEO + "lat")) <= 90
        assert -180 <= float(only(node, GEO + "long")) <= 180
        for lang in ("tr", "en"):
            assert words(node, [SKOS + "prefLabel"], lang), key


def test_capitals_are_linked_and_named_in_four_languages() -> None:
    unlinked = set()
    for code in STATES:
        key = only(COUNTRIES[code], BKG + "capital").removeprefix(term("place", ""))
        node = PLACES[key]
        assert code in {value.value[-2:] for value in node[BKG + "inCountry"]}
        for lang in LANGUAGES:
            assert words(node, [SKOS + "prefLabel"], lang), (key, lang)
        if SKOS + "exactMatch" not in node:
            unlinked.add(code)
    assert unlinked == {"PS"}


def test_items_of_capitals_agree_with_a_second_source() -> None:
    second = {row["state"]: row["capital"] for row in beside("wikidata_capitals.csv")}
    compared = 0
    for code in STATES:
        state = only(COUNTRIES[code], SKOS + "exactMatch").removeprefix(WD)
        if state in second:
            key = only(COUNTRIES[code], BKG + "capital").removeprefix(term("place", ""))
            assert only(PLACES[key], SKOS + "exactMatch").removeprefix(WD) == second[state], code
            compared += 1
    assert compared == len(second) > 150


SOUTH = (
    "AO AR AU BI BO BR BW CD CG CL EC FJ ID KE KM LS MG MU MW MZ NA NR NZ PE PG PY RW SB SC SZ TL "
    "TO TV TZ UY VU WS ZA ZM ZW"
)
WEST = (
    "AG AR BB BF BO BR BS BZ CA CI CL CO CR CU CV DM DO EC ES GB GD GH GM GN GT GW GY HN HT IE IS "
    "JM KN LC LR MA ML MR MX NI PA PE PT PY SL SN SR SV TO TT US UY VC VE WS"
)


def test_capitals_lie_in_the_right_quarter_of_the_globe() -> None:
    south, west = set(), set()
    for code in STATES:
        node = PLACES[only(COUNTRIES[code], BKG + "capital").removeprefix(term("place", ""))]
        if float(only(node, GEO + "lat")) < 0:
            south.add(code)
        if float(only(node, GEO + "long")) < 0:
            west.add(code)
    assert south == set(SOUTH.split())
    assert west == set(WEST.split())


def test_nicosia_is_the_capital_of_both_states_of_the_island() -> None:
    assert only(COUNTRIES["CY"], BKG + "capital") == only(COUNTRIES["XN"], BKG + "capital")
    assert words(PLACES["CY/nicosia"], [SKOS + "prefLabel"], "tr") == {"Lefkoşa"}


PROVINCES = """
Adana Adıyaman Afyonkarahisar Ağrı Aksaray Amasya Ankara Antalya Ardahan Artvin Aydın Balıkesir
Bartın Batman Bayburt Bilecik Bingöl Bitlis Bolu Burdur Bursa Çanakkale Çankırı Çorum Denizli
Diyarbakır Düzce Edirne Elazığ Erzincan Erzurum Eskişehir Gaziantep Giresun Gümüşhane Hakkari Hatay
Iğdır Isparta İstanbul İzmir Kahramanmaraş Karabük Karaman Kars Kastamonu Kayseri Kırıkkale
Kırklareli Kırşehir Kilis Kocaeli Konya Kütahya Malatya Manisa Mardin Mersin Muğla Muş Nevşehir
Niğde Ordu Osmaniye Rize Sakarya Samsun Siirt Sinop Sivas Şanlıurfa Şırnak Tekirdağ Tokat Trabzon
Tunceli Uşak Van Yalova Yozgat Zonguldak
"""
REGIONAL_CENTRES = """
Ақтау Ақтөбе Атырау Жезқазған Көкшетау Қарағанды Қостанай Қызылорда Қонаев Орал Өскемен Павлодар
Петропавл Семей Талдықорған Тараз Түркістан Астана Алматы Шымкент
"""


def test_the_provinces_of_turkey_and_centres_of_kazakhstan_are_there() -> None:
    assert len(PROVINCES.split()) == 81
    for prefix, lang, expected in (("TR/", "tr", PROVINCES), ("KZ/", "kk", REGIONAL_CENTRES)):
        known: set[str] = set()
        for key, node in PLACES.items():
            if key.startswith(prefix):
                known |= words(node, [SKOS + "prefLabel"], lang)
        assert set(expected.split()) - known == set()


@pytest.mark.parametrize(
    ("code", "lang", "form"),
    [
        ("US", "tr", "ABD"), ("US", "tr", "Amerikan"), ("US", "tr", "ABD'li"),
        ("AE", "tr", "BAE"), ("AE", "tr", "Emirlikli"), ("GB", "tr", "İngiltere"),
        ("GB", "tr", "Britanyalı"), ("GB", "tr", "İngiliz"), ("CN", "tr", "Çin Halk Cumhuriyeti"),
        ("CN", "tr", "Çinli"), ("RU", "tr", "Rusya Federasyonu"), ("RU", "tr", "Rus"),
        ("XN", "tr", "KKTC"), ("XN", "tr", "Kıbrıs Türkü"), ("CY", "tr", "GKRY"),
        ("CD", "tr", "DKC"), ("CI", "tr", "Fildişi Sahili"), ("CI", "tr", "Fildişili"),
        ("TR", "tr", "Türkiye Cumhuriyeti"), ("TR", "tr", "T.C."), ("TR", "tr", "Türk"),
        ("KZ", "tr", "Kazak"), ("KZ", "tr", "Kazakistanlı"), ("AZ", "tr", "Azeri"),
        ("AZ", "tr", "Azerbaycanlı"), ("DE", "tr", "Alman"), ("FR", "tr", "Fransız"),
        ("SA", "tr", "Suudi"), ("SA", "tr", "Suudi Arabistanlı"), ("UZ", "tr", "Özbek"),
        ("KG", "tr", "Kırgız"), ("TM", "tr", "Türkmen"), ("TJ", "tr", "Tacik"),
        ("GE", "tr", "Gürcü"), ("HU", "tr", "Macar"), ("PL", "tr", "Polonyalı"),
        ("NE", "tr", "Nijerli"), ("NG", "tr", "Nijeryalı"), ("IN", "tr", "Hint"),
        ("IN", "tr", "Hintli"), ("DM", "tr", "Dominikalı"), ("DO", "tr", "Dominikli"),
        ("BA", "tr", "Boşnak"), ("RS", "tr", "Sırp"), ("AL", "tr", "Arnavut"),
        ("GR", "tr", "Yunan"), ("ES", "tr", "İspanyol"), ("IT", "tr", "İtalyan"),
        ("JP", "tr", "Japon"), ("MN", "tr", "Moğol"), ("AF", "tr", "Afgan"),
        ("BY", "tr", "Beyaz Rusya"), ("TL", "tr", "Doğu Timor"), ("SZ", "tr", "Svaziland"),
        ("MM", "tr", "Myanmar"), ("PS", "tr", "Filistin"), ("CV", "tr", "Yeşil Burun Adaları"),
        ("KZ", "tr", "Akorda"), ("TR", "tr", "Beştepe"), ("RU", "tr", "Kremlin"),
        ("US", "tr", "Beyaz Saray"), ("FR", "tr", "Elize"), ("NL", "en", "Dutch"),
        ("GB", "en", "Briton"), ("TR", "en", "Turkey"), ("TR", "en", "Turkish"),
        ("AE", "en", "Emirati"), ("KZ", "en", "Kazakhstani"), ("US", "en", "U.S."),
        ("NE", "en", "Nigerien"), ("TR", "ru", "турецкий"), ("KZ", "ru", "казахстанский"),
        ("CN", "ru", "КНР"), ("RU", "ru", "РФ"), ("US", "ru", "США"), ("NE", "ru", "нигерский"),
        ("NG", "ru", "нигерийский"), ("TR", "kk", "түрік"), ("KZ", "kk", "қазақстандық"),
        ("RU", "kk", "ресейлік"), ("KZ", "kk", "Ақорда"), ("US", "kk", "АҚШ"),
    ],
)  # fmt: skip
def test_a_state_is_known_by_what_the_news_calls_it(code: str, lang: str, form: str) -> None:
    owners = {key for key, node in COUNTRIES.items() if form in words(node, NAMES, lang)}
    assert owners == {code}


@pytest.mark.parametrize(
    ("form", "lang", "codes"),
    [
        ("Kongo", "tr", {"CD", "CG"}), ("Kore", "tr", {"KP", "KR"}), ("Gine", "tr", {"GN"}),
        ("Kıbrıs", "tr", {"CY", "XN"}), ("Mısır", "tr", {"EG"}), ("Fas", "tr", {"MA"}),
        ("Mali", "tr", {"ML"}), ("Katar", "tr", {"QA"}), ("Georgia", "en", {"GE"}),
        ("Turkey", "en", {"TR"}), ("Jordan", "en", {"JO"}), ("Chad", "en", {"TD"}),
        ("Niger", "en", {"NE"}), ("Dominican", "en", {"DM", "DO"}), ("РК", "ru", {"KR", "KZ"}),
        ("ҚР", "kk", {"KG", "KZ"}),
    ],
)  # fmt: skip
def test_doubtful_names_are_marked(form: str, lang: str, codes: set[str]) -> None:
    marked = {
        key for key, node in COUNTRIES.items() if form in words(node, [BKG + "ambiguousForm"], lang)
    }
    assert codes <= marked


@pytest.mark.parametrize(
    ("key", "form"),
    [
        ("KZ/astana", "Nur-Sultan"), ("GR/thessaloniki", "Selanik"), ("DE/cologne", "Köln"),
        ("CH/geneva", "Cenevre"), ("GE/batumi", "Batum"), ("UZ/samarkand", "Semerkant"),
        ("NL/the-hague", "Lahey"), ("KZ/turkistan", "Türkistan"), ("PK/karachi", "Karaçi"),
        ("AZ/shusha", "Şuşa"), ("RU/kazan", "Kazan"), ("SY/aleppo", "Halep"), ("IQ/mosul", "Musul"),
        ("EG/alexandria", "İskenderiye"), ("BG/plovdiv", "Filibe"), ("MK/skopje", "Üsküp"),
        ("UA/crimea", "Kırım"), ("XN/kyrenia", "Girne"), ("SA/jeddah", "Cidde"),
    ],
)  # fmt: skip
def test_a_city_has_its_turkish_name(key: str, form: str) -> None:
    assert form in words(PLACES[key], NAMES, "tr")


@pytest.mark.parametrize(
    ("key", "form"),
    [("TR/van", "Van"), ("TR/ordu", "Ordu"), ("TR/batman", "Batman"), ("KZ/oral", "Oral"),
     ("GB/bath", "Bath"), ("FR/nice", "Nice"), ("DZ/algiers", "Cezayir"), ("TN/tunis", "Tunus"),
     ("PK/hyderabad", "Haydarabad"), ("IN/hyderabad", "Haydarabad")],
)  # fmt: skip
def test_a_city_that_is_also_a_word_a_state_or_another_city_is_marked(key: str, form: str) -> None:
    assert form in words(PLACES[key], [BKG + "ambiguousForm"], "tr")


def test_organizations_are_named_in_four_languages() -> None:
    for key, node in ORGANIZATIONS.items():
        for lang in LANGUAGES:
            assert words(node, [SKOS + "prefLabel"], lang), (key, lang)


@pytest.mark.parametrize(
    ("key", "lang", "form"),
    [
        ("un", "tr", "BM"), ("eu", "tr", "AB"), ("ots", "tr", "TDT"), ("ots", "en", "OTS"),
        ("oic", "tr", "İİT"), ("osce", "tr", "AGİT"), ("sco", "ru", "ШОС"), ("cis", "kk", "ТМД"),
        ("csto", "ru", "ОДКБ"), ("eaeu", "tr", "AEB"), ("who", "tr", "DSÖ"), ("iaea", "tr", "UAEA"),
        ("gcc", "tr", "KİK"), ("bsec", "tr", "KEİ"), ("eco", "tr", "EİT"), ("tika", "tr", "TİKA"),
    ],
)  # fmt: skip
def test_an_organization_is_known_by_its_letters(key: str, lang: str, form: str) -> None:
    owners = {name for name, node in ORGANIZATIONS.items() if form in words(node, NAMES, lang)}
    assert owners == {key}


def test_agencies_belong_to_a_state() -> None:
    for key in ("tika", "afad", "tbmm", "diyanet", "trt"):
        assert only(ORGANIZATIONS[key], BKG + "ofCountry") == term("country", "TR")


def test_the_files_are_what_the_tool_writes() -> None:
    pytest.importorskip("rigour", reason="pip install rigour")
    pytest.importorskip("babel", reason="pip install babel")
    tool = ROOT / "tools" / "build_countries.py"
    run = subprocess.run(
        [sys.executable, str(tool), "--check"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
