#!/usr/bin/env python3
"""Bring the sums of data/MANIFEST.tsv up to date.

The list has a line for each file under data/ (but itself): path, sha256, licence, origin.
A new file needs its line first, because only its author knows licence and origin: write the
line with any sum, then run this.
"""

from __future__ import annotations

import csv
import hashlib
import io
import sys
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
MANIFEST = DATA / "MANIFEST.tsv"
COLUMNS = ("path", "sha256", "licence", "origin")


def read() -> list[dict[str, str]]:
    """Return the lines of the list, in its order."""
    with MANIFEST.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def files() -> dict[str, str]:
    """Return the sha256 of each file under data/, by its path there."""
    return {
        path.relative_to(DATA).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(DATA.rglob("*"))
        if path.is_file() and path != MANIFEST and "__pycache__" not in path.parts
    }


def main() -> int:
    """Rewrite the list; exit 1 where a file has no line or a line no file."""
    sums, lines = files(), {line["path"]: line for line in read()}
    for path in sorted(sums.keys() ^ lines.keys()):
        what = "no line in the list" if path in sums else "no such file"
        print(f"data/{path}: {what} (edit data/MANIFEST.tsv)", file=sys.stderr)
    if sums.keys() != lines.keys():
        return 1
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows({**lines[path], "sha256": sums[path]} for path in sorted(lines))
    MANIFEST.write_text(out.getvalue(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
