"""Bands: which limits rate a period, how their gaps are read, and the colour they give (R70, R71)."""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.numbers import rounded
from generator.model.unit import is_worded, levels
from generator.model.words import Reading, Status

PLACES = 2
"""The decimals to which the outwith figure is rounded, once, before it is compared (R71)."""
STEP = Decimal("0.01")
"""The least by which two outwith figures can differ once they are rounded."""


class Limits(NamedTuple):
    """The bands that rate one period, the day from which they hold, and the reading of their gaps.

    `own` are the measure's own bands; the others are corporate. `green_up_to` and `amber_up_to` are
    in per cent of the target, or in points where the measure counts in points.
    """

    green_up_to: Decimal
    amber_up_to: Decimal
    own: bool = False
    from_: date | None = None
    reading: Reading = Reading.TWO_DECIMALS


YES_OR_NO = Limits(Decimal(0), Decimal(0))
"""Of two levels one is met or it is not: there is nothing between yes and no."""


def limits_for(measure: Measure, entry: PeriodEntry, council: Council) -> Limits | None:
    """The bands in force when the period ended (R84); None before the first of them.

    Bands of the measure's own go before the corporate ones. Corporate bands are percentages, so that
    dates and levels are rated by bands of their own alone.
    """
    last, corporate = entry.period.last, _corporate(council, entry.period.last)
    reading = corporate.reading if corporate else Reading.TWO_DECIMALS
    own = measure.tolerance.bands_on(last) if measure.tolerance else None
    if own:
        return Limits(own.green_up_to, own.amber_up_to, True, own.from_, reading)
    if not is_worded(measure.unit):
        return corporate
    return YES_OR_NO if len(levels(measure.unit)) == 2 else None


def _corporate(council: Council, day: date) -> Limits | None:
    found = council.bands_on(day)
    if found is None:
        return None
    return _limits(found.green_up_to, found.amber_up_to, found.from_, found.reading)


@lru_cache(maxsize=64)
def _limits(green: Decimal, amber: Decimal, from_: date, reading: Reading) -> Limits:
    """One record for all periods of one set of bands."""
    return Limits(green, amber, False, from_, reading)


@lru_cache(maxsize=512)
def rule_words(limits: Limits | None) -> str:
    """The rule that rated a period, as data: `corporate bands from 2010-04-01, two-decimals`."""
    if limits is None or limits.from_ is None:
        return "met or not" if limits else ""
    whose = "own" if limits.own else "corporate"
    return f"{whose} bands from {limits.from_.isoformat()}, {limits.reading}"


def colour(exact: Decimal, limits: Limits, reading: Reading | None = None) -> Status:
    """The colour of an unrounded outwith figure, by the reading in force or by another one."""
    return _READINGS[reading or limits.reading](exact, limits)


def other_readings(exact: Decimal, limits: Limits) -> list[tuple[Reading, Status]]:
    """Each other reading of the bands that gives another colour, with that colour (R71)."""
    if not is_boundary(exact, limits):
        return []
    shown = colour(exact, limits)
    every = ((reading, colour(exact, limits, reading)) for reading in Reading)
    return [(reading, status) for reading, status in every if status is not shown]


def is_boundary(exact: Decimal, limits: Limits) -> bool:
    """Whether an outwith figure lies in a gap of the bands, so that their reading decides."""
    green, amber = limits.green_up_to, limits.amber_up_to
    return green < exact < green + STEP or amber < exact < amber + STEP


def _two_decimals(exact: Decimal, limits: Limits) -> Status:
    """Rounded half up to two decimals, then compared."""
    return _literal(rounded(exact, PLACES), limits)


def _exact(exact: Decimal, limits: Limits) -> Status:
    """Amber begins at 2.5 and red at 5, whatever lies before them."""
    if exact < limits.green_up_to + STEP:
        return Status.GREEN
    return Status.AMBER if exact < limits.amber_up_to + STEP else Status.RED


def _literal(exact: Decimal, limits: Limits) -> Status:
    """Green ends at 2.49 and amber at 4.99, whatever lies behind them."""
    if exact <= limits.green_up_to:
        return Status.GREEN
    return Status.AMBER if exact <= limits.amber_up_to else Status.RED


_READINGS = {
    Reading.TWO_DECIMALS: _two_decimals,
    Reading.EXACT: _exact,
    Reading.LITERAL: _literal,
}
