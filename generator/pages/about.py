"""Pages about the site: glossary, sources and licences, data, and where to ask."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.council import Term
from generator.model.terms import TERMS
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import (
    Cell,
    Column,
    Definition,
    Head,
    Link,
    Notice,
    Page,
    Prose,
    Row,
    Step,
    Table,
)
from generator.rules.wording import plural


@dataclass(frozen=True, slots=True)
class TermGroup:
    """Terms under one heading."""

    title: str
    id: str
    terms: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary."""

    head: Head
    groups: tuple[TermGroup, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Where the content comes from, its licences, and what is example."""

    head: Head
    notice: Notice | None
    licence: Prose
    datasets: Table | None
    sources: Table | None
    duties: tuple[Definition, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Where to ask, and what to do if the process is not followed."""

    head: Head
    contacts: tuple[Link, ...]
    not_followed: Prose | None


def about_pages(build: Build) -> Iterator[Page]:
    """Glossary, sources, contact."""
    yield _glossary(build)
    yield _sources(build)
    yield _contact(build)


def _glossary(build: Build) -> Page:
    path = urls.GLOSSARY
    groups: dict[str, list[Term]] = defaultdict(list)
    # A council's own words take the place of the built-in ones for the same term.
    terms = {urls.slug(term.term): term for term in (*TERMS, *build.files.council.glossary)}
    for term in terms.values():
        groups[term.group].append(term)
    view = GlossaryView(
        Head("Glossary", None, "The words of the performance framework, in plain terms."),
        tuple(
            TermGroup(
                title, f"group-{urls.slug(title)}", tuple(_definition(term) for term in terms)
            )
            for title, terms in groups.items()
        ),
    )
    trail = (Step("Home", urls.HOME), Step("Glossary"))
    return Page(
        path,
        "glossary.html",
        "Glossary",
        "The words of the performance framework.",
        trail,
        path,
        view,
        "",
    )


def _definition(term: Term) -> Definition:
    name = f"{term.term} ({term.expansion})" if term.expansion else term.term
    return Definition(name, term.meaning, f"term-{urls.slug(term.term)}")


def _sources(build: Build) -> Page:
    path, council = urls.SOURCES, build.files.council
    notice = (
        Notice("example", "This site is an example", council.example) if council.example else None
    )
    view = SourcesView(
        head=Head(
            "Sources and licences", None, "Where every figure and every word of the plan was read."
        ),
        notice=notice,
        licence=Prose(
            f"The figures are published under the [{council.licence.name}]({council.licence.url})."
        ),
        datasets=_datasets(build),
        sources=_content_sources(build),
        duties=tuple(
            Definition(duty.name, duty.about or "", f"duty-{duty.id}") for duty in council.duties
        ),
        examples=tuple(_examples(build)),
    )
    trail = (Step("Home", urls.HOME), Step("Sources and licences"))
    return Page(
        path,
        "sources.html",
        "Sources and licences",
        "Sources, licences and what is example.",
        trail,
        path,
        view,
        "",
    )


def _datasets(build: Build) -> Table | None:
    rows = []
    for item in build.rated.measures:
        origin = item.measure.origin
        if origin:
            rows.append(
                Row(
                    (
                        Cell(item.measure.title, header=True, href=urls.measure(item.measure.id)),
                        Cell(
                            f"{origin.publisher}: {origin.dataset}{f' ({origin.code})' if origin.code else ''}"
                        ),
                        Cell(origin.release),
                        Cell(origin.licence),
                    )
                )
            )
    columns = (Column("Measure"), Column("Source"), Column("Release"), Column("Licence"))
    return Table("Published statistics used on this site", columns, tuple(rows)) if rows else None


def _content_sources(build: Build) -> Table | None:
    rows = tuple(
        Row(
            (
                Cell(source.name, header=True, href=source.url),
                Cell(source.used_for),
                Cell(source.licence),
            )
        )
        for source in build.files.council.sources
    )
    columns = (Column("Source"), Column("Used for"), Column("Licence"))
    return Table("Other sources", columns, rows) if rows else None


def _examples(build: Build) -> Iterator[str]:
    """What on this site stands for the real thing."""
    roles = [role.name for role in build.files.council.roles if role.example]
    if roles:
        yield f"{plural(len(roles), 'role')} that no source names and that stand for the real ones: {'; '.join(roles)}."
    reports = [report.title for report in build.files.reports if report.notice]
    if reports:
        yield f"{plural(len(reports), 'committee report')} marked as an example: {'; '.join(reports)}."
    compared = [
        item
        for item in build.rated.measures
        if item.measure.target_basis and item.measure.target_basis.is_comparison
    ]
    if compared:
        yield f"{plural(len(compared), 'measure')} rated against a figure of others, because no target of the council is published."


def _contact(build: Build) -> Page:
    path, council = urls.CONTACT, build.files.council
    view = ContactView(
        head=Head(
            "Contact",
            None,
            "Where to ask about a figure, and what to do if the process was not followed.",
        ),
        contacts=tuple(contact_links(build)),
        not_followed=Prose(council.not_followed) if council.not_followed else None,
    )
    trail = (Step("Home", urls.HOME), Step("Contact"))
    return Page(
        path, "contact.html", "Contact", "Where to ask about a figure.", trail, path, view, ""
    )


def contact_links(build: Build) -> Iterator[Link]:
    """Where to ask, as links."""
    for contact in build.files.council.contacts:
        href = contact.url or f"mailto:{contact.email}"
        yield Link(href, contact.for_)
