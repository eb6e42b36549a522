"""Actions: whether each is delivered, and what comes of it (R66)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.commitment import Commitment
from generator.pages import urls
from generator.pages.basis import Basis, basis
from generator.pages.build import Build
from generator.pages.figures import MeasuresTable, measures_table
from generator.pages.parts import (
    Fact,
    Head,
    Level,
    Page,
    ProgressTable,
    Share,
    StatusView,
    Step,
)
from generator.pages.progress import actions_table, levels
from generator.pages.rollup_words import AGREED, approved, share
from generator.pages.status_words import status_view
from generator.rules.rollup import RatedAction


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action. What it shares with its commitment stands on the page of that."""

    levels: tuple[Level, ...]
    head: Head
    status: StatusView
    flags: tuple[str, ...]
    sentence: str
    share: Share
    table: ProgressTable | None
    no_milestones: str
    basis: tuple[Basis, ...]
    measures: MeasuresTable | None
    facts: tuple[Fact, ...]
    commitment: str


def action_pages(build: Build) -> Iterator[Page]:
    """Each action."""
    for rated in build.rated.roll_ups.commitments:
        for action in rated.actions:
            yield _action(build, action)


def _action(build: Build, rated: RatedAction) -> Page:
    commitment, action = rated.commitment, rated.action
    path = urls.action(commitment.id, action.id)
    return Page(
        path, "action.html", action.title, f"An action of commitment {commitment.number}: {commitment.text}",
        (*trail_of(commitment), Step(f"Commitment {commitment.number}", urls.commitment(commitment.id)), Step("Action")),
        urls.PLAN, _view(build, rated, path), urls.root_of(path),
    )  # fmt: skip


def trail_of(commitment: Commitment) -> tuple[Step, ...]:
    """The way to a commitment: the plan, its grand challenge and its mission."""
    return (
        Step("Home", urls.HOME),
        Step("Plan", urls.PLAN),
        Step(
            f"Grand Challenge {commitment.challenge_number}", urls.challenge(commitment.challenge)
        ),
        Step(f"Mission {commitment.mission_number}", urls.mission(commitment.mission)),
    )


def _view(build: Build, rated: RatedAction, path: str) -> ActionView:
    commitment, action = rated.commitment, rated.action
    measures = [build.rated.by_id[name] for name in rated.inputs.measures]
    return ActionView(
        levels=(
            *levels(build, commitment),
            Level(f"Commitment {commitment.number}", commitment.text),
        ),
        head=Head(action.title, "Action"),
        status=status_view(rated.status),
        flags=(AGREED,) if rated.status is not rated.computed else (),
        sentence=f"{rated.sentence}{approved(build, rated)}",
        share=share(rated.inputs, "milestone or measure", "milestones and measures"),
        table=actions_table(build, commitment, [(rated, rated.milestones)], path),
        no_milestones=action.no_milestones or "No milestone is recorded.",
        basis=tuple(basis(build, one) for one in rated.milestones),
        measures=measures_table(measures, "Measures of this action", path) if measures else None,
        facts=tuple(_facts(build, rated)),
        commitment=urls.relative(path, urls.commitment(commitment.id)),
    )


def _facts(build: Build, rated: RatedAction) -> Iterator[Fact]:
    commitment = rated.commitment
    yield Fact("Lead service", build.service(commitment.lead_service))
    yield Fact("Owner of the commitment", build.role(commitment.owner))
    yield Fact("Backup", build.role(commitment.backup))
    if rated.action.policy:
        yield Fact("Policy served", rated.action.policy)
