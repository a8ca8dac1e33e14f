"""Endings: what a form of a known word says about case, number, tense, voice and polarity."""

from __future__ import annotations

import pytest

from kg.nlp.features import Feature
from kg.nlp.lang import LANGUAGES
from kg.nlp.lang.en import verb_forms

NOM, GEN, DAT, ACC = Feature.NOM, Feature.GEN, Feature.DAT, Feature.ACC
LOC, ABL, INS = Feature.LOC, Feature.ABL, Feature.INS
PLURAL, POSS, KI = Feature.PLURAL, Feature.POSS, Feature.KI
PAST, PRESENT, FUTURE, NEGATED = Feature.PAST, Feature.PRESENT, Feature.FUTURE, Feature.NEGATED
PASSIVE, FINITE, CONVERB, WISH = Feature.PASSIVE, Feature.FINITE, Feature.CONVERB, Feature.WISH
NOUN_OF_VERB, SUBJECT = Feature.VERBAL_NOUN, Feature.SUBJECT_PARTICIPLE
OBJECT, LATER = Feature.OBJECT_PARTICIPLE, Feature.FUTURE_PARTICIPLE


def noun(lemma: str, form: str, lang: str = "tr") -> int:
    """Return the union of what the endings of ``form`` say; 0 where it is no form of it."""
    language = LANGUAGES[lang]
    bits = 0
    for stem in language.noun_stems(lemma):
        if form.startswith(stem):
            bits |= language.noun_features(form[len(stem) :])
    return int(bits)


def verb(lemma: str, form: str, lang: str = "tr") -> int:
    language = LANGUAGES[lang]
    bits = 0
    for stem in language.verb_stems(lemma):
        plain = stem.rstrip("~")
        if form.startswith(plain):
            ending = ("~" if stem != plain else "") + form[len(plain) :]
            bits |= language.verb_features(ending)
    return int(bits)


@pytest.mark.parametrize(
    ("lemma", "form", "bits"),
    [
        ("bakan", "bakan", NOM), ("bakan", "bakanın", GEN), ("bakan", "bakana", DAT),
        ("bakan", "bakanı", ACC | POSS), ("bakan", "bakanda", LOC), ("bakan", "bakandan", ABL),
        ("bakan", "bakanla", INS), ("bakan", "bakanlar", PLURAL | NOM),
        ("bakan", "bakanlarının", PLURAL | POSS | GEN), ("bakan", "bakanına", POSS | DAT),
        ("ülke", "ülkenin", GEN), ("ülke", "ülkeye", DAT), ("ülke", "ülkedeki", LOC | KI),
        ("ülke", "ülkelerin", PLURAL | GEN), ("ülke", "ülkeyle", INS),
        ("büyükelçi", "büyükelçisi", POSS | NOM), ("büyükelçi", "büyükelçisinden", POSS | ABL),
        ("büyükelçi", "büyükelçilerini", PLURAL | ACC), ("mektup", "mektubu", ACC | POSS),
        ("destek", "desteğinin", POSS | GEN), ("kitap", "kitaba", DAT),
        ("bakanlık", "bakanlığında", POSS | LOC), ("görüş", "görüşlerine", PLURAL | DAT),
        ("renk", "rengin", GEN),
    ],
)  # fmt: skip
def test_turkish_nouns(lemma: str, form: str, bits: Feature) -> None:
    assert noun(lemma, form) & bits == bits


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("bakan", "bakanak"), ("ülke", "ülkem"), ("büyükelçi", "büyükelçiz"), ("koca", "kocaman")],
)
def test_other_turkish_words_are_no_forms(lemma: str, form: str) -> None:
    assert noun(lemma, form) == 0


@pytest.mark.parametrize(
    ("lemma", "form", "bits", "never"),
    [
        ("görüş", "görüştü", FINITE | PAST, NEGATED | FUTURE | PASSIVE),
        ("görüş", "görüşmedi", FINITE | PAST | NEGATED, FUTURE),
        ("görüş", "görüşecek", FINITE | FUTURE, NEGATED | PAST),
        ("görüş", "görüşmeyecek", FINITE | FUTURE | NEGATED, PAST),
        ("görüş", "görüşüyor", FINITE | PRESENT, NEGATED),
        ("görüş", "görüşen", SUBJECT, NEGATED), ("görüş", "görüşmüş", FINITE | PAST, NEGATED),
        ("görüş", "görüşerek", CONVERB, NEGATED), ("görüş", "görüşmesi", NOUN_OF_VERB, FINITE),
        ("görüş", "görüştüğünü", OBJECT | ACC, NEGATED),
        ("görüş", "görüşeceğini", LATER | ACC, NEGATED),
        ("görüş", "görüşülecek", PASSIVE | FUTURE, NEGATED),
        ("imzala", "imzalandı", PASSIVE | PAST | FINITE, NEGATED),
        ("imzala", "imzalanmadı", PASSIVE | NEGATED | FINITE, FUTURE),
        ("imzala", "imzalanacak", PASSIVE | FUTURE, NEGATED),
        ("imzala", "imzalıyor", FINITE | PRESENT, NEGATED),
        ("imzala", "imzalamayacak", NEGATED | FUTURE, PAST),
        ("imzala", "imzalanması", PASSIVE | NOUN_OF_VERB, FINITE),
        ("imzala", "imzalanmıştı", PASSIVE | FINITE | PAST | Feature.PLUPERFECT, NEGATED),
        ("git", "gidecek", FINITE | FUTURE, NEGATED), ("git", "gitmedi", NEGATED | PAST, FUTURE),
        ("ertele", "ertelendi", PASSIVE | PAST, NEGATED),
        ("ertele", "ertelenebilecek", WISH, 0),
        ("söyle", "söylemelidir", WISH, 0),
        ("çağır", "çağrıldı", PASSIVE | PAST, NEGATED),
        ("bekle", "bekleniyor", PASSIVE | PRESENT | FINITE, NEGATED),
        ("etmek", "edilmektedir", PASSIVE | PRESENT | FINITE, NEGATED),
    ],
)  # fmt: skip
def test_turkish_verbs(lemma: str, form: str, bits: Feature, never: Feature) -> None:
    found = verb(lemma, form)
    assert found & bits == bits
    assert not found & never


@pytest.mark.parametrize(
    ("lemma", "form"), [("görüş", "görüşlü"), ("imzala", "imzalak"), ("git", "gitem")]
)
def test_other_turkish_words_are_no_verbs(lemma: str, form: str) -> None:
    assert not verb(lemma, form) & FINITE


@pytest.mark.parametrize(
    ("lemma", "form", "bits"),
    [
        ("meet", "met", FINITE | PAST | OBJECT), ("meet", "meets", FINITE | PRESENT),
        ("meet", "meeting", SUBJECT), ("meet", "meet", Feature.BASE),
        ("visit", "visited", FINITE | PAST | OBJECT), ("sign", "signing", SUBJECT),
        ("speak", "spoke", FINITE | PAST), ("speak", "spoken", OBJECT),
        ("discuss", "discusses", FINITE | PRESENT), ("receive", "receiving", SUBJECT),
        ("receive", "received", FINITE | PAST | OBJECT), ("ratify", "ratified", FINITE | PAST),
        ("ratify", "ratifies", FINITE | PRESENT), ("agree", "agreeing", SUBJECT),
        ("plan", "planned", FINITE | PAST | OBJECT), ("plan", "planning", SUBJECT),
        ("cut", "cut", FINITE | PAST), ("begin", "beginning", SUBJECT),
        ("go", "goes", FINITE | PRESENT), ("say", "said", FINITE | PAST | OBJECT),
    ],
)  # fmt: skip
def test_english_verbs(lemma: str, form: str, bits: Feature) -> None:
    assert verb_forms(lemma).get(form, 0) & bits == bits


def test_an_irregular_verb_has_no_regular_past() -> None:
    assert "speaked" not in verb_forms("speak")
    assert "comed" not in verb_forms("come")


@pytest.mark.parametrize(
    ("lemma", "form", "bits"),
    [
        ("ministry", "ministries", PLURAL), ("minister", "ministers", PLURAL),
        ("minister", "minister", NOM), ("chairman", "chairmen", NOM),
        ("business", "businesses", PLURAL),
    ],
)  # fmt: skip
def test_english_nouns(lemma: str, form: str, bits: Feature) -> None:
    assert noun(lemma, form, "en") & bits == bits


@pytest.mark.parametrize(
    ("lemma", "form", "bits"),
    [
        ("қазақстан", "қазақстанның", GEN), ("қазақстан", "қазақстанға", DAT),
        ("түркия", "түркиядағы", LOC | KI), ("түркия", "түркияны", ACC),
        ("министр", "министрлер", PLURAL), ("министр", "министрмен", INS),
        ("елші", "елшісі", POSS), ("астана", "астанадан", ABL), ("елші", "елшісіне", DAT),
        ("астана", "астанада", LOC),
    ],
)  # fmt: skip
def test_kazakh_nouns(lemma: str, form: str, bits: Feature) -> None:
    assert noun(lemma, form, "kk") & bits == bits


@pytest.mark.parametrize(
    ("lemma", "form", "bits"),
    [
        ("министр", "министра", GEN), ("министр", "министру", DAT), ("министр", "министром", INS),
        ("встреча", "встречи", GEN), ("встреча", "встречу", ACC), ("область", "областью", INS),
        ("казахстан", "казахстане", LOC), ("соглашение", "соглашения", GEN),
    ],
)  # fmt: skip
def test_russian_nouns(lemma: str, form: str, bits: Feature) -> None:
    assert noun(lemma, form, "ru") & bits == bits
