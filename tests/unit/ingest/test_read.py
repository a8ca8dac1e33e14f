from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import sys
from pathlib import Path

import pytest

from kg.config import Settings
from kg.ingest.base import Rejected
from kg.ingest.read import read_all
from kg.model.text import Article

SMALL = Settings(article_bytes=10_000)


def outcomes(*inputs: str | Path) -> list[Article | Rejected]:
    return list(read_all(map(str, inputs), SMALL))


def article(*inputs: str | Path) -> Article:
    (one,) = outcomes(*inputs)
    assert isinstance(one, Article), one
    return one


def rejection(*inputs: str | Path) -> Rejected:
    (one,) = outcomes(*inputs)
    assert isinstance(one, Rejected), one
    return one


def test_a_text_file_is_an_article_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Başlık\r\n\r\nMetin.\r\n".encode())
    one = article(tmp_path / "a.txt")
    assert (one.identifier, one.title, one.text) == ("a.txt", None, "Başlık\n\nMetin.\n")
    assert one.sha256 == hashlib.sha256(one.text.encode()).hexdigest()


def test_a_json_article_begins_with_its_title(tmp_path: Path) -> None:
    record = {
        "id": "tr-1", "lang": "tr-TR", "title": " Bir\nbaşlık ", "text": "Metin.", "publisher": "X",
        "published": "2024-05-07T10:00:00Z", "url": "https://example.org/a", "positions": [1, 2],
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
    one = article(tmp_path / "a.json")
    assert one == Article(
        identifier="tr-1",
        text="Bir başlık\n\nMetin.",
        sha256=hashlib.sha256("Bir başlık\n\nMetin.".encode()).hexdigest(),
        lang="tr",
        title="Bir başlık",
        published="2024-05-07",
        publisher="X",
        url="https://example.org/a",
    )


def test_the_same_words_are_the_same_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bir\n\nİki görüştü.", "utf-8")
    (tmp_path / "b.json").write_text(json.dumps({"title": "Bir", "text": "İki görüştü."}), "utf-8")
    (tmp_path / "c.md").write_text("Bir\r\n\r\nI\u0307ki görüştü.", "utf-8")
    (tmp_path / "d.txt").write_bytes("Bir\n\nİki görüştü.".encode("cp1254"))
    assert len({one.sha256 for one in outcomes(tmp_path) if isinstance(one, Article)}) == 1


def test_lines_are_articles_and_a_bad_one_does_not_stop_the_rest(tmp_path: Path) -> None:
    lines = ['{"text": "Bir."}', "", "{broken", '{"id": 7, "text": "İki."}', '{"text": 5}', "[]"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    first, broken, second, number, array = outcomes(tmp_path / "a.jsonl")
    assert isinstance(first, Article)
    assert first.identifier == "a.jsonl#1"
    assert isinstance(second, Article)
    assert second.identifier == "7"
    assert isinstance(broken, Rejected)
    assert (broken.where, broken.exit_code) == (f"{tmp_path / 'a.jsonl'}:3", 3)
    assert isinstance(number, Rejected)
    assert "not a string" in number.what
    assert isinstance(array, Rejected)
    assert "not a JSON object" in array.what


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 50_000})
    (tmp_path / "a.jsonl").write_text(f'{long}\n{{"text": "Bir."}}\n{long}', "utf-8")
    kinds = [type(one) for one in outcomes(tmp_path / "a.jsonl")]
    assert kinds == [Rejected, Article, Rejected]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.json.gz", "a.jsonl.gz"])
def test_compressed_files_are_read(tmp_path: Path, name: str) -> None:
    text = "Bir." if ".txt" in name else '{"text": "Bir."}'
    (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    assert article(tmp_path / name).text == "Bir."


def test_folders_are_read_in_order_without_what_is_no_article(tmp_path: Path) -> None:
    for name in (
        "b/2.txt",
        "b/1.md",
        "a.json",
        "README.md",
        ".hidden.txt",
        "x.pdf",
        ".git/c.txt",
        "kg-store/articles.jsonl",
        "kg-store/meta.json",
        "kg-store/db/x.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text('{"text": "x"}' if name.endswith("json") else name, "utf-8")
    found = [one.identifier for one in outcomes(tmp_path) if isinstance(one, Article)]
    assert found == ["a.json", "1.md", "2.txt"]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "no text"),
        ("a.txt", b" \n\t \xc2\xa0", "no text"),
        ("a.txt", b"\x7fELF\x00\x01", "binary"),
        ("a.txt", b"x" * 20_000, "longer than 0.01 MB"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.json", b"{}", '"text" is missing'),
        ("a.json", b'{"text": "  "}', "no text"),
        ("a.json", b'{"text": "a", "title": 3}', '"title" is not a string'),
        ("a.json", b'{"text": "a", "published": "yesterday"}', "not an ISO date"),
        ("a.json", b'{"text": "a", "published": "2024-02-31"}', "not an ISO date"),
        ("a.json", b"[" * 9_000, "JSON"),
        ("a.json", b"{", "not JSON at line 1"),
        ("a.txt.gz", b"no gzip", "gzip"),
        ("a.txt.gz", gzip.compress(b"x" * 4_000)[:-9], "damaged"),
        ("a.txt.gz", gzip.compress(b"x" * 9_999_999), "longer than"),
        ("a.html", b"<p>x", "no reader for .html files"),
        ("a", b"x", "no reader for files without a suffix"),
        ("a.txt.zst", b"x", "no reader for .zst files"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    (tmp_path / name).write_bytes(data)
    one = rejection(tmp_path / name)
    assert what in one.what
    assert one.where.startswith(str(tmp_path / name))
    assert one.exit_code == 3


def test_inputs_that_are_no_files_are_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "empty").mkdir()
    assert "no such file" in rejection(tmp_path / "missing.txt").what
    assert "not a regular file" in rejection(tmp_path / "pipe.txt").what
    assert "no articles in this folder" in rejection(tmp_path / "empty").what
    assert "pages are not fetched" in rejection("https://example.org/a").what
    assert "not a file name" in rejection("a" * 5_000).what
    assert str(rejection(tmp_path / "m.txt")) == f"{tmp_path}/m.txt: no such file (check the path)"


def test_good_articles_are_kept_beside_bad_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bir.", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00")
    kinds = [type(one) for one in outcomes(tmp_path, tmp_path / "none.txt", tmp_path / "a.txt")]
    assert kinds == [Article, Rejected, Rejected, Article]


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        ("\n\nBir görüşme.\n".encode(), ["Bir görüşme.\n"]),
        (b'{"text": "Bir."}\n\n{"text": "\xc4\xb0ki."}\n', ["Bir.", "İki."]),
        (b'{\n "text": "Bir.",\n "x": {}\n}\n', ["Bir."]),
        (b'{"x": {}\n, "text": "Bir."}', ["Bir."]),
    ],
)
def test_standard_input_may_be_text_or_json(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [one.text for one in outcomes("-") if isinstance(one, Article)] == texts


def test_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert str(rejection("-")) == "standard input: the file is empty"
