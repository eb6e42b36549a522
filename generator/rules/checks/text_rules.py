"""Rules on texts: figures quoted, plans and milestones that say when, case studies, links, words."""

from generator.model.words import Severity
from generator.rules.checks.brand import brand_can_be_read
from generator.rules.checks.case_study_texts import (
    case_study_is_up_to_date,
    not_green_has_a_case_study,
    synopsis_says_enough,
)
from generator.rules.checks.links import (
    link_leads_somewhere,
    link_says_where_it_leads,
    web_address_is_https,
)
from generator.rules.checks.narrative import figure_is_the_same_elsewhere, typed_figure_is_quoted
from generator.rules.checks.ownership import case_study_is_checked
from generator.rules.checks.plan_gaps import (
    action_has_a_target,
    commitment_is_followed,
    dependency_is_known,
    outcome_is_stated,
    risks_are_recorded,
)
from generator.rules.checks.plan_texts import (
    milestone_has_a_test,
    planned_activity_is_dated,
    progress_is_dated,
    words_are_definite,
)
from generator.rules.checks.words_used import acronym_is_explained, no_personal_data
from generator.rules.rule import ITSELF, NAMED, Rule, Sight, all_of, beside, rule

TEXT_RULES: tuple[Rule, ...] = (
    rule(
        typed_figure_is_quoted,
        sees=beside(
            ("report", ("measure", "commitment")), ("case-study", ("measure", "commitment"))
        ),
        why="A number that is typed stays when the figure changes: two values of one thing (R50, R52).",
        wrong='performance: ["91% of crisis grants were decided in time."]',
        right=(
            'performance: ["{{ value(\\"crisis-grants\\", \\"2024-25\\") }} of crisis grants were '
            'decided in time."]'
        ),
        severity=Severity.WARNING,
    ),
    rule(
        figure_is_the_same_elsewhere,
        sees=ITSELF,
        why="Performance is reported consistently in all publications, or the difference is explained (R51).",
        wrong=(
            "# 2024-25 is 91.0 here\npublished_elsewhere:\n"
            "  - {where: Annual report 2024-25, on: 2025-06-30, period: 2024-25, value: 92.0}"
        ),
        right=(
            "published_elsewhere:\n"
            "  - {where: Annual report 2024-25, on: 2025-06-30, period: 2024-25, value: 92.0,\n"
            "     reason: It counts the cases known on 1 May 2025; two were decided later.}"
        ),
    ),
    rule(
        milestone_has_a_test,
        sees=ITSELF,
        why="A milestone is a point or an event: without a date and a test nobody can say it is late (R129).",
        wrong="title: Continue to support carers\nstate: current",
        right=(
            "title: Continue to support carers\nstate: current\ndue: 2025-03-31\n"
            "done_when: Four groups of carers have met at least twice."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        progress_is_dated,
        sees=ITSELF,
        why="Progress without a day may be last year's (R130).",
        wrong="progress: Two of three teams have moved.",
        right="as_at: 2024-12-31\nprogress: Two of three teams have moved.",
        severity=Severity.WARNING,
    ),
    rule(
        planned_activity_is_dated,
        sees=ITSELF,
        why="A plan without a day cannot be late, and one whose day has passed is no plan (R131).",
        wrong="planned: The third team will move.",
        right="planned: The third team moves by 30 April 2025.",
        severity=Severity.WARNING,
    ),
    rule(
        words_are_definite,
        sees=ITSELF,
        why='The manual\'s own sample reports "at appropriate intervals" and "recently" (R35, R130).',
        wrong="progress: The service was recently opened and work is ongoing.",
        right="progress: The service opened on 4 November 2024, with three of its five teams.",
        severity=Severity.WARNING,
    ),
    rule(
        outcome_is_stated,
        sees=ITSELF,
        why="Commitments state an outcome, missions an end and a measure of success (R163).",
        wrong="text: Bring the advice teams together.",
        right=(
            "text: Bring the advice teams together.\noutcome: People get one named adviser and one answer."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        commitment_is_followed,
        sees=beside(("commitment", ("measure",))),
        why="A commitment that nothing follows is not managed (R19).",
        wrong="actions: []",
        right="actions: []\nmeasurable: {no: Whether someone feels heard cannot be counted.}",
        severity=Severity.WARNING,
    ),
    rule(
        action_has_a_target,
        sees=NAMED,
        why="Each action has a target or a milestone, or says why not (R20).",
        wrong="title: Listen to carers.\nmilestones: []",
        right=(
            "title: Listen to carers.\nmilestones: []\n"
            "no_milestones: This is how the partnership works, without an end."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        risks_are_recorded,
        sees=ITSELF,
        why="Commitments are risk assessed, or say why not (R33).",
        wrong="text: Bring the advice teams together.",
        right=(
            "text: Bring the advice teams together.\n"
            "not_risk_assessed: The risks are assessed on 6 May 2025."
        ),
        severity=Severity.WARNING,
    ),
    rule(
        dependency_is_known,
        sees=all_of("commitment"),
        why="A dependency under a misspelt name is never late (R34).",
        wrong="dependencies: [{kind: logical, on: one-front-dor, stakeholder: Housing}]",
        right="dependencies: [{kind: logical, on: one-front-door, stakeholder: Housing}]",
        severity=Severity.WARNING,
    ),
    rule(
        case_study_is_checked,
        sees=ITSELF,
        why="A case study is evidence too, so a second person reads it against its sources (R92, R142).",
        wrong=(
            "author: parks-officer\nwritten: 2025-01-22\n"
            "checked: {by: parks-officer, on: 2025-01-29, how: Compared with the certificates.}"
        ),
        right=(
            "author: parks-officer\nwritten: 2025-01-22\n"
            "checked: {by: parks-manager, on: 2025-01-29, how: Compared with the certificates.}"
        ),
    ),
    rule(
        synopsis_says_enough,
        sees=ITSELF,
        why="The manual's form asks for about 100 words; a line tells a reader nothing (R137).",
        wrong="synopsis: We renewed the play areas.",
        right="synopsis: 60 words",
        severity=Severity.WARNING,
    ),
    rule(
        case_study_is_up_to_date,
        sees=ITSELF,
        why="What was true two years ago is read as if it were true today (R142).",
        wrong="review: 2024-11-30   # and it is March 2025",
        right="review: 2025-11-30",
        severity=Severity.WARNING,
    ),
    rule(
        not_green_has_a_case_study,
        sees=beside(("commitment", ("report", "case-study", "commitment"))),
        why="Case studies explain where improvement is needed (R99, R100).",
        wrong="state: current   # red, in a report, and no case study",
        right="state: current\nno_case_study: The delay is short, and ends on 30 April 2025.",
        severity=Severity.WARNING,
    ),
    rule(
        acronym_is_explained,
        sees=ITSELF,
        why="A reader who does not know the letters cannot use the figure (R121).",
        wrong="title: Cases closed by the MASH",
        right="title: Cases closed by the multi-agency safeguarding hub (MASH)",
        severity=Severity.WARNING,
    ),
    rule(
        no_personal_data,
        sees=ITSELF,
        why="History keeps for ever what is published once; names alone no program can tell (R117, R153).",
        wrong="commentary: Ring Ash on 0141 496 0000.",
        right="commentary: Ask the housing manager.",
    ),
    rule(
        link_leads_somewhere,
        sees=Sight(linked=True),
        why="A link that is dead leaves a reader without what was promised (R3, R27).",
        wrong='commentary: "See [the other measure](mesures/crisis-grants.html)."',
        right='commentary: "See [crisis grants](../measures/crisis-grants.html)."',
    ),
    rule(
        link_says_where_it_leads,
        sees=ITSELF,
        why='Read aloud in a list of links, "click here" says nothing (R101, R141).',
        wrong='commentary: "For the paper [click here](https://example.org/paper)."',
        right='commentary: "See [the paper of 7 May 2025](https://example.org/paper)."',
        severity=Severity.WARNING,
    ),
    rule(
        web_address_is_https,
        sees=ITSELF,
        why="Over http anybody on the way can change what a reader gets (R141).",
        wrong="url: http://www.example.org/paper.pdf",
        right="url: https://www.example.org/paper.pdf",
        severity=Severity.WARNING,
    ),
    rule(
        brand_can_be_read,
        sees=ITSELF,
        why="The head of every page is read by everyone, in sunlight and on old screens (R147).",
        wrong='site:\n  brand: {colour: "#7fb2c0", accent: "#e3ab55"}',
        right='site:\n  brand: {colour: "#14404d", accent: "#e3ab55"}',
    ),
)
"""The rules on texts, on what the plan leaves out, on papers, and on links."""
