"""A figure in large print: the unit under it where that is too long to stand beside it."""

from decimal import Decimal
from typing import NamedTuple

from generator.rules.units import bare, with_unit

LONGEST_UNIT = 12
"""The most characters of a unit that stands beside a figure in large print."""


class Large(NamedTuple):
    """A figure, and its unit where that stands apart."""

    value: str
    unit: str | None = None


def large(value: Decimal, unit: str) -> Large:
    """A value for large print, or for a drawing that has no room for a long unit."""
    if len(unit) <= LONGEST_UNIT or unit in ("percent", "percentage-points"):
        return Large(with_unit(value, unit))
    return Large(bare(value, unit), unit.removeprefix("pounds "))
