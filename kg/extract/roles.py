"""Roles: noun phrases of office become persons with posts, and mentions of states.

The patterns (ontology/patterns) find the phrase and its slots; here the slots are read by
what the title governs: a portfolio, an organization, a country, or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.cells import Cell
from kg.extract.context import Context
from kg.extract.names import words_of
from kg.extract.pattern import Match
from kg.model.mention import Mention, Person, Role
from kg.nlp.features import F
from kg.onto.lexicon import Title

POSTED = frozenset(("ambassador", "consul", "charge-daffaires"))
_HIS, _ITS = frozenset(("his", "her")), frozenset(("its", "their"))  # whose minister


@dataclass(slots=True)
class Phrase:
    """A match of the grammar with its cells at hand."""

    match: Match
    cells: list[Cell]
    sentence: int

    def cell(self, slot: str) -> Cell | None:
        """Return the (last) cell of a slot."""
        found = self.match.slots.get(slot)
        return self.cells[found[1] - 1] if found else None

    def text(self, slot: str) -> str:
        """Return a slot's words as written, the ending after an apostrophe left out."""
        first, last = self.match.slots[slot]
        cells = self.cells[first:last]
        words = [t.text for c in cells for t in c.tokens]
        token = cells[-1].tokens[-1]
        if token.tail:
            words[-1] = token.text[: len(token.base)]
        return " ".join(words).replace(" - ", "-")


@dataclass(slots=True)
class RoleReader:
    """Reads matched phrases of one article in order; keeps what later ones refer to."""

    context: Context
    last: tuple[Person, Role] | None = None
    plural: tuple[Title, str | None, int] | None = None

    def read(self, phrase: Phrase) -> list[Mention]:
        """Return the mentions that a phrase makes; roles are added to their persons."""
        name = phrase.match.pattern
        if name == "press":
            return [self._mention("other", phrase, phrase.match.last)]
        if name == "body":
            return [self._body(phrase)]
        if name == "plural":
            return [self._plural(phrase)]
        if name in ("plural_of", "named_of"):
            if name == "plural_of":
                self._plural(phrase)
            return [self._of(phrase)]
        if name == "leader":
            return [self._leader(phrase)]
        if name.startswith("counterpart"):
            return self._counterparts(phrase)
        return [self._titled(phrase)]

    # --- titles
    def _titled(self, phrase: Phrase) -> Mention:
        title = self._title(phrase)
        cell = phrase.cell("name")
        country = self._sender(phrase)
        if cell is None:
            return self._unnamed(phrase, title, country)
        words = words_of(cell)
        person = self.context.registry.add(words)
        person.forms.setdefault(phrase.sentence, set()).add(" ".join(words))
        role = self._role(phrase, title, country, person)
        if role is not None:
            self.context.give(person, role)
            second = self._place_country(phrase.cell("second"))
            if second and role.office in POSTED:
                self.context.give(person, replace(role, host=second, seat=None))
            self.last = (person, role)
        return self._mention(
            "person",
            phrase,
            phrase.match.last,
            cell.features,
            persons=(person,),
            office=title.office,
        )

    def _unnamed(self, phrase: Phrase, title: Title, country: str | None) -> Mention:
        cell = phrase.cell("rank") or phrase.cell("title")
        features = cell.features if cell else 0
        office = self._office(phrase, title)
        host = self._place_country(phrase.cell("seat"))
        if cell is not None and cell.features & F.PLURAL and (dyad := cell.entry("dyad")) and not country:
            mention = self._mention("dyad", phrase, phrase.match.last, features)
            mention.key = dyad.sense
            return mention
        found = self.context.holder(office, country, self._portfolio(phrase, title))
        if found is not None:
            return self._mention(
                "person", phrase, phrase.match.last, features, persons=(found,), office=office
            )
        states = (country,) if country else ((host,) if host and office not in POSTED else ())
        plural = bool(features & F.PLURAL) and not country
        return self._mention(
            "other" if plural or not states else "state",
            phrase,
            phrase.match.last,
            features,
            countries=states,
            office=office,
        )

    def _role(
        self, phrase: Phrase, title: Title, country: str | None, person: Person
    ) -> Role | None:
        office = self._office(phrase, title)
        portfolio = self._portfolio(phrase, title)
        seat_cell = phrase.cell("seat")
        seat_country = self._place_country(seat_cell)
        organization = self._organization(phrase, title)
        former = any(
            "former" in c.kinds for c in phrase.cells[phrase.match.first : phrase.match.last]
        )
        stated = country is not None
        host: str | None = None
        if (
            title.governs == "portfolio"
            and portfolio is None
            and "ministry" not in phrase.match.slots
        ):
            if not organization:
                return None
            office = "other-official"  # the secretary of a council
        if (
            title.governs == "organization"
            and not organization
            and not country
            and not seat_country
            and "ministry" not in phrase.match.slots
        ):
            return None
        if office in POSTED:
            host = seat_country
            if host == country and host is not None:
                host = None
            colleague = self.last[1] if self.last and self.last[1].sentence == phrase.sentence else None
            if country is None and colleague and colleague.office in POSTED and host in (None, colleague.host):
                country, host = colleague.country, colleague.host  # "the ambassador X and the consul Y"
            elif country is None:
                country = self.context.other_state(phrase.sentence, phrase.match.first, host)
            elif host is None:
                host = self.context.host_of(country, phrase.sentence)
        elif country is None:
            country = seat_country or self.context.owner(phrase.cell("org")) or title.country
            stated = country is not None
            if country is None and not (
                organization and self.context.is_international(phrase.cell("org"))
            ):
                if (
                    office == "head-of-organization"
                    and organization
                    and not self.context.is_agency(phrase.cell("org"))
                ):
                    return None
                country = self.context.default_country(phrase.sentence, phrase.match.first)
        if self.context.is_international(phrase.cell("org")):
            country = country if stated and self._sender(phrase) else None
        elif country is None:
            return None
        seat_entry = seat_cell.entry("place") if seat_cell and office in POSTED else None
        return Role(
            office, country, portfolio if office in ("minister", "deputy-minister") else None, host,
            seat_entry.key if seat_entry else None, organization, former, phrase.sentence,
            f"{self.context.lang}:{phrase.match.pattern}", stated,
        )  # fmt: skip

    def _title(self, phrase: Phrase) -> Title:
        cell = phrase.cell("title")
        entry = cell.entry("title") if cell else None
        titles = self.context.lexicon.titles
        rank = phrase.cell("rank")
        first = titles[entry.key] if entry else Title("other-official", None, "none")
        second = rank.entry("title") if rank else None
        if (
            second
            and titles[second.key].office != "military-commander"
            and first.office == "military-commander"
        ):
            return titles[second.key]
        return first

    def _office(self, phrase: Phrase, title: Title) -> str:
        if title.office == "head-of-organization" and "org" not in phrase.match.slots and "portfolio" in phrase.match.slots:
            return "head-of-agency"
        if title.office == "head-of-organization" and phrase.cell("org"):
            first, last = phrase.match.slots["org"]
            private = any("society" in c.kinds for c in phrase.cells[first:last])
            if private or self.context.is_international(phrase.cell("org")):
                return title.office
            if self.context.is_agency(phrase.cell("org")) or self._portfolio_word(phrase):
                return "head-of-agency"
        return title.office

    def _portfolio_word(self, phrase: Phrase) -> bool:
        first, last = phrase.match.slots["org"]
        return any(c.kinds & {"portfolio", "domain"} for c in phrase.cells[first:last])

    def _portfolio(self, phrase: Phrase, title: Title) -> str | None:
        cell = phrase.cell("portfolio")
        entry = cell.entry("portfolio") if cell else None
        return entry.key if entry else title.portfolio

    def _organization(self, phrase: Phrase, title: Title) -> str | None:
        slots = phrase.match.slots
        if "org" not in slots and "portfolio" in slots and title.governs == "organization" and "ministry" not in slots:
            return phrase.text("portfolio")  # "Savunma Sanayii Başkanı"
        return phrase.text("org") if "org" in slots else None

    def _sender(self, phrase: Phrase) -> str | None:
        named = self._place_country(phrase.cell("sender") or phrase.cell("sender_b"))
        if named:
            return named
        lead = {
            c.low
            for c in phrase.cells[phrase.match.first : phrase.match.last]
            if "acting" in c.kinds
        }
        if lead & _HIS and self.last is not None:
            return self.last[1].country
        if lead & _ITS:
            return self.context.last_state(phrase.sentence, phrase.match.first)
        return None

    def _place_country(self, cell: Cell | None) -> str | None:
        return self.context.country_of(cell) if cell else None

    # --- "the foreign ministers, X of Iran and Y of Saudi Arabia"
    def _plural(self, phrase: Phrase) -> Mention:
        title = self._title(phrase)
        self.plural = (title, self._portfolio(phrase, title), phrase.sentence)
        return self._mention("other", phrase, phrase.match.last)

    def _of(self, phrase: Phrase) -> Mention:
        cell = phrase.cell("name")
        country = self._sender(phrase)
        words = words_of(cell) if cell else ()
        person = self.context.registry.add(words)
        person.forms.setdefault(phrase.sentence, set()).add(" ".join(words))
        if self.plural is not None and phrase.sentence - self.plural[2] <= 1 and country:
            title, portfolio, _ = self.plural
            self.context.give(person, Role(
                title.office, country, portfolio if title.office in ("minister", "deputy-minister") else None, None, None, None, False,
                phrase.sentence, f"{self.context.lang}:{phrase.match.pattern}", True,
            ))  # fmt: skip
        return self._mention(
            "person", phrase, phrase.match.last, cell.features if cell else 0, persons=(person,)
        )

    # --- counterparts
    def _counterparts(self, phrase: Phrase) -> list[Mention]:
        mentions = []
        slots = phrase.match.slots
        pairs = [("sender", "name")]
        if "other" in slots:
            pairs = [("sender", "name"), ("second", "other")]
        for sender, name in pairs:
            cell = phrase.cell(name)
            country = self._place_country(phrase.cell(sender))
            if cell is None:
                first, last = phrase.match.first, phrase.match.last
                features = phrase.cells[last - 1].features
                found = self.context.counterpart(self.last, country)
                kind = "person" if found else ("state" if country else "other")
                mentions.append(
                    Mention(
                        kind,
                        first,
                        last,
                        features,
                        (found,) if found else (),
                        (country,) if country else (),
                    )
                )
                continue
            words = words_of(cell)
            person = self.context.registry.add(words)
            person.forms.setdefault(phrase.sentence, set()).add(" ".join(words))
            if self.last is not None and self.last[0] is not person:
                model = self.last[1]
                if country is None:
                    country = self.context.other_state(
                        phrase.sentence, phrase.match.first, model.country
                    )
                if country and country != model.country:
                    self.context.give(person, Role(
                        model.office, country, model.portfolio, None, None, None, False, phrase.sentence,
                        f"{self.context.lang}:{phrase.match.pattern}", country is not None,
                    ))  # fmt: skip
            at = slots[name]
            start = phrase.match.first if name == "name" else at[0]
            mentions.append(Mention("person", start, at[1], cell.features, (person,)))
        return mentions

    # --- bodies of state
    def _leader(self, phrase: Phrase) -> Mention:
        """Return "the Kazakh leader": the head of state or government whom the article names."""
        country = self._sender(phrase)
        features = phrase.cells[phrase.match.last - 1].features
        for office in ("head-of-state", "head-of-government"):
            found = self.context.holder(office, country, None)
            if found is not None:
                return self._mention(
                    "person", phrase, phrase.match.last, features, persons=(found,)
                )
        return self._mention(
            "state", phrase, phrase.match.last, features, countries=(country,) if country else ()
        )

    def _body(self, phrase: Phrase) -> Mention:
        cell = phrase.cell("body")
        features = cell.features if cell else 0
        sender = self._sender(phrase)
        second = self._place_country(phrase.cell("second"))
        official = bool(cell and cell.kinds & {"ministry", "mission"})
        if sender is None and "sender" not in phrase.match.slots:
            sender = self.context.default_country(phrase.sentence, phrase.match.first)
        kind = "envoys" if cell and "envoys" in cell.kinds else "state"
        mention = self._mention(
            kind, phrase, phrase.match.last, features, countries=(sender,) if sender else ()
        )
        mention.ministry = official
        return mention

    @staticmethod
    def _mention(
        kind: str, phrase: Phrase, last: int, features: int = 0, *,
        persons: tuple[Person, ...] = (), countries: tuple[str, ...] = (), office: str = "",
    ) -> Mention:  # fmt: skip
        return Mention(kind, phrase.match.first, last, features, persons, countries, office=office)
