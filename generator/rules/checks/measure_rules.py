"""The rules on measures and on the people behind them, as the handbook lists them."""

from generator.model.words import Severity
from generator.rules.checks.agreements import (
    alternative_is_another_measure,
    bands_are_agreed_by_management,
    control_is_stated,
    measure_is_agreed,
    measure_is_reviewed,
)
from generator.rules.checks.breakdowns import breakdown_fits_its_measure
from generator.rules.checks.caveats import (
    assumption_is_challenged,
    caveat_touches_a_period,
    estimate_has_an_interval,
    provisional_is_settled,
)
from generator.rules.checks.evidence import evidence_can_be_found, evidence_is_kept
from generator.rules.checks.follow_up import (
    action_is_not_past_its_date,
    escalation_is_answered,
    late_figure_is_explained,
    mitigation_has_progress,
)
from generator.rules.checks.people import (
    approver_is_another_person,
    identity_is_one_person,
    owner_reports_to_someone,
    reporting_lines_have_no_circle,
    role_is_held,
)
from generator.rules.checks.procedures import (
    procedure_can_be_followed,
    smart_is_answered,
    wording_is_definite,
)
from generator.rules.checks.recalculations import (
    audit_finding_is_closed,
    recalculation_agrees,
    recalculation_is_independent,
)
from generator.rules.checks.unfinished import check_says_what_was_done, text_is_finished
from generator.rules.rule import ITSELF, NAMED, Rule, beside, rule

MEASURE_RULES: tuple[Rule, ...] = (
    rule(
        role_is_held,
        sees=ITSELF,
        why="Case study 1: the one person who knew how a measure was worked out had left (R28, R30).",
        wrong=(
            "- id: welfare-fund-manager\n  holders: [{identity: ash, from: 2020-04-01, "
            "to: 2024-11-29}]"
        ),
        right=(
            "- id: welfare-fund-manager\n  holders:\n"
            "    - {identity: ash, from: 2020-04-01, to: 2024-11-29}\n"
            "    - {identity: birch, from: 2024-11-30, acting: true}"
        ),
    ),
    rule(
        approver_is_another_person,
        sees=ITSELF,
        why="Who approves their own figure under another title is no second person (R28, R79).",
        wrong=(
            "owner: head-of-care\nstatus: {colour: amber, approved_by: acting-director}   # ash holds "
            "both"
        ),
        right="owner: head-of-care\nstatus: {colour: amber, approved_by: director-of-finance}",
    ),
    rule(
        identity_is_one_person,
        sees=ITSELF,
        why="The map of identities decides who counts as two people: it has to be right (R28, R114).",
        wrong="people:\n  Ash: [ash-example]\n  Birch: [birch-example, ash-example]",
        right="people:\n  Ash: [ash-example, ash@council.example]\n  Birch: [birch-example]",
    ),
    rule(
        owner_reports_to_someone,
        sees=beside(("council", ("measure", "commitment"))),
        why="Whoever owns a result has someone to raise an issue with (R61).",
        wrong="- {id: parks-manager, name: Parks Manager, service: parks}",
        right="- {id: parks-manager, name: Parks Manager, service: parks, reports_to: director}",
        severity=Severity.WARNING,
    ),
    rule(
        reporting_lines_have_no_circle,
        sees=ITSELF,
        why="Where two roles report to each other, an issue is raised with nobody (R61).",
        wrong=(
            "- {id: manager, service: parks, reports_to: officer}\n"
            "- {id: officer, service: parks, reports_to: manager}"
        ),
        right=(
            "- {id: manager, service: parks}\n- {id: officer, service: parks, reports_to: manager}"
        ),
    ),
    rule(
        measure_is_agreed,
        sees=ITSELF,
        why="The suite of measures is the management team's: each carries its agreement (R7, R36).",
        wrong="id: crisis-grants   # and no agreed",
        right="agreed: {by: housing-smt, on: 2024-04-18, reference: item 4}",
        severity=Severity.WARNING,
    ),
    rule(
        bands_are_agreed_by_management,
        sees=ITSELF,
        why="Bands decide colours: only a management team may depart from the corporate ones (R37).",
        wrong="agreed: {by: scrutiny-committee, on: 2024-03-12, reference: item 2}",
        right="agreed: {by: care-smt, on: 2024-03-12, reference: item 2}",
    ),
    rule(
        measure_is_reviewed,
        sees=ITSELF,
        why="A measure that nobody looks at again measures what mattered once (R5).",
        wrong="review: {every_months: 12, last: 2022-05-10}",
        right="review: {every_months: 12, last: 2025-01-14}",
        severity=Severity.WARNING,
    ),
    rule(
        control_is_stated,
        sees=ITSELF,
        why="A reader should know what the council can be held to, and what not (R31, R32).",
        wrong="control: influence",
        right="control: influence\nexternal_body: The three firms that provide home care",
        severity=Severity.WARNING,
    ),
    rule(
        alternative_is_another_measure,
        sees=NAMED,
        why="What stands beside a result must tell something more, and tell it now (R63).",
        wrong="id: bins-emptied\nalternative: {measure: bins-emptied, why: It says more.}",
        right="id: bins-emptied\nalternative: {measure: play-areas, why: It is where full bins hurt most.}",
    ),
    rule(
        text_is_finished,
        sees=ITSELF,
        why="A placeholder that is published says that nobody read it (R25, R45, R138).",
        wrong="procedure: TBC",
        right="procedure: Sort the first visits by days waited and take the first row.",
    ),
    rule(
        check_says_what_was_done,
        sees=ITSELF,
        why="Case study 3: a wrong figure had been looked at by several people (R92, R111).",
        wrong="checked: {by: analyst, on: 2025-04-10, how: Looks fine as usual.}",
        right="checked: {by: analyst, on: 2025-04-10, how: Counted the rows again.}",
    ),
    rule(
        procedure_can_be_followed,
        sees=ITSELF,
        why="Case study 1: a stranger must be able to work the figure out (R25, R26, R27).",
        wrong='procedure: "See https://intranet.example/procedures"',
        right="procedure: Count the cases decided, then those in time, and divide.",
        severity=Severity.WARNING,
    ),
    rule(
        smart_is_answered,
        sees=ITSELF,
        why="The manual asks five questions of each measure before it is used (R35).",
        wrong="id: crisis-grants   # and no smart",
        right=(
            "smart:\n  specific: It follows one thing, the time to a decision.\n"
            "  measurable: Both dates are in the case system.\n"
            "  achievable: 96% was reached in 2023-24.\n"
            "  relevant: It is the promise made in the plan.\n"
            "  timed: Each quarter, and 95% in every quarter of 2026-27."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        wording_is_definite,
        sees=ITSELF,
        why="An aim cannot be missed, so it cannot be reached either (R35).",
        wrong="title: Improve the service to tenants",
        right="title: Repairs put right at the first visit",
        severity=Severity.WARNING,
    ),
    rule(
        evidence_can_be_found,
        sees=ITSELF,
        why="Source data is kept so that anyone may go back to it, unchanged (R43, R44).",
        wrong="evidence: {source: Case system}",
        right=(
            "evidence:\n  source: Case system\n  extracted: 2024-07-20\n"
            "  location: Housing records, folder A13\n  no_fingerprint: The extract is on paper."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        evidence_is_kept,
        sees=ITSELF,
        why="A published figure whose extract was thrown away cannot be worked out again (R43, R44).",
        wrong="evidence: {source: Case system, keep_until: 2024-12-31}   # which has passed",
        right="evidence: {source: Case system, keep_until: 2034-12-31}",
        severity=Severity.WARNING,
    ),
    rule(
        assumption_is_challenged,
        sees=ITSELF,
        why="Case study 3: what a calculation takes for granted is challenged by another (R49).",
        wrong="owner: parks-manager\nassumptions: [{text: All are counted., challenged_by: parks-manager}]",
        right="owner: parks-manager\nassumptions: [{text: All are counted., challenged_by: auditor}]",
        severity=Severity.WARNING,
    ),
    rule(
        caveat_touches_a_period,
        sees=ITSELF,
        why="A caveat that touches no period is printed beside no figure (R48).",
        wrong="caveats: [{text: Cases were lost., from: 2023-24 Q4, to: 2023-24 Q1}]",
        right="caveats: [{text: Cases were lost., from: 2023-24 Q1, to: 2023-24 Q4}]",
        severity=Severity.WARNING,
    ),
    rule(
        breakdown_fits_its_measure,
        sees=ITSELF,
        why="A figure of a group beside no figure cannot be read, and may tell what is suppressed (R152).",
        wrong=(
            "periods: [{period: 2023/24, state: suppressed, reason: Few people.}]\n"
            "breakdowns: [{id: sex, title: By sex, groups: [{name: Girls, values: {2023/24: 71}}]}]"
        ),
        right=(
            "periods: [{period: 2023/24, value: 74}]\n"
            "breakdowns: [{id: sex, title: By sex, groups: [{name: Girls, values: {2023/24: 71}}]}]"
        ),
    ),
    rule(
        estimate_has_an_interval,
        sees=ITSELF,
        why="Without its interval an estimate is read as exact (R48).",
        wrong="value: 68.1\nestimated: true",
        right="value: 68.1\nestimated: true\ninterval: {low: 64.8, high: 71.4}",
        severity=Severity.WARNING,
    ),
    rule(
        provisional_is_settled,
        sees=ITSELF,
        why="Figures are as up to date as possible: provisional is not for ever (R47, R48).",
        wrong="- {period: 2021-22, value: 91, provisional: true}",
        right="- {period: 2021-22, value: 91}",
        severity=Severity.WARNING,
    ),
    rule(
        late_figure_is_explained,
        sees=ITSELF,
        why="The process risk of a missed timetable: slippage shows, and somebody says why (R57).",
        wrong="calculated: {on: 2024-09-20}   # due on 14 August 2024",
        right=(
            "calculated: {on: 2024-09-20}\ncommentary: The case system was down from 1 to 30 August."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        action_is_not_past_its_date,
        sees=ITSELF,
        why="An action whose date goes by unnoticed had no realistic timeline (R59).",
        wrong="action: {what: Two more assessors., owner: welfare-fund-manager, by: 2023-12-31}",
        right="action: {what: Two more assessors., owner: welfare-fund-manager, by: 2025-12-31}",
        severity=Severity.WARNING,
    ),
    rule(
        escalation_is_answered,
        sees=ITSELF,
        why="A risk that was raised and never answered was not managed (R60).",
        wrong="escalated: 2024-03-05",
        right=(
            "escalated: 2024-03-05\nescalated_to: corporate-management-team\n"
            "answer: Two relief advisers until October.\nanswered: 2024-03-19"
        ),
        severity=Severity.WARNING,
    ),
    rule(
        mitigation_has_progress,
        sees=ITSELF,
        why="Mitigations are followed to their end, each with its owner and date (R69).",
        wrong="mitigations: [{action: Train two advisers., owner: training-manager, by: 2024-06-30}]",
        right=(
            "mitigations:\n  - action: Train two advisers.\n    owner: training-manager\n"
            "    by: 2024-06-30\n    progress: Both have passed."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        recalculation_agrees,
        sees=ITSELF,
        why="What an auditor finds is put right, or stays in sight until it is (R107).",
        wrong=(
            "value: 91.0\nrecalculated: {by: auditor, on: 2025-01-20, value: 90.5, "
            "how: Counted the cases.}"
        ),
        right=(
            "value: 91.0\nrecalculated:\n  by: auditor\n  on: 2025-01-20\n  value: 90.5\n"
            "  how: Counted the cases.\n"
            "  finding: {what: Five late cases were left out., owner: analyst, by: 2025-03-31}"
        ),
    ),
    rule(
        recalculation_is_independent,
        sees=ITSELF,
        why="The third line of defence has no part in the first (R23, R103).",
        wrong="checked: {by: analyst}\nrecalculated: {by: analyst}",
        right="checked: {by: analyst}\nrecalculated: {by: internal-auditor}",
    ),
    rule(
        audit_finding_is_closed,
        sees=ITSELF,
        why="A finding has an owner and a date, and is not forgotten (R108).",
        wrong=(
            "finding: {what: Five cases were left out., owner: analyst, by: 2025-01-31}   # which "
            "has passed"
        ),
        right=(
            "finding: {what: Five cases were left out., owner: analyst, by: 2025-01-31, "
            "closed: 2025-01-24}"
        ),
        severity=Severity.WARNING,
    ),
)
"""What is checked of measures, of their figures' evidence and checks, and of those who answer."""
