"""The plan's own pages: the plan, each grand challenge, mission and commitment."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.commitment import Commitment, Milestone, Update
from generator.model.plan import Challenge, Mission
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
    Notice,
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
from generator.rules.rated import RatedMeasure
from generator.rules.wording import day, plural

WORDING = {
    "exact": "The wording is exact: it was read in a published source.",
    "substance": "A published source confirms the aim, not these exact words.",
    "unconfirmed": "The wording is not confirmed: it must be checked against the plan.",
}


@dataclass(frozen=True, slots=True)
class MissionPart:
    """A mission on the page of its grand challenge or of the plan."""

    level: Level
    href: str
    wording: str
    commitments: tuple[Link, ...]
    measures: str


@dataclass(frozen=True, slots=True)
class ChallengePart:
    """A grand challenge on the page of the plan."""

    level: Level
    href: str
    missions: tuple[MissionPart, ...]
    segments: tuple[Segment, ...]
    label: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan and its grand challenges."""

    head: Head
    facts: tuple[Fact, ...]
    notice: Notice | None
    challenges: tuple[ChallengePart, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """One grand challenge, its missions and measures."""

    head: Head
    missions: tuple[MissionPart, ...]
    measures: MeasuresTable
    segments: tuple[Segment, ...]
    label: str


@dataclass(frozen=True, slots=True)
class CommitmentPart:
    """A commitment on the page of its mission or in a paper."""

    levels: tuple[Level, ...]
    title: str
    id: str
    href: str
    table: ProgressTable | None


@dataclass(frozen=True, slots=True)
class MissionView:
    """One mission, its commitments in the manual's layout, and its measures."""

    head: Head
    facts: tuple[Fact, ...]
    commitments: tuple[CommitmentPart, ...]
    measures: MeasuresTable


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


def plan_pages(build: Build) -> Iterator[Page]:
    """The plan, then each grand challenge, mission and commitment."""
    yield _plan(build)
    for challenge in build.files.plan.challenges:
        yield _challenge(build, challenge)
        for mission in challenge.missions:
            yield _mission(build, challenge, mission)
    for commitment in build.files.commitments:
        yield _commitment(build, commitment)


def measures_of_mission(build: Build, mission: str) -> list[RatedMeasure]:
    """Measures that support a mission, or a commitment of it; each once."""
    return [
        item
        for item in build.rated.measures
        if mission in item.measure.supports.missions
        or any(name.startswith(f"{mission}-c") for name in item.measure.supports.commitments)
    ]


def measures_of_challenge(build: Build, challenge: str) -> list[RatedMeasure]:
    """Measures that support any mission of a grand challenge; each once."""
    return [
        item
        for item in build.rated.measures
        if any(
            name.startswith(f"{challenge}-")
            for name in (*item.measure.supports.missions, *item.measure.supports.commitments)
        )
    ]


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


def _statuses(items: Iterable[RatedMeasure]) -> list[Status]:
    return [item.current.status if item.current else Status.NOT_YET_DUE for item in items]


def _plan(build: Build) -> Page:
    plan, path = build.files.plan, urls.PLAN
    approved = plan.approved
    where = f", {approved.reference}" if approved.reference else ""
    loaded, declared = len(build.files.commitments), plan.declared_commitments
    facts = [
        Fact("Years", f"{plan.from_} to {plan.to}"),
        Fact("Approved", f"{build.body(approved.by)}, {day(approved.on)}{where}"),
        Fact("Commitments declared", str(declared)),
        Fact("Commitments recorded here", str(loaded)),
    ]
    if plan.source:
        facts.append(Fact("Wording read in", Prose(plan.source)))
    notice = None
    if loaded != declared:
        notice = Notice(
            "warning",
            f"{loaded} of {declared} commitments are recorded here",
            "The plan declares more commitments than these files hold. Counts on this site are of "
            "those recorded.",
        )
    view = PlanView(
        head=Head(plan.title, "The plan", Prose(plan.goal) if plan.goal else None),
        facts=tuple(facts),
        notice=notice,
        challenges=tuple(_challenge_part(build, item, path) for item in plan.challenges),
        links=tuple(Link(link.url, link.text) for link in plan.links),
    )
    trail = (Step("Home", urls.HOME), Step("Plan"))
    return Page(
        path,
        "plan.html",
        plan.title,
        f"{plan.title}, {plan.from_} to {plan.to}.",
        trail,
        path,
        view,
        "",
    )


def _challenge_part(build: Build, challenge: Challenge, path: str) -> ChallengePart:
    items = measures_of_challenge(build, challenge.id)
    return ChallengePart(
        level=Level(f"Grand Challenge {challenge.number}", challenge.title),
        href=urls.relative(path, urls.challenge(challenge.id)),
        missions=tuple(_mission_part(build, mission, path) for mission in challenge.missions),
        segments=segments(_statuses(items)),
        label=f"Status of {plural(len(items), 'measure')} under this grand challenge",
    )


def _mission_part(build: Build, mission: Mission, path: str) -> MissionPart:
    commitments = tuple(
        Link(
            urls.relative(path, urls.commitment(item.id)),
            f"Commitment {item.number}: {item.short_title or item.text}",
        )
        for item in build.files.commitments
        if item.mission == mission.id
    )
    count = len(measures_of_mission(build, mission.id))
    return MissionPart(
        level=Level(f"Mission {mission.number}", mission.title),
        href=urls.relative(path, urls.mission(mission.id)),
        wording=WORDING[mission.wording],
        commitments=commitments,
        measures=plural(count, "measure"),
    )


def _challenge(build: Build, challenge: Challenge) -> Page:
    path = urls.challenge(challenge.id)
    items = measures_of_challenge(build, challenge.id)
    view = ChallengeView(
        head=Head(
            challenge.title,
            f"Grand Challenge {challenge.number}",
            Prose(challenge.summary) if challenge.summary else None,
        ),
        missions=tuple(_mission_part(build, mission, path) for mission in challenge.missions),
        measures=measures_table(items, "Measures under this grand challenge", path),
        segments=segments(_statuses(items)),
        label=f"Status of {plural(len(items), 'measure')}",
    )
    trail = (
        Step("Home", urls.HOME),
        Step("Plan", urls.PLAN),
        Step(f"Grand Challenge {challenge.number}"),
    )
    return Page(
        path, "challenge.html", challenge.title, f"Grand Challenge {challenge.number}: {challenge.title}.",
        trail, urls.PLAN, view, urls.root_of(path),
    )  # fmt: skip


def _mission(build: Build, challenge: Challenge, mission: Mission) -> Page:
    path = urls.mission(mission.id)
    facts = [Fact("Wording", WORDING[mission.wording], note=mission.source)]
    facts.append(Fact("Direction", mission.direction or "Not recorded."))
    facts.append(Fact("Ends", day(mission.ends) if mission.ends else "Not recorded."))
    facts.append(Fact("Measure of success", mission.success or "Not recorded."))
    view = MissionView(
        head=Head(mission.title, f"Grand Challenge {challenge.number}, Mission {mission.number}"),
        facts=tuple(facts),
        commitments=tuple(
            commitment_part(build, item, path)
            for item in build.files.commitments
            if item.mission == mission.id
        ),
        measures=measures_table(
            measures_of_mission(build, mission.id), "Measures that support this mission", path
        ),
    )
    trail = (
        Step("Home", urls.HOME),
        Step("Plan", urls.PLAN),
        Step(f"Grand Challenge {challenge.number}", urls.challenge(challenge.id)),
        Step(f"Mission {mission.number}"),
    )
    return Page(
        path, "mission.html", mission.title, f"Mission {mission.number}: {mission.title}.",
        trail, urls.PLAN, view, urls.root_of(path),
    )  # fmt: skip


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
