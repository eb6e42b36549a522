"""Rules on people: owners, backups, and the second check."""

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, PeriodEntry
from generator.rules.rated import Rated
from generator.rules.wording import day


def owner_and_backup_differ(rated: Rated) -> Iterator[Remark]:
    """Owner and backup are two roles that no one person holds."""
    files = rated.catalogue
    items: tuple[Measure | Commitment, ...] = (*files.measures, *files.commitments)
    for item in items:
        if item.owner == item.backup:
            yield Remark(
                path=item.path,
                at=("backup",),
                message=f"owner and backup are both {item.owner}",
                fix="Name another role as backup, so that the work goes on when the owner is away.",
            )
        elif both := _held_by_both(item, files, rated.as_of):
            yield Remark(
                path=item.path,
                at=("backup",),
                message=f"{both} holds both roles, {item.owner} and {item.backup}",
                fix="Name a role that another person holds.",
            )


def figure_is_checked(rated: Rated) -> Iterator[Remark]:
    """A figure that the council worked out, or judged, was checked by another role afterwards."""
    for measure in rated.catalogue.measures:
        if measure.is_published_statistic:
            continue
        for index, entry in enumerate(measure.periods):
            if entry.has_result:
                yield from _check_of(measure, entry, index)
    for commitment in rated.catalogue.commitments:
        yield from _checks_of_updates(commitment)


def _check_of(measure: Measure, entry: PeriodEntry, index: int) -> Iterator[Remark]:
    label, at = entry.period.label, ("periods", index)
    done = entry.assessment if entry.assessment and entry.value is None else entry.calculated
    if done is None:
        yield Remark(
            path=measure.path,
            at=at,
            message=f"{label} does not say who calculated the figure, and when",
            fix="Add calculated: {by: the role, on: the date}.",
        )
        return
    if entry.checked is None:
        yield Remark(
            path=measure.path,
            at=at,
            message=f"{label} has no second check",
            fix="Ask a colleague to repeat the work and to add checked: {by:, on:, how:}.",
        )
    elif entry.checked.by == done.by:
        yield Remark(
            path=measure.path,
            at=(*at, "checked"),
            message=f"{label} was calculated and checked by the same role, {done.by}",
            fix="Have another role repeat the work, and write that role here.",
        )
    elif entry.checked.on < done.on:
        yield Remark(
            path=measure.path,
            at=(*at, "checked"),
            message=(
                f"{label} was checked on {day(entry.checked.on)}, "
                f"before it was worked out on {day(done.on)}"
            ),
            fix="Correct the dates, or check the figure again.",
        )


def _checks_of_updates(commitment: Commitment) -> Iterator[Remark]:
    for a, action in enumerate(commitment.actions):
        for m, milestone in enumerate(action.milestones):
            for u, update in enumerate(milestone.updates):
                at: Pointer = ("actions", a, "milestones", m, "updates", u)
                if update.published or update.assessed is None:
                    continue
                if update.checked is None:
                    yield Remark(
                        path=commitment.path,
                        at=at,
                        message=f"{milestone.id}: the update for {update.period.label} has no second check",
                        fix="Ask a colleague to go over the facts and to add checked: {by:, on:, how:}.",
                    )
                elif update.checked.by == update.assessed.by:
                    yield Remark(
                        path=commitment.path,
                        at=(*at, "checked"),
                        message=(
                            f"{milestone.id}: the update for {update.period.label} was assessed and "
                            f"checked by the same role, {update.assessed.by}"
                        ),
                        fix="Have another role go over the facts, and write that role here.",
                    )
                elif update.checked.on < update.assessed.on:
                    yield Remark(
                        path=commitment.path,
                        at=(*at, "checked"),
                        message=(
                            f"{milestone.id}: the update for {update.period.label} was checked on "
                            f"{day(update.checked.on)}, before it was assessed on "
                            f"{day(update.assessed.on)}"
                        ),
                        fix="Correct the dates, or go over the facts again.",
                    )


def _held_by_both(item: Measure | Commitment, files: Catalogue, as_of: date) -> str | None:
    """Who holds both roles of `item` at the same time, today or later, if anyone does."""
    owner, backup = files.roles.get(item.owner), files.roles.get(item.backup)
    if not owner or not backup:
        return None
    for one in owner.holders:
        for other in backup.holders:
            start = max(one.from_, other.from_, as_of)
            held = all(holder.to is None or holder.to >= start for holder in (one, other))
            if held and one.identity.casefold() == other.identity.casefold():
                return one.identity
    return None
