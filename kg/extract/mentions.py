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
from kg.nlp.lang import LANGUAGES

_DATELINE = re.compile(r"^(?=\S*[^\W\d_a-zçğıöşüа-яәіңғүұқөһ]{3})[^\n.]{2,70}?\s?[-–—]\s")


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
    for code, grammar in grammars.items():
        grammar.learn(line.cells for line in lines if line.sentence.lang == code)
    reader = RoleReader(context)
    office: list[list[Mention]] = []
    for line in lines:
        grammar = grammars[line.sentence.lang]
        found = []
        for match in grammar.find(line.cells):
            phrase = Phrase(match, line.cells, line.sentence.index, line.language)
            found += reader.read(phrase)
            line.titled.update(range(phrase.match.first, phrase.match.last))
        office.append(found)
    for line in lines:
        _register_names(line, registry)
    for line, found in zip(lines, office, strict=True):
        _fill(line, found, context)
    return lines, context


def _line(document: Document, sentence: Sentence, gazetteer: Gazetteer, context: Context) -> Line:
    text = document.article.text
    begin, finish = sentence.span.begin, sentence.span.finish
    if not sentence.headline:
        dateline = _DATELINE.match(text[begin:finish])
        if dateline:
            head = gazetteer.cells(text, begin, begin + dateline.end(), sentence.lang)
            places = [c for c in map(context.country_of, head) if c]
            if places and context.dateline is None:
                context.dateline = places[0]
            if places or "(" in dateline[0] or dateline[0].split()[0].isupper():
                begin += dateline.end()
    cells = gazetteer.cells(text, begin, finish, sentence.lang)
    return Line(sentence, join_names(cells, LANGUAGES[sentence.lang]))


def _register_names(line: Line, registry: Registry) -> None:
    """Enter full names that stand without a title; a headline's capitals are no names."""
    if line.sentence.headline:
        return
    for i, cell in enumerate(line.cells):
        if "name" in cell.kinds and i not in line.titled:
            words = words_of(cell)
            if (
                len(words) > 1
                and registry.find(words) is None
                and all(w[:1].isalpha() for w in words)
            ):
                registry.add(words)


def _fill(line: Line, office: list[Mention], context: Context) -> None:
    """Add the mentions outside phrases of office, and put all in order."""
    mentions = list(office)
    index = line.sentence.index
    for i, cell in enumerate(line.cells):
        if i in line.titled:
            continue
        mention = _single(line, i, cell, context, index)
        if mention is not None:
            mentions.append(mention)
    mentions.sort(key=lambda m: (m.first, m.last))
    line.mentions = mentions


def _single(line: Line, i: int, cell: Cell, context: Context, index: int) -> Mention | None:
    kinds = cell.kinds
    if "name" in kinds or (
        kinds & {"country", "place", "demonym"} and any(e.ambiguous for e in cell.entries)
    ):
        words = words_of(cell)
        person = (
            context.registry.find(words) if "name" in kinds or not cell.tokens[-1].tail else None
        )
        person = person or (
            context.registry.find(words) if _is_known_surname(words, context) else None
        )
        if person is not None:
            if not line.sentence.headline or len(words) > 0:
                person.note(index, words)
            return Mention("person", i, i + 1, cell.features, (person,))
    if "name" in kinds:
        return None
    if "country" in kinds or "metonym" in kinds:
        country = context.country_of(cell)
        return Mention("state", i, i + 1, cell.features, countries=(country,)) if country else None
    if "place" in kinds:
        entry = cell.entry("place")
        country = context.country_of(cell)
        if entry and country:
            capital = context.lexicon.capitals.get(country) == entry.key
            return Mention(
                "place",
                i,
                i + 1,
                cell.features,
                countries=(country,),
                key=entry.key,
                capital_city=capital,
            )
    if "organization" in kinds:
        entry = cell.entry("organization")
        owner = context.owner(cell)
        return Mention(
            "organization",
            i,
            i + 1,
            cell.features,
            countries=(owner,) if owner else (),
            key=entry.key if entry else "",
        )
    if "dyad" in kinds:
        entry = cell.entry("dyad")
        return Mention("dyad", i, i + 1, cell.features, key=entry.sense if entry else "")
    if "document" in kinds or "paper" in kinds:
        entry = cell.entry("document")
        return Mention("document", i, i + 1, cell.features, key=entry.sense if entry else "")
    if "envoys" in kinds:
        return Mention("envoys", i, i + 1, cell.features)
    return None


def _is_known_surname(words: tuple[str, ...], context: Context) -> bool:
    person = context.registry.find(words)
    return person is not None and len(person.name) > 1
