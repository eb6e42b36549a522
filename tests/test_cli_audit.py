"""The audit of one figure and of all, run as a person runs it, on a real repository (R105, R109)."""

import json
from pathlib import Path

import pytest

from tests.command import COUNCIL, DAY, aboveboard, committed, copied, edit, git

ADVICE = "advice-decided"
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


def test_the_chain_leads_from_the_source_to_every_page(council: Path) -> None:
    found = parts("advice-decided", "2024-25 Q2", "--root", council)
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


def test_the_fingerprint_is_worked_out_from_the_file_as_it_is_now(council: Path) -> None:
    found = parts("advice-decided", "2024-25 Q2", "--root", council)["evidence"]
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
    assert found["edits"] == {
        "History": "There is none to tell: these files are of no commit, or differ from it."
    }


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


def test_all_measures_are_put_to_the_six_tests_and_a_failure_ends_with_1(council: Path) -> None:
    done = aboveboard("audit", "--root", council, *DAY)
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert lines[-1] == "15 measures: 79 tests passed, 2 failed, 9 not asked."
    assert (
        "training-spend        passes        passes        passes        passes        FAILS"
        in (done.stdout)
    )
    assert "training-spend: timeliness: The figure for 2024-25 Q3 was due on 1 March 2025." in lines


def test_the_six_tests_as_json_say_what_the_page_says(tmp_path: Path) -> None:
    """With a history, by which a second check fails that the file claims."""
    root = committed(copied(tmp_path / "council"), day="2025-02-14")
    edit(root, "value: 93.5", "value: 91.3")
    edit(root, "in_time: 43", "in_time: 42")
    git(root, "commit", "--quiet", "--all", "--message=Count again", day="2025-03-20")
    site = tmp_path / "site"
    built = aboveboard("build", "--root", root, *DAY, "--out", site, "--even-with-errors")
    assert built.returncode == 0  # the figure is amber now, and has no action yet
    told = json.loads(aboveboard("audit", "--root", root, *DAY, "--format", "json").stdout)
    rows = json.loads((site / "data" / "assurance.json").read_bytes())
    (check,) = [one for one in rows if (one["measure"], one["test"]) == (ADVICE, "second-check")]
    assert check["outcome"] == "fails"
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
    assert [one["kind"] for one in told["signals"]] == [
        "series of overrides",
        *["target changed in its period"] * 2,
    ]


def test_where_every_test_is_passed_the_audit_ends_with_0(council: Path) -> None:
    """On 1 March 2025 nothing is late yet; and the auditor's finding is closed."""
    pool = council / "measures" / "leisure" / "pool-temperature.yaml"
    text = pool.read_text(encoding="utf-8")
    by = "        by: 2025-06-30\n"
    assert by in text
    pool.write_text(text.replace(by, f"{by}        closed: 2025-02-03\n"), encoding="utf-8")
    done = aboveboard("audit", "--root", council, "--as-of", "2025-03-01")
    assert done.returncode == 0, done.stdout


def test_history_fails_a_check_that_the_file_claims(root: Path) -> None:
    """R114: Ash changed the figure in a second commit, and nobody has checked it since."""
    told = json.loads(aboveboard("audit", "--root", root, *DAY, "--format", "json").stdout)
    tests = {one["measure"]: one["tests"]["second-check"] for one in told["measures"]}
    assert tests["advice-decided"] == {
        "outcome": "fails",
        "reason": "2024-25 Q3: The figure was changed after its check, on 20 March 2025.",
    }
    assert tests["homecare-wait"] == {
        "outcome": "passes",
        "reason": "5 results: history proves 0, and 5 are asserted.",
    }
    assert tests["life-expectancy"]["outcome"] == "not-asked"


@pytest.mark.parametrize(
    ("after", "day", "outcome"),
    [
        ("value: 88.2", "2024-08-14", "fails"),
        ("value: 88.2", "2024-08-13", "passes"),
    ],
)
def test_history_fails_a_figure_that_was_changed_in_silence_after_it_was_published(
    tmp_path: Path, after: str, day: str, outcome: str
) -> None:
    """R112: 2024-25 Q1 was published on 14 August 2024 at 92.9, and revised on the 28th to 88.1."""
    made = committed(copied(tmp_path / "council"), day="2024-08-01")
    edit(made, "value: 88.1", after)
    git(made, "commit", "--quiet", "--all", "--message=Nudge", day=day)
    told = json.loads(aboveboard("audit", "--root", made, *DAY, "--format", "json").stdout)
    (found,) = [one["tests"]["revisions"] for one in told["measures"] if one["measure"] == ADVICE]
    assert found["outcome"] == outcome
    if outcome == "fails":
        commit = git(made, "rev-parse", "HEAD")[:12]
        assert found["reason"] == (
            f"2024-25 Q1 was changed on 14 August 2024 (commit {commit}), after it was published, "
            "and no revision says so."
        )


def test_a_figure_that_was_taken_out_and_came_back_as_another_was_changed(tmp_path: Path) -> None:
    """88.1 was suppressed for a day in January, and came back as 88.2: neither step is a change."""
    made = committed(copied(tmp_path / "council"), day="2024-08-01")
    for before, after, day in (
        ("value: 88.1\n", "state: suppressed\n", "2025-01-10"),
        ("state: suppressed\n", "value: 88.2\n", "2025-01-11"),
    ):
        edit(made, before, after)
        git(made, "commit", "--quiet", "--all", "--message=Change", day=day)
    outcome, reason = revisions_of(made)
    assert outcome == "fails"
    assert reason.startswith("2024-25 Q1 was changed on 10 January 2025")


def revisions_of(root: Path) -> tuple[str, str]:
    """How the test of revisions ends for the advice figures, and why."""
    told = json.loads(aboveboard("audit", "--root", root, *DAY, "--format", "json").stdout)
    (found,) = [one["tests"]["revisions"] for one in told["measures"] if one["measure"] == ADVICE]
    return found["outcome"], found["reason"]


def test_a_change_with_its_revision_is_not_silent(tmp_path: Path) -> None:
    """92.9 became 88.1 on 28 August, with the entry under revisions that says so."""
    made = committed(copied(tmp_path / "council"), day="2024-08-01")
    edit(made, "value: 88.1", "value: 92.9")
    git(made, "commit", "--quiet", "--all", "--message=As it was first", day="2024-08-02")
    edit(made, "value: 92.9", "value: 88.1")
    git(made, "commit", "--quiet", "--all", "--message=Correct", day="2024-08-28")
    assert revisions_of(made)[0] == "passes"


@pytest.mark.parametrize(("aside", "outcome"), [(False, "fails"), (True, "passes")])
def test_a_figure_that_was_put_back_stood_there_meanwhile_unless_it_was_on_a_side_line(
    tmp_path: Path, aside: bool, outcome: str
) -> None:
    """90.0 was published on 13 November 2024; 91.0 stood for a day in January."""
    made = committed(copied(tmp_path / "council"), day="2024-08-01")
    if aside:
        git(made, "switch", "--quiet", "--create", "side")
    for before, after, day in (("90.0", "91.0", "2025-01-10"), ("91.0", "90.0", "2025-01-11")):
        edit(made, f"value: {before}\n    inputs", f"value: {after}\n    inputs")
        git(made, "commit", "--quiet", "--all", "--message=Change", day=day)
    if aside:
        git(made, "switch", "--quiet", "main")
        git(made, "merge", "--quiet", "--no-ff", "--message=Merge", "side", day="2025-01-12")
    assert revisions_of(made)[0] == outcome
