"""Sparklines: the latest figures of a measure as a line so small that it fits into a list."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from generator.model.measure import Range
from generator.model.unit import is_worded
from generator.pages import urls
from generator.pages.large import large
from generator.pages.parts import Multiple, Spark
from generator.pages.status_words import mark_of, status_view
from generator.rules.rated import RatedEntry, RatedMeasure, shown
from generator.rules.units import with_unit

MOST_POINTS = 12
"""The most periods that a sparkline shows; the chart on the measure's page shows all."""
WIDTH, HEIGHT, INSET = 112, 28, 6

Values = Sequence[Decimal | None]


def spark(item: RatedMeasure) -> Spark | None:
    """The last figures of a measure; None with fewer than two, or where figures are words."""
    if is_worded(item.measure.unit):
        return None
    drawn = _latest(item.entries)
    if len(drawn) < 2:
        return None
    values = [one.entry.value for one in drawn]
    targets = [_target(one) for one in drawn]
    held = [value for value in (*values, *targets) if value is not None]
    low, high = min(held), max(held)
    lines = tuple(stretches(values, low, high))
    mark = mark_of(drawn[-1].status)
    return Spark(
        name=_name(item.measure.unit, drawn),
        lines=lines,
        target=tuple(stretches(targets, low, high)),
        end=lines[-1].rpartition(" ")[2],
        css=mark.css,
        shape=mark.shape,
    )


def multiples(items: Iterable[RatedMeasure], path: str) -> tuple[Multiple, ...]:
    """The measures that have a line, as small charts on the page at `path`."""
    return tuple(made for item in items if (made := _multiple(item, path)))


def _multiple(item: RatedMeasure, path: str) -> Multiple | None:
    line = spark(item)
    if line is None:
        return None
    drawn = _latest(item.entries)
    last = drawn[-1].entry
    assert last.value is not None
    figure = large(last.value, item.measure.unit)
    return Multiple(
        title=item.measure.title,
        href=urls.relative(path, urls.measure(item.measure.id)),
        value=figure.value,
        unit=figure.unit,
        status=status_view(shown(item)),
        spark=line,
        first=drawn[0].entry.period.words,
        last=last.period.words,
    )


def _latest(entries: Sequence[RatedEntry]) -> Sequence[RatedEntry]:
    """The last periods of those from the first to the last figure; none at all for a single figure."""
    at = [index for index, one in enumerate(entries) if one.entry.value is not None]
    if len(at) < 2:
        return ()
    last = entries[max(at[0], at[-1] + 1 - MOST_POINTS) : at[-1] + 1]
    first = next(index for index, one in enumerate(last) if one.entry.value is not None)
    return last[first:]


def _target(one: RatedEntry) -> Decimal | None:
    """The one target of a period; a range is left to the chart."""
    return None if isinstance(one.entry.target, Range) else one.entry.target


def stretches(values: Values, low: Decimal, high: Decimal) -> Iterator[str]:
    """The line of a series, a text for each stretch without gaps; a single point is a dot of it."""
    step = (WIDTH - 2 * INSET) / (len(values) - 1)
    base, room = float(low), float(high - low) or 1.0
    spots = [
        None
        if value is None
        else f"{INSET + step * at:.0f},{HEIGHT - INSET - (HEIGHT - 2 * INSET) * (float(value) - base) / room:.1f}"
        for at, value in enumerate(values)
    ]
    for present, run in groupby(spots, key=bool):
        if present:
            yield " ".join(spot for spot in run if spot)


def _name(unit: str, drawn: Sequence[RatedEntry]) -> str:
    """The line in words: from which figure to which."""
    first, last = drawn[0].entry, drawn[-1].entry
    assert first.value is not None
    assert last.value is not None
    return (
        f"From {with_unit(first.value, unit)} in {first.period.words} to "
        f"{with_unit(last.value, unit)} in {last.period.words}"
    )
