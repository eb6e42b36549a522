"""JSON Schema: is a file shaped as its kind asks, and if not, what should be written instead."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, cached_property
from itertools import islice
from typing import Any

import jsonschema_rs

from generator.loading.wording import FORMS, PLAIN_NUMBER, TYPE_WORDS, number_fix, shown
from generator.loading.yaml_text import Value
from generator.model.finding import Pointer

KINDS = ("council", "plan", "commitment", "case-study", "measure", "report", "releases")
"""The kinds of file, each with its schema."""
MOST_COMPLAINTS = 100
"""After how many complaints the rest of a file is not looked at (decision 0047)."""
COMMON = "common"


class Schemas:
    """The schemas of all kinds; `texts` are the JSON texts by kind, `common` among them."""

    def __init__(self, texts: Mapping[str, bytes]) -> None:
        self.documents: Mapping[str, Any] = {kind: json.loads(texts[kind]) for kind in texts}
        registry = jsonschema_rs.Registry([(_file(COMMON), self.documents[COMMON])])
        self._quick = {
            kind: jsonschema_rs.validator_for(
                self.documents[kind],
                registry=registry,
                validate_formats=True,
                formats={"date": _is_date},
            )
            for kind in KINDS
        }
        shared = self.documents[COMMON]["$defs"]
        self.forms = {
            shared[part]["pattern"] if part in shared else part: form for part, form in FORMS
        }

    def allows(self, kind: str, value: Value) -> bool:
        """Whether `value` is what the schema of `kind` asks for."""
        return bool(self._quick[kind].is_valid(value))

    def complaints(self, kind: str, value: Value) -> Iterator[tuple[Pointer, str, str]]:
        """Where `value` is not what the schema of `kind` asks for: place, message, fix.

        A value is complained of once, though it may break several rules of its schema. Of many
        complaints the first are given, and that there are more.
        """
        found = self._complaints(kind, value)
        yield from islice(found, MOST_COMPLAINTS)
        if next(found, None):
            yield (), f"more than {MOST_COMPLAINTS} things are wrong in this file", _FIRST_MEND

    def _complaints(self, kind: str, value: Value) -> Iterator[tuple[Pointer, str, str]]:
        told = set()
        for error in self._worded[kind].iter_errors(value):
            complaint = _Complaint(self, kind, error)
            for at, message, fix in complaint.told():
                once = (at,) if complaint.is_about_value else (at, message)
                if once not in told:
                    told.add(once)
                    yield at, message, fix

    @cached_property
    def _worded(self) -> Mapping[str, Any]:
        """The validators that name every fault: slow to load, so only made for bad files."""
        # Slow to import, and only needed for bad files.
        from jsonschema import Draft202012Validator, FormatChecker, validators  # noqa: PLC0415
        from referencing import Registry, Resource  # noqa: PLC0415

        registry: Any = Registry().with_resource(
            _file(COMMON), Resource.from_contents(self.documents[COMMON])
        )
        checker = FormatChecker(())
        checker.checks("date")(_is_date)
        # Both validators must agree, or a bad file would be refused without a word.
        whole = Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_whole)
        extend: Any = validators.extend
        ours = {"pattern": _pattern, "uniqueItems": _unique}
        worded = extend(Draft202012Validator, ours, type_checker=whole)
        return {
            kind: worded(self.documents[kind], registry=registry, format_checker=checker)
            for kind in KINDS
        }

    def field(self, kind: str, at: Pointer) -> Mapping[str, Any]:
        """The part of the schema of `kind` that describes the value at `at`."""
        part, home = self._resolved(self.documents[kind], kind)
        for step in at:
            part, home = self._resolved(_inside(part, step), home)
        return part

    def keys(self, kind: str, at: Pointer) -> tuple[str, ...]:
        """The keys that the mapping at `at` may have."""
        return tuple(self.field(kind, at).get("properties", ()))

    def _resolved(self, part: Mapping[str, Any], home: str) -> tuple[Mapping[str, Any], str]:
        """`part` with what its $ref points to, its own words first, and the schema that is from."""
        if "$ref" not in part:
            return part, home
        file, _, pointer = part["$ref"].partition("#/")
        home = COMMON if file else home
        target = self.documents[home]
        for step in pointer.split("/"):
            target = target[step]
        found, home = self._resolved(target, home)
        return {**found, **{key: part[key] for key in part if key != "$ref"}}, home


def _inside(part: Mapping[str, Any], step: str | int) -> Mapping[str, Any]:
    if isinstance(step, int):
        found = part.get("items", {})
    else:
        found = part.get("properties", {}).get(step, part.get("additionalProperties", {}))
    return found if isinstance(found, Mapping) else {}


def _is_date(text: object) -> bool:
    """Whether `text` is a date that a record can hold; text of another form is for the pattern."""
    try:
        return isinstance(text, str) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _is_whole(_: object, value: object) -> bool:
    """Whether `value` is a whole number; 45.0 is one."""
    if isinstance(value, Decimal):
        return value == value.to_integral_value()
    return isinstance(value, int) and not isinstance(value, bool)


def _pattern(_: Any, pattern: str, value: object, __: Any) -> Iterator[Any]:
    """An error where `value` does not match, as the quick validator reads the pattern."""
    from jsonschema import ValidationError  # noqa: PLC0415 slow import, errors only

    if isinstance(value, str) and not _matcher(pattern).is_valid(value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


def _unique(_: Any, __: bool, value: object, ___: Any) -> Iterator[Any]:
    """An error where a list says the same twice; in step with its length, whatever is in it."""
    from jsonschema import ValidationError  # noqa: PLC0415 slow import, errors only

    if isinstance(value, list) and not _UNIQUE.is_valid(value):
        yield ValidationError("the same twice")


@cache
def _matcher(pattern: str) -> Any:
    return jsonschema_rs.validator_for({"pattern": pattern})


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
        self.is_about_key = "propertyNames" in error.absolute_schema_path

    @property
    def is_about_value(self) -> bool:
        """Whether the value itself is wrong, rather than a key in it."""
        return not self.is_about_key and self.error.validator not in _ABOUT_KEYS

    def told(self) -> Iterator[tuple[Pointer, str, str]]:
        """Each thing to put right: place, message, fix."""
        if self.is_about_key:
            words = f"the key {_key(self.value)} is not of the right form"
            yield ((*self.at, self.value), words, self._form())
            return
        match self.error.validator:
            case "additionalProperties":
                yield from self._unknown_keys()
            case "required":
                yield from self._missing_keys()
            case "dependentRequired":
                yield from self._missing_partners()
            case "anyOf":
                yield self._no_alternative()
            case _:
                yield (self.at, *self._about_value())

    @property
    def name(self) -> str:
        """What the value is called: its key, or its number in the list under that key."""
        keys = [step for step in self.at if isinstance(step, str)]
        name = _key(keys[-1]) if keys else "the file"
        number = self.at[-1] if self.at else ""
        return f"item {number + 1} of {name}" if isinstance(number, int) else name

    @property
    def meaning(self) -> str:
        """What belongs here, in the schema's words: those nearest to it."""
        steps = range(len(self.at), -1, -1)
        return next(filter(None, (self._about(self.at[:length]) for length in steps)), "")

    def _about(self, at: Pointer) -> str:
        field = self.schemas.field(self.kind, at)
        return str(field.get("description") or field.get("title") or "")

    def _unknown_keys(self) -> Iterator[tuple[Pointer, str, str]]:
        known = self.schemas.keys(self.kind, self.at)
        for key in self.value:
            if key not in known:
                yield ((*self.at, key), f"there is no key {_key(key)} here", self._key_fix(key))

    def _key_fix(self, key: str) -> str:
        near = self._meant(key)
        if near is None:
            known = self.schemas.keys(self.kind, self.at)
            choices = f"use one of: {', '.join(known)}."
            # After a comma between { and } a new key begins, where an author meant more text.
            if self.value[key] is None and self.at:
                return (
                    f"If it belongs to a text with a comma, put that text in quotes; or {choices}"
                )
            return f"Delete it, or {choices}"
        if near in self.value:
            return f"Delete it: {near} is there already."
        return f"Write {near} instead."

    def _meant(self, key: str) -> str | None:
        """The key that a misspelt one most likely stands for."""
        alike = re.sub(r"\W+", "_", key.strip().lower())
        known = self.schemas.keys(self.kind, self.at)
        return next(iter(get_close_matches(alike, known, n=1, cutoff=0.6)), None)

    def _missing_keys(self) -> Iterator[tuple[Pointer, str, str]]:
        known = self.schemas.keys(self.kind, self.at)
        strange = (key for key in self.value if key not in known)
        misspelt = {self._meant(key) for key in islice(strange, MOST_COMPLAINTS)}
        for key in self.error.validator_value:
            # A misspelt key is told once, where it stands, not missed as well.
            if key not in self.value and key not in misspelt:
                yield (self.at, f"{key} is missing", self._add(key))

    def _missing_partners(self) -> Iterator[tuple[Pointer, str, str]]:
        for key, partners in self.error.validator_value.items():
            for partner in partners:
                if key in self.value and partner not in self.value:
                    words = f"{key} is given without {partner}"
                    yield ((*self.at, key), words, self._add(partner))

    def _add(self, key: str) -> str:
        return f"Add {key}: {self._about((*self.at, key))}"

    def _no_alternative(self) -> tuple[Pointer, str, str]:
        choices = " or ".join(
            " and ".join(choice.get("required", ())) for choice in self.error.validator_value
        )
        return (self.at, f"{choices} is missing", f"Add {choices}.")

    def _about_value(self) -> tuple[str, str]:
        told = shown(self.value)
        match self.error.validator:
            case "type":
                return self._wrong_type(told)
            case "enum":
                return self._not_in_list(told)
            case "pattern" | "format" if told:
                return (f"{self.name} says {told}, which is not of the right form", self._form())
            case "uniqueItems":
                return (f"{self.name} says the same twice", "Keep one of the two.")
        return self._out_of_bounds(told)

    def _out_of_bounds(self, told: str) -> tuple[str, str]:
        limit, keyword = self.error.validator_value, self.error.validator
        if keyword == "minimum":
            return (f"{self.name} says {told}, which is too small", f"The least is {limit}.")
        if keyword == "exclusiveMinimum":
            fix = f"Write a number above {limit}."
            return (f"{self.name} says {told}, which is too small", fix)
        if keyword == "maximum":
            return (f"{self.name} says {told}, which is too large", f"The most is {limit}.")
        if not self.value or not told:
            return (f"{self.name} is empty", f"Fill it in: {self.meaning}")
        length = len(self.value)
        if keyword == "maxLength":
            fix = f"Use at most {limit:,} characters; this has {length:,}."
            return (f"{self.name} is too long", fix)
        if keyword in ("maxItems", "maxProperties"):
            most = "one entry" if limit == 1 else f"at most {limit:,} entries"
            fix = f"Keep {most}; there are {length:,}."
            return (f"{self.name} has too many entries", fix)
        return (f"{self.name} is too short", f"Say more: {self.meaning}")

    def _wrong_type(self, told: str) -> tuple[str, str]:
        wanted = self.error.validator_value
        names = [wanted] if isinstance(wanted, str) else list(wanted)
        words = " or ".join(TYPE_WORDS[name] for name in names)
        if self.value is None and not self.at:
            return ("the file is empty", "Write a record, or delete the file.")
        if self.value is None:
            return (f"{self.name} is empty", f"Write {words}, or delete the line. {self.meaning}")
        if isinstance(self.value, str) and {"number", "integer"} & set(names):
            fault = "is text" if PLAIN_NUMBER.fullmatch(self.value) else "is not a plain number"
            return (f"{self.name} says {told}, which {fault}", number_fix(self.value))
        if names == ["string"] and not isinstance(self.value, list | dict):
            return (f"{self.name} says {told}, which is not text", f'Put it in quotes: "{told}"')
        belong = "belong" if words.endswith("values") else "belongs"
        return (f"{self.name} says {told}, but {words} {belong} here", self._instead(names))

    def _instead(self, names: list[str]) -> str:
        if names == ["string"]:
            return f"Put the text in quotes if it has a colon or a bracket in it. {self.meaning}"
        if "array" in names:
            return f"Start each entry with a hyphen on a line of its own. {self.meaning}"
        return f"Write here: {self.meaning}" if self.at else self.meaning

    def _not_in_list(self, told: str) -> tuple[str, str]:
        words = [str(word) for word in self.error.validator_value]
        near = get_close_matches(str(self.value).lower(), words, n=1, cutoff=0.6)
        choices = ", ".join(words)
        fix = (
            f"Write {near[0]} instead. The choices are: {choices}."
            if near
            else f"Write one of: {choices}."
        )
        if self.value is None:
            return (f"{self.name} is empty", fix)
        return (f"{self.name} says {told}, which is not one of the choices", fix)

    def _form(self) -> str:
        if self.value == "index":
            return "Choose another id: index is the address of the list."
        return self.schemas.forms.get(self.error.schema.get("pattern", ""), self.meaning)


def _key(key: str) -> str:
    return shown(key) or '""'


_UNIQUE = jsonschema_rs.validator_for({"uniqueItems": True})
_FIRST_MEND = "Put right what is told of it here, then check it again."
_ABOUT_KEYS = ("additionalProperties", "required", "dependentRequired", "anyOf")
