"""Years made up of months and quarters, running totals and forecasts: R76, requirements 2.3."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.model.formula import parse_formula
from generator.model.measure import Calculation, Forecast, Measure, PeriodEntry, Profiled
from generator.model.settings import Tolerance
from generator.model.words import Basis, Direction, Frequency, Status
from generator.rules.rated import RatedMeasure
from tests.helpers import Number, entry, measure, rated_measure, sentence_of

QUARTERS = ("2024-25 Q1", "2024-25 Q2", "2024-25 Q3", "2024-25 Q4")


def yearly(
    rule: str,
    *figures: tuple[Number | None, Number | None],
    unit: str = "trees",
    direction: Direction = Direction.HIGHER,
    cumulative: bool = False,
) -> RatedMeasure:
    """A measure with a value and a target for each quarter of 2024-25, oldest first."""
    entries = [
        entry(value, target, label)
        for label, (value, target) in zip(QUARTERS, figures, strict=False)
    ]
    calculation = Calculation(procedure="p", source="s", aggregation=rule, cumulative=cumulative)
    item = replace(
        measure(*entries, unit=unit, direction=direction), calculation=calculation, decimals=0
    )
    return on_time(item)


def on_time(item: Measure) -> RatedMeasure:
    """A measure on a day when the figure of its last period is there and no other is due."""
    return rated_measure(item, item.periods[-1].period.last + timedelta(days=30))


@pytest.mark.parametrize(
    ("rule", "value", "target", "status", "sentence"),
    [
        # Values 90, 110, 80, 100 against targets 100, 100, 90, 100.
        (
            "sum",  # 380 against 390: 10/390 = 2.564%
            *("380", "390", Status.AMBER),
            (
                "380 trees is 2.56% outwith the target of 390 trees: amber (2.5% to 4.99%). "
                "(4 of 4 quarters, added up.)"
            ),
        ),
        (
            "mean",  # 95 against 97.5, which is 98 to no decimals: 3/98 = 3.06%
            *("95", "98", Status.AMBER),
            (
                "95 trees is 3.06% outwith the target of 98 trees: amber (2.5% to 4.99%). "
                "(4 of 4 quarters, their mean.)"
            ),
        ),
        (
            "last",
            *("100", "100", Status.GREEN),
            "100 trees meets the target of 100 trees: green. (4 of 4 quarters, the latest.)",
        ),
        (
            "max",  # targets differ, so that the largest figure has none
            *("110", None, Status.NO_TARGET),
            "110 trees. No target is set, so it is not rated. (4 of 4 quarters, the largest.)",
        ),
    ],
)
def test_a_year_is_made_up_by_the_declared_rule(
    rule: str, value: str, target: str | None, status: Status, sentence: str
) -> None:
    (year,) = yearly(rule, (90, 100), (110, 100), (80, 90), (100, 100)).years
    assert (year.figure.label, year.figure.is_whole) == ("2024-25", True)
    assert year.figure.entry.value == Decimal(value)
    assert year.figure.entry.target == (None if target is None else Decimal(target))
    assert (year.status, year.sentence) == (status, sentence)


def test_the_largest_figure_has_the_target_that_all_periods_share() -> None:
    (year,) = yearly("max", (19, 20), (23, 20), (20, 20), direction=Direction.LOWER).years
    assert (year.figure.entry.value, year.figure.entry.target) == (Decimal(23), Decimal(20))
    assert year.status is Status.RED  # 3 over 20 is 15%


def shares(*quarters: tuple[int, int] | None) -> RatedMeasure:
    """A percentage from a part and a whole in each quarter; None for a quarter without a figure."""
    entries = []
    for label, pair in zip(QUARTERS, quarters, strict=False):
        if pair is None:
            entries.append(entry(None, 95, label))
            continue
        part, whole = map(Decimal, pair)
        inputs = {"part": part, "whole": whole}
        entries.append(entry(round(part / whole * 100, 1), 95, label, inputs=inputs))
    calculation = Calculation(
        procedure="p",
        source="s",
        formula=parse_formula("part / whole * 100"),
        aggregation="ratio-of-sums",
    )
    return on_time(replace(measure(*entries), calculation=calculation))


def test_a_share_of_the_year_is_a_ratio_of_sums_and_never_a_mean_of_ratios() -> None:
    # 10 of 10 is 100% and 10 of 90 is 11.1%: their mean is 55.6%, but 20 of 100 is 20%.
    (year,) = shares((10, 10), (10, 90)).years
    assert year.figure.entry.value == Decimal("20.0")
    assert year.sentence.endswith("(2 of 4 quarters, inputs added up, then divided once.)")
    assert not year.figure.is_whole


def test_a_missing_period_blocks_the_year_and_never_shrinks_it() -> None:
    (year,) = shares((10, 10), None, (10, 90)).years
    assert (year.status, year.figure.entry.value) == (None, None)
    assert year.sentence == "Cannot be worked out: there is no figure for 2024-25 Q2."


def test_a_year_that_figures_begin_within_is_not_made_up() -> None:
    given = [entry(90, 100, "2023-24 Q3"), entry(90, 100, "2023-24 Q4"), entry(95, 100)]
    calculation = Calculation(procedure="p", source="s", aggregation="sum")
    item = replace(measure(*given, unit="trees"), calculation=calculation)
    first, second = rated_measure(item, date(2024, 8, 1)).years
    assert first.sentence == (
        "Cannot be worked out: figures begin with 2023-24 Q3, within the year."
    )
    assert second.figure.entry.value == Decimal(95)


def test_a_period_that_is_not_yet_due_is_not_missing() -> None:
    item = yearly("sum", (90, 100), (110, 100)).measure
    running = replace(item, periods=(*item.periods, entry(None, 100, "2024-25 Q3")))
    (year,) = rated_measure(running, date(2024, 12, 31)).years
    assert year.figure.entry.value == Decimal(200)
    (late,) = rated_measure(running, date(2025, 3, 31)).years
    assert late.figure.why_not == "there is no figure for 2024-25 Q3"


def test_a_year_of_months_begins_in_the_month_that_the_council_says() -> None:
    months = [f"2024-{month:02}" for month in range(1, 8)]
    given = [entry(1, 1, label, Frequency.MONTHLY) for label in months]
    calculation = Calculation(procedure="p", source="s", aggregation="sum")
    item = replace(
        measure(*given, unit="trees", frequency=Frequency.MONTHLY),
        calculation=calculation,
        decimals=0,
    )
    before, after = rated_measure(item, date(2024, 8, 1)).years
    assert before.figure.why_not == "figures begin with January 2024, within the year"
    assert (after.figure.label, after.figure.entry.value) == ("2024-25", Decimal(4))
    assert (after.figure.periods, after.figure.of) == (4, 12)


@pytest.mark.parametrize("frequency", [Frequency.FINANCIAL_YEAR, Frequency.CALENDAR_YEAR])
def test_figures_of_a_year_are_not_made_up_again(frequency: Frequency) -> None:
    label = "2024-25" if frequency is Frequency.FINANCIAL_YEAR else "2024"
    calculation = Calculation(procedure="p", source="s", aggregation="sum")
    item = measure(entry(1, 1, label, frequency), frequency=frequency)
    assert on_time(replace(item, calculation=calculation)).years == ()


def test_the_latest_figure_of_a_year_needs_no_other() -> None:
    given = (entry(None, 30, "2023-24 Q3"), entry(81, 80, "2023-24 Q4"))
    calculation = Calculation(procedure="p", source="s", cumulative=True)
    (year,) = on_time(replace(measure(*given, unit="trees"), calculation=calculation)).years
    assert (year.figure.entry.value, year.figure.is_whole) == (Decimal(81), True)
    assert year.sentence.endswith("(4 of 4 quarters, the latest.)")


def test_a_running_total_is_its_own_latest_figure() -> None:
    (year,) = yearly("last", (30, 30), (55, 60), cumulative=True).years
    assert (year.figure.entry.value, year.figure.entry.target) == (Decimal(55), Decimal(60))


def profiled(value: Number, target: Number, share: str) -> PeriodEntry:
    """A running total at the end of a quarter, with its part of the year's 121 inspections."""
    return entry(value, target)._replace(profiled=Profiled(Decimal(121), Decimal(share)))


def test_a_running_total_is_rated_on_its_part_of_the_year_r76() -> None:
    # 30 of 30.25 is 0.83% short; against the year's 121 it would be 75% short, and red.
    item = replace(measure(profiled("30", "30.25", "25"), unit="inspections"), decimals=2)
    assert sentence_of(item) == (
        "30 inspections is 0.83% outwith the target of 30.25 inspections (25% of 121 inspections "
        "for the year): green (no more than 2.49%)."
    )


def forecasting(given: PeriodEntry, value: Number, target: Number | None = None) -> Measure:
    """A measure whose latest period says what the year will bring."""
    forecast = Forecast(
        value=Decimal(value),
        target=None if target is None else Decimal(target),
        by="manager",
        on=date(2024, 7, 22),
        basis="Two assessors start in September.",
    )
    return measure(given._replace(forecast=forecast))


@pytest.mark.parametrize(
    ("item", "status", "target"),
    [
        # 94 against 95 is 1.05% short; the target is the period's own, the stated, or the year's.
        (forecasting(entry(80, 95), 94), Status.GREEN, "95"),
        (forecasting(entry(80, 95), 94, 98), Status.AMBER, "98"),  # 4 under 98 is 4.08%
        (forecasting(profiled(30, 31, "25"), 115), Status.AMBER, "121"),  # 6 under 121 is 4.96%
    ],
)
def test_a_forecast_has_a_status_of_its_own_r76(item: Measure, status: Status, target: str) -> None:
    """And never hides the status now: members objected when a green forecast hid amber."""
    (one,) = on_time(item).entries
    assert one.forecast
    assert (one.forecast.rating.status, one.forecast.entry.target) == (status, Decimal(target))
    assert one.status is not one.forecast.rating.status or one.rating.outwith
    assert one.forecast.sentence.endswith("Two assessors start in September.")


def test_a_forecast_changes_nothing_about_the_present() -> None:
    with_forecast, without = forecasting(entry(80, 95), 99), measure(entry(80, 95))
    now, then = (rated_measure(item).entries[0] for item in (with_forecast, without))
    assert (now.rating, now.sentence) == (then.rating, then.sentence)


def test_points_count_in_years_too() -> None:
    item = yearly("last", (90, 100), unit="percent").measure
    pointed = replace(item, tolerance=Tolerance(basis=Basis.POINTS))
    (year,) = on_time(pointed).years
    assert year.status is Status.RED  # 10 points
