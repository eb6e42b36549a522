"""The colour of a figure: requirements 2.2 to 2.5 and the golden vectors of 2.10."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.model.measure import PeriodEntry, Range, ReportedStatus
from generator.model.words import COLOURS, Basis, Direction, Flag, Frequency, Status
from generator.rules.bands import Limits, colour, limits_for
from tests.helpers import (
    CHECKED,
    ORIGIN,
    Number,
    assessment,
    bands,
    comparison,
    council,
    entry,
    measure,
    own_bands,
    qualitative,
    rating,
    rating_of,
    reported,
    revision,
    sentence_of,
    span,
)

HIGHER, LOWER, RANGE, PLAN = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.PLAN
GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED


@pytest.mark.parametrize(
    ("target", "value", "direction", "outwith", "status"),
    [
        # The shortfall in per cent of the target, rounded half up to two decimals, then compared.
        ("100", "97.51", HIGHER, "2.49", GREEN),  # 2.49 of 100
        ("100", "97.5051", HIGHER, "2.49", GREEN),  # 2.4949, down to 2.49
        ("100", "97.505", HIGHER, "2.50", AMBER),  # 2.495, half up to 2.50
        ("100", "97.5", HIGHER, "2.50", AMBER),  # 2.5
        ("100", "95.0051", HIGHER, "4.99", AMBER),  # 4.9949, down to 4.99
        ("100", "95.005", HIGHER, "5.00", RED),  # 4.995, half up to 5.00
        ("100", "95", HIGHER, "5.00", RED),  # 5
        ("8", "8.2", LOWER, "2.50", AMBER),  # 0.2 over 8
        ("-10", "-9.8", LOWER, "2.00", GREEN),  # 0.2 over |-10|
        ("200", "195", HIGHER, "2.50", AMBER),  # 5 under 200
        ("90", "88", HIGHER, "2.22", GREEN),  # 2 under 90 is 2.2222...
        ("99", "98", HIGHER, "1.01", GREEN),  # 1 under 99 is 1.0101...
        ("1", "2", LOWER, "100.00", RED),  # twice the target
        ("0", "0", LOWER, "0.00", GREEN),  # a target of zero, met
        # And the worked example of the framework.
        ("95", "91", HIGHER, "4.21", AMBER),  # 4 under 95 is 4.2105...
    ],
)
def test_the_golden_figures_have_the_colours_of_the_manual(
    target: str, value: str, direction: Direction, outwith: str, status: Status
) -> None:
    rated = rating(value, target, direction)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)


@pytest.mark.parametrize(
    ("target", "value", "direction", "outwith", "status"),
    [
        # Higher is better: only a shortfall counts.
        ("95", "95", HIGHER, "0.00", GREEN),
        ("95", "100", HIGHER, "-5.26", GREEN),  # 5 over 95 is 5.263 better
        ("95", "94", HIGHER, "1.05", GREEN),  # 1 under 95 is 1.0526
        # Lower is better: only an excess counts.
        ("20", "19", LOWER, "-5.00", GREEN),  # 1 under 20 is 5 better
        ("20", "20.49", LOWER, "2.45", GREEN),  # 0.49 over 20
        ("20", "20.5", LOWER, "2.50", AMBER),  # 0.5 over 20
        ("20", "21", LOWER, "5.00", RED),  # 1 over 20
        # On plan: either side counts, and too much can be red.
        ("80000", "80000", PLAN, "0.00", GREEN),
        ("80000", "81200", PLAN, "1.50", GREEN),  # 1,200 over 80,000
        ("80000", "78800", PLAN, "1.50", GREEN),  # 1,200 under
        ("80000", "82000", PLAN, "2.50", AMBER),  # 2,000 over
        ("80000", "76000", PLAN, "5.00", RED),  # 4,000 under
        ("80000", "84000", PLAN, "5.00", RED),  # 4,000 over
        # A target below zero: its size is what the percentage is of.
        ("-10", "-10", LOWER, "0.00", GREEN),
        ("-10", "-9.5", LOWER, "5.00", RED),  # 0.5 over 10
        ("-10", "-11", LOWER, "-10.00", GREEN),  # 1 better than 10
        ("-10", "-10.3", HIGHER, "3.00", AMBER),  # 0.3 worse than 10
        ("-10", "-10.3", PLAN, "3.00", AMBER),
        # A value on the other side of zero from the target.
        ("10", "-1", HIGHER, "110.00", RED),  # 11 under 10
        ("-10", "1", LOWER, "110.00", RED),  # 11 over 10
        ("-10", "1", HIGHER, "-110.00", GREEN),  # 11 better than 10
        # A tiny target makes a large percentage of a small distance.
        ("0.001", "0.002", LOWER, "100.00", RED),
        ("0.1", "0.0975", HIGHER, "2.50", AMBER),  # 0.0025 of 0.1
        ("0.1", "0.097505", HIGHER, "2.50", AMBER),  # 2.495, half up
    ],
)
def test_the_outwith_figure_is_the_distance_on_the_bad_side_in_per_cent_of_the_target(
    target: str, value: str, direction: Direction, outwith: str, status: Status
) -> None:
    rated = rating(value, target, direction)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)


@pytest.mark.parametrize(
    ("low", "high", "value", "outwith", "status"),
    [
        ("29", "31", "30", "0.00", GREEN),  # inside
        ("29", "31", "29", "0.00", GREEN),  # the lower end is inside
        ("29", "31", "31", "0.00", GREEN),  # the upper end is inside
        ("29", "31", "28.7", "1.03", GREEN),  # 0.3 under 29 is 1.0344
        ("29", "31", "28", "3.45", AMBER),  # 1 under 29 is 3.448
        ("29", "31", "32.2", "3.87", AMBER),  # 1.2 over 31 is 3.8709
        ("29", "31", "33", "6.45", RED),  # 2 over 31 is 6.4516
        ("29", "31", "20", "31.03", RED),  # 9 under 29 is 31.034
        # An end of zero has no percentage: the width of the range is used.
        ("0", "20", "-0.4", "2.00", GREEN),  # 0.4 of the width, 20
        ("0", "20", "-0.5", "2.50", AMBER),  # 0.5 of 20
        ("-20", "0", "1", "5.00", RED),  # 1 of 20
        ("0", "20", "20.5", "2.50", AMBER),  # the other end is not zero: 0.5 of 20
        # Ends below zero.
        ("-20", "-10", "-20.5", "2.50", AMBER),  # 0.5 of 20
        ("-20", "-10", "-9.5", "5.00", RED),  # 0.5 of 10
        # Two equal ends are one number.
        ("30", "30", "30", "0.00", GREEN),
        ("30", "30", "31.5", "5.00", RED),  # 1.5 of 30
    ],
)
def test_a_range_is_rated_by_the_distance_to_its_nearer_end(
    low: str, high: str, value: str, outwith: str, status: Status
) -> None:
    rated = rating(value, span(low, high), RANGE)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)


@pytest.mark.parametrize(
    ("basis", "outwith", "status"),
    [
        (Basis.RELATIVE, "3.75", AMBER),  # 1.5 of 40 is 3.75%
        (Basis.POINTS, "1.50", GREEN),  # 40 less 38.5 is 1.5 points
    ],
)
def test_the_same_figure_is_amber_relatively_and_green_in_points(
    basis: Basis, outwith: str, status: Status
) -> None:
    rated = rating("38.5", "40", basis=basis)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)


@pytest.mark.parametrize(
    ("target", "value", "direction", "outwith", "status"),
    [
        ("40", "37.51", HIGHER, "2.49", GREEN),
        ("40", "37.505", HIGHER, "2.50", AMBER),  # 2.495 points, half up
        ("40", "35", HIGHER, "5.00", RED),
        ("2", "4", LOWER, "2.00", GREEN),
        ("0", "1", LOWER, "1.00", GREEN),  # points need no percentage of zero
        ("0", "5", LOWER, "5.00", RED),
        ("30", "33", PLAN, "3.00", AMBER),
    ],
)
def test_in_points_the_distance_itself_is_compared(
    target: str, value: str, direction: Direction, outwith: str, status: Status
) -> None:
    rated = rating(value, target, direction, Basis.POINTS)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)


@pytest.mark.parametrize(("value", "outwith"), [("28", "1.00"), ("33.5", "2.50"), ("30", "0.00")])
def test_a_range_in_points_is_rated_by_the_distance_itself(value: str, outwith: str) -> None:
    assert rating(value, span(29, 31), RANGE, Basis.POINTS).outwith == Decimal(outwith)


def test_a_target_of_zero_that_is_missed_is_not_rated() -> None:
    rated = rating(1, 0, LOWER)
    assert (rated.status, rated.outwith) == (Status.NOT_RATED, None)


@pytest.mark.parametrize(
    ("value", "direction", "status"),
    [
        (0, LOWER, GREEN),
        (-5, LOWER, GREEN),  # better than zero
        (5, HIGHER, GREEN),
        (-1, HIGHER, Status.NOT_RATED),
        (0, PLAN, GREEN),
        (1, PLAN, Status.NOT_RATED),
    ],
)
def test_a_target_of_zero_is_met_or_not_rated(
    value: int, direction: Direction, status: Status
) -> None:
    assert rating(value, 0, direction).status is status


def test_a_range_from_zero_to_zero_is_met_or_not_rated() -> None:
    assert rating(0, span(0, 0), RANGE).status is GREEN
    assert rating(1, span(0, 0), RANGE).status is Status.NOT_RATED


@pytest.mark.parametrize(
    ("as_of", "status"),
    [
        # 2024-25 Q1 ends on 30 June 2024; 45 days later is 14 August 2024.
        (date(2024, 6, 1), Status.NOT_YET_DUE),
        (date(2024, 8, 14), Status.NOT_YET_DUE),  # it may still come today
        (date(2024, 8, 15), Status.OVERDUE),
        (date(2025, 3, 31), Status.OVERDUE),
    ],
)
def test_a_missing_value_is_overdue_from_the_day_after_its_due_day(
    as_of: date, status: Status
) -> None:
    rated = rating_of(measure(entry(None, 95)), as_of)
    assert (rated.status, rated.outwith, rated.flags) == (status, None, ())


def test_a_value_without_a_target_is_shown_without_a_colour() -> None:
    assert rating(91, None).status is Status.NO_TARGET


def test_a_measure_without_a_better_direction_is_data_only_even_with_a_target() -> None:
    assert rating(91, None, Direction.NONE).status is Status.DATA_ONLY
    assert rating(91, 95, Direction.NONE).status is Status.DATA_ONLY


STATES = (
    Status.NOT_AVAILABLE,
    Status.SUPPRESSED,
    Status.NOT_COLLECTED,
    Status.NOT_APPLICABLE,
    Status.NOT_COMPARABLE,
)


@pytest.mark.parametrize("state", STATES)
def test_a_state_replaces_the_colour(state: Status) -> None:
    given = entry(None, 95)._replace(state=state, reason="The system was down.")
    assert rating_of(measure(given)).status is state


def test_a_state_beside_a_value_still_hides_the_colour() -> None:
    given = entry(91, 95)._replace(state=Status.SUPPRESSED, reason="Few cases.")
    assert rating_of(measure(given)).status is Status.SUPPRESSED


@pytest.mark.parametrize("status", COLOURS)
def test_a_qualitative_measure_has_the_colour_of_its_assessment(status: Status) -> None:
    given = entry()._replace(assessment=assessment(status))
    rated = rating_of(qualitative(given))
    assert (rated.status, rated.outwith, rated.limits) == (status, None, None)


def test_an_assessment_gives_a_quantitative_measure_no_colour() -> None:
    given = entry(None, 95)._replace(assessment=assessment(GREEN))
    assert rating_of(measure(given)).status is Status.OVERDUE


def test_a_qualitative_measure_without_an_assessment_is_overdue() -> None:
    assert rating_of(qualitative(entry())).status is Status.OVERDUE


WIDE_THEN_MANUAL = council(bands("2010-04-01", 5, 10), bands("2020-04-01", "2.49", "4.99"))


@pytest.mark.parametrize(
    ("label", "status"),
    [
        # 91 against 95 is 4.21% outwith in each.
        ("2009-10 Q4", Status.NOT_RATED),  # ends 31 March 2010, the day before the first bands
        ("2010-11 Q1", GREEN),  # up to 5% was green
        ("2019-20 Q4", GREEN),  # ends 31 March 2020, the last day of the old bands
        ("2020-21 Q1", AMBER),
        ("2024-25 Q1", AMBER),
    ],
)
def test_a_period_is_rated_by_the_bands_in_force_when_it_ended(label: str, status: Status) -> None:
    rated = rating_of(measure(entry(91, 95, label)), under=WIDE_THEN_MANUAL)
    assert rated.status is status


def test_the_order_in_which_bands_are_listed_does_not_matter() -> None:
    turned = council(*reversed(WIDE_THEN_MANUAL.bands))
    assert rating_of(measure(entry(91, 95, "2015-16 Q1")), under=turned).status is GREEN


@pytest.mark.parametrize(
    ("label", "limits"),
    [
        (
            "2023-24 Q4",
            Limits(Decimal("2.49"), Decimal("4.99"), from_=date(2010, 4, 1)),
        ),  # ends 31 March 2024
        (
            "2024-25 Q1",
            Limits(Decimal(5), Decimal(10), own=True, from_=date(2024, 4, 1)),
        ),  # ends 30 June 2024
    ],
)
def test_bands_of_a_measure_rate_only_periods_that_end_on_or_after_their_date(
    label: str, limits: Limits
) -> None:
    given = replace(measure(entry(91, 95, label)), tolerance=own_bands(5, 10, "2024-04-01"))
    assert limits_for(given, given.periods[0], council()) == limits
    assert rating_of(given).limits == limits


def test_bands_of_a_measure_hold_for_a_period_that_ends_on_their_very_day() -> None:
    given = replace(measure(entry(91, 95)), tolerance=own_bands(5, 10, "2024-06-30"))
    assert rating_of(given).status is GREEN


def test_bands_of_a_measure_hold_where_the_council_had_none_yet() -> None:
    given = replace(measure(entry(91, 95)), tolerance=own_bands(5, 10, "2024-04-01"))
    assert rating_of(given, under=council(bands("2030-04-01", 1, 2))).status is GREEN


@pytest.mark.parametrize(
    ("distance", "status"),
    [("-9", GREEN), ("0", GREEN), ("2.49", GREEN), ("2.50", AMBER), ("4.99", AMBER), ("5.00", RED)],
)
def test_the_ends_of_the_bands_belong_to_them(distance: str, status: Status) -> None:
    assert colour(Decimal(distance), Limits(Decimal("2.49"), Decimal("4.99"))) is status


def _overridden(said: ReportedStatus) -> PeriodEntry:
    return entry(91, 95)._replace(status=said, checked=CHECKED)


def test_a_reported_status_with_reason_and_approver_stands_beside_the_computed_one() -> None:
    rated = rating_of(measure(_overridden(reported(GREEN))))
    assert (rated.computed, rated.reported, rated.status) == (AMBER, GREEN, GREEN)
    assert rated.flags == (Flag.OVERRIDDEN,)


def test_a_reported_status_may_be_worse_than_the_computed_one() -> None:
    assert rating_of(measure(_overridden(reported(RED)))).status is RED


@pytest.mark.parametrize(
    ("expires", "status"),
    [("2025-03-31", GREEN), ("2025-03-30", AMBER), (None, AMBER)],
)
def test_a_reported_status_counts_up_to_and_on_the_day_it_expires(
    expires: str | None, status: Status
) -> None:
    rated = rating_of(measure(_overridden(reported(GREEN, expires=expires))))
    assert rated.status is status
    assert (Flag.OVERRIDDEN in rated.flags) is (status is GREEN)


@pytest.mark.parametrize(
    "lack",
    [
        {"reason": None},
        {"approved_by": None},
        {"approved_by": "owner"},
        {"on": None},
        {"expires": None},
        {"second_approver": None},
        {"second_approver": "owner"},
        {"second_approver": "director"},
    ],
)
def test_a_better_colour_that_is_not_justified_does_not_stand(lack: dict[str, Any]) -> None:
    """Reason, date, an approver other than the owner, and a second one: without them it is amber."""
    item = replace(measure(_overridden(replace(reported(GREEN), **lack))), owner="owner")
    rated = rating_of(item)
    assert (rated.computed, rated.reported, rated.status) == (AMBER, GREEN, AMBER)
    assert rated.flags == ()


def test_a_worse_colour_needs_no_second_approver() -> None:
    said = replace(reported(RED), second_approver=None)
    assert rating_of(measure(_overridden(said))).status is RED


def test_a_reported_status_equal_to_the_computed_one_is_no_override() -> None:
    rated = rating_of(measure(_overridden(reported(AMBER))))
    assert (rated.status, rated.flags) == (AMBER, ())


@pytest.mark.parametrize(
    ("given", "status"),
    [
        (entry(None, 95), Status.OVERDUE),
        (entry(91, None), Status.NO_TARGET),
        (entry(None, 95)._replace(state=Status.SUPPRESSED, reason="Few."), Status.SUPPRESSED),
        (entry(91, 0), GREEN),  # a colour of its own, from a target of zero that is met
    ],
)
def test_a_reported_colour_never_stands_in_for_a_missing_figure(
    given: PeriodEntry, status: Status
) -> None:
    assert rating_of(measure(given._replace(status=reported(GREEN)))).status is status


@pytest.mark.parametrize(
    ("given", "flags"),
    [
        (entry(91, 95)._replace(checked=CHECKED), ()),
        (entry(91, 95), (Flag.UNCHECKED,)),
        (entry(91, 95)._replace(checked=CHECKED, provisional=True), (Flag.PROVISIONAL,)),
        (entry(91, 95)._replace(checked=CHECKED, estimated=True), (Flag.ESTIMATED,)),
        (
            entry(91, 95)._replace(checked=CHECKED, revisions=(revision("scheduled"),)),
            (Flag.REVISED,),
        ),
        (
            entry(91, 95)._replace(checked=CHECKED, revisions=(revision("unscheduled"),)),
            (Flag.REVISED,),
        ),
        (
            entry(91, 95)._replace(checked=CHECKED, revisions=(revision("correction"),)),
            (Flag.CORRECTED,),
        ),
        (
            entry(91, 95)._replace(revisions=(revision("scheduled"), revision("correction"))),
            (Flag.REVISED, Flag.CORRECTED, Flag.UNCHECKED),
        ),
        (entry(None, 95)._replace(provisional=True), ()),  # no figure, nothing to mark
    ],
)
def test_each_marker_is_raised_by_what_the_period_says(
    given: PeriodEntry, flags: tuple[Flag, ...]
) -> None:
    assert rating_of(measure(given)).flags == flags


def test_a_comparison_target_is_marked_and_a_published_figure_awaits_no_check() -> None:
    given = replace(measure(entry(91, 95)), target_basis=comparison(), origin=ORIGIN)
    assert rating_of(given).flags == (Flag.COMPARISON,)
    bare = replace(measure(entry(91, None)), target_basis=comparison(), origin=ORIGIN)
    assert rating_of(bare).flags == ()


TENTHS = [Decimal(tenths) / 10 for tenths in range(1, 2000)]
"""Every target from 0.1 to 199.9 in steps of 0.1."""
HAIR = Decimal(1) - Decimal("1e-9")
"""One part in a thousand million less."""


@pytest.mark.parametrize(
    ("shortfall", "at_it", "just_less"),
    [
        # 2.5% less a hair is 2.4999999975%, which is 2.50 at two decimals: amber, as rule B says.
        ("2.5", AMBER, AMBER),
        # 5% less a hair is 4.999999995%, which is 5.00: red.
        ("5", RED, RED),
        # The places where rule B changes colour are half a hundredth below.
        ("2.495", AMBER, GREEN),
        ("4.995", RED, AMBER),
    ],
)
@pytest.mark.parametrize("direction", [HIGHER, LOWER, PLAN])
def test_no_target_from_a_tenth_to_two_hundred_is_rated_wrongly_at_a_boundary(
    shortfall: str, at_it: Status, just_less: Status, direction: Direction
) -> None:
    """R72: at exactly 2.5% and 5%, of every target from 0.1 to 199.9."""
    sign = 1 if direction is LOWER else -1
    for target in TENTHS:
        distance = target * Decimal(shortfall) / 100
        assert rating(target + sign * distance, target, direction).status is at_it
        assert rating(target + sign * distance * HAIR, target, direction).status is just_less


def test_a_month_is_rated_like_a_quarter() -> None:
    given = measure(entry(91, 95, "2024-09", Frequency.MONTHLY), frequency=Frequency.MONTHLY)
    assert rating_of(given).status is AMBER


@pytest.mark.parametrize(
    ("value", "target", "direction"),
    [(30, span(29, 31), HIGHER), (30, span(29, 31), PLAN), (30, 30, RANGE)],
)
def test_a_target_of_the_wrong_kind_is_still_rated_without_a_fault(
    value: Number, target: Number | Range, direction: Direction
) -> None:
    assert rating(value, target, direction).status is GREEN


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (Status.ACHIEVED, "It is achieved, and no figure is reported any more."),
        (Status.DEFERRED, "It is deferred, and there is no figure for this period."),
        (Status.CANCELLED, "It is cancelled, and there is no figure."),
    ],
)
def test_a_measure_may_be_achieved_deferred_or_cancelled_by_a_decision(
    state: Status, sentence: str
) -> None:
    """R83, requirements 2.4: states that members asked for, each with its decision."""
    given = entry(None, 95)._replace(state=state, reason="As agreed.", decision="SMT, item 3")
    assert rating_of(measure(given)).status is state
    assert sentence_of(measure(given)) == f"{sentence} As agreed. Decision: SMT, item 3."


def test_a_baseline_year_shows_its_figure_and_no_colour() -> None:
    """R83: with a value and a target, and still no rating."""
    given = entry(91, 95)._replace(state=Status.BASELINE, reason="The first year.")
    rated = rating_of(measure(given))
    assert (rated.status, rated.outwith) == (Status.BASELINE, None)
    assert sentence_of(measure(given)) == (
        "91%. This is the baseline, with which later figures are compared; it has no rating. The "
        "first year."
    )
