"""Years and forecasts on the page of a measure: each with a status of its own, labelled as such."""

from typing import NamedTuple

from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Row, StatusView, Table
from generator.pages.status_words import status_view
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day
from generator.rules.yearly import RatedYear


class ForecastBox(NamedTuple):
    """What is expected at the year's end, and the status that it would have."""

    title: str
    value: str
    status: StatusView
    sentence: str
    by: str


def forecast_box(build: Build, item: RatedMeasure, one: RatedEntry) -> ForecastBox | None:
    """The forecast of a period, apart from its status now."""
    if one.forecast is None:
        return None
    forecast = one.forecast.forecast
    return ForecastBox(
        title="Expected at the year's end: a forecast, not a result",
        value=with_unit(forecast.value, item.measure.unit),
        status=status_view(one.forecast.rating.computed),
        sentence=one.forecast.sentence,
        by=f"{build.role(forecast.by)}, {day(forecast.on)}",
    )


def years_table(item: RatedMeasure) -> Table | None:
    """The years that the periods make up, newest first."""
    if not item.years:
        return None
    columns = (
        Column("Year"),
        Column("Result", "number"),
        Column("Target", "number"),
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
            Cell(figure.label, header=True, note=so_far),
            Cell("–" if value is None else with_unit(value, unit), "number"),
            Cell("–" if target is None else target_words(target, unit), "number"),
            Cell(year.sentence, status=status_view(year.status) if year.status else None),
        )
    )
