"""JSON Schema: is a file shaped as its kind asks, and if not, what should be written instead."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from itertools import islice
from typing import Any

import jsonschema_rs

from generator.loading.complaints import MOST_COMPLAINTS, Complaint
from generator.loading.plain_text import Value
from generator.loading.wording import FORMS
from generator.model.finding import Pointer

KINDS = ("council", "plan", "commitment", "case-study", "measure", "report", "releases")
"""The kinds of file, each with its schema."""
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
            complaint = Complaint(self, kind, error)
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


_UNIQUE = jsonschema_rs.validator_for({"uniqueItems": True})
_FIRST_MEND = "Put right what is told of it here, then check it again."
