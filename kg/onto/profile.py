"""Is the ontology OWL 2 DL? Asked of OWLAPI's profile checker (W3C OWL 2 Profiles, section 1)."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Triple

from kg.onto.java import run
from kg.onto.turtle import TBOX, read


def violations(triples: Iterable[Triple] | None = None) -> list[str]:
    """Return each violation of the OWL 2 DL profile, sorted; an empty list means none.

    Args:
        triples: What to check; the shipped classes, properties and alignments by default.

    Raises:
        ConfigError: Java is missing; the message names the Debian package.
        OntologyError: Java could not read the ontology.
    """
    found = run("Profile", read(*TBOX) if triples is None else triples)
    return sorted(value for key, value in found if key == "violation")
