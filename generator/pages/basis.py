"""Why a milestone has its status: the facts behind it, who judged and checked them, and what follows."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.commitment import Update
from generator.model.words import Status
from generator.pages.build import Build
from generator.pages.judged import judgement_facts
from generator.pages.parts import Fact, Prose, StatusView
from generator.pages.progress import is_current, judged_by, milestone_flags
from generator.pages.status_words import status_view
from generator.rules.milestones import RatedMilestone
from generator.rules.wording import day


@dataclass(frozen=True, slots=True)
class Basis:
    """A milestone, its status with the sentence that says how it follows, and the facts behind it."""

    title: str
    status: StatusView
    flags: tuple[str, ...]
    sentence: str
    judgements: tuple[Fact, ...]
    text: Prose


def basis(build: Build, rated: RatedMilestone) -> Basis:
    """A milestone's status, and the facts behind it or the paper that it was taken from."""
    update = rated.milestone.latest
    told = (*_judged(build, update), *_followed_up(build, rated, update)) if update else ()
    return Basis(
        title=rated.milestone.title,
        status=status_view(rated.status),
        flags=milestone_flags(rated),
        sentence=rated.sentence,
        judgements=judgement_facts(update.basis if update else None),
        text=Prose("\n\n".join(told)),
    )


def _judged(build: Build, update: Update) -> Iterator[str]:
    """The period and date of an update, where it comes from, and who judged and checked it."""
    as_at = f", as at {day(update.as_at)}" if update.as_at else ""
    if as_at or not update.published:
        yield f"Reported as {status_view(update.status).word} for {update.period.label}{as_at}."
    if update.published:
        yield f"Taken as printed from: {update.published}"
    if update.evidence:
        yield f"Evidence: {update.evidence}"
    if update.assessed:
        yield judged_by(build, update)
    if update.checked:
        checked = update.checked
        yield f"Checked by {build.role(checked.by)}, {day(checked.on)}: {checked.how}"


def _followed_up(build: Build, rated: RatedMilestone, update: Update) -> Iterator[str]:
    """What is done about it, when it counts as done, and why there is no case study."""
    action, milestone = update.action, rated.milestone
    if action:
        yield f"Action: {action.what} {build.role(action.owner)}, by {day(action.by)}."
    elif is_current(rated) and rated.status is not Status.GREEN:
        yield "No action is recorded."
    if milestone.done_when:
        yield f"Done when: {milestone.done_when}"
    if milestone.no_case_study:
        yield f"No case study: {milestone.no_case_study}"
