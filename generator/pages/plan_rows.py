"""The rows of the data files on the plan: commitments and milestones."""

from collections.abc import Iterator

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.progress import milestone_status


def commitment_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """One row a commitment."""
    for item in build.files.commitments:
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
        )


def milestone_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """One row a milestone."""
    for item in build.files.commitments:
        for action, milestone in item.milestones:
            update, status = milestone.latest, milestone_status(milestone)
            yield (
                item.id,
                action.id,
                milestone.id,
                milestone.title,
                milestone.lead_service,
                milestone.due.isoformat() if milestone.due else "",
                str(milestone.state),
                update.period.label if update else "",
                str(status or ""),
                update.progress if update else "",
                update.planned if update else "",
            )
