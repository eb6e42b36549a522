"""Releases that chain, and what is reported when the past is rewritten, with real git (R98, R158)."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tests.command import Done, aboveboard, committed, copied, edit, git, run

FIRST, SECOND = "2025-02", "2025-03"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council with two releases, each tagged and recorded, and a change after them."""
    made = copied(tmp_path / "council")
    (made / "releases.yaml").unlink()
    committed(made, "2025-02-14")
    released(made, FIRST, "2025-02-15")
    edit(made, "value: 96.0\n    inputs: {in_time: 48, decided: 50}", NEXT)
    git(made, "commit", "--quiet", "--all", "--message=A figure", day="2025-03-10")
    released(made, SECOND, "2025-03-11")
    edit(made, "Two advisers left", "Both advisers left")
    git(made, "commit", "--quiet", "--all", "--message=A text", day="2025-03-12")
    return made


NEXT = "value: 98.0\n    inputs: {in_time: 49, decided: 50}"


def released(root: Path, name: str, day: str) -> None:
    """Tags the newest commit and records it as a release."""
    done = aboveboard("release", name, "--root", root)
    assert done.returncode == 0, done.stderr
    git(root, "tag", name)
    git(root, "add", "releases.yaml")
    git(root, "commit", "--quiet", f"--message=Release {name}", day=day)


def verify(root: Path, *more: str | Path) -> Done:
    return aboveboard("verify", "--releases", *more, "--root", root)


def commit_of(root: Path, name: str) -> str:
    return git(root, "rev-parse", f"{name}^{{commit}}")


def test_honest_releases_hold_and_can_be_built_again(root: Path) -> None:
    done = verify(root, "--rebuild")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "2 releases, from 2025-02 to 2025-03: each is as recorded, and each was built again."
    )


def test_the_recorded_site_is_the_one_that_is_published(root: Path, tmp_path: Path) -> None:
    """The digest is that of the build.json which `build` writes at that commit."""
    git(root, "checkout", "--quiet", FIRST)
    done = aboveboard("build", "--root", root, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    git(root, "checkout", "--quiet", "main")
    digest = hashlib.sha256((tmp_path / "site" / "build.json").read_bytes()).hexdigest()
    assert f'site: "{digest}"' in (root / "releases.yaml").read_text(encoding="utf-8")


def test_the_digest_of_the_content_is_what_sha256sum_gives(root: Path, tmp_path: Path) -> None:
    """An auditor needs no program of ours for it."""
    folder = tmp_path / "then"
    folder.mkdir()
    command = (
        f"git -C {root} archive {FIRST} council.yaml commitments measures reports | tar -x -C {folder}"
        f" && cd {folder} && find . -type f | sed 's:^./::' | LC_ALL=C sort | xargs sha256sum |"
        " sha256sum"
    )
    done = run("bash", "-c", command)
    digest = done.stdout.split()[0]
    assert f'content: "{digest}"' in (root / "releases.yaml").read_text(encoding="utf-8")


def faults_of(root: Path, *more: str | Path) -> list[str]:
    done = verify(root, *more)
    assert done.returncode == 1, done.stdout
    *found, last = done.stdout.splitlines()
    assert last.endswith("the releases are not what was published.")
    return found


def test_a_moved_tag_is_reported(root: Path) -> None:
    git(root, "tag", "--force", FIRST, "HEAD")
    assert faults_of(root) == [
        f"release {FIRST}: the tag was moved, to {commit_of(root, 'HEAD')[:12]}"
    ]


def test_a_tag_that_was_taken_away_is_reported(root: Path) -> None:
    git(root, "tag", "--delete", FIRST)
    assert faults_of(root) == [f"release {FIRST}: there is no tag of that name"]


def test_history_rewritten_under_a_release_is_reported(root: Path) -> None:
    """The released commit is amended on another line, and the rest put on top of it."""
    first = commit_of(root, FIRST)
    git(root, "checkout", "--quiet", "-b", "other", FIRST)
    edit(root, "value: 93.0", "value: 95.3")
    git(root, "commit", "--quiet", "--all", "--amend", "--message=First figures", day="2025-02-14")
    git(root, "rebase", "--quiet", "--onto", "other", FIRST, "main", day="2025-03-12")
    found = faults_of(root)
    assert found[0] == (
        f"release {FIRST}: its commit {first[:12]} does not lead to what is here: history was rewritten"
    )
    assert any(f"release {SECOND}: its commit" in one for one in found)


def test_a_release_whose_commit_is_gone_is_reported(root: Path, tmp_path: Path) -> None:
    """A clone of the rewritten history alone does not even hold the commit."""
    first = commit_of(root, FIRST)
    git(root, "checkout", "--quiet", "--orphan", "new")
    git(root, "commit", "--quiet", "--all", "--message=One commit", day="2025-03-12")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--no-tags", "--single-branch", f"file://{root}", str(clone))
    found = faults_of(clone)
    assert f"release {FIRST}: its commit {first[:12]} is not in this history" in found


def records(root: Path) -> str:
    return (root / "releases.yaml").read_text(encoding="utf-8")


def test_a_record_that_was_changed_is_reported_with_its_commit(root: Path) -> None:
    text = records(root)
    digest = text.split('content: "', 1)[1][:64]
    (root / "releases.yaml").write_text(text.replace(digest, "0" * 64), encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Tidy", day="2025-03-13")
    commit = commit_of(root, "HEAD")[:12]
    found = faults_of(root)
    assert f"release {FIRST}: commit {commit} changed its record" in found
    assert f"release {FIRST}: the content of its commit is not what was released" in found
    assert any(f"{SECOND} does not follow from the record before it" in one for one in found)


def test_a_record_that_was_changed_in_a_merge_into_a_line_without_it_is_reported(
    root: Path,
) -> None:
    """The first parents of such a merge never held the record: every line has to be asked."""
    git(root, "switch", "--quiet", "--create", "side", f"{FIRST}^{{commit}}")
    git(root, "commit", "--quiet", "--allow-empty", "--message=Aside", day="2025-03-12")
    git(root, "merge", "--quiet", "--no-ff", "--no-commit", "main")
    text = records(root)
    digest = text.rpartition('site: "')[2][:64]
    (root / "releases.yaml").write_text(text.replace(digest, "0" * 64), encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message=Merge", day="2025-03-13")
    commit = commit_of(root, "HEAD")[:12]
    assert faults_of(root) == [f"release {SECOND}: commit {commit} changed its record"]


def test_an_honest_line_that_began_before_a_release_may_be_merged(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "side", f"{FIRST}^{{commit}}")
    git(root, "commit", "--quiet", "--allow-empty", "--message=Aside", day="2025-03-12")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message=Merge", "side", day="2025-03-13")
    assert verify(root).returncode == 0


def test_a_record_that_was_taken_out_is_reported(root: Path) -> None:
    text = records(root)
    (root / "releases.yaml").write_text(
        text[: text.index(f'  - name: "{SECOND}"')], encoding="utf-8"
    )
    git(root, "commit", "--quiet", "--all", "--message=Tidy", day="2025-03-13")
    commit = commit_of(root, "HEAD")[:12]
    assert faults_of(root) == [f"release {SECOND}: commit {commit} took out its record"]


def test_a_record_that_was_taken_out_is_told_before_it_is_merged(root: Path) -> None:
    """The last record of the chain: no other rests on it, so that one state of the files is sound."""
    text = records(root)
    (root / "releases.yaml").write_text(
        text[: text.index(f'  - name: "{SECOND}"')], encoding="utf-8"
    )
    done = aboveboard("check", "--since", "HEAD", "--all", "--root", root, "--as-of", "2025-03-12")
    assert "an earlier entry under releases was changed or taken out" in done.stdout
    told = aboveboard("changes", "HEAD", "--root", root).stdout
    assert f"the release {SECOND} is taken out of the chain." in told


def test_a_rewritten_past_shows_beside_an_older_copy_of_the_site(
    root: Path, tmp_path: Path
) -> None:
    """All of history, tags and records made anew agree with one another, and not with the old copy."""
    copy = tmp_path / "copy"
    done = aboveboard("build", "--root", root, "--out", copy)
    assert done.returncode == 0, done.stderr
    honest = verify(root, "--earlier", copy)
    assert honest.returncode == 0, honest.stdout
    forged = copied(tmp_path / "forged", root)
    (forged / "releases.yaml").unlink()
    committed(forged, "2025-02-14")
    released(forged, FIRST, "2025-02-15")
    released(forged, SECOND, "2025-03-11")
    assert verify(forged, "--rebuild").returncode == 0
    assert faults_of(forged, "--earlier", copy) == [
        f"release {FIRST} is not what it was",
        f"release {SECOND} is not what it was",
    ]


def test_a_shallow_clone_is_refused_in_plain_words(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", str(clone))
    done = verify(clone)
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr


def test_a_site_of_another_version_is_told_and_is_no_fault(root: Path) -> None:
    """A newer program may build other pages: only that version can compare them."""
    text = records(root)
    first = text[: text.index(f'  - name: "{SECOND}"')]
    site = first.split('site: "')[1][:64]
    old = first.replace(site, "0" * 64).replace("Aboveboard ", "Aboveboard 0.0.9-")
    (root / "releases.yaml").unlink()
    git(root, "checkout", "--quiet", "-b", "older", FIRST)
    (root / "releases.yaml").write_text(old, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Release", day="2025-02-15")
    done = verify(root, "--rebuild")
    assert done.returncode == 0, done.stdout
    assert "its site can only be compared by that version" in done.stderr


def test_a_record_whose_site_its_commit_does_not_give_is_reported(root: Path) -> None:
    text = records(root)
    first = text[: text.index(f'  - name: "{SECOND}"')]
    site = first.split('site: "')[1][:64]
    git(root, "checkout", "--quiet", "-b", "older", FIRST)
    (root / "releases.yaml").write_text(first.replace(site, "0" * 64), encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Release", day="2025-02-15")
    assert faults_of(root, "--rebuild") == [
        f"release {FIRST}: its commit does not give the site that was published"
    ]


def test_nothing_is_released_while_something_is_not_committed(root: Path) -> None:
    edit(root, "value: 93.0", "value: 93.1")
    done = aboveboard("release", "2025-04", "--root", root)
    assert done.returncode == 2
    assert "commit them first" in done.stderr


@pytest.mark.parametrize("name", [FIRST, "../x", "", "a b"])
def test_a_name_that_is_taken_or_is_none_is_refused(root: Path, name: str) -> None:
    before = records(root)
    done = aboveboard("release", name, "--root", root)
    assert done.returncode == 2
    assert records(root) == before


def test_nothing_is_released_on_top_of_a_broken_chain(root: Path) -> None:
    git(root, "tag", "--force", FIRST, "HEAD")
    done = aboveboard("release", "2025-04", "--root", root)
    assert done.returncode == 1
    assert "the tag was moved" in done.stderr


def test_without_a_release_there_is_nothing_to_verify(root: Path) -> None:
    shutil.rmtree(root / ".git")
    (root / "releases.yaml").unlink()
    committed(root)
    done = verify(root)
    assert (done.returncode, done.stdout) == (0, "No release is recorded.\n")
