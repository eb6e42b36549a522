"""The command `release`: one more record in the chain of releases."""

import re
import sys
from datetime import date
from pathlib import Path

import click

from generator import __version__, resources
from generator.commands.common import AS_OF, FINDINGS, ROOT, asking_git, revision_of
from generator.commands.making import site_of
from generator.model.release import RELEASES, Release
from generator.past import git
from generator.past.releases import content_digest, faults, with_record
from generator.past.revision import Revision
from generator.reporting.visible import visible
from generator.rules.rated import Rated
from generator.selection import WATCHED
from generator.state import read_state
from generator.writer import UnwritableError, record_digest, replace_file

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


@click.command(short_help="Record what is published on a day.")
@ROOT
@AS_OF
@click.argument("name")
def release(root: Path, as_of: date | None, name: str) -> None:
    """Record that the newest commit is released as NAME, in releases.yaml.

    The record holds the digests of the content, of the site that it gives on that day, and of the
    record before. Publish that site, tag that commit with NAME, and commit the record. Everything must
    be committed first, nothing may be an error, and the chain so far must hold.

    Example: aboveboard release 2025-05
    """
    if not _NAME.fullmatch(name):
        raise click.UsageError(f"{visible(name)} is no name of a release: write it like 2025-05.")
    found = revision_of(root, "HEAD")
    day = as_of or found.on
    rated = _released(root, found, day)
    known = rated.catalogue.releases
    if any(one.name == name for one in known):
        raise click.UsageError(f"There is already a release {name}: choose another name.")
    record = Release(
        name=name,
        commit=found.id,
        as_of=day,
        content=content_digest(found.files),
        site=record_digest(*site_of(root, rated, found.id[:12], found.id)),
        generator=f"Aboveboard {__version__}",
        previous=known[-1].digest if known else None,
    )
    _write(root, found, record)
    click.echo(
        f"Release {name} is recorded in {RELEASES}. Its digest is {record.digest}.\n"
        f"Now tag the commit, and commit the record:\n"
        f"  git tag -s {name} {found.id}\n"
        f"  git add {RELEASES}\n"
        f'  git commit -m "Release {name}"\n'
        f"  git push --follow-tags origin HEAD {name}"
    )


def _released(root: Path, found: Revision, day: date) -> Rated:
    """What the newest commit is rated; refused where it is not all, holds errors or breaks the chain."""
    commit = git.head(root, WATCHED)
    if commit is None or commit.changed:
        raise click.UsageError("There are changes that are not committed: commit them first.")
    state = read_state(found, resources.schemas(), day)
    if state.rated is None or state.errors:
        click.echo(
            "Nothing was released: run `aboveboard check` and put the errors right.", err=True
        )
        sys.exit(FINDINGS)
    with asking_git():
        broken = list(faults(root, state.rated.catalogue.releases))
    for fault in broken:
        click.echo(visible(fault), err=True)
    if broken:
        click.echo("Nothing was released: the chain of releases does not hold.", err=True)
        sys.exit(FINDINGS)
    return state.rated


def _write(root: Path, found: Revision, record: Release) -> None:
    """Adds the record to the file."""
    before = found.read(RELEASES)
    text = with_record(before.decode("utf-8-sig") if before else None, record)
    try:
        place = root / RELEASES
        place.touch()
        replace_file(place, text.encode())
    except (OSError, UnwritableError) as error:
        raise click.UsageError(f"{RELEASES} cannot be written ({error}).") from error
