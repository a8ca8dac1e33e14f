"""IRIs: readable for closed sets, a hash of content for everything else.

Same parts, same IRI, on every machine and in any order; no blank nodes.
"""

from __future__ import annotations

import base64
import hashlib
import json

BASE = "https://w3id.org/bilateral-kg/"
BKG = BASE + "ontology#"


def digest(*parts: object) -> str:
    """Return 20 lower-case base-32 letters (100 bits of SHA-256) of ``parts``.

    The parts are hashed as one JSON array, so no two lists of parts run together.
    """
    data = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    raw = hashlib.sha256(data.encode("utf-8", "surrogatepass")).digest()
    return base64.b32encode(raw).decode("ascii").lower()[:20]


def mint(kind: str, *parts: object) -> str:
    """Return ``BASE/kind/<digest of parts>``."""
    return f"{BASE}{kind}/{digest(kind, *parts)}"


def term(kind: str, name: str) -> str:
    """Return the IRI of a member of a closed set, for example ``term("country", "KZ")``."""
    return f"{BASE}{kind}/{name}"


def relation(first: str, second: str) -> str:
    """Return the IRI of the unordered pair of two country codes."""
    return f"{BASE}relation/{'-'.join(sorted((first, second)))}"
