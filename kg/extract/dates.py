"""Dates: calendar dates, and words such as "yesterday" anchored on the day of publication.

Only whole days become event dates; a month or a year alone is kept with its precision.
Relative words mean nothing where the article has no date of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract.cells import Cell

_KINDS = frozenset(("month", "day", "weekday", "same-day", "day-before"))  # of words of time
_MAX_DAY, _FIRST_YEAR, _LAST_YEAR = 31, 1900, 2100


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a line: cells ``first`` to ``last`` (exclusive), ISO value, XSD type."""

    first: int
    last: int
    value: str
    datatype: str  # date gYearMonth gYear
    relative: str = ""  # "same" for "the same day", "before" for "a day before", "weekday"

    def to_come(self, published: str | None) -> DateMention:
        """Return the weekday after the day of publication, not before it."""
        if self.relative != "weekday" or published is None or self.value > published:
            return self
        value = (date.fromisoformat(self.value) + timedelta(days=7)).isoformat()
        return replace(self, value=value)


def find_dates(cells: list[Cell], published: str | None) -> list[DateMention]:
    """Return the dates of a line in reading order.

    Args:
        cells: the line's cells.
        published: ISO date of the article, or None.
    """
    today = date.fromisoformat(published) if published else None
    found: list[DateMention] = []
    at = 0
    while at < len(cells):
        if not cells[at].low[0].isdigit() and cells[at].kinds.isdisjoint(_KINDS):
            at += 1
            continue
        mention = _calendar(cells, at, today) or _relative(cells, at, today)
        if mention is not None:
            found.append(mention)
            at = max(mention.last, at + 1)
        else:
            at += 1
    return found


def _number(cells: list[Cell], at: int, low: int, high: int) -> int | None:
    if not 0 <= at < len(cells) or len(cells[at].tokens) != 1:
        return None
    digits = cells[at].tokens[0].base
    if not digits.isdecimal() or len(digits) > len(str(_LAST_YEAR)):
        return None
    return int(digits) if low <= int(digits) <= high else None


def _month(cells: list[Cell], at: int) -> int | None:
    if not 0 <= at < len(cells):
        return None
    entry = cells[at].entry("month")
    return int(entry.sense) if entry else None


def _calendar(cells: list[Cell], at: int, today: date | None) -> DateMention | None:
    day, first = _number(cells, at, 1, _MAX_DAY), at
    if day is not None:
        month_at = at + 1
        while (
            month_at + 1 < len(cells)
            and cells[month_at].low in ("-", "–", "ve", "and", "и")
            and _number(cells, month_at + 1, 1, _MAX_DAY)
        ):
            month_at += 2  # "3-5 Kasım": the first day counts
        month = _month(cells, month_at)
        if month is None:
            return None
        year = _number(cells, month_at + 1, _FIRST_YEAR, _LAST_YEAR)
        return _day(first, month_at + (2 if year else 1), day, month, year, today)
    month = _month(cells, at)
    if month is None:
        return None
    day = _number(cells, at + 1, 1, _MAX_DAY)
    if day is not None and cells[at].capital:
        comma = at + 2 < len(cells) and cells[at + 2].low == ","
        year = _number(cells, at + 2 + comma, _FIRST_YEAR, _LAST_YEAR)
        return _day(first, at + (3 + comma if year else 2), day, month, year, today)
    year = _number(cells, at + 1, _FIRST_YEAR, _LAST_YEAR)
    if year:
        return DateMention(at, at + 2, f"{year}-{month:02}", "gYearMonth")
    return None


def _day(
    first: int, last: int, day: int, month: int, year: int | None, today: date | None
) -> DateMention | None:
    if year is None:
        if today is None:
            return None
        year = min(
            (today.year - 1, today.year, today.year + 1),
            key=lambda y: _distance(y, month, day, today),
        )
    try:
        return DateMention(first, last, date(year, month, day).isoformat(), "date")
    except ValueError:
        return None


def _distance(year: int, month: int, day: int, today: date) -> int:
    try:
        return abs((date(year, month, day) - today).days)
    except ValueError:
        return 10_000


def _relative(cells: list[Cell], at: int, today: date | None) -> DateMention | None:
    cell = cells[at]
    if "same-day" in cell.kinds:
        return DateMention(at, at + 1, "", "date", "same")
    if "day-before" in cell.kinds:
        return DateMention(at, at + 1, "", "date", "before")
    if today is None:
        return None
    entry = cell.entry("day")
    if entry:
        return DateMention(
            at, at + 1, (today + timedelta(days=int(entry.sense))).isoformat(), "date"
        )
    entry = cell.entry("weekday")
    if entry:
        back = (today.weekday() - int(entry.sense)) % 7
        return DateMention(
            at, at + 1, (today - timedelta(days=back)).isoformat(), "date", "weekday"
        )
    return None
