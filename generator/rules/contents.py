"""What a committee report covers: its measures and its commitments (R125, R126)."""

from generator.model.report import Report
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.rollup import RatedCommitment


def report_measures(report: Report, rated: Rated) -> tuple[RatedMeasure, ...]:
    """Every measure that `report` names or covers, once, in the order of the report."""
    contents = report.contents
    chosen = {name: rated.by_id[name] for name in contents.measures if name in rated.by_id}
    for service in contents.services:
        chosen |= {
            item.measure.id: item for item in rated.measures if item.measure.service == service
        }
    for part in (*contents.missions, *contents.challenges, *contents.commitments):
        chosen |= {item.measure.id: item for item in rated.measures if _supports(item, part)}
    return tuple(chosen.values())


def report_commitments(report: Report, rated: Rated) -> tuple[RatedCommitment, ...]:
    """Every commitment that `report` names, or whose mission or grand challenge it names."""
    contents = report.contents
    return tuple(
        item
        for item in rated.roll_ups.commitments
        if item.commitment.id in contents.commitments
        or item.commitment.mission in contents.missions
        or item.commitment.challenge in contents.challenges
    )


def _supports(item: RatedMeasure, part: str) -> bool:
    """Whether a measure supports a part of the plan, or something under it."""
    supports = item.measure.supports
    return any(
        name == part or name.startswith(f"{part}-")
        for name in (*supports.missions, *supports.commitments)
    )
