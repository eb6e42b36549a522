"""Milestones on a day: computed, reported and shown, with the sentence that says how (R38, R77)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.commitment import Commitment, Dependency, Milestone, PlannedAction, Update
from generator.model.words import MilestoneState, Status
from generator.rules.progress import computed_from, judgement_words, reported_words, settled
from generator.rules.wording import capital, day, one_line

SEPARATOR = "/"
"""Between the id of a commitment and that of its milestone."""


class LateDependency(NamedTuple):
    """Something in the plan that stands in the way: a commitment, or one milestone of it (R34)."""

    dependency: Dependency
    key: str
    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedMilestone:
    """A milestone on one day. `computed` is what its judgements, its due date and what it waits for
    give, `reported` what the last update says, `status` what is shown.
    """

    commitment: Commitment
    action: PlannedAction
    milestone: Milestone
    computed: Status
    status: Status
    sentence: str
    reported: Status | None = None
    late: tuple[LateDependency, ...] = ()

    @property
    def key(self) -> str:
        """Its address in the plan: gc1-m1-c1/one-front-door."""
        return milestone_key(self.commitment, self.milestone)


class Obstacles:
    """What in the plan stands in the way of others on the day `as_of`, by its address."""

    def __init__(self, commitments: Iterable[Commitment], as_of: date) -> None:
        self._titles: dict[str, str] = {}
        self._why: dict[str, str | None] = {}
        for commitment in reversed(tuple(commitments)):
            for _, milestone in commitment.milestones:
                key = milestone_key(commitment, milestone)
                self._titles[key] = milestone.title
                self._why[key] = in_the_way(milestone, as_of)
            self._titles[commitment.id] = commitment.short_title or commitment.text
            self._why[commitment.id] = _commitment_in_the_way(commitment, as_of)

    def late(self, commitment: Commitment, milestone: Milestone) -> Iterator[LateDependency]:
        """All that a milestone, or its whole commitment, depends on and that stands in its way."""
        own = milestone_key(commitment, milestone)
        for dependency in (*milestone.dependencies, *commitment.dependencies):
            key = address(dependency, commitment)
            why = self._why.get(key)
            if why and key != own:
                yield LateDependency(dependency, key, one_line(self._titles[key]), why)


def milestone_key(commitment: Commitment, milestone: Milestone) -> str:
    """The address of a milestone in the plan."""
    return f"{commitment.id}{SEPARATOR}{milestone.id}"


def address(dependency: Dependency, commitment: Commitment) -> str:
    """The address of what a dependency names; a milestone's id alone is of the same commitment."""
    if any(dependency.on == milestone.id for _, milestone in commitment.milestones):
        return f"{commitment.id}{SEPARATOR}{dependency.on}"
    return dependency.on


def rate_commitment(
    commitment: Commitment, obstacles: Obstacles, as_of: date
) -> tuple[RatedMilestone, ...]:
    """Every milestone of a commitment, rated on the day `as_of`, in the order of its file."""
    return tuple(
        rate_milestone(commitment, action, milestone, obstacles, as_of)
        for action, milestone in commitment.milestones
    )


def rate_milestone(
    commitment: Commitment,
    action: PlannedAction,
    milestone: Milestone,
    obstacles: Obstacles,
    as_of: date,
) -> RatedMilestone:
    """One milestone on the day `as_of`. A complete one stays complete, whatever is reported later."""
    ended, update = _ENDED.get(milestone.state), milestone.latest
    late = () if ended else tuple(obstacles.late(commitment, milestone))
    found = _Standing(milestone, late, as_of)
    if ended or update is None:
        computed = status = ended or found.unreported
        sentence = _ended(milestone) if ended else found.unreported_sentence
    else:
        computed = found.computed(update)
        status, sentence = settled(computed, update.status), found.sentence(update)
    return RatedMilestone(
        commitment=commitment,
        action=action,
        milestone=milestone,
        computed=computed,
        status=status,
        reported=update.status if update else None,
        sentence=sentence,
        late=late,
    )


def judged_status(update: Update) -> Status:
    """What an update comes to by itself: the worst of its judgements, or what was published.

    A status without either rests on nothing: not rated.
    """
    if update.basis:
        return computed_from(update.basis)
    return update.status if update.published else Status.NOT_RATED


def is_past_due(milestone: Milestone, as_of: date) -> bool:
    """Whether the due date has passed and the milestone is neither reached nor given up."""
    due = milestone.due
    return milestone.state is MilestoneState.CURRENT and due is not None and due < as_of


def in_the_way(milestone: Milestone, as_of: date) -> str | None:
    """Why nothing that needs this milestone can go on; None where it stands in nobody's way."""
    if milestone.state in (MilestoneState.DEFERRED, MilestoneState.CANCELLED):
        return f"is {milestone.state}"
    update = milestone.latest
    if milestone.state is MilestoneState.COMPLETE:
        return None
    if update and settled(judged_status(update), update.status) is Status.RED:
        return "is red"
    return _late_words(milestone) if is_past_due(milestone, as_of) else None


def blocking(late: Iterable[LateDependency]) -> list[LateDependency]:
    """Of what is late, that without which the work cannot be done."""
    return [item for item in late if item.dependency.is_logical]


def milestones_by_key(rated: Iterable[RatedMilestone]) -> Mapping[str, RatedMilestone]:
    """Rated milestones by their address; the first where an address is used twice."""
    found: dict[str, RatedMilestone] = {}
    for item in rated:
        found.setdefault(item.key, item)
    return found


_ENDED = {
    MilestoneState.COMPLETE: Status.ACHIEVED,
    MilestoneState.DEFERRED: Status.DEFERRED,
    MilestoneState.CANCELLED: Status.CANCELLED,
}


def _commitment_in_the_way(commitment: Commitment, as_of: date) -> str | None:
    """A commitment is in the way when a milestone of it is red or late, or none is left."""
    milestones = [milestone for _, milestone in commitment.milestones]
    reasons = [in_the_way(milestone, as_of) for milestone in milestones]
    current = [
        (milestone, why)
        for milestone, why in zip(milestones, reasons, strict=True)
        if why and milestone.state is MilestoneState.CURRENT
    ]
    if current:
        milestone, why = current[0]
        return f"has a milestone, “{one_line(milestone.title)}”, that {why}"
    if milestones and all(reasons):
        return "has no milestone that is not deferred or cancelled"
    return None


def _ended(milestone: Milestone) -> str:
    if milestone.state is MilestoneState.COMPLETE:
        due = f"; it was due on {day(milestone.due)}" if milestone.due else ""
        on = f"on {day(milestone.completed)}" if milestone.completed else "on a day not recorded"
        return f"Achieved {on}{due}."
    decision = one_line(milestone.decision or "not recorded")
    return f"{str(milestone.state).capitalize()}. Decision: {decision}."


def _late_words(milestone: Milestone) -> str:
    assert milestone.due is not None
    return f"was due on {day(milestone.due)} and is not complete"


@dataclass(frozen=True, slots=True)
class _Standing:
    """A current milestone on one day, with what it waits for."""

    milestone: Milestone
    late: tuple[LateDependency, ...]
    as_of: date

    @property
    def is_past_due(self) -> bool:
        return is_past_due(self.milestone, self.as_of)

    @property
    def unreported(self) -> Status:
        """A milestone of which nothing is reported: overdue once its day has passed."""
        return Status.OVERDUE if self.is_past_due else Status.NOT_REPORTED

    @property
    def unreported_sentence(self) -> str:
        due = self.milestone.due
        told = [f"Nothing has been reported yet.{f' It is due on {day(due)}.' if due else ''}"]
        if self.is_past_due:
            told = [f"Overdue: it {_late_words(self.milestone)}, and nothing has been reported."]
        return " ".join([*told, *(f"{_needs(item)}." for item in self.late)])

    def computed(self, update: Update) -> Status:
        """Late is never green, and blocked is not green without a reason: amber at best."""
        judged = judged_status(update)
        if self.is_past_due and judged in (Status.GREEN, Status.NOT_RATED):
            return Status.AMBER
        if judged is Status.GREEN and blocking(self.late) and not update.despite:
            return Status.AMBER
        return judged

    def sentence(self, update: Update) -> str:
        """How the status follows: judgements, due date, what is waited for, what is reported."""
        told = [_judged_words(update)]
        computed, judged = self.computed(update), judged_status(update)
        if self.is_past_due:
            so = "" if judged is computed else ", so it is amber at best"
            told.append(f"It {_late_words(self.milestone)}{so}.")
        told += [_waits(item, update) for item in self.late]
        if update.status is not computed:
            words = reported_words(computed, update.status)
            told.append(f"{capital(words)}.")
        return " ".join(told)


def _judged_words(update: Update) -> str:
    label = update.period.words
    if update.basis:
        words = judgement_words(update.basis)
        return f"{capital(words)} for {label}: {judged_status(update)}."
    if update.published:
        return f"Published as {update.status} for {label}, without judgements."
    return f"Nothing says what the status for {label} rests on."


_NEEDS = {
    "logical": "It cannot be done before",
    "constraint": "It is limited by",
    "preferential": "It would be better after",
}


def _needs(item: LateDependency) -> str:
    return f"{_NEEDS[item.dependency.kind]} “{item.title}”, which {item.why}"


def _waits(item: LateDependency, update: Update) -> str:
    """What is waited for, and what follows for a status that would be green."""
    if not item.dependency.is_logical or judged_status(update) is not Status.GREEN:
        return f"{_needs(item)}."
    if update.despite:
        return f"{_needs(item)}. It can be green all the same: {one_line(update.despite)}"
    return f"{_needs(item)}, so it is amber at best."
