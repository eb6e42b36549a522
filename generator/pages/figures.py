"""Measures in lists: cards, rows and counts, the same on every page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.measure import Range
from generator.model.words import COLOURS, Status
from generator.pages import urls
from generator.pages.parts import Card, Count, Segment, Spark, TrendView
from generator.pages.spark import spark
from generator.pages.status_words import flag_words, status_view, status_word
from generator.pages.trends import current_trend
from generator.rules.rated import RatedEntry, RatedMeasure, shown
from generator.rules.units import bare, target_words, with_unit
from generator.rules.wording import capital

CAVEAT = "Caveat"
"""The marker of a figure that has a caveat: its page says which."""
STATES = tuple(status for status in Status if status not in COLOURS)


def current_status(item: RatedMeasure) -> Status:
    """What a measure is shown as; one without any period is not yet due."""
    return shown(item)


def is_compared(item: RatedMeasure) -> bool:
    """Whether a measure is rated against a figure of others, not a target that was agreed."""
    basis = item.measure.target_basis
    return basis is not None and basis.is_comparison


def target_noun(item: RatedMeasure) -> str:
    """What a measure is rated against: Target, or Figure for Scotland where none was agreed."""
    basis = item.measure.target_basis
    if basis is None or not basis.is_comparison:
        return "Target"
    name = (basis.name or "Comparison").removeprefix("the ")
    return capital(name)


def value_words(item: RatedMeasure, one: RatedEntry | None) -> str:
    """The value of one period with its unit, or a dash."""
    if one is None or one.entry.value is None:
        return "–"
    return with_unit(one.entry.value, item.measure.unit)


def target_text(item: RatedMeasure, one: RatedEntry) -> str:
    """The target of one period with its unit, or a dash."""
    target = one.entry.target
    return "–" if target is None else target_words(target, item.measure.unit)


def flags_of(item: RatedMeasure, one: RatedEntry | None) -> tuple[str, ...]:
    """The markers beside one period, and one more where a caveat touches it (R48)."""
    if one is None:
        return ()
    caveat = (CAVEAT,) if item.caveats_of(one) else ()
    return (*flag_words(one.rating.flags), *caveat)


def bare_value(item: RatedMeasure, one: RatedEntry) -> str:
    """The value for a column whose head names the unit, or a dash."""
    return "–" if one.entry.value is None else bare(one.entry.value, item.measure.unit)


def bare_target(item: RatedMeasure, one: RatedEntry) -> str:
    """The target for a column whose head names the unit, or a dash."""
    target = one.entry.target
    if isinstance(target, Range):
        return f"{bare(target.low, item.measure.unit)} to {bare(target.high, item.measure.unit)}"
    return "–" if target is None else bare(target, item.measure.unit)


def card(item: RatedMeasure, path: str) -> Card:
    """One measure as a card on the page at `path`."""
    current = item.current
    return Card(
        title=item.measure.title,
        href=urls.relative(path, urls.measure(item.measure.id)),
        value="Judged" if current and current.entry.assessment else value_words(item, current),
        period=current.entry.period.words if current else "No period yet",
        status=status_view(current_status(item)),
        flags=flags_of(item, current),
        sentence=current.sentence if current else "No figure has been reported yet.",
        trend=current_trend(item),
        spark=spark(item),
    )


class MeasureRow(NamedTuple):
    """One measure in a table: a tuple, because there are many and templates unpack it."""

    title: str
    href: str
    period: str
    value: str
    target: str
    status: str
    flags: tuple[str, ...]
    trend: TrendView | None
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class MeasuresTable:
    """Measures in rows: title, period, value, target, status, trend."""

    caption: str
    rows: tuple[MeasureRow, ...]


def measures_table(
    items: Iterable[RatedMeasure], caption: str, path: str, *, sparks: bool = True
) -> MeasuresTable:
    """Measures in rows on the page at `path`, with a line of their figures unless that is too much."""
    return MeasuresTable(caption, tuple(_row(item, path, sparks=sparks) for item in items))


def counts(items: Sequence[RatedMeasure], *, href: str | None = None) -> tuple[Count, ...]:
    """How many measures have each status: all colours, and each state that occurs (R83)."""
    found = Counter(current_status(item) for item in items)
    compared = Counter(current_status(item) for item in items if is_compared(item))
    shown = [*COLOURS, *(state for state in STATES if found[state])]
    views = [(status_view(status), found[status], status) for status in shown]
    return tuple(
        Count(
            str(number),
            view.word,
            view.css,
            view.shape,
            f"{href}#{status}" if href and number else None,
            f"{compared[status]} by comparison" if status in COLOURS and compared[status] else None,
        )
        for view, number, status in views
    )


def segments(statuses: Sequence[Status]) -> tuple[Segment, ...]:
    """The shares of each colour and each state among `statuses`, for a bar (R83)."""
    found = Counter(statuses)
    made, start = [], 0
    for status in (*COLOURS, *STATES):
        count = found[status]
        if count:
            view = status_view(status)
            made.append(
                Segment(
                    view.css,
                    view.word,
                    view.shape,
                    str(count),
                    _share(start, statuses),
                    _share(count, statuses),
                )
            )
            start += count
    return tuple(made)


def _share(count: int, whole: Sequence[Status]) -> str:
    return f"{count * 10000 // len(whole) / 100:.2f}"


def _row(item: RatedMeasure, path: str, *, sparks: bool) -> MeasureRow:
    current = item.current
    return MeasureRow(
        title=item.measure.title,
        href=urls.relative(path, urls.measure(item.measure.id)),
        period=current.entry.period.words if current else "–",
        value=value_words(item, current),
        target=target_text(item, current) if current else "–",
        status=status_word(current_status(item)),
        flags=flags_of(item, current),
        trend=current_trend(item),
        spark=spark(item) if sparks else None,
    )
