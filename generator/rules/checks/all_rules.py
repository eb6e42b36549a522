"""Every rule of the check, in the order in which the handbook lists them."""

from collections.abc import Mapping

from generator.model.words import Severity
from generator.rules.checks.core_rules import CORE_RULES
from generator.rules.checks.loading_rules import LOADING_RULES
from generator.rules.checks.measure_rules import MEASURE_RULES
from generator.rules.checks.period_rules import PERIOD_RULES
from generator.rules.checks.releasing import RELEASE_RULES
from generator.rules.checks.text_rules import TEXT_RULES
from generator.rules.over_time.all_rules import OVER_TIME_RULES
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *CORE_RULES,
    *PERIOD_RULES,
    *MEASURE_RULES,
    *TEXT_RULES,
    *RELEASE_RULES,
)
"""What is checked once the files are read."""

HISTORY_RULES: tuple[Rule, ...] = (
    Rule(
        id="frozen-data-is-known",
        sentence="The tag or commit at which a paper is frozen is part of the history.",
        why="A paper that names a state which nobody can find shows other figures than members saw (R98).",
        wrong="data: release-of-last-may",
        right="data: 2025-05",
        severity=Severity.WARNING,
    ),
)
"""What only git can say; where there is no history nothing is said."""

EVERY_RULE: Mapping[str, Rule] = {
    each.id: each for each in (*LOADING_RULES, *RULES, *OVER_TIME_RULES, *HISTORY_RULES)
}
"""Every rule by its id; those over time are checked where --since names an earlier state."""
