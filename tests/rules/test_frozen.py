"""What became of the figures of a frozen paper since (R98, R113; decision 0069)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.model.measure import Measure, PeriodEntry, Revision
from generator.model.words import Status
from generator.rules.frozen import as_seen, rereported_since, revised_since
from generator.rules.rated import Rated, rate_catalogue
from tests.helpers import (
    AS_OF,
    assessment,
    catalogue,
    commitment,
    entry,
    judgements,
    measure,
    milestone,
    planned,
    qualitative,
    update,
)

LABEL = "2024-25 Q1"
CORRECTED = Revision(
    on=date(2025, 2, 3), from_=Decimal(95), type="correction", reason="Late cases.", told="SMT"
)


def rated(*measures: Measure) -> Rated:
    return rate_catalogue(catalogue(*measures), AS_OF)


def since(was: Measure, *now: Measure) -> list[tuple[str, bool]]:
    """What is told of the one figure, and whether a revision says why."""
    found = revised_since(rated(was), rated(*now), [(was.id, LABEL)])
    return [(one.words, one.revision is not None) for one in found]


def hidden(state: Status) -> PeriodEntry:
    return entry(None, 95)._replace(state=state, reason="Four people.")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        # 95 meets 95: green. 94 is 1.05% outwith: green. 91 is 4.21%: amber.
        (entry(95, 95), []),
        (entry(94, 95), [("95% became 94%", False)]),
        (entry(91, 95), [("95% became 91%, and green became amber", False)]),
        (
            entry(91, 95)._replace(revisions=(CORRECTED,)),
            [("95% became 91%, and green became amber", False)],
        ),
        (
            entry(91, 95)._replace(revisions=(replace(CORRECTED, on=AS_OF),)),
            [("95% became 91%, and green became amber", True)],
        ),
        (entry(95, 100), [("its target of 95% became 100%, and green became red", False)]),
        (entry(95, 94), [("its target of 95% became 94%", False)]),
        (hidden(Status.SUPPRESSED), [("is suppressed now", False)]),
        (hidden(Status.UNRELEASED), [("is not yet published now", False)]),
        (
            hidden(Status.NOT_AVAILABLE),
            [("95% became no figure, and green became not available", False)],
        ),
    ],
)
def test_what_became_of_a_figure(now: PeriodEntry, told: list[tuple[str, bool]]) -> None:
    """A revision from before the paper was frozen explains nothing that came later."""
    assert since(measure(entry(95, 95)), measure(now)) == told


def test_a_measure_or_a_period_that_is_gone_is_told() -> None:
    assert since(measure(entry(95, 95))) == [("is no longer on this site", False)]
    later = measure(entry(95, 95, "2024-25 Q2"))
    assert since(measure(entry(95, 95)), later) == [("is no longer on this site", False)]


def test_a_judgement_that_was_changed_is_told_by_its_status() -> None:
    was, now = (
        qualitative(entry()._replace(assessment=assessment(status)))
        for status in (Status.GREEN, Status.RED)
    )
    assert since(was, now) == [("green became red", False)]


@pytest.mark.parametrize("state", [Status.SUPPRESSED, Status.UNRELEASED])
def test_what_is_hidden_now_is_hidden_in_what_members_saw(state: Status) -> None:
    then = rated(measure(entry(95, 95)._replace(commentary="Four people.")))
    (seen,) = as_seen(then, rated(measure(hidden(state)))).measures
    one = seen.entries[0].entry
    assert (one.value, one.commentary, one.state, one.target) == (None, None, state, Decimal(95))


def test_what_members_saw_is_the_same_record_where_nothing_is_hidden() -> None:
    then = rated(measure(entry(95, 95)))
    assert as_seen(then, rated(measure(entry(91, 95)))) is then


def reported_as(*statuses: Status) -> Rated:
    """A plan with one milestone, reported for one quarter after another."""
    updates = tuple(
        update(status, judgements(status), f"2024-25 Q{number}")
        for number, status in enumerate(statuses, start=1)
    )
    return rate_catalogue(catalogue(commitments=(commitment(planned(milestone(*updates))),)), AS_OF)


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ((Status.GREEN,), []),
        # A later report changes nothing of what was reported then.
        ((Status.GREEN, Status.RED), []),
        ((Status.AMBER,), ["reported as green, which became amber"]),
        ((), ["its report is no longer on this site"]),
    ],
)
def test_a_milestone_that_was_reported_otherwise_since_is_told(
    now: tuple[Status, ...], told: list[str]
) -> None:
    then = reported_as(Status.GREEN)
    found = rereported_since(then.roll_ups.commitments, reported_as(*now))
    assert [one.words for one in found] == told
