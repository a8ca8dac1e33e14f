"""The gold graph: the annotated articles of data/gold as quads, made without the extractor.

The annotation gives facts, seldom their sentences. A fact's evidence is the sentence that
begins with the annotated words; where there are none, the first sentence that names its
people, and for a cooperation or an agreement the sentence of an event of the same states.
A fact whose sentence had to be found has the confidence GUESSED, else GIVEN.

Two kinds of facts are not annotated and stand here by hand: who acted against or for whom
(DIRECTIONS) and the initiatives of the commissioned article (INITIATIVES).
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.iri import digest
from kg.model.fact import Fact, Literal, Node, Reading, Ref, Value
from kg.model.text import Article, Document, Sentence, Span
from kg.rdf.emit import Emitter

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
GIVEN, GUESSED = 0.95, 0.6
RULE = "gold"
# article -> number of the event -> actors and target
DIRECTIONS: dict[str, dict[int, tuple[str, str]]] = {
    "en-d-004": {1: ("JP", "IN"), 3: ("JP", "IN")},
    "en-d-005": {0: ("MX", "EC"), 1: ("EC", "MX"), 2: ("NI", "EC")},
    "en-d-006": {0: ("LT", "BY"), 1: ("LT", "BY"), 2: ("LT", "BY"), 5: ("PL", "BY")},
    "en-d-009": {2: ("SA", "IR")},
    "en-d-011": {2: ("AU", "CL")},
    "kk-d-003": {0: ("CA GB US", "MM")},
    "ru-d-003": {0: ("ES", "AR"), 1: ("ES", "AR"), 2: ("ES", "AR")},
    "tr-d-008": {0: ("TR", "SO")},
    "tr-d-010": {2: ("TR", "PK")},
    "tr-d-016": {0: ("TR", "DK")},
    "tr-d-017": {0: ("EC", "VE"), 1: ("EC", "VE"), 2: ("VE", "EC"), 3: ("EC", "VE")},
    "tr-d-019": {0: ("TR", "TJ"), 2: ("AE", "TJ")},
    "tr-d-021": {0: ("US", "SS"), 2: ("SS", "US")},
    "tr-d-025": {0: ("EG", "ET")},
}
# article -> label, words of the sentence, who proposed it, status
INITIATIVES: dict[str, list[tuple[str, str, str | None, str]]] = {
    "tr-seed": [
        ("doktorların eğitimi", "Kazak Büyükelçi", "Yerkebulan Sapiyev", "proposed"),
        ("ortak tıbbi ve farmasötik projeler", "Kazak Büyükelçi", "Yerkebulan Sapiyev", "proposed"),
        ("uzmanlaşmış seminerler", "Kazak Büyükelçi", "Yerkebulan Sapiyev", "proposed"),
        ("konferanslar", "Kazak Büyükelçi", "Yerkebulan Sapiyev", "proposed"),
        ("ikili etkileşimlerin genişletilmesi", "Görüşmede, sağlık", None, "agreed"),
        ("deneyim alışverişlerinin genişletilmesi", "Görüşmede, sağlık", None, "agreed"),
    ]
}
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…][\"”»’)]*(?=\s+[\"“«(]?[^\W\d_a-zçğıöşüа-яё])|(?=\n|$))")


def identifiers() -> list[str]:
    """Return the ids of the annotated articles, sorted."""
    return sorted(path.stem for path in GOLD.glob("*.json"))


def lines(wanted: Iterable[str] | None = None) -> list[str]:
    """Return the quads of these articles (all by default) as sorted lines of N-Quads."""
    emitter = Emitter({})
    found: set[str] = set()
    for name in identifiers() if wanted is None else wanted:
        found.update(emitter.emit(reading(json.loads((GOLD / f"{name}.json").read_text("utf-8")))))
    return sorted(found)


def reading(record: dict[str, Any]) -> Reading:
    """Return what an annotated article states."""
    page = _Page(record)
    tenures = [page.tenure(row) for row in record["positions"]]
    events = [page.event(number, row) for number, row in enumerate(record["events"])]
    cooperation = [page.cooperation(row) for row in record["cooperation"]]
    agreements = [page.agreement(number, row) for number, row in enumerate(record["agreements"])]
    statements = [page.statement(number, row) for number, row in enumerate(record["statements"])]
    initiatives = [page.initiative(*one) for one in INITIATIVES.get(record["id"], ())]
    facts = (*tenures, *events, *cooperation, *agreements, *statements, *initiatives)
    return Reading(page.document, tuple(page.nodes.values()), facts)


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(str.maketrans("İIı", "iii"))).casefold()
    return "-".join(
        re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    )


class _Page:
    """One annotated article on its way to a Reading."""

    def __init__(self, record: dict[str, Any]) -> None:
        self.record = record
        text = unicodedata.normalize("NFC", f"{record['title']}\n\n{record['text']}")
        article = Article(
            identifier=record["id"],
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            lang=record["lang"],
            title=record["title"],
            published=record["published"],
            publisher=record.get("publisher"),
            url=record.get("url"),
        )
        spans = [
            Span(found.start() + len(found[0]) - len(found[0].lstrip()), found.end())
            for found in _SENTENCE.finditer(text)
            if found[0].strip()
        ]
        paragraphs = [text.count("\n\n", 0, span.begin) for span in spans]
        sentences = (
            Sentence(n, span, paragraphs[n], record["lang"], headline=n == 0)
            for n, span in enumerate(spans)
        )
        self.document = Document(article, record["lang"], tuple(sentences))
        self.words = [self.document.exact(one) for one in self.document.sentences]
        self.nodes: dict[Ref, Node] = {}
        self.met: list[tuple[set[str], set[str], int]] = []  # states, domains, sentence of events

    def _sentence(self, start: str | None) -> int | None:
        """Return the sentence in which the annotated words begin."""
        begin = self.document.article.text.find(unicodedata.normalize("NFC", start or "\0"))
        spans = [one.span for one in self.document.sentences]
        return next((n for n, s in enumerate(spans) if s.begin <= begin < s.finish), None)

    def _naming(self, *names: str) -> int:
        """Return the first sentence that names most of these people, the headline last."""
        stems = [unicodedata.normalize("NFC", name).split()[-1] for name in names]
        counts = [sum(stem in words for stem in stems) for words in self.words]
        return max(range(len(counts)), key=lambda n: (counts[n], n > 0, -n))

    def _person(self, name: str) -> Ref:
        ref = Ref("person", digest("gold person", _slug(name)))
        whole = [n for n, words in enumerate(self.words) if name in words]
        at = whole[0] if whole else self._naming(name)
        label = Value(at, "skos:prefLabel", Literal(name, lang=self.record["lang"]))
        self.nodes.setdefault(ref, Node(ref, ("Person",), (label,)))
        return ref

    def _organization(self, name: str, at: int) -> Ref:
        ref = Ref("organization", digest("gold organization", _slug(name)))
        label = Value(at, "skos:prefLabel", Literal(name, lang=self.record["lang"]))
        self.nodes.setdefault(ref, Node(ref, ("Organization",), (label,)))
        return ref

    def _place(self, place: dict[str, str], at: int) -> Ref:
        ref = Ref("place", f"{place['country']}/{_slug(place['name'])}")
        values = (
            Value(at, "skos:prefLabel", Literal(place["name"], lang=self.record["lang"])),
            Value(at, "inCountry", Ref("country", place["country"])),
        )
        self.nodes.setdefault(ref, Node(ref, ("Place",), values))
        return ref

    def _fact(
        self, kind: str, key: str, types: tuple[str, ...], values: list[tuple[str, Ref | Literal]],
        at: int, confidence: float,
    ) -> Fact:  # fmt: skip
        stated = tuple(Value(at, prop, other) for prop, other in values)
        return Fact(Ref(kind, key), types, stated, (at,), (RULE,), confidence)

    def tenure(self, row: dict[str, Any]) -> Fact:
        holder = self._person(row["person"])
        at = self.nodes[holder].values[0].sentence
        post = self._post(row, at)
        values: list[tuple[str, Ref | Literal]] = [("holder", holder), ("post", post)]
        if self.record["published"]:
            values.append(("attestedOn", Literal(self.record["published"], "date")))
        if row["former"]:
            values.append(("former", Literal("true", "boolean")))
        key = digest("gold tenure", holder.key, post.key, row["former"], self.record["id"])
        return self._fact("tenure", key, ("Tenure",), values, at, GIVEN)

    def _post(self, row: dict[str, Any], at: int) -> Ref:
        owner = row["country"] or digest("gold organization", _slug(row["organization"] or ""))
        parts = [owner, row["kind"], row["portfolio"], row["accredited_to"]]
        ref = Ref("post", "/".join(part for part in parts if part))
        values = [Value(at, "office", Ref("office", row["kind"]))]
        if row["country"]:
            values.append(Value(at, "ofCountry", Ref("country", row["country"])))
        if row["portfolio"]:
            values.append(Value(at, "portfolio", Ref("portfolio", row["portfolio"])))
        if row["accredited_to"]:
            values.append(Value(at, "accreditedTo", Ref("country", row["accredited_to"])))
        if row["organization"]:
            body = self._organization(row["organization"], at)
            values.append(Value(at, "ofOrganization", body))
        self.nodes.setdefault(ref, Node(ref, ("Post",), tuple(values)))
        return ref

    def event(self, number: int, row: dict[str, Any]) -> Fact:
        at = self._sentence(row["evidence"])
        where = self._naming(*row["participants"]) if at is None else at
        states, people = row["countries"], row["participants"]
        values = [("party", Ref("country", code)) for code in states] + self._pairs(states)
        values += [("participant", self._person(name)) for name in people]
        values += [("domain", Ref("domain", key)) for key in row["domains"]]
        values += self._direction(number, row)
        rest: list[tuple[str, Ref | Literal]] = [("status", Literal(row["status"]))]
        if row["place"]:
            rest.append(("place", self._place(row["place"], where)))
        if row["date"]:
            rest.append(("date", Literal(row["date"], "date")))
        rest += [("participatingOrganization", one) for one in self._bodies(people, where)]
        self.met.append((set(states), set(row["domains"]), where))
        confidence = GUESSED if at is None else GIVEN
        key = digest("gold event", self.record["id"], number)
        types = ("Event", row["type"].capitalize())
        return self._fact("event", key, types, [*values, *rest], where, confidence)

    def _direction(self, number: int, row: dict[str, Any]) -> list[tuple[str, Ref]]:
        actors, target = DIRECTIONS.get(self.record["id"], {}).get(number, ("", ""))
        if row["type"] == "visit":
            homes = {
                one["country"]
                for one in self.record["positions"]
                if one["person"] in row["participants"] and not one["former"]
            }
            if len(homes) == 1 and len(row["countries"]) == 2:
                actors = next(iter(homes))
                target = next(code for code in row["countries"] if code != actors)
        found = [("actor", Ref("country", code)) for code in actors.split()]
        return found + ([("target", Ref("country", target))] if target else [])

    def _bodies(self, people: list[str], at: int) -> list[Ref]:
        return [
            self._organization(one["organization"], at)
            for one in self.record["positions"]
            if one["person"] in people and one["organization"] and not one["country"]
        ]

    def _pairs(self, states: list[str]) -> list[tuple[str, Ref]]:
        pairs = itertools.combinations(sorted(states), 2)
        return [("relation", Ref("relation", f"{one}-{two}")) for one, two in pairs]

    def _beside(self, states: Iterable[str], domain: str | None) -> int:
        """Return the sentence of an event of these states, one about the domain if possible."""
        together = [one for one in self.met if set(states) <= one[0]]
        about = [one for one in together if domain in one[1]] or together
        return about[0][2] if about else 0

    def cooperation(self, row: dict[str, Any]) -> Fact:
        pair, domain = "-".join(sorted(row["countries"])), row["domain"]
        values: list[tuple[str, Ref | Literal]] = [
            ("relation", Ref("relation", pair)),
            ("domain", Ref("domain", domain)),
        ]
        signed = [
            one
            for one in self.record["agreements"]
            if one["domain"] == domain and set(row["countries"]) <= set(one["parties"])
        ]
        if any(one["status"] == "signed" for one in signed):
            values.append(("status", Literal("agreed")))
        at = self._beside(row["countries"], domain)
        return self._fact("cooperation", f"{pair}/{domain}", ("Cooperation",), values, at, GUESSED)

    def agreement(self, number: int, row: dict[str, Any]) -> Fact:
        values = [("party", Ref("country", code)) for code in row["parties"]]
        values += self._pairs(row["parties"])
        values += [("domain", Ref("domain", row["domain"]))] if row["domain"] else []
        rest = [("agreementType", Literal(row["type"])), ("status", Literal(row["status"]))]
        key = digest("gold agreement", self.record["id"], number)
        at = self._beside(row["parties"], row["domain"])
        return self._fact("agreement", key, ("Agreement",), [*values, *rest], at, GUESSED)

    def statement(self, number: int, row: dict[str, Any]) -> Fact:
        name = unicodedata.normalize("NFC", row["speaker"]).split()[-1]
        named = [n for n, words in enumerate(self.words) if name in words and n] or [0]
        quoted = [n for n in named if re.search(r"[\"“«]", self.words[n])]
        at = (quoted or named)[-1]
        values: list[tuple[str, Ref | Literal]] = [("speaker", self._person(row["speaker"]))]
        values += [("domain", Ref("domain", key)) for key in row["domains"]]
        states = {code for event in self.record["events"][:1] for code in event["countries"]}
        values += self._pairs(sorted(states)) if len(states) == 2 else []
        values += [("stance", Literal(row["stance"])), ("text", Literal(self.words[at]))]
        key = digest("gold statement", self.record["id"], number)
        return self._fact("statement", key, ("Statement",), values, at, GUESSED)

    def initiative(self, label: str, start: str, who: str | None, status: str) -> Fact:
        at = self._sentence(start) or 0
        event = self.record["events"][0]
        values = [*self._pairs(event["countries"]), ("domain", Ref("domain", event["domains"][0]))]
        values += [("proposedBy", self._person(who))] if who else []
        meeting = Ref("event", digest("gold event", self.record["id"], 0))
        rest: list[tuple[str, Ref | Literal]] = [("atEvent", meeting), ("status", Literal(status))]
        rest.append(("skos:prefLabel", Literal(label, lang=self.record["lang"])))
        key = digest("gold initiative", self.record["id"], label)
        return self._fact("initiative", key, ("Initiative",), [*values, *rest], at, GIVEN)
