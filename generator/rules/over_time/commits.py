"""Dates of commits that cannot all be true (R104, R158).

A date in git is what somebody's machine said. None proves anything alone; two that contradict each
other show that one was made up, or that a clock was wrong.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from generator.model.past import Commit
from generator.rules.wording import day

FAR = timedelta(days=31)
"""How long a change may wait between author and committer before somebody asks why."""


class DateFault(NamedTuple):
    """Dates that do not fit: of a commit alone, or of a commit and the one that it follows."""

    commit: Commit
    parent: Commit | None
    sentence: str


def commit_date_faults(commits: Iterable[Commit]) -> Iterator[DateFault]:
    """Each commit that is dated before the one that it follows, that was committed before it was
    written, or long after. Days count, not hours: clocks are never quite the same.
    """
    known = {one.id: one for one in commits}
    for one in known.values():
        for name in one.parents:
            parent = known.get(name)
            if parent and one.on < parent.on:
                yield DateFault(one, parent, _before_its_parent(one, parent))
        if one.on < one.written:
            yield DateFault(one, None, _before_it_was_written(one))
        elif one.on - one.written > FAR:
            yield DateFault(one, None, _long_after(one))


def _before_its_parent(one: Commit, parent: Commit) -> str:
    return (
        f"{one.short} is dated {day(one.on)}, but follows {parent.short}, which is dated "
        f"{day(parent.on)}: one of the two dates is wrong."
    )


def _before_it_was_written(one: Commit) -> str:
    return (
        f"{one.short} was committed on {day(one.on)}, but says that it was written later, on "
        f"{day(one.written)}."
    )


def _long_after(one: Commit) -> str:
    return (
        f"{one.short} says that it was written on {day(one.written)}, but was committed "
        f"{(one.on - one.written).days} days later, on {day(one.on)}: count the later day."
    )
