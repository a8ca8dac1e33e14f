"""A page for a thing: a state, a pair of states, a person, a domain, an article or a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.errors import BadParameterError, UnknownQueryError
from kg.graph.facts import KINDS, FactView, Names, facts, parties
from kg.iri import BASE, BKG
from kg.query.catalog import Param, Text
from kg.query.params import read
from kg.query.source import Source, select

# How a fact speaks of a thing, by the folder of the thing's IRI. Pairs and posts are described
# wherever they are mentioned: they are made distinct before facts are joined to them, and states
# are constants, else the engine pairs every mention with every other first.
_POSTS = "{ SELECT DISTINCT ?post { ?post bkg:%s <%%(%s)s> } }"
_PARTY = "{ SELECT DISTINCT ?f { ?f bkg:party <%%(%s)s> } }"
_ABOUT = {
    "relation": f"""{{ ?f bkg:relation <%(iri)s> }}
        UNION {{ {_PARTY % "first"} {_PARTY % "second"} }}
        UNION {{ {_POSTS % ("ofCountry", "first")} {_POSTS % ("accreditedTo", "second")}
                 ?f bkg:post ?post }}
        UNION {{ {_POSTS % ("ofCountry", "second")} {_POSTS % ("accreditedTo", "first")}
                 ?f bkg:post ?post }}""",
    "country": f"""{{ ?f bkg:party <%(iri)s> }}
        UNION {{ {{ SELECT DISTINCT ?r {{ ?r bkg:party <%(iri)s> }} }} ?f bkg:relation ?r }}
        UNION {{ {_POSTS % ("ofCountry|bkg:accreditedTo", "iri")} ?f bkg:post ?post }}""",
    "person": "?f bkg:holder|bkg:participant|bkg:speaker|bkg:proposedBy <%(iri)s> .",
    "organization": f"""{{ ?f bkg:participatingOrganization <%(iri)s> }}
        UNION {{ {_POSTS % ("ofOrganization", "iri")} ?f bkg:post ?post }}""",
    "domain": """{ SELECT DISTINCT ?domain { ?domain skos:broader* <%(iri)s> } }
        ?f bkg:domain ?domain .""",
    "article": "?s bkg:article <%(iri)s> . ?f bkg:evidence ?s .",
    **dict.fromkeys(KINDS, "VALUES ?f { <%(iri)s> }"),
}
_TRIED = ("pair", "country", "domain", "person", "organization", "article")


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind."""

    title: str
    facts: tuple[FactView, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the store says of a thing."""

    iri: str
    title: str
    sections: tuple[Section, ...]


def find(source: Source, name: str) -> list[str]:
    """Return the IRIs of the things that people call ``name``; several if persons share it.

    Raises:
        UnknownQueryError: the store knows nothing of this name.
    """
    own = name.removeprefix(BASE)
    if own.partition("/")[0] in _ABOUT and _known(source, own):
        return [BASE + own]
    for kind in _TRIED:
        try:
            found = read(_param(kind), name, source)
        except BadParameterError:
            continue
        known = [one.value for one in found if _known(source, one.value.removeprefix(BASE))]
        if known:
            return known
    hint = "a state, a pair such as KZ-TR, a person, a domain, an article or the IRI of a fact"
    raise UnknownQueryError("the store knows nothing of this name", where=name, hint=hint)


def _param(kind: str) -> Param:
    nothing = Text("", "")
    return Param(
        "thing", kind, default=None, required=False, example=None, allowed=(), label=nothing
    )


def _known(source: Source, own: str) -> bool:
    """Return whether something is said of a thing."""
    if set(own) & set('<>"{}|\\^` \n\t'):
        return False
    return bool(select(source, f"SELECT ?o {{ <{BASE}{own}> ?p ?o }} LIMIT 1"))


def page(source: Source, iri: str, lang: str) -> Page:
    """Return the page of the thing with this IRI, as ``find`` gives it."""
    names = Names(source, lang)
    names.learn({iri, *(BKG + kind.capitalize() for kind in KINDS)})
    kind = iri.removeprefix(BASE).partition("/")[0]
    parts = dict(zip(("first", "second"), parties(iri), strict=True)) if kind == "relation" else {}
    pattern = _ABOUT[kind] % ({"iri": iri} | parts)
    return Page(iri, names.say(iri), tuple(_sections(facts(source, pattern, lang), names)))


def pages(source: Source, lang: str) -> Iterator[Page]:
    """Yield a page for each pair of states, then one for the facts that name no pair."""
    pairs = sorted(
        {row["r"].value for row in select(source, "SELECT ?r { ?r a bkg:BilateralRelation }")}
    )
    shown: set[str] = set()
    for iri in pairs:
        one = page(source, iri, lang)
        shown.update(fact.iri for section in one.sections for fact in section.facts)
        yield one
    rest = [fact for fact in facts(source, "", lang) if fact.iri not in shown]
    if rest:
        names = Names(source, lang)
        names.learn({BKG + kind.capitalize() for kind in KINDS})
        yield Page("", "", tuple(_sections(rest, names)))


def _sections(found: list[FactView], names: Names) -> Iterator[Section]:
    for kind, several in groupby(found, key=lambda one: one.kind):
        yield Section(names.say(BKG + kind.capitalize()), tuple(several))
