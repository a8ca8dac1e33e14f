"""Cells: what the lexicon makes of a sentence, the longest phrase first.

A cell is a phrase that the lexicon knows, or one token that it does not. Everything after
this stage looks at cells only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from kg.nlp.features import F
from kg.nlp.lang import LANGUAGES
from kg.nlp.language import Language
from kg.nlp.token import Token, tokenize
from kg.onto.lexicon import Entry, Lexicon, Trie, entries_of

Keys = tuple[tuple[str, int, bool], ...]  # of the trie, features, whether no ending is cut off
Path = tuple[Trie, int, bool]  # node of the trie, features, whether its last word has no ending
_MOST = 1 << 16  # words that are kept, so that memory stays flat
_NAMES = frozenset(("country", "demonym", "place", "metonym", "month", "title"))


@dataclass(slots=True)
class Cell:
    """A known phrase, or one unknown token.

    ``features`` is the union of its readings, ``kinds`` what tests and patterns ask for: the
    kinds of its entries, the finer ones with their sense (``title-portfolio``), or the shape
    of an unknown token (``name word number mark``). ``low`` are its words in lower case,
    ``capital`` whether the first letter is one, ``begin`` and ``finish`` its range in code
    points of the article: fields, since every later stage asks for them again and again.
    """

    tokens: tuple[Token, ...]
    entries: tuple[Entry, ...]
    features: int
    kinds: frozenset[str]
    low: str = field(init=False)
    capital: bool = field(init=False)
    begin: int = field(init=False)
    finish: int = field(init=False)

    def __post_init__(self) -> None:
        """Take from the tokens what is asked for most."""
        tokens = self.tokens
        first = tokens[0]
        self.low = first.low if len(tokens) == 1 else " ".join(t.low for t in tokens)
        self.capital, self.begin, self.finish = first.capital, first.begin, tokens[-1].finish

    def entry(self, kind: str) -> Entry | None:
        """Return the first entry of ``kind``."""
        if kind not in self.kinds:
            return None
        return next((e for e in self.entries if e.kind == kind), None)


class Word(NamedTuple):
    """What a token's text tells without its neighbours.

    ``keys`` are the keys of the trie that it may stand for; ``starts`` where phrases that
    begin with it go on; ``entries``, ``features`` and ``kinds`` make its cell when none does.
    """

    keys: Keys
    starts: tuple[Path, ...]
    entries: tuple[Entry, ...]
    features: int
    kinds: frozenset[str]


@dataclass(slots=True)
class Gazetteer:
    """Matches a lexicon against text; keeps what it found out about words."""

    lexicon: Lexicon
    known: dict[tuple[str, str], Word] = field(default_factory=dict)

    def cells(self, text: str, begin: int, finish: int, lang: str) -> list[Cell]:
        """Return the cells of ``text[begin:finish]`` in reading order, without gaps."""
        tokens = tokenize(text, begin, finish, LANGUAGES[lang])
        words = [self.word(token, lang) for token in tokens]
        cells = []
        at = 0
        while at < len(tokens):
            word = words[at]
            size = 1
            if word.starts:
                size, features, entries = _longest(tokens, words, at)
            if size > 1:
                entries, features, kinds = _cell(entries, features, tokens[at], lang)
                cells.append(Cell(tuple(tokens[at : at + size]), entries, features, kinds))
            else:
                cells.append(Cell((tokens[at],), word.entries, word.features, word.kinds))
            at += size
        return cells

    def word(self, token: Token, lang: str) -> Word:
        """Return what the lexicon knows of a token."""
        key = (lang, token.text)
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _MOST:
                self.known.clear()
            found = self.known[key] = self._word(token, lang)
        return found

    def _word(self, token: Token, lang: str) -> Word:
        keys = self._keys(token, lang)
        trie = self.lexicon.words(lang).trie
        starts = tuple((trie[key], features, exact) for key, features, exact in keys if key in trie)
        found = _entries(starts, capital=token.capital, upper=_is_upper(token))
        features = reduce(or_, found.values(), 0)
        return Word(keys, starts, *_cell(tuple(found), features, token, lang))

    def _keys(self, token: Token, lang: str) -> Keys:
        """Return the word as it stands, as a listed form, and as a stem with an ending."""
        found = [("=" + token.low, F.NOM)]
        if token.word:
            words = self.lexicon.words(lang)
            form = words.forms.get(token.low)
            if form and (form[1] & (F.FINITE | F.BASE) or token.low not in words.stems):
                found.append(form)  # "meeting" is a noun before it is a form of "meet"
            tail = _tail_features(token.tail, lang)
            if tail or not token.tail:
                found += _stems(token.base, tail, words.stems, LANGUAGES[lang])
            if tail and all(key != "=" + token.base for key, _ in found):
                found.append(("=" + token.base, tail))
        whole = (token.base, "=" + token.base)
        return tuple((key, features, key in whole) for key, features in found)


def _cell(
    entries: tuple[Entry, ...], features: int, first: Token, lang: str
) -> tuple[tuple[Entry, ...], int, frozenset[str]]:
    """Return entries, features and kinds of a cell for what was found in the lexicon."""
    if any(e.kind == "fixed" for e in entries):  # an idiom: no verb, no trigger
        entries = tuple(e for e in entries if e.kind in ("fixed", "stance"))
        features = F.NOM
    if any(e.kind == "country" for e in entries):  # Mali is no "mali", financial
        entries = tuple(e for e in entries if e.kind != "domain")
    kinds = _kinds(entries) if entries else _UNKNOWN[_shape(first)]
    return entries, features or _guess(first, lang), kinds


def _stems(base: str, tail: int, stems: set[str], language: Language) -> list[tuple[str, int]]:
    """Return the known stems of a word with the features of what is left of it.

    ``tail`` are the features of an ending after an apostrophe, before which stands no verb.
    """
    found = []
    longest = 0
    for cut in range(len(base), 1, -1):
        stem, ending = base[:cut], base[cut:]
        if stem in stems and (features := language.noun_features(ending)):
            found.append((stem, _with_tail(features, tail) if tail else features))
            longest = max(longest, cut)
        if tail:
            continue
        for key, suffix in ((stem + "-", ending), (stem + "~-", "~" + ending)):
            features = language.verb_features(suffix) if key in stems else 0
            # a longer noun wins over a participle: "görüşme" is a talk, "bakan" a minister
            if features and (cut >= longest or features & F.FINITE):
                found.append((key, features))
    return found


_FINER = frozenset(("title", "dyad", "modality", "speech", "stance"))  # kinds split by sense


@cache
def _kinds(entries: tuple[Entry, ...]) -> frozenset[str]:
    kinds = {e.kind for e in entries}
    return frozenset(
        kinds | {f"{e.kind}-{e.sense}" for e in entries if e.sense and e.kind in _FINER}
    )


_SHORTEST_STEM = 4  # letters that an unknown word keeps when its ending is guessed
_UNKNOWN = {
    "name": frozenset(("name",)),
    "word": frozenset(("word",)),
    "number": frozenset(("number",)),
    "mark": frozenset(("mark",)),
}


def _shape(token: Token) -> str:
    if token.word:
        return "name" if token.capital else "word"
    return "number" if token.text[0].isdigit() else "mark"


def _tail_features(tail: str, lang: str) -> int:
    """Return the features of an ending after an apostrophe."""
    if not tail:
        return 0
    language = LANGUAGES[lang]
    if language.tail_features is not None:
        return language.tail_features(tail)
    features = language.noun_features(tail)
    if features & F.ACC and features & F.POSS:
        return F.ACC  # a name takes no possessive: "Rzayev'i" is the object
    return features


def _with_tail(features: int, tail: int) -> int:
    """Join a base's features with those after the apostrophe, which alone tell the case."""
    return int((features & ~F.CASES) | tail)


@cache
def _ending(word: str, lang: str) -> int:
    """Return the features of the longest ending that an unknown word may have."""
    for cut in range(_SHORTEST_STEM, len(word)):
        features = LANGUAGES[lang].noun_features(word[cut:])
        if features:
            return features
    return F.NOM


def _guess(token: Token, lang: str) -> int:
    """Return the features of a word that the lexicon does not know, from its ending."""
    if token.tail:
        return _tail_features(token.tail, lang) or F.NOM
    if not token.word:
        return 0
    if token.capital or not LANGUAGES[lang].head_final:
        return F.NOM
    return _ending(token.base, lang)


def _longest(tokens: list[Token], words: list[Word], at: int) -> tuple[int, int, tuple[Entry, ...]]:
    """Return size, features and entries of the longest phrase of more than one word.

    A size of 1 says that there is none.
    """
    best: tuple[int, int, tuple[Entry, ...]] = (1, 0, ())
    paths: Sequence[Path] = words[at].starts
    for i in range(at + 1, len(tokens)):
        paths = [
            # a word without endings inside a phrase leaves it the features of its verb
            (node[key], before if key[0] == "=" and before & F.VERB_FORMS else features, exact)
            for node, before, _ in paths
            for key, features, exact in words[i].keys
            if key in node
        ]
        if not paths:
            break
        found = _entries(paths, capital=tokens[at].capital, upper=_is_upper(tokens[i]))
        if found:
            best = (i - at + 1, reduce(or_, found.values()), tuple(found))
    return best


def _is_upper(token: Token) -> bool:
    return token.text[: len(token.base)].isupper()


def _entries(paths: Sequence[Path], *, capital: bool, upper: bool) -> dict[Entry, int]:
    """Return what ends here with its features; a name as it stands beats one with an ending.

    "Almanya" is Germany, not the dative of "Alman"; "после" is "after", no ambassador.
    """
    found: dict[Entry, int] = {}
    whole = shut = False
    if len(paths) > 1:
        paths = sorted(paths, key=_exact_first)
    for node, features, exact in paths:
        for entry in entries_of(node):
            if (entry.only_capital and not capital) or (entry.acronym and not upper):
                continue
            name = entry.kind in _NAMES
            if shut and not exact:
                continue
            shut = shut or (exact and entry.kind == "break")
            if whole and not exact and (name or capital):
                continue
            found[entry] = found.get(entry, 0) | features
            whole = whole or (exact and name)
    return found


def _exact_first(path: Path) -> bool:
    return not path[2]
