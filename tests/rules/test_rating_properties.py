"""What holds of every rating, whatever the figures."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.model.measure import Range
from generator.model.words import COLOURS, Basis, Direction, Status
from tests.helpers import assessment, entry, measure, rating, rating_of, reported, sentence_of, span

ONE_SIDED = (Direction.HIGHER, Direction.LOWER)
UNITS = ("percent", "percentage-points", "pounds", "pounds per person", "days", "")
DIRECTIONS = st.sampled_from(Direction)
BASES = st.sampled_from(Basis)
PLAIN = st.decimals(min_value=-(10**9), max_value=10**9, places=3)


@st.composite
def typed_numbers(draw: st.DrawFn) -> Decimal:
    """Any number that a file may hold: at most 24 characters, without an exponent."""
    sign = draw(st.sampled_from(("", "-")))
    digits = draw(st.text("0123456789", min_size=1, max_size=23))
    point = draw(st.integers(0, len(digits)))
    whole, decimals = digits[:point], digits[point:]
    text = f"{sign}{whole or '0'}" + (f".{decimals}" if decimals else "")
    return Decimal(text[:24].rstrip("."))


def targets() -> st.SearchStrategy[Decimal | Range]:
    """A number or a range of any two numbers."""
    ranges = st.tuples(typed_numbers(), typed_numbers()).map(lambda ends: span(*sorted(ends)))
    return st.one_of(typed_numbers(), ranges)


def badness(status: Status) -> int:
    """How bad a colour is: 0 for green, 2 for red."""
    return len(COLOURS) - 1 - COLOURS.index(status)


@given(typed_numbers(), targets(), DIRECTIONS, BASES)
def test_any_figures_have_a_status(
    value: Decimal, target: Decimal | Range, direction: Direction, basis: Basis
) -> None:
    rated = rating(value, target, direction, basis)
    shown = (*COLOURS, Status.NOT_RATED, Status.DATA_ONLY)
    assert rated.status in shown
    assert (rated.outwith is not None) is rated.status.is_colour


@given(typed_numbers(), targets(), DIRECTIONS, BASES, st.sampled_from(UNITS))
def test_any_figures_have_a_sentence_that_names_the_status(
    value: Decimal, target: Decimal | Range, direction: Direction, basis: Basis, unit: str
) -> None:
    item = measure(entry(value, target), direction=direction, basis=basis, unit=unit)
    status, told = rating_of(item).status, sentence_of(item)
    named = {Status.NOT_RATED: "not rated", Status.DATA_ONLY: "no rating"}.get(status, str(status))
    assert named in told
    assert told.endswith(".")
    assert "E+" not in told


@given(PLAIN, PLAIN, PLAIN.map(abs), st.sampled_from(ONE_SIDED), BASES)
def test_a_better_value_never_has_a_worse_colour(
    value: Decimal, target: Decimal, more: Decimal, direction: Direction, basis: Basis
) -> None:
    better = value + more if direction is Direction.HIGHER else value - more
    before = rating(value, target, direction, basis).status
    after = rating(better, target, direction, basis).status
    if before.is_colour:
        assert badness(after) <= badness(before)


@given(PLAIN, PLAIN, st.decimals(0, 1, places=3), BASES)
def test_a_value_nearer_to_the_plan_never_has_a_worse_colour(
    value: Decimal, target: Decimal, part: Decimal, basis: Basis
) -> None:
    nearer = target + (value - target) * part
    before = rating(value, target, Direction.PLAN, basis).status
    after = rating(nearer, target, Direction.PLAN, basis).status
    if before.is_colour:
        assert badness(after) <= badness(before)


@given(PLAIN, PLAIN, BASES)
def test_lower_is_better_mirrors_higher_is_better(
    value: Decimal, target: Decimal, basis: Basis
) -> None:
    high = rating(value, target, Direction.HIGHER, basis)
    low = rating(-value, -target, Direction.LOWER, basis)
    about = rating(2 * target - value, target, Direction.LOWER, basis)
    assert (high.outwith, high.status) == (low.outwith, low.status)
    assert (high.outwith, high.status) == (about.outwith, about.status)


@given(PLAIN, PLAIN, BASES)
def test_a_plan_is_the_worse_of_the_two_directions(
    value: Decimal, target: Decimal, basis: Basis
) -> None:
    plan = rating(value, target, Direction.PLAN, basis)
    sides = [rating(value, target, direction, basis).outwith for direction in ONE_SIDED]
    known = [side for side in sides if side is not None]
    assert plan.outwith is None or plan.outwith == max(known)


@given(PLAIN, PLAIN, st.integers(-6, 6), DIRECTIONS)
def test_the_scale_of_the_figures_changes_nothing_under_relative(
    value: Decimal, target: Decimal, power: int, direction: Direction
) -> None:
    before = rating(value, target, direction)
    after = rating(value.scaleb(power), target.scaleb(power), direction)
    assert (before.outwith, before.status) == (after.outwith, after.status)


@given(PLAIN, PLAIN, st.integers(0, 6), BASES, DIRECTIONS)
def test_trailing_zeros_change_nothing(
    value: Decimal, target: Decimal, zeros: int, basis: Basis, direction: Direction
) -> None:
    longer = value + Decimal(0).scaleb(-3 - zeros)
    before = rating(value, target, direction, basis)
    after = rating(longer, target, direction, basis)
    assert (before.outwith, before.status) == (after.outwith, after.status)


@given(
    st.none() | targets(),
    DIRECTIONS,
    BASES,
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.sampled_from(COLOURS),
    st.booleans(),
)
def test_a_missing_figure_is_never_a_colour(
    target: Decimal | Range | None,
    direction: Direction,
    basis: Basis,
    as_of: date,
    said: Status,
    judged: bool,
) -> None:
    missing = entry(None, target)._replace(
        status=reported(said),
        assessment=assessment(said) if judged else None,
    )
    rated = rating_of(measure(missing, direction=direction, basis=basis), as_of)
    assert rated.status in (Status.OVERDUE, Status.NOT_YET_DUE)


@given(PLAIN, PLAIN, st.sampled_from(COLOURS), st.booleans())
def test_what_is_shown_is_the_computed_or_the_reported_status(
    value: Decimal, target: Decimal, said: Status, approved: bool
) -> None:
    given_entry = entry(value, target)._replace(status=reported(said, approved=approved))
    rated = rating_of(measure(given_entry))
    stands = approved and rated.computed.is_colour
    assert rated.status is (said if stands else rated.computed)
