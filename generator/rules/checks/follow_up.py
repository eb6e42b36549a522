"""Rules on what was promised with a result: its day, its action, and what is done about a risk."""

from collections.abc import Iterator
from datetime import timedelta

from generator.model.commitment import Commitment
from generator.model.council import Council
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure
from generator.model.people import Risk
from generator.model.words import Status
from generator.rules.rated import Rated
from generator.rules.timetable import due_on
from generator.rules.wording import day, plural


def late_figure_is_explained(rated: Rated) -> Iterator[Remark]:
    """A commentary says why the latest figure came after its due day."""
    for item in rated.measures:
        latest = item.latest_result
        done = latest and (latest.entry.calculated or latest.entry.assessment)
        if latest is None or done is None or latest.entry.commentary:
            continue
        due, label = due_on(item.measure, latest.entry.period), latest.entry.period.label
        if done.on > due:
            verb = "calculated" if latest.entry.calculated else "assessed"
            yield Remark(
                path=item.measure.path,
                at=("periods", item.entries.index(latest)),
                message=(
                    f"{label} was {verb} on {day(done.on)}, "
                    f"{plural((done.on - due).days, 'day')} after it was due on {day(due)}"
                ),
                fix=(
                    "Say in commentary why it was late; if it cannot be had sooner, ask the "
                    "management team for a longer due_after_days."
                ),
            )


def action_is_not_past_its_date(rated: Rated) -> Iterator[Remark]:
    """While a measure is amber or red, the date of its action lies ahead."""
    for item in rated.measures:
        current = item.latest_result
        if current is None or current.status not in (Status.AMBER, Status.RED):
            continue
        action = current.entry.action
        if action and action.by < rated.as_of:
            yield Remark(
                path=item.measure.path,
                at=("periods", item.entries.index(current), "action", "by"),
                message=(
                    f"{current.entry.period.label} is {current.status} and the date of its action, "
                    f"{day(action.by)}, has passed"
                ),
                fix=(
                    "If it was done, say so in commentary and name the next step; if not, write a "
                    "date that can be kept."
                ),
            )


def escalation_is_answered(rated: Rated) -> Iterator[Remark]:
    """A risk that was escalated has its answer within the days that the council allows."""
    council = rated.catalogue.council
    for path, at, risk in _risks(rated):
        late = _unanswered_for(risk, council, rated)
        if late and risk.escalated and council.escalations:
            limit = plural(council.escalations.answered_within_days, "day")
            yield Remark(
                path=path,
                at=(*at, "escalated"),
                message=(
                    f"this risk was escalated on {day(risk.escalated)} and has had no answer for "
                    f"{plural(late, 'day')}: the limit is {limit}"
                ),
                fix="Ask for the answer, then add answer: what was decided, and answered: the date.",
            )


def mitigation_has_progress(rated: Rated) -> Iterator[Remark]:
    """A mitigation whose date has passed says how far it has come."""
    for path, at, risk in _risks(rated):
        for index, mitigation in enumerate(risk.mitigations):
            if mitigation.by < rated.as_of and mitigation.progress is None:
                yield Remark(
                    path=path,
                    at=(*at, "mitigations", index, "by"),
                    message=(
                        f"{mitigation.owner} should have finished this mitigation by {day(mitigation.by)}, "
                        "and nothing says how far it has come"
                    ),
                    fix="Add progress: what was done, or write a date that can be kept.",
                )


def _risks(rated: Rated) -> Iterator[tuple[str, Pointer, Risk]]:
    """Every risk of a measure in use or of a commitment, with its place."""
    items: tuple[Measure | Commitment, ...] = (*rated.in_use, *rated.catalogue.commitments)
    for item in items:
        for index, risk in enumerate(item.risks):
            yield item.path, ("risks", index), risk


def _unanswered_for(risk: Risk, council: Council, rated: Rated) -> int | None:
    """For how many days an escalation has waited, where that is more than the council allows."""
    if risk.escalated is None or risk.answered or council.escalations is None:
        return None
    waited = rated.as_of - risk.escalated
    allowed = timedelta(days=council.escalations.answered_within_days)
    return waited.days if waited > allowed else None
