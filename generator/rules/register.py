"""The register of overrides: every period whose reported colour differs from the computed (R79)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.measure import ReportedStatus
from generator.rules.overrides import has_expired, missing_from
from generator.rules.rated import Rated, RatedEntry, RatedMeasure


class Override(NamedTuple):
    """One reported colour that differs from the computed one: `stands`, `expired` or `refused`."""

    item: RatedMeasure
    one: RatedEntry
    said: ReportedStatus
    outcome: str
    lacks: tuple[str, ...] = ()


def overrides(rated: Rated) -> Iterator[Override]:
    """Every override of every period, latest first within each measure, those refused included."""
    for item in rated.measures:
        for one in reversed(item.entries):
            said, computed = one.entry.status, one.rating.computed
            if said and computed.is_colour and said.colour is not computed:
                yield _override(item, one, said, rated.as_of)


def _override(item: RatedMeasure, one: RatedEntry, said: ReportedStatus, as_of: date) -> Override:
    if one.status is not one.rating.computed:
        return Override(item, one, said, "stands")
    lacks = tuple(missing_from(said, item.measure, one.rating.computed))
    if lacks or not has_expired(said, one.rating.computed, as_of):
        return Override(item, one, said, "refused", lacks)
    return Override(item, one, said, "expired")
