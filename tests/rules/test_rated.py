"""A measure with its ratings: which caveats touch which period."""

from dataclasses import replace

import pytest

from generator.model.measure import Caveat, PeriodEntry
from generator.model.period import PeriodLabel
from generator.model.words import Status
from tests.helpers import entry, measure, rated_measure

LABELS = ("2024-25 Q1", "2024-25 Q2", "2024-25 Q3")


@pytest.mark.parametrize(
    ("first", "last", "touched"),
    [
        (None, None, LABELS),
        ("2024-25 Q2", None, LABELS[1:]),
        (None, "2024-25 Q2", LABELS[:2]),
        ("2024-25 Q2", "2024-25 Q2", LABELS[1:2]),
        # A first or last period that has no figure in the file still counts.
        ("2019-20 Q1", "2024-25 Q1", LABELS[:1]),
        ("2025-26 Q1", None, ()),
        # A label that cannot be read limits nothing: a caveat is rather shown than lost.
        ("2024-25", None, LABELS),
    ],
)
def test_a_caveat_touches_the_periods_from_its_first_to_its_last(
    first: str | None, last: str | None, touched: tuple[str, ...]
) -> None:
    caveat = Caveat(
        text="A new system.",
        from_=PeriodLabel(first) if first else None,
        to=PeriodLabel(last) if last else None,
    )
    item = replace(measure(*(entry(91, 95, label) for label in LABELS)), caveats=(caveat,))
    rated = rated_measure(item)
    shown = [one.entry.period.label for one in rated.entries if rated.caveats_of(one)]
    assert tuple(shown) == touched


@pytest.mark.parametrize(
    "later",
    [
        entry(None, None, "2025-26 Q1")._replace(state=Status.NOT_AVAILABLE, reason="Later."),
        entry(100, 95, "2025-26 Q1"),
    ],
)
def test_what_is_said_of_a_period_still_running_hides_no_result(later: PeriodEntry) -> None:
    """On 31 March 2025 the first quarter of 2025-26 has not begun: the red stays what is shown."""
    rated = rated_measure(measure(entry(80, 95, "2024-25 Q3"), later))
    assert rated.current is not None
    assert (rated.current.entry.period.label, rated.current.status) == ("2024-25 Q3", Status.RED)
