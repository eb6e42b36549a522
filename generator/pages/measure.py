"""The page of a measure: its status and the sentence first, then everything behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.measure import Calculation, Measure, PeriodEntry
from generator.model.numbers import plain, rounded
from generator.model.words import Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.chart import Chart, chart
from generator.pages.figures import target_text, value_words
from generator.pages.measure_facts import about, origin, people, risks, smart, supports
from generator.pages.parts import (
    ActionBox,
    Cell,
    Column,
    Definition,
    Fact,
    Head,
    Headline,
    Link,
    Notice,
    Page,
    Prose,
    Row,
    Step,
    Table,
)
from generator.pages.status_words import flag_words, status_view
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.units import percent, unit_name, with_unit
from generator.rules.wording import day


@dataclass(frozen=True, slots=True)
class CalculationView:
    """How the figure is worked out, with the latest inputs worked through."""

    formula: str | None
    inputs: tuple[Fact, ...]
    worked: str | None
    worked_period: str | None
    procedure: Prose
    source: Prose
    exclusions: Prose | None
    example: str | None


@dataclass(frozen=True, slots=True)
class MeasureView:
    """Everything that the page of a measure shows."""

    head: Head
    headline: Headline | None
    notices: tuple[Notice, ...]
    action: ActionBox | None
    commentary: Prose | None
    chart: Chart | None
    periods: Table
    definitions: tuple[Definition, ...]
    calculation: CalculationView | None
    origin: tuple[Fact, ...]
    caveats: tuple[str, ...]
    assumptions: Table | None
    people: tuple[Fact, ...]
    supports: tuple[Link, ...]
    smart: tuple[Fact, ...]
    risks: Table | None
    edit: Link | None


def measure_page(build: Build, item: RatedMeasure) -> Page:
    """The page of one measure."""
    measure = item.measure
    path = urls.measure(measure.id)
    return Page(
        path=path,
        template="measure.html",
        title=measure.title,
        description=_description(item),
        trail=(
            Step("Home", urls.HOME),
            Step("Measures", urls.MEASURES),
            Step(measure.title),
        ),
        section=urls.MEASURES,
        root=urls.root_of(path),
        view=_view(build, item, path),
        data=(Link("data/periods.csv", "Every figure of every measure (CSV)"),),
    )


def _view(build: Build, item: RatedMeasure, path: str) -> MeasureView:
    measure, current = item.measure, item.current
    edit = build.edit_href(measure.path)
    service = build.service(measure.service)
    return MeasureView(
        head=Head(
            measure.title, f"{measure.level.replace('-', ' ').capitalize()} measure, {service}"
        ),
        headline=_headline(item, current) if current else None,
        notices=tuple(_notices(build, item)),
        action=_action(build, current) if current else None,
        commentary=Prose(current.entry.commentary)
        if current and current.entry.commentary
        else None,
        chart=chart(item),
        periods=_periods(build, item),
        definitions=tuple(about(measure)),
        calculation=_calculation(item, measure.calculation) if measure.calculation else None,
        origin=tuple(origin(measure)),
        caveats=tuple(_caveats(measure)),
        assumptions=_assumptions(build, measure),
        people=tuple(people(build, item)),
        supports=tuple(supports(build, measure, path)),
        smart=tuple(smart(measure)),
        risks=risks(build, measure.risks),
        edit=Link(edit, "Edit this measure") if edit else None,
    )


def _description(item: RatedMeasure) -> str:
    current = item.current
    return f"{item.measure.title}. {item.sentence(current)}" if current else item.measure.title


def _headline(item: RatedMeasure, current: RatedEntry) -> Headline:
    return Headline(
        value=value_words(item, current)
        if current.entry.value is not None
        else status_view(current.status).word,
        period=current.entry.period.label,
        status=status_view(current.status),
        flags=flag_words(current.rating.flags),
        sentence=item.sentence(current),
        target=target_text(item, current) if current.entry.target is not None else None,
    )


def _notices(build: Build, item: RatedMeasure) -> Iterator[Notice]:
    measure, current = item.measure, item.current
    if current and current.status is not current.rating.computed and current.rating.reported:
        yield Notice(
            "warning",
            "Reported status differs from the computed one",
            f"Computed: {status_view(current.rating.computed).word}. "
            f"Reported: {status_view(current.status).word}, approved by "
            f"{build.role(current.entry.status.approved_by if current.entry.status else None)}.",
        )
    if current and current.entry.revisions:
        last = current.entry.revisions[-1]
        yield Notice(
            "correction",
            f"This figure was changed on {day(last.on)}",
            f"It was {with_unit(last.from_, measure.unit)}. {last.reason}",
        )
    if measure.is_published_statistic and measure.origin:
        yield Notice(
            "info",
            "Published statistic",
            f"The council does not work this figure out itself. It is taken from {measure.origin.dataset}, "
            f"published by {measure.origin.publisher}.",
        )
    if measure.target_basis and measure.target_basis.is_comparison:
        yield Notice(
            "info",
            "A comparison, not a target",
            f"No target that the council agreed is published. The figure is compared with "
            f"{measure.target_basis.name}.",
        )
    if measure.reported_until:
        until = measure.reported_until
        yield Notice("info", f"Figures stop at {until.period}", Prose(until.reason))
    if measure.external_body:
        yield Notice(
            "info",
            "Not in the council's hands alone",
            f"The result also depends on {measure.external_body}.",
        )


def _action(build: Build, current: RatedEntry) -> ActionBox | None:
    if current.status not in (Status.AMBER, Status.RED):
        return None
    action = current.entry.action
    if action is None:
        return ActionBox("What is being done", "No action recorded.")
    return ActionBox("What is being done", action.what, build.role(action.owner), day(action.by))


def _periods(build: Build, item: RatedMeasure) -> Table:
    measure = item.measure
    others = _comparison_names(measure)
    columns = (
        Column("Period"),
        Column(f"Result ({unit_name(measure.unit)})" if measure.unit else "Result", "number"),
        Column("Target", "number"),
        Column("Outwith target", "number"),
        Column("Status"),
        *(Column(name.replace("-", " ").capitalize(), "number") for name in others),
        Column("How it is known"),
    )
    rows = tuple(_period_row(build, item, one, others) for one in reversed(item.entries))
    return Table("Every period, newest first", columns, rows)


def _period_row(build: Build, item: RatedMeasure, one: RatedEntry, others: tuple[str, ...]) -> Row:
    entry, unit = one.entry, item.measure.unit
    outwith = "–" if one.rating.outwith is None else _outwith(item.measure, one)
    compared = entry.comparisons or {}
    return Row(
        (
            Cell(entry.period.label.replace(" ", "\u00a0"), header=True),
            Cell(value_words(item, one), "number"),
            Cell(target_text(item, one), "number"),
            Cell(outwith, "number"),
            Cell(
                "",
                status=status_view(one.status),
                flags=flag_words(one.rating.flags),
                note=item.sentence(one),
            ),
            *(
                Cell(with_unit(compared[name], unit) if name in compared else "–", "number")
                for name in others
            ),
            Cell(_known(build, item.measure, entry)),
        )
    )


def _outwith(measure: Measure, one: RatedEntry) -> str:
    distance = one.rating.outwith
    if distance is None or distance <= 0:
        return "met"
    return percent(distance) if measure.basis == "relative" else f"{plain(distance)} points"


def _known(build: Build, measure: Measure, entry: PeriodEntry) -> str:
    """Who calculated and who checked, or where a published figure comes from."""
    if measure.origin and entry.has_result:
        return f"From {measure.origin.publisher}, {measure.origin.release}"
    told = []
    if entry.assessment:
        told.append(f"Assessed by {build.role(entry.assessment.by)}, {day(entry.assessment.on)}.")
    if entry.calculated:
        told.append(f"Calculated by {build.role(entry.calculated.by)}, {day(entry.calculated.on)}.")
    if entry.checked:
        told.append(
            f"Checked by {build.role(entry.checked.by)}, {day(entry.checked.on)}: {entry.checked.how}"
        )
    elif entry.has_result:
        told.append("Awaiting second check.")
    if entry.evidence:
        taken = f", extracted {day(entry.evidence.extracted)}" if entry.evidence.extracted else ""
        told.append(f"Evidence: {entry.evidence.source}{taken}.")
    for revision in entry.revisions:
        told.append(
            f"Changed on {day(revision.on)} from {with_unit(revision.from_, measure.unit)} "
            f"({revision.type}): {revision.reason}"
        )
    if entry.break_:
        told.append(f"Break in the series: {entry.break_}")
    if entry.target_note:
        told.append(f"Target: {entry.target_note}")
    return " ".join(told) or "–"


def _comparison_names(measure: Measure) -> tuple[str, ...]:
    names: dict[str, None] = {}
    for entry in measure.periods:
        names.update(dict.fromkeys(entry.comparisons or ()))
    return tuple(names)


def _calculation(item: RatedMeasure, calculation: Calculation) -> CalculationView:
    measure, formula = item.measure, calculation.formula
    latest = next(
        (one for one in reversed(item.entries) if one.entry.inputs and one.entry.value is not None),
        None,
    )
    worked = None
    inputs = latest.entry.inputs if latest else None
    if formula and inputs:
        exact = formula.value(inputs)
        worked = f"{formula.worked(inputs)} = {with_unit(rounded(exact, measure.decimals), measure.unit)}"
    example = calculation.example
    return CalculationView(
        formula=formula.text if formula else None,
        inputs=tuple(
            Fact(
                name,
                meaning,
                note=f"{plain(inputs[name])} in {latest.entry.period.label}"
                if latest and inputs and name in inputs
                else None,
            )
            for name, meaning in (calculation.inputs or {}).items()
        ),
        worked=worked,
        worked_period=latest.entry.period.label if latest else None,
        procedure=Prose(calculation.procedure),
        source=Prose(calculation.source),
        exclusions=Prose(calculation.exclusions) if calculation.exclusions else None,
        example=f"{formula.worked(example.inputs)} = {with_unit(example.value, measure.unit)}"
        if formula and example
        else None,
    )


def _caveats(measure: Measure) -> Iterable[str]:
    for caveat in measure.caveats:
        match caveat.from_, caveat.to:
            case None, None:
                span = ""
            case first, None:
                span = f"From {first}: "
            case None, last:
                span = f"Up to {last}: "
            case first, last:
                span = f"{first}: " if first == last else f"{first} to {last}: "
        yield f"{span}{caveat.text}"


def _assumptions(build: Build, measure: Measure) -> Table | None:
    if not measure.assumptions:
        return None
    columns = (Column("Assumption"), Column("Challenged by"), Column("On"), Column("Outcome"))
    rows = tuple(
        Row(
            (
                Cell(item.text, header=True),
                Cell(build.role(item.challenged_by)),
                Cell(day(item.on)),
                Cell(item.outcome),
            )
        )
        for item in measure.assumptions
    )
    return Table("Assumptions in the calculation", columns, rows)
