"""Trend: what the latest figure means beside earlier ones (R81; requirements 2.8; decision 0027)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import PERIODS_A_YEAR, Measure, PeriodEntry
from generator.model.numbers import EXACT, rounded
from generator.model.settings import TrendSettings
from generator.model.unit import DATE, is_worded
from generator.model.words import (
    COLOURS,
    Basis,
    Direction,
    Kind,
    Movement,
    Status,
    TrendWord,
)
from generator.rules.bands import PLACES, limits_for
from generator.rules.deviation import HUNDRED, ZeroTargetError, outwith
from generator.rules.progress import assessed
from generator.rules.wording import one_line

_DEFAULT = TrendSettings()
_BY_TARGET = (Direction.RANGE, Direction.PLAN)
"""Directions in which neither up nor down is better, only nearer to target."""


class Change(NamedTuple):
    """How far the latest figure lies from `before`, and from when on that is material.

    `size` is in per cent of the earlier figure or in the unit; None where no percentage can be
    taken of an earlier figure of zero. `limit` is the most that is not material, or, where the
    measure `declares` it, the least that is. For a range or a plan `distances` are how far both
    figures are outwith target, earlier one first, and `size` is the difference.
    """

    before: Decimal
    size: Decimal | None
    limit: Decimal
    declared: bool
    material: bool
    distances: tuple[Decimal, Decimal] | None = None


class Comparison(NamedTuple):
    """The latest figure beside earlier ones: a word, which way the figure went, and from what.

    `earlier` is one period, or those whose mean is taken, oldest first. `reason` says why nothing
    can be said; then there is no movement.
    """

    word: TrendWord
    movement: Movement | None = None
    latest: PeriodEntry | None = None
    earlier: tuple[PeriodEntry, ...] = ()
    change: Change | None = None
    reason: str = ""


class Trend(NamedTuple):
    """The trend of a measure at its latest result.

    `short` is against the period before, or a year before where only that can be compared; `long`
    against the mean of several. `year` is against the same period last year, for measures with
    several periods a year.
    """

    short: Comparison
    long: Comparison
    year: Comparison | None


class _Cannot(Exception):  # noqa: N818 it is no error: it carries why nothing can be said
    """Why nothing can be said."""


class _Series(NamedTuple):
    """A measure's periods by number, up to its latest result; `broken` is the last break in them."""

    measure: Measure
    council: Council
    entries: Mapping[int, PeriodEntry]
    latest: PeriodEntry
    first: PeriodEntry
    broken: PeriodEntry | None


def trend(measure: Measure, council: Council, as_of: date) -> Trend:
    """The trend of `measure` on the day `as_of`: words that follow from its figures. Never raises."""
    in_year = PERIODS_A_YEAR.get(measure.frequency, 0)
    has_year = in_year > 0 and in_year % measure.every == 0
    series = _series(measure, council, as_of)
    if series is None:
        nothing = _cannot_say(None, f"No {_noun(measure)} has been reported yet.")
        return Trend(nothing, nothing, nothing if has_year else None)
    step = measure.comparable_every
    short = _compared(series, (step,))
    count = (measure.trend or _DEFAULT).long
    long = _compared(series, tuple(step * back for back in range(count, 0, -1)))
    if not has_year:
        return Trend(short, long, None)
    return Trend(short, long, short if step == in_year else _compared(series, (in_year,)))


def _series(measure: Measure, council: Council, as_of: date) -> _Series | None:
    entries: dict[int, PeriodEntry] = {}
    latest = broken = last_break = None
    for entry in measure.periods:
        period = entry.period
        entries[period.number] = entry
        if entry.break_:
            last_break = entry
        if period.last <= as_of and _result(measure, entry) is not None:
            latest, broken = entry, last_break
    if latest is None:
        return None
    return _Series(measure, council, entries, latest, measure.periods[0], broken)


def _result(measure: Measure, entry: PeriodEntry) -> Decimal | Status | None:
    """What is compared of a period: its value, or the status of its assessment."""
    if measure.kind is Kind.QUALITATIVE:
        return assessed(entry.assessment) if entry.assessment else None
    return entry.value


def _noun(measure: Measure) -> str:
    return "assessment" if measure.kind is Kind.QUALITATIVE else "figure"


def _cannot_say(latest: PeriodEntry | None, reason: str) -> Comparison:
    return Comparison(TrendWord.CANNOT_SAY, latest=latest, reason=reason)


def _compared(series: _Series, back: Sequence[int]) -> Comparison:
    """The latest result beside those so many periods `back`, furthest first."""
    try:
        earlier = _earlier(series, back)
        if series.measure.kind is Kind.QUALITATIVE:
            return _judged(series, earlier)
        if is_worded(series.measure.unit):
            return _by_level(series, earlier)
        return _measured(series, earlier)
    except _Cannot as reason:
        return _cannot_say(series.latest, str(reason))


def _earlier(series: _Series, back: Sequence[int]) -> tuple[PeriodEntry, ...]:
    """The periods so many `back`, all with a result and on the footing of the latest one."""
    number, found = series.latest.period.number, []
    for steps in back:
        entry = series.entries.get(number - steps)
        if entry is None or _result(series.measure, entry) is None:
            raise _Cannot(_absence(series, back, steps))
        found.append(entry)
    broken, latest = series.broken, series.latest
    if broken and broken.period.number > found[0].period.number:
        raise _Cannot(
            f"The series breaks at {broken.period.words}: {one_line(broken.break_ or '')}"
        )
    for entry in found:
        if entry.period.years != latest.period.years:
            raise _Cannot(
                f"{entry.period.words} covers {entry.period.years} years and "
                f"{latest.period.words} {latest.period.years}."
            )
    return tuple(found)


def _absence(series: _Series, back: Sequence[int], steps: int) -> str:
    """Why the period so many `steps` back, of those asked for, has no result."""
    noun, count, number = _noun(series.measure), len(back), series.latest.period.number - steps
    if number < series.first.period.number:
        begins = f"the series begins with {series.first.period.words}"
        yearly = back[-1] == PERIODS_A_YEAR.get(series.measure.frequency)
        if count == 1:
            before = "same period a year earlier" if yearly else "period before"
            return f"There is no {noun} for the {before}: {begins}."
        before = f"same period of {count} earlier years" if yearly else f"{count} periods before"
        return f"It takes {noun}s for the {before}, and {begins}."
    entry, latest = series.entries.get(number), series.latest.period
    if entry is None:
        return f"There is no {noun} for {latest.following(number - latest.number).label}."
    state = f" ({entry.state.value.replace('-', ' ')})" if entry.state else ""
    return f"There is no {noun} for {entry.period.words}{state}."


def _judged(series: _Series, earlier: tuple[PeriodEntry, ...]) -> Comparison:
    """Statuses have an order, but no mean (requirements 2.7)."""
    if len(earlier) > 1:
        raise _Cannot("Judgements have an order, but no mean.")
    latest = series.latest
    now, then = (_rank(entry) for entry in (latest, earlier[0]))
    word = TrendWord.NO_CHANGE
    if now != then:
        word = TrendWord.IMPROVING if now > then else TrendWord.DECLINING
    return Comparison(word, None, latest, earlier)


def _by_level(series: _Series, earlier: tuple[PeriodEntry, ...]) -> Comparison:
    """Levels have an order, but no mean; the dates of two years say nothing of each other."""
    if series.measure.unit == DATE:
        raise _Cannot("A date is held against the target of its own year, not against other dates.")
    if len(earlier) > 1:
        raise _Cannot("Levels have an order, but no mean.")
    latest, then = series.latest, earlier[0].value
    assert latest.value is not None
    assert then is not None
    movement = _movement(then, latest.value)
    change = Change(
        then, abs(latest.value - then), Decimal(1), True, movement is not Movement.LEVEL
    )
    word = TrendWord.NO_CHANGE
    if change.material:
        word = _word(series.measure.direction, movement, change)
    return Comparison(word, movement, latest, earlier, change)


def _rank(entry: PeriodEntry) -> int:
    assert entry.assessment is not None
    return COLOURS.index(assessed(entry.assessment))


def _measured(series: _Series, earlier: tuple[PeriodEntry, ...]) -> Comparison:
    latest, direction = series.latest, series.measure.direction
    assert latest.value is not None
    before = _mean([entry.value for entry in earlier if entry.value is not None])
    movement = _movement(before, latest.value)
    if direction in _BY_TARGET:
        change = _change_of_distance(series, earlier, before)
    else:
        change = _change(series, before, abs(EXACT.subtract(latest.value, before)))
    word = _word(direction, movement, change) if change.material else TrendWord.NO_CHANGE
    return Comparison(word, movement, latest, earlier, change)


def _mean(figures: Sequence[Decimal]) -> Decimal:
    total = figures[0]
    for figure in figures[1:]:
        total = EXACT.add(total, figure)
    return EXACT.divide(total, Decimal(len(figures))) if len(figures) > 1 else total


def _movement(before: Decimal, after: Decimal) -> Movement:
    if after == before:
        return Movement.LEVEL
    return Movement.UP if after > before else Movement.DOWN


def _word(direction: Direction, movement: Movement, change: Change) -> TrendWord:
    if change.distances:
        then, now = change.distances
        return TrendWord.NEARER if now < then else TrendWord.FURTHER
    if direction is Direction.NONE:
        return TrendWord.RISING if movement is Movement.UP else TrendWord.FALLING
    better = (movement is Movement.UP) is (direction is Direction.HIGHER)
    return TrendWord.IMPROVING if better else TrendWord.DECLINING


def _change(series: _Series, before: Decimal, size: Decimal) -> Change:
    """A change of `size`, in the unit, from `before`: is it material?"""
    measure = series.measure
    declared = (measure.trend or _DEFAULT).material
    if declared is not None:
        return Change(before, size, declared, True, size >= declared)
    limit = _green_up_to(series)
    if measure.basis is Basis.RELATIVE:
        if not before:
            return Change(before, None, limit, False, size > 0)
        size = EXACT.divide(EXACT.multiply(size, HUNDRED), abs(before))
    size = rounded(size, PLACES)
    return Change(before, size, limit, False, size > limit)


def _change_of_distance(
    series: _Series, earlier: tuple[PeriodEntry, ...], before: Decimal
) -> Change:
    """How much nearer to its target the latest figure is than the earlier ones were to theirs."""
    declared = (series.measure.trend or _DEFAULT).material
    basis = series.measure.basis if declared is None else Basis.POINTS
    then = _mean([_distance(series.measure, entry, basis) for entry in earlier])
    now = _distance(series.measure, series.latest, basis)
    size = abs(EXACT.subtract(now, then))
    distances = rounded(then, PLACES), rounded(now, PLACES)
    if declared is not None:
        return Change(before, size, declared, True, size >= declared, distances)
    limit, size = _green_up_to(series), rounded(size, PLACES)
    return Change(before, size, limit, False, size > limit, distances)


def _distance(measure: Measure, entry: PeriodEntry, basis: Basis) -> Decimal:
    if entry.value is None or entry.target is None:
        raise _Cannot(f"{entry.period.words} has no target to be near to.")
    try:
        return outwith(entry.value, entry.target, measure.direction, basis)
    except ZeroTargetError as error:
        raise _Cannot(
            f"No percentage can be taken of the target of zero in {entry.period.words}."
        ) from error


def _green_up_to(series: _Series) -> Decimal:
    """The most that is still green when the latest period ended (decision 0027)."""
    limits = limits_for(series.measure, series.latest, series.council)
    if limits is None:
        raise _Cannot(
            f"No bands were in force in {series.latest.period.words}, and the measure does not say "
            "which change is material."
        )
    return limits.green_up_to
