"""Figures with their units, as people write them."""

from decimal import Decimal

import pytest

from generator.rules.units import bare, percent, target_words, unit_name, with_unit
from tests.helpers import span


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("91", "percent", "91%"),
        ("91.0", "percent", "91.0%"),
        ("-4.5", "percent", "-4.5%"),
        ("3.2", "percentage-points", "3.2 percentage points"),
        ("1", "percentage-points", "1 percentage point"),
        ("-1", "percentage-points", "-1 percentage point"),
        ("101.70", "pounds", "£101.70"),
        ("1234567", "pounds", "£1,234,567"),
        ("-1234.50", "pounds", "-£1,234.50"),
        ("0", "pounds", "£0"),
        ("8.75", "pounds per person", "£8.75 per person"),
        ("-2", "pounds per person", "-£2 per person"),
        ("12345", "", "12,345"),
        ("0.05", "", "0.05"),
        ("12.3", "days", "12.3 days"),
        ("0", "days", "0 days"),
        ("1000", "days", "1,000 days"),
    ],
)
def test_a_figure_has_its_unit_its_commas_and_its_decimals(
    value: str, unit: str, words: str
) -> None:
    assert with_unit(Decimal(value), unit) == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("days", "1 day"),
        ("weeks", "1 week"),
        ("people", "1 person"),
        ("children", "1 child"),
        ("trees", "1 tree"),
        ("complaints", "1 complaint"),
        ("injuries", "1 injury"),
        ("working days", "1 working day"),
        ("days per employee", "1 day per employee"),
        ("days per 1,000 people aged 75 and over", "1 day per 1,000 people aged 75 and over"),
        ("people aged 75 and over", "1 person aged 75 and over"),
        ("readmissions per 1,000 discharges", "1 readmission per 1,000 discharges"),
        ("start-ups per 10,000 people", "1 start-up per 10,000 people"),
        ("vehicles a day", "1 vehicle a day"),
        ("tonnes CO2 equivalent per person", "1 tonne CO2 equivalent per person"),
        ("degrees Celsius", "1 degree Celsius"),
        ("square kilometres of parks", "1 square kilometre of parks"),
        ("MW", "1 MW"),
        ("gas", "1 gas"),
        ("buses", "1 bus"),
    ],
)
def test_one_of_a_thing_is_singular(unit: str, words: str) -> None:
    assert with_unit(Decimal(1), unit) == words


@pytest.mark.parametrize("value", ["1.0", "-1", "1.00"])
def test_one_with_decimals_or_a_sign_is_still_one(value: str) -> None:
    assert with_unit(Decimal(value), "days") == f"{value} day"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        ("90", "100", "percent", "90% to 100%"),
        ("29", "31", "degrees Celsius", "29 to 31 degrees Celsius"),
        ("-2", "1", "days", "-2 to 1 day"),
        ("0", "1", "days", "0 to 1 day"),
        ("1000", "2000", "pounds", "£1,000 to £2,000"),
        ("5", "6.50", "pounds per person", "£5 to £6.50 per person"),
        ("1", "2", "percentage-points", "1 to 2 percentage points"),
        ("1", "2", "", "1 to 2"),
    ],
)
def test_a_range_names_its_unit_once_unless_it_is_a_sign(
    low: str, high: str, unit: str, words: str
) -> None:
    assert target_words(span(low, high), unit) == words


def test_a_target_that_is_one_number_is_written_like_a_value() -> None:
    assert target_words(Decimal("95.5"), "percent") == "95.5%"


def test_a_percentage_keeps_its_decimals() -> None:
    assert percent(Decimal("5.00")) == "5.00%"


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("percent", "per cent"),
        ("percentage-points", "percentage points"),
        ("pounds", "pounds"),
        ("days per employee", "days per employee"),
    ],
)
def test_a_column_is_headed_with_the_unit_in_words(unit: str, name: str) -> None:
    assert unit_name(unit) == name


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("percent", "1,234.5%"),
        ("pounds", "£1,234.5"),
        ("pounds per person", "£1,234.5"),
        ("percentage-points", "1,234.5"),
        ("days per employee", "1,234.5"),
        ("", "1,234.5"),
    ],
)
def test_under_a_heading_only_signs_stay_with_the_digits(unit: str, words: str) -> None:
    assert bare(Decimal("1234.5"), unit) == words
