"""Rules on what the plan leaves out: outcomes, ways to follow a commitment, risks, dependencies."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment, Dependency, PlannedAction
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure
from generator.model.plan import Mission
from generator.model.words import Kind
from generator.rules.checks.milestones import placed_milestones
from generator.rules.milestones import address, milestone_key
from generator.rules.rated import Rated
from generator.rules.wording import listed, plural

_MOST_NAMED = 4
"""How many missions a message names before it only counts."""


def outcome_is_stated(rated: Rated) -> Iterator[Remark]:
    """A commitment says what will be different for people, and a mission when it ends and what shows
    its success.
    """
    for commitment in rated.catalogue.commitments:
        if not commitment.outcome:
            yield Remark(
                path=commitment.path,
                at=("text",),
                message=f"{commitment.id} states no intended outcome",
                fix="Add outcome: what will be different for people when it is done.",
            )
    plan = rated.catalogue.plan
    without = [mission for mission in plan.missions if not (mission.ends and mission.success)]
    if without:
        yield Remark(
            path=plan.path,
            at=("challenges",),
            message=f"{_some(without)} no end date or no measure of success",
            fix=(
                "Add ends: the date by which it is to be reached, and success: what shows that it was, "
                "under each of them."
            ),
        )


def commitment_is_followed(rated: Rated) -> Iterator[Remark]:
    """A commitment has a measure, a milestone, or a reason why no measure can follow it."""
    files = rated.catalogue
    followed = {name for measure in files.measures for name in measure.supports.commitments}
    for item in files.commitments:
        by_action = any(action.milestones or action.measures for action in item.actions)
        if not (by_action or item.measurable or item.id in followed):
            yield Remark(
                path=item.path,
                at=("actions",),
                message=f"nothing follows {item.id}: it has no measure and no milestone",
                fix=(
                    "Add a milestone to an action, name this commitment under supports in a measure, "
                    "or say under measurable: {no: why it cannot be measured}."
                ),
            )


def action_has_a_target(rated: Rated) -> Iterator[Remark]:
    """An action has a milestone, a measure with a target, or a reason why it has neither."""
    for commitment in rated.catalogue.commitments:
        for index, action in enumerate(commitment.actions):
            if not _is_followed(action, rated.catalogue):
                yield Remark(
                    path=commitment.path,
                    at=("actions", index),
                    message=f"action {action.id} has neither a milestone nor a measure with a target",
                    fix="Add a milestone, or say under no_milestones why there is none.",
                )


def risks_are_recorded(rated: Rated) -> Iterator[Remark]:
    """A commitment has its risks recorded, or says why they were not assessed."""
    for commitment in rated.catalogue.commitments:
        if not (commitment.risks or commitment.not_risk_assessed):
            yield Remark(
                path=commitment.path,
                at=("text",),
                message=f"{commitment.id} has no risks, and does not say why none were assessed",
                fix=(
                    "Add risks, each with its cause, effect and mitigations, or not_risk_assessed: "
                    "the reason."
                ),
            )


def dependency_is_known(rated: Rated) -> Iterator[Remark]:
    """What a dependency names is in the plan, or is clearly something outside it."""
    files = rated.catalogue
    for commitment in files.commitments:
        yield from _unknown(commitment, (), commitment.dependencies, files)
        for at, milestone in placed_milestones(commitment):
            yield from _unknown(commitment, at, milestone.dependencies, files)


def _unknown(
    commitment: Commitment, at: Pointer, dependencies: Iterable[Dependency], files: Catalogue
) -> Iterator[Remark]:
    """What is named in one word that is nothing in the plan, but almost something in it.

    What has the form of an id of the plan is looked up by `reference_exists`.
    """
    known = {
        milestone_key(item, one): one.id for item in files.commitments for _, one in item.milestones
    }
    for index, dependency in enumerate(dependencies):
        name = address(dependency, commitment)
        if " " in name or name in known or name in files.commitment or name.startswith("gc"):
            continue
        elsewhere = [key for key, milestone in known.items() if milestone == name]
        near = get_close_matches(
            name, [milestone.id for _, milestone in commitment.milestones], n=1
        )
        nearest = elsewhere or near or get_close_matches(name, known, n=1)
        if nearest:
            yield Remark(
                path=commitment.path,
                at=(*at, "dependencies", index, "on"),
                message=f"the dependency names {name}, which is nothing in the plan",
                fix=f"Write {nearest[0]}, or say in a few words what it is outside the plan.",
            )


def _is_followed(action: PlannedAction, files: Catalogue) -> bool:
    measures = (files.measure.get(name) for name in action.measures)
    unread = any(name in files.unread for name in action.measures)
    with_target = any(measure and _has_a_target(measure) for measure in measures)
    return bool(action.milestones or action.no_milestones or with_target or unread)


def _has_a_target(measure: Measure) -> bool:
    """Whether a measure is held to something: a target, or judgements of how the work goes."""
    if measure.kind is Kind.QUALITATIVE:
        return True
    return any(entry.target is not None for entry in measure.periods)


def _some(missions: list[Mission]) -> str:
    names = [mission.id for mission in missions]
    if len(names) > _MOST_NAMED:
        return f"{plural(len(names), 'mission')}, such as {listed(names[:2])}, have"
    return f"mission {names[0]} has" if len(names) == 1 else f"missions {listed(names)} have"
