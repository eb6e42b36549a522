"""The handbook's page of components: each one as pages show it, made by the site's own templates.

What they show is made up. Where one needs a measure, it is the one of street lights below.
"""

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from generator import __version__
from generator.handbook.component_examples import examples
from generator.pages import urls
from generator.pages.parts import SiteView
from generator.rendering.render import Renderer
from generator.rules.wording import capital

HEAD = """---
description: Every component of the site's pages, each as pages show it.
---
# Components

Every component of the site's pages, each as pages show it. What they show here is made up.

The examples are made by the site's own templates, one file a component in `site_templates/components`.
The box under each says what a template gives to it. Colours, sizes and spaces are tokens at the head of
`site_templates/assets/site.css`. No component has a colour without a word.

"""
OF_EVERY_PAGE = ("masthead", "breadcrumbs", "page_head", "colophon")
"""Components that the page of components has itself, at its head and foot."""
AT_WORK = {"finder": urls.MEASURES, "more_button": urls.SEARCH, "search_box": urls.HOME}
"""Components that do something, and a page on which they do."""
PLACE = "component-{name}"
"""What stands in the Markdown where the example of a component goes once it is HTML."""


def components_page(home: Traversable) -> str:
    """The page as Markdown, with a place for each example."""
    return HEAD + "\n".join(_told(name, source) for name, source in sources(home))


def sources(home: Traversable) -> Iterator[tuple[str, str]]:
    """The name and the template of every component, from A to Z."""
    for file in sorted((home / "components").iterdir(), key=lambda item: item.name):
        yield file.name.removesuffix(".html"), file.read_text(encoding="utf-8")


def _told(name: str, source: str) -> str:
    """A component's heading, what it is for, its example, and what is given to it."""
    comment = source.partition("{#")[2].partition("#}")[0].strip()
    head, _, takes = comment.partition("\n")
    call, _, purpose = head.partition(": ")
    title = name.replace("_", " ").capitalize()
    given = f"{call}\n{takes}".strip()
    shown = PLACE.format(name=name)
    if name in OF_EVERY_PAGE:
        shown = "It stands on this page itself."
    if name in AT_WORK:
        shown = f"It is at work on [a page of the site](site:{AT_WORK[name]})."
    return (
        f"## {title} {{#{name.replace('_', '-')}}}\n\n"
        f"{capital(purpose)}\n\n{shown}\n\n```text\n{given}\n```\n"
    )


def with_examples(html: str, home: Traversable) -> str:
    """The page as HTML, with each example in its place."""
    renderer = Renderer(home, _site())
    for name, given in examples().items():
        place = f"<p>{PLACE.format(name=name)}</p>"
        shown = renderer.component(name)(*given)
        html = html.replace(place, f'<div class="component">{shown}</div>')
    return html


def _site() -> SiteView:
    """A site without a name: no component shown here prints it."""
    return SiteView(
        council="", title="", example=None, nav=(), links=(), framework="", commit="", as_of="",
        licence_name="", licence_url="", contacts=(), generator_version=__version__,
    )  # fmt: skip
