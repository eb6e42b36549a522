"""The register of overrides (R79): what is in force, what has expired, what never stood."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.measure import ReportedStatus
from generator.model.words import Status
from generator.rules.rated import rate_catalogue
from generator.rules.register import Override, overrides
from tests.command import COUNCIL
from tests.helpers import AS_OF, catalogue, entry, files_under, measure, reported, state_of


def register_of(said: ReportedStatus) -> list[Override]:
    """The register of a council with one amber figure (91 against 95) and what is reported of it."""
    item = measure(entry(91, 95)._replace(status=said))
    return list(overrides(rate_catalogue(catalogue(item), AS_OF)))


@pytest.mark.parametrize(
    ("said", "outcome", "lacks"),
    [
        (reported(Status.GREEN), "stands", ()),
        (reported(Status.RED), "stands", ()),
        (reported(Status.GREEN, expires="2025-03-31"), "stands", ()),  # its last day
        (reported(Status.GREEN, expires="2025-03-30"), "expired", ()),
        (
            reported(Status.GREEN, expires=None),
            "refused",
            ("the date on which it expires",),
        ),
        (
            replace(reported(Status.GREEN, expires="2025-03-30"), second_approver=None),
            "refused",  # it never stood, so that it cannot have expired
            ("a second approver because the colour is better",),
        ),
    ],
)
def test_an_override_is_in_force_expired_or_refused(
    said: ReportedStatus, outcome: str, lacks: tuple[str, ...]
) -> None:
    (one,) = register_of(said)
    assert (one.computed, one.outcome, one.lacks) == (Status.AMBER, outcome, lacks)
    assert (one.id, one.period, one.commitment) == ("crisis-grants", "2024-25 Q1", None)


def test_a_status_that_is_reported_as_computed_is_no_override() -> None:
    assert register_of(reported(Status.AMBER)) == []


def test_actions_stand_in_the_register_too() -> None:
    state = state_of(files_under(COUNCIL), date(2025, 3, 31))
    assert state.rated
    (one,) = [item for item in overrides(state.rated) if item.commitment]
    assert (one.commitment, one.period) == ("gc1-m1-c1", "")
    assert one.said.colour is not one.computed
