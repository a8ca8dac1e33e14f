"""The extractor: an article in, a Reading out; the whole cascade in one place."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract import headfinal, headinitial
from kg.extract.agreements import AgreementReader
from kg.extract.build import Builder
from kg.extract.cells import Gazetteer
from kg.extract.clause import Clause
from kg.extract.cooperation import CooperationReader, Pair
from kg.extract.dates import find_dates
from kg.extract.events import EventReader
from kg.extract.focus import PAIR
from kg.extract.grammar import compile_grammar
from kg.extract.initiatives import InitiativeReader
from kg.extract.line import Line
from kg.extract.mentions import read_lines
from kg.extract.merge import merge_events
from kg.extract.nodes import Nodes
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
        """Read the grammars."""
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
        events = EventReader(context, article.published)
        speech = SpeechReader(document.lang)
        cooperation = CooperationReader(events.focus)
        agreements = AgreementReader(events.focus)
        initiatives = InitiativeReader(cooperation)
        pairs: dict[int, Pair] = {}  # sentence -> the relation spoken of
        for line, clauses in zip(lines, _clauses(lines), strict=True):
            new = events.read(line, clauses, find_dates(line.cells, article.published))
            said = speech.read(line, clauses)
            cooperation.read(line, clauses, new, said)
            agreements.read(line, new, article.text)
            initiatives.read(line, said, article.text)
            states = events.focus.states
            if said and len(states) == PAIR:
                pairs[line.sentence.index] = (states[0], states[1])
        related = {c for e in events.drafts for c in e.countries}
        related.update(c for d in cooperation.drafts for c in d.pair)
        related.update(c for d in agreements.drafts for c in d.parties)
        statements = [
            draft for draft in speech.drafts if is_relevant(draft, lines[draft.sentence], related)
        ]
        builder = Builder(document, Nodes(document.lang, self.lexicon))
        builder.tenures(context.registry.persons)
        refs = builder.events(merge_events(events.drafts))
        builder.cooperation(cooperation.drafts)
        builder.agreements(agreements.drafts, refs)
        builder.statements(statements, pairs)
        builder.initiatives(initiatives.drafts, refs)
        return Reading(document, builder.nodes.all(), tuple(builder.facts))


def _clauses(lines: list[Line]) -> list[list[Clause]]:
    """Return the clauses of each line; a dropped subject is sought in the same paragraph."""
    found = []
    subject: list[Mention] = []
    paragraph = -1
    for line in lines:
        if line.sentence.paragraph != paragraph:
            paragraph, subject = line.sentence.paragraph, []
        order = headfinal if line.language.head_final else headinitial
        clauses, subject = order.read_clauses(line, subject)
        found.append(clauses)
    return found
