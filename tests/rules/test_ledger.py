"""The ledger of revisions (R112, R113): old, new, and what the change did to the status."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.model.measure import Revision
from generator.model.words import Status
from generator.rules.ledger import Revised, corrected_since, ledger
from generator.rules.rated import Rated, rate_catalogue
from tests.helpers import AS_OF, Number, catalogue, entry, measure


def changed(on: str, from_: Number, kind: str = "correction") -> Revision:
    """A change of a figure on a day."""
    return Revision(
        on=date.fromisoformat(on), from_=Decimal(from_), type=kind, reason="Late.", told="SMT"
    )


def rated(value: Number, *revisions: Revision) -> Rated:
    """A council with one figure against a target of 95, and what it was before."""
    item = measure(entry(value, 95)._replace(revisions=revisions))
    return rate_catalogue(catalogue(item), AS_OF)


def test_a_revision_says_what_the_status_was_and_is() -> None:
    (one,) = ledger(rated(91, changed("2024-09-01", 95)))
    assert (one.old, one.new) == (Decimal(95), Decimal(91))
    assert (one.old_status, one.new_status, one.flips) == (Status.GREEN, Status.AMBER, True)


def test_each_revision_leads_to_the_next_newest_first() -> None:
    found = list(
        ledger(rated(91, changed("2024-09-01", 95, "scheduled"), changed("2024-10-01", 94)))
    )
    assert [(one.old, one.new) for one in found] == [
        (Decimal(94), Decimal(91)),
        (Decimal(95), Decimal(94)),
    ]
    assert [one.flips for one in found] == [True, False]  # 94 of 95 is still green
    assert [one.is_correction for one in found] == [True, False]


def test_a_figure_that_was_never_changed_is_not_in_the_ledger() -> None:
    assert list(ledger(rated(91))) == []


def test_only_corrections_after_a_day_are_told_of_a_paper() -> None:
    state = rated(91, changed("2024-09-01", 95, "scheduled"), changed("2024-10-01", 94))

    def since(day: str, measures: set[str]) -> list[Revised]:
        return list(corrected_since(state, frozenset(measures), date.fromisoformat(day)))

    assert len(since("2024-09-30", {"crisis-grants"})) == 1
    assert since("2024-10-01", {"crisis-grants"}) == []  # members had the new figure that day
    assert since("2024-01-01", {"another"}) == []


def test_a_change_of_a_figure_that_has_no_target_flips_nothing() -> None:
    item = replace(measure(entry(91, None)._replace(revisions=(changed("2024-09-01", 20),))))
    (one,) = ledger(rate_catalogue(catalogue(item), AS_OF))
    assert (one.old_status, one.flips) == (Status.NO_TARGET, False)
