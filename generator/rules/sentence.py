"""The derivation sentence: how a status follows from its figures, in plain English (R78)."""

from decimal import Decimal
from functools import lru_cache

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.numbers import plain
from generator.model.words import Basis, Direction, Kind, Status
from generator.rules.deviation import outwith
from generator.rules.rating import Limits, Rating
from generator.rules.timetable import due_on
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, one_line

_STEP = Decimal("0.01")
"""The least by which two outwith figures can differ once they are rounded."""

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


@lru_cache(maxsize=512)
def band_words(status: Status, limits: Limits, basis: Basis, unit: str = "percent") -> str:
    """The band of a colour, as the manual writes it: `2.5% to 4.99%`.

    In points the bands are in the measure's own `unit`: `2.5 to 4.99 points`, `2.5 to 4.99 days`.
    """
    low = limits.green_up_to + _STEP
    match status:
        case Status.GREEN:
            return f"no more than {_band_end(limits.green_up_to, basis, unit)}"
        case Status.AMBER:
            has_sign = basis is Basis.RELATIVE or unit.startswith("pounds")
            start = _band_end(low, basis, unit) if has_sign else _bare(low)
            return f"{start} to {_band_end(limits.amber_up_to, basis, unit)}"
        case _:
            return f"{_band_end(limits.amber_up_to + _STEP, basis, unit)} or more"


def _computed(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    if entry.state:
        return f"{STATE_SENTENCES[entry.state]} {one_line(entry.reason or '')}".strip()
    if measure.kind is Kind.QUALITATIVE and entry.assessment:
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
    target = target_name(measure, entry)
    if rating.computed is Status.NOT_RATED or rating.outwith is None or rating.limits is None:
        return _not_rated(value, target, rating)
    return f"{value} {_compared(measure, entry, rating, target)}"


def _without_figure(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    due = day(due_on(measure, entry.period))
    noun = "assessment" if measure.kind is Kind.QUALITATIVE else "figure"
    if rating.computed is Status.OVERDUE:
        return f"Overdue: the {noun} was due on {due} and has not been reported."
    return f"Not yet due: the {noun} is expected by {due}."


def _not_rated(value: str, target: str, rating: Rating) -> str:
    if rating.limits is None:
        return f"{value} against {target}: not rated, because no bands were in force then."
    return (
        f"{value} against {target}: not rated, because no percentage can be taken of a target "
        "of zero."
    )


def _compared(measure: Measure, entry: PeriodEntry, rating: Rating, target: str) -> str:
    """What follows the value: how it compares with the target, and the colour that this gives."""
    assert rating.outwith is not None
    assert rating.limits is not None
    assert entry.value is not None
    assert entry.target is not None
    own = ", the measure's own bands" if rating.limits.own else ""
    words = band_words(rating.computed, rating.limits, measure.basis, measure.unit)
    colour = f"{rating.computed}{_by_comparison(measure)}"
    band = f"{colour} ({words}{own})"
    if rating.outwith > 0:
        return f"is {distance_words(rating.outwith, measure)} outwith {target}: {band}."
    if entry.value == entry.target:
        return f"meets {target}: {colour}."
    if isinstance(entry.target, Range) and _exact(measure, entry) <= 0:
        return f"is within {target}: {colour}."
    if rating.outwith < 0:
        amount = distance_words(-rating.outwith, measure)
        return f"is better than {target} by {amount}: {colour}."
    if _exact(measure, entry) > 0:
        return f"is less than {distance_words(_STEP, measure)} outwith {target}: {band}."
    return f"is better than {target}: {colour}."


def _by_comparison(measure: Measure) -> str:
    """What is said of a colour that rests on a figure of others, not on an agreed target."""
    basis = measure.target_basis
    return " by comparison" if basis and basis.is_comparison else ""


def _exact(measure: Measure, entry: PeriodEntry) -> Decimal:
    """The unrounded outwith figure of an entry that was compared."""
    assert entry.value is not None
    assert entry.target is not None
    return outwith(entry.value, entry.target, measure.direction, measure.basis)


def target_name(measure: Measure, entry: PeriodEntry) -> str:
    """The target of an entry that has one, as a sentence names it: the target of 95%."""
    assert entry.target is not None
    words = target_words(entry.target, measure.unit)
    basis = measure.target_basis
    if basis and basis.is_comparison:
        return f"{basis.name} of {words}"
    if isinstance(entry.target, Range):
        return f"the target range of {words}"
    if measure.direction is Direction.PLAN:
        return f"the plan of {words}"
    return f"the target of {words}"


def distance_words(distance: Decimal, measure: Measure) -> str:
    """A distance: in per cent, in points of a percentage, or in the measure's own unit."""
    if measure.basis is Basis.RELATIVE:
        return f"{plain(distance)}%"
    if _in_points(measure.unit):
        return f"{plain(distance)} {'point' if distance == 1 else 'points'}"
    return with_unit(distance, measure.unit)


def _band_end(value: Decimal, basis: Basis, unit: str) -> str:
    """The end of a band with its unit."""
    if basis is Basis.RELATIVE:
        return f"{_bare(value)}%"
    if _in_points(unit):
        return f"{_bare(value)} points"
    return with_unit(value if unit.startswith("pounds") else Decimal(_bare(value)), unit)


def _in_points(unit: str) -> bool:
    """Whether a distance in `unit` is said in points: a percentage, or a number without a unit."""
    return unit in ("percent", "percentage-points", "")


def _bare(value: Decimal) -> str:
    """A limit as the manual writes it: 2.5, not 2.50; 5, not 5.00."""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
