"""Judgements apart: the worst of three, and what becomes of a reported colour (R45, R77)."""

from itertools import product

import pytest

from generator.model.words import COLOURS, Status
from generator.rules.progress import assessed, assessed_sentence, computed_from, settled
from tests.helpers import assessment, entry, judgements, qualitative, rating_of, sentence_of

RED, AMBER, GREEN = COLOURS


@pytest.mark.parametrize("judged", [*product(COLOURS, repeat=3)])
def test_the_computed_status_is_the_worst_of_the_three(judged: tuple[Status, ...]) -> None:
    """R77: of 27 triples, 19 hold a red, 7 of the others an amber, and one is all green."""
    expected = RED if RED in judged else AMBER if AMBER in judged else GREEN
    assert computed_from(judgements(*judged)) is expected


@pytest.mark.parametrize(
    ("computed", "reported", "shown"),
    [
        (RED, RED, RED),
        (RED, AMBER, RED),
        (RED, GREEN, RED),
        (AMBER, RED, RED),
        (AMBER, AMBER, AMBER),
        (AMBER, GREEN, AMBER),
        (GREEN, RED, RED),
        (GREEN, AMBER, AMBER),
        (GREEN, GREEN, GREEN),
        # What rests on nothing: bad news stands, and a green does not (R85).
        (Status.NOT_RATED, RED, RED),
        (Status.NOT_RATED, AMBER, AMBER),
        (Status.NOT_RATED, GREEN, Status.NOT_RATED),
    ],
)
def test_a_worse_report_stands_and_a_better_one_never_does(
    computed: Status, reported: Status, shown: Status
) -> None:
    """R77."""
    assert settled(computed, reported) is shown


def test_an_assessment_that_is_better_than_its_judgements_does_not_stand() -> None:
    """R77: amber is typed, and the budget is red."""
    given = entry()._replace(assessment=assessment(AMBER, judgements(budget=RED)))
    rated = rating_of(qualitative(given))
    assert (rated.computed, rated.status) == (RED, RED)
    assert sentence_of(qualitative(given)) == (
        "Assessed as red on 15 July 2024 (timescale green, budget red and completion green), "
        "reported as amber, which is better than red and does not stand: All four steps that were "
        "due are done."
    )


def test_an_assessment_that_is_worse_than_its_judgements_stands_and_says_so() -> None:
    """R86: all three are green, and the author still calls it amber."""
    said = assessment(AMBER, judgements())
    assert assessed(said) is AMBER
    assert assessed_sentence(said) == (
        "Assessed as amber on 15 July 2024 (timescale green, budget green and completion green), "
        "reported as amber, which is worse than green and stands: All four steps that were due are "
        "done."
    )
