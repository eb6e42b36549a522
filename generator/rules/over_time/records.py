"""Rules over time on records: checks, revisions and approvals stay as they were made (R92, R110)."""

from collections.abc import Iterator, Sequence

from generator.model.commitment import Commitment
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, ReportedStatus
from generator.model.people import Agreement, ChangeNote, Checked, Done
from generator.model.release import RELEASES
from generator.rules.over_time.pairs import (
    Entries,
    add_note,
    commitments,
    entries,
    is_noted,
    measures,
    published_entries,
    updates,
)
from generator.rules.rated import Rated
from generator.rules.wording import day


def check_stays(before: Rated, after: Rated) -> Iterator[Remark]:
    """Who worked out and who checked a published result, and when, stays as it was written, unless a
    later check takes its place.
    """
    for pair in published_entries(before, after):
        if pair.result_changed:
            continue
        for key, was, now in (
            ("calculated", pair.was.calculated, pair.now.calculated),
            ("checked", pair.was.checked, pair.now.checked),
        ):
            fault = _fault(was, now)
            if fault and not pair.is_noted(key):
                note = add_note(key, period=pair.label)
                yield _record(pair.measure.path, (*pair.at, key), key, pair.label, fault, note)
    for one in updates(before, after):
        for key, was, now in (
            ("assessed", one.was.assessed, one.now.assessed),
            ("checked", one.was.checked, one.now.checked),
        ):
            fault = _fault(was, now)
            if fault and not one.is_noted(key, "status", "basis"):
                path, name = one.milestones.commitment.path, one.milestones.now.id
                note = add_note(key, milestone=name, period=one.now.period.label)
                yield _record(path, (*one.at, key), key, one.what, fault, note)


def revision_stays(before: Rated, after: Rated) -> Iterator[Remark]:
    """An entry under revisions, changes or retired, a release's record and a target's change stay as
    they were written.
    """
    for pair in entries(before, after):
        at: Pointer = (*pair.at, "revisions")
        yield from _lost(pair.was.revisions, pair.now.revisions, pair, at)
        was, now = pair.was.target_change, pair.now.target_change
        same_target = pair.was.target == pair.now.target
        if was and was != now and same_target and not pair.is_noted("target_change"):
            gone = "changed" if now else "is gone"
            yield Remark(
                path=pair.measure.path,
                at=(*pair.at, "target_change"),
                message=f"what was said of the change of the target of {pair.label} {gone}",
                fix=_as_it_was("target_change", pair),
            )
    for item, earlier in _noted_files(before, after):
        yield from _gone(earlier, item.changes, item.path, "changes")
    yield from _gone(before.catalogue.releases, after.catalogue.releases, RELEASES, "releases")
    was_council, now_council = before.catalogue.council, after.catalogue.council
    yield from _gone(was_council.retired, now_council.retired, now_council.path, "retired")


def approval_stays(before: Rated, after: Rated) -> Iterator[Remark]:
    """Who agreed a measure, a commitment or a reported status, and when, stays as it was written,
    unless a later agreement takes its place.
    """
    for was, now in measures(before, after):
        yield from _agreement(was.agreed, now.agreed, now.path, "agreed", told=_is_told(was, now))
        kept = {rebase.from_: rebase for rebase in now.variation.rebase}
        for rebase in was.variation.rebase:
            if kept.get(rebase.from_) != rebase and not is_noted(was, now, "rebase", "variation"):
                yield Remark(
                    path=now.path,
                    at=("variation", "rebase"),
                    message=f"the rebase from {rebase.from_} changed or is gone",
                    fix=f"Write it as it was, or add {add_note('rebase')}.",
                )
    for old, new in commitments(before, after):
        told = is_noted(old, new, "ownership")
        yield from _agreement(old.ownership, new.ownership, new.path, "ownership", told=told)
    for pair in published_entries(before, after):
        yield from _override(pair)


def override_is_not_extended(before: Rated, after: Rated) -> Iterator[Remark]:
    """A reported status counts for longer only after a new approval, with its own date."""
    for pair in entries(before, after):
        yield from _extended(
            pair.was.status, pair.now.status, pair.measure.path, (*pair.at, "status"), pair.label
        )
    for was, now in commitments(before, after):
        earlier = {action.id: action for action in was.actions}
        for index, action in enumerate(now.actions):
            old = earlier.get(action.id)
            if old:
                at: Pointer = ("actions", index, "status")
                yield from _extended(old.status, action.status, now.path, at, action.id)


def _fault(was: Done | Checked | None, now: Done | Checked | None) -> str | None:
    """What is wrong with a record of work: it is gone, dated back, or another one of the same day."""
    if was is None or now == was:
        return None
    if now is None:
        return f"by {was.by} on {day(was.on)} is gone"
    if now.on < was.on:
        return f"was dated {day(was.on)} and is now dated {day(now.on)}, which is earlier"
    if now.on > was.on:
        return None
    if now.by != was.by:
        return f"was by {was.by} and is now by {now.by}, on the same day"
    return "says something else of the same day"


def _record(path: str, at: Pointer, key: str, what: str, fault: str, note: str) -> Remark:
    return Remark(
        path=path,
        at=at,
        message=f"{what}: {key} {fault}",
        fix=f"Write it as it was. If the work was done again, give its date. Or add {note}.",
    )


def _lost(
    was: Sequence[object], now: Sequence[object], pair: Entries, at: Pointer
) -> Iterator[Remark]:
    missing = sum(1 for one in was if one not in now)
    if missing and not pair.is_noted("revisions"):
        yield Remark(
            path=pair.measure.path,
            at=at,
            message=f"an earlier entry under revisions of {pair.label} was changed or taken out",
            fix=_as_it_was("revisions", pair),
        )


def _as_it_was(key: str, pair: Entries) -> str:
    return f"Write it as it was, or add {add_note(key, period=pair.label)}."


def _noted_files(
    before: Rated, after: Rated
) -> Iterator[tuple[Measure | Commitment, Sequence[ChangeNote]]]:
    for was, now in measures(before, after):
        yield now, was.changes
    for old, new in commitments(before, after):
        yield new, old.changes


def _gone(was: Sequence[object], now: Sequence[object], path: str, key: str) -> Iterator[Remark]:
    if any(one not in now for one in was):
        yield Remark(
            path=path,
            at=(key,),
            message=f"an earlier entry under {key} was changed or taken out",
            fix="Write it as it was. What is wrong in it is put right by another entry.",
        )


def _is_told(was: Measure, now: Measure) -> bool:
    return is_noted(was, now, "agreed")


def _agreement(
    was: Agreement | None, now: Agreement | None, path: str, key: str, *, told: bool
) -> Iterator[Remark]:
    if was is None or now == was or told or (now and now.on > was.on):
        return
    gone = "is gone" if now is None else "changed, and is no later than the one before"
    yield Remark(
        path=path,
        at=(key,),
        message=f"the agreement by {was.by} on {day(was.on)} ({was.reference}) {gone}",
        fix=f"Write it as it was, or the later agreement with its date, or add {add_note(key)}.",
    )


def _override(pair: Entries) -> Iterator[Remark]:
    """A reported status that was taken out, or changed under its old approval."""
    was, now = pair.was.status, pair.now.status
    if was is None or was.on is None or pair.is_noted("status"):
        return
    if now is None:
        message = f"the status {was.colour} that was reported for {pair.label} is gone"
        fix = "Write it as it was. It ends by itself: an earlier day under expires ends it now."
    elif now.on == was.on and _approved(now) != _approved(was):
        message = f"the status reported for {pair.label} changed under its old approval"
        fix = "Write it as it was, or the new approval with its date under on."
    else:
        return
    note = add_note("status", period=pair.label)
    yield Remark(
        path=pair.measure.path,
        at=(*pair.at, "status"),
        message=message,
        fix=f"{fix} Or add {note}.",
    )


def _approved(said: ReportedStatus) -> tuple[object, ...]:
    return said.colour, said.approved_by, said.second_approver, said.reason


def _extended(
    was: ReportedStatus | None, now: ReportedStatus | None, path: str, at: Pointer, what: str
) -> Iterator[Remark]:
    if was is None or now is None or was.expires is None or was.colour is not now.colour:
        return
    longer = now.expires is None or now.expires > was.expires
    again = now.on is not None and (was.on is None or now.on > was.on)
    if longer and not again:
        until = f"to {day(now.expires)}" if now.expires else "without an end"
        yield Remark(
            path=path,
            at=(*at, "expires"),
            message=(
                f"the status {was.colour} reported for {what} was to count until {day(was.expires)}, "
                f"and is extended {until} without a new approval"
            ),
            fix="Write the old day, or have it approved again and write that day under on.",
        )
