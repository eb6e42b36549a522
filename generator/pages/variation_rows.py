"""The rows of the data file on variation: each figure beside its mean and limits (R82)."""

from collections.abc import Iterator

from generator.model.numbers import plain, rounded
from generator.pages.build import Build
from generator.rules.rated import RatedMeasure
from generator.rules.variation_words import PLACES


def variation_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """One row a measure and period that has limits."""
    for item in build.rated.measures:
        if item.variation.segments:
            yield from _rows(item)


def _rows(item: RatedMeasure) -> Iterator[tuple[str, ...]]:
    measure = item.measure
    for segment in item.variation.segments:
        limits = segment.limits
        if limits is None:
            continue
        lines = (limits.centre, limits.lower, limits.upper)
        shown = tuple(plain(rounded(line, measure.decimals + PLACES)) for line in lines)
        for entry, cause, signals in segment.points:
            value = "" if entry.value is None else plain(entry.value)
            yield (
                measure.id,
                entry.period.label,
                value,
                *shown,
                str(cause or ""),
                " ".join(signals),
            )
