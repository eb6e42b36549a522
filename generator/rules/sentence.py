"""The derivation sentence: how a status follows from its figures, in plain English (R78)."""

from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.numbers import plain
from generator.model.words import Basis, Direction, Status
from generator.rules.rating import Limits, Rating
from generator.rules.timetable import due_on
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, one_line

STATE_SENTENCES = {
    Status.NOT_AVAILABLE: "There is no figure: it is not available.",
    Status.SUPPRESSED: "There is no figure: it is withheld so that nobody can be identified.",
    Status.NOT_COLLECTED: "There is no figure: it was not collected for this period.",
    Status.NOT_APPLICABLE: "There is no figure: the measure does not apply to this period.",
    Status.NOT_COMPARABLE: "There is no figure that can be compared with the other periods.",
}


def sentence(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    """How `rating` follows from the figures of `entry`, in one or two sentences."""
    told = _computed(measure, entry, rating)
    if rating.status is not rating.computed and entry.status:
        told += (
            f" Reported as {rating.status}, not {rating.computed}: "
            f"{one_line(entry.status.reason or '')}"
        )
    return told


def band_words(status: Status, limits: Limits, basis: Basis) -> str:
    """The band of a colour, as the manual writes it: `2.5% to 4.99%`."""
    mark = "%" if basis is Basis.RELATIVE else " points"
    step = Decimal("0.01")
    match status:
        case Status.GREEN:
            return f"no more than {_short(limits.green_up_to)}{mark}"
        case Status.AMBER:
            low, high = _short(limits.green_up_to + step), _short(limits.amber_up_to)
            return f"{low}{'%' if mark == '%' else ''} to {high}{mark}"
        case _:
            return f"{_short(limits.amber_up_to + step)}{mark} or more"


def _computed(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    if entry.state:
        return f"{STATE_SENTENCES[entry.state]} {one_line(entry.reason or '')}".strip()
    if entry.assessment and entry.value is None:
        return (
            f"Assessed as {rating.computed} on {day(entry.assessment.on)}: "
            f"{one_line(entry.assessment.basis)}"
        )
    if entry.value is None:
        return _without_figure(measure, entry, rating)
    value = with_unit(entry.value, measure.unit)
    match rating.computed:
        case Status.DATA_ONLY:
            return f"{value}. This measure gives context: it has no better direction and no rating."
        case Status.NO_TARGET:
            return f"{value}. No target is set, so it is not rated."
    if entry.target is None:
        return value
    target = _target(measure, entry)
    if rating.computed is Status.NOT_RATED or rating.outwith is None or rating.limits is None:
        return _not_rated(value, target, rating)
    return _compared(measure, entry, rating, value, target)


def _without_figure(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    due = day(due_on(measure, entry.period))
    if rating.computed is Status.OVERDUE:
        return f"Overdue: the figure was due on {due} and has not been reported."
    return f"Not yet due: the figure is expected by {due}."


def _not_rated(value: str, target: str, rating: Rating) -> str:
    if rating.limits is None:
        return f"{value} against {target}: not rated, because no bands were in force."
    return (
        f"{value} against {target}: not rated, because no percentage can be taken of a target "
        "of zero."
    )


def _compared(measure: Measure, entry: PeriodEntry, rating: Rating, value: str, target: str) -> str:
    assert rating.outwith is not None
    assert rating.limits is not None
    own = ", bands of its own" if rating.limits.own else ""
    band = band_words(rating.computed, rating.limits, measure.basis)
    amount = _amount(abs(rating.outwith), measure.basis)
    if rating.outwith > 0:
        return f"{value} is {amount} outwith {target}: {rating.computed} ({band}{own})."
    if _meets_exactly(entry):
        return f"{value} meets {target}: {rating.computed}."
    if isinstance(entry.target, Range):
        return f"{value} is within {target}: {rating.computed}."
    if rating.outwith == 0:
        # Too close to tell apart at two decimals.
        return f"{value} is 0.00% outwith {target}: {rating.computed} ({band}{own})."
    return f"{value} is better than {target} by {amount}: {rating.computed}."


def _meets_exactly(entry: PeriodEntry) -> bool:
    return entry.target is not None and entry.value == entry.target


def _target(measure: Measure, entry: PeriodEntry) -> str:
    assert entry.target is not None
    words = target_words(entry.target, measure.unit)
    basis = measure.target_basis
    if basis and basis.is_comparison:
        return f"{basis.name} of {words} (a comparison, not a target that the council agreed)"
    if isinstance(entry.target, Range):
        return f"the target range of {words}"
    if measure.direction is Direction.PLAN:
        return f"the plan of {words}"
    return f"the target of {words}"


def _amount(distance: Decimal, basis: Basis) -> str:
    if basis is Basis.RELATIVE:
        return f"{plain(distance)}%"
    return f"{plain(distance)} {'point' if distance == 1 else 'points'}"


def _short(value: Decimal) -> str:
    """A limit as the manual writes it: 2.5, not 2.50; 5, not 5.00."""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
