"""The manual's Appendix 1: commitments by action and milestone, services by measure (R125-R127)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.commitment import Commitment, Milestone, Update
from generator.model.council import Service
from generator.model.words import MilestoneState, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import flags_of, target_text, value_words
from generator.pages.parts import ActionRows, Level, Link, MilestoneRow, ProgressTable, Prose
from generator.pages.status_words import status_view
from generator.rules.milestones import RatedMilestone
from generator.rules.progress import judgement_words
from generator.rules.rated import RatedMeasure, shown
from generator.rules.rollup import RatedAction, RatedCommitment
from generator.rules.timetable import next_words
from generator.rules.wording import capital, day, status_in_text

COMMITMENT_COLUMNS = (
    "Action",
    "Milestones",
    "Progress and Performance",
    "Planned Activity",
    "Lead Service",
    "RAG",
)
SPI_COLUMNS = ("SPI", *COMMITMENT_COLUMNS[1:])
LATE = "Waits for something late"
"""The marker of a milestone that depends on something late, red, deferred or cancelled (R34)."""


def levels(build: Build, commitment: Commitment) -> tuple[Level, ...]:
    """The grand challenge and mission above a commitment."""
    found = []
    challenge = build.files.challenges.get(commitment.challenge)
    if challenge:
        found.append(Level(f"Grand Challenge {challenge.number}", challenge.title))
    mission = build.files.missions.get(commitment.mission)
    if mission:
        found.append(Level(f"Mission {mission.number}", mission.title))
    return tuple(found)


def commitment_table(
    build: Build, rated: RatedCommitment, path: str, *, current_only: bool = False
) -> ProgressTable | None:
    """The actions and milestones of a commitment; None when there is nothing to show."""
    found = (
        (action, [one for one in action.milestones if not current_only or is_current(one)])
        for action in rated.actions
    )
    return actions_table(build, rated.commitment, found, path)


def actions_table(
    build: Build,
    commitment: Commitment,
    found: Iterable[tuple[RatedAction, Sequence[RatedMilestone]]],
    path: str,
) -> ProgressTable | None:
    """Actions of a commitment with these of their milestones; None when there are none."""
    actions = [_action(build, action, shown, path) for action, shown in found if shown]
    if not actions:
        return None
    above = [level.label for level in levels(build, commitment)]
    place = ", ".join((*above, f"Commitment {commitment.number}"))
    name = f"{place}: actions and milestones"
    return ProgressTable(f"t-{commitment.id}", name, COMMITMENT_COLUMNS, tuple(actions))


@dataclass(frozen=True, slots=True)
class SpiPart:
    """The measures of one service under one grand challenge, in the manual's SPI layout."""

    levels: tuple[Level, ...]
    title: str
    id: str
    table: ProgressTable


def spi_parts(
    build: Build, items: Sequence[RatedMeasure], service: Service, path: str
) -> Iterator[SpiPart]:
    """Measures of a service under each grand challenge; each once, under the first it supports."""
    for challenge in build.files.plan.challenges:
        own = [item for item in items if _first_challenge(item) == challenge.id]
        if own:
            level = Level(f"Grand Challenge {challenge.number}", challenge.title)
            yield _spi_part(build, own, service, (level,), challenge.id, path)
    others = [item for item in items if _first_challenge(item) not in build.files.challenges]
    if others:
        yield _spi_part(build, others, service, (), "other", path)


def _spi_part(
    build: Build,
    items: Sequence[RatedMeasure],
    service: Service,
    levels: tuple[Level, ...],
    key: str,
    path: str,
) -> SpiPart:
    name = f"spi-{service.id}-{key}"
    under = levels[0].label if levels else "no grand challenge"
    rows = tuple(_spi(build, item, name, path) for item in items)
    table = ProgressTable(
        f"t-{name}", f"{service.name}, {under}: performance indicators", SPI_COLUMNS, rows
    )
    return SpiPart(levels, service.name, name, table)


def _first_challenge(item: RatedMeasure) -> str:
    supports = item.measure.supports
    named = (*supports.commitments, *supports.missions)
    return named[0].partition("-")[0] if named else ""


def place(commitment: Commitment) -> str:
    """Where a commitment stands in the plan: Grand Challenge 1, Mission 3, Commitment 5."""
    return (
        f"Grand Challenge {commitment.challenge_number}, Mission {commitment.mission_number}, "
        f"Commitment {commitment.number}"
    )


def milestone_place(commitment: Commitment, milestone: Milestone) -> str:
    """Where a milestone stands, with its id only beside a milestone of the same title (R128)."""
    same = sum(one.title == milestone.title for _, one in commitment.milestones)
    return (
        f"{place(commitment)} ({milestone.id.replace('-', ' ')})" if same > 1 else place(commitment)
    )


def is_current(rated: RatedMilestone) -> bool:
    """Whether a milestone is neither reached nor given up."""
    return rated.milestone.state is MilestoneState.CURRENT


def judged_by(build: Build, update: Update | None) -> str:
    """Who judged, and when: a judgement is called one wherever its colour stands (R86)."""
    if update is None or update.assessed is None:
        return ""
    who = build.role(update.assessed.by)
    return f"Professional judgement: {who}, {day(update.assessed.on)}."


def _action(
    build: Build, action: RatedAction, milestones: Sequence[RatedMilestone], path: str
) -> ActionRows:
    rows = tuple(_milestone(build, rated, path) for rated in milestones)
    name = f"{action.commitment.id}-{action.action.id}"
    own = urls.action(action.commitment.id, action.action.id)
    href = None if path == own else urls.relative(path, own)
    return ActionRows(name, action.action.title, str(len(rows)), rows, href)


def _milestone(build: Build, rated: RatedMilestone, path: str) -> MilestoneRow:
    commitment, milestone = rated.commitment, rated.milestone
    update = milestone.latest
    on_own_page = path == urls.commitment(commitment.id)
    return MilestoneRow(
        id=urls.anchor(milestone.id) if on_own_page else f"{commitment.id}-{milestone.id}",
        title=milestone.title,
        href=None
        if on_own_page
        else urls.relative(path, urls.milestone(commitment.id, milestone.id)),
        due=_due(milestone),
        progress=Prose(update.progress) if update else rated.sentence,
        planned=Prose(update.planned) if update else "–",
        lead=build.service_brief(milestone.lead_service),
        status=status_view(rated.status),
        flags=milestone_flags(rated),
        further=_further(build, commitment, milestone, path),
        note=_note(build, rated, update) if update and is_current(rated) else None,
    )


def _note(build: Build, rated: RatedMilestone, update: Update) -> str:
    """The judgement beside the colour, with the whole sentence where the colour is not the reported."""
    judged = judged_by(build, update)
    if rated.status is not update.status:
        return f"{judged} {rated.sentence}".strip()
    if update.basis is None:
        return "Published without judgements." if update.published else judged
    words = judgement_words(update.basis)
    return f"{judged} {capital(words)}.".strip()


def milestone_flags(rated: RatedMilestone) -> tuple[str, ...]:
    """The markers beside a milestone's status."""
    flags = [LATE] if rated.late else []
    update = rated.milestone.latest
    if is_current(rated) and update and update.status is not rated.status:
        flags.append(f"Reported as {status_in_text(update.status)}")
    if update and not update.published and update.checked is None:
        flags.append("Awaiting second check")
    return tuple(flags)


def _due(milestone: Milestone) -> str | None:
    if milestone.completed:
        return f"Completed {day(milestone.completed)}"
    if milestone.decision:
        return f"Decision: {milestone.decision}"
    return f"Due {day(milestone.due)}" if milestone.due else "No date is recorded"


def _further(build: Build, commitment: Commitment, milestone: Milestone, path: str) -> Link | None:
    """The case study of a milestone, in words that name it (R101)."""
    study = build.files.case_study.get((commitment.id, milestone.id))
    if study is None:
        return None
    word = "awaited" if study.awaiting else "read"
    return Link(
        urls.relative(path, urls.case_study(study.id)), f"Case study ({word}): {study.title}"
    )


def _spi(build: Build, item: RatedMeasure, name: str, path: str) -> ActionRows:
    measure, current = item.measure, item.current
    row_id = f"{name}-{measure.id}"
    action = current.entry.action if current else None
    planned = (
        f"{action.what} {build.role(action.owner)}, by {day(action.by)}."
        if action
        else _next_words(build, item)
    )
    milestone = MilestoneRow(
        id=f"{row_id}-now",
        title=_target_title(item),
        progress=current.sentence if current else "No figure has been reported yet.",
        planned=planned,
        lead=build.service_brief(measure.service),
        status=status_view(shown(item)),
        flags=flags_of(item, current),
    )
    href = urls.relative(path, urls.measure(measure.id))
    return ActionRows(row_id, measure.title, "1", (milestone,), href)


def _target_title(item: RatedMeasure) -> str:
    current = item.current
    if current is None:
        return "No period yet"
    label = current.entry.period.words
    if current.entry.assessment:
        return f"{label}: judged"
    if current.entry.value is None and current.entry.target is None:
        return f"{label}: no figure"
    if current.entry.target is None:
        return f"{label}: {value_words(item, current)}, no target"
    return f"{label}: {value_words(item, current)} against {target_text(item, current)}"


def _next_words(build: Build, item: RatedMeasure) -> str:
    if item.current and item.current.status in (Status.RED, Status.AMBER):
        return "No action recorded."
    starts = build.files.council.year_starts
    following = next_words(item.measure, build.rated.as_of, starts)
    return f"Next figure: {following}." if following else "–"
