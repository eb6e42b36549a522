"""The check: every rule over every record of one state of the files."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.words import Severity
from generator.rules.checks.all_rules import EVERY_RULE, RULES
from generator.rules.checks.policy import policy_remarks, severity_of
from generator.rules.rated import Rated
from generator.rules.remarks import remarks_of
from generator.rules.rule import Rule


def check(rated: Rated) -> Iterator[tuple[Rule, Severity, Remark]]:
    """What every rule has to say, each with the severity that the council's policy gives it."""
    council = rated.catalogue.council
    for remark in policy_remarks(council):
        yield EVERY_RULE["schema"], Severity.ERROR, remark
    for rule in RULES:
        severity = severity_of(rule, council)
        if severity is Severity.OFF or rule.check is None:
            continue
        for remark in remarks_of(rule, rated):
            yield rule, severity, remark
