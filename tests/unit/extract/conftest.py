"""One extractor and its words for all tests of reading."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kg.extract.extractor import Extractor
from kg.onto.load import load

sys.path.append(str(Path(__file__).resolve().parents[2] / "support"))


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(load())
