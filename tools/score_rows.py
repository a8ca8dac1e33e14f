"""Read the facts of a graph as plain rows, one article at a time.

Only names of the ontology are used, so any program's graph can be read.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast

from pyoxigraph import DefaultGraph, NamedNode, Quad, QuerySolutions, Store

Row = dict[str, Any]

BASE = "https://w3id.org/bilateral-kg/"
PREFIXES = f"""PREFIX bkg: <{BASE}ontology#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#> """
EVENT_CLASSES = {
    f"{BASE}ontology#{kind.capitalize()}": kind
    for kind in (
        *("meeting", "call", "visit", "signing", "message", "accreditation"),
        *("aid", "opening", "exercise", "protest", "downgrade", "sanction"),
    )
}
ARTICLE = re.compile(re.escape(BASE) + r"article/[^/]+")


def tail(iri: str) -> str:
    """Return what follows the last slash or hash of ``iri``."""
    return re.split(r"[/#]", iri)[-1]


def top_domain(iri: str) -> str:
    """Return the id of the domain at the top, for a sub-topic too."""
    return iri.removeprefix(BASE + "domain/").split("/")[0]


class Graph:
    """Facts of one article: the union of its own graphs and of its sentences' graphs."""

    def __init__(self, store: Store) -> None:
        """Keep ``store`` (everything in its default graph) and index the names in it."""
        self._store = store
        self._names = self._many("skos:prefLabel|skos:altLabel")

    def _select(self, pattern: str) -> list[tuple[str, ...]]:
        """Return the values of the pattern's variables, row by row, in order of appearance."""
        names = list(dict.fromkeys(re.findall(r"\?(\w+)", pattern)))
        found = self._store.query(
            f"{PREFIXES} SELECT {' '.join('?' + n for n in names)} {{ {pattern} }}"
        )
        return [tuple(row[n].value for n in names) for row in cast("QuerySolutions", found)]

    def _many(self, path: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for subject, value in self._select(f"?s {path} ?o"):
            found[subject].add(value)
        return found

    def identifiers(self) -> list[str]:
        """Return the ids of the articles in this graph (one, in a well-formed graph)."""
        return [i for _, i in self._select("?a a bkg:Article ; dcterms:identifier ?id")]

    def positions(self) -> list[Row]:
        """Return one row for each tenure."""
        office, country, portfolio, host = (
            self._many(f"bkg:{p}") for p in ("office", "ofCountry", "portfolio", "accreditedTo")
        )
        former = {t for (t,) in self._select("?t bkg:former true")}
        return [
            {
                "names": self._names[person],
                "office": set(map(tail, office[post])),
                "country": set(map(tail, country[post])),
                "portfolio": set(map(tail, portfolio[post])),
                "host": set(map(tail, host[post])),
                "former": tenure in former,
            }
            for tenure, person, post in self._select("?t bkg:holder ?p ; bkg:post ?post")
        ]

    def events(self) -> list[Row]:
        """Return one row for each event."""
        party, people, domain, status, date, place = (
            self._many(f"bkg:{p}")
            for p in ("party", "participant", "domain", "status", "date", "place")
        )
        return [
            {
                "type": EVENT_CLASSES[kind],
                "countries": set(map(tail, party[event])),
                "people": [self._names[person] for person in people[event]],
                "status": status[event] or {"occurred"},
                "domains": set(map(top_domain, domain[event])),
                "dates": date[event],
                "placed": bool(place[event]),
            }
            for event, kind in self._select("?e a ?c")
            if kind in EVENT_CLASSES
        ]

    def cooperation(self) -> list[tuple[tuple[str, ...], str]]:
        """Return the pairs of countries with the domain they cooperate in, sorted."""
        found = self._select("?c a bkg:Cooperation ; bkg:relation ?r ; bkg:domain ?d")
        return sorted({(tuple(sorted(tail(r).split("-", 1))), top_domain(d)) for _, r, d in found})

    def agreements(self) -> list[Row]:
        """Return one row for each agreement."""
        party, kind, status = (self._many(f"bkg:{p}") for p in ("party", "agreementType", "status"))
        return [
            {
                "parties": set(map(tail, party[a])),
                "type": set(map(tail, kind[a])),
                "status": status[a],
            }
            for (a,) in self._select("?a a bkg:Agreement")
        ]

    def statements(self) -> list[Row]:
        """Return one row for each speaker, with everything that the speaker said."""
        domain, stance = self._many("bkg:domain"), self._many("bkg:stance")
        speakers: dict[str, Row] = {}
        for statement, person in self._select("?s a bkg:Statement ; bkg:speaker ?p"):
            new: Row = {"names": self._names[person], "domains": set(), "stance": set()}
            row = speakers.setdefault(person, new)
            row["domains"] |= set(map(top_domain, domain[statement]))
            row["stance"] |= stance[statement]
        return [speakers[person] for person in sorted(speakers)]


def by_identifier(quads: Iterable[Quad]) -> dict[str, Graph]:
    """Give each article the facts of its own graphs, keyed by dcterms:identifier."""
    stores: dict[str, Store] = defaultdict(Store)
    for quad in quads:
        name = quad.graph_name
        found = ARTICLE.match(name.value) if isinstance(name, NamedNode) else None
        if found:
            flat = Quad(quad.subject, quad.predicate, quad.object, DefaultGraph())
            stores[found[0]].add(flat)
    return {i: graph for graph in map(Graph, stores.values()) for i in graph.identifiers()}
