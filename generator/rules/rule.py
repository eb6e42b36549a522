"""What a rule is: a function, its published sentence, why it exists, a wrong and a right example."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.model.finding import Remark
from generator.model.words import Severity
from generator.rules.rated import Rated

Check = Callable[[Rated], Iterator[Remark]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the check. `why` names the clause of the manual or the requirement."""

    id: str
    sentence: str
    why: str
    wrong: str
    right: str
    check: Check | None = None
    severity: Severity = Severity.ERROR


def rule(
    check: Check, *, why: str, wrong: str, right: str, severity: Severity = Severity.ERROR
) -> Rule:
    """The rule that the function `check` carries out: its name is the id, its docstring the rule."""
    return Rule(
        id=check.__name__.replace("_", "-"),
        sentence=inspect.cleandoc(check.__doc__ or ""),
        why=why,
        wrong=wrong,
        right=right,
        check=check,
        severity=severity,
    )
