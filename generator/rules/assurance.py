"""The six tests that an auditor puts to every measure, answered from the records (R109).

Each answer is that of rules of the check, whatever severity the council's policy gives them, so that
no test is passed because a rule was switched off.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from generator.model.measure import Measure, PeriodEntry
from generator.model.words import Kind
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.remarks import remarks_on
from generator.rules.timetable import due_on
from generator.rules.witness import NOBODY, Witness
from generator.rules.wording import capital, day, one_line, plural


class AuditTest(StrEnum):
    """What is asked of every measure."""

    DEFINITION = "definition"
    RECOMPUTE = "recompute"
    EVIDENCE = "evidence"
    SECOND_CHECK = "second-check"
    TIMELINESS = "timeliness"
    REVISIONS = "revisions"


class Outcome(StrEnum):
    """How a test ends; what others publish is not asked what only its publisher could answer."""

    PASSES = "passes"
    FAILS = "fails"
    NOT_ASKED = "not-asked"


class Answer(NamedTuple):
    """How one test of one measure ends, and why."""

    test: AuditTest
    outcome: Outcome
    reason: str


class Assured(NamedTuple):
    """A measure with the answers to all six tests."""

    item: RatedMeasure
    answers: tuple[Answer, ...]

    @property
    def failures(self) -> tuple[Answer, ...]:
        """The tests that fail."""
        return tuple(one for one in self.answers if one.outcome is Outcome.FAILS)


RULES_OF: Mapping[AuditTest, tuple[str, ...]] = {
    AuditTest.DEFINITION: (
        "measure-is-agreed",
        "measure-is-reviewed",
        "owner-and-backup-differ",
        "role-is-held",
        "procedure-can-be-followed",
        "text-is-finished",
    ),
    AuditTest.RECOMPUTE: (
        "value-is-recalculated",
        "example-gives-its-value",
        "assessment-status-is-earned",
        "reported-status-is-justified",
        "recalculation-agrees",
        "recalculation-is-independent",
    ),
    AuditTest.EVIDENCE: ("status-has-evidence", "evidence-can-be-found", "evidence-is-kept"),
    AuditTest.SECOND_CHECK: ("figure-is-checked", "check-says-what-was-done"),
    AuditTest.TIMELINESS: ("figure-is-overdue", "late-figure-is-explained"),
    AuditTest.REVISIONS: ("provisional-is-settled",),
}
"""The rules of which none may have a remark on a measure that passes."""


def assurance(rated: Rated, history: Witness = NOBODY) -> tuple[Assured, ...]:
    """Every measure with its six answers, in the order of the files."""
    return tuple(assured(rated, item, history) for item in rated.measures)


def assured(rated: Rated, item: RatedMeasure, history: Witness = NOBODY) -> Assured:
    """One measure with its six answers."""
    return Assured(item, tuple(_answer(rated, item, test, history) for test in AuditTest))


def _answer(rated: Rated, item: RatedMeasure, test: AuditTest, history: Witness) -> Answer:
    """A rule's remark fails a test, then whatever else it asks; else it passes or is not asked."""
    remarks = remarks_on(rated, item.measure.path, RULES_OF[test])
    faults = [remark.message for remark in remarks]
    for entry in item.measure.periods:
        faults += period_faults(entry, test)
    faults += _said_by(history, item.measure, test)
    if faults:
        return Answer(test, Outcome.FAILS, _told(faults))
    excused = _EXCUSES[test](item.measure)
    if excused:
        return Answer(test, Outcome.NOT_ASKED, excused)
    proven = history.check_merit(item.measure) if test is AuditTest.SECOND_CHECK else None
    return Answer(test, Outcome.PASSES, proven or _MERITS[test](rated, item))


def _said_by(history: Witness, measure: Measure, test: AuditTest) -> Iterator[str]:
    """What history says against a measure in one of the tests."""
    if test is AuditTest.SECOND_CHECK:
        yield from history.check_faults(measure)
    if test is AuditTest.REVISIONS:
        yield from history.silent_changes(measure)


def _told(faults: list[str]) -> str:
    """The first fault, and how many more there are."""
    more = f" And {plural(len(faults) - 1, 'more fault')}." if len(faults) > 1 else ""
    first = faults[0].rstrip(".")
    return f"{capital(first)}.{more}"


def _results(measure: Measure) -> list[PeriodEntry]:
    return [entry for entry in measure.periods if entry.has_result]


# What else fails a test


def period_faults(entry: PeriodEntry, test: AuditTest) -> Iterator[str]:
    """What an auditor says against one period, beside the rules of the check."""
    for look in _FAULTS.get(test, ()):
        yield from look(entry)


def _found_otherwise(entry: PeriodEntry) -> Iterator[str]:
    """What an auditor found and nobody has put right yet."""
    finding = entry.recalculated.finding if entry.recalculated else None
    if finding and finding.closed is None:
        what = one_line(finding.what)
        yield f"{entry.period.words}: what an auditor found is still open. {what}"


def _checked_too_late(entry: PeriodEntry) -> Iterator[str]:
    """A check that came after publication, unless it is of a figure that was revised since (R110)."""
    checked, released = entry.checked, entry.released
    if not (checked and released and released < checked.on):
        return
    if not any(revision.on <= checked.on for revision in entry.revisions):
        yield (
            f"{entry.period.words} was published on {day(released)} and checked only on "
            f"{day(checked.on)}"
        )


def _changed_unsaid(entry: PeriodEntry) -> Iterator[str]:
    """A figure that was worked out after it was published, and no revision says that it changed."""
    done, released = entry.calculated, entry.released
    if done and released and released < done.on and not entry.revisions:
        yield (
            f"{entry.period.words} was published on {day(released)} and worked out again on "
            f"{day(done.on)}, and no revision says what changed"
        )


_FAULTS: Mapping[AuditTest, tuple[Callable[[PeriodEntry], Iterator[str]], ...]] = {
    AuditTest.RECOMPUTE: (_found_otherwise,),
    AuditTest.SECOND_CHECK: (_checked_too_late,),
    AuditTest.REVISIONS: (_changed_unsaid,),
}


# Why a test is not asked


def _asked(_: Measure) -> str | None:
    return None


def _without_result(measure: Measure) -> str | None:
    return None if _results(measure) else "No result has been reported yet."


def _not_recomputed(measure: Measure) -> str | None:
    if measure.kind is Kind.QUALITATIVE or not _results(measure):
        return _without_result(measure)
    if any(entry.inputs for entry in _results(measure)):
        return None
    if measure.origin:
        return f"{measure.origin.publisher} publishes the figures, and gives no inputs here."
    return "A date or a level is read, not worked out."


def _published(measure: Measure) -> str | None:
    if measure.origin:
        return f"The figures are published by {measure.origin.publisher}, who answers for them."
    return _without_result(measure)


_EXCUSES: Mapping[AuditTest, Callable[[Measure], str | None]] = {
    AuditTest.DEFINITION: _asked,
    AuditTest.RECOMPUTE: _not_recomputed,
    AuditTest.EVIDENCE: _published,
    AuditTest.SECOND_CHECK: _published,
    AuditTest.TIMELINESS: _asked,
    AuditTest.REVISIONS: _without_result,
}


# Why a test is passed


def _defined(rated: Rated, item: RatedMeasure) -> str:
    measure = item.measure
    if measure.agreed:
        body = rated.catalogue.bodies.get(measure.agreed.by)
        who = body.name if body else measure.agreed.by
        return f"Agreed by {who}, {day(measure.agreed.on)}, {measure.agreed.reference}."
    if measure.origin:
        return (
            f"Defined by {measure.origin.publisher}; its figures and targets are those of others."
        )
    return "It is no longer in use."


def _recomputed(_: Rated, item: RatedMeasure) -> str:
    measure = item.measure
    if measure.kind is Kind.QUALITATIVE:
        count = plural(len(_results(measure)), "assessment")
        return f"{count}: each is no better than the worst of its three judgements."
    worked = [entry for entry in measure.periods if entry.value is not None and entry.inputs]
    apart = sum(1 for entry in worked if entry.unreconciled)
    told = f"{plural(len(worked), 'figure')} worked out again from the inputs."
    if apart:
        told += f" In {plural(apart, 'period')} the source's own inputs give another, as is said."
    return told


def _evidenced(_: Rated, item: RatedMeasure) -> str:
    measure = item.measure
    results = _results(measure)
    if measure.kind is Kind.QUALITATIVE:
        return f"{plural(len(results), 'assessment')}, each with the facts that it rests on."
    prints = sum(1 for entry in results if entry.evidence and entry.evidence.sha256)
    told = f"{plural(len(results), 'figure')}, each with its source."
    return f"{told} {plural(prints, 'fingerprint')} recorded." if prints else told


def _checked(_: Rated, item: RatedMeasure) -> str:
    results = plural(len(_results(item.measure)), "result")
    return f"{results}, each checked by another person, as the file says."


def _in_time(_: Rated, item: RatedMeasure) -> str:
    latest = item.latest_result
    done = latest and (latest.entry.calculated or latest.entry.assessment)
    if latest is None or done is None:
        return "Nothing is overdue."
    due, label = due_on(item.measure, latest.entry.period), latest.entry.period.words
    if done.on > due:
        return f"Nothing is overdue. {label} came late, and its commentary says why."
    return f"Nothing is overdue. {label} was there on {day(done.on)}, and due by {day(due)}."


def _revised(_: Rated, item: RatedMeasure) -> str:
    count = sum(len(entry.revisions) for entry in item.measure.periods)
    if not count:
        return "No change to a published figure is recorded."
    return f"{plural(count, 'change')} to published figures, each with its reason and who was told."


_MERITS: Mapping[AuditTest, Callable[[Rated, RatedMeasure], str]] = {
    AuditTest.DEFINITION: _defined,
    AuditTest.RECOMPUTE: _recomputed,
    AuditTest.EVIDENCE: _evidenced,
    AuditTest.SECOND_CHECK: _checked,
    AuditTest.TIMELINESS: _in_time,
    AuditTest.REVISIONS: _revised,
}
