"""Building: from one state of the files to a whole site."""

from collections.abc import Iterator
from dataclasses import replace
from importlib.resources.abc import Traversable

from generator import __version__
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.data_files import (
    DATA_FILES,
    DataFile,
    chunks,
    csv_head,
    csv_lines,
    json_items,
    json_schema,
)
from generator.pages.feeds import calendar, feed
from generator.pages.site import pages, search_script, site_view
from generator.rendering.feeds import atom, icalendar
from generator.rendering.render import Renderer, assets
from generator.rules.frozen import as_seen
from generator.rules.released import public
from generator.writer import File


def site_files(build: Build, templates: Traversable) -> Iterator[File]:
    """Every file of the site: assets, data, pages. What is not released is left out first (R151)."""
    build = as_published(build)
    for path, content in assets(templates, build.files.council.site.brand):
        yield File(path, content)
    for file in DATA_FILES:
        yield from _data(file, build)
    yield File(urls.SEARCH_INDEX, search_script(build))
    yield File(urls.FEED, atom(feed(build)))
    yield File(urls.DATES, icalendar(calendar(build)))
    renderer = Renderer(templates, site_view(build))
    made = set()
    for page in pages(build):
        # Two records with one id are a finding; built all the same, the first has the page.
        if page.path not in made:
            made.add(page.path)
            yield File(page.path, renderer.html(page))


def as_published(build: Build) -> Build:
    """A build without anything that may not be shown on its day, of today or of a frozen state."""
    rated = public(build.rated)
    frozen = {
        name: one._replace(rated=as_seen(public(one.rated), rated)) if one.rated else one
        for name, one in build.frozen.items()
    }
    return replace(build, rated=rated, frozen=frozen)


def _data(file: DataFile, build: Build) -> Iterator[File]:
    """A data file as CSV and JSON, chunk by chunk, so that no file is ever held whole."""
    table, objects = f"data/{file.name}.csv", f"data/{file.name}.json"
    yield File(table, csv_head(file))
    yield File(objects, b"[")
    first = True
    for rows in chunks(file.rows(build)):
        yield File(table, csv_lines(rows), continues=True)
        yield File(objects, json_items(file, rows, first=first), continues=True)
        first = False
    yield File(objects, b"\n]\n", continues=True)
    yield File(f"data/{file.name}.schema.json", json_schema(file))


def build_facts(build: Build) -> dict[str, str]:
    """What build.json says beside the fingerprints."""
    framework = build.files.council.framework
    return {
        "commit": build.commit,
        "as_of": build.rated.as_of.isoformat(),
        "generator": f"Aboveboard {__version__}",
        "framework": f"{framework.name}, {framework.version}, {framework.date}",
    }
