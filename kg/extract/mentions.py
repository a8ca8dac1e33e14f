"""Mentions: each sentence's cells read as persons, states, places, documents, dates."""

from __future__ import annotations

import re

from kg.extract.cells import Cell, Gazetteer
from kg.extract.context import Context
from kg.extract.line import Line
from kg.extract.names import join_names, words_of
from kg.extract.pattern import Grammar
from kg.extract.persons import Registry
from kg.extract.phrase import Phrase
from kg.extract.roles import RoleReader
from kg.model.mention import Mention
from kg.model.text import Document, Sentence
from kg.nlp.features import F

# what a page adds to its headline: "... güçlendiriyor - Bengü Türk"
_PUBLISHER = re.compile(r"(?<=\w)\s+[-–—|]\s+(?:[^\W\d_a-zçğıöşüа-яәіңғүұқөһ]\w*\s?){1,4}$")
_DATELINE = re.compile(r"^(?=\S*[^\W\d_a-zçğıöşüа-яәіңғүұқөһ]{3})[^\n.]{2,70}?\s?[-–—]\s")

_STATES = frozenset(("country", "metonym"))
_DOUBTFUL = frozenset(("country", "place", "demonym"))  # kinds of words that may be surnames
_THINGS = {  # kind of a cell -> kind of its mention, the first that fits
    "organization": "organization",
    "dyad": "dyad",
    "document": "document",
    "paper": "document",
    "envoys": "envoys",
}
_SORTS = _STATES | _DOUBTFUL | {"name", *_THINGS}


def read_lines(
    document: Document, gazetteer: Gazetteer, grammars: dict[str, Grammar]
) -> tuple[list[Line], Context]:
    """Return the sentences with their mentions, and the context they were read in."""
    registry = Registry(document.lang)
    context = Context(gazetteer.lexicon, document.lang, registry)
    lines = [_line(document, sentence, gazetteer, context) for sentence in document.sentences]
    for line in lines:
        context.note(line.sentence.index, line.cells)
    context.settle()
    office = _office_phrases(lines, context, grammars)
    for line in lines:
        _register_names(line, registry)
    for line in lines:
        _recall_surnames(line, registry)
    for line, found in zip(lines, office, strict=True):
        _fill(line, found, context)
    return lines, context


def _line(document: Document, sentence: Sentence, gazetteer: Gazetteer, context: Context) -> Line:
    """Return a sentence as cells; a dateline before it only tells where the paper is."""
    text = document.article.text
    span = sentence.span
    begin = span.begin
    dateline = None if sentence.headline else _DATELINE.match(text[begin : span.finish])
    if dateline:
        end = begin + dateline.end()
        head = gazetteer.cells(text, begin, end, sentence.lang)
        places = [c for c in map(context.country_of, head) if c]
        if places and context.dateline is None:
            context.dateline = places[0]
        if places or "(" in dateline[0] or dateline[0].split()[0].isupper():
            begin = end
    finish = span.finish
    publisher = _PUBLISHER.search(text, begin, finish) if sentence.headline else None
    if publisher:
        finish = publisher.start()
    cells = gazetteer.cells(text, begin, finish, sentence.lang)
    return Line(sentence, join_names(cells, sentence.lang))


def _office_phrases(
    lines: list[Line], context: Context, grammars: dict[str, Grammar]
) -> list[list[Mention]]:
    """Return for each line the mentions that its phrases of office make."""
    for line in lines:
        grammars[line.sentence.lang].learn(line.cells)
    reader = RoleReader(context)
    office: list[list[Mention]] = []
    for line in lines:
        found: list[Mention] = []
        for match in grammars[line.sentence.lang].find(line.cells):
            found += reader.read(Phrase(match, line.cells, line.sentence.index, line.language))
            line.titled.update(range(match.first, match.last))
        office.append(found)
    return office


_NAME = frozenset(("name",))
_DASHES = frozenset("-–")
_NO_SURNAME = frozenset(("country", "demonym", "place", "metonym", "title", "organization"))


def _register_names(line: Line, registry: Registry) -> None:
    """Enter full names that stand without a title; a headline's capitals are no names."""
    if line.sentence.headline:
        return
    for i, cell in enumerate(line.cells):
        if "name" in cell.kinds and i not in line.titled:
            words = words_of(cell)
            whole = len(words) > 1 and all(w[:1].isalpha() for w in words)
            if whole and registry.find(words) is None:
                registry.add(words)


def _recall_surnames(line: Line, registry: Registry) -> None:
    """Turn words that are the surname of an official of the article into names: "Çelik, ..."."""
    for i, cell in enumerate(line.cells):
        if i in line.titled or not cell.capital or len(cell.tokens) > 1 or not cell.entries:
            continue
        if not cell.kinds.isdisjoint(_NO_SURNAME):
            continue
        person, _ = registry.recall(words_of(cell))
        if person is not None and person.roles and len(person.name) > 1:
            line.cells[i] = Cell(cell.tokens, (), cell.features & F.CASES or F.NOM, _NAME)


def _fill(line: Line, office: list[Mention], context: Context) -> None:
    """Add the mentions outside phrases of office, and put all in order."""
    mentions = list(office)
    for i, cell in enumerate(line.cells):
        if i in line.titled or cell.kinds.isdisjoint(_SORTS):
            continue
        mention = _person(line, i, context.registry) or _thing(cell, i, context)
        mention = mention or _adjective(line, i, context)
        if mention is not None:
            mentions.append(mention)
    mentions.sort(key=lambda m: (m.first, m.last))
    line.mentions = mentions


def _person(line: Line, at: int, registry: Registry) -> Mention | None:
    """Return a person named without a title; also by a surname that may name a state."""
    cell = line.cells[at]
    named = "name" in cell.kinds
    doubtful = cell.kinds & _DOUBTFUL and any(e.ambiguous for e in cell.entries)
    if not named and not doubtful:
        return None
    person, words = registry.recall(words_of(cell))
    # an ending after the apostrophe speaks for the state, unless a full name is known
    if person is None or (not named and cell.tokens[-1].tail and len(person.name) == 1):
        return None
    person.note(line.sentence.index, words)
    return Mention("person", at, at + 1, cell.features, (person,))


def _thing(cell: Cell, at: int, context: Context) -> Mention | None:
    """Return what a cell that is no person names: the first of the sorts below that fits."""
    kinds = cell.kinds
    if "name" in kinds:
        return None
    if kinds & _STATES:
        country = context.country_of(cell)
        countries = (country,) if country else ()
        return Mention("state", at, at + 1, cell.features, countries=countries) if country else None
    if "place" in kinds and (place := _place(cell, at, context)):
        return place
    sort = next((sort for kind, sort in _THINGS.items() if kind in kinds), None)
    if sort is None:
        return None
    mention = Mention(sort, at, at + 1, cell.features)
    entry = cell.entry(sort)
    if entry is not None and sort == "organization":
        owner = context.owner(cell)
        mention.key, mention.countries = entry.key, (owner,) if owner else ()
    elif entry is not None:
        mention.key = entry.sense
    return mention


def _adjective(line: Line, at: int, context: Context) -> Mention | None:
    """Return the state in "Hungarian aid", "Turkish-Kazakh talks": an adjective of an event."""
    cells = line.cells
    if "demonym" not in cells[at].kinds:
        return None
    after = at + 1
    while after < len(cells) - 1 and (
        cells[after].kinds & {"demonym", "and", "cooperation"} or cells[after].low in _DASHES
    ):
        after += 1
    country = context.country_of(cells[at])
    if after >= len(cells) or "trigger" not in cells[after].kinds or not country:
        return None
    return Mention("state", at, at + 1, F.GEN, countries=(country,))


def _place(cell: Cell, at: int, context: Context) -> Mention | None:
    entry = cell.entry("place")
    country = context.country_of(cell)
    if entry is None or country is None:
        return None
    place = Mention("place", at, at + 1, cell.features, countries=(country,), key=entry.key)
    place.capital_city = context.lexicon.capitals.get(country) == entry.key
    return place
