"""Measures in lists: cards, rows and counts, the same on every page."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model.words import COLOURS, Status
from generator.pages import urls
from generator.pages.parts import Card, Cell, Column, Count, Row, Segment, Table
from generator.pages.status_words import flag_words, status_view
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import target_words, with_unit

STATES = tuple(status for status in Status if status not in COLOURS)


def current_status(item: RatedMeasure) -> Status:
    """What a measure is shown as; one without any period is not yet due."""
    return item.current.status if item.current else Status.NOT_YET_DUE


def value_words(item: RatedMeasure, one: RatedEntry | None) -> str:
    """The value of one period with its unit, or a dash."""
    if one is None or one.entry.value is None:
        return "–"
    return with_unit(one.entry.value, item.measure.unit)


def target_text(item: RatedMeasure, one: RatedEntry) -> str:
    """The target of one period with its unit, or a dash."""
    target = one.entry.target
    return "–" if target is None else target_words(target, item.measure.unit)


def card(item: RatedMeasure, path: str) -> Card:
    """One measure as a card on the page at `path`."""
    current = item.current
    return Card(
        title=item.measure.title,
        href=urls.relative(path, urls.measure(item.measure.id)),
        value=value_words(item, current),
        period=current.entry.period.label if current else "No period yet",
        status=status_view(current_status(item)),
        flags=flag_words(current.rating.flags) if current else (),
        sentence=item.sentence(current) if current else "No figure has been reported yet.",
    )


def measures_table(items: Iterable[RatedMeasure], caption: str, path: str) -> Table:
    """Measures in rows: name, period, value, target, status."""
    columns = (
        Column("Measure"),
        Column("Period"),
        Column("Value", "number"),
        Column("Target", "number"),
        Column("Status"),
    )
    return Table(caption, columns, tuple(_row(item, path) for item in items))


def counts(items: Sequence[RatedMeasure], *, href: str | None = None) -> tuple[Count, ...]:
    """How many measures have each status: all colours, and each state that occurs (R83)."""
    found = Counter(current_status(item) for item in items)
    shown = [*COLOURS, *(state for state in STATES if found[state])]
    views = [(status_view(status), found[status], status) for status in shown]
    return tuple(
        Count(
            str(number),
            view.word,
            view.css,
            view.shape,
            f"{href}#{status}" if href and number else None,
        )
        for view, number, status in views
    )


def segments(statuses: Sequence[Status]) -> tuple[Segment, ...]:
    """The shares of colours and states among `statuses`, for a bar."""
    found = Counter(status if status.is_colour else None for status in statuses)
    groups = [(status, status_view(status)) for status in COLOURS]
    shown = [(view.css, view.word, view.shape, found[status]) for status, view in groups]
    shown.append(("state", "No colour", "–", found[None]))
    made, start = [], 0
    for css, word, shape, count in shown:
        if count:
            made.append(
                Segment(
                    css, word, shape, str(count), _share(start, statuses), _share(count, statuses)
                )
            )
            start += count
    return tuple(made)


def _share(count: int, whole: Sequence[Status]) -> str:
    return f"{count * 10000 // len(whole) / 100:.2f}"


def _row(item: RatedMeasure, path: str) -> Row:
    current = item.current
    name = Cell(
        item.measure.title, header=True, href=urls.relative(path, urls.measure(item.measure.id))
    )
    status = Cell(
        "",
        status=status_view(current_status(item)),
        flags=flag_words(current.rating.flags) if current else (),
    )
    return Row(
        (
            name,
            Cell(current.entry.period.label if current else "–"),
            Cell(value_words(item, current), "number"),
            Cell(target_text(item, current) if current else "–", "number"),
            status,
        )
    )
