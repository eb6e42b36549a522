"""Rating: the one place where a colour is decided (manual, corporate RAG; requirements 2)."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.numbers import rounded
from generator.model.words import Direction, Flag, Kind, Status
from generator.rules.deviation import ZeroTargetError, outwith
from generator.rules.overrides import stands
from generator.rules.progress import assessed
from generator.rules.timetable import is_due

PLACES = 2
"""The decimals to which the outwith figure is rounded, once, before it is compared (R71)."""


class Limits(NamedTuple):
    """The bands that rate one period: the corporate ones or the measure's own."""

    green_up_to: Decimal
    amber_up_to: Decimal
    own: bool = False


class Rating(NamedTuple):
    """What one period is rated, and from what.

    `outwith` is rounded half up to two decimals, in per cent or in points; None where nothing was
    compared. `computed` is what the figures or the assessment give, `reported` what the management
    team reports instead, `status` what is shown.
    """

    computed: Status
    status: Status
    reported: Status | None = None
    outwith: Decimal | None = None
    limits: Limits | None = None
    flags: tuple[Flag, ...] = ()


def rate(measure: Measure, entry: PeriodEntry, council: Council, as_of: date) -> Rating:
    """The rating of one period of `measure` on the day `as_of`. Never raises: see `Status`."""
    computed, distance, limits = _computed(measure, entry, council, as_of)
    said = entry.status
    reported = said.colour if said else None
    status = said.colour if said and stands(said, measure, computed, as_of) else computed
    flags = _flags(measure, entry, overridden=status is not computed)
    return Rating(computed, status, reported, distance, limits, flags)


def limits_for(measure: Measure, entry: PeriodEntry, council: Council) -> Limits | None:
    """The bands in force when the period ended (R84); None before the first of them."""
    own = measure.tolerance
    if (
        own
        and own.green_up_to is not None
        and own.amber_up_to is not None
        and own.from_ is not None
        and own.from_ <= entry.period.last
    ):
        return Limits(own.green_up_to, own.amber_up_to, own=True)
    corporate = council.bands_on(entry.period.last)
    return Limits(corporate.green_up_to, corporate.amber_up_to) if corporate else None


def colour(distance: Decimal, limits: Limits) -> Status:
    """The colour of an outwith figure that was rounded to two decimals."""
    if distance <= limits.green_up_to:
        return Status.GREEN
    return Status.AMBER if distance <= limits.amber_up_to else Status.RED


def _computed(
    measure: Measure, entry: PeriodEntry, council: Council, as_of: date
) -> tuple[Status, Decimal | None, Limits | None]:
    if entry.state:
        return entry.state, None, None
    if measure.kind is Kind.QUALITATIVE and entry.assessment:
        return assessed(entry.assessment), None, None
    if entry.value is None:
        due = is_due(measure, entry.period, as_of)
        return (Status.OVERDUE if due else Status.NOT_YET_DUE), None, None
    if measure.direction is Direction.NONE:
        return Status.DATA_ONLY, None, None
    if entry.target is None:
        return Status.NO_TARGET, None, None
    return _compared(measure, entry, council)


def _compared(
    measure: Measure, entry: PeriodEntry, council: Council
) -> tuple[Status, Decimal | None, Limits | None]:
    limits = limits_for(measure, entry, council)
    if limits is None or entry.value is None or entry.target is None:
        return Status.NOT_RATED, None, None
    try:
        exact = outwith(entry.value, entry.target, measure.direction, measure.basis)
    except ZeroTargetError:
        return Status.NOT_RATED, None, limits
    distance = rounded(exact, PLACES)
    return colour(distance, limits), distance, limits


def _revised(entry: PeriodEntry) -> list[Flag]:
    corrections = [revision for revision in entry.revisions if revision.type == "correction"]
    revised = [Flag.REVISED] if len(corrections) < len(entry.revisions) else []
    return [*revised, Flag.CORRECTED] if corrections else revised


def _flags(measure: Measure, entry: PeriodEntry, *, overridden: bool) -> tuple[Flag, ...]:
    if not entry.has_result:
        return ()
    raised = [Flag.PROVISIONAL] if entry.provisional else []
    if entry.estimated:
        raised.append(Flag.ESTIMATED)
    if entry.revisions:
        raised += _revised(entry)
    if overridden:
        raised.append(Flag.OVERRIDDEN)
    if entry.target is not None and measure.target_basis and measure.target_basis.is_comparison:
        raised.append(Flag.COMPARISON)
    if entry.checked is None and measure.origin is None:
        raised.append(Flag.UNCHECKED)
    return tuple(raised)
