"""Figures in words: a number with its unit, written one way everywhere."""

from decimal import Decimal

from generator.model.measure import Range
from generator.model.numbers import plain


def with_unit(value: Decimal, unit: str) -> str:
    """`value` as typed with its unit: 91%, £101.70, 3.2 percentage points, 12.3 days.

    A unit of several words ("days per employee") keeps them all; a number without a unit is bare.
    """
    match unit:
        case "percent":
            return f"{_digits(value)}%"
        case "percentage-points":
            return f"{_digits(value)} percentage {'point' if abs(value) == 1 else 'points'}"
        case "pounds":
            return f"{'-' if value < 0 else ''}£{_digits(abs(value))}"
        case "":
            return _digits(value)
    if unit.startswith("pounds "):
        return f"{with_unit(value, 'pounds')} {unit.removeprefix('pounds ')}"
    return f"{_digits(value)} {_one(unit) if abs(value) == 1 else unit}"


def target_words(target: Decimal | Range, unit: str) -> str:
    """A target with its unit; a range as `90% to 100%`."""
    if isinstance(target, Range):
        return f"{with_unit(target.low, unit)} to {with_unit(target.high, unit)}"
    return with_unit(target, unit)


def percent(value: Decimal) -> str:
    """A percentage with its decimals as they stand: 4.21%."""
    return f"{plain(value)}%"


def unit_name(unit: str) -> str:
    """The unit as a column heading: per cent, percentage points, pounds, days."""
    return {"percent": "per cent", "percentage-points": "percentage points"}.get(unit, unit)


def _digits(value: Decimal) -> str:
    """Digits with commas between thousands, decimals as typed."""
    return f"{value:,f}"


_SINGULAR = {"days": "day", "weeks": "week", "people": "person", "years": "year", "hours": "hour"}


def _one(unit: str) -> str:
    first, space, rest = unit.partition(" ")
    return f"{_SINGULAR.get(first, first)}{space}{rest}"
