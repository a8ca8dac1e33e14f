"""Where ontology/ and queries/ lie: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def folder(name: str) -> Traversable:
    """Return the folder ``name`` (``"ontology"`` or ``"queries"``).

    A checkout wins over the copy in the wheel, so an edit is seen at once.

    Raises:
        FileNotFoundError: the folder is in neither place.
    """
    checkout = Path(__file__).resolve().parent.parent / name
    if checkout.is_dir() and (checkout.parent / "pyproject.toml").is_file():
        return checkout
    shipped = files("kg") / "_data" / name
    if shipped.is_dir():
        return shipped
    raise FileNotFoundError(f"{name}/ is neither in the wheel nor beside the package")
