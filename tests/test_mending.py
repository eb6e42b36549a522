"""check --fix, as a person runs it: what it writes, what it prints, what it leaves."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.command import COUNCIL, DAY, ONLY_LATE, SCRIPT, aboveboard, contents, edit

ADVICE = "measures/housing/advice-decided.yaml"


@pytest.fixture
def careless(council: Path) -> Path:
    """The council with a percent sign, a missing decimal and spaces at the end of a line."""
    edit(council, "value: 96.0", "value: 96%")
    plan = council / "commitments/plan.yaml"
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"  \n", 1))
    return council


def test_fix_mends_checks_again_and_tells_both(careless: Path) -> None:
    done = aboveboard("check", "--fix", "--root", careless, *DAY)
    assert (done.returncode, done.stdout) == (0, ONLY_LATE)
    first, second, count = done.stderr.splitlines()
    assert first.startswith("commitments/plan.yaml:1:")
    assert first.endswith(": mended: no spaces at the end of the line")
    assert second.startswith(f"{ADVICE}:87:12: mended: 96% is now 96.0")
    assert count == "Mended 2 places in 2 files."
    again = aboveboard("check", "--fix", "--root", careless, *DAY)
    assert (again.stdout, again.stderr) == (ONLY_LATE, "Nothing to mend.\n")


def test_fix_changes_no_other_byte(careless: Path) -> None:
    before = contents(careless)
    aboveboard("check", "--fix", "--root", careless, *DAY)
    after = contents(careless)
    assert after[ADVICE] == (COUNCIL / ADVICE).read_bytes()
    assert {path for path in before if before[path] != after[path]} == {
        *(ADVICE, "commitments/plan.yaml")
    }
    assert before.keys() == after.keys()


def test_fix_tells_what_is_left(careless: Path) -> None:
    edit(careless, "service: housing", "service: huosing")
    done = aboveboard("check", "--fix", "--root", careless, *DAY)
    assert done.returncode == 1
    assert "96% is now 96.0" in done.stderr
    assert "reference-exists" in done.stdout
    assert "huosing" in (careless / ADVICE).read_text(encoding="utf-8")


def test_fix_mends_only_what_is_asked_about(careless: Path) -> None:
    aboveboard("check", "--fix", "--root", careless, *DAY, "commitments")
    assert b"value: 96%" in (careless / ADVICE).read_bytes()


def test_a_diff_is_a_patch_and_nothing_is_written(careless: Path, tmp_path: Path) -> None:
    before = contents(careless)
    done = aboveboard("check", "--fix", "--diff", "--root", careless, *DAY)
    assert (done.returncode, done.stderr) == (1, "")
    assert contents(careless) == before
    assert f"--- a/{ADVICE}\n+++ b/{ADVICE}\n" in done.stdout
    assert "\n-    value: 96%\n+    value: 96.0\n" in done.stdout
    copy = shutil.copytree(careless, tmp_path / "copy")
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=copy,
        input=done.stdout.encode(),
        check=True,
    )
    aboveboard("check", "--fix", "--root", careless, *DAY)
    assert contents(copy) == contents(careless)


def test_a_patch_knows_of_other_line_ends_and_of_none_at_the_end(council: Path) -> None:
    file = council / ADVICE
    text = file.read_bytes().replace(b"value: 96.0", b"value: 96%").rstrip(b"\n")
    file.write_bytes(text.replace(b"\n", b"\r\n") + b"  ")
    done = subprocess.run(
        [SCRIPT, "check", "--fix", "--diff", *DAY],
        cwd=council,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"-    value: 96%\r\n+    value: 96.0\r\n" in done.stdout
    assert done.stdout.count(b"\\ No newline at end of file\n") == 2
    copy = council.with_name("copy")
    shutil.copytree(council, copy)
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"], cwd=copy, input=done.stdout, check=True
    )
    aboveboard("check", "--fix", "--root", council, *DAY)
    assert contents(copy) == contents(council)


def test_a_diff_of_nothing_is_empty_and_ends_with_0() -> None:
    done = aboveboard("check", "--fix", "--diff", "--root", COUNCIL, *DAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_diff_without_fix_is_misuse() -> None:
    done = aboveboard("check", "--diff", "--root", COUNCIL, *DAY)
    assert done.returncode == 2
    assert "--diff shows what --fix would change: add --fix." in done.stderr


def test_what_was_mended_stands_beside_a_document_for_programs(careless: Path) -> None:
    done = aboveboard("check", "--fix", "--root", careless, *DAY, "--format", "json")
    assert done.stdout.startswith("{")
    assert "Mended 2 places" in done.stderr


def test_a_mended_file_keeps_who_may_read_it_and_leaves_nothing_beside(careless: Path) -> None:
    (careless / ADVICE).chmod(0o640)
    names = set(contents(careless))
    aboveboard("check", "--fix", "--root", careless, *DAY)
    assert (careless / ADVICE).stat().st_mode & 0o777 == 0o640
    assert set(contents(careless)) == names


def test_what_lies_behind_a_link_is_not_mended(careless: Path) -> None:
    """It is not content, so that it is not read either."""
    real = careless / "measures/housing/real.txt"
    (careless / ADVICE).rename(real)
    (careless / ADVICE).symlink_to("real.txt")
    before = real.read_bytes()
    aboveboard("check", "--fix", "--root", careless, *DAY)
    assert (careless / ADVICE).is_symlink()
    assert real.read_bytes() == before


def test_nothing_outside_the_root_is_mended(careless: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    (careless / ADVICE).rename(outside)
    (careless / ADVICE).symlink_to(outside)
    before = outside.read_bytes()
    aboveboard("check", "--fix", "--root", careless, *DAY)
    assert outside.read_bytes() == before
