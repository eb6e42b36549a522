"""Commitments: each with its actions and milestones, and the facts behind every status."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.commitment import Commitment, Dependency
from generator.pages import urls
from generator.pages.actions import trail_of
from generator.pages.basis import Basis, basis
from generator.pages.build import Build
from generator.pages.change_notes import noted
from generator.pages.figures import MeasuresTable, measures_table
from generator.pages.history import HistoryView, history_view
from generator.pages.measure_facts import risks
from generator.pages.parts import (
    Fact,
    Head,
    Level,
    Link,
    Page,
    ProgressTable,
    Prose,
    Share,
    StatusView,
    Step,
    Table,
)
from generator.pages.progress import (
    commitment_table,
    levels,
)
from generator.pages.rollup_words import action_table, coverage, input_table, share
from generator.pages.status_words import status_view
from generator.rules.milestones import SEPARATOR, address
from generator.rules.rollup import RatedCommitment
from generator.rules.wording import day


@dataclass(frozen=True, slots=True)
class CommitmentPart:
    """A commitment on the page of its mission or in a paper."""

    levels: tuple[Level, ...]
    title: str
    id: str
    href: str
    status: StatusView
    coverage: str
    table: ProgressTable | None


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """One commitment, whole."""

    head: Head
    levels: tuple[Level, ...]
    summary: StatusView
    sentence: str
    share: Share
    actions: Table | None
    inputs: Table | None
    table: ProgressTable | None
    basis: tuple[Basis, ...]
    facts: tuple[Fact, ...]
    measures: MeasuresTable | None
    dependencies: tuple[str, ...]
    risks: Table | None
    no_risks: str | None
    history: HistoryView
    edit: Link | None
    file: str


def commitment_pages(build: Build) -> Iterator[Page]:
    """Each commitment."""
    for rated in build.rated.roll_ups.commitments:
        yield _commitment(build, rated)


def commitment_part(
    build: Build, rated: RatedCommitment, path: str, *, current_only: bool = False
) -> CommitmentPart:
    """A commitment under its grand challenge and mission, with its status and its table."""
    commitment = rated.commitment
    return CommitmentPart(
        levels=levels(build, commitment),
        title=f"Commitment {commitment.number}: {commitment.text}",
        id=commitment.id,
        href=urls.relative(path, urls.commitment(commitment.id)),
        status=status_view(rated.status),
        coverage=coverage(rated.items, "milestone or measure", _COUNTED),
        table=commitment_table(build, rated, path, current_only=current_only),
    )


_COUNTED = "milestones and measures"


def _commitment(build: Build, rated: RatedCommitment) -> Page:
    commitment = rated.commitment
    path = urls.commitment(commitment.id)
    edit = build.edit_href(commitment.path)
    measures = [build.rated.by_id[name] for name in rated.items.measures]
    view = CommitmentView(
        head=_commitment_head(commitment),
        levels=levels(build, commitment),
        summary=status_view(rated.status),
        sentence=rated.sentence,
        share=share(rated.items, "milestone or measure", _COUNTED),
        actions=action_table(build, rated, path),
        inputs=input_table(rated, path),
        table=commitment_table(build, rated, path),
        basis=tuple(basis(build, milestone) for milestone in rated.milestones),
        facts=tuple(_commitment_facts(build, commitment)),
        measures=measures_table(measures, "Measures of this commitment", path)
        if measures
        else None,
        dependencies=tuple(_dependencies(build, rated)),
        risks=risks(build, commitment.risks),
        no_risks=commitment.not_risk_assessed,
        history=history_view(build, commitment.id),
        edit=Link(edit, "Edit this commitment") if edit else None,
        file=commitment.path,
    )
    trail = (*trail_of(commitment), Step(f"Commitment {commitment.number}"))
    title = commitment.short_title or commitment.text
    return Page(
        path, "commitment.html", title, f"Commitment {commitment.number}: {commitment.text}",
        trail, urls.PLAN, view, urls.root_of(path),
    )  # fmt: skip


def _dependencies(build: Build, rated: RatedCommitment) -> Iterator[str]:
    """What the commitment and each of its milestones depend on, and whether that is late (R34)."""
    late = {
        id(item.dependency): item.why for milestone in rated.milestones for item in milestone.late
    }
    for item in rated.commitment.dependencies:
        yield _dependency(item, _needed(build, item, rated), late.get(id(item)))
    for milestone in rated.milestones:
        for item in milestone.milestone.dependencies:
            told = _dependency(item, _needed(build, item, rated), late.get(id(item)))
            yield f"{milestone.milestone.title}: {told[0].lower()}{told[1:]}"


def _needed(build: Build, item: Dependency, rated: RatedCommitment) -> str:
    """What a dependency names: the title of a commitment or milestone, or else its own words."""
    commitment, _, milestone = address(item, rated.commitment).partition(SEPARATOR)
    if found := build.files.milestone(commitment, milestone):
        return f"“{found[1].title}”"
    named = build.files.commitment.get(commitment)
    return f"“{named.short_title or named.text}”" if named else item.on


def _dependency(item: Dependency, needed: str, why: str | None) -> str:
    told = f"{item.kind.capitalize()}: {needed} ({item.stakeholder})."
    if why:
        told += f" It {why}."
    return f"{told} {item.note}" if item.note else told


def _commitment_head(commitment: Commitment) -> Head:
    """The short title with the exact words under it, or the exact words alone."""
    number = f"Commitment {commitment.number}"
    if commitment.short_title:
        return Head(commitment.short_title, number, commitment.text)
    return Head(commitment.text, number)


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
    for what, why in noted(commitment):
        yield Fact(what, why)
