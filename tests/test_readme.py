"""The README says what is true: its sample finding, its commands and its links."""

import re
import shutil
from datetime import date
from pathlib import Path

from generator.reporting.report import Report
from generator.reporting.text import as_text
from generator.resources import schemas
from generator.sources import Folder
from generator.state import read_state
from tests.command import aboveboard

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
AS_OF = date(2026, 11, 23)


def test_the_sample_finding_is_what_the_check_says_of_one_mistyped_figure(tmp_path: Path) -> None:
    for name in ("commitments", "measures", "reports"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "council.yaml", tmp_path)
    file = tmp_path / "measures/financial-services/crisis-grants-quarterly.yaml"
    before, period, after = file.read_text(encoding="utf-8").partition("  - period: 2022-23 Q4\n")
    assert period
    file.write_text(before + period + after.replace("value: 78", "value: 87", 1), encoding="utf-8")
    state = read_state(Folder(tmp_path), schemas(), AS_OF)
    (finding,) = [one for one in state.findings if one.rule == "value-is-recalculated"]
    report = Report(findings=[finding], read=Folder(tmp_path).read)
    assert as_text(report).removesuffix("\n\n1 error.") in README


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#]+)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_command_of_the_program_is_in_the_table_and_no_other() -> None:
    listed = aboveboard("--help").stdout.partition("Commands:\n")[2].splitlines()
    table = re.findall(r"^\| `aboveboard ([a-z-]+)` \|", README, re.MULTILINE)
    assert sorted(table) == [line.split()[0] for line in listed]


def test_every_make_command_of_the_readme_is_one_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^make (\w+)", README, re.MULTILINE))
    assert {"site", "test"} <= commands
    assert [name for name in commands if f"\n{name}:" not in makefile] == []
