"""What every article's graph repeats of the ontology, taken from the lexicon."""

from __future__ import annotations

from kg.iri import BKG
from kg.model.fact import Ref
from kg.onto.lexicon import Lexicon
from kg.rdf.emit import Description

_CLASSES = {
    "country": "Country",
    "domain": "CooperationDomain",
    "office": "OfficeKind",
    "organization": "Organization",
    "place": "Place",
    "portfolio": "Portfolio",
}


def known(lexicon: Lexicon) -> dict[Ref, Description]:
    """Return types, labels and neighbours of the nodes that articles mention."""
    return {
        Ref(kind, key): Description(
            types=(BKG + _CLASSES[kind],),
            labels=tuple(sorted((words, lang) for lang, words in labels.items())),
            related=_related(kind, key, lexicon),
        )
        for (kind, key), labels in lexicon.labels.items()
        if kind in _CLASSES
    }


def _related(kind: str, key: str, lexicon: Lexicon) -> tuple[tuple[str, Ref], ...]:
    """Return the broader domain, the domain of a portfolio, or the countries of a place."""
    if kind == "domain" and "/" in key:
        return (("skos:broader", Ref("domain", key.rpartition("/")[0])),)
    if kind == "portfolio" and (domain := lexicon.portfolios.get(key)):
        return (("skos:related", Ref("domain", domain)),)
    if kind == "place":
        return tuple(("inCountry", Ref("country", code)) for code in lexicon.places.get(key, ()))
    return ()
