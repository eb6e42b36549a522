"""Rules on people: who has left, who is behind two names, and who answers to whom."""

from collections.abc import Iterator
from datetime import date

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment
from generator.model.council import Holder, Role
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, ReportedStatus
from generator.model.people import Risk
from generator.model.words import MilestoneState
from generator.rules.checks.milestones import placed_milestones
from generator.rules.people import one_person
from generator.rules.rated import Rated
from generator.rules.wording import day, listed

Duties = dict[str, tuple[Pointer, list[str]]]
"""What each role does for an item, in words, with the first place that names the role."""


def role_is_held(rated: Rated) -> Iterator[Remark]:
    """A role that owns, backs up, calculates or checks something current, or owes an action or the
    mitigation of a risk, and whose last holder has left, is held by someone who acts.
    """
    files, as_of = rated.catalogue, rated.as_of
    for item in _items(rated):
        duties = _measure_duties(item) if isinstance(item, Measure) else _commitment_duties(item)
        for role_id, (at, does) in duties.items():
            role = files.roles.get(role_id)
            gone = _last_to_leave(role, as_of) if role else None
            if role and gone and gone.to:
                yield Remark(
                    path=item.path,
                    at=at,
                    message=(
                        f"{role.id} {listed(does)}, but {files.person(gone.identity)} left that role "
                        f"on {day(gone.to)} and {_successor(role, as_of)}"
                    ),
                    fix=(
                        f"Name another role here, or in council.yaml add to the holders of {role.id} "
                        "who acts: {identity: theirs, from: the date, acting: true}."
                    ),
                )


def approver_is_another_person(rated: Rated) -> Iterator[Remark]:
    """Whoever approves a reported status or a rebase is another person than the owner and than the
    other approver, in whatever role.
    """
    files = rated.catalogue
    for commitment in files.commitments:
        for index, action in enumerate(commitment.actions):
            if action.status:
                at: Pointer = ("actions", index, "status")
                yield from _approved_by_one(commitment, action.status, at, action.id, files)
    for measure in files.measures:
        for index, entry in enumerate(measure.periods):
            if entry.status:
                at = ("periods", index, "status")
                yield from _approved_by_one(measure, entry.status, at, entry.period.label, files)
        for index, rebase in enumerate(measure.variation.rebase):
            same = _alias(rebase.approved_by, measure.owner, rebase.on, files)
            if same:
                yield Remark(
                    path=measure.path,
                    at=("variation", "rebase", index, "approved_by"),
                    message=(
                        f"the rebase from {rebase.from_} is approved by {rebase.approved_by}, a role "
                        f"of {same}, who also holds the owner's role {measure.owner}"
                    ),
                    fix="Name a role that another person holds.",
                )


def identity_is_one_person(rated: Rated) -> Iterator[Remark]:
    """Each identity in council.yaml belongs to one person only."""
    council = rated.catalogue.council
    first: dict[str, str] = {}
    for person, identities in (council.people or {}).items():
        for index, identity in enumerate(identities):
            other = first.setdefault(identity.casefold(), person)
            if other != person:
                yield Remark(
                    path=council.path,
                    at=("people", person, index),
                    message=f"{identity} is said to be {person}, and also {other}",
                    fix="Leave it with the one whose identity it is.",
                )


def owner_reports_to_someone(rated: Rated) -> Iterator[Remark]:
    """A role that owns a measure or a commitment says to whom it reports, unless it only stands for
    a real role as an example.
    """
    files = rated.catalogue
    owned: dict[str, str] = {}
    for item in _items(rated):
        owned.setdefault(item.owner, item.id)
    for index, role in enumerate(files.council.roles):
        if role.id in owned and role.reports_to is None and not role.example:
            yield Remark(
                path=files.council.path,
                at=("roles", index),
                message=(
                    f"{role.id} owns {owned[role.id]}, but nothing says to whom it reports when "
                    "there is an issue"
                ),
                fix="Add reports_to: and the id of the role above it.",
            )


def reporting_lines_have_no_circle(rated: Rated) -> Iterator[Remark]:
    """No role reports to itself, directly or through others."""
    files = rated.catalogue
    told: set[str] = set()
    for index, role in enumerate(files.council.roles):
        circle = _circle(role, files)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            yield Remark(
                path=files.council.path,
                at=("roles", index, "reports_to"),
                message=_told_circle(circle),
                fix="Write as reports_to a role that is really above it; the topmost has none.",
            )


def _items(rated: Rated) -> tuple[Measure | Commitment, ...]:
    """Everything current that somebody owns."""
    return (*rated.in_use, *rated.catalogue.commitments)


def _measure_duties(measure: Measure) -> Duties:
    duties: Duties = {}
    _add(duties, measure.owner, ("owner",), "owns this measure")
    _add(duties, measure.backup, ("backup",), "backs up this measure")
    latest = next(
        (place for place in reversed(range(len(measure.periods))) if _worked(measure, place)), None
    )
    if latest is not None:
        entry, at = measure.periods[latest], ("periods", latest)
        if entry.calculated:
            _add(duties, entry.calculated.by, (*at, "calculated"), "calculates its figures")
        if entry.assessment:
            _add(duties, entry.assessment.by, (*at, "assessment", "by"), "assesses it")
        if entry.checked:
            _add(duties, entry.checked.by, (*at, "checked"), "checks its figures")
    _add_actions(duties, measure)
    _add_mitigations(duties, measure.risks)
    return duties


def _add_actions(duties: Duties, measure: Measure) -> None:
    """The action of the latest period that has one; those before it are done or replaced."""
    for place in reversed(range(len(measure.periods))):
        action = measure.periods[place].action
        if action:
            _add(duties, action.owner, ("periods", place, "action", "owner"), "owes an action")
            return


def _commitment_duties(commitment: Commitment) -> Duties:
    duties: Duties = {}
    _add(duties, commitment.owner, ("owner",), "owns this commitment")
    _add(duties, commitment.backup, ("backup",), "backs up this commitment")
    for at, milestone in placed_milestones(commitment):
        latest = len(milestone.updates) - 1
        action = milestone.updates[latest].action if milestone.updates else None
        if action and milestone.state is not MilestoneState.COMPLETE:
            _add(
                duties, action.owner, (*at, "updates", latest, "action", "owner"), "owes an action"
            )
    _add_mitigations(duties, commitment.risks)
    return duties


def _add_mitigations(duties: Duties, risks: tuple[Risk, ...]) -> None:
    for index, risk in enumerate(risks):
        for number, mitigation in enumerate(risk.mitigations):
            at = ("risks", index, "mitigations", number, "owner")
            _add(duties, mitigation.owner, at, "mitigates a risk")


def _add(duties: Duties, role: str, at: Pointer, does: str) -> None:
    said = duties.setdefault(role, (at, []))[1]
    if does not in said:
        said.append(does)


def _worked(measure: Measure, place: int) -> bool:
    entry = measure.periods[place]
    return bool(entry.calculated or entry.assessment)


def _last_to_leave(role: Role, as_of: date) -> Holder | None:
    """The holder who left last, where nobody holds the role on the day `as_of`."""
    if any(holder.holds_on(as_of) for holder in role.holders):
        return None
    gone = [holder for holder in role.holders if holder.to and holder.to < as_of]
    return max(gone, key=lambda holder: holder.to or holder.from_, default=None)


def _successor(role: Role, as_of: date) -> str:
    """What is known of the next holder."""
    coming = [holder.from_ for holder in role.holders if holder.from_ > as_of]
    return f"the next one starts on {day(min(coming))}" if coming else "nobody holds it since"


def _approved_by_one(
    item: Measure | Commitment, said: ReportedStatus, at: Pointer, label: str, files: Catalogue
) -> Iterator[Remark]:
    if said.on is None:
        return
    first, second = said.approved_by, said.second_approver
    for key, role, other, whose in (
        ("approved_by", first, item.owner, "the owner's role"),
        ("second_approver", second, item.owner, "the owner's role"),
        ("second_approver", second, first, "the first approver's role"),
    ):
        same = role and other and _alias(role, other, said.on, files)
        if same:
            yield Remark(
                path=item.path,
                at=(*at, key),
                message=(
                    f"{label}: {said.colour} is approved by {role}, a role of {same}, who also holds "
                    f"{whose} {other}"
                ),
                fix="Name a role that another person holds.",
            )


def _alias(role: str, other: str, on: date, files: Catalogue) -> str | None:
    """The person behind two different roles; that one role approves itself, other rules say."""
    return None if role == other else one_person(role, on, other, on, files)


def _told_circle(circle: list[str]) -> str:
    if len(circle) == 1:
        return f"{circle[0]} reports to itself"
    return f"{circle[0]} reports to {', who reports to '.join([*circle[1:], circle[0]])}"


def _circle(role: Role, files: Catalogue) -> list[str] | None:
    """The roles from this one up and back to it, if the line comes back."""
    line, above = [role.id], role.reports_to
    while above and above not in line:
        line.append(above)
        higher = files.roles.get(above)
        above = higher.reports_to if higher else None
    return line if above == role.id else None
