"""The derivation sentence: how a status follows from its figures, in plain English (R78)."""

from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.unit import is_worded
from generator.model.words import Direction, Kind, Status
from generator.rules.asides import asides
from generator.rules.bands import STEP
from generator.rules.distance import band_words, bare_number, distance_words
from generator.rules.outcome import Rating
from generator.rules.progress import assessed_sentence
from generator.rules.timetable import due_on
from generator.rules.units import target_words, with_unit
from generator.rules.worded_sentence import worded_sentence
from generator.rules.wording import day, one_line

STATE_SENTENCES = {
    Status.NOT_AVAILABLE: "There is no figure: it is not available.",
    Status.UNRELEASED: "There is no figure yet.",
    Status.SUPPRESSED: "There is no figure: it is withheld so that nobody can be identified.",
    Status.NOT_COLLECTED: "There is no figure: it was not collected for this period.",
    Status.NOT_APPLICABLE: "There is no figure: the measure does not apply to this period.",
    Status.ACHIEVED: "It is achieved, and no figure is reported any more.",
    Status.DEFERRED: "It is deferred, and there is no figure for this period.",
    Status.CANCELLED: "It is cancelled, and there is no figure.",
    Status.BASELINE: "There is no figure yet from which to start.",
    Status.NOT_COMPARABLE: "There is no figure that can be compared with the other periods.",
}


_BASELINE = "This is the baseline, with which later figures are compared; it has no rating."


def sentence(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    """How `rating` follows from the figures of `entry`, in one or two sentences."""
    return " ".join((_computed(measure, entry, rating), *asides(measure, entry, rating)))


def _computed(measure: Measure, entry: PeriodEntry, rating: Rating) -> str:
    if entry.state is Status.BASELINE and entry.value is not None:
        return f"{with_unit(entry.value, measure.unit)}. {_BASELINE} {one_line(entry.reason or '')}"
    if entry.state:
        decided = f"Decision: {entry.decision}." if entry.decision else ""
        told = (STATE_SENTENCES[entry.state], one_line(entry.reason or ""), decided)
        return " ".join(filter(None, told))
    if measure.kind is Kind.QUALITATIVE and entry.assessment:
        return assessed_sentence(entry.assessment)
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
    if is_worded(measure.unit):
        return worded_sentence(measure, entry, rating, target)
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
    colour = f"{rating.computed}{_by_comparison(measure)}"
    if rating.outwith > 0 or (rating.exact or 0) > 0:
        own = ", the measure's own bands" if rating.limits.own else ""
        words = band_words(rating.computed, rating.limits, measure.basis, measure.unit)
        colour += f" ({words}{own})"
    return f"{_distance(measure, entry, rating, target)}: {colour}."


def standing(measure: Measure, entry: PeriodEntry, rating: Rating) -> str | None:
    """Where a value stands beside its target, as the sentence says it: `is 1.58% outwith the target of
    95%`; None where they are not compared, or in words.
    """
    if entry.target is None or rating.outwith is None or is_worded(measure.unit):
        return None
    return _distance(measure, entry, rating, target_name(measure, entry))


def _distance(measure: Measure, entry: PeriodEntry, rating: Rating, target: str) -> str:
    """How far a value lies from its target, and on which side."""
    assert rating.outwith is not None
    if rating.outwith > 0:
        return f"is {distance_words(rating.outwith, measure)} outwith {target}"
    if entry.value == entry.target:
        return f"meets {target}"
    exact = rating.exact or Decimal(0)
    if isinstance(entry.target, Range) and exact <= 0:
        return f"is within {target}"
    if rating.outwith < 0:
        return f"is better than {target} by {distance_words(-rating.outwith, measure)}"
    if exact > 0:
        return f"is less than {distance_words(STEP, measure)} outwith {target}"
    return f"is better than {target}"


def _by_comparison(measure: Measure) -> str:
    """What is said of a colour that rests on a figure of others, not on an agreed target."""
    basis = measure.target_basis
    return " by comparison" if basis and basis.is_comparison else ""


def target_name(measure: Measure, entry: PeriodEntry) -> str:
    """The target of an entry that has one, as a sentence names it: the target of 95%."""
    assert entry.target is not None
    words = target_words(entry.target, measure.unit)
    basis = measure.target_basis
    if basis and basis.is_comparison:
        return f"{basis.name} of {words}"
    if isinstance(entry.target, Range):
        return f"the target range of {words}"
    if entry.profiled:
        whole = with_unit(entry.profiled.of_the_year, measure.unit)
        words += f" ({bare_number(entry.profiled.share)}% of {whole} for the year)"
    if measure.direction is Direction.PLAN:
        return f"the plan of {words}"
    return f"the target of {words}"
