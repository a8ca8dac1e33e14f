"""Java: the OWL reasoner and the profile check run in it, from the jar that owlready2 brings."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, serialize

from kg.errors import ConfigError, OntologyError

PACKAGE = "default-jre-headless"


def java() -> str:
    """Return the path of the ``java`` command.

    Raises:
        ConfigError: there is none; the message names the Debian package.
    """
    found = shutil.which("java")
    if found is None:
        raise ConfigError(
            "the OWL checks need Java", where="java", hint=f"Debian: apt install {PACKAGE}"
        )
    return found


def run(program: str, triples: Iterable[Triple]) -> list[tuple[str, str]]:
    """Run ``kg/onto/<program>.java`` on an ontology and return what it prints.

    Args:
        program: Name of the Java file; it is compiled in memory at every start (0.4 s).
        triples: The ontology; handed over as a file of N-Triples.

    Returns:
        The lines of output as (key, value) pairs, split at the first tab.

    Raises:
        ConfigError: no Java, or one without its compiler module.
        OntologyError: Java stopped with an error; the message quotes its first line.
    """
    source = files("kg.onto") / f"{program}.java"
    with tempfile.TemporaryDirectory() as folder, as_file(source) as code:
        data = Path(folder) / "ontology.nt"
        serialize(triples, str(data), RdfFormat.N_TRIPLES)
        command = [java(), "-Dfile.encoding=UTF-8", "-cp", _jar(), str(code), str(data)]
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 (no shell)
    if done.returncode:
        error = done.stderr.decode("utf-8", "replace")
        if "jdk.compiler" in error:
            raise ConfigError(
                "this Java cannot run source files",
                where=command[0],
                hint="Debian: apt install default-jdk-headless",
            )
        first = next((line for line in error.splitlines() if line.strip()), "no message")
        raise OntologyError(first, where=f"{program}.java")
    lines = done.stdout.decode("utf-8").splitlines()
    return [(key, value) for key, tab, value in (line.partition("\t") for line in lines) if tab]


def _jar() -> str:
    """Return the path of HermiT.jar, which holds OWLAPI too, without importing owlready2."""
    spec = find_spec("owlready2")
    if spec is None or spec.origin is None:  # pragma: no cover (a dependency of the package)
        raise ConfigError("the OWL checks need owlready2", hint="pip install owlready2")
    return str(Path(spec.origin).parent / "hermit" / "HermiT.jar")
