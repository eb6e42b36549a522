"""The reference of the handbook: pages that are made from the schemas and the rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.handbook.components import components_page
from generator.loading.schema import COMMON
from generator.loading.wording import TYPE_WORDS
from generator.model.council import Council
from generator.reporting.explained import handbook_rules
from generator.reporting.process_risks import handbook_process_risks
from generator.resources import folder, schemas
from generator.rules.checks.all_rules import EVERY_RULE

FIELDS, RULES = "reference/fields.md", "reference/rules.md"
PROCESS_RISKS = "reference/process-risks.md"
COMPONENTS = "reference/components.md"
TEMPLATES = "site_templates"
Schema = Mapping[str, Any]


def reference_pages(council: Council) -> dict[str, str]:
    """The pages that are made and not written, by their place under docs/."""
    return {
        FIELDS: fields_page(),
        RULES: rules_page(council),
        PROCESS_RISKS: handbook_process_risks(),
        COMPONENTS: components_page(folder(TEMPLATES)),
    }


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
    return FIELDS_HEAD + "\n".join(text for kind in (*PLACES, COMMON) for text in _kind(kind))


def _kind(kind: str) -> Iterator[str]:
    document = schema(kind)
    yield f"## {document['title']} {{#{kind}}}\n\n{document['description']}\n"
    if kind in PLACES:
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
            whose = schema(self.kind)["title"]
            yield f"### {whose}: `{self.path}` {{#{anchor(self.kind, self.path)}}}\n"
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
        path = self._path(name)
        return (
            f"`{name}`{{: #{anchor(self.kind, path)}-field }}\n"
            f":   **{whole['title']}.** {whole['description']} {needed}"
            f"*Form: {form(self.kind, field, path)}.*\n"
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


def form(kind: str, field: Schema, path: str) -> str:
    """How the value of the field at `path` is written, in words."""
    if "$ref" in field:
        return _referred(kind, field["$ref"])
    if "enum" in field:
        return "one of " + ", ".join(f"`{word}`" for word in field["enum"])
    if field.get("type") == "array":
        return f"a list, each entry {form(kind, field['items'], path)}"
    if "properties" in field:
        figure = "" if "type" in field else f"{FIGURE}, or "
        return f"{figure}the [keys of `{path}`](#{anchor(kind, path)})"
    if field.get("type") == "object":
        return f"names, each with {form(kind, field['additionalProperties'], path)}"
    return _simple(field)


FIGURE = "a number (a date or a level where the unit is one)"
"""What a figure is, whose type hangs on the measure's unit."""


def _simple(field: Schema) -> str:
    if "type" not in field and "pattern" not in field:
        return FIGURE
    types = field.get("type", "string")
    names = [types] if isinstance(types, str) else types
    words = " or ".join(TYPE_WORDS[name] for name in names)
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


def schema(kind: str) -> Schema:
    """The schema of a kind of file."""
    document: Schema = schemas().documents[kind]
    return document


PLACES = {
    "measure": "measures/<service>/<id>.yaml",
    "commitment": "commitments/<grand challenge>/<mission>/<id>.yaml",
    "case-study": "commitments/case-studies/<id>.yaml",
    "report": "reports/<id>.yaml",
    "plan": "commitments/plan.yaml",
    "council": "council.yaml",
    "releases": "releases.yaml",
}
"""Where each kind of file lies, in the order in which the page lists them."""
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

A rule **over time** compares the files with what was published before. It runs where
`aboveboard check --since REV` names the earlier state, as the workflow does for each change; without
`--since` nothing is said by it.

A council sets other severities in `council.yaml`, each with its reason. The first three rules below
always hold. This council departs from the default in:

{departures}

{rules}"""
