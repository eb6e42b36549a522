"""What the product depends on: what it declares, what it imports and what is locked agree."""

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from importlib.metadata import packages_distributions, requires
from typing import Any

import pytest

from tests.helpers import ROOT
from tests.test_architecture import imports, modules

GUIDE = "generator.guide"
COMES_WITH = {"referencing": "jsonschema", "markupsafe": "jinja2"}
"""Packages that are imported and not declared, and the declared one whose interface they are."""

LOCKS = ("requirements.lock", "requirements-test.lock")
LOCKED = re.compile(
    r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9a-z.+!]+)(?: ; [^\\@]+?)?(?: --hash=sha256:[0-9a-f]{64})+"
)
"""One package of a lock: its name, its one version, perhaps where it is needed, its hashes."""


def test_the_packages_imported_beside_the_handbook_are_those_declared() -> None:
    found = imported(module for module in modules() if module != GUIDE)
    assert {COMES_WITH.get(name, name) for name in found} == names(project()["dependencies"])


def test_the_packages_that_the_handbook_imports_are_declared_in_its_extra() -> None:
    found = imported([GUIDE])
    assert found
    assert found <= names(project()["optional-dependencies"]["guide"])


@pytest.mark.parametrize(("package", "declared"), COMES_WITH.items())
def test_a_package_that_is_not_declared_is_imported_and_comes_with_one_that_is(
    package: str, declared: str
) -> None:
    assert package in imported(modules())
    assert package in names(requires(declared) or ())


def test_every_locked_package_has_the_same_version_in_the_lock_for_tests() -> None:
    for_use, for_tests = (locked(name) for name in LOCKS)
    assert for_use
    assert {name: for_tests.get(name) for name in for_use} == for_use


@pytest.mark.parametrize("lock", LOCKS)
def test_every_declared_package_is_locked(lock: str) -> None:
    declared = names([*project()["dependencies"], *project()["optional-dependencies"]["guide"]])
    assert sorted(declared - locked(lock).keys()) == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_of_a_lock_has_a_version_and_hashes_and_no_address(lock: str) -> None:
    assert [line for line in lines(lock) if not LOCKED.fullmatch(line)] == []
    assert [line for line in lines(lock) if "://" in line] == []


def project() -> Any:
    """What pyproject.toml says of the project."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def imported(these: Iterable[str]) -> set[str]:
    """The distributions whose packages some modules import, even within a function."""
    tops = {name.partition(".")[0] for module in these for name in imports(modules()[module])}
    known = packages_distributions()
    packages = tops - sys.stdlib_module_names - {"generator"}
    return names(name for package in packages for name in known[package])


def names(requirements: Iterable[str]) -> set[str]:
    """The names that requirements begin with, each spelt in the one agreed way."""
    found = (re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in requirements)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in found}


def lines(lock: str) -> list[str]:
    """A lock with each package and its hashes on one line, and no notes."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    whole = re.sub(r"\s*\\\n\s*", " ", text).splitlines()
    return [line for line in whole if line and not line.startswith("#")]


def locked(lock: str) -> dict[str, set[str]]:
    """The versions of every package of a lock."""
    versions = defaultdict(set)
    for found in filter(None, map(LOCKED.fullmatch, lines(lock))):
        versions[found["name"]].add(found["version"])
    return dict(versions)
