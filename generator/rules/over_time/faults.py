"""What the rules over time say of two states of the files."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model.finding import Remark
from generator.model.words import Severity
from generator.rules.checks.policy import severity_of
from generator.rules.over_time.all_rules import OVER_TIME_RULES
from generator.rules.rated import Rated
from generator.rules.rule import Rule

_STRICTEST = (Severity.ERROR, Severity.WARNING, Severity.OFF)


def faults_between(
    before: Rated, after: Rated, commit: str
) -> Iterator[tuple[Rule, Severity, Remark]]:
    """What every rule over time has to say, each with its severity and the commit of the old state.

    A rule is relaxed from the next change on: of the policies before and after the stricter holds,
    so that no change excuses itself.
    """
    for rule in OVER_TIME_RULES:
        severity = _severity(rule, before, after)
        if severity is Severity.OFF or rule.over_time is None:
            continue
        for remark in rule.over_time(before, after):
            told = f"{remark.message} (before: commit {commit[:12]})"
            yield rule, severity, replace(remark, message=told)


def _severity(rule: Rule, before: Rated, after: Rated) -> Severity:
    both = (severity_of(rule, one.catalogue.council) for one in (before, after))
    return min(both, key=_STRICTEST.index)
