"""Years made up of months or quarters, by the rule that the measure declares (requirements 2.3).

A year so far covers every period that is due. One that has no figure stops it: a total of eleven
months is never shown as a year. Only where the latest figure stands for the year is it enough.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator.model.formula import FormulaError
from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.numbers import EXACT, rounded
from generator.model.period import Period
from generator.model.unit import is_worded
from generator.model.words import Frequency

IN_A_YEAR = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4}
"""How many periods make up a year, for the frequencies that do."""
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3}
_RULES: dict[str, str] = {
    "sum": "added up",
    "mean": "their mean",
    "last": "the latest",
    "max": "the largest",
    "ratio-of-sums": "inputs added up, then divided once",
}


class YearFigure(NamedTuple):
    """A financial year, whole or so far. `entry` holds the value and target that were made up, under
    the latest period; without a value `why_not` says which period is missing.
    """

    label: str
    entry: PeriodEntry
    periods: int
    of: int
    how: str
    why_not: str | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every period of the year is in it."""
        return self.periods == self.of


def year_figures(
    measure: Measure, entries: Sequence[PeriodEntry], year_starts: int
) -> Iterator[YearFigure]:
    """Each financial year of `entries`, which are those that are due, oldest first."""
    rule = aggregation_of(measure)
    if rule is None or measure.frequency not in IN_A_YEAR or measure.every > 1:
        return
    for year, group in groupby(entries, key=lambda entry: year_of(entry.period, year_starts)):
        yield _made_up(measure, rule, f"{year}-{(year + 1) % 100:02}", list(group), year_starts)


def aggregation_of(measure: Measure) -> str | None:
    """The rule by which short periods make up a year.

    A running total is its own latest figure, and of dates and levels only the latest can stand for
    the year.
    """
    calculation = measure.calculation
    if calculation is None or calculation.aggregation == "none":
        return None
    if calculation.cumulative or (calculation.aggregation and is_worded(measure.unit)):
        return "last"
    return calculation.aggregation


def year_of(period: Period, year_starts: int) -> int:
    """The calendar year in which the financial year of `period` begins."""
    return period.first.year - (period.first.month < year_starts)


def place_in_year(period: Period, year_starts: int) -> int:
    """How many periods of its financial year come before a month or quarter."""
    return (period.first.month - year_starts) % 12 // _MONTHS[period.frequency]


def _made_up(
    measure: Measure, rule: str, label: str, group: list[PeriodEntry], year_starts: int
) -> YearFigure:
    latest, whole = group[-1].period, IN_A_YEAR[measure.frequency]
    why_not = _gap(group, rule, year_starts)
    value = None if why_not else _value(measure, rule, group)
    if value is None and why_not is None:
        why_not = "its inputs do not give a figure"
    entry = PeriodEntry(period=latest, value=value, target=_target(measure, rule, group))
    periods = place_in_year(latest, year_starts) + 1
    return YearFigure(label, entry, periods, whole, _RULES[rule], why_not)


def _gap(group: list[PeriodEntry], rule: str, year_starts: int) -> str | None:
    """The first period of the year that has no figure, in words; the latest alone is asked for last."""
    if rule == "last":
        group = group[-1:]
    elif place_in_year(group[0].period, year_starts):
        return f"figures begin with {group[0].period.words}, within the year"
    for entry in group:
        if entry.value is None:
            return f"there is no figure for {entry.period.words}"
        if rule == "ratio-of-sums" and not entry.inputs:
            return f"there are no inputs for {entry.period.words}"
    return None


def _value(measure: Measure, rule: str, group: list[PeriodEntry]) -> Decimal | None:
    """The figure of the year, rounded half up to the measure's decimals."""
    if rule == "ratio-of-sums":
        exact = _ratio_of_sums(measure, group)
    else:
        exact = _RULE[rule]([entry.value for entry in group if entry.value is not None])
    return None if exact is None else rounded(exact, measure.decimals)


def _ratio_of_sums(measure: Measure, group: list[PeriodEntry]) -> Decimal | None:
    formula = measure.calculation.formula if measure.calculation else None
    if formula is None:
        return None
    sums: dict[str, Decimal] = {}
    for entry in group:
        for name, number in (entry.inputs or {}).items():
            sums[name] = EXACT.add(sums.get(name, Decimal(0)), number)
    try:
        return formula.value(sums)
    except FormulaError:
        return None


def _target(measure: Measure, rule: str, group: list[PeriodEntry]) -> Decimal | Range | None:
    """The year's target: targets are added up or averaged as their figures are.

    For the largest figure and for a share it is the target that all periods have in common.
    """
    targets = [entry.target for entry in group]
    numbers = [target for target in targets if isinstance(target, Decimal)]
    if rule in ("sum", "mean") and len(numbers) == len(targets):
        return rounded(_RULE[rule](numbers), measure.decimals)
    if rule == "last" or len(set(targets)) == 1:
        return targets[-1]
    return None


def _sum(values: Sequence[Decimal]) -> Decimal:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total


def _mean(values: Sequence[Decimal]) -> Decimal:
    return EXACT.divide(_sum(values), Decimal(len(values)))


def _last(values: Sequence[Decimal]) -> Decimal:
    return values[-1]


_RULE: dict[str, Callable[[Sequence[Decimal]], Decimal]] = {
    "sum": _sum,
    "mean": _mean,
    "last": _last,
    "max": max,
}
