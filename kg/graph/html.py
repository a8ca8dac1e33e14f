"""All facts with their sentences as one page that needs nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kg.graph.facts import FactView
from kg.graph.page import Page, pages
from kg.query.source import Source

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  color: #222; background: #fff }
h1, h2 { line-height: 1.2 } h2 { border-bottom: 1px solid #ccc; margin-top: 2.5rem }
article { margin: 1.2rem 0 } article h4 { margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: .2rem 0 }
dt { color: #555 } dd { margin: 0 }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 3px solid #bbb }
cite { color: #555; font-style: normal; font-size: .85em }
@media (prefers-color-scheme: dark) { body { color: #ddd; background: #161616 }
  dt, cite { color: #aaa } h2 { border-color: #444 } blockquote { border-color: #555 } }
"""


# the part with what belongs to no pair of states
_REST = {
    "tr": "Tek devletin olguları",
    "en": "Facts of one state",
    "ru": "Факты об одном государстве",
    "kk": "Бір мемлекет туралы фактілер",
}


def html(source: Source, lang: str) -> Iterator[str]:
    """Yield the page, piece by piece: one part for each pair of states."""
    title = "bilateral-kg"
    yield f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    found = list(pages(source, lang))
    titles = [escape(one.title) or _REST.get(lang, _REST["en"]) for one in found]
    if len(found) > 1:
        yield "<nav><ul>\n"
        for number, title in enumerate(titles):
            yield f'<li><a href="#part-{number}">{title}</a></li>\n'
        yield "</ul></nav>\n"
    for number, one in enumerate(found):
        yield from _part(number, titles[number], one)
    yield "</body>\n</html>\n"


def _part(number: int, title: str, page: Page) -> Iterator[str]:
    yield f'<section id="part-{number}">\n<h2>{title}</h2>\n'
    for section in page.sections:
        yield f"<h3>{escape(section.title)}</h3>\n"
        for fact in section.facts:
            yield from _fact(fact, titled=fact.title != section.title)
    yield "</section>\n"


def _fact(fact: FactView, *, titled: bool) -> Iterator[str]:
    heading = f"<h4>{escape(fact.title)}</h4>\n" if titled else ""
    yield f"<article>\n{heading}<dl>\n"
    for label, value in fact.rows:
        yield f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>\n"
    yield "</dl>\n"
    for proof in fact.proofs:
        yield f"<blockquote>{escape(proof.words)}<br><cite>{escape(proof.where)}, "
        yield f"{escape(fact.confidence)}</cite></blockquote>\n"
    yield "</article>\n"
