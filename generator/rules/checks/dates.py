"""Rules on dates: work that is not done yet, and the order of updates."""

from collections.abc import Iterator
from datetime import date

from generator.model.commitment import Commitment, Milestone
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, PeriodEntry
from generator.rules.checks.milestones import placed_milestones
from generator.rules.rated import Rated
from generator.rules.wording import day


def work_is_done(rated: Rated) -> Iterator[Remark]:
    """What is said to be extracted, calculated, checked, recalculated, assessed, agreed, approved,
    reviewed, challenged, escalated, answered or completed lies in the past, a result or a state
    belongs to a period that has ended, and an extract is taken out after its period begins and
    before the figure is worked out from it.
    """
    for measure in rated.catalogue.measures:
        for at, when in _dates_of_measure(measure):
            if when > rated.as_of:
                yield _ahead(measure.path, at, when, rated.as_of)
        for index, entry in enumerate(measure.periods):
            if (entry.has_result or entry.state) and entry.period.last > rated.as_of:
                yield Remark(
                    path=measure.path,
                    at=("periods", index),
                    message=f"{entry.period.label} has not ended: it ends on {day(entry.period.last)}",
                    fix="Correct the period, or wait until it has ended.",
                )
            yield from _extracted_in_time(measure.path, entry, index)
    for commitment in rated.catalogue.commitments:
        for at, when in _dates_of_commitment(commitment):
            if when > rated.as_of:
                yield _ahead(commitment.path, at, when, rated.as_of)


def _extracted_in_time(path: str, entry: PeriodEntry, index: int) -> Iterator[Remark]:
    taken = entry.evidence.extracted if entry.evidence else None
    if taken is None:
        return
    label, at = entry.period.label, ("periods", index, "evidence", "extracted")
    if taken < entry.period.first:
        begins = f"before {label} begins on {day(entry.period.first)}"
        yield Remark(
            path=path,
            at=at,
            message=f"the extract was taken out on {day(taken)}, {begins}",
            fix="Correct the date, or the period.",
        )
    elif entry.calculated and entry.calculated.on < taken:
        yield Remark(
            path=path,
            at=("periods", index, "calculated", "on"),
            message=(
                f"{label} was calculated on {day(entry.calculated.on)}, before its extract was taken "
                f"out on {day(taken)}"
            ),
            fix="Correct the date that is wrong.",
        )


def updates_are_in_order(rated: Rated) -> Iterator[Remark]:
    """A milestone's updates run oldest first, one a period."""
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            yield from _disordered(commitment.path, (*at, "updates"), milestone)


def _disordered(path: str, at: Pointer, milestone: Milestone) -> Iterator[Remark]:
    for index in range(1, len(milestone.updates)):
        earlier, later = milestone.updates[index - 1].period, milestone.updates[index].period
        if later.last <= earlier.last:
            again = later.label == earlier.label
            message = (
                f"{milestone.id} has two updates for {later.label}"
                if again
                else f"{milestone.id}: {later.label} is listed below {earlier.label}, which is later"
            )
            yield Remark(
                path=path,
                at=(*at, index, "period"),
                message=message,
                fix="Keep one of the two." if again else "Put the updates in order, oldest first.",
            )


def _dates_of_measure(measure: Measure) -> Iterator[tuple[Pointer, date]]:
    if measure.agreed:
        yield ("agreed", "on"), measure.agreed.on
    if measure.review and measure.review.last:
        yield ("review", "last"), measure.review.last
    for index, own in enumerate(measure.tolerance.bands if measure.tolerance else ()):
        yield ("tolerance", "bands", index, "agreed", "on"), own.agreed.on
    for index, assumption in enumerate(measure.assumptions):
        yield ("assumptions", index, "on"), assumption.on
    yield from _dates_of_risks(measure)
    for index, rebase in enumerate(measure.variation.rebase):
        yield ("variation", "rebase", index, "on"), rebase.on
    for index, entry in enumerate(measure.periods):
        for keys, when in _dates_of(entry):
            yield ("periods", index, *keys), when


def _dates_of_risks(item: Measure | Commitment) -> Iterator[tuple[Pointer, date]]:
    for index, risk in enumerate(item.risks):
        if risk.escalated:
            yield ("risks", index, "escalated"), risk.escalated
        if risk.answered:
            yield ("risks", index, "answered"), risk.answered


def _dates_of(entry: PeriodEntry) -> Iterator[tuple[Pointer, date]]:
    if entry.calculated:
        yield ("calculated", "on"), entry.calculated.on
    if entry.checked:
        yield ("checked", "on"), entry.checked.on
    if entry.assessment:
        yield ("assessment", "on"), entry.assessment.on
    if entry.recalculated:
        yield ("recalculated", "on"), entry.recalculated.on
        if entry.recalculated.finding and entry.recalculated.finding.closed:
            yield ("recalculated", "finding", "closed"), entry.recalculated.finding.closed
    if entry.status and entry.status.on:
        yield ("status", "on"), entry.status.on
    if entry.target_change:
        yield ("target_change", "agreed", "on"), entry.target_change.agreed.on
    if entry.evidence and entry.evidence.extracted:
        yield ("evidence", "extracted"), entry.evidence.extracted


def _dates_of_commitment(commitment: Commitment) -> Iterator[tuple[Pointer, date]]:
    yield from _dates_of_risks(commitment)
    for at, milestone in placed_milestones(commitment):
        if milestone.completed:
            yield (*at, "completed"), milestone.completed
        for u, update in enumerate(milestone.updates):
            if update.assessed:
                yield (*at, "updates", u, "assessed", "on"), update.assessed.on
            if update.checked:
                yield (*at, "updates", u, "checked", "on"), update.checked.on


def _ahead(path: str, at: Pointer, when: date, as_of: date) -> Remark:
    return Remark(
        path=path,
        at=at,
        message=f"{day(when)} is still to come: these files are of {day(as_of)}",
        fix="Correct the date.",
    )
