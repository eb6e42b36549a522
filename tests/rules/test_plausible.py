"""Figures out of proportion (R75) and colours that hang on their framing (R74)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.measure import Measure, Range
from generator.model.words import Basis, Direction, Status
from generator.rules.framing import Flip, flip_words, framing_flip
from generator.rules.plausible import how_unusual
from tests.helpers import Number, comparison, entry, measure, rated_measure, span

HIGHER, LOWER, NONE = Direction.HIGHER, Direction.LOWER, Direction.NONE
TEN, TENTH, SIGN = (
    "is more than ten times",
    "is less than a tenth of",
    "is of the opposite sign to",
)


@pytest.mark.parametrize(
    ("value", "target", "direction", "unusual"),
    [
        (91, 95, HIGHER, None),
        # The slip that reached a committee: 73,390 against 420.
        (73390, 420, HIGHER, TEN),
        # Exactly ten times and exactly a tenth are not beyond.
        (950, 95, HIGHER, None),
        ("950.1", 95, HIGHER, TEN),
        ("9.5", 95, HIGHER, None),
        ("9.4", 95, HIGHER, TENTH),
        (0, 95, HIGHER, TENTH),
        # Zero waits, where lower is better, is nothing but good; 0.1 of 5 is looked at.
        (0, 5, LOWER, None),
        ("0.1", 5, LOWER, TENTH),
        (-5, 95, HIGHER, SIGN),
        (5, -95, LOWER, SIGN),
        (-5, -95, LOWER, TENTH),
        (-100, -95, LOWER, None),
        # No proportion can be taken of a target of zero.
        (73390, 0, HIGHER, None),
        # Beyond ten times an end of a range, or less than a tenth of one.
        (30, span(29, 31), Direction.RANGE, None),
        (311, span(29, 31), Direction.RANGE, TEN),
        ("2.8", span(29, 31), Direction.RANGE, TENTH),
        (-30, span(29, 31), Direction.RANGE, SIGN),
        (500, span(-1, 1), Direction.RANGE, None),
        (500, span(0, 1), Direction.RANGE, None),
        (None, 95, HIGHER, None),
        (91, None, HIGHER, None),
    ],
)
def test_a_value_is_unusual_by_its_proportion_to_the_target(
    value: Number | None, target: Number | Range | None, direction: Direction, unusual: str | None
) -> None:
    """R75, requirements 2.2: above ten times, below a tenth, or of the opposite sign."""
    period = entry(value, target)
    assert how_unusual(period, measure(period, direction=direction)) == unusual


def flip_of(item: Measure) -> Flip | None:
    return framing_flip(rated_measure(item))


@pytest.mark.parametrize(
    ("value", "target", "direction", "other", "outwith"),
    [
        # 98 against 99 is 1.01% out, green; 2 against 1 is 100% out, red.
        (98, 99, HIGHER, Status.RED, "100.00"),
        (2, 1, LOWER, Status.GREEN, "1.01"),
        # 91 against 95 is 4.21% out, amber; 9 against 5 is 80% out, red.
        (91, 95, HIGHER, Status.RED, "80.00"),
        # 52 against 50, lower is better: 4% out, amber; 48 against 50 is 4% out, amber.
        (52, 50, LOWER, None, None),
        # Red both ways, green both ways.
        (87, 95, HIGHER, None, None),
        (96, 95, HIGHER, None, None),
        # The complement of 100 is 0, of which no percentage can be taken.
        (99, 100, HIGHER, None, None),
        (1, 0, LOWER, None, None),
        # More than all has no complement.
        (101, 103, HIGHER, None, None),
        (101, 99, HIGHER, None, None),
        (-1, 1, LOWER, None, None),
    ],
)
def test_a_flip_is_another_colour_of_the_same_fact(
    value: Number, target: Number, direction: Direction, other: Status | None, outwith: str | None
) -> None:
    """R74: 100 less the value against 100 less the target, the direction mirrored."""
    flip = flip_of(measure(entry(value, target), direction=direction))
    found = (flip.status, str(flip.outwith)) if flip else (None, None)
    assert found == (other, outwith)


@pytest.mark.parametrize(
    "item",
    [
        measure(entry(98, 99), basis=Basis.POINTS),
        measure(entry(98, 99), unit="days"),
        measure(entry(98, 99), direction=NONE),
        measure(entry(98, 99), direction=Direction.PLAN),
        measure(entry(98, span(99, 100)), direction=HIGHER),
        measure(entry(98)),
        measure(),
    ],
)
def test_only_a_percentage_rated_relative_to_its_target_can_flip(item: Measure) -> None:
    assert flip_of(item) is None


def test_the_latest_rated_period_is_looked_at() -> None:
    """R74: one finding a measure; the period without a target is not rated."""
    item = measure(entry(98, 99, "2024-25 Q1"), entry(90, None, "2024-25 Q2"))
    flip = flip_of(item)
    assert flip is not None
    assert flip_words(item, flip) == (
        "2024-25 Q1 is green, because 98% against 99% is 1.01% outwith; told the other way round it "
        "would be red, because 2% against 1% is 100.00% outwith"
    )


def test_a_comparison_is_listed_too_although_the_check_does_not_warn_of_it() -> None:
    assert flip_of(replace(measure(entry(98, 99)), target_basis=comparison())) is not None


PERCENTAGES = st.decimals(1, 99, places=1)


@given(PERCENTAGES, PERCENTAGES)
def test_a_flip_told_the_other_way_round_flips_back(value: Decimal, target: Decimal) -> None:
    """R74: neither way of telling comes first."""
    high = flip_of(measure(entry(value, target), direction=HIGHER))
    low = flip_of(measure(entry(100 - value, 100 - target), direction=LOWER))
    assert (high is None) is (low is None)
    if high and low:
        assert high.status is low.rated.rating.computed
        assert low.status is high.rated.rating.computed
