"""Days of commits as git prints them, of which anybody may have typed any."""

from datetime import date

BEFORE_ALL, AFTER_ALL = date(1970, 1, 1), date(2199, 12, 31)
"""What stands for a day that is missing or before all files of git, and for one beyond all periods."""


def commit_day(printed: str) -> date:
    """The day that git printed; an end of the calendar for one that cannot be told.

    So that one commit with a senseless date keeps nobody from reading the history: where two dates
    contradict each other, both are listed (decision 0059).
    """
    try:
        found = date.fromisoformat(printed)
    except ValueError:
        return AFTER_ALL if printed[:1].isdigit() else BEFORE_ALL
    return min(max(found, BEFORE_ALL), AFTER_ALL)
