"""Pressure signals: what may show that a result was wanted to look better (R62).

A signal accuses nobody. It tells the second line where to ask.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.measure import PeriodEntry
from generator.model.report import Report
from generator.rules.contents import report_measures
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.register import overrides
from generator.rules.wording import day, plural

LATE_DAYS = 7
"""How many days before a committee meets a change counts as late (decision 0062)."""
SERIAL = 2
"""From how many overrides of one measure they count as a series."""


class Signal(NamedTuple):
    """What was seen: of which kind, on which measure, and in a sentence."""

    kind: str
    item: RatedMeasure
    sentence: str


def signals(rated: Rated) -> Iterator[Signal]:
    """Every signal that the records give: late changes, series of overrides, late targets."""
    for report in rated.catalogue.reports:
        if report.meeting <= rated.as_of:
            for item in report_measures(report, rated):
                yield from _late_changes(item, report)
    yield from _serial_overrides(rated)
    for item in rated.measures:
        yield from _late_targets(item)


def _late_changes(item: RatedMeasure, report: Report) -> Iterator[Signal]:
    """Figures, statuses and revisions dated in the last days before a meeting on the measure."""
    for entry in item.measure.periods:
        for what, on in _dated(entry):
            if report.meeting - timedelta(days=LATE_DAYS) <= on < report.meeting:
                days = plural((report.meeting - on).days, "day")
                yield Signal(
                    "late change",
                    item,
                    f"{entry.period.words}: {what} on {day(on)}, {days} before the paper "
                    f"“{report.title}” was before its committee.",
                )


def _dated(entry: PeriodEntry) -> Iterator[tuple[str, date]]:
    if entry.calculated:
        yield "worked out", entry.calculated.on
    if entry.status and entry.status.on:
        yield "another status approved", entry.status.on
    for revision in entry.revisions:
        yield "revised", revision.on


def _serial_overrides(rated: Rated) -> Iterator[Signal]:
    by_measure: dict[str, list[str]] = {}
    for override in overrides(rated):
        if override.commitment is None:
            by_measure.setdefault(override.id, []).append(override.period)
    for name, periods in by_measure.items():
        if len(periods) >= SERIAL and name in rated.by_id:
            told = f"{plural(len(periods), 'reported status', 'reported statuses')} differ from"
            told = f"{told} what the figures give: {', '.join(reversed(periods))}."
            yield Signal("series of overrides", rated.by_id[name], told)


def _late_targets(item: RatedMeasure) -> Iterator[Signal]:
    for entry in item.measure.periods:
        change = entry.target_change
        if change and change.agreed.on > entry.period.first:
            yield Signal(
                "target changed in its period",
                item,
                f"{entry.period.words}: the target was changed on {day(change.agreed.on)}, after "
                f"the period began on {day(entry.period.first)}.",
            )
