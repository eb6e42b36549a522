"""The timetable: which periods a measure should have, and when each figure is due (R47, R57)."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.measure import Measure
from generator.model.period import Period, PeriodError, parse_period
from generator.model.words import Status
from generator.rules.wording import day


def due_on(measure: Measure, period: Period) -> date:
    """The day on which the figure of `period` is due."""
    return period.last + timedelta(days=measure.due_after_days)


def is_due(measure: Measure, period: Period, as_of: date) -> bool:
    """Whether the figure should be there on the day `as_of`: its due day has passed."""
    return due_on(measure, period) < as_of


def missing_periods(measure: Measure, as_of: date, year_starts: int = 4) -> Iterator[Period]:
    """Periods after the last in the file whose figures are due on `as_of`, oldest first."""
    if not measure.periods:
        return
    end = _last_expected(measure, year_starts)
    period = period_after(measure, _latest(measure), year_starts)
    while period and is_due(measure, period, as_of) and _is_expected(period, end):
        yield period
        period = period_after(measure, period, year_starts)


def next_due(measure: Measure, as_of: date, year_starts: int = 4) -> Period | None:
    """The first period whose figure is still to come, or to be published; None when none is."""
    for entry in measure.periods:
        waits = not entry.has_result and not entry.state
        if entry.state is Status.UNRELEASED or (waits and not is_due(measure, entry.period, as_of)):
            return entry.period
    if not measure.periods:
        return None
    end = _last_expected(measure, year_starts)
    period = period_after(measure, _latest(measure), year_starts)
    while period and is_due(measure, period, as_of):
        period = period_after(measure, period, year_starts)
    return period if period and _is_expected(period, end) else None


def next_words(measure: Measure, as_of: date, year_starts: int = 4) -> str | None:
    """The next figure and its day: `2024-25 Q3, due 14 February 2025`; None when none is to come."""
    period = next_due(measure, as_of, year_starts)
    if period is None:
        return None
    for entry in measure.periods:
        if entry.period == period and entry.state is Status.UNRELEASED and entry.released:
            return f"{period.words}, to be published on {day(entry.released)}"
    return f"{period.words}, due {day(due_on(measure, period))}"


def is_active(measure: Measure, as_of: date, year_starts: int = 4) -> bool:
    """Whether a figure is still expected of the measure after the day `as_of`."""
    if measure.reported_until is None:
        return True
    return not measure.periods or next_due(measure, as_of, year_starts) is not None


def period_after(measure: Measure, period: Period, year_starts: int = 4) -> Period | None:
    """The next period for which `measure` has a figure; None past the last year there can be."""
    try:
        return period.following(measure.every, year_starts)
    except PeriodError:
        return None


def _latest(measure: Measure) -> Period:
    """The latest period in the file, wherever it stands."""
    return max(entry.period for entry in measure.periods)


def _is_expected(period: Period, end: Period | None) -> bool:
    return end is None or period.number <= end.number


def _last_expected(measure: Measure, year_starts: int) -> Period | None:
    """The last period for which figures are expected, where the measure says so."""
    if measure.reported_until is None:
        return None
    try:
        return parse_period(measure.reported_until.period, measure.frequency, year_starts)
    except PeriodError:
        return None
