"""Distances and bands in words: `4.21%`, `1.5 points`, `14 days`, `2.5% to 4.99%`."""

from decimal import Decimal
from functools import lru_cache

from generator.model.measure import Measure
from generator.model.numbers import plain
from generator.model.unit import distance_unit, is_worded
from generator.model.words import Basis, Status
from generator.rules.bands import STEP, Limits
from generator.rules.units import bare, percent, with_unit


def distance_words(distance: Decimal, measure: Measure) -> str:
    """A distance: in per cent, in points of a percentage, or in the measure's own unit."""
    if measure.basis is Basis.RELATIVE:
        return percent(distance)
    if is_worded(measure.unit):
        return with_unit(Decimal(bare_number(distance)), distance_unit(measure.unit))
    if _in_points(measure.unit):
        return f"{bare(distance, '')} {'point' if distance == 1 else 'points'}"
    return with_unit(distance, measure.unit)


@lru_cache(maxsize=512)
def band_words(status: Status, limits: Limits, basis: Basis, unit: str = "percent") -> str:
    """The band of a colour, as the manual writes it: `2.5% to 4.99%`.

    In points the bands are in the measure's own `unit`: `2.5 to 4.99 points`, `2.5 to 4.99 days`. Days
    late and levels short are whole numbers: `6 to 10 days`.
    """
    step = Decimal(1) if is_worded(unit) else STEP
    counted = distance_unit(unit)
    low = limits.green_up_to + step
    match status:
        case Status.GREEN:
            return f"no more than {_band_end(limits.green_up_to, basis, counted)}"
        case Status.AMBER:
            has_sign = basis is Basis.RELATIVE or counted.startswith("pounds")
            start = _band_end(low, basis, counted) if has_sign else bare_number(low)
            end = _band_end(limits.amber_up_to, basis, counted)
            return end if low == limits.amber_up_to else f"{start} to {end}"
        case _:
            return f"{_band_end(limits.amber_up_to + step, basis, counted)} or more"


def bare_number(value: Decimal) -> str:
    """A limit as the manual writes it: 2.5, not 2.50; 5, not 5.00."""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _band_end(value: Decimal, basis: Basis, unit: str) -> str:
    """The end of a band with its unit."""
    bare = bare_number(value)
    if basis is Basis.RELATIVE:
        return f"{bare}%"
    if _in_points(unit):
        return f"{bare} points"
    return with_unit(value if unit.startswith("pounds") else Decimal(bare), unit)


def _in_points(unit: str) -> bool:
    """Whether a distance in `unit` is said in points: a percentage, or a number without a unit."""
    return unit in ("percent", "percentage-points", "")
