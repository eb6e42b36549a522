"""Findings for a person at a terminal: by file and line, each with its line, the count last."""

from itertools import groupby

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.report import Report, closing, in_a_sentence
from generator.reporting.visible import excerpt, lines_of, visible
from generator.rules.wording import plural

MOST = 100
"""How many findings of one file are told to a person; programs are told all (decision 0047)."""
_BOLD, _RED, _YELLOW, _BLUE, _PLAIN = (f"\x1b[{code}m" for code in (1, 31, 33, 34, 0))
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}


def as_text(report: Report) -> str:
    """A line a finding, then the line that it is about; an empty line between files; the count."""
    files = groupby(report.findings, key=lambda finding: finding.path)
    told = ["\n".join(_of_a_file(path, list(these), report)) for path, these in files]
    return "\n\n".join([*told, closing(report)])


def line(finding: Finding) -> str:
    """One finding in one line: `path:line:column: severity: rule: message. Fix`."""
    return visible(
        f"{_place(finding)} {finding.severity}: {finding.rule}: {in_a_sentence(finding)}"
    )


def _of_a_file(path: str, findings: list[Finding], report: Report) -> list[str]:
    lines = lines_of(report.read(path)) if path.endswith(".yaml") else []
    told = []
    for finding in findings[:MOST]:
        told.append(_coloured(finding) if report.colour else line(finding))
        if finding.line <= len(lines) and lines[finding.line - 1].strip():
            told += _pointed_out(finding, lines[finding.line - 1], report.colour)
    if len(findings) > MOST:
        more = f"{plural(len(findings) - MOST, 'more finding')} in this file"
        told.append(f"{visible(path)}: {more}: put these right first.")
    return told


def _place(finding: Finding) -> str:
    return f"{finding.path}:{finding.line}:{finding.column}:"


def _coloured(finding: Finding) -> str:
    place, sentence = visible(_place(finding)), visible(in_a_sentence(finding))
    severity = f"{_COLOURS[finding.severity]}{finding.severity}:{_PLAIN}"
    return f"{_BOLD}{place}{_PLAIN} {severity} {finding.rule}: {sentence}"


def _pointed_out(finding: Finding, text: str, colour: bool) -> list[str]:
    """The line of the file, and under it a caret that points to the column."""
    number = f"{finding.line:>5} | "
    shown, place = excerpt(text, finding.column)
    caret = f"{'':>5} | {' ' * place}^"
    if not colour:
        return [f"{number}{shown}", caret]
    return [f"{_BLUE}{number}{_PLAIN}{shown}", f"{_BLUE}{caret}{_PLAIN}"]
