"""The command `explain`: a rule in full, or the list of all."""

from difflib import get_close_matches

import click

from generator.reporting.explained import explained, listed_rules
from generator.rules.checks.all_rules import EVERY_RULE


@click.command(short_help="Explain a rule, or list them all.")
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain one RULE, or list them all.

    Example: aboveboard explain value-is-recalculated
    """
    if rule is None:
        click.echo(listed_rules(EVERY_RULE.values()))
        return
    if rule not in EVERY_RULE:
        near = get_close_matches(rule, EVERY_RULE, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Run `aboveboard explain` to list them."
        raise click.UsageError(f"there is no rule {rule}. {hint}")
    click.echo(explained(EVERY_RULE[rule]))
