"""Small records for tests: a measure of crisis grants, its council, and files held in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.model.catalogue import Catalogue, make_catalogue
from generator.model.commitment import (
    Commitment,
    Dependency,
    Milestone,
    PlannedAction,
    Update,
)
from generator.model.council import Bands, Council, Framework, Licence, Site
from generator.model.finding import Finding
from generator.model.formula import Inputs
from generator.model.judgement import Judgement, Judgements
from generator.model.measure import (
    Assessment,
    Evidence,
    Measure,
    Origin,
    PeriodEntry,
    Range,
    ReportedStatus,
    Revision,
    Supports,
)
from generator.model.people import Agreement, Checked, Done
from generator.model.period import parse_period, plan_period
from generator.model.plan import Approval, Challenge, Mission, Plan
from generator.model.settings import OwnBands, TargetBasis, Tolerance
from generator.model.words import (
    Basis,
    Direction,
    Frequency,
    Kind,
    Level,
    MilestoneState,
    Status,
)
from generator.resources import schemas
from generator.rules.outcome import Rating
from generator.rules.rated import RatedMeasure, rate_measure
from generator.rules.rating import rate
from generator.state import State, read_state

ROOT = Path(__file__).parent.parent
AS_OF = date(2025, 3, 31)
"""The day on which tests are set: the end of the financial year 2024-25."""

AGREED = Agreement(by="smt", on=date(2024, 3, 12), reference="item 2")

Number = Decimal | int | str


def number(value: Number | None) -> Decimal | None:
    """A number as it would be read from a file."""
    return None if value is None else Decimal(value)


def span(low: Number, high: Number) -> Range:
    """A target range."""
    return Range(low=Decimal(low), high=Decimal(high))


def bands(from_: str, green: Number, amber: Number) -> Bands:
    """Corporate bands that hold from a date on."""
    return Bands(
        from_=date.fromisoformat(from_),
        green_up_to=Decimal(green),
        amber_up_to=Decimal(amber),
        adopted_by="The council",
    )


MANUAL_BANDS = bands("2010-04-01", "2.49", "4.99")


def council(*held: Bands) -> Council:
    """A council with these bands, or with the manual's."""
    return Council(
        path="council.yaml",
        name="Example Council",
        site=Site(title="Example"),
        licence=Licence(name="OGL", url="https://example.org/licence"),
        framework=Framework(name="Framework", version="2", date="September 2024"),
        contacts=(),
        bodies=(),
        services=(),
        roles=(),
        bands=held or (MANUAL_BANDS,),
    )


def entry(
    value: Number | None = None,
    target: Number | Range | None = None,
    label: str = "2024-25 Q1",
    frequency: Frequency = Frequency.QUARTERLY,
    inputs: Inputs | None = None,
) -> PeriodEntry:
    """One period with a value and a target."""
    return PeriodEntry(
        period=parse_period(label, frequency),
        value=number(value),
        target=target if isinstance(target, Range) else number(target),
        inputs=inputs,
    )


def measure(
    *periods: PeriodEntry,
    direction: Direction = Direction.HIGHER,
    unit: str = "percent",
    basis: Basis = Basis.RELATIVE,
    frequency: Frequency = Frequency.QUARTERLY,
) -> Measure:
    """A measure whose figures are due 45 days after each period."""
    return Measure(
        path="measures/financial-services/crisis-grants.yaml",
        id="crisis-grants",
        title="Crisis grants decided within one working day",
        kind=Kind.QUANTITATIVE,
        level=Level.STRATEGIC,
        definition="Applications decided within one working day.",
        why_it_matters="People in a crisis cannot wait.",
        service="financial-services",
        owner="welfare-fund-manager",
        backup="benefits-performance-officer",
        supports=Supports(),
        frequency=frequency,
        due_after_days=45,
        periods=periods,
        decimals=1,
        unit=unit,
        direction=direction,
        tolerance=Tolerance(basis=basis),
        agreed=AGREED,
    )


def qualitative(*periods: PeriodEntry) -> Measure:
    """A measure that is judged from facts."""
    return replace(measure(*periods, unit=""), kind=Kind.QUALITATIVE, direction=Direction.NONE)


def rating(
    value: Number | None,
    target: Number | Range | None,
    direction: Direction = Direction.HIGHER,
    basis: Basis = Basis.RELATIVE,
) -> Rating:
    """How one value is rated by the manual's bands."""
    return rating_of(measure(entry(value, target), direction=direction, basis=basis))


def rating_of(item: Measure, as_of: date = AS_OF, under: Council | None = None) -> Rating:
    """How the latest period of a measure is rated."""
    return rate(item, item.periods[-1], under or council(), as_of)


def sentence_of(item: Measure, as_of: date = AS_OF, under: Council | None = None) -> str:
    """The sentence of the latest period of a measure."""
    rated = rated_measure(item, as_of, under)
    return rated.entries[len(item.periods) - 1].sentence


def rated_measure(item: Measure, as_of: date = AS_OF, under: Council | None = None) -> RatedMeasure:
    """A measure with every period rated."""
    return rate_measure(item, under or council(), as_of)


def catalogue(*measures: Measure, commitments: tuple[Commitment, ...] = ()) -> Catalogue:
    """A catalogue of these measures and commitments, under one grand challenge of two missions."""
    plan = Plan(
        path="commitments/plan.yaml",
        title="Plan",
        from_=2022,
        to=2027,
        approved=Approval(by="council", on=date(2022, 10, 27)),
        declared_commitments=1,
        challenges=(
            Challenge(
                id="gc1",
                title="Challenge",
                missions=tuple(
                    Mission(id=name, title="Mission", wording="exact")
                    for name in ("gc1-m1", "gc1-m2")
                ),
            ),
        ),
    )
    return make_catalogue(council=council(), plan=plan, measures=measures, commitments=commitments)


def own_bands(green: Number, amber: Number, from_: str, basis: Basis = Basis.RELATIVE) -> Tolerance:
    """Bands that a measure has of its own from a date on."""
    own = OwnBands(
        green_up_to=Decimal(green),
        amber_up_to=Decimal(amber),
        from_=date.fromisoformat(from_),
        reason="One case is 5%.",
        agreed=AGREED,
    )
    return Tolerance(basis=basis, bands=(own,))


def reported(
    colour: Status, *, expires: str | None = "2026-03-31", approved: bool = True
) -> ReportedStatus:
    """A status that the management team reports in place of the computed one."""
    return ReportedStatus(
        colour=colour,
        reason="One late case was misfiled.",
        approved_by="director" if approved else None,
        second_approver="chief-executive",
        on=date(2024, 10, 1),
        expires=date.fromisoformat(expires) if expires else None,
    )


def judgements(
    timescale: Status = Status.GREEN,
    budget: Status = Status.GREEN,
    completion: Status = Status.GREEN,
) -> Judgements:
    """Three judgements, each with its fact."""
    return Judgements(
        timescale=Judgement(colour=timescale, fact="Two weeks from plan."),
        budget=Judgement(colour=budget, fact="£640 of £1,000 is spent."),
        completion=Judgement(colour=completion, fact="Four of 20 steps."),
    )


def assessment(status: Status, judged: Judgements | None = None) -> Assessment:
    """An assessment of a qualitative measure; its judgements give the status it reports."""
    judged = judged or judgements(timescale=status)
    return Assessment(
        status=status,
        timescale=judged.timescale,
        budget=judged.budget,
        completion=judged.completion,
        basis="All four steps that were due are done.",
        by="parks-manager",
        on=date(2024, 7, 15),
    )


def update(
    status: Status,
    judged: Judgements | None = None,
    label: str = "2024-25 Q2",
    despite: str | None = None,
    published: str | None = None,
) -> Update:
    """What is reported of a milestone: by its judgements, or as published, or resting on nothing."""
    return Update(
        period=plan_period(label),
        status=status,
        progress="Two of three teams moved.",
        planned="The third moves by November.",
        basis=judged,
        despite=despite,
        published=published,
    )


def milestone(
    *updates: Update,
    name: str = "one-office",
    due: str | None = None,
    state: MilestoneState = MilestoneState.CURRENT,
    dependencies: tuple[Dependency, ...] = (),
) -> Milestone:
    """A milestone; one that has ended was completed, or decided on, in June 2024."""
    return Milestone(
        id=name,
        title=f"Milestone {name}",
        lead_service="housing",
        state=state,
        due=date.fromisoformat(due) if due else None,
        completed=date(2024, 6, 14) if state is MilestoneState.COMPLETE else None,
        decision="CMT, 3 June 2024, item 2",
        updates=updates,
        dependencies=dependencies,
    )


def planned(
    *milestones: Milestone,
    name: str = "a1",
    measures: tuple[str, ...] = (),
    status: ReportedStatus | None = None,
) -> PlannedAction:
    """An action with these milestones."""
    return PlannedAction(
        id=name, title=f"Action {name}", milestones=milestones, measures=measures, status=status
    )


def commitment(
    *actions: PlannedAction, name: str = "gc1-m1-c1", dependencies: tuple[Dependency, ...] = ()
) -> Commitment:
    """A commitment with these actions."""
    return Commitment(
        path=f"commitments/gc1/m1/{name}.yaml",
        id=name,
        text=f"Commitment {name}",
        lead_service="housing",
        owner="housing-manager",
        backup="team-leader",
        actions=actions,
        dependencies=dependencies,
    )


def waits_for(on: str, kind: str = "logical") -> Dependency:
    """A dependency on something."""
    return Dependency(kind=kind, on=on, stakeholder="Housing")


def revision(kind: str) -> Revision:
    """A change to a published figure."""
    return Revision(
        on=date(2024, 9, 1), from_=Decimal(90), type=kind, reason="Late cases.", told="SMT"
    )


def comparison(name: str = "the figure for Scotland") -> TargetBasis:
    """Targets that are figures of others."""
    return TargetBasis(kind="comparison", source="National statistics", name=name)


ORIGIN = Origin(
    publisher="Publisher",
    dataset="Dataset",
    release="2025",
    licence="OGL",
    url="https://example.org/data",
)
CHECKED = Checked(by="checker", on=date(2024, 7, 25), how="Recomputed from the extract.")
CALCULATED = Done(by="calculator", on=date(2024, 7, 22))
EVIDENCE = Evidence(source="Case system")


@dataclass(frozen=True, slots=True)
class Files:
    """A content repository held in memory, path by path."""

    texts: Mapping[str, bytes]

    def paths(self) -> list[str]:
        """Every path, sorted."""
        return sorted(self.texts)

    def read(self, path: str) -> bytes | None:
        """The bytes of one file; None when there is no such file."""
        return self.texts.get(path)

    def having(self, path: str, text: bytes) -> "Files":
        """The same repository with one file put in or put in place of another."""
        return Files({**self.texts, path: text})

    def without(self, path: str) -> "Files":
        """The same repository without one file."""
        return Files({name: text for name, text in self.texts.items() if name != path})


def files_under(folder: Path) -> Files:
    """Every file of a folder of the disk."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return Files({path.relative_to(folder).as_posix(): path.read_bytes() for path in found})


def state_of(files: Files, as_of: date = AS_OF) -> State:
    """The state of a repository held in memory."""
    return read_state(files, schemas(), as_of)


def in_one_line(finding: Finding) -> str:
    """A finding as the examples write it: `line:column severity rule: message. fix`."""
    return (
        f"{finding.line}:{finding.column} {finding.severity} {finding.rule}: "
        f"{finding.message.rstrip('.')}. {finding.fix}"
    )
