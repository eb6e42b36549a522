"""Commitments, with the actions and milestones that carry them out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model.judgement import Judgements
from generator.model.measure import ReportedStatus
from generator.model.people import Action, Agreement, Checked, Done, MilestoneNote, Risk
from generator.model.period import Period
from generator.model.words import MilestoneState, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What was reported of a milestone for one period."""

    period: Period
    status: Status
    progress: str
    planned: str
    as_at: date | None = None
    basis: Judgements | None = None
    despite: str | None = None
    published: str | None = None
    assessed: Done | None = None
    checked: Checked | None = None
    action: Action | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """What must happen elsewhere first, or alongside."""

    kind: str
    on: str
    stakeholder: str
    note: str | None = None

    @property
    def is_logical(self) -> bool:
        """Whether the one cannot be done before the other."""
        return self.kind == "logical"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """A point or event by which progress can be seen; `updates` run oldest first."""

    id: str
    title: str
    lead_service: str
    state: MilestoneState
    due: date | None = None
    done_when: str | None = None
    completed: date | None = None
    decision: str | None = None
    no_case_study: str | None = None
    dependencies: tuple[Dependency, ...] = ()
    updates: tuple[Update, ...] = ()

    @property
    def latest(self) -> Update | None:
        """The latest update, if there is one."""
        return self.updates[-1] if self.updates else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction:
    """What is done to meet a commitment; `measures` show what comes of it (R66)."""

    id: str
    title: str
    milestones: tuple[Milestone, ...]
    policy: str | None = None
    no_milestones: str | None = None
    measures: tuple[str, ...] = ()
    status: ReportedStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmeasurable:
    """Why no measure can follow a commitment."""

    no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One commitment of the plan, as its file says."""

    path: str
    id: str
    text: str
    lead_service: str
    owner: str
    backup: str
    actions: tuple[PlannedAction, ...]
    short_title: str | None = None
    contributing_services: tuple[str, ...] = ()
    ownership: Agreement | None = None
    outcome: str | None = None
    measurable: Unmeasurable | None = None
    external_body: str | None = None
    sdgs: tuple[int, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    risks: tuple[Risk, ...] = ()
    not_risk_assessed: str | None = None
    source: str | None = None
    changes: tuple[MilestoneNote, ...] = ()

    @property
    def mission(self) -> str:
        """The id of its mission: gc1-m3 for gc1-m3-c5."""
        return self.id.rpartition("-")[0]

    @property
    def challenge(self) -> str:
        """The id of its grand challenge: gc1 for gc1-m3-c5."""
        return self.id.partition("-")[0]

    @property
    def challenge_number(self) -> str:
        """The number of its grand challenge: 1 for gc1-m3-c5."""
        return self.challenge.removeprefix("gc")

    @property
    def mission_number(self) -> str:
        """The number of its mission within the grand challenge: 3 for gc1-m3-c5."""
        return self.mission.rpartition("-m")[2]

    @property
    def number(self) -> str:
        """Its number within the mission: 5 for gc1-m3-c5."""
        return self.id.rpartition("-c")[2]

    @property
    def milestones(self) -> Iterator[tuple[PlannedAction, Milestone]]:
        """Every milestone with its action, in the file's order."""
        return ((action, milestone) for action in self.actions for milestone in action.milestones)
