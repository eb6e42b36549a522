"""Outwith: how far a value lies beyond its target on the bad side (requirements 2.2)."""

from decimal import Decimal

from generator.model.measure import Range
from generator.model.numbers import EXACT
from generator.model.words import Basis, Direction

HUNDRED = Decimal(100)


class ZeroTargetError(ValueError):
    """A target of zero, of which no percentage can be taken."""


def outwith(value: Decimal, target: Decimal | Range, direction: Direction, basis: Basis) -> Decimal:
    """How far `value` is outwith `target`, unrounded: positive when worse, zero or less when met.

    In per cent of the target (relative) or in the unit itself (points). For a range it is the
    distance to the nearer end, zero inside; for a plan, the distance on either side. Raises
    ZeroTargetError where a percentage of zero would be needed and the target is missed.
    """
    distance, reference = _distance(value, target, direction)
    if basis is Basis.POINTS:
        return distance
    if not reference:
        if distance <= 0:
            return Decimal(0)
        raise ZeroTargetError
    return EXACT.divide(EXACT.multiply(distance, HUNDRED), abs(reference))


def _distance(
    value: Decimal, target: Decimal | Range, direction: Direction
) -> tuple[Decimal, Decimal]:
    """The distance on the bad side in the unit, and what it is a percentage of."""
    if isinstance(target, Range):
        if value < target.low:
            return EXACT.subtract(target.low, value), _end(target.low, target)
        if value > target.high:
            return EXACT.subtract(value, target.high), _end(target.high, target)
        return Decimal(0), target.high
    if direction is Direction.HIGHER:
        return EXACT.subtract(target, value), target
    if direction is Direction.LOWER:
        return EXACT.subtract(value, target), target
    return abs(EXACT.subtract(value, target)), target


def _end(end: Decimal, target: Range) -> Decimal:
    """An end of a range to take a percentage of; the width of the range when the end is zero."""
    return end or EXACT.subtract(target.high, target.low)
