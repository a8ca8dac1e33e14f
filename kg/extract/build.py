"""Drafts become Facts: their keys, their values, and the sentence of each value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations

from kg.extract.agreements import AgreementDraft
from kg.extract.confidence import confidence
from kg.extract.cooperation import CooperationDraft, Pair
from kg.extract.draft import EventDraft
from kg.extract.initiatives import InitiativeDraft
from kg.extract.nodes import Nodes, by_sentence
from kg.extract.speech import StatementDraft
from kg.iri import digest
from kg.model.fact import Fact, Literal, Ref, Value
from kg.model.mention import Person
from kg.model.text import Document

Refs = dict[int, Ref]  # id of an event's draft -> the event


@dataclass(slots=True)
class Builder:
    """Collects the facts of one article; ``nodes`` are those that they speak of."""

    document: Document
    nodes: Nodes
    facts: list[Fact] = field(default_factory=list)

    def tenures(self, persons: list[Person]) -> None:
        """Add one tenure for every role of a named person."""
        published = self.document.article.published
        for person in persons:
            for role in person.roles:
                where = role.sentence
                holder, post = self.nodes.person(person, where), self.nodes.post(role, where)
                values = [Value(where, "holder", holder), Value(where, "post", post)]
                if published:
                    values.append(Value(where, "attestedOn", Literal(published, "date")))
                if role.former:
                    values.append(Value(where, "former", Literal("true", "boolean")))
                ref = Ref("tenure", digest("tenure", holder.key, post.key, role.former))
                self._add(ref, "Tenure", values, {where: role.rule}, weak=not role.stated)

    def events(self, drafts: list[EventDraft]) -> Refs:
        """Add the events; return each draft's reference by ``id(draft)``."""
        refs = {}
        for draft in drafts:
            ref = refs[id(draft)] = self._ref(
                "event",
                draft.event,
                draft.status,
                sorted(draft.countries),
                sorted(p.full for p in draft.persons),
                draft.date.value if draft.date else "",
                draft.sentence,
            )
            values = self._told(draft) + self._circumstances(draft)
            self._add(ref, draft.event, values, draft.rules, weak=draft.inferred)
        return refs

    def _told(self, draft: EventDraft) -> list[Value]:
        """Return what each sentence says of an event."""
        people = {str(p.number): p for p in draft.persons}
        values = []
        for sentence, said in draft.said.items():
            for prop, value in sorted(said):
                if prop == "participant":
                    values.append(Value(sentence, prop, self.nodes.person(people[value], sentence)))
                else:
                    kind = "country" if prop == "party" else "domain"
                    values.append(Value(sentence, prop, Ref(kind, value)))
            values.append(Value(sentence, "status", Literal(draft.status)))
            values += _relations(sentence, draft.countries)
        return values

    def _circumstances(self, draft: EventDraft) -> list[Value]:
        """Return day, place and direction, which the first sentence tells."""
        first = draft.sentence
        values = []
        if draft.date:
            values.append(Value(first, "date", Literal(draft.date.value, draft.date.datatype)))
        if draft.place and draft.place.key:
            values.append(Value(first, "place", self.nodes.place(draft.place.key, first)))
        elif draft.place and draft.place.countries:
            values.append(Value(first, "place", Ref("country", draft.place.countries[0])))
        for prop, country in (("actor", draft.actor), ("target", draft.target)):
            if country:
                values.append(Value(first, prop, Ref("country", country)))
        return values

    def cooperation(self, drafts: list[CooperationDraft]) -> None:
        """Add one cooperation for each pair and top-level domain, with its sub-topics."""
        grouped: dict[tuple[Pair, str], list[CooperationDraft]] = defaultdict(list)
        for draft in drafts:
            grouped[draft.pair, draft.domain.split("/", 1)[0]].append(draft)
        for (pair, domain), same in sorted(grouped.items()):
            relation = _relation(*pair)
            values: list[Value] = []
            rules: dict[int, str] = {}
            for draft in same:
                values += [
                    Value(draft.sentence, "relation", relation),
                    Value(draft.sentence, "domain", Ref("domain", domain)),
                    Value(draft.sentence, "status", Literal(draft.status)),
                ]
                if draft.domain != domain:
                    values.append(Value(draft.sentence, "topic", Ref("domain", draft.domain)))
                rules.setdefault(draft.sentence, draft.rule)
            self._add(Ref("cooperation", f"{relation.key}/{domain}"), "Cooperation", values, rules)

    def agreements(self, drafts: list[AgreementDraft], refs: Refs) -> None:
        """Add the documents."""
        for number, draft in enumerate(drafts):
            where = draft.sentence
            ref = self._ref(
                "agreement", draft.kind, draft.parties, draft.status, draft.domain, where, number
            )
            values = [Value(where, "party", Ref("country", c)) for c in draft.parties]
            values += _relations(where, set(draft.parties))
            values += [
                Value(where, "agreementType", Literal(draft.kind)),
                Value(where, "status", Literal(draft.status)),
                Value(where, "skos:prefLabel", self.nodes.words(draft.label)),
            ]
            if draft.domain:
                values.append(Value(where, "domain", Ref("domain", draft.domain)))
            if id(draft.event) in refs:
                values.append(Value(where, "signedAt", refs[id(draft.event)]))
            self._add(ref, "Agreement", values, {where: draft.rule})

    def statements(self, drafts: list[StatementDraft], pairs: dict[int, Pair]) -> None:
        """Add one statement for each speaker and sentence; ``pairs`` go by sentence."""
        for draft in drafts:
            where = draft.sentence
            speaker = self.nodes.person(draft.speaker, where)
            text = self.document.exact(self.document.sentences[where])
            values = [
                Value(where, "speaker", speaker),
                Value(where, "stance", Literal(draft.stance or "positive")),
                Value(where, "text", self.nodes.words(text)),
            ]
            named = dict.fromkeys(draft.domains)
            for domain in draft.domains:  # the training of doctors is health, and education
                named.update(dict.fromkeys(self.nodes.lexicon.related.get(domain, ())))
            values += [Value(where, "domain", Ref("domain", d)) for d in named]
            if where in pairs:
                values.append(Value(where, "relation", _relation(*pairs[where])))
            ref = self._ref("statement", speaker.key, where)
            self._add(ref, "Statement", values, {where: draft.rule})

    def initiatives(self, drafts: list[InitiativeDraft], refs: Refs) -> None:
        """Add the lines of joint work."""
        for draft in drafts:
            where = draft.sentence
            relation = _relation(*draft.pair)
            values = [
                Value(where, "relation", relation),
                Value(where, "domain", Ref("domain", draft.domain)),
                Value(where, "status", Literal(draft.status)),
                Value(where, "skos:prefLabel", self.nodes.words(draft.label)),
            ]
            if draft.by is not None:
                values.append(Value(where, "proposedBy", self.nodes.person(draft.by, where)))
            if id(draft.event) in refs:
                values.append(Value(where, "atEvent", refs[id(draft.event)]))
            ref = self._ref("initiative", relation.key, draft.label, where)
            self._add(ref, "Initiative", values, {where: draft.rule})

    def _ref(self, kind: str, *parts: object) -> Ref:
        """Return the reference of a fact of this article that ``parts`` tell from the others."""
        return Ref(kind, digest(kind, self.document.article.sha256, *parts))

    def _add(
        self,
        ref: Ref,
        type_: str,
        values: list[Value],
        rules: dict[int, str],
        *,
        weak: bool = False,
    ) -> None:
        """Add a fact; ``rules`` gives for each sentence of evidence the pattern that fired."""
        evidence = tuple(sorted(rules))
        belief = confidence(ref.kind, len(evidence), weak=weak)
        fired = tuple(rules[sentence] for sentence in evidence)
        types = (type_, "Event") if ref.kind == "event" else (type_,)
        self.facts.append(Fact(ref, types, by_sentence(values), evidence, fired, belief))


def _relation(first: str, second: str) -> Ref:
    return Ref("relation", f"{first}-{second}")


def _relations(sentence: int, countries: set[str]) -> list[Value]:
    """Return the relation of every pair of ``countries``."""
    pairs = combinations(sorted(countries), 2)
    return [Value(sentence, "relation", _relation(*pair)) for pair in pairs]
