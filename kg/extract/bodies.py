"""Bodies and leaders: phrases that stand for a state, or for the one who leads it."""

from __future__ import annotations

from kg.extract.office import OfficeReader
from kg.extract.phrase import Phrase
from kg.model.mention import Mention

_LEADERS = ("head-of-state", "head-of-government")


def read_leader(offices: OfficeReader, phrase: Phrase) -> Mention:
    """Return "the Kazakh leader": the head of state or government whom the article names."""
    country = offices.sender(phrase)
    features = phrase.words[-1].features
    for office in _LEADERS:
        found = offices.context.holder(office, country, None)
        if found is not None:
            return phrase.mention("person", features, persons=(found,))
    return phrase.mention("state", features, countries=(country,) if country else ())


def read_body(offices: OfficeReader, phrase: Phrase) -> Mention:
    """Return the state of a government, ministry, embassy or of its envoys."""
    cell = phrase.cell("body")
    sender = offices.sender(phrase)
    if sender is None and not phrase.has("sender"):
        sender = offices.context.default_country(phrase.sentence, phrase.first)
    kinds = cell.kinds if cell else frozenset()
    features = cell.features if cell else 0
    kind = "envoys" if "envoys" in kinds else "state"
    others = (offices.country(phrase.cell(slot)) for slot in ("second", "third"))
    countries = tuple(c for c in (sender, *others) if c)
    mention = phrase.mention(kind, features, countries=countries)
    if kind == "envoys" and sender:
        offices.recent.envoy = (phrase.sentence, sender, None)
    if "mission" in kinds:
        mention.host = offices.country(phrase.cell("seat")) or ""
    mention.ministry = not kinds.isdisjoint(("ministry", "mission"))
    return mention
