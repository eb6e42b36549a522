"""Days that a text names: 30 April 2025, April 2025, by July, spring 2026, 2025-26 Q1 (R131)."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from generator.model.period import MONTHS, PeriodError, plan_period

_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|Sept"
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "winter": 12}
"""The last month of each season; winter is taken to end with the year that is named."""
_DAY = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
    rf"|\b(?P<label>20\d{{2}}[-/]\d{{2}}(?: Q[1-4])?)\b"
    rf"|(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?\b(?P<month>{_MONTH})\.? (?P<year>(?:19|20)\d{{2}})\b"
    rf"|\b(?i:(?P<season>spring|summer|autumn|winter)) (?:of )?(?P<in>20\d{{2}})\b"
    rf"|\b(?P<alone>20\d{{2}})\b"
    rf"|(?:\b(?:in|by|from|until|till|before|after|since|during|of|end|mid|early|late|and|to|or"
    rf"|On|In|By|From|\d{{1,2}}(?:st|nd|rd|th)?)[ -])(?P<name>{_MONTH})\b(?!\.? (?:19|20)\d{{2}}\b)"
)
_TIMETABLE = re.compile(
    r"\b(?:each|every)\b|\b(?:daily|weekly|monthly|quarterly|yearly|annually)\b", re.IGNORECASE
)


def days_in(text: str, since: date) -> list[date]:
    """The last day of each time that `text` names; a month without a year is the next after `since`."""
    return list(_days(" ".join(text.split()), since))


def has_a_timetable(text: str) -> bool:
    """Whether `text` says how often something happens: each term, monthly."""
    return _TIMETABLE.search(text) is not None


def _days(text: str, since: date) -> Iterator[date]:
    for found in _DAY.finditer(text):
        named = _day(found, since)
        if named:
            yield named


def _day(found: re.Match[str], since: date) -> date | None:
    if found["month"]:
        return _in_month(int(found["year"]), _number(found["month"]), found["day"])
    if found["season"]:
        return _in_month(int(found["in"]), _SEASONS[found["season"].lower()])
    if found["alone"]:
        return date(int(found["alone"]), 12, 31)
    if found["name"]:
        month = _number(found["name"])
        return _in_month(since.year + (month <= since.month), month)
    return _typed(found["iso"], found["label"])


def _typed(iso: str | None, label: str | None) -> date | None:
    """A day typed as in the files, or the last day of a period; None for what is neither."""
    try:
        if iso:
            return date.fromisoformat(iso)
        return plan_period(str(label).replace("/", "-")).last
    except (ValueError, PeriodError):
        return None


def _number(month: str) -> int:
    return next(index for index, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))


def _in_month(year: int, month: int, day: str | None = None) -> date:
    """A day of a month; its last where none is named, or where there is no such day."""
    last = monthrange(year, month)[1]
    return date(year, month, min(int(day), last) if day and int(day) else last)
