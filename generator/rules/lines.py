"""The three lines of defence, counted service by service in the records (R21-R24).

First line: the service's own work is recorded and checked. Second: management and committees look at
it. Third: somebody independent works a figure out again.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.council import Service
from generator.model.measure import Measure, PeriodEntry
from generator.rules.checks.agreements import is_of_others
from generator.rules.contents import report_measures
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.remarks import remarks_on

_FIRST = ("value-is-recalculated", "status-has-evidence", "figure-is-checked")
"""The rules on a single figure that the first line answers for."""


class Coverage(NamedTuple):
    """How many of those that could be covered are."""

    covered: int
    of: int

    @property
    def words(self) -> str:
        """`3 of 4`, or that there is nothing to cover."""
        return f"{self.covered:,} of {self.of:,}" if self.of else "Nothing to cover"


class Lines(NamedTuple):
    """The three lines of one service.

    `worked` counts results that say who worked them out and when, have evidence, come out again and
    were checked by another person. `agreed` counts measures of the council that a management team agreed,
    `scrutinised` those whose latest result a committee has had before it, `independent` those of
    which a figure was worked out again by an auditor.
    """

    service: Service
    worked: Coverage
    agreed: Coverage
    scrutinised: Coverage
    independent: Coverage


def lines_of_defence(rated: Rated) -> Iterator[Lines]:
    """The lines of every service that answers for a measure, in the council's order."""
    heard = _latest_hearings(rated)
    for service in rated.catalogue.council.services:
        items = [one for one in rated.measures if one.measure.service == service.id]
        if items:
            yield _lines(rated, service, items, heard)


def latest_hearing(rated: Rated, item: RatedMeasure) -> date | None:
    """The last meeting of a committee, up to the day, whose paper covers the measure."""
    return _latest_hearings(rated).get(item.measure.id)


def is_scrutinised(item: RatedMeasure, heard: date | None) -> bool:
    """Whether a committee met on a paper with this measure after its latest result was there."""
    latest = item.latest_result
    if latest is None or heard is None:
        return False
    done = latest.entry.calculated or latest.entry.assessment
    return heard >= (done.on if done else latest.entry.period.last)


def _lines(
    rated: Rated, service: Service, items: list[RatedMeasure], heard: dict[str, date]
) -> Lines:
    in_use = {measure.id for measure in rated.in_use}
    used = [one for one in items if one.measure.id in in_use and not is_of_others(one.measure)]
    reported = [one for one in items if one.latest_result]
    own = [one.measure for one in items if not one.measure.is_published_statistic]
    return Lines(
        service,
        Coverage(
            sum(_worked(rated, measure) for measure in own),
            sum(1 for measure in own for entry in measure.periods if entry.has_result),
        ),
        Coverage(sum(_is_agreed(one.measure, rated.catalogue) for one in used), len(used)),
        Coverage(
            sum(is_scrutinised(one, heard.get(one.measure.id)) for one in reported), len(reported)
        ),
        Coverage(sum(_is_recalculated(one.measure) for one in reported), len(reported)),
    )


def _worked(rated: Rated, measure: Measure) -> int:
    """How many results of a measure the first line has covered."""
    faulty = {remark.at[1] for remark in remarks_on(rated, measure.path, _FIRST) if remark.at[1:]}
    return sum(
        1
        for place, entry in enumerate(measure.periods)
        if entry.has_result and _names_its_work(entry) and place not in faulty
    )


def _names_its_work(entry: PeriodEntry) -> bool:
    return bool(entry.calculated or entry.assessment)


def _is_agreed(measure: Measure, files: Catalogue) -> bool:
    body = files.bodies.get(measure.agreed.by) if measure.agreed else None
    return body is not None and body.kind == "management"


def _is_recalculated(measure: Measure) -> bool:
    return any(entry.recalculated for entry in measure.periods)


def _latest_hearings(rated: Rated) -> dict[str, date]:
    """The last meeting, up to the day, of a committee whose paper covers each measure."""
    heard: dict[str, date] = {}
    for report in rated.catalogue.reports:
        body = rated.catalogue.bodies.get(report.body)
        if body is None or body.kind != "committee" or report.meeting > rated.as_of:
            continue
        for item in report_measures(report, rated):
            name = item.measure.id
            heard[name] = max(report.meeting, heard.get(name, report.meeting))
    return heard
