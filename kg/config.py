"""Settings: one frozen object, made by the command line and passed down."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told.

    ``article_bytes`` bounds one article before it is decoded: the longest news article is
    a hundred times shorter, and a larger input is a mistake that would only cost memory.
    ``batch`` is the number of articles between two waits for the disk.
    ``patience`` is how long, in seconds, to wait for a store that another process holds.
    """

    store: Path = Path("kg-store")
    article_bytes: int = 5_000_000
    batch: int = 20
    patience: float = 1.0
