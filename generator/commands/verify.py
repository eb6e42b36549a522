"""The command `verify`: whether a published site is what the files give, and the releases hold."""

import csv
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator import __version__
from generator.commands.common import AS_OF, CLEAN, FINDINGS, ROOT, asking_git, stated
from generator.commands.making import site_of
from generator.model.release import Release
from generator.past import git
from generator.past.releases import faults
from generator.reporting.visible import encodable, visible
from generator.rules.rated import Rated
from generator.rules.releases import departures
from generator.rules.wording import plural
from generator.verify import verified
from generator.writer import record_digest


@click.command(short_help="Say whether a published site is what the files give.")
@ROOT
@AS_OF
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    show_default="site",
    help="The folder that holds the site.",
)
@click.option("--releases", is_flag=True, help="Verify every release instead of one site.")
@click.option(
    "--rebuild", is_flag=True, help="With --releases: build each release again, and compare."
)
@click.option(
    "--earlier",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="With --releases: an older copy of the site, whose releases must still be there.",
)
@click.argument("revision", metavar="[REV]", required=False)
def verify(
    root: Path,
    as_of: date | None,
    site: Path | None,
    releases: bool,
    rebuild: bool,
    earlier: Path | None,
    revision: str | None,
) -> None:
    """Build the site anew, in memory, and say which file of the published one differs.

    With REV, a commit, tag or branch, the files are read as that revision has them. The handbook is
    left out: it has a record of its own. With --releases, each release's commit, content and tag are
    held against its record, and the record against the one before. Exit status: 0 all is the same, 1
    something is not.

    Example: aboveboard verify v2025-05 --site ../published
    """
    _refuse_mixed(releases=releases, rebuild=rebuild, earlier=earlier, site=site)
    state, name, _, commit = stated(root, as_of, revision)
    if state.rated is None:
        click.echo(f"{visible(name)} cannot be built: run `aboveboard check` to see why.", err=True)
        sys.exit(FINDINGS)
    if releases:
        _verify_releases(root, state.rated, rebuild=rebuild, earlier=earlier)
    else:
        _verify_site(root, state.rated, name, site or Path("site"), commit)


def _refuse_mixed(
    *, releases: bool, rebuild: bool, earlier: Path | None, site: Path | None
) -> None:
    if releases and site:
        raise click.UsageError("--releases verifies the records: leave out --site.")
    if not releases and (rebuild or earlier):
        raise click.UsageError("--rebuild and --earlier belong to --releases: add it.")
    if not releases and site is None and not Path("site").is_dir():
        raise click.UsageError("There is no folder site here: name one with --site.")


def _verify_site(root: Path, rated: Rated, name: str, site: Path, commit: str | None) -> None:
    found = list(verified(site, *site_of(root, rated, name, commit)))
    for one in found:
        click.echo(encodable(f"{visible(one.path)} {visible(one.fault)}"))
    if found:
        click.echo(f"{plural(len(found), 'difference')}: {site} is not what {name} gives.")
        sys.exit(FINDINGS)
    click.echo(f"{site} is what {name} gives, file for file.")
    sys.exit(CLEAN)


def _verify_releases(root: Path, rated: Rated, *, rebuild: bool, earlier: Path | None) -> None:
    known = rated.catalogue.releases
    if not known and earlier is None:
        click.echo("No release is recorded.")
        sys.exit(CLEAN)
    found = 0
    for fault in _faults(root, known, rebuild=rebuild, earlier=earlier):
        click.echo(encodable(visible(fault)))
        found += 1
    if found:
        click.echo(f"{plural(found, 'fault')}: the releases are not what was published.")
        sys.exit(FINDINGS)
    if not known:
        click.echo("No release is recorded, here or there.")
        sys.exit(CLEAN)
    rebuilt = ", and each was built again" if rebuild else ""
    last = known[-1]
    click.echo(
        f"{plural(len(known), 'release')}, from {known[0].name} to {last.name}: each is as recorded"
        f"{rebuilt}. The digest of the last is {last.digest}."
    )
    sys.exit(CLEAN)


def _faults(
    root: Path, known: tuple[Release, ...], *, rebuild: bool, earlier: Path | None
) -> Iterator[str]:
    with asking_git():
        yield from faults(root, known)
        if earlier:
            yield from departures(_chain_of(earlier), known)
    for one in known if rebuild else ():
        yield from _not_rebuilt(root, one)


def _not_rebuilt(root: Path, one: Release) -> Iterator[str]:
    """What keeps a release from being built again as it was published."""
    if not git.is_known(root, one.commit):
        return
    state, name, _, commit = stated(root, one.as_of, one.commit)
    if state.rated is None:
        yield f"release {one.name}: its files cannot be read by Aboveboard {__version__}"
        return
    if record_digest(*site_of(root, state.rated, name, commit)) == one.site:
        return
    if one.generator != f"Aboveboard {__version__}":
        click.echo(
            f"Release {one.name} was built by {one.generator}, and this is Aboveboard {__version__}: "
            f"its site can only be compared by that version.",
            err=True,
        )
    else:
        yield f"release {one.name}: its commit does not give the site that was published"


def _chain_of(site: Path) -> list[tuple[str, str]]:
    """The names and digests of the releases that a copy of the site lists, oldest first."""
    try:
        with (site / "data" / "releases.csv").open(encoding="utf-8", newline="") as stream:
            return [(row["release"], row["digest"]) for row in csv.DictReader(stream)]
    except (OSError, KeyError, UnicodeDecodeError, csv.Error) as error:
        raise click.UsageError(f"{site} holds no data/releases.csv that can be read.") from error
