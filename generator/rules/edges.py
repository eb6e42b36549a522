"""Edges: the values at which a figure stops being green, and stops being amber, for a drawing."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.model.measure import Measure, Range
from generator.model.numbers import EXACT
from generator.model.words import Basis, Direction
from generator.rules.bands import Limits
from generator.rules.deviation import HUNDRED

_DOWN, _UP = Decimal(-1), Decimal(1)


class Edges(NamedTuple):
    """Where the amber band lies on one side of a target, in the unit of the measure."""

    green: Decimal
    amber: Decimal


def edges(measure: Measure, target: Decimal | Range, limits: Limits) -> tuple[Edges, ...]:
    """The amber band outwith `target`: one, or one on either side of a range or a plan; none where a
    percentage of zero would be needed.
    """
    found = []
    for end, whole, sign in _ends(measure, target):
        share = Decimal(1) if measure.basis is Basis.POINTS else EXACT.divide(abs(whole), HUNDRED)
        if share:
            green = EXACT.multiply(limits.green_up_to, share * sign)
            amber = EXACT.multiply(limits.amber_up_to, share * sign)
            found.append(Edges(EXACT.add(end, green), EXACT.add(end, amber)))
    return tuple(found)


def _ends(measure: Measure, target: Decimal | Range) -> Iterator[tuple[Decimal, Decimal, Decimal]]:
    """Each end of a target, what it is a percentage of, and 1 or -1: which way lies outwith."""
    if isinstance(target, Range):
        width = EXACT.subtract(target.high, target.low)
        yield target.low, target.low or width, _DOWN
        yield target.high, target.high or width, _UP
        return
    if measure.direction is not Direction.LOWER:
        yield target, target, _DOWN
    if measure.direction is not Direction.HIGHER:
        yield target, target, _UP
