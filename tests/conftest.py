"""Options and marks of the whole suite.

A test that needs a program outside Python says so: ``@pytest.mark.needs("java",
"default-jre-headless")``. Where the program is missing the test is skipped with the name
of the Debian package. On the build server (``KG_NO_SKIP=1`` or ``CI=true``) nothing may be
missing, so there every skip counts as a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from typing import TypeVar

import pytest

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("bilateral-kg")
    group.addoption(
        "--update-golden", action="store_true", help="write what was read as what is expected"
    )
    group.addoption(
        "--update-floors", action="store_true", help="raise tests/eval/floors.json to the scores"
    )
    group.addoption(
        "--allow-regression", action="store_true", help="let --update-floors lower a floor too"
    )


def no_skips() -> bool:
    """Tell whether this run must be complete."""
    return os.environ.get("KG_NO_SKIP") == "1" or os.environ.get("CI") == "true"


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        program, package = mark.args
        if shutil.which(program) is None:
            pytest.skip(f"{program} is missing: apt-get install {package}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    return failed_if_skipped(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    return failed_if_skipped(report)


def failed_if_skipped(report: Report) -> Report:
    """Turn a skip into a failure where skips are forbidden; expected failures stay as they are."""
    if no_skips() and report.skipped and not hasattr(report, "wasxfail"):
        why = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"skips are forbidden here (KG_NO_SKIP, CI): {why}"
    return report
