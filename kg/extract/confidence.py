"""Confidence: the share of facts of such a kind that are right.

The figures are the precision of each kind of fact on the tuning part of data/gold, rounded
to 0.05 and shrunk towards 0.6 where few were seen.
"""

from __future__ import annotations

_PRIOR = {
    "tenure": 0.9,
    "event": 0.7,
    "cooperation": 0.7,
    "agreement": 0.7,
    "statement": 0.8,
    "initiative": 0.6,
}
_WEAK = 0.75  # factor where a part was inferred from the context
_REPEATED = 0.5  # share of the doubt that a second sentence takes away


def confidence(kind: str, sentences: int, *, weak: bool) -> float:
    """Return a confidence in [0, 1], two digits.

    Args:
        kind: the fact's kind (tenure, event, ...).
        sentences: how many sentences of the article state it.
        weak: a state, host or party was inferred from the context.
    """
    doubt = 1 - _PRIOR[kind] * (_WEAK if weak else 1)
    if sentences > 1:
        doubt *= _REPEATED
    return round(1 - doubt, 2)
