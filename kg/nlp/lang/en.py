"""English: possessive, plural, and the forms of regular and irregular verbs."""

from __future__ import annotations

from kg.nlp.features import F
from kg.nlp.language import Language

_IRREGULAR = {
    "meet": ("met", "met"), "hold": ("held", "held"), "say": ("said", "said"),
    "tell": ("told", "told"), "give": ("gave", "given"), "take": ("took", "taken"),
    "send": ("sent", "sent"), "go": ("went", "gone"), "come": ("came", "come"),
    "fly": ("flew", "flown"), "speak": ("spoke", "spoken"), "see": ("saw", "seen"),
    "make": ("made", "made"), "pay": ("paid", "paid"), "break": ("broke", "broken"),
    "cut": ("cut", "cut"), "withdraw": ("withdrew", "withdrawn"), "put": ("put", "put"),
    "write": ("wrote", "written"), "begin": ("began", "begun"), "lead": ("led", "led"),
    "bring": ("brought", "brought"), "hand": ("handed", "handed"), "have": ("had", "had"),
    "be": ("was", "been"), "do": ("did", "done"), "undertake": ("undertook", "undertaken"),
    "agree": ("agreed", "agreed"), "find": ("found", "found"), "keep": ("kept", "kept"),
    "leave": ("left", "left"), "set": ("set", "set"), "sit": ("sat", "sat"),
    "build": ("built", "built"), "seek": ("sought", "sought"), "throw": ("threw", "thrown"),
    "bid": ("bade", "bidden"), "shake": ("shook", "shaken"), "receive": ("received", "received"),
    "get": ("got", "got"), "draw": ("drew", "drawn"), "win": ("won", "won"),
    "stress": ("stressed", "stressed"), "tie": ("tied", "tied"), "think": ("thought", "thought"),
    "become": ("became", "become"), "show": ("showed", "shown"), "rise": ("rose", "risen"),
    "grow": ("grew", "grown"), "call": ("called", "called"), "open": ("opened", "opened"),
    "visit": ("visited", "visited"), "deliver": ("delivered", "delivered"),
    "offer": ("offered", "offered"), "discuss": ("discussed", "discussed"),
}  # fmt: skip
_NOUN = {"": F.NOM, "s": F.NOM | F.PLURAL, "es": F.NOM | F.PLURAL}
_DOUBLED = frozenset("plan admit refer ban ship drop stop map rebut commit expel".split())


def noun_features(ending: str) -> int:
    """Return the features of a noun's ending."""
    return _NOUN.get(ending, 0)


def noun_stems(lemma: str) -> tuple[str, ...]:
    """Return ``lemma``, and for -y the stem of its plural."""
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return (lemma, lemma[:-1] + "ie")
    if lemma.endswith("man"):
        return (lemma, lemma[:-2] + "en")
    return (lemma,)


def verb_forms(lemma: str) -> dict[str, int]:
    """Return every form of the verb ``lemma`` with its features."""
    past = lemma + ("d" if lemma.endswith("e") else "ed")
    ing = (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        past, third = lemma[:-1] + "ied", lemma[:-1] + "ies"
    if lemma in _DOUBLED or lemma in ("cut", "put", "set", "sit", "get", "win", "begin", "bid"):
        past, ing = lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"
    simple, perfect = _IRREGULAR.get(lemma, (past, past))
    forms: dict[str, int] = {}
    if lemma.endswith("el"):  # the British "cancelled" beside the American "canceled"
        forms[lemma + "led"] = F.FINITE | F.PAST | F.OBJECT_PARTICIPLE
        forms[lemma + "ling"] = F.SUBJECT_PARTICIPLE
    for form, bits in (
        (lemma, F.BASE),
        (third, F.FINITE | F.PRESENT),
        (simple, F.FINITE | F.PAST),
        (perfect, F.OBJECT_PARTICIPLE),
        (ing, F.SUBJECT_PARTICIPLE),
    ):
        forms[form] = forms.get(form, 0) | bits
    return forms


def _no_stems(lemma: str) -> tuple[str, ...]:
    return (lemma,)


def _no_features(_ending: str) -> int:
    return 0


def _tail_features(tail: str) -> int:
    return F.GEN if tail == "s" else 0


LANGUAGE = Language(
    code="en",
    letters="",
    words=frozenset(
        "the of and to in a for with on that is was by at from his her its their has have had an "
        "as said will be who which between after".split()
    ),
    abbreviations=frozenset(
        "mr mrs ms dr prof gen lt col sgt sen rep gov st no jr sr hon rev amb u.s u.k u.n e.g i.e "
        "jan feb mar apr jun jul aug sep sept oct nov dec vs".split()
    ),
    noun_features=noun_features,
    verb_features=_no_features,
    noun_stems=noun_stems,
    verb_stems=_no_stems,
    particles=frozenset("bin ibn von van de da di del el al der den la le dos bint du".split()),
    inflects_inside=False,
    forms=verb_forms,
    tail_features=_tail_features,
    inflects_names=False,
    plain_names=True,
    capital_demonyms=True,
    definite=frozenset(("the", "this")),
    pronouns=frozenset(("he", "she", "they", "it", "who", "which", ",")),
    his=frozenset(("his", "her")),
    its=frozenset(("its", "their")),
    auxiliaries=True,
    group_words=frozenset(
        "also then later again jointly all both did does do already now to".split()
    ),
    adverb_ending="ly",
)
