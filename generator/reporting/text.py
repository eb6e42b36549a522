"""Findings for a person at a terminal: by file and line, the count last."""

from collections.abc import Sequence

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.rules.wording import plural


def as_text(findings: Sequence[Finding]) -> str:
    """One line a finding, `path:line: rule: message. Fix`, then the count."""
    return "\n".join([*(line(finding) for finding in findings), counted(findings)])


def line(finding: Finding) -> str:
    """One finding in one line; a warning says that it is one."""
    mark = "warning: " if finding.severity is Severity.WARNING else ""
    return (
        f"{finding.path}:{finding.line}: {mark}{finding.rule}: "
        f"{finding.message.rstrip('.')}. {finding.fix}"
    )


def counted(findings: Sequence[Finding]) -> str:
    """How many findings there are, in a sentence."""
    if not findings:
        return "No findings."
    errors = sum(1 for finding in findings if finding.severity is Severity.ERROR)
    warnings = len(findings) - errors
    parts = [plural(errors, "error")] if errors else []
    parts += [plural(warnings, "warning")] if warnings else []
    return f"{' and '.join(parts)}."
