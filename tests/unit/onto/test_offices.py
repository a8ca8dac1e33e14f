"""Kinds of office, titles and portfolios: closed lists, and one meaning to a form."""

from __future__ import annotations

from collections import defaultdict

import pytest
from labels import LANGUAGES, Node, fold, resources
from pyoxigraph import NamedNode

from kg.iri import BASE, BKG

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_NAMES = """
    head-of-state head-of-government deputy-head minister deputy-minister ambassador
    charge-daffaires consul envoy spokesperson parliament-speaker member-of-parliament governor
    mayor military-commander head-of-agency head-of-organization monarch other-official
"""
KINDS = frozenset(_NAMES.split())


@pytest.fixture(scope="module")
def nodes() -> dict[str, Node]:
    """Return the resources of the three files by their IRI under the base."""
    return resources("domains", "offices", "portfolios")


def of(nodes: dict[str, Node], kind: str) -> dict[str, Node]:
    """Return the resources of one class, by the end of their IRI."""
    wanted = NamedNode(BKG + kind)
    return {key.split("/", 1)[1]: node for key, node in list(nodes.items()) if wanted in node[TYPE]}


def owners(named: dict[str, Node]) -> dict[tuple[str, str], set[str]]:
    """Return which resources own a form."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, node in named.items():
        for word in node["prefLabel"] + node["altLabel"]:
            found[word.language, fold(word.value, word.language)].add(key)
    return found


def test_kinds_are_the_closed_list(nodes: dict[str, Node]) -> None:
    assert set(of(nodes, "OfficeKind")) == KINDS


def test_kind_is_labelled_and_defined(nodes: dict[str, Node]) -> None:
    for key, node in of(nodes, "OfficeKind").items():
        assert sorted(w.language for w in node["prefLabel"]) == sorted(LANGUAGES), key
        assert {w.language for w in node["definition"]} == {"tr", "en"}, key
        assert [s.value for s in node["inScheme"]] == [BASE + "office/"], key


def test_kind_has_titles_in_each_language(nodes: dict[str, Node]) -> None:
    spoken: dict[str, set[str]] = defaultdict(set)
    for node in of(nodes, "Title").values():
        kind = node["office"][0].value.removeprefix(BASE + "office/")
        spoken[kind] |= {w.language for w in node["altLabel"]}
    assert dict(spoken) == dict.fromkeys(KINDS, LANGUAGES)


def test_title_is_whole(nodes: dict[str, Node]) -> None:
    kinds, portfolios = of(nodes, "OfficeKind"), of(nodes, "Portfolio")
    for key, node in of(nodes, "Title").items():
        assert [o.value.removeprefix(BASE + "office/") in kinds for o in node["office"]] == [True]
        assert len(node["governs"]) == 1, key
        assert node["governs"][0].value in {"portfolio", "organization", "country", "none"}, key
        assert all(
            p.value.removeprefix(BASE + "portfolio/") in portfolios for p in node["portfolio"]
        )
        assert node["altLabel"], key


def test_title_with_a_portfolio_waits_for_none(nodes: dict[str, Node]) -> None:
    for key, node in of(nodes, "Title").items():
        assert not (node["portfolio"] and node["governs"][0].value == "portfolio"), key


@pytest.mark.parametrize("kind", ["Title", "Portfolio"])
def test_form_has_one_owner(nodes: dict[str, Node], kind: str) -> None:
    found = owners(of(nodes, kind))
    assert {form: keys for form, keys in found.items() if len(keys) > 1} == {}


def test_portfolio_is_labelled_and_related(nodes: dict[str, Node]) -> None:
    domains = of(nodes, "CooperationDomain")
    portfolios = of(nodes, "Portfolio")
    tops = {key for key in domains if "/" not in key}
    assert set(portfolios) == tops | {"foreign-affairs", "interior", "eu-affairs"}
    for key, node in portfolios.items():
        assert sorted(w.language for w in node["prefLabel"]) == sorted(LANGUAGES), key
        assert [d.value.removeprefix(BASE + "domain/") in tops for d in node["related"]] == [True]
        assert key not in tops or node["related"] == [NamedNode(f"{BASE}domain/{key}")], key


@pytest.mark.parametrize(
    ("lang", "word", "office", "portfolio"),
    [
        ("tr", "Bakan", "minister", None),
        ("tr", "Bakan Yardımcısı", "deputy-minister", None),
        ("tr", "Başbakan Yardımcısı", "deputy-head", None),
        ("tr", "TBMM Başkanı", "parliament-speaker", None),
        ("tr", "Geçici Maslahatgüzar", "charge-daffaires", None),
        ("tr", "Fahri Konsolos", "consul", None),
        ("tr", "Orgeneral", "military-commander", None),
        ("tr", "Şansölye", "head-of-government", None),
        ("en", "Secretary of State", "minister", "foreign-affairs"),
        ("en", "Home Secretary", "minister", "interior"),
        ("en", "Chancellor of the Exchequer", "minister", "finance"),
        ("en", "High Commissioner", "ambassador", None),
        ("en", "PM", "head-of-government", None),
        ("en", "Deputy Health Minister", "deputy-minister", "health"),
        ("ru", "глава МИД", "minister", "foreign-affairs"),
        ("ru", "вице-премьер", "deputy-head", None),
        ("kk", "елші", "ambassador", None),
        ("kk", "министрдің орынбасары", "deputy-minister", None),
    ],
)
def test_title_means_its_office(
    nodes: dict[str, Node], lang: str, word: str, office: str, portfolio: str | None
) -> None:
    titles = of(nodes, "Title")
    (key,) = owners(titles)[lang, fold(word, lang)]
    assert titles[key]["office"] == [NamedNode(f"{BASE}office/{office}")]
    expected = [NamedNode(f"{BASE}portfolio/{portfolio}")] if portfolio else []
    assert titles[key]["portfolio"] == expected


@pytest.mark.parametrize(
    ("lang", "word", "portfolio"),
    [
        ("tr", "Dışişleri", "foreign-affairs"),
        ("tr", "Hazine ve Maliye", "finance"),
        ("tr", "Ekonomi", "trade"),
        ("tr", "Ticaret ve Sanayi", "trade"),
        ("tr", "Çevre, Şehircilik ve İklim Değişikliği", "environment"),
        ("tr", "Altyapı", "construction"),
        ("en", "Foreign", "foreign-affairs"),
        ("en", "Home", "interior"),
        ("en", "Investment", "finance"),
        ("ru", "здравоохранения", "health"),
        ("ru", "по чрезвычайным ситуациям", "humanitarian"),
        ("kk", "Сыртқы істер", "foreign-affairs"),
    ],
)
def test_first_field_decides_the_portfolio(
    nodes: dict[str, Node], lang: str, word: str, portfolio: str
) -> None:
    assert owners(of(nodes, "Portfolio"))[lang, fold(word, lang)] == {portfolio}
