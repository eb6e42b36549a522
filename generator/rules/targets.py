"""Targets beside what was achieved: is a new one lowered, does it stretch? (R9, R10, R11)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.period import Period
from generator.model.unit import DATE
from generator.model.words import Direction, Frequency

YEARS_BACK = 3
"""How many years of results a new target is held against (R9)."""
_OWN_YEARS = (Frequency.CALENDAR_YEAR, Frequency.SCHOOL_YEAR)
"""Frequencies whose periods are a year of their own, other than the financial one."""
_ONE_SIDED = (Direction.HIGHER, Direction.LOWER)


class Stretch(StrEnum):
    """What a new target asks for, beside what was achieved before."""

    BEYOND_BEST = "beyond-best"
    BEYOND_LAST = "beyond-last"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class NewTarget:
    """The first target of a year, or one that differs from the comparable target before it.

    `place` is its index in the file, `before` the last comparable period with a target, if there is
    one. What it is held against is looked for when it is first asked for.
    """

    measure: Measure
    place: int
    before: PeriodEntry | None

    @property
    def entry(self) -> PeriodEntry:
        """The period with the target."""
        return self.measure.periods[self.place]

    @property
    def is_lowered(self) -> bool:
        """Whether it asks for less than the target before it, or than the one it replaces."""
        target, change = self.entry.target, self.entry.target_change
        replaced = (self.before.target if self.before else None, change.from_ if change else None)
        return any(is_worse(target, one, self.measure.direction) for one in replaced)

    @cached_property
    def _results(self) -> tuple[PeriodEntry, ...]:
        """The comparable results before it, latest first."""
        comparable = _comparable(self.measure, self.place)
        return tuple(one for one in comparable if one.value is not None)

    @property
    def last(self) -> PeriodEntry | None:
        """The last comparable result."""
        return self._results[0] if self._results else None

    @cached_property
    def best(self) -> PeriodEntry | None:
        """The best result of three years."""
        recent = [one for one in self._results if _within_years(one, self.entry)]
        return _best(self.measure.direction, recent)

    @property
    def is_below_achieved(self) -> bool:
        """Whether it asks for less than the last result or the best."""
        achieved = [one.value for one in (self.last, self.best) if one]
        return any(is_worse(self.entry.target, one, self.measure.direction) for one in achieved)

    @property
    def stretch(self) -> Stretch:
        """What it asks for, beside what was achieved."""
        return _stretch(self.entry.target, self.last, self.best, self.measure.direction)


def new_targets(measure: Measure, year_starts: int = 4) -> Iterator[NewTarget]:
    """Every new target that the council set for `measure`, oldest first, beside the results (R9)."""
    # A date of a later year is always later: it is no easier target than the one before it.
    if measure.is_compared or measure.direction is Direction.NONE or measure.unit == DATE:
        return
    year: date | None = None
    step, known = measure.comparable_every, dict[int, PeriodEntry]()
    for index, entry in enumerate(measure.periods):
        if entry.break_:
            known.clear()
        if entry.target is None:
            continue
        own_year = targets_year(entry.period, year_starts)
        begins, year = own_year != year, own_year
        # The last comparable target: so many whole steps back, and after the last break.
        comparable = entry.period.number % step
        before, known[comparable] = known.get(comparable), entry
        differs = before is not None and before.target != entry.target
        if begins or differs or entry.target_change:
            yield NewTarget(measure, index, before)


def targets_year(period: Period, year_starts: int = 4) -> date:
    """The first day of the year whose targets cover `period`.

    That is the financial year in which the period ends, or the calendar or school year itself.
    """
    if period.frequency in _OWN_YEARS:
        return period.first
    last = period.last
    return date(last.year - (last.month < year_starts), year_starts, 1)


def settled_on(period: Period, council: Council) -> date | None:
    """The last day on which the targets of `period` may change; None where none is known (R11)."""
    if council.targets is None:
        return None
    days = timedelta(days=council.targets.window_closes_after_days)
    return targets_year(period, council.year_starts) + days


def is_worse(
    target: Decimal | Range | None, other: Decimal | Range | None, direction: Direction
) -> bool:
    """Whether `target` asks for less than `other`: a lower one where higher is better, a higher one
    where lower is, a range that reaches further out. A plan never does.
    """
    if isinstance(target, Range) and isinstance(other, Range):
        # Ends that are swapped are the business of target-fits-the-direction.
        in_order = target.low <= target.high and other.low <= other.high
        return in_order and (target.low < other.low or target.high > other.high)
    if not isinstance(target, Decimal) or not isinstance(other, Decimal):
        return False
    if direction is Direction.HIGHER:
        return target < other
    return direction is Direction.LOWER and target > other


def _comparable(measure: Measure, index: int) -> Iterator[PeriodEntry]:
    """The periods before one that can be compared with it, latest first: none before a break."""
    entry, step = measure.periods[index], measure.comparable_every
    number = entry.period.number
    for place in range(index - 1, -1, -1):
        if measure.periods[place + 1].break_:
            return
        one = measure.periods[place]
        if (number - one.period.number) % step == 0:
            yield one


def _within_years(one: PeriodEntry, entry: PeriodEntry) -> bool:
    then, now = one.period.last, entry.period.last
    return (then.year, then.month) >= (now.year - YEARS_BACK, now.month)


def _best(direction: Direction, results: Sequence[PeriodEntry]) -> PeriodEntry | None:
    """The best of some results, the first of equals; a range and a plan have no best."""
    if direction not in _ONE_SIDED:
        return None
    best = None
    for one in results:
        if best is None or is_worse(best.value, one.value, direction):
            best = one
    return best


def _stretch(
    target: Decimal | Range | None,
    last: PeriodEntry | None,
    best: PeriodEntry | None,
    direction: Direction,
) -> Stretch:
    if last is None or direction not in _ONE_SIDED or not isinstance(target, Decimal):
        return Stretch.UNKNOWN
    if not is_worse(last.value, target, direction):
        return Stretch.NONE
    beyond_best = best is not None and is_worse(best.value, target, direction)
    return Stretch.BEYOND_BEST if beyond_best else Stretch.BEYOND_LAST
