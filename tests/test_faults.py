"""Faults of the program: whatever the command, a plain sentence first, then the lines, then 3."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.command import DAY, Done, edit, run
from tests.helpers import ROOT

FAULTS = {
    "loading": ("check", "generator/loading/load.py", "load"),
    "loading one file": ("check council.yaml", "generator/loading/narrow.py", "load_for"),
    "rating": ("check", "generator/rules/rated.py", "rate_catalogue"),
    "rules": ("check", "generator/rules/check.py", "check"),
    "lines": ("check", "generator/loading/locate.py", "located"),
    "rules after mending": ("check --fix", "generator/rules/check.py", "check"),
    "differences": ("check --fix --diff", "generator/mending.py", "as_diff"),
    "a format": ("check --format sarif", "generator/reporting/sarif.py", "_results"),
    "pages": ("build", "generator/pages/build.py", "Build"),
    "rendering": ("build", "generator/rendering/render.py", "Renderer"),
    "writing": ("build", "generator/writer.py", "write_site"),
    "a trial": ("rate --value 91 --target 95", "generator/trial.py", "as_text"),
    "a list": ("explain", "generator/commands/explain.py", "listed_rules"),
    "an explanation": ("explain schema", "generator/commands/explain.py", "explained"),
}
"""What the program is at, a command, and a function on its way that is made to fail."""


def broken(folder: Path, module: str, name: str) -> Path:
    """A copy of the program of which one function fails with an ugly error."""
    for part in ("generator", "schemas", "site_templates"):
        shutil.copytree(ROOT / part, folder / part)
    with (folder / module).open("a", encoding="utf-8") as file:
        file.write(
            f'\n\ndef {name}(*_, **__):\n    raise ZeroDivisionError("\\x1b[31mugly\\n::error::")\n'
        )
    return folder


@pytest.mark.parametrize(("typed", "module", "name"), FAULTS.values(), ids=FAULTS)
def test_a_fault_in_any_command_ends_with_3_and_a_sentence(
    council: Path, tmp_path: Path, typed: str, module: str, name: str
) -> None:
    edit(council, "value: 96.0", "value: 96%")
    done = _run(broken(tmp_path / "program", module, name), council, typed)
    plain, _, trace = done.stderr.partition("Traceback")
    assert done.returncode == 3
    assert (
        "Aboveboard failed, and the fault is its own: ZeroDivisionError: \\x1b[31mugly\\n" in plain
    )
    assert "Your files were not changed, unless a line above says what was mended." in plain
    assert "\n::error" not in plain
    assert trace
    mended = "96%" not in (council / "measures/housing/advice-decided.yaml").read_text("utf-8")
    assert mended == ("96% is now 96.0" in plain) == (typed == "check --fix")
    assert not (tmp_path / "site").exists()


def _run(program: Path, council: Path, typed: str) -> Done:
    words = typed.split()
    if words[0] in ("check", "build"):
        words += ["--root", str(council), *DAY]
    if words[0] == "build":
        words += ["--even-with-errors", "--out", str(program.parent / "site")]
    env = {"PYTHONPATH": str(program)}
    return run(sys.executable, "-m", "generator.cli", *words, cwd=program, env=env)
