"""Reports: one paper for one meeting of one body."""

from dataclasses import dataclass
from datetime import date

from generator.model.period import PeriodLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the annex of a report shows."""

    challenges: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    exceptions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Implications:
    """The standing headings on policy and resources."""

    financial: str
    legal: str
    personnel: str
    procurement: str
    council_strategic_plan: str
    equality: str
    climate: str
    privacy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a member asked, and the answer (R96)."""

    question: str
    asked: date
    owner: str
    due: date
    answer: str | None = None
    answered: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One committee report, as its file says."""

    path: str
    id: str
    title: str
    body: str
    meeting: date
    report_by: str
    period: PeriodLabel
    data: str
    contents: Contents
    purpose: str
    recommendations: tuple[str, ...]
    background: tuple[str, ...]
    performance: tuple[str, ...]
    implications: Implications
    notice: str | None = None
    item: str | None = None
    contact: str | None = None
    wards: str | None = None
    members_consulted: str | None = None
    questions: tuple[Question, ...] = ()
