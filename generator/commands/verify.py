"""The command `verify`: whether a published site is what the files give."""

import sys
from datetime import date
from pathlib import Path

import click

from generator import __version__, resources
from generator.build import build_facts, site_files
from generator.commands.common import AS_OF, CLEAN, FINDINGS, ROOT, past_of, state_and_name
from generator.pages.build import Build
from generator.reporting.visible import encodable, visible
from generator.rules.wording import plural
from generator.verify import verified


@click.command()
@ROOT
@AS_OF
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder that holds the site.",
)
@click.argument("revision", metavar="[REV]", required=False)
def verify(root: Path, as_of: date | None, site: Path, revision: str | None) -> None:
    """Build the site anew, in memory, and say which file of the published one differs.

    With REV, a commit, tag or branch, the files are read as that revision has them. The handbook is
    left out: it has a record of its own. Exit status: 0 every file is the same, 1 one is not.

    Example: aboveboard verify v2025-05 --site ../published
    """
    state, name, _ = state_and_name(root, as_of, revision)
    if state.rated is None:
        click.echo(f"{visible(name)} cannot be built: run `aboveboard check` to see why.", err=True)
        sys.exit(FINDINGS)
    made = Build(state.rated, name, __version__, past_of(root, revision, state.rated))
    files = site_files(made, resources.folder("site_templates"))
    found = list(verified(site, files, build_facts(made)))
    for one in found:
        click.echo(encodable(f"{visible(one.path)} {visible(one.fault)}"))
    if found:
        click.echo(f"{plural(len(found), 'difference')}: {site} is not what {name} gives.")
        sys.exit(FINDINGS)
    click.echo(f"{site} is what {name} gives, file for file.")
    sys.exit(CLEAN)
