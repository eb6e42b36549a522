"""The register of delivery risks: every risk of a measure or a commitment (R64, R122)."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.people import Risk
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.measure_facts import mitigations
from generator.pages.parts import Cell, Column, Head, Link, Page, Prose, Row, Table
from generator.pages.sections import Section, sections_page
from generator.rules.wording import plural


class _Held(NamedTuple):
    """A risk with the page that it belongs to."""

    risk: Risk
    title: str
    href: str
    service: str


def risks_page(build: Build) -> Page:
    """The register of delivery risks."""
    held = list(_held(build))
    opportunities = [one for one in held if one.risk.kind == "opportunity"]
    threats = [one for one in held if one.risk.kind != "opportunity"]
    head = Head(
        "Risks to delivery",
        "Register",
        f"{plural(len(threats), 'threat')} and {plural(len(opportunities), 'opportunity', 'opportunities')}"
        " that services recorded for their measures and commitments, with what is done about each.",
    )
    sections = (
        _section(build, "threats", "Threats", threats),
        _section(build, "opportunities", "Opportunities", opportunities),
        Section(
            "without",
            "Commitments without a risk assessment",
            None if (links := tuple(_without(build))) else "Every commitment has one.",
            links=links,
        ),
        Section(
            "process",
            "Risks of the process itself",
            "What can go wrong with figures and ratings, and which control answers it.",
            links=(Link(urls.PROCESS_RISKS, "Risks of the process"),),
        ),
    )
    told = "Every risk of a measure or a commitment, with what is done about it."
    return sections_page(urls.RISKS, head, sections, description=told)


def _held(build: Build) -> Iterator[_Held]:
    for measure in build.files.measures:
        for risk in measure.risks:
            yield _Held(risk, measure.title, urls.measure(measure.id), measure.service)
    for one in build.files.commitments:
        for risk in one.risks:
            title = one.short_title or one.text
            yield _Held(risk, title, urls.commitment(one.id), one.lead_service)


def _section(build: Build, name: str, title: str, held: list[_Held]) -> Section:
    if not held:
        return Section(name, title, "Nothing is recorded.")
    names = ("Risk", "Where", "Service", "Cause", "Effect", "What is done")
    rows = tuple(
        Row(
            (
                Cell(one.risk.risk, header=True),
                Cell(one.title, href=one.href),
                Cell(build.service_brief(one.service)),
                Cell(one.risk.cause, css="words"),
                Cell(one.risk.effect, css="words"),
                Cell(Prose("\n".join(mitigations(build, one.risk))), css="words"),
            )
        )
        for one in held
    )
    return Section(
        name,
        title,
        table=Table(f"{title}, by measure and commitment", tuple(map(Column, names)), rows),
    )


def _without(build: Build) -> Iterator[Link]:
    for one in build.files.commitments:
        if not one.risks:
            note = one.not_risk_assessed or "No reason is recorded."
            yield Link(urls.commitment(one.id), one.short_title or one.text, note)
