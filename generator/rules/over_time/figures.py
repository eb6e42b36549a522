"""Rules over time on results: no published figure or judgement changes in silence (R110, R112)."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.measure import Assessment
from generator.model.words import Status
from generator.rules.over_time.pairs import Entries, add_note, added, published_entries, updates
from generator.rules.rated import Rated
from generator.rules.units import typed, with_unit
from generator.rules.wording import day, listed


def published_figure_has_its_revision(before: Rated, after: Rated) -> Iterator[Remark]:
    """A published figure changes, or loses or changes its inputs, only with an entry under revisions;
    a provisional one too.
    """
    for pair in published_entries(before, after):
        if added(pair.was.revisions, pair.now.revisions) or _is_suppressed(pair):
            continue
        if pair.figure_changed or (pair.inputs_changed and pair.was.value is not None):
            key = "value" if pair.figure_changed else "inputs"
            yield Remark(
                path=pair.measure.path,
                at=(*pair.at, key),
                message=_changed_words(pair),
                fix=_revise(pair),
            )


def revision_names_the_old_figure(before: Rated, after: Rated) -> Iterator[Remark]:
    """The first new entry under revisions gives, under from, the figure that was published."""
    for pair in published_entries(before, after):
        new = added(pair.was.revisions, pair.now.revisions)
        if not pair.figure_changed or not new or pair.was.value is None:
            continue
        if new[0].from_ != pair.was.value:
            said, old = (
                with_unit(one, pair.measure.unit) for one in (new[0].from_, pair.was.value)
            )
            yield Remark(
                path=pair.measure.path,
                at=(*pair.at, "revisions", pair.now.revisions.index(new[0]), "from"),
                message=f"{pair.label} is said to have been {said}, but {old} was published",
                fix=f"Write from: {typed(pair.was.value, pair.measure.unit)}.",
            )


def changed_figure_is_checked_again(before: Rated, after: Rated) -> Iterator[Remark]:
    """A published figure that changed has a second check of its own, not the one of the old figure."""
    for pair in published_entries(before, after):
        was, now = pair.was.checked, pair.now.checked
        if not pair.figure_changed or pair.now.value is None or was is None or now is None:
            continue
        if now == was or now.on < was.on:
            yield Remark(
                path=pair.measure.path,
                at=(*pair.at, "checked"),
                message=(
                    f"{pair.label} changed, but its check of {day(now.on)} is no later than that of "
                    f"the old figure"
                ),
                fix=(
                    "Ask a colleague to repeat the work on the new figure, and write their check here "
                    "with its date."
                ),
            )


def judgement_changes_with_a_note(before: Rated, after: Rated) -> Iterator[Remark]:
    """The status and the judgements reported for a period change afterwards only with an entry under
    changes.
    """
    for pair in published_entries(before, after):
        was, now = pair.was.assessment, pair.now.assessment
        same = was is None or _judged(was) == (_judged(now) if now else None)
        if was and not same and not pair.is_noted("assessment"):
            yield Remark(
                path=pair.measure.path,
                at=(*pair.at, "assessment"),
                message=(
                    f"the assessment for {pair.label} was {was.status} and "
                    f"{_is_now(was.status, now.status if now else None)}"
                ),
                fix=f"Write it as it was, or add {add_note('assessment', period=pair.label)}.",
            )
    for one in updates(before, after):
        old, new = one.was, one.now
        if (old.status, old.basis) == (new.status, new.basis) or one.is_noted("status", "basis"):
            continue
        name, period = one.milestones.now.id, new.period.label
        yield Remark(
            path=one.milestones.commitment.path,
            at=(*one.at, "status" if old.status is not new.status else "basis"),
            message=f"{one.what} was {old.status} and {_is_now(old.status, new.status)}",
            fix=(
                f"Write it as it was and report the change in an update of its own, or add "
                f"{add_note('status', milestone=name, period=period)}."
            ),
        )


def _is_suppressed(pair: Entries) -> bool:
    """Whether the figure went because it could give away a person: its old value stays unsaid."""
    return pair.now.state is Status.SUPPRESSED and pair.now.value is None


def _changed_words(pair: Entries) -> str:
    unit = pair.measure.unit
    was, now = pair.was.value, pair.now.value
    assert was is not None
    if now is None:
        return f"{pair.label} was published as {with_unit(was, unit)} and has no figure any more"
    if now != was:
        told = f"{with_unit(was, unit)} and is now {with_unit(now, unit)}"
        return f"{pair.label} was published as {told}, and no revision says so"
    old, new = pair.was.inputs or {}, pair.now.inputs or {}
    changed = [
        f"{name} was {number} and is now {new.get(name, 'gone')}"
        for name, number in old.items()
        if new.get(name) != number
    ] or ["there are more than before"]
    return f"the inputs of {pair.label} changed after publication: {listed(changed)}"


def _revise(pair: Entries) -> str:
    assert pair.was.value is not None
    kind = "scheduled" if pair.was.provisional else "correction"
    old = typed(pair.was.value, pair.measure.unit)
    return (
        f"Write it as it was, or add under revisions: {{on: the date, from: {old}, type: {kind}, "
        "reason: why, told: who was told}."
    )


def _judged(assessment: Assessment) -> tuple[object, ...]:
    judged = assessment.judgements
    return assessment.status, *((name, one.colour, one.fact) for name, one in judged.named)


def _is_now(was: Status, now: Status | None) -> str:
    if now is None:
        return "is gone"
    told = f"is now {now}" if now is not was else "rests on other judgements now"
    return f"{told}, and nothing under changes says why"
