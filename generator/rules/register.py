"""The register of overrides: every reported colour that differs from the computed one (R79)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.measure import ReportedStatus
from generator.model.words import Status
from generator.rules.overrides import Owned, has_expired, missing_from, stands
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.rollup import RatedAction


class Override(NamedTuple):
    """One reported colour that differs from the computed one: `stands`, `expired` or `refused`.

    `id` is that of a measure, or `commitment/action` for an action, which has no period.
    """

    id: str
    title: str
    service: str
    period: str
    computed: Status
    said: ReportedStatus
    outcome: str
    lacks: tuple[str, ...] = ()

    @property
    def commitment(self) -> str | None:
        """The commitment of an action; None for a measure."""
        return self.id.partition("/")[0] if "/" in self.id else None


def overrides(rated: Rated) -> Iterator[Override]:
    """Every override of a measure, latest first, then of an action; those refused included."""
    for item in rated.measures:
        yield from _of_measure(item, rated.as_of)
    for commitment in rated.roll_ups.commitments:
        for action in commitment.actions:
            yield from _of_action(action, rated.as_of)


def _of_measure(item: RatedMeasure, as_of: date) -> Iterator[Override]:
    measure = item.measure
    for one in reversed(item.entries):
        said = one.entry.status
        if said and _differs(said, computed := one.rating.computed):
            outcome, lacks = _outcome(said, measure, computed, as_of)
            label = one.entry.period.label
            yield Override(
                measure.id, measure.title, measure.service, label, computed, said, outcome, lacks
            )


def _of_action(rated: RatedAction, as_of: date) -> Iterator[Override]:
    said, computed, commitment = rated.action.status, rated.computed, rated.commitment
    if said and _differs(said, computed):
        outcome, lacks = _outcome(said, commitment, computed, as_of)
        title, service = rated.action.title, commitment.lead_service
        yield Override(rated.key, title, service, "", computed, said, outcome, lacks)


def _differs(said: ReportedStatus, computed: Status) -> bool:
    return computed.is_colour and said.colour is not computed


def _outcome(
    said: ReportedStatus, item: Owned, computed: Status, as_of: date
) -> tuple[str, tuple[str, ...]]:
    """What became of an override, and what it lacks where it does not stand."""
    if stands(said, item, computed, as_of):
        return "stands", ()
    lacks = tuple(missing_from(said, item, computed))
    if not lacks and has_expired(said, computed, as_of):
        return "expired", ()
    return "refused", lacks
