"""What a wheel carries, built from the checkout and from the sdist."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).resolve().parent.parent


def build(source: Path, out: Path, *options: str) -> Path:
    """Build ``source`` without the network; return the one wheel."""
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(out)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)
    (wheel,) = out.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Return the names in the wheel of the checkout and in the wheel of the sdist."""
    direct = build(ROOT, tmp_path_factory.mktemp("direct"), "--wheel")
    through_sdist = build(ROOT, tmp_path_factory.mktemp("sdist"))
    return {
        "checkout": set(zipfile.ZipFile(direct).namelist()),
        "sdist": set(zipfile.ZipFile(through_sdist).namelist()),
    }


def shipped(folder: str) -> set[str]:
    return {
        f"kg/_data/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("way", ["checkout", "sdist"])
@pytest.mark.parametrize("folder", ["ontology", "queries"])
def test_wheel_carries_words_and_questions(
    wheels: dict[str, set[str]], way: str, folder: str
) -> None:
    assert shipped(folder)
    assert shipped(folder) <= wheels[way]


def test_both_wheels_are_alike(wheels: dict[str, set[str]]) -> None:
    assert wheels["checkout"] == wheels["sdist"]


def test_wheel_carries_licences_and_types_but_no_tests(wheels: dict[str, set[str]]) -> None:
    names = wheels["checkout"]
    assert "kg/py.typed" in names
    assert {Path(n).name for n in names if "/licenses/" in n} == {"LICENSE", "LICENSE-CC0"}
    assert not [n for n in names if n.startswith(("tests/", "data/", "tools/"))]
