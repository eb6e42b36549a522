"""What commands make: the whole site of one state, to be written, compared or only fingerprinted."""

from collections.abc import Iterable
from pathlib import Path

from generator import __version__, resources
from generator.build import build_facts, site_files
from generator.commands.common import asking_git, past_of
from generator.pages.build import Build
from generator.past.frozen import frozen_states
from generator.rules.rated import Rated
from generator.writer import File


def site_of(
    root: Path, rated: Rated, name: str, commit: str | None
) -> tuple[Iterable[File], dict[str, str]]:
    """Every file of the site, and the facts of the build, of the state called `name`.

    `commit` is the one whose files are built; None for files that are of none.
    """
    past = past_of(root, commit, rated)
    with asking_git():
        frozen = frozen_states(root, rated, commit or "HEAD")
    build = Build(rated, name, __version__, past, frozen)
    return site_files(build, resources.folder("site_templates")), build_facts(build)
