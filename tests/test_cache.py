"""What a check remembers: never anything but what it would find anew, and for this user alone."""

import json
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import seen
from generator.cache import MOST_BYTES, MOST_ENTRIES, Cache, cache_of, remembered
from generator.resources import schemas
from generator.seen import look_at
from generator.state import read_state
from tests.command import COUNCIL as COUNCIL_FOLDER
from tests.command import COUNCIL_DAY, DAY, ONLY_LATE, aboveboard, contents, edit
from tests.helpers import Files, files_under
from tests.rules.test_examples import BASE
from tests.test_narrow import slipped

TODAY = date.fromisoformat(COUNCIL_DAY)
MADE_UP = files_under(COUNCIL_FOLDER)
KEY = "0" * 64
SAID = read_state(MADE_UP, schemas(), TODAY).findings


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    """A cache that holds what was found in the made-up council."""
    cache = Cache(tmp_path / "cache")
    cache.keep(KEY, SAID)
    assert cache.found(KEY) == SAID
    return cache


def file_of(cache: Cache) -> Path:
    return cache.home / f"{KEY}.json"


# It says what a check would say


@settings(max_examples=40)
@given(data=st.data())
def test_what_is_remembered_never_differs_from_what_is_found_anew(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache") / "aboveboard")
    files = data.draw(st.sampled_from([MADE_UP, BASE]))
    for _ in range(4):
        day = TODAY + timedelta(days=data.draw(st.sampled_from([0, 0, 1, 400])))
        anew = read_state(files, schemas(), day).findings
        assert remembered(files, schemas(), day, cache) == anew
        assert remembered(files, schemas(), day, cache) == anew
        files = slipped(
            cast(st.DrawFn, data.draw), files, data.draw(st.sampled_from(files.paths()))
        )


@settings(max_examples=200)
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), cut=st.booleans())
def test_an_entry_with_any_slip_in_it_is_right_or_ignored(
    place: float, byte: int, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cache = Cache(tmp_path_factory.mktemp("cache") / "aboveboard")
    cache.keep(KEY, SAID)
    text = file_of(cache).read_bytes()
    at = int(place * len(text))
    file_of(cache).write_bytes(text[:at] + bytes([byte]) + (b"" if cut else text[at + 1 :]))
    assert cache.found(KEY) in (None, SAID)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        b'{"key": 1, "sum": 2, "findings": 3}',
        b'{"key": "%s", "sum": "", "findings": []}' % KEY.encode(),
        b"1" * 10_000,
    ],
)
def test_an_entry_of_another_form_is_ignored(kept: Cache, text: bytes) -> None:
    file_of(kept).write_bytes(text)
    assert kept.found(KEY) is None


def test_an_entry_under_the_name_of_another_is_ignored(kept: Cache) -> None:
    other = "1" * 64
    file_of(kept).rename(kept.home / f"{other}.json")
    assert kept.found(other) is None


def forged(*row: object) -> bytes:
    """An entry with the right sum over something that is no finding."""
    from generator.cache import _sum  # noqa: PLC0415 only here, to forge with

    rows = [list(row)]
    return json.dumps({"key": KEY, "sum": _sum(KEY, rows), "findings": rows}).encode()


@pytest.mark.parametrize(
    "row",
    [
        ("rule", "error", "path", 1, 1, "message"),
        ("rule", "error", "path", "1", 1, "message", "fix"),
        ("rule", "error", "path", True, 1, "message", "fix"),
        ("rule", "fatal", "path", 1, 1, "message", "fix"),
    ],
)
def test_what_is_no_finding_is_ignored_even_with_the_right_sum(
    kept: Cache, row: Sequence[object]
) -> None:
    file_of(kept).write_bytes(forged(*row))
    assert kept.found(KEY) is None


# What it is kept under


@pytest.mark.parametrize(
    "files",
    [
        MADE_UP.having("measures/parks/a.md", b""),
        MADE_UP.having("council.yaml", MADE_UP.texts["council.yaml"] + b"\n"),
        MADE_UP.without("council.yaml"),
        MADE_UP.having("measures/parks/trees-planted.csv", b"a,b\n"),
    ],
)
def test_any_change_to_a_file_or_a_name_is_another_fingerprint(files: Files) -> None:
    assert look_at(files).key(TODAY) != look_at(MADE_UP).key(TODAY)


def test_two_files_that_change_places_are_another_fingerprint() -> None:
    one, other = ("measures/a/x.yaml", "measures/a/y.yaml")
    first = Files({one: b"1", other: b"2"})
    second = Files({one: b"2", other: b"1"})
    assert look_at(first).key(TODAY) != look_at(second).key(TODAY)


def test_another_day_or_program_is_another_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    here = look_at(MADE_UP)
    assert here.key(TODAY) == look_at(MADE_UP).key(TODAY)
    assert here.key(TODAY) != here.key(TODAY + timedelta(days=1))
    before = here.key(TODAY)
    monkeypatch.setattr(seen, "program", lambda: "another")
    assert here.key(TODAY) != before


def test_the_program_is_known_by_its_code_its_schemas_and_what_it_reads_with(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = seen.program()
    assert len(before) == 64
    for name, value in (
        ("__version__", "9"),
        ("version", str),
        ("folder", lambda _: COUNCIL_FOLDER / "reports"),
    ):
        with monkeypatch.context() as changed:
            changed.setattr(seen, name, value)
            seen.program.cache_clear()
            assert seen.program() != before
    seen.program.cache_clear()
    assert seen.program() == before


class Moving:
    """Files of which one changes while they are checked."""

    def __init__(self, before: Files, after: Files) -> None:
        self.states = [before] * len(before.texts)
        self.after = after

    def paths(self) -> list[str]:
        return self.after.paths()

    def read(self, path: str) -> bytes | None:
        files = self.states.pop() if self.states else self.after
        return files.read(path)


def test_a_file_that_changes_during_the_check_leaves_nothing_behind(tmp_path: Path) -> None:
    path = "measures/housing/advice-decided.yaml"
    text = MADE_UP.texts[path].replace(b"value: 96.0", b"value: 97.0")
    cache = Cache(tmp_path / "aboveboard")
    remembered(Moving(MADE_UP, MADE_UP.having(path, text)), schemas(), TODAY, cache)
    assert not cache.home.exists()


def test_evidence_that_the_listing_does_not_show_leaves_nothing_behind(tmp_path: Path) -> None:
    class Hiding(Files):
        def paths(self) -> list[str]:
            return [path for path in super().paths() if not path.endswith(".csv")]

    cache = Cache(tmp_path / "aboveboard")
    files = Hiding(MADE_UP.texts)
    assert (
        remembered(files, schemas(), TODAY, cache) == read_state(files, schemas(), TODAY).findings
    )
    assert not cache.home.exists()


# Whose it is


def test_the_folder_and_its_files_are_for_this_user_alone(kept: Cache) -> None:
    assert stat.S_IMODE(kept.home.stat().st_mode) == 0o700
    assert stat.S_IMODE(file_of(kept).stat().st_mode) == 0o600
    assert [file.name for file in kept.home.iterdir()] == [f"{KEY}.json"]


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o707])
def test_a_folder_that_others_may_enter_is_neither_read_nor_written(kept: Cache, mode: int) -> None:
    kept.home.chmod(mode)
    assert kept.found(KEY) is None
    kept.keep("1" * 64, SAID)
    assert len(list(kept.home.iterdir())) == 1


def test_a_file_that_others_may_write_is_ignored(kept: Cache) -> None:
    file_of(kept).chmod(0o602)
    assert kept.found(KEY) is None


def test_links_are_not_followed(kept: Cache, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    kept.home.rename(moved)
    kept.home.symlink_to(moved)
    assert kept.found(KEY) is None
    assert Cache(moved).found(KEY) == SAID
    (moved / "a.json").write_bytes((moved / f"{KEY}.json").read_bytes())
    (moved / f"{KEY}.json").unlink()
    (moved / f"{KEY}.json").symlink_to(moved / "a.json")
    assert Cache(moved).found(KEY) is None


def test_a_pipe_in_its_place_keeps_nobody_waiting(kept: Cache) -> None:
    file_of(kept).unlink()
    os.mkfifo(file_of(kept), 0o600)
    assert kept.found(KEY) is None


def test_what_belongs_to_another_user_is_ignored(
    kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: kept.home.stat().st_uid + 1)
    assert kept.found(KEY) is None
    kept.keep("1" * 64, SAID)
    assert len(list(kept.home.iterdir())) == 1


# How much it is


def test_only_the_latest_entries_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "aboveboard")
    for number in range(MOST_ENTRIES + 5):
        cache.keep(f"{number:064}", SAID)
        os.utime(cache.home / f"{number:064}.json", (number, number))
    cache.found(f"{5:064}")
    cache.keep("f" * 64, SAID)
    assert len(list(cache.home.iterdir())) == MOST_ENTRIES
    assert cache.found(f"{5:064}") == SAID, "it was used"
    assert cache.found(f"{6:064}") is None


def test_entries_that_are_too_large_are_not_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "aboveboard")
    large = replace(SAID[0], message="x" * (MOST_BYTES // 2))
    for key in ("a", "b"):
        cache.keep(key, [large])
    assert sum(file.stat().st_size for file in cache.home.iterdir()) <= MOST_BYTES
    assert cache.found("b") == (large,)
    cache.keep("c", [large, large])
    assert cache.found("c") is None


# Where it lies


def test_it_lies_where_the_user_keeps_such_things(tmp_path: Path) -> None:
    home = str(tmp_path / "home")
    root = tmp_path / "content"
    assert cache_of({"XDG_CACHE_HOME": home}, root) == Cache(Path(home) / "aboveboard")
    for relative in ({}, {"XDG_CACHE_HOME": ""}, {"XDG_CACHE_HOME": "here"}):
        found = cache_of(relative, root)
        assert found == Cache(Path("~/.cache/aboveboard").expanduser())


def test_it_never_lies_in_the_repository(tmp_path: Path) -> None:
    assert cache_of({"XDG_CACHE_HOME": str(tmp_path / "a")}, tmp_path) is None
    (tmp_path / "link").symlink_to(tmp_path / "root")
    (tmp_path / "root").mkdir()
    assert cache_of({"XDG_CACHE_HOME": str(tmp_path / "link")}, tmp_path / "root") is None


# The command


@contextmanager
def spoilt(home: Path) -> Iterator[None]:
    """Every entry says that there are no findings, as only this user could have written."""
    from generator.cache import _document  # noqa: PLC0415 only here, to forge with

    for file in (home / "aboveboard").iterdir():
        file.write_bytes(_document(file.stem, ()))
    yield


def test_a_second_check_of_the_same_files_is_taken_from_the_cache(
    council: Path, tmp_path: Path
) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    before = contents(council)
    told = [aboveboard("check", "--root", council, *DAY, env=env).stdout for _ in range(2)]
    assert told == [ONLY_LATE, ONLY_LATE]
    assert contents(council) == before
    with spoilt(tmp_path / "home"):
        assert aboveboard("check", "--root", council, *DAY, env=env).stdout == "No findings.\n"
        anew = aboveboard("check", "--root", council, *DAY, "--no-cache", env=env)
        assert anew.stdout == ONLY_LATE
        built = aboveboard("build", "--root", council, *DAY, "--out", tmp_path / "out", env=env)
        assert "figure-is-overdue" in built.stderr, "a build reads everything itself"
        edit(council, "value: 96.0", "value: 97.0")
        assert aboveboard("check", "--root", council, *DAY, env=env).returncode == 1


def test_no_cache_writes_nothing(council: Path, tmp_path: Path) -> None:
    env = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    aboveboard("check", "--root", council, *DAY, "--no-cache", env=env)
    aboveboard("check", "--root", council, *DAY, "council.yaml", env=env)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("home", [os.devnull, "/proc/nowhere"])
def test_where_nothing_can_be_kept_all_works_without(council: Path, home: str) -> None:
    done = aboveboard("check", "--root", council, *DAY, env={"XDG_CACHE_HOME": home})
    assert (done.stdout, done.stderr) == (ONLY_LATE, "")
