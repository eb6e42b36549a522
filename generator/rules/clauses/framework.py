"""Clauses on the framework, the plan, the three lines, and how measures are developed."""

from generator.rules.clauses.clause import Clause, Topic

FRAMEWORK = (
    Topic(
        "framework",
        "Purpose and framework",
        (
            Clause(
                "R1",
                "Every page says which version of the framework it follows, and which data.",
                pages=("how-we-rate.html",),
            ),
            Clause(
                "R2",
                "Members, citizens, officers and auditors each find their way in.",
                pages=(
                    "index.html",
                    "guide/citizens.html",
                    "guide/owners.html",
                    "guide/auditors.html",
                ),
            ),
            Clause(
                "R4",
                "One framework holds for all services, arm's length organisations included.",
                ("schema", "reference-exists"),
                ("services/index.html",),
            ),
            Clause(
                "R5",
                "Measures are looked at again in a cycle.",
                ("measure-is-reviewed",),
                ("assurance.html",),
            ),
            Clause(
                "R6",
                "A changed definition is told, with the reason.",
                commands=("changes", "history"),
            ),
            Clause(
                "R7",
                "The suite of measures is agreed.",
                ("measure-is-agreed",),
                ("measures/index.html",),
            ),
            Clause(
                "R8",
                "Measures serve the plan, a duty, or an objective of the service.",
                ("reference-exists",),
                ("plan.html",),
            ),
            Clause(
                "R9",
                "Targets stretch, and are seen beside what was achieved.",
                pages=("targets.html",),
            ),
            Clause(
                "R10",
                "A target is not lowered without a reason and an agreement.",
                ("target-is-not-lowered",),
                ("targets.html",),
            ),
            Clause(
                "R11",
                "A target is settled before its period, and stays.",
                ("target-is-frozen",),
                ("targets.html",),
            ),
            Clause(
                "R12",
                "Each measure has a written procedure.",
                ("schema", "procedure-can-be-followed"),
                ("assurance.html",),
            ),
            Clause(
                "R13",
                "Measures have a level: strategic, operational or front-line.",
                ("schema",),
                ("measures/index.html",),
            ),
        ),
    ),
    Topic(
        "plan",
        "The Council Strategic Plan",
        (
            Clause(
                "R14",
                "Goals, planned activity and measures of a challenge stand together.",
                pages=("plan.html",),
            ),
            Clause(
                "R15",
                "The plan's title, dates and challenges are as they were approved.",
                ("schema",),
                ("plan.html",),
            ),
            Clause(
                "R16",
                "The commitments that were declared are compared with those recorded.",
                pages=("plan.html",),
            ),
            Clause(
                "R17",
                "What serves several challenges or services counts once.",
                pages=("plan.html",),
            ),
            Clause(
                "R18",
                "Each commitment has an owner whom the working group agreed.",
                ("schema", "reference-exists"),
                ("plan.html",),
            ),
            Clause(
                "R19",
                "Each commitment is followed by a measure, a milestone, or a reason why not.",
                ("commitment-is-followed",),
            ),
            Clause("R20", "Each action has a target or a milestone.", ("action-has-a-target",)),
            Clause(
                "R163",
                "A commitment says what will be different; a mission when it ends and what shows success.",
                ("outcome-is-stated",),
            ),
        ),
    ),
    Topic(
        "lines",
        "The three lines of defence",
        (
            Clause(
                "R21",
                "First line: whoever owns the figure records and checks the work.",
                ("value-is-recalculated", "status-has-evidence", "figure-is-checked"),
                ("assurance.html",),
            ),
            Clause(
                "R22",
                "Second line: management teams, the working group and the committee look at results.",
                ("measure-is-agreed",),
                ("assurance.html",),
            ),
            Clause(
                "R23",
                "Third line: somebody independent reviews.",
                ("recalculation-is-independent", "recalculation-agrees"),
                ("assurance.html",),
            ),
            Clause(
                "R24",
                "How far each line reaches is known.",
                pages=("assurance.html",),
                commands=("audit",),
            ),
        ),
    ),
    Topic(
        "case-study-1",
        "Case study 1: the one person who knew has left",
        (
            Clause(
                "R25",
                "The procedure is written, and is no placeholder.",
                ("procedure-can-be-followed", "text-is-finished"),
            ),
            Clause(
                "R26",
                "The procedure has inputs, steps, a formula and a worked example that comes out.",
                ("example-gives-its-value",),
            ),
            Clause(
                "R27",
                "The procedure is where a stranger finds it.",
                ("procedure-can-be-followed", "link-leads-somewhere"),
            ),
            Clause(
                "R28",
                "Owner and backup are two people.",
                ("owner-and-backup-differ", "identity-is-one-person"),
            ),
            Clause("R29", "Measures that hang on one person are known.", pages=("assurance.html",)),
            Clause("R30", "Who leaves is replaced, or somebody acts.", ("role-is-held",)),
        ),
    ),
    Topic(
        "developing",
        "Developing measures",
        (
            Clause(
                "R31",
                "Each measure says how far the council controls its result.",
                ("control-is-stated",),
            ),
            Clause("R32", "What depends on others names them.", ("control-is-stated",)),
            Clause(
                "R33", "Commitments are risk assessed, or say why not.", ("risks-are-recorded",)
            ),
            Clause(
                "R34",
                "Dependencies are typed, known, and no circle.",
                ("dependency-is-known", "dependencies-have-no-circle"),
            ),
            Clause(
                "R35",
                "The five SMART questions are answered in definite words.",
                ("smart-is-answered", "wording-is-definite"),
            ),
            Clause("R36", "The management team agrees each measure.", ("measure-is-agreed",)),
            Clause(
                "R37",
                "Tolerances other than the corporate ones are agreed before they hold.",
                ("bands-are-in-order", "bands-are-agreed-by-management"),
                ("overrides.html",),
            ),
            Clause(
                "R38",
                "Every measure shows a colour or a state, never a blank.",
                ("value-or-state", "periods-follow-the-frequency"),
                ("measures/index.html",),
            ),
            Clause(
                "R39",
                "Who agreed a reported status is shown.",
                ("reported-status-is-justified",),
                ("overrides.html",),
            ),
            Clause("R40", "An action plan shows the policy that it serves.", pages=("plan.html",)),
            Clause(
                "R164",
                "Templates and a glossary are there for those who write.",
                pages=("glossary.html", "guide/new-measure.html"),
            ),
        ),
    ),
)
"""The first five parts of the manual."""
