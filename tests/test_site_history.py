"""The history sections of a site that is built from a real repository, and what they leave out."""

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest

from tests.command import DAY, aboveboard, committed, copied
from tests.people_of_git import Hand, replace_text

JADE = Hand("jade-example", "jade@strathbeg.example")
CEDAR = Hand("cedar-example", "cedar@strathbeg.example")
PAGE = "measures/advice-decided.html"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository that began with the made-up council."""
    return committed(copied(tmp_path / "council"))


def built(root: Path, *words: str) -> Path:
    """The site of the newest commit, whatever its findings."""
    site = root.parent / "site"
    done = aboveboard("build", "--root", root, "--out", site, *(words or DAY), "--even-with-errors")
    assert done.returncode == 0, done.stderr
    return site


def rows(site: Path, page: str = PAGE) -> list[list[str]]:
    """The cells of each change that a page tells, newest first."""
    html = (site / page).read_text(encoding="utf-8")
    section = html.partition('id="history"')[2].partition("</section>")[0]
    body = section.partition("<tbody>")[2].partition("</tbody>")[0]
    parts = [re.split(r"</t[hd]>", row)[:-1] for row in body.split("</tr>")[:-1]]
    return [[unescape(re.sub("<[^>]*>", "", cell)).strip() for cell in row] for row in parts]


def test_a_page_tells_what_changed_when_by_which_role_and_links_the_commit(root: Path) -> None:
    commit = JADE.changes(root, "value: 96.0", "value: 97.0", day="2025-02-20")
    site = built(root)
    newest, first = rows(site)
    told = "2023-24 Q2, value was 96.0% and is now 97.0%."
    assert newest == ["20 February 2025", told, "Advice Analyst", commit[:12]]
    assert first[1:3] == ["The file was added.", "No role"]
    link = f'<a href="https://git.strathbeg.example/council/performance/commit/{commit}">'
    assert link in (site / PAGE).read_text(encoding="utf-8")


def test_a_commitment_has_its_history_too(root: Path) -> None:
    file = root / "commitments/gc1/m1/gc1-m1-c1.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}# a remark\n", encoding="utf-8")
    JADE.commits(root)
    told = rows(built(root), "commitments/gc1-m1-c1.html")
    assert [row[1] for row in told] == ["Nothing that is published changed.", "The file was added."]


def test_no_file_of_the_site_names_a_person_or_an_address_of_history(root: Path) -> None:
    hand = Hand("Quilla Personname", "quilla@private.example")
    hand.changes(
        root,
        "value: 96.0",
        "value: 97.0",
        "By Quilla\n\nReviewed-by: Zed Otherperson <z@y.example>",
    )
    site = built(root)
    for file in site.rglob("*"):
        if file.is_file():
            found = re.findall(
                rb"(?i)quilla|personname|private\.example|otherperson", file.read_bytes()
            )
            assert found == [], file


def test_words_that_were_taken_back_are_not_told_again(root: Path) -> None:
    """A name that was typed by mistake, and removed, is not published by the history."""
    JADE.changes(root, "commentary: Two advisers", "commentary: Zebulon and Wilma")
    JADE.changes(root, "commentary: Zebulon and Wilma", "commentary: Two advisers")
    site = built(root)
    assert [row[1] for row in rows(site)][:2] == ["Changed: commentary of 2023-24 Q4."] * 2
    assert b"Zebulon" not in (site / PAGE).read_bytes()


def test_a_period_that_is_withheld_is_told_only_to_have_changed(root: Path) -> None:
    JADE.changes(root, "value: 96.0", "value: 55.5")
    whole = "    value: 55.5\n    inputs: {in_time: 48, decided: 50}\n"
    replace_text(root, whole, "    state: suppressed\n    reason: Fewer than five cases.\n")
    JADE.commits(root)
    site = built(root)
    assert [row[1] for row in rows(site)][:2] == ["Changed: 2023-24 Q2."] * 2
    assert b"55.5" not in (site / PAGE).read_bytes()


def test_a_withheld_period_that_was_taken_out_is_told_only_to_have_changed(root: Path) -> None:
    """Else whoever deletes it from the file publishes what was suppressed."""
    JADE.changes(root, "value: 96.0", "value: 55.5")
    whole = "    value: 55.5\n    inputs: {in_time: 48, decided: 50}\n"
    replace_text(root, whole, "    state: suppressed\n    reason: Fewer than five cases.\n")
    JADE.commits(root)
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text("utf-8")
    start = text.index("  - period: 2023-24 Q2\n")
    file.write_text(text[:start] + text[text.index("  - period:", start + 1) :], "utf-8")
    JADE.commits(root)
    site = built(root)
    told = [row[1] for row in rows(site)]
    assert told[:3] == ["2023-24 Q2 was removed.", *["Changed: 2023-24 Q2."] * 2]
    assert b"55.5" not in (site / PAGE).read_bytes()


def test_a_period_that_waits_for_its_day_is_told_only_to_have_changed(root: Path) -> None:
    JADE.changes(root, "value: 96.0", "value: 55.5\n    released: 2025-06-01")
    site = built(root)
    assert rows(site)[0][1] == "Changed: 2023-24 Q2."
    assert b"55.5" not in (site / PAGE).read_bytes()


def test_of_many_changes_the_newest_twenty_are_told_and_how_to_see_all(root: Path) -> None:
    for number in range(21):
        JADE.changes(root, "value: 96." + str(number), "value: 96." + str(number + 1))
    site = built(root)
    assert len(rows(site)) == 20
    html = (site / PAGE).read_text(encoding="utf-8")
    assert "The newest 20 of 22 commits." in html
    assert "<code>aboveboard history advice-decided</code>" in html


def test_each_figure_has_its_second_check_on_the_page_and_in_the_data(root: Path) -> None:
    JADE.changes(root, "value: 96.0", "value: 97.0")
    commit = CEDAR.changes(root, "checked: {on: 2023-10-12}", "checked: {on: 2023-10-13}")
    site = built(root)
    told = "Second check asserted: Another person wrote down the check, in a commit that no good"
    assert told in (site / PAGE).read_text(encoding="utf-8")
    assert f"Commit {commit[:12]}." in (site / PAGE).read_text(encoding="utf-8")
    table = csv.DictReader(io.StringIO((site / "data/periods.csv").read_text(encoding="utf-8")))
    found = {(row["measure"], row["period"]): row["second_check"] for row in table}
    assert found["advice-decided", "2023-24 Q2"] == "asserted"
    assert found["life-expectancy", "2018-21"] == ""


def test_files_that_differ_from_their_commit_have_no_history_to_show(root: Path) -> None:
    replace_text(root, "value: 96.0", "value: 97.0")
    html = (built(root) / PAGE).read_text(encoding="utf-8")
    assert "This site was not built from a commit, so it has no history to show." in html


def test_a_site_is_built_and_verified_with_the_history_of_its_revision(root: Path) -> None:
    first = JADE.git(root, "rev-parse", "HEAD")
    JADE.changes(root, "value: 96.0", "value: 97.0")
    site = built(root, first, *DAY)
    assert len(rows(site)) == 1
    done = aboveboard("verify", first, "--root", root, "--site", site, *DAY)
    assert done.returncode == 0, done.stdout


def test_a_clone_of_the_newest_commits_alone_is_not_built(root: Path, tmp_path: Path) -> None:
    JADE.commits(root)
    JADE.git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "clone")
    done = aboveboard("build", "--root", tmp_path / "clone", "--out", tmp_path / "site", *DAY)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    assert not (tmp_path / "site").exists()
