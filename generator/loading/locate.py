"""Lines for remarks: a file is read again only when something is to be said about it."""

from collections import defaultdict
from collections.abc import Iterable

from generator.loading.load import Source, nearest_place
from generator.loading.yaml_text import places
from generator.model.finding import Finding, Remark
from generator.model.words import Severity
from generator.rules.rule import Rule


def located(said: Iterable[tuple[Rule, Severity, Remark]], source: Source) -> list[Finding]:
    """A finding for each remark, with the line and column of the value that it is about."""
    by_path: dict[str, list[tuple[Rule, Severity, Remark]]] = defaultdict(list)
    for item in said:
        by_path[item[2].path].append(item)
    findings = []
    for path, items in by_path.items():
        marks = places(source.read(path) or b"", [remark.at for _, _, remark in items])
        for rule, severity, remark in items:
            line, column = nearest_place(marks, remark.at)
            findings.append(
                Finding(
                    rule=rule.id,
                    severity=severity,
                    path=path,
                    line=line,
                    column=column,
                    message=remark.message,
                    fix=remark.fix,
                )
            )
    return findings
