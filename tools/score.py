#!/usr/bin/env python3
"""Score a graph of extracted facts against annotated articles (docs/annotation.md).

    kg extract --format nquads data/gold/*.json > facts.nq
    python tools/score.py data/gold facts.nq [--lang tr] [--show ID] [--json]

It reads only names of the ontology, so it can judge any program's graph. Layers:
positions, events, cooperation, agreements, statements; micro precision, recall and F1 of
each and over all. An event counts when type, countries and status agree and at least half
of the names overlap (Jaccard; none where gold has none). Rows are paired one to one so
that as many as possible fit. ``wrong`` is the number of false facts per 100 articles. Below
the layers stand the details of the paired rows: domains (F1), dates and places of events,
domains (F1) and stance of statements. Articles are matched by dcterms:identifier (the gold
record's "id"); only the article's own graphs are read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Store, parse
from score_rows import Graph, Row, by_identifier

Match = tuple[list[tuple[Any, Any]], list[Any], list[Any]]  # pairs, missed, extra

LAYERS = ("positions", "events", "cooperation", "agreements", "statements")
OVERLAP = 0.5  # the least Jaccard index of an event's names


def fold(name: str) -> tuple[str, ...]:
    """Return the parts of a name without case, diacritics and punctuation (i and ı alike)."""
    text = name.replace("İ", "i").replace("I", "i").replace("ı", "i").lower()
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", re.sub("['’‘ʻʼ`]", "", text)))


def same_name(gold: str, names: Iterable[str]) -> bool:
    """Tell whether one of ``names`` is ``gold``: equal, or with the same first and last part."""
    want = fold(gold)
    for have in map(fold, names):
        if have == want:
            return True
        if min(len(want), len(have)) > 1 and (want[0], want[-1]) == (have[0], have[-1]):
            return True
    return False


def match(gold: Sequence[Any], got: Sequence[Any], same: Callable[[Any, Any], bool]) -> Match:
    """Pair rows one to one, as many as possible (augmenting paths)."""
    fits = [[j for j, other in enumerate(got) if same(row, other)] for row in gold]
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j in fits[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    paired = set(taken.values())
    return (
        [(gold[i], got[j]) for j, i in sorted(taken.items())],
        [row for i, row in enumerate(gold) if i not in paired],
        [row for j, row in enumerate(got) if j not in taken],
    )


def same_position(gold: Row, got: Row) -> bool:
    """Tell whether person, office, country, portfolio, host and `former` agree."""
    kind, country = gold["kind"], gold["country"]
    missions = ("ambassador", "consul", "charge-daffaires")
    ministers = ("minister", "deputy-minister")
    return (
        same_name(gold["person"], got["names"])
        and kind in got["office"]
        and bool(gold.get("former")) == got["former"]
        and (country in got["country"] if country else not got["country"])
        and (kind not in ministers or gold["portfolio"] in (None, *got["portfolio"]))
        and (kind not in missions or gold["accredited_to"] in (None, *got["host"]))
    )


def same_event(gold: Row, got: Row) -> bool:
    """Tell whether type, countries and status agree and enough names overlap."""
    if gold["type"] != got["type"] or set(gold["countries"]) != got["countries"]:
        return False
    if gold["status"] not in got["status"]:
        return False
    if not gold["participants"]:
        return not got["people"]
    both = sum(
        any(same_name(name, names) for names in got["people"]) for name in gold["participants"]
    )
    return both / (len(gold["participants"]) + len(got["people"]) - both) >= OVERLAP


def same_agreement(gold: Row, got: Row) -> bool:
    """Tell whether parties, status and type agree."""
    return (
        set(gold["parties"]) == got["parties"]
        and gold["status"] in got["status"]
        and gold["type"] in got["type"]
    )


def score_article(gold: Row, graph: Graph) -> dict[str, Match]:
    """Return the paired, missed and extra rows of each layer."""
    pairs = [(tuple(sorted(c["countries"])), c["domain"]) for c in gold["cooperation"]]
    speakers = list({s["speaker"]: s for s in gold["statements"]}.values())
    return {
        "positions": match(gold["positions"], graph.positions(), same_position),
        "events": match(gold["events"], graph.events(), same_event),
        "cooperation": match(pairs, graph.cooperation(), lambda a, b: bool(a == b)),
        "agreements": match(gold["agreements"], graph.agreements(), same_agreement),
        "statements": match(
            speakers, graph.statements(), lambda a, b: same_name(a["speaker"], b["names"])
        ),
    }


def domains_f1(pairs: Sequence[tuple[Row, Row]]) -> float | None:
    """Return F1 over the domains of paired rows; None where there are none to judge."""
    both = sum(len(set(gold["domains"]) & got["domains"]) for gold, got in pairs)
    size = sum(len(gold["domains"]) + len(got["domains"]) for gold, got in pairs)
    return round(2 * both / size, 3) if size else None


def share(flags: Sequence[bool]) -> float | None:
    """Return the share of true flags; None where there are none to judge."""
    return round(sum(flags) / len(flags), 3) if flags else None


def details(
    events: Sequence[tuple[Row, Row]], statements: Sequence[tuple[Row, Row]]
) -> dict[str, float | None]:
    """Return how well the attributes of the paired rows agree."""
    return {
        "event_domains_f1": domains_f1(events),
        "event_date": share([({g["date"]} - {None}) == p["dates"] for g, p in events]),
        "event_place_given": share([bool(g["place"]) == p["placed"] for g, p in events]),
        "statement_domains_f1": domains_f1(statements),
        "statement_stance": share([g["stance"] in p["stance"] for g, p in statements]),
    }


def prf(hits: int, missed: int, extra: int) -> dict[str, float]:
    """Return precision, recall and F1 (1.0 where there is nothing to find or nothing found)."""
    p = hits / (hits + extra) if hits + extra else 1.0
    r = hits / (hits + missed) if hits + missed else 1.0
    return {
        "precision": round(p, 3),
        "recall": round(r, 3),
        "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
        "gold": hits + missed,
        "hits": hits,
        "extra": extra,
    }


def read_gold(folder: Path, lang: str | None = None) -> list[Row]:
    """Return the annotated articles of ``folder``, of one language or of all, by file name."""
    golds = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("*.json"))]
    return [g for g in golds if "positions" in g and lang in (None, g["lang"])]


def score(golds: Sequence[Row], graphs: Mapping[str, Graph], show: str | None = None) -> Row:
    """Return the scores of all layers; print misses and extras of the article ``show``.

    Args:
        golds: Annotated articles, at least one.
        graphs: What was found, by article id; a missing article counts as nothing found.
        show: An article's id, or "all".
    """
    nothing = Graph(Store())
    total = {layer: [0, 0, 0] for layer in LAYERS}
    pairs: dict[str, list[tuple[Row, Row]]] = {layer: [] for layer in LAYERS}
    for gold in golds:
        outcome = score_article(gold, graphs.get(gold["id"], nothing))
        for layer, (hits, missed, extra) in outcome.items():
            pairs[layer] += hits
            for i, rows in enumerate((hits, missed, extra)):
                total[layer][i] += len(rows)
            if show in (gold["id"], "all") and (missed or extra):
                print(f"{gold['id']} {layer}", *(f"  missed {m}" for m in missed), sep="\n")
                print(*(f"  extra  {e}\n" for e in extra), sep="", end="")
    return {
        **{layer: prf(*counts) for layer, counts in total.items()},
        "all": prf(*(sum(counts[i] for counts in total.values()) for i in range(3))),
        "wrong_per_100_articles": round(100 * sum(c[2] for c in total.values()) / len(golds), 1),
        "articles": len(golds),
        "articles_without_graph": sum(gold["id"] not in graphs for gold in golds),
        "details": details(pairs["events"], pairs["statements"]),
    }


def report(result: Row) -> str:
    """Return the scores as a table for people."""
    lines = []
    for layer in (*LAYERS, "all"):
        row = result[layer]
        said = f"{row['precision']:.3f}" if row["hits"] + row["extra"] else "  -  "
        lines.append(
            f"{layer:12} P {said}  R {row['recall']:.3f}  F1 {row['f1']:.3f}  "
            f"gold {row['gold']:4}  extra {row['extra']:4}"
        )
    judged = ", ".join(f"{k} {'-' if v is None else v}" for k, v in result["details"].items())
    lines.append(f"paired rows: {judged}")
    lines.append(
        f"articles {result['articles']}, without a graph {result['articles_without_graph']}, "
        f"wrong facts per 100 articles {result['wrong_per_100_articles']}"
    )
    return "\n".join(lines)


def main() -> int:
    """Run from the command line; exit 2 where no annotated article is found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("facts", type=Path, help="N-Quads or TriG written by kg extract")
    parser.add_argument("--lang", help="only articles of this language")
    parser.add_argument("--show", help="print misses and extras of one article id, or of 'all'")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()

    golds = read_gold(args.gold, args.lang)
    if not golds:
        print("no annotated articles found", file=sys.stderr)
        return 2
    rdf_format = RdfFormat.TRIG if args.facts.suffix == ".trig" else RdfFormat.N_QUADS
    graphs = by_identifier(parse(path=str(args.facts), format=rdf_format))
    result = score(golds, graphs, args.show)
    print(json.dumps(result) if args.json else report(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
