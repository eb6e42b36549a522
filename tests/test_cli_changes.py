"""The command that tells a reviewer what a change does, on real repositories."""

import json
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.command import DAY, aboveboard, committed, copied, edit, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council with one commit."""
    return committed(copied(tmp_path / "council"))


def test_a_changed_figure_is_told_with_what_the_check_says_of_it(root: Path) -> None:
    edit(root, "value: 96.0", "value: 97.0")
    done = aboveboard("changes", "HEAD", *DAY, "--root", root)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0].endswith("to the files in this folder")
    assert lines[2:4] == [
        "Published figures changed without a revision",
        ("  advice-decided 2023-24 Q2: value was 96.0% and is now 97.0%. No revision says why."),
    ]
    assert lines[-1] == "1 published figure without a revision and 3 new findings."


def test_two_commits_are_compared_without_the_files_of_the_folder(root: Path) -> None:
    edit(root, "value: 96.0", "value: 97.0")
    git(root, "commit", "--quiet", "--all", "--message=Change")
    edit(root, "value: 97.0", "value: 98.0")
    done = aboveboard("changes", "HEAD~1", "HEAD", "--root", root, "--format", "json")
    told = json.loads(done.stdout)
    (one,) = [one for one in told["changes"] if one["kind"] == "value"]
    assert (one["before"], one["after"], one["weight"]) == ("96.0%", "97.0%", "unexplained")
    assert [finding["rule"] for finding in told["broken"]] == [
        "published-figure-has-its-revision",
        "changed-figure-is-checked-again",
        "value-is-recalculated",
    ]


def test_nothing_is_told_where_nothing_differs(root: Path) -> None:
    done = aboveboard("changes", "HEAD", "HEAD", "--root", root)
    assert done.stdout.splitlines()[-1] == "Nothing that is published differs."


def test_a_comment_says_first_what_stops_the_change(root: Path) -> None:
    edit(root, "value: 96.0", "value: 97.0")
    edit(root, "title: ", "title: <script>alert(1)</script> | ")
    done = aboveboard("changes", "HEAD", *DAY, "--root", root, "--format", "markdown")
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(done.stdout)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    heads = [line.removeprefix("### ") for line in done.stdout.splitlines() if line[:4] == "### "]
    assert heads == ["What stops it", "Figures", "Everything else"]
    assert html.count("<tr>") == (1 + 3) + (1 + 1) + (1 + 1)
    assert "<strong>Not ready.</strong> The check stops it for 3 reasons." in html
    assert "1 published figure changes without a revision." in html


def test_a_comment_shows_the_worst_of_many_and_counts_the_rest(root: Path) -> None:
    file = root / "measures/housing/advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("target: 95\n", "target: 60\n"), encoding="utf-8")
    (root / "measures/parks/bandstand-open.yaml").unlink()
    (root / "measures/care/homecare-wait.yaml").unlink()
    (root / "measures/leisure/pool-temperature.yaml").unlink()
    (root / "measures/parks/parks-satisfaction.yaml").unlink()
    done = aboveboard("changes", "HEAD", *DAY, "--root", root, "--format", "markdown")
    stops = done.stdout.partition("### What stops it")[2].partition("### ")[0]
    assert stops.count("\n| ") == 1 + 10
    assert "more: run `aboveboard changes` to see all." in stops


def test_a_revision_is_told_with_its_reason_in_the_row_of_its_figure(tmp_path: Path) -> None:
    root = copied(tmp_path / "council")
    advice = root / "measures/housing/advice-decided.yaml"
    whole = advice.read_text(encoding="utf-8")
    begin = whole.index("    revisions:\n")
    end = whole.index("  - period: 2024-25 Q2")
    before = whole[:begin] + whole[end:]
    advice.write_text(before.replace("value: 88.1", "value: 92.9"), encoding="utf-8")
    committed(root)
    advice.write_text(whole, encoding="utf-8")
    done = aboveboard("changes", "HEAD", *DAY, "--root", root, "--format", "markdown")
    figures = done.stdout.partition("### Figures")[2].partition("### ")[0]
    assert (
        "| 92.9% | 88.1% | Correction: Two cases were counted as in time that were six days old. Told: "
        "Housing Senior Management Team and the Scrutiny Committee. |"
    ) in figures


def test_a_figure_stands_beside_its_inputs_and_its_check(tmp_path: Path) -> None:
    """The reviewer of a new quarter sees in one row what to repeat, and who is said to have done so."""
    root = committed(copied(tmp_path / "council"))
    edit(root, "inputs: {in_time: 43, decided: 46}", "inputs: {in_time: 44, decided: 46}")
    edit(root, "value: 93.5", "value: 95.7")
    advice = root / "measures/housing/advice-decided.yaml"
    last = "  - period: 2024-25 Q4\n    target: 95\n"
    quarter = (
        "    value: 95.7\n    inputs: {in_time: 44, decided: 46}\n    evidence: {extracted: 2025-04-04}\n"
        "    calculated: {on: 2025-04-07}\n    checked: {on: 2025-04-10}\n"
    )
    whole = advice.read_text(encoding="utf-8")
    advice.write_text(whole.replace(last, last + quarter), encoding="utf-8")
    done = aboveboard("changes", "HEAD", *DAY, "--root", root, "--format", "markdown")
    figures = done.stdout.partition("### Figures")[2].partition("### ")[0]
    assert "| 93.5% | 95.7% | No revision says why. | Inputs, in time: 43, now 44. |" in figures
    assert "| no figure | 95.7% |  | Inputs: in\\_time 44, decided 46. Calculated: by " in figures
    assert "Checked: by performance-analyst, on 10 April 2025, how Counted the cases" in figures
    assert "| not yet due | green |" in done.stdout


def test_a_revision_that_git_does_not_know_is_misuse(root: Path) -> None:
    done = aboveboard("changes", "mian", "--root", root)
    assert done.returncode == 2
    assert "git knows no mian here. Did you mean main?" in done.stderr


def test_a_state_that_cannot_be_read_is_told_and_not_compared(root: Path) -> None:
    (root / "council.yaml").write_text("name: [", encoding="utf-8")
    done = aboveboard("changes", "HEAD", "--root", root)
    assert done.returncode == 1
    assert "cannot be compared: its council or plan cannot be read." in done.stderr


def test_a_link_in_a_commit_leads_nowhere(root: Path) -> None:
    """What git holds of a link is the way that it leads, which is no content."""
    secret = root.parent / "secret.yaml"
    secret.write_text("id: secret\n", encoding="utf-8")
    (root / "measures" / "parks" / "secret.yaml").symlink_to(secret)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Link")
    done = aboveboard("changes", "HEAD~1", "HEAD", "--root", root)
    assert done.stdout.splitlines()[-1] == "Nothing that is published differs."


def test_the_content_may_lie_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    inner = copied(tmp_path / "all" / "content")
    committed(tmp_path / "all")
    edit(inner, "value: 96.0", "value: 97.0")
    done = aboveboard("changes", "HEAD", *DAY, "--root", inner)
    assert "value was 96.0% and is now 97.0%" in done.stdout
