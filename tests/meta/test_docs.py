"""What the pages say is so: links lead somewhere, quotes are quotes, records are listed."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

import kg

ROOT = Path(kg.__file__).resolve().parent.parent
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("data/**/*.md")]
RECORDS = ROOT / "docs" / "decisions"
PARTS = ["Context", "Decision", "Measured", "What would make us change our mind"]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", sorted(PAGES), ids=name)
def test_links_lead_to_files(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    local = [t for t in targets if "://" not in t]
    assert [t for t in local if not (page.parent / t).exists()] == []


def test_every_record_is_listed_once_and_in_order() -> None:
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (RECORDS / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in RECORDS.glob("[0-9]*.md"))
    numbers = [int(record[:4]) for record in listed]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("record", sorted(RECORDS.glob("[0-9]*.md")), ids=name)
def test_record_has_its_parts(record: Path) -> None:
    text = record.read_text("utf-8")
    assert re.match(rf"# {record.name[:4]} \S.*\n\nStatus: (accepted|superseded by)", text)
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert [part for part in PARTS if part not in headings] == []


def test_picture_quotes_the_article() -> None:
    article = (ROOT / "data" / "articles" / "kazakistan-turkiye-saglik.txt").read_text("utf-8")
    picture = ET.fromstring((ROOT / "docs" / "graph.svg").read_text("utf-8"))  # noqa: S314  our own file
    lines = [t.text or "" for t in picture.findall(".//{*}text") if t.get("class") == "words"]
    quotes = re.split(r"(?<=\.) ", " ".join(lines))
    assert len(quotes) == 2
    assert [quote for quote in quotes if quote not in article] == []


def test_picture_is_legible_in_the_dark() -> None:
    picture = (ROOT / "docs" / "graph.svg").read_text("utf-8")
    light, dark = picture.split("prefers-color-scheme: dark")
    colours = [set(re.findall(r"(--\w+): #", half)) for half in (light, dark)]
    assert colours[0] == colours[1] != set()
    assert not re.findall(r'(?:fill|stroke)="#', picture)
