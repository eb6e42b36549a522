"""Pairs: the same measure, period, commitment or milestone before and now, and what was noted.

What was published is what the earlier state holds. A figure whose day of release has not come is not.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from generator.model.commitment import Commitment, Milestone, Update
from generator.model.finding import Pointer
from generator.model.measure import Measure, PeriodEntry
from generator.rules.checks.milestones import placed_milestones
from generator.rules.rated import Rated

T = TypeVar("T")


class Entries(NamedTuple):
    """One period of a measure before and now; `at` is its place in the file now."""

    measure: Measure
    was: PeriodEntry
    now: PeriodEntry
    at: Pointer
    earlier: Measure

    @property
    def label(self) -> str:
        """The period as its author typed it."""
        return self.now.period.label

    @property
    def figure_changed(self) -> bool:
        """Whether the value changed, or went."""
        return self.was.value is not None and self.was.value != self.now.value

    @property
    def result_changed(self) -> bool:
        """Whether the value, its inputs or the assessment changed: then other work stands behind it."""
        return (
            self.figure_changed or self.inputs_changed or self.was.assessment != self.now.assessment
        )

    @property
    def inputs_changed(self) -> bool:
        """Whether numbers behind the value changed. Where there were none, they are only added."""
        return self.was.inputs is not None and self.was.inputs != self.now.inputs

    def is_noted(self, *what: str) -> bool:
        """Whether a new note under changes tells one of `what` of this period."""
        return is_noted(self.earlier, self.measure, *what, period=self.label)


class Milestones(NamedTuple):
    """One milestone before and now; `at` is its place in the file now."""

    commitment: Commitment
    was: Milestone
    now: Milestone
    at: Pointer
    earlier: Commitment

    def is_noted(self, *what: str, period: str | None = None) -> bool:
        """Whether a new note under changes tells one of `what` of this milestone."""
        name = self.now.id
        return is_noted(self.earlier, self.commitment, *what, milestone=name, period=period)


class Updates(NamedTuple):
    """One update of a milestone before and now; `at` is its place in the file now."""

    milestones: Milestones
    was: Update
    now: Update
    at: Pointer

    @property
    def what(self) -> str:
        """The update in words."""
        return f"the update of {self.milestones.now.id} for {self.now.period.label}"

    def is_noted(self, *what: str) -> bool:
        """Whether a new note under changes tells one of `what` of this update."""
        return self.milestones.is_noted(*what, period=self.now.period.label)


def measures(before: Rated, after: Rated) -> Iterator[tuple[Measure, Measure]]:
    """Each measure that there was and is."""
    for name, was in before.catalogue.measure.items():
        now = after.catalogue.measure.get(name)
        if now is not None:
            yield was, now


def published_entries(before: Rated, after: Rated) -> Iterator[Entries]:
    """Each period that had a result which was published, and that there still is."""
    for pair in entries(before, after):
        if is_published(pair.was, after.as_of):
            yield pair


def entries(before: Rated, after: Rated) -> Iterator[Entries]:
    """Each period that there was and is."""
    for was, now in measures(before, after):
        earlier = {entry.period.label: entry for entry in was.periods}
        for index, entry in enumerate(now.periods):
            old = earlier.get(entry.period.label)
            if old is not None:
                yield Entries(now, old, entry, ("periods", index), was)


def is_published(entry: PeriodEntry, as_of: date) -> bool:
    """Whether a period has a result, and the day of its release has come."""
    return entry.has_result and not (entry.released and entry.released > as_of)


def is_in_use(measure: Measure, as_of: date) -> bool:
    """Whether any figure of a measure was published."""
    return any(is_published(entry, as_of) for entry in measure.periods)


def commitments(before: Rated, after: Rated) -> Iterator[tuple[Commitment, Commitment]]:
    """Each commitment that there was and is."""
    for name, was in before.catalogue.commitment.items():
        now = after.catalogue.commitment.get(name)
        if now is not None:
            yield was, now


def milestones(before: Rated, after: Rated) -> Iterator[Milestones]:
    """Each milestone that there was and is."""
    for was, now in commitments(before, after):
        earlier = {one.id: one for _, one in was.milestones}
        for at, milestone in placed_milestones(now):
            old = earlier.get(milestone.id)
            if old is not None:
                yield Milestones(now, old, milestone, at, was)


def updates(before: Rated, after: Rated) -> Iterator[Updates]:
    """Each update of a milestone that there was and is."""
    for pair in milestones(before, after):
        earlier = {one.period.label: one for one in pair.was.updates}
        for index, update in enumerate(pair.now.updates):
            old = earlier.get(update.period.label)
            if old is not None:
                yield Updates(pair, old, update, (*pair.at, "updates", index))


def is_noted(
    was: Measure | Commitment,
    now: Measure | Commitment,
    *what: str,
    milestone: str | None = None,
    period: str | None = None,
) -> bool:
    """Whether an entry under changes that was not there before tells one of `what`.

    What is about one period or milestone needs an entry that names it.
    """
    place = (milestone, period)
    return any(
        (note.milestone, note.period) == place and not set(what).isdisjoint(note.what)
        for note in added(was.changes, now.changes)
    )


def added(was: Sequence[T], now: Sequence[T]) -> list[T]:
    """The entries of a list that were not there before."""
    return [one for one in now if one not in was]


def add_note(what: str, *, milestone: str | None = None, period: str | None = None) -> str:
    """How a change is told: what to write under changes."""
    place = f", milestone: {milestone}" if milestone else ""
    place += f", period: {period}" if period else ""
    return f"under changes: {{on: the date, what: [{what}]{place}, why: why, told: who was told}}"
