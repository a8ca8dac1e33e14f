"""Articles in a store: what is known, how one is added, replaced and removed.

Beside the articles' own graphs a store has ``graph/reference`` (the ontology),
``graph/inferred`` (what the rules derive) and ``graph/ledger`` (which engine and ontology
read each article, so that an article is read again only when that would change something).
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from kg import __version__
from kg.errors import ConfigError
from kg.iri import BASE, BKG, term
from kg.model.text import Article
from kg.rdf import reference
from kg.rdf.terms import PREFIXES, article, text
from kg.store.base import Store

INFERRED = term("graph", "inferred")
LEDGER = term("graph", "ledger")
_READ_WITH = f"<{BKG}readWith>"
_IDENTIFIER = f"<{PREFIXES['dcterms']}identifier>"


class Library:
    """The articles of a store."""

    def __init__(self, store: Store) -> None:
        """Work on ``store``."""
        self.store = store
        self._mark = f"{__version__}+{reference.fingerprint()}"

    def prepare(self) -> None:
        """Load the ontology where the store has none or another one."""
        mark = reference.fingerprint()
        if self._kept_mark(reference.GRAPH) == mark:
            return
        name = f"<{reference.GRAPH}>"
        self.store.update(
            f"DROP SILENT GRAPH {name};"
            f" DELETE WHERE {{ GRAPH <{LEDGER}> {{ {name} {_READ_WITH} ?mark }} }}"
        )
        # The mark comes with the quads: if this is interrupted, it is done again.
        self.store.extend([*reference.quads(), f"{name} {_READ_WITH} {text(mark)} <{LEDGER}> ."])

    def state(self, one: Article) -> str:
        """Return ``new``, ``known``, or ``outdated`` if another engine or ontology read it."""
        mark = self._kept_mark(article(one.sha256))
        if mark is None:
            return "new"
        return "known" if mark == self._mark else "outdated"

    def _kept_mark(self, iri: str) -> str | None:
        found = self._column(f"GRAPH <{LEDGER}> {{ <{iri}> {_READ_WITH} ?x }}")
        return found[0] if found else None

    def _column(self, pattern: str) -> list[str]:
        """Return the values of ``?x`` in ``pattern``, sorted."""
        rows = self.store.query(f"SELECT DISTINCT ?x {{ {pattern} }}")
        if not isinstance(rows, QuerySolutions):
            raise TypeError("not a SELECT query")
        terms = (row["x"] for row in rows)
        return sorted(one.value for one in terms if isinstance(one, NamedNode | Literal))

    def add(self, one: Article, lines: list[str]) -> None:
        """Add the quads of an article that is new: all of them or none."""
        self.store.extend([*lines, f"{self._entry(one)} <{LEDGER}> ."])

    def replace(self, one: Article, lines: list[str]) -> None:
        """Put ``lines`` in the place of the article's quads, in one step."""
        graphs: dict[str, list[str]] = {f"<{LEDGER}>": [self._entry(one)]}
        for line in lines:
            triple, graph = line[:-2].rsplit(" ", 1)
            graphs.setdefault(graph, []).append(triple)
        data = "\n".join(
            f"GRAPH {graph} {{ {' . '.join(triples)} }}" for graph, triples in graphs.items()
        )
        gone = self._without(article(one.sha256))
        self.store.update(f"{gone};\nINSERT DATA {{\n{data}\n}}")

    def _entry(self, one: Article) -> str:
        return f"<{article(one.sha256)}> {_READ_WITH} {text(self._mark)}"

    def remove(self, iri: str) -> None:
        """Remove an article: its graphs, its sentences' graphs, its ledger entry and its text."""
        self.store.update(self._without(iri))
        self.store.texts.forget(lambda kept: article(kept.sha256) == iri)

    def _without(self, iri: str) -> str:
        """Return the update that removes all graphs of an article, and what was inferred."""
        drops = "; ".join(f"DROP SILENT GRAPH <{one}>" for one in (INFERRED, *self.graphs(iri)))
        entry = f"GRAPH <{LEDGER}> {{ <{iri}> {_READ_WITH} ?mark }}"
        return f"{drops}; DELETE WHERE {{ {entry} }}"

    def infer(self) -> None:
        """Derive what the rules of the ontology derive from the facts."""
        if updates := reference.rules():
            self.store.update(";\n".join(updates))

    def find(self, name: str) -> str:
        """Return the IRI of the article that ``name`` means.

        Args:
            name: Its IRI, the part of it after ``article/`` or the beginning of that, or the
                identifier it was added with.

        Raises:
            ConfigError: no article has this name, or several have.
        """
        key = name.removeprefix(BASE).removeprefix("article/")
        by_name = f"?x {_IDENTIFIER} {Literal(name)}"
        by_key = (
            f"?x {_IDENTIFIER} ?id FILTER(STRSTARTS(STR(?x), {Literal(f'{BASE}article/{key}')}))"
        )
        for pattern in (by_name, by_key):
            found = self._column(pattern) if key else []
            if len(found) == 1:
                return found[0]
            if found:
                listed = ", ".join(iri.removeprefix(BASE) for iri in found[:5])
                raise ConfigError(f"{len(found)} articles have this name", where=name, hint=listed)
        raise ConfigError("no such article", where=name, hint="kg query articles lists them")

    def articles(self) -> list[str]:
        """Return the IRIs of all articles, sorted."""
        return self._column(f"?x a <{BKG}Article>")

    def graphs(self, iri: str) -> list[str]:
        """Return the IRIs of an article's graphs: its own, then its sentences'."""
        return [iri, *self._column(f"GRAPH <{iri}> {{ ?x <{BKG}article> <{iri}> }}")]

    def each(self) -> Iterator[list[Quad]]:
        """Yield the quads of each article, in the order of their IRIs."""
        for iri in self.articles():
            yield [quad for graph in self.graphs(iri) for quad in self.store.quads(graph)]
