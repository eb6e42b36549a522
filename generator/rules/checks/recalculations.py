"""Rules on figures that an auditor worked out again: that they agree, who did it, what follows."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, PeriodEntry, Recalculation
from generator.model.numbers import rounded
from generator.model.people import Done
from generator.rules.people import one_person
from generator.rules.rated import Rated
from generator.rules.units import typed
from generator.rules.wording import day


class Recalculated(NamedTuple):
    """A figure that was worked out again, and where that stands in its file."""

    measure: Measure
    entry: PeriodEntry
    again: Recalculation
    at: Pointer

    @property
    def differs(self) -> bool:
        """Whether another figure was found than the one published when it was worked out again."""
        then = _value_then(self.entry, self.again)
        return then is None or rounded(then, self.measure.decimals) != rounded(
            self.again.value, self.measure.decimals
        )

    @property
    def is_open(self) -> bool:
        """Whether something that was found is still to be put right."""
        return self.again.finding is not None and self.again.finding.closed is None


def recalculations(measure: Measure) -> Iterator[Recalculated]:
    """Every figure of a measure that an auditor worked out again, oldest first."""
    for place, entry in enumerate(measure.periods):
        if entry.recalculated:
            yield Recalculated(
                measure, entry, entry.recalculated, ("periods", place, "recalculated")
            )


def recalculation_agrees(rated: Rated) -> Iterator[Remark]:
    """A figure that an auditor worked out again is the one that was published then, or the difference
    is a finding with an owner and a date.
    """
    for one in _all(rated):
        if one.differs and one.again.finding is None:
            found = typed(one.again.value, one.measure.unit)
            said = _value_then(one.entry, one.again)
            yield Remark(
                path=one.measure.path,
                at=(*one.at, "value"),
                message=(
                    f"{one.entry.period.label}: {one.again.by} found {found}, and "
                    f"{'nothing' if said is None else typed(said, one.measure.unit)} was published"
                ),
                fix="Add finding: {what: is to be put right, owner: the role, by: the date}.",
            )


def recalculation_is_independent(rated: Rated) -> Iterator[Remark]:
    """Who works a figure out again as an auditor is neither its owner nor the one who calculated or
    checked it, in whatever role.
    """
    for one in _all(rated):
        for work, did in _workers(one):
            same = _same(work, one.again, rated.catalogue)
            if same:
                yield Remark(
                    path=one.measure.path,
                    at=(*one.at, "by"),
                    message=f"{one.entry.period.label} was worked out again by {same}, who {did}",
                    fix="Have somebody work it out who has no part in this measure.",
                )
                break


def audit_finding_is_closed(rated: Rated) -> Iterator[Remark]:
    """What an auditor found is put right by the date that was set for it."""
    for one in _all(rated):
        finding = one.again.finding
        if finding and one.is_open and finding.by < rated.as_of:
            yield Remark(
                path=one.measure.path,
                at=(*one.at, "finding", "by"),
                message=(
                    f"{finding.owner} should have put right by {day(finding.by)} what was found in "
                    f"{one.entry.period.label}"
                ),
                fix="Put it right, then add closed: the date on which the auditor saw it.",
            )


def _all(rated: Rated) -> Iterator[Recalculated]:
    for measure in rated.catalogue.measures:
        yield from recalculations(measure)


def _value_then(entry: PeriodEntry, again: Recalculation) -> Decimal | None:
    """The figure as it was published on the day: what the first later revision replaced, or today's."""
    later = [one for one in entry.revisions if one.on > again.on]
    return min(later, key=lambda one: one.on).from_ if later else entry.value


def _workers(one: Recalculated) -> Iterator[tuple[Done, str]]:
    """The work of those who may not work the figure out again."""
    entry = one.entry
    if entry.calculated:
        yield entry.calculated, "calculated it"
    if entry.checked:
        yield Done(entry.checked.by, entry.checked.on), "checked it"
    yield Done(one.measure.owner, one.again.on), "owns the measure"


def _same(work: Done, again: Recalculation, files: Catalogue) -> str | None:
    """Who did both, by role or as a person in two roles; None where they are two."""
    if work.by == again.by:
        return work.by
    return one_person(work.by, work.on, again.by, again.on, files)
