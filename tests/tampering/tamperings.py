"""Every tampering, on a branch of its own upon the honest year."""

from collections.abc import Callable

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
    copied,
    deleted,
    edit,
    moved,
)
from tests.tampering.texts import (
    BINS_2025_CHECKED,
    CORRECTED,
    COUNCIL,
    PLAY,
    POLICY,
    Q4,
    Q4_CHECKED,
    STREETS,
    TREES,
    A,
)

Tampering = Callable[[Repository, str], None]
"""Commits on a branch that was begun for it; the last commit is known by its name."""


def branch_of(name: str) -> str:
    """The branch of a tampering."""
    return f"tamper/{name.replace(' ', '-')}"


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

SUPPRESSED = "  - {period: 2024-25, target: 99, state: suppressed, reason: So few.}\n"
PAUSED = "publication: {paused: [{from: 2025-04-08, to: 2025-06-20, reason: An election.}]}\n"

TAMPERINGS: dict[str, Tampering] = {
    "a value nudged to green": one_commit(CEDAR, NUDGE),
    "a revision that misquotes": one_commit(
        CEDAR, NUDGE, edit(STREETS, ("    checked: {on: 2024-04-08}\n", MISQUOTED))
    ),
    "a target lowered": one_commit(CEDAR, edit(STREETS, ("target: 99", "target: 94"))),
    "a target of next year lowered again": one_commit(
        CEDAR, edit(A, ("target: 94\n", "target: 92\n"))
    ),
    "a figure put off": one_commit(
        CEDAR, edit(STREETS, ("on: 2025-04-08}\n", "on: 2025-04-08}\n    released: 2025-06-30\n"))
    ),
    "a day of publication moved": one_commit(
        CEDAR, edit(STREETS, ("released: 2024-05-15", "released: 2024-06-15"))
    ),
    "a figure suppressed": one_commit(CEDAR, edit(STREETS, (BINS_2025_CHECKED, SUPPRESSED))),
    "a pause that reaches back": one_commit(ASH, added(POLICY, PAUSED)),
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
