"""The only reader of ontology/: Turtle and pattern files become a Lexicon."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources.abc import Traversable

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import OntologyError
from kg.iri import BASE, BKG
from kg.nlp.lang import LANGUAGES
from kg.onto.lexicon import NOUN, VERB, WORD, Entry, Lexicon, Title, Trigger
from kg.resources import folder

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LABELS = (_SKOS + "prefLabel", _SKOS + "altLabel", _SKOS + "hiddenLabel")
_KINDS = {
    "Country": "country",
    "Place": "place",
    "Organization": "organization",
    "Portfolio": "portfolio",
    "Title": "title",
    "CooperationDomain": "domain",
    "OfficeKind": "office",
    "Trigger": "trigger",
    "LexicalUnit": "unit",
}
_CAPITAL = frozenset(("country", "place", "metonym", "organization"))
_LEXICAL = (
    "bilateral",
    "countries",
    "places",
    "organizations",
    "portfolios",
    "offices",
    "domains",
    "events",
)
_ENDING = 3  # letters of a compound's ending: "anlaşma", "anlaşması"
Node = dict[str, list[NamedNode | Literal]]


@cache
def load() -> Lexicon:
    """Return the lexicon of the shipped ontology, read once.

    Raises:
        OntologyError: a file is missing or is no Turtle; the message names it.
    """
    with _collector_paused():
        return _read(folder("ontology"))


def _read(root: Traversable) -> Lexicon:
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    files = [root / f"{name}.ttl" for name in _LEXICAL]
    files += sorted((root / "lexicon").iterdir(), key=lambda f: f.name)
    for file in files:
        if file.name.endswith(".ttl"):
            _parse(file, nodes)
    lexicon = Lexicon()
    for subject, node in nodes.items():
        _enter(lexicon, subject, node)
    for file in (root / "patterns").iterdir():
        lexicon.patterns[file.name.removesuffix(".txt")] = file.read_text("utf-8")
    _documents(lexicon)
    return lexicon


def _documents(lexicon: Lexicon) -> None:
    """Let a domain's phrase that ends with a document name that too ("free trade agreement")."""
    for lang, phrases in lexicon.phrases.items():
        nouns = {phrase: entry for phrase, entry, _ in phrases if entry.kind == "document"}
        for phrase, entry, pos in list(phrases):
            last = phrase.rsplit(" ", 1)[-1]
            if entry.kind != "domain" or last == phrase:
                continue
            stem = next(
                (n for n in nouns if last.startswith(n) and len(last) - len(n) <= _ENDING), None
            )
            if stem:
                lexicon.add(lang, phrase, nouns[stem], pos)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector away from the lexicon, which lives as long as the process.

    Its hundred thousand objects are no garbage, yet each full collection looked at them all:
    60 of the 325 ms before a first article is read, and a tenth of the time of each later one.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        if enabled:
            gc.enable()


def _parse(file: Traversable, nodes: dict[str, Node]) -> None:
    try:
        for quad in parse(file.read_bytes(), format=RdfFormat.TURTLE):
            subject, value = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(value, (NamedNode, Literal)):
                nodes[subject.value][quad.predicate.value].append(value)
    except FileNotFoundError:
        raise OntologyError("file is missing", where=f"ontology/{file.name}") from None
    except SyntaxError as error:
        raise OntologyError(str(error), where=f"ontology/{file.name}") from None


def _one(node: Node, name: str) -> str | None:
    values = node.get(BKG + name)
    return _tail(values[0].value) if values else None


def _tail(value: str) -> str:
    """Return what follows ``BASE + kind + "/"``, or the value itself."""
    return value.removeprefix(BASE).split("/", 1)[-1].removeprefix("ontology#")


def _enter(lexicon: Lexicon, subject: str, node: Node) -> None:
    types = {t.value.removeprefix(BKG) for t in node.get(_TYPE, ())}
    kind = next((_KINDS[t] for t in sorted(types) if t in _KINDS), None)
    for word in node.get(BKG + "falseTrigger", ()):  # an idiom that holds a word of a domain
        if isinstance(word, Literal) and word.language in LANGUAGES:
            lexicon.add(word.language, word.value, Entry("fixed", "idiom"))
    if kind is None:
        return
    key = _tail(subject)
    for literal in node.get(_LABELS[0], ()):
        if isinstance(literal, Literal) and literal.language:
            lexicon.labels.setdefault((kind, key), {})[literal.language] = literal.value
    table = _TABLES.get(kind)
    if table is not None:
        table(lexicon, key, node)
    if kind != "office":  # offices are met through their titles
        _words(lexicon, kind, key, node)


def _trigger(lexicon: Lexicon, key: str, node: Node) -> None:
    frames = tuple(sorted(f.value for f in node.get(BKG + "frame", ())))
    lexicon.triggers[key] = Trigger(_one(node, "evokes") or "", frames)


def _title(lexicon: Lexicon, key: str, node: Node) -> None:
    lexicon.titles[key] = Title(
        _one(node, "office") or "",
        _one(node, "portfolio"),
        _one(node, "governs") or "none",
        _one(node, "ofCountry"),
    )


def _place(lexicon: Lexicon, key: str, node: Node) -> None:
    lexicon.places[key] = tuple(sorted(_tail(c.value) for c in node.get(BKG + "inCountry", ())))


def _organization(lexicon: Lexicon, key: str, node: Node) -> None:
    lexicon.organizations[key] = _one(node, "ofCountry")


def _portfolio(lexicon: Lexicon, key: str, node: Node) -> None:
    related = node.get(_SKOS + "related")
    lexicon.portfolios[key] = _tail(related[0].value) if related else None


def _domain(lexicon: Lexicon, key: str, node: Node) -> None:
    lexicon.related[key] = tuple(sorted(_tail(r.value) for r in node.get(_SKOS + "related", ())))


def _country(lexicon: Lexicon, key: str, node: Node) -> None:
    if capital := _one(node, "capital"):
        lexicon.capitals[key] = capital


def _office(lexicon: Lexicon, key: str, node: Node) -> None:
    if post := _one(node, "postClass"):
        lexicon.posts[key] = post


_TABLES: dict[str, Callable[[Lexicon, str, Node], None]] = {
    "trigger": _trigger,
    "title": _title,
    "place": _place,
    "organization": _organization,
    "portfolio": _portfolio,
    "domain": _domain,
    "country": _country,
    "office": _office,
}


def _acronym(word: str) -> bool:
    """Tell whether a word is all capitals ("IT", "AI"): in lower case it means something else."""
    return len(word) <= 5 and word.isupper()  # noqa: PLR2004 - longer words are titles in capitals


def _words(lexicon: Lexicon, kind: str, key: str, node: Node) -> None:
    """Enter every form of one resource in the words of its language."""
    doubtful = {
        (w.value, w.language) for w in node.get(BKG + "ambiguousForm", ()) if isinstance(w, Literal)
    }
    sense = _one(node, "sense") or _one(node, "governs") or " ".join(lexicon.places.get(key, ()))
    name = _one(node, "lexicalClass") or kind
    forms = [(kind if kind != "unit" else name, NOUN, w) for p in _LABELS for w in node.get(p, ())]
    forms += [(name, pos, w) for pos in (NOUN, VERB, WORD) for w in node.get(BKG + pos, ())]
    forms += [(also, NOUN, w) for also in ("demonym", "metonym") for w in node.get(BKG + also, ())]
    for what, pos, word in forms:
        if not isinstance(word, Literal) or word.language not in LANGUAGES:
            continue
        lang = word.language
        proper = what in _CAPITAL or (what == "demonym" and LANGUAGES[lang].capital_demonyms)
        if what == "portfolio" and " " in word.value and LANGUAGES[lang].capital_demonyms:
            proper = True  # "kültür ve turizm" in lower case are two domains, no portfolio
        only_capital = proper and word.value[:1].isupper()
        doubt = (word.value, lang) in doubtful
        entry = Entry(what, key, sense, doubt, only_capital, _acronym(word.value))
        lexicon.add(lang, word.value, entry, pos)
