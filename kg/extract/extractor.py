"""The extractor: an article in, a Reading out; the whole cascade in one place."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.agreements import AgreementReader
from kg.extract.build import Builder
from kg.extract.cells import Gazetteer
from kg.extract.clause import Clause
from kg.extract.cooperation import CooperationReader
from kg.extract.dates import find_dates
from kg.extract.events import EventReader
from kg.extract.headfinal import read_clauses as read_head_final
from kg.extract.headinitial import read_clauses as read_head_initial
from kg.extract.initiatives import InitiativeReader
from kg.extract.line import Line
from kg.extract.mentions import read_lines
from kg.extract.merge import merge_events
from kg.extract.grammar import compile_grammar
from kg.extract.pattern import Grammar
from kg.extract.speech import SpeechReader, is_relevant
from kg.model.fact import Reading
from kg.model.mention import Mention
from kg.model.text import Article
from kg.nlp.lang import LANGUAGES
from kg.nlp.segment import segment
from kg.onto.lexicon import Lexicon


@dataclass(slots=True)
class Extractor:
    """Reads articles with one lexicon; keeps only caches, so readings do not depend on order."""

    lexicon: Lexicon
    gazetteer: Gazetteer = field(init=False)
    grammars: dict[str, Grammar] = field(init=False)

    def __post_init__(self) -> None:
        """Compile the grammars."""
        self.gazetteer = Gazetteer(self.lexicon)
        texts = self.lexicon.patterns
        self.grammars = {
            code: compile_grammar(texts.get(code, ""), where=f"patterns/{code}.txt")
            for code in LANGUAGES
        }

    def read(self, article: Article) -> Reading:
        """Return what ``article`` states; facts and nodes in a stable order."""
        document = segment(article)
        lines, context = read_lines(document, self.gazetteer, self.grammars)
        events = EventReader(context)
        speech = SpeechReader(document.lang)
        cooperation = CooperationReader(events.focus)
        agreements = AgreementReader(events.focus)
        initiatives = InitiativeReader(cooperation)
        relations: dict[int, str | None] = {}
        subject: list[Mention] = []
        paragraph = -1
        for line in lines:
            if line.sentence.paragraph != paragraph:
                paragraph, subject = line.sentence.paragraph, []
            clauses, subject = _clauses(line, subject)
            new = events.read(line, clauses, find_dates(line.cells, article.published))
            said = speech.read(line, clauses)
            cooperation.read(line, clauses, new, said)
            agreements.read(line, new, article.text)
            initiatives.read(line, said, article.text)
            if said:
                relations[line.sentence.index] = _relation(events.focus.countries or context.head_pair)
        bilateral = bool(events.drafts or cooperation.drafts or agreements.drafts)
        speech.drafts = [d for d in speech.drafts if is_relevant(d, lines[d.sentence], bilateral=bilateral)]
        builder = Builder(document, context)
        builder.tenures()
        merged = merge_events(events.drafts)
        refs = builder.events(merged)
        builder.cooperation(cooperation.drafts)
        builder.agreements(agreements.drafts, refs)
        builder.statements(speech.drafts, relations)
        builder.initiatives(initiatives.drafts, refs)
        return Reading(document, builder.all_nodes(), tuple(builder.facts))


def _clauses(line: Line, subject: list[Mention]) -> tuple[list[Clause], list[Mention]]:
    if LANGUAGES[line.sentence.lang].head_final:
        return read_head_final(line, subject)
    return read_head_initial(line, subject)


def _relation(countries: tuple[str, ...]) -> str | None:
    return "-".join(countries) if len(countries) == 2 else None  # noqa: PLR2004 - a pair
