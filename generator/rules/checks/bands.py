"""Rules on the bands that decide colours."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.model.council import Bands
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure
from generator.model.numbers import plain
from generator.model.settings import OwnBands
from generator.model.unit import distance_unit, is_worded, levels
from generator.model.words import Basis, Direction
from generator.rules.bands import STEP
from generator.rules.rated import Rated
from generator.rules.wording import day


def bands_are_in_order(rated: Rated) -> Iterator[Remark]:
    """In every set of bands green ends before amber does, both are stated to two decimals at most, no
    two sets begin on one day, and a measure's own bands were agreed before they hold.
    """
    council = rated.catalogue.council
    yield from _sets(council.path, ("bands",), council.bands)
    for measure in rated.catalogue.measures:
        if measure.tolerance:
            at = ("tolerance", "bands")
            yield from _sets(measure.path, at, measure.tolerance.bands)
            yield from _agreed_late(measure, measure.tolerance.bands, at)


def points_have_bands(rated: Rated) -> Iterator[Remark]:
    """A measure that is not in per cent counts its distance from target in points, days or levels only
    with bands of its own, because the corporate bands are percentages.
    """
    for measure in rated.catalogue.measures:
        if _needs_bands(measure) and not (measure.tolerance and measure.tolerance.bands):
            unit = distance_unit(measure.unit)
            can_be_relative = not is_worded(measure.unit)
            yield Remark(
                path=measure.path,
                at=("tolerance", "basis") if measure.tolerance else ("unit",),
                message=f"this measure would be rated by {unit} from its target, but the limits of green and amber that the council adopted are percentages",
                fix="Write basis: relative, or add bands of its own with their agreement."
                if can_be_relative
                else f"Add tolerance: {{basis: points, bands: [...]}}, with bands in {unit}.",
            )


def _needs_bands(measure: Measure) -> bool:
    if is_worded(measure.unit):
        return measure.direction is not Direction.NONE and len(levels(measure.unit)) != 2
    in_per_cent = measure.unit in ("percent", "percentage-points")
    return bool(measure.tolerance) and measure.basis is Basis.POINTS and not in_per_cent


def _sets(path: str, at: Pointer, sets: Sequence[Bands | OwnBands]) -> Iterator[Remark]:
    begun: set[date] = set()
    for index, bands in enumerate(sets):
        place = (*at, index)
        if bands.green_up_to >= bands.amber_up_to:
            yield Remark(
                path=path,
                at=(*place, "green_up_to"),
                message=_overlap(plain(bands.green_up_to), plain(bands.amber_up_to)),
                fix="Write a smaller number for green_up_to than for amber_up_to.",
            )
        yield from _too_fine(path, place, bands)
        if bands.from_ in begun:
            yield Remark(
                path=path,
                at=(*place, "from"),
                message=f"two sets of bands begin on {day(bands.from_)}",
                fix="Keep one of the two, or correct its date.",
            )
        begun.add(bands.from_)


def _too_fine(path: str, at: Pointer, bands: Bands | OwnBands) -> Iterator[Remark]:
    """The outwith figure is compared at two decimals: a third one would decide nothing."""
    for key, end in (("green_up_to", bands.green_up_to), ("amber_up_to", bands.amber_up_to)):
        if end % STEP:
            yield Remark(
                path=path,
                at=(*at, key),
                message=f"{plain(end)} has more than the two decimals to which figures are compared",
                fix="Write it with two decimals at most, such as 2.49.",
            )


def _agreed_late(measure: Measure, sets: Sequence[OwnBands], at: Pointer) -> Iterator[Remark]:
    for index, bands in enumerate(sets):
        if bands.agreed.on > bands.from_:
            yield Remark(
                path=measure.path,
                at=(*at, index, "from"),
                message=(
                    f"its bands hold from {day(bands.from_)}, but were agreed on "
                    f"{day(bands.agreed.on)}"
                ),
                fix="Write the date of the agreement or a later one: earlier periods keep their bands.",
            )


def _overlap(green: str, amber: str) -> str:
    return f"green reaches up to {green} and amber only up to {amber}, so nothing would be amber"
