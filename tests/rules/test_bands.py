"""The bands and the reading of their gaps: R70, R71, R84 and requirements 2.1."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.words import Direction, Flag, Reading, Status
from generator.rules.bands import Limits, colour, is_boundary, other_readings
from tests.helpers import bands, council, entry, measure, own_bands, rating_of, sentence_of

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED
TWO, EXACT, LITERAL = Reading.TWO_DECIMALS, Reading.EXACT, Reading.LITERAL
MANUAL = Limits(Decimal("2.49"), Decimal("4.99"))


@pytest.mark.parametrize(
    ("exact", "two_decimals", "exactly", "literally"),
    [
        # The table of requirements 2.1, and each edge from both sides.
        ("2.49", GREEN, GREEN, GREEN),
        ("2.4900001", GREEN, GREEN, AMBER),  # 2.49 when rounded; past 2.49 to the letter
        ("2.4949", GREEN, GREEN, AMBER),
        ("2.495", AMBER, GREEN, AMBER),  # half up to 2.50; not yet 2.5
        ("2.4951", AMBER, GREEN, AMBER),
        ("2.4999999", AMBER, GREEN, AMBER),
        ("2.5", AMBER, AMBER, AMBER),
        ("4.99", AMBER, AMBER, AMBER),
        ("4.9901", AMBER, AMBER, RED),
        ("4.9949", AMBER, AMBER, RED),
        ("4.995", RED, AMBER, RED),
        ("4.9999999", RED, AMBER, RED),
        ("5", RED, RED, RED),
        ("0", GREEN, GREEN, GREEN),
        ("-7", GREEN, GREEN, GREEN),
    ],
)
def test_the_three_readings_of_the_bands_r71(
    exact: str, two_decimals: Status, exactly: Status, literally: Status
) -> None:
    found = tuple(colour(Decimal(exact), MANUAL, reading) for reading in (TWO, EXACT, LITERAL))
    assert found == (two_decimals, exactly, literally)


@given(st.decimals(-10, 10, places=6), st.sampled_from(Reading))
def test_a_figure_is_a_boundary_where_and_only_where_the_readings_differ(
    exact: Decimal, reading: Reading
) -> None:
    limits = MANUAL._replace(reading=reading)
    colours = {colour(exact, limits, each) for each in Reading}
    assert is_boundary(exact, limits) is (len(colours) > 1)
    assert bool(other_readings(exact, limits)) is (len(colours) > 1)


@given(st.decimals(-10, 10, places=4), st.decimals(0, 10, places=4), st.sampled_from(Reading))
def test_more_outwith_is_never_a_better_colour_whatever_the_reading(
    exact: Decimal, more: Decimal, reading: Reading
) -> None:
    order = [GREEN, AMBER, RED]
    before, after = (colour(one, MANUAL, reading) for one in (exact, exact + more))
    assert order.index(before) <= order.index(after)


@pytest.mark.parametrize(("reading", "status"), [(TWO, AMBER), (EXACT, GREEN), (LITERAL, AMBER)])
def test_a_council_chooses_the_reading_of_its_bands(reading: Reading, status: Status) -> None:
    # 97.505 against 100 is 2.495% outwith.
    under = council(replace(bands("2010-04-01", "2.49", "4.99"), reading=reading))
    assert rating_of(measure(entry("97.505", 100)), under=under).status is status


@pytest.mark.parametrize(
    ("value", "flagged"),
    [
        ("97.51", False),  # 2.49
        ("97.509", True),  # 2.491
        ("97.505", True),  # 2.495
        ("97.501", True),  # 2.499
        ("97.5", False),  # 2.5
        ("95.01", False),  # 4.99
        ("95.005", True),  # 4.995
        ("95", False),  # 5
        ("100", False),
        ("110", False),
    ],
)
def test_a_figure_in_a_gap_between_two_bands_is_flagged_r71(value: str, flagged: bool) -> None:
    assert (Flag.BOUNDARY in rating_of(measure(entry(value, 100))).flags) is flagged


@pytest.mark.parametrize(
    ("value", "reading", "sentence"),
    [
        (
            "97.505",
            TWO,
            (
                "97.505% is 2.50% outwith the target of 100%: amber (2.5% to 4.99%). 2.495% before "
                "rounding lies between two bands: it would be green if read exactly."
            ),
        ),
        (
            "97.506",
            TWO,
            (
                "97.506% is 2.49% outwith the target of 100%: green (no more than 2.49%). 2.494% before "
                "rounding lies between two bands: it would be amber if taken literally."
            ),
        ),
        (
            "97.505",
            EXACT,
            (
                "97.505% is 2.50% outwith the target of 100%: green (no more than 2.49%). 2.495% before "
                "rounding lies between two bands: it would be amber if rounded to two decimals or "
                "taken literally."
            ),
        ),
        (
            "95.0000001",
            TWO,
            (
                "95.0000001% is 5.00% outwith the target of 100%: red (5% or more). 4.9999999% before "
                "rounding lies between two bands: it would be amber if read exactly."
            ),
        ),
    ],
)
def test_the_sentence_says_what_another_reading_would_make_of_it(
    value: str, reading: Reading, sentence: str
) -> None:
    under = council(replace(bands("2010-04-01", "2.49", "4.99"), reading=reading))
    assert sentence_of(measure(entry(value, 100)), under=under) == sentence


def test_the_latest_of_a_measures_own_bands_rates_a_period_r84() -> None:
    """A measure may have several sets in time; each period keeps those in force when it ended."""
    early, late = own_bands(5, 10, "2023-04-01"), own_bands(1, 2, "2024-04-01")
    tolerance = replace(early, bands=(*late.bands, *early.bands))
    statuses = [
        rating_of(replace(measure(entry(91, 95, label)), tolerance=tolerance)).status
        for label in ("2022-23 Q4", "2023-24 Q1", "2023-24 Q4", "2024-25 Q1")
    ]
    # 4.21% outwith: amber by the manual, green up to 5%, red over 2%.
    assert statuses == [AMBER, GREEN, GREEN, RED]


def test_the_rating_names_the_rule_that_gave_it_r78() -> None:
    rated = rating_of(measure(entry(91, 95)), under=council(bands("2010-04-01", "2.49", "4.99")))
    assert rated.limits
    assert (rated.limits.from_, rated.limits.own) == (date(2010, 4, 1), False)
    own = replace(measure(entry(91, 95)), tolerance=own_bands(5, 10, "2024-04-01"))
    limits = rating_of(own, under=council(bands("2010-04-01", "2.49", "4.99"))).limits
    assert limits
    assert (limits.from_, limits.own) == (date(2024, 4, 1), True)


def test_bands_read_literally_leave_no_gap_below_zero() -> None:
    under = council(replace(bands("2010-04-01", 0, 5), reading=LITERAL))
    item = measure(entry("99.99", 100), direction=Direction.HIGHER)
    assert rating_of(item, under=under).status is AMBER
