"""Roll-up: the worst of what is due, counts, and every input once (R66, R80, R83)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.commitment import Commitment, PlannedAction
from generator.model.measure import Measure, ReportedStatus, Supports
from generator.model.words import COLOURS, MilestoneState, Status
from generator.rules.rated import rate_catalogue
from generator.rules.rollup import (
    WORST_FIRST,
    Input,
    Kind,
    RatedAction,
    RatedCommitment,
    RollUps,
    roll_up,
)
from tests.helpers import (
    AS_OF,
    catalogue,
    commitment,
    entry,
    judgements,
    measure,
    milestone,
    planned,
    reported,
    update,
)

RED, AMBER, GREEN = COLOURS
ACHIEVED, OVERDUE = Status.ACHIEVED, Status.OVERDUE


def inputs(statuses: Sequence[Status]) -> list[Input]:
    """A milestone for each status."""
    return [Input(Kind.MILESTONE, f"m{n}", f"M{n}", one) for n, one in enumerate(statuses)]


def rolled(
    *commitments: Commitment, measures: tuple[Measure, ...] = (), as_of: date = AS_OF
) -> RollUps:
    """The roll-ups of these commitments and measures."""
    return rate_catalogue(catalogue(*measures, commitments=commitments), as_of).roll_ups


def only(*actions: PlannedAction, measures: tuple[Measure, ...] = ()) -> RatedCommitment:
    """The one commitment that has these actions."""
    return rolled(commitment(*actions), measures=measures).commitments[0]


def action(*statuses: Status, said: ReportedStatus | None = None) -> RatedAction:
    """An action with a milestone for each colour."""
    milestones = [
        milestone(update(one, judgements(one)), name=f"m{n}") for n, one in enumerate(statuses)
    ]
    return only(planned(*milestones, status=said)).actions[0]


def figure(name: str, value: int, *supports: str) -> Measure:
    """A measure with one figure against a target of 100: 100 green, 96 amber (4%), 90 red (10%)."""
    item = measure(entry(value, 100, "2024-25 Q3"))
    return replace(item, id=name, title=f"Measure {name}", supports=Supports(commitments=supports))


@pytest.mark.parametrize(
    ("statuses", "worst"),
    [
        ((GREEN, AMBER, RED), RED),
        ((GREEN, AMBER), AMBER),
        ((GREEN, GREEN), GREEN),
        # Due and absent: never green (R83).
        ((GREEN, OVERDUE), OVERDUE),
        ((AMBER, OVERDUE), AMBER),
        # What is not due, not reported, reached or given up decides nothing beside a colour.
        ((GREEN, Status.NOT_YET_DUE, Status.NOT_REPORTED), GREEN),
        ((GREEN, ACHIEVED, Status.DEFERRED, Status.CANCELLED), GREEN),
        ((ACHIEVED, Status.NOT_REPORTED), Status.NOT_REPORTED),
        ((ACHIEVED, Status.DEFERRED), Status.DEFERRED),
        ((ACHIEVED, Status.CANCELLED), ACHIEVED),
        ((ACHIEVED, Status.DATA_ONLY, Status.NO_TARGET), ACHIEVED),
        ((), Status.NOT_RATED),
    ],
)
def test_the_worst_of_what_is_due_decides(statuses: tuple[Status, ...], worst: Status) -> None:
    """R80."""
    assert roll_up(inputs(statuses)).worst is worst


def test_every_status_has_its_place_in_the_order() -> None:
    assert sorted(WORST_FIRST) == sorted(Status)


any_statuses = st.lists(st.sampled_from(Status), max_size=8)


@given(before=any_statuses, more=st.sampled_from(Status))
def test_one_more_input_never_improves_a_roll_up(before: list[Status], more: Status) -> None:
    """R80: nothing masks a bad result, for there is no mean that good ones could raise."""
    if before:
        worst, after = roll_up(inputs(before)).worst, roll_up(inputs([*before, more])).worst
        assert WORST_FIRST.index(after) <= WORST_FIRST.index(worst)


@given(statuses=any_statuses, data=st.data())
def test_the_order_of_inputs_does_not_matter(statuses: list[Status], data: st.DataObject) -> None:
    given_order = inputs(statuses)
    other = data.draw(st.permutations(given_order))
    one, two = roll_up(given_order), roll_up(other)
    assert (one.worst, one.counts, one.rated, one.total) == (
        two.worst,
        two.counts,
        two.rated,
        two.total,
    )


@given(statuses=any_statuses)
def test_counts_hold_every_input_once_and_every_state_apart(statuses: list[Status]) -> None:
    """R83: states are counted one by one, and nothing is dropped from the total."""
    twice = roll_up([*inputs(statuses), *inputs(statuses)])
    assert twice.counts == Counter(statuses)
    assert twice.total == len(statuses) == sum(twice.counts.values())
    assert twice.rated == sum(1 for one in statuses if one in COLOURS)
    assert [one.id for one in twice.inputs] == [f"m{n}" for n in range(len(statuses))]


def test_an_action_shows_delivery_and_result_apart_and_is_the_worst_of_both() -> None:
    """R66: its milestone is on time, its measure is 10% outwith: red."""
    done = milestone(update(GREEN, judgements()))
    item = only(planned(done, measures=("waits",)), measures=(figure("waits", 90),)).actions[0]
    assert (item.delivery.worst, item.results.worst, item.status) == (GREEN, RED, RED)
    assert item.sentence == "The worst of 1 milestone and 1 measure (1 red and 1 green): red."
    assert [(one.kind, one.id) for one in item.inputs.inputs] == [
        (Kind.MILESTONE, "gc1-m1-c1/one-office"),
        (Kind.MEASURE, "waits"),
    ]


def test_an_action_with_nothing_under_it_is_not_rated() -> None:
    item = only(planned(measures=("no-such-measure",))).actions[0]
    assert (item.status, item.sentence) == (
        Status.NOT_RATED,
        "It has no milestone and no measure, so there is nothing to rate.",
    )


@pytest.mark.parametrize(
    ("statuses", "said", "shown"),
    [
        # Better, with a reason, a date, an approver and a second one.
        ((RED,), reported(AMBER), AMBER),
        # Better, and nobody approved it.
        ((RED,), reported(AMBER, approved=False), RED),
        # Worse, with an approver.
        ((GREEN, GREEN), reported(RED), RED),
        # It counted until 30 March 2025, the day before.
        ((RED,), reported(AMBER, expires="2025-03-30"), RED),
        ((RED,), reported(AMBER, expires="2025-03-31"), AMBER),
        # The owner of the commitment cannot approve it.
        ((GREEN,), replace(reported(AMBER), approved_by="housing-manager"), GREEN),
        # Nothing has a colour, so there is nothing to differ from.
        ((), reported(GREEN), Status.NOT_RATED),
    ],
)
def test_a_status_reported_for_an_action_stands_as_one_for_a_measure_does(
    statuses: tuple[Status, ...], said: ReportedStatus, shown: Status
) -> None:
    """R79 and R80."""
    item = action(*statuses, said=said)
    assert (item.status, item.reported) == (shown, said.colour)
    assert ("Reported as" in item.sentence) is (item.status is not item.computed)


def test_a_reported_status_of_an_action_is_told_beside_the_computed_one() -> None:
    assert action(RED, GREEN, said=reported(AMBER)).sentence == (
        "The worst of 2 milestones (1 red and 1 green): red. Reported as amber, not red: One late "
        "case was misfiled."
    )


def test_a_commitment_is_the_worst_of_its_actions_and_of_the_measures_that_support_it() -> None:
    """R80: actions amber and green, a measure 10% outwith: red; two of its three items named."""
    late = planned(milestone(update(AMBER, judgements(AMBER)), name="late"), name="a1")
    done = planned(milestone(name="done", state=MilestoneState.COMPLETE), name="a2")
    direct = figure("waits", 90, "gc1-m1-c1")
    item = only(late, done, measures=(direct, figure("elsewhere", 90)))
    assert item.status is RED
    assert item.sentence == (
        "The worst of 2 actions and 1 measure (1 red, 1 amber and 1 achieved): red."
    )
    assert [one.id for one in item.items.inputs] == [
        "gc1-m1-c1/late",
        "gc1-m1-c1/done",
        "waits",
    ]
    assert (item.items.rated, item.items.total) == (2, 3)


def test_a_measure_that_is_named_twice_counts_once_and_where_it_is_named() -> None:
    """R17 and R80: two actions name it and it supports the commitment, too."""
    item = only(
        planned(name="a1", measures=("waits",)),
        planned(name="a2", measures=("waits",)),
        measures=(figure("waits", 96, "gc1-m1-c1"),),
    )
    assert [one.id for one in item.items.inputs] == ["waits"]
    assert [one.kind for one in item.inputs.inputs] == [Kind.ACTION, Kind.ACTION]


def test_a_mission_a_challenge_and_the_plan_count_and_have_no_status() -> None:
    """R80: a measure that supports three commitments of two missions counts once in each total."""
    names = ("gc1-m1-c1", "gc1-m1-c2", "gc1-m2-c1")
    shared, alone = figure("waits", 96, *names), figure("alone", 100)
    found = rolled(
        *(commitment(planned(milestone(name=name)), name=name) for name in names),
        measures=(shared, alone),
    )
    first, second = found.missions["gc1-m1"], found.missions["gc1-m2"]
    assert (first.commitments.total, second.commitments.total) == (2, 1)
    assert [one.id for one in first.measures.inputs] == ["waits"]
    assert found.challenges["gc1"].commitments.total == 3
    assert [one.id for one in found.challenges["gc1"].measures.inputs] == ["waits"]
    assert [one.id for one in found.plan.measures.inputs] == ["waits", "alone"]
    assert found.plan.commitments.counts == {AMBER: 3}
    assert not hasattr(found.plan, "status")


def test_measures_that_support_a_mission_alone_count_there() -> None:
    item = replace(figure("waits", 90), supports=Supports(missions=("gc1-m2",)))
    found = rolled(measures=(item,))
    assert [one.status for one in found.missions["gc1-m2"].measures.inputs] == [RED]
    assert found.missions["gc1-m1"].measures.total == 0
    assert found.challenges["gc1"].measures.counts == {RED: 1}


def test_two_commitments_with_one_id_are_each_rated_by_their_own_milestones() -> None:
    """The check calls it an error; a count must not be wrong besides."""
    red = commitment(planned(milestone(update(RED, judgements(RED)))))
    green = commitment(planned(milestone(update(GREEN, judgements()))))
    assert [one.status for one in rolled(red, green).commitments] == [RED, GREEN]
