"""data/MANIFEST.tsv is complete and true."""

from __future__ import annotations

import manifest
import pytest


def test_every_file_has_its_line_and_sum() -> None:
    assert {line["path"]: line["sha256"] for line in manifest.read()} == manifest.files()


@pytest.mark.parametrize("line", manifest.read(), ids=lambda line: line["path"])
def test_line_says_licence_and_origin(line: dict[str, str]) -> None:
    assert set(line) == set(manifest.COLUMNS)
    assert all(line.values())


def test_news_text_is_not_given_away() -> None:
    licences = {line["path"]: line["licence"] for line in manifest.read()}
    assert licences["articles/kazakistan-turkiye-saglik.txt"] != "CC0-1.0"
    assert licences["gold/tr-seed.json"].startswith("text: rights with the publisher")
