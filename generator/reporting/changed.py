"""What changed between two states, for a person, a pull request or a program (R157)."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.finding import Finding
from generator.reporting.report import in_a_sentence
from generator.reporting.visible import visible
from generator.rules.changes import Change, Weight, is_worse
from generator.rules.wording import listed, plural

_HEADS = {
    Weight.UNEXPLAINED: "Published figures changed without a revision",
    Weight.STATUS: "Statuses that change",
    Weight.RULE: "Rules of rating that change",
    Weight.FIGURE: "Figures",
    Weight.REMOVED: "Removed",
    Weight.TARGET: "Targets",
    Weight.DEFINITION: "Definitions and calculations",
    Weight.PEOPLE: "Owners, checks and agreements",
    Weight.PROGRESS: "Commitments and milestones",
    Weight.NEW: "New",
    Weight.OTHER: "Everything else",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """Everything that differs between two states. `broken` are findings that only the later one
    has, `mended` those that only the earlier one had.
    """

    before: str
    after: str
    changes: Sequence[Change]
    broken: Sequence[Finding] = ()
    mended: Sequence[Finding] = ()


def new_findings(before: Sequence[Finding], after: Sequence[Finding]) -> list[Finding]:
    """The findings of `after` that `before` has not, wherever their lines have moved to."""
    known = {(one.rule, one.path, one.message) for one in before}
    return [one for one in after if (one.rule, one.path, one.message) not in known]


def as_text(changed: Changed) -> str:
    """Every change under its heading, worst first, then what the check says, then the counts."""
    parts = [f"From {changed.before} to {changed.after}", ""]
    for head, changes in _grouped(changed.changes):
        parts.append(head)
        parts += [f"  {visible(_place(one))}: {visible(one.sentence)}" for one in changes]
        parts.append("")
    for head, findings in _findings(changed):
        parts.append(head)
        parts += [f"  {visible(one.path)}: {visible(in_a_sentence(one))}" for one in findings]
        parts.append("")
    return "\n".join([*parts, summary(changed)])


def as_json(changed: Changed) -> str:
    """All of it as one object: before, after, changes, broken, mended."""
    changes = [
        {**one._asdict(), "weight": one.weight.name.lower(), "worse": is_worse(one)}
        for one in changed.changes
    ]
    told = {
        "before": changed.before,
        "after": changed.after,
        "changes": changes,
        "broken": [_finding(one) for one in changed.broken],
        "mended": [_finding(one) for one in changed.mended],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def summary(changed: Changed) -> str:
    """The counts in a sentence: 2 statuses change, 1 for the worse; 3 figures; ..."""
    if not changed.changes and not changed.broken and not changed.mended:
        return "Nothing that is published differs."
    counts = Counter(one.weight for one in changed.changes)
    told = []
    if counts[Weight.STATUS]:
        worse = sum(map(is_worse, changed.changes))
        how = f" ({worse} for the worse)" if worse else ""
        told.append(f"{plural(counts[Weight.STATUS], 'status', 'statuses')} change{how}")
    if counts[Weight.UNEXPLAINED]:
        told.append(f"{plural(counts[Weight.UNEXPLAINED], 'published figure')} without a revision")
    rest = sum(counts.values()) - counts[Weight.STATUS] - counts[Weight.UNEXPLAINED]
    if rest:
        told.append(plural(rest, "other change"))
    for count, word in (
        (len(changed.broken), "new finding"),
        (len(changed.mended), "mended finding"),
    ):
        if count:
            told.append(plural(count, word))
    return f"{listed(told)}."


def _grouped(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    for weight, head in _HEADS.items():
        found = [one for one in changes if one.weight is weight]
        if found:
            yield head, found


def _findings(changed: Changed) -> Iterator[tuple[str, Sequence[Finding]]]:
    if changed.broken:
        yield "New findings of the check", changed.broken
    if changed.mended:
        yield "Findings that are mended", changed.mended


def _place(one: Change) -> str:
    return f"{one.item} {one.period}".strip()


def _finding(one: Finding) -> dict[str, str | int]:
    return {
        "rule": one.rule,
        "severity": str(one.severity),
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "message": one.message,
        "fix": one.fix,
    }
