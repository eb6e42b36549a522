"""Rules on progress that no figure measures: milestones, judgements, and what they wait for."""

from collections.abc import Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

from generator.model.commitment import Commitment, Dependency, Milestone, Update
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, PeriodEntry
from generator.model.words import MilestoneState, Status
from generator.rules.checks.milestones import placed_milestones
from generator.rules.milestones import (
    Obstacles,
    address,
    blocking,
    is_past_due,
    judged_status,
    milestone_key,
)
from generator.rules.overrides import missing_from
from generator.rules.progress import computed_from, is_better, judgement_words, settled
from generator.rules.rated import Rated
from generator.rules.wording import day, listed, one_line

_EARN = "Write status: {computed} and add its action, or correct the judgement that is wrong."
_SAY_NEW = "Say what was done since, with a date or a number, or that nothing was done and why."


def milestone_status_is_earned(rated: Rated) -> Iterator[Remark]:
    """A milestone's status is no better than the worst of its judgements, and it is not green when it
    was late or blocked on the day of its update.
    """
    obstacles: dict[date, Obstacles] = {}
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            for u, update in enumerate(milestone.updates):
                computed = judged_status(update)
                if update.basis and is_better(update.status, computed):
                    yield Remark(
                        path=commitment.path,
                        at=(*at, "updates", u, "status"),
                        message=(
                            f"{milestone.id} is called {update.status} for {update.period.label}, "
                            f"but its judgements give {computed}: {judgement_words(update.basis)}"
                        ),
                        fix=_EARN.format(computed=computed),
                    )
        yield from _not_earned_on_the_day(commitment, rated, obstacles)


def assessment_status_is_earned(rated: Rated) -> Iterator[Remark]:
    """The status of an assessment is no better than the worst of its three judgements."""
    for measure in rated.catalogue.measures:
        for index, entry in enumerate(measure.periods):
            said = entry.assessment
            if said is None or not is_better(said.status, computed_from(said.judgements)):
                continue
            computed = computed_from(said.judgements)
            yield Remark(
                path=measure.path,
                at=("periods", index, "assessment", "status"),
                message=(
                    f"{entry.period.label} is called {said.status}, but its judgements give "
                    f"{computed}: {judgement_words(said.judgements)}"
                ),
                fix=_EARN.format(computed=computed),
            )


def milestone_is_overdue(rated: Rated) -> Iterator[Remark]:
    """A milestone that was green, or of which nothing was reported, is reported on again once its due
    date has passed.
    """
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            update = milestone.latest
            if not is_past_due(milestone, rated.as_of) or milestone.due is None:
                continue
            if update is None or (
                update.status is Status.GREEN and milestone.due >= _day_of(update)
            ):
                last = f"is called green for {update.period.label}" if update else "is not reported"
                yield Remark(
                    path=commitment.path,
                    at=at,
                    message=(
                        f"{milestone.id} was due on {day(milestone.due)}, is not complete, and {last}"
                    ),
                    fix=(
                        "Add an update that is amber or red with an action, or write state: "
                        "complete and completed: the date."
                    ),
                )


def complete_stays_complete(rated: Rated) -> Iterator[Remark]:
    """A milestone with a date of completion is complete, whatever is reported of it later."""
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            if milestone.completed and milestone.state is not MilestoneState.COMPLETE:
                yield Remark(
                    path=commitment.path,
                    at=(*at, "state"),
                    message=(
                        f"{milestone.id} is {milestone.state}, but it was completed on "
                        f"{day(milestone.completed)}"
                    ),
                    fix=(
                        "Write state: complete. For work that is left, add a milestone of its own; "
                        "if it was never complete, delete completed."
                    ),
                )


def dependencies_have_no_circle(rated: Rated) -> Iterator[Remark]:
    """No milestone or commitment waits, by logical dependencies, for itself."""
    graph: TopologicalSorter[str] = TopologicalSorter()
    places: dict[str, tuple[str, Pointer]] = {}
    for commitment in rated.catalogue.commitments:
        places[commitment.id] = (commitment.path, ("dependencies",))
        whole = list(_needed(commitment.dependencies, commitment))
        for at, milestone in placed_milestones(commitment):
            key = milestone_key(commitment, milestone)
            places[key] = (commitment.path, (*at, "dependencies"))
            graph.add(commitment.id, key)
            graph.add(key, *_needed(milestone.dependencies, commitment))
            graph.add(key, *(name for name in whole if name != key))
    try:
        graph.prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))
        first = next(name for name in circle if name in places)
        path, at = places[first]
        yield Remark(
            path=path,
            at=at,
            message=f"{listed(circle[:-1])} wait for one another",
            fix="Write kind: preferential for the one that need not be waited for, or delete it.",
        )


def progress_text_is_new(rated: Rated) -> Iterator[Remark]:
    """What is said of progress, of plans and of a result is not that of the period before."""
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            if milestone.state is MilestoneState.CURRENT:
                yield from _unchanged_update(commitment, at, milestone)
    for measure in rated.catalogue.measures:
        yield from _unchanged_commentary(measure)


def unjustified_actions(rated: Rated) -> Iterator[Remark]:
    """Of the statuses that are reported for actions, those that lack what they need (R80)."""
    for item in rated.roll_ups.commitments:
        for index, action in enumerate(item.actions):
            said, at = action.action.status, ("actions", index, "status")
            if said is None or said.colour is action.computed:
                continue
            if not action.computed.is_colour:
                yield Remark(
                    path=item.commitment.path,
                    at=at,
                    message=f"status says {said.colour}, but nothing under this action has a colour",
                    fix="Delete status, or report on a milestone of the action.",
                )
            elif missing := missing_from(said, item.commitment, action.computed):
                yield Remark(
                    path=item.commitment.path,
                    at=at,
                    message=(
                        f"status says {said.colour}, but {action.action.id} is {action.computed}. "
                        f"To report another colour it needs {listed(missing)}"
                    ),
                    fix=f"Change it to {action.computed}, or add what is missing.",
                )


def reported_colour(update: Update) -> Status:
    """What an update comes to on its own, whatever the day: its judgements and what is reported."""
    return settled(judged_status(update), update.status)


def _not_earned_on_the_day(
    commitment: Commitment, rated: Rated, obstacles: dict[date, Obstacles]
) -> Iterator[Remark]:
    """Greens that were claimed although the milestone was late or blocked when they were written."""
    for at, milestone in placed_milestones(commitment):
        update = milestone.latest
        if update is None or milestone.state is not MilestoneState.CURRENT:
            continue
        if update.status is not Status.GREEN or judged_status(update) is not Status.GREEN:
            continue
        when = min(_day_of(update), rated.as_of)
        late = is_past_due(milestone, when)
        blocked = None if late else _blocked(commitment, milestone, update, when, rated, obstacles)
        if late or blocked:
            yield Remark(
                path=commitment.path,
                at=(*at, "updates", len(milestone.updates) - 1, "status"),
                message=(
                    f"{milestone.id} is called green for {update.period.label}, but "
                    f"{_late(milestone) if late else blocked}"
                ),
                fix=_IF_LATE if late else _IF_BLOCKED,
            )


_IF_LATE = "Write status: amber or red with an action, or state: complete and completed: the date."
_IF_BLOCKED = "Write status: amber with an action, or say under despite why it can be green."


def _blocked(
    commitment: Commitment,
    milestone: Milestone,
    update: Update,
    when: date,
    rated: Rated,
    obstacles: dict[date, Obstacles],
) -> str | None:
    """What blocked a milestone on the day `when`, if no reason is given why it can be green."""
    if update.despite or not (milestone.dependencies or commitment.dependencies):
        return None
    if when not in obstacles:
        obstacles[when] = Obstacles(rated.catalogue.commitments, when)
    first = next(iter(blocking(obstacles[when].late(commitment, milestone))), None)
    return f"it cannot be done before {first.key}, which {first.why}" if first else None


def _day_of(update: Update) -> date:
    """The day on which an update was true: the last of its period, its date and its assessment."""
    days = (update.period.last, update.as_at, update.assessed and update.assessed.on)
    return max(when for when in days if when)


def _late(milestone: Milestone) -> str:
    assert milestone.due is not None
    return f"it was due on {day(milestone.due)} and is not complete"


def _needed(dependencies: tuple[Dependency, ...], commitment: Commitment) -> Iterator[str]:
    return (address(item, commitment) for item in dependencies if item.is_logical)


def _unchanged_update(
    commitment: Commitment, at: Pointer, milestone: Milestone
) -> Iterator[Remark]:
    if len(milestone.updates) < 2:
        return
    before, now = milestone.updates[-2:]
    if before.period.last >= now.period.last:
        return
    for key, earlier, later in (
        ("progress", before.progress, now.progress),
        ("planned", before.planned, now.planned),
    ):
        if _same(earlier, later):
            yield Remark(
                path=commitment.path,
                at=(*at, "updates", len(milestone.updates) - 1, key),
                message=(
                    f"{milestone.id} says the same under {key} for {now.period.label} as for "
                    f"{before.period.label}"
                ),
                fix=_SAY_NEW,
            )


def _unchanged_commentary(measure: Measure) -> Iterator[Remark]:
    told = [(index, entry) for index, entry in enumerate(measure.periods) if entry.has_result]
    if len(told) < 2 or measure.reported_until:
        return
    (_, before), (index, now) = told[-2:]
    if before.commentary and now.commentary and _same(before.commentary, now.commentary):
        yield _said_again(measure, index, before, now)


def _said_again(measure: Measure, index: int, before: PeriodEntry, now: PeriodEntry) -> Remark:
    return Remark(
        path=measure.path,
        at=("periods", index, "commentary"),
        message=(
            f"the commentary for {now.period.label} is that of {before.period.label}, word for word"
        ),
        fix="Say what is different in this period, and why, or leave commentary out.",
    )


def _same(earlier: str, later: str) -> bool:
    """Whether two texts differ in nothing but spaces, line ends and capitals."""
    return one_line(earlier).casefold() == one_line(later).casefold()
