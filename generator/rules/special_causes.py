"""Special causes: what in a row of figures is more than its usual variation (R82, decision 0020).

The method is that of the NHS "Making Data Count" XmR charts: the limits lie 2.66 times the mean step
between neighbouring figures (the moving range) above and below the mean. Nothing is divided before
it is compared, so that a figure that lies exactly on a line is never taken for one beyond it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import chain, compress, groupby, pairwise
from typing import NamedTuple

from generator.model.numbers import EXACT

_ZERO = Decimal(0)
_PARTS = 300
"""2.66 is 798 of 300 parts, and two thirds of it 532: both whole."""
_LIMIT, _TWO_SIGMA = 798, 532
_SCREEN, _THOUSAND = 3267, 1000
_CLOSE, _WINDOW = 2, 3


class Signal(StrEnum):
    """A rule by which a figure signals a change, in the order in which they are told."""

    BEYOND_LIMIT = "beyond-limit"
    TREND = "trend"
    TWO_OF_THREE = "two-of-three"
    RUN = "run"


class ProcessLimits(NamedTuple):
    """Mean, limits and two-sigma lines in the measure's unit, to 64 digits; never clipped."""

    centre: Decimal
    lower: Decimal
    upper: Decimal
    lower_two_sigma: Decimal
    upper_two_sigma: Decimal


class Spread(NamedTuple):
    """Mean and usual variation as whole multiples of 1/`parts`.

    A figure times `parts` less `centre` is compared with `near` (two sigma) and `far` (the limits).
    """

    parts: int
    centre: Decimal
    near: Decimal
    far: Decimal

    @property
    def limits(self) -> ProcessLimits:
        """The lines as numbers: for printing and drawing, not for comparing."""
        distances = (_ZERO, -self.far, self.far, -self.near, self.near)
        return ProcessLimits(
            *(EXACT.divide(EXACT.add(self.centre, one), Decimal(self.parts)) for one in distances)
        )


class Found(NamedTuple):
    """A signal at the figure in one place of its row; `side` is 1 above the mean or rising, -1 below or falling."""

    place: int
    signal: Signal
    side: int


Rows = Sequence[Sequence[Decimal]]
"""Figures of one process; those of a row follow one another without a gap."""


def spread_of(rows: Rows, *, screen: bool = False) -> Spread | None:
    """Mean and usual variation of `rows`; None where no two figures follow one another.

    With `screen`, steps of more than 3.267 times the mean step are left out, once. To be called in
    the context EXACT.
    """
    steps = steps_of(rows)
    if not steps:
        return None
    if screen:
        steps = [step for step, out in zip(steps, left_out(steps), strict=True) if not out]
    count, many = sum(map(len, rows)), len(steps)
    varied = sum(steps, _ZERO) * count
    return Spread(
        parts=_PARTS * count * many,
        centre=sum(chain.from_iterable(rows), _ZERO) * (_PARTS * many),
        near=varied * _TWO_SIGMA,
        far=varied * _LIMIT,
    )


def steps_of(rows: Rows) -> list[Decimal]:
    """The moving ranges: how far each figure lies from the one before it; none across a gap."""
    return [abs(later - earlier) for row in rows for earlier, later in pairwise(row)]


def left_out(steps: Sequence[Decimal]) -> list[bool]:
    """Which steps are more than 3.267 times the mean step."""
    most = sum(steps, _ZERO) * _SCREEN
    factor = len(steps) * _THOUSAND
    return [step * factor > most for step in steps]


def signals_in(
    row: Sequence[Decimal], spread: Spread, run: int, *, beyond_limits_count: bool = True
) -> Iterator[Found]:
    """Every signal in figures that follow one another, rule by rule. To be called in EXACT."""
    centre, parts = spread.centre, spread.parts
    away = [figure * parts - centre for figure in row]
    sides = [(far > _ZERO) - (far < _ZERO) for far in away]
    beyond = [abs(far) > spread.far for far in away]
    close = [abs(far) > spread.near for far in away]
    if True in beyond:
        for at in compress(range(len(row)), beyond):
            yield Found(at, Signal.BEYOND_LIMIT, sides[at])
    steps = [(later > earlier) - (later < earlier) for earlier, later in pairwise(row)]
    for first, last, side in _repeats(steps, run - 1):
        yield from (Found(at, Signal.TREND, side) for at in range(first, last + 1))
    if not beyond_limits_count:
        close = [near and not out for near, out in zip(close, beyond, strict=True)]
    if close.count(True) >= _CLOSE:
        for at in _two_of_three(close, sides):
            yield Found(at, Signal.TWO_OF_THREE, sides[at])
    for first, last, side in _repeats(sides, run):
        yield from (Found(at, Signal.RUN, side) for at in range(first, last))


def _repeats(signs: Sequence[int], least: int) -> Iterator[tuple[int, int, int]]:
    """First place, place after the last, and sign of each row of at least `least` equal signs."""
    first = 0
    for sign, same in groupby(signs):
        after = first + len(list(same))
        if sign and after - first >= least:
            yield first, after, sign
        first = after


def _two_of_three(close: Sequence[bool], sides: Sequence[int]) -> list[int]:
    """The close figures of each three in a row on one side of which two or more are close."""
    found: set[int] = set()
    for first in range(len(sides) - _WINDOW + 1):
        three = range(first, first + _WINDOW)
        if sides[first] == sides[first + 1] == sides[first + 2]:
            marked = [at for at in three if close[at]]
            if len(marked) >= _CLOSE:
                found.update(marked)
    return sorted(found)
