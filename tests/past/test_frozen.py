"""Papers frozen at a commit: what members saw, for ever, and what was revised since (R98, R113)."""

import re
from pathlib import Path

import pytest

from tests.command import FROZEN, aboveboard, committed, copied, edit, git

PAPER = "reports/2024-11-20-scrutiny"
REVISED = """    value: 88.1
    inputs: {in_time: 37, decided: 42}
    evidence: {source: Case system report, extracted: 2025-02-01, location: Housing records}
    revisions:
      - on: 2025-02-03
        from: 90.0
        type: correction
        reason: Cases of the debt team had been left out.
        told: The Scrutiny Committee
"""
Q2 = """    value: 90.0
    inputs: {in_time: sum(in_time), decided: count(decided_on)}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council, with a paper frozen on the day of its meeting."""
    return committed(copied(tmp_path / "council"), "2024-11-20")


def commit(root: Path, day: str) -> None:
    git(root, "commit", "--quiet", "--all", "--message=A change", day=day)


def paper(root: Path, *revision: str) -> str:
    """The page of the paper, as it is built now."""
    out = root.with_name("site")
    done = aboveboard("build", *revision, "--root", root, "--out", out)
    assert done.returncode == 0, done.stderr
    return (out / f"{PAPER}.html").read_text(encoding="utf-8")


def figures(page: str) -> str:
    """Its figures: all from Background on, without the questions, which go on after the meeting."""
    start = page.index('<section aria-labelledby="background">')
    end = page.index("</main>")
    questions = r'<section aria-labelledby="questions">.*?</section>'
    return re.sub(questions, "", page[start:end], flags=re.DOTALL)


def corrected(root: Path) -> None:
    """The figure of 2024-25 Q2 is corrected, three months after the meeting."""
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index(Q2)
    end = text.index("    calculated:", start)
    file.write_text(text[:start] + REVISED + text[end:], encoding="utf-8")
    edit(root, "calculated: {on: 2024-10-07}", "calculated: {on: 2025-02-02}")
    edit(root, "checked: {on: 2024-10-11, how", "checked: {on: 2025-02-03, how")
    commit(root, "2025-02-14")


def test_a_frozen_paper_stays_what_members_saw(root: Path) -> None:
    """Byte for byte, although a figure of it was corrected and others came in since."""
    then = paper(root)
    assert "90.0% of housing advice cases" in then
    corrected(root)
    now = paper(root)
    assert figures(now) == figures(then)
    assert figures(paper(root, FROZEN)) == figures(then)


def test_it_says_which_of_its_figures_were_revised_since(root: Path) -> None:
    """88.1 against 95 is 7.26% outwith, red; 90.0 was 5.26%, red as well."""
    assert "changed since" not in paper(root)
    corrected(root)
    now = paper(root)
    assert "1 result of this paper changed since" in now
    told = re.sub("<[^>]*>", "", now)
    assert (
        "Housing advice cases decided within five working days, 2024-25 Q2: 90.0% became 88.1%, "
        "3 February 2025. Cases of the debt team had been left out."
    ) in told
    assert "The figures are those that members saw: of 20 November 2024" in told


def test_a_draft_shows_the_figures_of_today(root: Path) -> None:
    report = root / f"{PAPER}.yaml"
    report.write_text(
        report.read_text(encoding="utf-8").replace(f"data: {FROZEN}", "data: draft"),
        encoding="utf-8",
    )
    corrected(root)
    assert "88.1% of housing advice cases" in paper(root)


def freeze_at(root: Path, name: str) -> None:
    report = root / f"{PAPER}.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(re.sub("(?m)^data: .*$", f"data: {name}", text), encoding="utf-8")
    commit(root, "2024-11-21")


def test_a_paper_can_be_frozen_at_a_commit(root: Path) -> None:
    freeze_at(root, git(root, "rev-parse", "HEAD")[:10])
    corrected(root)
    assert "90.0% of housing advice cases" in paper(root)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("release-of-may", "there is no tag or commit release-of-may"),
        # A branch moves: what it shows tomorrow is not what members saw.
        ("main", "there is no tag or commit main"),
        ("deadbeef", "there is no tag or commit deadbeef"),
    ],
)
def test_a_state_that_is_nowhere_is_a_finding_and_is_told(root: Path, name: str, why: str) -> None:
    freeze_at(root, name)
    done = aboveboard("check", "--root", root)
    assert f"frozen-data-is-known: the figures cannot be frozen at {name}: {why}." in done.stdout
    now = re.sub("<[^>]*>", "", paper(root))
    assert "Not the figures that members saw" in now
    assert f"this site cannot show that state: {why}." in now


def test_a_commit_of_another_line_is_no_state_of_this_site(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "other")
    edit(root, "value: 90.0", "value: 94.0")
    commit(root, "2024-11-21")
    git(root, "tag", "elsewhere")
    git(root, "checkout", "--quiet", "main")
    freeze_at(root, "elsewhere")
    now = re.sub("<[^>]*>", "", paper(root))
    assert "elsewhere is not part of the history of this site" in now
    assert "94%" not in now


def test_without_git_the_paper_says_that_its_state_is_not_to_be_had(tmp_path: Path) -> None:
    root = copied(tmp_path / "council")
    done = aboveboard("build", "--as-of", "2025-03-31", "--root", root, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    told = (tmp_path / "site" / f"{PAPER}.html").read_text(encoding="utf-8")
    assert "this copy of the files has no history" in told
    assert "frozen-data-is-known" not in aboveboard(
        "check", "--as-of", "2025-03-31", "--root", root
    ).stdout  # fmt: skip


def test_a_figure_that_was_suppressed_since_is_not_in_the_paper_any_more(root: Path) -> None:
    """What is known of a danger today counts, not what was known then (R152)."""
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index(Q2)
    end = text.index("  - period: 2024-25 Q3", start)
    state = "    state: suppressed\n    reason: Four households could be recognised.\n"
    file.write_text(text[:start] + state + text[end:], encoding="utf-8")
    (root / "measures" / "housing" / "advice-decided-2024-25-q2.csv").unlink()
    commit(root, "2025-02-14")
    now = re.sub("<[^>]*>", "", paper(root))
    assert "90.0%" not in figures(paper(root))
    assert "(withheld) of housing advice cases" in now
    assert "Four households could be recognised." in now
    assert "2024-25 Q2: is suppressed now." in now


def test_what_was_not_released_when_it_was_frozen_is_not_in_the_paper(tmp_path: Path) -> None:
    """2024-25 Q2 was released on 13 November; a paper frozen the day before does not know it."""
    root = committed(copied(tmp_path / "council"), "2024-11-12")
    git(root, "commit", "--quiet", "--allow-empty", "--message=Later", day="2025-02-14")
    told = re.sub("<[^>]*>", "", paper(root))
    assert "(to be published on 13 November 2024) of housing advice cases" in told


def test_a_recorded_release_counts_more_than_a_tag_that_was_moved(root: Path) -> None:
    (root / "releases.yaml").unlink()
    git(root, "commit", "--quiet", "--all", "--amend", "--message=First", day="2024-11-20")
    git(root, "tag", "--force", FROZEN)
    done = aboveboard("release", "2024-11", "--root", root)
    assert done.returncode == 0, done.stderr
    git(root, "tag", "2024-11")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Release", day="2024-11-21")
    freeze_at(root, '"2024-11"')
    corrected(root)
    git(root, "tag", "--force", "2024-11", "HEAD")
    assert "90.0% of housing advice cases" in paper(root)
