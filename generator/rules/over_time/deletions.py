"""Rules over time on what was taken out, and on ids that stand for something else (R156)."""

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment, Milestone
from generator.model.finding import Remark
from generator.model.measure import Measure, PeriodEntry
from generator.rules.checks.identity import records_of
from generator.rules.checks.milestones import placed_milestones
from generator.rules.named import KINDS
from generator.rules.over_time.pairs import (
    Milestones,
    add_note,
    commitments,
    is_noted,
    is_published,
    measures,
    milestones,
)
from generator.rules.rated import Rated
from generator.rules.wording import one_line


def nothing_published_is_deleted(before: Rated, after: Rated) -> Iterator[Remark]:
    """A measure, commitment, mission, case study or report is taken out only with an entry under
    retired in council.yaml, a period, action, milestone or update only with one under changes.
    """
    yield from _files(before.catalogue, after.catalogue)
    for was, now in measures(before, after):
        yield from _periods(was, now, after)
    for old, new in commitments(before, after):
        yield from _actions(old, new)
        yield from _milestones(old, new)
    for pair in milestones(before, after):
        yield from _updates(pair)


def id_keeps_its_meaning(before: Rated, after: Rated) -> Iterator[Remark]:
    """An id never stands for something else than it did."""
    for was, now in measures(before, after):
        if _is_another_measure(was, now):
            yield Remark(
                path=now.path,
                at=("id",),
                message=f"{now.id} was “{one_line(was.title)}”, and is another measure now",
                fix=f"Put {was.id} back, and give the new measure an id of its own.",
            )
    for old, new in commitments(before, after):
        kept = {one.id for _, one in old.milestones} & {one.id for _, one in new.milestones}
        held = any(True for _ in old.milestones)
        if held and not kept and one_line(old.text) != one_line(new.text):
            yield Remark(
                path=new.path,
                at=("id",),
                message=f"{new.id} was “{one_line(old.text)}”, and is another commitment now",
                fix=f"Put {old.id} back, and give the new commitment an id of its own.",
            )
    for pair in milestones(before, after):
        if _is_another_milestone(pair.was, pair.now):
            yield Remark(
                path=pair.commitment.path,
                at=(*pair.at, "id"),
                message=(
                    f"{pair.now.id} was “{one_line(pair.was.title)}”, and is another milestone now"
                ),
                fix=f"Put {pair.now.id} back, and give the new milestone an id of its own.",
            )


def _files(before: Catalogue, after: Catalogue) -> Iterator[Remark]:
    """Records that were files of their own, and missions of the plan."""
    retired = {one.id for one in after.council.retired}
    kept = {(type(one), one.id) for one in records_of(after)}
    for item in records_of(before):
        known = item.id in retired or item.id in after.unread
        if (type(item), item.id) in kept or known:
            continue
        yield Remark(
            path=after.council.path,
            at=("retired",),
            message=f"the {KINDS[type(item)].replace('-', ' ')} {item.id} is gone: it was {item.path}",
            fix=_RETIRE.format(id=item.id),
        )
    for name in before.missions:
        if name not in after.missions and name not in retired:
            yield Remark(
                path=after.council.path,
                at=("retired",),
                message=f"the mission {name} is gone from the plan",
                fix=_RETIRE.format(id=name),
            )


_RETIRE = (
    "Put it back; an id never changes. To take it out, add under retired: {{id: {id}, on: the date, "
    "reason: why}}."
)


def _periods(was: Measure, now: Measure, after: Rated) -> Iterator[Remark]:
    """Periods with a published result, or a state in its place, that are not there any more."""
    kept = {entry.period.label for entry in now.periods}
    if was.frequency is not now.frequency and is_noted(was, now, "frequency"):
        return
    for entry in was.periods:
        label = entry.period.label
        published = entry.state or is_published(entry, after.as_of)
        if label in kept or not published or is_noted(was, now, "period", period=label):
            continue
        yield Remark(
            path=now.path,
            at=("periods", _place(entry, now)) if now.periods else ("periods",),
            message=f"{label} is gone, and its result was published",
            fix=f"Put it back, or add {add_note('period', period=label)}.",
        )


def _actions(was: Commitment, now: Commitment) -> Iterator[Remark]:
    """An action has a page, whose address stays."""
    kept = {action.id for action in now.actions}
    for action in was.actions:
        if action.id not in kept and not is_noted(was, now, "action"):
            yield Remark(
                path=now.path,
                at=("actions",),
                message=f"the action {action.id} is gone",
                fix=f"Put it back, or add {add_note('action')}.",
            )


def _milestones(was: Commitment, now: Commitment) -> Iterator[Remark]:
    kept = {milestone.id for _, milestone in now.milestones}
    for at, milestone in placed_milestones(was):
        name = milestone.id
        if name in kept or is_noted(was, now, "milestone", milestone=name):
            continue
        action = int(at[1])
        yield Remark(
            path=now.path,
            at=("actions", action, "milestones") if action < len(now.actions) else ("actions",),
            message=f"the milestone {name} is gone",
            fix=(
                "Put it back, with state: cancelled and its decision if it was given up, or add "
                f"{add_note('milestone', milestone=name)}."
            ),
        )


def _updates(pair: Milestones) -> Iterator[Remark]:
    kept = {update.period.label for update in pair.now.updates}
    for update in pair.was.updates:
        label = update.period.label
        if label in kept or pair.is_noted("update", period=label):
            continue
        note = add_note("update", milestone=pair.now.id, period=label)
        yield Remark(
            path=pair.commitment.path,
            at=(*pair.at, "updates"),
            message=f"the update of {pair.now.id} for {label} is gone",
            fix=f"Put it back, or add {note}.",
        )


def _place(entry: PeriodEntry, now: Measure) -> int:
    """Where a period would stand: at the next one, or else at the last."""
    later = (
        index for index, one in enumerate(now.periods) if one.period.number > entry.period.number
    )
    return next(later, len(now.periods) - 1)


def _is_another_measure(was: Measure, now: Measure) -> bool:
    """Whether title, definition and every published figure differ."""
    same_words = {one_line(was.title), one_line(was.definition)} & {
        one_line(now.title),
        one_line(now.definition),
    }
    figures = {(one.period.label, one.value) for one in was.periods if one.has_result}
    kept = figures & {(one.period.label, one.value) for one in now.periods if one.has_result}
    return bool(figures) and not kept and not same_words


def _is_another_milestone(was: Milestone, now: Milestone) -> bool:
    """Whether title, test and due date differ, and nothing that was reported of it is left."""
    kept = {one.period.label for one in was.updates} & {one.period.label for one in now.updates}
    meant = (one_line(was.title), was.done_when, was.due)
    means = (one_line(now.title), now.done_when, now.due)
    changed = all(one != other for one, other in zip(meant, means, strict=True))
    return bool(was.updates) and not kept and changed
