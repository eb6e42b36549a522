"""Rules on names: ids, file names and what points to what."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from generator.model.case_study import CaseStudy
from generator.model.catalogue import Catalogue, file_name
from generator.model.commitment import Commitment, Dependency, Update
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure, PeriodEntry
from generator.model.people import Risk
from generator.model.report import Report
from generator.rules.checks.milestones import placed_milestones
from generator.rules.milestones import address
from generator.rules.rated import Rated

Record = Measure | Commitment | CaseStudy | Report
MOST_HINTS = 500
"""For how many names that are nowhere the nearest is looked for, which takes long (decision 0047)."""
Use = tuple[str, Pointer, str, str, Collection[str]]
"""A place that names something: path, pointer, what it should be, the id, the known ids."""


def id_is_the_file_name(rated: Rated) -> Iterator[Remark]:
    """An id is the file's name without .yaml, and the file lies in the folder that its id or service
    asks for.
    """
    files = rated.catalogue
    for item in records_of(files):
        name = file_name(item.path)
        if item.id != name:
            yield Remark(
                path=item.path,
                at=("id",),
                message=f"the id is {item.id}, but the file is {name}.yaml",
                fix=_named(name, item.id),
            )
    for measure in files.measures:
        folder = measure.path.split("/")[1]
        is_known = measure.service in {service.id for service in files.council.services}
        if measure.service != folder and is_known:
            yield Remark(
                path=measure.path,
                at=("service",),
                message=f"the service is {measure.service}, but the file lies in measures/{folder}",
                fix=f"Write service: {folder}, or move the file to measures/{measure.service}.",
            )
    for commitment in files.commitments:
        folder = commitment.path.rpartition("/")[0]
        mission = commitment.mission.partition("-")[2]
        home = f"commitments/{commitment.challenge}/{mission}"
        if folder != home:
            yield Remark(
                path=commitment.path,
                at=("id",),
                message=f"the id is {commitment.id}, but the file lies in {folder}",
                fix=f"Move the file to {home}, or correct the id.",
            )


def _named(name: str, id_: str) -> str:
    rename = f"ename the file to {id_}.yaml."
    may_be_id = re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)
    return f"Write id: {name}, or r{rename}" if may_be_id else f"R{rename}"


def ids_are_unique(rated: Rated) -> Iterator[Remark]:
    """No two records of a kind have the same id."""
    files = rated.catalogue
    first: dict[tuple[type, str], str] = {}
    # Of two files with one id, the one whose name is another is to be put right.
    for item in sorted(records_of(files), key=lambda item: item.id != file_name(item.path)):
        key = (type(item), item.id)
        if key in first:
            yield Remark(
                path=item.path,
                at=("id",),
                message=f"the id {item.id} is already used in {first[key]}",
                fix="Choose another id and rename the file to match.",
            )
        first.setdefault(key, item.path)
    yield from _twice_within_a_file(files)


def reference_exists(rated: Rated) -> Iterator[Remark]:
    """Every id that a file names stands in council.yaml, in the plan, or is a file of its own."""
    files = rated.catalogue
    missed = 0
    for path, at, what, name, known in uses(files):
        if name in known or name in files.unread:
            continue
        missed += 1
        hint = _hint(name, known) if missed <= MOST_HINTS else "Add it, or correct the name."
        yield Remark(path=path, at=at, message=f"there is no {what} {name}", fix=hint)


def _hint(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"Did you mean {near[0]}?" if near else f"Add it, or use one of: {_some(known)}."


def records_of(files: Catalogue) -> tuple[Record, ...]:
    """Every record that has an id of its own, by kind."""
    return (*files.measures, *files.commitments, *files.case_studies, *files.reports)


def _some(known: Collection[str], most: int = 8) -> str:
    names = sorted(known)
    return ", ".join(names[:most]) + (" ..." if len(names) > most else "")


def _twice_within_a_file(files: Catalogue) -> Iterator[Remark]:
    council = files.council
    lists = (
        (council.path, "services", [item.id for item in council.services]),
        (council.path, "roles", [item.id for item in council.roles]),
        (council.path, "bodies", [item.id for item in council.bodies]),
        (council.path, "duties", [item.id for item in council.duties]),
        (files.plan.path, "challenges", [item.id for item in files.plan.challenges]),
    )
    for path, key, ids in lists:
        yield from _repeats(path, [((key, index, "id"), name) for index, name in enumerate(ids)])
    yield from _repeats(
        files.plan.path,
        [
            (("challenges", c, "missions", m, "id"), mission.id)
            for c, challenge in enumerate(files.plan.challenges)
            for m, mission in enumerate(challenge.missions)
        ],
    )
    for commitment in files.commitments:
        yield from _repeats(
            commitment.path,
            [((*at, "id"), milestone.id) for at, milestone in placed_milestones(commitment)],
        )


def _repeats(path: str, ids: Iterable[tuple[Pointer, str]]) -> Iterator[Remark]:
    seen: Counter[str] = Counter()
    for at, name in ids:
        seen[name] += 1
        if seen[name] == 2:
            yield Remark(
                path=path,
                at=at,
                message=f"the id {name} is used twice in this file",
                fix="Give each its own id.",
            )


def uses(files: Catalogue) -> Iterator[Use]:
    """Every place that names something."""
    yield from _council_uses(files)
    for measure in files.measures:
        yield from _measure_uses(measure, files)
    for commitment in files.commitments:
        yield from _commitment_uses(commitment, files)
    yield from _case_study_uses(files)
    for report in files.reports:
        yield from _report_uses(report, files)


def _council_uses(files: Catalogue) -> Iterator[Use]:
    council = files.council
    for index, role in enumerate(council.roles):
        yield council.path, ("roles", index, "service"), "service", role.service, files.services
        if role.reports_to:
            yield council.path, ("roles", index, "reports_to"), "role", role.reports_to, files.roles
    for index, body in enumerate(council.bodies):
        if body.service:
            yield (
                council.path,
                ("bodies", index, "service"),
                "service",
                body.service,
                files.services,
            )
    yield files.plan.path, ("approved", "by"), "body", files.plan.approved.by, files.bodies


def _measure_uses(measure: Measure, files: Catalogue) -> Iterator[Use]:
    path, roles = measure.path, files.roles
    yield path, ("service",), "service", measure.service, files.services
    yield path, ("owner",), "role", measure.owner, roles
    yield path, ("backup",), "role", measure.backup, roles
    supports = measure.supports
    for key, what, ids, known in (
        ("commitments", "commitment", supports.commitments, files.commitment),
        ("missions", "mission", supports.missions, files.missions),
        ("duties", "duty", supports.duties, files.duties),
    ):
        for index, name in enumerate(ids):
            yield path, ("supports", key, index), what, name, known
    if measure.agreed:
        yield path, ("agreed", "by"), "body", measure.agreed.by, files.bodies
    for index, own in enumerate(measure.tolerance.bands if measure.tolerance else ()):
        where = ("tolerance", "bands", index, "agreed", "by")
        yield path, where, "body", own.agreed.by, files.bodies
    for index, assumption in enumerate(measure.assumptions):
        at = ("assumptions", index, "challenged_by")
        yield path, at, "role", assumption.challenged_by, roles
    for index, rebase in enumerate(measure.variation.rebase):
        yield path, ("variation", "rebase", index, "approved_by"), "role", rebase.approved_by, roles
    if measure.alternative:
        other = measure.alternative.measure
        yield path, ("alternative", "measure"), "measure", other, files.measure
    yield from _risk_uses(path, measure.risks, files)
    yield from _entry_uses(measure, files)


def _entry_uses(measure: Measure, files: Catalogue) -> Iterator[Use]:
    roles = files.roles
    for index, entry in enumerate(measure.periods):
        for keys, name in (
            (("calculated", "by"), entry.calculated and entry.calculated.by),
            (("checked", "by"), entry.checked and entry.checked.by),
            (("assessment", "by"), entry.assessment and entry.assessment.by),
            (("recalculated", "by"), entry.recalculated and entry.recalculated.by),
            (("recalculated", "finding", "owner"), _finding_owner(entry)),
            (("action", "owner"), entry.action and entry.action.owner),
            (("forecast", "by"), entry.forecast and entry.forecast.by),
            (("status", "approved_by"), entry.status and entry.status.approved_by),
            (("status", "second_approver"), entry.status and entry.status.second_approver),
        ):
            if name and name not in roles:
                yield measure.path, ("periods", index, *keys), "role", name, roles
        if entry.target_change:
            at, name = (
                ("periods", index, "target_change", "agreed", "by"),
                entry.target_change.agreed.by,
            )
            yield measure.path, at, "body", name, files.bodies


def _finding_owner(entry: PeriodEntry) -> str | None:
    finding = entry.recalculated.finding if entry.recalculated else None
    return finding.owner if finding else None


def _risk_uses(path: str, risks: Iterable[Risk], files: Catalogue) -> Iterator[Use]:
    for index, risk in enumerate(risks):
        for number, mitigation in enumerate(risk.mitigations):
            at = ("risks", index, "mitigations", number, "owner")
            yield path, at, "role", mitigation.owner, files.roles
        if risk.escalated_to:
            yield path, ("risks", index, "escalated_to"), "body", risk.escalated_to, files.bodies


def _commitment_uses(commitment: Commitment, files: Catalogue) -> Iterator[Use]:
    path, roles, services = commitment.path, files.roles, files.services
    yield path, ("id",), "mission", commitment.mission, files.missions
    yield path, ("lead_service",), "service", commitment.lead_service, services
    yield path, ("owner",), "role", commitment.owner, roles
    yield path, ("backup",), "role", commitment.backup, roles
    for index, name in enumerate(commitment.contributing_services):
        yield path, ("contributing_services", index), "service", name, services
    if commitment.ownership:
        yield path, ("ownership", "by"), "body", commitment.ownership.by, files.bodies
    yield from _risk_uses(path, commitment.risks, files)
    yield from _dependency_uses(commitment, (), commitment.dependencies, files)
    for index, action in enumerate(commitment.actions):
        for number, name in enumerate(action.measures):
            yield path, ("actions", index, "measures", number), "measure", name, files.measure
        for key in ("approved_by", "second_approver"):
            role = getattr(action.status, key) if action.status else None
            if role:
                yield path, ("actions", index, "status", key), "role", role, roles
    for at, milestone in placed_milestones(commitment):
        yield path, (*at, "lead_service"), "service", milestone.lead_service, services
        yield from _dependency_uses(commitment, at, milestone.dependencies, files)
        for u, update in enumerate(milestone.updates):
            for keys, role in _roles_of(update):
                yield path, (*at, "updates", u, *keys), "role", role, roles


def _dependency_uses(
    commitment: Commitment, at: Pointer, dependencies: Iterable[Dependency], files: Catalogue
) -> Iterator[Use]:
    """What dependencies name in the plan; any other words name something outside it."""
    for index, dependency in enumerate(dependencies):
        name = address(dependency, commitment)
        found = _IN_THE_PLAN.fullmatch(name)
        if found is None:
            continue
        place = (*at, "dependencies", index, "on")
        yield commitment.path, place, "commitment", found["commitment"], files.commitment
        other = files.commitment.get(found["commitment"])
        if other and found["milestone"]:
            known = [milestone.id for _, milestone in other.milestones]
            yield commitment.path, place, "milestone", found["milestone"], known


_IN_THE_PLAN = re.compile(r"(?P<commitment>gc[0-9]+-m[0-9]+-c[0-9]+)(/(?P<milestone>\S+))?")


def _roles_of(update: Update) -> Iterator[tuple[Pointer, str]]:
    if update.assessed:
        yield ("assessed", "by"), update.assessed.by
    if update.checked:
        yield ("checked", "by"), update.checked.by
    if update.action:
        yield ("action", "owner"), update.action.owner


def _case_study_uses(files: Catalogue) -> Iterator[Use]:
    for study in files.case_studies:
        named = study.milestone
        yield (
            study.path,
            ("milestone", "commitment"),
            "commitment",
            named.commitment,
            files.commitment,
        )
        commitment = files.commitment.get(named.commitment)
        if commitment:
            known = [milestone.id for _, milestone in commitment.milestones]
            yield study.path, ("milestone", "id"), "milestone", named.id, known
        for at, name in (
            (("contact",), study.contact),
            (("author",), study.author),
            (("checked", "by"), study.checked and study.checked.by),
        ):
            if name:
                yield study.path, at, "role", name, files.roles


def _report_uses(report: Report, files: Catalogue) -> Iterator[Use]:
    path = report.path
    yield path, ("body",), "body", report.body, files.bodies
    yield path, ("report_by",), "role", report.report_by, files.roles
    if report.contact:
        yield path, ("contact",), "role", report.contact, files.roles
    for key, what, ids, known in (
        ("challenges", "grand challenge", report.contents.challenges, files.challenges),
        ("missions", "mission", report.contents.missions, files.missions),
        ("commitments", "commitment", report.contents.commitments, files.commitment),
        ("services", "service", report.contents.services, files.services),
        ("measures", "measure", report.contents.measures, files.measure),
    ):
        for index, name in enumerate(ids):
            yield path, ("contents", key, index), what, name, known
    for index, question in enumerate(report.questions):
        yield path, ("questions", index, "owner"), "role", question.owner, files.roles
