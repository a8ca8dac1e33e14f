"""One extractor and its words for all tests of reading."""

from __future__ import annotations

import pytest

from kg.extract.extractor import Extractor
from kg.onto.load import load


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(load())
