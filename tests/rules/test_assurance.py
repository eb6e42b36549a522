"""The six tests of every measure and the three lines of defence, worked out from files (R24, R109)."""

import pytest

from generator.rules.assurance import RULES_OF, Answer, AuditTest, Outcome, assurance
from generator.rules.checks.all_rules import EVERY_RULE
from generator.rules.dependence import single_person
from generator.rules.escalations import open_escalations
from generator.rules.lines import Coverage, Lines, lines_of_defence
from generator.rules.pressure import signals
from generator.rules.rated import Rated
from generator.rules.remarks import remarks_by_file
from tests.helpers import ROOT, Files, files_under, state_of

COUNCIL = files_under(ROOT / "tests" / "council")
ADVICE = "measures/housing/advice-decided.yaml"
POOL = "measures/leisure/pool-temperature.yaml"
PLAY = "measures/parks/play-strategy.yaml"
WAIT = "measures/care/homecare-wait.yaml"
PAPER = "reports/2024-11-20-scrutiny.yaml"


def rated(files: Files = COUNCIL) -> Rated:
    """The made-up council on its day."""
    found = state_of(files).rated
    assert found
    return found


def changed(path: str, before: str, after: str, files: Files = COUNCIL) -> Files:
    """The council with one text in place of another."""
    text = files.texts[path].decode()
    assert text.count(before) == 1, (path, before)
    return files.having(path, text.replace(before, after).encode())


def answers(files: Files = COUNCIL) -> dict[tuple[str, AuditTest], Answer]:
    """The answer to each test of each measure."""
    return {
        (one.item.measure.id, answer.test): answer
        for one in assurance(rated(files))
        for answer in one.answers
    }


def lines(files: Files = COUNCIL) -> dict[str, Lines]:
    """The lines of defence of each service."""
    return {one.service.id: one for one in lines_of_defence(rated(files))}


def test_every_rule_behind_a_test_is_a_rule() -> None:
    assert {rule for rules in RULES_OF.values() for rule in rules} <= EVERY_RULE.keys()
    assert list(RULES_OF) == list(AuditTest)


def test_every_measure_answers_all_six_tests_with_a_reason() -> None:
    found = assurance(rated())
    assert len(found) == 15
    for one in found:
        assert [answer.test for answer in one.answers] == list(AuditTest)
        assert all(answer.reason.rstrip().endswith((".", "…")) for answer in one.answers)


def test_in_the_made_up_council_two_tests_fail() -> None:
    """A figure that is late, and one in which an auditor found something that is still open."""
    failing = {key: one.reason for key, one in answers().items() if one.outcome is Outcome.FAILS}
    assert failing == {
        ("training-spend", AuditTest.TIMELINESS): (
            "The figure for 2024-25 Q3 was due on 1 March 2025."
        ),
        ("pool-temperature", AuditTest.RECOMPUTE): (
            "September 2024: what an auditor found is still open. Two readings were left out of the sum. "
            "Correct the figure, or say why they do not count."
        ),
    }


@pytest.mark.parametrize(
    ("path", "before", "after", "test", "reason"),
    [
        (
            ADVICE,
            "backup: advice-analyst",
            "backup: advice-team-leader",
            AuditTest.DEFINITION,
            "Owner and backup are both advice-team-leader.",
        ),
        (
            # 48 of 50 is 96.
            ADVICE,
            "value: 96.0",
            "value: 95.0",
            AuditTest.RECOMPUTE,
            "2023-24 Q2 says 95.0, but 48 / 50 * 100 is 96.0.",
        ),
        (
            ADVICE,
            "checked: {by: performance-analyst,",
            "checked: {by: advice-analyst,",
            AuditTest.SECOND_CHECK,
            (
                "2023-24 Q2 was calculated and checked by the same role, advice-analyst. "
                "And 5 more faults."
            ),
        ),
        (
            # Published on 12 February 2025.
            ADVICE,
            "checked: {on: 2025-01-10}",
            "checked: {on: 2025-02-13}",
            AuditTest.SECOND_CHECK,
            "2024-25 Q3 was published on 12 February 2025 and checked only on 13 February 2025.",
        ),
        (
            ADVICE,
            "calculated: {on: 2025-01-07}",
            "calculated: {on: 2025-02-13}",
            AuditTest.REVISIONS,
            (
                "2024-25 Q3 was published on 12 February 2025 and worked out again on 13 February "
                "2025, and no revision says what changed."
            ),
        ),
        (
            ADVICE,
            ', location: "Housing records, folder A13", no_fingerprint: The report is a printed list.',
            "",
            AuditTest.EVIDENCE,
            "The evidence of 2024-25 Q3 does not say where it is kept and by what a later change to it would show (its fingerprint).",
        ),
        (
            POOL,
            "value: 28.8",
            "value: 28.7",
            AuditTest.RECOMPUTE,
            (
                "September 2024: what an auditor found is still open. Two readings were left out of the sum. "
                "Correct the figure, or say why they do not count."
            ),
        ),
    ],
)
def test_a_fault_in_a_file_fails_its_test(
    path: str, before: str, after: str, test: AuditTest, reason: str
) -> None:
    name = path.rpartition("/")[2].removesuffix(".yaml")
    found = answers(changed(path, before, after))[name, test]
    assert (found.outcome, found.reason) == (Outcome.FAILS, reason)


def test_a_rule_that_is_switched_off_fails_its_test_all_the_same() -> None:
    """The made-up council does not work its examples out again: 18 days are not 19."""
    found = answers(changed(WAIT, "    value: 18\n", "    value: 19\n"))
    assert found["homecare-wait", AuditTest.RECOMPUTE].outcome is Outcome.FAILS


def test_a_check_after_a_revision_is_not_late() -> None:
    """2024-25 Q1 was published on 14 August, revised on the 28th and checked again on the 30th."""
    found = answers()["advice-decided", AuditTest.SECOND_CHECK]
    assert found.outcome is Outcome.PASSES
    dropped = "    revisions:\n      - on: 2024-08-28"
    text = COUNCIL.texts[ADVICE].decode()
    before, _, rest = text.partition(dropped)
    _, _, after = rest.partition("  - period: 2024-25 Q2")
    without = COUNCIL.having(ADVICE, f"{before}  - period: 2024-25 Q2{after}".encode())
    late = answers(without)["advice-decided", AuditTest.SECOND_CHECK]
    assert late.outcome is Outcome.FAILS


def test_a_published_statistic_is_not_asked_what_only_its_publisher_knows() -> None:
    found = answers()
    for test in (AuditTest.EVIDENCE, AuditTest.SECOND_CHECK):
        assert found["life-expectancy", test].outcome is Outcome.NOT_ASKED
    assert found["life-expectancy", AuditTest.TIMELINESS].outcome is Outcome.PASSES


def test_a_closed_finding_fails_nothing() -> None:
    assert answers()["pupils-who-swim", AuditTest.RECOMPUTE].outcome is Outcome.PASSES


# The three lines


def test_a_result_that_nobody_checked_is_not_covered_by_the_first_line() -> None:
    """R21: of the 6 + 29 results of housing, one is checked by the role that calculated it."""
    assert lines()["housing"].worked == Coverage(35, 35)
    unchecked = changed(
        ADVICE, "    checked: {on: 2023-10-12}", "    checked: {by: advice-analyst, on: 2023-10-12}"
    )
    assert lines(unchecked)["housing"].worked == Coverage(34, 35)


def test_the_second_line_counts_papers_that_came_after_the_result() -> None:
    """R22: the paper of 20 November 2024 came before the results of October to December."""
    assert lines()["leisure"].scrutinised == Coverage(1, 2)
    assert lines()["housing"].scrutinised == Coverage(0, 2)
    later = changed(PAPER, "meeting: 2024-11-20", "meeting: 2025-03-20")
    assert lines(later)["housing"].scrutinised == Coverage(2, 2)


def test_a_paper_that_is_still_to_come_is_no_scrutiny() -> None:
    later = changed(PAPER, "meeting: 2024-11-20", "meeting: 2025-05-20")
    assert lines(later)["leisure"].scrutinised == Coverage(0, 2)


def test_the_third_line_counts_measures_that_an_auditor_worked_out_again() -> None:
    """R23, R107."""
    assert {name: one.independent for name, one in lines().items()} == {
        "corporate": Coverage(0, 3),
        "housing": Coverage(1, 2),
        "parks": Coverage(0, 4),
        "care": Coverage(0, 3),
        "leisure": Coverage(2, 2),
    }


# Where to look


def test_a_measure_that_two_people_worked_out_hangs_on_neither() -> None:
    """R29."""
    hanging = {one.item.measure.id: one for one in single_person(rated())}
    assert hanging["homecare-wait"].role == "care-analyst"
    assert hanging["homecare-wait"].periods == 4
    other = changed(
        WAIT, "calculated: {on: 2025-01-09}", "calculated: {by: care-manager, on: 2025-01-09}"
    )
    assert "homecare-wait" not in {one.item.measure.id for one in single_person(rated(other))}


def test_one_person_in_two_roles_is_one_person() -> None:
    other = changed(
        WAIT, "calculated: {on: 2025-01-09}", "calculated: {by: care-manager, on: 2025-01-09}"
    )
    same = changed("council.yaml", "identity: lilac-example", "identity: kelp-example", other)
    hanging = {one.item.measure.id: one.person for one in single_person(rated(same))}
    assert hanging["homecare-wait"] == "Kelp Example"


def test_signals_of_pressure_are_seen_in_the_records() -> None:
    """R62: two overrides of one measure, and two targets that were changed in their period."""
    seen = [(one.kind, one.item.measure.id) for one in signals(rated())]
    assert seen == [
        ("series of overrides", "homecare-wait"),
        ("target changed in its period", "pool-temperature"),
        ("target changed in its period", "pupils-who-swim"),
    ]


@pytest.mark.parametrize(
    ("meeting", "is_late"), [("09-01", True), ("09-04", True), ("09-05", False)]
)
def test_a_change_in_the_seven_days_before_a_committee_is_late(meeting: str, is_late: bool) -> None:
    """The advice figure was revised on 28 August 2024: 4, 7 and 8 days before."""
    files = changed(PAPER, "meeting: 2024-11-20", f"meeting: 2024-{meeting}")
    late = [one for one in signals(rated(files)) if one.kind == "late change"]
    said = any("2024-25 Q1: revised on 28 August 2024" in one.sentence for one in late)
    assert said is is_late


def test_an_escalation_waits_until_it_is_answered_and_is_late_past_the_limit() -> None:
    """R60: from 14 January to 31 March 2025 are 76 days; the council allows 120."""
    waiting = list(open_escalations(rated()))
    assert [(one.record.id, one.days, one.is_late) for one in waiting] == [
        ("advice-decided", 76, False),
        ("gc1-m1-c1", 48, False),
    ]
    strict = changed("council.yaml", "answered_within_days: 120", "answered_within_days: 75")
    assert [one.is_late for one in open_escalations(rated(strict))] == [True, False]


def test_remarks_are_gathered_whatever_the_council_s_policy() -> None:
    """Its policy switches smart-is-answered off."""
    assert "smart-is-answered" in remarks_by_file(rated())[WAIT]
