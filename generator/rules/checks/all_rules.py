"""Every rule of the check, in the order in which the handbook lists them."""

from collections.abc import Mapping

from generator.model.words import Severity
from generator.rules.checks.aggregation import (
    aggregation_fits_the_figure,
    running_total_has_its_own_targets,
)
from generator.rules.checks.bands import bands_are_in_order, points_have_bands
from generator.rules.checks.dates import updates_are_in_order, work_is_done
from generator.rules.checks.figures import (
    example_gives_its_value,
    judgement_has_a_basis,
    not_green_has_an_action,
    reported_status_is_justified,
    status_has_evidence,
    target_fits_the_direction,
    value_has_its_decimals,
    value_is_recalculated,
    value_or_state,
)
from generator.rules.checks.identity import id_is_the_file_name, ids_are_unique, reference_exists
from generator.rules.checks.measure_rules import MEASURE_RULES
from generator.rules.checks.ownership import (
    figure_is_checked,
    origin_or_calculation,
    owner_and_backup_differ,
)
from generator.rules.checks.papers import (
    case_study_title_is_its_own,
    quote_names_a_figure,
    synopsis_is_short,
)
from generator.rules.checks.periods import (
    figure_is_overdue,
    named_period_is_known,
    periods_follow_the_frequency,
)
from generator.rules.checks.plausible import framing_flips, value_is_plausible
from generator.rules.checks.progress import (
    assessment_status_is_earned,
    complete_stays_complete,
    dependencies_have_no_circle,
    milestone_is_overdue,
    milestone_status_is_earned,
    progress_text_is_new,
)
from generator.rules.checks.rebases import rebase_is_justified
from generator.rules.checks.releasing import RELEASE_RULES
from generator.rules.checks.retired import retired_id_is_not_used
from generator.rules.checks.targets import target_is_frozen, target_is_not_lowered
from generator.rules.checks.text_rules import TEXT_RULES
from generator.rules.over_time.all_rules import OVER_TIME_RULES
from generator.rules.rule import ITSELF, NAMED, Rule, all_of, rule

LOADING_RULES: tuple[Rule, ...] = (
    Rule(
        id="file-is-in-place",
        sentence=(
            "Every record lies where its kind is looked for, council.yaml and the plan exist, no folder "
            "is a link, and no two names differ only in capital letters."
        ),
        why="A file that nobody reads is a figure that nobody publishes (R4).",
        wrong="measures/crisis-grants.yml",
        right="measures/financial-services/crisis-grants.yaml",
    ),
    Rule(
        id="yaml-can-be-read",
        sentence=(
            "A file is UTF-8 text of at most 1 MiB in plain YAML: no tabs, no key twice, no anchors, "
            "aliases or tags, one document, at most 20 levels."
        ),
        why="What is typed must be what is read: YAML's shortcuts change figures silently (R154).",
        wrong="target: 95\ntarget: 90",
        right="target: 90",
    ),
    Rule(
        id="schema",
        sentence="A file has the keys that its kind asks for, no others, each of the right form.",
        why="A misspelt or missing key is a figure lost (R4, R38, R154).",
        wrong="vlaue: 91.0",
        right="value: 91.0",
    ),
)
"""What loading says; these cannot be switched off."""

RULES: tuple[Rule, ...] = (
    rule(
        id_is_the_file_name,
        sees=ITSELF,
        why="Ids are addresses: they never change and are found without searching (R156).",
        wrong="# measures/parks/play-areas.yaml\nid: play_areas_2024",
        right="# measures/parks/play-areas.yaml\nid: play-areas",
    ),
    rule(
        ids_are_unique,
        sees=NAMED,
        why="One id is one thing, so that a figure has one value (R50, R128, R134).",
        wrong="id: invoices-paid   # also in another file",
        right="id: invoices-paid-30-days",
    ),
    rule(
        retired_id_is_not_used,
        sees=ITSELF,
        why="Ids are addresses: what was published under one stays the only thing under it (R156).",
        wrong="retired: [{id: play-areas, on: 2024-06-04, reason: Counted elsewhere.}]\nid: play-areas",
        right="retired: [{id: play-areas, on: 2024-06-04, reason: Counted elsewhere.}]\nid: play-areas-open",
    ),
    rule(
        reference_exists,
        sees=NAMED,
        why="An owner, service or commitment that does not exist answers for nothing (R4, R8, R28).",
        wrong="service: finance",
        right="service: financial-services",
    ),
    rule(
        owner_and_backup_differ,
        sees=ITSELF,
        why="Case study 1: one person knew how a measure was worked out, and left (R28).",
        wrong="owner: welfare-fund-manager\nbackup: welfare-fund-manager",
        right="owner: welfare-fund-manager\nbackup: benefits-performance-officer",
    ),
    rule(
        value_is_recalculated,
        sees=ITSELF,
        why="Case study 3: a reported figure was wrong and nobody had worked it out again (R42).",
        wrong="value: 92.0\ninputs: {decided_in_time: 910, decided: 1000}",
        right="value: 91.0\ninputs: {decided_in_time: 910, decided: 1000}",
    ),
    rule(
        example_gives_its_value,
        sees=ITSELF,
        why="Case study 1: a written procedure that a stranger can follow and test (R26).",
        wrong="example: {inputs: {decided_in_time: 91, decided: 100}, value: 0.91}",
        right="example: {inputs: {decided_in_time: 91, decided: 100}, value: 91}",
    ),
    rule(
        value_has_its_decimals,
        sees=ITSELF,
        why="A figure is stated to one precision everywhere (R50).",
        wrong="decimals: 1\nperiods:\n  - {period: 2024-25 Q1, value: 91.04}",
        right="decimals: 1\nperiods:\n  - {period: 2024-25 Q1, value: 91.0}",
    ),
    rule(
        value_or_state,
        sees=ITSELF,
        why="No blank is published: a missing figure says why (R38, R83).",
        wrong="value: 91.0\nstate: not-available\nreason: The system was down.",
        right="state: not-available\nreason: The system was down from 1 to 9 June.",
    ),
    rule(
        target_fits_the_direction,
        sees=ITSELF,
        why="A result can only be rated against a target of its own kind (R73).",
        wrong="direction: range\nperiods:\n  - {period: 2024-09, target: 30}",
        right="direction: range\nperiods:\n  - {period: 2024-09, target: {low: 29, high: 31}}",
    ),
    rule(
        reported_status_is_justified,
        sees=NAMED,
        why="Case study 2: a green that nobody could justify (R79, R86).",
        wrong="status: {colour: green}",
        right=(
            "status:\n  colour: amber\n  reason: One late case; the extract is in the minute.\n"
            "  approved_by: head-of-care\n  second_approver: director-of-care\n  on: 2024-10-20\n"
            "  expires: 2024-12-31"
        ),
    ),
    rule(
        judgement_has_a_basis,
        sees=ITSELF,
        why="Case study 2: where judgement is used, its basis is recorded (R45, R77, R85).",
        wrong="status: green\nprogress: Going well.",
        right=(
            "status: green\nprogress: 14 of 16 steps were done by 30 September 2024.\n"
            "basis:\n  timescale: {green: All steps that were due are done.}\n"
            '  budget: {green: "£12,000 of £15,000 is spent."}\n'
            "  completion: {green: 14 of 16 steps.}\n"
            "assessed: {by: play-officer, on: 2024-10-14}"
        ),
    ),
    rule(
        milestone_status_is_earned,
        sees=NAMED,
        why="Case study 2: a green for slow progress, and a late milestone called green (R77).",
        wrong=(
            "status: green\nbasis:\n  timescale: {amber: The second team moves two weeks late.}\n"
            "  budget: {green: Within budget.}\n  completion: {green: One of two teams.}"
        ),
        right=(
            "status: amber\nbasis:\n  timescale: {amber: The second team moves two weeks late.}\n"
            "  budget: {green: Within budget.}\n  completion: {green: One of two teams.}"
        ),
    ),
    rule(
        assessment_status_is_earned,
        sees=ITSELF,
        why="Case study 2: a status that its own facts do not give (R45, R77).",
        wrong="assessment:\n  status: green\n  timescale: {red: Three of five steps are late.}",
        right="assessment:\n  status: red\n  timescale: {red: Three of five steps are late.}",
    ),
    rule(
        complete_stays_complete,
        sees=ITSELF,
        why="A milestone that is reached is not taken back to be reached again (R77, R133).",
        wrong="state: current\ncompleted: 2024-06-14",
        right="state: complete\ncompleted: 2024-06-14",
    ),
    rule(
        dependencies_have_no_circle,
        sees=all_of("commitment"),
        why="What waits for itself is never done (R34).",
        wrong="id: gc1-m1-c1\ndependencies: [{kind: logical, on: gc1-m1-c1, stakeholder: Parks}]",
        right="id: gc1-m1-c1\ndependencies: [{kind: logical, on: gc1-m1-c2, stakeholder: Parks}]",
    ),
    rule(
        milestone_is_overdue,
        sees=ITSELF,
        why="A date that passes in silence is shown as late, and somebody says why (R77, R83).",
        wrong="due: 2024-12-31   # and no update since a green one in June",
        right="due: 2024-12-31\nstate: complete\ncompleted: 2024-12-12",
        severity=Severity.WARNING,
    ),
    rule(
        progress_text_is_new,
        sees=ITSELF,
        why="Text that is copied from the last report tells nobody how things stand (R87).",
        wrong="progress: Work is going on.   # as in the last period",
        right="progress: The third of four rooms opened on 4 November 2024.",
        severity=Severity.WARNING,
    ),
    rule(
        status_has_evidence,
        sees=ITSELF,
        why="Case study 2: a green needs evidence exactly as a red does (R43, R85).",
        wrong="value: 91.0",
        right="value: 91.0\nevidence: {source: Case system, extracted: 2024-07-20}",
    ),
    rule(
        not_green_has_an_action,
        sees=ITSELF,
        why="Where performance is not green, action is agreed with a realistic timeline (R59).",
        wrong="value: 87",
        right="value: 87\naction: {what: Two more assessors., owner: welfare-fund-manager, by: 2024-12-31}",
    ),
    rule(
        figure_is_checked,
        sees=ITSELF,
        why="Case study 3: calculations are checked by a second person before reporting (R92, R110).",
        wrong="checked: {by: welfare-fund-manager, on: 2024-07-22, how: Looked at it again.}",
        right="checked: {by: benefits-officer, on: 2024-07-25, how: Recomputed from the extract.}",
    ),
    rule(
        periods_follow_the_frequency,
        sees=ITSELF,
        why="A period left out, or given twice, hides a result (R38, R83).",
        wrong="- period: 2024-25 Q1\n- period: 2024-25 Q3",
        right="- period: 2024-25 Q1\n- period: 2024-25 Q2\n- period: 2024-25 Q3",
    ),
    rule(
        named_period_is_known,
        sees=ITSELF,
        why="A caveat that names no period is printed beside no figure (R48).",
        wrong="frequency: quarterly\ncaveats: [{text: New system., from: 2024-25}]",
        right="frequency: quarterly\ncaveats: [{text: New system., from: 2024-25 Q1}]",
    ),
    rule(
        rebase_is_justified,
        sees=ITSELF,
        why="Limits that start anew can hide a change for the worse: they need a reason (R82).",
        wrong=(
            "owner: welfare-fund-manager\nvariation:\n  rebase:\n    - from: 2022-23 Q1\n"
            "      reason: Applications are taken online.\n      evidence: Minute of 2 June 2022.\n"
            "      approved_by: welfare-fund-manager\n      on: 2022-06-02"
        ),
        right=(
            "owner: welfare-fund-manager\nvariation:\n  rebase:\n    - from: 2022-23 Q1\n"
            "      reason: Applications are taken online.\n      evidence: Minute of 2 June 2022.\n"
            "      approved_by: head-of-service\n      on: 2022-06-02"
        ),
    ),
    rule(
        origin_or_calculation,
        sees=ITSELF,
        why="An origin stands in for calculation and check: it must not switch them off (R42, R92).",
        wrong="origin: {publisher: Improvement Service}   # and periods with calculated and checked",
        right="periods:\n  - {period: 2024-25, value: 91}   # traced to the release in origin",
    ),
    rule(
        bands_are_in_order,
        sees=ITSELF,
        why="The bands decide every colour: a slip in them would turn reds green (R70, R37).",
        wrong="bands:\n  - {from: 2024-04-01, green_up_to: 50, amber_up_to: 4.99, adopted_by: SMT}",
        right="bands:\n  - {from: 2024-04-01, green_up_to: 2.49, amber_up_to: 4.99, adopted_by: SMT}",
    ),
    rule(
        points_have_bands,
        sees=ITSELF,
        why="Percentages laid over days or pounds turn a red amber in one word (R73, R74).",
        wrong="unit: days\ntolerance: {basis: points}",
        right="unit: days\ntolerance: {basis: relative}",
    ),
    rule(
        aggregation_fits_the_figure,
        sees=ITSELF,
        why="A year made up in the wrong way is a wrong figure (R42).",
        wrong="unit: percent\ncalculation: {aggregation: sum}",
        right="unit: percent\ncalculation: {aggregation: ratio-of-sums}",
    ),
    rule(
        running_total_has_its_own_targets,
        sees=ITSELF,
        why="Against the year's target a running total is red until March (R76).",
        wrong="cumulative: true   # and target: 12000 in every quarter",
        right="cumulative: true\nprofile: {years: {2024-25: 12000}, reason: Spent evenly.}",
    ),
    rule(
        work_is_done,
        sees=ITSELF,
        why="A check that is dated tomorrow is no check, and a period that runs has no result (R110).",
        wrong="checked: {by: analyst, on: 2035-04-08, how: Recomputed from the extract.}",
        right="checked: {by: analyst, on: 2025-04-08, how: Recomputed from the extract.}",
        severity=Severity.WARNING,
    ),
    rule(
        updates_are_in_order,
        sees=ITSELF,
        why="The last update is what is published: out of order, an old green would be (R77, R133).",
        wrong="updates:\n  - {period: 2024-25 Q2, status: red}\n  - {period: 2024-25 Q1, status: green}",
        right="updates:\n  - {period: 2024-25 Q1, status: green}\n  - {period: 2024-25 Q2, status: red}",
    ),
    rule(
        figure_is_overdue,
        sees=ITSELF,
        why="Figures are as up to date as possible, and a late one is shown as late (R47, R57).",
        wrong="- period: 2024-25 Q3   # due on 14 February 2025, no value",
        right="- period: 2024-25 Q3\n  value: 93.5",
        severity=Severity.WARNING,
    ),
    rule(
        quote_names_a_figure,
        sees=NAMED,
        why="One figure has one value in every publication (R50, R52).",
        wrong='performance: ["Crisis grants: {{ value(\\"crisis-grant\\", \\"2024-25\\") }}."]',
        right='performance: ["Crisis grants: {{ value(\\"crisis-grants\\", \\"2024-25\\") }}."]',
    ),
    rule(
        synopsis_is_short,
        sees=ITSELF,
        why="The manual's case study form allows 100 words (R137).",
        wrong="synopsis: 140 words",
        right="synopsis: 95 words",
    ),
    rule(
        case_study_title_is_its_own,
        sees=all_of("case-study"),
        why="The manual's own sample repeats a title; a reader then opens the wrong case (R138).",
        wrong="title: Continue to support carers   # also in another file",
        right="title: Finding a Carers Champion",
    ),
    rule(
        value_is_plausible,
        sees=ITSELF,
        why="73,390 against a target of 420 once reached a committee: a slip shows by its size (R75).",
        wrong="target: 95\nvalue: 9.1",
        right=(
            "target: 95\nvalue: 9.1\nconfirmed: The office was shut for eleven of the twelve weeks."
        ),
    ),
    rule(
        framing_flips,
        sees=ITSELF,
        why="98% in time against 99% is green, and 2% late against 1% is red: one fact, two colours (R74).",
        wrong="target: 99\nvalue: 98   # tolerance: {basis: relative}",
        right="target: 99\nvalue: 99   # green, and so is 1% late against 1%",
        severity=Severity.WARNING,
    ),
    rule(
        target_is_not_lowered,
        sees=ITSELF,
        why="A target can be met by lowering it: that needs a reason, an agreement and a minute (R10).",
        wrong="# last year: target 95, value 93\ntarget: 90",
        right=(
            "target: 90\ntarget_change:\n  from: 95\n  reason: Cases of the debt team are counted "
            "from now on.\n  agreed: {by: smt, on: 2025-04-08, reference: item 4}"
        ),
    ),
    rule(
        target_is_frozen,
        sees=ITSELF,
        why="A target that moves while the year runs measures nothing (R11).",
        wrong=(
            "# the targets of 2024-25 were settled on 30 June 2024\ntarget_change:\n  from: 95\n"
            "  reason: Too many cases.\n  agreed: {by: smt, on: 2025-02-11, reference: item 4}"
        ),
        right=(
            "target_change:\n  from: 59\n  reason: The digits were swapped in the plan.\n"
            "  agreed: {by: smt, on: 2025-02-11, reference: item 4}\n  correction: true"
        ),
    ),
    *MEASURE_RULES,
    *TEXT_RULES,
    *RELEASE_RULES,
)
"""What is checked once the files are read."""

EVERY_RULE: Mapping[str, Rule] = {
    each.id: each for each in (*LOADING_RULES, *RULES, *OVER_TIME_RULES)
}
"""Every rule by its id; those over time are checked where --since names an earlier state."""
