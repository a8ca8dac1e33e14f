"""Nodes: the persons, posts, bodies and places that the facts of an article speak of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.iri import digest
from kg.model.fact import Literal, Node, Ref, Value
from kg.model.mention import Person, Role
from kg.nlp.lang import LANGUAGES
from kg.onto.lexicon import Lexicon


@dataclass(slots=True)
class Nodes:
    """Collects the nodes of one article, whose main language is ``lang``."""

    lang: str
    lexicon: Lexicon
    found: dict[Ref, tuple[str, set[Value]]] = field(default_factory=dict)  # type, values
    persons: dict[int, Ref] = field(default_factory=dict)  # by number

    def all(self) -> tuple[Node, ...]:
        """Return the nodes, sorted."""
        return tuple(
            Node(ref, (type_,), by_sentence(values))
            for ref, (type_, values) in sorted(self.found.items())
        )

    def words(self, text: str) -> Literal:
        """Return words of the article as a literal."""
        return Literal(text, lang=self.lang)

    def person(self, person: Person, sentence: int) -> Ref:
        """Return the node of a person, named in ``sentence`` or referred to there."""
        ref = self.persons.get(person.number)
        if ref is None:
            folded = LANGUAGES[self.lang].lower(person.full)
            ref = Ref("person", digest("person", folded, person.country or ""))
            self.persons[person.number] = ref
        values = [Value(sentence, "skos:prefLabel", self.words(person.full))]
        others = person.forms.get(sentence, set()) - {person.full}
        values += [Value(sentence, "skos:altLabel", self.words(form)) for form in others]
        return self._add(ref, "Person", values)

    def place(self, key: str, sentence: int) -> Ref:
        """Return the node of a place of the gazetteer."""
        name = self.lexicon.labels.get(("place", key), {}).get(self.lang, key)
        value = Value(sentence, "skos:altLabel", self.words(name))
        return self._add(Ref("place", key), "Place", [value])

    def post(self, role: Role, sentence: int) -> Ref:
        """Return the node of the post that a role is in; a readable key where it has a state."""
        body = digest("organization", role.organization) if role.organization else ""
        parts = (
            role.country or body or digest("organization", ""),
            role.office,
            role.portfolio,
            role.host,
            body if role.country else "",
        )
        links = {
            "office": Ref("office", role.office),
            "ofCountry": Ref("country", role.country) if role.country else None,
            "portfolio": Ref("portfolio", role.portfolio) if role.portfolio else None,
            "accreditedTo": Ref("country", role.host) if role.host else None,
            "seat": Ref("place", role.seat) if role.seat else None,
            "ofOrganization": Ref("organization", body) if body else None,
        }
        values = [Value(sentence, prop, ref) for prop, ref in links.items() if ref]
        if role.organization:
            name = Value(sentence, "skos:prefLabel", self.words(role.organization))
            self._add(Ref("organization", body), "Organization", [name])
        ref = Ref("post", "/".join(part for part in parts if part))
        return self._add(ref, self.lexicon.posts.get(role.office, "Post"), values)

    def _add(self, ref: Ref, type_: str, values: Iterable[Value]) -> Ref:
        self.found.setdefault(ref, (type_, set()))[1].update(values)
        return ref


def by_sentence(values: Iterable[Value]) -> tuple[Value, ...]:
    """Return values sorted by sentence, property and object, each once."""
    return tuple(sorted(set(values), key=_order))


def _order(value: Value) -> tuple[int, str, str, str]:
    object_ = value.object
    if isinstance(object_, Ref):
        return value.sentence, value.prop, f"{object_.kind}/{object_.key}", ""
    return value.sentence, value.prop, object_.value, object_.lang or ""
