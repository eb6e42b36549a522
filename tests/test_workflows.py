"""The workflows: nothing that zizmor finds, every action pinned, every command there."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(path: Path) -> dict[Any, Any]:
    """A YAML file of GitHub's."""
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow."""
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def own_jobs(path: Path) -> list[dict[str, Any]]:
    """The jobs with steps of their own, not those that are another workflow."""
    return [job for job in jobs(path).values() if "uses" not in job]


def runs(path: Path) -> list[str]:
    """The commands of a workflow."""
    return [step["run"] for job in own_jobs(path) for step in job["steps"] if "run" in step]


def test_there_are_workflows_to_check_and_to_publish() -> None:
    assert [path.name for path in WORKFLOWS][:2] == ["check.yml", "publish.yml"]


@pytest.mark.parametrize("persona", ["regular", "pedantic"])
def test_zizmor_finds_nothing(persona: str) -> None:
    zizmor = Path(sys.executable).parent / "zizmor"
    command = [str(zizmor), "--offline", "--no-progress", "--persona", persona, str(GITHUB)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_a_commit_with_its_version(path: Path) -> None:
    uses = re.findall(r"uses: *(.+)", path.read_text(encoding="utf-8"))
    others = [use for use in uses if not use.startswith("$/")]
    assert others
    assert [use for use in others if not PINNED.fullmatch(use)] == []


def test_nothing_is_published_before_every_check_has_passed() -> None:
    publish = read(GITHUB / "workflows" / "publish.yml")["jobs"]
    assert publish["check"]["uses"] == "$/.github/workflows/check.yml"
    assert (publish["build"]["needs"], publish["deploy"]["needs"]) == ("check", "build")
    called = read(GITHUB / "workflows" / "check.yml")[True]  # `on`, which YAML 1.1 takes for true
    assert "workflow_call" in called


def test_the_site_is_built_every_day_as_of_that_day() -> None:
    """A figure is released on its day although nobody commits anything (R151)."""
    path = GITHUB / "workflows" / "publish.yml"
    assert read(path)[True]["schedule"]
    assert 'make site AS_OF="$(date -u +%F)"' in runs(path)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_nothing_beyond_what_each_job_names(path: Path) -> None:
    assert read(path)["permissions"] == {}
    assert all(job["permissions"] for job in jobs(path).values())


def test_only_publishing_may_write_and_only_pages() -> None:
    granted = {
        (path.name, name, scope)
        for path in WORKFLOWS
        for name, job in jobs(path).items()
        for scope, level in job["permissions"].items()
        if level == "write"
    }
    assert granted == {
        ("publish.yml", "deploy", "pages"),
        ("publish.yml", "deploy", "id-token"),
    }


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_job_ends_in_time_and_keeps_no_credentials(path: Path) -> None:
    for job in own_jobs(path):
        assert job["timeout-minutes"] <= 30
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_command_has_an_expression_in_it(path: Path) -> None:
    assert [command for command in runs(path) if "${{" in command] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_target_of_make_exists(path: Path) -> None:
    targets = {name for command in runs(path) for name in re.findall(r"\bmake (\S+)", command)}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("$(BIN)", ".venv/bin")
    known = set(re.findall(r"^([^\s:]+):", makefile, re.MULTILINE))
    assert targets
    assert targets - known == set()


def test_the_form_on_the_process_points_to_the_private_way_first() -> None:
    first = read(GITHUB / "ISSUE_TEMPLATE" / "process-not-followed.yml")["body"][0]
    assert first["type"] == "markdown"
    assert "To report in private" in first["attributes"]["value"]


@pytest.mark.parametrize(
    "path", [form for form in FORMS if form.name != "config.yml"], ids=lambda path: path.name
)
def test_an_issue_form_has_what_github_asks_for(path: Path) -> None:
    form = read(path)
    assert {"name", "description", "body"} <= form.keys()
    named = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert named
    assert len(named) == len(set(named))


def test_codeowners_holds_examples_only() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == []
