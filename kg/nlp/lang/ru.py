"""Russian: endings of nouns, adjectives and verbs, without a dictionary."""

from __future__ import annotations

import re
from functools import cache

from kg.nlp.features import F
from kg.nlp.language import Language
from kg.nlp.runames import nominative, nominatives

_NOUN: dict[str, int] = {}
for _bits, _endings in (
    (F.NOM, "- а я о е ь й ы и ия ие ий ость"),
    (F.GEN, "а я ы и ов ев ей ий ия ии и ости ого его ой ых их"),
    (F.DAT, "у ю е и ам ям ию ии ому ему ой ым им"),
    (F.ACC, "- а я у ю о е ь й ы и ию ую юю ого его ия"),
    (F.INS, "ом ем ём ой ей ью ами ями ием ией ым им ыми ими остью ю"),
    (F.LOC, "е и ах ях ии ом ем ой ых их"),
):
    for _ending in _endings.split():
        _key = "" if _ending == "-" else _ending
        _NOUN[_key] = _NOUN.get(_key, 0) | _bits
for _ending in "ый ий ой ая яя ое ее ые ие".split():
    _NOUN[_ending] = _NOUN.get(_ending, 0) | F.NOM | F.ACC
_VERB: dict[str, int] = {}
for _bits, _endings in (
    (F.FINITE | F.PAST, (
     "л ла ло ли лся лась лось лись ался алась ались ил ила или ился илась ились "
     "ёл ел ела ели елся елась ал ала али нял няла няли нул нула нули")),
    (F.FINITE | F.PRESENT, (
     "ет ит ют ят ут ат ает яет уют ует ется ится ются ятся утся атся ают яют "
     "ирует ируют ёт")),
    (F.FINITE | F.PAST | F.PASSIVE, "н на но ны ан ана ано аны ен ена ено ены ён т та то ты"),
    (F.SUBJECT_PARTICIPLE, ("вший вшего вшему вшим вшем вшие вших вшими вшая вшей вшийся вшегося "
     "щий щего щему щим щие щих щая щей")),
    (F.OBJECT_PARTICIPLE, "нный нного нному нным нном нные нных нными нная нной нную нное"),
    (F.CONVERB, "я в вши ив ав ясь вшись ившись"),
    (F.BASE, "ть ться ти тись ать ить еть уть ять аться иться"),
):  # fmt: skip
    for _ending in _endings.split():
        _VERB[_ending] = _VERB.get(_ending, 0) | _bits
_LEMMA_ENDINGS = (
    "ость",
    "ение",
    "ание",
    "ия",
    "ие",
    "ый",
    "ий",
    "ой",
    "ая",
    "ое",
    "а",
    "я",
    "о",
    "е",
    "ь",
    "й",
    "ы",
    "и",
)
_VERB_LEMMA = (
    "оваться",
    "иться",
    "аться",
    "еться",
    "яться",
    "ться",
    "овать",
    "ить",
    "ать",
    "еть",
    "ять",
    "уть",
    "ти",
    "ть",
)


def noun_features(ending: str) -> int:
    """Return the features of what follows a noun's or adjective's stem."""
    return _NOUN.get(ending, 0)


@cache
def verb_features(ending: str) -> int:
    """Return the features of what follows a verb's stem."""
    return _VERB.get(ending, 0)


def noun_stems(lemma: str) -> tuple[str, ...]:
    """Return ``lemma`` without its ending; a vowel may flee from the last syllable."""
    if lemma.endswith(("сол", "нок", "ток", "рок", "ец")):
        return (lemma, lemma[:-2] + lemma[-1])  # посол, посла; рынок, рынка
    for ending in _LEMMA_ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) > 1:
            stem = lemma[: -len(ending)]
            if ending in ("ость", "ение", "ание"):
                return (lemma[:-1],)
            return (stem,)
    return (lemma,)


def verb_stems(lemma: str) -> tuple[str, ...]:
    """Return ``lemma`` without the infinitive's ending; verbs of motion change their stem."""
    if lemma.endswith("вести"):
        return (lemma[:-4], lemma[:-3] + "д")  # пров-ела, провед-ут
    if lemma.endswith("йти"):
        return (lemma[:-3] + "ш", lemma[:-2] + "д")  # прош-ла, пройд-ут
    if lemma.endswith("гнуть"):
        return (lemma[:-4], lemma[:-3])  # опроверг-ла, опровергн-ут
    for ending in _VERB_LEMMA:
        if lemma.endswith(ending) and len(lemma) - len(ending) > 1:
            # the stem of "посетить" ends before its "и": "посети-т" would be a participle
            keep = ending[0] in "аеяу"
            stem = lemma[: -len(ending)]
            return (stem, stem + ending[0]) if keep else (stem,)
    return (lemma,)


LANGUAGE = Language(
    code="ru",
    letters="ыэъё",
    sign=re.compile(r"[а-яё]{2,}"),  # Kazakh has it too: no letters of its own, and it is Russian
    words=frozenset(
        "и в на с по о что для из за от не он она его её их как это между были был была также "
        "который заявил сообщил отметил при во со об".split()
    ),
    abbreviations=frozenset("г гг им т д р руб млн млрд тыс св ул долл проф акад".split()),
    noun_features=noun_features,
    verb_features=verb_features,
    noun_stems=noun_stems,
    verb_stems=verb_stems,
    pronouns=frozenset(("он", "она", "они", "который", "которая", ",")),
    negation="не",
    state_after_title=True,
    # perfective ones: not -ает, -ует, nor the verbs of going and leading that are imperfective
    future=re.compile(r"(?!.*(?:ход|вод|воз|нос)[ия]т(?:ся)?$)(?!.*[аяу][ею]т(?:ся)?$).*т(?:ся)?$"),
    nominative=nominative,
    nominatives=nominatives,
    particles=frozenset("бин ибн фон ван де да оглы кызы эль аль".split()),
)
