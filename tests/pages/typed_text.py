"""Finding, by the schemas, every text that an author types freely, and typing something else."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.loading.load import kind_of
from tests.command import CONTENT
from tests.helpers import ROOT

Place = tuple[str | int, ...]
Typed = Callable[[str], str]
_BLOCK = ("|", ">")
_ANSWERS = {"formula", "data", "unit"}
"""Texts on which more than words depends: what is worked out, and what a report is frozen at."""


def type_over(root: Path, typed: Typed) -> int:
    """Puts `typed` of each free text of a content repository in its place; gives how many."""
    return sum(_type_over(root, file, typed) for file in _files(root))


def free_texts(root: Path) -> dict[str, list[Place]]:
    """The place of each free text in each file."""
    return {
        file.relative_to(root).as_posix(): [place for place, _ in _texts_of(root, file)]
        for file in _files(root)
    }


def _files(root: Path) -> Iterator[Path]:
    for name in CONTENT:
        place = root / name
        yield from [place] if place.is_file() else sorted(place.rglob("*.yaml"))


def _type_over(root: Path, file: Path, typed: Typed) -> int:
    text = file.read_text(encoding="utf-8")
    nodes = [node for _, node in _texts_of(root, file)]
    for node in sorted(nodes, key=lambda node: -node.start_mark.index):
        end = "\n" if node.style in _BLOCK else ""
        said = json.dumps(typed(node.value.strip()), ensure_ascii=False) + end
        text = text[: node.start_mark.index] + said + text[node.end_mark.index :]
    file.write_text(text, encoding="utf-8")
    return len(nodes)


def _texts_of(root: Path, file: Path) -> Iterator[tuple[Place, yaml.ScalarNode]]:
    kind = kind_of(file.relative_to(root).as_posix())
    node = yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    found = _under(node, _schema(f"{kind}.schema.json"), f"{kind}.schema.json", ())
    yield from ((place, text) for place, text in found if place[-1] not in _ANSWERS)


def _schema(name: str) -> Any:
    return json.loads((ROOT / "schemas" / name).read_bytes())


def _under(
    node: yaml.Node | None, schema: Any, file: str, place: Place
) -> Iterator[tuple[Place, yaml.ScalarNode]]:
    """Each scalar at or under `node` that its schema lets be any text."""
    if "$ref" in schema:
        home, _, pointer = schema["$ref"].partition("#")
        file = home or file
        found = _schema(file)
        for step in filter(None, pointer.split("/")):
            found = found[step]
        yield from _under(node, found, file, place)
    for part in (*schema.get("anyOf", []), *schema.get("oneOf", []), *schema.get("allOf", [])):
        yield from _under(node, part, file, place)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            known = schema.get("properties", {}).get(key.value)
            other = schema.get("additionalProperties")
            under = known if known is not None else other
            if isinstance(under, dict):
                yield from _under(value, under, file, (*place, key.value))
    elif isinstance(node, yaml.SequenceNode) and isinstance(schema.get("items"), dict):
        for index, value in enumerate(node.value):
            yield from _under(value, schema["items"], file, (*place, index))
    elif isinstance(node, yaml.ScalarNode) and _is_free(schema):
        yield place, node


def _is_free(schema: Any) -> bool:
    """Whether a schema takes any text: no list of words, no date, no pattern but `not blank`."""
    if schema.get("type") != "string" or "enum" in schema or "format" in schema:
        return False
    pattern = schema.get("pattern")
    return pattern is None or bool(re.search(pattern, "<script> &"))
