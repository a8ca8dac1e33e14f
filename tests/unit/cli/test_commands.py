"""Every command, in process, on a store that needs no reading of articles."""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from kg import __version__
from kg.cli.main import run
from kg.errors import KgError
from kg.iri import BASE
from kg.rdf import reference
from kg.store.library import INFERRED
from kg.store.oxigraph import OxigraphStore

COMMANDS = ("extract", "add", "query", "show", "stats", "remove", "check", "export")
ROOT = Path(__file__).resolve().parents[3]
SEED = ROOT / "data" / "articles" / "kazakistan-turkiye-saglik.txt"
SHAPES = Path(__file__).parents[2] / "fixtures" / "shapes"


@dataclass(frozen=True)
class Done:
    exit_code: int
    stdout: str
    stderr: str


def kg(*args: str | Path, stdin: str = "") -> Done:
    out, errors = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(errors):
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        try:
            code = run([str(arg) for arg in args])
        except SystemExit as end:
            code = int(end.code or 0)
    return Done(code, out.getvalue(), errors.getvalue())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the ontology and the graph that keeps to every shape."""
    folder = tmp_path_factory.mktemp("store")
    quads = parse((SHAPES / "valid.trig").read_bytes(), format=RdfFormat.TRIG)
    with OxigraphStore(folder, writable=True) as kept:
        kept.extend(reference.quads())
        kept.extend(f"{quad} ." for quad in quads)
    return folder


@pytest.fixture(autouse=True)
def _here(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE", str(store))
    monkeypatch.delenv("KG_LANG", raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_version_is_printed() -> None:
    assert kg("--version").stdout == f"kg {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_examples(name: str) -> None:
    text = kg(name, "--help").stdout
    assert text.count(f"\nkg {name}") >= 2
    assert name in kg("--help").stdout


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["extract", "none.txt"], 3, "none.txt: no such file (check the path)"),
        (["add", "none.txt", "also-none.txt"], 3, "also-none.txt: no such file (check the path)"),
        (["add", "--store", "https://example.org/sparql", "x.txt"], 2, "kg: https://example.org"),
        (
            ["stats", "--store", "none"],
            7,
            "kg: none: there is no store here (make one: kg add FILE)",
        ),
        (["query", "no-such-question"], 6, "kg: no-such-question: no question with this name"),
        (["query", "none.rq"], 6, "kg: none.rq: no such file"),
        (["query"], 2, "kg: which question? (kg query --list shows them all)"),
        (["query", "who-met-whom", "-p", "country"], 6, "kg: country: not a parameter"),
        (["query", "who-met-whom", "-p", "x=y"], 6, "kg: who-met-whom: x: no such parameter"),
        (["query", "who-met-whom", "-p", "pair=Narnia"], 6, "not a pair of states"),
        (["show", "Narnia"], 6, "kg: Narnia: the store knows nothing of this name"),
        (["remove", "none"], 2, "kg: none: no such article"),
        (["check", "none.trig"], 3, "kg: none.trig: no such file or directory"),
        (["check", "facts.txt"], 3, "kg: facts.txt: not an RDF file by its name"),
        (["export", "-o", "none/x.trig"], 2, "kg: none/x.trig: cannot be written"),
    ],
)
def test_a_mistake_is_one_line_and_an_exit_code(args: list[str], code: int, words: str) -> None:
    done = kg(*args)
    assert done.exit_code == code
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == len(
        [one for one in args if one.endswith("none.txt")] or [0]
    )
    assert done.stdout == "" or args[0] == "add"


@pytest.mark.parametrize(
    "args", [["none"], ["extract"], ["extract", "--format", "pdf", "x"], ["--none"]]
)
def test_wrong_usage_is_explained(args: list[str]) -> None:
    done = kg(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "usage" in done.stderr


def test_broken_sparql_names_the_place(tmp_path: Path) -> None:
    (tmp_path / "x.rq").write_text("SELECT * {\n  ?s ?p }")
    for done in (kg("query", "x.rq"), kg("query", "-", stdin="SELECT * {\n  ?s ?p }")):
        assert done.exit_code == 6
        assert "not SPARQL" in done.stderr
        assert ":2:" in done.stderr


def test_an_own_query_is_answered_from_a_file_and_from_standard_input(tmp_path: Path) -> None:
    text = f"ASK {{ <{BASE}event/meeting> ?p ?o }}"
    (tmp_path / "x.rq").write_text(text)
    for done in (kg("query", "x.rq", "-f", "json"), kg("query", "-", "-f", "json", stdin=text)):
        assert json.loads(done.stdout)["boolean"] is True


def test_questions_are_listed_and_explained() -> None:
    listed = kg("query", "--list").stdout
    assert "  who-met-whom " in listed
    assert "Bakanlar" in kg("query", "--list", "--lang", "tr").stdout
    explained = kg("query", "who-met-whom", "--explain", "-p", "pair=KZ-TR").stdout
    assert f"<{BASE}relation/KZ-TR>" in explained
    assert "-p pair=" in explained


def test_an_answer_is_written_to_a_file(tmp_path: Path) -> None:
    done = kg("query", "who-met-whom", "--evidence", "-f", "csv", "-o", tmp_path / "out.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Büyükelçi Can'la görüştü" in (tmp_path / "out.csv").read_text("utf-8")


def test_a_page_shows_facts_and_sentences() -> None:
    done = kg("show", "kz-tr", "--lang", "en")
    assert done.exit_code == 0
    assert "“Bakan Ada, Büyükelçi Can'la görüştü.”" in done.stdout
    assert "\033" not in done.stdout
    assert "participant" in done.stdout
    assert "no facts" in kg("show", "DE").stdout


def test_counts_are_printed_for_people_and_programs() -> None:
    assert json.loads(kg("stats", "--json").stdout)["events"] == 2
    assert "events                2\n" in kg("stats").stdout


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("nquads", f"<{BASE}article/a/s/0> ."),
        ("trig", "# Bakan Ada, Büyükelçi Can'la görüştü.\n<article/a/s/0> {"),
        ("turtle", "<event/meeting> a bkg:"),
        ("jsonld", '"@context"'),
        ("json", '"id": "event/meeting"'),
        ("graphml", '<node id="person/ada">'),
        ("html", "<blockquote>Bakan Ada"),
    ],
)
def test_a_store_is_exported(form: str, words: str) -> None:
    done = kg("export", "--format", form)
    assert done.exit_code == 0
    assert words in done.stdout


def test_the_ontology_is_exported_on_demand() -> None:
    assert reference.GRAPH not in kg("export", "-f", "nquads").stdout
    assert reference.GRAPH in kg("export", "-f", "nquads", "--reference").stdout


def test_a_good_graph_passes_the_check() -> None:
    done = kg("check", SHAPES / "valid.trig")
    assert "shape " not in done.stdout


@pytest.mark.parametrize(
    "name", ["tenure-holder", "relation-parties", "fact-evidence", "ambassador-sender"]
)
def test_a_bad_graph_is_named_and_fails(name: str) -> None:
    done = kg("check", SHAPES / "valid.trig", SHAPES / f"{name}.trig")
    assert done.exit_code == 1
    assert f"shape {name}: " in done.stdout
    assert " found: " in done.stdout.splitlines()[-1]


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<a> <b> .")
    done = kg("check", "x.ttl")
    assert done.exit_code == 3
    assert done.stderr.startswith("kg: x.ttl: ")


def test_an_article_is_extracted_added_and_removed(tmp_path: Path) -> None:
    own = ("--store", tmp_path / "s")
    printed = kg("extract", SEED, tmp_path / "none.txt", "-f", "nquads", "-o", tmp_path / "a.nq")
    assert (printed.exit_code, printed.stdout) == (1, "")
    assert printed.stderr.endswith("none.txt: no such file (check the path)\n")
    added = kg("add", SEED, *own)
    assert added.exit_code == 0
    line, total = added.stdout.splitlines()
    assert line.startswith(f"new       {SEED.name}  ")
    assert "2 tenures" in line
    assert total == "1 new, 0 known, 0 outdated, 0 rejected"
    stored = [
        line
        for line in kg("export", "-f", "nquads", *own).stdout.splitlines(keepends=True)
        if INFERRED not in line
    ]
    assert "".join(stored) == (tmp_path / "a.nq").read_text("utf-8")
    removed = kg("remove", SEED.name, *own)
    assert removed.stdout.startswith("removed  article/")
    assert json.loads(kg("stats", "--json", *own).stdout)["quads"] == 0


def test_what_became_of_articles_is_told_to_programs(tmp_path: Path) -> None:
    args = ("add", "--json", SEED, SEED, tmp_path / "none.txt", "--store", tmp_path / "s")
    done = kg(*args)
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["new"], told["known"], told["outdated"]) == (1, 1, 0)
    first, second = told["articles"]
    assert first["facts"]["tenure"] == 2
    assert (second["state"], second["article"]) == ("known", first["article"])
    assert told["rejected"] == [
        {"where": f"{tmp_path}/none.txt", "what": "no such file", "hint": "check the path"}
    ]


def test_the_language_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ankara.", "utf-8")
    for lang in ("tr", "en"):
        printed = kg("extract", "a.txt", "--lang", lang, "-f", "json").stdout
        assert json.loads(printed)[0]["language"] == lang


def test_workers_give_what_one_process_gives(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ankara.", "utf-8")
    inputs = (SEED, "none.txt", "a.txt")
    one, two = (kg("extract", *inputs, "-f", "nquads", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two


def test_the_stored_texts_are_checked(tmp_path: Path) -> None:
    own = ("--store", tmp_path / "s")
    kg("add", SEED, *own)
    assert "stored text" not in kg("check", *own).stdout
    with OxigraphStore(tmp_path / "s", writable=True) as kept:
        (one,) = kept.texts.read()
        kept.texts.forget(lambda _: True)
        kept.texts.keep([replace(one, text="x" + one.text)])
    assert "stored text: article/" in kg("check", *own).stdout


@pytest.mark.needs("java", "default-jre-headless")
def test_the_reasoner_finds_a_contradiction_and_agrees_with_the_rules() -> None:
    done = kg("check", "--reason", SHAPES / "valid.trig", SHAPES / "relation-parties.trig")
    assert "contradiction: " in done.stdout
    assert "rules: " not in kg("check", "--reason", SHAPES / "valid.trig").stdout


@pytest.mark.parametrize(
    ("fault", "code"), [(KeyboardInterrupt(), 130), (KgError("x", hint="y"), 1)]
)
def test_a_command_ends_quietly(
    monkeypatch: pytest.MonkeyPatch, fault: BaseException, code: int
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("kg.cli.query.write", fail)
    done = kg("query", "--list")
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr == ("kg: x (y)\n" if code == 1 else "")
