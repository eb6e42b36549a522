"""Rules on time: the run of periods, and figures that are due."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.measure import Measure, PeriodEntry
from generator.model.period import Period, PeriodError, parse_period, plan_period
from generator.model.words import Kind, Status
from generator.rules.rated import Rated
from generator.rules.timetable import due_on, period_after
from generator.rules.wording import capital, day


def periods_follow_the_frequency(rated: Rated) -> Iterator[Remark]:
    """Periods run oldest first, without gaps and without repeats, as the frequency says."""
    starts = rated.catalogue.council.year_starts
    for measure in rated.catalogue.measures:
        for index in range(1, len(measure.periods)):
            yield from _step(measure, index, starts)


def named_period_is_known(rated: Rated) -> Iterator[Remark]:
    """A period named elsewhere in a measure is written as its frequency asks, and a report is about a
    quarter or a year.
    """
    starts = rated.catalogue.council.year_starts
    for measure in rated.catalogue.measures:
        named: list[tuple[tuple[str | int, ...], str | None]] = [
            (("caveats", index, key), label)
            for index, caveat in enumerate(measure.caveats)
            for key, label in (("from", caveat.from_), ("to", caveat.to))
        ]
        named += [
            (("variation", "rebase", index, "from"), rebase.from_)
            for index, rebase in enumerate(measure.variation.rebase)
        ]
        if measure.reported_until:
            named.append((("reported_until", "period"), measure.reported_until.period))
        for at, label in named:
            if label is None:
                continue
            try:
                parse_period(label, measure.frequency, starts)
            except PeriodError as error:
                words = str(error)
                yield Remark(
                    path=measure.path,
                    at=at,
                    message=f"{label} is not a period of this measure",
                    fix=f"{capital(words)}.",
                )
    yield from _report_periods(rated, starts)


def _report_periods(rated: Rated, starts: int) -> Iterator[Remark]:
    for report in rated.catalogue.reports:
        try:
            plan_period(report.period, starts)
        except PeriodError:
            yield Remark(
                path=report.path,
                at=("period",),
                message=f"{report.period} is not a period that a report can be about",
                fix="Write a financial quarter such as 2024-25 Q2, or a financial year: 2024-25.",
            )


def figure_is_overdue(rated: Rated) -> Iterator[Remark]:
    """A figure is there once its due day has passed, or a state says why it is not; one with a later day
    of release may wait for that.
    """
    for item in rated.measures:
        for index, one in enumerate(item.entries):
            if one.entry.has_result:
                continue
            waits = one.entry.released and one.entry.released > rated.as_of
            if one.status is Status.OVERDUE and not waits:
                period = one.entry.period
                judged = item.measure.kind is Kind.QUALITATIVE
                noun = "assessment" if judged else "figure"
                yield Remark(
                    path=item.measure.path,
                    at=("periods", index),
                    message=(
                        f"the {noun} for {period.label} was due on "
                        f"{day(due_on(item.measure, period))}"
                    ),
                    fix=f"Add the {noun}, or a state and its reason.",
                )


def _step(measure: Measure, index: int, starts: int) -> Iterator[Remark]:
    earlier, entry = measure.periods[index - 1].period, measure.periods[index]
    wrong = _out_of_step(measure, earlier, entry, starts)
    if wrong:
        message, fix = wrong
        at = ("periods", index, "period")
        yield Remark(path=measure.path, at=at, message=message, fix=fix)


def _out_of_step(
    measure: Measure, earlier: Period, entry: PeriodEntry, starts: int
) -> tuple[str, str] | None:
    """What is wrong with the step from one period to the next, and how to mend it."""
    period = entry.period
    if period.number == earlier.number + measure.every and period.years == earlier.years:
        return None
    expected = period_after(measure, earlier, starts)
    if expected is None:
        return f"no period can follow {earlier.label}", "Correct the year of the period before."
    if period.years != earlier.years and not entry.break_:
        return (
            f"{period.label} covers {period.years} years, but {earlier.label} covers {earlier.years}",
            f"Write {expected.label}, or add break: and say why the length changed.",
        )
    if period.number <= earlier.number:
        return _backwards(period, earlier)
    if period.number < expected.number:
        gap = f"figures are {measure.every} periods apart"
        return (
            f"{period.label} is too soon after {earlier.label}: {gap}",
            f"Write {expected.label}, or change every.",
        )
    is_below = any(one.period.number == expected.number for one in measure.periods)
    if period.number > expected.number and not is_below:  # a period below is told of there
        return (
            f"{expected.label} is missing between {earlier.label} and {period.label}",
            f"Add {expected.label} with its figure, or with a state and its reason.",
        )
    return None


def _backwards(period: Period, earlier: Period) -> tuple[str, str]:
    if period.number == earlier.number:
        return f"{period.label} is listed twice", "Keep one of the two entries."
    return (
        f"{period.label} is listed below {earlier.label}, which is later",
        "Put the periods in order, oldest first.",
    )
