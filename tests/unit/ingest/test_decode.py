from __future__ import annotations

import pytest

from kg.errors import UnreadableSourceError
from kg.ingest.decode import clean, decode

TURKISH = "Dışişleri Bakanı Özgür Şahin, İğdır’da “görüştü”.\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1254", "utf-16-be", "utf-16-le"]
)
def test_text_is_found_whatever_its_encoding(encoding: str) -> None:
    mark = {"utf-16-be": b"\xfe\xff", "utf-16-le": b"\xff\xfe"}.get(encoding, b"")
    assert decode(mark + TURKISH.encode(encoding), "a.txt") == TURKISH


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\x01\x02\x03\x04abc", "binary"),
        (b"abc \xc3\x28 def", "not valid UTF-8 at byte 4"),
        (b"\xff\xff\xff\xff", "not valid UTF-8 at byte 0"),
        (b"T\x81rkiye", "not valid UTF-8 at byte 1"),
        (b"\xff\xfea", "not valid UTF-16"),
        (b"\xff\xfe\x80 abc \xc3\x28 def", "no UTF-16 text"),
        (b"\xef\xbb\xbfabc\xff", "not valid UTF-8 at byte"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableSourceError, match=what) as caught:
        decode(data, "a.txt")
    assert caught.value.where == "a.txt"


def test_damaged_utf8_is_not_read_as_mojibake() -> None:
    broken = TURKISH.encode("utf-8").replace("Ş".encode(), b"\xc5")
    with pytest.raises(UnreadableSourceError, match="not valid UTF-8"):
        decode(broken, "a.txt")


def test_western_bytes_are_not_taken_for_turkish() -> None:
    with pytest.raises(UnreadableSourceError, match="not windows-1254"):
        decode("Ærø Øst Ñandú ÆØÅ".encode("latin-1"), "a.txt")


def test_unseen_characters_go_and_line_ends_become_one() -> None:
    assert clean("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"
    assert clean("Tür\u200bki\u00adye\ufeff\u202e\x07\ud800\tx") == "Türkiye\tx"


def test_letters_are_composed_also_around_what_was_dropped() -> None:
    assert clean("I\u0307stanbul") == "İstanbul"
    assert clean("s\u200b\u0327") == "ş"
