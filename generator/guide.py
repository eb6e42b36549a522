"""The handbook: the pages in docs/, with the reference made from the schemas and the rules.

The one module that knows MkDocs. MkDocs loads this file as its hook: see `built`.
"""

import argparse
import json
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from generator import __version__
from generator.loading.load import load
from generator.loading.schema import COMMON, KINDS
from generator.model.council import Council
from generator.pages import urls
from generator.reporting.explained import handbook_rules
from generator.resources import folder, schemas
from generator.rules.checks.all_rules import EVERY_RULE
from generator.sources import Folder

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

MISSING = (
    "The handbook needs MkDocs, which is not installed: run `make site`, or install aboveboard "
    "with its extra `guide`.\n"
)
NOT_OURS = "{} is not a handbook, so it is left as it is: name an empty or a new folder."
UNREAD = "The council's files cannot be read: run `aboveboard check` to see why."
MARK = "reference/rules.html"
"""A page that every handbook has: a folder without it is never replaced."""

FIELDS, RULES = "reference/fields.md", "reference/rules.md"
MANY_PARTS = 4
"""From so many headings on, a page lists what is on it."""

Schema = Mapping[str, Any]


def main(arguments: Sequence[str] | None = None) -> None:
    """Builds the handbook into a folder."""
    parser = argparse.ArgumentParser(prog="python -m generator.guide", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=Path("site/guide"), help="default: %(default)s")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder with mkdocs.yml")
    options = parser.parse_args(arguments)
    if find_spec("mkdocs") is None:
        parser.exit(2, MISSING)
    write_guide(options.root, options.out)


def write_guide(root: Path, out: Path) -> None:
    """Builds the handbook of `root` and puts it at `out` whole, in place of the one there."""
    if out.exists() and any(out.iterdir()) and not (out / MARK).is_file():
        raise SystemExit(NOT_OURS.format(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out.parent, prefix=".guide-") as scratch:
        new = built(root, Path(scratch) / "new")
        if out.exists():
            out.rename(Path(scratch) / "old")
        new.rename(out)


def built(root: Path, out: Path) -> Path:
    """The handbook of `root`, built by MkDocs at `out` with the functions named on_... below."""
    from mkdocs.commands.build import build  # noqa: PLC0415 only the handbook needs MkDocs
    from mkdocs.config import load_config  # noqa: PLC0415

    config = load_config(
        str(root / "mkdocs.yml"), site_dir=str(out.resolve()), hooks=[str(Path(__file__).resolve())]
    )
    build(config)
    shutil.rmtree(out / "__pycache__", ignore_errors=True)
    return out


# What MkDocs asks for while it builds.


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """No site map, which would carry the day of the build; the council for the page heads."""
    config.theme.static_templates.clear()
    config.extra["council"] = council_at(Path(config.config_file_path).parent)
    config.extra["version"] = __version__
    return config


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """The pages of docs/ and the generated ones."""
    from mkdocs.structure.files import File  # noqa: PLC0415 only the handbook needs MkDocs

    for path, text in reference_pages(config.extra["council"]).items():
        files.append(File.generated(config, path, content=text))
    return files


def on_page_content(html: str, page: "Page", config: "MkDocsConfig", files: "Files") -> str:
    """A page's text with the site's classes, and with its links to the site made relative."""
    html = html.replace('href="site:', f'href="{way_to_site(page.url)}')
    html = html.replace("<th>", '<th scope="col">').replace("<p>", '<p class="lede">', 1)
    return with_table_regions(html)


def on_page_context(
    context: "TemplateContext", page: "Page", config: "MkDocsConfig", nav: object
) -> "TemplateContext":
    """What the template places: the opening and the rest of a page, and where it stands."""
    opening, end, rest = (page.content or "").partition("</p>")
    parts = page.toc.items[0].children if page.toc.items else []
    decision = page.url.startswith("decisions/")
    page_context: dict[str, object] = {
        "root": way_to_site(page.url),
        "home": urls,
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


def with_table_regions(html: str) -> str:
    """`html` with each table in a region that scrolls, named after the heading above it."""
    pieces = re.split(r"(<h[1-6][^>]*>.*?</h[1-6]>|<table>|</table>)", html)
    heading, told = "Table", []
    for piece in pieces:
        if piece.startswith("<h"):
            heading = re.sub(r"<[^>]+>", "", piece)
        opened = piece.replace("<table>", _region(heading))
        told.append(opened.replace("</table>", "</table></div>"))
    return "".join(told)


def _region(name: str) -> str:
    return (
        f'<div class="table-region" role="region" aria-label="{name}" tabindex="0">'
        '<table class="table">'
    )


def council_at(root: Path) -> Council:
    """The council whose files are in `root`."""
    catalogue = load(Folder(root), schemas()).catalogue
    if catalogue is None:
        raise SystemExit(UNREAD)
    return catalogue.council


# The generated pages.


def reference_pages(council: Council) -> dict[str, str]:
    """The pages that are made and not written, by their place under docs/."""
    return {FIELDS: fields_page(), RULES: rules_page(council)}


def rules_page(council: Council) -> str:
    """Every rule of the check, from the same words that the check uses."""
    departures = "\n".join(
        f"- `{name}` is `{policy.severity}`. {' '.join(policy.reason.split())}"
        for name, policy in (council.policy or {}).items()
    )
    return RULES_HEAD.format(
        departures=departures or "None.", rules=handbook_rules(EVERY_RULE.values())
    )


def fields_page() -> str:
    """Every field of every kind of file, from the schemas."""
    kinds = (*KINDS, COMMON)
    return FIELDS_HEAD + "\n".join(text for kind in kinds for text in _kind(kind))


def _kind(kind: str) -> Iterator[str]:
    document = schema(kind)
    yield f"## {document['title']} {{#{kind}}}\n\n{document['description']}\n"
    if PLACES.get(kind):
        yield f"Where it lies: `{PLACES[kind]}`\n"
    yield from Part(kind, "", document).told()
    for name, part in document.get("$defs", {}).items():
        if "properties" in part:
            yield from Part(kind, name, part).told()


@dataclass(frozen=True, slots=True)
class Part:
    """One group of keys in a kind of file: the file itself, or what stands under one of its keys."""

    kind: str
    path: str
    schema: Schema

    def told(self) -> Iterator[str]:
        """The part's heading and fields, then those of the parts within it."""
        if self.path:
            yield f"### {LABELS[self.kind]}: `{self.path}` {{#{anchor(self.kind, self.path)}}}\n"
            yield f"{self.schema.get('description', '')}\n"
        yield from (self._field(name, field) for name, field in self._fields())
        for name, field in self._fields():
            inside = _inside(field)
            if inside:
                yield from Part(self.kind, self._path(name), inside).told()

    def _fields(self) -> Iterator[tuple[str, Schema]]:
        yield from self.schema.get("properties", {}).items()

    def _field(self, name: str, field: Schema) -> str:
        whole = resolved(self.kind, field)
        needed = "Needed. " if name in self.schema.get("required", ()) else ""
        place = anchor(self.kind, self._path(name))
        return (
            f"`{name}`{{: #{place}-field }}\n"
            f":   **{whole['title']}.** {whole['description']} {needed}"
            f"*Form: {form(self.kind, field, place)}.*\n"
        )

    def _path(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def _inside(field: Schema) -> Schema | None:
    """The group of keys under a field, where the field itself lists them."""
    for part in (field, field.get("items", {}), field.get("additionalProperties")):
        if isinstance(part, Mapping) and "properties" in part:
            described = {"description": field.get("description", "")}
            return {**described, **part}
    return None


def form(kind: str, field: Schema, place: str) -> str:
    """How the value of a field is written, in words."""
    if "$ref" in field:
        return _referred(kind, field["$ref"])
    if "enum" in field:
        return "one of " + ", ".join(f"`{word}`" for word in field["enum"])
    if field.get("type") == "array":
        return "a list, each entry " + form(kind, field["items"], place)
    if _inside(field):
        number = "a number, or " if "number" in field["type"] else ""
        return f"{number}the keys [under it](#{place})"
    if field.get("type") == "object":
        return "names of your own, each with " + form(kind, field["additionalProperties"], place)
    return _simple(field)


def _simple(field: Schema) -> str:
    types = field.get("type", "string")
    names = [types] if isinstance(types, str) else types
    words = " or ".join(TYPES[name] for name in names)
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        return f"{words}, {low} to {high}"
    return f"{words}, {low} or more" if low is not None else words


def _referred(kind: str, reference: str) -> str:
    name = reference.rpartition("/")[2]
    target = resolved(kind, {"$ref": reference})
    if "properties" in target:
        home = COMMON if reference.startswith(COMMON) else kind
        return f"the keys of [{target['title']}](#{anchor(home, name)})"
    return FORMS.get(name) or form(kind, target, "")


def resolved(kind: str, field: Schema) -> Schema:
    """A field with what its $ref points to, its own words first."""
    reference = field.get("$ref")
    if reference is None:
        return field
    home = COMMON if reference.startswith(COMMON) else kind
    target = schema(home)["$defs"][reference.rpartition("/")[2]]
    own_words = {key: words for key, words in field.items() if key != "$ref"}
    return {**resolved(home, target), **own_words}


def anchor(kind: str, path: str) -> str:
    """The place of a part or field on its page: measure-calculation-formula."""
    return f"{kind}-{path}".replace(".", "-").replace("_", "-").lower()


@cache
def schema(kind: str) -> Schema:
    """The schema of a kind of file."""
    text = (folder("schemas") / f"{kind}.schema.json").read_text(encoding="utf-8")
    document: Schema = json.loads(text)
    return document


PLACES = {
    "council": "council.yaml",
    "plan": "commitments/plan.yaml",
    "commitment": "commitments/<grand challenge>/<mission>/<id>.yaml",
    "case-study": "commitments/case-studies/<id>.yaml",
    "measure": "measures/<service>/<id>.yaml",
    "report": "reports/<id>.yaml",
}
LABELS = {**{kind: kind.capitalize().replace("-", " ") for kind in KINDS}, COMMON: "Shared"}
TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "`true` or `false`",
    "object": "keys with values",
}
FORMS = {
    "text": "text",
    "line": "one line of text",
    "date": "a date such as `2024-09-30`",
    "id": "small letters, digits and hyphens",
    "challenge": "a grand challenge such as `gc1`",
    "mission": "a mission such as `gc1-m3`",
    "commitment": "a commitment such as `gc1-m3-c5`",
    "period": "a period such as `2024-25 Q2`",
    "web_address": "a web address",
    "formula": "a formula of at most 200 characters",
    "input_name": "small letters, digits and underscores",
}
"""How the shared kinds of value are written."""

FIELDS_HEAD = """---
description: Every field of every YAML file, what it means and how it is written.
---
# Fields

Every key that a file may have, what it means, and how its value is written. This page is made from
the schemas by which the check reads the files.

A key marked "Needed" must always be there. Some others are needed only beside a certain key or
value, such as a reason beside a state. The check says so where it applies.

"""
RULES_HEAD = """---
description: Every rule of the check, why it exists, and a wrong and a right example.
---
# Rules

Every rule of the check, why it exists, and a wrong and a right example. `aboveboard explain` prints
the same words, and `aboveboard explain value-is-recalculated` those of one rule.

A finding of severity **error** stops publication. A **warning** is listed. A rule that is **off** is
not looked at. The severity printed with a rule is the one it has by default. Numbers such as R42 are
those of the acceptance list that the product was built from.

A council sets other severities in `council.yaml`, each with its reason. The first three rules below
always hold. This council departs from the default in:

{departures}

{rules}"""


if __name__ == "__main__":
    main()
