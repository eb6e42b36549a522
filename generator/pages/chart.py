"""The chart of a measure: coordinates and words, ready for one SVG macro."""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from itertools import accumulate, groupby
from typing import NamedTuple

from generator.model.measure import Range
from generator.model.period import Period
from generator.model.settings import TargetBasis
from generator.model.unit import is_worded
from generator.model.words import Flag, Status
from generator.pages.band import Band, amber_bands, amber_words
from generator.pages.chart_words import description, message
from generator.pages.compared import Series, comparisons
from generator.pages.large import large
from generator.pages.scale import PLOT_HEIGHT, TOP, Scale, ticks
from generator.pages.status_words import MarkView, mark_of, status_view
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import with_unit

WIDTH, HEIGHT = 640, 290
RIGHT, INSET = 500, 18
NAME_HEIGHT = 18
MOST_MARKS = 30
MOST_LABELS, MOST_LONG_LABELS = 7, 5
SHORT_LABEL = 7


Spots = list[str | None]
"""Where the values of a series stand, as `x,y`; None where there is no value."""


class Plot(NamedTuple):
    """The rectangle in which lines are drawn."""

    x: str
    y: str
    width: str
    height: str


class YTick(NamedTuple):
    """A level of the vertical scale."""

    y: str
    label: str


class XTick(NamedTuple):
    """A period under the horizontal scale."""

    x: str
    label: str


class Frame(NamedTuple):
    """What is drawn around the lines, and where in it the periods stand."""

    scale: Scale
    places: tuple[float, ...]
    plot: Plot
    y_ticks: tuple[YTick, ...]
    x_ticks: tuple[XTick, ...]


class Line(NamedTuple):
    """A series: value, target or comparison. Each text of `points` is a stretch without gaps."""

    css: str
    points: tuple[str, ...]
    label: str
    label_x: str
    label_y: str


class Marks(NamedTuple):
    """The points of one status: their style and shape, and each one's place and title. Provisional ones
    are an outline.
    """

    css: str
    shape: str
    points: tuple[tuple[str, str], ...]
    outline: bool = False


class Break(NamedTuple):
    """A change after which figures cannot be compared."""

    x: str
    label: str


class Figure(NamedTuple):
    """A figure printed beside its point: its place, on which side the text lies, and how high."""

    x: str
    y: str
    anchor: str
    dy: str
    text: str


class KeyItem(NamedTuple):
    """A status that occurs in the chart."""

    css: str
    shape: str
    word: str


class Chart(NamedTuple):
    """One chart, every number a text. `size` makes the points smaller where there are many."""

    id: str
    title: str
    description: str
    plot: Plot
    y_ticks: tuple[YTick, ...]
    x_ticks: tuple[XTick, ...]
    lines: tuple[Line, ...]
    marks: tuple[Marks, ...]
    breaks: tuple[Break, ...]
    key: tuple[KeyItem, ...]
    width: str = str(WIDTH)
    height: str = str(HEIGHT)
    size: str = ""
    bands: tuple[Band, ...] = ()
    band: str | None = None
    figures: tuple[Figure, ...] = ()


def chart(item: RatedMeasure) -> Chart | None:
    """The chart of a measure's values and targets; None with fewer than two values, or with values
    that are dates or levels.
    """
    if is_worded(item.measure.unit):
        return None
    entries = drawn(item.entries)
    series = tuple(series_of(item, entries))
    if sum(value is not None for value in series[0].values) < 2:
        return None
    values = [value for one in series for value in one.values if value is not None]
    frame = frame_of(entries, values, item.measure.unit)
    places = frame.places
    spots = [spots_of(one.values, frame) for one in series]
    bands = tuple(amber_bands(item, entries, places, frame.scale))
    breaks = {at for at, one in enumerate(entries) if one.entry.break_ and at}
    return Chart(
        id=f"chart-{item.measure.id}",
        title=message(item, entries),
        description=description(item, entries),
        plot=frame.plot,
        y_ticks=frame.y_ticks,
        x_ticks=frame.x_ticks,
        lines=tuple(lines_of(series, spots, breaks)),
        marks=tuple(_marks(item, entries, spots[0])),
        breaks=tuple(
            Break(f"{(places[at] + places[at - 1]) / 2:.1f}", "Break") for at in sorted(breaks)
        ),
        key=tuple(_key(entries)),
        bands=bands,
        band=amber_words(item, entries) if bands else None,
        figures=tuple(_figures(item, entries, spots[0])),
    )


def frame_of(entries: Sequence[RatedEntry], values: Sequence[Decimal], unit: str) -> Frame:
    """The frame of a chart of `entries` that holds all `values`."""
    scale = Scale.around(min(values), max(values))
    levels = ticks(scale, unit)
    left = 16 + 15 * max(len(label) for _, label in levels)
    places = _places(len(entries), left)
    return Frame(
        scale=scale,
        places=tuple(places),
        plot=Plot(str(left), str(TOP), str(RIGHT - left), str(PLOT_HEIGHT)),
        y_ticks=tuple(YTick(height_of(level, scale), label) for level, label in levels),
        x_ticks=tuple(_x_ticks(entries, places)),
    )


def drawn(entries: Sequence[RatedEntry]) -> list[RatedEntry]:
    """The periods from the first to the last with a value."""
    filled = [index for index, one in enumerate(entries) if one.entry.value is not None]
    return list(entries[filled[0] : filled[-1] + 1]) if filled else []


def series_of(item: RatedMeasure, entries: Sequence[RatedEntry]) -> Iterable[Series]:
    """The values, the targets or the comparison, and other comparisons of much the same size."""
    result = Series("value", "Result", tuple(one.entry.value for one in entries))
    targets = tuple(_target_series(item, entries))
    yield from (result, *targets, *comparisons(entries, (result, *targets)))


def _target_series(item: RatedMeasure, entries: Sequence[RatedEntry]) -> Iterable[Series]:
    """The targets, or the figures of others that stand in their place."""
    lows = tuple(_low(one) for one in entries)
    if any(value is not None for value in lows):
        highs = tuple(_high(one) for one in entries)
        ranged = any(isinstance(one.entry.target, Range) for one in entries)
        basis = item.measure.target_basis
        if basis and basis.is_comparison:
            yield Series("comparison", _compared_with(basis), lows)
            return
        yield Series("target", "Target: low" if ranged else "Target", lows)
        if ranged:
            yield Series("target", "Target: high", highs)


def _compared_with(basis: TargetBasis) -> str:
    """What a comparison line is called beside the chart: Scotland for "the figure for Scotland"."""
    name = (basis.name or "Comparison").removeprefix("the figure for ").removeprefix("the ")
    return f"{name[:1].upper()}{name[1:15]}"


def _low(one: RatedEntry) -> Decimal | None:
    target = one.entry.target
    return target.low if isinstance(target, Range) else target


def _high(one: RatedEntry) -> Decimal | None:
    target = one.entry.target
    return target.high if isinstance(target, Range) else target


def _places(count: int, left: int) -> list[float]:
    room = RIGHT - left - 2 * INSET
    step = room / max(count - 1, 1)
    return [left + INSET + step * index for index in range(count)]


def height_of(value: Decimal, scale: Scale) -> str:
    """The height of a value, as a text."""
    return f"{scale.height(value):.1f}"


def spots_of(values: Sequence[Decimal | None], frame: Frame) -> Spots:
    """Where each value stands, as `x,y`; None where there is no value."""
    places, scale = frame.places, frame.scale
    top, step = float(scale.high), PLOT_HEIGHT / float(scale.high - scale.low)
    return [
        None if value is None else f"{place:.1f},{TOP + (top - float(value)) * step:.1f}"
        for place, value in zip(places, values, strict=True)
    ]


def _x_ticks(entries: Sequence[RatedEntry], places: Sequence[float]) -> Iterable[XTick]:
    longest = max(len(_short(one.entry.period)) for one in entries)
    step = -(-len(entries) // (MOST_LABELS if longest <= SHORT_LABEL else MOST_LONG_LABELS))
    chosen = range(len(entries) - 1, -1, -step)
    for index in sorted(chosen):
        yield XTick(f"{places[index]:.1f}", _short(entries[index].entry.period))


def _short(period: Period) -> str:
    """A period in few letters: 2024-25 Q1 as 24/25 Q1, July 2023 as Jul 2023."""
    label = period.label
    if period.words != label:
        return f"{period.words[:3]} {label[:4]}"
    return label if len(label) <= SHORT_LABEL else f"{label[2:4]}/{label[5:7]} {label[8:]}"


def lines_of(
    series: Sequence[Series], spots: Sequence[Spots], breaks: Collection[int] = ()
) -> Iterable[Line]:
    """Each series as a line with its name beside it; values are not joined across a break."""
    taken: list[float] = []
    for one, own in zip(series, spots, strict=True):
        stretches = tuple(_stretches(own, breaks if one.css == "value" else ()))
        height = _apart(float(stretches[-1].rpartition(",")[2]), taken)
        yield Line(one.css, stretches, one.label, str(RIGHT + 6), f"{height:.1f}")


def _stretches(spots: Spots, breaks: Collection[int]) -> Iterable[str]:
    """The points of each stretch of a line that has neither a gap nor a break in it."""
    parts = accumulate(at in breaks for at in range(len(spots)))
    for (present, _), run in groupby(
        zip(spots, parts, strict=True), key=lambda pair: (pair[0] is not None, pair[1])
    ):
        if present:
            yield " ".join(spot for spot, _ in run if spot)


def _figures(item: RatedMeasure, entries: Sequence[RatedEntry], spots: Spots) -> Iterable[Figure]:
    """The first and the last value, printed on the side of their point that the line leaves free."""
    drawn = [(one, spot) for one, spot in zip(entries, spots, strict=True) if spot]
    for (one, spot), (_, near), anchor in (
        (drawn[0], drawn[1], "start"),
        (drawn[-1], drawn[-2], "end"),
    ):
        (x, y), beside = spot.split(","), near.rpartition(",")[2]
        above = float(beside) >= float(y) and float(y) > TOP + NAME_HEIGHT
        shown = large(one.entry.value or Decimal(0), item.measure.unit)
        yield Figure(x, y, anchor, "-.8em" if above else "1.6em", shown.value)


def _apart(height: float, taken: list[float]) -> float:
    """A height for a label at least its own height from those already taken."""
    for offset in (0, -NAME_HEIGHT, NAME_HEIGHT, -2 * NAME_HEIGHT, 2 * NAME_HEIGHT):
        if all(abs(height + offset - other) >= NAME_HEIGHT for other in taken):
            taken.append(height + offset)
            return height + offset
    taken.append(height)
    return height


def _marks(item: RatedMeasure, entries: Sequence[RatedEntry], spots: Spots) -> Iterable[Marks]:
    """The points by status; only the last one where there are too many to tell apart."""
    found: dict[tuple[MarkView, bool], list[tuple[str, str]]] = {}
    unit = item.measure.unit
    first = 0 if len(entries) <= MOST_MARKS else len(entries) - 1
    for one, spot in list(zip(entries, spots, strict=True))[first:]:
        if spot and one.entry.value is not None:
            title = f"{one.entry.period.words}: {with_unit(one.entry.value, unit)}"
            told = f"{title}, provisional" if _is_provisional(one) else title
            found.setdefault((mark_of(one.status), _is_provisional(one)), []).append((spot, told))
    for (mark, outline), points in found.items():
        yield Marks(*mark, tuple(points), outline)


def _is_provisional(one: RatedEntry) -> bool:
    return Flag.PROVISIONAL in one.rating.flags


def _key(entries: Sequence[RatedEntry]) -> Iterable[KeyItem]:
    if len(entries) > MOST_MARKS:
        return
    for status in (Status.GREEN, Status.AMBER, Status.RED):
        if any(one.status is status for one in entries):
            view = status_view(status)
            yield KeyItem(view.css, view.shape, view.word)
    if any(_is_provisional(one) and one.entry.value is not None for one in entries):
        yield KeyItem("none", "○", "Outline: provisional")
