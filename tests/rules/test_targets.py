"""New targets beside what was achieved: R9, R10, R11, with the sums in the comments."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.model.council import TargetWindow
from generator.model.measure import Measure, PeriodEntry, Range, TargetChange
from generator.model.people import Agreement
from generator.model.period import parse_period
from generator.model.settings import TrendSettings
from generator.model.words import Direction, Frequency
from generator.rules.targets import (
    NewTarget,
    Stretch,
    is_worse,
    new_targets,
    settled_on,
    targets_year,
)
from tests.helpers import Number, comparison, council, entry, measure, span

HIGHER, LOWER, RANGE, PLAN = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.PLAN
YEAR = Frequency.FINANCIAL_YEAR


def years(*figures: tuple[Number | Range | None, Number | None]) -> list[PeriodEntry]:
    """Yearly entries with these targets and values, the last of them for 2024-25."""
    labels = [f"20{y}-{y + 1}" for y in range(25 - len(figures), 25)]
    return [
        entry(value, target, label, YEAR)
        for (target, value), label in zip(figures, labels, strict=True)
    ]


def newest(*entries: PeriodEntry, direction: Direction = HIGHER) -> NewTarget:
    """The newest new target of a yearly measure."""
    return list(new_targets(measure(*entries, direction=direction, frequency=YEAR)))[-1]


@pytest.mark.parametrize(
    ("target", "direction", "lowered", "below", "stretch"),
    [
        # Before: target 95, last result 92, best of three years 94 (in 2022-23).
        (96, HIGHER, False, False, Stretch.BEYOND_BEST),
        (95, HIGHER, False, False, Stretch.BEYOND_BEST),
        (94, HIGHER, True, False, Stretch.BEYOND_LAST),
        (93, HIGHER, True, True, Stretch.BEYOND_LAST),
        (92, HIGHER, True, True, Stretch.NONE),
        (91, HIGHER, True, True, Stretch.NONE),
        # Lower is better: last result 92, best of three years 90.
        (89, LOWER, False, False, Stretch.BEYOND_BEST),
        (90, LOWER, False, False, Stretch.BEYOND_LAST),
        (91, LOWER, False, True, Stretch.BEYOND_LAST),
        (96, LOWER, True, True, Stretch.NONE),
        # On plan is best: no plan asks for more or less.
        (50, PLAN, False, False, Stretch.UNKNOWN),
    ],
)
def test_a_new_target_stands_beside_the_last_result_and_the_best_of_three_years(
    target: Number, direction: Direction, lowered: bool, below: bool, stretch: Stretch
) -> None:
    """R9, R10: 99 and 50 in 2020-21 are four years back, and no longer count."""
    fourth = 99 if direction is HIGHER else 50
    new = newest(
        *years((95, fourth), (95, 90), (95, 94), (95, 92), (target, None)), direction=direction
    )
    assert (new.is_lowered, new.is_below_achieved, new.stretch) == (lowered, below, stretch)
    assert new.last is not None
    assert new.last.value == 92


def test_without_a_result_before_nothing_is_known_of_stretch() -> None:
    new = newest(*years((95, None)))
    assert (new.before, new.last, new.best, new.stretch) == (None, None, None, Stretch.UNKNOWN)


def test_an_older_result_is_still_the_last_but_no_best_of_three_years() -> None:
    """R9: every fifth year there is a figure."""
    entries = [entry(90, 95, "2019-20", YEAR), entry(None, 91, "2024-25", YEAR)]
    new = newest(*entries)
    assert (new.last, new.best, new.stretch) == (entries[0], None, Stretch.BEYOND_LAST)


@pytest.mark.parametrize(
    ("old", "new", "lowered"),
    [
        (span(29, 31), span(29, 31), False),
        (span(29, 31), span("29.5", "30.5"), False),
        (span(29, 31), span(28, 31), True),
        (span(29, 31), span(29, 32), True),
        # Moved: figures that missed the old range would meet this one.
        (span(29, 31), span(30, 32), True),
    ],
)
def test_a_range_that_reaches_further_out_is_lowered(old: Range, new: Range, lowered: bool) -> None:
    """R10: ranges widened count as lowered."""
    assert newest(*years((old, 30), (new, None)), direction=RANGE).is_lowered is lowered


def test_nothing_before_a_break_is_compared() -> None:
    """R10: another definition, another target."""
    first, second = years((95, 94), (90, None))
    new = newest(first, second._replace(break_="Withdrawn cases count from now on."))
    assert (new.before, new.last, new.is_lowered) == (None, None, False)


def test_a_comparison_is_no_target_that_anyone_set() -> None:
    item = measure(*years((95, 94), (90, None)), frequency=YEAR)
    assert list(new_targets(replace(item, target_basis=comparison()))) == []


def _quarterly(*targets: Number, seasonal: bool = False) -> Measure:
    labels = [f"20{y}-{y + 1} Q{q}" for y in (23, 24) for q in range(1, 5)]
    entries = [entry(90, target, label) for target, label in zip(targets, labels, strict=False)]
    return replace(measure(*entries), trend=TrendSettings(seasonal=seasonal))


def test_a_target_is_new_at_the_start_of_a_year_and_where_it_changes() -> None:
    """R9: the first period of a financial year, or a changed target."""
    found = new_targets(_quarterly(95, 95, 95, 96, 96, 96))
    assert [new.entry.period.label for new in found] == [
        "2023-24 Q1",
        "2023-24 Q4",
        "2024-25 Q1",
    ]


def test_seasonal_targets_are_beside_those_of_the_same_quarter() -> None:
    """R10: 20, 40, 60, 80 and again 20 lowers nothing; 30 in place of 40 does."""
    found = {
        new.entry.period.label: new
        for new in new_targets(_quarterly(20, 40, 60, 80, 20, 30, seasonal=True))
    }
    assert found.keys() == {"2023-24 Q1", "2024-25 Q1", "2024-25 Q2"}
    assert not found["2024-25 Q1"].is_lowered
    assert found["2024-25 Q2"].is_lowered


def test_the_target_that_was_replaced_counts_as_the_one_before() -> None:
    """R11: 95 was raised to 97 and then taken back to 96."""
    first, second = years((95, 94), (96, None))
    change = TargetChange(
        from_=Decimal(97),
        reason="Fewer advisers.",
        agreed=Agreement(by="smt", on=date(2024, 5, 1), reference="item 1"),
    )
    assert not newest(first, second).is_lowered
    assert newest(first, second._replace(target_change=change)).is_lowered


def test_a_number_is_not_compared_with_a_range() -> None:
    assert not is_worse(Decimal(5), span(1, 2), HIGHER)
    assert not is_worse(None, Decimal(5), HIGHER)
    # Swapped ends are another rule's business.
    assert not is_worse(span(28, 32), span(31, 29), RANGE)


@pytest.mark.parametrize(
    ("label", "frequency", "starts", "first"),
    [
        ("2024-25", Frequency.FINANCIAL_YEAR, 4, "2024-04-01"),
        ("2024-25 Q4", Frequency.QUARTERLY, 4, "2024-04-01"),
        ("2025-03", Frequency.MONTHLY, 4, "2024-04-01"),
        ("2025-04", Frequency.MONTHLY, 4, "2025-04-01"),
        ("2025-03", Frequency.MONTHLY, 1, "2025-01-01"),
        # A run of years belongs to the year in which it ends.
        ("2021-24", Frequency.ROLLING_YEARS, 4, "2023-04-01"),
        # A calendar year and a school year are years of their own.
        ("2024", Frequency.CALENDAR_YEAR, 4, "2024-01-01"),
        ("2024/25", Frequency.SCHOOL_YEAR, 4, "2024-08-01"),
    ],
)
def test_the_targets_of_a_period_belong_to_a_year(
    label: str, frequency: Frequency, starts: int, first: str
) -> None:
    assert targets_year(parse_period(label, frequency, starts), starts) == date.fromisoformat(first)


def test_targets_are_settled_so_many_days_into_their_year() -> None:
    """R11: 90 days after 1 April 2024 is 30 June 2024; without the key no day is known."""
    period = parse_period("2024-25 Q3", Frequency.QUARTERLY)
    assert settled_on(period, council()) is None
    window = replace(council(), targets=TargetWindow(window_closes_after_days=90))
    assert settled_on(period, window) == date(2024, 6, 30)
