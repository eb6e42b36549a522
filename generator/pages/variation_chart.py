"""The chart of variation: figures, mean and limits, and the points that signal a change (R82)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.pages.chart import (
    HEIGHT,
    MOST_MARKS,
    NAME_HEIGHT,
    RIGHT,
    Break,
    Chart,
    Frame,
    KeyItem,
    Line,
    Marks,
    drawn,
    frame_of,
    height_of,
    lines_of,
    series_of,
    spots_of,
)
from generator.pages.parts import StatusView
from generator.rules.rated import RatedMeasure
from generator.rules.units import with_unit
from generator.rules.variation import Cause, Point, Segment
from generator.rules.variation_words import reachable, span, special_count, told
from generator.rules.wording import plural

CAUSES = {
    Cause.IMPROVEMENT: StatusView("Improvement", "improvement", "◆"),
    Cause.CONCERN: StatusView("Concern", "concern", "■"),
    Cause.RISING: StatusView("Rising", "neutral", "▲"),
    Cause.FALLING: StatusView("Falling", "neutral", "▼"),
    Cause.COMMON: StatusView("Usual variation", "common", "●"),
    None: StatusView("Too few figures to judge", "none", "○"),
}
"""Each cause as word, style and shape: blue, orange, purple and grey, never red or green."""
_SHAPES = {
    Cause.IMPROVEMENT: "diamond",
    Cause.CONCERN: "square",
    Cause.RISING: "up",
    Cause.FALLING: "down",
    Cause.COMMON: "spot",
    None: "open",
}
_LATEST = {
    Cause.COMMON: "No signal of a change",
    Cause.IMPROVEMENT: "A signal of improvement",
    Cause.CONCERN: "A signal of concern",
    Cause.RISING: "A signal of a rise",
    Cause.FALLING: "A signal of a fall",
}
_MANY = 2 * MOST_MARKS
Places = Mapping[int, float]
"""How far to the right each period stands, by its number."""


def variation_chart(item: RatedMeasure) -> Chart | None:
    """The chart of a measure's variation; None where no figures have limits."""
    segments = item.variation.segments
    if not item.variation.has_limits:
        return None
    entries = drawn(item.entries)
    series = tuple(series_of(item, entries))
    values = [value for one in series for value in one.values if value is not None]
    frame = frame_of(entries, [*values, *_ends(item)], item.measure.unit)
    numbers = [one.entry.period.number for one in entries]
    places = dict(zip(numbers, frame.places, strict=True))
    spots = [spots_of(one.values, frame) for one in series]
    points = [point for segment in segments for point in segment.points]
    lines = (*lines_of(series, spots), *_limits(item, frame, places))
    return Chart(
        id=f"variation-{item.measure.id}",
        title=_message(item),
        description=_description(item, points),
        plot=frame.plot,
        y_ticks=frame.y_ticks,
        x_ticks=frame.x_ticks,
        lines=tuple(_named_in_order(lines)),
        marks=tuple(_marks(item, points, dict(zip(numbers, spots[0], strict=True)))),
        breaks=tuple(_starts(segments, places)),
        key=tuple(_key(points)),
        size=_size(len(points)),
    )


def _ends(item: RatedMeasure) -> list[Decimal]:
    """Every limit as it is drawn."""
    held = (one.limits for one in item.variation.segments)
    return [end for limits in held if limits for end in reachable(item.measure, limits)]


def _named_in_order(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines with their names apart, in the order in which the lines end."""
    order = sorted(range(len(lines)), key=lambda at: _end(lines[at]))
    down: list[float] = []
    for at in order:
        down.append(max(_end(lines[at]), down[-1] + NAME_HEIGHT if down else 0))
    up: list[float] = []
    for at in reversed(order):
        up.append(min(_end(lines[at]), up[-1] - NAME_HEIGHT if up else HEIGHT))
    # Pushed apart downwards and upwards; half way between, they are as near as they can be.
    both = zip(order, down, reversed(up), strict=True)
    heights = {at: (low + high) / 2 for at, low, high in both}
    for at, line in enumerate(lines):
        yield line._replace(label_y=f"{heights[at]:.1f}")


def _end(line: Line) -> float:
    """The height at which a line ends."""
    return float(line.points[-1].rpartition(",")[2])


def _limits(item: RatedMeasure, frame: Frame, places: Places) -> Iterator[Line]:
    """Mean, upper and lower limit, each from the first to the last figure of its segment."""
    levels: list[tuple[Decimal, Decimal, Decimal]] = []
    spans: list[tuple[float, float]] = []
    for segment in item.variation.segments:
        if limits := segment.limits:
            low, high = reachable(item.measure, limits)
            levels.append((limits.centre, high, low))
            first, last = segment.points[0].entry.period, segment.points[-1].entry.period
            spans.append((places[first.number], places[last.number]))
    named = (("centre", "Mean"), ("limit", "Upper limit"), ("limit", "Lower limit"))
    for (css, label), heights in zip(named, zip(*levels, strict=True), strict=True):
        ys = [height_of(value, frame.scale) for value in heights]
        lines = tuple(
            f"{first:.1f},{y} {last:.1f},{y}" for (first, last), y in zip(spans, ys, strict=True)
        )
        yield Line(css, lines, label, str(RIGHT + 6), ys[-1])


def _marks(
    item: RatedMeasure, points: Sequence[Point], spots: Mapping[int, str | None]
) -> Iterator[Marks]:
    """The points by cause; those that signal lie on top."""
    by_cause: dict[Cause | None, list[tuple[str, str]]] = {}
    for point in points:
        spot, value = spots.get(point.entry.period.number), point.entry.value
        if spot and value is not None:
            word = CAUSES[point.cause].word.lower()
            figure = f"{point.entry.period.words}: {with_unit(value, item.measure.unit)}"
            by_cause.setdefault(point.cause, []).append((spot, f"{figure}, {word}"))
    for cause in (None, *reversed(Cause)):
        if cause in by_cause:
            yield Marks(CAUSES[cause].css, _SHAPES[cause], tuple(by_cause[cause]))


def _starts(segments: Sequence[Segment], places: Places) -> Iterator[Break]:
    """Where limits are worked out anew, midway between the figures before and after."""
    for before, after in pairwise(segments):
        last, first = before.points[-1].entry.period, after.points[0].entry.period
        middle = (places[last.number] + places[first.number]) / 2
        yield Break(f"{middle:.1f}", "Rebased" if after.rebase else "Break")


def _key(points: Sequence[Point]) -> Iterator[KeyItem]:
    found = {point.cause for point in points}
    for cause, view in CAUSES.items():
        if cause in found:
            yield KeyItem(view.css, view.shape, view.word)


def _size(count: int) -> str:
    """How much smaller points are where they would hide one another."""
    if count <= MOST_MARKS:
        return ""
    return " scale(.7)" if count <= _MANY else " scale(.4)"


def _message(item: RatedMeasure) -> str:
    """The title says what the chart shows: whether the latest figure signals a change."""
    point = item.variation.latest
    if point is None or point.cause is None or point.entry.value is None:
        first = item.variation.segments[-1].points[0].entry.period.words
        return f"Too few figures since {first} to tell change from variation"
    segment = item.variation.segments[-1]
    if not segment.is_steady:
        count = special_count(segment)
        return f"No steady process: {count} of {len(segment.points)} figures signal a change"
    figure = with_unit(point.entry.value, item.measure.unit)
    return f"{_LATEST[point.cause]}: {figure} in {point.entry.period.words}"


def _description(item: RatedMeasure, points: Sequence[Point]) -> str:
    measure = item.measure
    first, last = points[0].entry.period, points[-1].entry.period
    figures = plural(len(points), "figure")
    words = [f"{measure.title}, {figures} from {first.words} to {last.words}."]
    for segment in item.variation.segments:
        if limits := segment.limits:
            first, last = segment.points[0].entry.period, segment.points[-1].entry.period
            words.append(
                f"{first.words} to {last.words}: mean {told(measure, limits.centre)}, limits "
                f"{span(measure, limits)}."
            )
    special = [point for point in points if point.signals]
    words.append(f"{plural(len(special), 'figure signals', 'figures signal')} a change.")
    return " ".join(words)
