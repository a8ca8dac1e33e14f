"""Domains of cooperation: the closed list, its labels, and triggers that name one domain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from labels import LANGUAGES, SKOS, Node, fold, resources

from kg.iri import BASE, BKG

_NAMES = """
    political trade finance industry energy mining agriculture transport construction tourism
    digital science space education culture media sport youth religion health labour-social
    environment humanitarian defence security justice migration-consular parliament
    local-government multilateral
"""
DOMAINS = frozenset(_NAMES.split())
FORMS = ("prefLabel", "altLabel", "hiddenLabel")


@pytest.fixture(scope="module")
def nodes() -> dict[str, Node]:
    """Return the resources of the file by the end of their IRI, values by property."""
    found = resources("domains").items()
    return {key.removeprefix("domain/"): node for key, node in found}


@pytest.fixture(scope="module")
def domains(nodes: dict[str, Node]) -> dict[str, Node]:
    """Return the concepts alone, without the scheme that holds them."""
    return {key: node for key, node in nodes.items() if key}


def triggers(domains: dict[str, Node]) -> Iterator[tuple[str, str, str]]:
    """Yield every form that is matched: its language, itself without case, its top domain."""
    for key, node in domains.items():
        for word in (w for name in FORMS for w in node[name]):
            yield word.language, fold(word.value, word.language), key.split("/")[0]


def test_top_domains_are_the_closed_list(domains: dict[str, Node]) -> None:
    assert {key for key in domains if "/" not in key} == DOMAINS
    assert {key for key, node in domains.items() if node["topConceptOf"]} == DOMAINS


def test_sub_topic_has_its_top_domain_as_broader(domains: dict[str, Node]) -> None:
    topics = {key: node for key, node in domains.items() if "/" in key}
    assert len(topics) >= 100
    for key, node in topics.items():
        assert [b.value for b in node["broader"]] == [f"{BASE}domain/{key.split('/')[0]}"], key


def test_concept_is_typed_and_in_the_scheme(domains: dict[str, Node]) -> None:
    for key, node in domains.items():
        types = {t.value for t in node["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]}
        assert types == {BKG + "CooperationDomain", SKOS + "Concept"}, key
        assert [s.value for s in node["inScheme"]] == [BASE + "domain/"], key


def test_concept_has_one_label_in_each_language(domains: dict[str, Node]) -> None:
    for key, node in domains.items():
        assert sorted(w.language for w in node["prefLabel"]) == sorted(LANGUAGES), key


def test_labels_are_not_shared(domains: dict[str, Node]) -> None:
    labels = Counter((w.language, w.value) for node in domains.values() for w in node["prefLabel"])
    assert [label for label, count in labels.items() if count > 1] == []


def test_top_domain_is_defined_and_mapped(domains: dict[str, Node]) -> None:
    for key in DOMAINS:
        assert {w.language for w in domains[key]["definition"]} == {"tr", "en"}, key
        assert all(number.value.isdigit() for number in domains[key]["eurovoc"]), key
        assert domains[key]["eurovoc"], key


def test_trigger_names_one_domain(domains: dict[str, Node]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for lang, word, domain in triggers(domains):
        owners[lang, word].add(domain)
    assert {word: tops for word, tops in owners.items() if len(tops) > 1} == {}


@pytest.mark.parametrize(("lang", "least"), [("tr", 14), ("en", 15), ("ru", 9), ("kk", 7)])
def test_domain_has_enough_triggers(domains: dict[str, Node], lang: str, least: int) -> None:
    words = {(word, domain) for language, word, domain in triggers(domains) if language == lang}
    counts = Counter(domain for _, domain in words)
    assert {domain: counts[domain] for domain in DOMAINS if counts[domain] < least} == {}


def test_trigger_is_clean(domains: dict[str, Node]) -> None:
    words = [w.value for node in domains.values() for name in FORMS for w in node[name]]
    assert [word for word in words if word != " ".join(word.split()) or not word] == []
    assert [word for word in words if word[-1] in ".,;:"] == []


def test_false_trigger_is_no_trigger(nodes: dict[str, Node], domains: dict[str, Node]) -> None:
    false = {(w.language, fold(w.value, w.language)) for w in nodes[""]["falseTrigger"]}
    assert {lang for lang, _ in false} == LANGUAGES
    assert false & {(lang, word) for lang, word, _ in triggers(domains)} == set()


@pytest.mark.parametrize(
    ("lang", "word", "domain"),
    [
        ("tr", "iktisadi", "trade"),
        ("tr", "tıp eğitimi", "health"),
        ("tr", "doktorların eğitimi", "health"),
        ("tr", "askerî eğitim", "defence"),
        ("tr", "savunma sanayii", "defence"),
        ("tr", "altyapı", "construction"),
        ("tr", "düzensiz göç", "migration-consular"),
        ("tr", "siber suç", "security"),
        ("tr", "kültürel-insani", "culture"),
        ("tr", "çifte vergilendirme", "finance"),
        ("en", "technology", "science"),
        ("en", "connectivity", "transport"),
        ("en", "food security", "agriculture"),
        ("en", "rare earths", "mining"),
        ("en", "coast guard", "security"),
        ("en", "migrant workers", "labour-social"),
        ("ru", "культурно-гуманитарный", "culture"),
        ("ru", "торгово-экономический", "trade"),
        ("kk", "сауда-экономикалық", "trade"),
        ("kk", "су ресурстары", "environment"),
    ],
)
def test_ruling_of_the_guide(domains: dict[str, Node], lang: str, word: str, domain: str) -> None:
    owners = {(language, form): top for language, form, top in triggers(domains)}
    assert owners[lang, fold(word, lang)] == domain
