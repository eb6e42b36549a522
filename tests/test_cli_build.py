"""The build command: what it writes, and above all when it writes nothing."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.command import (
    ALONE,
    COUNCIL,
    DAY,
    ONLY_LATE,
    SCRIPT,
    aboveboard,
    contents,
    edit,
    run,
)
from tests.helpers import ROOT


def test_a_build_says_what_it_made_and_where(council: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = aboveboard("build", "--root", council, *DAY, "--out", out)
    made = sum(1 for path in out.rglob("*") if path.is_file())
    assert done.returncode == 0
    assert done.stdout == f"Built {made} files in {out}. 1 warning.\n"
    assert done.stderr == ONLY_LATE
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
    assert "measures/housing/advice-decided.yaml:3:1: error: schema: " in done.stderr
    gone = set(contents(council_site)) - set(contents(out))
    assert gone == {"measures/advice-decided.html"}


def test_a_build_refuses_a_folder_that_holds_other_files_before_it_does_anything(
    council: Path, tmp_path: Path
) -> None:
    out = tmp_path / "papers"
    out.mkdir()
    (out / "notes.txt").write_text("keep me", encoding="utf-8")
    done = aboveboard("build", "--root", council, *DAY, "--out", out)
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


@pytest.mark.usefixtures("interruptible")
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


def test_a_fault_of_the_program_ends_with_3_and_says_so_before_the_traceback(
    tmp_path: Path,
) -> None:
    """Here a copy of the program whose templates are gone."""
    for name in ("generator", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    build = ("build", "--root", COUNCIL, *DAY, "--out", tmp_path / "site")
    alone = {"PYTHONPATH": str(tmp_path)}
    done = run(sys.executable, "-m", "generator.cli", *build, cwd=tmp_path, env=alone)
    plain, _, trace = done.stderr.partition("Traceback")
    assert done.returncode == 3
    assert "Aboveboard failed, and the fault is its own: " in plain
    assert "Your files were not changed, unless " in plain
    assert trace
    assert not (tmp_path / "site").exists()
