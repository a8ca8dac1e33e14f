"""Facts: what an article states, each value with the sentences that state it.

A Reading is the whole outcome of one article. Its nodes (persons, posts, organizations,
places) are named by keys; a fact's values point at them with Ref. Every value carries the
index of the sentence that states it, so printing a fact as quads is a plain loop.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.model.text import Document

NodeKind = str  # country person organization place post office portfolio domain relation


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """A node: ``Ref("country", "KZ")``, ``Ref("domain", "health")``, ``Ref("person", key)``.

    ``key`` is what follows the kind in the node's IRI, so ``BASE + kind + "/" + key``.
    """

    kind: NodeKind
    key: str


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """A literal value; ``datatype`` is an XSD local name (string date gYearMonth boolean ...)."""

    value: str
    datatype: str = "string"
    lang: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One property of a node or fact, stated by one sentence."""

    sentence: int
    prop: str  # local name in the bkg: namespace, or a prefixed name such as skos:altLabel
    object: Ref | Literal


@dataclass(frozen=True, slots=True)
class Node:
    """A person, organization, place or post that the article names."""

    ref: Ref
    types: tuple[str, ...]  # local names of classes in bkg:
    values: tuple[Value, ...]  # labels, and a post's office, country, portfolio ...


@dataclass(frozen=True, slots=True)
class Fact:
    """A tenure, event, cooperation, agreement, statement or initiative.

    ``evidence`` lists the sentences that state it, in reading order, never empty;
    ``rules`` runs parallel to it (the pattern that fired there).
    """

    ref: Ref  # kind is the IRI's folder: tenure event cooperation agreement statement initiative
    types: tuple[str, ...]  # Tenure | Meeting ... Sanction | Cooperation | Agreement | ...
    values: tuple[Value, ...]
    evidence: tuple[int, ...]
    rules: tuple[str, ...]
    confidence: float  # in [0, 1]: the share of such facts that are right


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that one article states."""

    document: Document
    nodes: tuple[Node, ...]
    facts: tuple[Fact, ...]
