"""Annotations for GitHub are, byte for byte, those that GitHub's own toolkit writes."""

import json
import subprocess
from dataclasses import replace

from generator.model.finding import Finding
from generator.reporting.github import as_github
from generator.reporting.report import in_a_sentence
from generator.reporting.visible import visible
from tests.browser.tools import github_toolkit, node
from tests.reporting.cases import ERROR, HOSTILE, WARNING, hostile, report

WRITE = """
const {issueCommand} = require(process.argv[1]);
const findings = JSON.parse(require("fs").readFileSync(0, "utf8"));
for (const {severity, place, text} of findings) issueCommand(severity, place, text);
"""


def written_by_github(findings: list[Finding]) -> list[str]:
    """What `@actions/core`, which GitHub publishes for programs that annotate, writes of them."""
    told = [
        {
            "severity": str(one.severity),
            "place": {
                "file": visible(one.path, keep="\r\n"),
                "line": one.line,
                "col": one.column,
                "title": one.rule,
            },
            "text": visible(in_a_sentence(one), keep="\r\n"),
        }
        for one in findings
    ]
    done = subprocess.run(
        [node(), "-e", WRITE, github_toolkit()],
        input=json.dumps(told),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.splitlines()


def test_githubs_own_toolkit_writes_the_same_commands() -> None:
    awkward = replace(
        ERROR, path="measures/a,b:c%d/\u00e9.yaml", message="91% is not\r\n::error::95%"
    )
    findings = [ERROR, WARNING, awkward, *(hostile(text) for text in HOSTILE)]
    ours = [line for one in findings for line in as_github(report(one)).split("\n")[:-1]]
    assert ours == written_by_github(findings)
