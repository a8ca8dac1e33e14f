"""Grammatical features as bits, so that an ambiguous ending is the union of its readings."""

from __future__ import annotations

from enum import IntFlag


class Feature(IntFlag):
    """Case, number, possession, and the forms of a verb."""

    NOM = 1
    GEN = 1 << 1
    DAT = 1 << 2
    ACC = 1 << 3
    LOC = 1 << 4
    ABL = 1 << 5
    INS = 1 << 6
    PLURAL = 1 << 7
    POSS = 1 << 8  # possessed by a third person
    FIRST = 1 << 9  # first person, on a noun or verb
    KI = 1 << 10  # Turkish -ki: "the one in"
    FINITE = 1 << 11
    PAST = 1 << 12
    PRESENT = 1 << 13
    FUTURE = 1 << 14
    PLUPERFECT = 1 << 15
    NEGATED = 1 << 16
    PASSIVE = 1 << 17
    SUBJECT_PARTICIPLE = 1 << 18  # Turkish -an, English -ing
    OBJECT_PARTICIPLE = 1 << 19  # Turkish -dık, English -ed
    FUTURE_PARTICIPLE = 1 << 20  # Turkish -acak before a noun or with a possessive
    VERBAL_NOUN = 1 << 21  # Turkish -ma, -mak, -ış
    CONVERB = 1 << 22  # Turkish -arak, -ıp, -ken
    WISH = 1 << 23  # -malı, -sa, would, should
    BASE = 1 << 24  # the dictionary form of a verb

    CASES = NOM | GEN | DAT | ACC | LOC | ABL | INS
    PARTICIPLE = SUBJECT_PARTICIPLE | OBJECT_PARTICIPLE | FUTURE_PARTICIPLE
    VERB_FORMS = FINITE | PARTICIPLE | VERBAL_NOUN | CONVERB | BASE
