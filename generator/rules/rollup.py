"""Roll-up: how statuses come together, from milestones and measures to the plan (R66, R80).

A colour is an order, not a number: it is never averaged. An action or a commitment shows the worst
of what is due beside the counts; a mission, a grand challenge and the plan show counts alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment, PlannedAction
from generator.model.measure import Measure
from generator.model.words import Status
from generator.rules.milestones import SEPARATOR, Obstacles, RatedMilestone, rate_commitment
from generator.rules.overrides import stands
from generator.rules.wording import listed, one_line, plural, status_in_text

_FIRST = (
    Status.RED,
    Status.AMBER,
    # Due and absent: nothing that holds it is called green.
    Status.OVERDUE,
    Status.GREEN,
    Status.NOT_REPORTED,
    Status.NOT_AVAILABLE,
    Status.SUPPRESSED,
    Status.NOT_COLLECTED,
    Status.NOT_COMPARABLE,
    Status.NOT_YET_DUE,
    Status.UNRELEASED,
    Status.DEFERRED,
    Status.ACHIEVED,
    Status.CANCELLED,
)
WORST_FIRST = (*_FIRST, *(status for status in Status if status not in _FIRST))
"""Every status in the order in which one decides what a roll-up shows."""
_RANK = {status: rank for rank, status in enumerate(WORST_FIRST)}


class Kind(StrEnum):
    """What can be an input of a roll-up."""

    MILESTONE = "milestone"
    MEASURE = "measure"
    ACTION = "action"
    COMMITMENT = "commitment"


class Input(NamedTuple):
    """One thing that is counted: what it is, its address in the plan, its title and its status."""

    kind: Kind
    id: str
    title: str
    status: Status


@dataclass(frozen=True, slots=True)
class RollUp:
    """Inputs that come together, each once."""

    inputs: tuple[Input, ...]

    @property
    def worst(self) -> Status:
        """The status that decides: red before amber before overdue before green, then the states."""
        return min((one.status for one in self.inputs), key=_RANK.__getitem__, default=_NOTHING)

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many inputs have each status that occurs, worst first (R83)."""
        found = Counter(one.status for one in self.inputs)
        return {status: found[status] for status in WORST_FIRST if found[status]}

    @property
    def rated(self) -> int:
        """How many inputs have a colour."""
        return sum(1 for one in self.inputs if one.status.is_colour)

    @property
    def measures(self) -> tuple[str, ...]:
        """The id of every measure among the inputs."""
        return tuple(one.id for one in self.inputs if one.kind is Kind.MEASURE)

    @property
    def total(self) -> int:
        """How many inputs there are."""
        return len(self.inputs)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedAction:
    """An action on one day. `delivery` is made of its milestones, `results` of its measures (R66);
    `computed` is the worst of both, `reported` what the management team agreed instead.
    """

    commitment: Commitment
    action: PlannedAction
    milestones: tuple[RatedMilestone, ...]
    delivery: RollUp
    results: RollUp
    inputs: RollUp
    computed: Status
    status: Status
    sentence: str
    reported: Status | None = None

    @property
    def key(self) -> str:
        """Its address in the plan: gc1-m1-c1/a1."""
        return f"{self.commitment.id}{SEPARATOR}{self.action.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedCommitment:
    """A commitment on one day. `inputs` are its actions and the measures that support it directly:
    their worst is its `status`. `items` are all milestones and measures under it: they are counted.
    """

    commitment: Commitment
    actions: tuple[RatedAction, ...]
    inputs: RollUp
    items: RollUp
    status: Status
    sentence: str

    @property
    def milestones(self) -> Iterator[RatedMilestone]:
        """Every milestone, in the order of its file."""
        return (milestone for action in self.actions for milestone in action.milestones)


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted under a mission, a grand challenge or the plan; it never has a status."""

    commitments: RollUp
    measures: RollUp


@dataclass(frozen=True, slots=True)
class RollUps:
    """Every roll-up of a catalogue on one day."""

    commitments: tuple[RatedCommitment, ...]
    missions: Mapping[str, Tally]
    challenges: Mapping[str, Tally]
    plan: Tally


def roll_up(inputs: Iterable[Input]) -> RollUp:
    """These inputs, each once, in their order (R17)."""
    found = {(one.kind, one.id): one for one in reversed(tuple(inputs))}
    return RollUp(tuple(reversed(found.values())))


def roll_up_plan(
    catalogue: Catalogue, statuses: Sequence[tuple[Measure, Status]], as_of: date
) -> RollUps:
    """Every roll-up of `catalogue` on the day `as_of`; `statuses` are what its measures show."""
    measures = {
        measure.id: Input(Kind.MEASURE, measure.id, measure.title, status)
        for measure, status in statuses
        if catalogue.answers(measure)
    }
    supporting: dict[str, list[Input]] = defaultdict(list)
    for measure, _ in statuses:
        for name in supported_by(measure):
            supporting[name].append(measures[measure.id])
    obstacles = Obstacles(catalogue.commitments, as_of)
    commitments = tuple(
        _commitment(
            item, rate_commitment(item, obstacles, as_of), measures, supporting[item.id], as_of
        )
        for item in catalogue.commitments
    )
    under: dict[str, list[Input]] = defaultdict(list)
    for rated in commitments:
        for name in (rated.commitment.mission, rated.commitment.challenge):
            under[name].append(_as_input(rated))
    plan = catalogue.plan
    return RollUps(
        commitments,
        {one.id: _tally(under[one.id], supporting[one.id]) for one in plan.missions},
        {one.id: _tally(under[one.id], supporting[one.id]) for one in plan.challenges},
        _tally(map(_as_input, commitments), (measures[one.id] for one, _ in statuses)),
    )


def supported_by(measure: Measure) -> Iterator[str]:
    """Every commitment, mission and grand challenge that a measure supports, each once."""
    named = (*measure.supports.commitments, *measure.supports.missions)
    missions = (name.partition("-c")[0] for name in named)
    challenges = (name.partition("-")[0] for name in named)
    return iter(dict.fromkeys((*named, *missions, *challenges)))


def count_words(rolled: RollUp) -> str:
    """The counts in words: `1 red, 2 amber and 1 achieved`."""
    counts = rolled.counts.items()
    return listed([f"{number} {status_in_text(status)}" for status, number in counts])


_NOTHING = Status.NOT_RATED
"""What a roll-up of nothing shows."""


def _tally(commitments: Iterable[Input], measures: Iterable[Input]) -> Tally:
    return Tally(roll_up(commitments), roll_up(measures))


def _as_input(rated: RatedCommitment) -> Input:
    item = rated.commitment
    return Input(Kind.COMMITMENT, item.id, item.short_title or item.text, rated.status)


def _commitment(
    commitment: Commitment,
    milestones: Sequence[RatedMilestone],
    measures: Mapping[str, Input],
    supporting: Sequence[Input],
    as_of: date,
) -> RatedCommitment:
    actions, rest = [], iter(milestones)
    for action in commitment.actions:
        own = tuple(next(rest) for _ in action.milestones)
        actions.append(_action(commitment, action, own, measures, as_of))
    named = {one for action in actions for one in action.results.inputs}
    direct = [one for one in supporting if one not in named]
    inputs = roll_up((*map(_action_input, actions), *direct))
    items = roll_up((*(one for action in actions for one in action.inputs.inputs), *direct))
    return RatedCommitment(
        commitment=commitment,
        actions=tuple(actions),
        inputs=inputs,
        items=items,
        status=inputs.worst,
        sentence=_worst_words(inputs),
    )


def _action_input(rated: RatedAction) -> Input:
    return Input(Kind.ACTION, rated.key, rated.action.title, rated.status)


def _action(
    commitment: Commitment,
    action: PlannedAction,
    milestones: tuple[RatedMilestone, ...],
    measures: Mapping[str, Input],
    as_of: date,
) -> RatedAction:
    delivery = roll_up(
        Input(Kind.MILESTONE, one.key, one.milestone.title, one.status) for one in milestones
    )
    results = roll_up(measures[name] for name in action.measures if name in measures)
    inputs = roll_up((*delivery.inputs, *results.inputs))
    said, computed = action.status, inputs.worst
    counts = said is not None and stands(said, commitment, computed, as_of)
    status = said.colour if said and counts else computed
    told = _worst_words(inputs)
    if said and status is not computed:
        told += f" Reported as {status}, not {computed}: {one_line(said.reason or '')}"
    return RatedAction(
        commitment=commitment,
        action=action,
        milestones=milestones,
        delivery=delivery,
        results=results,
        inputs=inputs,
        computed=computed,
        status=status,
        sentence=told,
        reported=said.colour if said else None,
    )


def _worst_words(rolled: RollUp) -> str:
    """What the worst is of: `The worst of 2 milestones and 1 measure (1 red and 2 green): red.`"""
    if not rolled.inputs:
        return "It has no milestone and no measure, so there is nothing to rate."
    kinds = Counter(one.kind for one in rolled.inputs)
    of = listed([plural(number, str(kind)) for kind, number in kinds.items()])
    worst = status_in_text(rolled.worst)
    if len(rolled.inputs) == 1:
        return f"It has {of}: {worst}."
    return f"The worst of {of} ({count_words(rolled)}): {worst}."
