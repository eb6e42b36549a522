"""The writer: a site is there whole, or as it was; nothing else is ever touched."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.writer import File, NotASiteError, UnwritableError, replace_file, write_site
from tests.command import contents
from tests.helpers import ROOT

FACTS = {"commit": "abc", "generator": "Aboveboard 1.0"}
OLD = [File("index.html", b"old"), File("measures/a.html", b"old a"), File("gone.html", b"gone")]
NEW = [File("index.html", b"new"), File("measures/b.html", b"new b")]

# A build in a program of its own, which stops after its first file until it is told to go on.
SLOW = """
import sys
from pathlib import Path
from generator.writer import File, write_site

def files():
    yield File("index.html", b"new")
    print("writing", flush=True)
    sys.stdin.readline()
    yield File("measures/b.html", b"new b")

write_site(Path(sys.argv[1]), files(), {"generator": "Aboveboard 1.0"})
"""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A site that an earlier build made."""
    folder = tmp_path / "site"
    write_site(folder, OLD, FACTS)
    return folder


def interrupted(error: BaseException) -> Iterator[File]:
    """Files of a build that is stopped midway."""
    yield from NEW
    raise error


def litter(out: Path) -> list[str]:
    """Whatever lies beside the site."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def test_a_site_is_every_file_and_its_record(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "down" / "site"
    assert write_site(out, NEW, FACTS) == 3
    assert set(contents(out)) == {"index.html", "measures/b.html", "build.json"}
    assert contents(out)["measures/b.html"] == b"new b"
    assert litter(out) == []


def test_a_new_site_takes_the_place_of_the_old_one_whole(out: Path) -> None:
    write_site(out, NEW, FACTS)
    assert set(contents(out)) == {"index.html", "measures/b.html", "build.json"}
    assert contents(out)["index.html"] == b"new"
    assert litter(out) == []


def test_a_site_can_be_read_by_a_web_server_of_another_user(out: Path) -> None:
    assert out.stat().st_mode & 0o777 == 0o755


def test_an_empty_folder_becomes_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert write_site(tmp_path / "site", NEW, FACTS) == 3


def test_a_file_may_be_written_in_parts(tmp_path: Path) -> None:
    files = [
        File("data/a.csv", b"one,"),
        File("data/a.json", b"["),
        File("data/a.csv", b"two", continues=True),
        File("data/a.json", b"]", continues=True),
    ]
    assert write_site(tmp_path / "site", files, FACTS) == 3
    found = contents(tmp_path / "site")
    assert found["data/a.csv"] == b"one,two"
    record = json.loads(found["build.json"])
    assert record["files"]["data/a.csv"] == hashlib.sha256(b"one,two").hexdigest()


def test_two_files_never_have_the_same_address(out: Path) -> None:
    before = contents(out)
    with pytest.raises(ValueError, match=r"two pages have the same address, index\.html"):
        write_site(out, [*NEW, NEW[0]], FACTS)
    assert contents(out) == before
    assert litter(out) == []


def test_the_record_has_the_facts_then_the_fingerprint_of_every_file_in_order(out: Path) -> None:
    record = json.loads((out / "build.json").read_bytes())
    assert list(record) == ["commit", "generator", "files"]
    assert list(record["files"]) == ["gone.html", "index.html", "measures/a.html"]


def test_the_record_of_a_real_site_has_the_fingerprint_of_every_other_file(site: Path) -> None:
    record = json.loads((site / "build.json").read_bytes())
    found = contents(site)
    del found["build.json"]
    assert record["files"] == {
        path: hashlib.sha256(text).hexdigest() for path, text in found.items()
    }
    assert list(record["files"]) == sorted(record["files"])


@pytest.mark.parametrize(
    "error", [ValueError("midway"), OSError(28, "No space left"), MemoryError()]
)
def test_an_error_midway_leaves_the_old_site_as_it_was_and_no_litter(
    out: Path, error: Exception
) -> None:
    before = contents(out)
    with pytest.raises(type(error)):
        write_site(out, interrupted(error), FACTS)
    assert contents(out) == before
    assert litter(out) == []


def test_an_interruption_midway_leaves_the_old_site_as_it_was_and_no_litter(out: Path) -> None:
    before = contents(out)
    with pytest.raises(KeyboardInterrupt):
        write_site(out, interrupted(KeyboardInterrupt()), FACTS)
    assert contents(out) == before
    assert litter(out) == []


def test_an_error_midway_leaves_nothing_where_there_was_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="midway"):
        write_site(tmp_path / "site", interrupted(ValueError("midway")), FACTS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("interruptible")
def test_a_build_that_is_interrupted_from_the_keyboard_leaves_no_litter(out: Path) -> None:
    before = contents(out)
    assert stopped_midway(out, signal.SIGINT) != 0
    assert contents(out) == before
    assert litter(out) == []


def test_a_build_that_is_killed_leaves_the_old_site_as_it_was_and_the_next_one_works(
    out: Path,
) -> None:
    before = contents(out)
    assert stopped_midway(out, signal.SIGKILL) == -signal.SIGKILL
    assert contents(out) == before
    assert write_site(out, NEW, FACTS) == 3
    assert contents(out)["index.html"] == b"new"


def stopped_midway(out: Path, how: signal.Signals) -> int:
    """The exit code of a build that was sent a signal after its first file."""
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, out],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as started:
        assert started.stdout is not None
        assert started.stdout.readline() == b"writing\n"
        started.send_signal(how)
        return started.wait(timeout=30)


def test_two_builds_at_once_both_end_with_a_whole_site(out: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SLOW, out], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"writing\n"
        write_site(out, [File("index.html", b"mine")], FACTS)
        assert contents(out)["index.html"] == b"mine"
        other.communicate(b"\n", timeout=30)
    assert other.returncode == 0
    assert set(contents(out)) == {"index.html", "measures/b.html", "build.json"}
    assert litter(out) == []


def test_the_handbook_is_kept(out: Path) -> None:
    (out / "guide" / "css").mkdir(parents=True)
    (out / "guide" / "index.html").write_bytes(b"handbook")
    (out / "guide" / "css" / "guide.css").write_bytes(b"p {}")
    write_site(out, NEW, FACTS)
    assert contents(out)["guide/index.html"] == b"handbook"
    assert contents(out)["guide/css/guide.css"] == b"p {}"


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_bytes(b"years of work")
    with pytest.raises(NotASiteError, match=r"holds files that were not made by a build"):
        write_site(tmp_path, NEW, FACTS)
    assert contents(tmp_path) == {"thesis.txt": b"years of work"}


@pytest.mark.parametrize(
    "record", [b"{}", b'{"generator": "webpack 5"}', b"[]", b"not json", b"\xff"]
)
def test_a_build_json_of_another_program_does_not_make_a_folder_a_site(
    tmp_path: Path, record: bytes
) -> None:
    (tmp_path / "build.json").write_bytes(record)
    with pytest.raises(NotASiteError):
        write_site(tmp_path, NEW, FACTS)
    assert contents(tmp_path) == {"build.json": record}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_bytes(b"a file")
    with pytest.raises(NotASiteError, match="is not a folder"):
        write_site(tmp_path / "site", NEW, FACTS)
    assert (tmp_path / "site").read_bytes() == b"a file"


def test_a_link_to_a_folder_is_refused(out: Path) -> None:
    link = out.with_name("link")
    link.symlink_to(out)
    before = contents(out)
    with pytest.raises(NotASiteError, match="is not a folder"):
        write_site(link, NEW, FACTS)
    assert contents(out) == before
    assert link.is_symlink()


def test_a_place_under_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnwritableError):
        write_site(tmp_path / "file" / "site", NEW, FACTS)


def test_the_folder_one_stands_in_can_become_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkdir("here")  # noqa: PTH102 seen from the folder that is entered next
    monkeypatch.chdir("here")
    assert write_site(Path(), NEW, FACTS) == 3
    assert contents(tmp_path / "here")["index.html"] == b"new"


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    place = tmp_path / "a.yaml"
    place.write_bytes(b"old")
    place.chmod(0o604)
    replace_file(place, b"new")
    assert place.read_bytes() == b"new"
    assert place.stat().st_mode & 0o777 == 0o604
    assert list(tmp_path.iterdir()) == [place]


def test_a_file_that_cannot_be_replaced_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    folder = tmp_path / "a.yaml"
    (folder / "inner").mkdir(parents=True)
    with pytest.raises(UnwritableError):
        replace_file(folder, b"new")
    assert list(tmp_path.iterdir()) == [folder]
    with pytest.raises(UnwritableError):
        replace_file(tmp_path / "nowhere" / "a.yaml", b"new")
