"""The made-up council of tests/council, whole or with one file changed."""

import shutil
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.loading.load import Loaded, kind_of, load
from generator.loading.yaml_text import read_yaml
from generator.model.finding import Finding
from generator.resources import schemas
from generator.sources import Folder

HERE = Path(__file__).parent.parent / "council"


class Told(NamedTuple):
    """A finding without its severity, which is always error here."""

    rule: str
    path: str
    line: int
    column: int
    message: str
    fix: str


def told(finding: Finding) -> Told:
    return Told(
        finding.rule,
        finding.path,
        finding.line,
        finding.column,
        finding.message,
        finding.fix,
    )


def copied(to: Path) -> Path:
    """A copy of the council to change."""
    return Path(shutil.copytree(HERE, to / "council"))


def changed(to: Path, path: str, *changes: tuple[str, str]) -> Path:
    """A copy of the council with changes to the text of one file."""
    root = copied(to)
    text = (root / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, f"{path} does not say {old!r}"
        text = text.replace(old, new, 1)
    (root / path).write_text(text, encoding="utf-8")
    return root


def line_of(file: Path, text: str) -> int:
    """The line of `file` in which `text` first stands."""
    before, found, _ = file.read_text(encoding="utf-8").partition(text)
    assert found, f"{file} does not say {text!r}"
    return before.count("\n") + 1


def loaded(root: Path) -> Loaded:
    return load(Folder(root), schemas())


def found(root: Path) -> list[Told]:
    return [told(finding) for finding in loaded(root).findings]


def documents() -> dict[str, Any]:
    """The data of every file of the council, by path; a fresh copy."""
    return deepcopy(_documents())


@cache
def _documents() -> dict[str, Any]:
    paths = [path for path in Folder(HERE).paths() if path.endswith(".yaml")]
    return {path: read_yaml((HERE / path).read_bytes()).value for path in paths}


def kind(path: str) -> str:
    """The kind of the file at `path`, which has one."""
    found = kind_of(path)
    assert found
    return found


def spots(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to every value inside `value`."""
    steps: list[Any] = []
    if isinstance(value, dict):
        steps = list(value)
    if isinstance(value, list):
        steps = list(range(len(value)))
    for step in steps:
        yield (*at, step)
        yield from spots(value[step], (*at, step))


def put(value: Any, at: tuple[str | int, ...], new: Any) -> None:
    """Puts `new` at `at`, or takes it out when `new` is Ellipsis."""
    *way, last = at
    for step in way:
        value = value[step]
    if new is ...:
        del value[last]
    else:
        value[last] = new
