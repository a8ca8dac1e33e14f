"""Grammatical features as bits, so that an ambiguous ending is the union of its readings."""

from __future__ import annotations

from typing import Final


class Feature:
    """Case, number, possession, and the forms of a verb.

    Plain integers: the bits are tested hundreds of times a sentence, and the operators of
    ``enum.IntFlag`` took a third of the time of reading an article.
    """

    NOM: Final = 1
    GEN: Final = 1 << 1
    DAT: Final = 1 << 2
    ACC: Final = 1 << 3
    LOC: Final = 1 << 4
    ABL: Final = 1 << 5
    INS: Final = 1 << 6
    PLURAL: Final = 1 << 7
    POSS: Final = 1 << 8  # possessed by a third person
    FIRST: Final = 1 << 9  # first person, on a noun or verb
    KI: Final = 1 << 10  # Turkish -ki: "the one in"
    FINITE: Final = 1 << 11
    PAST: Final = 1 << 12
    PRESENT: Final = 1 << 13
    FUTURE: Final = 1 << 14
    PLUPERFECT: Final = 1 << 15
    NEGATED: Final = 1 << 16
    PASSIVE: Final = 1 << 17
    SUBJECT_PARTICIPLE: Final = 1 << 18  # Turkish -an, English -ing
    OBJECT_PARTICIPLE: Final = 1 << 19  # Turkish -dık, English -ed
    FUTURE_PARTICIPLE: Final = 1 << 20  # Turkish -acak before a noun or with a possessive
    VERBAL_NOUN: Final = 1 << 21  # Turkish -ma, -mak, -ış
    CONVERB: Final = 1 << 22  # Turkish -arak, -ıp, -ken
    WISH: Final = 1 << 23  # -malı, -sa, would, should
    BASE: Final = 1 << 24  # the dictionary form of a verb

    CASES: Final = NOM | GEN | DAT | ACC | LOC | ABL | INS
    PARTICIPLE: Final = SUBJECT_PARTICIPLE | OBJECT_PARTICIPLE | FUTURE_PARTICIPLE
    VERB_FORMS: Final = FINITE | PARTICIPLE | VERBAL_NOUN | CONVERB | BASE


F = Feature  # the name under which tables of endings and tests of bits spell it
