"""Names of things in a store: labels for answers, and things for the names that people type."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode

from kg.iri import BASE, term
from kg.query.source import Source, select

REFERENCE = term("graph", "reference")
_SENTENCE = re.compile(rf"(?P<article>{re.escape(BASE)}article/[a-z2-7]+)/s/(?P<index>\d+)")
_DOTTED = str.maketrans("İIı", "iii")
_PAIR = term("relation", "")
_IN_REFERENCE = f"GRAPH <{REFERENCE}> {{ %s }}"


def fold(text: str) -> str:
    """Return ``text`` without case, accents and punctuation; İ, I, ı and i are one letter."""
    plain = unicodedata.normalize("NFKD", text.translate(_DOTTED)).casefold()
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", kept))


def short(iri: str) -> str:
    """Return an IRI as people read it: ``country/KZ``, ``Meeting``, or unchanged if foreign."""
    return iri.removeprefix(BASE).removeprefix("ontology#")


def labels(source: Source, iris: Iterable[str], lang: str) -> dict[str, str]:
    """Return one name for each IRI that has one, in ``lang`` if possible, else in English.

    An article is called by its identifier, a sentence by its article's and its index
    (``tr-d-001#3``), a pair by the names of its states, anything else by its
    ``skos:prefLabel`` or ``rdfs:label``.
    """
    wanted = sorted(set(iris))
    sentences = {iri: match for iri in wanted if (match := _SENTENCE.fullmatch(iri))}
    plain = [iri for iri in wanted if iri not in sentences]
    plain += sorted({match["article"] for match in sentences.values()})
    pairs = {iri: _states(iri) for iri in wanted if iri.startswith(_PAIR)}
    plain += sorted({state for states in pairs.values() for state in states})
    found: dict[str, str] = {}
    # The reference graph first: a country's label also stands in the graph of every article
    # that names it, and a union of a million graphs is slow to walk.
    for pattern in (_IN_REFERENCE, "%s"):
        rest = [iri for iri in plain if iri not in found]
        found |= _labels(source, rest, pattern, lang)
    for iri, match in sentences.items():
        if match["article"] in found:
            found[iri] = f"{found[match['article']]}#{match['index']}"
    for iri, states in pairs.items():
        found[iri] = "–".join(found.get(one, one.rpartition("/")[2]) for one in states)
    return found


def _states(pair: str) -> list[str]:
    return [term("country", code) for code in pair.removeprefix(_PAIR).split("-")]


def _labels(source: Source, iris: list[str], pattern: str, lang: str) -> dict[str, str]:
    if not iris:
        return {}
    values = " ".join(str(NamedNode(iri)) for iri in iris)
    body = pattern % "?thing skos:prefLabel|rdfs:label|dcterms:identifier ?label"
    rows = select(source, f"SELECT ?thing ?label {{ VALUES ?thing {{ {values} }} {body} }}")
    best: dict[str, tuple[int, str]] = {}
    for row in rows:
        spoken = getattr(row["label"], "language", None) or ""
        rank = [lang, "en", ""].index(spoken) if spoken in {lang, "en", ""} else 3
        choice = (rank, row["label"].value)
        thing = row["thing"].value
        best[thing] = min(best.get(thing, choice), choice)
    return {thing: label for thing, (_, label) in best.items()}


def index(source: Source, kind: str) -> Mapping[str, tuple[str, ...]]:
    """Return the things of a kind by folded name: every label in every language, and the id.

    ``kind`` is the IRI's folder (``"country"``, ``"person"``). The reference graph alone is
    read if it knows the kind, else all graphs.
    """
    start = f"{BASE}{kind}/"
    where = f'?thing skos:prefLabel|skos:altLabel ?label FILTER(STRSTARTS(STR(?thing), "{start}"))'
    rows = select(source, f"SELECT DISTINCT ?thing ?label {{ {_IN_REFERENCE % where} }}")
    rows = rows or select(source, f"SELECT DISTINCT ?thing ?label {{ {where} }}")
    things: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        iri = row["thing"].value
        things[fold(row["label"].value)].add(iri)
        things[fold(iri.removeprefix(start))].add(iri)
    return {name: tuple(sorted(iris)) for name, iris in things.items()}
