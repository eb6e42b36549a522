"""JSON Schema: is a file shaped as its kind asks, and if not, what should be written instead."""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from typing import Any

import jsonschema_rs

from generator.loading.yaml_text import Value
from generator.model.finding import Pointer

KINDS = ("council", "plan", "commitment", "case-study", "measure", "report")
"""The kinds of file, each with its schema."""
COMMON = "common"

type_words = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
}


class Schemas:
    """The schemas of all kinds; `texts` are the JSON texts by kind, `common` among them."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.documents: Mapping[str, Any] = {kind: json.loads(texts[kind]) for kind in texts}
        registry = jsonschema_rs.Registry([(_file(COMMON), self.documents[COMMON])])
        self._quick = {
            kind: jsonschema_rs.validator_for(
                self.documents[kind], registry=registry, validate_formats=True
            )
            for kind in KINDS
        }

    def allows(self, kind: str, value: Value) -> bool:
        """Whether `value` is what the schema of `kind` asks for."""
        return bool(self._quick[kind].is_valid(value))

    def complaints(self, kind: str, value: Value) -> Iterator[tuple[Pointer, str, str]]:
        """Where `value` is not what the schema of `kind` asks for: place, message, fix."""
        for error in self._worded[kind].iter_errors(value):
            yield from _Complaint(self, kind, error).told()

    @cached_property
    def _worded(self) -> Mapping[str, Any]:
        """The validators that name every fault: slow to load, so only made for bad files."""
        from jsonschema import Draft202012Validator  # noqa: PLC0415 slow import, errors only
        from referencing import Registry, Resource  # noqa: PLC0415

        registry: Any = Registry().with_resource(
            _file(COMMON), Resource.from_contents(self.documents[COMMON])
        )
        checker = Draft202012Validator.FORMAT_CHECKER
        return {
            kind: Draft202012Validator(
                self.documents[kind], registry=registry, format_checker=checker
            )
            for kind in KINDS
        }

    def field(self, kind: str, at: Pointer) -> Mapping[str, Any]:
        """The part of the schema of `kind` that describes the value at `at`."""
        part: Mapping[str, Any] = self.documents[kind]
        for step in at:
            part = self._inside(self._resolved(kind, part), step)
        return part

    def keys(self, kind: str, at: Pointer) -> tuple[str, ...]:
        """The keys that the mapping at `at` may have."""
        return tuple(self._resolved(kind, self.field(kind, at)).get("properties", ()))

    def _inside(self, part: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
        if isinstance(step, int):
            found = part.get("items", {})
        else:
            found = part.get("properties", {}).get(step, part.get("additionalProperties", {}))
        return found if isinstance(found, Mapping) else {}

    def _resolved(self, kind: str, part: Mapping[str, Any]) -> Mapping[str, Any]:
        """`part` with what its $ref points to, its own words first."""
        reference = part.get("$ref")
        if reference is None:
            return part
        file, _, pointer = reference.partition("#/")
        target = self.documents[COMMON if file else kind]
        for step in pointer.split("/"):
            target = target[step]
        return {**self._resolved(COMMON if file else kind, target), **part}


def _file(kind: str) -> str:
    return f"{kind}.schema.json"


class _Complaint:
    """One error of the validator, told to the author of the file."""

    def __init__(self, schemas: Schemas, kind: str, error: Any) -> None:
        self.schemas = schemas
        self.kind = kind
        self.error = error
        self.at: Pointer = tuple(error.absolute_path)
        self.value: Any = error.instance

    def told(self) -> Iterator[tuple[Pointer, str, str]]:
        """Each thing to put right: place, message, fix."""
        match self.error.validator:
            case "additionalProperties" | "unevaluatedProperties":
                yield from self._unknown_keys()
            case "required":
                yield self._missing_key()
            case "dependentRequired":
                yield from self._missing_partners()
            case "anyOf":
                yield self._no_alternative()
            case "propertyNames":
                return
            case _:
                yield (self.at, *self._about_value())

    @property
    def name(self) -> str:
        """What the value is called: its last key."""
        keys = [step for step in self.at if isinstance(step, str)]
        return keys[-1] if keys else "the file"

    @property
    def meaning(self) -> str:
        """What belongs here, in the schema's words."""
        field = self.schemas.field(self.kind, self.at)
        return str(field.get("description") or field.get("title") or "")

    def _unknown_keys(self) -> Iterator[tuple[Pointer, str, str]]:
        known = self.schemas.keys(self.kind, self.at)
        for key in self.value:
            if key in known:
                continue
            near = get_close_matches(key, known, n=1, cutoff=0.6)
            fix = (
                f"Write {near[0]} instead."
                if near
                else f"Delete it, or use one of: {', '.join(known)}."
            )
            yield ((*self.at, key), f"there is no key {key} here", fix)

    def _missing_key(self) -> tuple[Pointer, str, str]:
        key = re.match(r"'(.+)' is a required property", self.error.message)
        missing = key[1] if key else "a key"
        field = self.schemas.field(self.kind, (*self.at, missing))
        about = field.get("description", "")
        return (self.at, f"{missing} is missing", f"Add {missing}: {about}".rstrip(": "))

    def _missing_partners(self) -> Iterator[tuple[Pointer, str, str]]:
        for key, partners in self.error.validator_value.items():
            if key not in self.value:
                continue
            for partner in partners:
                if partner not in self.value:
                    about = self.schemas.field(self.kind, (*self.at, partner)).get(
                        "description", ""
                    )
                    yield (
                        (*self.at, key),
                        f"{key} is given without {partner}",
                        f"Add {partner}: {about}".rstrip(": "),
                    )

    def _no_alternative(self) -> tuple[Pointer, str, str]:
        choices = " or ".join(
            " and ".join(choice.get("required", ())) for choice in self.error.validator_value
        )
        return (self.at, f"{choices} is missing", f"Add {choices}.")

    def _about_value(self) -> tuple[str, str]:
        told = shown(self.value)
        limit = self.error.validator_value
        match self.error.validator:
            case "type":
                return self._wrong_type(told)
            case "enum" | "const":
                return self._not_in_list(told)
            case "pattern" | "format":
                return (f"{self.name} says {told}, which is not of the right form", self._form())
            case "minLength" | "minItems" | "minProperties":
                if not self.value:
                    return (f"{self.name} is empty", f"Fill it in: {self.meaning}")
                return (f"{self.name} is too short", f"Say more: {self.meaning}")
            case "maxLength" | "maxItems" | "maxProperties":
                return (f"{self.name} is too long", f"At most {limit}; it has {len(self.value)}.")
            case "minimum" | "exclusiveMinimum":
                return (f"{self.name} says {told}, which is too small", f"The least is {limit}.")
            case "maximum" | "exclusiveMaximum":
                return (f"{self.name} says {told}, which is too large", f"The most is {limit}.")
            case "uniqueItems":
                return (f"{self.name} says the same twice", "Keep one of the two.")
        return (f"{self.name} says {told}, which does not fit", f"Here belongs: {self.meaning}")

    def _wrong_type(self, told: str) -> tuple[str, str]:
        wanted = self.error.validator_value
        names = [wanted] if isinstance(wanted, str) else list(wanted)
        words = " or ".join(type_words[name] for name in names)
        if self.value is None:
            return (f"{self.name} is empty", f"Write {words}, or delete the line. {self.meaning}")
        if isinstance(self.value, str) and {"number", "integer"} & set(names):
            return (
                f"{self.name} says {told}, which is not a plain number",
                _number_fix(self.value),
            )
        if names == ["string"]:
            return (f"{self.name} says {told}, which is not text", f'Put it in quotes: "{told}".')
        return (f"{self.name} says {told}, but {words} belongs here", self.meaning)

    def _not_in_list(self, told: str) -> tuple[str, str]:
        allowed = self.error.validator_value
        words = [str(word) for word in (allowed if isinstance(allowed, list) else [allowed])]
        near = get_close_matches(str(self.value).lower(), words, n=1, cutoff=0.6)
        choices = ", ".join(words)
        fix = (
            f"Write {near[0]} instead. The choices are: {choices}."
            if near
            else f"Write one of: {choices}."
        )
        return (f"{self.name} says {told}, which is not one of the choices", fix)

    def _form(self) -> str:
        field = self.schemas._resolved(self.kind, self.schemas.field(self.kind, self.at))
        reference = str(field.get("$ref", self.error.schema.get("$ref", "")))
        pattern = str(self.error.schema.get("pattern", ""))
        for sign, form in _FORMS:
            if sign in reference or sign == pattern:
                return form
        return self.meaning


_FORMS = (
    ("/date", "Write a date that exists as year-month-day, such as 2024-07-22."),
    ("/id", "Use small letters, digits and single hyphens, such as crisis-grants."),
    ("/period", "Write a period such as 2024-25 Q2, 2024-09, 2024-25, 2024, 2023/24 or 2021-24."),
    ("/commitment", "Write grand challenge, mission and commitment, such as gc1-m3-c5."),
    ("/mission", "Write grand challenge and mission, such as gc1-m3."),
    ("/challenge", "Write a grand challenge, such as gc1."),
    ("/web_address", "Write the whole address, starting with https://."),
    ("/line", "Write one line of text without spaces at either end."),
    ("/text", "Write some text."),
    ("^[0-9a-f]{64}$", "Paste the 64 characters of the file's SHA-256."),
)


def _number_fix(text: str) -> str:
    """What to write in place of a number that was typed in another way."""
    bare = text.strip().rstrip("%").lstrip("£+").replace(",", "").replace("_", "").replace(" ", "")
    if re.fullmatch(r"-?\.[0-9]+", bare):
        bare = bare.replace(".", "0.")
    whole, point, decimals = bare.partition(".")
    if re.fullmatch(r"-?[0-9]+", whole) and (not point or decimals.isdigit()):
        sign = "-" if whole.startswith("-") else ""
        digits = whole.removeprefix("-").lstrip("0") or "0"
        return f"Write it in digits alone: {sign}{digits}{point}{decimals}."
    return "Write digits with at most one point, such as 91.5: no %, no commas, no words."


def shown(value: Value) -> str:
    """`value` as its author typed it, cut short where it is long."""
    match value:
        case None:
            text = "nothing"
        case bool():
            text = str(value).lower()
        case Decimal():
            text = f"{value:f}"
        case list():
            text = "a list"
        case dict():
            text = "keys with values"
        case _:
            text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
