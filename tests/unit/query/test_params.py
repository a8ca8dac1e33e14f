"""Parameters: names in four languages, clear refusals, and nothing that breaks out of a term."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Store

from kg.errors import BadParameterError, UnknownQueryError
from kg.iri import BASE
from kg.query import catalog
from kg.query.catalog import Param, Text
from kg.query.params import TYPES, bind, read
from kg.query.run import ask

ATTACKS = (
    '" } ; DROP ALL #',
    "x> } ; DROP ALL #",
    "<http://example.org/a>",
    "country/KZ> } #",
    f"{BASE}country/KZ> }} DROP ALL #",
    f"{BASE}person/a\n}} #",
    "KZ } VALUES ?x { UNDEF",
    "'''\\u0022\"\"\" } #",
    "\\",
    "a\x00b\r\n\td",
    "tr-seed#2> }",
    "\ud800",
    "1e999999999",
    "9" * 40,
    "٣",
)


def param(kind: str, *allowed: str) -> Param:
    return Param("x", kind, None, None, allowed, required=False, label=Text("", ""))


def check_message(refused: BadParameterError) -> None:
    assert str(refused).isprintable()
    assert "x=" in refused.where
    assert refused.hint


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("kind", sorted(TYPES))
def test_no_value_breaks_out_of_its_term(kind: str, attack: str, named: Store) -> None:
    query = catalog.parse("SELECT ?x WHERE {\n  VALUES ?x { UNDEF }\n}", "probe")
    probe = param(kind, "planned")
    try:
        terms = read(probe, attack, named)
    except BadParameterError as refused:
        check_message(refused)
        return
    text = bind(
        catalog.Query(
            "probe", "", query.title, query.question, (), (probe,), (), None, query.text, "probe"
        ),
        {"x": attack},
        named,
    )
    found = ask(named, catalog.parse(text, "probe"))
    assert [row[0] for row in found.rows] == list(terms)
    assert len(named) > 10_000


def test_text_is_found_as_it_is_typed(gold: Store) -> None:
    for attack in ATTACKS[:-3]:
        assert ask(gold, catalog.get("search"), {"text": attack}).rows == ()


@pytest.mark.parametrize(
    "value",
    ["KZ", "kz", "Kazakistan", "KAZAKİSTAN", "kazakhstan", "Казахстан", "Қазақстан",
     "Kazakistan Cumhuriyeti", "country/KZ", f"{BASE}country/KZ", " KZ "],
)  # fmt: skip
def test_state_by_code_or_by_name(value: str, named: Store) -> None:
    assert read(param("country"), value, named) == (NamedNode(f"{BASE}country/KZ"),)


@pytest.mark.parametrize(
    ("value", "key"),
    [("KZ-TR", "KZ-TR"), ("tr-kz", "KZ-TR"), ("Türkiye ile Kazakistan", "KZ-TR"),
     ("Казахстан и Турция", "KZ-TR"), ("relation/KZ-TR", "KZ-TR"), ("TR, Guinea-Bissau", "GW-TR"),
     ("Gine-Bissau-Türkiye", "GW-TR")],
)  # fmt: skip
def test_pair_of_states(value: str, key: str, named: Store) -> None:
    assert read(param("pair"), value, named) == (NamedNode(f"{BASE}relation/{key}"),)


@pytest.mark.parametrize(
    ("kind", "value", "iri"),
    [("domain", "health", "domain/health"), ("domain", "SAĞLIK", "domain/health"),
     ("domain", "health/pharmaceuticals", "domain/health/pharmaceuticals"),
     ("domain", "ilaç", "domain/health/pharmaceuticals"),
     ("portfolio", "Dışişleri", "portfolio/foreign-affairs"),
     ("office", "büyükelçi", "office/ambassador"),
     ("class", "meeting", "ontology#Meeting")],
)  # fmt: skip
def test_concept_by_id_or_by_name(kind: str, value: str, iri: str, named: Store) -> None:
    assert read(param(kind, "meeting"), value, named) == (NamedNode(BASE + iri),)


def test_person_by_part_of_the_name(gold: Store) -> None:
    (koca,) = read(param("person"), "KOCA", gold)
    assert read(param("person"), "fahrettin koca", gold) == (koca,)
    assert read(param("person"), koca.value, gold) == (koca,)


def test_sentence_by_article_and_index(gold: Store) -> None:
    (sentence,) = read(param("sentence"), "tr-seed#2", gold)
    (article,) = read(param("article"), "tr-seed", gold)
    assert sentence == NamedNode(f"{article.value}/s/2")
    assert read(param("sentence"), sentence.value, gold) == (sentence,)


REFUSED = [
    ("country", "Kazakstan", "x=Kazakstan: not a state (an ISO code or a name, did you mean"),
    ("country", "ZZ", "x=ZZ: not a state"),
    ("pair", "KZ-KZ", "x=KZ-KZ: not a pair of states (two codes or names, such as KZ-TR)"),
    ("pair", "KZ", "x=KZ: not a pair of states"),
    ("domain", "sihhat", "x=sihhat: not a domain of cooperation (an id or a name"),
    ("person", "Nobody Atall", "x=Nobody Atall: no person of this name (a name or a part of it"),
    ("article", "tr-x", "x=tr-x: no article of this name (its id, file name or IRI)"),
    ("sentence", "tr-seed", "x=tr-seed: not a sentence"),
    ("date", "2024-02-30", "x=2024-02-30: not a date (a day of the calendar, such as 2024-05-31)"),
    ("date", "31.05.2024", "x=31.05.2024: not a date"),
    ("integer", "1.5", "x=1.5: not a whole number (digits, such as 3)"),
    ("decimal", "NaN", "x=NaN: not a number (a number, such as 0.7)"),
    ("choice", "done", "x=done: not one of the choices (planned, signed)"),
    ("class", "dinner", "x=dinner: not one of the choices (planned, signed)"),
]


@pytest.mark.parametrize(("kind", "value", "message"), REFUSED)
def test_refusal_names_parameter_value_and_what_is_allowed(
    kind: str, value: str, message: str, named: Store
) -> None:
    with pytest.raises(BadParameterError) as caught:
        read(param(kind, "planned", "signed"), value, named, where="q")
    assert str(caught.value).startswith(f"q: {message}")
    assert caught.value.exit_code == 6


def test_long_value_is_cut_in_the_message(gold: Store) -> None:
    with pytest.raises(BadParameterError) as caught:
        read(param("date"), "9" * 5000, gold)
    assert len(str(caught.value)) < 200


def test_unknown_and_missing_parameters(gold: Store) -> None:
    with pytest.raises(BadParameterError, match=r"ministers: contry: no such parameter \(it takes"):
        ask(gold, catalog.get("ministers"), {"contry": "TR"})
    with pytest.raises(BadParameterError, match=r"search: text: needs a value \(-p text="):
        ask(gold, catalog.get("search"), {"text": " "})
    with pytest.raises(BadParameterError, match="it takes none"):
        ask(gold, catalog.get("unlabelled"), {"x": "1"})


def test_unknown_question_has_a_hint() -> None:
    with pytest.raises(UnknownQueryError, match=r"who-met-who: .*did you mean who-met-whom"):
        catalog.get("who-met-who")
    with pytest.raises(UnknownQueryError, match=r"kg query --list"):
        catalog.get("zzzzzz")


def test_store_without_reference_data_takes_ids(gold: Store) -> None:
    assert read(param("domain"), "health", gold) == (NamedNode(f"{BASE}domain/health"),)
    assert read(param("country"), "kz", gold) == (NamedNode(f"{BASE}country/KZ"),)
