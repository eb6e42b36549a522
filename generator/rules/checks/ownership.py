"""Rules on people: owners, backups, and the second check."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment
from generator.model.finding import Pointer, Remark
from generator.model.measure import Assessment, Measure, PeriodEntry
from generator.model.people import Checked, Done
from generator.model.words import Kind
from generator.rules.checks.milestones import placed_milestones
from generator.rules.people import one_person
from generator.rules.rated import Rated
from generator.rules.wording import day

_ADD_CHECKED = "add checked: {by: their role, on: the date, how: what they did again}."


def owner_and_backup_differ(rated: Rated) -> Iterator[Remark]:
    """Owner and backup are two roles that no one person holds, unless the backup acts for an owner who
    has left.
    """
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


def case_study_is_checked(rated: Rated) -> Iterator[Remark]:
    """A case study was checked by another person than its author, after it was written."""
    for study in rated.catalogue.case_studies:
        if study.author and study.written:
            done = Done(study.author, study.written)
            repeat = "read it against its sources"
            work = _Work(study.path, (), "the case study", "written", repeat, f"{repeat} again")
            yield from _second_check(work, done, study.checked, rated.catalogue)


class _Work(NamedTuple):
    """A piece of work that another person checks: where it stands, and how it is told."""

    path: str
    at: Pointer
    what: str
    verb: str
    repeat: str
    again: str


def _check_of(
    measure: Measure, entry: PeriodEntry, index: int, files: Catalogue
) -> Iterator[Remark]:
    label, at = entry.period.label, ("periods", index)
    judged = measure.kind is Kind.QUALITATIVE and entry.assessment is not None
    done = entry.assessment if judged else entry.calculated
    if done is None:
        yield Remark(
            path=measure.path,
            at=at,
            message=f"{label} does not say who calculated the figure and when",
            fix="Add calculated: {by: the role, on: the date}.",
        )
        return
    verb = "assessed" if judged else "calculated"
    work = _Work(measure.path, at, label, verb, "repeat the work", "check the figure again")
    yield from _second_check(work, done, entry.checked, files)


def _checks_of_updates(commitment: Commitment, files: Catalogue) -> Iterator[Remark]:
    for place, milestone in placed_milestones(commitment):
        for u, update in enumerate(milestone.updates):
            if update.published or update.assessed is None:
                continue
            what = f"{milestone.id}: the update for {update.period.label}"
            at, repeat = (*place, "updates", u), "go over the facts"
            work = _Work(commitment.path, at, what, "assessed", repeat, f"{repeat} again")
            yield from _second_check(work, update.assessed, update.checked, files)


def _second_check(
    work: _Work, done: Done | Assessment, checked: Checked | None, files: Catalogue
) -> Iterator[Remark]:
    """What is wrong with the check of `work`: none, by the same person, or before the work."""
    at = (*work.at, "checked")
    if checked is None:
        yield Remark(
            path=work.path,
            at=work.at,
            message=f"{work.what} has no second check",
            fix=f"Ask a colleague to {work.repeat}, then {_ADD_CHECKED}",
        )
    elif checked.by == done.by:
        yield Remark(
            path=work.path,
            at=at,
            message=f"{work.what} was {work.verb} and checked by the same role, {done.by}",
            fix=f"Have another role {work.repeat}, and write that role here.",
        )
    elif both := one_person(done.by, done.on, checked.by, checked.on, files):
        yield Remark(
            path=work.path,
            at=at,
            message=f"{work.what} was {work.verb} and checked by one person, {both}, in two roles",
            fix=f"Have another person {work.repeat}, and write that person's role here.",
        )
    elif checked.on < done.on:
        yield Remark(
            path=work.path,
            at=at,
            message=(
                f"{work.what} was checked on {day(checked.on)}, "
                f"before it was {work.verb} on {day(done.on)}"
            ),
            fix=f"Correct the dates, or {work.again}.",
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
            person, same = files.person(one.identity), files.person(other.identity)
            if held and not (one.acting or other.acting) and person.casefold() == same.casefold():
                return person
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
