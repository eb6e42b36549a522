"""The wheel: everything that the product needs travels in it."""

import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.command import COUNCIL_DAY, aboveboard, contents, copied, run
from tests.helpers import ROOT

WHERE = "import generator; print(generator.__file__)"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment with that wheel, outside the checkout.

    Its dependencies are those of the environment that runs the tests, made visible by a path file;
    the product itself must come from the wheel, which lies earlier on the path.
    """
    folder = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    pip = (sys.executable, "-m", "pip", "--python", folder / "bin" / "python")
    options = ("--quiet", "--no-index", "--no-deps", "--disable-pip-version-check")
    done = run(*pip, "install", *options, wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    dependencies = sysconfig.get_paths()["purelib"]
    (packages / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    return folder / "bin"


def test_the_wheel_holds_the_package_the_schemas_and_the_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, kind in (("schemas", "*.json"), ("site_templates", "*"), ("generator", "*.py")):
        place = "" if folder == "generator" else "generator/"
        files = [path for path in (ROOT / folder).rglob(kind) if path.is_file()]
        wanted = {f"{place}{path.relative_to(ROOT).as_posix()}" for path in files}
        assert sorted(wanted - names) == []


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if not name.startswith(("generator/", "aboveboard-"))] == []
    assert [name for name in names if "__pycache__" in name or name.endswith(".pyc")] == []


def test_the_installed_program_builds_the_same_site_outside_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    council, away = copied(tmp_path / "council"), tmp_path / "away"
    away.mkdir()
    where = run(installed / "python", "-c", WHERE, cwd=away)
    assert where.stdout.startswith(str(installed.parent)), where.stderr
    build = ("build", "--root", council, "--as-of", COUNCIL_DAY, "--out")
    done = run(installed / "aboveboard", *build, "site", cwd=away)
    assert done.returncode == 0, done.stderr
    assert aboveboard(*build, away / "from-the-checkout").returncode == 0
    assert contents(away / "site") == contents(away / "from-the-checkout")


def test_the_installed_program_checks_and_explains(installed: Path, tmp_path: Path) -> None:
    council = copied(tmp_path / "council")
    program = installed / "aboveboard"
    checked = run(program, "check", "--as-of", COUNCIL_DAY, cwd=council)
    assert (checked.returncode, checked.stdout.splitlines()[-1]) == (0, "1 warning.")
    assert run(program, "explain", cwd=tmp_path).returncode == 0
