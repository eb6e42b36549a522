"""The registers of the assurance page: what auditors found, and where to look next."""

from collections.abc import Iterable, Iterator

from generator.model.commitment import Commitment
from generator.model.measure import Measure
from generator.model.words import Kind
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Row, Table
from generator.pages.targets import RegisterPart
from generator.rules.checks.recalculations import Recalculated, recalculations
from generator.rules.dependence import PERIODS, single_person
from generator.rules.escalations import OpenEscalation, open_escalations
from generator.rules.over_time.commits import commit_date_faults
from generator.rules.pressure import LATE_DAYS
from generator.rules.pressure_past import every_signal
from generator.rules.reviews import review_due
from generator.rules.units import with_unit
from generator.rules.wording import capital, day, one_line, plural


def registers(build: Build) -> Iterator[RegisterPart]:
    """Every register, in the order of the page."""
    yield _recalculated(build)
    yield _reviews(build)
    yield _dependence(build)
    yield _procedures(build)
    yield _signals(build)
    yield _dates(build)
    yield _escalations(build)


def _register(
    name: str, title: str, about: str, columns: Iterable[str], rows: list[Row], none: str
) -> RegisterPart:
    table = Table(title, tuple(map(Column, columns)), tuple(rows)) if rows else None
    return RegisterPart(name, title, about, table, none)


def _measure(measure: Measure) -> Cell:
    return Cell(measure.title, header=True, href=urls.measure(measure.id))


def _recalculated(build: Build) -> RegisterPart:
    rows = [
        Row(
            (
                _measure(one.measure),
                Cell(one.entry.period.words, css="period"),
                Cell(f"{build.role(one.again.by)}, {day(one.again.on)}"),
                Cell(_found(one)),
                Cell(_finding(build, one), css="words"),
            )
        )
        for measure in build.files.measures
        for one in recalculations(measure)
    ]
    return _register(
        "recalculated",
        "Figures that an auditor worked out again",
        "Worked out from the source, apart from those who calculate and check the figure.",
        ("Measure", "Period", "By", "Found", "What follows"),
        rows,
        "No recalculation by an auditor is recorded.",
    )


def _found(one: Recalculated) -> str:
    found = with_unit(one.again.value, one.measure.unit)
    return f"{found}: another figure" if one.differs else f"{found}: the same"


def _finding(build: Build, one: Recalculated) -> str:
    finding = one.again.finding
    if finding is None:
        return one_line(one.again.how)
    told = f"{one_line(finding.what)} {build.role(finding.owner)}, by {day(finding.by)}."
    if finding.closed:
        return f"{told} Closed on {day(finding.closed)}."
    return f"{told} {'Overdue.' if finding.by < build.rated.as_of else 'Open.'}"


def _reviews(build: Build) -> RegisterPart:
    council = build.files.council
    overdue = [
        (due, measure)
        for measure in build.rated.in_use
        if (due := review_due(measure, council)) and due < build.rated.as_of
    ]
    rows = [
        Row((_measure(measure), Cell(build.service(measure.service)), Cell(day(due))))
        for due, measure in sorted(overdue, key=lambda pair: (pair[0], pair[1].id))
    ]
    return _register(
        "reviews",
        "Reviews that are overdue",
        "A measure is looked at again in its cycle: does it still show what it should?",
        ("Measure", "Service", "Due by"),
        rows,
        "No review of a measure is overdue.",
    )


def _dependence(build: Build) -> RegisterPart:
    rows = [
        Row(
            (
                _measure(one.item.measure),
                Cell(build.service(one.item.measure.service)),
                Cell(build.role(one.role)),
                Cell(plural(one.periods, "result")),
            )
        )
        for one in single_person(build.rated)
    ]
    return _register(
        "dependence",
        "Measures that hang on one person",
        f"The last {PERIODS} results, or as many as there are, were all worked out by one. Whoever "
        "backs the measure up should work one out while that person is still there.",
        ("Measure", "Service", "Worked out by", "In the last"),
        rows,
        "Every measure was worked out by more than one person.",
    )


def _procedures(build: Build) -> RegisterPart:
    without = [one for one in build.rated.in_use if one.calculation is None]
    rows = [
        Row((Cell(service.name, header=True), _measure(measure), Cell(_instead(measure))))
        for service in build.files.council.services
        for measure in without
        if measure.service == service.id
    ]
    return _register(
        "procedures",
        "Measures without a written procedure",
        "By service. A figure that others publish has its procedure there.",
        ("Service", "Measure", "What stands in its place"),
        rows,
        "Every measure in use has a written procedure.",
    )


def _instead(measure: Measure) -> str:
    if measure.origin:
        return f"Published by {measure.origin.publisher}"
    return "Judged from facts" if measure.kind is Kind.QUALITATIVE else "Nothing"


def _signals(build: Build) -> RegisterPart:
    rows = [
        Row((_measure(one.item.measure), Cell(capital(one.kind)), Cell(one.sentence, css="words")))
        for one in every_signal(build.rated, build.past)
    ]
    return _register(
        "pressure",
        "Signals of pressure",
        "What may show that a result was wanted to look better. It accuses nobody: it is "
        f"where the second line asks. A change in the last {LATE_DAYS} days before a committee "
        "counts as late.",
        ("Measure", "Signal", "What was seen"),
        rows,
        "No signal is seen in the records.",
    )


def _dates(build: Build) -> RegisterPart:
    found = commit_date_faults(build.past.commits.values()) if build.past else ()
    rows = [
        Row(
            (
                Cell(one.commit.short, header=True, href=build.commit_href(one.commit.id)),
                Cell(one.sentence, css="words"),
            )
        )
        for one in found
    ]
    return _register(
        "dates",
        "Dates of commits to ask about",
        "A date in the history is what somebody's machine said. Two that do not fit show that one is "
        "wrong: a clock, a change that waited long, or a date that was typed. It accuses nobody.",
        ("Commit", "What does not fit"),
        rows,
        "No two dates contradict each other."
        if build.past
        else "This site was not built from a commit, so it has no dates to compare.",
    )


def _escalations(build: Build) -> RegisterPart:
    rows = [
        Row(
            (
                _record(one.record),
                Cell(one_line(one.risk.risk), css="words"),
                Cell(build.body(one.risk.escalated_to) if one.risk.escalated_to else "–"),
                Cell(_waits(one)),
            )
        )
        for one in open_escalations(build.rated)
    ]
    return _register(
        "escalations",
        "Risks that were raised and wait for an answer",
        "The longest first.",
        ("Measure or commitment", "Risk", "Raised with", "Waits"),
        rows,
        "No risk waits for an answer.",
    )


def _record(record: Measure | Commitment) -> Cell:
    if isinstance(record, Measure):
        return _measure(record)
    return Cell(record.short_title or record.text, header=True, href=urls.commitment(record.id))


def _waits(one: OpenEscalation) -> str:
    late = ", longer than the council allows" if one.is_late else ""
    return f"Since {day(one.since)}, {plural(one.days, 'day')}{late}"
