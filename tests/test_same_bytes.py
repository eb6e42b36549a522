"""Same commit, same bytes: whoever builds it, wherever and in whatever language they work."""

from pathlib import Path

import pytest

from tests.command import COUNCIL, aboveboard, committed, contents, copied, git
from tests.helpers import ROOT

HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"}
THERE = {
    "TZ": "America/Los_Angeles",
    "LC_ALL": "C",
    "LANG": "C",
    "PYTHONHASHSEED": "4242",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "SOURCE_DATE_EPOCH": "1",
}


@pytest.mark.parametrize("source", [COUNCIL, ROOT], ids=["made-up", "glasgow"])
def test_two_builds_of_one_commit_are_the_same_bytes(source: Path, tmp_path: Path) -> None:
    origin = committed(copied(tmp_path / "origin", source), day="2026-11-23")
    sites = []
    for name, env in (("a", HERE), ("other place/with spaces/é", THERE)):
        clone = tmp_path / name / "clone"
        git(tmp_path, "clone", "--quiet", str(origin), str(clone))
        done = aboveboard("build", "--out", "site", "--even-with-errors", cwd=clone, env=env)
        assert done.returncode == 0, done.stderr
        sites.append(contents(clone / "site"))
    first, second = sites
    assert list(first) == list(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_a_second_build_over_the_first_is_the_same_bytes(tmp_path: Path) -> None:
    root = committed(copied(tmp_path / "council"))
    sites = []
    for _ in range(2):
        assert aboveboard("build", cwd=root).returncode == 0
        sites.append(contents(root / "site"))
    assert sites[0] == sites[1]


def test_no_page_names_the_folder_or_the_person_that_built_it(site: Path) -> None:
    said = b"\n".join(contents(site).values())
    for name in (str(ROOT), str(site.parent), "/tmp/", "/home/"):
        assert name.encode() not in said
