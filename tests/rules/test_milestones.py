"""Milestones on a day: the floor of the due date, what blocks, and the sentence (R34, R38, R77)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.commitment import Commitment, Dependency, Milestone
from generator.model.judgement import Judgements
from generator.model.words import COLOURS, MilestoneState, Status
from generator.rules.milestones import RatedMilestone
from generator.rules.rated import rate_catalogue
from tests.helpers import (
    AS_OF,
    catalogue,
    commitment,
    judgements,
    milestone,
    planned,
    update,
    waits_for,
)

RED, AMBER, GREEN = COLOURS
ENDED = (MilestoneState.COMPLETE, MilestoneState.DEFERRED, MilestoneState.CANCELLED)


def rated(*milestones: Milestone, as_of: date = AS_OF) -> list[RatedMilestone]:
    """These milestones of one commitment, rated."""
    return rated_in(commitment(planned(*milestones)), as_of=as_of)


def rated_in(*commitments: Commitment, as_of: date = AS_OF) -> list[RatedMilestone]:
    """Every milestone of these commitments, rated."""
    return list(rate_catalogue(catalogue(commitments=commitments), as_of).milestones.values())


@pytest.mark.parametrize(
    ("state", "status", "sentence"),
    [
        (
            MilestoneState.COMPLETE,
            Status.ACHIEVED,
            "Achieved on 14 June 2024; it was due on 31 December 2024.",
        ),
        (
            MilestoneState.DEFERRED,
            Status.DEFERRED,
            "Deferred. Decision: CMT, 3 June 2024, item 2.",
        ),
        (
            MilestoneState.CANCELLED,
            Status.CANCELLED,
            "Cancelled. Decision: CMT, 3 June 2024, item 2.",
        ),
    ],
)
def test_a_milestone_that_has_ended_stays_ended_whatever_is_reported(
    state: MilestoneState, status: Status, sentence: str
) -> None:
    """R77: a red update after completion reopens nothing, and no due date passes."""
    late = milestone(update(RED, judgements(budget=RED)), state=state, due="2024-12-31")
    (one,) = rated(late)
    assert (one.computed, one.status, one.sentence) == (status, status, sentence)


@pytest.mark.parametrize(
    ("due", "status", "sentence"),
    [
        (None, Status.NOT_REPORTED, "Nothing has been reported yet."),
        (
            "2025-03-31",
            Status.NOT_REPORTED,
            "Nothing has been reported yet. It is due on 31 March 2025.",
        ),
        (
            "2025-03-30",
            Status.OVERDUE,
            "Overdue: it was due on 30 March 2025 and is not complete, and nothing has been reported.",
        ),
    ],
)
def test_a_milestone_without_a_report_has_a_state_of_its_own(
    due: str | None, status: Status, sentence: str
) -> None:
    """R38 and R83: it is not blank, and late is not merged with not yet due."""
    (one,) = rated(milestone(due=due))
    assert (one.status, one.reported, one.sentence) == (status, None, sentence)


@pytest.mark.parametrize(
    ("due", "judged", "reported", "computed", "shown", "sentence"),
    [
        # 31 March 2025 is today: the day has not passed.
        (
            "2025-03-31",
            judgements(),
            GREEN,
            GREEN,
            GREEN,
            "Timescale green, budget green and completion green for 2024-25 Q2: green.",
        ),
        (
            "2024-12-31",
            judgements(),
            GREEN,
            AMBER,
            AMBER,
            (
                "Timescale green, budget green and completion green for 2024-25 Q2: green. It was due on "
                "31 December 2024 and is not complete, so it is amber at best. Reported as green, which "
                "is better than amber and does not stand."
            ),
        ),
        (
            "2024-12-31",
            judgements(timescale=RED),
            RED,
            RED,
            RED,
            (
                "Timescale red, budget green and completion green for 2024-25 Q2: red. It was due on "
                "31 December 2024 and is not complete."
            ),
        ),
        (
            None,
            judgements(budget=AMBER),
            GREEN,
            AMBER,
            AMBER,
            (
                "Timescale green, budget amber and completion green for 2024-25 Q2: amber. Reported as "
                "green, which is better than amber and does not stand."
            ),
        ),
        (
            None,
            judgements(),
            RED,
            GREEN,
            RED,
            (
                "Timescale green, budget green and completion green for 2024-25 Q2: green. Reported as "
                "red, which is worse than green and stands."
            ),
        ),
        # A status that rests on nothing: R85.
        (
            None,
            None,
            GREEN,
            Status.NOT_RATED,
            Status.NOT_RATED,
            (
                "Nothing says what the status for 2024-25 Q2 rests on. Reported as green, which does not "
                "stand."
            ),
        ),
        (
            None,
            None,
            RED,
            Status.NOT_RATED,
            RED,
            "Nothing says what the status for 2024-25 Q2 rests on. Reported as red, which stands.",
        ),
        (
            "2024-12-31",
            None,
            GREEN,
            AMBER,
            AMBER,
            (
                "Nothing says what the status for 2024-25 Q2 rests on. It was due on 31 December 2024 and "
                "is not complete, so it is amber at best. Reported as green, which is better than amber "
                "and does not stand."
            ),
        ),
    ],
)
def test_judgements_date_and_report_give_the_status(
    due: str | None,
    judged: Judgements | None,
    reported: Status,
    computed: Status,
    shown: Status,
    sentence: str,
) -> None:
    """R77."""
    (one,) = rated(milestone(update(reported, judged), due=due))
    assert (one.computed, one.reported, one.status) == (computed, reported, shown)
    assert one.sentence == sentence


def test_what_was_published_without_judgements_is_shown_until_its_date_passes() -> None:
    said = update(GREEN, published="Report of 12 June 2024")
    (open_one, late) = rated(milestone(said), milestone(said, name="late", due="2024-12-31"))
    assert (open_one.status, open_one.sentence) == (
        GREEN,
        "Published as green for 2024-25 Q2, without judgements.",
    )
    assert late.status is AMBER


IN_THE_WAY = [
    (milestone(update(RED, judgements(budget=RED)), name="first"), "is red"),
    (milestone(update(RED, published="A report"), name="first"), "is red"),
    # Reported as green, and its completion is red: it is red.
    (milestone(update(GREEN, judgements(completion=RED)), name="first"), "is red"),
    (
        milestone(name="first", due="2024-12-31"),
        "was due on 31 December 2024 and is not complete",
    ),
    (milestone(name="first", state=MilestoneState.DEFERRED), "is deferred"),
    (milestone(name="first", state=MilestoneState.CANCELLED), "is cancelled"),
]
IN_NOBODYS_WAY = [
    milestone(name="first"),
    milestone(update(AMBER, judgements(budget=AMBER)), name="first"),
    milestone(name="first", state=MilestoneState.COMPLETE, due="2024-12-31"),
    milestone(update(RED), name="first", state=MilestoneState.COMPLETE),
]


@pytest.mark.parametrize("on", ["first", "gc1-m1-c1/first"])
@pytest.mark.parametrize(("first", "why"), IN_THE_WAY)
def test_what_cannot_be_done_before_something_late_is_amber_at_best(
    first: Milestone, why: str, on: str
) -> None:
    """R34 and R77."""
    green = milestone(update(GREEN, judgements()), dependencies=(waits_for(on),))
    _, blocked = rated(first, green)
    assert (blocked.computed, blocked.status) == (AMBER, AMBER)
    assert blocked.sentence == (
        "Timescale green, budget green and completion green for 2024-25 Q2: green. It cannot be done "
        f"before “Milestone first”, which {why}, so it is amber at best. Reported "
        "as green, which is better than amber and does not stand."
    )


@pytest.mark.parametrize("first", IN_NOBODYS_WAY)
def test_what_is_on_its_way_or_done_blocks_nothing(first: Milestone) -> None:
    green = milestone(update(GREEN, judgements()), dependencies=(waits_for("first"),))
    _, other = rated(first, green)
    assert (other.status, other.late) == (GREEN, ())


def test_a_reason_lets_a_blocked_milestone_be_green_and_is_printed() -> None:
    first, _ = IN_THE_WAY[0]
    said = update(GREEN, judgements(), despite="The wards keep their own diary until then.")
    _, other = rated(first, milestone(said, dependencies=(waits_for("first"),)))
    assert other.status is GREEN
    assert other.sentence.endswith(
        "which is red. It can be green all the same: The wards keep their own diary until then."
    )
    assert [item.key for item in other.late] == ["gc1-m1-c1/first"]


def test_no_reason_excuses_a_date_that_has_passed() -> None:
    first, _ = IN_THE_WAY[0]
    said = update(GREEN, judgements(), despite="It needs no room.")
    _, other = rated(first, milestone(said, due="2025-01-31", dependencies=(waits_for("first"),)))
    assert other.status is AMBER


@pytest.mark.parametrize(
    ("kind", "words"),
    [("constraint", "It is limited by"), ("preferential", "It would be better after")],
)
def test_what_only_limits_is_told_and_holds_no_colour_down(kind: str, words: str) -> None:
    """R34: a late dependency of any kind shows on what depends on it."""
    first, _ = IN_THE_WAY[0]
    green = milestone(update(GREEN, judgements()), dependencies=(waits_for("first", kind),))
    _, other = rated(first, green)
    assert other.status is GREEN
    assert other.sentence.endswith(f"{words} “Milestone first”, which is red.")


OTHER = "gc1-m1-c2"


@pytest.mark.parametrize(
    ("milestones", "why"),
    [
        (
            (milestone(), milestone(name="second", due="2024-12-31")),
            "has a milestone, “Milestone second”, that was due on 31 December 2024 and is not complete",
        ),
        (
            (milestone(state=MilestoneState.DEFERRED), milestone(state=MilestoneState.CANCELLED)),
            "has no milestone that is not deferred or cancelled",
        ),
        ((milestone(state=MilestoneState.CANCELLED), milestone(name="second")), None),
        ((), None),
    ],
)
def test_a_commitment_is_in_the_way_when_a_milestone_is_late_or_none_is_left(
    milestones: tuple[Milestone, ...], why: str | None
) -> None:
    """R34: what the whole commitment depends on holds for each of its milestones."""
    first = commitment(planned(*milestones), name=OTHER)
    said = milestone(update(GREEN, judgements()), name="green")
    (other,) = [
        one
        for one in rated_in(first, commitment(planned(said), dependencies=(waits_for(OTHER),)))
        if one.milestone.id == "green"
    ]
    assert [item.why for item in other.late] == ([why] if why else [])
    assert other.status is (AMBER if why else GREEN)


@pytest.mark.parametrize("on", ["The new telephone system", "gc1-m9-c9", "gc1-m1-c1/none"])
def test_what_is_not_in_the_plan_blocks_nothing(on: str) -> None:
    (one,) = rated(milestone(update(GREEN, judgements()), dependencies=(waits_for(on),)))
    assert one.status is GREEN


def test_two_that_wait_for_one_another_are_rated_all_the_same() -> None:
    said = update(GREEN, judgements())
    first = milestone(said, name="first", due="2024-12-31", dependencies=(waits_for("second"),))
    second = milestone(said, name="second", dependencies=(waits_for("first"),))
    assert [one.status for one in rated(first, second)] == [AMBER, AMBER]


colours = st.sampled_from(COLOURS)
days = st.sampled_from([None, "2024-12-31", "2025-03-31", "2025-12-31"])


@given(
    reported=colours, judged=st.tuples(colours, colours, colours), due=days, blocked=st.booleans()
)
def test_no_status_is_better_than_its_judgements_its_report_or_its_floor(
    reported: Status, judged: tuple[Status, ...], due: str | None, blocked: bool
) -> None:
    """R77: shown is the worst of all that bears on it."""
    first = milestone(update(RED, judgements(RED)), name="first")
    needs: tuple[Dependency, ...] = (waits_for("first"),) if blocked else ()
    (_, one) = rated(
        first, milestone(update(reported, judgements(*judged)), due=due, dependencies=needs)
    )
    floor = [AMBER] if blocked or due == "2024-12-31" else []
    assert one.status is min([reported, *judged, *floor], key=COLOURS.index)


@given(state=st.sampled_from(ENDED), reported=colours, due=days)
def test_an_ended_milestone_never_has_a_colour(
    state: MilestoneState, reported: Status, due: str | None
) -> None:
    """R38 and R83."""
    (one,) = rated(milestone(update(reported, judgements()), state=state, due=due))
    assert not one.status.is_colour
