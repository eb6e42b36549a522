"""The commands, run as a person runs them: what they print, what they write, how they end."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from generator import __version__
from generator.rules.checks.all_rules import EVERY_RULE
from tests.command import (
    ALONE,
    COUNCIL,
    COUNCIL_DAY,
    SCRIPT,
    aboveboard,
    committed,
    contents,
    copied,
    git,
)

DAY = ("--as-of", COUNCIL_DAY)
LATE = (
    "measures/corporate/training-spend.yaml:78: warning: figure-is-overdue: the figure for "
    "2024-25 Q3 was due on 1 March 2025. Add the figure, or a state and its reason."
)
WRONG_VALUE = (
    "measures/housing/advice-decided.yaml:84: value-is-recalculated: the value for 2023-24 Q2 is "
    "given as 97.0, but the formula gives 96.0. Change the value to 96.0 or correct the inputs."
)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """A copy of the made-up council, outside git."""
    return copied(tmp_path / "council")


@pytest.fixture
def wrong(council: Path) -> Path:
    """The same with one figure typed wrongly."""
    edit(council, "value: 96.0", "value: 97.0")
    return council


def edit(root: Path, before: str, after: str) -> None:
    """Changes one text in the file of advice-decided."""
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")


# check


def test_check_prints_each_finding_then_the_count_and_ends_with_0_when_none_is_an_error() -> None:
    done = aboveboard("check", "--root", COUNCIL, *DAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{LATE}\n1 warning.\n", "")


def test_check_ends_with_1_when_something_must_be_put_right(wrong: Path) -> None:
    done = aboveboard("check", "--root", wrong, *DAY)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 error and 1 warning."
    (said,) = [line for line in done.stdout.splitlines() if "value-is-recalculated" in line]
    assert said.startswith("measures/housing/advice-decided.yaml:")
    assert "97.0" in said
    assert "96.0" in said
    assert done.stderr == ""


def test_check_says_so_when_there_is_nothing_to_find(council: Path) -> None:
    done = aboveboard("check", "--root", council, "--as-of", "2025-03-01")
    assert (done.returncode, done.stdout, done.stderr) == (0, "No findings.\n", "")


def test_check_reads_this_folder_unless_told_otherwise(council: Path) -> None:
    here = aboveboard("check", *DAY, cwd=council)
    elsewhere = aboveboard("check", "--root", council, *DAY)
    assert (here.returncode, here.stdout) == (elsewhere.returncode, elsewhere.stdout)


def test_check_gives_json_that_others_build_on(wrong: Path) -> None:
    done = aboveboard("check", "--root", wrong, *DAY, "--format", "json")
    read = json.loads(done.stdout)
    assert done.returncode == 1
    assert list(read) == ["findings", "counts"]
    assert read["counts"] == {"error": 1, "warning": 1}
    keys = ["rule", "severity", "path", "line", "column", "message", "fix"]
    assert [list(finding) for finding in read["findings"]] == [keys, keys]
    assert read["findings"][0] == {
        "rule": "figure-is-overdue",
        "severity": "warning",
        "path": "measures/corporate/training-spend.yaml",
        "line": 78,
        "column": 5,
        "message": "the figure for 2024-25 Q3 was due on 1 March 2025",
        "fix": "Add the figure, or a state and its reason.",
    }


def test_check_gives_json_when_there_is_nothing_to_find(council: Path) -> None:
    done = aboveboard("check", "--root", council, "--as-of", "2025-03-01", "--format", "json")
    assert json.loads(done.stdout) == {"findings": [], "counts": {"error": 0, "warning": 0}}


def test_check_gives_annotations_that_github_puts_on_the_lines(wrong: Path) -> None:
    done = aboveboard("check", "--root", wrong, *DAY, "--format", "github")
    first, second, count = done.stdout.splitlines()
    assert first.startswith("::error file=measures/housing/advice-decided.yaml,line=")
    assert ",title=value-is-recalculated::" in first
    assert second == (
        "::warning file=measures/corporate/training-spend.yaml,line=78,col=5,"
        "title=figure-is-overdue::the figure for 2024-25 Q3 was due on 1 March 2025. "
        "Add the figure, or a state and its reason."
    )
    assert count == "1 error and 1 warning."


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_check_prints_letters_of_any_alphabet_in_any_locale(council: Path, form: str) -> None:
    edit(council, "service: housing", "service: Wohnungsbehörde")
    told = [
        aboveboard("check", "--root", council, *DAY, "--format", form, env=env)
        for env in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    ]
    assert [done.returncode for done in told] == [1, 1]
    assert "Traceback" not in told[1].stderr
    assert "housing/advice-decided.yaml" in told[1].stdout


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_folder_without_a_council_gives_findings_and_no_traceback(
    tmp_path: Path, form: str
) -> None:
    done = aboveboard("check", "--root", tmp_path, *DAY, "--format", form)
    assert done.returncode == 1
    assert "there is no council.yaml" in done.stdout
    assert "there is no commitments/plan.yaml" in done.stdout
    assert done.stderr == ""


def test_a_council_file_that_is_not_yaml_gives_one_finding(council: Path) -> None:
    (council / "council.yaml").write_bytes(b"\xff\xfe\x00bad")
    done = aboveboard("check", "--root", council, *DAY)
    assert done.returncode == 1
    assert done.stdout.startswith("council.yaml:1: yaml-can-be-read: ")
    assert done.stdout.endswith("1 error.\n")


# The day


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize("day", ["2025-02-30", "31/03/2025", "yesterday", ""])
def test_a_day_that_is_no_date_is_misuse(command: str, day: str) -> None:
    done = aboveboard(command, "--root", COUNCIL, "--as-of", day)
    assert done.returncode == 2
    assert f"{day} is not a date like 2024-07-22" in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize("command", ["check", "build"])
def test_without_git_the_day_must_be_given(council: Path, command: str) -> None:
    done = aboveboard(command, "--root", council)
    assert done.returncode == 2
    said = f"Error: {council} has no commit to take the date from: add --as-of 2024-07-22.\n"
    assert done.stderr.endswith(said)
    assert done.stdout == ""


def test_the_day_is_that_of_the_commit_unless_given(council: Path, tmp_path: Path) -> None:
    committed(council, day="2025-03-02")
    done = aboveboard("build", "--root", council, "--out", tmp_path / "site")
    assert done.returncode == 0
    record = json.loads((tmp_path / "site" / "build.json").read_bytes())
    assert record["as_of"] == "2025-03-02"
    assert record["commit"] == git(council, "rev-parse", "HEAD")[:12]
    assert LATE in done.stderr, "the figure was due on the day before"
    home = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "Figures as of 2 March 2025" in home


def test_a_change_that_is_not_committed_is_told_on_every_page(
    council: Path, tmp_path: Path
) -> None:
    committed(council)
    edit(council, "title: Housing advice cases", "title: Housing and advice cases")
    done = aboveboard("build", "--root", council, "--out", tmp_path / "site")
    assert done.returncode == 0
    named = f"{git(council, 'rev-parse', 'HEAD')[:12]} with later changes"
    assert json.loads((tmp_path / "site" / "build.json").read_bytes())["commit"] == named
    assert named in (tmp_path / "site" / "plan.html").read_text(encoding="utf-8")


def test_a_site_built_outside_git_says_so(council_site: Path) -> None:
    """tests/council lies in a repository here; a copy does not."""
    assert (council_site / "build.json").is_file()


# build


def test_a_build_says_what_it_made_and_where(council: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = aboveboard("build", "--root", council, *DAY, "--out", out)
    made = sum(1 for path in out.rglob("*") if path.is_file())
    assert done.returncode == 0
    assert done.stdout == f"Built {made} files in {out}. 1 warning.\n"
    assert done.stderr == f"{LATE}\n1 warning.\n"
    assert json.loads((out / "build.json").read_bytes())["commit"] == "not in git"


def test_a_build_goes_to_the_folder_site_unless_told_otherwise(council: Path) -> None:
    assert aboveboard("build", *DAY, cwd=council).returncode == 0
    assert (council / "site" / "index.html").is_file()


def test_a_build_into_this_folder_fills_it(council: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    done = aboveboard("build", "--root", council, *DAY, "--out", ".", cwd=here)
    assert done.returncode == 0, done.stderr
    assert (here / "index.html").is_file()


def test_a_build_that_finds_an_error_writes_nothing(wrong: Path, tmp_path: Path) -> None:
    done = aboveboard("build", "--root", wrong, *DAY, "--out", tmp_path / "site")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "value-is-recalculated" in done.stderr
    assert done.stderr.endswith(
        "1 error and 1 warning.\nNothing was built: put the errors right first.\n"
    )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["council"]


def test_a_build_that_finds_an_error_leaves_the_last_site_as_it_was(
    council: Path, tmp_path: Path
) -> None:
    out = tmp_path / "site"
    assert aboveboard("build", "--root", council, *DAY, "--out", out).returncode == 0
    before = contents(out)
    edit(council, "value: 96.0", "value: 97.0")
    assert aboveboard("build", "--root", council, *DAY, "--out", out).returncode == 1
    assert contents(out) == before


def test_a_build_can_be_made_even_with_errors(wrong: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = aboveboard("build", "--root", wrong, *DAY, "--out", out, "--even-with-errors")
    assert done.returncode == 0
    assert done.stdout.endswith("1 error and 1 warning.\n")
    assert (out / "measures" / "advice-decided.html").is_file()


def test_nothing_can_be_built_without_a_council_even_with_errors(tmp_path: Path) -> None:
    done = aboveboard(
        "build", "--root", tmp_path, *DAY, "--out", tmp_path / "site", "--even-with-errors"
    )
    assert done.returncode == 1
    assert not (tmp_path / "site").exists()


def test_a_measure_that_cannot_be_read_takes_no_other_page_with_it(
    council: Path, tmp_path: Path, council_site: Path
) -> None:
    edit(council, "title: Housing", "titel: Housing")
    out = tmp_path / "site"
    done = aboveboard("build", "--root", council, *DAY, "--out", out, "--even-with-errors")
    assert done.returncode == 0
    assert "Did you mean title?" in done.stderr
    gone = set(contents(council_site)) - set(contents(out))
    assert gone == {"measures/advice-decided.html"}


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_build_refuses_a_folder_that_holds_other_files_before_it_does_anything(
    council: Path, tmp_path: Path, command: str
) -> None:
    if command == "check":
        pytest.skip("check writes nothing")
    out = tmp_path / "papers"
    out.mkdir()
    (out / "notes.txt").write_text("keep me", encoding="utf-8")
    done = aboveboard(command, "--root", council, *DAY, "--out", out)
    assert done.returncode == 2
    assert done.stderr.endswith(
        f"Error: {out} holds files that were not made by a build: choose another --out, or empty "
        "it yourself.\n"
    )
    assert contents(out) == {"notes.txt": b"keep me"}


def test_a_place_that_cannot_be_written_is_misuse_and_not_a_fault(
    council: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = aboveboard("build", "--root", council, *DAY, "--out", tmp_path / "file" / "site")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_that_is_interrupted_ends_with_130_and_leaves_no_litter(
    council: Path, tmp_path: Path
) -> None:
    many_measures(council, 300)
    out = tmp_path / "site"
    with subprocess.Popen(
        [SCRIPT, "build", "--root", council, *DAY, "--out", out, "--even-with-errors"],
        env={**os.environ, **ALONE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        until_writing(tmp_path, ".site-")
        started.send_signal(signal.SIGINT)
        _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert b"Traceback" not in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["council"]


def many_measures(root: Path, copies: int) -> None:
    """Makes a build take a while."""
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    for number in range(copies):
        name = f"advice-decided-{number}"
        copy = text.replace("id: advice-decided", f"id: {name}", 1)
        file.with_name(f"{name}.yaml").write_text(copy, encoding="utf-8")


def until_writing(folder: Path, prefix: str) -> None:
    """Waits until a build has begun to write beside its place."""
    for _ in range(3000):
        if any(path.name.startswith(prefix) and any(path.iterdir()) for path in folder.iterdir()):
            return
        time.sleep(0.01)
    raise AssertionError("nothing was written within 30 seconds")


# explain


def test_explain_gives_a_rule_with_its_reason_and_examples() -> None:
    done = aboveboard("explain", "value-is-recalculated")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "value-is-recalculated (error)\n"
        "\n"
        "A value is what the formula gives for its inputs, rounded half up to the stated "
        "decimals.\n"
        "\n"
        "Why: Case study 3: a reported figure was wrong and nobody had worked it out again (R42).\n"
        "\n"
        "Wrong:\n"
        "    value: 92.0\n"
        "    inputs: {decided_in_time: 910, decided: 1000}\n"
        "\n"
        "Right:\n"
        "    value: 91.0\n"
        "    inputs: {decided_in_time: 910, decided: 1000}\n"
    )


def test_explain_lists_every_rule() -> None:
    done = aboveboard("explain")
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(EVERY_RULE)


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_rule_has_a_sentence_a_reason_and_examples(rule: str) -> None:
    found = EVERY_RULE[rule]
    assert found.sentence.rstrip().endswith(".")
    assert all(text.strip() for text in (found.why, found.wrong, found.right))


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("value-is-recalculate", "Did you mean value-is-recalculated?"),
        ("figure-overdue", "Did you mean figure-is-overdue?"),
        ("qqqq", "Run `aboveboard explain` to list them."),
    ],
)
def test_explain_suggests_the_nearest_rule(typed: str, hint: str) -> None:
    done = aboveboard("explain", typed)
    assert done.returncode == 2
    assert done.stderr.endswith(f"Error: there is no rule {typed}. {hint}\n")


# Help and misuse


def test_the_help_names_every_command_and_every_exit_code() -> None:
    done = aboveboard("--help")
    said = " ".join(done.stdout.split())
    assert done.returncode == 0
    assert (
        "0 all is well, 1 something must be put right, 2 the command was misused, 3 a fault" in said
    )
    assert {"build", "check", "explain"} <= set(commands())


def commands() -> list[str]:
    """Every command that the help lists."""
    listed = aboveboard("--help").stdout.partition("Commands:\n")[2]
    return [line.split()[0] for line in listed.splitlines() if line.startswith("  ")]


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_has_help_with_an_example_that_works(flag: str) -> None:
    for command in commands():
        done = aboveboard(command, flag)
        assert done.returncode == 0
        assert f"Example: aboveboard {command}" in " ".join(done.stdout.split())
        options = done.stdout.partition("Options:\n")[2]
        assert all(len(line.split()) > 1 for line in options.splitlines())


def test_the_version_is_that_of_the_package() -> None:
    done = aboveboard("--version")
    assert (done.returncode, done.stdout) == (0, f"aboveboard, version {__version__}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Usage: aboveboard"),
        (("chek",), "No such command 'chek'"),
        (("check", "--frmat", "json"), "No such option '--frmat'"),
        (("check", "--format", "xml"), "'xml' is not one of 'text', 'json', 'github'"),
        (("check", "--root", "/nowhere/at/all"), "does not exist"),
        (("check", "surplus"), "unexpected extra argument"),
    ],
)
def test_misuse_ends_with_2_and_a_plain_sentence(words: tuple[str, ...], said: str) -> None:
    done = aboveboard(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_fault_of_the_program_ends_with_3_and_says_so_first(
    council: Path, tmp_path: Path
) -> None:
    """Two records at one address: the check should have refused them."""
    for old, new in (("play-strategy", "twin"), ("parks-satisfaction", "twin")):
        file = council / "measures" / "parks" / f"{old}.yaml"
        text = file.read_text(encoding="utf-8").replace(f"id: {old}", f"id: {new}", 1)
        file.write_text(text, encoding="utf-8")
    done = aboveboard(
        "build", "--root", council, *DAY, "--out", tmp_path / "site", "--even-with-errors"
    )
    assert done.returncode == 3
    assert "Aboveboard failed, and the fault is its own: " in done.stderr
    assert "Please report this" in done.stderr
    assert not (tmp_path / "site").exists()
