"""Findings for machines: the stable JSON of `check --format json` (design section 6)."""

import json

from generator.reporting.report import WORST_FIRST, Report, of
from generator.reporting.visible import encodable

KEYS = ("rule", "severity", "path", "line", "column", "message", "fix")


def as_json(report: Report) -> str:
    """`{"findings": [...], "counts": {"error": n, "warning": n}}`."""
    document = {
        "findings": [
            {key: _value(getattr(finding, key)) for key in KEYS} for finding in report.findings
        ],
        "counts": {severity.value: len(of(report.findings, severity)) for severity in WORST_FIRST},
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _value(value: str | int) -> str | int:
    # Strict readers refuse a whole document for half a letter.
    return encodable(value) if isinstance(value, str) else value
