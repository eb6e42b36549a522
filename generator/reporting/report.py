"""What a check has to tell, and what a format may need in order to tell it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.rules.rule import Rule
from generator.rules.wording import plural

WORST_FIRST = (Severity.ERROR, Severity.WARNING)
"""What a finding may be, the worst first."""


def _nothing(_: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of one check. `looked_at` counts the files, where not all were looked at."""

    findings: Sequence[Finding]
    looked_at: int | None = None
    narrowed_by: str = ""
    """What left the other files out, as it is typed: `--since`."""
    read: Callable[[str], bytes | None] = _nothing
    """Gives the bytes of a file of the repository, for the line that a finding is about."""
    rules: Mapping[str, Rule] = field(default_factory=dict)
    version: str = ""
    prefix: str = ""
    """The way from the top of the git repository to the content: `content/`, or nothing."""
    changed: frozenset[str] = frozenset()
    """The files that come first where not all can be shown."""
    colour: bool = False
    has_summary: bool = False
    """Whether what GitHub cannot put on a line is written to the summary of the run."""


def of(findings: Sequence[Finding], severity: Severity) -> list[Finding]:
    """Those of `findings` that have this severity."""
    return [finding for finding in findings if finding.severity is severity]


def worst_first(report: Report) -> list[Finding]:
    """Errors before warnings, and among each the files that were changed before the others."""
    return sorted(
        report.findings,
        key=lambda one: (WORST_FIRST.index(one.severity), one.path not in report.changed),
    )


def counted(findings: Sequence[Finding]) -> str:
    """How many findings there are, in a sentence."""
    said = _count(findings)
    return f"{said}." if said else "No findings."


def closing(report: Report) -> str:
    """How many findings there are, and of how many files, where these are not all."""
    return " ".join(filter(None, [counted(report.findings), narrowed(report)]))


def narrowed(report: Report) -> str:
    """That other files were not looked at, and how to check them; nothing when all were."""
    if report.looked_at is None:
        return ""
    few = f"Only {plural(report.looked_at, 'file')}" if report.looked_at else "No file"
    verb = "was" if report.looked_at in (0, 1) else "were"
    return f"{few} {verb} looked at: run without {report.narrowed_by} to check all."


def _count(findings: Sequence[Finding]) -> str:
    counts = {severity: len(of(findings, severity)) for severity in WORST_FIRST}
    return " and ".join(plural(count, severity) for severity, count in counts.items() if count)


def in_a_sentence(finding: Finding) -> str:
    """What is wrong, and what to do about it."""
    return f"{finding.message.rstrip('.')}. {finding.fix}"
