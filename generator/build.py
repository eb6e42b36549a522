"""Building: from one state of the files to a whole site."""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from generator import __version__
from generator.pages.build import Build
from generator.pages.data_files import DATA_FILES, csv_chunks, json_chunks, json_schema
from generator.pages.site import pages, site_view
from generator.rendering.render import Renderer, assets
from generator.writer import File


def site_files(build: Build, templates: Traversable) -> Iterator[File]:
    """Every file of the site: assets, data, pages."""
    yield from assets(templates)
    for file in DATA_FILES:
        yield f"data/{file.name}.csv", csv_chunks(file, build)
        yield f"data/{file.name}.json", json_chunks(file, build)
        yield f"data/{file.name}.schema.json", json_schema(file)
    renderer = Renderer(templates, site_view(build))
    for page in pages(build):
        yield page.path, renderer.html(page)


def build_facts(build: Build) -> dict[str, str]:
    """What build.json says beside the fingerprints."""
    framework = build.files.council.framework
    return {
        "commit": build.commit,
        "as_of": build.rated.as_of.isoformat(),
        "generator": f"Aboveboard {__version__}",
        "framework": f"{framework.name}, {framework.version}, {framework.date}",
    }
