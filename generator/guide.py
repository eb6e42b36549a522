"""The handbook: the pages in docs/, with the reference made from the schemas and the rules.

The one module that knows MkDocs. MkDocs loads this file as its hook: see `built`.
"""

import argparse
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator import __version__
from generator.handbook.components import with_examples
from generator.handbook.reference import COMPONENTS, TEMPLATES, reference_pages
from generator.handbook.tables import with_table_regions
from generator.loading.load import load
from generator.pages import site
from generator.resources import folder, schemas
from generator.sources import Folder
from generator.writer import File, NotASiteError, refuse_what_is_not_a_site, write_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

MISSING = "The handbook needs MkDocs: run `make site`, or install aboveboard[guide].\n"
UNREAD = "The council's files cannot be read: run `aboveboard check` to see why."
YAML = '<pre><code class="language-yaml">'
MANY_PARTS = 4
"""From so many headings on, a page lists what is on it."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Builds the handbook into a folder."""
    parser = argparse.ArgumentParser(prog="python -m generator.guide", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=Path("site/guide"), help="default: %(default)s")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with mkdocs.yml")
    options = parser.parse_args(arguments)
    if find_spec("mkdocs") is None:
        parser.exit(2, MISSING)
    try:
        write_guide(options.root, options.out)
    except NotASiteError as error:
        parser.exit(2, f"{error}: choose another --out, or empty it yourself.\n")


def write_guide(root: Path, out: Path) -> None:
    """Builds the handbook of `root` and puts it at `out` whole, in place of the one there."""
    refuse_what_is_not_a_site(out)
    with TemporaryDirectory() as scratch:
        build_with_mkdocs(root, Path(scratch))
        write_site(out, _files(Path(scratch)), {"generator": f"Aboveboard {__version__}"})


def build_with_mkdocs(root: Path, out: Path) -> None:
    """Has MkDocs build the handbook of `root` at `out`, with the functions named on_... below."""
    from mkdocs.commands.build import build  # noqa: PLC0415 only the handbook needs MkDocs
    from mkdocs.config import load_config  # noqa: PLC0415

    hook = str(Path(__file__).resolve())
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(out), hooks=[hook]))


def _files(folder: Path) -> Iterator[File]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield File(path.relative_to(folder).as_posix(), path.read_bytes())


# What MkDocs asks for while it builds.


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """The council, for the head of every page."""
    config.theme.static_templates.clear()
    catalogue = load(Folder(Path(config.config_file_path).parent), schemas()).catalogue
    if catalogue is None:
        raise SystemExit(UNREAD)
    config.extra["council"] = catalogue.council
    config.extra["version"] = __version__
    return config


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """The pages of docs/ and the generated ones. No site map: it would carry the day of the build."""
    from mkdocs.structure.files import File as Made  # noqa: PLC0415

    for found in [file for file in files if file.src_uri == "sitemap.xml"]:
        files.remove(found)
    for path, text in reference_pages(config.extra["council"]).items():
        files.append(Made.generated(config, path, content=text))
    return files


def on_page_content(html: str, page: "Page", **_others: object) -> str:
    """A page's text with the site's classes, and with its links to the site made relative."""
    html = html.replace('href="site:', f'href="{way_to_site(page.url)}')
    html = html.replace("<th>", '<th scope="col">').replace("<p>", '<p class="lede">', 1)
    told = with_table_regions(html.replace(YAML, YAML.replace("<pre", '<pre tabindex="0"')))
    components = page.file.src_uri == COMPONENTS
    return with_examples(told, folder(TEMPLATES)) if components else told


def on_page_context(
    context: "TemplateContext", page: "Page", **_others: object
) -> "TemplateContext":
    """What the template places: the opening and the rest of a page, and where it stands."""
    opening, end, rest = (page.content or "").partition("</p>")
    parts = page.toc.items[0].children if page.toc.items else []
    decision = page.url.startswith("decisions/")
    page_context: dict[str, object] = {
        "root": way_to_site(page.url),
        "site_nav": site.NAV,
        "site_links": site.LINKS,
        "opening": opening + end,
        "rest": rest,
        "parts": parts if len(parts) >= MANY_PARTS else [],
        "current": "decisions/index.html" if decision else page.url,
    }
    context.update(page_context)  # type: ignore[typeddict-item]  # MkDocs lets a hook add keys
    return context


def way_to_site(url: str) -> str:
    """The way from a page of the handbook up to the site's root."""
    return "../" * (url.count("/") + 1)


if __name__ == "__main__":
    main()
