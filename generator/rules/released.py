"""Release: what may be published on a day, and what waits (R151, R162; decision 0065).

`as_released` is applied once, before anything is rated for the site: what it leaves out is in no page,
chart, sentence, roll-up or data file, because none of these is ever given it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.model.catalogue import Catalogue, EvidenceFile, remade
from generator.model.commitment import Commitment, Milestone, PlannedAction, Update
from generator.model.council import Council, Pause
from generator.model.measure import Measure, PeriodEntry
from generator.model.words import MilestoneState, Status
from generator.rules.rated import Rated, rate_catalogue
from generator.rules.timetable import due_on
from generator.rules.wording import day, one_line

_DAY = timedelta(days=1)

HIDDEN = (Status.SUPPRESSED, Status.UNRELEASED)
"""The states of a period whose figure may exist and may not be shown."""


class Hold(NamedTuple):
    """That something waits: the first day on which it may be published, and why not before."""

    until: date
    reason: str | None = None

    @property
    def sentence(self) -> str:
        """What is shown in its place."""
        told = f"To be published on {day(self.until)}."
        return f"{told} {one_line(self.reason)}" if self.reason else told


def public(rated: Rated) -> Rated:
    """What may be published of `rated` on its day, rated anew; itself where nothing waits."""
    released = as_released(rated.catalogue, rated.as_of)
    return rated if released is rated.catalogue else rate_catalogue(released, rated.as_of)


def as_released(files: Catalogue, as_of: date) -> Catalogue:
    """`files` without what is not released on `as_of`; the same record where nothing waits.

    A period that waits keeps its label, its target and the day of its publication, and nothing else.
    """
    council = files.council
    measures = tuple(_measure(one, council, as_of) for one in files.measures)
    pause = pause_on(council, as_of)
    commitments, studies = files.commitments, files.case_studies
    if pause:
        commitments = tuple(_commitment(one, pause) for one in commitments)
        studies = tuple(one for one in studies if not _within(pause, one.written))
    before = (files.measures, files.commitments, files.case_studies)
    if all(map(_same, before, (measures, commitments, studies))):
        return files
    return remade(
        files,
        measures=measures,
        commitments=commitments,
        case_studies=studies,
        evidence=_evidence(files, measures),
    )


def held(measure: Measure, entry: PeriodEntry, council: Council, as_of: date) -> Hold | None:
    """Why a period of `measure` is not published on `as_of`; None where it is."""
    pause = pause_on(council, as_of)
    if entry.released and entry.released > as_of:
        ends = pause_on(council, entry.released)
        return Hold(ends.to + _DAY, ends.reason) if ends else Hold(entry.released)
    if pause and _says_something(entry) and _within(pause, _known_on(measure, entry)):
        return Hold(pause.to + _DAY, pause.reason)
    return None


def pause_on(council: Council, on: date) -> Pause | None:
    """The pause of publication in force on a day; of several, the one that ends last."""
    paused = council.publication.paused if council.publication else ()
    found = [one for one in paused if one.from_ <= on <= one.to]
    return max(found, key=lambda one: one.to) if found else None


def unprintable(measure: Measure) -> frozenset[str]:
    """The periods of which no earlier version may be printed either: suppressed, or not yet released.

    `measure` is as `as_released` gives it. What history tells of these periods is at most that they
    were changed, never from what to what (R152).
    """
    return frozenset(one.period.label for one in measure.periods if one.state in HIDDEN)


def printable(measure: Measure) -> frozenset[str]:
    """The periods of which earlier versions may be printed. One that was taken out of the file may
    have been suppressed before, so that it is none of them.
    """
    return frozenset(one.period.label for one in measure.periods) - unprintable(measure)


def with_periods(measure: Measure, periods: tuple[PeriodEntry, ...]) -> Measure:
    """A measure with these periods, and without the texts and figures that tell of hidden ones."""
    if _same(periods, measure.periods) and not _is_told_elsewhere(measure):
        return measure
    hidden = {one.period.label for one in periods if one.state in HIDDEN}
    waits = {one.period.label for one in periods if one.state is Status.UNRELEASED}
    variation = measure.variation
    return replace(
        measure,
        periods=periods,
        caveats=tuple(one for one in measure.caveats if one.from_ not in waits),
        changes=tuple(one for one in measure.changes if one.period not in waits),
        published_elsewhere=tuple(
            one for one in measure.published_elsewhere if one.period not in hidden
        ),
        breakdowns=tuple(one.without(hidden) for one in measure.breakdowns),
        variation=replace(
            variation, rebase=tuple(one for one in variation.rebase if one.from_ not in waits)
        ),
    )


def _measure(measure: Measure, council: Council, as_of: date) -> Measure:
    """A measure with every period that waits laid bare."""
    return with_periods(
        measure, tuple(_entry(measure, one, council, as_of) for one in measure.periods)
    )


def _entry(measure: Measure, entry: PeriodEntry, council: Council, as_of: date) -> PeriodEntry:
    """A period as it may be shown: laid bare while it waits, without any number when suppressed."""
    hold = held(measure, entry, council, as_of)
    if hold is None and entry.state is Status.SUPPRESSED:
        return entry._replace(**_NO_NUMBER) if _gives_a_number(entry) else entry
    if hold is None:
        pause = pause_on(council, as_of)
        late = pause and entry.status and _within(pause, entry.status.on)
        return entry._replace(status=None) if late else entry
    return PeriodEntry(
        period=entry.period,
        target=entry.target,
        profiled=entry.profiled,
        state=Status.UNRELEASED,
        reason=hold.sentence,
        released=hold.until,
    )


def _is_told_elsewhere(measure: Measure) -> bool:
    """Whether another publication, or a group, gives a figure for a period that is suppressed."""
    hidden = unprintable(measure)
    broken_down = (set(group.values) for one in measure.breakdowns for group in one.groups)
    return any(one.period in hidden for one in measure.published_elsewhere) or any(
        not hidden.isdisjoint(labels) for labels in broken_down
    )


_NO_NUMBER: dict[str, Any] = {
    "value": None,
    "assessment": None,
    "inputs": None,
    "recalculated": None,
    "evidence": None,
    "comparisons": None,
    "forecast": None,
    "interval": None,
    "status": None,
    "unreconciled": None,
    "confirmed": None,
    "revisions": (),
}
"""What a suppressed period may not show, even where the check was told to be ignored (R152)."""


def _gives_a_number(entry: PeriodEntry) -> bool:
    # A value of zero is a number too.
    return any(getattr(entry, key) not in (None, ()) for key in _NO_NUMBER)


def _says_something(entry: PeriodEntry) -> bool:
    return entry.has_result or entry.state is not None


def _known_on(measure: Measure, entry: PeriodEntry) -> date:
    """The day from which a figure could be published: that which is set, or that of its last check.

    One that was revised since had been published when its period had ended: a correction is not held.
    """
    if entry.revisions and not entry.released:
        return entry.period.last
    done = (entry.calculated, entry.checked, entry.assessment)
    days = [one.on for one in done if one]
    if entry.evidence and entry.evidence.extracted:
        days.append(entry.evidence.extracted)
    return entry.released or max(days, default=due_on(measure, entry.period))


def _commitment(commitment: Commitment, pause: Pause) -> Commitment:
    """A commitment as it stood before a pause."""
    actions = tuple(_action(one, pause) for one in commitment.actions)
    same = _same(actions, commitment.actions)
    return commitment if same else replace(commitment, actions=actions)


def _action(action: PlannedAction, pause: Pause) -> PlannedAction:
    milestones = tuple(_milestone(one, pause) for one in action.milestones)
    said = action.status if not action.status or not _within(pause, action.status.on) else None
    if said is action.status and _same(milestones, action.milestones):
        return action
    return replace(action, milestones=milestones, status=said)


def _milestone(milestone: Milestone, pause: Pause) -> Milestone:
    updates = tuple(one for one in milestone.updates if not _within(pause, _told_on(one)))
    if _within(pause, milestone.completed):
        return replace(milestone, updates=updates, state=MilestoneState.CURRENT, completed=None)
    same = len(updates) == len(milestone.updates)
    return milestone if same else replace(milestone, updates=updates)


def _told_on(update: Update) -> date | None:
    """The last day that an update names."""
    done = (update.assessed, update.checked)
    days = [one.on for one in done if one] + ([update.as_at] if update.as_at else [])
    return max(days, default=None)


def _within(pause: Pause, on: date | None) -> bool:
    """Whether what became known on a day is held; what is dated later was never public either."""
    return on is not None and on >= pause.from_


def _evidence(files: Catalogue, measures: Iterable[Measure]) -> tuple[EvidenceFile, ...]:
    """The tables on which some published period rests, and those on which none ever did."""
    kept, all_named = _named(measures), _named(files.measures)
    return tuple(one for one in files.evidence if one.path in kept or one.path not in all_named)


def _named(measures: Iterable[Measure]) -> frozenset[str]:
    """The tables that the periods of these measures name."""
    return frozenset(
        f"{measure.path.rpartition('/')[0]}/{entry.evidence.file}"
        for measure in measures
        for entry in measure.periods
        if entry.evidence and entry.evidence.file
    )


def _same(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    """Whether two tuples hold the very same records."""
    return len(before) == len(after) and all(
        one is other for one, other in zip(before, after, strict=True)
    )
