"""Rules on people: owners, backups, and the second check."""

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment
from generator.model.finding import Pointer, Remark
from generator.model.measure import Assessment, Measure, PeriodEntry
from generator.model.people import Checked, Done
from generator.model.words import Kind
from generator.rules.rated import Rated
from generator.rules.wording import day

_ADD_CHECKED = "add checked: {by: their role, on: the date, how: what they did again}."


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
    """A figure that the council worked out, or judged, was checked by another person afterwards."""
    for measure in rated.catalogue.measures:
        if measure.is_published_statistic:
            continue
        for index, entry in enumerate(measure.periods):
            if entry.has_result:
                yield from _check_of(measure, entry, index, rated.catalogue)
    for commitment in rated.catalogue.commitments:
        yield from _checks_of_updates(commitment, rated.catalogue)


def _check_of(
    measure: Measure, entry: PeriodEntry, index: int, files: Catalogue
) -> Iterator[Remark]:
    label, at = entry.period.label, ("periods", index)
    judged = measure.kind is Kind.QUALITATIVE and entry.assessment is not None
    done = entry.assessment if judged else entry.calculated
    verb = "assessed" if judged else "calculated"
    if done is None:
        yield Remark(
            path=measure.path,
            at=at,
            message=f"{label} does not say who calculated the figure and when",
            fix="Add calculated: {by: the role, on: the date}.",
        )
        return
    if entry.checked is None:
        yield Remark(
            path=measure.path,
            at=at,
            message=f"{label} has no second check",
            fix=f"Ask a colleague to repeat the work, then {_ADD_CHECKED}",
        )
    elif entry.checked.by == done.by:
        yield Remark(
            path=measure.path,
            at=(*at, "checked"),
            message=f"{label} was {verb} and checked by the same role, {done.by}",
            fix="Have another role repeat the work, and write that role here.",
        )
    elif both := _one_person(done, entry.checked, files):
        yield Remark(
            path=measure.path,
            at=(*at, "checked"),
            message=f"{label} was {verb} and checked by one person, {both}, in two roles",
            fix="Have another person repeat the work, and write that person's role here.",
        )
    elif entry.checked.on < done.on:
        yield Remark(
            path=measure.path,
            at=(*at, "checked"),
            message=(
                f"{label} was checked on {day(entry.checked.on)}, "
                f"before it was {verb} on {day(done.on)}"
            ),
            fix="Correct the dates, or check the figure again.",
        )


def _checks_of_updates(commitment: Commitment, files: Catalogue) -> Iterator[Remark]:
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
                        fix=f"Ask a colleague to go over the facts, then {_ADD_CHECKED}",
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
                elif both := _one_person(update.assessed, update.checked, files):
                    yield Remark(
                        path=commitment.path,
                        at=(*at, "checked"),
                        message=(
                            f"{milestone.id}: the update for {update.period.label} was assessed and "
                            f"checked by one person, {both}, in two roles"
                        ),
                        fix="Have another person go over the facts, and write that person's role here.",
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


def _one_person(done: Done | Assessment, checked: Checked, files: Catalogue) -> str | None:
    """Who held the role that did the work and the role that checked it, if anyone held both."""
    doers = _holders(done.by, done.on, files)
    checkers = _holders(checked.by, checked.on, files)
    return next((name for key, name in doers.items() if key in checkers), None)


def _holders(role_id: str, on: date, files: Catalogue) -> dict[str, str]:
    """Who held a role on a day, by their identity in small letters."""
    role = files.roles.get(role_id)
    return {
        holder.identity.casefold(): holder.identity
        for holder in (role.holders if role else ())
        if holder.from_ <= on and (holder.to is None or on <= holder.to)
    }


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


def origin_or_calculation(rated: Rated) -> Iterator[Remark]:
    """A figure is either taken from a published source or worked out by the council, never both."""
    for measure in rated.catalogue.measures:
        if measure.origin is None:
            continue
        for index, entry in enumerate(measure.periods):
            for key, done in (("calculated", entry.calculated), ("checked", entry.checked)):
                if done:
                    yield Remark(
                        path=measure.path,
                        at=("periods", index, key),
                        message=(
                            f"{entry.period.label} says who {key} the figure, but origin says that it "
                            "is taken from a published source"
                        ),
                        fix="Delete origin, or delete calculated and checked.",
                    )
