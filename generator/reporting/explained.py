"""Rules explained: the published sentence, why it exists, a wrong and a right example."""

from collections.abc import Iterable

from generator.rules.rule import Rule

_OVER_TIME = ", over time: check --since"
"""What is added for a rule that one state of the files cannot break."""


def explained(rule: Rule) -> str:
    """One rule for a person at a terminal."""
    return "\n".join(
        [
            f"{rule.id} ({rule.severity}{_OVER_TIME if rule.over_time else ''})",
            "",
            " ".join(rule.sentence.split()),
            "",
            f"Why: {rule.why}",
            "",
            "Wrong:",
            _indented(rule.wrong),
            "",
            "Right:",
            _indented(rule.right),
        ]
    )


def listed_rules(rules: Iterable[Rule]) -> str:
    """Every rule on a line: its id, then its sentence."""
    shown = [(rule.id, " ".join(rule.sentence.split())) for rule in rules]
    width = max((len(name) for name, _ in shown), default=0)
    return "\n".join(f"{name:<{width}}  {sentence}" for name, sentence in shown)


def handbook_rules(rules: Iterable[Rule]) -> str:
    """Every rule as Markdown, for the handbook."""
    return "\n".join(
        f"## {rule.id}\n\n{' '.join(rule.sentence.split())}\n\n"
        f"**Severity:** {rule.severity}{_OVER_TIME if rule.over_time else ''}. "
        f"**Why:** {rule.why}\n\n"
        f"Wrong:\n\n```yaml\n{rule.wrong}\n```\n\nRight:\n\n```yaml\n{rule.right}\n```\n"
        for rule in rules
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())
