"""Which files a check is asked about: those typed, those that changed, and both."""

import shutil
from pathlib import Path

import pytest

from tests.command import DAY, LATE, aboveboard, committed, edit, git

ADVICE = "measures/housing/advice-decided.yaml"
TRAINING = "measures/corporate/training-spend.yaml"
ONLY = "Only 1 file was looked at: run without PATH to check all."


def paths_of(stdout: str) -> set[str]:
    """The files that have findings."""
    return {line.split(":")[0] for line in stdout.splitlines() if line.startswith(("m", "c"))}


# Paths


TWO = "Only 2 files were looked at: run without PATH to check all."


@pytest.mark.parametrize(
    ("typed", "told"),
    [(ADVICE, ONLY), (f"./{ADVICE}", ONLY), ("measures/housing", TWO), ("measures/housing/", TWO)],
)
def test_only_what_was_typed_is_checked_and_that_is_said(
    wrong: Path, typed: str, told: str
) -> None:
    done = aboveboard("check", "--root", wrong, *DAY, typed, cwd=wrong)
    assert (done.returncode, done.stderr) == (1, "")
    assert paths_of(done.stdout) == {ADVICE}
    assert done.stdout.endswith(f"\n\n1 error. {told}\n")


def test_an_error_in_a_file_that_was_not_typed_does_not_decide_how_the_check_ends(
    wrong: Path,
) -> None:
    done = aboveboard("check", "--root", wrong, *DAY, TRAINING, cwd=wrong)
    assert done.returncode == 0
    assert done.stdout.startswith(LATE)
    assert done.stdout.endswith(f"1 warning. {ONLY}\n")


def test_several_paths_may_be_typed(wrong: Path) -> None:
    done = aboveboard("check", "--root", wrong, *DAY, ADVICE, TRAINING, "council.yaml")
    assert paths_of(done.stdout) == {ADVICE, TRAINING}
    told = "Only 3 files were looked at: run without PATH to check all."
    assert done.stdout.endswith(f"\n1 error and 1 warning. {told}\n")


def test_the_whole_folder_is_the_whole_check(wrong: Path) -> None:
    whole = aboveboard("check", *DAY, cwd=wrong)
    assert aboveboard("check", *DAY, ".", cwd=wrong).stdout == whole.stdout


def test_a_path_starts_in_this_folder_or_in_the_root(wrong: Path, tmp_path: Path) -> None:
    ways = [
        (wrong / "measures", "housing/advice-decided.yaml"),  # from this folder
        (wrong / "measures", ADVICE),  # from the root
        (tmp_path, f"council/{ADVICE}"),
        (tmp_path, str(wrong / ADVICE)),
    ]
    told = {aboveboard("check", "--root", wrong, *DAY, way, cwd=cwd).stdout for cwd, way in ways}
    assert len(told) == 1


def test_a_path_through_a_link_to_the_root_is_understood(wrong: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(wrong)
    for root, typed in ((tmp_path / "link", wrong / ADVICE), (wrong, tmp_path / "link" / ADVICE)):
        done = aboveboard("check", "--root", root, *DAY, typed)
        assert paths_of(done.stdout) == {ADVICE}


def test_a_file_that_leads_out_of_the_repository_can_be_asked_about(
    council: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
    (council / "measures/parks/secret.yaml").symlink_to(tmp_path / "secret.yaml")
    done = aboveboard("check", "--root", council, *DAY, "measures/parks/secret.yaml")
    assert done.returncode == 1
    assert "measures/parks/secret.yaml:1:1: error: file-is-in-place: " in done.stdout


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "measures/housing/advice-decide.yaml",
            f"there is no measures/housing/advice-decide.yaml. Did you mean {ADVICE}?",
        ),
        ("advice-decided.yml", f"there is no advice-decided.yml. Did you mean {ADVICE}?"),
        ("qqqq", "there is no qqqq. Name a file or folder under "),
        ("/", "/ lies outside "),
        ("..", ".. lies outside "),
        ("a\x1b[31m\n", r"there is no a\x1b[31m\n."),
    ],
)
def test_a_path_that_is_not_there_or_outside_is_misuse(
    council: Path, typed: str, said: str
) -> None:
    done = aboveboard("check", "--root", council, *DAY, typed, cwd=council)
    assert done.returncode == 2
    assert f"Error: {said}" in done.stderr
    assert "\x1b" not in done.stderr
    assert done.stdout == ""


def test_the_folder_in_which_one_stands_is_said_in_words(council: Path) -> None:
    done = aboveboard("check", *DAY, "qqqq", cwd=council)
    assert "there is no qqqq. Name a file or folder of this folder." in done.stderr


@pytest.mark.parametrize("form", ["json", "sarif", "junit"])
def test_formats_for_programs_tell_of_other_files_beside_the_document(
    wrong: Path, form: str
) -> None:
    done = aboveboard("check", "--root", wrong, *DAY, "--format", form, ADVICE)
    assert done.stderr == f"{ONLY}\n"
    assert "training-spend" not in done.stdout


# Since a revision


def test_since_a_revision_means_committed_changed_and_new_files(council: Path) -> None:
    committed(council)
    git(council, "checkout", "--quiet", "-b", "figures")
    edit(council, "value: 96.0", "value: 97.0")
    git(council, "commit", "--quiet", "--all", "--message=Figure")
    for name in ("parks", "corporate"):
        (council / f"measures/{name}/new.yaml").write_text("id: new\n", encoding="utf-8")
    git(council, "add", "measures/parks/new.yaml")
    done = aboveboard("check", "--root", council, *DAY, "--since", "main")
    assert done.returncode == 1
    assert paths_of(done.stdout) == {
        *(ADVICE, "measures/parks/new.yaml", "measures/corporate/new.yaml")
    }
    assert done.stdout.endswith(" Only 3 files were looked at: run without --since to check all.\n")


def test_what_others_changed_on_the_branch_since_is_not_told(council: Path) -> None:
    committed(council)
    git(council, "checkout", "--quiet", "-b", "figures")
    git(council, "checkout", "--quiet", "main")
    edit(council, "value: 96.0", "value: 97.0")
    git(council, "commit", "--quiet", "--all", "--message=Figure of others")
    git(council, "checkout", "--quiet", "figures")
    done = aboveboard("check", "--root", council, *DAY, "--since", "main")
    assert done.stdout == "No findings. No file was looked at: run without --since to check all.\n"


def test_that_a_change_may_be_a_fault_elsewhere_is_said_and_the_whole_check_finds_it(
    council: Path,
) -> None:
    committed(council)
    plan = council / "council.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("id: housing-manager", "id: housing-head"), encoding="utf-8")
    done = aboveboard("check", "--root", council, *DAY, "--since", "HEAD")
    said = "Only 1 file was looked at: run without --since to check all."
    assert done.stdout.splitlines()[-1].endswith(said)
    assert paths_of(done.stdout) <= {"council.yaml"}
    assert ADVICE in paths_of(aboveboard("check", "--root", council, *DAY).stdout)


def test_a_path_and_a_revision_narrow_the_check_together(wrong: Path) -> None:
    committed(wrong)
    edit(wrong, "value: 97.0", "value: 98.0")
    given = ("check", "--root", wrong, *DAY, "--since", "HEAD")
    assert paths_of(aboveboard(*given, ADVICE).stdout) == {ADVICE}
    done = aboveboard(*given, TRAINING)
    assert done.stdout.startswith("No findings. ")
    assert done.stdout.endswith(
        "No file was looked at: run without PATH and --since to check all.\n"
    )


def test_names_with_spaces_and_letters_of_any_alphabet_are_found(council: Path) -> None:
    committed(council)
    name = council / "measures/parks/ Bäume\n.yaml"
    name.write_text("id: x\n", encoding="utf-8")
    done = aboveboard("check", "--root", council, *DAY, "--since", "HEAD")
    assert r"measures/parks/ Bäume\n.yaml:1:1: error: " in done.stdout


def test_content_in_a_folder_of_a_larger_repository_is_found(council: Path) -> None:
    committed(council.parent)
    edit(council, "value: 96.0", "value: 97.0")
    done = aboveboard("check", "--root", council, *DAY, "--since", "HEAD")
    assert paths_of(done.stdout) == {ADVICE}
    told = aboveboard("check", "--root", council, *DAY, "--since", "HEAD", "--format", "github")
    assert told.stdout.startswith(f"::error file=council/{ADVICE},")


def test_a_file_that_is_gone_is_no_misuse(council: Path) -> None:
    committed(council)
    shutil.rmtree(council / "reports")
    done = aboveboard("check", "--root", council, *DAY, "--since", "HEAD")
    assert (done.returncode, done.stderr) == (1, "")
    findings = [line for line in done.stdout.splitlines() if ": error: " in line]
    assert [line.count("nothing-published-is-deleted: the report ") for line in findings] == [1, 1]


ROWS = "measures/housing/advice-decided-2024-25-q2.csv"
"""The rows that advice-decided counts, whose fingerprint it gives."""


@pytest.mark.parametrize("asked", [("--since", "HEAD"), (ROWS,)])
def test_rows_that_changed_are_told_of_in_the_measure_that_counts_them(
    council: Path, asked: tuple[str, ...]
) -> None:
    committed(council)
    (council / ROWS).write_text("id,in_time\n1,0\n", encoding="utf-8")
    done = aboveboard("check", "--root", council, *DAY, *asked)
    assert done.returncode == 1
    assert "advice-decided-2024-25-q2.csv is not the file whose fingerprint" in done.stdout
    assert paths_of(done.stdout) == {ADVICE}


def test_rows_that_are_gone_are_told_of_in_the_measure_that_counts_them(council: Path) -> None:
    committed(council)
    (council / ROWS).unlink()
    done = aboveboard("check", "--root", council, *DAY, "--since", "HEAD")
    assert "there is no file advice-decided-2024-25-q2.csv beside this measure" in done.stdout


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        ("mian", "git knows no mian here. Did you mean main?"),
        ("qqqq", "git knows no qqqq here. Name a branch, a tag or a commit, such as HEAD."),
        ("--upload-pack=x", "git knows no --upload-pack=x here."),
        ("HEAD:council.yaml", "git knows no HEAD:council.yaml here."),
        ("", "git knows no"),
    ],
)
def test_a_revision_that_git_does_not_know_is_misuse(
    council: Path, revision: str, said: str
) -> None:
    committed(council)
    done = aboveboard("check", "--root", council, *DAY, f"--since={revision}")
    assert done.returncode == 2
    assert f"Error: {said}" in done.stderr
    assert done.stdout == ""


def test_a_revision_outside_git_is_misuse(council: Path) -> None:
    done = aboveboard("check", "--root", council, *DAY, "--since", "main")
    assert done.returncode == 2
    assert done.stderr.endswith(f"Error: {council} has no commit: leave out --since.\n")


def test_a_history_with_no_common_beginning_is_misuse(council: Path) -> None:
    committed(council)
    git(council, "checkout", "--quiet", "--orphan", "other")
    git(council, "commit", "--quiet", "--message=Anew")
    done = aboveboard("check", "--root", council, *DAY, "--since", "main")
    assert done.returncode == 2
    assert "main and the files here have no history in common." in done.stderr


def test_a_clone_without_its_history_is_told_how_to_fetch_it(council: Path, tmp_path: Path) -> None:
    committed(council)
    first = git(council, "rev-parse", "HEAD")
    edit(council, "value: 96.0", "value: 97.0")
    git(council, "commit", "--quiet", "--all", "--message=Figure")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{council}", str(clone))
    done = aboveboard("check", "--root", clone, *DAY, "--since", first)
    assert done.returncode == 2
    assert "run `git fetch --unshallow` first." in done.stderr


# GitHub


def test_github_shows_changed_files_first_where_it_names_the_base(
    wrong: Path, tmp_path: Path
) -> None:
    committed(wrong)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", str(wrong), str(clone))
    for name in ("a", "z"):
        (clone / f"measures/parks/{name}.yaml").write_text("id: x\n", encoding="utf-8")
        git(clone, "add", "--all")
        git(clone, "commit", "--quiet", f"--message={name}")
    git(clone, "update-ref", "refs/remotes/origin/main", "HEAD~1")
    told = [
        aboveboard("check", "--root", clone, *DAY, "--format", "github", env=env).stdout
        for env in ({}, {"GITHUB_BASE_REF": "main"})
    ]
    assert told[0].startswith(f"::error file={ADVICE},")
    assert told[1].startswith("::error file=measures/parks/z.yaml,")


def test_a_base_that_is_not_there_changes_the_order_alone_and_is_told(wrong: Path) -> None:
    committed(wrong)
    done = aboveboard(
        *("check", "--root", wrong, *DAY, "--format", "github"), env={"GITHUB_BASE_REF": "main"}
    )
    assert done.stdout.startswith(f"::error file={ADVICE},")
    assert done.stderr == (
        "Changed files do not come first: git knows no origin/main here. "
        "Name a branch, a tag or a commit, such as HEAD.\n"
    )


def test_what_does_not_fit_on_lines_goes_to_the_summary_that_github_names(
    council: Path, tmp_path: Path
) -> None:
    for number in range(12):
        (council / f"measures/parks/m{number:02}.yml").write_text("id: x\n", encoding="utf-8")
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n", encoding="utf-8")
    env = {"GITHUB_STEP_SUMMARY": str(summary)}
    done = aboveboard("check", "--root", council, *DAY, "--format", "github", env=env)
    assert "... and 2 more errors: see the summary of this run." in done.stdout
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("Before.\n## Findings that did not fit on the lines\n\n2 errors.\n")
    assert "m11.yml" in written
    assert "m09.yml" not in written
    aboveboard("check", "--root", council, *DAY, env=env)
    assert summary.read_text(encoding="utf-8") == written, "other formats leave it alone"


def test_a_summary_that_cannot_be_written_is_told_plainly(council: Path) -> None:
    for number in range(12):
        (council / f"measures/parks/m{number:02}.yml").write_text("id: x\n", encoding="utf-8")
    done = aboveboard(
        *("check", "--root", council, *DAY, "--format", "github"),
        env={"GITHUB_STEP_SUMMARY": "/nowhere/at/all"},
    )
    assert done.returncode == 2
    assert "/nowhere/at/all, which GITHUB_STEP_SUMMARY names, cannot be written" in done.stderr
    assert done.stdout.startswith("::error ")
