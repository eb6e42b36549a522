"""The amber band of a chart: what lies on its one side is green, and on the other red."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

from generator.model.words import Status
from generator.pages.scale import Scale
from generator.rules.distance import band_words
from generator.rules.edges import Edges, edges
from generator.rules.rated import RatedEntry, RatedMeasure


class Band(NamedTuple):
    """A band between two lines, as the points of a shape."""

    points: str


class _Side(NamedTuple):
    """The band of one period on one side of its target, and where the period stands."""

    place: float
    edges: Edges | None


def amber_bands(
    item: RatedMeasure, entries: Sequence[RatedEntry], places: Sequence[float], scale: Scale
) -> Iterator[Band]:
    """The amber band on each side of the targets, as far as it lies on the scale; one shape for each
    stretch of periods that are compared with a target.
    """
    found = [_edges(item, one) for one in entries]
    for side in range(max(map(len, found), default=0)):
        sides = [
            _Side(place, own[side] if side < len(own) else None)
            for place, own in zip(places, found, strict=True)
        ]
        for present, run in groupby(sides, key=lambda one: one.edges is not None):
            stretch = list(run)
            if present and len(stretch) > 1 and any(_is_seen(one.edges, scale) for one in stretch):
                yield Band(_outline(stretch, scale))


def amber_words(item: RatedMeasure, entries: Sequence[RatedEntry]) -> str | None:
    """What the band means, in the words of the rules; None where the last figure is not compared."""
    limits = entries[-1].rating.limits
    if limits is None or not _edges(item, entries[-1]):
        return None
    measure = item.measure
    words = band_words(Status.AMBER, limits, measure.basis, measure.unit)
    basis = measure.target_basis
    target = basis.name if basis and basis.is_comparison else "target"
    return f"Amber: {words} outwith {target}"


def _edges(item: RatedMeasure, one: RatedEntry) -> tuple[Edges, ...]:
    limits, target = one.rating.limits, one.entry.target
    if limits is None or target is None or one.rating.exact is None:
        return ()
    return edges(item.measure, target, limits)


def _is_seen(own: Edges | None, scale: Scale) -> bool:
    """Whether any of a period's band lies on the scale."""
    return own is not None and max(own) > scale.low and min(own) < scale.high


def _outline(stretch: Sequence[_Side], scale: Scale) -> str:
    """The outer line and back along the inner one."""
    held = [(one.place, one.edges) for one in stretch if one.edges]
    there = [_spot(place, own.green, scale) for place, own in held]
    back = [_spot(place, own.amber, scale) for place, own in reversed(held)]
    return " ".join((*there, *back))


def _spot(place: float, value: Decimal, scale: Scale) -> str:
    return f"{place:.1f},{scale.height(min(max(value, scale.low), scale.high)):.1f}"
