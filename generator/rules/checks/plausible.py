"""Rules on figures that look like a slip, and on colours that hang on the way a figure is told."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.rules.checks.recalculated import follows_otherwise
from generator.rules.framing import flip_words, framing_flip
from generator.rules.plausible import how_unusual
from generator.rules.rated import Rated
from generator.rules.units import target_words, with_unit


def value_is_plausible(rated: Rated) -> Iterator[Remark]:
    """A value that is more than ten times its target, less than a tenth of it, or of the opposite
    sign is confirmed with the reason why it is right, and no other value is; zero where lower is better
    needs no such reason.
    """
    for measure in rated.catalogue.measures:
        for index, entry in enumerate(measure.periods):
            if entry.value is None or entry.target is None:
                continue
            unusual, at = how_unusual(entry, measure), ("periods", index)
            if unusual and follows_otherwise(rated, measure, entry):
                continue  # the figure itself is wrong, and value-is-recalculated says what it is
            if unusual and not entry.confirmed:
                value = with_unit(entry.value, measure.unit)
                target = target_words(entry.target, measure.unit)
                yield Remark(
                    path=measure.path,
                    at=(*at, "value"),
                    message=f"{entry.period.label} is {value}, which {unusual} its target of {target}",
                    fix="Correct the value or the target, or add confirmed: why this figure is right.",
                )
            elif entry.confirmed and not unusual:
                yield Remark(
                    path=measure.path,
                    at=(*at, "confirmed"),
                    message=f"{entry.period.label} is confirmed as unusual, but it is not",
                    fix="Delete confirmed: it would hide a slip in this figure later on.",
                )


def framing_flips(rated: Rated) -> Iterator[Remark]:
    """A percentage whose target was agreed keeps its colour when it is told the other way round, as
    the share that is left.
    """
    for item in rated.measures:
        flip = None if item.measure.is_compared else framing_flip(item)
        if flip:
            yield Remark(
                path=item.measure.path,
                at=("tolerance", "basis"),
                message=flip_words(item.measure, flip),
                fix=(
                    "Show both sums to the management team before it agrees how distance from "
                    "target is counted."
                ),
            )
