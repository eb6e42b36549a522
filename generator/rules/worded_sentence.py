"""The derivation sentence of a date or a level: days late, levels short (R73, R78)."""

from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry
from generator.model.unit import DATE, distance_unit
from generator.model.words import Status
from generator.rules.bands import YES_OR_NO
from generator.rules.distance import band_words, distance_words
from generator.rules.outcome import Rating
from generator.rules.units import with_unit


def worded_sentence(measure: Measure, entry: PeriodEntry, rating: Rating, target: str) -> str:
    """How the status of a date or a level follows from it and its `target` in words."""
    assert isinstance(entry.value, Decimal)
    assert isinstance(entry.target, Decimal)
    value = with_unit(entry.value, measure.unit)
    if entry.value == entry.target:
        return f"{value} meets {target}: {rating.computed}."
    if rating.limits is YES_OR_NO:
        return f"{value} against {target}: {rating.computed}."
    difference = entry.value - entry.target
    amount = distance_words(abs(difference), measure)
    return (
        f"{value} is {amount} {_side(difference, measure)} {target}: {_outcome(measure, rating)}."
    )


def _side(difference: Decimal, measure: Measure) -> str:
    """On which side of the target a value lies, as people say it of dates and of levels."""
    later, earlier = ("after", "before") if measure.unit == DATE else ("above", "below")
    return later if difference > 0 else earlier


def _outcome(measure: Measure, rating: Rating) -> str:
    if rating.computed is Status.NOT_RATED:
        unit = distance_unit(measure.unit)
        return f"not rated, because no bands in {unit} are agreed for this measure"
    if rating.limits is None or (rating.outwith or 0) <= 0:
        return str(rating.computed)
    words = band_words(rating.computed, rating.limits, measure.basis, measure.unit)
    return f"{rating.computed} ({words}, the measure's own bands)"
