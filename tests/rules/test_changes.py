"""What a change does to figures, targets and statuses (R157): whole sentences, worst first."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.model.measure import Measure
from generator.model.past import Difference
from generator.model.words import Status
from generator.rules.changes import Change, Weight, changes, is_worse
from generator.rules.differences import differences
from generator.rules.rated import Rated, rate_catalogue
from tests.helpers import AS_OF, catalogue, entry, measure, own_bands, reported, revision


def rated(*measures: Measure) -> Rated:
    """A council of these measures alone."""
    return rate_catalogue(catalogue(*measures), AS_OF)


def between(before: Measure, after: Measure) -> list[Change]:
    """What changes where one measure becomes another."""
    return changes(rated(before), rated(after))


OLD = measure(entry(91, 95, "2024-25 Q1"), entry(94, 95, "2024-25 Q2"))


def edited(**change: Any) -> Measure:
    """The measure with its first period changed."""
    return replace(OLD, periods=(OLD.periods[0]._replace(**change), OLD.periods[1]))


def test_nothing_changes_where_nothing_differs() -> None:
    assert between(OLD, replace(OLD)) == []


def test_a_published_figure_that_changes_without_a_revision_comes_first() -> None:
    flagged, status = between(OLD, edited(value=entry(95).value))
    assert (flagged.weight, flagged.before, flagged.after) == (Weight.UNEXPLAINED, "91%", "95%")
    assert flagged.sentence == "value was 91% and is now 95%. No revision says why."
    assert (status.weight, status.before, status.after) == (Weight.STATUS, "amber", "green")
    assert status.sentence == "2024-25 Q1: amber becomes green. 95% meets the target of 95%: green."


def test_a_revision_of_another_figure_explains_nothing() -> None:
    found = between(OLD, edited(value=entry(95).value, revisions=(revision("correction"),)))
    assert found[0].weight is Weight.UNEXPLAINED  # the revision says that it was 90%


def test_a_revision_explains_a_changed_figure() -> None:
    found = between(
        OLD,
        edited(
            value=entry(95).value,
            revisions=(replace(revision("correction"), from_=Decimal(91)),),
        ),
    )
    assert Weight.UNEXPLAINED not in [one.weight for one in found]
    assert [one.kind for one in found] == ["status", "value", "revisions"]


@pytest.mark.parametrize(
    ("after", "kind", "weight", "sentence"),
    [
        (edited(target=entry(0, 92).target), "target", Weight.TARGET, "target was 95% and is now 92%."),
        (edited(value=None), "value", Weight.UNEXPLAINED, "value is gone; it was 91%. No revision says why."),
        (replace(OLD, owner="someone-else"), "owner", Weight.PEOPLE, "owner was welfare-fund-manager and is now someone-else."),
        (replace(OLD, definition="Other."), "definition", Weight.DEFINITION, "definition was Applications decided within one working day. and is now Other.."),
        (replace(OLD, periods=OLD.periods[:1]), "2024-25 Q2", Weight.REMOVED, "the period is gone; it was period 2024-25 Q2, target 95, value 94."),
        (replace(OLD, agreed=None), "agreed", Weight.PEOPLE, "agreed is gone; it was by smt, on 12 March 2024, reference item 2."),
        (replace(OLD, tolerance=own_bands(5, 10, "2030-04-01")), "2030-04-01", Weight.RULE, "tolerance, bands, 2030-04-01 is now from 1 April 2030, green_up_to 5, amber_up_to 10, reason One case is 5%., agreed by smt, on 12 March 2024, reference item 2."),
    ],
)  # fmt: skip
def test_each_change_says_what_it_was_and_is(
    after: Measure, kind: str, weight: Weight, sentence: str
) -> None:
    (one,) = [one for one in between(OLD, after) if one.kind == kind]
    assert (one.weight, one.sentence) == (weight, sentence)


def test_a_measure_that_comes_or_goes_is_one_change() -> None:
    other = replace(OLD, id="other", title="Other")
    assert [(one.kind, one.item) for one in changes(rated(OLD), rated(OLD, other))] == [
        ("added", "other")
    ]
    assert [(one.kind, one.item) for one in changes(rated(OLD, other), rated(OLD))] == [
        ("removed", "other")
    ]


def test_a_new_period_in_the_middle_is_one_difference() -> None:
    late = entry(95, 95, "2024-25 Q3")
    before = replace(OLD, periods=(OLD.periods[0], late))
    after = replace(OLD, periods=(*OLD.periods, late))
    assert [one.at for one in differences(before, after)] == [("periods", "2024-25 Q2")]


def test_an_override_shows_as_a_status_that_changes() -> None:
    found = between(OLD, edited(status=reported(Status.GREEN)))
    assert [one.kind for one in found] == ["status", "status"]
    assert not any(map(is_worse, found))
    back = between(edited(status=reported(Status.GREEN)), OLD)
    assert sum(map(is_worse, back)) == 1


def test_every_field_that_differs_is_told() -> None:
    """No key is silently left out: one that has no weight of its own is told last."""
    after = replace(OLD, good_looks_like="95 in 100.", decimals=2)
    found = {one.kind: one.weight for one in between(OLD, after)}
    assert found == {"good_looks_like": Weight.OTHER, "decimals": Weight.DEFINITION}


def test_differences_go_down_to_the_value_that_differs() -> None:
    assert list(differences({"a": (1, 2)}, {"a": (1, 3)})) == [Difference(("a", "2"), 2, 3)]
    assert list(differences(None, (1,))) == [Difference((), None, (1,))]
