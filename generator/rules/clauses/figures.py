"""Clauses on how figures are worked out, on the risks of the process, and on actions and colours."""

from generator.rules.clauses.clause import Clause, Topic

FIGURES = (
    Topic(
        "calculation",
        "Principles of calculation",
        (
            Clause(
                "R41",
                "How a figure is worked out is public.",
                ("schema",),
                ("measures/index.html",),
            ),
            Clause(
                "R42",
                "A figure follows from its inputs.",
                ("value-is-recalculated",),
                commands=("check",),
            ),
            Clause(
                "R43",
                "Source data can be found again, unchanged.",
                ("status-has-evidence", "evidence-can-be-found"),
            ),
            Clause(
                "R44",
                "Source data and calculation are kept.",
                ("evidence-is-kept",),
                commands=("audit", "build"),
            ),
            Clause(
                "R45",
                "A judgement records the facts and the reasons.",
                ("assessment-status-is-earned", "judgement-has-a-basis", "text-is-finished"),
            ),
            Clause(
                "R46",
                "From any figure one can go to who worked it out and who checked it.",
                pages=("measures/index.html",),
                commands=("audit",),
            ),
            Clause(
                "R47",
                "Figures are up to date, or are shown to be late.",
                ("figure-is-overdue", "late-figure-is-explained"),
            ),
            Clause("R48", "Caveats stand beside the figure.", ("caveat-touches-a-period",)),
            Clause(
                "R49", "Assumptions are challenged by somebody else.", ("assumption-is-challenged",)
            ),
            Clause(
                "R50",
                "A figure is the same wherever it is shown.",
                ("quote-names-a-figure", "typed-figure-is-quoted"),
                commands=("verify",),
            ),
            Clause(
                "R51",
                "A figure is the same in other publications, or the reason is given.",
                ("figure-is-the-same-elsewhere",),
            ),
            Clause(
                "R52",
                "Numbers in texts are bound to figures.",
                ("quote-names-a-figure", "typed-figure-is-quoted"),
            ),
        ),
    ),
    Topic(
        "process-risks",
        "Risks of the process",
        (
            Clause(
                "R53",
                "The seven risks are known, each with what is done about it.",
                pages=("process-risks.html",),
            ),
            Clause(
                "R54",
                "Everything has an owner.",
                ("reference-exists", "owner-and-backup-differ"),
                ("process-risks.html",),
            ),
            Clause("R55", "What cannot be measured says why.", pages=("process-risks.html",)),
            Clause(
                "R56",
                "An aspiration leads to something tangible.",
                ("milestone-has-a-test", "words-are-definite"),
            ),
            Clause(
                "R57",
                "There is a timetable, and who slips is seen.",
                ("figure-is-overdue", "late-figure-is-explained"),
            ),
            Clause("R58", "Management teams look at performance at every meeting."),
            Clause(
                "R59",
                "What is not green has an action, an owner and a realistic date.",
                ("not-green-has-an-action", "action-is-not-past-its-date"),
            ),
            Clause(
                "R60",
                "A risk can be raised between meetings, and is answered.",
                ("escalation-is-answered",),
                ("assurance.html",),
            ),
            Clause(
                "R61",
                "Each owner has somebody to report to.",
                ("owner-reports-to-someone", "reporting-lines-have-no-circle"),
            ),
            Clause("R62", "Signals of pressure are seen.", pages=("assurance.html",)),
            Clause(
                "R63",
                "The first measure and its colour stay, whatever is added.",
                pages=("measures/index.html",),
            ),
            Clause(
                "R64",
                "The table of risks is kept in one place.",
                pages=("process-risks.html", "guide/reference/process-risks.html"),
            ),
        ),
    ),
    Topic(
        "actions",
        "Actions, milestones and RAG",
        (
            Clause(
                "R65",
                "Owners say each period that the text is of this period.",
                ("progress-text-is-new",),
            ),
            Clause(
                "R66",
                "An action has a status of its own, apart from its measures.",
                pages=("plan.html",),
            ),
            Clause(
                "R67",
                "Risks to delivery reach the management team and the committee.",
                ("escalation-is-answered",),
                ("assurance.html",),
            ),
            Clause(
                "R68",
                "Significant risks are raised in time.",
                ("escalation-is-answered",),
                ("assurance.html",),
            ),
            Clause(
                "R69",
                "Mitigations have an owner, a date and progress.",
                ("mitigation-has-progress",),
            ),
            Clause(
                "R70",
                "The corporate bands are policy with a date.",
                ("bands-are-in-order",),
                ("how-we-rate.html",),
            ),
            Clause(
                "R71",
                "The gaps between the bands are read by a rule that is stated.",
                pages=("how-we-rate.html", "overrides.html"),
                commands=("rate",),
            ),
            Clause(
                "R77",
                "Timescale, budget and completion are judged, each with a fact.",
                (
                    "milestone-status-is-earned",
                    "assessment-status-is-earned",
                    "milestone-is-overdue",
                ),
            ),
            Clause(
                "R78",
                "Every colour says how it follows from its figures.",
                pages=("how-we-rate.html",),
                commands=("rate",),
            ),
            Clause(
                "R79",
                "A reported colour that differs says why, and who approved it.",
                ("reported-status-is-justified", "approver-is-another-person"),
                ("overrides.html",),
            ),
        ),
    ),
    Topic(
        "case-study-2",
        "Case study 2: a green that nobody could justify",
        (
            Clause(
                "R85",
                "A green has evidence exactly as a red does.",
                ("status-has-evidence", "judgement-has-a-basis"),
            ),
            Clause(
                "R86",
                "Professional judgement is called that, and has a basis.",
                ("judgement-has-a-basis",),
            ),
            Clause("R87", "Progress is told anew each period.", ("progress-text-is-new",)),
        ),
    ),
    Topic(
        "sdgs",
        "Sustainable Development Goals",
        (
            Clause(
                "R88",
                "Measures and commitments name the goals that they serve.",
                ("schema",),
                ("measures/index.html",),
            ),
            Clause(
                "R89",
                "Each goal leads to its official description.",
                pages=("measures/index.html",),
            ),
        ),
    ),
)
"""The parts of the manual on figures and colours."""
