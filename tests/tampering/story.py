"""The story: a year of honest work on main, and branches on which somebody tampers."""

from pathlib import Path

from tests.tampering.repository import Repository, begun
from tests.tampering.tamperings import TAMPERINGS, branch_of
from tests.tampering.year import year


def told(root: Path) -> Repository:
    """Builds the whole repository in a new folder: main, and a branch for each tampering."""
    made = begun(root)
    year(made)
    for name, tampering in TAMPERINGS.items():
        made.branch(branch_of(name))
        tampering(made, name)
        made.git("switch", "--quiet", "main")
    return made
