"""When each figure is due, which are missing, and which comes next (R47, R57)."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.measure import Measure
from generator.model.period import Period, PeriodLabel
from generator.model.settings import ReportedUntil
from generator.model.words import Frequency, Status
from generator.rules.timetable import due_on, is_due, missing_periods, next_due, period_after
from tests.helpers import AS_OF, entry, measure, rated_measure


def run(frequency: Frequency, *labels: str) -> Measure:
    """A measure with a value for each of these periods."""
    return measure(*(entry(91, 95, label, frequency) for label in labels), frequency=frequency)


def labels_of(periods: list[Period]) -> list[str]:
    """How the periods are written."""
    return [period.label for period in periods]


def missing(item: Measure, as_of: date = AS_OF) -> list[str]:
    """The labels of the periods that are missing on a day."""
    return labels_of(list(missing_periods(item, as_of)))


@pytest.mark.parametrize(
    ("frequency", "label", "due"),
    [
        # The last day of the period and 45 days.
        (Frequency.QUARTERLY, "2024-25 Q1", date(2024, 8, 14)),  # from 30 June
        (Frequency.QUARTERLY, "2024-25 Q3", date(2025, 2, 14)),  # from 31 December
        (Frequency.MONTHLY, "2024-02", date(2024, 4, 14)),  # from 29 February
        (Frequency.FINANCIAL_YEAR, "2023-24", date(2024, 5, 15)),  # from 31 March
        (Frequency.CALENDAR_YEAR, "2024", date(2025, 2, 14)),  # from 31 December
        (Frequency.SCHOOL_YEAR, "2023/24", date(2024, 9, 14)),  # from 31 July
        (Frequency.ROLLING_YEARS, "2021-24", date(2024, 5, 15)),  # from 31 March
    ],
)
def test_a_figure_is_due_so_many_days_after_its_period_ends(
    frequency: Frequency, label: str, due: date
) -> None:
    item = run(frequency, label)
    assert due_on(item, item.periods[0].period) == due


def test_a_figure_is_not_called_due_on_its_due_day_itself() -> None:
    item = run(Frequency.QUARTERLY, "2024-25 Q1")
    period = item.periods[0].period
    assert not is_due(item, period, date(2024, 8, 14))
    assert is_due(item, period, date(2024, 8, 15))


@pytest.mark.parametrize(
    ("as_of", "labels"),
    [
        (date(2024, 11, 14), []),  # Q2 is due on 14 November
        (date(2024, 11, 15), ["2024-25 Q2"]),
        (date(2025, 2, 15), ["2024-25 Q2", "2024-25 Q3"]),
        (date(2025, 5, 16), ["2024-25 Q2", "2024-25 Q3", "2024-25 Q4"]),
    ],
)
def test_periods_after_the_last_are_missing_once_they_are_due(
    as_of: date, labels: list[str]
) -> None:
    assert missing(run(Frequency.QUARTERLY, "2024-25 Q1"), as_of) == labels


@pytest.mark.parametrize(
    ("frequency", "label", "labels"),
    [
        (Frequency.MONTHLY, "2024-11", ["2024-12", "2025-01"]),  # January was due on 17 March
        (Frequency.FINANCIAL_YEAR, "2021-22", ["2022-23", "2023-24"]),
        (Frequency.CALENDAR_YEAR, "2023", ["2024"]),
        (Frequency.SCHOOL_YEAR, "2022/23", ["2023/24"]),
        (Frequency.ROLLING_YEARS, "2019-22", ["2020-23", "2021-24"]),
    ],
)
def test_each_frequency_has_its_own_missing_periods(
    frequency: Frequency, label: str, labels: list[str]
) -> None:
    assert missing(run(frequency, label)) == labels


def test_a_survey_every_second_year_is_not_missing_the_years_between() -> None:
    item = replace(run(Frequency.CALENDAR_YEAR, "2018", "2020"), every=2)
    assert missing(item) == ["2022", "2024"]
    assert missing(item, date(2024, 12, 31)) == ["2022"]


@pytest.mark.parametrize(
    ("until", "labels"),
    [
        ("2024-25 Q1", []),
        ("2024-25 Q2", ["2024-25 Q2"]),
        ("2029-30 Q4", ["2024-25 Q2", "2024-25 Q3"]),
        # A label of another frequency ends nothing; the rule named-period-is-known says so.
        ("2024-25", ["2024-25 Q2", "2024-25 Q3"]),
    ],
)
def test_no_period_is_missing_after_the_last_that_is_reported(
    until: str, labels: list[str]
) -> None:
    end = ReportedUntil(period=PeriodLabel(until), reason="The grant ended.")
    item = replace(run(Frequency.QUARTERLY, "2024-25 Q1"), reported_until=end)
    assert missing(item) == labels


def test_a_measure_without_periods_has_none_missing_and_none_next() -> None:
    assert missing(measure()) == []
    assert next_due(measure(), AS_OF) is None


def test_missing_periods_are_rated_as_overdue() -> None:
    rated = rated_measure(run(Frequency.QUARTERLY, "2024-25 Q1"))
    assert [(one.entry.period.label, one.status) for one in rated.entries] == [
        ("2024-25 Q1", Status.AMBER),
        ("2024-25 Q2", Status.OVERDUE),
        ("2024-25 Q3", Status.OVERDUE),
    ]
    assert rated.current is rated.entries[2]
    assert rated.latest_result is rated.entries[0]
    assert rated.at("2024-25 Q3") is rated.entries[2]
    assert rated.at("2024-25 Q4") is None


def test_the_current_period_is_the_latest_that_is_due() -> None:
    item = measure(entry(91, 95, "2024-25 Q3"), entry(None, 95, "2024-25 Q4"))
    rated = rated_measure(item)
    assert rated.current is rated.entries[0]
    early = rated_measure(measure(entry(None, 95, "2024-25 Q4")))
    assert early.current is early.entries[0]
    assert rated_measure(measure()).current is None
    assert rated_measure(measure()).latest_result is None


@pytest.mark.parametrize(
    ("as_of", "label"),
    [
        (date(2024, 7, 1), "2024-25 Q2"),
        (date(2024, 11, 14), "2024-25 Q2"),
        (date(2024, 11, 15), "2024-25 Q3"),
        (date(2025, 3, 31), "2024-25 Q4"),
    ],
)
def test_the_next_figure_is_the_first_that_is_not_due_yet(as_of: date, label: str) -> None:
    period = next_due(run(Frequency.QUARTERLY, "2024-25 Q1"), as_of)
    assert period is not None
    assert period.label == label


def test_the_next_figure_may_stand_in_the_file_with_its_target() -> None:
    item = measure(entry(91, 95, "2024-25 Q3"), entry(None, 95, "2024-25 Q4"))
    period = next_due(item, AS_OF)
    assert period is not None
    assert period.label == "2024-25 Q4"


def test_a_period_with_a_state_is_not_waited_for() -> None:
    closed = entry(None, 95, "2024-25 Q4")._replace(state=Status.NOT_APPLICABLE, reason="Closed.")
    period = next_due(measure(entry(91, 95, "2024-25 Q3"), closed), AS_OF)
    assert period is not None
    assert period.label == "2025-26 Q1"


def test_nothing_is_next_after_the_last_that_is_reported() -> None:
    end = ReportedUntil(period=PeriodLabel("2024-25 Q2"), reason="The grant ended.")
    item = replace(run(Frequency.QUARTERLY, "2024-25 Q1"), reported_until=end)
    assert next_due(item, AS_OF) is None
    early = next_due(item, date(2024, 7, 1))
    assert early is not None
    assert early.label == "2024-25 Q2"


def test_periods_in_the_wrong_order_are_not_called_missing() -> None:
    item = run(Frequency.QUARTERLY, "2024-25 Q3", "2024-25 Q2")
    assert missing(item) == []
    assert missing(item, date(2025, 5, 16)) == ["2024-25 Q4"]


def test_years_beyond_2199_end_the_timetable_without_a_fault() -> None:
    item = run(Frequency.CALENDAR_YEAR, "2199")
    assert period_after(item, item.periods[0].period) is None
    assert missing(item, date(2300, 1, 1)) == []
    assert next_due(item, AS_OF) is None
    assert [one.status for one in rated_measure(item).entries] == [Status.AMBER]


def test_another_start_of_the_year_moves_the_quarters() -> None:
    item = run(Frequency.CALENDAR_YEAR, "2024")
    after = period_after(item, item.periods[0].period, year_starts=7)
    assert after is not None
    assert (after.first, after.last) == (date(2025, 1, 1), date(2025, 12, 31))
