"""Changes: what one state of the files does to figures, targets and statuses beside another (R157).

A reviewer decides from these, not from lines: worst first, each in one sentence.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple, TypeVar

from generator.model.commitment import Update
from generator.model.past import Difference
from generator.model.release import RELEASES
from generator.model.words import COLOURS, Status
from generator.rules.change_reasons import why_of
from generator.rules.change_words import Word, place_of, words_of
from generator.rules.differences import differences
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.rollup import RatedCommitment
from generator.rules.units import target_words, with_unit
from generator.rules.wording import one_line, status_in_text

T = TypeVar("T")


class Weight(IntEnum):
    """How much a change weighs with a reviewer: the heaviest come first."""

    UNEXPLAINED = 0
    STATUS = 1
    RULE = 2
    FIGURE = 3
    REMOVED = 4
    TARGET = 5
    DEFINITION = 6
    PEOPLE = 7
    PROGRESS = 8
    NEW = 9
    OTHER = 10


class Change(NamedTuple):
    """One change. `item` is the id of a measure or commitment, of a role or band, or a path; `kind`
    is the key that changed, or `status`, `added` or `removed`; `place` the way to that key in words,
    `why` what the files say of its reason.
    """

    weight: Weight
    kind: str
    item: str
    title: str
    period: str
    before: str
    after: str
    sentence: str
    path: str
    place: str = ""
    why: str = ""


def changes(before: Rated, after: Rated) -> list[Change]:
    """Everything that differs between two states, each worked out on the day of its own, worst first."""
    found = [
        *_council(before, after),
        *_measures(before, after),
        *_commitments(before, after),
        *_others(before, after),
    ]
    retired = {one.id: one.reason for one in after.catalogue.council.retired}
    told = [
        one._replace(why=retired.get(one.item, "")) if one.kind == "removed" else one
        for one in found
    ]
    return sorted(told, key=lambda change: (change.weight, change.item, change.period))


def _council(before: Rated, after: Rated) -> Iterator[Change]:
    """The bands, the policy, the people: what rates everything else."""
    council = after.catalogue.council
    for one in differences(before.catalogue.council, council):
        weight = Weight.RULE if one.at[0] in ("bands", "policy", "targets") else Weight.OTHER
        weight = Weight.PEOPLE if one.at[0] == "roles" else weight
        yield _changed(one, weight, "council", council.name, "", council.path, "")


def _measures(before: Rated, after: Rated) -> Iterator[Change]:
    for name, was, now in _pairs(before.by_id, after.by_id):
        if was is None and now is not None:
            yield _added(name, now.measure.title, now.measure.path)
        elif now is None and was is not None:
            yield _removed(name, was.measure.title, was.measure.path)
        elif was is not None and now is not None:
            yield from _flips(was, now)
            yield from _edits(was, now)


def _flips(was: RatedMeasure, now: RatedMeasure) -> Iterator[Change]:
    """Each period whose shown status is another one than before, with how it follows now."""
    earlier = {one.entry.period.label: one for one in was.entries}
    for one in now.entries:
        label = one.entry.period.label
        old = earlier.get(label)
        if old is None or old.status is one.status:
            continue
        measure = now.measure
        told = (
            f"{label}: {status_in_text(old.status)} becomes {status_in_text(one.status)}. "
            f"{one.sentence}"
        )
        yield Change(
            Weight.STATUS, "status", measure.id, measure.title, label, str(old.status),
            str(one.status), told, measure.path,
        )  # fmt: skip


def _edits(was: RatedMeasure, now: RatedMeasure) -> Iterator[Change]:
    """Each key of a measure or of one of its periods that differs."""
    measure = now.measure
    explained = _explained(now)
    for one in differences(was.measure, measure):
        label = one.at[1] if one.at[0] == "periods" and len(one.at) > 1 else ""
        key = one.at[2] if label and len(one.at) > 2 else one.at[0]
        weight = _MEASURE.get(key, Weight.OTHER)
        if label and len(one.at) == 2:
            weight = Weight.NEW if one.before is None else Weight.REMOVED
        if key == "value" and one.before not in (None, *explained.get(label, ())):
            weight = Weight.UNEXPLAINED
        change = _changed(
            one, weight, measure.id, measure.title, label, measure.path,
            measure.unit, was.measure.unit,
        )  # fmt: skip
        if weight is Weight.UNEXPLAINED:
            told = f"{change.sentence} No revision says why."
            change = change._replace(sentence=told)
        if weight is Weight.NEW:
            told = _new_period(now, label)
            change = change._replace(after=told, sentence=f"the period is new: {told}.")
        yield change._replace(why=why_of(was.measure, measure, key, label))


def _new_period(now: RatedMeasure, label: str) -> str:
    """What is said of a period that was not there before: its figure, its target, its status."""
    one = now.at(label)
    if one is None:
        return "a second entry of a period that is there already"
    entry, unit = one.entry, now.measure.unit
    figure = "no figure" if entry.value is None else with_unit(entry.value, unit)
    target = "" if entry.target is None else f" against {target_words(entry.target, unit)}"
    return f"{figure}{target}, {status_in_text(one.status)}"


_MEASURE = {
    "value": Weight.FIGURE, "inputs": Weight.FIGURE, "state": Weight.FIGURE,
    "status": Weight.STATUS, "assessment": Weight.FIGURE, "revisions": Weight.FIGURE,
    "target": Weight.TARGET, "target_change": Weight.TARGET, "tolerance": Weight.RULE,
    "profile": Weight.TARGET, "target_basis": Weight.TARGET,
    "definition": Weight.DEFINITION, "calculation": Weight.DEFINITION,
    "direction": Weight.DEFINITION, "unit": Weight.DEFINITION, "decimals": Weight.DEFINITION,
    "frequency": Weight.DEFINITION, "every": Weight.DEFINITION, "due_after_days": Weight.DEFINITION,
    "origin": Weight.DEFINITION, "variation": Weight.DEFINITION, "trend": Weight.DEFINITION,
    "owner": Weight.PEOPLE, "backup": Weight.PEOPLE, "service": Weight.PEOPLE,
    "agreed": Weight.PEOPLE, "checked": Weight.PEOPLE, "calculated": Weight.PEOPLE,
}  # fmt: skip
"""What each key of a measure or a period weighs; every other key is told too, last."""


def _explained(now: RatedMeasure) -> Mapping[str, set[Decimal]]:
    """The old figures that the revisions of each period give."""
    entries = now.measure.periods
    return {one.period.label: {old.from_ for old in one.revisions} for one in entries}


def _commitments(before: Rated, after: Rated) -> Iterator[Change]:
    earlier = {one.commitment.id: one for one in before.roll_ups.commitments}
    later = {one.commitment.id: one for one in after.roll_ups.commitments}
    for name, was, now in _pairs(earlier, later):
        if was is None and now is not None:
            yield _added(name, _title(now), now.commitment.path)
        elif now is None and was is not None:
            yield _removed(name, _title(was), was.commitment.path)
        elif was is not None and now is not None:
            yield from _rolled(was, now)
            for one in differences(was.commitment, now.commitment):
                weight = Weight.PEOPLE if one.at[0] in ("owner", "backup") else Weight.PROGRESS
                if one.after is None and len(one.at) > 1:
                    weight = Weight.REMOVED
                yield _shortened(
                    _changed(one, weight, name, _title(now), "", now.commitment.path, ""), one
                )


def _shortened(change: Change, one: Difference) -> Change:
    """A new update by what it reports, not by all that it holds."""
    if one.before is not None or not isinstance(one.after, Update):
        return change
    told = f"{one.after.status}: {one_line(one.after.progress)}"
    return change._replace(after=told, sentence=f"{change.place} is new: {told.rstrip('.')}.")


def _rolled(was: RatedCommitment, now: RatedCommitment) -> Iterator[Change]:
    """Where the commitment itself, or a milestone of it, is shown with another status."""
    if was.status is not now.status:
        yield _status(now, "", was.status, now.status, now.sentence)
    earlier = {one.key: one for one in was.milestones}
    for one in now.milestones:
        old = earlier.get(one.key)
        if old and old.status is not one.status:
            yield _status(now, one.milestone.title, old.status, one.status, one.sentence)


def _status(now: RatedCommitment, milestone: str, old: Status, new: Status, why: str) -> Change:
    what = f"{milestone}: " if milestone else ""
    told = f"{what}{status_in_text(old)} becomes {status_in_text(new)}. {why}"
    item = now.commitment
    return Change(
        Weight.STATUS,
        "status",
        item.id,
        _title(now),
        milestone,
        str(old),
        str(new),
        told,
        item.path,
    )


def _others(before: Rated, after: Rated) -> Iterator[Change]:
    """The plan, the case studies, the reports and the records of releases."""
    old, new = before.catalogue, after.catalogue
    for one in differences(old.plan, new.plan):
        yield _changed(one, Weight.OTHER, "plan", new.plan.title, "", new.plan.path, "")
    for was, now in (
        ({one.id: one for one in old.case_studies}, {one.id: one for one in new.case_studies}),
        ({one.id: one for one in old.reports}, {one.id: one for one in new.reports}),
    ):
        yield from _papers(was, now)
    was_released, released = ({one.name: one for one in side.releases} for side in (old, new))
    for change in _papers(was_released, released):
        told = change.sentence
        if change.kind == "removed":
            told = f"the release {change.item} is taken out of the chain."
        yield change._replace(path=RELEASES, sentence=told)


def _papers(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[Change]:
    for name, was, now in _pairs(old, new):
        title = str(getattr(now or was, "title", name))
        path = str(getattr(now or was, "path", ""))
        if was is None:
            yield _added(name, title, path)
        elif now is None:
            yield _removed(name, title, path)
        else:
            for one in differences(was, now):
                yield _changed(one, Weight.OTHER, name, title, "", path, "")


def _pairs(old: Mapping[str, T], new: Mapping[str, T]) -> Iterator[tuple[str, T | None, T | None]]:
    for name in dict.fromkeys((*old, *new)):
        yield name, old.get(name), new.get(name)


def _title(rated: RatedCommitment) -> str:
    return rated.commitment.short_title or rated.commitment.text


def _added(item: str, title: str, path: str) -> Change:
    return Change(Weight.NEW, "added", item, title, "", "", item, f"{item} is new.", path)


def _removed(item: str, title: str, path: str) -> Change:
    told = f"{item} is removed: its figures are no longer published."
    return Change(Weight.REMOVED, "removed", item, title, "", item, "", told, path)


def _changed(
    one: Difference,
    weight: Weight,
    item: str,
    title: str,
    period: str,
    path: str,
    unit: str,
    old_unit: str | None = None,
) -> Change:
    word: Word = words_of(one, unit, old_unit)
    return Change(
        weight, word.key, item, title, period, word.before, word.after, word.sentence, path,
        place_of(one),
    )  # fmt: skip


def is_worse(change: Change) -> bool:
    """Whether a change of status is for the worse."""
    order = [str(status) for status in COLOURS]
    both = change.before in order and change.after in order
    return both and order.index(change.after) < order.index(change.before)
