"""Variation: whether a measure is changing, or only varying as it always does (R82).

Decision 0020 gives the method, 0021 what is said of a target, 0022 when there are no limits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.numbers import EXACT
from generator.model.period import PeriodLabel
from generator.model.settings import Rebase
from generator.model.unit import is_worded
from generator.model.words import Direction, Frequency, Kind, Status
from generator.rules.special_causes import (
    Found,
    ProcessLimits,
    Signal,
    Spread,
    left_out,
    signals_in,
    spread_of,
    steps_of,
)
from generator.rules.wording import one_line

FEWEST = 13
"""The fewest figures from which limits are worked out, as in the tools of the NHS."""
OFTEN = (Frequency.MONTHLY, Frequency.QUARTERLY)
"""How often figures come that can have limits."""


class Cause(StrEnum):
    """What stands behind a figure: the usual variation, or something special.

    A measure without a better direction knows rising and falling alone.
    """

    COMMON = "common"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    RISING = "rising"
    FALLING = "falling"


class Assurance(StrEnum):
    """What the process, as it is, can be relied on to do about its target."""

    PASSES = "consistently-passes"
    FAILS = "consistently-fails"
    HIT_AND_MISS = "hit-and-miss"


class Point(NamedTuple):
    """One figure; without a cause where there are no limits. `signals` are told in their order."""

    entry: PeriodEntry
    cause: Cause | None = None
    signals: tuple[Signal, ...] = ()


class Segment(NamedTuple):
    """Figures of one process, from its start to a break, a rebase or the end.

    `break_` and `rebase` say why it starts, where it is not the first. `screened` are the entries
    whose step from the one before was left out of the limits.
    """

    points: tuple[Point, ...]
    spread: Spread | None = None
    break_: str | None = None
    rebase: Rebase | None = None
    screened: tuple[PeriodEntry, ...] = ()

    @property
    def limits(self) -> ProcessLimits | None:
        """Mean, limits and two-sigma lines; None where there are too few figures."""
        return self.spread.limits if self.spread else None

    @property
    def is_steady(self) -> bool:
        """Whether no more than half of the figures signal a change: one process, that varies."""
        special = sum(point.cause is not Cause.COMMON for point in self.points)
        return 2 * special <= len(self.points)


@dataclass(frozen=True, slots=True)
class Variation:
    """What the figures of a measure say beside their statuses.

    `reason` says in words why the latest figure is not judged; None where it is. Earlier segments
    may have limits all the same.
    """

    reason: str | None = None
    segments: tuple[Segment, ...] = field(default=())
    assurance: Assurance | None = None

    @property
    def latest(self) -> Point | None:
        """The latest figure, where it is judged: its cause is the measure's variation icon."""
        return self.segments[-1].points[-1] if self.segments and not self.reason else None

    @property
    def has_limits(self) -> bool:
        """Whether any segment has limits."""
        return any(segment.spread for segment in self.segments)


def variation_of(measure: Measure) -> Variation:
    """Whether `measure` is changing, or only varying. Never raises."""
    if never := _never(measure):
        return Variation(never)
    with localcontext(EXACT):
        segments = tuple(_judged(measure, *found) for found in _segments(measure))
        if not segments:
            return Variation("There is no figure yet.")
        last = segments[-1]
        if last.spread is None:
            return Variation(_too_few(last), segments)
        return Variation(None, segments, _assurance(measure, last.points[-1].entry, last.spread))


def stands(rebase: Rebase, measure: Measure) -> bool:
    """Whether a rebase counts: someone other than the owner approved it (decision 0022)."""
    return rebase.approved_by != measure.owner


def _never(measure: Measure) -> str | None:
    """Why no figures of the measure can have limits, however many there are."""
    if measure.kind is Kind.QUALITATIVE:
        return "It is judged from facts and has no figures."
    if is_worded(measure.unit):
        return "Its figures are dates or levels, of which no mean is taken."
    if measure.variation.off:
        return one_line(measure.variation.off)
    if measure.frequency not in OFTEN:
        return "It has one figure a year, and limits are only worked out for months and quarters."
    if measure.calculation and measure.calculation.cumulative:
        return "Each figure is the total of the year so far, so that it contains the one before it."
    if any(entry.state is Status.SUPPRESSED for entry in measure.periods):
        return "Some figures are withheld, and limits without them would mislead."
    return None


def _too_few(last: Segment) -> str:
    count = len(last.points)
    if count >= FEWEST:
        return "No two figures follow one another without a gap."
    since = f" since {last.points[0].entry.period.words}" if last.break_ or last.rebase else ""
    return (
        f"Change is told from variation from {FEWEST} figures on, and there "
        f"{'is' if count == 1 else 'are'} {count}{since}."
    )


Rows = list[list[PeriodEntry]]


def _segments(measure: Measure) -> Iterator[tuple[Rows, str | None, Rebase | None]]:
    """The figures from one start to the next, in rows without gaps, and why each starts."""
    rebases = {one.from_: one for one in measure.variation.rebase if stands(one, measure)}
    rows: Rows = []
    why: tuple[str | None, Rebase | None] = (None, None)
    expected, begun = None, False
    for entry in measure.periods:
        period = entry.period
        rebase = rebases.get(PeriodLabel(period.label)) if rebases else None
        if (entry.break_ or rebase) and begun:
            if rows:
                yield rows, *why
            rows, why, expected = [], (entry.break_, rebase), None
        if entry.value is None:
            continue
        if period.number != expected:
            rows.append([])
        rows[-1].append(entry)
        expected, begun = period.number + measure.every, True
    if rows:
        yield rows, *why


def _judged(measure: Measure, rows: Rows, break_: str | None, rebase: Rebase | None) -> Segment:
    entries = [entry for row in rows for entry in row]
    settings = measure.variation
    figures = [[entry.value for entry in row if entry.value is not None] for row in rows]
    enough = len(entries) >= FEWEST
    spread = spread_of(figures, screen=settings.screen_outliers) if enough else None
    if spread is None:
        return Segment(tuple(map(Point, entries)), None, break_, rebase)
    found: dict[int, list[Found]] = {}
    before = 0
    for row in figures:
        for one in signals_in(
            row, spread, settings.run, beyond_limits_count=settings.beyond_limits_count
        ):
            found.setdefault(before + one.place, []).append(one)
        before += len(row)
    better = _BETTER.get(measure.direction, 0)
    points = tuple(
        _special(entry, found[at], better) if at in found else Point(entry, Cause.COMMON)
        for at, entry in enumerate(entries)
    )
    screened = _screened(rows, figures) if settings.screen_outliers else ()
    return Segment(points, spread, break_, rebase, screened)


_BETTER = {Direction.HIGHER: 1, Direction.LOWER: -1}


def _special(entry: PeriodEntry, found: Sequence[Found], better: int) -> Point:
    """A figure with its signals. One that is both improvement and concern is shown as improvement,
    as the single chart tool of the NHS does; without a better direction the first signal decides.
    """
    signals = tuple(dict.fromkeys(one.signal for one in found))
    if better:
        good = any(one.side == better for one in found)
        return Point(entry, Cause.IMPROVEMENT if good else Cause.CONCERN, signals)
    return Point(entry, Cause.RISING if found[0].side > 0 else Cause.FALLING, signals)


def _screened(rows: Rows, figures: Sequence[Sequence[Decimal]]) -> tuple[PeriodEntry, ...]:
    later = [entry for row in rows for _, entry in pairwise(row)]
    out = left_out(steps_of(figures))
    return tuple(entry for entry, is_out in zip(later, out, strict=True) if is_out)


def _assurance(measure: Measure, entry: PeriodEntry, spread: Spread) -> Assurance | None:
    """Whether every value within the limits meets the target, or none, or some (decision 0021)."""
    ends = target_ends(measure, entry)
    if ends is None:
        return None
    low, high = ends
    lower, upper = spread.centre - spread.far, spread.centre + spread.far
    parts = spread.parts
    if (low is not None and upper < low * parts) or (high is not None and lower > high * parts):
        return Assurance.FAILS
    if (low is None or lower >= low * parts) and (high is None or upper <= high * parts):
        return Assurance.PASSES
    return Assurance.HIT_AND_MISS


def target_ends(
    measure: Measure, entry: PeriodEntry
) -> tuple[Decimal | None, Decimal | None] | None:
    """The least and the greatest value that meet the target; None where no assurance is given.

    A plan is met by one value alone, and a figure of others is no target.
    """
    target = entry.target
    if target is None or (measure.target_basis and measure.target_basis.is_comparison):
        return None
    match measure.direction, target:
        case Direction.RANGE, Range():
            return target.low, target.high
        case Direction.HIGHER, Decimal():
            return target, None
        case Direction.LOWER, Decimal():
            return None, target
    return None
