"""What several commands share: exit codes, options, and the files that they read."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from generator import resources
from generator.loading.load import Source
from generator.model.past import Past
from generator.past import git
from generator.past.read import read_past
from generator.past.revision import Revision
from generator.past.revision import revision as read_revision
from generator.past.signatures import signers_of, with_signatures
from generator.reporting.visible import visible
from generator.rules.rated import Rated
from generator.selection import WATCHED
from generator.sources import Folder
from generator.state import State, read_state

TEXT_OR_JSON = ("text", "json")
Command = TypeVar("Command", bound=Callable[..., Any])
CLEAN, FINDINGS, MISUSE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


@dataclass(frozen=True, slots=True)
class Content:
    """Where the files are, what state of them is read, and the day that overdue and due mean."""

    root: Path
    commit: git.Commit | None
    as_of: date

    @property
    def same_as(self) -> str | None:
        """The commit of which these are the files; None where there is none, or they differ from it."""
        return self.commit.id if self.commit and not self.commit.changed else None

    @property
    def files(self) -> Folder:
        """The files themselves."""
        return Folder(self.root)

    def state(self) -> State:
        """The files, loaded, rated and checked."""
        return read_state(self.files, resources.schemas(), self.as_of)


class _Day(click.ParamType[date]):
    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """A date written as 2024-07-22."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 a day, not a time
        except ValueError:
            self.fail(f"{value} is not a date like 2024-07-22", param, ctx)


ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder that holds council.yaml.",
)
AS_OF = click.option(
    "--as-of",
    type=_Day(),
    show_default="the date of the commit",
    help="The day that due and overdue mean.",
)


def form_option(choices: Iterable[str], told: str) -> Callable[[Command], Command]:
    """The option --format, which gives the parameter `form`; text unless said otherwise."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(choices)),
        default="text",
        show_default=True,
        help=told,
    )


@contextmanager
def asking_git() -> Iterator[None]:
    """What git does not know, or refuses to read, is misuse."""
    try:
        yield
    except (git.UnknownRevisionError, git.GitError) as error:
        raise click.UsageError(visible(str(error))) from error


def content_of(root: Path, as_of: date | None) -> Content:
    """The content in `root`, on the day that is given or else that of the commit."""
    try:
        commit = git.head(root, WATCHED)
    except git.GitError as error:
        raise click.UsageError(f"git does not read {root}: {error}") from error
    day = as_of or (commit.on if commit else None)
    if day is None:
        raise click.UsageError(
            f"{root} has no commit to take the date from: add --as-of 2024-07-22."
        )
    return Content(root, commit, day)


class Stated(NamedTuple):
    """A state of the content, its name, its files, and the commit that they are those of, if any."""

    state: State
    name: str
    files: Source
    commit: str | None


def stated(root: Path, as_of: date | None, revision: str | None) -> Stated:
    """The folder, or a revision of it."""
    if revision is None:
        content = content_of(root, as_of)
        name = content.commit.name if content.commit else "not in git"
        return Stated(content.state(), name, content.files, content.same_as)
    found = revision_of(root, revision)
    state = read_state(found, resources.schemas(), as_of or found.on)
    return Stated(state, found.id[:12], found, found.id)


def revision_of(root: Path, name: str) -> Revision:
    """The content under `root` as a revision has it; one that git does not know is misuse."""
    with asking_git():
        return read_revision(root, name)


def past_of(root: Path, commit: str | None, rated: Rated) -> Past | None:
    """All that led to a commit, with the signatures that it trusts; None for files that are of none.

    A clone that holds only the newest commits is misuse: its pages would tell another history than
    those of a whole one.
    """
    if commit is None:
        return None
    with asking_git():
        past = read_past(root, commit)
        return with_signatures(root, past, rated, signers_of(root, commit))
