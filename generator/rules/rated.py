"""A measure with its ratings: worked out once, used by the rules and by every page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.council import Council
from generator.model.measure import Caveat, Measure, PeriodEntry
from generator.model.period import PeriodError, parse_period
from generator.model.words import TO_COME, Status
from generator.rules.milestones import RatedMilestone, milestones_by_key
from generator.rules.outcome import Rating
from generator.rules.rating import rate
from generator.rules.rollup import RollUps, roll_up_plan
from generator.rules.sentence import sentence
from generator.rules.timetable import is_active, missing_periods
from generator.rules.trend import Trend, trend
from generator.rules.variation import Variation, variation_of
from generator.rules.yearly import RatedForecast, RatedYear, rated_forecast, rated_years
from generator.rules.years import aggregation_of


class RatedEntry(NamedTuple):
    """One period of a measure and its rating."""

    entry: PeriodEntry
    rating: Rating
    measure: Measure
    forecast: RatedForecast | None = None

    @property
    def status(self) -> Status:
        """What is shown."""
        return self.rating.status

    @property
    def sentence(self) -> str:
        """How the rating follows from the figures. A check prints few of them, a page all."""
        return sentence(self.measure, self.entry, self.rating)


@dataclass(frozen=True)
class RatedMeasure:
    """A measure and every period of it, rated, oldest first; missing ones that are due included.

    `current` is the latest period that is due: what the measure is shown as today. What only pages
    show follows from the same facts, and is worked out when it is first asked for.
    """

    measure: Measure
    entries: tuple[RatedEntry, ...]
    current: RatedEntry | None
    council: Council
    as_of: date

    @cached_property
    def years(self) -> tuple[RatedYear, ...]:
        """The years that are made up of the periods that are due."""
        if aggregation_of(self.measure) is None:
            return ()
        due = [one.entry for one in self.entries if one.status not in TO_COME]
        return tuple(rated_years(self.measure, due, self.council, self.as_of))

    @cached_property
    def trend(self) -> Trend:
        """What the latest figure means beside earlier ones."""
        return trend(self.measure, self.council, self.as_of)

    @cached_property
    def variation(self) -> Variation:
        """Whether the figures are changing, or only varying."""
        return variation_of(self.measure)

    @property
    def latest_result(self) -> RatedEntry | None:
        """The latest period that has a value or an assessment."""
        return next((rated for rated in reversed(self.entries) if rated.entry.has_result), None)

    def at(self, label: str) -> RatedEntry | None:
        """The period with this label, if there is one."""
        return next((rated for rated in self.entries if rated.entry.period.label == label), None)

    def caveats_of(self, rated: RatedEntry) -> tuple[Caveat, ...]:
        """The caveats that touch one period, by their first and last periods."""
        if not self.measure.caveats:
            return ()
        return tuple(
            caveat
            for caveat in self.measure.caveats
            if self._number(caveat.from_, rated) <= rated.entry.period.number
            and rated.entry.period.number <= self._number(caveat.to, rated)
        )

    def _number(self, label: str | None, rated: RatedEntry) -> int:
        """The number of a named period; that of `rated` itself where none is named."""
        if label is None:
            return rated.entry.period.number
        found = self.at(label)
        if found:
            return found.entry.period.number
        try:
            return parse_period(label, self.measure.frequency).number
        except PeriodError:
            return rated.entry.period.number


@dataclass(frozen=True, slots=True, eq=False)
class Rated:
    """A catalogue on one day, with every measure and milestone rated and rolled up.

    Each is its own, so that what is worked out from one can be remembered.
    """

    catalogue: Catalogue
    as_of: date
    measures: tuple[RatedMeasure, ...]
    by_id: Mapping[str, RatedMeasure]
    milestones: Mapping[str, RatedMilestone]
    roll_ups: RollUps

    @property
    def in_use(self) -> tuple[Measure, ...]:
        """The measures of which figures are still expected."""
        starts = self.catalogue.council.year_starts
        return tuple(one for one in self.catalogue.measures if is_active(one, self.as_of, starts))


def rate_measure(measure: Measure, council: Council, as_of: date) -> RatedMeasure:
    """Every period of `measure`, rated on the day `as_of`."""
    missing = missing_periods(measure, as_of, council.year_starts)
    entries = (*measure.periods, *(PeriodEntry(period=period) for period in missing))
    rated = tuple(_rated(measure, one, council, as_of) for one in entries)
    return RatedMeasure(measure, rated, _current(rated, as_of), council, as_of)


def _current(entries: tuple[RatedEntry, ...], as_of: date) -> RatedEntry | None:
    """The latest period that has ended and is due; what is said of one still running waits."""
    for rated in reversed(entries):
        if rated.status not in TO_COME and rated.entry.period.last <= as_of:
            return rated
    return entries[-1] if entries else None


def _rated(measure: Measure, entry: PeriodEntry, council: Council, as_of: date) -> RatedEntry:
    rating = rate(measure, entry, council, as_of)
    forecast = rated_forecast(measure, entry, council, as_of) if entry.forecast else None
    return RatedEntry(entry, rating, measure, forecast)


def rate_catalogue(catalogue: Catalogue, as_of: date) -> Rated:
    """Every measure of `catalogue`, rated on the day `as_of`."""
    measures = tuple(
        rate_measure(measure, catalogue.council, as_of) for measure in catalogue.measures
    )
    roll_ups = roll_up_plan(catalogue, [(rated.measure, shown(rated)) for rated in measures], as_of)
    return Rated(
        catalogue=catalogue,
        as_of=as_of,
        measures=measures,
        by_id={rated.measure.id: rated for rated in measures if catalogue.answers(rated.measure)},
        milestones=milestones_by_key(
            milestone for rated in roll_ups.commitments for milestone in rated.milestones
        ),
        roll_ups=roll_ups,
    )


def shown(rated: RatedMeasure) -> Status:
    """What a measure is shown as; one without any period is not yet due."""
    return rated.current.status if rated.current else Status.NOT_YET_DUE
