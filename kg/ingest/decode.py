"""Bytes become clean text: the encoding is found, never guessed at random.

Measured on Turkish samples: strict UTF-8, else windows-1254 was right on every one, where
statistical detectors took short Turkish sentences for Central European ones.
"""

from __future__ import annotations

import re
import unicodedata

from kg.errors import UnreadableSourceError

# UTF-32 stands before UTF-16: its mark begins with the mark of UTF-16.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
# What text in windows-1254 has beyond ASCII; anything else there means another encoding.
_TURKISH = frozenset("çğıöşüÇĞİÖŞÜâîûÂÎÛéÉ’‘“”–—…«»€£§°·•\u00a0\u00ad")

_LINE_ENDS = re.compile("\r\n?|[\u0085\u2028\u2029]")
# Controls, zero-width and bidirectional marks, noncharacters, surrogates and tags: they hide
# or reorder words, and some cannot stand in XML results.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BEYOND = "\u0600"  # no Latin, Greek or Cyrillic letter stands from here to U+1E00
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]")
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text


def decode(data: bytes, where: str) -> str:
    """Return the text of ``data``: by its mark, else as UTF-8, else as windows-1254.

    Raises:
        UnreadableSourceError: the bytes are not text in one of these encodings.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data, encoding, where)
            chance = sum(char < _BEYOND for char in text) * 2 < len(text)
            if chance and encoding.startswith(("utf-16", "utf-32")):  # two bytes are soon a mark
                raise UnreadableSourceError(f"no {encoding.upper()} text", where=where, hint=_HINT)
            break
    else:
        if b"\x00" in data:
            raise UnreadableSourceError("this is a binary file", where=where, hint=_HINT)
        text = _unmarked(data, where)
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise UnreadableSourceError("this is a binary file", where=where, hint=_HINT)
    return text


_HINT = "save the article as UTF-8 text"


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        raise UnreadableSourceError(
            f"not valid {name} at byte {error.start}", where=where, hint=_HINT
        ) from error


def _unmarked(data: bytes, where: str) -> str:
    """Decode bytes without a mark: UTF-8, or windows-1254 if that makes Turkish letters."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    # A high byte of windows-1254 is seldom followed by what UTF-8 needs, so whole UTF-8
    # sequences beside broken ones mean damaged UTF-8, which must not be read as mojibake.
    whole = sum(char > "\x7f" for char in data.decode("utf-8", "ignore"))
    high = sum(byte > 0x7F for byte in data)  # noqa: PLR2004  ASCII ends there
    try:
        text = data.decode("cp1254")
    except UnicodeDecodeError:
        text = ""
    turkish = sum(char in _TURKISH for char in text)
    if not text or whole * 4 > high or turkish * 10 < high * 9:
        raise UnreadableSourceError(
            f"not valid UTF-8 at byte {broken}, and not windows-1254", where=where, hint=_HINT
        )
    return text


def clean(text: str) -> str:
    """Return ``text`` in NFC, with line feeds as line ends and without invisible characters."""
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))
