"""Findings for machines: the stable JSON of `check --format json` (design section 6)."""

import json
from collections.abc import Sequence

from generator.model.finding import Finding
from generator.model.words import Severity

KEYS = ("rule", "severity", "path", "line", "column", "message", "fix")


def as_json(findings: Sequence[Finding]) -> str:
    """`{"findings": [...], "counts": {"error": n, "warning": n}}`."""
    document = {
        "findings": [{key: getattr(finding, key) for key in KEYS} for finding in findings],
        "counts": {
            severity.value: sum(1 for finding in findings if finding.severity is severity)
            for severity in (Severity.ERROR, Severity.WARNING)
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=2)
