"""The story: a year of honest work on main, and branches on which somebody tampers."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.tampering.repository import (
    ASH,
    BIRCH,
    CEDAR,
    CEDAR_AT_HOME,
    DUNE,
    ELM,
    Change,
    Person,
    Repository,
    added,
    begun,
    copied,
    deleted,
    edit,
    moved,
)

COUNCIL = Path(__file__).parent / "council"
A = "measures/parks/inspections.yaml"
BINS = "measures/parks/bins-emptied.yaml"
PLAY = "measures/parks/play-areas.yaml"
TREES = "commitments/gc1/m1/gc1-m1-c2.yaml"
POLICY = "council.yaml"

Q3 = """  - period: 2024-25 Q3
    target: 95
    value: 95.0
    provisional: true
    inputs: {on_time: 38, due: 40}
    calculated: {on: 2025-01-06}
"""
Q3_CHECKED = (
    "    calculated: {on: 2025-01-06}\n",
    "    calculated: {on: 2025-01-06}\n    checked: {on: 2025-01-09}\n",
)
BINS_2025 = """  - period: 2024-25
    target: 99
    value: 93.2
    inputs: {emptied: 932, all: 1000}
    evidence: {extracted: 2025-04-03}
    calculated: {on: 2025-04-04}
    action: {what: A third crew., owner: parks-manager, by: 2025-12-31}
"""
BINS_CHECKED = "    calculated: {on: 2025-04-04}\n    checked: {on: 2025-04-08}\n"
BINS_2025_CHECKED = BINS_2025.replace("    calculated: {on: 2025-04-04}\n", BINS_CHECKED)
UPDATE = """          - period: 2024-25 Q3
            status: green
            progress: Thirty trees were planted by 31 December 2024.
            planned: Ten more by 30 November 2025.
            basis:
              timescale: {green: The trees that were late are planted.}
              budget: {green: A quarter of it is left.}
              completion: {green: Thirty of 40 trees.}
            assessed: {by: parks-officer, on: 2025-01-15}
"""
OVERRIDE = """    status:
      colour: amber
      reason: Twelve sheets were still out on the day, and three of them are late.
      approved_by: director
      on: 2025-01-22
      expires: 2025-03-31
    action: {what: Collect each sheet on the day., owner: parks-officer, by: 2025-06-30}
"""
Q4 = """  - period: 2024-25 Q4
    target: 95
    value: 92.5
    inputs: {on_time: 37, due: 40}
    calculated: {on: 2025-04-10}
    action: {what: A second inspector., owner: parks-manager, by: 2025-09-30}
""".removeprefix("  - ")
Q4_CHECKED = ("{on: 2025-04-10}\n", "{on: 2025-04-10}\n    checked: {on: 2025-04-14}\n")
CORRECTED = """    inputs: {on_time: 47, due: 50}
    calculated: {on: 2025-02-05}
    action: {what: A second inspector., owner: parks-manager, by: 2025-06-30}
    revisions:
      - {on: 2025-02-10, from: 96.0, type: correction, reason: One late sheet had been counted., told: Parks SMT}
"""
Q2_RESULT = """    inputs: {on_time: 48, due: 50}
    calculated: {on: 2024-10-04}
    checked: {on: 2024-10-08}
"""
LOWERED = """  - period: 2025-26 Q1
    target: 94
    target_change:
      from: 95
      reason: Half of the play areas are being rebuilt.
      agreed: {by: parks-smt, on: 2025-03-11, reference: item 3}
"""
NOTE = """changes:
  - {on: 2025-03-18, what: [definition], why: It was read in two ways., told: Parks Senior Management Team}
"""
RETIRED = """retired:
  - {id: play-areas, on: 2025-03-25, reason: The map counts them. Figures up to 2023-24 are in the annual report.}
"""
HEAVY = '  - {from: 2025-04-01, green_up_to: 1.99, amber_up_to: 3.99, adopted_by: "Example Council, 11 March 2025, item 2"}\n'


Tampering = Callable[[Repository, str], None]
"""Commits on a branch that was begun for it; the last commit is known by its name."""


def told(root: Path) -> Repository:
    """Builds the whole repository in a new folder: main, and a branch for each tampering."""
    made = begun(root)
    _first(made)
    _autumn(made)
    _winter(made)
    _spring(made)
    for name, tampering in TAMPERINGS.items():
        made.branch(branch_of(name))
        tampering(made, name)
        made.git("switch", "--quiet", "main")
    return made


def branch_of(name: str) -> str:
    """The branch of a tampering."""
    return f"tamper/{name.replace(' ', '-')}"


def _first(made: Repository) -> None:
    shutil.copytree(COUNCIL, made.root, dirs_exist_ok=True)
    made.commit("First figures", ASH, "2024-11-04")
    mailmap = f"{CEDAR.name} <{CEDAR.address}> {CEDAR_AT_HOME.name} <{CEDAR_AT_HOME.address}>\n"
    made.commit("Names and addresses", ASH, "2024-11-05", added(".mailmap", mailmap))
    made.git(
        "tag", "--annotate", "--message=Published in November", "v2024-11", who=ASH, on="2024-11-06"
    )


def _autumn(made: Repository) -> None:
    """Texts and people."""
    made.commit(
        "A clearer text",
        CEDAR,
        "2024-11-12",
        edit(A, ("A broken swing that nobody", "A broken swing nobody")),
    )
    made.commit(
        "Where the sheets are kept",
        CEDAR,
        "2024-11-19",
        edit(
            A,
            (
                "evidence: {source: Inspection sheets}",
                "evidence: {source: Inspection sheets, location: Parks office}",
            ),
        ),
    )
    holder = "holders: [{identity: cedar@example.org, from: 2020-04-01}]"
    other = "holders: [{identity: cedar@example.org, from: 2020-04-01}, {identity: elm@example.org, from: 2024-12-02}]"
    made.commit("Elm joins the parks officers", ASH, "2024-12-02", edit(POLICY, (holder, other)))
    made.commit(
        "Another backup",
        BIRCH,
        "2024-12-10",
        edit(PLAY, ("backup: parks-officer", "backup: play-officer")),
        edit(PLAY, ("owner: parks-manager", "owner: director")),
    )


def _winter(made: Repository) -> None:
    """The figures of the third quarter, on branches: merged, squashed and rebased."""
    made.branch("q3")
    made.commit("Inspections in 2024-25 Q3", CEDAR, "2025-01-06", added(A, Q3))
    made.commit(
        "Q3 checked",
        DUNE,
        "2025-01-09",
        edit(A, Q3_CHECKED),
        body="Reviewed-by: Dune Example <dune@example.org>",
    )
    made.merge("q3", BIRCH, "2025-01-10")
    made.branch("trees")
    made.commit("Trees in 2024-25 Q3", ELM, "2025-01-15", added(TREES, UPDATE))
    checked = "            checked: {by: analyst, on: 2025-01-20, how: Counted the trees on the planting sheets.}\n"
    made.commit("Trees checked", DUNE, "2025-01-20", added(TREES, checked))
    _squashed(
        made,
        "trees",
        BIRCH,
        "2025-01-21",
        body="Co-authored-by: Elm Example <elm@example.org>\nCo-authored-by: Dune Example <dune@example.org>",
    )
    made.branch("override")
    made.commit("Amber for Q3", BIRCH, "2025-01-22", added(A, OVERRIDE))
    made.git("switch", "--quiet", "main")
    made.commit(
        "A commentary",
        CEDAR,
        "2025-01-23",
        edit(
            BINS,
            (
                "    action: {what: A second crew.",
                "    commentary: The second lorry was off the road.\n    action: {what: A second crew.",
            ),
        ),
    )
    _rebased(made, "override", BIRCH, "2025-01-24")


def _squashed(made: Repository, name: str, who: Person, on: str, body: str) -> None:
    """The branch as one commit on main, as hosts of git do it."""
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--squash", name)
    made.commit(f"Squash {name}", who, on, body=body)


def _rebased(made: Repository, name: str, who: Person, on: str) -> None:
    """The branch written anew upon main: its authors' dates stay, those of the committer do not."""
    made.git("switch", "--quiet", name)
    made.git("rebase", "--quiet", "main", who=who, on=on)
    made.git("switch", "--quiet", "main")
    made.git("merge", "--quiet", "--ff-only", name)
    made.keep(f"Rebase {name}")


def _spring(made: Repository) -> None:
    """Corrections, decisions, and what is given up; each told in the file."""
    made.branch("correction")
    made.commit(
        "Q2 corrected",
        CEDAR,
        "2025-02-06",
        edit(A, ("value: 96.0\n" + Q2_RESULT, "value: 94.0\n" + CORRECTED)),
    )
    work = "    calculated: {on: 2025-02-05}\n"
    check = f"{work}    checked: {{on: 2025-02-07}}\n"
    made.commit("Q2 checked again", DUNE, "2025-02-07", edit(A, (work, check)))
    made.merge("correction", BIRCH, "2025-02-10")
    made.commit("Q3 is final", CEDAR, "2025-02-12", edit(A, ("    provisional: true\n", "")))
    made.commit(
        "The trees come sooner",
        BIRCH,
        "2025-02-18",
        edit(TREES, ("due: 2025-11-30", "due: 2025-10-31")),
    )
    made.commit(
        "Bands from April",
        ASH,
        "2025-03-12",
        edit(POLICY, ('February 2020, item 9"}\n', 'February 2020, item 9"}\n' + HEAVY)),
    )
    made.commit(
        "Next year's target",
        CEDAR,
        "2025-03-13",
        added(A, "  - {period: 2024-25 Q4, target: 95}\n" + LOWERED),
    )
    made.commit(
        "A definition with its note",
        CEDAR,
        "2025-03-18",
        edit(A, ("took place in its month.", "took place in its month, or a week later.")),
        added(A, NOTE),
    )
    made.commit(
        "Agreed again",
        BIRCH,
        "2025-03-19",
        edit(A, ("on: 2024-03-19, reference: item 3", "on: 2025-03-18, reference: item 2")),
    )
    made.commit(
        "The override is approved again",
        ASH,
        "2025-03-21",
        edit(
            A,
            (
                "on: 2025-01-22\n      expires: 2025-03-31",
                "on: 2025-03-20\n      expires: 2025-06-30",
            ),
        ),
    )
    made.commit(
        "Play areas are retired", BIRCH, "2025-03-25", deleted(PLAY), added(POLICY, RETIRED)
    )
    made.commit(
        "Bins go to Streets",
        BIRCH,
        "2025-03-26",
        moved(BINS, BINS.replace("parks", "streets")),
        edit(BINS.replace("parks", "streets"), ("service: parks", "service: streets")),
    )
    made.branch("bins")
    made.commit("Bins in 2024-25", CEDAR, "2025-04-07", added(STREETS, BINS_2025))
    checked = edit(STREETS, ("    calculated: {on: 2025-04-04}\n", BINS_CHECKED))
    made.commit("Bins checked", DUNE, "2025-04-08", checked)
    made.merge("bins", BIRCH, "2025-04-09")
    made.commit(
        "The trees stand",
        ELM,
        "2025-04-10",
        edit(TREES, ("state: current", "state: complete\n        completed: 2025-04-08")),
    )
    made.git(
        "tag", "--annotate", "--message=Published in April", "v2025-04", who=ASH, on="2025-04-11"
    )


def one_commit(who: Person, *changes: Change, on: str = "2025-04-14") -> Tampering:
    """A tampering of one commit."""

    def tamper(made: Repository, name: str) -> None:
        made.commit(name, who, on, *changes)

    return tamper


def _in_a_squash(made: Repository, name: str) -> None:
    """A nudge among honest texts, as one commit."""
    inner = f"{branch_of(name)}-inner"
    made.branch(inner)
    made.commit(
        "Texts of the bins",
        CEDAR,
        "2025-04-14",
        edit(STREETS, ("spoils a walk", "spoils any walk")),
    )
    made.commit("More texts of the bins", CEDAR, "2025-04-14", NUDGE)
    made.commit(
        "Last texts of the bins",
        CEDAR,
        "2025-04-15",
        edit(A, ("can hurt a child", "may hurt a child")),
    )
    made.git("switch", "--quiet", branch_of(name))
    made.git("merge", "--quiet", "--squash", inner)
    made.commit(name, BIRCH, "2025-04-15")


def _in_a_rebase(made: Repository, name: str) -> None:
    """A nudge made before the last figures were published, written anew upon them."""
    inner = f"{branch_of(name)}-inner"
    made.branch(inner, "main~2")
    made.commit("Bins read again", CEDAR, "2025-04-08", NUDGE)
    made.git("rebase", "--quiet", branch_of(name), who=BIRCH, on="2025-04-14")
    made.git("switch", "--quiet", branch_of(name))
    made.git("merge", "--quiet", "--ff-only", inner)
    made.keep(name)


def _in_a_merge(made: Repository, name: str) -> None:
    """A merge that changes a figure which neither of its sides changed."""
    inner = f"{branch_of(name)}-inner"
    made.branch(inner)
    made.commit(
        "A text of the bins",
        CEDAR,
        "2025-04-14",
        edit(STREETS, ("spoils a walk", "spoils every walk")),
    )
    made.git("switch", "--quiet", branch_of(name))
    made.git("merge", "--quiet", "--no-ff", "--no-commit", inner)
    made.commit(name, BIRCH, "2025-04-15", NUDGE)


def _fourth_quarter(made: Repository, name: str, body: str = "") -> None:
    """A first figure, which nobody has checked yet."""
    figure = edit(A, ("{period: 2024-25 Q4, target: 95}\n", Q4))
    made.commit(
        f"{name}: the figure",
        CEDAR,
        "2025-04-14",
        figure,
        body=body,
    )


def _own_check(made: Repository, name: str) -> None:
    """Cedar writes a figure, and its check under another address and the analyst's role."""
    _fourth_quarter(made, name)
    made.commit(name, CEDAR_AT_HOME, "2025-04-15", edit(A, Q4_CHECKED))


def _check_by_a_co_author(made: Repository, name: str) -> None:
    """Dune writes the figure together with Cedar, and then its check."""
    _fourth_quarter(made, name, body=f"Co-authored-by: {DUNE.name} <{DUNE.address}>")
    made.commit(name, DUNE, "2025-04-15", edit(A, Q4_CHECKED))


def _changed_after_its_check(made: Repository, name: str) -> None:
    """A figure that was checked before it was published, and then became another one."""
    _fourth_quarter(made, name)
    made.commit(f"{name}: the check", DUNE, "2025-04-15", edit(A, Q4_CHECKED))
    other = edit(
        A, ("value: 92.5", "value: 97.5"), ("on_time: 37, due: 40", "on_time: 39, due: 40")
    )
    made.commit(name, CEDAR, "2025-04-16", other)


def _rewritten(made: Repository, name: str) -> None:
    """The past itself made anew: another figure in the commit that published it, then all since."""
    start = made.named["Bins in 2024-25"]
    made.git("reset", "--quiet", "--hard", f"{start}^")
    line = BINS_2025_CHECKED.replace("value: 93.2", "value: 98.1").replace(
        "emptied: 932", "emptied: 981"
    )
    without_action = line[: line.index("    action:")]
    made.commit("Bins in 2024-25, rewritten", CEDAR, "2025-04-07", added(STREETS, without_action))
    made.git("cherry-pick", made.named["The trees stand"], who=ELM, on="2025-04-10")
    made.keep(name)


def _dated_back(made: Repository, name: str) -> None:
    """A check that claims to be from before publication, in a commit that claims it too."""
    made.commit(name, DUNE, "2025-01-08", edit(A, ("can hurt a child", "may hurt a child")))


def _written_long_before(made: Repository, name: str) -> None:
    """An author's date of half a year ago, in a commit of today."""
    change = edit(A, ("can hurt a child", "may hurt a child"))
    made.commit(name, DUNE, "2025-04-14", change, GIT_AUTHOR_DATE="2024-10-08T12:00:00+00:00")


STREETS = BINS.replace("parks", "streets")
NUDGE = edit(STREETS, ("value: 94.0", "value: 97.0"), ("emptied: 940", "emptied: 970"))
OTHER_MEASURE = edit(
    STREETS,
    ("title: Bins emptied on their day", "title: Lamps mended in a week"),
    ("definition: Bins that were emptied on their day.", "definition: Lamps mended in a week."),
    ("value: 94.0", "value: 96.0"),
    ("emptied: 940", "emptied: 960"),
    ("value: 93.2", "value: 98.1"),
    ("emptied: 932", "emptied: 981"),
)
OFF = """policy:
  published-figure-has-its-revision: {severity: "off", reason: Not this month.}
  changed-figure-is-checked-again: {severity: "off", reason: Not this month.}
"""
REVISION = CORRECTED[CORRECTED.index("    revisions:") :]
MISQUOTED = """    checked: {on: 2025-04-14}
    revisions:
      - {on: 2025-04-14, from: 96.5, type: correction, reason: A slip., told: Parks SMT}
"""

TAMPERINGS: dict[str, Tampering] = {
    "a value nudged to green": one_commit(CEDAR, NUDGE),
    "a revision that misquotes": one_commit(
        CEDAR, NUDGE, edit(STREETS, ("    checked: {on: 2024-04-08}\n", MISQUOTED))
    ),
    "a target lowered": one_commit(CEDAR, edit(STREETS, ("target: 99", "target: 94"))),
    "a target of next year lowered again": one_commit(
        CEDAR, edit(A, ("target: 94\n", "target: 92\n"))
    ),
    "a period deleted": one_commit(CEDAR, edit(STREETS, (BINS_2025_CHECKED, ""))),
    "a measure deleted": one_commit(CEDAR, deleted(STREETS)),
    "a milestone deleted": one_commit(
        ELM,
        edit(
            "commitments/gc1/m1/gc1-m1-c1.yaml",
            (
                "    milestones:\n      - {id: play-areas-renewed, title: Renew two play areas, lead_service: parks, due: 2025-10-31, done_when: Both have passed inspection and are open., state: current}\n",
                "    milestones: []\n    no_milestones: There is nothing to see yet.\n",
            ),
        ),
    ),
    "an id changed": one_commit(
        CEDAR,
        moved(A, "measures/parks/checks.yaml"),
        edit("measures/parks/checks.yaml", ("id: inspections", "id: checks")),
    ),
    "an id that means something else": one_commit(CEDAR, OTHER_MEASURE),
    "a retired id used again": one_commit(CEDAR, copied(COUNCIL / PLAY, PLAY)),
    "a revision taken out": one_commit(CEDAR, edit(A, (REVISION, ""))),
    "a check dated back": one_commit(
        CEDAR, edit(A, ("checked: {on: 2025-01-09}", "checked: {on: 2025-01-07}"))
    ),
    "a check taken out": one_commit(CEDAR, edit(A, ("    checked: {on: 2025-01-09}\n", ""))),
    "every check by another": one_commit(
        CEDAR, edit(A, ("checked: {by: analyst", "checked: {by: director"))
    ),
    "an agreement dated back": one_commit(
        BIRCH, edit(A, ("on: 2025-03-18, reference", "on: 2023-03-18, reference"))
    ),
    "a definition changed": one_commit(
        CEDAR, edit(STREETS, ("emptied on their day.", "emptied in their week."))
    ),
    "bands widened": one_commit(ASH, edit(POLICY, ("amber_up_to: 4.99", "amber_up_to: 9.99"))),
    "a due date put off": one_commit(
        ELM, edit("commitments/gc1/m1/gc1-m1-c1.yaml", ("due: 2025-10-31", "due: 2026-10-31"))
    ),
    "an update rewritten": one_commit(
        ELM,
        edit(
            TREES,
            ("status: amber", "status: green"),
            (
                "timescale: {amber: The nursery delivered a month late.}",
                "timescale: {green: On time.}",
            ),
        ),
    ),
    "an override extended": one_commit(
        BIRCH, edit(A, ("expires: 2025-06-30", "expires: 2025-12-31"))
    ),
    "a rule switched off for its own change": one_commit(
        CEDAR, NUDGE, edit(POLICY, ("policy:\n", OFF))
    ),
    "a nudge in a squash": _in_a_squash,
    "a nudge in a rebase": _in_a_rebase,
    "a nudge in a merge": _in_a_merge,
    "a check of one's own figure": _own_check,
    "a check by a co-author": _check_by_a_co_author,
    "a figure changed after its check": _changed_after_its_check,
    "a past made anew": _rewritten,
    "a commit dated back": _dated_back,
    "a commit written long before": _written_long_before,
}
"""Every tampering, by its name. What must be reported of each stands in test_tampering.py."""
