"""The risks of the process as the handbook prints them: two columns, and the rules (R64)."""

from generator.rules.process_risks import PROCESS_RISKS, ProcessRisk

_HEAD = """---
description: The seven risks of the process, what is done about each, and the rules that control it.
---
# Risks of the process

What can go wrong when performance is measured and reported, and what stands against it. The causes,
the effects and today's counts are on the public page [Risks of the process](site:process-risks.html),
which is made from the same register.

| Risk | What is done about it | Rules that control it |
|---|---|---|
"""


def handbook_process_risks() -> str:
    """The page of the handbook on the risks of the process."""
    return _HEAD + "".join(
        f"| {risk.risk} | {' '.join(risk.mitigations)} | {_controlling(risk)} |\n"
        for risk in PROCESS_RISKS
    )


def _controlling(risk: ProcessRisk) -> str:
    rules = dict.fromkeys(rule for control in risk.controls for rule in control.rules)
    return ", ".join(f"[{rule}](rules.md#{rule})" for rule in rules)
