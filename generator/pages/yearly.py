"""Years and forecasts on the page of a measure: each with a status of its own, labelled as such."""

from typing import NamedTuple

from generator.pages.build import Build
from generator.pages.figures import target_noun
from generator.pages.parts import Cell, Column, Row, StatusView, Table
from generator.pages.status_words import status_view
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day
from generator.rules.yearly import RatedYear
from generator.rules.years import year_of


class ForecastBox(NamedTuple):
    """What is expected at the year's end, and the status that it would have."""

    title: str
    value: str
    status: StatusView
    sentence: str
    by: str


def forecast_box(build: Build, item: RatedMeasure) -> ForecastBox | None:
    """The latest forecast of the year that the measure is in, apart from its status now."""
    one = _latest_forecast(item, build.files.council.year_starts)
    if one is None or one.forecast is None:
        return None
    forecast = one.forecast.forecast
    return ForecastBox(
        title=f"Expected at the year's end, as forecast in {one.entry.period.words}",
        value=with_unit(forecast.value, item.measure.unit),
        status=status_view(one.forecast.rating.computed),
        sentence=one.forecast.sentence,
        by=f"{build.role(forecast.by)}, {day(forecast.on)}",
    )


def _latest_forecast(item: RatedMeasure, year_starts: int) -> RatedEntry | None:
    if item.current is None:
        return None
    now = year_of(item.current.entry.period, year_starts)
    made = [one for one in item.entries if one.forecast]
    of_now = [one for one in made if year_of(one.entry.period, year_starts) == now]
    return of_now[-1] if of_now else None


def years_table(item: RatedMeasure) -> Table | None:
    """The years that the periods make up, newest first."""
    if not item.years:
        return None
    columns = (
        Column("Year"),
        Column("Result", "number"),
        Column(target_noun(item), "number"),
        Column("Status, and how it follows"),
    )
    rows = tuple(_row(item, year) for year in reversed(item.years))
    return Table("Years that the periods make up, newest first", columns, rows)


def _row(item: RatedMeasure, year: RatedYear) -> Row:
    figure, unit = year.figure, item.measure.unit
    value, target = figure.entry.value, figure.entry.target
    so_far = None if figure.is_whole else "So far"
    return Row(
        (
            Cell(figure.label, css="period", header=True, note=so_far),
            Cell("–" if value is None else with_unit(value, unit), "number"),
            Cell("–" if target is None else target_words(target, unit), "number"),
            Cell(
                year.sentence, css="words", status=status_view(year.status) if year.status else None
            ),
        )
    )
