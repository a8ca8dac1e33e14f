"""The suite's own options: marks that name packages, and runs in which no skip passes."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFTEST = Path(__file__).parent.parent / "conftest.py"
SKIPPING = {
    "mark": """
        import pytest
        @pytest.mark.needs("no-such-program", "no-such-package")
        def test_one(): pass
        """,
    "skip in a test": """
        import pytest
        def test_one(): pytest.skip("no-such-package")
        """,
    "skip of a module": """
        import pytest
        pytest.skip("no-such-package", allow_module_level=True)
        """,
}


@pytest.fixture(params=SKIPPING.values(), ids=SKIPPING)
def suite(request: pytest.FixtureRequest, pytester: pytest.Pytester) -> pytest.Pytester:
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makeini("[pytest]\nmarkers = needs(program, package): see conftest.py\n")
    pytester.makepyfile(request.param)
    return pytester


def test_skip_names_the_package(suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.delenv("KG_NO_SKIP", raising=False)
    result = suite.runpytest("-rs", "-p", "no:randomly")
    result.assert_outcomes(skipped=1)
    result.stdout.fnmatch_lines(["*SKIPPED*no-such-package*"])


@pytest.mark.parametrize(("variable", "value"), [("KG_NO_SKIP", "1"), ("CI", "true")])
def test_skip_fails_on_the_build_server(
    suite: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv(variable, value)
    result = suite.runpytest("-p", "no:randomly")
    assert result.ret != pytest.ExitCode.OK
    assert "skipped" not in result.parseoutcomes()
    result.stdout.fnmatch_lines(["*skips are forbidden here*no-such-package*"])


def test_expected_failure_is_no_skip(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_NO_SKIP", "1")
    pytester.makeconftest(CONFTEST.read_text("utf-8"))
    pytester.makepyfile("""
        import pytest
        @pytest.mark.xfail(reason="known")
        def test_one(): assert False
        """)
    pytester.runpytest("-p", "no:randomly").assert_outcomes(xfailed=1)
