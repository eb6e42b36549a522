"""Rules on evidence, second checks, periods, bands, dates and targets."""

from generator.model.words import Severity
from generator.rules.checks.aggregation import (
    aggregation_fits_the_figure,
    running_total_has_its_own_targets,
)
from generator.rules.checks.bands import bands_are_in_order, points_have_bands
from generator.rules.checks.dates import updates_are_in_order, work_is_done
from generator.rules.checks.figures import not_green_has_an_action, status_has_evidence
from generator.rules.checks.ownership import figure_is_checked, origin_or_calculation
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
from generator.rules.checks.rebases import rebase_is_justified
from generator.rules.checks.targets import target_is_frozen, target_is_not_lowered
from generator.rules.rule import ITSELF, NAMED, Rule, all_of, rule

PERIOD_RULES: tuple[Rule, ...] = (
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
)
"""The rules on what stands behind each figure, and on what it is held against."""
