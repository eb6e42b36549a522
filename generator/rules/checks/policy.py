"""The council's policy on rules: which severity each has, and is it spelt right."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.model.council import Council
from generator.model.finding import Remark
from generator.model.words import Severity
from generator.rules.checks.all_rules import EVERY_RULE, RULES
from generator.rules.over_time.all_rules import OVER_TIME_RULES
from generator.rules.rule import Rule


def severity_of(rule: Rule, council: Council) -> Severity:
    """The severity that the council's policy gives `rule`, or its own."""
    policy = (council.policy or {}).get(rule.id)
    return policy.severity if policy else rule.severity


def policy_remarks(council: Council) -> Iterator[Remark]:
    """A remark for every policy on a rule that does not exist, or that cannot be changed."""
    changeable = {rule.id for rule in (*RULES, *OVER_TIME_RULES)}
    for name in council.policy or ():
        if name in changeable:
            continue
        near = get_close_matches(name, changeable, n=1)
        yield Remark(
            path=council.path,
            at=("policy", name),
            message=(
                f"the rule {name} always holds: no policy can change it"
                if name in EVERY_RULE
                else f"there is no rule {name}"
            ),
            fix=f"Write {near[0]} instead." if near else "Delete this line.",
        )
