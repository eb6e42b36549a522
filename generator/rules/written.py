"""The texts that people write in each kind of file, with their places, for rules that read them."""

from collections.abc import Iterator

from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment, Milestone
from generator.model.finding import Pointer
from generator.model.judgement import Judgements
from generator.model.measure import Assessment, Measure, PeriodEntry
from generator.model.people import Action, ChangeNote, Checked, Risk
from generator.model.report import Report
from generator.rules.quotes import narrative

Text = tuple[Pointer, str]
"""A text with its place in the file."""

SMART = ("specific", "measurable", "achievable", "relevant", "timed")
"""The five SMART answers, in the manual's order."""


def texts_of_measure(measure: Measure) -> Iterator[Text]:
    """What a measure says of itself and of each period."""
    for key in ("title", "definition", "why_it_matters", "good_looks_like", "external_body"):
        yield from _said((key,), getattr(measure, key))
    if measure.calculation:
        for key in ("procedure", "source", "exclusions"):
            yield from _said(("calculation", key), getattr(measure.calculation, key))
    if measure.smart:
        for key in SMART:
            yield ("smart", key), getattr(measure.smart, key)
    for index, assumption in enumerate(measure.assumptions):
        yield ("assumptions", index, "text"), assumption.text
        yield ("assumptions", index, "outcome"), assumption.outcome
    for index, caveat in enumerate(measure.caveats):
        yield ("caveats", index, "text"), caveat.text
    yield from _settings(measure)
    yield from _risks(measure.risks)
    yield from _changes(measure.changes)
    for index, entry in enumerate(measure.periods):
        for keys, text in _entry(entry):
            yield ("periods", index, *keys), text


def texts_of_commitment(commitment: Commitment) -> Iterator[Text]:
    """What a commitment, its actions and its milestones say."""
    for key in ("text", "short_title", "outcome", "external_body", "not_risk_assessed"):
        yield from _said((key,), getattr(commitment, key))
    if commitment.measurable:
        yield ("measurable", "no"), commitment.measurable.no
    yield from _risks(commitment.risks)
    yield from _changes(commitment.changes)
    for a, action in enumerate(commitment.actions):
        yield ("actions", a, "title"), action.title
        yield from _said(("actions", a, "no_milestones"), action.no_milestones)
        for m, milestone in enumerate(action.milestones):
            for keys, text in _milestone(milestone):
                yield ("actions", a, "milestones", m, *keys), text


def texts_of_case_study(study: CaseStudy) -> Iterator[Text]:
    """What a case study says under each heading of Appendix 2."""
    for key in ("title", "synopsis", "challenge", "solution", "sustained"):
        yield from _said((key,), getattr(study, key))
    if study.impact:
        yield ("impact", "text"), study.impact.text
        for index, money in enumerate(study.impact.money):
            yield ("impact", "money", index, "basis"), money.basis
    for index, lesson in enumerate(study.lessons):
        yield ("lessons", index), lesson
    yield from _checked(study.checked)


def texts_of_report(report: Report) -> Iterator[Text]:
    """What a report says under each heading, and what members asked."""
    yield ("title",), report.title
    yield from narrative(report)
    for index, question in enumerate(report.questions):
        yield ("questions", index, "question"), question.question


def _settings(measure: Measure) -> Iterator[Text]:
    """Why a measure is rated, spread and reported as it is."""
    for index, bands in enumerate(measure.tolerance.bands if measure.tolerance else ()):
        yield ("tolerance", "bands", index, "reason"), bands.reason
    if measure.profile:
        yield ("profile", "reason"), measure.profile.reason
    if measure.reported_until:
        yield ("reported_until", "reason"), measure.reported_until.reason
    for index, rebase in enumerate(measure.variation.rebase):
        yield ("variation", "rebase", index, "reason"), rebase.reason
        yield ("variation", "rebase", index, "evidence"), rebase.evidence
    yield from _said(("variation", "off"), measure.variation.off)


def _entry(entry: PeriodEntry) -> Iterator[Text]:
    for key in ("target_note", "confirmed", "unreconciled", "reason", "commentary"):
        yield from _said((key,), getattr(entry, key))
    yield from _said(("break",), entry.break_)
    if entry.evidence:
        for key in ("source", "location", "no_fingerprint"):
            yield from _said(("evidence", key), getattr(entry.evidence, key))
    if entry.assessment:
        yield from _assessment(entry.assessment)
    if entry.status:
        yield from _said(("status", "reason"), entry.status.reason)
    if entry.forecast:
        yield ("forecast", "basis"), entry.forecast.basis
    if entry.target_change:
        yield ("target_change", "reason"), entry.target_change.reason
    for index, revision in enumerate(entry.revisions):
        yield ("revisions", index, "reason"), revision.reason
        yield ("revisions", index, "told"), revision.told
    yield from _checked(entry.checked)
    yield from _action(entry.action)


def _milestone(milestone: Milestone) -> Iterator[Text]:
    for key in ("title", "done_when", "decision", "no_case_study"):
        yield from _said((key,), getattr(milestone, key))
    for index, update in enumerate(milestone.updates):
        at = ("updates", index)
        for key in ("progress", "planned", "despite", "evidence"):
            yield from _said((*at, key), getattr(update, key))
        for keys, text in _judgements(update.basis) if update.basis else ():
            yield (*at, "basis", *keys), text
        for keys, text in (*_checked(update.checked), *_action(update.action)):
            yield (*at, *keys), text


def _assessment(assessment: Assessment) -> Iterator[Text]:
    yield ("assessment", "basis"), assessment.basis
    for keys, text in _judgements(assessment.judgements):
        yield ("assessment", *keys), text


def _judgements(judgements: Judgements) -> tuple[Text, ...]:
    return tuple(((name, one.colour.value), one.fact) for name, one in judgements.named)


def _risks(risks: tuple[Risk, ...]) -> Iterator[Text]:
    for index, risk in enumerate(risks):
        at = ("risks", index)
        for key in ("risk", "cause", "effect", "answer"):
            yield from _said((*at, key), getattr(risk, key))
        for number, mitigation in enumerate(risk.mitigations):
            yield (*at, "mitigations", number, "action"), mitigation.action
            yield from _said((*at, "mitigations", number, "progress"), mitigation.progress)


def _changes(notes: tuple[ChangeNote, ...]) -> Iterator[Text]:
    for index, note in enumerate(notes):
        yield ("changes", index, "why"), note.why
        yield ("changes", index, "told"), note.told


def _checked(checked: Checked | None) -> Iterator[Text]:
    if checked:
        yield ("checked", "how"), checked.how


def _action(action: Action | None) -> Iterator[Text]:
    if action:
        yield ("action", "what"), action.what


def _said(at: Pointer, text: str | None) -> Iterator[Text]:
    if text:
        yield at, text
