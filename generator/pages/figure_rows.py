"""Rows of the data files on figures: periods, years and measures."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.measure import Range
from generator.model.numbers import plain
from generator.model.words import Direction
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.trends import trend_cells
from generator.rules.bands import rule_words
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import typed

Record = tuple[str, ...]


def period_rows(build: Build) -> Iterator[Record]:
    """Every period of every measure, with its rating and the sentence that says how it follows."""
    for item in build.rated.measures:
        measure = item.measure
        compared = measure.direction is not Direction.NONE
        basis = str(measure.basis) if compared else ""
        fixed = (measure.unit, str(measure.direction), basis)
        for one in item.entries:
            entry, rating = one.entry, one.rating
            yield (
                measure.id,
                measure.service,
                entry.period.label,
                _target(entry.target, measure.unit),
                _figure(entry.value, measure.unit),
                *fixed,
                _number(rating.outwith),
                str(rating.computed),
                str(rating.reported or ""),
                str(rating.status),
                " ".join(rating.flags),
                _caveats(item, one),
                one.sentence,
                rule_words(rating.limits),
                _figure(one.forecast.forecast.value, measure.unit) if one.forecast else "",
                str(one.forecast.rating.computed) if one.forecast else "",
                one.forecast.sentence if one.forecast else "",
                shown.outcome if (shown := build.second_check(measure, entry)) else "",
            )


def year_rows(build: Build) -> Iterator[Record]:
    """Every year that months or quarters make up."""
    for item in build.rated.measures:
        unit = item.measure.unit
        for year in item.years:
            figure = year.figure
            yield (
                item.measure.id,
                figure.label,
                _target(figure.entry.target, unit),
                _figure(figure.entry.value, unit),
                str(figure.periods),
                str(figure.of),
                figure.how,
                str(year.status or ""),
                year.sentence,
            )


def measure_rows(build: Build) -> Iterator[Record]:
    """Every measure with its current figure, trend and variation."""
    for item in build.rated.measures:
        measure, current = item.measure, item.current
        yield (
            measure.id,
            measure.title,
            measure.service,
            str(measure.kind),
            str(measure.level),
            measure.unit,
            str(measure.direction),
            str(measure.frequency),
            measure.owner,
            measure.backup,
            " ".join((*measure.supports.commitments, *measure.supports.missions)),
            current.entry.period.label if current else "",
            _figure(current.entry.value, measure.unit) if current else "",
            str(current.status) if current else "",
            measure.origin.publisher if measure.origin else "",
            measure.origin.licence if measure.origin else "",
            urls.measure(measure.id),
            *trend_cells(item),
            *_variation_of(item),
        )


def _variation_of(item: RatedMeasure) -> tuple[str, str]:
    """The cause of the latest figure and what the target can rely on; empty where not judged."""
    latest, assurance = item.variation.latest, item.variation.assurance
    return (str(latest.cause or "") if latest else "", str(assurance or ""))


def _number(value: Decimal | None) -> str:
    return "" if value is None else plain(value)


def _figure(value: Decimal | None, unit: str) -> str:
    return "" if value is None else typed(value, unit)


def _target(target: Decimal | Range | None, unit: str) -> str:
    if isinstance(target, Range):
        return f"{plain(target.low)}..{plain(target.high)}"
    return _figure(target, unit)


def _caveats(item: RatedMeasure, one: RatedEntry) -> str:
    return " ".join(caveat.text.strip() for caveat in item.caveats_of(one))
