"""Committee reports: the standard sections of a paper, its figures bound to the measures."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.report import Report
from generator.model.words import Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.commitments import CommitmentPart, commitment_part
from generator.pages.figures import MeasuresTable, counts, measures_table
from generator.pages.frozen import build_then, data_notices, data_words
from generator.pages.parts import (
    Count,
    Definition,
    Fact,
    Head,
    Link,
    Notice,
    Page,
    Prose,
    Step,
)
from generator.pages.progress import SpiPart, is_current, milestone_place, spi_parts
from generator.pages.status_words import status_view
from generator.rules.contents import report_commitments, report_measures
from generator.rules.quotes import QuoteError, fill_in
from generator.rules.rated import RatedMeasure
from generator.rules.wording import day

NO_FIGURE = "(no figure)"
"""What stands in place of a quote that names none."""
IMPLICATIONS = (
    ("Resource implications: financial", "financial"),
    ("Resource implications: legal", "legal"),
    ("Resource implications: personnel", "personnel"),
    ("Resource implications: procurement", "procurement"),
    ("Council Strategic Plan", "council_strategic_plan"),
    ("Equality and socio-economic impacts", "equality"),
    ("Climate impacts", "climate"),
    ("Privacy and data protection impacts", "privacy"),
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of a paper."""

    number: str
    text: Prose


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A member's question and its answer."""

    question: str
    asked: str
    owner: str
    answer: Prose | None
    answered: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """One paper."""

    head: Head
    notices: tuple[Notice, ...]
    rows: tuple[Fact, ...]
    purpose: Prose
    recommendations: tuple[Prose, ...]
    background: tuple[Paragraph, ...]
    performance: tuple[Paragraph, ...]
    counts: tuple[Count, ...]
    exceptions: tuple[Link, ...] | None
    implications: tuple[Definition, ...]
    questions: tuple[QuestionView, ...]
    commitments: tuple[CommitmentPart, ...]
    services: tuple[SpiPart, ...]
    measures: MeasuresTable | None
    edit: Link | None
    file: str


@dataclass(frozen=True, slots=True)
class ReportsView:
    """All papers, newest first."""

    head: Head
    links: tuple[Link, ...]


def report_pages(build: Build) -> Iterator[Page]:
    """The list of papers, then each paper."""
    yield _all(build)
    for report in build.files.reports:
        yield _one(build, report)


def _all(build: Build) -> Page:
    path = urls.REPORTS
    newest = sorted(build.files.reports, key=lambda report: report.meeting, reverse=True)
    links = tuple(
        Link(
            urls.relative(path, urls.report(report.id)),
            report.title,
            f"{build.body(report.body)}, {day(report.meeting)}{', draft' if report.data == 'draft' else ''}",
        )
        for report in newest
    )
    head = Head(
        "Committee reports",
        None,
        "Papers for the bodies that scrutinise performance, from the same figures as every other page.",
    )
    trail = (Step("Home", urls.HOME), Step("Committee reports"))
    return Page(
        path,
        "reports.html",
        "Committee reports",
        "Committee reports on performance.",
        trail,
        path,
        ReportsView(head, links),
        "../",
    )


def _one(build: Build, report: Report) -> Page:
    """A paper, with the figures that members saw where they are frozen; its questions are of today."""
    path = urls.report(report.id)
    edit = build.edit_href(report.path)
    today, build = build, build_then(build, report)
    items = list(report_measures(report, build.rated))
    view = ReportView(
        head=Head(report.title, f"Report to {build.body(report.body)}"),
        notices=(*_notices(build, report), *data_notices(today, report, items, path)),
        rows=tuple(_head_rows(build, report, data_words(today, report))),
        purpose=_prose(build, report.purpose),
        recommendations=tuple(_prose(build, text) for text in report.recommendations),
        background=_paragraphs(build, report.background, 1),
        performance=_paragraphs(build, report.performance, 2),
        counts=counts(items) if items else (),
        exceptions=tuple(_exceptions(build, report, items, path))
        if report.contents.exceptions
        else None,
        implications=tuple(
            Definition(title, _prose(build, getattr(report.implications, key)))
            for title, key in IMPLICATIONS
        ),
        questions=tuple(_questions(today, report)),
        commitments=tuple(
            commitment_part(build, item, path, current_only=True)
            for item in report_commitments(report, build.rated)
        ),
        services=tuple(_services(build, items, path)),
        measures=measures_table(items, "Measures in this report", path) if items else None,
        edit=Link(edit, "Edit this report") if edit else None,
        file=report.path,
    )
    trail = (Step("Home", urls.HOME), Step("Committee reports", urls.REPORTS), Step(report.title))
    told = f"{report.title}: report to {build.body(report.body)}, {day(report.meeting)}."
    return Page(path, "report.html", report.title, told, trail, urls.REPORTS, view, "../")


def _notices(build: Build, report: Report) -> Iterator[Notice]:
    if report.notice:
        yield Notice("example", "Please note", _prose(build, report.notice))


def _head_rows(build: Build, report: Report, data: str) -> Iterator[Fact]:
    if report.item:
        yield Fact("Item", report.item)
    yield Fact("Council", build.files.council.name)
    yield Fact("Report to", build.body(report.body))
    yield Fact("Date of meeting", day(report.meeting))
    yield Fact("Report by", build.role(report.report_by))
    if report.contact:
        yield Fact("Contact", build.role(report.contact))
    yield Fact("Period", report.period)
    if report.wards:
        yield Fact("Wards", report.wards)
    if report.members_consulted:
        yield Fact("Local members consulted", report.members_consulted)
    yield Fact("Figures", data)


def _prose(build: Build, text: str) -> Prose:
    """Text with its quotes filled in; one that fails says so, and the check reports it."""
    try:
        return Prose(fill_in(text, build.rated, NO_FIGURE))
    except QuoteError:
        return Prose(text)


def _paragraphs(build: Build, texts: tuple[str, ...], section: int) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"{section}.{index}", _prose(build, text))
        for index, text in enumerate(texts, start=1)
    )


def _exceptions(
    build: Build, report: Report, items: list[RatedMeasure], path: str
) -> Iterator[Link]:
    """All that is red, then amber, then overdue: measures first, then milestones."""
    for wanted in (Status.RED, Status.AMBER, Status.OVERDUE):
        for item in items:
            if item.current and item.current.status is wanted:
                yield Link(
                    urls.relative(path, urls.measure(item.measure.id)),
                    item.measure.title,
                    item.current.sentence,
                    status_view(wanted),
                )
        for rated in report_commitments(report, build.rated):
            for one in rated.milestones:
                if is_current(one) and one.status is wanted:
                    yield Link(
                        urls.relative(path, urls.milestone(rated.commitment.id, one.milestone.id)),
                        one.milestone.title,
                        f"{milestone_place(rated.commitment, one.milestone)}. {one.sentence}",
                        status_view(wanted),
                    )


def _services(build: Build, items: list[RatedMeasure], path: str) -> Iterator[SpiPart]:
    for service in build.files.council.services:
        own = [item for item in items if item.measure.service == service.id]
        yield from spi_parts(build, own, service, path)


def _questions(build: Build, report: Report) -> Iterator[QuestionView]:
    for item in report.questions:
        overdue = item.due < build.rated.as_of
        waiting = "Overdue: it was" if overdue else "Not answered yet: it is"
        yield QuestionView(
            question=item.question,
            asked=day(item.asked),
            owner=build.role(item.owner),
            answer=_prose(build, item.answer) if item.answer else None,
            answered=f"Answered on {day(item.answered)}."
            if item.answered
            else f"{waiting} due on {day(item.due)}.",
        )
