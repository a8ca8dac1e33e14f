"""The graph of relations for networkx, Gephi and R: who is tied to whom, and how strongly.

Nodes are countries, persons and domains. An edge joins two nodes of one fact; its ``weight``
counts those facts, ``evidence`` the sentences that state them. Persons are joined by events
they share, countries by the facts of their relation, a domain to the countries that cooperate
or meet about it, a person to the country whose post they hold.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from kg.graph.facts import parties
from kg.iri import BASE
from kg.query.names import labels
from kg.query.source import Source, select

if TYPE_CHECKING:
    import networkx as nx

# The properties by which a fact names what it ties together.
_TIES = ["party", "relation", "domain", "participant", "speaker", "proposedBy", "holder", "post"]
_KINDS = frozenset(("country", "person", "domain"))
Edge = tuple[str, str]


def project(source: Source, lang: str) -> nx.Graph[str]:
    """Return the undirected weighted graph of a store's relations.

    Nodes are IRIs without their base, with ``kind`` and ``label``; edges have ``weight``
    and ``evidence``. Nodes and edges stand in sorted order.
    """
    import networkx as nx  # noqa: PLC0415  0.4 s, needed here alone

    nodes, proofs = _facts(source)
    edges: dict[Edge, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for fact, ends in nodes.items():
        for pair in combinations(sorted(ends), 2):
            edges[pair][0].add(fact)
            edges[pair][1].update(proofs[fact])
    everything = sorted(set().union(*nodes.values()))
    names = labels(source, everything, lang)
    graph: nx.Graph[str] = nx.Graph()
    for iri in everything:
        key = iri.removeprefix(BASE)
        graph.add_node(key, kind=_kind(iri), label=names.get(iri, key))
    for (first, second), (facts, sentences) in sorted(edges.items()):
        graph.add_edge(
            first.removeprefix(BASE),
            second.removeprefix(BASE),
            weight=len(facts),
            evidence=len(sentences),
        )
    return graph


def _facts(source: Source) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return the nodes and the sentences of each fact.

    Pairs and posts are described wherever they are mentioned, so their states are looked up
    once, not joined to every fact that names them.
    """
    nodes: dict[str, set[str]] = defaultdict(set)
    proofs: dict[str, set[str]] = defaultdict(set)
    for row in select(source, "SELECT DISTINCT ?fact ?proof { ?fact bkg:evidence ?proof }"):
        proofs[row["fact"].value].add(row["proof"].value)
    states = defaultdict(set)
    for row in select(source, "SELECT DISTINCT ?post ?state { ?post bkg:ofCountry ?state }"):
        states[row["post"].value].add(row["state"].value)
    for tie in _TIES:
        for row in select(source, f"SELECT DISTINCT ?fact ?node {{ ?fact bkg:{tie} ?node }}"):
            fact, iri = row["fact"].value, row["node"].value
            if fact in proofs:
                nodes[fact].update(one for one in _ends(iri, states) if _kind(one) in _KINDS)
    return nodes, proofs


def _ends(iri: str, states: Mapping[str, set[str]]) -> Iterable[str]:
    """Return what a fact's value stands for: the states of a pair or post, or the value."""
    if _kind(iri) == "relation":
        return parties(iri)
    return states.get(iri, ()) if _kind(iri) == "post" else (iri,)


def _kind(iri: str) -> str:
    return iri.removeprefix(BASE).partition("/")[0]


def graphml(source: Source, lang: str) -> str:
    """Return the graph of relations as GraphML."""
    import networkx as nx  # noqa: PLC0415  0.4 s, needed here alone

    out = io.BytesIO()
    nx.write_graphml_xml(project(source, lang), out, encoding="utf-8", prettyprint=True)
    return out.getvalue().decode("utf-8")
