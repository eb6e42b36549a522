"""Clauses on scrutiny, case studies, audit, support, the glossary and the templates."""

from generator.rules.clauses.clause import Clause, Topic

SCRUTINY = (
    Topic(
        "scrutiny",
        "How performance is scrutinised",
        (
            Clause(
                "R90",
                "Scrutiny asks whether figures are right, and whether progress is enough.",
                pages=("reports/index.html", "assurance.html"),
            ),
            Clause(
                "R91",
                "For each area scrutiny says whether progress, risks and action are sufficient.",
            ),
            Clause(
                "R92",
                "A colleague checks each calculation.",
                ("figure-is-checked", "check-says-what-was-done"),
                ("assurance.html",),
            ),
            Clause(
                "R93",
                "Management teams challenge accuracy and see to resources.",
                pages=("assurance.html",),
            ),
            Clause(
                "R94",
                "The committee gets regular papers, whose content its chair has agreed.",
                pages=("reports/index.html",),
            ),
            Clause(
                "R95",
                "Papers lead with exceptions and have a full annex.",
                pages=("reports/index.html",),
            ),
            Clause(
                "R96",
                "Members' questions are logged with owner, date and answer.",
                ("schema",),
                ("reports/index.html",),
            ),
            Clause("R97", "Internal Audit chooses by risk.", commands=("audit",)),
            Clause(
                "R98",
                "An earlier state can be shown again as it was.",
                commands=("build", "verify"),
            ),
            Clause(
                "R165",
                "A challenge to a figure is logged with its answer.",
                pages=("reports/index.html",),
            ),
            Clause(
                "R166",
                "Adherence to this manual is examined.",
                pages=("adherence.html",),
                commands=("audit",),
            ),
            Clause(
                "R170",
                "Pages keep apart what goes well and what must improve.",
                pages=("index.html",),
            ),
        ),
    ),
    Topic(
        "case-studies",
        "Case studies about services",
        (
            Clause(
                "R99",
                "Good practice and improvement are both told.",
                ("reference-exists",),
                ("case-studies/index.html",),
            ),
            Clause(
                "R100",
                "A milestone in a paper that is not green has a case study.",
                ("not-green-has-a-case-study",),
            ),
            Clause(
                "R101",
                "A status leads to its case study in words that say so.",
                ("link-says-where-it-leads",),
            ),
            Clause(
                "R102", "Case studies stand in the regular reports.", pages=("reports/index.html",)
            ),
            Clause(
                "R136",
                "A case study takes commitment, action and status from its milestone.",
                ("schema", "reference-exists"),
            ),
            Clause(
                "R137",
                "The synopsis has at most 100 words, and says enough.",
                ("synopsis-is-short", "synopsis-says-enough"),
            ),
            Clause(
                "R138",
                "The title is its own, and no prompt of the template is left.",
                ("case-study-title-is-its-own", "text-is-finished"),
            ),
            Clause(
                "R142",
                "A case study is checked and read again.",
                ("case-study-is-checked", "case-study-is-up-to-date"),
            ),
            Clause(
                "R167", "Lessons are there for other services.", pages=("case-studies/index.html",)
            ),
        ),
    ),
    Topic(
        "audit",
        "How we audit",
        (
            Clause(
                "R103",
                "Colleagues, managers and Internal Audit review apart.",
                (
                    "figure-is-checked",
                    "reported-status-is-justified",
                    "recalculation-is-independent",
                ),
            ),
            Clause(
                "R104",
                "The trail of source, calculation and consideration outlives a change of role.",
                ("evidence-is-kept", "role-is-held"),
                commands=("audit", "history"),
            ),
            Clause(
                "R105",
                "An auditor may ask for the working behind any figure at any time.",
                commands=("audit",),
            ),
            Clause("R106", "A sample can be drawn again.", commands=("audit",)),
            Clause(
                "R107",
                "What an auditor works out again is recorded and compared.",
                ("recalculation-agrees",),
                ("assurance.html",),
            ),
            Clause(
                "R108",
                "Findings have an owner and a date.",
                ("audit-finding-is-closed",),
                ("assurance.html",),
            ),
        ),
    ),
    Topic(
        "case-study-3",
        "Case study 3: a wrong figure that nobody had checked",
        (
            Clause(
                "R110",
                "A figure is checked before it is published.",
                ("figure-is-checked",),
                ("assurance.html",),
            ),
            Clause("R111", "The check says what was done again.", ("check-says-what-was-done",)),
            Clause(
                "R112",
                "A published figure changes only with a reason, and somebody is told.",
                ("schema",),
                ("revisions.html",),
                ("changes",),
            ),
            Clause(
                "R113",
                "A correction is shown wherever the old figure was.",
                pages=("revisions.html", "reports/index.html"),
            ),
        ),
    ),
    Topic(
        "support",
        "Support and glossary",
        (
            Clause("R115", "Everybody knows whom to ask.", ("schema",), ("contact.html",)),
            Clause(
                "R116",
                "There is a way to say that the process was not followed.",
                pages=("contact.html",),
            ),
            Clause("R117", "Roles stand in the place of persons.", ("no-personal-data",)),
            Clause("R118", "The manual's terms are explained.", pages=("glossary.html",)),
            Clause(
                "R121", "Acronyms are explained.", ("acronym-is-explained",), ("glossary.html",)
            ),
            Clause("R122", "Every risk has cause, effect and mitigation.", ("schema",)),
            Clause("R123", "Performance is seen at a glance.", pages=("index.html",)),
            Clause("R124", "Committees and management teams are known.", ("reference-exists",)),
        ),
    ),
    Topic(
        "templates",
        "The templates",
        (
            Clause(
                "R125",
                "The plan is reported under challenge, mission and commitment, in the manual's columns.",
                pages=("plan.html", "reports/index.html"),
            ),
            Clause(
                "R126",
                "Measures of services are reported in the manual's columns.",
                pages=("services/index.html",),
            ),
            Clause("R128", "Milestones are told apart by their ids.", ("ids-are-unique",)),
            Clause(
                "R129",
                "A milestone has a due date and a test of completion.",
                ("milestone-has-a-test",),
            ),
            Clause("R130", "Progress has a day.", ("progress-is-dated",)),
            Clause(
                "R131",
                "Planned activity has a day that is still to come.",
                ("planned-activity-is-dated",),
            ),
            Clause("R132", "The lead service is named by its code.", ("reference-exists",)),
            Clause(
                "R133",
                "A completed milestone stays complete, and in the history.",
                ("complete-stays-complete",),
            ),
        ),
    ),
)
"""The parts of the manual on scrutiny and after."""
