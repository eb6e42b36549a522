"""The markers beside a status (requirements 2.4): each from one fact, none changes a colour."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.formula import parse_formula
from generator.model.measure import Calculation, Measure, PeriodEntry, ReportedStatus
from generator.model.words import Basis, Direction, Flag, Status
from tests.helpers import (
    CHECKED,
    Number,
    comparison,
    entry,
    measure,
    own_bands,
    rating_of,
    reported,
    sentence_of,
    span,
)


def flags_of(item: Measure) -> tuple[Flag, ...]:
    """The flags of the latest period, apart from the second check."""
    return tuple(flag for flag in rating_of(item).flags if flag is not Flag.UNCHECKED)


@pytest.mark.parametrize(
    ("low", "high", "spans"),
    [
        ("89", "93", False),  # all of it under the target of 95
        ("89", "95", True),  # its end is the target
        ("89", "99", True),
        ("95", "99", True),
        ("96", "99", False),
    ],
)
def test_an_interval_that_holds_the_target_is_flagged_and_told(
    low: str, high: str, spans: bool
) -> None:
    given = entry(91, 95)._replace(interval=span(low, high))
    assert (Flag.INDISTINCT in flags_of(measure(given))) is spans
    told = f"Its interval of {low}% to {high}% holds the target: chance alone could explain the"
    assert (told in sentence_of(measure(given))) is spans
    assert rating_of(measure(given)).status is Status.AMBER


@pytest.mark.parametrize(
    ("low", "high", "spans"),
    [("25", "28", False), ("28", "30", True), ("29.5", "30.5", False), ("20", "40", True)],
)
def test_an_interval_beside_a_range_is_flagged_where_it_holds_an_end(
    low: str, high: str, spans: bool
) -> None:
    given = entry(28, span(29, 31))._replace(interval=span(low, high))
    assert (Flag.INDISTINCT in flags_of(measure(given, direction=Direction.RANGE))) is spans


def share(of: Number, formula: str = "done / due * 100") -> Measure:
    """A percentage with `of` cases."""
    inputs = {"done": Decimal(1), "due": Decimal(of)}
    given = entry(91, 95)._replace(inputs=inputs)
    calculation = Calculation(procedure="p", source="s", formula=parse_formula(formula))
    return replace(measure(given), calculation=calculation)


def count(
    value: int,
    target: int,
    *,
    unit: str = "complaints",
    aggregation: str = "sum",
    basis: Basis = Basis.RELATIVE,
) -> Measure:
    """A count of which fewer are better."""
    item = measure(entry(value, target), direction=Direction.LOWER, unit=unit, basis=basis)
    return replace(
        item, calculation=Calculation(procedure="p", source="s", aggregation=aggregation)
    )


@pytest.mark.parametrize(
    ("item", "small"),
    [
        (share(19), True),  # one case is 100/19 = 5.26 points
        (share(20), False),  # one case is 5 points
        (share(-3), True),
        (share(0), True),
        (share(19, "due / 100 + done"), False),  # nothing is divided by a count
        (share(1000, "done / (due - 990) * 100"), False),  # only inputs themselves are looked at
        # A count: one more or less than 19 is 5.26%.
        (count(21, 19), True),
        (count(21, 20), False),
        (count(3, 2, unit="pounds"), False),
        # Days waited do not add up over periods: they count no cases.
        (count(3, 2, unit="days", aggregation="mean"), False),
        # In points one more is one point, whatever the target.
        (count(3, 2, basis=Basis.POINTS), False),
    ],
)
def test_a_small_number_is_flagged(item: Measure, small: bool) -> None:
    whole = replace(item, decimals=0)
    assert (Flag.SMALL_NUMBER in flags_of(whole)) is small
    assert ("The numbers are small" in sentence_of(whole)) is small


def test_a_measure_that_no_team_agreed_is_marked_r36() -> None:
    assert flags_of(replace(measure(entry(91, 95)), agreed=None)) == (Flag.NOT_AGREED,)
    compared = replace(measure(entry(91, 95)), agreed=None, target_basis=comparison())
    assert flags_of(compared) == (Flag.COMPARISON,)
    assert flags_of(replace(measure(entry(91, None)), agreed=None)) == ()


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        (reported(Status.GREEN), Flag.OVERRIDDEN),
        (reported(Status.GREEN, expires="2025-03-30"), Flag.EXPIRED),
        (reported(Status.AMBER, expires="2025-03-30"), None),  # as computed: nothing was overridden
    ],
)
def test_an_override_is_marked_while_it_counts_and_after(
    said: ReportedStatus, flag: Flag | None
) -> None:
    given: PeriodEntry = entry(91, 95)._replace(status=said, checked=CHECKED)
    assert flags_of(measure(given)) == ((flag,) if flag else ())


def test_no_flag_changes_a_colour() -> None:
    plain = entry(91, 95)
    marked = plain._replace(
        provisional=True, estimated=True, interval=span(80, 99), status=reported(Status.AMBER)
    )
    own = own_bands("2.49", "4.99", "2024-04-01")
    for item in (measure(plain), measure(marked), replace(measure(marked), tolerance=own)):
        assert rating_of(item).status is Status.AMBER
