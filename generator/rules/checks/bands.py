"""Rules on the bands that decide colours."""

from collections.abc import Iterator
from datetime import date

from generator.model.finding import Remark
from generator.model.measure import Measure
from generator.model.numbers import plain
from generator.model.words import Basis
from generator.rules.rated import Rated


def bands_are_in_order(rated: Rated) -> Iterator[Remark]:
    """In every set of bands green ends before amber does, no two sets begin on one day, and a
    measure's own bands were agreed before they hold.
    """
    council = rated.catalogue.council
    begun: set[date] = set()
    for index, bands in enumerate(council.bands):
        at = ("bands", index)
        if bands.green_up_to >= bands.amber_up_to:
            yield Remark(
                path=council.path,
                at=(*at, "green_up_to"),
                message=_overlap(plain(bands.green_up_to), plain(bands.amber_up_to)),
                fix="Write a smaller number for green_up_to than for amber_up_to.",
            )
        if bands.from_ in begun:
            yield Remark(
                path=council.path,
                at=(*at, "from"),
                message=f"two sets of bands begin on {bands.from_}",
                fix="Keep one of the two, or correct its date.",
            )
        begun.add(bands.from_)
    for measure in rated.catalogue.measures:
        yield from _own_bands(measure)


def points_have_bands(rated: Rated) -> Iterator[Remark]:
    """A measure that is not in per cent counts its distance from target in points only with bands of
    its own, because the corporate bands are percentages.
    """
    for measure in rated.catalogue.measures:
        own = measure.tolerance
        if own is None or own.basis is not Basis.POINTS or own.green_up_to is not None:
            continue
        if measure.unit not in ("percent", "percentage-points"):
            yield Remark(
                path=measure.path,
                at=("tolerance", "basis"),
                message=f"the corporate bands are percentages, but points would be {measure.unit}",
                fix="Write basis: relative, or add bands of its own with their agreement.",
            )


def _own_bands(measure: Measure) -> Iterator[Remark]:
    own = measure.tolerance
    if own is None or own.green_up_to is None or own.amber_up_to is None:
        return
    if own.green_up_to >= own.amber_up_to:
        yield Remark(
            path=measure.path,
            at=("tolerance", "green_up_to"),
            message=_overlap(plain(own.green_up_to), plain(own.amber_up_to)),
            fix="Write a smaller number for green_up_to than for amber_up_to.",
        )
    if own.agreed and own.from_ and own.agreed.on > own.from_:
        yield Remark(
            path=measure.path,
            at=("tolerance", "from"),
            message=f"its bands hold from {own.from_}, but were agreed on {own.agreed.on}",
            fix="Write the date of the agreement or a later one: earlier periods keep their bands.",
        )


def _overlap(green: str, amber: str) -> str:
    return f"green reaches up to {green} and amber only up to {amber}, so nothing would be amber"
