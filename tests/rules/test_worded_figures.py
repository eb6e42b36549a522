"""Dates, levels, and yes or no (R73): days late, levels short, and what they are rated."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.measure import Measure
from generator.model.settings import Tolerance
from generator.model.unit import FigureError, figure, levels, word
from generator.model.words import Basis, Direction, Status, TrendWord
from generator.rules.plausible import how_unusual
from generator.rules.targets import new_targets
from generator.rules.trend import trend
from generator.rules.trend_sentence import trend_sentence
from tests.helpers import Number, council, entry, measure, own_bands, rating_of, sentence_of

GREEN, AMBER, RED = Status.GREEN, Status.AMBER, Status.RED
HIGHER, LOWER, PLAN = Direction.HIGHER, Direction.LOWER, Direction.PLAN
GRADES = "weak < adequate < good < very good"
YES_NO = "no < yes"


def worded(
    value: str,
    target: str,
    unit: str,
    direction: Direction,
    own: tuple[Number, Number] | None = None,
) -> Measure:
    """A measure with one figure in words, and with bands of its own where they are given."""
    given_entry = entry(figure(value, unit), figure(target, unit))
    tolerance = own_bands(*own, "2024-04-01", Basis.POINTS) if own else None
    return replace(
        measure(given_entry, direction=direction, unit=unit), tolerance=tolerance, decimals=0
    )


@pytest.mark.parametrize(
    ("value", "target", "direction", "outwith", "status", "sentence"),
    [
        # Earlier is better. Green up to 5 days late, amber up to 20.
        (
            *("2024-06-30", "2024-06-30", LOWER, "0", GREEN),
            "30 June 2024 meets the target of 30 June 2024: green.",
        ),
        (
            *("2024-06-20", "2024-06-30", LOWER, "-10", GREEN),
            "20 June 2024 is 10 days before the target of 30 June 2024: green.",
        ),
        (
            *("2024-07-05", "2024-06-30", LOWER, "5", GREEN),  # 5 days of July
            (
                "5 July 2024 is 5 days after the target of 30 June 2024: green (no more than 5 days, "
                "the measure's own bands)."
            ),
        ),
        (
            *("2024-07-06", "2024-06-30", LOWER, "6", AMBER),
            (
                "6 July 2024 is 6 days after the target of 30 June 2024: amber (6 to 20 days, the "
                "measure's own bands)."
            ),
        ),
        (
            *("2024-07-21", "2024-06-30", LOWER, "21", RED),
            (
                "21 July 2024 is 21 days after the target of 30 June 2024: red (21 days or more, the "
                "measure's own bands)."
            ),
        ),
        # 2024 is a leap year: 28 February to 1 March is two days.
        (
            *("2024-03-01", "2024-02-28", LOWER, "2", GREEN),
            (
                "1 March 2024 is 2 days after the target of 28 February 2024: green (no more than 5 "
                "days, the measure's own bands)."
            ),
        ),
        # On plan: too early counts as much as too late.
        (
            *("2024-06-24", "2024-06-30", PLAN, "6", AMBER),
            (
                "24 June 2024 is 6 days before the plan of 30 June 2024: amber (6 to 20 days, the "
                "measure's own bands)."
            ),
        ),
    ],
)
def test_a_date_is_rated_by_the_days_that_it_is_late(
    value: str, target: str, direction: Direction, outwith: str, status: Status, sentence: str
) -> None:
    item = worded(value, target, "date", direction, (5, 20))
    rated = rating_of(item)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)
    assert sentence_of(item) == sentence


@pytest.mark.parametrize(
    ("value", "target", "direction", "outwith", "status", "sentence"),
    [
        # weak < adequate < good < very good. Green only at target, amber one level short.
        (
            *("good", "good", HIGHER, "0", GREEN),
            "good meets the target of good: green.",
        ),
        (
            *("very good", "good", HIGHER, "-1", GREEN),
            "very good is 1 level above the target of good: green.",
        ),
        (
            *("adequate", "good", HIGHER, "1", AMBER),
            (
                "adequate is 1 level below the target of good: amber (1 level, the measure's own "
                "bands)."
            ),
        ),
        (
            *("adequate", "very good", HIGHER, "2", RED),
            (
                "adequate is 2 levels below the target of very good: red (2 levels or more, the "
                "measure's own bands)."
            ),
        ),
        # Where the lower level is better, as for a risk.
        (
            *("good", "weak", LOWER, "2", RED),
            (
                "good is 2 levels above the target of weak: red (2 levels or more, the measure's own "
                "bands)."
            ),
        ),
    ],
)
def test_a_level_is_rated_by_the_levels_that_it_is_short(
    value: str, target: str, direction: Direction, outwith: str, status: Status, sentence: str
) -> None:
    item = worded(value, target, GRADES, direction, (0, 1))
    rated = rating_of(item)
    assert (rated.outwith, rated.status) == (Decimal(outwith), status)
    assert sentence_of(item) == sentence


@pytest.mark.parametrize(
    ("value", "target", "direction", "status", "sentence"),
    [
        ("yes", "yes", HIGHER, GREEN, "yes meets the target of yes: green."),
        ("no", "yes", HIGHER, RED, "no against the target of yes: red."),
        ("yes", "no", LOWER, RED, "yes against the target of no: red."),
        ("no", "no", LOWER, GREEN, "no meets the target of no: green."),
        ("yes", "no", HIGHER, GREEN, "yes against the target of no: green."),
    ],
)
def test_yes_or_no_is_met_or_red_with_nothing_between(
    value: str, target: str, direction: Direction, status: Status, sentence: str
) -> None:
    item = worded(value, target, YES_NO, direction)
    assert rating_of(item).status is status
    assert sentence_of(item) == sentence


@pytest.mark.parametrize(
    ("value", "target", "unit", "direction", "status", "sentence"),
    [
        (
            *("2024-07-05", "2024-06-30", "date", LOWER, Status.NOT_RATED),
            (
                "5 July 2024 is 5 days after the target of 30 June 2024: not rated, because no bands in "
                "days are agreed for this measure."
            ),
        ),
        (
            *("2024-06-29", "2024-06-30", "date", LOWER, GREEN),
            "29 June 2024 is 1 day before the target of 30 June 2024: green.",
        ),
        (
            *("weak", "good", GRADES, HIGHER, Status.NOT_RATED),
            (
                "weak is 2 levels below the target of good: not rated, because no bands in levels are "
                "agreed for this measure."
            ),
        ),
    ],
)
def test_without_bands_of_its_own_a_date_or_level_is_met_or_not_rated(
    value: str, target: str, unit: str, direction: Direction, status: Status, sentence: str
) -> None:
    item = worded(value, target, unit, direction)
    assert rating_of(item).status is status
    assert sentence_of(item) == sentence


def test_dates_and_levels_are_never_counted_in_per_cent() -> None:
    item = replace(
        worded("good", "very good", GRADES, HIGHER), tolerance=Tolerance(basis=Basis.RELATIVE)
    )
    assert item.basis is Basis.POINTS


@pytest.mark.parametrize(
    ("typed", "unit", "message", "fix"),
    [
        ("maybe", YES_NO, "maybe is not a level of this measure", "Write one of: no, yes."),
        ("Good", GRADES, "Good is not a level of this measure", "Write one of: weak, adequate,"),
        ("31/12/2024", "date", "31/12/2024 is not a date", "Write a date that exists"),
        ("2024-02-30", "date", "2024-02-30 is not a date", "Write a date that exists"),
    ],
)
def test_a_figure_that_its_unit_does_not_know_says_what_to_write(
    typed: str, unit: str, message: str, fix: str
) -> None:
    with pytest.raises(FigureError, match=message) as raised:
        figure(typed, unit)
    assert raised.value.fix.startswith(fix)


@given(st.dates())
def test_a_date_is_read_and_written_the_same_way(day: object) -> None:
    assert word(figure(str(day), "date"), "date") == str(day)


@given(st.sampled_from(levels(GRADES)))
def test_a_level_is_read_and_written_the_same_way(level: str) -> None:
    assert word(figure(level, GRADES), GRADES) == level


def test_dates_and_levels_are_never_out_of_proportion_nor_lowered() -> None:
    """A later year's date is no easier target, and a level has no tenth of it."""
    low = worded("weak", "very good", GRADES, HIGHER)
    assert how_unusual(low.periods[0], low) is None
    days = worded("2024-06-30", "2024-06-30", "date", LOWER)
    assert list(new_targets(days)) == []


@pytest.mark.parametrize(
    ("unit", "direction", "figures", "word", "sentence"),
    [
        (
            *(GRADES, HIGHER, ("adequate", "good"), TrendWord.IMPROVING),
            "good in 2024-25 Q2, up from adequate in 2024-25 Q1.",
        ),
        (
            *(GRADES, LOWER, ("adequate", "good"), TrendWord.DECLINING),
            "good in 2024-25 Q2, up from adequate in 2024-25 Q1.",
        ),
        (
            *(GRADES, HIGHER, ("good", "good"), TrendWord.NO_CHANGE),
            "good in 2024-25 Q2, the same as good in 2024-25 Q1.",
        ),
        (
            *("date", LOWER, ("2024-06-30", "2024-09-30"), TrendWord.CANNOT_SAY),
            "A date is held against the target of its own year, not against other dates.",
        ),
    ],
)
def test_levels_have_an_order_and_no_mean_r81(
    unit: str, direction: Direction, figures: tuple[str, str], word: TrendWord, sentence: str
) -> None:
    labels = ("2024-25 Q1", "2024-25 Q2")
    entries = [
        entry(figure(one, unit), None, label) for one, label in zip(figures, labels, strict=True)
    ]
    item = replace(measure(*entries, direction=direction, unit=unit), tolerance=None)
    found = trend(item, council(), date(2024, 12, 31))
    assert found.short.word is word
    assert trend_sentence(item, found.short) == sentence
    assert found.long.word is TrendWord.CANNOT_SAY
