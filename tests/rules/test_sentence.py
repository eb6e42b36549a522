"""The sentence from which anyone can follow a status (R78): the whole of it, for every outcome."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.model.measure import Range, ReportedStatus
from generator.model.words import COLOURS, Basis, Direction, Status
from generator.rules.bands import Limits
from generator.rules.distance import band_words
from generator.rules.sentence import STATE_SENTENCES
from tests.helpers import (
    Number,
    assessment,
    bands,
    comparison,
    council,
    entry,
    measure,
    own_bands,
    qualitative,
    reported,
    sentence_of,
    span,
)

HIGHER, LOWER, RANGE, PLAN = Direction.HIGHER, Direction.LOWER, Direction.RANGE, Direction.PLAN


@pytest.mark.parametrize(
    ("value", "target", "direction", "unit", "sentence"),
    [
        (
            "91",
            "95",
            HIGHER,
            "percent",
            "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%).",
        ),
        (
            "87",
            "95",
            HIGHER,
            "percent",
            "87% is 8.42% outwith the target of 95%: red (5% or more).",
        ),
        (
            "93.5",
            "95",
            HIGHER,
            "percent",
            "93.5% is 1.58% outwith the target of 95%: green (no more than 2.49%).",
        ),
        ("95", "95", HIGHER, "percent", "95% meets the target of 95%: green."),
        ("95.0", "95", HIGHER, "percent", "95.0% meets the target of 95%: green."),
        (
            "98",
            "95",
            HIGHER,
            "percent",
            "98% is better than the target of 95% by 3.16%: green.",
        ),
        (
            "25",
            "21",
            LOWER,
            "days",
            "25 days is 19.05% outwith the target of 21 days: red (5% or more).",
        ),
        (
            "1",
            "2",
            LOWER,
            "days",
            "1 day is better than the target of 2 days by 50.00%: green.",
        ),
        # Nearer to the target than two decimals can tell.
        (
            "99999",
            "100000",
            HIGHER,
            "people",
            (
                "99,999 people is less than 0.01% outwith the target of 100,000 people: "
                "green (no more than 2.49%)."
            ),
        ),
        (
            "100001",
            "100000",
            HIGHER,
            "people",
            "100,001 people is better than the target of 100,000 people: green.",
        ),
        # On plan.
        (
            "81200",
            "80000",
            PLAN,
            "pounds",
            "£81,200 is 1.50% outwith the plan of £80,000: green (no more than 2.49%).",
        ),
        (
            "76000.50",
            "80000",
            PLAN,
            "pounds",
            (
                "£76,000.50 is 5.00% outwith the plan of £80,000: red (5% or more). 4.999% before "
                "rounding lies between two bands: it would be amber if read exactly."
            ),
        ),
        ("80000", "80000", PLAN, "pounds", "£80,000 meets the plan of £80,000: green."),
        # A target of zero.
        ("0", "0", LOWER, "complaints", "0 complaints meets the target of 0 complaints: green."),
        (
            "-5",
            "0",
            LOWER,
            "pounds",
            "-£5 is better than the target of £0: green.",
        ),
        (
            "1",
            "0",
            LOWER,
            "complaints",
            (
                "1 complaint against the target of 0 complaints: not rated, because no percentage "
                "can be taken of a target of zero."
            ),
        ),
        # No judgement.
        ("640", None, HIGHER, "trees", "640 trees. No target is set, so it is not rated."),
        (
            "1215",
            None,
            Direction.NONE,
            "trees",
            "1,215 trees. This measure gives context: it has no better direction and no rating.",
        ),
    ],
)
def test_the_sentence_says_how_the_value_compares(
    value: str, target: str | None, direction: Direction, unit: str, sentence: str
) -> None:
    item = measure(entry(value, target), direction=direction, unit=unit)
    assert sentence_of(item) == sentence


@pytest.mark.parametrize(
    ("value", "target", "unit", "sentence"),
    [
        (
            "30.1",
            span(29, 31),
            "degrees Celsius",
            "30.1 degrees Celsius is within the target range of 29 to 31 degrees Celsius: green.",
        ),
        (
            "32.2",
            span(29, 31),
            "degrees Celsius",
            (
                "32.2 degrees Celsius is 3.87% outwith the target range of 29 to 31 degrees Celsius: "
                "amber (2.5% to 4.99%)."
            ),
        ),
        (
            "88",
            span(90, 100),
            "percent",
            "88% is 2.22% outwith the target range of 90% to 100%: green (no more than 2.49%).",
        ),
        (
            "100.001",
            span(90, 100),
            "percent",
            (
                "100.001% is less than 0.01% outwith the target range of 90% to 100%: "
                "green (no more than 2.49%)."
            ),
        ),
        (
            "1",
            span(0, 0),
            "faults",
            (
                "1 fault against the target range of 0 to 0 faults: not rated, because no percentage "
                "can be taken of a target of zero."
            ),
        ),
    ],
)
def test_the_sentence_of_a_range_names_both_ends(
    value: Number, target: Range, unit: str, sentence: str
) -> None:
    assert sentence_of(measure(entry(value, target), direction=RANGE, unit=unit)) == sentence


@pytest.mark.parametrize(
    ("value", "target", "unit", "sentence"),
    [
        (
            "38.5",
            "40",
            "percent",
            "38.5% is 1.50 points outwith the target of 40%: green (no more than 2.49 points).",
        ),
        (
            "36.4",
            "40",
            "percent",
            "36.4% is 3.60 points outwith the target of 40%: amber (2.5 to 4.99 points).",
        ),
        ("41", "40", "percent", "41% is better than the target of 40% by 1.00 point: green."),
        (
            "3",
            "10",
            "days",
            "3 days is 7.00 days outwith the target of 10 days: red (5 days or more).",
        ),
        (
            "7",
            "10",
            "pounds",
            "£7 is £3.00 outwith the target of £10: amber (£2.50 to £4.99).",
        ),
        (
            "1",
            "0",
            "percentage-points",
            (
                "1 percentage point is better than the target of 0 percentage points by 1.00 point: "
                "green."
            ),
        ),
        (
            "39.999",
            "40",
            "percent",
            (
                "39.999% is less than 0.01 points outwith the target of 40%: "
                "green (no more than 2.49 points)."
            ),
        ),
    ],
)
def test_in_points_the_distance_has_the_unit_of_the_measure(
    value: str, target: str, unit: str, sentence: str
) -> None:
    item = measure(entry(value, target), unit=unit, basis=Basis.POINTS)
    assert sentence_of(item) == sentence


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (
            "89.5",
            (
                "89.5% is 2.82% outwith the figure for Scotland of 92.1%: "
                "amber by comparison (2.5% to 4.99%)."
            ),
        ),
        (
            "96.22",
            "96.22% is better than the figure for Scotland of 92.1% by 4.47%: green by comparison.",
        ),
        ("92.1", "92.1% meets the figure for Scotland of 92.1%: green by comparison."),
    ],
)
def test_a_comparison_is_never_called_a_target_of_the_council(value: str, sentence: str) -> None:
    item = replace(measure(entry(value, "92.1")), target_basis=comparison())
    assert sentence_of(item) == sentence


def test_bands_that_the_measure_has_of_its_own_are_named() -> None:
    item = replace(
        measure(entry("22", "20"), direction=LOWER, unit="days"),
        tolerance=own_bands(5, 10, "2024-04-01"),
    )
    assert sentence_of(item) == (
        "22 days is 10.00% outwith the target of 20 days: "
        "amber (5.01% to 10%, the measure's own bands)."
    )


def test_a_period_before_the_first_bands_is_not_rated() -> None:
    under = council(bands("2030-04-01", "2.49", "4.99"))
    assert sentence_of(measure(entry(91, 95)), under=under) == (
        "91% against the target of 95%: not rated, because no bands were in force then."
    )


@pytest.mark.parametrize(
    ("as_of", "sentence"),
    [
        (date(2024, 8, 14), "Not yet due: the figure is expected by 14 August 2024."),
        (
            date(2024, 8, 15),
            "Overdue: the figure was due on 14 August 2024 and has not been reported.",
        ),
    ],
)
def test_a_missing_figure_is_said_to_be_due_or_overdue(as_of: date, sentence: str) -> None:
    assert sentence_of(measure(entry(None, 95)), as_of) == sentence


def test_a_missing_judgement_is_called_an_assessment() -> None:
    assert sentence_of(qualitative(entry())) == (
        "Overdue: the assessment was due on 14 August 2024 and has not been reported."
    )
    assert sentence_of(qualitative(entry()), date(2024, 7, 1)) == (
        "Not yet due: the assessment is expected by 14 August 2024."
    )


@pytest.mark.parametrize("status", COLOURS)
def test_an_assessment_is_told_with_its_date_and_basis(status: Status) -> None:
    given = entry()._replace(assessment=assessment(status))
    assert sentence_of(qualitative(given)) == (
        f"Assessed as {status} on 15 July 2024: All four steps that were due are done."
    )


def test_an_assessment_of_a_quantitative_measure_is_not_told_as_a_status() -> None:
    given = entry(None, 95)._replace(assessment=assessment(Status.GREEN))
    assert sentence_of(measure(given)) == (
        "Overdue: the figure was due on 14 August 2024 and has not been reported."
    )


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (Status.NOT_AVAILABLE, "There is no figure: it is not available."),
        (
            Status.SUPPRESSED,
            "There is no figure: it is withheld so that nobody can be identified.",
        ),
        (Status.NOT_COLLECTED, "There is no figure: it was not collected for this period."),
        (Status.NOT_APPLICABLE, "There is no figure: the measure does not apply to this period."),
        (
            Status.NOT_COMPARABLE,
            "There is no figure that can be compared with the other periods.",
        ),
    ],
)
def test_a_state_is_told_with_its_reason(state: Status, sentence: str) -> None:
    given = entry(None, 95)._replace(state=state, reason="The system\n  was down.")
    assert sentence_of(measure(given)) == f"{sentence} The system was down."
    assert STATE_SENTENCES[state] == sentence


def test_a_reported_status_is_told_after_the_computed_one() -> None:
    given = entry(91, 95)._replace(status=reported(Status.GREEN))
    assert sentence_of(measure(given)) == (
        "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%). "
        "Reported as green, not amber (until 31 March 2026): One late case was misfiled."
    )


def test_a_reported_status_that_has_expired_is_told_as_past() -> None:
    given = entry(91, 95)._replace(status=reported(Status.GREEN, expires="2025-03-30"))
    assert sentence_of(measure(given)) == (
        "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%). "
        "Reported as green until 30 March 2025; that no longer counts."
    )


@pytest.mark.parametrize(
    "said",
    [
        reported(Status.AMBER),  # the same as computed
        reported(Status.GREEN, approved=False),
    ],
)
def test_a_reported_status_that_does_not_count_is_not_told(said: ReportedStatus) -> None:
    given = entry(91, 95)._replace(status=said)
    assert sentence_of(measure(given)) == (
        "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%)."
    )


@pytest.mark.parametrize(
    ("green", "amber", "words"),
    [
        # Each band starts a hundredth above the end of the one before: no gaps.
        ("2.49", "4.99", ("no more than 2.49%", "2.5% to 4.99%", "5% or more")),
        ("5", "10", ("no more than 5%", "5.01% to 10%", "10.01% or more")),
        ("0", "9.99", ("no more than 0%", "0.01% to 9.99%", "10% or more")),
    ],
)
def test_bands_are_worded_as_the_manual_words_them(
    green: str, amber: str, words: tuple[str, str, str]
) -> None:
    limits = Limits(Decimal(green), Decimal(amber))
    said = tuple(band_words(status, limits, Basis.RELATIVE) for status in reversed(COLOURS))
    assert said == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("percent", ("no more than 3 points", "3.01 to 6 points", "6.01 points or more")),
        ("days", ("no more than 3 days", "3.01 to 6 days", "6.01 days or more")),
        ("pounds", ("no more than £3", "£3.01 to £6", "£6.01 or more")),
    ],
)
def test_bands_in_points_have_the_unit_of_the_measure(
    unit: str, words: tuple[str, str, str]
) -> None:
    limits = Limits(Decimal(3), Decimal(6))
    said = tuple(band_words(status, limits, Basis.POINTS, unit) for status in reversed(COLOURS))
    assert said == words
