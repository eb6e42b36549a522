"""Rules on how months and quarters make up a year."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.model.finding import Remark
from generator.model.measure import Measure
from generator.model.unit import is_worded
from generator.rules.rated import Rated
from generator.rules.units import with_unit
from generator.rules.years import IN_A_YEAR, year_of

_SHARES = ("percent", "percentage-points")


def aggregation_fits_the_figure(rated: Rated) -> Iterator[Remark]:
    """Percentages, dates and levels are not added up, a ratio of sums has a formula that divides, and the year of a
    running total is its latest figure.
    """
    for measure in rated.catalogue.measures:
        for message, fix in _misfits(measure):
            at = ("calculation", "aggregation")
            yield Remark(path=measure.path, at=at, message=message, fix=fix)


def running_total_has_its_own_targets(rated: Rated) -> Iterator[Remark]:
    """A running total is rated against what is due by the end of its period, never against the target
    of the whole year.
    """
    starts = rated.catalogue.council.year_starts
    for measure in rated.catalogue.measures:
        total = measure.calculation is not None and measure.calculation.cumulative
        if total and measure.frequency in IN_A_YEAR:
            yield from _same_targets(measure, starts)


def _misfits(measure: Measure) -> Iterator[tuple[str, str]]:
    calculation = measure.calculation
    if calculation is None:
        return
    rule, formula = calculation.aggregation, calculation.formula
    if rule == "sum" and measure.unit in _SHARES:
        yield (
            "percentages of several periods cannot be added up",
            "Write ratio-of-sums, or mean, last, max or none.",
        )
    if is_worded(measure.unit) and rule not in (None, "none", "last"):
        yield "dates and levels cannot be added up or averaged", "Write aggregation: last, or none."
    elif rule == "ratio-of-sums" and (formula is None or not formula.divisors):
        yield (
            "a ratio of sums needs a formula that divides one input by another",
            "Write the formula with / in it, or another aggregation.",
        )
    if calculation.cumulative and rule not in (None, "last"):
        yield (
            f"a running total already is the year so far, but aggregation says {rule}",
            "Write aggregation: last, or delete cumulative.",
        )


def _same_targets(measure: Measure, starts: int) -> Iterator[Remark]:
    pairs = pairwise(measure.periods)
    for index, (earlier, entry) in enumerate(pairs, start=1):
        same_year = year_of(earlier.period, starts) == year_of(entry.period, starts)
        target = entry.target
        if same_year and isinstance(target, Decimal) and target and target == earlier.target:
            label, words = entry.period.label, with_unit(target, measure.unit)
            yield Remark(
                path=measure.path,
                at=("periods", index, "target"),
                message=(
                    f"{label} has the same target as {earlier.period.label}, {words}, but this "
                    "measure counts the year so far"
                ),
                fix="Write what is due by the end of the period, or use a profile.",
            )
