"""A reading as plain rows, in the terms of the annotation guide: easy to compare and to print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.fact import Fact, Literal, Node, Reading, Ref


@dataclass(frozen=True, slots=True)
class Rows:
    """What an article states; every field is a sorted tuple of tuples."""

    positions: tuple[tuple[object, ...], ...]  # person office country portfolio host former
    events: tuple[tuple[object, ...], ...]  # type countries persons status place date domains
    cooperation: tuple[tuple[str, str], ...]  # pair domain
    agreements: tuple[tuple[object, ...], ...]  # countries type status domain
    statements: tuple[tuple[object, ...], ...]  # speaker stance domains pair
    initiatives: tuple[tuple[object, ...], ...]  # pair domain speaker status label


def one(owner: Node | Fact, prop: str) -> str | None:
    """Return the only value of ``prop``; None where there is none."""
    found = many(owner, prop)
    assert len(found) <= 1, f"{prop} of {owner.ref}: {found}"
    return found[0] if found else None


def many(owner: Node | Fact, prop: str) -> tuple[str, ...]:
    """Return the different values of ``prop``: keys of nodes, texts of literals."""
    return tuple(sorted({_plain(v.object) for v in owner.values if v.prop == prop}))


def _plain(value: Ref | Literal) -> str:
    return value.key if isinstance(value, Ref) else value.value


def _top(domains: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({d.split("/")[0] for d in domains}))


def _sorted(rows: Iterable[tuple[object, ...]]) -> tuple[tuple[object, ...], ...]:
    return tuple(sorted(rows, key=repr))


def rows(reading: Reading) -> Rows:
    """Return the facts of ``reading`` with names instead of keys, domains by sector."""
    nodes = {node.ref: node for node in reading.nodes}

    def name(key: str | None) -> str | None:
        return None if key is None else one(nodes[Ref("person", key)], "skos:prefLabel")

    def position(fact: Fact) -> tuple[object, ...]:
        post = nodes[Ref("post", one(fact, "post") or "")]
        parts = ("office", "ofCountry", "portfolio", "accreditedTo")
        return (
            name(one(fact, "holder")),
            *(one(post, p) for p in parts),
            bool(one(fact, "former")),
        )

    def event(fact: Fact) -> tuple[object, ...]:
        people = tuple(sorted(str(name(key)) for key in many(fact, "participant")))
        circumstances = (one(fact, "status"), one(fact, "place"), one(fact, "date"))
        return (
            fact.types[0],
            many(fact, "party"),
            people,
            *circumstances,
            _top(many(fact, "domain")),
        )

    def statement(fact: Fact) -> tuple[object, ...]:
        about = _top(many(fact, "domain"))
        return (name(one(fact, "speaker")), one(fact, "stance"), about, one(fact, "relation"))

    def initiative(fact: Fact) -> tuple[object, ...]:
        parts = (one(fact, "relation"), *_top(many(fact, "domain")), name(one(fact, "proposedBy")))
        return (*parts, one(fact, "status"), one(fact, "skos:prefLabel"))

    def agreement(fact: Fact) -> tuple[object, ...]:
        about = (*_top(many(fact, "domain")), None)[0]
        return (many(fact, "party"), one(fact, "agreementType"), one(fact, "status"), about)

    kinds: dict[str, list[Fact]] = {}
    for fact in reading.facts:
        kinds.setdefault(fact.ref.kind, []).append(fact)
    return Rows(
        positions=_sorted(position(f) for f in kinds.get("tenure", ())),
        events=_sorted(event(f) for f in kinds.get("event", ())),
        cooperation=tuple(
            sorted(
                (one(f, "relation") or "", domain)
                for f in kinds.get("cooperation", ())
                for domain in _top(many(f, "domain"))
            )
        ),
        agreements=_sorted(agreement(f) for f in kinds.get("agreement", ())),
        statements=_sorted(statement(f) for f in kinds.get("statement", ())),
        initiatives=_sorted(initiative(f) for f in kinds.get("initiative", ())),
    )
