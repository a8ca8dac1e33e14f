"""What holds for every text: no failure, spans inside, no memory, nothing from strangers."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rows import rows

from kg.extract.extractor import Extractor
from kg.ingest import records
from kg.ingest.base import article
from kg.model.text import Article
from kg.nlp.segment import MAX_SENTENCE, segment
from kg.onto.lexicon import label
from kg.onto.load import load
from kg.rdf.emit import Emitter
from kg.rdf.known import known

GOLD = sorted((Path(__file__).resolve().parents[2] / "data" / "gold").glob("*.json"))
WORDS = (
    """
Türkiye Kazakistan’ın Almanya'da Ankara Astana'da Büyükelçisi Bakanı Bakan Cumhurbaşkanı Sağlık
Dışişleri Sayın Dr. Prof. eski mevkidaşı Koca Sapiyev’in Aylin O'Neill bin von ve ile arasında
görüştü görüşme görüşmede bir araya geldi ziyaret etti imzalandı imzalanmadı ertelendi iptal edildi
bekleniyor iddia edildi söyledi dedi belirtti iki ülke anlaşma mutabakat zaptı iş birliği işbirliği
alanında enerji eğitim ortak 15 Mart 2024'te dün yarın pazartesi 3-5 Kasım Türkiye-Kazakistan
met with signed the Ambassador to of Minister said between Turkey and Kazakhstan agreement will
not visit visited health cooperation Foreign U.S. U.K.'s President's yesterday on 5 March
министр посол Казахстана встретился с Турция елшісі кездесті Қазақстан
( ) , . ; : — - – " “ ” « » ' ’ ! ? … ... • \t \n \n\n \u00a0 😀 İ I ı i 1. a) % & @ # \\
""".replace("\\t", "\t")
    .replace("\\n", "\n")
    .split(" ")
)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)
TEXTS = st.one_of(st.text(min_size=1, max_size=300), PHRASES)
LANGS = st.sampled_from([None, "tr", "en", "ru", "kk"])
DAYS = st.sampled_from([None, "2024-02-29", "1999-12-31"])


@cache
def shared() -> Extractor:
    """Return one extractor for generated examples, which print their arguments."""
    return Extractor(load())


def gold(path: Path) -> Article:
    return records.read(path.read_bytes(), path.stem, path.name)


def language(path: Path) -> str:
    return str(json.loads(path.read_text("utf-8"))["lang"])


@given(TEXTS, LANGS, DAYS)
@settings(max_examples=400)
def test_any_text_is_read_and_printed(text: str, lang: str | None, published: str | None) -> None:
    assume(text.strip() and article(f".{text}", "x", "x").text.strip("."))
    read = article(f"{text}.", "x", "x", lang=lang, published=published)
    reading = shared().read(read)
    assert reading.document.article == read
    for fact in reading.facts:
        assert fact.evidence
        assert {value.sentence for value in fact.values} <= set(fact.evidence)
        assert max(fact.evidence) < len(reading.document.sentences)
    assert Emitter(known(shared().lexicon)).emit(reading)


@given(TEXTS, st.integers(1, 40), LANGS)
@settings(max_examples=300)
def test_sentences_stand_inside_the_text_in_order(text: str, times: int, lang: str | None) -> None:
    stored = article(f"a{text * times}", "x", "x", lang=lang).text
    document = segment(article(stored, "x", "x", lang=lang))
    finish = 0
    for number, sentence in enumerate(document.sentences):
        span = sentence.span
        words = document.exact(sentence)
        assert sentence.index == number
        assert finish <= span.begin < span.finish <= len(stored)
        assert words == words.strip()
        assert len(words) <= MAX_SENTENCE
        assert stored[finish : span.begin].strip() == ""  # nothing is left out
        finish = span.finish
    assert stored[finish:].strip() == ""


def test_reading_does_not_depend_on_what_was_read_before() -> None:
    articles = [gold(path) for path in GOLD]
    one, other = Extractor(load()), Extractor(load())
    forth = {a.identifier: one.read(a) for a in articles}
    back = {a.identifier: other.read(a) for a in reversed(articles)}
    assert forth == back
    assert [one.read(a) for a in articles[:20]] == [forth[a.identifier] for a in articles[:20]]


STRANGERS = {
    "tr": "Fiji Ulaştırma Bakanı Tomasi Vakalala ile Samoa Ulaştırma Bakanı Sione Leota Suva'da "
    "görüştü. Fiji ile Samoa arasında ulaştırma alanında anlaşma imzalandı.",
    "en": "Fijian Transport Minister Tomasi Vakalala met Samoan Transport Minister Sione Leota in "
    "Suva. Fiji and Samoa signed an agreement on transport.",
}
PLACED = [path for path in GOLD if language(path) in STRANGERS]


@pytest.mark.parametrize("path", PLACED, ids=lambda path: path.stem)
def test_a_last_paragraph_about_strangers_changes_nothing_before_it(
    path: Path, extractor: Extractor
) -> None:
    before = gold(path)
    text = f"{before.text}\n\n{STRANGERS[language(path)]}"
    one, other = extractor.read(before), extractor.read(replace(before, text=text, sha256="0" * 64))
    count = len(one.document.sentences)
    old = tuple(fact for fact in other.facts if fact.evidence[0] < count)
    assert len(other.facts) > len(old)  # the strangers are read too
    assert rows(replace(other, facts=old)) == rows(one)
    assert {fact.evidence for fact in old} == {fact.evidence for fact in one.facts}


NEUTRAL = {
    "tr": "{0} ile {1} arasında ulaştırma alanında anlaşma imzalandı.\n\n"
    "{0} Ulaştırma Bakanı Tomas Velek ile {1} Ulaştırma Bakanı Sione Leota görüştü. "
    "Velek, {1} ile iş birliğine önem verdiklerini söyledi.",
    "en": "{0} and {1} signed an agreement on transport.\n\n"
    "{0}'s Transport Minister Tomas Velek met {1}'s Transport Minister Sione Leota. "
    "Velek said that cooperation with {1} is important.",
}
CODES = sorted(load().capitals)
RING = list(zip(CODES, CODES[97:] + CODES[:97], strict=True))  # every state twice


@pytest.mark.parametrize("lang", NEUTRAL)
@pytest.mark.parametrize("pair", RING, ids="-".join)
def test_two_states_swapped_in_the_text_are_swapped_in_the_facts(
    pair: tuple[str, str], lang: str, extractor: Extractor
) -> None:
    found = []
    for codes in (pair, pair[::-1]):
        names = (label(load(), "country", code, lang) for code in codes)
        text = NEUTRAL[lang].format(*names)
        stated = rows(extractor.read(article(text, "x", "x", lang=lang)))
        assert stated.positions == (
            ("Sione Leota", "minister", codes[1], "transport", None, False),
            ("Tomas Velek", "minister", codes[0], "transport", None, False),
        )
        found.append(replace(stated, positions=()))
    one, other = found
    assert one == other
    countries = tuple(sorted(pair))
    assert [event[:2] for event in one.events] == [("Meeting", countries), ("Signing", countries)]
    assert one.agreements == ((countries, "agreement", "signed", "transport"),)
    assert one.cooperation == (("-".join(countries), "transport"),)
