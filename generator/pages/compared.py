"""Comparison lines: the same figure elsewhere, drawn beside a measure's own, never as a ranking."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.rules.rated import RatedEntry

STYLES = ("comparison", "other")
"""How the lines of others are drawn; there is room for no more."""


class Series(NamedTuple):
    """A line before it is drawn: a value or none for each period."""

    css: str
    label: str
    values: tuple[Decimal | None, ...]

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The values that there are."""
        return tuple(value for value in self.values if value is not None)


def comparisons(entries: Sequence[RatedEntry], drawn: Sequence[Series]) -> Iterable[Series]:
    """The figures of others that can be drawn beside the result, which comes first in `drawn`.

    Left out are those that a drawn line already shows, and those so far from the result that its
    own ups and downs would be pressed flat: counts of a whole country, for example.
    """
    names = dict.fromkeys(name for one in entries for name in one.entry.comparisons or {})
    styles = [css for css in STYLES if css not in {one.css for one in drawn}]
    found = []
    for name in names:
        values = tuple((one.entry.comparisons or {}).get(name) for one in entries)
        series = Series("", name_of(name), values)
        if _is_near(series, drawn[0]) and not any(_is_shown_by(series, one) for one in drawn[1:]):
            found.append(series)
    for css, series in zip(styles, found, strict=False):
        yield series._replace(css=css)


def name_of(name: str) -> str:
    """What a comparison is called: Family group for family-group."""
    return name.replace("-", " ").capitalize()


def _is_near(series: Series, result: Series) -> bool:
    """Whether all values lie within one span of the result's: its range, or its greatest size."""
    low, high = min(result.known), max(result.known)
    span = max(high - low, abs(low), abs(high))
    return all(low - span <= value <= high + span for value in series.known)


def _is_shown_by(series: Series, line: Series) -> bool:
    """Whether a line has the same value wherever both have one."""
    pairs = [pair for pair in zip(series.values, line.values, strict=True) if None not in pair]
    return bool(pairs) and all(one == two for one, two in pairs)
