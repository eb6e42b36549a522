"""What a rule is: a function, its published sentence, why it exists, a wrong and a right example."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Remark
from generator.model.words import Severity
from generator.rules.rated import Rated

Check = Callable[[Rated], Iterator[Remark]]
OverTime = Callable[[Rated, Rated], Iterator[Remark]]
"""Compares what was published before with what the files say now."""


class Sight(NamedTuple):
    """What decides what a rule says of a file, beside that file, council.yaml and the plan.

    `named` are the records that the file names, `whole` kinds of which all records are compared with
    one
    another; `beside` says for a file of one kind which other kinds are read whole; `linked` are the
    pages that links of the file lead to; `withheld` are all measures where the file has a suppressed
    period; `everything` is any record at all.
    """

    named: bool = False
    whole: tuple[str, ...] = ()
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()
    linked: bool = False
    withheld: bool = False
    everything: bool = False


ITSELF = Sight()
NAMED = Sight(named=True)
EVERYTHING = Sight(everything=True)


def beside(*kinds: tuple[str, tuple[str, ...]]) -> Sight:
    """Sees, for a file of each kind, what it names and all records of some other kinds."""
    return Sight(named=True, beside=kinds)


def all_of(kind: str) -> Sight:
    """Sees all records of one kind, and what they name."""
    return Sight(named=True, whole=(kind,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the check. `why` names the clause of the manual or the requirement.

    `sees` says what a check of one file must read for this rule (decision 0044): everything, unless
    it is known to be less.
    """

    id: str
    sentence: str
    why: str
    wrong: str
    right: str
    check: Check | None = None
    over_time: OverTime | None = None
    severity: Severity = Severity.ERROR
    sees: Sight = EVERYTHING


def rule(
    check: Check,
    *,
    why: str,
    wrong: str,
    right: str,
    severity: Severity = Severity.ERROR,
    sees: Sight = EVERYTHING,
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
        sees=sees,
    )


def rule_over_time(over_time: OverTime, *, why: str, wrong: str, right: str) -> Rule:
    """The rule over time that a function carries out: its name is the id, its docstring the rule."""
    return Rule(
        id=over_time.__name__.replace("_", "-"),
        sentence=inspect.cleandoc(over_time.__doc__ or ""),
        why=why,
        wrong=wrong,
        right=right,
        over_time=over_time,
    )
