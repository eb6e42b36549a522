"""Units whose figures are words: a date, or a level of a scale (R73). Within they are numbers too.

A date counts days, a level its place on the scale from 0, so that the later date and the higher
level are the larger number. Every other unit is a plain name: percent, pounds, days.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

DATE = "date"
_BELOW = " < "
"""What stands between two levels: `weak < adequate < good`."""


class FigureError(ValueError):
    """A figure that its unit does not know; `fix` says what to write."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def is_worded(unit: str) -> bool:
    """Whether figures in `unit` are dates or levels."""
    return unit == DATE or _BELOW in unit


@lru_cache(maxsize=256)
def levels(unit: str) -> tuple[str, ...]:
    """The levels of a scale, lowest first; none for a unit that is no scale."""
    return tuple(level.strip() for level in unit.split(_BELOW)) if _BELOW in unit else ()


def figure(typed: object, unit: str) -> Decimal:
    """The number behind a date or a level as typed. Raises FigureError."""
    if unit == DATE:
        return _day_number(typed)
    scale = levels(unit)
    if typed not in scale:
        raise FigureError(
            f"{typed} is not a level of this measure", f"Write one of: {', '.join(scale)}."
        )
    return Decimal(scale.index(str(typed)))


def word(value: Decimal, unit: str) -> str:
    """A date as year-month-day, or a level by its name: what `figure` reads."""
    if unit == DATE:
        return date.fromordinal(int(value)).isoformat()
    return levels(unit)[int(value)]


def distance_unit(unit: str) -> str:
    """What the distance between two figures is counted in: days, levels, or the unit itself."""
    if unit == DATE:
        return "days"
    return "levels" if _BELOW in unit else unit


def _day_number(typed: object) -> Decimal:
    try:
        return Decimal(date.fromisoformat(str(typed)).toordinal())
    except ValueError as error:
        fix = "Write a date that exists as year-month-day, such as 2024-07-22."
        raise FigureError(f"{typed} is not a date", fix) from error
