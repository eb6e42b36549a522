"""The commands, run as a person runs them: what they print, what they write, how they end."""

import json
import re
from pathlib import Path

import pytest

from generator import __version__
from generator.reporting.formats import FORMATS
from generator.rules.checks.all_rules import EVERY_RULE
from tests.command import COUNCIL, DAY, LATE, ONLY_LATE, aboveboard, committed, copied, edit, git
from tests.helpers import ROOT

# check


def test_check_prints_each_finding_then_the_count_and_ends_with_0_when_none_is_an_error(
    tmp_path: Path,
) -> None:
    done = aboveboard("check", "--root", copied(tmp_path / "council"), *DAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, ONLY_LATE, "")


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
        "line": 82,
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
        "::warning file=measures/corporate/training-spend.yaml,line=82,col=5,"
        "title=figure-is-overdue::the figure for 2024-25 Q3 was due on 1 March 2025. "
        "Add the figure, or a state and its reason."
    )
    assert count == "1 error and 1 warning."


@pytest.mark.parametrize("form", FORMATS)
def test_check_prints_letters_of_any_alphabet_in_any_locale(council: Path, form: str) -> None:
    edit(council, "service: housing", "service: Wohnungsbehörde")
    told = [
        aboveboard("check", "--root", council, *DAY, "--format", form, env=env)
        for env in ({}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    ]
    assert [done.returncode for done in told] == [1, 1]
    assert "Traceback" not in told[1].stderr
    assert "housing/advice-decided.yaml" in told[1].stdout


@pytest.mark.parametrize("form", FORMATS)
def test_a_folder_without_a_council_gives_findings_and_no_traceback(
    tmp_path: Path, form: str
) -> None:
    done = aboveboard("check", "--root", tmp_path, *DAY, "--format", form)
    assert done.returncode == 1
    assert "there is no council.yaml" in done.stdout
    assert "there is no commitments/plan.yaml" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("form", FORMATS)
def test_the_name_of_a_file_cannot_act_on_who_reads_the_findings(council: Path, form: str) -> None:
    name = "\x1b[31m\n::error::x,y]]> <b> [a](b) @c | d.yaml"
    (council / "measures" / "parks" / name).write_text("id: x\n", encoding="utf-8")
    done = aboveboard("check", "--root", council, *DAY, "--format", form)
    assert (done.returncode, done.stderr) == (1, "")
    assert "\x1b" not in done.stdout
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert all(re.match("::(error|warning) file=measures/", line) for line in commands)
    assert bool(commands) == (form == "github")


def test_a_council_file_that_is_not_yaml_gives_one_finding(council: Path) -> None:
    (council / "council.yaml").write_bytes(b"\xff\xfe\x00bad")
    done = aboveboard("check", "--root", council, *DAY)
    assert done.returncode == 1
    assert done.stdout.startswith("council.yaml:1:1: error: yaml-can-be-read: ")
    assert done.stdout.endswith("1 error.\n")


def test_hidden_files_and_folders_are_not_read(council: Path) -> None:
    hidden = council / "measures" / ".cache"
    hidden.mkdir()
    (hidden / "copy.yaml").write_text("nothing: here\n", encoding="utf-8")
    (council / "measures" / "parks" / ".copy.yaml.swp").write_bytes(b"\xff")
    assert aboveboard("check", "--root", council, *DAY).stdout == ONLY_LATE


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


# explain


def test_explain_gives_a_rule_with_its_reason_and_examples() -> None:
    done = aboveboard("explain", "value-is-recalculated")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "value-is-recalculated (error)\n"
        "\n"
        "A value is what the formula gives for its inputs, rounded half up to the stated "
        "decimals, unless a published statistic says under unreconciled what its own inputs give.\n"
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


def test_each_command_is_listed_with_a_whole_sentence() -> None:
    listed = aboveboard("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_command_has_help_with_an_example_that_works(flag: str) -> None:
    for command in commands():
        done = aboveboard(command, flag)
        assert done.returncode == 0
        assert f"Example: aboveboard {command}" in " ".join(done.stdout.split())


def test_the_version_is_that_of_the_package() -> None:
    done = aboveboard("--version")
    assert (done.returncode, done.stdout) == (0, f"aboveboard, version {__version__}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Usage: aboveboard"),
        (("chek",), "No such command 'chek'"),
        (("check", "--frmat", "json"), "No such option '--frmat'"),
        (("check", "--format", "xml"), "'xml' is not one of 'text', 'json', 'github', 'sarif'"),
        (("check", "--root", "/nowhere/at/all"), "does not exist"),
        (("explain", "surplus", "more"), "unexpected extra argument"),
    ],
)
def test_misuse_ends_with_2_and_a_plain_sentence(words: tuple[str, ...], said: str) -> None:
    done = aboveboard(*words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_the_handbook_names_every_option_and_format_of_check() -> None:
    handbook = (ROOT / "docs" / "set-up.md").read_text(encoding="utf-8")
    options = set(re.findall(r"--[a-z-]+", aboveboard("check", "--help").stdout)) - {"--help"}
    (usage,) = re.findall(r"(?m)^aboveboard check .+$", handbook)
    assert options - set(re.findall(r"--[a-z-]+", usage)) == set()
    assert re.findall(r"(?m)^\| `(\w+)` \|", handbook)[: len(FORMATS)] == list(FORMATS)
