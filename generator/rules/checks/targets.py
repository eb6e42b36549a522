"""Rules on targets: none is lowered unseen, and none moves once the year's targets are settled."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.measure import PERIODS_A_YEAR, Measure, Range
from generator.rules.rated import Rated
from generator.rules.targets import NewTarget, is_worse, new_targets, settled_on
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, listed

_ADD_CHANGE = (
    "Add target_change: {from: the old target, reason: why, agreed: {by: the body, on: the date, "
    "reference: the minute}}."
)
_SEASONAL = " If the targets follow the seasons, write trend: {seasonal: true} instead."


def target_is_not_lowered(rated: Rated) -> Iterator[Remark]:
    """A target that asks for less than the one before it, and less than the last result or the best
    of three years, says what it replaces, why, and who agreed it.
    """
    starts = rated.catalogue.council.year_starts
    for measure in rated.catalogue.measures:
        for new in new_targets(measure, starts):
            at = ("periods", new.place)
            if new.entry.target_change:
                yield from _told_change(measure, new)
            elif new.is_lowered and (new.is_below_achieved or isinstance(new.entry.target, Range)):
                seasonal = _SEASONAL if _may_be_seasonal(measure) else ""
                yield Remark(
                    path=measure.path,
                    at=(*at, "target"),
                    message=_lowered_words(measure, new),
                    fix=f"{_ADD_CHANGE}{seasonal}",
                )


def target_is_frozen(rated: Rated) -> Iterator[Remark]:
    """A target that was changed after the targets of its year were settled is a correction of a
    mistake, and says so.
    """
    council = rated.catalogue.council
    for measure in rated.catalogue.measures:
        if measure.is_compared:
            continue
        for index, entry in enumerate(measure.periods):
            change, settled = entry.target_change, settled_on(entry.period, council)
            if change is None or settled is None or change.correction:
                continue
            if change.agreed.on > settled:
                yield Remark(
                    path=measure.path,
                    at=("periods", index, "target_change"),
                    message=(
                        f"the target of {entry.period.label} was changed on "
                        f"{day(change.agreed.on)}, but the targets of its year were settled on "
                        f"{day(settled)}"
                    ),
                    fix=(
                        "Write the old target again. Only if it was a mistake, add "
                        "correction: true and say in reason what the mistake was."
                    ),
                )


def _told_change(measure: Measure, new: NewTarget) -> Iterator[Remark]:
    """What is said of the old target is true."""
    entry, before = new.entry, new.before
    change, at = entry.target_change, ("periods", new.place, "target_change", "from")
    if change is None or entry.target is None:
        return
    if change.from_ == entry.target:
        yield Remark(
            path=measure.path,
            at=at,
            message=f"the target of {entry.period.label} is said to replace the same target",
            fix="Write the old target in from, or delete target_change.",
        )
    elif (
        before
        and before.target is not None
        and is_worse(change.from_, before.target, measure.direction)
    ):
        old = target_words(before.target, measure.unit)
        yield Remark(
            path=measure.path,
            at=at,
            message=(
                f"the target of {entry.period.label} is said to replace "
                f"{target_words(change.from_, measure.unit)}, but the target of "
                f"{before.period.label} was {old}"
            ),
            fix=f"Write in from the target that held before: {old}.",
        )


def _lowered_words(measure: Measure, new: NewTarget) -> str:
    assert new.entry.target is not None
    assert new.before is not None
    assert new.before.target is not None
    told = (
        f"the target of {new.entry.period.label} is {target_words(new.entry.target, measure.unit)}, "
        f"which asks for less than {target_words(new.before.target, measure.unit)} in "
        f"{new.before.period.label}"
    )
    achieved = {one.period.label: one.value for one in (new.last, new.best) if one}
    known = listed(
        [
            f"{with_unit(value, measure.unit)} in {label}"
            for label, value in achieved.items()
            if value is not None and is_worse(new.entry.target, value, measure.direction)
        ]
    )
    return f"{told} and less than was achieved: {known}" if known else told


def _may_be_seasonal(measure: Measure) -> bool:
    """Whether the measure has several periods a year and is compared from one to the next."""
    return measure.frequency in PERIODS_A_YEAR and measure.comparable_every == measure.every
