"""Front matter: the part of YAML that is read, and what is said of the rest."""

from __future__ import annotations

import pytest

from kg.errors import QueryError
from kg.query import catalog, front

HEAD = """#+ title: {tr: Kim, en: "Who, when"}
#+ tags: [people, events]
#+ params:
#+   who: {type: person, tr: Kişi, en: Person}
#+ nested:
#+   deep:
#+     key: a: b
#+ last: x
SELECT * WHERE { ?s ?p ?o }
"""


def test_forms_of_front_matter() -> None:
    assert front.parse(HEAD, "a.rq") == {
        "title": {"tr": "Kim", "en": "Who, when"},
        "tags": ("people", "events"),
        "params": {"who": {"type": "person", "tr": "Kişi", "en": "Person"}},
        "nested": {"deep": {"key": "a: b"}},
        "last": "x",
    }


def test_query_without_front_matter_is_a_query() -> None:
    query = catalog.parse("SELECT * WHERE { ?s ?p ?o }", "stdin")
    assert (query.params, query.columns, query.evidence) == ((), (), None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("#+ nothing", "a.rq:1: not a line of front matter (write key: value)"),
        ("#+ a: {b}", 'a.rq:1: not a mapping (write {key: value, key: "a, b"})'),
        ("#+ a: 1\n#+ a: 2", "a.rq:2: a is given twice"),
        ("#+ tags: one", "a.rq: tags must be a list"),
        ("#+ title: one", "a.rq: title must be a mapping"),
        ("#+ evidence: [a]", "a.rq: evidence must be a text"),
    ],
)
def test_fault_names_file_and_line(line: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        catalog.parse(line, "a", where="a.rq")
    assert str(caught.value) == message
