"""Open escalations: risks that were raised above the service and wait for an answer (R60, R68)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.commitment import Commitment
from generator.model.measure import Measure
from generator.model.people import Risk
from generator.rules.rated import Rated


class OpenEscalation(NamedTuple):
    """A risk without an answer: whose, since when, for how many days, and whether that is too long."""

    record: Measure | Commitment
    risk: Risk
    since: date
    days: int
    is_late: bool


def open_escalations(rated: Rated) -> Iterator[OpenEscalation]:
    """Every risk that waits, the longest first."""
    limit = rated.catalogue.council.escalations
    records: tuple[Measure | Commitment, ...] = (*rated.in_use, *rated.catalogue.commitments)
    found = [
        OpenEscalation(
            record,
            risk,
            risk.escalated,
            (rated.as_of - risk.escalated).days,
            limit is not None and (rated.as_of - risk.escalated).days > limit.answered_within_days,
        )
        for record in records
        for risk in record.risks
        if risk.escalated and not risk.answered and risk.escalated <= rated.as_of
    ]
    yield from sorted(found, key=lambda one: (one.since, one.record.id))
