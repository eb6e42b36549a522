"""Building from a commit and verifying a site, on real repositories (R98, R158)."""

import json
from pathlib import Path

import pytest

from tests.command import DAY, Done, aboveboard, committed, contents, copied, edit, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council with one commit, tagged as a release."""
    made = committed(copied(tmp_path / "council"))
    git(made, "tag", "v1")
    return made


@pytest.fixture
def site(root: Path) -> Path:
    """The site of the release, built from the folder."""
    done = aboveboard("build", *DAY, "--root", root, "--out", root / "site")
    assert done.returncode == 0, done.stderr
    return root / "site"


def verify(root: Path, site: Path, *more: str) -> Done:
    return aboveboard("verify", *more, *DAY, "--root", root, "--site", site)


def test_a_site_is_what_its_files_and_its_tag_give(root: Path, site: Path) -> None:
    for revision in ((), ("v1",), ("HEAD",)):
        done = verify(root, site, *revision)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.endswith("gives, file for file.\n")


def test_a_site_is_built_from_a_tag_whatever_lies_in_the_folder(root: Path, site: Path) -> None:
    edit(root, "value: 96.0", "value: 97.0")
    (root / "measures" / "parks" / "trees-planted.yaml").unlink()
    done = aboveboard("build", "v1", *DAY, "--root", root, "--out", root / "again")
    assert done.returncode == 0, done.stderr
    assert contents(root / "again") == contents(site)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("measures/advice-decided.html", "measures/advice-decided.html is not what the files give"),
        ("data/periods.csv", "data/periods.csv is not what the files give"),
    ],
)
def test_a_file_that_was_edited_after_the_build_is_named(
    root: Path, site: Path, path: str, says: str
) -> None:
    file = site / path
    file.write_bytes(file.read_bytes().replace(b"96.0", b"97.0", 1))
    done = verify(root, site, "v1")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        says,
        f"1 difference: {site} is not what {name(root)} gives.",
    ]


def name(root: Path) -> str:
    return git(root, "rev-parse", "v1")[:12]


def test_a_fingerprint_that_was_edited_too_does_not_help(root: Path, site: Path) -> None:
    """Whoever edits a page and its fingerprint is found out by building anew."""
    record = json.loads((site / "build.json").read_bytes())
    record["files"]["index.html"] = "0" * 64
    (site / "build.json").write_text(json.dumps(record), encoding="utf-8")
    done = verify(root, site, "v1")
    assert "build.json does not list the fingerprints that the files give" in done.stdout


def test_a_file_that_is_missing_and_one_that_nobody_built_are_named(root: Path, site: Path) -> None:
    (site / "plan.html").unlink()
    (site / "notes.html").write_text("mine", encoding="utf-8")
    done = verify(root, site, "v1")
    assert done.stdout.splitlines()[:2] == [
        "plan.html is missing",
        "notes.html was made by no build",
    ]


def test_a_link_in_a_site_is_named_wherever_it_leads(root: Path, site: Path) -> None:
    """What lies behind it may be another file tomorrow, or any file of the machine that serves it."""
    (site / "index.html").rename(site.parent / "index.html")
    (site / "index.html").symlink_to(site.parent / "index.html")
    (site / "more").symlink_to(site.parent)
    (site / "nowhere").symlink_to("none")
    done = verify(root, site)
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if "is a link" in line] == [
        f"{path} is a link, and no build makes one" for path in ("index.html", "more", "nowhere")
    ]


def test_a_tag_that_was_moved_gives_another_site(root: Path, site: Path) -> None:
    edit(root, "commentary: ", "commentary: Nudged. ")
    git(root, "commit", "--quiet", "--all", "--message=Nudge")
    git(root, "tag", "--force", "v1")
    done = verify(root, site, "v1")
    assert done.returncode == 1
    assert "build.json says commit" in done.stdout


def test_a_record_that_cannot_be_read_is_named(root: Path, site: Path) -> None:
    (site / "build.json").write_text("[", encoding="utf-8")
    assert "build.json cannot be read" in verify(root, site).stdout


def test_a_revision_that_git_does_not_know_is_misuse(root: Path, site: Path) -> None:
    for command in (
        ("build", "v11", "--out", str(root / "x")),
        ("verify", "v11", "--site", str(site)),
    ):
        done = aboveboard(*command, "--root", root)
        assert done.returncode == 2
        assert "git knows no v11 here. Did you mean v1?" in done.stderr
