"""The hook that is offered to other repositories, judged and run by pre-commit itself."""

import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import COUNCIL, SCRIPT, Done, committed, edit, git, run
from tests.helpers import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
ADVICE = "measures/housing/advice-decided.yaml"


def hook() -> dict[str, Any]:
    """The one hook."""
    (found,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def pre_commit(*arguments: str | Path, cwd: Path) -> Done:
    """The program itself, which keeps what it keeps beside the repository of the test."""
    home = {"PRE_COMMIT_HOME": str(cwd.parent / "pre-commit")}
    return run(sys.executable, "-m", "pre_commit", *arguments, cwd=cwd, env=home)


@pytest.fixture
def hooked(council: Path) -> Path:
    """The council in git, with our hook as it stands in the manifest, run by this machine's copy."""
    entry = hook()["entry"].replace("aboveboard", str(SCRIPT), 1)
    own = {**hook(), "language": "system", "entry": f"{entry} --as-of 2025-03-31"}
    config = {"repos": [{"repo": "local", "hooks": [own]}]}
    (council / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return committed(council)


def test_pre_commit_accepts_the_manifest(tmp_path: Path) -> None:
    done = pre_commit("validate-manifest", MANIFEST, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_hook_runs_on_every_record_and_on_nothing_else() -> None:
    records = [path.relative_to(COUNCIL).as_posix() for path in COUNCIL.rglob("*.yaml")]
    assert records
    assert all(re.search(hook()["files"], path) for path in records)
    others = ("README.md", "measures/parks/trees-planted.csv", ".github/workflows/check.yml")
    assert not any(re.search(hook()["files"], path) for path in others)


def test_the_hook_stops_a_commit_with_a_wrong_figure(hooked: Path) -> None:
    edit(hooked, "value: 96.0", "value: 97.0")
    git(hooked, "add", "--all")
    done = pre_commit("run", cwd=hooked)
    assert done.returncode == 1
    assert f"{ADVICE}:87:5: error: value-is-recalculated: " in done.stdout
    assert "1 error. Only 1 file was looked at: run without PATH to check all." in done.stdout


def test_the_hook_lets_a_right_change_pass(hooked: Path) -> None:
    edit(hooked, "title: Housing advice cases", "title: Housing and advice cases")
    git(hooked, "add", "--all")
    assert pre_commit("run", cwd=hooked).returncode == 0
