"""How long the history of many files takes: `python -m bench.past` makes one and times its reading.

10,000 files of a made-up council in a first commit, and then 10,000 changes of one value each in 2,000
commits by five people; every tenth of these is merged from a branch.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.made_up import write_council

FILES, COMMITS, FILES_A_COMMIT = 10_000, 2_000, 5
_VALUE = re.compile(rb"value: ([0-9.]+)")


def stream(root: Path) -> Iterator[bytes]:
    """What `git fast-import` reads: every file of `root`, and the changes of some of them."""
    paths = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.yaml"))
    measures = [path for path in paths if path.startswith("measures/")]
    texts = {path: (root / path).read_bytes() for path in paths}
    yield _commit(1, 0, "refs/heads/main", None) + b"".join(
        _file(path, text) for path, text in texts.items()
    )
    for number in range(COMMITS):
        mark, is_branch = number * 2 + 2, number % 10 == 9
        start = (number * FILES_A_COMMIT) % len(measures)
        files = measures[start : start + FILES_A_COMMIT]
        changed = b"".join(
            _file(path, _VALUE.sub(rb"value: \g<1>1", texts[path], count=1)) for path in files
        )
        branch = "refs/heads/side" if is_branch else "refs/heads/main"
        before = _last(number - 1) if number else 1
        yield _commit(mark, number, branch, before) + changed
        if is_branch:
            yield _commit(mark + 1, number, "refs/heads/main", before, mark) + changed


def _last(number: int) -> int:
    """The mark of the newest commit on main after the change of a number."""
    return number * 2 + (3 if number % 10 == 9 else 2)


def _commit(
    mark: int, number: int, branch: str, before: int | None, merged: int | None = None
) -> bytes:
    who = f"Person {number % 5} <person-{number % 5}@example.org> {1_600_000_000 + number * 3600} +0000"
    lines = [
        f"commit {branch}",
        f"mark :{mark}",
        f"author {who}",
        f"committer {who}",
        "data 6",
        "Change",
    ]
    lines += [f"from :{before}"] if before else []
    lines += [f"merge :{merged}"] if merged else []
    return "\n".join(lines).encode() + b"\n"


def _file(path: str, text: bytes) -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(text), text)


def make(folder: Path) -> Path:
    """A repository with the history, in `folder`."""
    write_council(folder / "files", FILES)
    root = folder / "repository"
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", root], check=True)
    with subprocess.Popen(
        ["git", "fast-import", "--quiet"], cwd=root, stdin=subprocess.PIPE
    ) as git:
        assert git.stdin is not None
        for part in stream(folder / "files"):
            git.stdin.write(part)
    return root


def timed(name: str, *command: str, home: Path) -> None:
    """Prints what the operating system says that a command cost, itself and all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": str(home)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    print(
        f"{name}: {user:.2f} s user, {system:.2f} s system, {after.ru_maxrss // 1024} MiB at most"
    )


def main() -> None:
    """Makes the history and times it."""
    with tempfile.TemporaryDirectory() as folder:
        root = make(Path(folder))
        read = (
            "from pathlib import Path; from generator.past import read_past, past_cache; import sys; "
            "root = Path(sys.argv[1]); past = read_past(root, cache=past_cache(root)); "
            "assert sum(map(len, past.edits.values())) > 20_000"
        )
        program = (sys.executable, "-c", read, str(root))
        for name in ("all, cold", "all, warm", "all, warm"):
            timed(name, *program, home=Path(folder) / "cache")
        one = ("-m", "generator.cli", "history", "measure-00500", "--root", str(root))
        timed("history of one measure", sys.executable, *one, home=Path(folder) / "none")


if __name__ == "__main__":
    main()
