"""The commands: read, decide, write or print. Exit: 0 clean, 1 findings, 2 misuse, 3 our fault."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import click

from generator import __version__, history, resources
from generator.build import build_facts, site_files
from generator.mending import as_diff, counted_mends, files_to_mend, told, write_mended
from generator.model.words import Severity
from generator.pages.build import Build
from generator.reporting.explained import explained, listed_rules
from generator.reporting.formats import FOR_PROGRAMS, FORMATS
from generator.reporting.github import rest_of_github
from generator.reporting.report import Report, counted, elsewhere, of
from generator.reporting.text import as_text
from generator.reporting.visible import encodable, visible
from generator.rules.checks.all_rules import EVERY_RULE
from generator.selection import WATCHED, NoSuchPathError, Selection, select
from generator.sources import Folder
from generator.state import State, read_state
from generator.writer import NotASiteError, UnwritableError, refuse_what_is_not_a_site, write_site

CLEAN, FINDINGS, MISUSE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


@dataclass(frozen=True, slots=True)
class Content:
    """Where the files are, what state of them is read, and the day that overdue and due mean."""

    root: Path
    commit: history.Commit | None
    as_of: date

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


_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder that holds council.yaml.",
)
_AS_OF = click.option(
    "--as-of",
    type=_Day(),
    show_default="the date of the commit",
    help="The day that due and overdue mean.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aboveboard")
def cli() -> None:
    """Performance reporting from version-controlled YAML, honest by construction.

    Exit status: 0 all is well, 1 something must be put right, 2 the command was misused, 3 a fault
    of the program.
    """


@cli.command()
@_ROOT
@_AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Print only findings in files that differ from where this branch left REV.",
)
@click.option(
    "--fix", is_flag=True, help="First mend, in the files, what has exactly one right answer."
)
@click.option("--diff", is_flag=True, help="With --fix: print what it would change, write nothing.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
def check(
    root: Path,
    as_of: date | None,
    form: str,
    since: str | None,
    fix: bool,
    diff: bool,
    paths: tuple[str, ...],
) -> None:
    """Check every file: its form, its figures, its statuses, its owners.

    With PATH or --since every file is read, but only findings in those files are printed and
    decide the exit status; the last line counts the others.

    Example: aboveboard check --since main
    """
    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would change: add --fix.")
    content = _content(root, as_of)
    selection = _selection(root, paths, since)
    if diff:
        _show_mending(content, selection)
    if fix:
        _mend(content, selection)
    report = _report(content, content.state(), selection, form)
    click.echo(encodable(FORMATS[form](report)))
    if form in FOR_PROGRAMS and report.elsewhere:
        click.echo(elsewhere(report), err=True)
    if form == "github":
        _write_summary(rest_of_github(report))
    sys.exit(FINDINGS if of(report.findings, Severity.ERROR) else CLEAN)


@cli.command()
@_ROOT
@_AS_OF
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder that becomes the site.",
)
@click.option(
    "--even-with-errors", is_flag=True, help="Build although something must be put right."
)
def build(root: Path, as_of: date | None, out: Path, even_with_errors: bool) -> None:
    """Check every file, then build the site. With errors, nothing is written.

    Example: aboveboard build --out site
    """
    content = _content(root, as_of)
    with _choice_of(out):
        refuse_what_is_not_a_site(out)
    state = content.state()
    if state.findings:
        report = Report(findings=state.findings, read=content.files.read)
        click.echo(encodable(as_text(report)), err=True)
    if state.rated is None or (state.errors and not even_with_errors):
        click.echo("Nothing was built: put the errors right first.", err=True)
        sys.exit(FINDINGS)
    commit = content.commit.name if content.commit else "not in git"
    made = Build(state.rated, commit, __version__)
    files = site_files(made, resources.folder("site_templates"))
    with _choice_of(out):
        written = write_site(out, files, build_facts(made))
    click.echo(f"Built {written:,} files in {out}. {counted(state.findings)}")


@cli.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain one RULE, or list them all.

    Example: aboveboard explain value-is-recalculated
    """
    if rule is None:
        click.echo(listed_rules(EVERY_RULE.values()))
        return
    if rule not in EVERY_RULE:
        near = get_close_matches(rule, EVERY_RULE, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Run `aboveboard explain` to list them."
        raise click.UsageError(f"there is no rule {rule}. {hint}")
    click.echo(explained(EVERY_RULE[rule]))


def main() -> None:
    """The console script."""
    # A run makes millions of small records and no cycles worth finding: looking for them costs
    # a fifth of the time (bench/README.md).
    gc.disable()
    try:
        # Not in click's standalone mode, which exits with 1 (findings) when it is interrupted.
        sys.exit(cli(standalone_mode=False))
    except click.ClickException as misused:
        misused.show()
        sys.exit(MISUSE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 the one broad handler: a plain sentence first
        click.echo(
            f"Aboveboard failed, and the fault is its own: {type(error).__name__}: {error}\n"
            "Your files were not changed. Please report this with the lines below.",
            err=True,
        )
        sys.excepthook(*sys.exc_info())
        sys.exit(FAULT)


def _content(root: Path, as_of: date | None) -> Content:
    try:
        commit = history.head(root, WATCHED)
    except history.GitError as error:
        raise click.UsageError(f"git does not read {root}: {error}") from error
    day = as_of or (commit.on if commit else None)
    if day is None:
        raise click.UsageError(
            f"{root} has no commit to take the date from: add --as-of 2024-07-22."
        )
    return Content(root, commit, day)


def _show_mending(content: Content, selection: Selection) -> NoReturn:
    """Prints what mending would change; like a finding, there being something ends with 1."""
    files = list(files_to_mend(content.files, selection))
    click.echo("".join(map(as_diff, files)), nl=False)
    sys.exit(FINDINGS if files else CLEAN)


def _mend(content: Content, selection: Selection) -> None:
    """Mends the files, and tells it beside the findings, which a program may be reading."""
    files = list(files_to_mend(content.files, selection))
    for file in files:
        try:
            write_mended(content.root, file)
        except UnwritableError as error:
            raise click.UsageError(f"{visible(file.path)} cannot be written ({error}).") from error
        click.echo(told(file), err=True)
    click.echo(counted_mends(files), err=True)


def _selection(root: Path, paths: tuple[str, ...], since: str | None) -> Selection:
    try:
        return select(root, paths, since)
    except (NoSuchPathError, history.UnknownRevisionError) as error:
        raise click.UsageError(visible(str(error))) from error


def _report(content: Content, state: State, selection: Selection, form: str) -> Report:
    """What is to be told of `state`, with what only this machine knows."""
    return Report(
        findings=[one for one in state.findings if selection.holds(one.path)],
        elsewhere=[one for one in state.findings if not selection.holds(one.path)],
        narrowed_by=selection.narrowed_by,
        read=content.files.read,
        rules=EVERY_RULE,
        version=__version__,
        prefix=history.way_to(content.root) if form in ("github", "sarif", "summary") else "",
        changed=_changed(content.root) if form == "github" else frozenset(),
        colour=form == "text" and _takes_colour(),
        has_summary=bool(os.environ.get("GITHUB_STEP_SUMMARY")),
    )


def _changed(root: Path) -> frozenset[str]:
    """The files that a pull request changes, where GitHub names the branch that it goes to."""
    base = os.environ.get("GITHUB_BASE_REF")
    if not base:
        return frozenset()
    try:
        return history.changed_since(root, f"origin/{base}", WATCHED)
    except history.UnknownRevisionError as error:
        click.echo(f"Changed files do not come first: {visible(str(error))}", err=True)
        return frozenset()


def _takes_colour() -> bool:
    """Whether standard output is a terminal whose reader has not asked for no colours."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def _write_summary(text: str) -> None:
    """Adds `text` to the summary of the run, where GitHub names a file for it."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not text or not place:
        return
    try:
        with Path(place).open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(f"{text}\n")
    except OSError as error:
        raise click.UsageError(
            f"{place}, which GITHUB_STEP_SUMMARY names, cannot be written ({error.strerror})."
        ) from error


@contextmanager
def _choice_of(out: Path) -> Iterator[None]:
    """Where nothing can be written at `out`, the command was misused."""
    try:
        yield
    except NotASiteError as error:
        raise click.UsageError(f"{error}: choose another --out, or empty it yourself.") from error
    except UnwritableError as error:
        raise click.UsageError(
            f"{out} cannot be written ({error}): choose another --out."
        ) from error


if __name__ == "__main__":
    main()
