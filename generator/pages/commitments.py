"""Commitments: each with its actions and milestones, and the facts behind every status."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.commitment import Commitment, Milestone, Update
from generator.model.words import MilestoneState, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import MeasuresTable, measures_table, segments
from generator.pages.measure_facts import risks
from generator.pages.parts import (
    Definition,
    Fact,
    Head,
    Level,
    Link,
    Page,
    ProgressTable,
    Prose,
    Segment,
    StatusView,
    Step,
    Table,
)
from generator.pages.progress import commitment_table, levels, milestone_status
from generator.pages.status_words import status_view
from generator.rules.wording import day, plural


@dataclass(frozen=True, slots=True)
class CommitmentPart:
    """A commitment on the page of its mission or in a paper."""

    levels: tuple[Level, ...]
    title: str
    id: str
    href: str
    table: ProgressTable | None


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """One commitment, whole."""

    head: Head
    levels: tuple[Level, ...]
    summary: StatusView | None
    segments: tuple[Segment, ...]
    label: str
    table: ProgressTable | None
    basis: tuple[Definition, ...]
    facts: tuple[Fact, ...]
    measures: MeasuresTable | None
    dependencies: tuple[str, ...]
    risks: Table | None
    no_risks: str | None
    edit: Link | None
    file: str


def commitment_pages(build: Build) -> Iterator[Page]:
    """Each commitment."""
    for commitment in build.files.commitments:
        yield _commitment(build, commitment)


def commitment_part(
    build: Build, commitment: Commitment, path: str, *, current_only: bool = False
) -> CommitmentPart:
    """A commitment under its grand challenge and mission, with its table."""
    return CommitmentPart(
        levels=levels(build, commitment),
        title=f"Commitment {commitment.number}: {commitment.text}",
        id=commitment.id,
        href=urls.relative(path, urls.commitment(commitment.id)),
        table=commitment_table(build, commitment, path, current_only=current_only),
    )


def _commitment(build: Build, commitment: Commitment) -> Page:
    path = urls.commitment(commitment.id)
    reported = [
        status for _, milestone in commitment.milestones
        if milestone.state is MilestoneState.CURRENT and (status := milestone_status(milestone))
    ]  # fmt: skip
    edit = build.edit_href(commitment.path)
    measures = [
        item for item in build.rated.measures if commitment.id in item.measure.supports.commitments
    ]
    view = CommitmentView(
        head=_commitment_head(commitment),
        levels=levels(build, commitment),
        summary=status_view(min(reported, key=list(Status).index)) if reported else None,
        segments=segments(reported) if reported else (),
        label=f"Status of {plural(len(reported), 'current milestone')} that {'has' if len(reported) == 1 else 'have'} been reported",
        table=commitment_table(build, commitment, path),
        basis=tuple(_basis(build, commitment)),
        facts=tuple(_commitment_facts(build, commitment)),
        measures=measures_table(measures, "Measures of this commitment", path)
        if measures
        else None,
        dependencies=tuple(
            f"{item.kind.capitalize()}: {item.on} ({item.stakeholder}){'. ' + item.note if item.note else ''}"
            for item in commitment.dependencies
        ),
        risks=risks(build, commitment.risks),
        no_risks=commitment.not_risk_assessed,
        edit=Link(edit, "Edit this commitment") if edit else None,
        file=commitment.path,
    )
    challenge, mission = commitment.challenge, commitment.mission
    trail = (
        Step("Home", urls.HOME),
        Step("Plan", urls.PLAN),
        Step(f"Grand Challenge {challenge.removeprefix('gc')}", urls.challenge(challenge)),
        Step(f"Mission {mission.rpartition('-m')[2]}", urls.mission(mission)),
        Step(f"Commitment {commitment.number}"),
    )
    title = commitment.short_title or commitment.text
    return Page(
        path, "commitment.html", title, f"Commitment {commitment.number}: {commitment.text}",
        trail, urls.PLAN, view, urls.root_of(path),
    )  # fmt: skip


def _basis(build: Build, commitment: Commitment) -> Iterator[Definition]:
    """For each milestone, the facts behind its status, or the paper that it was taken from."""
    for _, milestone in commitment.milestones:
        update = milestone.latest
        if update:
            told = (*_judged(build, update), *_followed_up(build, milestone, update))
            yield Definition(milestone.title, Prose("\n\n".join(told)))


def _commitment_head(commitment: Commitment) -> Head:
    """The short title with the exact words under it, or the exact words alone."""
    number = f"Commitment {commitment.number}"
    if commitment.short_title:
        return Head(commitment.short_title, number, commitment.text)
    return Head(commitment.text, number)


def _judged(build: Build, update: Update) -> Iterator[str]:
    """The status, its date, the facts that it rests on, and who judged and checked it."""
    as_at = f", as at {day(update.as_at)}" if update.as_at else ""
    yield f"{status_view(update.status).word} for {update.period.label}{as_at}."
    if update.published:
        yield f"Taken as printed from: {update.published}"
    if update.basis:
        yield (
            f"- Timescale: {update.basis.timescale}\n- Budget: {update.basis.budget}"
            f"\n- Completion: {update.basis.completion}"
        )
    if update.evidence:
        yield f"Evidence: {update.evidence}"
    if update.assessed:
        yield f"Assessed by {build.role(update.assessed.by)}, {day(update.assessed.on)}."
    if update.checked:
        checked = update.checked
        yield f"Checked by {build.role(checked.by)}, {day(checked.on)}: {checked.how}"


def _followed_up(build: Build, milestone: Milestone, update: Update) -> Iterator[str]:
    """What is done about it, when it counts as done, and why there is no case study."""
    action = update.action
    if action:
        yield f"Action: {action.what} {build.role(action.owner)}, by {day(action.by)}."
    elif milestone.state is MilestoneState.CURRENT and update.status is not Status.GREEN:
        yield "No action is recorded."
    if milestone.done_when:
        yield f"Done when: {milestone.done_when}"
    if milestone.no_case_study:
        yield f"No case study: {milestone.no_case_study}"


def _commitment_facts(build: Build, commitment: Commitment) -> Iterator[Fact]:
    yield Fact("Lead service", build.service(commitment.lead_service))
    if commitment.contributing_services:
        names = ", ".join(build.service(name) for name in commitment.contributing_services)
        yield Fact("Contributing services", names)
    yield Fact("Owner", build.role(commitment.owner))
    yield Fact("Backup", build.role(commitment.backup))
    agreed = commitment.ownership
    yield Fact(
        "Ownership agreed",
        f"{build.body(agreed.by)}, {day(agreed.on)}, {agreed.reference}"
        if agreed
        else "Not recorded.",
    )
    yield Fact(
        "Intended outcome", Prose(commitment.outcome) if commitment.outcome else "Not recorded."
    )
    if commitment.measurable:
        yield Fact("Not measurable because", commitment.measurable.no)
    if commitment.external_body:
        yield Fact("Also depends on", commitment.external_body)
    for action in commitment.actions:
        if action.no_milestones:
            yield Fact(f"No milestones for: {action.title}", action.no_milestones)
        if action.policy:
            yield Fact(f"Policy served by: {action.title}", action.policy)
    if commitment.source:
        yield Fact("Wording read in", commitment.source)
