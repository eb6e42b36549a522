"""The made-up council uses every field of every schema, and every word of every choice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.loading.load import kind_of
from generator.loading.schema import COMMON, KINDS
from generator.loading.yaml_text import read_yaml
from generator.resources import schemas

COUNCIL = Path(__file__).parent.parent / "council"
DOCUMENTS = schemas().documents


def described(kind: str, part: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every field that a schema describes, with its place in the schema."""
    if isinstance(part, list):
        for index, item in enumerate(part):
            yield from described(kind, item, f"{place}/{index}")
    if isinstance(part, dict):
        for name, field in part.get("properties", {}).items():
            if "title" in field or "$ref" in field:
                yield f"{kind}{place}/{name}", field
        for key, inner in part.items():
            if key not in ("if", "then", "allOf"):
                yield from described(kind, inner, f"{place}/{key}")


def used(kind: str, part: Any, value: Any) -> Iterator[tuple[int, Any]]:
    """Every field that `value` uses, by the identity of its description, with what it says."""
    for home, resolved in _with_what_it_names(kind, part):
        if isinstance(value, dict):
            for key, inner in value.items():
                field = resolved.get("properties", {}).get(key)
                if field is None:
                    field = resolved.get("additionalProperties")
                if isinstance(field, dict):
                    yield id(field), inner
                    yield from used(home, field, inner)
        if isinstance(value, list) and "items" in resolved:
            for inner in value:
                yield from used(home, resolved["items"], inner)


def _with_what_it_names(kind: str, part: Any) -> Iterator[tuple[str, Any]]:
    yield kind, part
    if "$ref" in part:
        file, _, pointer = part["$ref"].partition("#/")
        home = COMMON if file else kind
        target = DOCUMENTS[home]
        for step in pointer.split("/"):
            target = target[step]
        yield from _with_what_it_names(home, target)


def _uses() -> list[tuple[int, Any]]:
    found: list[tuple[int, Any]] = []
    for file in sorted(COUNCIL.rglob("*.yaml")):
        kind = kind_of(file.relative_to(COUNCIL).as_posix())
        assert kind, file
        found += used(kind, DOCUMENTS[kind], read_yaml(file.read_bytes()).value)
    return found


USES = _uses()


@pytest.mark.parametrize("kind", [*KINDS, COMMON])
def test_every_field_is_used(kind: str) -> None:
    seen = {field for field, _ in USES}
    fields = list(described(kind, DOCUMENTS[kind]))
    assert fields
    assert [place for place, field in fields if id(field) not in seen] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_of_every_choice_is_used(kind: str) -> None:
    said: dict[int, set[Any]] = {}
    for field, value in USES:
        if isinstance(value, str):
            said.setdefault(field, set()).add(value)
    choices = [
        (place, field) for place, field in described(kind, DOCUMENTS[kind]) if "enum" in field
    ]
    unused = {place: set(field["enum"]) - said.get(id(field), set()) for place, field in choices}
    assert {place: words for place, words in unused.items() if words} == {}
