"""Small records that several kinds of file share: who agreed, calculated, checked, acts."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.model.period import PeriodLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The body that agreed something, when, and the minute that says so."""

    by: str
    on: date
    reference: str


class Done(NamedTuple):
    """A piece of work by a role on a date."""

    by: str
    on: date


class Checked(NamedTuple):
    """The second check: by whom, when, and what was done again."""

    by: str
    on: date
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What is being done about a result that is not green (manual, process risks)."""

    what: str
    owner: str
    by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Mitigation:
    """One thing done about a risk."""

    action: str
    owner: str
    by: date
    progress: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """Something that may happen, its cause, its effect and what is done about it.

    A risk that was `escalated` to a body stays open until it is `answered` (R60).
    """

    risk: str
    cause: str
    effect: str
    mitigations: tuple[Mitigation, ...]
    kind: str = "threat"
    escalated: date | None = None
    escalated_to: str | None = None
    answer: str | None = None
    answered: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A page elsewhere, with words that say what it is."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNote:
    """What of a file was changed after it was published, why, and who was told (R6).

    `what` are keys of the file; `period` and `milestone` say where, if it is about one of them.
    """

    on: date
    what: tuple[str, ...]
    why: str
    told: str
    milestone: str | None = None
    period: PeriodLabel | None = None
