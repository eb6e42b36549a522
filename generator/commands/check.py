"""The command `check`: every finding, in the form that its reader asks for."""

import os
import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator import __version__
from generator.cache import Cache, cache_of, remembered
from generator.commands.common import AS_OF, CLEAN, FINDINGS, ROOT, Content, content_of, form_option
from generator.loading.load import COUNCIL, PLAN, is_told_of
from generator.loading.narrow import fed_by
from generator.mending import as_diff, counted_mends, files_to_mend, told, write_mended
from generator.model.finding import Finding
from generator.model.words import Severity
from generator.past import git
from generator.past.frozen import frozen_findings
from generator.past.revision import tree
from generator.reporting.formats import FOR_PROGRAMS, FORMATS
from generator.reporting.github import rest_of_github
from generator.reporting.report import Report, narrowed, of
from generator.reporting.visible import encodable, visible
from generator.resources import schemas
from generator.rules.checks.all_rules import EVERY_RULE
from generator.selection import WATCHED, NoSuchPathError, Selection, select
from generator.since import Sides, findings_since
from generator.sources import Folder
from generator.state import findings_in, read_state
from generator.writer import UnwritableError


@click.command(short_help="Check every file and say what to put right.")
@ROOT
@AS_OF
@form_option(FORMATS, "How findings are printed.")
@click.option(
    "--since",
    metavar="REV",
    help="Check only files that differ from where this branch left REV, and what was published there.",
)
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="With --since: check every file, and hold those that differ against REV.",
)
@click.option(
    "--fix", is_flag=True, help="First mend, in the files, what has exactly one right answer."
)
@click.option(
    "--no-cache", is_flag=True, help="Check anew what the last check has seen just as it is."
)
@click.option("--diff", is_flag=True, help="With --fix: print what it would change, write nothing.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
def check(
    root: Path,
    as_of: date | None,
    form: str,
    since: str | None,
    whole: bool,
    fix: bool,
    no_cache: bool,
    diff: bool,
    paths: tuple[str, ...],
) -> None:
    """Check every file: its form, its figures, its statuses, its owners.

    With PATH or --since only those files are checked, and what they name is read. With --since they
    are also held against what was published before: figures, targets, definitions, checks. A change
    can be a fault in another file: the whole check must run before anything is published.

    Example: aboveboard check --since main
    """
    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would change: add --fix.")
    if whole and not (since and not paths):
        raise click.UsageError("--all goes with --since and no PATH: without both, all is checked.")
    content = content_of(root, as_of)
    selection = _selection(root, paths, since)
    if diff:
        _show_mending(content, selection)
    if fix:
        _mend(content, selection)
    cache = None if no_cache else cache_of(os.environ, root)
    report = _report(content, selection, form, cache, whole=whole)
    click.echo(encodable(FORMATS[form](report)))
    if form in FOR_PROGRAMS and report.looked_at is not None:
        click.echo(narrowed(report), err=True)
    if form == "github":
        _write_summary(rest_of_github(report))
    sys.exit(FINDINGS if of(report.findings, Severity.ERROR) else CLEAN)


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
    except (NoSuchPathError, git.UnknownRevisionError) as error:
        raise click.UsageError(visible(str(error))) from error


def _report(
    content: Content, selection: Selection, form: str, cache: Cache | None, *, whole: bool
) -> Report:
    """What is to be told of the files asked about, with what only this machine knows."""
    files = content.files
    narrowed_by = "" if whole else selection.narrowed_by
    asked = _asked(selection, files) if narrowed_by else None
    return Report(
        findings=_in_order(
            (
                *_findings(content, files, asked, cache),
                *_over_time(content, selection),
                *frozen_findings(content.root, files, files.paths() if asked is None else asked),
            )
        ),
        looked_at=None if asked is None else sum(map(is_told_of, asked)),
        narrowed_by=narrowed_by,
        read=files.read,
        rules=EVERY_RULE,
        version=__version__,
        prefix=git.way_to(content.root) if form in ("github", "sarif", "summary") else "",
        changed=_changed(content.root) if form == "github" else frozenset(),
        colour=form == "text" and _takes_colour(),
        has_summary=bool(os.environ.get("GITHUB_STEP_SUMMARY")),
    )


def _asked(selection: Selection, files: Folder) -> Collection[str] | None:
    """The files asked about, with the measures of the tables among them, also of those that are gone."""
    asked = selection.of(files.paths())
    if asked is None:
        return None
    gone = filter(selection.holds, selection.changed or ())
    return asked | fed_by({*asked, *gone}, files)


def _findings(
    content: Content, files: Folder, asked: Collection[str] | None, cache: Cache | None
) -> Sequence[Finding]:
    if asked is not None:
        return findings_in(asked, files, schemas(), content.as_of)
    if cache:
        return remembered(files, schemas(), content.as_of, cache)
    return read_state(files, schemas(), content.as_of).findings


def _over_time(content: Content, selection: Selection) -> Sequence[Finding]:
    """What is said of the changed files beside what they were; what cannot be compared is told."""
    if selection.start is None or selection.changed is None:
        return ()
    start, changed = selection.start, list(filter(selection.holds, selection.changed))
    before = tree(content.root, start)
    before.hold((COUNCIL, PLAN, *changed))
    sides = Sides(commit=start, on=before.on, before=before, now=content.files)
    found = findings_since(sides, changed, schemas(), content.as_of)
    for path in found.unread:
        told = f"{visible(path)} of commit {start[:12]} cannot be read"
        click.echo(f"{told}: nothing is compared with it.", err=True)
    return found.findings


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _changed(root: Path) -> frozenset[str]:
    """The files that a pull request changes, where GitHub names the branch that it goes to."""
    base = os.environ.get("GITHUB_BASE_REF")
    if not base:
        return frozenset()
    try:
        return git.changed_since(root, f"origin/{base}", WATCHED)
    except git.UnknownRevisionError as error:
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
