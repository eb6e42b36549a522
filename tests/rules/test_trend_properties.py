"""What holds of every trend, whatever the figures (R81)."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.model.words import Basis, Direction, Movement, TrendWord
from generator.rules.trend import trend
from generator.rules.trend_sentence import trend_sentence
from tests.helpers import AS_OF, council, measure
from tests.rules.test_rating_properties import BASES, DIRECTIONS, UNITS, typed_numbers
from tests.rules.test_trend import quarters, short, told, trend_of

FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, places=3)
MIRRORED = {
    TrendWord.IMPROVING: TrendWord.DECLINING,
    TrendWord.DECLINING: TrendWord.IMPROVING,
    TrendWord.NO_CHANGE: TrendWord.NO_CHANGE,
}


@given(st.lists(FIGURES, min_size=4, max_size=6), BASES)
def test_mirroring_the_direction_swaps_improving_and_declining(
    values: list[Decimal], basis: Basis
) -> None:
    for name in ("short", "long"):
        high, low = (
            getattr(trend_of(measure(*quarters(*values), direction=way, basis=basis)), name)
            for way in (Direction.HIGHER, Direction.LOWER)
        )
        assert MIRRORED[high.word] is low.word
        assert high.movement is low.movement


@given(FIGURES, DIRECTIONS, BASES)
def test_equal_figures_are_never_material(
    value: Decimal, direction: Direction, basis: Basis
) -> None:
    item = measure(
        *quarters(value, value, value, value, target=7), direction=direction, basis=basis
    )
    for compared in (trend_of(item).short, trend_of(item).long):
        assert (compared.word, compared.movement) == (TrendWord.NO_CHANGE, Movement.LEVEL)


@given(st.lists(FIGURES, min_size=4, max_size=4), st.decimals("0.001", 1000, places=3), DIRECTIONS)
def test_scaling_every_figure_changes_nothing_under_the_default_band(
    values: list[Decimal], times: Decimal, direction: Direction
) -> None:
    first = trend_of(measure(*quarters(*values, target=7), direction=direction))
    scaled = [value * times for value in values]
    second = trend_of(measure(*quarters(*scaled, target=7 * times), direction=direction))
    for one, other in ((first.short, second.short), (first.long, second.long)):
        assert (one.word, one.movement) == (other.word, other.movement)


@given(
    st.lists(st.one_of(st.none(), typed_numbers()), max_size=6),
    st.one_of(st.none(), typed_numbers()),
    DIRECTIONS,
    BASES,
    st.sampled_from(UNITS),
)
def test_any_figures_have_a_word_and_a_sentence(
    values: list[Decimal | None],
    target: Decimal | None,
    direction: Direction,
    basis: Basis,
    unit: str,
) -> None:
    entries = quarters(*values, target=target) if values else []
    item = measure(*entries, direction=direction, unit=unit, basis=basis)
    for compared in trend(item, council(), AS_OF):
        assert compared is not None
        sentence = trend_sentence(item, compared)
        assert sentence.endswith(".")
        assert "E+" not in sentence
        assert (compared.movement is None) is (compared.word is TrendWord.CANNOT_SAY)


@given(FIGURES, FIGURES, DIRECTIONS)
def test_the_sentence_says_only_where_the_change_is_not_material(
    before: Decimal, after: Decimal, direction: Direction
) -> None:
    item = measure(*quarters(before, after, target=7), direction=direction)
    compared = short(item)
    if compared.movement is not Movement.LEVEL:
        said_only = "Only" in told(item, compared)
        assert said_only is (compared.word is TrendWord.NO_CHANGE)
