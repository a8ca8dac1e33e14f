r"""The notation of ontology/patterns: what a grammar file may say.

One pattern a line::

    envoy -> sender:[country gen] [former]? seat:[place] title:[title] name:NAME?

``[kind feature ...]`` is a test on one cell (``a|b`` for either kind, ``!x`` for not x,
``"word"`` for the very word); ``slot:ATOM`` names what an atom covers; ``NAME = [name]{1,4}``
defines a part; the rest is the notation of regular expressions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.errors import OntologyError
from kg.extract.pattern import Grammar, Test
from kg.nlp.features import Feature

_TEST = re.compile(r"\[([^\]]*)\]")
_LINE = re.compile(r"^([\w-]+)\s*(=|->)\s*(.+)$")
_PART = re.compile(r"\b([A-Z][A-Z_]+)\b")
_SLOT = re.compile(r"\b([a-z_]+):(\(\?:|<\d+>|\()")
_NUMBERED = re.compile(r"<\d+>")
_KNOWN = re.compile(r"<\d+>|\(\?P<\w+>|\(\?:|\{\d*,?\d*\}|[()|*+?]")
_REPETITION = re.compile(r"(?:\{[^}]*\}|[*+])?\??")
_FEATURES = {name.lower(): bit for name, bit in vars(Feature).items() if name.isupper()}


def compile_grammar(text: str, *, where: str = "patterns") -> Grammar:
    """Read a grammar file.

    Raises:
        OntologyError: a line is no pattern; the message names file and line.
    """
    reader = _Reader()
    for number, line in enumerate(text.splitlines(), 1):
        body = line.split("#", 1)[0].strip()
        if not body:
            continue
        found = _LINE.match(body)
        if not found or not reader.line(*found.groups()):
            raise OntologyError(
                "no pattern", where=f"{where}, line {number}", hint="name -> [kind] ..."
            )
    return reader.finish()


@dataclass(slots=True)
class _Reader:
    parts: dict[str, str] = field(default_factory=dict)
    tests: dict[Test, int] = field(default_factory=dict)
    sources: list[tuple[str, str]] = field(default_factory=list)

    def line(self, name: str, sign: str, source: str) -> bool:
        """Take a line; tell whether it is a regular expression over tests, parts and slots."""
        spelled = _TEST.sub(self._intern, source)
        spelled = _PART.sub(self._part, spelled)
        spelled = _SLOT.sub("\x00\\1\x01\\2", spelled)
        spelled = _close_slots(spelled).replace(" ", "")
        if sign == "=":
            self.parts[name] = spelled
        else:
            self.sources.append((name, spelled))
        return _is_expression(spelled)

    def finish(self) -> Grammar:
        tests = list(self.tests)
        words = frozenset(word for test in tests for word in test.words)
        grammar = Grammar(tests, classes=[""] * len(tests), words=words)
        for name, source in self.sources:
            grammar.add(name, source)
        return grammar

    def _intern(self, match: re.Match[str]) -> str:
        return f"<{self.tests.setdefault(_test(match[1]), len(self.tests))}>"

    def _part(self, match: re.Match[str]) -> str:
        return f"(?:{self.parts[match[1]]})" if match[1] in self.parts else match[1]


def _is_expression(spelled: str) -> bool:
    """Tell whether nothing but tests, slots, groups and repetitions stands in a pattern."""
    if _KNOWN.sub("", spelled):
        return False
    try:
        re.compile(_NUMBERED.sub(".", spelled))
    except re.error:
        return False
    return True


def _close_slots(text: str) -> str:
    r"""Turn ``\0name\1ATOM`` into ``(?P<name>ATOM)``, the atom with its repetition inside."""
    while (at := text.rfind("\x00")) >= 0:
        mid = text.index("\x01", at)
        end = _atom_end(text, mid + 1)
        name, atom = text[at + 1 : mid], text[mid + 1 : end]
        optional = atom.endswith("?")
        body = atom[:-1] if optional else atom
        text = f"{text[:at]}(?P<{name}>{body}){'?' if optional else ''}{text[end:]}"
    return text


def _atom_end(text: str, at: int) -> int:
    """Return the end of the atom that starts at ``at``, its repetition included.

    An atom that is not closed ends with the text; ``_is_expression`` finds it out.
    """
    if text[at] == "(":
        depth = 0
        for i in range(at, len(text)):
            depth += {"(": 1, ")": -1}.get(text[i], 0)
            if not depth:
                at = i
                break
    else:
        at = text.index(">", at)
    repetition = _REPETITION.match(text, at + 1)
    return repetition.end() if repetition else at + 1


def _test(source: str) -> Test:
    """Return the test that the words between brackets spell."""
    kinds: set[str] = set()
    not_kinds: set[str] = set()
    words: set[str] = set()
    need = refuse = 0
    capital: bool | None = None
    for part in source.split():
        name = part.lstrip("!")
        negative = part != name
        bit = _FEATURES.get(name, 0)
        if name == "capital":
            capital = not negative
        elif name.startswith('"'):
            words |= {w.strip('"').replace("_", " ") for w in name.split("|")}
        elif bit:
            need, refuse = (need, refuse | bit) if negative else (need | bit, refuse)
        else:
            (not_kinds if negative else kinds).update(name.split("|"))
    return Test(frozenset(kinds), frozenset(not_kinds), frozenset(words), need, refuse, capital)
