"""The rules of rating as citizens read them, each with a worked example from this very site."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.model.measure import Range
from generator.model.numbers import plain
from generator.model.unit import is_worded
from generator.model.words import Basis, Direction, Flag, Kind, Reading, Status
from generator.pages.build import Build
from generator.pages.method_examples import (
    figure_example,
    framing_example,
    trend_example,
    variation_example,
    year_example,
)
from generator.pages.parts import Link
from generator.rules.bands import STEP
from generator.rules.rated import RatedEntry, RatedMeasure

Fits = Callable[[RatedMeasure, RatedEntry], bool]


class MethodRule(NamedTuple):
    """One rule in plain words, and a figure of this site that it decided."""

    term: str
    text: str
    example: Link | None


class _Rule(NamedTuple):
    term: str
    text: str
    fits: Fits | None = None


def method_rules(build: Build) -> Iterator[MethodRule]:
    """Every rule with the latest figure that shows it; without one its sum is in the text."""
    yield MethodRule(
        "The gaps between the bands", _gaps(build), figure_example(build, _is_boundary)
    )
    for rule in _RULES:
        yield MethodRule(
            rule.term, rule.text, figure_example(build, rule.fits) if rule.fits else None
        )
    yield MethodRule("Months and quarters that make up a year", _YEARS, year_example(build))
    yield MethodRule("Trend", _TREND, trend_example(build))
    yield MethodRule("The same fact told the other way round", _FRAMING, framing_example(build))
    for rule in _RULES_OF_CHANGE:
        yield MethodRule(rule.term, rule.text, None)


def variation_rule(build: Build) -> MethodRule:
    """How change is told from variation, with a measure of this site that has limits."""
    return MethodRule("Limits and signals", VARIATION, variation_example(build))


def _gaps(build: Build) -> str:
    """The reading in force, with the very figures at which it changes colour."""
    bands = max(build.files.council.bands, key=lambda one: one.from_)
    ends = {
        "green": plain(bands.green_up_to),
        "next_green": plain(bands.green_up_to + STEP),
        "amber": plain(bands.amber_up_to),
        "red": plain(bands.amber_up_to + STEP),
    }
    return (_GAPS + _READINGS[bands.reading] + _MARKED).format(**ends)


_GAPS = (
    "The bands are written to two decimals: green ends at {green}% and amber begins at {next_green}%, "
    "amber ends at {amber}% and red begins at {red}%. "
)
_READINGS = {
    Reading.TWO_DECIMALS: (
        "The outwith figure is rounded half up to two decimals, once, from unrounded figures, and "
        "then compared: {green}4% is {green}% and green, {green}5% is {next_green}% and amber, "
        "{amber}5% is {red}% and red."
    ),
    Reading.EXACT: (
        "The outwith figure is compared unrounded, and a colour holds until the next begins: "
        "everything below {next_green}% is green, everything below {red}% is amber."
    ),
    Reading.LITERAL: (
        "The outwith figure is compared unrounded, and a colour ends where it is said to end: "
        "everything above {green}% is amber, everything above {amber}% is red."
    ),
}
_MARKED = " A figure that another reading would colour otherwise is marked as a boundary."


def _compared(item: RatedMeasure, one: RatedEntry, direction: Direction) -> bool:
    outwith = one.rating.outwith
    missed = outwith is not None and outwith > 0
    return missed and item.measure.direction is direction and not is_worded(item.measure.unit)


def _is_boundary(_: RatedMeasure, one: RatedEntry) -> bool:
    return Flag.BOUNDARY in one.rating.flags


def _is_higher(item: RatedMeasure, one: RatedEntry) -> bool:
    return _compared(item, one, Direction.HIGHER)


def _is_lower(item: RatedMeasure, one: RatedEntry) -> bool:
    return _compared(item, one, Direction.LOWER)


def _is_in_points(item: RatedMeasure, one: RatedEntry) -> bool:
    in_points = item.measure.basis is Basis.POINTS and not is_worded(item.measure.unit)
    return in_points and one.rating.outwith is not None


def _is_range_or_plan(item: RatedMeasure, one: RatedEntry) -> bool:
    ranged = isinstance(one.entry.target, Range) or item.measure.direction is Direction.PLAN
    return ranged and one.rating.outwith is not None


def _is_worded(item: RatedMeasure, one: RatedEntry) -> bool:
    return is_worded(item.measure.unit) and one.rating.outwith is not None


def _has_zero_target(_: RatedMeasure, one: RatedEntry) -> bool:
    return one.entry.value is not None and one.entry.target == 0


def _has_own_bands(_: RatedMeasure, one: RatedEntry) -> bool:
    return one.rating.limits is not None and one.rating.limits.own


def _is_running_total(_: RatedMeasure, one: RatedEntry) -> bool:
    return one.entry.profiled is not None and one.entry.value is not None


def _is_forecast(_: RatedMeasure, one: RatedEntry) -> bool:
    return one.forecast is not None


def _is_judged(item: RatedMeasure, one: RatedEntry) -> bool:
    return item.measure.kind is Kind.QUALITATIVE and one.entry.assessment is not None


def _is_reported(_: RatedMeasure, one: RatedEntry) -> bool:
    return one.status is not one.rating.computed


def _is_uncertain(_: RatedMeasure, one: RatedEntry) -> bool:
    return Flag.INDISTINCT in one.rating.flags or Flag.SMALL_NUMBER in one.rating.flags


def _is_missing(_: RatedMeasure, one: RatedEntry) -> bool:
    return one.status is Status.OVERDUE


_RULES = (
    _Rule(
        "Higher is better",
        "Outwith is how far a result lies beyond its target on the bad side: target minus result, as a "
        "percentage of the target. A result that is on or better than target is not outwith at all.",
        _is_higher,
    ),
    _Rule(
        "Lower is better",
        "Outwith is result minus target, as a percentage of the target.",
        _is_lower,
    ),
    _Rule(
        "Points",
        "A measure in per cent says whether distance from target is counted relative to the target or "
        "in percentage points. 38.5% against a target of 40% is 3.75% outwith, or 1.5 points.",
        _is_in_points,
    ),
    _Rule(
        "Ranges and plans",
        "For a range the distance is counted from its nearer end, and both ends are inside; where that "
        "end is zero, it is a percentage of the width of the range. Where a plan is to be met exactly, "
        "above and below count alike: 84 against a plan of 80 is 5% outwith.",
        _is_range_or_plan,
    ),
    _Rule(
        "Dates, levels, and yes or no",
        "A date is rated by the days that it is late, a level by the levels that it is short, each by "
        "bands that were agreed for the measure; without such bands it is met or not rated. Between "
        "yes and no there is nothing: met is green, not met is red.",
        _is_worded,
    ),
    _Rule(
        "Targets of zero, and below zero",
        "No percentage can be taken of zero. A result that meets a target of zero is green; one that "
        "misses it is not rated, unless distance is counted in points. Of a target below zero the "
        "percentage is taken as if it were above: -9.8 against -10, where lower is better, is 2% "
        "outwith.",
        _has_zero_target,
    ),
    _Rule(
        "Bands of a measure's own",
        "Where a management team agreed other bands for one measure, they rate the periods that end on "
        "or after their date. Who agreed them, when and why is in the register of exceptions.",
        _has_own_bands,
    ),
    _Rule(
        "The figure that is rated",
        "The figure as published, with the decimals that its measure states, so that anyone can repeat "
        "the sum from what is printed. The figure itself is worked out again from its inputs on every "
        "check.",
    ),
    _Rule(
        "When a rule changes",
        "A period keeps the bands that were in force when it ended. Rating old periods anew would take "
        "a change to the date of the bands, which is seen in the history of council.yaml.",
    ),
    _Rule(
        "Running totals",
        "A total of the year so far is rated against what is due by the end of the period, not against "
        "the target of the whole year: 30 of 120 in a year that is spread evenly meets the target of "
        "its first quarter.",
        _is_running_total,
    ),
    _Rule(
        "Forecasts",
        "What is expected at the year's end has a status of its own, labelled as a forecast, with its "
        "author, date and reason. It never takes the place of the status now.",
        _is_forecast,
    ),
    _Rule(
        "Small numbers and estimates",
        "Small numbers and estimates are coloured too, and marked. Below 20 cases, one more or less "
        "moves a figure by more than 5%. Where the target lies within the interval of an estimate, "
        "chance alone could explain the difference.",
        _is_uncertain,
    ),
    _Rule(
        "Progress that no figure measures",
        "Qualitative measures are judged on timescale, budget and completion, each a colour with its "
        "fact. The worst of the three is the computed status. A worse one may be reported, and a better "
        "one does not stand. A green needs a recorded basis exactly as a red does. It is a professional "
        "judgement, and is called one, with its author and date.",
        _is_judged,
    ),
    _Rule(
        "A reported status that differs",
        "Where the management team reports another status than the figures give, both are printed with "
        "the reason, who approved it and until when. The approver is not the owner; a better colour "
        "needs a second one. All are in the register.",
        _is_reported,
    ),
    _Rule(
        "A missing figure",
        "A figure that is missing is never a colour. It is not yet due until its day, then overdue, and "
        "takes the place of the older figure in every list and count.",
        _is_missing,
    ),
)
_FRAMING = (
    "A percentage can be told in two ways: 98% on time, or 2% late. 98% against 99% is 1.01% outwith and "
    "green; 2% against 1% is 100% outwith and red. The colour is that of the figure as its measure "
    "words it. Those whose colour would change are listed, and the management team sees both sums before "
    "it agrees a tolerance."
)
_TREND = (
    "The latest figure is compared with the period before it, with the mean of several periods before "
    "(three, unless the measure says otherwise), and with the same period last year where there are "
    "several periods a year. Figures that follow the seasons, and totals that start again each year, "
    "are compared only with the same period of other years. The word says what the change means, the "
    "arrow which way the figure went: a figure can be down and improving. Where neither direction is "
    "better it is rising or falling; for a range or a plan it is nearer to target or further from it. "
    "A period without a figure or a break in the series between the two leaves nothing to say, and "
    "the page says which."
)
_RULES_OF_CHANGE = (
    _Rule(
        "A change that is material",
        "A change counts when it is at least what the measure declares. Where it declares nothing, the "
        "earlier figure is taken as if it were the target, and a change counts when it leads out of the "
        "green band, either way: by more than 2.49% where the manual's bands hold. Any change from zero "
        "counts. For a range or a plan the same is asked of the difference between the two distances from "
        "target.",
    ),
    _Rule(
        "Targets that ask for less",
        "Each new target stands beside the last comparable result and the best of three years. A target "
        "that asks for less than the target before it, and less than either of those results, needs a "
        "reason and a recorded agreement. A target that is changed after the targets of its year were "
        "settled has to be a correction. All of them are listed.",
    ),
    _Rule(
        "Unusual figures",
        "A result that is more than ten times its target, less than a tenth of it, or of the opposite sign "
        "is stopped by the check until someone says why it is right. Zero where lower is better needs no "
        "reason.",
    ),
)
_YEARS = (
    "Each measure says how its periods make up a year: added up, their mean, the latest, the largest, "
    "or inputs added up and then divided once, which is never the mean of percentages. A period "
    "without a figure stops the year: a total of eleven months is never shown as one of twelve."
)
VARIATION = (
    "A status compares one figure with its target. Beside it, measures with a figure every month or "
    "quarter show whether the figure is more than the usual variation of its process. From 13 figures "
    "on, limits are drawn 2.66 times the mean step between neighbouring figures above and below the "
    "mean. A figure signals a change when it lies beyond a limit; when it is one of 7 in a row on one "
    "side of the mean, or of 7 in a row that rise or fall; or when two of three in a row lie beyond two "
    "thirds of the way to one limit. The method is that of the NHS programme Making Data Count (XmR "
    "charts). The settings are printed on each page."
)
