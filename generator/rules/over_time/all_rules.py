"""Every rule over time, in the order in which the handbook lists them."""

from generator.rules.over_time.definitions import (
    bands_in_force_stay,
    definition_changes_with_a_note,
)
from generator.rules.over_time.deletions import id_keeps_its_meaning, nothing_published_is_deleted
from generator.rules.over_time.figures import (
    changed_figure_is_checked_again,
    judgement_changes_with_a_note,
    published_figure_has_its_revision,
    revision_names_the_old_figure,
)
from generator.rules.over_time.milestones import milestone_changes_with_a_note
from generator.rules.over_time.records import (
    approval_stays,
    check_stays,
    override_is_not_extended,
    revision_stays,
)
from generator.rules.over_time.sight import published_figure_stays_in_sight
from generator.rules.over_time.targets import target_changes_with_its_reason
from generator.rules.rule import Rule, rule_over_time

OVER_TIME_RULES: tuple[Rule, ...] = (
    rule_over_time(
        published_figure_has_its_revision,
        why="Figures that changed without a word are what readers never forgive (R112).",
        wrong="# published: 91.0\nvalue: 95.2",
        right=(
            "# published: 91.0\nvalue: 95.2\nrevisions:\n  - on: 2025-05-12\n    from: 91.0\n"
            "    type: correction\n    reason: Two withdrawn cases had been counted.\n"
            "    told: The Scrutiny Committee"
        ),
    ),
    rule_over_time(
        revision_names_the_old_figure,
        why="The old figure stays visible: a revision that misquotes it hides what changed (R112).",
        wrong="# published: 91.0\nvalue: 95.2\nrevisions: [{from: 94.8, type: correction}]",
        right="# published: 91.0\nvalue: 95.2\nrevisions: [{from: 91.0, type: correction}]",
    ),
    rule_over_time(
        changed_figure_is_checked_again,
        why="Case study 3: a corrected figure is a new figure, and nobody has checked it yet (R92, R110).",
        wrong="# 95.7 was checked on 10 April\nvalue: 93.5\nchecked: {on: 2025-04-10}",
        right="# 95.7 was checked on 10 April\nvalue: 93.5\nchecked: {on: 2025-05-12}",
    ),
    rule_over_time(
        published_figure_stays_in_sight,
        why="A figure that is put out of sight can come back as another one (R112, R151).",
        wrong="# published: 91.0\nvalue: 91.0\nreleased: 2025-09-30",
        right=(
            "state: suppressed\nreason: So few that a child could be recognised.\n"
            "# and under the measure:\nchanges:\n  - on: 2025-05-12\n    what: [state]\n"
            "    period: 2024-25 Q4\n    why: A child could be recognised.\n    told: Scrutiny Committee"
        ),
    ),
    rule_over_time(
        judgement_changes_with_a_note,
        why="Case study 2: a red that became green afterwards, and nobody could say why (R45, R104).",
        wrong="# reported: red\nstatus: green",
        right=(
            "changes:\n  - on: 2025-05-12\n    what: [status]\n    milestone: one-front-door\n"
            "    period: 2024-25 Q2\n    why: The report of another project was written here.\n"
            "    told: Housing Senior Management Team"
        ),
    ),
    rule_over_time(
        target_changes_with_its_reason,
        why="A target that is edited to be met measures nothing (R10, R11).",
        wrong="# published: target 95\ntarget: 90",
        right=(
            "# published: target 95\ntarget: 90\ntarget_change:\n  from: 95\n  reason: Cases of the "
            "debt team are counted from now on.\n  agreed: {by: smt, on: 2025-04-08, reference: item 4}"
        ),
    ),
    rule_over_time(
        definition_changes_with_a_note,
        why="A figure that means something else from today on is another figure (R6, R37).",
        wrong="# was: within five working days\ndefinition: Cases decided within ten working days.",
        right=(
            "definition: Cases decided within ten working days.\nchanges:\n  - on: 2025-04-08\n"
            "    what: [definition]\n    why: The law gives ten days since April 2025.\n"
            "    told: Scrutiny Committee and the owners of the three linked measures"
        ),
    ),
    rule_over_time(
        bands_in_force_stay,
        why="The rule in force at each period rates that period; rating history anew is an act (R84).",
        wrong="# was: green_up_to: 2.49\nbands: [{from: 2020-04-01, green_up_to: 5, amber_up_to: 9}]",
        right=(
            "bands:\n  - {from: 2020-04-01, green_up_to: 2.49, amber_up_to: 4.99}\n"
            "  - {from: 2026-04-01, green_up_to: 5, amber_up_to: 9}"
        ),
    ),
    rule_over_time(
        milestone_changes_with_a_note,
        why="A late milestone is not made on time by moving its date (R77, R133).",
        wrong="# was: due: 2024-12-31\ndue: 2025-12-31",
        right=(
            "due: 2025-12-31\nchanges:\n  - on: 2024-11-04\n    what: [due]\n"
            "    milestone: one-front-door\n    why: The builder went out of business.\n"
            "    told: Corporate Management Team"
        ),
    ),
    rule_over_time(
        check_stays,
        why="A check is dated before publication and made by another; neither is written later (R110).",
        wrong="# was: by performance-analyst on 10 April\nchecked: {by: advice-team-leader, on: 2025-04-01}",
        right="checked: {by: performance-analyst, on: 2025-04-10}",
    ),
    rule_over_time(
        revision_stays,
        why="A ledger from which a line can be taken is no ledger (R112).",
        wrong="# was: two revisions\nrevisions: [{on: 2025-05-12, from: 95.7}]",
        right="revisions: [{on: 2025-05-12, from: 95.7}, {on: 2025-06-02, from: 93.5}]",
    ),
    rule_over_time(
        approval_stays,
        why="Who agreed what, and when, is what an auditor holds the rest against (R79, R104).",
        wrong="# was: on: 2023-05-11, item 4\nagreed: {by: housing-smt, on: 2022-05-11, reference: item 4}",
        right="agreed: {by: housing-smt, on: 2025-05-13, reference: item 6}",
    ),
    rule_over_time(
        override_is_not_extended,
        why="An override that never ends becomes the rule (R79, R86).",
        wrong="# was: expires: 2025-06-30\nstatus: {colour: amber, on: 2025-04-15, expires: 2025-12-31}",
        right="status: {colour: amber, on: 2025-07-02, expires: 2025-12-31}",
    ),
    rule_over_time(
        nothing_published_is_deleted,
        why="What disappears without a word is what somebody did not want seen (R156).",
        wrong="# measures/parks/play-areas.yaml is deleted\nretired: []",
        right=(
            "retired:\n  - id: play-areas\n    on: 2025-04-08\n"
            "    reason: Counted within parks-satisfaction from 2025-26 on."
        ),
    ),
    rule_over_time(
        id_keeps_its_meaning,
        why="Ids are addresses: one that leads elsewhere turns every old link into an error (R156).",
        wrong="# was: Crisis grants decided in a day\nid: crisis-grants\ntitle: Community grants paid",
        right="id: community-grants\ntitle: Community grants paid",
    ),
)
"""What is checked where the earlier state of the files is known."""
