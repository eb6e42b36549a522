"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.report import Report, in_a_sentence
from generator.reporting.visible import visible
from generator.rules.rule import Rule
from generator.rules.wording import one_line

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.OFF: "none"}
FINGERPRINT = "ruleFileAndMessage/v1"
"""The name of what tells a finding from all others, on whatever line it stands."""


def as_sarif(report: Report) -> str:
    """One run: every rule with its reason and examples, and a result for each finding."""
    places = {rule: index for index, rule in enumerate(report.rules)}
    driver = {
        "name": "Aboveboard",
        "version": report.version,
        "rules": [_rule(rule) for rule in report.rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(report, places)),
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    sentence, why = one_line(rule.sentence), f"Why: {rule.why}"
    return {
        "id": rule.id,
        "shortDescription": {"text": sentence},
        "fullDescription": {"text": f"{sentence} {why}"},
        "help": {
            "text": f"{why}\n\nWrong:\n{rule.wrong}\n\nRight:\n{rule.right}",
            "markdown": (
                f"{why}\n\nWrong:\n\n```yaml\n{rule.wrong}\n```\n\n"
                f"Right:\n\n```yaml\n{rule.right}\n```\n"
            ),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _results(report: Report, places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    before: Counter[tuple[str, str, str]] = Counter()
    for finding in report.findings:
        same = (finding.rule, finding.path, finding.message)
        before[same] += 1
        yield {
            "ruleId": finding.rule,
            "ruleIndex": places[finding.rule],
            "level": _LEVELS[finding.severity],
            "message": {"text": _unlinked(in_a_sentence(finding))},
            "locations": [{"physicalLocation": _place(finding, report.prefix)}],
            "partialFingerprints": {FINGERPRINT: _fingerprint(*same, str(before[same]))},
        }


def _place(finding: Finding, prefix: str) -> dict[str, Any]:
    # A name that is not UTF-8 is held with surrogates; its own bytes go into the address.
    path = f"{prefix}{finding.path}".encode("utf-8", "surrogateescape")
    return {
        "artifactLocation": {"uri": quote(path), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }


def _unlinked(text: str) -> str:
    """`text` without what SARIF reads as a link, `[words](address)`, or what cannot be seen."""
    return visible(text.replace("](", "] ("))


def _fingerprint(*parts: str) -> str:
    """The same for the same rule, file and message, and their first, second ... appearance."""
    text = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.sha256(text).hexdigest()[:32]
