"""The audit of one figure and of all, run as a person runs it, on a real repository (R105, R109)."""

import json
from pathlib import Path

import pytest

from tests.command import COUNCIL, DAY, aboveboard, committed, copied, edit, git

FINGERPRINT = "306c90f585130a8fca13c0bbcfc039979ff14cdd1a9387404ed41304c49cc205"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council in git, with one figure corrected in a second commit."""
    made = committed(copied(tmp_path / "council"), day="2025-02-14")
    edit(made, "value: 93.5", "value: 93.4")
    edit(made, "in_time: 43", "in_time: 42")
    message = "Count again\n\nReviewed-by: Jade Example <jade@strathbeg.example>"
    git(made, "commit", "--quiet", "--all", f"--message={message}", day="2025-03-20")
    return made


def parts(*words: str | Path) -> dict[str, dict[str, str]]:
    """The facts of each part of a chain, by label."""
    done = aboveboard("audit", *DAY, *words, "--format", "json")
    told = json.loads(done.stdout)
    return {part["id"]: dict(part["facts"]) for part in told["parts"]}


def test_the_chain_leads_from_the_source_to_every_page() -> None:
    found = parts("advice-decided", "2024-25 Q2", "--root", COUNCIL)
    assert list(found) == [
        *("figure", "definition", "inputs", "evidence", "calculation", "rating", "check"),
        *("recalculation", "approvals", "revisions", "edits", "publications"),
    ]
    assert found["figure"]["Value"] == "90.0%"
    assert found["inputs"]["in_time"] == "36 (Cases decided within five working days)"
    assert found["calculation"]["Worked out again"] == "36 / 40 * 100 = 90.0"
    assert found["rating"]["Outwith"] == "5.26, rounded once from 5.263157894736..."
    assert found["check"]["Calculated"] == "Advice Analyst (jade-example), 7 October 2024"
    assert found["recalculation"]["Found"].startswith("90.0%, the same; internal-auditor")
    assert found["publications"]["Paper"] == (
        "reports/2024-11-20-scrutiny.html, 20 November 2024: quoted in the text"
    )


def test_the_fingerprint_is_worked_out_from_the_file_as_it_is_now() -> None:
    found = parts("advice-decided", "2024-25 Q2", "--root", COUNCIL)["evidence"]
    assert found["Fingerprint recorded"] == found["Fingerprint now"] == FINGERPRINT


def test_a_figure_whose_evidence_was_changed_cannot_be_audited(council: Path) -> None:
    evidence = council / "measures" / "housing" / "advice-decided-2024-25-q2.csv"
    evidence.write_bytes(evidence.read_bytes() + b"1,2024-09-30\n")
    done = aboveboard("audit", "advice-decided", "2024-25 Q2", "--root", council, *DAY)
    assert done.returncode == 2
    assert "is not the file whose fingerprint evidence gives" in done.stderr
    assert "there is no measure advice-decided" in done.stderr
    assert aboveboard("audit", "--root", council, *DAY).returncode == 1


def test_the_edits_are_those_of_the_figure_with_who_made_and_reviewed_them(root: Path) -> None:
    edits = parts("advice-decided", "2024-25 Q3", "--root", root)["edits"]
    commits = git(root, "log", "--format=%h", "--abbrev=12").split()[::-1]
    assert edits == {
        f"2025-02-14 {commits[0]}": "Ash Example (no role): First figures. The file was added.",
        f"2025-03-20 {commits[1]}": (
            "Ash Example (no role): Count again. Reviewed by Jade Example <jade@strathbeg.example>. "
            "2024-25 Q3, value was 93.5% and is now 93.4%. "
            "2024-25 Q3, inputs, in time was 43 and is now 42."
        ),
    }
    others = parts("advice-decided", "2024-25 Q2", "--root", root)["edits"]
    assert list(others) == [f"2025-02-14 {commits[0]}"]


def test_a_fault_stands_in_the_part_that_it_breaks_and_ends_with_1(root: Path) -> None:
    """42 of 46 is 91.3."""
    done = aboveboard("audit", "advice-decided", "2024-25 Q3", "--root", root, *DAY)
    assert done.returncode == 1
    assert "Rounded half up   91.3; published is 93.4" in done.stdout
    assert "  FAULT: 2024-25 Q3 says 93.4, but 42 / 46 * 100 is 91.3" in done.stdout
    assert done.stdout.endswith("\n1 fault\n")


def test_without_a_period_the_latest_result_is_meant(root: Path) -> None:
    named = aboveboard("audit", "advice-decided", "2024-25 Q3", "--root", root, *DAY)
    assert aboveboard("audit", "advice-decided", "--root", root, *DAY).stdout == named.stdout


def test_outside_git_the_chain_says_that_there_is_no_history(council: Path) -> None:
    found = parts("homecare-wait", "--root", council)
    assert found["edits"] == {"History": "There is none here: these files are not in git."}


def test_a_clone_without_its_past_is_refused(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root}", "clone")
    done = aboveboard("audit", "advice-decided", "--root", tmp_path / "clone", *DAY)
    assert done.returncode == 2
    assert "holds only the newest commits" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("advice-decide",), "there is no measure advice-decide. Did you mean advice-decided?"),
        (("advice-decided", "2024-25 Q9"), "advice-decided has no period 2024-25 Q9. Did you mean"),
        (("bandstand-open",), "bandstand-open has no result yet: name a period."),
    ],
)
def test_a_figure_that_is_not_there_is_misuse_with_a_hint(
    words: tuple[str, ...], said: str
) -> None:
    done = aboveboard("audit", *words, "--root", COUNCIL, *DAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_all_measures_are_put_to_the_six_tests_and_a_failure_ends_with_1() -> None:
    done = aboveboard("audit", "--root", COUNCIL, *DAY)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert lines[-1] == "15 measures: 79 tests passed, 2 failed, 9 not asked."
    assert (
        "training-spend        passes        passes        passes        passes        FAILS"
        in (done.stdout)
    )
    assert "training-spend: timeliness: The figure for 2024-25 Q3 was due on 1 March 2025." in lines


def test_the_six_tests_as_json_say_what_the_page_says(council_site: Path) -> None:
    told = json.loads(aboveboard("audit", "--root", COUNCIL, *DAY, "--format", "json").stdout)
    rows = json.loads((council_site / "data" / "assurance.json").read_bytes())
    assert rows == [
        {
            "measure": one["measure"],
            "service": one["service"],
            "test": test,
            "outcome": answer["outcome"],
            "reason": answer["reason"],
        }
        for one in told["measures"]
        for test, answer in one["tests"].items()
    ]
    assert told["lines"][1]["worked"] == {"covered": 35, "of": 35}


def test_where_every_test_is_passed_the_audit_ends_with_0(council: Path) -> None:
    """On 1 March 2025 nothing is late yet; and the auditor's finding is closed."""
    pool = council / "measures" / "leisure" / "pool-temperature.yaml"
    text = pool.read_text(encoding="utf-8")
    by = "        by: 2025-06-30\n"
    assert by in text
    pool.write_text(text.replace(by, f"{by}        closed: 2025-02-03\n"), encoding="utf-8")
    done = aboveboard("audit", "--root", council, "--as-of", "2025-03-01")
    assert done.returncode == 0, done.stdout
