"""The edges of the amber band are the values whose distance from the target is the bands' own."""

from decimal import Decimal

import pytest

from generator.model.measure import Range
from generator.model.words import Basis, Direction
from generator.rules.bands import Limits
from generator.rules.deviation import outwith
from generator.rules.edges import edges
from tests.helpers import entry, measure, number, span

LIMITS = Limits(Decimal("2.49"), Decimal("4.99"))


@pytest.mark.parametrize(
    ("target", "direction", "basis", "expected"),
    [
        # 2.49% of 200 is 4.98, and 4.99% of it is 9.98.
        (200, Direction.HIGHER, Basis.RELATIVE, [("195.02", "190.02")]),
        (200, Direction.LOWER, Basis.RELATIVE, [("204.98", "209.98")]),
        (200, Direction.PLAN, Basis.RELATIVE, [("195.02", "190.02"), ("204.98", "209.98")]),
        (200, Direction.HIGHER, Basis.POINTS, [("197.51", "195.01")]),
        # Of minus 200, worse is further down: the percentage is of 200.
        (-200, Direction.HIGHER, Basis.RELATIVE, [("-204.98", "-209.98")]),
        (0, Direction.LOWER, Basis.RELATIVE, []),
        (0, Direction.LOWER, Basis.POINTS, [("2.49", "4.99")]),
        # Below 100, of 100; above 200, of 200.
        (span(100, 200), Direction.RANGE, Basis.RELATIVE, [("97.51", "95.01"), ("204.98", "209.98")]),
        # An end of zero: of the width of the range, which is 50.
        (span(0, 50), Direction.RANGE, Basis.RELATIVE, [("-1.245", "-2.495"), ("51.245", "52.495")]),
    ],
)  # fmt: skip
def test_the_band_begins_and_ends_at_the_distances_of_the_bands(
    target: int | Range, direction: Direction, basis: Basis, expected: list[tuple[str, str]]
) -> None:
    item = measure(entry(1, target), direction=direction, basis=basis)
    held = item.periods[0].target
    assert held is not None
    found = edges(item, held, LIMITS)
    assert [tuple(one) for one in found] == [(number(a), number(b)) for a, b in expected]
    for green, amber in found:
        assert outwith(green, held, direction, basis) == LIMITS.green_up_to
        assert outwith(amber, held, direction, basis) == LIMITS.amber_up_to
