"""Mentions: persons and their roles, and the phrases that name persons, states and things."""

from __future__ import annotations

from dataclasses import dataclass, field

_SENT = frozenset(("ambassador", "envoy"))  # offices that one may hold from two states


@dataclass(slots=True)
class Role:
    """An office that a text gives to a person; ``sentence`` is where it says so."""

    office: str
    country: str | None
    sentence: int
    rule: str
    portfolio: str | None = None
    host: str | None = None
    seat: str | None = None  # key of a place
    organization: str | None = None
    former: bool = False
    stated: bool = True  # False: the country was inferred from the context
    seated: bool = True  # False: the host was inferred from the context

    def agrees(self, other: Role) -> bool:
        """Tell whether both may be one office; an envoy to two states has two."""
        if self.office != other.office or self.former != other.former:
            return False
        apart = self.host and other.host and self.host != other.host
        if self.country == other.country and apart and self.seated and other.seated:
            return False
        return self.portfolio == other.portfolio or not (self.portfolio and other.portfolio)


@dataclass(slots=True)
class Person:
    """A person of one article, known by the fullest form of the name."""

    number: int
    name: tuple[str, ...]
    roles: list[Role] = field(default_factory=list)
    forms: dict[int, set[str]] = field(default_factory=dict)  # sentence -> surface forms

    @property
    def full(self) -> str:
        """Return the fullest form of the name."""
        return " ".join(self.name).replace(" - ", "-")

    def give(self, role: Role) -> None:
        """Add a role unless the text has given it already, more fully."""
        for i, known in enumerate(self.roles):
            if not known.agrees(role):
                continue
            if role.stated and known.country != role.country:
                if not known.stated:
                    self.roles[i] = role
                    return
                if known.office in _SENT:
                    continue
                return
            if role.host and (not known.host or (role.seated and not known.seated)):
                known.host, known.seat, known.seated = role.host, role.seat, role.seated
            if role.stated and not known.stated:
                self.roles[i] = role
            return
        self.roles.append(role)

    def note(self, sentence: int, words: tuple[str, ...]) -> None:
        """Record a form under which a sentence names the person."""
        self.forms.setdefault(sentence, set()).add(" ".join(words))

    @property
    def country(self) -> str | None:
        """Return the state that the person stands for, by the first current role."""
        current = [r for r in self.roles if r.country and not r.former]
        known = current or [r for r in self.roles if r.country]
        return known[0].country if known else None


@dataclass(slots=True)
class Mention:
    """A phrase of a sentence: cells ``first`` to ``last`` (exclusive) and what they name.

    ``kind``: person state organization place dyad document envoys other.
    """

    kind: str
    first: int
    last: int
    features: int
    persons: tuple[Person, ...] = ()
    countries: tuple[str, ...] = ()
    key: str = ""  # place, organization, document type, sense of a dyad
    ministry: bool = False  # a state's ministry or mission, not the state as a whole
    capital_city: bool = False
    office: str = ""
    host: str = ""  # of an embassy or consulate: the country in which it stands
