"""Rules on ids, owners, figures and statuses."""

from generator.model.words import Severity
from generator.rules.checks.figures import (
    judgement_has_a_basis,
    reported_status_is_justified,
    target_fits_the_direction,
    value_has_its_decimals,
    value_or_state,
)
from generator.rules.checks.identity import id_is_the_file_name, ids_are_unique, reference_exists
from generator.rules.checks.ownership import owner_and_backup_differ
from generator.rules.checks.progress import (
    assessment_status_is_earned,
    complete_stays_complete,
    dependencies_have_no_circle,
    milestone_is_overdue,
    milestone_status_is_earned,
    progress_text_is_new,
)
from generator.rules.checks.recalculated import example_gives_its_value, value_is_recalculated
from generator.rules.checks.retired import retired_id_is_not_used
from generator.rules.rule import ITSELF, NAMED, Rule, all_of, rule

CORE_RULES: tuple[Rule, ...] = (
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
)
"""The rules on who answers for a figure, what it is, and the status that it earns."""
