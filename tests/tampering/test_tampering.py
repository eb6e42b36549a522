"""Every tampering is reported, by the rule or the sentence that this table names; nobody honest is accused."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from generator.loading.load import load
from generator.model.finding import Finding
from generator.model.words import CheckOutcome
from generator.past.read import read_past
from generator.past.revision import Tree, tree
from generator.resources import schemas
from generator.rules.over_time.commits import DateFault, commit_date_faults
from generator.rules.second_check import SecondCheck, second_check
from generator.since import Sides, findings_since
from generator.state import read_state
from tests.command import aboveboard, git, run
from tests.tampering.repository import Repository
from tests.tampering.tamperings import TAMPERINGS, branch_of
from tests.tampering.texts import A

DAY = date(2025, 4, 30)
"""A day on which every figure of the story is due or reported."""

FIGURE = ("changed-figure-is-checked-again", "published-figure-has-its-revision")

IN_SIGHT = ("published-figure-stays-in-sight",)

OVER_TIME: dict[str, tuple[str, ...]] = {
    "a value nudged to green": FIGURE,
    "a revision that misquotes": ("revision-names-the-old-figure",),
    "a target lowered": ("target-changes-with-its-reason",),
    "a target of next year lowered again": ("target-changes-with-its-reason",),
    "a figure put off": IN_SIGHT,
    "a day of publication moved": IN_SIGHT,
    "a figure suppressed": IN_SIGHT,
    "a pause that reaches back": IN_SIGHT,
    "a period deleted": ("nothing-published-is-deleted",),
    "a measure deleted": ("nothing-published-is-deleted",),
    "a milestone deleted": ("nothing-published-is-deleted",),
    "an id changed": ("nothing-published-is-deleted",),
    "an id that means something else": (
        *FIGURE,
        "definition-changes-with-a-note",
        "id-keeps-its-meaning",
    ),
    "a revision taken out": ("revision-stays",),
    "a check dated back": ("check-stays",),
    "a check taken out": ("check-stays",),
    "every check by another": ("check-stays",),
    "an agreement dated back": ("approval-stays",),
    "a definition changed": ("definition-changes-with-a-note",),
    "bands widened": ("bands-in-force-stay",),
    "a due date put off": ("milestone-changes-with-a-note",),
    "an update rewritten": ("judgement-changes-with-a-note",),
    "an override extended": ("override-is-not-extended",),
    "a rule switched off for its own change": FIGURE,
    "a nudge in a squash": FIGURE,
    "a nudge in a rebase": FIGURE,
    "a nudge in a merge": FIGURE,
}
"""What `check --since main` says of the branch of each: these rules and no others over time."""

ONE_STATE = {"a retired id used again": "retired-id-is-not-used"}
"""What the check of one state of the files says."""

DATES = {
    "a commit dated back": "is dated 8 January 2025, but follows",
    "a commit written long before": "says that it was written on 8 October 2024, but was committed",
}
"""What is said of the dates of the commits."""

SECOND_CHECKS = {
    "a check of one's own figure": "Who wrote the figure wrote down its check: history shows nobody else.",
    "a check by a co-author": "Who wrote the figure wrote down its check: history shows nobody else.",
    "a figure changed after its check": "The figure was changed after its check, on 16 April 2025.",
}
"""What the history says of the second check of the new figure: it is missing."""

REWRITTEN = {
    "a past made anew": "value was 93.2% and is now 98.1%. No revision says why.",
}
"""What `changes` tells between the main branch that somebody kept and the one that is shown now."""


def over_time(story: Repository, before: str, now: str) -> tuple[Finding, ...]:
    """What the rules over time say of a commit beside an earlier one."""
    old, new = tree(story.root, before), tree(story.root, now)
    sides = Sides(commit=before, on=old.on, before=old, now=new)
    return findings_since(sides, differing(old, new), schemas(), DAY).findings


def differing(old: Tree, new: Tree) -> set[str]:
    every = {*old.blobs, *new.blobs}
    return {one for one in every if old.blobs.get(one) != new.blobs.get(one)}


def rules(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(sorted({one.rule for one in findings}))


def second_checks(story: Repository, tip: str) -> dict[tuple[str, str], SecondCheck]:
    """What the history says of the second check of each figure that needs one."""
    past = read_past(story.root, tip)
    files = load(tree(story.root, tip), schemas()).catalogue
    assert files
    every = {
        (one.path, entry.period.label): second_check(one, entry, past, files.council)
        for one in files.measures
        for entry in one.periods
    }
    return {key: found for key, found in every.items() if found}


def cloned(story: Repository, name: str, to: Path) -> Path:
    """A copy of the repository, in which a commit of the story is checked out."""
    git(story.root, "clone", "--quiet", f"file://{story.root}", str(to))
    git(to, "checkout", "--quiet", "-B", "here", story.named[name])
    return to


def dates(story: Repository, tip: str) -> list[DateFault]:
    return list(commit_date_faults(read_past(story.root, tip).commits.values()))


def test_the_story_has_some_forty_commits_by_five_people(story: Repository) -> None:
    commits = story.git("rev-list", "--all").split()
    people = set(story.git("log", "--all", "--format=%aN").split("\n"))
    assert 40 <= len(commits) <= 80
    assert len(people) == 5


def test_every_tampering_has_something_that_must_be_reported() -> None:
    tables = (OVER_TIME, ONE_STATE, DATES, SECOND_CHECKS, REWRITTEN)
    assert {name for table in tables for name in table} == set(TAMPERINGS)


@pytest.mark.parametrize("name", OVER_TIME)
def test_a_tampering_is_reported_against_the_main_branch(story: Repository, name: str) -> None:
    found = over_time(story, story.git("rev-parse", "main"), story.named[name])
    assert rules(found) == tuple(sorted(OVER_TIME[name]))
    assert all(story.git("rev-parse", "main")[:12] in one.message for one in found)


@pytest.mark.parametrize("name", ONE_STATE)
def test_a_tampering_is_reported_by_the_files_alone(story: Repository, name: str) -> None:
    state = read_state(tree(story.root, story.named[name]), schemas(), DAY)
    assert ONE_STATE[name] in {one.rule for one in state.findings}


@pytest.mark.parametrize("name", DATES)
def test_an_edited_date_is_reported_with_its_commit(story: Repository, name: str) -> None:
    (fault,) = dates(story, story.named[name])
    assert fault.commit.id == story.named[name]
    assert DATES[name] in fault.sentence


@pytest.mark.parametrize("name", DATES)
def test_an_edited_date_is_listed_by_the_audit_and_on_the_page(
    story: Repository, name: str, tmp_path: Path
) -> None:
    root, site = cloned(story, name, tmp_path / "clone"), tmp_path / "site"
    told = aboveboard("audit", "--root", root)
    assert DATES[name] in told.stdout
    assert aboveboard("build", "--root", root, "--out", site).returncode == 0
    assert DATES[name] in (site / "assurance.html").read_text("utf-8")


def test_a_tag_that_was_moved_is_named(story: Repository, tmp_path: Path) -> None:
    """R98: the release keeps the commit that was published, and the tag must still point there."""
    root = cloned(story, "Merge q3", tmp_path / "clone")
    assert aboveboard("release", "2025-01", "--root", root).returncode == 0
    git(root, "tag", "2025-01", day="2025-02-01")
    git(root, "add", "releases.yaml")
    git(root, "commit", "--quiet", "--message=Release 2025-01", day="2025-02-01")
    verify = ("verify", "--releases", "--root", root)
    assert aboveboard(*verify).returncode == 0
    git(root, "tag", "--force", "2025-01", "HEAD")
    done = aboveboard(*verify)
    assert done.returncode == 1
    assert "release 2025-01: the tag was moved, to " in done.stdout


def test_no_honest_commit_is_accused_beside_the_one_before_it(story: Repository) -> None:
    for before, now in story.first_parents():
        told = story.git("log", "-1", "--format=%s", now)
        assert over_time(story, before, now) == (), told


def test_no_honest_commit_on_a_branch_is_accused(story: Repository) -> None:
    for name in ("q3", "trees", "override"):
        start = story.git("merge-base", f"{name}", "v2024-11")
        line = story.git("rev-list", "--reverse", f"{start}..{name}").split()
        for before, now in pairwise((start, *line)):
            assert over_time(story, before, now) == ()


def test_the_year_as_a_whole_is_honest(story: Repository) -> None:
    """From one publication to the next, as an auditor compares two tags."""
    assert over_time(story, "v2024-11", "v2025-04") == ()


def test_no_honest_state_has_an_error(story: Repository) -> None:
    for commit in story.git("rev-list", "--first-parent", "main").split():
        here = tree(story.root, commit)
        found = read_state(here, schemas(), here.on).findings
        assert [one for one in found if one.severity == "error"] == [], commit


def test_no_honest_date_is_doubted(story: Repository) -> None:
    assert dates(story, "main") == []


@pytest.mark.parametrize("name", SECOND_CHECKS)
def test_a_check_that_nobody_else_made_is_missing(story: Repository, name: str) -> None:
    """R114: under a second address, as a co-author, or before the figure was what it is."""
    assert rules(over_time(story, "main", story.named[name])) == ()
    found = second_checks(story, story.named[name])[A, "2024-25 Q4"]
    assert found.outcome is CheckOutcome.MISSING
    assert found.sentence == SECOND_CHECKS[name]


def test_no_honest_check_is_missing(story: Repository) -> None:
    """None is proven either: nobody in the story signs."""
    outcomes = {key: one.outcome for key, one in second_checks(story, "main").items()}
    assert len(outcomes) == 4
    assert set(outcomes.values()) == {CheckOutcome.ASSERTED}


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_past_that_was_made_anew_shows_beside_the_one_that_was_kept(
    story: Repository, name: str
) -> None:
    """Nothing is published where both pasts part, so that the rules over time have nothing to say."""
    kept = story.git("rev-parse", "main")
    ancestor = run("git", "merge-base", "--is-ancestor", kept, story.named[name], cwd=story.root)
    assert ancestor.returncode == 1
    told = aboveboard("changes", kept, story.named[name], "--root", story.root)
    assert REWRITTEN[name] in told.stdout


def test_a_page_that_was_edited_by_hand_is_named(story: Repository, tmp_path: Path) -> None:
    """R98, R158."""
    site = tmp_path / "site"
    built = aboveboard("build", "v2025-04", "--root", story.root, "--out", site)
    assert built.returncode == 0, built.stdout
    verify = ("verify", "v2025-04", "--root", story.root, "--site", site)
    assert aboveboard(*verify).returncode == 0
    page = site / "measures" / "bins-emptied.html"
    page.write_text(page.read_text("utf-8").replace("93.2%", "98.1%"), encoding="utf-8")
    done = aboveboard(*verify)
    assert done.returncode == 1
    assert "measures/bins-emptied.html is not what the files give" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 difference: ")


@pytest.mark.parametrize("name", sorted({*TAMPERINGS} - {*REWRITTEN}))
def test_a_tampering_stands_on_the_published_state(story: Repository, name: str) -> None:
    """Each is told of alone: its branch begins where main ends."""
    assert story.git("merge-base", "main", branch_of(name)) == story.git("rev-parse", "main")
