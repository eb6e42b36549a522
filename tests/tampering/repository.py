"""A real git repository, made commit by commit with fixed people, dates and addresses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.command import run


class Person(NamedTuple):
    """Somebody who commits, under one of their addresses."""

    name: str
    address: str


ASH = Person("Ash Example", "ash@example.org")
BIRCH = Person("Birch Example", "birch@example.org")
CEDAR = Person("Cedar Example", "cedar@example.org")
DUNE = Person("Dune Example", "dune@example.org")
ELM = Person("Elm Example", "elm@example.org")
CEDAR_AT_HOME = Person("C. Example", "c.example@home.example.net")
"""Cedar under a second address, which .mailmap and council.yaml know."""

Change = Callable[[Path], None]
"""Changes files of the folder that it is given."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The folder of the repository, with the name of each commit that the story tells of."""

    root: Path
    named: dict[str, str] = field(default_factory=dict)

    def git(self, *arguments: str, who: Person = ASH, on: str = "2024-04-02", **more: str) -> str:
        """What git prints; commits are by `who`, dated `on`, unless `more` says otherwise."""
        when = _moment(on)
        env = {
            "GIT_AUTHOR_NAME": who.name,
            "GIT_AUTHOR_EMAIL": who.address,
            "GIT_COMMITTER_NAME": who.name,
            "GIT_COMMITTER_EMAIL": who.address,
            "GIT_AUTHOR_DATE": when,
            "GIT_COMMITTER_DATE": when,
            **more,
        }
        done = run("git", *arguments, cwd=self.root, env=env)
        assert done.returncode == 0, f"{arguments}: {done.stderr}"
        return done.stdout.strip()

    def commit(
        self, name: str, who: Person, on: str, *changes: Change, body: str = "", **more: str
    ) -> str:
        """One commit of `changes`, known as `name`, which is its subject."""
        for change in changes:
            change(self.root)
        self.git("add", "--all")
        message = f"{name}\n\n{body}" if body else name
        self.git("commit", "--quiet", f"--message={message}", who=who, on=on, **more)
        return self.keep(name)

    def keep(self, name: str) -> str:
        """Remembers the commit that is checked out as `name`."""
        assert name not in self.named, name
        self.named[name] = self.git("rev-parse", "HEAD")
        return self.named[name]

    def branch(self, name: str, start: str = "main") -> None:
        """Begins a branch, from main unless said otherwise."""
        self.git("switch", "--quiet", "--create", name, start)

    def merge(self, name: str, who: Person, on: str) -> str:
        """Merges a branch into main, with a commit of its own."""
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", f"--message=Merge {name}", name, who=who, on=on)
        return self.keep(f"Merge {name}")

    def parent(self, commit: str) -> str:
        """The first parent of a commit."""
        return self.git("rev-parse", f"{commit}^1")

    def first_parents(self, tip: str = "main") -> Iterator[tuple[str, str]]:
        """Each commit on the main line with the one before it, oldest first."""
        line = self.git("rev-list", "--first-parent", "--reverse", tip).split()
        yield from pairwise(line)


def begun(root: Path) -> Repository:
    """A new repository in a new folder."""
    root.mkdir(parents=True, exist_ok=True)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def edit(path: str, *pairs: tuple[str, str]) -> Change:
    """Puts one text in the place of another, once for each pair."""

    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        for before, after in pairs:
            assert before in text, f"{path} has no {before!r}"
            text = text.replace(before, after, 1)
        (root / path).write_text(text, encoding="utf-8")

    return change


def added(path: str, text: str) -> Change:
    """Adds to the end of a file, or makes it."""

    def change(root: Path) -> None:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        file.write_text(before + text, encoding="utf-8")

    return change


def deleted(path: str) -> Change:
    """Takes out a file."""
    return lambda root: (root / path).unlink()


def copied(source: Path, path: str) -> Change:
    """Puts a file that lies elsewhere at `path`."""

    def change(root: Path) -> None:
        (root / path).write_bytes(source.read_bytes())

    return change


def moved(path: str, to: str) -> Change:
    """Gives a file another place."""

    def change(root: Path) -> None:
        (root / to).parent.mkdir(parents=True, exist_ok=True)
        (root / path).rename(root / to)

    return change


def _moment(on: str) -> str:
    return on if "T" in on else f"{on}T12:00:00+00:00"
