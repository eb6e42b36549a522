"""Making: a build from a rated state of the files, with all that only the history knows."""

from pathlib import Path

from generator import __version__
from generator.model.past import Past
from generator.pages.build import Build
from generator.past.frozen import frozen_states
from generator.rules.rated import Rated


def made(root: Path, rated: Rated, name: str, past: Past | None, built: str = "HEAD") -> Build:
    """One build of `rated`, the state called `name`, to which `past` led.

    Papers are frozen in the history of `built`. Raises GitError.
    """
    return Build(rated, name, __version__, past, frozen_states(root, rated, built))
