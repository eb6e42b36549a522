"""Framing: the same percentage told the other way round, and whether its colour changes (R74)."""

from decimal import Decimal
from typing import NamedTuple

from generator.model.measure import Measure
from generator.model.numbers import EXACT, rounded
from generator.model.words import Basis, Direction, Status
from generator.rules.bands import PLACES, colour
from generator.rules.deviation import HUNDRED, outwith
from generator.rules.distance import distance_words
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import target_words, with_unit

_MIRRORED = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}


class Flip(NamedTuple):
    """A rated period, and what its complement (100 less value, 100 less target) would be rated."""

    rated: RatedEntry
    value: Decimal
    target: Decimal
    outwith: Decimal
    status: Status


def framing_flip(item: RatedMeasure) -> Flip | None:
    """What the latest rated period would be, told the other way round, where its colour differs.

    None for a measure that is not a percentage with a better direction, rated relative to target;
    and where the complement cannot be rated, because the target is 0 or 100 per cent.
    """
    measure = item.measure
    if measure.direction not in _MIRRORED or not _is_relative_percentage(measure):
        return None
    rated = next((one for one in reversed(item.entries) if one.rating.outwith is not None), None)
    return _flipped(measure, rated) if rated else None


def _is_relative_percentage(measure: Measure) -> bool:
    return measure.unit == "percent" and measure.basis is Basis.RELATIVE


def _flipped(measure: Measure, rated: RatedEntry) -> Flip | None:
    value, target, limits = rated.entry.value, rated.entry.target, rated.rating.limits
    if value is None or limits is None or not isinstance(target, Decimal):
        return None
    if not (0 <= value <= HUNDRED and 0 < target < HUNDRED):
        return None
    rest, goal = EXACT.subtract(HUNDRED, value), EXACT.subtract(HUNDRED, target)
    exact = outwith(rest, goal, _MIRRORED[measure.direction], Basis.RELATIVE)
    status = colour(exact, limits)
    if status is rated.rating.computed:
        return None
    return Flip(rated, rest, goal, rounded(exact, PLACES), status)


def flip_words(measure: Measure, flip: Flip) -> str:
    """Both sums of a flip, without a full stop: 91% against 95% is 4.21% outwith, ..."""
    entry, rating = flip.rated.entry, flip.rated.rating
    assert entry.value is not None
    assert entry.target is not None
    assert rating.outwith is not None
    first = _sum(entry.value, target_words(entry.target, measure.unit), rating.outwith, measure)
    second = _sum(flip.value, target_words(flip.target, measure.unit), flip.outwith, measure)
    return (
        f"{entry.period.words} is {rating.computed}, because {first}; told the other way round it "
        f"would be {flip.status}, because {second}"
    )


def _sum(value: Decimal, target: str, distance: Decimal, measure: Measure) -> str:
    told = f"{with_unit(value, measure.unit)} against {target} is"
    if distance <= 0:
        return f"{told} on target or better"
    return f"{told} {distance_words(distance, measure)} outwith"
