"""One article as plain JSON: sentences, facts and names, for scripts that know no RDF.

::

    {"id": "article/…", "identifier": "…", "language": "tr", …,
     "sentences": [{"index": 0, "begin": 0, "finish": 61, "text": "…"}],
     "facts": [{"id": "event/…", "types": ["Event", "Meeting"], "confidence": 0.9,
                "party": [{"id": "country/KZ", "label": "Kazakhstan"}, …],
                "status": ["occurred"],
                "evidence": [{"sentence": 2, "rule": "…"}]}],
     "entities": [{"id": "person/…", "types": ["Person"], "skos:prefLabel": [{"text": …}]}]}

Ids are IRIs without their common base. A label is the English one if there is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from pyoxigraph import Literal, NamedNode, Quad

from kg.iri import BASE, BKG
from kg.rdf.terms import RDF, XSD, short

_LABEL = "skos:prefLabel"
_ARTICLE = {
    "dcterms:identifier": "identifier",
    "schema:headline": "title",
    "schema:inLanguage": "language",
    "schema:datePublished": "published",
    "schema:publisher": "publisher",
    "schema:url": "url",
    "sha256": "sha256",
}
_NUMBERS = {XSD + "decimal": float, XSD + "integer": int}
Values = dict[str, list[NamedNode | Literal]]


@dataclass(slots=True)
class _Subject:
    """What an article's graphs say of one thing; values stand in the order of reading."""

    types: list[str] = field(default_factory=list)
    values: Values = field(default_factory=dict)
    evidence: dict[int, str] = field(default_factory=dict)  # sentence -> rule


def record(quads: Iterable[Quad]) -> dict[str, object] | None:
    """Return the article that ``quads`` describe; None if they describe none.

    Args:
        quads: In the order of ``serialize.read``.
    """
    subjects = _subjects(quads)
    home = next((iri for iri, one in subjects.items() if "Article" in one.types), None)
    if home is None:
        return None
    article = subjects.pop(home)
    sentences: list[dict[str, object]] = []
    facts: list[dict[str, object]] = []
    entities: list[dict[str, object]] = []
    labels = {iri: _label(one) for iri, one in subjects.items()}
    for iri, one in subjects.items():
        if "Sentence" in one.types:
            sentences.append(
                {key: _scalar(one.values[key][0]) for key in ("index", "begin", "finish")}
                | {"text": _scalar(one.values["exact"][0])}
            )
            continue
        found = {"id": iri.removeprefix(BASE), "types": one.types, **_values(one, labels)}
        if one.evidence:
            found["confidence"] = _scalar(one.values["confidence"][0])
            proof = sorted(one.evidence.items())
            found["evidence"] = [{"sentence": place, "rule": rule} for place, rule in proof]
            facts.append(found)
        elif not iri.startswith(BASE + "engine/"):
            entities.append(found)
    about = {
        name: _scalar(article.values[key][0])
        for key, name in _ARTICLE.items()
        if key in article.values
    }
    sentences.sort(key=itemgetter("index"))
    entities.sort(key=itemgetter("id"))
    everything = {"sentences": sentences, "facts": facts, "entities": entities}
    return {"id": home.removeprefix(BASE), **about, **everything}


def _subjects(quads: Iterable[Quad]) -> dict[str, _Subject]:
    """Return what the graphs say of each subject, by its IRI."""
    found: dict[str, _Subject] = {}
    for quad in quads:
        subject, other = quad.subject, quad.object
        if not isinstance(subject, NamedNode) or not isinstance(other, NamedNode | Literal):
            continue
        one = found.setdefault(subject.value, _Subject())
        verb = quad.predicate.value.removeprefix(BKG)
        if verb == RDF + "type":
            kind = other.value.removeprefix(BKG)
            if kind not in one.types:
                one.types.append(kind)
        elif verb == "evidence":
            one.evidence.setdefault(_index(other.value), "")
        elif verb == "rule" and isinstance(quad.graph_name, NamedNode):
            one.evidence[_index(quad.graph_name.value)] = other.value
        else:
            values = one.values.setdefault(short(verb), [])
            if other not in values:
                values.append(other)
    return found


def _index(sentence: str) -> int:
    return int(sentence.rpartition("/")[2])


def _label(subject: _Subject) -> str | None:
    """Return the name to show: the English one, else the first."""
    names = [name for name in subject.values.get(_LABEL, ()) if isinstance(name, Literal)]
    english = [name for name in names if name.language == "en"]
    return (english or names)[0].value if names else None


def _values(subject: _Subject, labels: Mapping[str, str | None]) -> dict[str, object]:
    return {
        key: [_value(one, labels) for one in values]
        for key, values in sorted(subject.values.items())
        if key != "confidence"
    }


def _value(term: NamedNode | Literal, labels: Mapping[str, str | None]) -> object:
    """Return a node with its label, a text with its language, or the bare value."""
    if isinstance(term, NamedNode):
        label = labels.get(term.value)
        return {"id": term.value.removeprefix(BASE)} | ({"label": label} if label else {})
    return {"text": term.value, "lang": term.language} if term.language else _scalar(term)


def _scalar(term: NamedNode | Literal) -> object:
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        return _NUMBERS[term.datatype.value](term.value)
    if isinstance(term, Literal) and term.datatype.value == XSD + "boolean":
        return term.value == "true"
    return term.value
