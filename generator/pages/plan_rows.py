"""Rows of the data files on the plan: commitments, milestones, and the inputs of each roll-up."""

from collections.abc import Iterator

from generator.pages import urls
from generator.pages.build import Build
from generator.rules.rollup import RollUp, Tally

Record = tuple[str, ...]


def commitment_rows(build: Build) -> Iterator[Record]:
    """Every commitment with its status, its coverage and its counts."""
    for rated in build.rated.roll_ups.commitments:
        item, items = rated.commitment, rated.items
        yield (
            item.id,
            item.challenge,
            item.mission,
            item.number,
            item.text,
            item.lead_service,
            " ".join(item.contributing_services),
            item.owner,
            item.backup,
            str(sum(1 for _ in item.milestones)),
            urls.commitment(item.id),
            str(rated.status),
            str(items.rated),
            str(items.total),
            " ".join(f"{status}:{number}" for status, number in items.counts.items()),
        )


def milestone_rows(build: Build) -> Iterator[Record]:
    """Every milestone with what is computed, reported and shown."""
    for item in build.rated.roll_ups.commitments:
        for rated in item.milestones:
            milestone, update = rated.milestone, rated.milestone.latest
            yield (
                item.commitment.id,
                rated.action.id,
                milestone.id,
                milestone.title,
                milestone.lead_service,
                milestone.due.isoformat() if milestone.due else "",
                str(milestone.state),
                update.period.label if update else "",
                str(rated.status),
                update.progress if update else "",
                update.planned if update else "",
                str(rated.computed),
                str(rated.reported or ""),
                rated.sentence,
            )


def roll_up_rows(build: Build) -> Iterator[Record]:
    """Every input of every roll-up (R80)."""
    rolled = build.rated.roll_ups
    for item in rolled.commitments:
        for action in item.actions:
            yield from _inputs(("action", action.key, str(action.status)), action.inputs)
        yield from _inputs(("commitment", item.commitment.id, str(item.status)), item.inputs)
    for kind, tallies in (("mission", rolled.missions), ("challenge", rolled.challenges)):
        for name, tally in tallies.items():
            yield from _counted((kind, name), tally)
    yield from _counted(("plan", ""), rolled.plan)


def _counted(of: tuple[str, str], tally: Tally) -> Iterator[Record]:
    """The inputs of what is counted and has no status of its own."""
    yield from _inputs((*of, ""), tally.commitments)
    yield from _inputs((*of, ""), tally.measures)


def _inputs(of: tuple[str, str, str], rolled: RollUp) -> Iterator[Record]:
    for one in rolled.inputs:
        yield (*of, str(one.kind), one.id, str(one.status))
