"""Rules on what is said of milestones, commitments and actions: tests, dates, and definite words."""

from collections.abc import Iterator

from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment, Milestone, Update
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure
from generator.model.words import MilestoneState
from generator.rules.checks.milestones import placed_milestones
from generator.rules.days_in_text import days_in, has_a_timetable
from generator.rules.rated import Rated
from generator.rules.vague import vague_words
from generator.rules.wording import day, listed

_Told = tuple[str, Pointer, str, str]
"""A text: its file, its place there, what it is called in a message, and its words."""


def milestone_has_a_test(rated: Rated) -> Iterator[Remark]:
    """A current milestone says by when it is due, and what shows that it is done."""
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            lacks = [name for name in ("due", "done_when") if not getattr(milestone, name)]
            if milestone.state is MilestoneState.CURRENT and lacks:
                yield Remark(
                    path=commitment.path,
                    at=at,
                    message=f"{milestone.id} does not say {listed([_LACKS[name] for name in lacks])}",
                    fix=f"Add {listed([_ADD[name] for name in lacks])}.",
                )


def progress_is_dated(rated: Rated) -> Iterator[Remark]:
    """What is said of progress says on which day it was so."""
    for commitment, at, milestone, update in _current_updates(rated):
        if update.as_at is None and not days_in(update.progress, update.period.last):
            yield Remark(
                path=commitment.path,
                at=(*at, "progress"),
                message=f"{milestone.id} does not say on which day its progress was so",
                fix=f"Add as_at: {update.period.last}, or the day on which you looked.",
            )


def planned_activity_is_dated(rated: Rated) -> Iterator[Remark]:
    """What is planned for a current milestone names a day that is still to come."""
    for commitment, at, milestone, update in _current_updates(rated):
        if has_a_timetable(update.planned) or update.planned.startswith("None"):
            continue
        days = days_in(update.planned, update.period.last)
        if days and max(days) >= rated.as_of:
            continue
        said = f"only names days up to {day(max(days))}" if days else "names no day"
        yield Remark(
            path=commitment.path,
            at=(*at, "planned"),
            message=f"what is planned for {milestone.id} {said}",
            fix=(
                "Say in a new update what came of it, and what is planned by which day."
                if days
                else "Say by when, such as: The fourth ward joins by 31 March 2026."
            ),
        )


def words_are_definite(rated: Rated) -> Iterator[Remark]:
    """Progress, plans, outcomes, actions and lessons say what and when, in words such as no "soon" or
    "ongoing".
    """
    for path, at, what, text in _definite_texts(rated):
        words = vague_words(text)
        if words:
            yield Remark(
                path=path,
                at=at,
                message=f"{what} says {listed([f'“{word}”' for word in words])}",
                fix=_IN_PLACE.get(str(at[-1]), "Say what is done, by whom, and by which day."),
            )


_LACKS = {"due": "by when it is due", "done_when": "what shows that it is done"}
_ADD = {
    "due": "due: the date",
    "done_when": "done_when: the test by which anyone can tell that it is done",
}
_IN_PLACE = {
    "progress": "Write what was done, and on which day.",
    "outcome": "Write what will be different, and for whom.",
    "done_when": "Write a test that anyone could carry out, such as: All ten rooms are open.",
}


def _current_updates(rated: Rated) -> Iterator[tuple[Commitment, Pointer, Milestone, Update]]:
    """The latest update of each current milestone, but for one that is quoted from a paper."""
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            update = milestone.latest
            if milestone.state is not MilestoneState.CURRENT or not update or update.published:
                continue
            yield commitment, (*at, "updates", len(milestone.updates) - 1), milestone, update


def _definite_texts(rated: Rated) -> Iterator[_Told]:
    for commitment in rated.catalogue.commitments:
        yield from _of_commitment(commitment)
    for commitment, at, milestone, update in _current_updates(rated):
        path, name = commitment.path, milestone.id
        yield path, (*at, "progress"), f"the progress of {name}", update.progress
        yield path, (*at, "planned"), f"what is planned for {name}", update.planned
        if update.action:
            yield path, (*at, "action", "what"), f"the action for {name}", update.action.what
    for measure in rated.catalogue.measures:
        yield from _of_measure(measure)
    for study in rated.catalogue.case_studies:
        yield from _of_case_study(study)


def _of_commitment(commitment: Commitment) -> Iterator[_Told]:
    if commitment.outcome:
        yield commitment.path, ("outcome",), "the intended outcome", commitment.outcome
    for at, milestone in placed_milestones(commitment):
        if milestone.done_when and milestone.state is MilestoneState.CURRENT:
            what = f"the test of {milestone.id}"
            yield commitment.path, (*at, "done_when"), what, milestone.done_when


def _of_measure(measure: Measure) -> Iterator[_Told]:
    """The action for the latest result, as the earlier ones are history."""
    results = [(index, entry) for index, entry in enumerate(measure.periods) if entry.has_result]
    for index, entry in results[-1:]:
        if entry.action:
            what = f"the action for {entry.period.label}"
            yield measure.path, ("periods", index, "action", "what"), what, entry.action.what


def _of_case_study(study: CaseStudy) -> Iterator[_Told]:
    for index, lesson in enumerate(study.lessons):
        yield study.path, ("lessons", index), f"lesson {index + 1}", lesson
