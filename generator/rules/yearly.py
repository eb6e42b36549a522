"""Years and forecasts with their ratings: statuses of their own, which never stand in for the current
one (R76).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Forecast, Measure, PeriodEntry, Range
from generator.model.words import Frequency, Status
from generator.rules.outcome import Rating
from generator.rules.rating import rate
from generator.rules.sentence import sentence
from generator.rules.wording import one_line
from generator.rules.years import YearFigure, year_figures

_NOUNS = {Frequency.MONTHLY: "months", Frequency.QUARTERLY: "quarters"}


class RatedYear(NamedTuple):
    """A financial year, its status, and how that follows. A year without a figure has no status."""

    figure: YearFigure
    status: Status | None
    sentence: str


class RatedForecast(NamedTuple):
    """What is expected at the year's end, the status that it would have, and how that follows."""

    forecast: Forecast
    entry: PeriodEntry
    rating: Rating
    sentence: str


def rated_years(
    measure: Measure, entries: Sequence[PeriodEntry], council: Council, as_of: date
) -> Iterator[RatedYear]:
    """Each financial year of the periods that are due, rated by the bands of its latest period."""
    for figure in year_figures(measure, entries, council.year_starts):
        made_of = f"{figure.periods} of {figure.of} {_NOUNS[measure.frequency]}, {figure.how}"
        if figure.why_not:
            yield RatedYear(figure, None, f"Cannot be worked out: {figure.why_not}.")
            continue
        rating = rate(measure, figure.entry, council, as_of)
        told = sentence(measure, figure.entry, rating._replace(flags=()))
        yield RatedYear(figure, rating.computed, f"{told} ({made_of}.)")


def rated_forecast(
    measure: Measure, entry: PeriodEntry, council: Council, as_of: date
) -> RatedForecast | None:
    """The forecast that a period gives, rated against the year's target, with its author (R76)."""
    forecast = entry.forecast
    if forecast is None:
        return None
    expected = PeriodEntry(
        period=entry.period,
        value=forecast.value,
        target=_year_target(entry) if forecast.target is None else forecast.target,
    )
    rating = rate(measure, expected, council, as_of)._replace(flags=())
    told = f"{sentence(measure, expected, rating)} {one_line(forecast.basis)}"
    return RatedForecast(forecast, expected, rating, told)


def _year_target(entry: PeriodEntry) -> Decimal | Range | None:
    return entry.profiled.of_the_year if entry.profiled else entry.target
