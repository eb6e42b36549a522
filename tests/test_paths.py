"""Tricks with names, links and kinds of file: nothing outside the content is read or written."""

import ctypes
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.loading.load import load
from generator.loading.locate import located
from generator.model.words import Severity
from generator.resources import schemas
from generator.rules.check import check
from generator.rules.rated import rate_catalogue
from tests.command import COUNCIL, COUNCIL_DAY, DAY, SCRIPT, Done, aboveboard, contents, copied, run
from tests.fuzz.holds import DAY as ON
from tests.helpers import ROOT, Files, files_under

PARKS = Path("measures/parks")
LINKED = (
    "nothing in this folder is read: it is a link, a repository of its own, or may not be opened"
)
UNREAD = "this file cannot be read; it may be a link, and history holds no file behind a link"


def told(root: Path) -> list[tuple[str, str]]:
    """The path and message of every finding of `check` that is an error."""
    done = aboveboard("check", "--root", root, *DAY, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    found = json.loads(done.stdout)["findings"]
    return [(one["path"], one["message"]) for one in found if one["severity"] == "error"]


# Links


@pytest.mark.parametrize("path", ["measures", "measures/parks", "measures/new", "commitments/gc9"])
def test_a_linked_folder_is_a_finding_and_is_not_entered(council: Path, path: str) -> None:
    outside = council.parent / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
    place = council / path
    if place.exists():
        place.rename(council.parent / "moved")
    place.symlink_to(outside)
    found = told(council)
    assert (path, LINKED) in found
    assert "secret" not in str(found)


def test_a_folder_linked_within_the_content_is_not_entered_either(council: Path) -> None:
    """Else one file would be two records, and a circle of links would have no end."""
    (council / "measures" / "again").symlink_to("parks")
    (council / "measures" / "circle").symlink_to("..")
    assert told(council) == [("measures/again", LINKED), ("measures/circle", LINKED)]


def test_a_repository_within_the_content_is_a_finding_and_is_not_entered(council: Path) -> None:
    """Its files are in no commit of this one, so that nothing would tell when they change."""
    (council / "measures" / "parks" / ".git").write_text("gitdir: ../elsewhere", encoding="utf-8")
    assert ("measures/parks", LINKED) in told(council)


@pytest.mark.parametrize("path", ["council.yaml", "commitments/plan.yaml", PARKS / "x.yaml"])
def test_a_link_that_leads_out_is_named_as_what_it_is(council: Path, path: str | Path) -> None:
    place = council / path
    secret = council.parent / "secret.yaml"
    secret.write_text("name: secret\n", encoding="utf-8")
    place.unlink(missing_ok=True)
    place.symlink_to(secret)
    assert told(council)[0] == (str(path), UNREAD)


def test_evidence_is_not_taken_from_a_link_that_leads_out(council: Path) -> None:
    file = council / "measures" / "housing" / "advice-decided-2024-25-q2.csv"
    file.rename(council.parent / "outside.csv")
    file.symlink_to(council.parent / "outside.csv")
    (found,) = told(council)
    assert found[1] == "there is no file advice-decided-2024-25-q2.csv beside this measure"


@pytest.mark.parametrize(
    "name", ["../secret.csv", "/etc/passwd", "a/../../secret.csv", "..", "x.csv/..", "x%2f..csv"]
)
def test_evidence_lies_beside_its_measure(council: Path, name: str) -> None:
    (council / "measures" / "secret.csv").write_text("in_time,decided_on\n", encoding="utf-8")
    file = council / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("advice-decided-2024-25-q2.csv", json.dumps(name)), encoding="utf-8"
    )
    assert any(message.startswith("file says") for _, message in told(council))


# Names


@pytest.mark.parametrize(
    "names", [("x.yaml", "X.yaml"), ("data.csv", "DATA.csv"), ("straße.md", "STRASSE.md")]
)
def test_names_that_differ_only_in_capitals_are_a_finding(
    council: Path, names: tuple[str, str]
) -> None:
    for name in names:
        (council / PARKS / name).write_text("id: x\n", encoding="utf-8")
    first, second = sorted(names)
    said = f"{PARKS / second} differs from this name only in capital letters, "
    found = [one for one in told(council) if "capital letters" in one[1]]
    assert [(path, message.startswith(said)) for path, message in found] == [
        ((PARKS / first).as_posix(), True)
    ]


@pytest.mark.parametrize(
    "name",
    ["\x1b[31m\n.yaml", "'\"`$(id).yaml", "-rf.yaml", "a" * 250 + ".yaml", "\u202elmay.yaml", "\udcff.yaml"],
)  # fmt: skip
def test_a_name_of_any_letters_is_a_finding_and_harms_no_page(council: Path, name: str) -> None:
    (council / PARKS / name).write_text("id: x\n", encoding="utf-8")
    done = aboveboard("check", "--root", council, *DAY)
    assert done.returncode == 1
    assert all(line.isprintable() for line in done.stdout.splitlines())
    site = council.parent / "site"
    built = aboveboard("build", "--root", council, *DAY, "--out", site, "--even-with-errors")
    assert built.returncode == 0, built.stderr
    assert set(contents(site)) == set(contents(_clean_site(council)))


def _clean_site(council: Path) -> Path:
    root = copied(council.parent / "clean")
    site = council.parent / "clean-site"
    assert aboveboard("build", "--root", root, *DAY, "--out", site).returncode == 0
    return site


def test_a_deep_folder_is_a_finding(council: Path) -> None:
    place = council / PARKS
    for _ in range(30):
        place = place / ("d" * 100)
    place.mkdir(parents=True)
    (place / "x.yaml").write_text("id: x\n", encoding="utf-8")
    ((path, message),) = told(council)
    assert path.endswith("/x.yaml")
    assert message == "this file is not in a place, or under a name, that is read"


# What is no file


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _folder(place: Path) -> None:
    place.mkdir()
    (place / "within.txt").write_text("x", encoding="utf-8")


def _socket(place: Path) -> None:
    before = Path.cwd()
    os.chdir(place.parent)  # the address of a socket has at most 107 bytes
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(place.name)
    finally:
        os.chdir(before)


@pytest.mark.parametrize("make", [_pipe, _folder, _socket])
@pytest.mark.parametrize("path", ["council.yaml", "commitments/plan.yaml", PARKS / "x.yaml"])
def test_a_pipe_a_folder_or_a_socket_in_place_of_a_file_is_a_finding(
    council: Path, path: str | Path, make: Callable[[Path], None]
) -> None:
    """None of them is waited for: a pipe that nobody writes to would never end."""
    (council / path).unlink(missing_ok=True)
    make(council / path)
    assert any(found[0].startswith(str(path)) for found in told(council))


@pytest.mark.parametrize("path", ["council.yaml", PARKS / "play-strategy.yaml"])
def test_a_file_that_may_not_be_read_is_a_finding(council: Path, path: str | Path) -> None:
    (council / path).chmod(0)
    assert f"{path}:1:1: error: file-is-in-place: {UNREAD}" in _as_anybody(council)


def test_a_folder_that_may_not_be_opened_is_a_finding(council: Path) -> None:
    (council / PARKS).chmod(0)
    try:
        assert f"{PARKS}:1:1: error: file-is-in-place: {LINKED}" in _as_anybody(council)
    finally:
        (council / PARKS).chmod(0o755)


def _as_anybody(root: Path) -> str:
    """What `check` prints to somebody who is not allowed to read everything, as root is."""
    done = subprocess.run(
        [SCRIPT, "check", "--root", root, *DAY],
        preexec_fn=_give_up_rights,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


def _give_up_rights() -> None:
    """Takes from root the right to read what is closed; others do not have it, and are refused."""
    drop_from_bounds, override, read_all = 24, 1, 2
    for right in (override, read_all):
        ctypes.CDLL(None).prctl(drop_from_bounds, right, 0, 0, 0)


# Files that change


@dataclass(frozen=True)
class Changing:
    """A repository of which one file is another each time that it is read."""

    files: Files
    path: str
    texts: Iterator[bytes | None] = field(compare=False)

    def paths(self) -> list[str]:
        """Every path, as it was at first."""
        return self.files.paths()

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, or the next of those that it changes to."""
        return next(self.texts, None) if path == self.path else self.files.read(path)


@pytest.mark.parametrize("then", [None, b"", b"[", b"\xff", b"id: other\n"])
@pytest.mark.parametrize("path", ["measures/housing/advice-decided.yaml", "council.yaml"])
def test_a_file_that_changes_while_it_is_read_is_read_all_the_same(
    path: str, then: bytes | None
) -> None:
    """A finding is about the first reading; its line is looked for in the next."""
    files = files_under(COUNCIL)
    first = files.texts[path].replace(b"value: 96.0", b"value: 97.0")
    source = Changing(files, path, iter([first, then, first, then]))
    loaded = load(source, schemas())
    assert loaded.catalogue
    remarks = check(rate_catalogue(loaded.catalogue, ON))
    findings = located(remarks, source)
    assert any(one.severity is Severity.ERROR for one in findings) == ("measures" in path)
    assert all(one.line >= 1 for one in findings)


# Nothing outside

_WATCHED = """
import json, os, sys
ALLOWED, WRITABLE = map(tuple, json.loads(sys.argv.pop(1)))
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.symlink", "os.link")
outside = []

def watch(event, given):
    if event == "open":
        path, mode, flags = given
        writes = bool(flags & (os.O_WRONLY | os.O_RDWR)) or not set("wax+").isdisjoint(mode or "r")
    elif event in CHANGES or event in ("os.listdir", "os.scandir"):
        path, writes = given[0], event in CHANGES
    else:
        return
    if isinstance(path, (str, bytes)):
        place = os.path.abspath(os.fsdecode(path))
        if not place.startswith(WRITABLE if writes else ALLOWED):
            outside.append(f"{event} {place}")

from generator.cli import main
sys.addaudithook(watch)
try:
    main()
finally:
    sys.stderr.write(f"OUTSIDE {outside}")
"""
"""The console script, watched: whatever it opens, lists or changes is told to a hook of Python's."""


def _watched(
    allowed: Iterable[Path | str], writable: Iterable[Path | str], *words: str | Path
) -> Done:
    told = json.dumps([[*map(str, allowed)], [*map(str, writable)]])
    return run(sys.executable, "-c", _WATCHED, told, *words, "--as-of", COUNCIL_DAY)


_PROGRAM = (ROOT, sys.prefix, sys.base_prefix, "/usr/lib", "/usr/share", os.devnull)


@pytest.mark.parametrize("words", [("check",), ("check", "--fix"), ("build", "--even-with-errors")])
def test_nothing_is_read_or_written_outside_the_content_the_program_and_the_site(
    council: Path, words: tuple[str, ...]
) -> None:
    """Whatever links, evidence names and paths say: every file opened is one that may be."""
    outside = council.parent / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text("id: secret\n", encoding="utf-8")
    (council / PARKS / "secret.yaml").symlink_to(outside / "secret.yaml")
    (council / "measures" / "linked").symlink_to(outside)
    (council / "reports" / "passwd.yaml").symlink_to("/etc/passwd")
    (council / PARKS / "climb.yaml").symlink_to("../../../outside/secret.yaml")
    made = council.parent / "made"
    writable: list[Path | str] = [council if "--fix" in words else made, "/dev/null"]
    out = ("--out", made / "site") if "build" in words else ()
    done = _watched([council, made, *_PROGRAM], writable, *words, "--root", council, *out)
    assert done.returncode in (0, 1), done.stderr
    assert done.stderr.endswith("OUTSIDE []"), done.stderr
    assert "id: secret" not in done.stdout


def test_the_watch_sees_what_is_opened(council: Path) -> None:
    done = _watched(_PROGRAM, [], "check", "--root", council)
    assert f"open {council}/council.yaml" in done.stderr
