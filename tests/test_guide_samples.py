"""What the handbook prints of a command is what the command prints."""

import re
import shlex
from pathlib import Path

from tests.command import DAY, GLASGOW_DAY, ONLY_LATE, aboveboard, committed, copied, edit
from tests.helpers import ROOT


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of code of one kind on a page of docs/."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def test_the_figure_that_the_handbook_rates_comes_out_as_it_says() -> None:
    (command,) = blocks("new-measure.md", "shell")
    (printed,) = blocks("new-measure.md", "text")
    done = aboveboard(*command.split()[1:])
    assert done.stdout == printed


def test_what_the_auditor_s_half_hour_prints_of_a_figure_is_what_the_audit_says(
    tmp_path: Path,
) -> None:
    (shown,) = [one for one in blocks("auditors.md", "text") if one.startswith("Calculation")]
    root = copied(tmp_path / "glasgow", ROOT)
    day = ("--root", root, "--as-of", GLASGOW_DAY)
    told = aboveboard("audit", "crisis-grants-quarterly", "2022-23 Q4", *day).stdout
    for part in shown.strip().split("\n\n"):
        assert part in told


def test_every_command_of_the_auditor_s_half_hour_works(tmp_path: Path) -> None:
    """In the order of the page, on a copy of the content in git; `make` has tests of its own."""
    root = committed(copied(tmp_path / "glasgow", ROOT), day=GLASGOW_DAY)
    lines = [line for one in blocks("auditors.md", "shell") for line in one.splitlines()]
    commands = [line for line in lines if line.startswith(".venv/bin/aboveboard")]
    assert len(commands) == 6
    for line in commands:
        if "verify" in line:
            assert aboveboard("build", "--out", "site", cwd=root).returncode == 0
        done = aboveboard(*shlex.split(line)[1:], cwd=root)
        # One test of the content fails, and the handbook says that a failure ends with 1.
        assert done.returncode == (1 if line.endswith("audit") else 0), (line, done.stderr)


def test_what_an_auditor_records_is_right(council: Path) -> None:
    """43 of 46 is 93.5; the auditor found 93.0, and says what is to be put right."""
    (recorded,) = blocks("auditors.md", "yaml")
    place = "    released: 2025-02-12\n"
    edit(council, place, f"{recorded}{place}")
    assert aboveboard("check", "--root", council, *DAY).stdout == ONLY_LATE
    told = aboveboard("audit", "advice-decided", "2024-25 Q3", "--root", council, *DAY)
    assert told.returncode == 1
    assert "FAULT: 2024-25 Q3: what an auditor found is still open." in told.stdout
