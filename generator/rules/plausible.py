"""Figures that look like a slip: far out of proportion to their target (requirements 2.2)."""

from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.numbers import EXACT
from generator.model.unit import is_worded
from generator.model.words import Direction

_TIMES = Decimal(10)


def how_unusual(entry: PeriodEntry, measure: Measure) -> str | None:
    """How a value is out of proportion to its target, in words; None where it is not.

    Out of proportion is more than ten times the target, less than a tenth of it, or of the opposite
    sign; for a range, beyond ten times its end or a tenth of it. A target of zero has no proportion,
    and zero where lower is better is nothing but good (decision 0030). Dates and levels have none.
    """
    value, target = entry.value, entry.target
    if value is None or target is None or is_worded(measure.unit):
        return None
    if not value and measure.direction is Direction.LOWER:
        return None
    low, high = (target.low, target.high) if isinstance(target, Range) else (target, target)
    if not low or not high or (low < 0) is not (high < 0):
        return None
    if value and (value < 0) is not (low < 0):
        return "is of the opposite sign to"
    nearer, further = sorted((abs(low), abs(high)))
    if abs(value) > EXACT.multiply(further, _TIMES):
        return "is more than ten times"
    if EXACT.multiply(abs(value), _TIMES) < nearer:
        return "is less than a tenth of"
    return None
