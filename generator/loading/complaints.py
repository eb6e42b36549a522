"""Complaints of the schema, told to the author of a file: what is wrong, and what to write."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any, Protocol

from generator.loading.meant import date_meant, id_meant, is_pasted, key_slip, period_meant
from generator.loading.wording import (
    DIGITS,
    FORMS,
    NO_FIGURE,
    PLAIN_NUMBER,
    ROLE,
    TOO_SMALL,
    TYPE_WORDS,
    WORKED_OUT,
    number_fix,
    shown,
)
from generator.model.finding import Pointer

MOST_COMPLAINTS = 100
"""After how many complaints the rest of a file is not looked at (decision 0047)."""
_ABOUT_KEYS = ("additionalProperties", "required", "dependentRequired", "anyOf")


_DATE, _ID, _PERIOD = (dict(FORMS)[part] for part in ("date", "id", "period"))
_PASTED = "with a special space in it, which was pasted"
_INPUT = re.compile(r"[a-z][a-z0-9_]*")
_YES, _NO = ("yes", "y", "on"), ("no", "n", "off")
_FORMED = ("pattern", "format", "type", "enum")
_FEW = 5
"""The most keys that are written out to show how a value is made of them."""
_MEANT = {_DATE: date_meant, _PERIOD: period_meant}
_COLOURS = ("rag", "colour", "color", "rating")


class Schema(Protocol):
    """What is looked up in the schemas of all kinds."""

    @property
    def forms(self) -> Mapping[str, str]:
        """How a text of each pattern is written."""

    def field(self, kind: str, at: Pointer) -> Mapping[str, Any]:
        """The part of the schema of `kind` that describes the value at `at`."""

    def keys(self, kind: str, at: Pointer) -> tuple[str, ...]:
        """The keys that the mapping at `at` may have."""


class Complaint:
    """One error of the validator, told to the author of the file."""

    def __init__(self, schemas: Schema, kind: str, error: Any) -> None:
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
            yield ((*self.at, self.value), *self._wrong_key())
            return
        if self._is_of_no_key or self._is_cut_at_a_comma:
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
    def _is_of_no_key(self) -> bool:
        """Whether nothing stands under an input whose name is none: of the name there is a complaint."""
        is_input = self.value is None and self.at[-2:-1] == ("inputs",)
        return is_input and not _INPUT.fullmatch(str(self.at[-1]))

    @property
    def _is_cut_at_a_comma(self) -> bool:
        """Whether there is a key too many because a comma cut a text: of that key there is a complaint."""
        known = self.schemas.keys(self.kind, self.at)
        return self.error.validator == "maxProperties" and any(
            value is None and key not in known for key, value in self.value.items()
        )

    def _wrong_key(self) -> tuple[str, str]:
        words = f"the key {_key(self.value)} is not of the right form"
        return key_slip(self.value) or (words, self._form())

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
                yield ((*self.at, key), *self._unknown_key(key))

    def _unknown_key(self, key: str) -> tuple[str, str]:
        return key_slip(key) or (f"there is no key {_key(key)} here", self._key_fix(key))

    def _key_fix(self, key: str) -> str:
        if self.at[:1] == ("periods",) and key.lower() in _COLOURS:
            return "Delete it: the status is worked out from the figures."
        if home := self._home_of(key):
            return f"It belongs {home}. Move it there."
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

    def _home_of(self, key: str) -> str:
        """Where a key belongs that is known around here, in words; nothing where it is not known."""
        known = self.schemas.keys(self.kind, self.at)
        inside = [name for name in known if key in self._keys_under(name)]
        if inside:
            return f"under {' or '.join(inside[:3])}"
        for length in range(len(self.at) - 1, -1, -1):
            if key in self.schemas.keys(self.kind, self.at[:length]):
                names = [step for step in self.at[:length] if isinstance(step, str)]
                return (
                    f"under {names[-1]}, further left" if names else "at the left edge of the file"
                )
        return ""

    def _keys_under(self, name: str) -> tuple[str, ...]:
        at = (*self.at, name)
        return (*self.schemas.keys(self.kind, at), *self.schemas.keys(self.kind, (*at, 0)))

    def _meant(self, key: str) -> str | None:
        """The key that a misspelt one most likely stands for."""
        alike = re.sub(r"\W+", "_", key.partition(":")[0].strip().lower())
        known = self.schemas.keys(self.kind, self.at)
        return next(iter(get_close_matches(alike, known, n=1, cutoff=0.6)), None)

    def _missing_keys(self) -> Iterator[tuple[Pointer, str, str]]:
        misspelt = self._misspelt()
        for key in self.error.validator_value:
            # A misspelt key is told once, where it stands, not missed as well.
            if key not in self.value and key not in misspelt:
                yield (self.at, f"{key} is missing", self._add(key))

    def _misspelt(self) -> set[str | None]:
        """The keys that those here which are none most likely stand for."""
        known = self.schemas.keys(self.kind, self.at)
        strange = (key for key in self.value if key not in known)
        return {self._meant(key) for key in islice(strange, MOST_COMPLAINTS)}

    def _missing_partners(self) -> Iterator[tuple[Pointer, str, str]]:
        misspelt = self._misspelt()
        for key, partners in self.error.validator_value.items():
            for partner in partners:
                if key in self.value and partner not in self.value and partner not in misspelt:
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
        if self.error.validator in _FORMED and is_pasted(str(self.value)):
            return (f"{self.name} says {told}, {_PASTED}", "Delete it and type an ordinary space.")
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
            fix = f"Write {words}, or delete the line. {self.meaning}"
            if self._is_figure:
                fix = f"Write {words}. {NO_FIGURE}"
            return (f"{self.name} is empty", fix)
        if isinstance(self.value, str) and {"number", "integer"} & set(names):
            fault = "is text" if PLAIN_NUMBER.fullmatch(self.value) else "is not a plain number"
            return (f"{self.name} says {told}, which {fault}", self._digits())
        if names == ["string"] and not isinstance(self.value, list | dict):
            if not re.search(self.error.schema.get("pattern", ""), str(self.value)):
                return (f"{self.name} says {told}, which is not of the right form", self._form())
            return (f"{self.name} says {told}, which is not text", f'Put it in quotes: "{told}"')
        belong = "belong" if words.endswith("values") else "belongs"
        return (f"{self.name} says {told}, but {words} {belong} here", self._instead(names))

    @property
    def _is_figure(self) -> bool:
        """Whether the figure of a period belongs here."""
        return self.at[:1] == ("periods",) and self.at[2:] == ("value",)

    def _digits(self) -> str:
        fix = number_fix(self.value)
        if not self._is_figure or fix != DIGITS:
            return fix
        if self.value.startswith("<"):
            return f"{fix} {TOO_SMALL}"
        return fix if re.search("[0-9]", self.value) else f"{fix} {NO_FIGURE}"

    def _instead(self, names: list[str]) -> str:
        return self._as_written(names) or self._described(names)

    def _as_written(self, names: list[str]) -> str:
        """What to write in place of one word; nothing where that is not certain."""
        if isinstance(self.value, list | dict) or not self.at:
            return ""
        if self.at[:1] == ("periods",) and self.at[2:] == ("status",):
            return WORKED_OUT
        word = str(self.value)
        if names == ["boolean"] and word.lower() in (*_YES, *_NO):
            return "Write true." if word.lower() in _YES else "Write false, or delete the line."
        if names == ["array"] and "string" in self.schemas.field(self.kind, (*self.at, 0)).get(
            "type", ""
        ):
            return f"Put it between [ and ]: [{shown(word)}]. {self.meaning}"
        if names == ["object"] and isinstance(self.at[-1], str):
            return self._with_keys(self.at[-1])
        return ""

    def _with_keys(self, name: str) -> str:
        field = self.schemas.field(self.kind, self.at)
        keys = field.get("required") or self.schemas.keys(self.kind, self.at)
        if not 0 < len(keys) <= _FEW or field.get("maxProperties") == 1:
            return ""
        needed = name in self.schemas.field(self.kind, self.at[:-1]).get("required", ())
        written = ", ".join(f"{key}: ..." for key in keys)
        end = "." if needed else ", or delete the line."
        return f"Write {name}: {{{written}}}{end} {self.meaning}"

    def _described(self, names: list[str]) -> str:
        if names == ["string"]:
            return f"Put the text in quotes if it has a colon or a bracket in it. {self.meaning}"
        if "array" in names:
            return f"Start each entry with a hyphen on a line of its own. {self.meaning}"
        return f"Write here: {self.meaning}" if self.at else self.meaning

    def _not_in_list(self, told: str) -> tuple[str, str]:
        words = [str(word) for word in self.error.validator_value]
        word = str(self.value).lower()
        near = get_close_matches(word, words, n=1, cutoff=0.6)
        if len(word) == 1:  # R, A or G
            near = [choice for choice in words if choice.startswith(word)]
            near = near if len(near) == 1 else []
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
        form = self.schemas.forms.get(self.error.schema.get("pattern", ""), self.meaning)
        if form in _MEANT and isinstance(self.value, str):
            return _MEANT[form](self.value) or form
        return self._id_form() if form == _ID and isinstance(self.value, str) else form

    def _id_form(self) -> str:
        near = id_meant(self.value)
        form = _ID if not near else f"Use small letters, digits and single hyphens, such as {near}."
        # A person's name is never made into an id: it may not stand here.
        may_be_a_name = " " in self.value and "role" in self.meaning.lower()
        return ROLE if may_be_a_name and not self.is_about_key else form


def _key(key: str) -> str:
    return shown(key) or '""'
