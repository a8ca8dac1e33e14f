"""Turkish: endings written with archiphonemes A I D K, harmony deliberately not checked.

A split is kept only where the lexicon knows the stem, so a generous table is harmless.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from kg.nlp.features import F
from kg.nlp.language import Language

_VARIANTS = {"A": "ae", "I": "ıiuü", "D": "dt", "C": "cç"}


def lower(text: str) -> str:
    """Return ``text`` in lower case by the Turkish rule for I and İ."""
    return text.replace("İ", "i").replace("I", "ı").lower()


def _spell(pattern: str) -> list[str]:
    """Return every spelling of an ending written with archiphonemes."""
    return ["".join(p) for p in product(*(_VARIANTS.get(c, c) for c in pattern))]


_PLURAL = {"": 0, "lAr": F.PLURAL}
_POSSESSIVE = {
    "": 0,
    "I": F.POSS,
    "sI": F.POSS,
    "lArI": F.POSS | F.PLURAL,
    "ImIz": F.FIRST,
    "mIz": F.FIRST,
}
_CASE = {
    "": F.NOM, "In": F.GEN, "nIn": F.GEN, "A": F.DAT, "yA": F.DAT, "nA": F.DAT,
    "I": F.ACC, "yI": F.ACC, "nI": F.ACC, "DA": F.LOC, "nDA": F.LOC, "DAn": F.ABL,
    "nDAn": F.ABL, "lA": F.INS, "ylA": F.INS, "DAki": F.LOC | F.KI, "nDAki": F.LOC | F.KI,
    "DAkilAr": F.LOC | F.KI | F.PLURAL, "DIr": F.NOM,
}  # fmt: skip


def _noun_endings() -> dict[str, int]:
    table: dict[str, int] = {}
    for plural, possessive, case in product(_PLURAL, _POSSESSIVE, _CASE):
        pronominal = possessive in ("I", "sI", "lArI")
        if pronominal and case and not case.startswith(("n", "ylA", "lA", "DIr", "yDI")):
            continue  # third-person possessives take n before a case
        bits = _PLURAL[plural] | _POSSESSIVE[possessive] | _CASE[case]
        for text in _spell(plural + possessive + case):
            table[text] = table.get(text, 0) | bits
    for text in _spell("cA"):
        table[text] = table.get(text, 0) | F.NOM
    for text in ("ca", "ce", "nca", "nce", "ınca", "ince"):
        table[text] = table.get(text, 0) | F.POSS | F.INS  # "Bakanlığınca": by the ministry
    return table


_VOICE = {"": 0, "Il": F.PASSIVE, "In": F.PASSIVE, "n": F.PASSIVE, "l": F.PASSIVE,
          "DIr": 0, "t": 0, "DIrIl": F.PASSIVE, "tIl": F.PASSIVE}  # fmt: skip
_POLARITY = {"": 0, "mA": F.NEGATED, "AmA": F.NEGATED, "yAmA": F.NEGATED, "Abil": F.WISH,
             "yAbil": F.WISH, "mI": F.NEGATED}  # fmt: skip
_TENSE = {
    "DI": F.FINITE | F.PAST, "DIlAr": F.FINITE | F.PAST | F.PLURAL,
    "DIk": F.FINITE | F.PAST | F.FIRST | F.OBJECT_PARTICIPLE, "DIm": F.FINITE | F.PAST | F.FIRST,
    "mIş": F.FINITE | F.PAST | F.OBJECT_PARTICIPLE, "mIştI": F.FINITE | F.PAST | F.PLUPERFECT,
    "mIştIr": F.FINITE | F.PAST, "mIşlAr": F.FINITE | F.PAST, "mIşlArdI": F.FINITE | F.PAST,
    "Iyor": F.FINITE | F.PRESENT, "yor": F.FINITE | F.PRESENT, "IyordU": F.FINITE | F.PAST,
    "Iyordu": F.FINITE | F.PAST, "yordu": F.FINITE | F.PAST, "Iyoruz": F.FINITE | F.FIRST,
    "Iyorum": F.FINITE | F.FIRST, "yoruz": F.FINITE | F.FIRST, "Iyorlar": F.FINITE | F.PRESENT,
    "mAktA": F.FINITE | F.PRESENT, "mAktAdIr": F.FINITE | F.PRESENT,
    "mAktAydI": F.FINITE | F.PAST, "AcAk": F.FINITE | F.FUTURE | F.FUTURE_PARTICIPLE,
    "yAcAk": F.FINITE | F.FUTURE | F.FUTURE_PARTICIPLE, "AcAktIr": F.FINITE | F.FUTURE,
    "yAcAktIr": F.FINITE | F.FUTURE, "AcAktI": F.FINITE | F.FUTURE | F.PAST,
    "AcAklAr": F.FINITE | F.FUTURE, "yAcAklAr": F.FINITE | F.FUTURE,
    "AcAğIz": F.FINITE | F.FUTURE | F.FIRST, "yAcAğIz": F.FINITE | F.FUTURE | F.FIRST,
    "mAz": F.FINITE | F.PRESENT | F.NEGATED, "mAlI": F.FINITE | F.WISH,
    "mAlIdIr": F.FINITE | F.WISH,
    "sA": F.CONVERB | F.WISH,
    "An": F.SUBJECT_PARTICIPLE, "yAn": F.SUBJECT_PARTICIPLE,
    "ArAk": F.CONVERB, "yArAk": F.CONVERB, "Ip": F.CONVERB, "yIp": F.CONVERB,
    "IncA": F.CONVERB, "yIncA": F.CONVERB, "ken": F.CONVERB, "Irken": F.CONVERB,
    "Arken": F.CONVERB, "rken": F.CONVERB, "mAdAn": F.CONVERB | F.NEGATED,
    "DIysA": F.CONVERB | F.PAST,
}  # fmt: skip
_NOMINAL = {
    "mA": F.VERBAL_NOUN, "mAk": F.VERBAL_NOUN, "mAy": F.VERBAL_NOUN, "Iş": F.VERBAL_NOUN,
    "yIş": F.VERBAL_NOUN, "DIğ": F.OBJECT_PARTICIPLE, "DIk": F.OBJECT_PARTICIPLE,
    "AcAğ": F.FUTURE_PARTICIPLE | F.FUTURE, "yAcAğ": F.FUTURE_PARTICIPLE | F.FUTURE,
    "AcAk": F.FUTURE_PARTICIPLE | F.FUTURE, "An": F.SUBJECT_PARTICIPLE,
    "yAn": F.SUBJECT_PARTICIPLE,
}  # fmt: skip


_NOUNS = _noun_endings()
_COPULA = frozenset(_spell("DIr"))


def _noun_features(ending: str) -> int:
    return _NOUNS.get(ending, 0)


def _alternatives(table: dict[str, int]) -> str:
    """Return a regular expression for one of the patterns, the longest first."""
    classes = {key: f"[{letters}]" for key, letters in _VARIANTS.items()}
    spelled = ("".join(classes.get(c, c) for c in key) for key in table)
    return "|".join(sorted(spelled, key=len, reverse=True))


_YOR = re.compile("~[ıiuü]yor")
_VERB = [
    (voice | polarity, re.compile(f"(?:{_alternatives({v: 0})})(?:{_alternatives({p: 0})})"))
    for (v, voice), (p, polarity) in product(_VOICE.items(), _POLARITY.items())
]
_FINITE_FORMS = {text: bits for key, bits in _TENSE.items() for text in _spell(key)}
_NOMINAL_FORMS = {text: bits for key, bits in _NOMINAL.items() for text in _spell(key)}


@cache
def verb_features(ending: str) -> int:
    """Return the features of what follows a verb's stem; 0 when it is no verb ending.

    An ending after "~" follows a stem that has lost its vowel, as only -yor makes it.
    """
    if ending[:1] == "~":
        return verb_features(ending[1:]) if _YOR.match(ending) else 0
    bits = 0
    for more, pattern in _VERB:
        head = pattern.match(ending)
        if head:
            rest = ending[head.end() :]
            form = _FINITE_FORMS.get(rest, 0)
            if form:
                bits |= more | form
            for cut in range(2, min(len(rest), 5) + 1):
                form = _NOMINAL_FORMS.get(rest[:cut], 0)
                case = _NOUNS.get(rest[cut:], F.NOM if cut == len(rest) else 0)
                if form and case and not case & F.KI and rest[cut:] not in _COPULA:
                    bits |= more | form | case
    return bits


def noun_stems(lemma: str) -> tuple[str, ...]:
    """Return ``lemma`` and its softened form (k/ğ, ç/c, t/d, p/b)."""
    soft = {"k": "ğ", "ç": "c", "t": "d", "p": "b"}.get(lemma[-1:])
    stems = (lemma, lemma[:-1] + soft) if soft and len(lemma) > 2 else (lemma,)  # noqa: PLR2004 - "at", "ot" stay
    return (*stems, lemma[:-1] + "g") if lemma.endswith("nk") else stems


def verb_stems(lemma: str) -> tuple[str, ...]:
    """Return the stem, with t/d softened, and the form that loses a/e before -yor ("~")."""
    stem = lemma
    for ending in ("mek", "mak"):
        if lemma.endswith(ending) and len(lemma) > len(ending) + 1:
            stem = lemma[: -len(ending)]
    stems = [stem]
    if stem.endswith("t"):
        stems.append(stem[:-1] + "d")
    if stem[-1:] in "ae":
        stems.append(stem[:-1] + "~")
    if stem[-3:-1] == "ğı":  # çağır -> çağrıl
        stems.append(stem[:-2] + stem[-1])
    return tuple(stems)


LANGUAGE = Language(
    code="tr",
    letters="ğışçöüâîû",
    words=frozenset(
        "ve ile bir bu da de için olarak olan arasında ise daha çok gibi konusunda ilişkin sonra "
        "iki dedi etti yönelik kadar göre ancak her o alanında belirtti ifade söyledi".split()
    ),
    abbreviations=frozenset(
        "sn dr prof doç av müh vb vs örn bkz no s st alb yrb bnb tğm org kor tüm tuğ yrd öğr gör "
        "mr mrs ms jr h hz op md gen ort cad mah apt inş san tic ltd şti aş a.ş".split()
    ),
    noun_features=_noun_features,
    verb_features=verb_features,
    noun_stems=noun_stems,
    verb_stems=verb_stems,
    lower=lower,
    sign=re.compile(r"['’](?:n?[ıiuü]n|[yn]?[ae]|[dt][ae]n?|y?l[ae]|[yn]?[ıiuü])\b"),
    head_final=True,
    home="TR",
    capital_demonyms=True,
    definite=frozenset(("bu", "söz konusu")),
    field_stems=("alan", "sektör"),
    conjunction="ve",
    trailing=frozenset(("ise", "da", "de")),
    guessed_converb=re.compile(r"(?=.{6})[^\W\d_]{2,}(?:arak|erek|ıp|ip|up|üp)$"),
    guessed_finite=re.compile(
        r"[^\W\d_]{2,}(?:[dt][ıiuü](?:lar|ler)?|m[ıiuü]şt[ıiuü](?:r)?|[ıiuü]yor|[ae]ca[kğ]"
        r"|m[ae]kt[ae](?:d[ıi]r)?)$"
    ),
    inflects_inside=False,
    closing=frozenset(("uulu", "oğlu", "kızı", "oglu")),
    particles=frozenset(
        "bin ibn von van de da di el al oğlu kızı bint der den la le dos uulu".split()
    ),
)
