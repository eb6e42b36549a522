"""Rules over time on milestones: a promise is not moved in silence (R77, R133)."""

from collections.abc import Iterator

from generator.model.commitment import Milestone
from generator.model.finding import Remark
from generator.model.words import MilestoneState
from generator.rules.over_time.pairs import add_note, commitments, is_noted, milestones
from generator.rules.rated import Rated
from generator.rules.wording import day, one_line


def milestone_changes_with_a_note(before: Rated, after: Rated) -> Iterator[Remark]:
    """The due date of a milestone is put off, its test changed or its completion taken back, and a
    commitment worded anew, only with an entry under changes.
    """
    for was, now in commitments(before, after):
        if one_line(was.text) != one_line(now.text) and not is_noted(was, now, "text"):
            yield Remark(
                path=now.path,
                at=("text",),
                message="the commitment is worded in another way than it was",
                fix=f"Write it as the plan words it, or add {add_note('text')}.",
            )
    for pair in milestones(before, after):
        for key, fault in _faults(pair.was, pair.now):
            if not pair.is_noted(key):
                note = add_note(key, milestone=pair.now.id)
                yield Remark(
                    path=pair.commitment.path,
                    at=(*pair.at, key),
                    message=f"{pair.now.id}: {fault}",
                    fix=f"Write it as it was, or add {note}.",
                )


def _faults(was: Milestone, now: Milestone) -> Iterator[tuple[str, str]]:
    """Each key that changed to what is easier or other, with what happened to it."""
    if was.due and now.due is None and now.state is MilestoneState.CURRENT:
        yield "due", f"the due date, {day(was.due)}, is gone"
    elif was.due and now.due and now.due > was.due and not _is_deferred(was, now):
        yield "due", f"the due date was {day(was.due)} and is put off to {day(now.due)}"
    if was.done_when and one_line(was.done_when) != one_line(now.done_when or ""):
        yield "done_when", "the test by which it is done changed"
    if was.completed and was.completed != now.completed:
        told = f"is now {day(now.completed)}" if now.completed else "is gone"
        yield "completed", f"the date of its completion was {day(was.completed)} and {told}"
    if was.state is MilestoneState.COMPLETE and now.state is not was.state and not now.completed:
        yield "state", f"it was complete and is now {now.state}"


def _is_deferred(was: Milestone, now: Milestone) -> bool:
    """Whether a new decision, with its minute, puts the milestone off."""
    return now.state is MilestoneState.DEFERRED and now.decision != was.decision
