"""One extractor for all, and generated examples that never change."""

from __future__ import annotations

import pytest
from hypothesis import settings

from kg.extract.extractor import Extractor
from kg.onto.load import load

settings.register_profile(
    "deterministic", derandomize=True, database=None, deadline=None, max_examples=60
)
settings.load_profile("deterministic")


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor(load())
