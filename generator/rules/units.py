"""Figures in words: a number with its unit, written one way everywhere."""

import re
from datetime import date
from decimal import Decimal

from generator.model.measure import Range
from generator.model.numbers import plain
from generator.model.unit import DATE, is_worded, word
from generator.rules.wording import day


def with_unit(value: Decimal, unit: str) -> str:
    """`value` as typed with its unit: 91%, £101.70, 3.2 percentage points, 12.3 days.

    A unit of several words ("days per employee") keeps them all; a number without a unit is bare. A
    date is written as people say it, a level by its name.
    """
    if is_worded(unit):
        return day(date.fromordinal(int(value))) if unit == DATE else word(value, unit)
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


def bare(value: Decimal, unit: str) -> str:
    """A figure under a heading that names its unit: only % and £ stay with the digits."""
    if unit == "percent" or is_worded(unit):
        return with_unit(value, unit)
    return with_unit(value, "pounds") if unit.startswith("pounds") else _digits(value)


def target_words(target: Decimal | Range, unit: str) -> str:
    """A target with its unit; a range as `90% to 100%` or `29 to 31 degrees Celsius`."""
    if not isinstance(target, Range):
        return with_unit(target, unit)
    has_sign = unit == "percent" or unit.partition(" ")[0] == "pounds"
    low = with_unit(target.low, unit.partition(" ")[0]) if has_sign else _digits(target.low)
    return f"{low} to {with_unit(target.high, unit)}"


def percent(value: Decimal) -> str:
    """A percentage with its decimals as they stand: 4.21%, 1,075.00%."""
    return f"{_digits(value)}%"


def typed(value: Decimal, unit: str) -> str:
    """A figure as data: digits with a point, a date as year-month-day, a level by its name."""
    return word(value, unit) if is_worded(unit) else plain(value)


def unit_name(unit: str) -> str:
    """The unit as a column heading: per cent, percentage points, pounds, days; none for a level."""
    if is_worded(unit):
        return DATE if unit == DATE else ""
    return {"percent": "per cent", "percentage-points": "percentage points"}.get(unit, unit)


def _digits(value: Decimal) -> str:
    """Digits with commas between thousands, decimals as typed."""
    return f"{value:,f}"


_HEAD = re.compile(r"(.+?)( (?:per|of|in|for|a|an|each|aged|from|to|with|who) .*)?")
"""What is counted, and the rest of the unit: `days` and ` per employee`."""
_SINGULAR = {
    "people": "person",
    "children": "child",
    "men": "man",
    "women": "woman",
    "buses": "bus",
}


def _one(unit: str) -> str:
    """A unit as it follows the number 1: day, tonne CO2 equivalent, working day, start-up per shop."""
    found = _HEAD.fullmatch(unit)
    if not found:
        return unit
    words = found[1].split(" ")
    place = -1 if _singular(words[-1]) != words[-1] else 0
    words[place] = _singular(words[place])
    return " ".join(words) + (found[2] or "")


def _singular(word: str) -> str:
    if word in _SINGULAR:
        return _SINGULAR[word]
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word if len(word) < 4 or not re.search(r"[^siua]s$", word) else word[:-1]
