"""What happened, as far as the files give its day: new figures, revisions, overrides, targets, milestones.

Only what lies on or before the day of the build is told, so that nothing is told before its time.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator.model.measure import PeriodEntry
from generator.model.words import COLOURS, Status
from generator.rules.ledger import Revised, ledger
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.register import Override, overrides
from generator.rules.units import target_words, with_unit
from generator.rules.wording import status_in_text


class Happening(StrEnum):
    """What kind of thing happened; the order in which those of one day are told."""

    CORRECTION = "correction"
    OVERRIDE = "override"
    REVISION = "revision"
    TARGET = "target"
    FIGURE = "figure"
    MILESTONE = "milestone"


_ORDER = {kind: place for place, kind in enumerate(Happening)}


class Happened(NamedTuple):
    """One thing that happened to a measure, or to a commitment and its milestone.

    `status` is what the period or the milestone is shown as. A new figure has its `entry` in the
    place of what is `told`: there are many of them, and few are ever read.
    """

    on: date
    kind: Happening
    title: str
    period: str
    service: str
    told: str
    status: Status
    measure: str | None = None
    commitment: str | None = None
    milestone: str | None = None
    entry: RatedEntry | None = None

    @property
    def sentence(self) -> str:
        """What happened, in words."""
        return self.entry.sentence if self.entry else self.told

    @property
    def key(self) -> str:
        """What sets it apart from all others: kind, item, period and day."""
        parts = (self.kind, self.measure or self.commitment, self.milestone, self.period, self.on)
        return "/".join(str(part) for part in parts if part).replace(" ", "-")


@lru_cache(maxsize=1)
def happenings(rated: Rated) -> tuple[Happened, ...]:
    """Everything that happened up to the day of `rated`, newest first."""
    found = [*_revisions(rated), *_overrides(rated), *_figures(rated), *_milestones(rated)]
    known = {one.key: one for one in reversed(found) if one.on <= rated.as_of}
    return tuple(
        sorted(known.values(), key=lambda one: (-one.on.toordinal(), _ORDER[one.kind], one.key))
    )


def published_on(entry: PeriodEntry) -> date | None:
    """The day on which a figure came out, as far as its files say: released, checked, or worked out."""
    if entry.released:
        return entry.released
    for done in (entry.checked, entry.calculated, entry.assessment):
        if done:
            return done.on
    return None


def _figures(rated: Rated) -> Iterator[Happened]:
    for item in rated.measures:
        for one in item.entries:
            on = published_on(one.entry)
            if on and one.entry.has_result:
                yield _figure(item, one, on)
            change = one.entry.target_change
            if change and one.entry.target is not None:
                unit = item.measure.unit
                told = (
                    f"The target was {target_words(change.from_, unit)} and is "
                    f"{target_words(one.entry.target, unit)}. {change.reason}"
                )
                yield _of(item, one, Happening.TARGET, change.agreed.on, told)


def _figure(item: RatedMeasure, one: RatedEntry, on: date) -> Happened:
    return _of(item, one, Happening.FIGURE, on, "")._replace(entry=one)


def _of(item: RatedMeasure, one: RatedEntry, kind: Happening, on: date, sentence: str) -> Happened:
    measure = item.measure
    return Happened(
        on, kind, measure.title, one.entry.period.words, measure.service, sentence, one.status,
        measure=measure.id,
    )  # fmt: skip


def _revisions(rated: Rated) -> Iterator[Happened]:
    for one in ledger(rated):
        measure = one.item.measure
        kind = Happening.CORRECTION if one.is_correction else Happening.REVISION
        yield Happened(
            one.revision.on, kind, measure.title, one.entry.period.words, measure.service,
            _revised(one), one.new_status, measure=measure.id,
        )  # fmt: skip


def _revised(one: Revised) -> str:
    unit = one.item.measure.unit
    new = "no figure" if one.new is None else with_unit(one.new, unit)
    told = f"{with_unit(one.old, unit)} became {new}. {one.revision.reason}"
    if one.flips:
        told += f" Its status was {status_in_text(one.old_status)} and is {status_in_text(one.new_status)}."
    return told


def _overrides(rated: Rated) -> Iterator[Happened]:
    for one in overrides(rated):
        if one.said.on and one.outcome != "refused":
            measure = None if one.commitment else one.id
            yield Happened(
                one.said.on, Happening.OVERRIDE, one.title, one.period, one.service, _overridden(one),
                one.said.colour, measure=measure, commitment=one.commitment,
            )  # fmt: skip


def _overridden(one: Override) -> str:
    return (
        f"Reported {status_in_text(one.said.colour)} where the figures give "
        f"{status_in_text(one.computed)}. {one.said.reason or ''}"
    ).strip()


def _milestones(rated: Rated) -> Iterator[Happened]:
    for one in rated.milestones.values():
        for update in one.milestone.updates:
            on = update.as_at or (update.assessed.on if update.assessed else None)
            if on:
                word = status_in_text(update.status)
                colour = update.status in COLOURS
                told = f"Reported {word}. {update.progress}" if colour else update.progress
                yield Happened(
                    on, Happening.MILESTONE, one.milestone.title, update.period.words,
                    one.milestone.lead_service, told, update.status,
                    commitment=one.commitment.id, milestone=one.milestone.id,
                )  # fmt: skip
