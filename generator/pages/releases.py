"""The page of releases: the states of this site that are kept for ever, as a chain (R98, R158)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.release import Release
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Head, Link, Page, Row, Step, Table
from generator.rules.wording import day, plural

_SHORT = 12
"""The characters of a digest that are shown; the data file has all."""


@dataclass(frozen=True, slots=True)
class ReleasesView:
    """What the page shows."""

    head: Head
    summary: str
    table: Table | None


def releases_page(build: Build) -> Page:
    """Every release, newest first."""
    path, found = urls.RELEASES, build.files.releases
    view = ReleasesView(
        head=Head(
            "Releases",
            "Register",
            "The states of this site that were published and are kept for ever. Each can be built "
            "again from its commit, and each holds the digest of the one before, so that none can be "
            "changed unnoticed by anyone who has a later one.",
        ),
        summary=_summary(found),
        table=_table(build, found) if found else None,
    )
    trail = (Step("Home", urls.HOME), Step("Releases"))
    return Page(
        path, "releases.html", "Releases", _summary(found), trail,
        urls.HOW_WE_RATE, view, "", (Link("data/releases.csv", "Every release (CSV)"),),
    )  # fmt: skip


def release_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every release as data, oldest first."""
    for one in build.files.releases:
        yield (
            one.name,
            one.commit,
            one.as_of.isoformat(),
            one.content,
            one.site,
            one.generator,
            one.previous or "",
            one.digest,
        )


def _summary(found: Sequence[Release]) -> str:
    if not found:
        return "No release is recorded yet."
    last = found[-1]
    return (
        f"{plural(len(found), 'release')}. The latest is {last.name}, of {day(last.as_of)}. "
        f"Its digest is {last.digest}."
    )


def _table(build: Build, found: Sequence[Release]) -> Table:
    names = ("Release", "As of", "Commit", "Content", "Site", "Built by", "Digest")
    rows = tuple(_row(build, one) for one in reversed(found))
    return Table("Every release, newest first", tuple(map(Column, names)), rows)


def _row(build: Build, one: Release) -> Row:
    repository = build.files.council.site.repository
    href = f"{repository}/tree/{one.commit}" if repository else None
    return Row(
        (
            Cell(one.name, header=True),
            Cell(day(one.as_of)),
            Cell(one.commit[:_SHORT], href=href),
            Cell(one.content[:_SHORT]),
            Cell(one.site[:_SHORT]),
            Cell(one.generator),
            Cell(one.digest[:_SHORT]),
        )
    )
