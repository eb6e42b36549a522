"""The plan's own pages: the plan, each grand challenge and mission."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.plan import Challenge, Mission
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.commitments import CommitmentPart, commitment_part
from generator.pages.figures import MeasuresTable, measures_table
from generator.pages.parts import (
    Fact,
    Head,
    Level,
    Link,
    Notice,
    Page,
    Prose,
    Share,
    Step,
)
from generator.pages.rollup_words import coverage, plan_share, share
from generator.pages.sides import Sides, sides
from generator.pages.status_words import status_view
from generator.rules.rated import RatedMeasure
from generator.rules.wording import day

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
    commitments: Share
    measures: Share


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan and its grand challenges."""

    head: Head
    facts: tuple[Fact, ...]
    notice: Notice | None
    commitments: Share
    measures: Share
    challenges: tuple[ChallengePart, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """One grand challenge, its missions and measures."""

    head: Head
    missions: tuple[MissionPart, ...]
    sides: Sides | None
    measures: MeasuresTable
    commitments: Share
    measure_share: Share


@dataclass(frozen=True, slots=True)
class MissionView:
    """One mission, its commitments in the manual's layout, and its measures."""

    head: Head
    facts: tuple[Fact, ...]
    share: Share
    measure_share: Share
    commitments: tuple[CommitmentPart, ...]
    sides: Sides | None
    measures: MeasuresTable


def plan_pages(build: Build) -> Iterator[Page]:
    """The plan, then each grand challenge and mission."""
    yield _plan(build)
    for challenge in build.files.plan.challenges:
        yield _challenge(build, challenge)
        for mission in challenge.missions:
            yield _mission(build, challenge, mission)


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
        commitments=plan_share(build),
        measures=share(build.rated.roll_ups.plan.measures, "measure"),
        challenges=tuple(_challenge_part(build, item, path) for item in plan.challenges),
        links=tuple(Link(link.url, link.text) for link in plan.links),
    )
    trail = (Step("Home", urls.HOME), Step("Plan"))
    told = f"{plan.title}, {plan.from_} to {plan.to}."
    return Page(path, "plan.html", plan.title, told, trail, path, view, "")


def _challenge_part(build: Build, challenge: Challenge, path: str) -> ChallengePart:
    tally = build.rated.roll_ups.challenges[challenge.id]
    return ChallengePart(
        level=Level(f"Grand Challenge {challenge.number}", challenge.title),
        href=urls.relative(path, urls.challenge(challenge.id)),
        missions=tuple(_mission_part(build, mission, path) for mission in challenge.missions),
        commitments=share(tally.commitments, "commitment"),
        measures=share(tally.measures, "measure"),
    )


def _mission_part(build: Build, mission: Mission, path: str) -> MissionPart:
    commitments = tuple(
        Link(
            urls.relative(path, urls.commitment(item.commitment.id)),
            f"Commitment {item.commitment.number}: "
            f"{item.commitment.short_title or item.commitment.text}",
            status=status_view(item.status),
        )
        for item in build.rated.roll_ups.commitments
        if item.commitment.mission == mission.id
    )
    tally = build.rated.roll_ups.missions[mission.id]
    return MissionPart(
        level=Level(f"Mission {mission.number}", mission.title),
        href=urls.relative(path, urls.mission(mission.id)),
        wording=WORDING[mission.wording],
        commitments=commitments,
        measures=f"{coverage(tally.commitments, 'commitment')} {coverage(tally.measures, 'measure')}",
    )


def _challenge(build: Build, challenge: Challenge) -> Page:
    path, tally = urls.challenge(challenge.id), build.rated.roll_ups.challenges[challenge.id]
    items = measures_of_challenge(build, challenge.id)
    view = ChallengeView(
        head=Head(
            challenge.title,
            f"Grand Challenge {challenge.number}",
            Prose(challenge.summary) if challenge.summary else None,
        ),
        missions=tuple(_mission_part(build, mission, path) for mission in challenge.missions),
        sides=sides(items, path),
        measures=measures_table(items, "Measures under this grand challenge", path),
        commitments=share(tally.commitments, "commitment"),
        measure_share=share(tally.measures, "measure"),
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
    path, tally = urls.mission(mission.id), build.rated.roll_ups.missions[mission.id]
    facts = [Fact("Wording", WORDING[mission.wording], note=mission.source)]
    facts.append(Fact("Direction", mission.direction or "Not recorded."))
    facts.append(Fact("Ends", day(mission.ends) if mission.ends else "Not recorded."))
    facts.append(Fact("Measure of success", mission.success or "Not recorded."))
    view = MissionView(
        head=Head(mission.title, f"Grand Challenge {challenge.number}, Mission {mission.number}"),
        facts=tuple(facts),
        share=share(tally.commitments, "commitment"),
        measure_share=share(tally.measures, "measure"),
        commitments=tuple(
            commitment_part(build, item, path)
            for item in build.rated.roll_ups.commitments
            if item.commitment.mission == mission.id
        ),
        sides=sides(measures_of_mission(build, mission.id), path),
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
