"""How long the history of many files takes: `python bench/past.py` makes one and times its reading.

10,000 files of a made-up council in a first commit, and then 10,000 changes of one value each in 2,000
commits by five people; every tenth of these is merged from a branch.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
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
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, env={**os.environ, "XDG_CACHE_HOME": str(home)}
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed with status {status}")
    # No memory: a child begins with the peak of this program, which made the repository.
    print(f"{name}: {usage.ru_utime:.2f} s user, {usage.ru_stime:.2f} s system")


READ = """
import gc, sys
from pathlib import Path
from generator.past.read import past_cache, read_past
gc.disable()  # as the program does
root = Path(sys.argv[1])
past = read_past(root, cache=past_cache(root))
assert sum(map(len, past.edits.values())) > 20_000
"""


def main() -> None:
    """Makes the history and times it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        root = make(Path(folder))
        program = (sys.executable, "-c", READ, str(root))
        for name in ("all of it, cold", "all of it, warm", "all of it, warm"):
            timed(name, *program, home=Path(folder) / "cache")
        one = ("-m", "generator.cli", "history", "measure-00500", "--root", str(root))
        timed("history of one measure", sys.executable, *one, home=Path(folder) / "none")


if __name__ == "__main__":
    main()
