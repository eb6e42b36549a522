"""What is to come: figures, reviews, milestones, actions, reports, and reported colours that end (R57)."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.model.commitment import Commitment, Milestone
from generator.model.words import MilestoneState, Status
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.register import overrides
from generator.rules.reviews import review_due
from generator.rules.timetable import due_on, next_due


class Coming(StrEnum):
    """What kind of thing is to come; the order in which those of one day are told."""

    REPORT = "report"
    RELEASE = "release"
    FIGURE = "figure"
    MILESTONE = "milestone"
    ACTION = "action"
    REVIEW = "review"
    OVERRIDE = "override"


_ORDER = {kind: place for place, kind in enumerate(Coming)}


class Due(NamedTuple):
    """Something that is due on a day. `service` is empty for a report."""

    on: date
    kind: Coming
    title: str
    period: str
    service: str
    measure: str | None = None
    commitment: str | None = None
    milestone: str | None = None
    report: str | None = None

    @property
    def order(self) -> tuple[date, int, str, str]:
        """By day, then kind, then title."""
        return self.on, _ORDER[self.kind], self.title.casefold(), self.period


@lru_cache(maxsize=1)
def agenda(rated: Rated) -> tuple[Due, ...]:
    """Everything that is due on the day of `rated` or later, soonest first."""
    found = [*_reports(rated), *_measures(rated), *_milestones(rated), *_overrides(rated)]
    return tuple(sorted({one for one in found if one.on >= rated.as_of}, key=lambda one: one.order))


def overdue(rated: Rated) -> list[Due]:
    """Every figure, milestone and review that was due before the day of `rated`, oldest first."""
    found = []
    for item in rated.measures:
        measure = item.measure
        for one in item.entries:
            if one.status is Status.OVERDUE:
                day, label = due_on(measure, one.entry.period), one.entry.period.words
                found.append(_of(item, day, Coming.FIGURE, label))
        when = review_due(measure, rated.catalogue.council)
        if when and when < rated.as_of and measure in rated.in_use:
            found.append(_of(item, when, Coming.REVIEW))
    found += [one for one in _milestones(rated) if one.on < rated.as_of]
    return sorted(found, key=lambda one: one.order)


def _of(item: RatedMeasure, on: date, kind: Coming, period: str = "") -> Due:
    measure = item.measure
    return Due(on, kind, measure.title, period, measure.service, measure=measure.id)


def _reports(rated: Rated) -> Iterator[Due]:
    for report in rated.catalogue.reports:
        yield Due(report.meeting, Coming.REPORT, report.title, "", "", report=report.id)


def _measures(rated: Rated) -> Iterator[Due]:
    council = rated.catalogue.council
    for item in rated.measures:
        measure = item.measure
        period = next_due(measure, rated.as_of, council.year_starts)
        if period:
            yield _of(item, due_on(measure, period), Coming.FIGURE, period.words)
            when = review_due(measure, council)
            if when:
                yield _of(item, when, Coming.REVIEW)
        for entry in measure.periods:
            if entry.released:
                yield _of(item, entry.released, Coming.RELEASE, entry.period.words)
        current = item.current
        if current and current.entry.action and current.status in (Status.RED, Status.AMBER):
            yield _of(item, current.entry.action.by, Coming.ACTION, current.entry.period.words)


def _milestones(rated: Rated) -> Iterator[Due]:
    for one in rated.milestones.values():
        if one.milestone.due and one.milestone.state is MilestoneState.CURRENT:
            yield _milestone(one.commitment, one.milestone, one.milestone.due)


def _milestone(commitment: Commitment, milestone: Milestone, on: date) -> Due:
    return Due(
        on, Coming.MILESTONE, milestone.title, "", milestone.lead_service,
        commitment=commitment.id, milestone=milestone.id,
    )  # fmt: skip


def _overrides(rated: Rated) -> Iterator[Due]:
    for one in overrides(rated):
        if one.outcome == "stands" and one.said.expires:
            measure = None if one.commitment else one.id
            yield Due(
                one.said.expires, Coming.OVERRIDE, one.title, one.period, one.service,
                measure=measure, commitment=one.commitment,
            )  # fmt: skip
