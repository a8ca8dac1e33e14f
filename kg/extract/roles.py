"""Roles: noun phrases of office become persons with posts, and mentions of states.

The patterns (ontology/patterns) find the phrase and its slots; kg.extract.office reads the
slots; here a titled person gets a role by what the title governs: a portfolio, an
organization, a country, or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.bodies import read_body, read_leader
from kg.extract.context import Context
from kg.extract.counterparts import read_counterparts, read_named_of, read_plural
from kg.extract.office import MINISTERS, POSTED, OfficeReader
from kg.extract.phrase import Phrase, Recent
from kg.model.mention import Mention, Role
from kg.nlp.features import F
from kg.onto.lexicon import Title


@dataclass(slots=True)
class RoleReader:
    """Reads matched phrases of one article in order; keeps what later ones refer to."""

    context: Context
    recent: Recent = field(default_factory=Recent)
    offices: OfficeReader = field(init=False)

    def __post_init__(self) -> None:
        """Share what phrases refer back to with the reader of slots."""
        self.offices = OfficeReader(self.context, self.recent)

    def read(self, phrase: Phrase) -> list[Mention]:
        """Return the mentions that a phrase makes; roles are added to their persons."""
        name = phrase.match.pattern
        if name.startswith("counterpart"):
            return read_counterparts(self.offices, phrase)
        if name in ("plural_of", "named_of"):
            if name == "plural_of":
                read_plural(self.offices, phrase)
            return [read_named_of(self.offices, phrase)]
        return [self._one(name, phrase)]

    def _one(self, name: str, phrase: Phrase) -> Mention:
        if name == "press":
            return phrase.mention("other")
        if name == "body":
            return read_body(self.offices, phrase)
        if name == "leader":
            return read_leader(self.offices, phrase)
        if name == "plural":
            return read_plural(self.offices, phrase)
        return self._titled(phrase)

    def _titled(self, phrase: Phrase) -> Mention:
        title = self.offices.title(phrase)
        cell = phrase.cell("name")
        country = self.offices.sender(phrase)
        if cell is None:
            return self._unnamed(phrase, title, country)
        person = self.offices.person(phrase)
        role = self._role(phrase, title, country)
        if role is not None:
            person.give(role)
            second = self.offices.country(phrase.cell("second"))
            if second and role.office in POSTED:
                person.give(replace(role, host=second, seat=None))
            also = self._also(role, phrase)
            if also is not None:
                person.give(also)
            self.recent.official = (person, role)
            if role.office in POSTED and role.country:
                self.recent.envoy = (phrase.sentence, role.country, role.host)
        return phrase.mention("person", cell.features, persons=(person,), office=title.office)

    def _also(self, role: Role, phrase: Phrase) -> Role | None:
        """Return the first of two offices: "deputy prime minister and minister of ..."."""
        entry = phrase.entry("also", "title")
        if entry is None:
            return None
        title = self.context.lexicon.titles[entry.key]
        if title.governs in ("portfolio", "organization"):
            return None
        first = replace(role, office=title.office, portfolio=None, organization=None)
        if title.office in POSTED:
            seat = phrase.entry("seat", "place")
            first.host = self.offices.country(phrase.cell("seat"))
            first.seat = seat.key if seat else None
            if not first.host or first.host == first.country:
                return None
        return first

    def _unnamed(self, phrase: Phrase, title: Title, country: str | None) -> Mention:
        """Return whom a title without a name stands for: "the two ministers", "the minister"."""
        cell = phrase.cell("rank") or phrase.cell("title")
        features = cell.features if cell else 0
        office = self.offices.office(phrase, title)
        plural = bool(features & F.PLURAL) and not country
        dyad = cell.entry("dyad") if cell and plural else None
        if dyad is not None:
            mention = phrase.mention("dyad", features)
            mention.key = dyad.sense
            return mention
        found = self.context.holder(office, country, self.offices.portfolio(phrase, title))
        if found is not None:
            return phrase.mention("person", features, persons=(found,), office=office)
        host = self.offices.country(phrase.cell("seat")) if office not in POSTED else None
        state = country or host
        kind = "other" if plural or not state else "state"
        countries = (state,) if state else ()
        mention = phrase.mention(kind, features, countries=countries, office=office)
        if office in POSTED:
            mention.host = self.offices.country(phrase.cell("seat")) or ""
        abroad = office in POSTED or (cell is not None and "envoys" in cell.kinds)
        if country and abroad:
            self.recent.envoy = (phrase.sentence, country, mention.host or None)
        return mention

    def _role(self, phrase: Phrase, title: Title, country: str | None) -> Role | None:
        """Return the role that a titled name states; None where what it governs is missing."""
        office = self.offices.office(phrase, title)
        portfolio = self.offices.portfolio(phrase, title)
        organization = self.offices.organization(phrase, title)
        seat = self.offices.country(phrase.cell("seat"))
        if title.governs == "portfolio" and not (portfolio or phrase.has("ministry")):
            if not organization:
                return None
            office = "other-official"  # the secretary of a council
        owned = organization or country or seat or phrase.has("ministry")
        if title.governs == "organization" and not owned:
            return None
        role = Role(
            office,
            country,
            phrase.sentence,
            self.offices.rule(phrase),
            portfolio=portfolio if office in MINISTERS else None,
            organization=organization,
            former=any("former" in c.kinds for c in phrase.words),
            stated=country is not None,
        )
        if office in POSTED:
            self._send(role, phrase, seat)
        elif country is None and not self._place(role, phrase, title.country):
            return None
        if self.context.is_international(phrase.cell("org")):
            role.country = role.country if role.stated and self.offices.sender(phrase) else None
        elif role.country is None:
            return None
        return role

    def _send(self, role: Role, phrase: Phrase, seat: str | None) -> None:
        """Give an envoy sender, host and seat: each may be left for the article to tell."""
        host = None if seat == role.country else seat
        colleague = self._colleague(phrase.sentence)
        if role.country is None and colleague and host in (None, colleague.host):
            role.country, host = colleague.country, colleague.host
        elif role.country is None:
            role.country = self.context.other_state(phrase.sentence, phrase.first, host)
        elif host is None:
            host = self.context.host_of(role.country, phrase.sentence)
        role.seated = seat is not None
        entry = phrase.entry("seat", "place")
        role.host, role.seat = host, entry.key if entry else None

    def _colleague(self, sentence: int) -> Role | None:
        """Return the envoy named before in the sentence: "the ambassador X and the consul Y"."""
        role = self.recent.official[1] if self.recent.official else None
        return role if role and role.sentence == sentence and role.office in POSTED else None

    def _place(self, role: Role, phrase: Phrase, known: str | None) -> bool:
        """Give an official at home a state; tell whether the role can stand."""
        body = phrase.cell("org")
        seat = self.offices.country(phrase.cell("seat"))
        role.country = seat or self.context.owner(body) or known
        role.stated = role.country is not None
        if role.stated or (role.organization and self.context.is_international(body)):
            return True
        private = role.office == "head-of-organization" and role.organization
        if private and not self.context.is_agency(body):
            return False
        role.country = self.context.default_country(phrase.sentence, phrase.first)
        sentence, sender, host = self.recent.envoy or (-1, None, None)
        if sentence == phrase.sentence and role.country == sender:
            role.country = host  # an envoy is abroad: so is whoever is named beside one
        return role.country is not None
