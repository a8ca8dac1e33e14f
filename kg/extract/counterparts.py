"""Counterparts ("Turkish counterpart X") and titles told once for several persons."""

from __future__ import annotations

from kg.extract.office import MINISTERS, OfficeReader
from kg.extract.phrase import Phrase
from kg.model.mention import Mention, Person, Role

_PAIRS = (("sender", "name"), ("second", "other"))  # slots of state and name


def read_counterparts(offices: OfficeReader, phrase: Phrase) -> list[Mention]:
    """Return the counterparts of the official named last; each gets the same office."""
    pairs = _PAIRS if phrase.has("other") else _PAIRS[:1]
    return [_counterpart(offices, phrase, sender, name) for sender, name in pairs]


def _counterpart(offices: OfficeReader, phrase: Phrase, sender: str, name: str) -> Mention:
    cell = phrase.cell(name)
    country = offices.country(phrase.cell(sender))
    if cell is None:
        found = offices.context.counterpart(offices.recent.official, country)
        kind = "person" if found else ("state" if country else "other")
        persons, countries = (found,) if found else (), (country,) if country else ()
        features = phrase.words[-1].features
        return phrase.mention(kind, features, persons=persons, countries=countries)
    person = offices.person(phrase, name)
    _give_same(offices, phrase, person, country)
    first, last = phrase.match.slots[name]
    return Mention(
        "person", phrase.first if name == "name" else first, last, cell.features, (person,)
    )


def _give_same(offices: OfficeReader, phrase: Phrase, person: Person, country: str | None) -> None:
    """Give a person the office of the one named last, in another state."""
    if offices.recent.official is None or offices.recent.official[0] is person:
        return
    model = offices.recent.official[1]
    if country is None:
        country = offices.context.other_state(phrase.sentence, phrase.first, model.country)
    if country and country != model.country:
        role = Role(model.office, country, phrase.sentence, offices.rule(phrase))
        role.portfolio = model.portfolio
        person.give(role)


def read_plural(offices: OfficeReader, phrase: Phrase) -> Mention:
    """Keep the title of "the foreign ministers" for the names that follow."""
    title = offices.title(phrase)
    offices.recent.plural = (title, offices.portfolio(phrase, title), phrase.sentence)
    return phrase.mention("other")


def read_named_of(offices: OfficeReader, phrase: Phrase) -> Mention:
    """Read "X of Iran" after "the foreign ministers": the title is in the phrase before."""
    cell = phrase.cell("name")
    country = offices.sender(phrase)
    if cell is None:  # no pattern leaves the name out
        return phrase.mention("other")
    person = offices.person(phrase)
    plural = offices.recent.plural
    if plural is not None and phrase.sentence - plural[2] <= 1 and country:
        title, portfolio, _ = plural
        role = Role(title.office, country, phrase.sentence, offices.rule(phrase))
        role.portfolio = portfolio if title.office in MINISTERS else None
        person.give(role)
    return phrase.mention("person", cell.features, persons=(person,))
