"""The made-up council and the real content: what is found in them, and in each of many slips."""

from datetime import date

import pytest

from generator.model.words import Severity
from generator.resources import schemas
from generator.sources import Folder
from generator.state import read_state
from tests.helpers import ROOT, Files, files_under, in_one_line, state_of

COUNCIL = files_under(ROOT / "tests" / "council")
TRAINING = "measures/corporate/training-spend.yaml"
LATE = (
    f"{TRAINING}:82:5 warning figure-is-overdue: the figure for 2024-25 Q3 was due on "
    "1 March 2025. Add the figure, or a state and its reason."
)
ADVICE = "measures/housing/advice-decided.yaml"
WAIT = "measures/care/homecare-wait.yaml"
POOL = "measures/leisure/pool-temperature.yaml"
PLAY = "measures/parks/play-strategy.yaml"
TREES = "measures/parks/trees-planted.yaml"
FRONT_DOOR = "commitments/gc1/m1/gc1-m1-c1.yaml"
CARERS = "commitments/gc1/m2/gc1-m2-c1.yaml"
REPORT = "reports/2024-11-20-scrutiny.yaml"


def found_in(files: Files) -> list[str]:
    """Every finding with its path, but for the one that is always there."""
    findings = state_of(files).findings
    late = ("figure-is-overdue", TRAINING)
    return [f"{one.path}:{in_one_line(one)}" for one in findings if (one.rule, one.path) != late]


def changed(path: str, line: int, before: str, after: str) -> Files:
    """The council with `before` on one line replaced by `after`; no `after` deletes the line."""
    lines = COUNCIL.texts[path].decode().split("\n")
    assert before in lines[line - 1], f"{path}:{line} is {lines[line - 1]!r}"
    lines[line - 1] = lines[line - 1].replace(before, after)
    if not lines[line - 1].strip():
        del lines[line - 1]
    return COUNCIL.having(path, "\n".join(lines).encode())


def test_the_council_has_one_finding_the_late_figure() -> None:
    state = state_of(COUNCIL)
    assert [f"{one.path}:{in_one_line(one)}" for one in state.findings] == [LATE]
    assert (state.errors, state.warnings) == (0, 1)


def test_the_content_of_this_repository_has_no_errors() -> None:
    state = read_state(Folder(ROOT), schemas(), date(2026, 11, 23))
    errors = [one for one in state.findings if one.severity is Severity.ERROR]
    assert errors == []


def test_framing_is_warned_of_where_the_target_was_agreed_and_not_for_comparisons() -> None:
    """R74: council tax would change its colour too, but Scotland's figure is nobody's target."""
    state = read_state(Folder(ROOT), schemas(), date(2026, 11, 23))
    warned = [one.path for one in state.findings if one.rule == "framing-flips"]
    assert warned == ["measures/financial-services/crisis-grants.yaml"]


@pytest.mark.parametrize(
    ("path", "line", "before", "after", "finding"),
    [
        # A value nudged by a tenth: 43 of 46 is 93.478..., 93.5.
        (
            ADVICE,
            147,
            "93.5",
            "93.6",
            (
                f"{ADVICE}:147:5 error value-is-recalculated: 2024-25 Q3 says 93.6, but "
                "43 / 46 * 100 is 93.5. Write 93.5, or correct the inputs."
            ),
        ),
        # An input nudged: 22 of 43 would give another figure.
        (
            ADVICE,
            148,
            "in_time: 43",
            "in_time: 44",
            (
                f"{ADVICE}:147:5 error value-is-recalculated: 2024-25 Q3 says 93.5, but "
                "44 / 46 * 100 is 95.7. Write 95.7, or correct the inputs."
            ),
        ),
        # An input that the formula needs, taken out.
        (
            ADVICE,
            148,
            "in_time: 43, ",
            "",
            (
                f"{ADVICE}:148:5 error value-is-recalculated: 2024-25 Q3 cannot be worked out: "
                "there is no input in_time. Give a number for each name in the formula, and no "
                "zero to divide by."
            ),
        ),
        # A figure to more decimals than the measure has.
        (
            ADVICE,
            147,
            "93.5",
            "93.48",
            (
                f"{ADVICE}:147:5 error value-has-its-decimals: the measure is stated to 1 decimal, "
                "but 93.48 has more. Write 93.5, or change decimals at the top of the file."
            ),
        ),
        (
            ADVICE,
            15,
            "advice-analyst",
            "advice-team-leader",
            (
                f"{ADVICE}:15:1 error owner-and-backup-differ: owner and backup are both "
                "advice-team-leader. Name another role as backup, so that the work goes on when "
                "the owner is away."
            ),
        ),
        (
            ADVICE,
            14,
            "advice-team-leader",
            "advice-team-leeder",
            (
                f"{ADVICE}:14:1 error reference-exists: there is no role advice-team-leeder. "
                "Did you mean advice-team-leader?"
            ),
        ),
        (
            ADVICE,
            18,
            "gc1-m1-c1",
            "gc1-m1-c2",
            (
                f"{ADVICE}:18:17 error reference-exists: there is no commitment gc1-m1-c2. "
                "Did you mean gc1-m1-c1?"
            ),
        ),
        # The second check, by the role that calculated.
        (
            ADVICE,
            151,
            "{on: 2025-01-10}",
            "{on: 2025-01-10, by: advice-analyst}",
            (
                f"{ADVICE}:151:5 error figure-is-checked: 2024-25 Q3 was calculated and checked by "
                "the same role, advice-analyst. Have another role repeat the work, and write that "
                "role here."
            ),
        ),
        (
            ADVICE,
            151,
            "2025-01-10",
            "2025-01-06",
            (
                f"{ADVICE}:151:5 error figure-is-checked: 2024-25 Q3 was checked on "
                "6 January 2025, before it was calculated on 7 January 2025. Correct the dates, "
                "or check the figure again."
            ),
        ),
        (
            ADVICE,
            151,
            "    checked: {on: 2025-01-10}",
            "",
            (
                f"{ADVICE}:145:5 error figure-is-checked: 2024-25 Q3 has no second check. Ask a "
                "colleague to repeat the work, then add checked: {by: their role, on: the date, "
                "how: what they did again}."
            ),
        ),
        # An amber or red result without its action; the fourth of the spending plan is red.
        (
            TRAINING,
            75,
            (
                "    action: {what: Move two courses to the next financial year., "
                "owner: training-manager, by: 2025-04-30}"
            ),
            "",
            (
                f"{TRAINING}:66:5 error not-green-has-an-action: 2024-25 Q2 is red and no action "
                "is recorded. Add action: {what: the step, owner: the role, by: a realistic date}."
            ),
        ),
        (
            PLAY,
            55,
            (
                "    action: {what: Meet the youth forum & agree new dates., owner: parks-manager, "
                "by: 2025-04-30}"
            ),
            "",
            (
                f"{PLAY}:42:5 error not-green-has-an-action: 2024-25 Q3 is red and no action is "
                "recorded. Add action: {what: the step, owner: the role, by: a realistic date}."
            ),
        ),
        # Evidence removed: 81,200 is then a figure from nowhere.
        (
            TRAINING,
            42,
            (
                "    evidence: {source: Ledger, extracted: 2024-04-22, "
                "location: Finance archive 2023-24}"
            ),
            "",
            (
                f"{TRAINING}:38:5 error status-has-evidence: 2023-24 Q4 has a figure but no "
                "evidence. Add evidence: {source:, extracted:, location:}, so that it can be found."
            ),
        ),
        # A status claimed: 23 days against 20 is 15% outwith, red by the measure's own bands.
        (
            WAIT,
            89,
            "      second_approver: chief-executive",
            "",
            (
                f"{WAIT}:85:5 error reported-status-is-justified: status says amber, but 23 days is "
                "15.00% outwith the target of 20 days: red (10.01% or more, the measure's own "
                "bands). To report another colour it needs a second approver because the colour is "
                "better. Change it to red, correct the figure, or add what is missing."
            ),
        ),
        (
            WAIT,
            88,
            "corporate-director",
            "care-manager",
            (
                f"{WAIT}:85:5 error reported-status-is-justified: status says amber, but 23 days is "
                "15.00% outwith the target of 20 days: red (10.01% or more, the measure's own "
                "bands). To report another colour it needs an approver other than the owner. "
                "Change it to red, correct the figure, or add what is missing."
            ),
        ),
        # A range turned round.
        (
            POOL,
            83,
            "{low: 29, high: 31}",
            "{low: 31, high: 29}",
            (
                f"{POOL}:83:5 error target-fits-the-direction: the range runs from 31 down to 29. "
                "Write the smaller number as low."
            ),
        ),
        (
            POOL,
            83,
            "{low: 29, high: 31}",
            "30",
            (
                f"{POOL}:83:5 error target-fits-the-direction: the target is one number, but the "
                "direction is range. Write two ends, such as {low: 90, high: 100}, or change the "
                "direction."
            ),
        ),
        # A period mislabelled leaves a gap before it.
        (
            PLAY,
            21,
            "2024-25 Q1",
            "2023-24 Q4",
            (
                f"{PLAY}:31:5 error periods-follow-the-frequency: 2024-25 Q1 is missing between "
                "2023-24 Q4 and 2024-25 Q2. Add 2024-25 Q1 with its figure, or with a state and "
                "its reason."
            ),
        ),
        (
            ADVICE,
            58,
            "2024-25 Q1",
            "2024-06",
            (
                f"{ADVICE}:58:5 error named-period-is-known: 2024-06 is not a period of this "
                "measure. Write quarterly periods like 2024-25 Q2."
            ),
        ),
        (
            TREES,
            2,
            "trees-planted",
            "trees",
            (
                f"{TREES}:2:1 error id-is-the-file-name: the id is trees, but the file is "
                "trees-planted.yaml. Write id: trees-planted, or rename the file to trees.yaml."
            ),
        ),
        # Commitments.
        (
            FRONT_DOOR,
            83,
            (
                '            action: {what: "Build the second exit, then move the debt team.", '
                "owner: housing-manager, by: 2025-04-30}"
            ),
            "",
            (
                f"{FRONT_DOOR}:72:13 error not-green-has-an-action: one-front-door is amber and no "
                "action is recorded. Add action: {what: the step, owner: the role, by: a realistic "
                "date}."
            ),
        ),
        (
            FRONT_DOOR,
            81,
            "            assessed: {by: advice-team-leader, on: 2025-01-09}",
            "",
            (
                f"{FRONT_DOOR}:72:13 error judgement-has-a-basis: one-front-door is called amber "
                "for 2024-25 Q3, but nobody is named who judged it. Add assessed: {by: the role, "
                "on: the date}."
            ),
        ),
        (
            FRONT_DOOR,
            82,
            "performance-manager",
            "advice-team-leader",
            (
                f"{FRONT_DOOR}:82:13 error figure-is-checked: one-front-door: the update for "
                "2024-25 Q3 was assessed and checked by the same role, advice-team-leader. Have "
                "another role go over the facts, and write that role here."
            ),
        ),
        (
            CARERS,
            49,
            "peer-groups",
            "carers-champion",
            (
                f"{CARERS}:49:9 error ids-are-unique: the id carers-champion is used twice in this "
                "file. Give each its own id."
            ),
        ),
        (
            "commitments/case-studies/finding-a-carers-champion.yaml",
            3,
            "carers-champion",
            "carers-champions",
            (
                "commitments/case-studies/finding-a-carers-champion.yaml:3:36 error "
                "reference-exists: there is no milestone carers-champions. "
                "Did you mean carers-champion?"
            ),
        ),
        # The report and the council.
        (
            REPORT,
            32,
            "homecare-wait",
            "home-care-wait",
            (
                f"{REPORT}:31:5 error quote-names-a-figure: there is no measure home-care-wait. "
                "Did you mean homecare-wait?"
            ),
        ),
        (
            REPORT,
            5,
            "scrutiny",
            "scrutinee",
            (
                f"{REPORT}:5:1 error reference-exists: there is no body scrutinee. "
                "Did you mean scrutiny?"
            ),
        ),
        (
            "council.yaml",
            98,
            "jade-example, from: 2015-04-01",
            "indigo-example, from: 2025-02-01",
            (
                f"{ADVICE}:15:1 error owner-and-backup-differ: indigo-example holds both roles, "
                "advice-team-leader and advice-analyst. Name a role that another person holds."
            ),
        ),
        (
            "council.yaml",
            160,
            "figure-is-overdue",
            "figure-is-overdu",
            (
                "council.yaml:160:3 error schema: there is no rule figure-is-overdu. "
                "Write figure-is-overdue instead."
            ),
        ),
    ],
)
def test_one_changed_line_gives_the_one_finding_that_says_so(
    path: str, line: int, before: str, after: str, finding: str
) -> None:
    assert found_in(changed(path, line, before, after)) == [finding]


def test_a_period_typed_twice_is_found_with_the_one_that_it_hides() -> None:
    assert found_in(changed(POOL, 91, "2025-01", "2024-12")) == [
        (
            f"{POOL}:40:1 warning figure-is-overdue: the figure for 2025-01 was due on "
            "12 March 2025. Add the figure, or a state and its reason."
        ),
        (
            f"{POOL}:91:5 error periods-follow-the-frequency: 2024-12 is listed twice. "
            "Keep one of the two entries."
        ),
    ]


def test_a_last_period_that_cannot_be_read_ends_nothing() -> None:
    """A measure whose end cannot be read is in use, and nobody agreed this one."""
    assert found_in(changed(TREES, 21, "2022-23", "2022")) == [
        (
            f"{TREES}:2:1 warning measure-is-agreed: no management team has agreed trees-planted. "
            "Add agreed: {by: the management team, on: the date, reference: the minute}."
        ),
        (
            f"{TREES}:21:3 error named-period-is-known: 2022 is not a period of this measure. "
            "Write financial-year periods like 2024-25."
        ),
        (
            f"{TREES}:40:1 warning figure-is-overdue: the figure for 2023-24 was due on "
            "30 May 2024. Add the figure, or a state and its reason."
        ),
    ]


def test_a_period_deleted_from_the_middle_is_missed() -> None:
    lines = COUNCIL.texts[ADVICE].decode().split("\n")
    assert lines[123].strip() == "- period: 2024-25 Q2"
    assert lines[144].strip() == "- period: 2024-25 Q3"
    kept = "\n".join(lines[:123] + lines[144:]).encode()
    report = (
        f"{REPORT}:27:5 error quote-names-a-figure: advice-decided has no {{}} for 2024-25 Q2. "
        "Quote another figure or period; the latest: 2023-24 Q3, 2023-24 Q4, 2024-25 Q1 and "
        "2024-25 Q3."
    )
    assert found_in(COUNCIL.having(ADVICE, kept)) == [
        (
            f"{ADVICE}:124:5 error periods-follow-the-frequency: 2024-25 Q2 is missing between "
            "2024-25 Q1 and 2024-25 Q3. Add 2024-25 Q2 with its figure, or with a state and its "
            "reason."
        ),
        *(report.format(name) for name in ("outwith", "status", "target", "value")),
    ]


def test_a_period_deleted_from_the_end_is_overdue() -> None:
    lines = COUNCIL.texts[WAIT].decode().split("\n")
    assert lines[92].strip() == "- period: 2024-25 Q3"
    kept = "\n".join(lines[:92]).encode()
    assert found_in(COUNCIL.having(WAIT, kept)) == [
        (
            f"{WAIT}:46:1 warning figure-is-overdue: the figure for 2024-25 Q3 was due on "
            "1 March 2025. Add the figure, or a state and its reason."
        ),
        (
            f"{WAIT}:92:84 warning action-is-not-past-its-date: 2024-25 Q2 is amber and the date of "
            "its action, 31 December 2024, has passed. If it was done, say so in commentary and "
            "name the next step; if not, write a date that can be kept."
        ),
    ]


def test_an_example_that_gives_another_value_is_found_once_the_rule_is_on_again() -> None:
    text = COUNCIL.texts["council.yaml"].decode()
    rule_on = COUNCIL.having(
        "council.yaml", text.replace('severity: "off"', "severity: error", 1).encode()
    )
    broken = rule_on.texts[ADVICE].decode().replace("    value: 95\n", "    value: 0.95\n", 1)
    assert found_in(rule_on) == []
    assert found_in(COUNCIL.having(ADVICE, broken.encode())) == []
    assert found_in(rule_on.having(ADVICE, broken.encode())) == [
        (
            f"{ADVICE}:41:5 error example-gives-its-value: the example says 0.95, but "
            "19 / 20 * 100 is 95.0. Write 95.0, or correct the formula or the example's inputs."
        ),
    ]


@pytest.mark.parametrize(
    ("path", "finding"),
    [
        (
            "council.yaml",
            "council.yaml:1:1 error file-is-in-place: there is no council.yaml. Add the file.",
        ),
        (
            "commitments/plan.yaml",
            (
                "commitments/plan.yaml:1:1 error file-is-in-place: there is no "
                "commitments/plan.yaml. Add the file."
            ),
        ),
    ],
)
def test_without_the_council_or_the_plan_nothing_is_rated(path: str, finding: str) -> None:
    files = COUNCIL.without(path)
    assert state_of(files).rated is None
    assert found_in(files) == [finding]


def test_a_backup_who_left_the_role_before_today_is_another_person() -> None:
    text = COUNCIL.texts["council.yaml"].decode()
    held = "holders: [{identity: jade-example, from: 2015-04-01}]"
    assert text.count(held) == 1
    left = (
        "holders: [{identity: indigo-example, from: 2025-02-01, to: 2025-03-30}, "
        "{identity: jade-example, from: 2025-03-31}]"
    )
    leaves = left.replace("03-30", "03-31")
    assert found_in(COUNCIL.having("council.yaml", text.replace(held, left).encode())) == []
    assert len(found_in(COUNCIL.having("council.yaml", text.replace(held, leaves).encode()))) == 1
