"""Rules on breakdowns: figures of groups of people or places beside a measure's own."""

from collections import Counter
from collections.abc import Iterator

from generator.model.breakdown import Breakdown
from generator.model.finding import Remark
from generator.model.measure import Measure
from generator.model.words import Status
from generator.rules.rated import Rated


def breakdown_fits_its_measure(rated: Rated) -> Iterator[Remark]:
    """A breakdown has figures for periods of its measure that have a figure themselves, each group has
    a name of its own, and nothing is given for a period that is suppressed.
    """
    for measure in rated.catalogue.measures:
        yield from _same_id(measure)
        for index, one in enumerate(measure.breakdowns):
            yield from _names(measure, one, index)
            yield from _periods(measure, one, index)


def _same_id(measure: Measure) -> Iterator[Remark]:
    times = Counter(one.id for one in measure.breakdowns)
    for index, one in enumerate(measure.breakdowns):
        if times[one.id] > 1:
            yield Remark(
                path=measure.path,
                at=("breakdowns", index, "id"),
                message=f"two breakdowns have the id {one.id}",
                fix="Give each an id of its own, such as sex or area.",
            )


def _names(measure: Measure, one: Breakdown, index: int) -> Iterator[Remark]:
    times = Counter(group.name for group in one.groups)
    for place, group in enumerate(one.groups):
        if times[group.name] > 1:
            yield Remark(
                path=measure.path,
                at=("breakdowns", index, "groups", place, "name"),
                message=f'two groups are called "{group.name}"',
                fix="Put their figures under one name, or tell them apart.",
            )


def _periods(measure: Measure, one: Breakdown, index: int) -> Iterator[Remark]:
    entries = {entry.period.label: entry for entry in measure.periods}
    for place, group in enumerate(one.groups):
        for label in group.values:
            entry = entries.get(label)
            at = ("breakdowns", index, "groups", place, "values", label)
            if entry and entry.state is Status.SUPPRESSED:
                yield Remark(
                    path=measure.path,
                    at=at,
                    message=f"{label} is suppressed, but {group.name} has a figure for it",
                    fix="Take the figure out, and ask for it to be taken out of the history too.",
                )
            elif entry is None or entry.value is None:
                yield Remark(
                    path=measure.path,
                    at=at,
                    message=f"{group.name} has a figure for {label}, but the measure has none",
                    fix="Correct the period, or add the measure's own figure for it.",
                )
