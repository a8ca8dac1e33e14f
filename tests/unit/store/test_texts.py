from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.model.text import Article
from kg.store.texts import Texts

FIRST = Article("a", "Bir\nİki", "00", title="Bir", published="2024")
SECOND = Article("b", "Üç", "01", lang="tr")


def test_texts_come_back_as_they_were(tmp_path: Path) -> None:
    texts = Texts(tmp_path / "articles.jsonl")
    assert list(texts.read()) == []
    texts.keep([FIRST])
    texts.keep([SECOND])
    assert list(texts.read()) == [FIRST, SECOND]


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    texts = Texts(tmp_path / "articles.jsonl")
    texts.keep([FIRST, SECOND])
    texts.forget(lambda one: one.identifier == "a")
    assert list(texts.read()) == [SECOND]
    assert [path.name for path in tmp_path.iterdir()] == ["articles.jsonl"]


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    texts = Texts(tmp_path / "articles.jsonl")
    texts.keep([FIRST])
    with texts.path.open("a") as file:
        file.write('{"identifier": "b"')
    with pytest.raises(StoreError, match=r"articles.jsonl:2: this line is damaged"):
        list(texts.read())


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such file or directory"):
        Texts(tmp_path / "none" / "articles.jsonl").keep([FIRST])
