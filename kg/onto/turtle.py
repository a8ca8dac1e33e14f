"""The files of ontology/ as triples: what reasoner, profile check and shapes work on."""

from __future__ import annotations

from pyoxigraph import RdfFormat, Triple, parse

from kg.errors import OntologyError
from kg.resources import folder

TBOX = ("bilateral", "align")  # classes and properties; all other files describe individuals


def read(*names: str) -> list[Triple]:
    """Return the triples of the files ``ontology/<name>.ttl``, in the order of the files.

    Raises:
        OntologyError: a file is missing or is no Turtle; the message names it.
    """
    root, triples = folder("ontology"), []
    for name in names:
        where = f"ontology/{name}.ttl"
        try:
            found = parse(root.joinpath(*f"{name}.ttl".split("/")).read_bytes(), RdfFormat.TURTLE)
            triples += [quad.triple for quad in found]
        except FileNotFoundError:
            raise OntologyError("the file is missing", where=where) from None
        except SyntaxError as error:
            raise OntologyError(str(error), where=where) from None
    return triples


def described() -> tuple[str, ...]:
    """Return the names of all files that hold OWL or SKOS, the shapes left out, sorted."""
    root = folder("ontology")
    own = [file.name for file in root.iterdir()]
    words = [f"lexicon/{file.name}" for file in (root / "lexicon").iterdir()]
    names = {name.removesuffix(".ttl") for name in own + words if name.endswith(".ttl")}
    return tuple(sorted(names - {"shapes"}))
