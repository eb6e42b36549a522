"""The page of a measure: its status and the sentence first, then everything behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.formula import Formula, FormulaError, Inputs
from generator.model.measure import Calculation, Measure
from generator.model.numbers import rounded
from generator.model.period import period_words
from generator.model.unit import is_worded
from generator.model.words import Status
from generator.pages import urls
from generator.pages.breakdowns import BreakdownPart, breakdown_parts
from generator.pages.build import Build
from generator.pages.chart import Chart, chart
from generator.pages.figures import flags_of, target_noun, target_text
from generator.pages.history import HistoryView, history_view
from generator.pages.judged import judgement_facts
from generator.pages.large import Large, large
from generator.pages.measure_facts import (
    about,
    assumptions,
    beside,
    caveats,
    elsewhere,
    origin,
    people,
    risks,
    smart,
    supports,
)
from generator.pages.parts import (
    ActionBox,
    Definition,
    Fact,
    Head,
    Headline,
    Link,
    Notice,
    Page,
    Prose,
    Step,
    Table,
    TrendRow,
)
from generator.pages.periods import PeriodsTable, periods_table
from generator.pages.status_words import status_view
from generator.pages.targets import targets_table
from generator.pages.trends import current_trend, trend_rows
from generator.pages.variation import VariationView, variation_view
from generator.pages.yearly import ForecastBox, forecast_box, years_table
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.released import printable
from generator.rules.units import bare, with_unit
from generator.rules.wording import day, one_line


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
    judged: tuple[Fact, ...]
    action: ActionBox | None
    commentary: Prose | None
    forecast: ForecastBox | None
    trend: tuple[TrendRow, ...]
    chart: Chart | None
    no_chart: str
    variation: VariationView | None
    periods: PeriodsTable
    years: Table | None
    targets: Table | None
    definitions: tuple[Definition, ...]
    calculation: CalculationView | None
    origin: tuple[Fact, ...]
    breakdowns: tuple[BreakdownPart, ...]
    caveats: tuple[str, ...]
    elsewhere: Table | None
    assumptions: Table | None
    people: tuple[Fact, ...]
    supports: tuple[Link, ...]
    smart: tuple[Fact, ...]
    risks: Table | None
    history: HistoryView
    edit: Link | None
    file: str


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
        data=tuple(_data(item)),
    )


def _data(item: RatedMeasure) -> Iterator[Link]:
    yield Link("data/periods.csv", "Every figure of every measure (CSV)")
    if item.variation.has_limits:
        yield Link("data/variation.csv", "Every mean and limit (CSV)")
    if item.measure.breakdowns:
        yield Link("data/breakdowns.csv", "Every figure of every group (CSV)")


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
        judged=_judged(build, current) if current else (),
        action=_action(build, current) if current else None,
        commentary=Prose(current.entry.commentary)
        if current and current.entry.commentary
        else None,
        forecast=forecast_box(build, item),
        trend=trend_rows(item),
        chart=chart(item),
        no_chart=_no_chart(item),
        variation=variation_view(build, item, path),
        periods=periods_table(build, item),
        years=years_table(item),
        targets=targets_table(build, item),
        definitions=(*about(measure), *beside(build, measure, path)),
        calculation=_calculation(item, measure.calculation) if measure.calculation else None,
        origin=tuple(origin(measure)),
        breakdowns=breakdown_parts(item),
        caveats=tuple(caveats(measure)),
        elsewhere=elsewhere(item),
        assumptions=assumptions(build, measure),
        people=tuple(people(build, item)),
        supports=tuple(supports(build, measure, path)),
        smart=tuple(smart(measure)),
        risks=risks(build, measure.risks),
        history=history_view(build, measure.id, printable(measure)),
        edit=Link(edit, "Edit this measure") if edit else None,
        file=measure.path,
    )


def _description(item: RatedMeasure) -> str:
    current = item.current
    return f"{item.measure.title}. {current.sentence}" if current else item.measure.title


def _headline(item: RatedMeasure, current: RatedEntry) -> Headline:
    value, note = _headline_value(item, current)
    return Headline(
        value=value,
        value_note=note,
        period=current.entry.period.words,
        status=status_view(current.status),
        flags=flags_of(item, current),
        sentence=current.sentence,
        target=target_text(item, current) if current.entry.target is not None else None,
        trend=current_trend(item),
        target_noun=target_noun(item),
    )


def _headline_value(item: RatedMeasure, current: RatedEntry) -> Large:
    """The figure in large print, and the unit under it where that is too long to stand beside it."""
    if current.entry.value is None:
        return Large("Judged" if current.entry.assessment else "No figure")
    return large(current.entry.value, item.measure.unit)


def _notices(build: Build, item: RatedMeasure) -> Iterator[Notice]:
    measure, current = item.measure, item.current
    if current and current.status is not current.rating.computed and current.rating.reported:
        yield Notice(
            "warning",
            "Reported status differs from the computed one",
            f"Computed: {status_view(current.rating.computed).word}. "
            f"Reported: {status_view(current.status).word}, {_by(build, current)}.",
        )
    if current and current.entry.revisions:
        last = current.entry.revisions[-1]
        yield Notice(
            "correction",
            f"This figure was changed on {day(last.on)}",
            f"It was {with_unit(last.from_, measure.unit)}. {last.reason}",
        )
    known = "\n".join(f"- {text}" for text in _before_use(measure))
    if known:
        yield Notice("info", "Before you use this figure", Prose(known))


def _by(build: Build, current: RatedEntry) -> str:
    """Who answers for a status that is not the computed one."""
    entry = current.entry
    if entry.status:
        return f"approved by {build.role(entry.status.approved_by)}"
    return f"by {build.role(entry.assessment.by)}" if entry.assessment else "by nobody named"


def _before_use(measure: Measure) -> Iterator[str]:
    """What holds of all figures of the measure and a reader should know."""
    origin, basis, until = measure.origin, measure.target_basis, measure.reported_until
    if origin:
        yield (
            f"It is a published statistic, not worked out in these files: it is taken from "
            f"{origin.dataset}, published by {origin.publisher}."
        )
    if basis and basis.is_comparison:
        yield (
            f"It is compared with {basis.name}. That is no target: none that the council agreed "
            "is published."
        )
    if until:
        stop = period_words(until.period, measure.frequency)
        yield f"Figures stop at {stop}. {one_line(until.reason)}"
    if measure.external_body:
        yield f"The result also depends on others: {measure.external_body}."


def _judged(build: Build, current: RatedEntry) -> tuple[Fact, ...]:
    """The judgements behind an assessment, and who made it: it is called a judgement (R86)."""
    said = current.entry.assessment
    if said is None:
        return ()
    who = f"{build.role(said.by)}, {day(said.on)}"
    basis = (Fact("Basis", said.basis), Fact("Professional judgement", who))
    return (*judgement_facts(said.judgements), *basis)


def _action(build: Build, current: RatedEntry) -> ActionBox | None:
    if current.status not in (Status.AMBER, Status.RED):
        return None
    action = current.entry.action
    if action is None:
        return ActionBox("What is being done", "No action is recorded.")
    return ActionBox("What is being done", action.what, build.role(action.owner), day(action.by))


def _worked(measure: Measure, formula: Formula, inputs: Inputs) -> str | None:
    """The sum with its numbers and its result; None where it cannot be worked out."""
    try:
        exact = formula.value(inputs)
    except FormulaError:
        return None
    result = rounded(exact, measure.decimals)
    note = "" if result == exact else ", rounded"
    return f"{formula.worked(inputs)} = {with_unit(result, measure.unit)}{note}"


def _no_chart(item: RatedMeasure) -> str:
    """Why there is no chart, for a measure that has none."""
    valued = sum(1 for one in item.entries if one.entry.value is not None)
    if is_worded(item.measure.unit) and valued:
        return "There is no chart, because the figures are words. They are listed below."
    if not valued:
        return "There is no chart, because there are no figures to draw."
    return "There is no chart, because there is a figure for one period only."


def _calculation(item: RatedMeasure, calculation: Calculation) -> CalculationView:
    measure, formula = item.measure, calculation.formula
    latest = next(
        (one for one in reversed(item.entries) if one.entry.inputs and one.entry.value is not None),
        None,
    )
    inputs = latest.entry.inputs if latest else None
    worked = _worked(measure, formula, inputs) if formula and inputs else None
    example = calculation.example
    return CalculationView(
        formula=formula.text if formula else None,
        inputs=tuple(
            Fact(
                name,
                meaning,
                note=f"{bare(inputs[name], '')} in {latest.entry.period.words}"
                if latest and inputs and name in inputs
                else None,
            )
            for name, meaning in (calculation.inputs or {}).items()
        ),
        worked=worked,
        worked_period=latest.entry.period.words if latest else None,
        procedure=Prose(calculation.procedure),
        source=Prose(calculation.source),
        exclusions=Prose(calculation.exclusions) if calculation.exclusions else None,
        example=f"{formula.worked(example.inputs)} = {with_unit(example.value, measure.unit)}"
        if formula and example
        else None,
    )
