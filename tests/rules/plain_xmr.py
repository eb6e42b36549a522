"""XmR limits and signals worked out a second time, naively and in fractions, to compare with (R82)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

Figures = Sequence[Fraction | None]
"""Period by period; None stands for one without a figure, which breaks every row."""


@dataclass(frozen=True)
class Plain:
    """Mean and limits of one process, and the signals of each figure, as (rule, side)."""

    centre: Fraction
    lower: Fraction
    upper: Fraction
    signals: list[set[tuple[str, int]]]


def plain_xmr(
    figures: Figures, *, run: int = 7, screen: bool = False, beyond: bool = True
) -> Plain | None:
    """Works out one process; None with too few figures."""
    known = [x for x in figures if x is not None]
    steps = [abs(b - a) for a, b in pairwise(figures) if a is not None and b is not None]
    if len(known) < 13 or not steps:
        return None
    centre, step = _mean(known), _mean(steps)
    if screen:
        step = _mean([one for one in steps if one <= Fraction("3.267") * step])
    three, two = Fraction("2.66") * step, Fraction("2.66") * 2 / 3 * step
    most = None if beyond else three
    found: list[set[tuple[str, int]]] = [set() for _ in figures]
    for side in (1, -1):
        away = [None if x is None else (x - centre) * side for x in figures]
        signals = {
            "beyond-limit": {i for i, x in enumerate(away) if x is not None and x > three},
            "run": set(_runs(away, run)),
            "trend": set(_trends(away, run)),
            "two-of-three": set(_close(away, two, most)),
        }
        for name, places in signals.items():
            for place in places:
                found[place].add((name, side))
    told = [one for one, x in zip(found, figures, strict=True) if x is not None]
    return Plain(centre, centre - three, centre + three, told)


def _mean(numbers: Sequence[Fraction]) -> Fraction:
    return sum(numbers, Fraction(0)) / len(numbers)


def _windows(away: Figures, length: int) -> Iterator[tuple[range, list[Fraction]]]:
    """Every stretch of `length` periods that all have a figure."""
    for first in range(len(away) - length + 1):
        row = [x for x in away[first : first + length] if x is not None]
        if len(row) == length:
            yield range(first, first + length), row


def _runs(away: Figures, run: int) -> Iterator[int]:
    for places, row in _windows(away, run):
        if all(x > 0 for x in row):
            yield from places


def _trends(away: Figures, run: int) -> Iterator[int]:
    for places, row in _windows(away, run):
        if all(b > a for a, b in pairwise(row)):
            yield from places


def _close(away: Figures, two: Fraction, most: Fraction | None) -> Iterator[int]:
    for places, row in _windows(away, 3):
        close = [
            place
            for place, x in zip(places, row, strict=True)
            if x > two and (most is None or x <= most)
        ]
        if all(x > 0 for x in row) and len(close) >= 2:
            yield from close
