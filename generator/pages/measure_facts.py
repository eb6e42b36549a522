"""The standing facts of a measure: what it is about, who answers for it, what it supports."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from generator.model.goals import SDG_TITLES
from generator.model.measure import Measure, Publication
from generator.model.people import Risk
from generator.model.period import period_words
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.change_notes import noted
from generator.pages.parts import Cell, Column, Definition, Fact, Link, Prose, Row, Table
from generator.rules.rated import RatedMeasure
from generator.rules.reviews import review_due
from generator.rules.timetable import next_words
from generator.rules.units import with_unit
from generator.rules.wording import day, one_line

DIRECTIONS = {
    "higher": "Higher is better.",
    "lower": "Lower is better.",
    "range": "Best within the target range.",
    "plan": "Best on plan: above or below is worse.",
    "none": "Neither direction is better; the figure gives context.",
}
_FREQUENCIES = {
    "monthly": "every month",
    "quarterly": "every quarter",
    "financial-year": "every financial year",
    "calendar-year": "every calendar year",
    "school-year": "every school year",
    "rolling-years": "every year, over a run of years",
}


def about(measure: Measure) -> Iterator[Definition]:
    """What is measured, why it matters, what good looks like, and what of it was changed (R6)."""
    yield Definition("What is measured", Prose(measure.definition))
    yield Definition("Why it matters", Prose(measure.why_it_matters))
    good = measure.good_looks_like or ""
    direction = DIRECTIONS[measure.direction] if measure.unit else ""
    if not good and not measure.unit:
        good = "Timescale, budget and completion are judged apart, and all three are green."
    if good or direction:
        yield Definition("What good looks like", Prose(f"{good} {direction}".strip()))
    for what, why in noted(measure):
        yield Definition(what, Prose(why))


def beside(build: Build, measure: Measure, path: str) -> Iterator[Definition]:
    """The reputational note, and the measure to be read beside this one, which stays first (R63)."""
    if measure.reputation:
        yield Definition("Reputational note", Prose(measure.reputation))
    other = build.rated.by_id.get(measure.alternative.measure) if measure.alternative else None
    if measure.alternative and other:
        way = urls.relative(path, urls.measure(other.measure.id))
        result = other.current.sentence if other.current else ""
        link = f"[{markdown_of(other.measure.title)}]({way}): {markdown_of(result)}"
        yield Definition("Alternative measure", Prose(f"{measure.alternative.why}\n\n{link}"))


def markdown_of(text: str) -> str:
    """Markdown that is shown as `text` is typed."""
    return re.sub(r"([\\`*_{}\[\]()#+.!|>-])", r"\\\1", escape(text, quote=False))


def people(build: Build, item: RatedMeasure) -> Iterator[Fact]:
    """Who answers for the measure, who agreed it, and when its next figure is due."""
    measure = item.measure
    yield Fact("Service", build.service(measure.service))
    yield Fact("Owner", build.role(measure.owner))
    yield Fact("Backup", build.role(measure.backup))
    if measure.agreed:
        agreed = measure.agreed
        yield Fact("Agreed", f"{build.body(agreed.by)}, {day(agreed.on)}, {agreed.reference}")
    else:
        yield Fact("Agreed", "No agreement by a management team is recorded.")
    yield from _reviewed(build, measure)
    yield Fact("Status", _agreed_status(build, item))
    every = f", every {measure.every} periods" if measure.every > 1 else ""
    yield Fact("Reported", f"{_FREQUENCIES[measure.frequency]}{every}".capitalize())
    following = next_words(measure, build.rated.as_of, build.files.council.year_starts)
    if following:
        yield Fact("Next figure", following)
    else:
        yield Fact("Next figure", "None is expected.")


def _reviewed(build: Build, measure: Measure) -> Iterator[Fact]:
    """When the measure itself was last looked at, and by when it is to be again (R5)."""
    last = measure.review.last if measure.review else None
    due = review_due(measure, build.files.council)
    if due is None and last is None:
        return
    said = f"Last on {day(last)}." if last else "Not since it was agreed."
    if due is None:
        yield Fact("Reviewed", said)
        return
    verb = "was due" if due < build.rated.as_of else "is due"
    yield Fact("Reviewed", f"{said} The next review {verb} by {day(due)}.")


def _agreed_status(build: Build, item: RatedMeasure) -> str:
    """Who agreed the status that is shown, or that nobody has yet (R39)."""
    current = item.current
    if current is None or not current.status.is_colour:
        return "There is no colour to agree."
    said = current.entry.status
    if said and said.approved_by and said.on and said.colour is current.status:
        return f"Agreed by {build.role(said.approved_by)}, {day(said.on)}."
    return "As computed. No management team's agreement of this period is recorded."


def supports(build: Build, measure: Measure, path: str) -> Iterator[Link]:
    """What the measure helps to show, up to the plan."""
    for name in measure.supports.commitments:
        found = build.files.commitment.get(name)
        if found:
            text = f"Commitment {found.number}: {found.short_title or found.text}"
            yield Link(urls.relative(path, urls.commitment(name)), text)
    for name in measure.supports.missions:
        mission = build.files.missions.get(name)
        if mission:
            yield Link(
                urls.relative(path, urls.mission(name)),
                f"Mission {mission.number}: {mission.title}",
            )
    for name in measure.supports.duties:
        duty = build.files.duties.get(name)
        if duty:
            yield Link(
                urls.relative(path, f"{urls.DUTIES}#duty-{name}"), f"Statutory duty: {duty.name}"
            )
    for objective in measure.supports.objectives:
        yield Link(
            urls.relative(path, urls.service(measure.service)), f"Service objective: {objective}"
        )
    for number in measure.supports.sdgs:
        yield Link(
            urls.relative(path, urls.goal(number)),
            f"Sustainable Development Goal {number}: {SDG_TITLES[number]}",
        )


def smart(measure: Measure) -> Iterator[Fact]:
    """The five SMART answers, where they are recorded."""
    if measure.smart:
        for name in ("specific", "measurable", "achievable", "relevant", "timed"):
            yield Fact(name.capitalize(), getattr(measure.smart, name))


def origin(measure: Measure) -> Iterator[Fact]:
    """The published source of the figures."""
    if measure.origin is None:
        return
    source = measure.origin
    yield Fact("Publisher", source.publisher)
    yield Fact("Dataset", f"{source.dataset} ({source.code})" if source.code else source.dataset)
    yield Fact("Release", source.release)
    yield Fact("Licence", source.licence)
    yield Fact("Published at", Prose(f"[{source.url}]({source.url})"))
    if source.extract:
        yield Fact("Read from", source.extract)
    if source.note:
        yield Fact("Note", source.note)


def risks(build: Build, items: Iterable[Risk]) -> Table | None:
    """Risks in the manual's four columns; None where there are none."""
    columns = (Column("Risk"), Column("Cause"), Column("Effect"), Column("Mitigation actions"))
    rows = tuple(
        Row(
            (
                Cell(
                    risk.risk,
                    header=True,
                    note="Opportunity" if risk.kind == "opportunity" else None,
                ),
                Cell(risk.cause),
                Cell(risk.effect),
                Cell(Prose("\n".join(mitigations(build, risk)))),
            )
        )
        for risk in items
    )
    return Table("Risks, and what is done about them", columns, rows) if rows else None


def mitigations(build: Build, risk: Risk) -> Iterator[str]:
    """What is done about a risk, and what became of raising it, as lines of a list."""
    for item in risk.mitigations:
        progress = f" {item.progress}" if item.progress else ""
        yield f"- {item.action} {build.role(item.owner)}, by {day(item.by)}.{progress}"
    if risk.escalated:
        to = f" to {build.body(risk.escalated_to)}" if risk.escalated_to else ""
        yield f"- Escalated on {day(risk.escalated)}{to}. {_answer(risk)}"


def _answer(risk: Risk) -> str:
    if risk.answer and risk.answered:
        return f"Answered on {day(risk.answered)}: {risk.answer}"
    return "No answer is recorded."


def elsewhere(item: RatedMeasure) -> Table | None:
    """The same figures in other publications, each beside this site's, with why they differ (R51)."""
    measure = item.measure
    columns = (
        Column("Publication"),
        Column("Published"),
        Column("Period"),
        Column("There", "number"),
        Column("Here", "number"),
        Column("Why it differs"),
    )
    rows = tuple(
        Row(
            (
                Cell(said.where, header=True, href=said.url),
                Cell(day(said.on)),
                Cell(said.period, css="period"),
                Cell(with_unit(said.value, measure.unit), css="number"),
                Cell(_here(item, said), css="number"),
                Cell(_difference(item, said)),
            )
        )
        for said in measure.published_elsewhere
    )
    return Table("The same figures elsewhere", columns, rows) if rows else None


def _here(item: RatedMeasure, said: Publication) -> str:
    one = item.at(said.period)
    value = one.entry.value if one else None
    return "–" if value is None else with_unit(value, item.measure.unit)


def _difference(item: RatedMeasure, said: Publication) -> str:
    if said.reason:
        return one_line(said.reason)
    same = _here(item, said) == with_unit(said.value, item.measure.unit)
    return "It is the same" if same else "No reason is recorded."


def caveats(measure: Measure) -> Iterator[str]:
    """Each caveat after the periods that it holds of."""
    for caveat in measure.caveats:
        ends = (caveat.from_, caveat.to)
        match [end and period_words(end, measure.frequency) for end in ends]:
            case [None, None]:
                span = ""
            case [first, None]:
                span = f"From {first}: "
            case [None, last]:
                span = f"Up to {last}: "
            case [first, last]:
                span = f"{first}: " if first == last else f"{first} to {last}: "
        yield f"{span}{caveat.text}"


def assumptions(build: Build, measure: Measure) -> Table | None:
    """What the calculation assumes, who challenged it, and what came of it."""
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
