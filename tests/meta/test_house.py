"""House rules that no linter knows: size, imports, docstrings, versions, names of machines."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
LONGEST = 300
HEAVY = {
    *("rdflib", "pyoxigraph", "networkx", "owlready2", "SPARQLWrapper", "pyshacl", "rich"),
    *("urllib.request", "asyncio", "multiprocessing"),
}
NOT_OURS = {
    ".git",
    ".venv",
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".ruff_cache",
    "dist",
    "build",
    "kg-store",
    "out",
    "htmlcov",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_module_is_short(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("module", ["kg", "kg.cli.main"])
def test_import_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(done.stdout.split())


def public(body: list[ast.stmt]) -> list[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Return the public definitions of ``body`` and of the public classes in it."""
    found = []
    for node in body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if not node.name.startswith("_"):
            found.append(node)
            found += public(node.body) if isinstance(node, ast.ClassDef) else []
    return found


@pytest.mark.parametrize("module", MODULES, ids=name)
def test_public_names_have_docstrings(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    assert ast.get_docstring(tree) or not tree.body
    assert [node.name for node in public(tree.body) if not ast.get_docstring(node)] == []


def test_versions_agree() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    releases = re.findall(r"^## \[([^\]]+)\]", changes, re.MULTILINE)
    ontology = (ROOT / "ontology" / "bilateral.ttl").read_text("utf-8")
    assert next(r for r in releases if r != "Unreleased") == kg.__version__
    assert re.findall(r'owl:versionInfo\s+"([^"]+)"', ontology) == [kg.__version__]


def texts() -> list[Path]:
    """Return the project's own text files (tracked or not), binary ones left out."""
    kinds = {".py", ".md", ".toml", ".ttl", ".rq", ".txt", ".json", ".tsv", ".cff", ".yaml", ".svg"}
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if NOT_OURS.isdisjoint(path.relative_to(ROOT).parts)
        and path.is_file()
        and (path.suffix in kinds or path.name in {"Makefile", "run", ".gitignore"})
    ]


def test_no_file_names_a_machine() -> None:
    forbidden = re.compile(r"/(?:work|root|home)/|/[.]library")
    found = [name(path) for path in texts() if forbidden.search(path.read_text("utf-8", "replace"))]
    assert found == []
