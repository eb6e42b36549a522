"""What variation means, in plain English: is it changing, and can the target be relied on? (R82)"""

from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.numbers import rounded
from generator.model.settings import VariationSettings
from generator.model.words import Direction, Status
from generator.rules.rated import RatedMeasure
from generator.rules.sentence import target_name
from generator.rules.special_causes import ProcessLimits, Signal
from generator.rules.units import bare, target_words, with_unit
from generator.rules.variation import (
    Assurance,
    Cause,
    Point,
    Segment,
    Variation,
    target_ends,
)
from generator.rules.wording import capital

PLACES = 2
"""How many decimals more than its figures the mean and the limits of a measure are told with."""
_HUNDRED = Decimal(100)
_CHANGES = {
    Cause.IMPROVEMENT: "an improvement",
    Cause.CONCERN: "a concern",
    Cause.RISING: "a rise",
    Cause.FALLING: "a fall",
}


def reachable(measure: Measure, limits: ProcessLimits) -> tuple[Decimal, Decimal]:
    """The limits as they are told and drawn: no count below 0, no share above 100%.

    A measure with figures beyond these shows that they can be reached, and is not clipped.
    """
    low, high = limits.lower, limits.upper
    figures = [entry.value for entry in measure.periods if entry.value is not None]
    if low < 0 and measure.unit != "percentage-points" and min(figures) >= 0:
        low = Decimal(0)
    if high > _HUNDRED and measure.unit == "percent" and max(figures) <= _HUNDRED:
        high = _HUNDRED
    return low, high


def told(measure: Measure, value: Decimal) -> str:
    """A mean or a limit with its unit: rounded half up to two decimals more than the figures have."""
    return with_unit(_short(measure, value), measure.unit)


def bare_line(measure: Measure, value: Decimal) -> str:
    """A mean or a limit beside others: only % and £ stay with the digits."""
    return bare(_short(measure, value), measure.unit)


def span(measure: Measure, limits: ProcessLimits) -> str:
    """From limit to limit: 71.29% to 100%, or 38.538 to 64.188 days."""
    low, high = reachable(measure, limits)
    if low == limits.lower:
        low = _short(measure, low)
    if high == limits.upper:
        high = _short(measure, high)
    return target_words(Range(low=low, high=high), measure.unit)


def _short(measure: Measure, value: Decimal) -> Decimal:
    return rounded(value, measure.decimals + PLACES)


def variation_sentence(measure: Measure, variation: Variation) -> str:
    """Whether the latest figure signals a change, and by which rules; or why that is not said."""
    point = variation.latest
    if point is None:
        return variation.reason or ""
    segment = variation.segments[-1]
    limits = segment.limits
    assert limits is not None
    assert point.entry.value is not None
    figure = f"{with_unit(point.entry.value, measure.unit)} in {point.entry.period.words}"
    unsteady = _unsteady(segment)
    if point.cause is None or point.cause is Cause.COMMON:
        opening = f"{figure} lies" if unsteady else f"{figure} signals no change: it lies"
        within = f"within the limits, {span(measure, limits)}"
        return f"{opening} {within}, and no rule marks it.{unsteady}"
    because = "; ".join(_because(measure, segment, limits, one) for one in point.signals)
    return f"{figure} signals {_CHANGES[point.cause]}: {because}.{unsteady}"


def _unsteady(segment: Segment) -> str:
    """What is said of a process that changes more often than not."""
    if segment.is_steady:
        return ""
    return (
        f" But {special_count(segment)} of {len(segment.points)} figures signal a change. That is no "
        "steady process, and its limits say little about the next figure."
    )


def special_count(segment: Segment) -> int:
    """How many figures signal a change."""
    return sum(bool(point.signals) for point in segment.points)


def _because(measure: Measure, segment: Segment, limits: ProcessLimits, signal: Signal) -> str:
    """Why the last figure of a segment signals, by one rule."""
    value = segment.points[-1].entry.value
    assert value is not None
    above, run = value > limits.centre, measure.variation.run
    end, edge = ("upper", limits.upper) if above else ("lower", limits.lower)
    side = "above" if above else "below"
    match signal:
        case Signal.BEYOND_LIMIT:
            return f"it lies {side} the {end} limit of {bare_line(measure, edge)}"
        case Signal.TREND:
            before = segment.points[-2].entry.value
            verb = "rise" if before is not None and value > before else "fall"
            return f"it is one of {run} or more in a row that {verb}"
        case Signal.TWO_OF_THREE:
            return (
                f"two of three in a row lie close to the {end} limit of {bare_line(measure, edge)}"
            )
        case Signal.RUN:
            mean = bare_line(measure, limits.centre)
            return f"it is one of {run} or more in a row {side} the mean of {mean}"


def assurance_sentence(measure: Measure, variation: Variation) -> str | None:
    """Whether the target can be relied on to be met; why that is not said; None without a target."""
    point = variation.latest
    if point is None or point.entry.target is None:
        return None
    target = target_name(measure, point.entry)
    match variation.assurance:
        case Assurance.PASSES:
            return f"Every value within the limits meets {target}: it is met consistently."
        case Assurance.FAILS:
            return (
                f"No value within the limits meets {target}: it is missed consistently, and only a "
                "change of the process would meet it."
            )
        case Assurance.HIT_AND_MISS:
            return f"Some values within the limits meet {target} and some miss it."
    if measure.direction is Direction.PLAN:
        return "No process is exactly on plan each time, so nothing is said of meeting the plan."
    if measure.direction is Direction.NONE or target_ends(measure, point.entry):
        return None
    return f"Nothing is said of relying on {target}, because it is not a target that was agreed."


def noise_sentence(item: RatedMeasure) -> str | None:
    """For a red or amber that signals no change: what it means, and what to expect (R82).

    None where the latest figure is not the current one, and where the process is not steady.
    """
    point, current = item.variation.latest, item.current
    if point is None or current is None or point.entry is not current.entry:
        return None
    segment = item.variation.segments[-1]
    colour = current.status
    if point.cause is not Cause.COMMON or colour not in (Status.RED, Status.AMBER):
        return None
    if segment.limits is None or not segment.is_steady:
        return None
    return (
        f"This {colour} is within the usual variation: to react to this one figure would be to react "
        "to noise. Unless the process changes, figures from "
        f"{span(item.measure, segment.limits)} must be expected. "
        f"{_where(item.measure, point, segment.limits)}"
    ).rstrip()


def _where(measure: Measure, point: Point, limits: ProcessLimits) -> str:
    """Where the target lies."""
    if point.entry.target is None:
        return ""
    name = target_name(measure, point.entry)
    place = "inside" if _is_inside(point.entry, limits) else "outside"
    return f"{capital(name)} lies {place} those limits."


def _is_inside(entry: PeriodEntry, limits: ProcessLimits) -> bool:
    """Whether the target, or part of its range, lies within the limits."""
    target = entry.target
    assert target is not None
    ends = (target.low, target.high) if isinstance(target, Range) else (target, target)
    return ends[1] >= limits.lower and ends[0] <= limits.upper


def settings_sentence(settings: VariationSettings) -> str:
    """The settings behind the limits, so that anyone gets the same (R82)."""
    screened = (
        "steps of more than 3.267 times the mean step were left out, once"
        if settings.screen_outliers
        else "no step was left out (no screening of outliers)"
    )
    count = "count" if settings.beyond_limits_count else "do not count"
    return (
        "The limits are the mean plus and minus 2.66 times the mean step between neighbouring "
        f"figures; {screened}. A run or a trend is {settings.run} figures. Figures beyond a limit "
        f"{count} towards two of three."
    )
