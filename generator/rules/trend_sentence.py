"""The sentence of a trend: both figures, both periods, and why the change is material or not (R81)."""

from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry
from generator.model.numbers import MOST_PLACES, plain, rounded
from generator.model.unit import is_worded
from generator.model.words import Basis, Kind, Movement, TrendWord
from generator.rules.distance import distance_words
from generator.rules.progress import assessed
from generator.rules.trend import Change, Comparison
from generator.rules.units import bare, with_unit
from generator.rules.wording import capital, listed

_MOVED = {
    Movement.UP: "up from",
    Movement.DOWN: "down from",
    Movement.LEVEL: "the same as",
}


def trend_sentence(measure: Measure, compared: Comparison) -> str:
    """How the word of a comparison follows from its figures; why there is none where it has none."""
    latest = compared.latest
    if compared.word is TrendWord.CANNOT_SAY or latest is None:
        return compared.reason
    if measure.kind is Kind.QUALITATIVE:
        return _judged(latest, compared.earlier[0])
    change, movement = compared.change, compared.movement
    assert change is not None
    assert movement is not None
    assert latest.value is not None
    told = (
        f"{with_unit(latest.value, measure.unit)} in {latest.period.words}, {_MOVED[movement]} "
        f"{_before(measure, compared, change)}{_size(measure, movement, change)}."
    )
    return f"{told}{_unsettled((*compared.earlier, latest))}"


def _judged(latest: PeriodEntry, earlier: PeriodEntry) -> str:
    assert latest.assessment is not None
    assert earlier.assessment is not None
    now, then = assessed(latest.assessment), assessed(earlier.assessment)
    if now is then:
        return f"Assessed as {now} in {latest.period.words}, as in {earlier.period.words}."
    return f"Assessed as {now} in {latest.period.words}, after {then} in {earlier.period.words}."


def _before(measure: Measure, compared: Comparison, change: Change) -> str:
    first, count = compared.earlier[0].period.words, len(compared.earlier)
    if count == 1:
        return f"{bare(change.before, measure.unit)} in {first}"
    figure = bare(_to_read(change.before, measure), measure.unit)
    last = compared.earlier[-1].period.words
    if measure.comparable_every != measure.every:
        return f"{figure}, the mean of the same period in {count} years ({first} to {last})"
    return f"{figure}, the mean of the {count} periods before ({first} to {last})"


def _to_read(mean: Decimal, measure: Measure) -> Decimal:
    """A mean to one decimal more than the figures; the comparison itself takes it unrounded."""
    return rounded(mean, min(measure.decimals + 1, MOST_PLACES))


def _size(measure: Measure, movement: Movement, change: Change) -> str:
    only = "" if change.material else "only "
    if change.distances:
        then, now = (_outwith(one, measure, change) for one in change.distances)
        return f": {then} then, {now} now. {_limit(measure, change, only)}"
    if movement is Movement.LEVEL or is_worded(measure.unit):
        return ""
    if change.size is None:
        return ": any change from zero is material"
    return f": {_change(change.size, measure, change)}. {_limit(measure, change, only)}"


def _change(size: Decimal, measure: Measure, change: Change) -> str:
    if change.declared:
        return f"a change of {_in_unit(_to_read(size, measure).normalize(), measure)}"
    relative = measure.basis is Basis.RELATIVE and measure.unit.startswith("percent")
    return f"a {'relative ' if relative else ''}change of {distance_words(size, measure)}"


def _limit(measure: Measure, change: Change, only: str) -> str:
    """From when on a change is material."""
    if change.declared:
        told = f"{only}a change of {_in_unit(change.limit, measure)} or more is material"
    elif change.distances and measure.basis is Basis.RELATIVE:
        told = f"{only}a difference of more than {plain(change.limit)} points is material"
    else:
        told = f"{only}more than {distance_words(change.limit, measure)} is material"
    return capital(told)


def _outwith(distance: Decimal, measure: Measure, change: Change) -> str:
    if not distance:
        return "on target"
    words = _in_unit(distance, measure) if change.declared else distance_words(distance, measure)
    return f"{words} outwith target"


def _in_unit(value: Decimal, measure: Measure) -> str:
    """A difference in the measure's own unit: per cent differ by percentage points."""
    unit = "percentage-points" if measure.unit == "percent" else measure.unit
    return with_unit(value, unit)


def _unsettled(entries: tuple[PeriodEntry, ...]) -> str:
    """Which of the figures may still change or are estimates."""
    told = ""
    for one, many, labels in (
        ("is provisional", "are provisional", [e.period.words for e in entries if e.provisional]),
        ("is an estimate", "are estimates", [e.period.words for e in entries if e.estimated]),
    ):
        if labels:
            told += f" {listed(labels)} {one if len(labels) == 1 else many}."
    return told
