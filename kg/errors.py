"""The error tree: one base, one family for each thing that the user must fix.

::

    KgError                      exit 1
    ├─ ConfigError               exit 2
    ├─ SourceError               exit 3
    │  ├─ UnsupportedSourceError
    │  └─ UnreadableSourceError
    ├─ OntologyError             exit 4
    │  └─ UnknownTermError
    ├─ ShapeError                exit 5
    ├─ QueryError                exit 6
    │  ├─ UnknownQueryError
    │  └─ BadParameterError
    ├─ StoreError                exit 7
    │  └─ StoreUnavailableError
    └─ LinkError                 exit 8
"""

from __future__ import annotations


class KgError(Exception):
    """A fault that the user can mend; prints as ``where: what (hint)``."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        """Keep what is wrong, the thing at fault, and what to do next."""
        super().__init__(what)
        self.what, self.where, self.hint = what, where, hint

    def __str__(self) -> str:
        """Return one line: ``where: what (hint)``."""
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.hint})" if self.hint else head


class ConfigError(KgError):
    """A command line or setting that cannot be used."""

    exit_code = 2


class SourceError(KgError):
    """An input that cannot be taken as an article."""

    exit_code = 3


class UnsupportedSourceError(SourceError):
    """An input of a kind that no reader knows."""


class UnreadableSourceError(SourceError):
    """An input that is missing, empty or not text."""


class OntologyError(KgError):
    """A fault in ontology/."""

    exit_code = 4


class UnknownTermError(OntologyError):
    """A name that the ontology does not define."""


class ShapeError(KgError):
    """Data that breaks a shape, the profile or the reasoner's consistency."""

    exit_code = 5


class QueryError(KgError):
    """A query that cannot be run."""

    exit_code = 6


class UnknownQueryError(QueryError):
    """A catalogued query or file that does not exist."""


class BadParameterError(QueryError):
    """A parameter that the query does not take, or a value of the wrong type."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""

    exit_code = 7


class StoreUnavailableError(StoreError):
    """A store that another process holds."""


class LinkError(KgError):
    """A link to another data set that cannot be made."""

    exit_code = 8
