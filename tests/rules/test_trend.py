"""Trends in words (R81; requirements 2.8; decisions 0027 and 0028), with the sums in the comments."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.model.council import Council
from generator.model.measure import Calculation, Measure, PeriodEntry
from generator.model.settings import TrendSettings
from generator.model.words import Basis, Direction, Frequency, Movement, Status, TrendWord
from generator.rules.trend import Comparison, Trend, trend
from generator.rules.trend_sentence import trend_sentence
from tests.helpers import (
    AS_OF,
    Number,
    assessment,
    bands,
    council,
    entry,
    measure,
    own_bands,
    qualitative,
    rated_measure,
    span,
)

HIGHER, LOWER, NONE = Direction.HIGHER, Direction.LOWER, Direction.NONE
RANGE, PLAN = Direction.RANGE, Direction.PLAN
UP, DOWN, LEVEL = Movement.UP, Movement.DOWN, Movement.LEVEL
IMPROVING, DECLINING = TrendWord.IMPROVING, TrendWord.DECLINING
SAME, CANNOT = TrendWord.NO_CHANGE, TrendWord.CANNOT_SAY

QUARTERS = [f"20{y}-{y + 1} Q{q}" for y in range(20, 25) for q in range(1, 5)]
"""Twenty quarters, 2020-21 Q1 to 2024-25 Q4; the last ends on the day on which tests are set."""


def quarters(*values: Number | None, target: Number | None = None) -> list[PeriodEntry]:
    """Quarterly entries with these values, the last of them for 2024-25 Q4."""
    labels = QUARTERS[-len(values) :]
    return [entry(value, target, label) for value, label in zip(values, labels, strict=True)]


def trend_of(item: Measure, under: Council | None = None) -> Trend:
    """The trend of a measure on the day on which tests are set."""
    return trend(item, under or council(), AS_OF)


def short(item: Measure, under: Council | None = None) -> Comparison:
    """The latest figure beside the one before."""
    return trend_of(item, under).short


def told(item: Measure, compared: Comparison) -> str:
    """The sentence of a comparison."""
    return trend_sentence(item, compared)


def settled(item: Measure, **settings: object) -> Measure:
    """A measure that says how its trend is read."""
    return replace(item, trend=TrendSettings(**settings))  # type: ignore[arg-type] # a test's keywords


@pytest.mark.parametrize(
    ("before", "after", "direction", "word", "movement"),
    [
        # 5 of 90 is 5.56%, more than 2.49%.
        (90, 95, HIGHER, IMPROVING, UP),
        (95, 90, HIGHER, DECLINING, DOWN),
        # Down, and improving.
        (95, 90, LOWER, IMPROVING, DOWN),
        (90, 95, LOWER, DECLINING, UP),
        (90, 95, NONE, TrendWord.RISING, UP),
        (95, 90, NONE, TrendWord.FALLING, DOWN),
        # The green band of the manual: 2.494% is 2.49% and no change, 2.495% is 2.50% and one.
        ("100", "102.494", HIGHER, SAME, UP),
        ("100", "102.495", HIGHER, IMPROVING, UP),
        ("100", "97.506", HIGHER, SAME, DOWN),
        ("100", "97.505", HIGHER, DECLINING, DOWN),
        (90, 90, HIGHER, SAME, LEVEL),
        # Any change from zero is material; none is none.
        (0, "0.1", HIGHER, IMPROVING, UP),
        (0, "-0.1", HIGHER, DECLINING, DOWN),
        (0, 0, HIGHER, SAME, LEVEL),
        # From -10 to -9.8 is 2% of 10; to -9 is 10%.
        ("-10", "-9.8", LOWER, SAME, UP),
        ("-10", "-9", LOWER, DECLINING, UP),
    ],
)
def test_the_word_follows_from_both_figures_and_the_direction(
    before: Number, after: Number, direction: Direction, word: TrendWord, movement: Movement
) -> None:
    """R81: words first, direction-aware."""
    found = short(measure(*quarters(before, after), direction=direction))
    assert (found.word, found.movement) == (word, movement)


@pytest.mark.parametrize(
    ("before", "after", "material", "word"),
    [
        ("90", "91.4", "1.5", SAME),  # 1.4 of the unit
        ("90", "91.5", "1.5", IMPROVING),  # 1.5 is the least that counts
        ("90", "95", "6", SAME),  # 5.56%, which the bands would call material
    ],
)
def test_a_declared_material_change_stands_in_place_of_the_bands(
    before: str, after: str, material: str, word: TrendWord
) -> None:
    """R81: the materiality band of a measure, in its unit."""
    item = settled(measure(*quarters(before, after)), material=Decimal(material))
    assert short(item).word is word


def test_points_and_own_bands_decide_what_is_material() -> None:
    """R81: 2.4 points are within a green band of 3 points, 3.01 are not."""
    own = own_bands(3, 6, "2024-04-01", basis=Basis.POINTS)
    small, large = (
        replace(measure(*quarters(40, value), basis=Basis.POINTS), tolerance=own)
        for value in ("42.4", "43.01")
    )
    assert short(small).word is SAME
    assert short(large).word is IMPROVING
    assert told(large, short(large)) == (
        "43.01% in 2024-25 Q4, up from 40% in 2024-25 Q3: a change of 3.01 points. More than 3 "
        "points is material."
    )


def test_the_bands_in_force_when_the_latest_period_ended_decide() -> None:
    """R81, R84: 4% is within the wide bands of 2010 and outside the later ones."""
    item = measure(*quarters(100, 104))
    wide = bands("2010-04-01", 5, 10)
    assert short(item, council(wide)).word is SAME
    assert short(item, council(wide, bands("2024-12-01", "2.49", "4.99"))).word is IMPROVING


def test_without_bands_only_a_declared_change_can_be_told() -> None:
    item = measure(*quarters(100, 104))
    later = council(bands("2030-04-01", 5, 10))
    assert short(item, later).reason == (
        "No bands were in force in 2024-25 Q4, and the measure does not say which change is material."
    )
    assert short(settled(item, material=Decimal(1)), later).word is IMPROVING


def test_the_long_trend_is_beside_the_mean_of_the_three_before() -> None:
    """R81: (90 + 91 + 93) / 3 = 91.333..., and 94 is 2.92% more."""
    item = measure(*quarters(50, 90, 91, 93, 94))
    found = trend_of(item).long
    assert (found.word, found.movement) == (IMPROVING, UP)
    assert told(item, found) == (
        "94% in 2024-25 Q4, up from 91.33%, the mean of the 3 periods before (2024-25 Q1 to "
        "2024-25 Q3): a relative change of 2.92%. More than 2.49% is material."
    )


def test_the_mean_is_compared_unrounded() -> None:
    """R81: the mean 100.333... rounded to 100.3 would make 2.49% of a change of 2.46%."""
    item = measure(*quarters(100, 100, 101, "102.8"))
    change = trend_of(item).long.change
    assert change is not None
    assert change.size == Decimal("2.46")  # 2.4666.../100.333... = 2.458...%
    assert trend_of(item).long.word is SAME


def test_a_measure_says_how_many_periods_the_mean_takes() -> None:
    item = settled(measure(*quarters(10, 90, 94)), long=2)
    assert told(item, trend_of(item).long).startswith("94% in 2024-25 Q4, up from 50.00%, the mean")


def test_quarters_are_also_beside_the_same_quarter_last_year() -> None:
    """R81: 95 beside 80 of 2023-24 Q4, while the quarter before was 95 too."""
    found = trend_of(measure(*quarters(80, 90, 91, 95, 95)))
    assert found.short.word is SAME
    assert found.year is not None
    assert (found.year.word, found.year.earlier[0].period.label) == (IMPROVING, "2023-24 Q4")


@pytest.mark.parametrize(
    ("frequency", "labels"),
    [
        (Frequency.FINANCIAL_YEAR, ("2022-23", "2023-24")),
        (Frequency.CALENDAR_YEAR, ("2022", "2023")),
        (Frequency.ROLLING_YEARS, ("2019-22", "2020-23")),
    ],
)
def test_figures_of_a_year_have_no_trend_within_the_year(
    frequency: Frequency, labels: tuple[str, str]
) -> None:
    entries = [entry(n, None, label, frequency) for n, label in zip((90, 95), labels, strict=True)]
    found = trend_of(measure(*entries, frequency=frequency))
    assert (found.short.word, found.year) == (IMPROVING, None)


def seasonal(item: Measure) -> Measure:
    return settled(item, seasonal=True)


def cumulative(item: Measure) -> Measure:
    calculation = Calculation(procedure="Add up.", source="Ledger", cumulative=True)
    return replace(item, calculation=calculation)


@pytest.mark.parametrize("only_by_year", [seasonal, cumulative])
def test_what_follows_the_seasons_is_beside_the_same_quarter_of_other_years(
    only_by_year: object,
) -> None:
    """R81: 95 beside 80, the fourth quarter of the year before, not beside 20 of the third."""
    assert callable(only_by_year)
    item = only_by_year(measure(*quarters(60, 1, 1, 1, 70, 1, 1, 1, 80, 10, 15, 20, 95)))
    found = trend_of(item)
    assert found.short.earlier[0].period.label == "2023-24 Q4"
    assert found.year is found.short
    # (60 + 70 + 80) / 3 = 70
    assert told(item, found.long) == (
        "95% in 2024-25 Q4, up from 70.00%, the mean of the same period in 3 years (2021-22 Q4 to "
        "2023-24 Q4): a relative change of 35.71%. More than 2.49% is material."
    )


@pytest.mark.parametrize(
    ("values", "target", "direction", "word", "sentence"),
    [
        # 33 is 6.45% over 31; 30 is inside.
        (
            (33, 30),
            span(29, 31),
            RANGE,
            TrendWord.NEARER,
            (
                "30% in 2024-25 Q4, down from 33% in 2024-25 Q3: 6.45% outwith target then, on target "
                "now. A difference of more than 2.49 points is material."
            ),
        ),
        # Inside both times: the figure moved by 4%, but not away from target.
        (
            (31, "29.5"),
            span(29, 31),
            RANGE,
            SAME,
            (
                "29.5% in 2024-25 Q4, down from 31% in 2024-25 Q3: on target then, on target now. Only "
                "a difference of more than 2.49 points is material."
            ),
        ),
        # 2% under plan, then 10% over it.
        (
            (98, 110),
            100,
            PLAN,
            TrendWord.FURTHER,
            (
                "110% in 2024-25 Q4, up from 98% in 2024-25 Q3: 2.00% outwith target then, 10.00% "
                "outwith target now. A difference of more than 2.49 points is material."
            ),
        ),
        # 5% over plan, then 5% under it: as far as before.
        (
            (105, 95),
            100,
            PLAN,
            SAME,
            (
                "95% in 2024-25 Q4, down from 105% in 2024-25 Q3: 5.00% outwith target then, 5.00% "
                "outwith target now. Only a difference of more than 2.49 points is material."
            ),
        ),
    ],
)
def test_a_range_and_a_plan_come_nearer_to_target_or_go_further(
    values: tuple[Number, ...], target: object, direction: Direction, word: TrendWord, sentence: str
) -> None:
    """R81: neither up nor down is better, only the distance from target."""
    entries = [one._replace(target=target if not isinstance(target, int) else Decimal(target))  # type: ignore[arg-type] # a range or a number
               for one in quarters(*values)]  # fmt: skip
    item = measure(*entries, direction=direction)
    assert short(item).word is word
    assert told(item, short(item)) == sentence


def test_a_declared_change_counts_the_distance_in_the_unit() -> None:
    """R81: 5 units over plan, then 2 over it: 3 units nearer."""
    item = measure(*quarters(105, 102, target=100), direction=PLAN, unit="days")
    near, far = (settled(item, material=Decimal(most)) for most in (3, 4))
    assert (short(near).word, short(far).word) == (TrendWord.NEARER, SAME)
    assert told(near, short(near)) == (
        "102 days in 2024-25 Q4, down from 105 in 2024-25 Q3: 5.00 days outwith target then, 2.00 "
        "days outwith target now. A change of 3 days or more is material."
    )


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([], "No figure has been reported yet."),
        (quarters(None), "No figure has been reported yet."),
        (
            quarters(90),
            "There is no figure for the period before: the series begins with 2024-25 Q4.",
        ),
        (quarters(80, None, 90), "There is no figure for 2024-25 Q3."),
        (
            [
                *quarters(80, None, 90)[:1],
                entry(label="2024-25 Q3")._replace(state=Status.NOT_AVAILABLE, reason="Lost."),
                *quarters(90),
            ],
            "There is no figure for 2024-25 Q3 (not available).",
        ),
        # A period that is not even listed.
        ([entry(80, None, "2024-25 Q2"), *quarters(90)], "There is no figure for 2024-25 Q3."),
        (
            [*quarters(80, 90)[:1], quarters(90)[0]._replace(break_="A new\nsystem.")],
            "The series breaks at 2024-25 Q4: A new system.",
        ),
    ],
)
def test_nothing_is_said_without_two_figures_that_can_be_compared(
    entries: list[PeriodEntry], reason: str
) -> None:
    """R81: absent with its reason; never across a gap or a break in silence."""
    item = measure(*entries)
    found = short(item)
    assert (found.word, found.movement, found.reason) == (CANNOT, None, reason)
    assert told(item, found) == reason


def test_a_break_before_both_figures_separates_nothing() -> None:
    """R81: the break is at 2024-25 Q3, so Q4 and Q3 are on one footing, and Q2 is not."""
    earlier, broken, latest = quarters(10, 80, 90)
    item = settled(measure(earlier, broken._replace(break_="Recount."), latest), long=2)
    found = trend_of(item)
    assert found.short.word is IMPROVING
    assert found.long.reason == "The series breaks at 2024-25 Q3: Recount."


def test_the_long_trend_says_how_many_figures_it_takes() -> None:
    """R81: minimum points stated."""
    found = trend_of(measure(*quarters(80, 90, 95)))
    assert found.long.reason == (
        "It takes figures for the 3 periods before, and the series begins with 2024-25 Q2."
    )
    only_by_year = trend_of(seasonal(measure(*quarters(80, 90, 95))))
    assert only_by_year.long.reason == (
        "It takes figures for the same period of 3 earlier years, and the series begins with "
        "2024-25 Q2."
    )
    assert only_by_year.short.reason == (
        "There is no figure for the same period a year earlier: the series begins with 2024-25 Q2."
    )


def test_runs_of_years_of_different_length_are_not_compared() -> None:
    rolling = Frequency.ROLLING_YEARS
    item = measure(entry(80, None, "2019-22", rolling), entry(90, None, "2018-23", rolling), frequency=rolling)  # fmt: skip
    assert short(item).reason == "2019-22 covers 3 years and 2018-23 5."


@pytest.mark.parametrize("target", [None, 0])
def test_a_plan_without_a_target_to_be_near_to_says_so(target: Number | None) -> None:
    first, second = quarters(80, 90, target=100)
    item = measure(first._replace(target=None if target is None else Decimal(target)), second, direction=PLAN)  # fmt: skip
    assert short(item).reason == (
        "2024-25 Q3 has no target to be near to."
        if target is None
        else "No percentage can be taken of the target of zero in 2024-25 Q3."
    )


def test_a_period_still_running_is_not_the_latest() -> None:
    """On 1 March 2025 the fourth quarter has not ended."""
    item = measure(*quarters(80, 90, 10))
    found = trend(item, council(), date(2025, 3, 1)).short
    assert found.latest is not None
    assert (found.latest.period.label, found.word) == ("2024-25 Q3", IMPROVING)


def test_an_overdue_figure_leaves_the_trend_with_the_latest_one_that_there_is() -> None:
    rated = rated_measure(measure(entry(80, 95, "2023-24 Q3"), entry(90, 95, "2023-24 Q4")))
    assert rated.current is not None
    assert rated.current.status is Status.OVERDUE
    assert rated.trend.short.latest is rated.measure.periods[-1]


@pytest.mark.parametrize(
    ("first", "second", "added"),
    [
        ((True, False), (False, False), " 2024-25 Q3 is provisional."),
        ((False, False), (False, True), " 2024-25 Q4 is an estimate."),
        (
            (True, True),
            (True, False),
            " 2024-25 Q3 and 2024-25 Q4 are provisional. 2024-25 Q3 is an estimate.",
        ),
    ],
)
def test_what_may_still_change_counts_and_is_named(
    first: tuple[bool, bool], second: tuple[bool, bool], added: str
) -> None:
    """R81: figures marked (provisional, estimated) count, and the sentence says which they are."""
    item = measure(
        *(
            one._replace(provisional=provisional, estimated=estimated)
            for one, (provisional, estimated) in zip(quarters(80, 90), (first, second), strict=True)
        )
    )
    assert told(item, short(item)).endswith(f"is material.{added}")


@pytest.mark.parametrize(
    ("before", "after", "word", "sentence"),
    [
        (Status.AMBER, Status.GREEN, IMPROVING, "Assessed as green in 2024-25 Q4, after amber in 2024-25 Q3."),
        (Status.GREEN, Status.RED, DECLINING, "Assessed as red in 2024-25 Q4, after green in 2024-25 Q3."),
        (Status.RED, Status.RED, SAME, "Assessed as red in 2024-25 Q4, as in 2024-25 Q3."),
    ],
)  # fmt: skip
def test_judgements_are_compared_by_the_order_of_their_colours(
    before: Status, after: Status, word: TrendWord, sentence: str
) -> None:
    """R81: an order, and no mean (requirements 2.7)."""
    statuses = (before, before, before, before, after)
    entries = [
        one._replace(assessment=assessment(status))
        for one, status in zip(quarters(*[None] * 5), statuses, strict=True)
    ]
    item = qualitative(*entries)
    found = trend_of(item)
    assert (found.short.word, found.short.movement) == (word, None)
    assert told(item, found.short) == sentence
    assert found.long.reason == "Judgements have an order, but no mean."
    assert found.year is not None
    assert found.year.word is word


def test_a_first_judgement_has_nothing_beside_it() -> None:
    (only,) = quarters(None)
    found = trend_of(qualitative(only._replace(assessment=assessment(Status.GREEN))))
    assert found.short.reason == (
        "There is no assessment for the period before: the series begins with 2024-25 Q4."
    )


@pytest.mark.parametrize(
    ("values", "unit", "settings", "sentence"),
    [
        (
            (90, 95),
            "percent",
            {},
            (
                "95% in 2024-25 Q4, up from 90% in 2024-25 Q3: a relative change of 5.56%. More than "
                "2.49% is material."
            ),
        ),
        (
            (100, 101),
            "days",
            {},
            (
                "101 days in 2024-25 Q4, up from 100 in 2024-25 Q3: a change of 1.00%. Only more than "
                "2.49% is material."
            ),
        ),
        (
            (90, "91.2"),
            "percent",
            {"material": Decimal("1.5")},
            (
                "91.2% in 2024-25 Q4, up from 90% in 2024-25 Q3: a change of 1.2 percentage points. Only "
                "a change of 1.5 percentage points or more is material."
            ),
        ),
        (
            (90, 90),
            "pounds",
            {},
            "£90 in 2024-25 Q4, the same as £90 in 2024-25 Q3.",
        ),
        (
            (0, 3),
            "days",
            {},
            "3 days in 2024-25 Q4, up from 0 in 2024-25 Q3: any change from zero is material.",
        ),
    ],
)
def test_the_sentence_has_both_figures_and_both_periods(
    values: tuple[Number, ...], unit: str, settings: dict[str, object], sentence: str
) -> None:
    """R81: a reader can work the word out again."""
    item = settled(measure(*quarters(*values), unit=unit), **settings)
    assert told(item, short(item)) == sentence
