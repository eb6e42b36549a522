"""A year of honest work on the main branch."""

import shutil

from tests.tampering.repository import (
    ASH,
    BIRCH,
    CEDAR,
    CEDAR_AT_HOME,
    DUNE,
    ELM,
    Person,
    Repository,
    added,
    deleted,
    edit,
    moved,
)
from tests.tampering.texts import (
    BINS,
    BINS_2025,
    BINS_CHECKED,
    CORRECTED,
    COUNCIL,
    HEAVY,
    LOWERED,
    NOTE,
    OVERRIDE,
    PLAY,
    POLICY,
    Q2_RESULT,
    Q3,
    Q3_CHECKED,
    RETIRED,
    STREETS,
    TREES,
    UPDATE,
    A,
)


def year(made: Repository) -> None:
    """Every honest commit, from the first figures to the publication in April."""
    _first(made)
    _autumn(made)
    _winter(made)
    _spring(made)


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
