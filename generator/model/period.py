"""Periods: the typed label of a month, a quarter, a year or a run of years."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NewType

from generator.model.words import Frequency

PeriodLabel = NewType("PeriodLabel", str)
"""A period as its author typed it; a calendar year may be typed as a number."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHAPES = {
    Frequency.MONTHLY: (re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])"), "2024-09"),
    Frequency.QUARTERLY: (re.compile(r"([0-9]{4})-([0-9]{2}) Q([1-4])"), "2024-25 Q2"),
    Frequency.FINANCIAL_YEAR: (re.compile(r"([0-9]{4})-([0-9]{2})"), "2024-25"),
    Frequency.CALENDAR_YEAR: (re.compile(r"([0-9]{4})"), "2024"),
    Frequency.SCHOOL_YEAR: (re.compile(r"([0-9]{4})/([0-9]{2})"), "2023/24"),
    Frequency.ROLLING_YEARS: (re.compile(r"([0-9]{4})-([0-9]{2})"), "2021-24"),
}
_SCHOOL_YEAR_STARTS = 8
_APRIL = 4
_MOST_ROLLING = 50


class PeriodError(ValueError):
    """A label that is not a period of the frequency asked for; the text says what to write."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of time under the label that the author typed.

    `number` counts periods of one frequency, so that consecutive periods differ by one;
    `years` is the length of a run of rolling years, 1 for all others.
    """

    number: int
    label: str
    frequency: Frequency
    first: date
    last: date
    years: int = 1

    @property
    def words(self) -> str:
        """The period as pages say it: July 2023 for a month, and as it is typed for any other."""
        if self.frequency is Frequency.MONTHLY:
            return f"{MONTHS[self.first.month - 1]} {self.first.year}"
        return self.label

    def following(self, steps: int = 1, year_starts: int = _APRIL) -> "Period":
        """The period `steps` later (earlier when negative), of the same frequency and length."""
        label = _label(self.frequency, self.number + steps, self.years)
        return parse_period(label, self.frequency, year_starts)


def period_words(label: str, frequency: Frequency) -> str:
    """A typed label as pages say it; as it was typed where it is no period of this frequency."""
    try:
        return parse_period(label, frequency).words
    except PeriodError:
        return label


@lru_cache(maxsize=20_000)
def parse_period(label: str, frequency: Frequency, year_starts: int = _APRIL) -> Period:
    """The period that `label` means at this `frequency` (design section 4).

    `year_starts` is the month in which the financial year begins. Raises PeriodError.
    """
    shape, sample = _SHAPES[frequency]
    match = shape.fullmatch(label)
    if not match:
        raise PeriodError(f"write {frequency} periods like {sample}")
    year, *rest = (int(part) for part in match.groups())
    if not 1900 <= year < 2200:
        raise PeriodError(f"the year {year} is not between 1900 and 2199")
    match frequency:
        case Frequency.MONTHLY:
            return _months(label, frequency, year * 12 + rest[0] - 1, year * 12 + rest[0], 1)
        case Frequency.CALENDAR_YEAR:
            return _months(label, frequency, year, year * 12 + 1, 12)
        case Frequency.ROLLING_YEARS:
            return _rolling(label, year, rest[0], year_starts)
    if rest[0] != (year + 1) % 100:
        meant = f"{label[:5]}{(year + 1) % 100:02}{label[7:]}"
        raise PeriodError(f"{label} does not end one year after it starts: write {meant}")
    if frequency is Frequency.SCHOOL_YEAR:
        return _months(label, frequency, year, year * 12 + _SCHOOL_YEAR_STARTS, 12)
    start = year * 12 + year_starts
    if frequency is Frequency.FINANCIAL_YEAR:
        return _months(label, frequency, year, start, 12)
    quarter = rest[1]
    return _months(label, frequency, year * 4 + quarter - 1, start + 3 * (quarter - 1), 3)


def plan_period(label: str, year_starts: int = _APRIL) -> Period:
    """The period of a milestone's update: a financial quarter, or else a financial year."""
    frequency = Frequency.QUARTERLY if " Q" in label else Frequency.FINANCIAL_YEAR
    return parse_period(label, frequency, year_starts)


def _rolling(label: str, year: int, end: int, year_starts: int) -> Period:
    years = (end - year) % 100
    if years < 2:
        raise PeriodError(f"{label} is shorter than two years: write rolling years like 2021-24")
    if years > _MOST_ROLLING:
        raise PeriodError(f"{label} does not end after it starts: write rolling years like 2021-24")
    start = year * 12 + year_starts
    return _months(label, Frequency.ROLLING_YEARS, year + years, start, 12 * years, years)


def _months(
    label: str, frequency: Frequency, number: int, start: int, count: int, years: int = 1
) -> Period:
    """A period of `count` months; `start` is year * 12 + month."""
    end_year, end_month = divmod(start + count - 2, 12)
    year, month = divmod(start - 1, 12)
    last = date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])
    return Period(number, label, frequency, date(year, month + 1, 1), last, years)


def _label(frequency: Frequency, number: int, years: int) -> str:
    match frequency:
        case Frequency.MONTHLY:
            return f"{number // 12}-{number % 12 + 1:02}"
        case Frequency.QUARTERLY:
            return f"{number // 4}-{(number // 4 + 1) % 100:02} Q{number % 4 + 1}"
        case Frequency.CALENDAR_YEAR:
            return f"{number}"
        case Frequency.SCHOOL_YEAR:
            return f"{number}/{(number + 1) % 100:02}"
        case Frequency.ROLLING_YEARS:
            return f"{number - years}-{number % 100:02}"
        case Frequency.FINANCIAL_YEAR:
            return f"{number}-{(number + 1) % 100:02}"
