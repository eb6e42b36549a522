"""The shape of the code: who imports whom, who may touch the world, and what cannot change."""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("model", "rules", "loading", "pages", "rendering", "reporting")
"""The packages of the generator: each imports itself and those before it."""
EDGE = len(PACKAGES)
"""All modules beside the packages lie at the edge and may import everything."""
MAY_IMPORT = {"reporting": {"model", "rules", "reporting"}}
PURE = ("model", "rules", "loading", "pages")
TWO_OF_A_KIND = {"jsonschema", "referencing", "jsonschema_rs"}
"""All in loading/schema.py, where a test holds that they agree."""


@cache
def modules() -> dict[str, ast.Module]:
    """The syntax tree of every module of the generator, by dotted name."""
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for path in sorted((ROOT / "generator").rglob("*.py"))
    }


def package(module: str) -> str:
    """The package of a module of the generator; '' for one at the edge."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in PACKAGES else ""


def layer(module: str) -> int:
    return PACKAGES.index(package(module)) if package(module) else EDGE


def imports(tree: ast.AST) -> Iterator[str]:
    """Every name that is imported anywhere in a module, even within a function."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                whole = [f"{module}.{name.name}" for name in names]
                yield from (name if name in modules() else module for name in whole)


def calls(tree: ast.AST) -> Iterator[str]:
    """The dotted name of everything that is called in a module."""
    return (ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call))


def is_command(module: str) -> bool:
    """Whether a module is of the command line, which alone uses click and prints."""
    return module == "generator.cli" or module.startswith("generator.commands")


def pure_modules() -> list[str]:
    return [module for module in modules() if package(module) in PURE]


def own(module: str) -> set[str]:
    """The modules of the generator that a module imports."""
    return {name for name in imports(modules()[module]) if name.split(".")[0] == "generator"}


def test_there_are_modules_to_look_at() -> None:
    assert {"generator", "generator.model.period", "generator.loading.load"} <= modules().keys()


def test_no_import_is_relative() -> None:
    relative = [
        module
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_a_package_imports_only_itself_and_packages_before_it() -> None:
    wrong = [
        f"{module} imports {name}"
        for module in modules()
        if package(module)
        for name in own(module)
        if name != "generator"
        if layer(name) > layer(module)
        or package(name) not in MAY_IMPORT.get(package(module), PACKAGES)
    ]
    assert wrong == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    TopologicalSorter({module: own(module) - {module} for module in modules()}).prepare()


def test_every_imported_module_of_ours_exists() -> None:
    missing = {name for module in modules() for name in own(module)} - modules().keys()
    assert missing == set()


def test_each_third_party_package_is_imported_in_one_module() -> None:
    importers: dict[str, set[str]] = defaultdict(set)
    for module, tree in modules().items():
        for name in imports(tree):
            top = name.split(".")[0]
            if top != "generator" and top not in sys.stdlib_module_names:
                importers[top].add("the command line" if is_command(module) else module)
    shared = {name: sorted(found) for name, found in importers.items() if len(found) > 1}
    assert shared == {}
    for name in TWO_OF_A_KIND & importers.keys():
        assert importers[name] == {"generator.loading.schema"}


CLOCKS = {
    *("date.today", "datetime.now", "datetime.utcnow", "datetime.today", "time.time"),
    *("time.time_ns", "time.localtime", "time.gmtime", "time.strftime", "time.ctime"),
}


def test_no_clock_is_read() -> None:
    read = [
        f"{module} calls {call}"
        for module, tree in modules().items()
        for call in calls(tree)
        if ".".join(call.split(".")[-2:]) in CLOCKS
    ]
    assert read == []


def test_the_names_of_clocks_are_not_imported_on_their_own() -> None:
    from_time = [
        module
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "time"
        if {name.name for name in node.names} & {"time", "time_ns", "localtime", "gmtime"}
    ]
    assert from_time == []


def test_only_the_command_line_prints() -> None:
    printing = [
        module
        for module, tree in modules().items()
        if not is_command(module)
        for call in calls(tree)
        if call in ("print", "click.echo", "sys.stdout.write", "sys.stderr.write")
    ]
    assert printing == []


WORLD = {
    *("os", "pathlib", "subprocess", "shutil", "tempfile", "glob", "socket", "urllib.request"),
    *("http", "random", "secrets", "time", "logging", "requests", "sqlite3", "importlib.resources"),
}


def test_what_decides_reads_no_files_and_starts_no_programs() -> None:
    imported = [
        f"{module} imports {name}"
        for module in pure_modules()
        for name in imports(modules()[module])
        if name in WORLD or name.split(".")[0] in WORLD
    ]
    called = [
        f"{module} calls {call}"
        for module in pure_modules()
        for call in calls(modules()[module])
        if call in ("open", "input", "eval", "exec", "compile", "__import__", "io.open")
    ]
    assert imported + called == []


def dataclasses(tree: ast.AST) -> Iterator[tuple[ast.ClassDef, str]]:
    """Each dataclass with its decorator as written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for decorator in map(ast.unparse, node.decorator_list):
                if decorator.split("(")[0].rpartition(".")[2] == "dataclass":
                    yield node, decorator


def test_every_record_of_the_model_and_the_rules_is_frozen() -> None:
    loose = [
        f"{module}.{node.name}"
        for module, tree in modules().items()
        if package(module) in ("model", "rules")
        for node, decorator in dataclasses(tree)
        if "frozen=True" not in decorator
    ]
    assert loose == []


@pytest.mark.parametrize("module", sorted(modules()))
def test_every_module_and_every_public_class_and_function_says_what_it_is(module: str) -> None:
    tree = modules()[module]
    public = [
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
    ]
    silent = [node.name for node in public if not ast.get_docstring(node)]
    assert ast.get_docstring(tree), f"{module} has no docstring"
    assert silent == []
