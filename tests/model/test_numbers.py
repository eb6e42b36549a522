"""Exact numbers: rounding half up, away from zero, and never to minus zero."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.numbers import EXACT, MOST_DIGITS, plain, rounded


@pytest.mark.parametrize(
    ("value", "places", "result"),
    [
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-2.5", 0, "-3"),
        ("0.125", 2, "0.13"),
        ("-0.125", 2, "-0.13"),
        ("2.4949999", 2, "2.49"),
        ("2.495", 2, "2.50"),
        ("91", 1, "91.0"),
        ("91.04", 1, "91.0"),
        ("91.05", 1, "91.1"),
        ("1.005", 2, "1.01"),
        ("0.1", 12, "0.100000000000"),
        ("99.95", 1, "100.0"),
        ("1E+3", 0, "1000"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, result: str) -> None:
    assert plain(rounded(Decimal(value), places)) == result


@pytest.mark.parametrize("value", ["-0", "-0.0", "-0.004", "0"])
def test_nothing_rounds_to_minus_zero(value: str) -> None:
    assert plain(rounded(Decimal(value), 2)) == "0.00"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("91.0", "91.0"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("-5", "-5"),
        ("100", "100"),
    ],
)
def test_a_number_is_written_in_digits_as_typed(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


numbers = st.integers(-(10**23), 10**23).map(Decimal)


@given(numbers, numbers.filter(bool), st.integers(0, 6))
def test_rounding_a_quotient_once_more_changes_nothing(
    above: Decimal, below: Decimal, places: int
) -> None:
    quotient = EXACT.divide(above, below)
    result = rounded(quotient, places)
    unit = Decimal(1).scaleb(-places)
    assert abs(EXACT.subtract(quotient, result)) * 2 <= unit
    assert rounded(result, places) == result


def test_the_largest_number_of_a_file_can_be_rounded() -> None:
    most = Decimal("9" * MOST_DIGITS)
    assert rounded(most, 12) == most
