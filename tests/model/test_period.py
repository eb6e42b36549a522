"""Periods: how each frequency writes them, which days they cover, and what is refused."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.period import Period, PeriodError, parse_period, period_words, plan_period
from generator.model.words import Frequency

MONTHLY = Frequency.MONTHLY
QUARTERLY = Frequency.QUARTERLY
FINANCIAL = Frequency.FINANCIAL_YEAR
CALENDAR = Frequency.CALENDAR_YEAR
SCHOOL = Frequency.SCHOOL_YEAR
ROLLING = Frequency.ROLLING_YEARS


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("label", "frequency", "first", "last"),
    [
        ("2024-09", MONTHLY, "2024-09-01", "2024-09-30"),
        ("2024-01", MONTHLY, "2024-01-01", "2024-01-31"),
        ("2024-12", MONTHLY, "2024-12-01", "2024-12-31"),
        ("2024-02", MONTHLY, "2024-02-01", "2024-02-29"),
        ("2023-02", MONTHLY, "2023-02-01", "2023-02-28"),
        ("2000-02", MONTHLY, "2000-02-01", "2000-02-29"),
        ("2100-02", MONTHLY, "2100-02-01", "2100-02-28"),
        ("2024-25 Q1", QUARTERLY, "2024-04-01", "2024-06-30"),
        ("2024-25 Q2", QUARTERLY, "2024-07-01", "2024-09-30"),
        ("2024-25 Q3", QUARTERLY, "2024-10-01", "2024-12-31"),
        ("2024-25 Q4", QUARTERLY, "2025-01-01", "2025-03-31"),
        ("2024-25", FINANCIAL, "2024-04-01", "2025-03-31"),
        ("1999-00", FINANCIAL, "1999-04-01", "2000-03-31"),
        ("2099-00", FINANCIAL, "2099-04-01", "2100-03-31"),
        ("2024", CALENDAR, "2024-01-01", "2024-12-31"),
        ("2023/24", SCHOOL, "2023-08-01", "2024-07-31"),
        ("1999/00", SCHOOL, "1999-08-01", "2000-07-31"),
        ("2021-24", ROLLING, "2021-04-01", "2024-03-31"),
        ("1998-01", ROLLING, "1998-04-01", "2001-03-31"),
        ("2024-26", ROLLING, "2024-04-01", "2026-03-31"),
        ("1900", CALENDAR, "1900-01-01", "1900-12-31"),
        ("2199", CALENDAR, "2199-01-01", "2199-12-31"),
        ("2199-00 Q4", QUARTERLY, "2200-01-01", "2200-03-31"),
    ],
)
def test_a_label_covers_the_days_of_its_frequency(
    label: str, frequency: Frequency, first: str, last: str
) -> None:
    period = parse_period(label, frequency)
    assert (period.first, period.last) == (day(first), day(last))
    assert (period.label, period.frequency) == (label, frequency)


@pytest.mark.parametrize(
    ("label", "frequency", "year_starts", "first", "last"),
    [
        ("2024-25", FINANCIAL, 1, "2024-01-01", "2024-12-31"),
        ("2024-25", FINANCIAL, 7, "2024-07-01", "2025-06-30"),
        ("2024-25", FINANCIAL, 10, "2024-10-01", "2025-09-30"),
        ("2024-25", FINANCIAL, 12, "2024-12-01", "2025-11-30"),
        ("2024-25 Q4", QUARTERLY, 1, "2024-10-01", "2024-12-31"),
        ("2023-24 Q3", QUARTERLY, 7, "2024-01-01", "2024-03-31"),
        ("2023-24 Q1", QUARTERLY, 12, "2023-12-01", "2024-02-29"),
        ("2021-24", ROLLING, 7, "2021-07-01", "2024-06-30"),
        ("2023/24", SCHOOL, 7, "2023-08-01", "2024-07-31"),
        ("2024", CALENDAR, 7, "2024-01-01", "2024-12-31"),
        ("2024-09", MONTHLY, 7, "2024-09-01", "2024-09-30"),
    ],
)
def test_only_financial_periods_move_with_the_start_of_the_year(
    label: str, frequency: Frequency, year_starts: int, first: str, last: str
) -> None:
    period = parse_period(label, frequency, year_starts)
    assert (period.first, period.last) == (day(first), day(last))


@pytest.mark.parametrize(
    ("label", "frequency", "steps", "following"),
    [
        ("2024-12", MONTHLY, 1, "2025-01"),
        ("2024-01", MONTHLY, -1, "2023-12"),
        ("1999-12", MONTHLY, 1, "2000-01"),
        ("2024-25 Q4", QUARTERLY, 1, "2025-26 Q1"),
        ("2024-25 Q1", QUARTERLY, -1, "2023-24 Q4"),
        ("1998-99 Q4", QUARTERLY, 1, "1999-00 Q1"),
        ("1999-00 Q4", QUARTERLY, 1, "2000-01 Q1"),
        ("1998-99", FINANCIAL, 1, "1999-00"),
        ("1999-00", FINANCIAL, 1, "2000-01"),
        ("2000-01", FINANCIAL, -2, "1998-99"),
        ("2024", CALENDAR, 2, "2026"),
        ("1998/99", SCHOOL, 1, "1999/00"),
        ("1999/00", SCHOOL, 1, "2000/01"),
        ("2021-24", ROLLING, 1, "2022-25"),
        ("1996-99", ROLLING, 1, "1997-00"),
        ("1998-00", ROLLING, 2, "2000-02"),
        ("2024-25", FINANCIAL, 0, "2024-25"),
    ],
)
def test_the_following_period_is_of_the_same_kind(
    label: str, frequency: Frequency, steps: int, following: str
) -> None:
    period = parse_period(label, frequency)
    after = period.following(steps)
    assert after == parse_period(following, frequency)
    assert after.number - period.number == steps
    assert after.following(-steps) == period


def test_the_following_financial_year_starts_in_the_councils_own_month() -> None:
    july = parse_period("2024-25", FINANCIAL, 7)
    assert july.following(year_starts=7).first == date(2025, 7, 1)


@pytest.mark.parametrize(
    ("label", "frequency", "sentence"),
    [
        ("2024-9", MONTHLY, "write monthly periods like 2024-09"),
        ("2024-13", MONTHLY, "write monthly periods like 2024-09"),
        ("2024-00", MONTHLY, "write monthly periods like 2024-09"),
        ("2024-09 ", MONTHLY, "write monthly periods like 2024-09"),
        ("2024-09\n", MONTHLY, "write monthly periods like 2024-09"),
        ("September 2024", MONTHLY, "write monthly periods like 2024-09"),
        ("2024-25 Q5", QUARTERLY, "write quarterly periods like 2024-25 Q2"),
        ("2024-25 Q0", QUARTERLY, "write quarterly periods like 2024-25 Q2"),
        ("2024-25Q1", QUARTERLY, "write quarterly periods like 2024-25 Q2"),
        ("2024-25 q1", QUARTERLY, "write quarterly periods like 2024-25 Q2"),
        ("2024-25", QUARTERLY, "write quarterly periods like 2024-25 Q2"),
        ("2024-25 Q1", FINANCIAL, "write financial-year periods like 2024-25"),
        ("2024/25", FINANCIAL, "write financial-year periods like 2024-25"),
        ("2024-2025", FINANCIAL, "write financial-year periods like 2024-25"),
        ("2024", FINANCIAL, "write financial-year periods like 2024-25"),
        ("24", CALENDAR, "write calendar-year periods like 2024"),
        ("2024-25", CALENDAR, "write calendar-year periods like 2024"),
        ("2024.0", CALENDAR, "write calendar-year periods like 2024"),
        ("٢٠٢٤", CALENDAR, "write calendar-year periods like 2024"),
        ("", CALENDAR, "write calendar-year periods like 2024"),
        ("2023-24", SCHOOL, "write school-year periods like 2023/24"),
        ("2021/24", ROLLING, "write rolling-years periods like 2021-24"),
        ("1899", CALENDAR, "the year 1899 is not between 1900 and 2199"),
        ("2200", CALENDAR, "the year 2200 is not between 1900 and 2199"),
        ("0000-01", FINANCIAL, "the year 0 is not between 1900 and 2199"),
        (
            "2024-26",
            FINANCIAL,
            "2024-26 does not end one year after it starts: write 2024-25",
        ),
        (
            "2024-24 Q1",
            QUARTERLY,
            "2024-24 Q1 does not end one year after it starts: write 2024-25 Q1",
        ),
        ("2023/23", SCHOOL, "2023/23 does not end one year after it starts: write 2023/24"),
        (
            "2024-25",
            ROLLING,
            "2024-25 is shorter than two years: write rolling years like 2021-24",
        ),
        (
            "2024-24",
            ROLLING,
            "2024-24 is shorter than two years: write rolling years like 2021-24",
        ),
        (
            "2024-22",
            ROLLING,
            "2024-22 does not end after it starts: write rolling years like 2021-24",
        ),
    ],
)
def test_a_label_of_another_kind_is_refused_with_what_to_write(
    label: str, frequency: Frequency, sentence: str
) -> None:
    with pytest.raises(PeriodError) as refused:
        parse_period(label, frequency)
    assert str(refused.value) == sentence


def test_2009_10_is_a_financial_year_or_a_month_by_frequency() -> None:
    assert parse_period("2009-10", FINANCIAL).last == date(2010, 3, 31)
    assert parse_period("2009-10", MONTHLY).last == date(2009, 10, 31)


def test_rolling_years_know_their_length() -> None:
    assert parse_period("2021-24", ROLLING).years == 3
    assert parse_period("1999-04", ROLLING).years == 5
    assert parse_period("2024-25", FINANCIAL).years == 1


@pytest.mark.parametrize(
    ("label", "frequency"),
    [("2024-25 Q3", QUARTERLY), ("2024-25", FINANCIAL), ("1999-00", FINANCIAL)],
)
def test_a_milestones_update_is_of_a_quarter_or_a_financial_year(
    label: str, frequency: Frequency
) -> None:
    assert plan_period(label) == parse_period(label, frequency)


@pytest.mark.parametrize("label", ["2024", "2024-09", "2024-25 Q5", "2023/24", "Q1"])
def test_a_milestones_update_is_of_no_other_period(label: str) -> None:
    with pytest.raises(PeriodError):
        plan_period(label)


def test_plan_periods_move_with_the_start_of_the_year() -> None:
    assert plan_period("2024-25 Q1", 7).first == date(2024, 7, 1)


def periods() -> st.SearchStrategy[Period]:
    sample = {
        MONTHLY: "2024-01",
        QUARTERLY: "2024-25 Q1",
        FINANCIAL: "2024-25",
        CALENDAR: "2024",
        SCHOOL: "2024/25",
        ROLLING: "2021-24",
    }
    started = st.sampled_from(Frequency).map(lambda each: parse_period(sample[each], each))
    return st.builds(Period.following, started, st.integers(-100, 100))


@given(periods())
def test_one_period_starts_the_day_after_the_one_before_unless_years_roll(period: Period) -> None:
    after = period.following()
    overlap = period.years - 1
    assert after.first.year - period.last.year in (0, 1, -overlap, 1 - overlap)
    if not overlap:
        assert after.first.toordinal() == period.last.toordinal() + 1
    assert parse_period(period.label, period.frequency) == period


@given(st.text(max_size=12), st.sampled_from(Frequency))
def test_any_text_is_a_period_or_refused(text: str, frequency: Frequency) -> None:
    with suppress(PeriodError):
        assert parse_period(text, frequency).label == text


def test_periods_of_one_frequency_sort_by_time() -> None:
    labels = ["2000-01", "1999-00", "2024-25", "1998-99"]
    made = sorted(parse_period(label, FINANCIAL) for label in labels)
    assert [period.label for period in made] == ["1998-99", "1999-00", "2000-01", "2024-25"]


def test_a_month_is_said_in_words_and_any_other_period_as_it_is_typed() -> None:
    """2010-11 is a year: a month that looked the same, November 2010, could not be told from it."""
    assert parse_period("2010-11", Frequency.MONTHLY).words == "November 2010"
    assert parse_period("2010-11", Frequency.FINANCIAL_YEAR).words == "2010-11"
    assert parse_period("2024-25 Q3", Frequency.QUARTERLY).words == "2024-25 Q3"


def test_a_label_that_is_no_period_of_its_frequency_stays_as_it_is_typed() -> None:
    assert period_words("2010-11", Frequency.MONTHLY) == "November 2010"
    assert period_words("2010-11", Frequency.QUARTERLY) == "2010-11"
