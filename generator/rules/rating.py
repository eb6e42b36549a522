"""Rating: the one place where a colour is decided (manual, corporate RAG; requirements 2)."""

from datetime import date
from decimal import Decimal

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.numbers import rounded
from generator.model.unit import is_worded
from generator.model.words import Direction, Kind, Status
from generator.rules.bands import PLACES, Limits, colour, limits_for
from generator.rules.deviation import ZeroTargetError, outwith
from generator.rules.flags import flags
from generator.rules.outcome import Rating
from generator.rules.overrides import stands
from generator.rules.progress import computed_from, settled
from generator.rules.timetable import is_due


def rate(measure: Measure, entry: PeriodEntry, council: Council, as_of: date) -> Rating:
    """The rating of one period of `measure` on the day `as_of`. Never raises: see `Status`."""
    computed, exact, limits = _computed(measure, entry, council, as_of)
    reported, status = _reported(measure, entry, computed, as_of)
    distance = None if exact is None else rounded(exact, PLACES)
    rating = Rating(computed, status, reported, distance, limits, (), exact)
    raised = flags(measure, entry, rating, as_of) if entry.has_result else ()
    return Rating(computed, status, reported, distance, limits, raised, exact)


def _reported(
    measure: Measure, entry: PeriodEntry, computed: Status, as_of: date
) -> tuple[Status | None, Status]:
    """What is reported beside the computed status, if anything is, and what is therefore shown."""
    said, status = entry.status, computed
    if measure.kind is Kind.QUALITATIVE and entry.assessment and computed.is_colour:
        status = settled(computed, entry.assessment.status)
    if said and stands(said, measure, computed, as_of):
        status = said.colour
    if said:
        return said.colour, status
    judged = entry.assessment.status if status is not computed and entry.assessment else None
    return judged, status


def _computed(
    measure: Measure, entry: PeriodEntry, council: Council, as_of: date
) -> tuple[Status, Decimal | None, Limits | None]:
    if entry.state:
        return entry.state, None, None
    if measure.kind is Kind.QUALITATIVE and entry.assessment:
        return computed_from(entry.assessment.judgements), None, None
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
    """The status of a value beside its target, with the unrounded outwith figure."""
    assert entry.value is not None
    assert entry.target is not None
    limits = limits_for(measure, entry, council)
    if limits is None and not is_worded(measure.unit):
        return Status.NOT_RATED, None, None
    try:
        exact = outwith(entry.value, entry.target, measure.direction, measure.basis)
    except ZeroTargetError:
        return Status.NOT_RATED, None, limits
    if limits:
        return colour(exact, limits), exact, limits
    # A date or a level that is met needs no bands to be green; one that is missed has none.
    return (Status.GREEN, exact, None) if exact <= 0 else (Status.NOT_RATED, None, None)
