"""The ledger of revisions: every change to a published figure, and what it did to the status (R112)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry, Revision
from generator.model.words import Status
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.rating import rate

CORRECTION = "correction"


class Revised(NamedTuple):
    """One change of one published figure: from `old` to `new`, and the computed status of each."""

    item: RatedMeasure
    entry: PeriodEntry
    revision: Revision
    old: Decimal
    new: Decimal | None
    old_status: Status
    new_status: Status

    @property
    def is_correction(self) -> bool:
        """Whether the old figure was wrong, rather than known to be provisional."""
        return self.revision.type == CORRECTION

    @property
    def flips(self) -> bool:
        """Whether the change gave the period another status."""
        return self.old_status is not self.new_status


def ledger(rated: Rated) -> Iterator[Revised]:
    """Every revision of every figure, newest first."""
    found = [
        one
        for item in rated.measures
        for entry in item.measure.periods
        if entry.revisions
        for one in _of_period(item, entry, rated.catalogue.council, rated.as_of)
    ]
    yield from sorted(found, key=lambda one: one.revision.on, reverse=True)


def corrected_since(rated: Rated, measures: frozenset[str], day: date) -> Iterator[Revised]:
    """The corrections made after `day` of figures of these measures (R113)."""
    for one in ledger(rated):
        if one.is_correction and one.revision.on > day and one.item.measure.id in measures:
            yield one


def _of_period(
    item: RatedMeasure, entry: PeriodEntry, council: Council, as_of: date
) -> Iterator[Revised]:
    """The revisions of one period: each leads to the figure that the next one gives as old."""
    figures = [*(one.from_ for one in entry.revisions), entry.value]
    statuses = [_status(item.measure, entry, figure, council, as_of) for figure in figures]
    for place, revision in enumerate(entry.revisions):
        yield Revised(
            item, entry, revision, revision.from_, figures[place + 1],
            statuses[place], statuses[place + 1],
        )  # fmt: skip


def _status(
    measure: Measure, entry: PeriodEntry, figure: Decimal | None, council: Council, as_of: date
) -> Status:
    """What the period would be with this figure, by the target and bands that it has."""
    return rate(measure, entry._replace(value=figure, status=None), council, as_of).computed
