"""A reading becomes quads: every triple of a fact in the graph of the sentence that states it.

Quads are lines of canonical N-Quads, made by joining strings: that is several times faster
than building terms, and the lines can be sorted, sent between processes and loaded as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model.fact import Fact, Node, Reading, Ref
from kg.model.text import Article, Document
from kg.rdf import terms
from kg.rdf.provenance import ENGINE, engine
from kg.rdf.terms import RDF, node, predicate

_TYPE = f"<{RDF}type>"
_KEY = re.compile(r"[^\x00-\x20<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Description:
    """What the ontology says of a node that articles mention.

    ``types`` are absolute IRIs; ``labels`` are (text, language) pairs of ``skos:prefLabel``;
    ``related`` are (property, node) pairs that an article's graph repeats, such as
    ``("skos:broader", Ref("domain", "health"))``.
    """

    types: tuple[str, ...]
    labels: tuple[tuple[str, str], ...]
    related: tuple[tuple[str, Ref], ...] = ()


class Emitter:
    """Prints readings as sorted quads; ``known`` describes the nodes of the ontology."""

    def __init__(self, known: Mapping[Ref, Description]) -> None:
        """Keep the descriptions; each is printed once, when an article first mentions it."""
        self._known = known
        self._described: dict[Ref, list[str]] = {}

    def emit(self, reading: Reading) -> list[str]:
        """Return the article's quads: sorted lines of N-Quads without line ends, each once.

        Raises:
            ValueError: a key of the reading cannot stand in an IRI.
        """
        mentioned = _mentioned(reading)
        _demand_keys(mentioned)
        home = terms.article(reading.document.article.sha256)
        graphs = [f"<{home}/s/{s.index}>" for s in reading.document.sentences]
        lines = set(_sentence_quads(home, reading.document))
        lines.update(_node_quads(reading.nodes, graphs))
        lines.update(_fact_quads(reading.facts, graphs))
        lines.update(_relation_quads(reading, graphs))
        own = [*_article(f"<{home}>", reading.document.article, reading.document.lang), *engine()]
        for ref in mentioned:
            own += self._describe(ref)
        lines.update(f"{triple} <{home}> ." for triple in own)
        return sorted(lines)

    def _describe(self, ref: Ref) -> list[str]:
        """Return types and labels of ``ref`` and of what it is related to; nothing if unknown."""
        found = self._described.get(ref)
        if found is None:
            found = self._described[ref] = list(self._entry(ref, set()))
        return found

    def _entry(self, ref: Ref, seen: set[Ref]) -> Iterator[str]:
        about = self._known.get(ref)
        if about is None or ref in seen:
            return
        seen.add(ref)
        subject = node(ref)
        yield from (f"{subject} {_TYPE} <{kind}>" for kind in about.types)
        label = predicate("skos:prefLabel")
        for words, lang in about.labels:
            yield f"{subject} {label} {terms.text(words)}@{lang.lower()}"
        for prop, other in about.related:
            yield f"{subject} {predicate(prop)} {node(other)}"
            yield from self._entry(other, seen)


def _article(subject: str, article: Article, lang: str) -> Iterator[str]:
    """Yield the description of the article, as triples."""
    yield f"{subject} {_TYPE} {predicate('Article')}"
    yield f"{subject} {predicate('dcterms:identifier')} {terms.text(article.identifier)}"
    yield f"{subject} {predicate('sha256')} {terms.text(article.sha256)}"
    yield f"{subject} {predicate('schema:inLanguage')} {terms.text(lang)}"
    yield f"{subject} {predicate('prov:wasGeneratedBy')} {ENGINE}"
    if article.title:
        yield f"{subject} {predicate('schema:headline')} {terms.text(article.title)}"
    if article.published:
        yield f"{subject} {predicate('schema:datePublished')} {terms.date(article.published)}"
    if article.publisher:
        yield f"{subject} {predicate('schema:publisher')} {terms.text(article.publisher)}"
    if article.url:
        yield f"{subject} {predicate('schema:url')} {terms.typed(article.url, 'anyURI')}"


def _sentence_quads(home: str, document: Document) -> Iterator[str]:
    """Yield the description of every sentence, in the article's graph."""
    kind, words = predicate("Sentence"), predicate("exact")
    source, place = predicate("article"), predicate("index")
    begin, finish = predicate("begin"), predicate("finish")
    for sentence in document.sentences:
        subject, span = f"<{home}/s/{sentence.index}>", sentence.span
        yield f"{subject} {_TYPE} {kind} <{home}> ."
        yield f"{subject} {source} <{home}> <{home}> ."
        yield f"{subject} {words} {terms.text(document.exact(sentence))} <{home}> ."
        yield f"{subject} {place} {terms.typed(str(sentence.index), 'integer')} <{home}> ."
        yield f"{subject} {begin} {terms.typed(str(span.begin), 'integer')} <{home}> ."
        yield f"{subject} {finish} {terms.typed(str(span.finish), 'integer')} <{home}> ."


def _value_quads(owner: Node | Fact, graphs: list[str]) -> Iterator[str]:
    """Yield one quad for each value, in the graph of the value's sentence."""
    subject = node(owner.ref)
    for value in owner.values:
        other = value.object
        token = node(other) if isinstance(other, Ref) else terms.literal(other)
        yield f"{subject} {predicate(value.prop)} {token} {graphs[value.sentence]} ."


def _node_quads(nodes: Iterable[Node], graphs: list[str]) -> Iterator[str]:
    """Yield the nodes' values, and their types wherever they have a value."""
    for one in nodes:
        yield from _value_quads(one, graphs)
        subject = node(one.ref)
        for sentence in {value.sentence for value in one.values}:
            for kind in one.types:
                yield f"{subject} {_TYPE} {predicate(kind)} {graphs[sentence]} ."


def _fact_quads(facts: Iterable[Fact], graphs: list[str]) -> Iterator[str]:
    """Yield the facts' values, and in each evidence sentence their types and their evidence."""
    proof, belief, pattern = predicate("evidence"), predicate("confidence"), predicate("rule")
    for fact in facts:
        yield from _value_quads(fact, graphs)
        subject, confidence = node(fact.ref), terms.decimal(fact.confidence)
        for sentence, rule in zip(fact.evidence, fact.rules, strict=True):
            graph = graphs[sentence]
            for kind in fact.types:
                yield f"{subject} {_TYPE} {predicate(kind)} {graph} ."
            yield f"{subject} {proof} {graph} {graph} ."
            yield f"{subject} {belief} {confidence} {graph} ."
            yield f"{subject} {pattern} {terms.text(rule)} {graph} ."


def _owners(reading: Reading) -> list[Node | Fact]:
    """Return everything that has values."""
    return [*reading.nodes, *reading.facts]


def _relation_quads(reading: Reading, graphs: list[str]) -> Iterator[str]:
    """Yield type and parties of each bilateral relation, in every sentence that mentions it."""
    kind, party = predicate("BilateralRelation"), predicate("party")
    met = {
        (value.object, value.sentence)
        for owner in _owners(reading)
        for value in owner.values
        if isinstance(value.object, Ref) and value.object.kind == "relation"
    }
    for ref, sentence in met:
        subject, graph = node(ref), graphs[sentence]
        yield f"{subject} {_TYPE} {kind} {graph} ."
        for code in ref.key.split("-"):
            yield f"{subject} {party} {node(Ref('country', code))} {graph} ."


def _demand_keys(refs: Iterable[Ref]) -> None:
    """Refuse what would make a line that no store can read."""
    for ref in refs:
        if not _KEY.fullmatch(ref.key):
            raise ValueError(f"{ref} makes no IRI")


def _mentioned(reading: Reading) -> set[Ref]:
    """Return every node and fact of the reading, and the parties of the relations it names."""
    refs = {one.ref for one in _owners(reading)}
    for owner in _owners(reading):
        refs.update(value.object for value in owner.values if isinstance(value.object, Ref))
    for ref in [ref for ref in refs if ref.kind == "relation"]:
        refs.update(Ref("country", code) for code in ref.key.split("-"))
    return refs
