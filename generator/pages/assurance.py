"""The assurance page: three lines of defence and six tests, worked out from the records (R24, R109)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.pages import urls
from generator.pages.assurance_registers import registers
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Head, Link, Page, Row, Step, Table
from generator.pages.targets import RegisterPart, TargetsView
from generator.rules.assurance import Assured, AuditTest, Outcome, assurance
from generator.rules.lines import Lines, lines_of_defence
from generator.rules.wording import day, plural

TESTS = {
    AuditTest.DEFINITION: "Definition",
    AuditTest.RECOMPUTE: "Recomputes",
    AuditTest.EVIDENCE: "Evidence",
    AuditTest.SECOND_CHECK: "Second check",
    AuditTest.TIMELINESS: "On time",
    AuditTest.REVISIONS: "Revisions",
}
"""The six tests, in the words of the page."""
OUTCOMES = {Outcome.PASSES: "Passes", Outcome.FAILS: "Fails", Outcome.NOT_ASKED: "Not asked"}
_TITLE = "Assurance"
_LEDE = (
    "How sure can you be of these figures? Everything here is counted in the records each time this "
    "site is made. Nothing is typed by hand."
)


def assurance_page(build: Build) -> Page:
    """The page of assurance."""
    path, found = urls.ASSURANCE, assurance(build.rated)
    parts = (_lines(build), _tests(found), _failures(found), *registers(build))
    return Page(
        path=path,
        template="targets.html",
        title=_TITLE,
        description="Three lines of defence and six tests of every measure, counted in the records.",
        trail=(Step("Home", urls.HOME), Step(_TITLE)),
        section=path,
        root=urls.root_of(path),
        view=TargetsView(Head(_TITLE, None, f"{_LEDE} As on {day(build.rated.as_of)}."), parts),
        data=(Link("data/assurance.csv", "Every test of every measure (CSV)"),),
    )


def assurance_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every test of every measure as data."""
    for one in assurance(build.rated):
        measure = one.item.measure
        for answer in one.answers:
            yield (measure.id, measure.service, answer.test, answer.outcome, answer.reason)


def _lines(build: Build) -> RegisterPart:
    names = (
        "Service",
        "Line 1: results worked out, evidenced and checked",
        "Line 2: measures agreed by management",
        "Line 2: latest results before a committee",
        "Line 3: measures recalculated by an auditor",
    )
    rows = tuple(map(_line, lines_of_defence(build.rated)))
    return RegisterPart(
        "lines",
        "Three lines of defence",
        "Line 1 is the service itself: who worked a result out, on what evidence, and which other "
        "person checked it. Line 2 is management and committees. Line 3 is independent. Figures that "
        "others publish are not the service's own work, and do not count in line 1.",
        Table("Coverage of each line, by service", tuple(map(Column, names)), rows)
        if rows
        else None,
        "No service has a measure yet.",
    )


def _line(lines: Lines) -> Row:
    service = lines.service
    counts = (lines.worked, lines.agreed, lines.scrutinised, lines.independent)
    return Row(
        (
            Cell(service.name, header=True, href=urls.service(service.id)),
            *(Cell(one.words) for one in counts),
        )
    )


def _tests(found: Sequence[Assured]) -> RegisterPart:
    columns = (Column("Measure"), *(Column(name) for name in TESTS.values()))
    outcomes = Counter(answer.outcome for one in found for answer in one.answers)
    return RegisterPart(
        "tests",
        "Six tests of every measure",
        f"{plural(len(found), 'measure')}: {plural(outcomes[Outcome.PASSES], 'test')} passed, "
        f"{outcomes[Outcome.FAILS]:,} failed, {outcomes[Outcome.NOT_ASKED]:,} not asked, because "
        "somebody else publishes the figure or there is nothing to test.",
        Table("Six tests of every measure", columns, tuple(map(_tested, found))) if found else None,
        "There is no measure yet.",
    )


def _tested(one: Assured) -> Row:
    return Row((_measure(one), *(Cell(OUTCOMES[answer.outcome]) for answer in one.answers)))


def _failures(found: Sequence[Assured]) -> RegisterPart:
    rows = tuple(
        Row((_measure(one), Cell(TESTS[answer.test]), Cell(answer.reason, css="words")))
        for one in found
        for answer in one.failures
    )
    columns = tuple(map(Column, ("Measure", "Test", "Why it fails")))
    return RegisterPart(
        "failures",
        "Tests that fail",
        "Each says what is wrong. What is missing to pass is in the findings of the check.",
        Table("Tests that fail, and why", columns, rows) if rows else None,
        "No test fails.",
    )


def _measure(one: Assured) -> Cell:
    measure = one.item.measure
    return Cell(measure.title, header=True, href=urls.measure(measure.id))
