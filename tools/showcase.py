#!/usr/bin/env python3
"""Show the program at work; what `make run` calls.

Every step is a plain `kg` command that is printed before it runs, so a reader can type the
same. The commands run in this one process, which saves their start.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from kg.cli.main import main as kg
from kg.query import catalog

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = "data/articles"
COMMISSIONED = "kazakistan-turkiye-saglik.txt"
QUESTIONS = (
    ("who-met-whom", "-p", "pair=KZ-TR"),
    ("who-represents", "-p", "sending=KZ", "-p", "receiving=TR"),
    ("ministers", "-p", "country=TR", "--evidence"),
    ("cooperation-domains", "-p", "pair=KZ-TR"),
    ("initiatives", "-p", "pair=KZ-TR", "-p", "by=Yerkebulan Sapiyev"),
    ("statements-of-person", "-p", "person=Fahrettin Koca"),
    ("partners-in-domain", "-p", "country=Türkiye", "-p", "domain=health"),
    ("speakers-on-domain", "-p", "domain=health"),
    ("timeline", "-p", "pair=KZ-TR"),
    ("strongest-pairs",),
)
NEXT = """What to do next (`. .venv/bin/activate` first, or type .venv/bin/kg):

  kg query --list                                  all questions
  kg query initiatives --evidence --lang tr        in Turkish, with the sentences
  kg extract data/articles | less                  the graph itself, as TriG
  kg add my-articles/                              your own articles (.txt .md .json .jsonl)
  kg show KZ-TR                                    all that is known of a pair of states
  kg export --format html -o kazakhstan-turkiye.html   a page to hand on
  kg --help

  make test                                        what the build server runs
"""


def run(*arguments: str) -> int:
    """Print a command, run it, and return its exit code."""
    print(f"\n$ kg {shlex.join(arguments)}", flush=True)
    sys.argv = ["kg", *arguments]
    try:
        kg()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def heading(text: str) -> None:
    """Print a heading with its line below."""
    print(f"\n\n{text}\n{'=' * len(text)}", flush=True)


def main() -> int:
    """Run all steps; return the exit code of the first one that fails."""
    os.chdir(ROOT)
    os.environ.pop("KG_STORE", None)  # the store of this tour is always ./kg-store
    heading("The articles of data/articles go into ./kg-store")
    code = run("add", ARTICLES)
    if code == 0:
        heading("What the commissioned article states, each fact with its sentences")
        code = run("show", COMMISSIONED)
    for name, *options in QUESTIONS:
        if code:
            return code
        question = catalog.get(name).question
        heading(f"{question.en} · {question.tr}")
        code = run("query", name, *options)
    heading("Done")
    print(NEXT)
    return code


if __name__ == "__main__":
    sys.exit(main())
