"""Rendering: a page and the site's facts to the bytes of one HTML file."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from generator.model.council import Brand
from generator.model.words import Status
from generator.pages.parts import Page, Prose, SiteView, Text
from generator.pages.status_words import status_view
from generator.rendering.acronyms import Acronyms
from generator.rendering.markdown_text import prose

STYLE = "site.css"
Component = Callable[..., str]


class _Templates(BaseLoader):
    """Templates from wherever the product is installed."""

    def __init__(self, home: Traversable) -> None:
        self.home = home

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Any]:  # noqa: ARG002 Jinja's signature
        file = self.home.joinpath(*template.split("/"))
        if not file.is_file():
            raise TemplateNotFound(template)
        return file.read_text(encoding="utf-8"), None, lambda: True


class Renderer:
    """Renders pages with the templates in `home`."""

    def __init__(self, home: Traversable, site: SiteView) -> None:
        self._environment = Environment(
            loader=_Templates(home),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._acronyms = Acronyms(dict(site.acronyms))
        self._environment.filters["prose"] = _prose
        self._environment.globals["site"] = site
        for file in (home / "components").iterdir():
            name = file.name.removesuffix(".html")
            self._environment.globals[name] = self.component(name)
        for name in ("masthead", "colophon"):
            self._environment.globals[name] = cache(self.component(name))
        tag = self.component("status_tag")
        self._environment.globals["status_tags"] = {
            view.word: tag(view) for view in map(status_view, Status)
        }

    def component(self, name: str) -> Component:
        """A component that templates and other components call by name; read on its first use."""

        @cache
        def macro() -> Component:
            template = self._environment.get_template(f"components/{name}.html")
            found: Component = getattr(template.module, name)
            return found

        def component(*given: object, **named: object) -> str:
            return macro()(*given, **named)

        return component

    def html(self, page: Page) -> bytes:
        """The bytes of one page."""
        template = self._environment.get_template(f"pages/{page.template}")
        return self._acronyms.expanded(template.render(page=page, view=page.view)).encode()


def _prose(value: Text) -> Text:
    """The filter that turns Markdown into HTML where it is placed; plain text stays as it is."""
    return prose(value.text) if isinstance(value, Prose) else value


def assets(home: Traversable, brand: Brand | None) -> Iterator[tuple[str, bytes]]:
    """Every file that pages load, by its address in the site; the style sheet with the brand at its
    end, where it overrides the two tokens of the same name.
    """
    for file in sorted((home / "assets").iterdir(), key=lambda item: item.name):
        if file.is_file():
            branded = _tokens(brand) if brand and file.name == STYLE else b""
            yield f"assets/{file.name}", file.read_bytes() + branded


def _tokens(brand: Brand) -> bytes:
    """The brand as the style sheet has it; not on paper, where the head has no ground."""
    tokens = f"--brand: {brand.colour}; --accent: {brand.accent};"
    return f"@media screen {{ :root {{ {tokens} }} }}\n".encode()
