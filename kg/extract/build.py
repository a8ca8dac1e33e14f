"""Drafts become Facts and Nodes: IRIs' keys, values, and the sentence of each value."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.extract.agreements import AgreementDraft
from kg.extract.confidence import confidence
from kg.extract.context import Context
from kg.extract.cooperation import CooperationDraft
from kg.extract.draft import EventDraft
from kg.extract.initiatives import InitiativeDraft
from kg.extract.speech import StatementDraft
from kg.iri import digest
from kg.model.fact import Fact, Literal, Node, Ref, Value
from kg.model.mention import Person, Role
from kg.model.text import Document
from kg.nlp.lang import LANGUAGES
from kg.onto.lexicon import Lexicon


@dataclass(slots=True)
class Builder:
    """Collects nodes and facts of one article."""

    document: Document
    context: Context
    nodes: dict[Ref, tuple[tuple[str, ...], set[Value]]] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)

    @property
    def lexicon(self) -> Lexicon:
        """Return the closed tables."""
        return self.context.lexicon

    # --- nodes
    def _node(self, ref: Ref, types: tuple[str, ...], values: set[Value]) -> Ref:
        have = self.nodes.setdefault(ref, (types, set()))
        have[1].update(values)
        return ref

    def person(self, person: Person, sentence: int) -> Ref:
        """Return the node of a person, named in ``sentence`` or referred to there."""
        country = person.country or person.organization or ""
        folded = LANGUAGES[self.document.lang].lower(person.full)
        ref = Ref("person", digest("person", folded, country))
        values = {Value(sentence, "skos:prefLabel", Literal(person.full, lang=self.document.lang))}
        for form in person.forms.get(sentence, ()):
            if form != person.full:
                values.add(Value(sentence, "skos:altLabel", Literal(form, lang=self.document.lang)))
        return self._node(ref, ("Person",), values)

    def place(self, key: str, surface: str, sentence: int) -> Ref:
        """Return the node of a place of the gazetteer."""
        ref = Ref("place", key)
        values = {Value(sentence, "skos:altLabel", Literal(surface, lang=self.document.lang))}
        return self._node(ref, ("Place",), values)

    def _post(self, role: Role, sentence: int) -> Ref:
        parts = [role.country or digest("organization", role.organization or "")]
        parts.append(role.office)
        parts += [p for p in (role.portfolio, role.host) if p]
        if role.organization and role.country:
            parts.append(digest("organization", role.organization))
        ref = Ref("post", "/".join(parts))
        values = {Value(sentence, "office", Ref("office", role.office))}
        if role.country:
            values.add(Value(sentence, "ofCountry", Ref("country", role.country)))
        if role.portfolio:
            values.add(Value(sentence, "portfolio", Ref("portfolio", role.portfolio)))
        if role.host:
            values.add(Value(sentence, "accreditedTo", Ref("country", role.host)))
        if role.seat:
            values.add(Value(sentence, "seat", Ref("place", role.seat)))
        if role.organization:
            body = Ref("organization", digest("organization", role.organization))
            self._node(
                body,
                ("Organization",),
                {
                    Value(
                        sentence,
                        "skos:prefLabel",
                        Literal(role.organization, lang=self.document.lang),
                    )
                },
            )
            values.add(Value(sentence, "ofOrganization", body))
        return self._node(ref, (self.lexicon.posts.get(role.office, "Post"),), values)

    # --- facts
    def tenures(self) -> None:
        """Add one tenure for every role of a named person."""
        for person in self.context.registry.persons:
            for role in person.roles:
                where = role.sentence
                holder, post = self.person(person, where), self._post(role, where)
                values = [Value(where, "holder", holder), Value(where, "post", post)]
                if self.document.article.published:
                    values.append(
                        Value(where, "attestedOn", Literal(self.document.article.published, "date"))
                    )
                if role.former:
                    values.append(Value(where, "former", Literal("true", "boolean")))
                key = digest("tenure", holder.key, post.key, role.former)
                self._fact(
                    "tenure", key, ("Tenure",), values, {where: role.rule}, weak=not role.stated
                )

    def events(self, drafts: list[EventDraft]) -> dict[int, Ref]:
        """Add the events; returns each draft's reference by ``id(draft)``."""
        refs: dict[int, Ref] = {}
        for draft in drafts:
            people = {str(p.number): p for p in draft.persons}
            names = sorted(p.full for p in draft.persons)
            date = draft.date.value if draft.date else ""
            key = digest(
                "event",
                self.document.article.sha256,
                draft.event,
                draft.status,
                sorted(draft.countries),
                names,
                date,
                draft.sentence,
            )
            values = []
            for sentence, said in sorted(draft.said.items()):
                for prop, value in sorted(said):
                    if prop == "participant":
                        values.append(Value(sentence, prop, self.person(people[value], sentence)))
                    elif prop == "party":
                        values.append(Value(sentence, prop, Ref("country", value)))
                    else:
                        values.append(Value(sentence, prop, Ref("domain", value)))
                values.append(Value(sentence, "status", Literal(draft.status)))
                values += [Value(sentence, "relation", r) for r in _relations(draft.countries)]
            values += self._circumstances(draft)
            refs[id(draft)] = self._fact(
                "event", key, (draft.event,), values, draft.rules, weak=draft.inferred
            )
        return refs

    def _circumstances(self, draft: EventDraft) -> list[Value]:
        first = draft.sentence
        values = []
        if draft.date:
            values.append(Value(first, "date", Literal(draft.date.value, draft.date.datatype)))
        if draft.place is not None:
            if draft.place.key:
                label = self.lexicon.labels.get(("place", draft.place.key), {}).get(
                    self.document.lang, draft.place.key
                )
                values.append(Value(first, "place", self.place(draft.place.key, label, first)))
            elif draft.place.countries:
                values.append(Value(first, "place", Ref("country", draft.place.countries[0])))
        if draft.actor:
            values.append(Value(first, "actor", Ref("country", draft.actor)))
        if draft.target:
            values.append(Value(first, "target", Ref("country", draft.target)))
        return values

    def cooperation(self, drafts: list[CooperationDraft]) -> None:
        """Add one cooperation for each pair and top-level domain, with its sub-topics."""
        grouped: dict[tuple[tuple[str, str], str], list[CooperationDraft]] = defaultdict(list)
        for draft in drafts:
            grouped[draft.pair, draft.domain.split("/", 1)[0]].append(draft)
        for (pair, domain), same in sorted(grouped.items()):
            values, rules = [], {}
            relation = Ref("relation", "-".join(pair))
            for draft in same:
                values += [Value(draft.sentence, "relation", relation), Value(draft.sentence, "domain", Ref("domain", draft.domain)),
                           Value(draft.sentence, "status", Literal(draft.status))]  # fmt: skip
                rules.setdefault(draft.sentence, draft.rule)
            self._fact("cooperation", f"{relation.key}/{domain}", ("Cooperation",), values, rules)

    def agreements(self, drafts: list[AgreementDraft], refs: dict[int, Ref]) -> None:
        """Add the documents."""
        for number, draft in enumerate(drafts):
            where = draft.sentence
            key = digest(
                "agreement",
                self.document.article.sha256,
                draft.kind,
                draft.parties,
                draft.status,
                draft.domain,
                where,
                number,
            )
            values = [Value(where, "party", Ref("country", c)) for c in draft.parties]
            values += [Value(where, "relation", r) for r in _relations(set(draft.parties))]
            values += [Value(where, "agreementType", Literal(draft.kind)), Value(where, "status", Literal(draft.status)),
                       Value(where, "skos:prefLabel", Literal(draft.label, lang=self.document.lang))]  # fmt: skip
            if draft.domain:
                values.append(Value(where, "domain", Ref("domain", draft.domain)))
            if draft.event is not None and id(draft.event) in refs:
                values.append(Value(where, "signedAt", refs[id(draft.event)]))
            self._fact("agreement", key, ("Agreement",), values, {where: draft.rule})

    def statements(self, drafts: list[StatementDraft], relations: dict[int, str | None]) -> None:
        """Add one statement for each speaker and sentence."""
        for draft in drafts:
            where = draft.sentence
            speaker = self.person(draft.speaker, where)
            key = digest("statement", self.document.article.sha256, speaker.key, where)
            values = [Value(where, "speaker", speaker), Value(where, "stance", Literal(draft.stance or "positive")),
                      Value(where, "text", Literal(self.document.exact(self.document.sentences[where]), lang=self.document.lang))]  # fmt: skip
            values += [Value(where, "domain", Ref("domain", d)) for d in draft.domains]
            relation = relations.get(where)
            if relation:
                values.append(Value(where, "relation", Ref("relation", relation)))
            self._fact("statement", key, ("Statement",), values, {where: draft.rule})

    def initiatives(self, drafts: list[InitiativeDraft], refs: dict[int, Ref]) -> None:
        """Add the lines of joint work."""
        for draft in drafts:
            where = draft.sentence
            relation = Ref("relation", "-".join(draft.pair))
            key = digest(
                "initiative", self.document.article.sha256, relation.key, draft.label, where
            )
            values = [Value(where, "relation", relation), Value(where, "domain", Ref("domain", draft.domain)),
                      Value(where, "status", Literal(draft.status)),
                      Value(where, "skos:prefLabel", Literal(draft.label, lang=self.document.lang))]  # fmt: skip
            if draft.by is not None:
                values.append(Value(where, "proposedBy", self.person(draft.by, where)))
            if draft.event is not None and id(draft.event) in refs:
                values.append(Value(where, "atEvent", refs[id(draft.event)]))
            self._fact("initiative", key, ("Initiative",), values, {where: draft.rule})

    def _fact(
        self,
        kind: str,
        key: str,
        types: tuple[str, ...],
        values: list[Value],
        rules: dict[int, str],
        *,
        weak: bool = False,
    ) -> Ref:
        ref = Ref(kind, key)
        evidence = tuple(sorted(rules))
        self.facts.append(Fact(
            ref, types, tuple(sorted(set(values), key=_order)), evidence, tuple(rules[s] for s in evidence),
            confidence(kind, types[0], len(evidence), weak=weak),
        ))  # fmt: skip
        return ref

    def all_nodes(self) -> tuple[Node, ...]:
        """Return the nodes, sorted."""
        return tuple(
            Node(ref, types, tuple(sorted(values, key=_order)))
            for ref, (types, values) in sorted(self.nodes.items())
        )


def _order(value: Value) -> tuple[int, str, str, str]:
    object_ = value.object
    text = f"{object_.kind}/{object_.key}" if isinstance(object_, Ref) else object_.value
    return value.sentence, value.prop, text, getattr(object_, "lang", "")


def _relations(countries: set[str]) -> list[Ref]:
    ordered = sorted(countries)
    return [Ref("relation", f"{a}-{b}") for i, a in enumerate(ordered) for b in ordered[i + 1 :]]
