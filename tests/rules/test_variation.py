"""Variation by XmR limits, as the NHS programme Making Data Count works them out (R82)."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

import pytest

from generator.model.measure import Calculation, Measure, PeriodEntry, Range
from generator.model.numbers import EXACT, rounded
from generator.model.period import PeriodLabel, parse_period
from generator.model.settings import Rebase
from generator.model.settings import VariationSettings as Settings
from generator.model.words import Direction, Frequency, Status
from generator.rules.special_causes import Signal, Spread, signals_in, spread_of
from generator.rules.variation import Assurance, Cause, Variation, variation_of
from generator.rules.variation_words import (
    assurance_sentence,
    noise_sentence,
    settings_sentence,
    variation_sentence,
)
from tests.helpers import Number, comparison, entry, measure, qualitative, rated_measure, span
from tests.rules.plain_xmr import plain_xmr

GOLDEN = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
FLOW_RATES = ["49.6", "47.6", "49.9", "51.3", "47.8", "51.2", "52.6", "52.4", "53.6", "52.1"]
"""NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, Individuals Control Charts:
https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm"""


def month(place: int) -> str:
    return f"{2015 + place // 12}-{place % 12 + 1:02}"


def monthly(
    *figures: Number | None,
    target: Number | Range | None = None,
    direction: Direction = Direction.HIGHER,
    settings: Settings | None = None,
    unit: str = "percent",
) -> Measure:
    """A measure with these figures from January 2015 on; None is a month without one."""
    entries = [
        entry(figure, target, month(place), Frequency.MONTHLY)
        if figure is not None
        else without(place)
        for place, figure in enumerate(figures)
    ]
    item = measure(*entries, direction=direction, frequency=Frequency.MONTHLY, unit=unit)
    return replace(item, variation=settings or Settings())


def without(place: int, state: Status = Status.NOT_AVAILABLE) -> PeriodEntry:
    period = parse_period(month(place), Frequency.MONTHLY)
    return PeriodEntry(period=period, state=state, reason="The system was down.")


def rebase(from_: str, approved_by: str = "director") -> Rebase:
    return Rebase(
        from_=PeriodLabel(from_),
        reason="A second team.",
        evidence="Minute of 3 June.",
        approved_by=approved_by,
        on=date(2016, 6, 3),
    )


def lines(item: Measure, segment: int = -1) -> list[str]:
    """Mean, lower and upper limit of a segment to four decimals."""
    limits = variation_of(item).segments[segment].limits
    assert limits
    return [f"{rounded(line, 4)}" for line in limits[:3]]


def causes(item: Measure) -> list[Cause | None]:
    return [point.cause for one in variation_of(item).segments for point in one.points]


# Limits


def test_the_golden_vector_has_its_limits_with_every_step() -> None:
    """R82. 35 / 18 = 1.9444; mean step 32 / 17 = 1.8824; 2.66 x 1.8824 = 5.0071."""
    assert lines(monthly(*GOLDEN)) == ["1.9444", "-3.0626", "6.9515"]


def test_the_golden_vector_has_its_limits_with_steps_left_out() -> None:
    """R82. 3.267 x 1.8824 = 6.1496 leaves out the steps of 8 and 9; the other 15 are all 1."""
    item = monthly(*GOLDEN, settings=Settings(screen_outliers=True))
    assert lines(item) == ["1.9444", "-0.7156", "4.6044"]
    screened = variation_of(item).segments[0].screened
    assert [one.period.label for one in screened] == ["2015-05", "2015-06"]


def test_a_published_example_has_its_published_mean_and_limits() -> None:
    """R82. NIST prints mean 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159, with
    3 / 1.128 = 2.65957. With 2.66 in its place both lie 0.0008 further out: 2.66 x 16.9 / 9 = 4.9949.
    """
    with localcontext(EXACT):
        spread = spread_of([list(map(Decimal, FLOW_RATES))])
    assert spread
    limits = spread.limits
    assert limits.centre == Decimal("50.81")
    assert rounded(limits.upper, 4) == Decimal("55.8049")
    assert rounded(limits.lower, 4) == Decimal("45.8151")
    step = (limits.upper - limits.centre) / Decimal("2.66")
    assert rounded(step, 4) == Decimal("1.8778")
    by_handbook = step * 3 / Decimal("1.128")
    assert rounded(limits.centre + by_handbook, 4) == Decimal("55.8041")
    assert rounded(limits.centre - by_handbook, 4) == Decimal("45.8159")


def test_the_two_sigma_lines_lie_at_two_thirds_of_the_limits() -> None:
    """R82: 2.66 x 2 / 3, not 1.7733. Mean 1.5 and steps of 1: 1.5 + 1.77333... ."""
    limits = variation_of(monthly(*[1, 2] * 8)).segments[0].limits
    assert limits
    assert rounded(limits.upper_two_sigma, 12) == Decimal("3.273333333333")
    assert rounded(limits.lower_two_sigma, 12) == Decimal("-0.273333333333")


@pytest.mark.parametrize(("count", "judged"), [(12, False), (13, True)])
def test_limits_begin_at_13_figures(count: int, judged: bool) -> None:
    variation = variation_of(monthly(*([90, 91] * 7)[:count]))
    assert (variation.latest is not None) is judged
    assert variation.has_limits is judged


def test_a_step_across_a_gap_is_no_step() -> None:
    """R82. 7 figures of 0, a gap, 7 of 10: every step is 0, so the limits lie on the mean of 5."""
    assert lines(monthly(*[0] * 7, None, *[10] * 7)) == ["5.0000", "5.0000", "5.0000"]


def test_a_month_left_out_of_the_file_is_a_gap_too() -> None:
    whole = monthly(*[0] * 7, None, *[10] * 7)
    holed = replace(whole, periods=tuple(one for one in whole.periods if one.value is not None))
    assert lines(holed) == lines(whole)


def test_a_measure_of_every_second_period_has_no_gaps_for_that() -> None:
    item = monthly(*GOLDEN)
    halved = [
        one._replace(period=parse_period(month(2 * place), Frequency.MONTHLY))
        for place, one in enumerate(item.periods)
    ]
    assert lines(replace(item, periods=tuple(halved), every=2)) == lines(item)


def test_a_rebase_starts_new_limits_and_no_step_leads_across() -> None:
    """R82. 14 figures of 10 and 12, then 14 of 50 and 52: each has a mean of its own and steps of 2."""
    first, second = [10, 12] * 7, [50, 52] * 7
    item = monthly(*first, *second, settings=Settings(rebase=(rebase(month(14)),)))
    assert lines(item, 0) == ["11.0000", "5.6800", "16.3200"]
    assert lines(item, 1) == ["51.0000", "45.6800", "56.3200"]
    assert set(causes(item)) == {Cause.COMMON}


def test_a_break_in_the_series_starts_new_limits_by_itself() -> None:
    item = monthly(*[10, 12] * 7, *[50, 52] * 7)
    entries = list(item.periods)
    entries[14] = entries[14]._replace(break_="Counted by household from here.")
    item = replace(item, periods=tuple(entries))
    assert lines(item, 0) == ["11.0000", "5.6800", "16.3200"]
    assert lines(item, 1) == ["51.0000", "45.6800", "56.3200"]
    assert variation_of(item).segments[1].break_ == "Counted by household from here."


def test_a_break_at_a_month_without_a_figure_is_not_lost() -> None:
    item = monthly(*[10, 12] * 7, None, *[50, 52] * 7)
    entries = list(item.periods)
    entries[14] = entries[14]._replace(break_="A new question.")
    segments = variation_of(replace(item, periods=tuple(entries))).segments
    assert [len(one.points) for one in segments] == [14, 14]
    assert segments[1].break_ == "A new question."


def test_a_rebase_that_the_owner_approved_does_not_count() -> None:
    settings = Settings(rebase=(rebase(month(14), approved_by="welfare-fund-manager"),))
    assert len(variation_of(monthly(*[10, 12] * 14, settings=settings)).segments) == 1


# When there are none


ANNUAL = "It has one figure a year, and limits are only worked out for months and quarters."


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (replace(monthly(*GOLDEN), frequency=Frequency.FINANCIAL_YEAR), ANNUAL),
        (replace(monthly(*GOLDEN), frequency=Frequency.CALENDAR_YEAR), ANNUAL),
        (replace(monthly(*GOLDEN), frequency=Frequency.SCHOOL_YEAR), ANNUAL),
        (replace(monthly(*GOLDEN), frequency=Frequency.ROLLING_YEARS), ANNUAL),
        (
            monthly(*GOLDEN, unit="poor < fair < good"),
            "Its figures are dates or levels, of which no mean is taken.",
        ),
        (qualitative(entry()), "It is judged from facts and has no figures."),
        (
            replace(
                monthly(*GOLDEN),
                calculation=Calculation(procedure="Add.", source="Ledger.", cumulative=True),
            ),
            "Each figure is the total of the year so far, so that it contains the one before it.",
        ),
        (monthly(*GOLDEN, settings=Settings(off="Too\n few cases.")), "Too few cases."),
        (monthly(), "There is no figure yet."),
        (
            monthly(*[90, 91] * 6),
            "Change is told from variation from 13 figures on, and there are 12.",
        ),
        (monthly(90), "Change is told from variation from 13 figures on, and there is 1."),
        (
            monthly(*[90, 91] * 7, settings=Settings(rebase=(rebase(month(12)),))),
            "Change is told from variation from 13 figures on, and there are 2 since January 2016.",
        ),
        (monthly(*[90, None] * 14), "No two figures follow one another without a gap."),
    ],
)
def test_where_there_are_no_limits_the_reason_is_said(item: Measure, reason: str) -> None:
    """R82."""
    variation = variation_of(item)
    assert variation.reason == variation_sentence(item, variation) == reason
    assert (variation.latest, variation.assurance) == (None, None)


def test_a_series_with_figures_withheld_has_no_limits() -> None:
    """R82: limits from the figures that were not withheld would mislead."""
    item = monthly(*GOLDEN)
    item = replace(item, periods=(*item.periods, without(18, Status.SUPPRESSED)))
    reason = "Some figures are withheld, and limits without them would mislead."
    assert variation_of(item) == Variation(reason)


# The four rules. Mean 0, two sigma at 2, limits at 3.

LINES = Spread(1, Decimal(0), Decimal(2), Decimal(3))


def found(row: Sequence[float], run: int = 7, beyond: bool = True) -> dict[str, list[int]]:
    """The places that each rule finds in a row."""
    figures = [Decimal(str(figure)) for figure in row]
    told: dict[str, list[int]] = {}
    for one in signals_in(figures, LINES, run, beyond_limits_count=beyond):
        told.setdefault(str(one.signal), []).append(one.place * one.side)
    return told


@pytest.mark.parametrize(
    ("figure", "signals"), [(3, False), (3.001, True), (-3, False), (-3.001, True)]
)
def test_only_a_figure_beyond_a_limit_is_beyond_it(figure: float, signals: bool) -> None:
    assert ("beyond-limit" in found([1, -1, figure])) is signals


ZIGZAG = [1, 0.5]


@pytest.mark.parametrize(
    ("row", "run", "places"),
    [
        ([*ZIGZAG * 3], 7, None),  # 6 in a row are no run of 7
        ([-1, *ZIGZAG * 3, 1], 7, range(1, 8)),
        ([-1, *ZIGZAG * 4], 7, range(1, 9)),  # 8 in a row: all 8
        ([-1, *ZIGZAG * 3, -1], 6, range(1, 7)),
        ([-1, *ZIGZAG * 2, 1], 6, None),
        ([*ZIGZAG * 3, 0, *ZIGZAG * 3], 7, None),  # a figure on the mean breaks a run
        ([*ZIGZAG * 3, -1, *ZIGZAG * 3], 7, None),
    ],
)
def test_a_run_is_on_one_side_of_the_mean(row: list[float], run: int, places: range | None) -> None:
    told = found(row, run).get("run")
    assert told == (list(places) if places else None)
    mirrored = found([-figure for figure in row], run).get("run")
    assert mirrored == ([-place for place in places] if places else None)


@pytest.mark.parametrize(
    ("row", "run", "places"),
    [
        ([-1.5, -1, -0.5, 0, 0.5, 1], 7, None),  # 6 figures, 5 steps
        ([-1.5, -1, -0.5, 0, 0.5, 1, 1.5], 7, range(7)),  # 7 figures, 6 steps
        ([0, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 0], 7, range(1, 8)),
        ([-1.5, -1, -0.5, 0, 0.5, 1], 6, range(6)),
        ([-1.5, -1, -0.5, 0, 0, 0.5, 1, 1.5], 7, None),  # equal figures break a trend
        ([-1.5, -1, -0.5, 0, -0.1, 0.5, 1, 1.5], 7, None),
    ],
)
def test_a_trend_rises_at_every_step(row: list[float], run: int, places: range | None) -> None:
    told = found(row, run).get("trend")
    assert told == (list(places) if places else None)
    mirrored = found([-figure for figure in row], run).get("trend")
    assert mirrored == ([-place for place in places] if places else None)


@pytest.mark.parametrize(
    ("row", "beyond", "places"),
    [
        ([-1, 2.1, 1, 2.1], True, [1, 3]),  # only those beyond two sigma are marked
        ([-1, 2.1, 2.1, 1], True, [1, 2]),
        ([-1, 2.1, 2.1, 2.1], True, [1, 2, 3]),
        ([-1, 2.1, 2.1, -1], True, None),  # no three in a row on one side
        ([-1, 2.1, 0, 2.1], True, None),  # the mean is on neither side
        ([-1, 2.1, -2.1, 2.1], True, None),
        ([-1, 2, 1, 2.1], True, None),  # on the line is not beyond it
        ([-1, 2.1, 1, 1, 2.1], True, None),
        ([-1, 3.1, 1, 2.1], True, [1, 3]),  # beyond the limit counts, unless it is set not to
        ([-1, 3.1, 1, 2.1], False, None),
        ([-1, 2.1, 3.1, 2.1], False, [1, 3]),
    ],
)
def test_two_of_three_are_close_to_one_limit(
    row: list[float], beyond: bool, places: list[int] | None
) -> None:
    assert found(row, beyond=beyond).get("two-of-three") == places
    mirrored = found([-figure for figure in row], beyond=beyond).get("two-of-three")
    assert mirrored == ([-place for place in places] if places else None)


def test_a_figure_exactly_on_its_limit_is_not_beyond_it() -> None:
    """R82: nothing is rounded before it is compared. Mean 173 / 15 = 11.533..., mean step 160 / 12,
    so the limit is 11.533... + 35.466... = 47, the last figure. In 64 digits the sum ends in ...99.
    """
    rows = [4, 16, 0, 16, 12, None, 8, 17, 7, 0, 18, None, 7, 3, 14, 4, 47]
    latest = variation_of(monthly(*rows)).latest
    assert latest
    assert Signal.BEYOND_LIMIT not in latest.signals
    latest = variation_of(monthly(*rows[:-1], "47.01")).latest
    assert latest
    assert Signal.BEYOND_LIMIT in latest.signals


# What the signals mean

USUAL = [48, 53] * 8


@pytest.mark.parametrize(
    ("direction", "up", "down"),
    [
        (Direction.HIGHER, Cause.IMPROVEMENT, Cause.CONCERN),
        (Direction.LOWER, Cause.CONCERN, Cause.IMPROVEMENT),
        (Direction.NONE, Cause.RISING, Cause.FALLING),
        (Direction.RANGE, Cause.RISING, Cause.FALLING),
        (Direction.PLAN, Cause.RISING, Cause.FALLING),
    ],
)
def test_the_direction_says_what_a_signal_means(
    direction: Direction, up: Cause, down: Cause
) -> None:
    for last, cause in ((90, up), (10, down), (50, Cause.COMMON)):
        latest = variation_of(monthly(*USUAL, last, direction=direction)).latest
        assert latest
        assert latest.cause is cause
        assert latest.signals == (() if cause is Cause.COMMON else (Signal.BEYOND_LIMIT,))


def test_a_figure_that_is_improvement_and_concern_is_shown_as_improvement() -> None:
    """R82, as the single chart tool of Making Data Count. Seven figures rise, all below the mean."""
    item = monthly(10, 11, 12, 13, 14, 15, 16, *[48, 52] * 8)
    third = variation_of(item).segments[0].points[2]
    assert {Signal.TREND, Signal.RUN} <= set(third.signals)
    assert third.cause is Cause.IMPROVEMENT


@pytest.mark.parametrize(
    ("figures", "target", "direction", "assurance"),
    [
        # 50 and 51 by turns: mean 50.5, steps of 1, limits 47.84 and 53.16.
        ([50, 51] * 7, "47.83", Direction.HIGHER, Assurance.PASSES),
        ([50, 51] * 7, "47.84", Direction.HIGHER, Assurance.PASSES),
        ([50, 51] * 7, "47.85", Direction.HIGHER, Assurance.HIT_AND_MISS),
        ([50, 51] * 7, "53.16", Direction.HIGHER, Assurance.HIT_AND_MISS),
        ([50, 51] * 7, "53.17", Direction.HIGHER, Assurance.FAILS),
        ([50, 51] * 7, "53.16", Direction.LOWER, Assurance.PASSES),
        ([50, 51] * 7, "53.15", Direction.LOWER, Assurance.HIT_AND_MISS),
        ([50, 51] * 7, "47.84", Direction.LOWER, Assurance.HIT_AND_MISS),
        ([50, 51] * 7, "47.83", Direction.LOWER, Assurance.FAILS),
        # Ties: limits and target are one, and every value within the limits meets the target.
        ([100] * 13, 100, Direction.HIGHER, Assurance.PASSES),
        ([0] * 13, 0, Direction.LOWER, Assurance.PASSES),
        ([50, 51] * 7, span("47.84", "53.16"), Direction.RANGE, Assurance.PASSES),
        ([50, 51] * 7, span("47.85", "60"), Direction.RANGE, Assurance.HIT_AND_MISS),
        ([50, 51] * 7, span("53.16", "60"), Direction.RANGE, Assurance.HIT_AND_MISS),
        ([50, 51] * 7, span("53.17", "60"), Direction.RANGE, Assurance.FAILS),
        ([50, 51] * 7, span("40", "47.83"), Direction.RANGE, Assurance.FAILS),
        ([50, 51] * 7, 50, Direction.PLAN, None),
        ([50, 51] * 7, 50, Direction.NONE, None),
        ([50, 51] * 7, None, Direction.HIGHER, None),
        # A target of the wrong kind is a finding of its own.
        ([50, 51] * 7, span("40", "60"), Direction.HIGHER, None),
    ],
)
def test_assurance_says_whether_the_values_within_the_limits_meet_the_target(
    figures: list[int],
    target: Number | Range | None,
    direction: Direction,
    assurance: Assurance | None,
) -> None:
    """R82."""
    item = monthly(*figures, target=target, direction=direction)
    assert variation_of(item).assurance is assurance


def test_a_figure_of_others_gives_no_assurance() -> None:
    item = replace(monthly(*[50, 51] * 7, target=40), target_basis=comparison())
    assert variation_of(item).assurance is None
    assert assurance_sentence(item, variation_of(item)) == (
        "Nothing is said of relying on the figure for Scotland of 40%, because it is not a target "
        "that was agreed."
    )


def test_assurance_uses_the_limits_of_the_last_segment() -> None:
    settings = Settings(rebase=(rebase(month(14)),))
    item = monthly(*[10, 12] * 7, *[50, 52] * 7, target=40, settings=settings)
    assert variation_of(item).assurance is Assurance.PASSES


# In words


@pytest.mark.parametrize(
    ("last", "said"),
    [
        # Mean 859 / 17, mean step 77 / 16: 50.5294 less and plus 12.8013.
        (
            [51],
            (
                "51% in May 2016 signals no change: it lies within the limits, 37.728% to 63.331%, "
                "and no rule marks it."
            ),
        ),
        # Mean 898 / 17, mean step 112 / 16: 52.8235 plus 18.62.
        ([90], "90% in May 2016 signals an improvement: it lies above the upper limit of 71.444%."),
        # Mean 818 / 17, mean step 118 / 16: 48.1176 less 19.6175.
        ([10], "10% in May 2016 signals a concern: it lies below the lower limit of 28.500%."),
        # Mean 991 / 19, mean step 86 / 18: 52.1579 plus 12.7089.
        (
            [61, 60, 62],
            (
                "62% in July 2016 signals an improvement: two of three in a row lie close to the upper "
                "limit of 64.867%."
            ),
        ),
        # Mean 1,162.41 / 23 = 50.5396.
        (
            ["50.6", "50.61", "50.62", "50.63", "50.64", "50.65", "50.66"],
            (
                "50.66% in November 2016 signals an improvement: it is one of 7 or more in a row that rise; "
                "it is one of 7 or more in a row above the mean of 50.540%."
            ),
        ),
    ],
)
def test_the_sentence_says_what_the_latest_figure_signals(last: list[Number], said: str) -> None:
    item = monthly(*USUAL, *last)
    assert variation_sentence(item, variation_of(item)) == said


def test_a_process_that_signals_more_often_than_not_is_called_unsteady() -> None:
    """Decision 0022: its limits are printed, and nobody is told to expect figures within them."""
    item = monthly(*range(1, 21), unit="days")
    assert variation_sentence(item, variation_of(item)).endswith(
        "But 20 of 20 figures signal a change. That is no steady process, and its limits say little "
        "about the next figure."
    )


def test_a_red_that_is_noise_is_called_noise_and_the_target_is_placed() -> None:
    """R82: limits 47.84 and 53.16 around a mean of 50.5; the target lies beyond what is usual."""
    item = monthly(*[50, 51] * 7, target=60)
    rated = rated_measure(item, date(2016, 3, 1))
    assert rated.current
    assert rated.current.status is Status.RED
    assert noise_sentence(rated) == (
        "This red is within the usual variation: to react to this one figure would be to react to "
        "noise. Unless the process changes, figures from 47.840% to 53.160% must be expected. The "
        "target of 60% lies outside those limits."
    )


@pytest.mark.parametrize(
    ("figures", "target", "why"),
    [
        ([50, 51] * 7, 50, "the latest figure is green"),
        ([*[50, 51] * 7, 20], 50, "the latest figure signals a change"),
        ([*range(20, 7, -1), 14], 50, "the process is not steady"),
        ([50, 51] * 6, 60, "there are too few figures"),
    ],
)
def test_a_figure_is_not_called_noise_without_ground(
    figures: list[int], target: int, why: str
) -> None:
    rated = rated_measure(monthly(*figures, target=target), date(2016, 6, 1))
    assert noise_sentence(rated) is None, why


def test_an_overdue_figure_is_not_called_noise() -> None:
    """The latest figure is red and usual, but it is not what the measure is shown as today."""
    rated = rated_measure(monthly(*[50, 51] * 7, target=60), date(2016, 12, 1))
    assert rated.current
    assert rated.current.status is Status.OVERDUE
    assert noise_sentence(rated) is None


@pytest.mark.parametrize(
    ("figures", "unit", "said"),
    [
        ([1, 3] * 7, "percent", "0% to 7.320%"),  # mean 2, steps of 2: -3.32 to 7.32
        ([99, 97] * 7, "percent", "92.680% to 100%"),
        ([1, 3] * 7, "days", "0 to 7.320 days"),
        ([99, 97] * 7, "days", "92.680 to 103.320 days"),
        ([1, -1] * 7, "days", "-5.320 to 5.320 days"),  # it goes below 0, so 0 is no end
        ([1, 3] * 7, "percentage-points", "-3.320 to 7.320 percentage points"),
        ([101, 99] * 7, "percent", "94.680% to 105.320%"),
    ],
)
def test_limits_that_no_figure_can_reach_are_cut_in_words_alone(
    figures: list[int], unit: str, said: str
) -> None:
    """R82: the drawing and the words are clipped, the arithmetic is not."""
    item = monthly(*figures, unit=unit)
    sentence = variation_sentence(item, variation_of(item))
    assert f"within the limits, {said}, and" in sentence


def test_the_settings_are_said() -> None:
    """R82: two people with the same figures and settings get the same answer."""
    assert settings_sentence(Settings()) == (
        "The limits are the mean plus and minus 2.66 times the mean step between neighbouring figures; "
        "no step was left out (no screening of outliers). A run or a trend is 7 figures. Figures "
        "beyond a limit count towards two of three."
    )
    other = settings_sentence(Settings(run=6, screen_outliers=True, beyond_limits_count=False))
    for words in ("were left out, once", "is 6 figures", "do not count towards"):
        assert words in other


# A second, independent working


def random_series(seed: int) -> tuple[Measure, list[list[Fraction | None]]]:
    """A made-up measure with gaps, ties, breaks and rebases, and its figures process by process."""
    chance = random.Random(seed)
    settings = Settings(run=chance.choice((6, 7)), screen_outliers=chance.random() < 0.4,
                        beyond_limits_count=chance.random() < 0.6)  # fmt: skip
    direction = chance.choice((Direction.HIGHER, Direction.LOWER, Direction.NONE))
    level, wide = chance.uniform(20, 80), chance.choice((1, 3, 10))
    figures: list[Decimal | None] = []
    for _ in range(chance.randrange(5, 70)):
        level += chance.choice((0, 0, 0, 0.3, -0.3, 4 * wide * (chance.random() < 0.05)))
        shown = Decimal(f"{level + chance.gauss(0, wide):.{chance.choice((0, 1))}f}")
        figures.append(None if chance.random() < 0.04 else shown)
    starts = sorted({place for place in range(1, len(figures)) if chance.random() < 0.03})
    item = monthly(*figures, target=Decimal(50), direction=direction)
    entries = list(item.periods)
    anew = []
    for place in starts:
        if chance.random() < 0.5:
            entries[place] = entries[place]._replace(break_="Another definition.")
        else:
            anew.append(rebase(month(place)))
    settings = replace(settings, rebase=tuple(anew))
    item = replace(item, periods=tuple(entries), variation=settings)
    ends = [0, *starts, len(figures)]
    pieces = [
        [None if figure is None else Fraction(figure) for figure in figures[first:last]]
        for first, last in pairwise(ends)
    ]
    return item, [piece for piece in pieces if any(figure is not None for figure in piece)]


@pytest.mark.parametrize("seed", range(200))
def test_limits_signals_and_causes_are_those_of_a_second_working(seed: int) -> None:
    """R82. The second working is in fractions and looks at every window of figures by itself."""
    item, pieces = random_series(seed)
    settings, variation = item.variation, variation_of(item)
    assert len(variation.segments) == len(pieces)
    better = {Direction.HIGHER: 1, Direction.LOWER: -1}.get(item.direction)
    for segment, piece in zip(variation.segments, pieces, strict=True):
        plain = plain_xmr(
            piece,
            run=settings.run,
            screen=settings.screen_outliers,
            beyond=settings.beyond_limits_count,
        )
        if plain is None:
            assert segment.limits is None
            assert {point.cause for point in segment.points} == {None}
            continue
        assert segment.limits
        for line, expected in zip(
            segment.limits, (plain.centre, plain.lower, plain.upper), strict=False
        ):
            assert abs(Fraction(line) - expected) < Fraction(1, 10**50)
        for point, signals in zip(segment.points, plain.signals, strict=True):
            assert {str(one) for one in point.signals} == {name for name, _ in signals}
            sides = {side for _, side in signals}
            if not sides:
                assert point.cause is Cause.COMMON
            elif better:
                good = better in sides
                assert point.cause is (Cause.IMPROVEMENT if good else Cause.CONCERN)
            elif len(sides) == 1:
                assert point.cause is (Cause.RISING if sides == {1} else Cause.FALLING)
    _holds_of_the_target(item, variation, pieces)


def _holds_of_the_target(
    item: Measure, variation: Variation, pieces: list[list[Fraction | None]]
) -> None:
    settings = item.variation
    last = plain_xmr(pieces[-1], run=settings.run, screen=settings.screen_outliers)
    if last is None or item.direction is Direction.NONE:
        assert variation.assurance is None
        return
    sign = 1 if item.direction is Direction.HIGHER else -1
    meets = [(end - 50) * sign >= 0 for end in (last.lower, last.upper)]
    if all(meets):
        assert variation.assurance is Assurance.PASSES
    else:
        assert variation.assurance is (Assurance.HIT_AND_MISS if any(meets) else Assurance.FAILS)


def test_the_random_series_hold_what_they_should() -> None:
    """So that the comparison above compares something."""
    seen: set[object] = set()
    for seed in range(200):
        item, _ = random_series(seed)
        variation = variation_of(item)
        seen |= {signal for one in variation.segments for p in one.points for signal in p.signals}
        seen |= {point.cause for one in variation.segments for point in one.points}
        seen |= {variation.assurance, len(variation.segments) > 1}
        seen |= {"screened" for one in variation.segments if one.screened}
        seen |= {"gap" for one in item.periods if one.value is None}
    assert seen >= {*Signal, *Cause, *Assurance, None, True, "screened", "gap"}
