"""Breakdowns and comparisons: beside a measure's own figures, and never where these are withheld."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.model.breakdown import Breakdown, Group
from generator.model.catalogue import make_catalogue
from generator.model.words import Status
from generator.pages.breakdowns import breakdown_parts
from generator.pages.compared import Series, _is_near, _is_shown_by
from generator.rules.rated import rate_measure
from generator.rules.released import as_released
from tests.pages.test_review_pages import build_of

FILES = build_of().files
SATISFACTION = FILES.measure["parks-satisfaction"]


def given(*values: int | None) -> tuple[Decimal | None, ...]:
    """Figures of a series."""
    return tuple(None if value is None else Decimal(value) for value in values)


def labels_of(breakdowns: tuple[Breakdown, ...]) -> set[str]:
    """Every period for which a group has a figure."""
    return {label for one in breakdowns for group in one.groups for label in group.values}


def test_a_breakdown_is_a_table_newest_first_with_the_measures_own_figure_last() -> None:
    sex, deprivation = breakdown_parts(rate_measure(SATISFACTION, FILES.council, date(2025, 3, 31)))
    assert [column.text for column in sex.table.columns] == ["Period", "Women", "Men", "All"]
    assert [[cell.text for cell in row.cells] for row in sex.table.rows] == [
        ["2024", "65.9%", "70.4%", "68.1%"],
        ["2022", "64.1%", "68.8%", "66.4%"],
        ["2018", "70.2%", "71.9%", "71.0%"],
    ]
    assert [line.spark.name for line in deprivation.lines] == [
        "Most deprived fifth: from 55.0% in 2022 to 58.7% in 2024",
        "The rest: from 69.3% in 2022 to 70.5% in 2024",
    ]


def test_groups_wait_with_the_figure_of_their_measure() -> None:
    """The figure of 2024 is released on 5 March 2025 (R151)."""
    files = make_catalogue(council=FILES.council, plan=FILES.plan, measures=(SATISFACTION,))
    before = as_released(files, date(2025, 3, 4)).measures[0]
    after = as_released(files, date(2025, 3, 5)).measures[0]
    assert labels_of(before.breakdowns) == {"2018", "2022"}
    assert labels_of(after.breakdowns) == {"2018", "2022", "2024"}


def test_groups_of_a_suppressed_period_are_never_shown() -> None:
    """Even where the check was told to let them pass (R152)."""
    last = SATISFACTION.periods[-1]._replace(state=Status.SUPPRESSED, value=None, inputs=None)
    hidden = replace(SATISFACTION, periods=(*SATISFACTION.periods[:-1], last))
    files = make_catalogue(council=FILES.council, plan=FILES.plan, measures=(hidden,))
    shown = as_released(files, date(2025, 6, 1)).measures[0]
    assert labels_of(shown.breakdowns) == {"2018", "2022"}


def test_a_group_with_one_figure_has_no_line() -> None:
    one = Breakdown(id="x", title="X", groups=(Group(name="A", values={"2024": Decimal(60)}),))
    item = rate_measure(replace(SATISFACTION, breakdowns=(one,)), FILES.council, date(2025, 3, 31))
    (part,) = breakdown_parts(item)
    assert part.lines == ()
    assert len(part.table.rows) == 1


@pytest.mark.parametrize(
    ("result", "other", "near"),
    [
        # The span of 24 to 31 is 31, its greatest size: others may lie from -7 to 62.
        ((24, 31), (38, 44), True),
        ((24, 31), (24, 63), False),
        ((94, 300), (485, 1187), False),
        # The span of -5 to 5 is 10, its range: from -15 to 15.
        ((-5, 5), (-15, 15), True),
        ((-5, 5), (16, None), False),
        ((0, 0), (0, 0), True),
    ],
)
def test_a_comparison_is_drawn_where_it_lies_within_one_span_of_the_result(
    result: tuple[int, int], other: tuple[int, int | None], near: bool
) -> None:
    assert _is_near(Series("", "", given(*other)), Series("value", "", given(*result))) is near


def test_a_comparison_that_is_the_target_line_already_is_not_drawn_twice() -> None:
    line = Series("comparison", "Scotland", given(40, None, 42))
    assert _is_shown_by(Series("", "Scotland", given(40, 41, 42)), line)
    assert not _is_shown_by(Series("", "Family group", given(40, 41, 43)), line)
    assert not _is_shown_by(Series("", "Later", given(None, 41, None)), line)
