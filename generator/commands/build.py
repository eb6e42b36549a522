"""The command `build`: check, then the whole site."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from generator.commands.common import AS_OF, FINDINGS, ROOT, stated
from generator.commands.making import site_of
from generator.reporting.report import Report, counted
from generator.reporting.text import as_text
from generator.reporting.visible import encodable
from generator.writer import (
    NotASiteError,
    UnwritableError,
    refuse_what_is_not_a_site,
    write_site,
)


@click.command(short_help="Check every file, then build the site.")
@ROOT
@AS_OF
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
@click.argument("revision", metavar="[REV]", required=False)
def build(
    root: Path, as_of: date | None, out: Path, even_with_errors: bool, revision: str | None
) -> None:
    """Check every file, then build the site. With errors, nothing is written.

    With REV, a commit, tag or branch, the files are read as that revision has them.

    Example: aboveboard build --out site
    """
    state, name, files, commit = stated(root, as_of, revision)
    with _choice_of(out):
        refuse_what_is_not_a_site(out)
    if state.findings:
        report = Report(findings=state.findings, read=files.read)
        click.echo(encodable(as_text(report)), err=True)
    if state.rated is None or (state.errors and not even_with_errors):
        click.echo("Nothing was built: put the errors right first.", err=True)
        sys.exit(FINDINGS)
    site, facts = site_of(root, state.rated, name, commit)
    with _choice_of(out):
        written = write_site(out, site, facts)
    click.echo(f"Built {written:,} files in {out}. {counted(state.findings)}")


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
