"""Facts as people read them: a title, labelled values, and the sentences that prove them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.iri import BASE, BKG, term
from kg.query.names import labels
from kg.query.source import Source, select
from kg.rdf.terms import RDF

KINDS = ("tenure", "event", "cooperation", "agreement", "initiative", "statement")
_PREF_LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
_ALT_LABEL = "http://www.w3.org/2004/02/skos/core#altLabel"
_NOT_SHOWN = frozenset(
    (RDF + "type", _PREF_LABEL, _ALT_LABEL, *(BKG + name for name in ("evidence", "rule")))
)
_POST_PARTS = ("office", "portfolio", "ofCountry", "accreditedTo", "ofOrganization")


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence: where it stands (``article#index``) and its words."""

    where: str
    words: str


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact; ``rows`` are (label, values) pairs; ``proofs`` stand in reading order."""

    iri: str
    kind: str  # a member of KINDS
    title: str
    confidence: str
    rows: tuple[tuple[str, str], ...]
    proofs: tuple[Proof, ...]


@dataclass(slots=True)
class _Raw:
    types: set[str] = field(default_factory=set)
    values: dict[str, set[NamedNode | Literal]] = field(default_factory=dict)


def facts(source: Source, pattern: str, lang: str) -> list[FactView]:
    """Return the facts that ``?f`` matches in ``pattern``, by kind and in reading order.

    Args:
        source: A store.
        pattern: The inside of a SPARQL group, without text that a user typed.
        lang: The language of labels.
    """
    raw = _raw(source, pattern)
    sentences = {s for one in raw.values() for s in _iris(one.values.get(BKG + "evidence", ()))}
    words = _words(source, sentences)
    spoken = Names(source, lang)
    spoken.learn(_everything(raw, sentences))
    views = [_view(iri, one, words, spoken) for iri, one in raw.items()]
    return [view for _, view in sorted(views, key=lambda pair: pair[0])]


def _raw(source: Source, pattern: str) -> dict[str, _Raw]:
    """Return all that the sentences say of the facts."""
    facts = f"{pattern or '?f bkg:evidence ?any'} FILTER EXISTS {{ ?f bkg:evidence ?proof }}"
    query = f"SELECT DISTINCT ?f ?p ?o {{ {{ SELECT DISTINCT ?f {{ {facts} }} }} ?f ?p ?o }}"
    found: dict[str, _Raw] = {}
    for row in select(source, query):
        one = found.setdefault(row["f"].value, _Raw())
        if row["p"].value == RDF + "type":
            one.types.add(row["o"].value)
        else:
            one.values.setdefault(row["p"].value, set()).add(row["o"])
    return found


def _iris(terms: Iterable[NamedNode | Literal]) -> Iterator[str]:
    return (one.value for one in terms if isinstance(one, NamedNode))


def _everything(raw: Mapping[str, _Raw], sentences: set[str]) -> set[str]:
    """Return every IRI that a page of these facts names."""
    found = set(sentences) | {BKG + kind.capitalize() for kind in KINDS}
    for one in raw.values():
        found |= one.types | set(one.values)
        found.update(iri for terms in one.values.values() for iri in _iris(terms))
    return found


def _words(source: Source, sentences: Iterable[str]) -> dict[str, str]:
    values = " ".join(str(NamedNode(iri)) for iri in sorted(sentences))
    query = f"SELECT ?s ?words {{ VALUES ?s {{ {values} }} ?s bkg:exact ?words }}"
    return {row["s"].value: row["words"].value for row in select(source, query)}


def _view(
    iri: str, raw: _Raw, words: Mapping[str, str], spoken: Names
) -> tuple[tuple[object, ...], FactView]:
    """Return the fact with the key of its place on a page."""
    kind = iri.removeprefix(BASE).partition("/")[0]
    finer = sorted(raw.types - {BKG + kind.capitalize(), BKG + "Fact"})
    names = [spoken.say(one) for one in finer or [BKG + kind.capitalize()]]
    called = spoken.pick(raw.values.get(_PREF_LABEL, ()))
    sentences = sorted(_iris(raw.values.get(BKG + "evidence", ())), key=spoken.place)
    confidence = min((one.value for one in raw.values.get(BKG + "confidence", ())), default="")
    rows = [
        (spoken.say(prop), "; ".join(sorted({spoken.value(one) for one in terms})))
        for prop, terms in sorted(raw.values.items())
        if prop not in _NOT_SHOWN and prop != BKG + "confidence"
    ]
    view = FactView(
        iri=iri,
        kind=kind,
        title=", ".join(names) + (f": {called}" if called else ""),
        confidence=confidence,
        rows=tuple(rows),
        proofs=tuple(Proof(spoken.say(one), words.get(one, "")) for one in sentences),
    )
    rank = KINDS.index(kind) if kind in KINDS else len(KINDS)
    return (rank, [spoken.place(one) for one in sentences[:1]], iri), view


class Names:
    """Names of things in one language, those of posts and pairs put together from their parts."""

    def __init__(self, source: Source, lang: str) -> None:
        """Know no names yet."""
        self._source, self._lang = source, lang
        self._found: dict[str, str] = {}

    def learn(self, iris: set[str]) -> None:
        """Look up the names of ``iris`` at once."""
        posts = {iri for iri in iris if iri.startswith(BASE + "post/")}
        parts = self._posts(posts)
        pairs = {iri: parties(iri) for iri in iris if iri.startswith(BASE + "relation/")}
        wanted = iris | {one for several in (*parts.values(), *pairs.values()) for one in several}
        self._found |= labels(self._source, wanted, self._lang)
        for iri, several in pairs.items():
            self._found[iri] = " – ".join(self.say(one) for one in several)
        for iri, several in parts.items():
            if iri not in self._found:
                self._found[iri] = ", ".join(self.say(one) for one in several)

    def _posts(self, posts: Iterable[str]) -> dict[str, list[str]]:
        """Return office, portfolio, state and host of each post."""
        values = " ".join(str(NamedNode(iri)) for iri in sorted(posts))
        found: dict[str, list[str]] = {}
        for part in _POST_PARTS if values else ():
            query = (
                f"SELECT DISTINCT ?post ?x {{ VALUES ?post {{ {values} }} ?post bkg:{part} ?x }}"
            )
            for row in sorted(select(self._source, query), key=lambda row: row["x"].value):
                found.setdefault(row["post"].value, []).append(row["x"].value)
        return found

    def say(self, iri: str) -> str:
        """Return the name of a thing; the tail of its IRI where it has none."""
        return self._found.get(iri) or iri.removeprefix(BKG).removeprefix(BASE)

    def value(self, one: NamedNode | Literal) -> str:
        """Return a value as people read it."""
        return self.say(one.value) if isinstance(one, NamedNode) else one.value

    def pick(self, names: Iterable[NamedNode | Literal]) -> str:
        """Return one of several names: in the language asked for, else the first."""
        ranked = sorted((getattr(one, "language", None) != self._lang, one.value) for one in names)
        return ranked[0][1] if ranked else ""

    def place(self, sentence: str) -> tuple[str, int]:
        """Return a key that sorts sentences by article, then in reading order."""
        article, _, index = self.say(sentence).rpartition("#")
        return (article, int(index)) if index.isdigit() else (sentence, -1)


def parties(relation: str) -> list[str]:
    """Return the IRIs of the two states of a relation."""
    return [term("country", code) for code in relation.rpartition("/")[2].split("-")]
