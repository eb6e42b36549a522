"""Stored pages of the made-up council: `make accept` renews them after a change that is meant."""

import difflib
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator import __version__
from generator.pages.build import Build
from generator.pages.site import pages
from generator.resources import schemas
from generator.sources import Folder
from generator.state import read_state
from tests.command import COUNCIL, COUNCIL_DAY, aboveboard, copied
from tests.helpers import ROOT

STORE = ROOT / "tests" / "council-site"
PAGES = (
    "index.html",
    "plan.html",
    "challenges/gc1.html",
    "missions/gc1-m1.html",
    "commitments/gc1-m1-c1.html",
    "actions/gc1-m1-c1-a1.html",
    "measures/index.html",
    "measures/advice-decided.html",
    "measures/advice-line-answered.html",
    "measures/homecare-wait.html",
    "measures/life-expectancy.html",
    "measures/parks-satisfaction.html",
    "measures/play-strategy.html",
    "measures/pool-temperature.html",
    "measures/river-path-closed.html",
    "measures/trees-planted.html",
    "services/index.html",
    "services/parks.html",
    "case-studies/index.html",
    "case-studies/one-front-door-for-advice.html",
    "reports/index.html",
    "reports/2024-11-20-scrutiny.html",
    "reports/2025-05-14-scrutiny.html",
    "how-we-rate.html",
    "overrides.html",
    "releases.html",
    "revisions.html",
    "targets.html",
    "process-risks.html",
    "search.html",
    "timetable.html",
    "changes.html",
    "risks.html",
    "duties.html",
    "lessons.html",
    "goals/index.html",
    "goals/3.html",
    "for/members.html",
    "accessibility.html",
    "assurance.html",
    "adherence.html",
    "glossary.html",
    "sources.html",
    "contact.html",
    "data/index.html",
    "data/assurance.csv",
    "data/periods.csv",
    "data/targets.csv",
    "data/variation.csv",
    "data/breakdowns.csv",
    "assets/search-index.js",
    "feeds/changes.atom",
    "feeds/dates.ics",
)
"""At least one page of every template, a measure for each way of rating, and a data file."""

MOST_LINES = 60


def by_template() -> dict[str, str]:
    """A stored page of the made-up council for each template that its pages are made with."""
    state = read_state(Folder(COUNCIL), schemas(), date.fromisoformat(COUNCIL_DAY))
    assert state.rated
    made = pages(Build(state.rated, "", ""))
    return {page.template: page.path for page in made if page.path in PAGES}


def built() -> dict[str, bytes]:
    """The pages as they are built now, outside git, with the version of the program left out."""
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        root = copied(Path(scratch) / "council")
        done = aboveboard("build", "--root", root, "--as-of", COUNCIL_DAY, "--out", site)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return {path: _steady((site / path).read_bytes()) for path in PAGES}


def stored() -> dict[str, bytes]:
    """The pages as they were last accepted."""
    return {
        path.relative_to(STORE).as_posix(): path.read_bytes()
        for path in sorted(STORE.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def store(pages: Mapping[str, bytes]) -> list[str]:
    """Accepts the pages in place of those stored; gives the paths of those that changed."""
    before = stored()
    for path in set(before) - set(pages):
        (STORE / path).unlink()
    for path, text in pages.items():
        (STORE / path).parent.mkdir(parents=True, exist_ok=True)
        (STORE / path).write_bytes(text)
    return sorted(path for path in {*before, *pages} if before.get(path) != pages.get(path))


def difference(path: str, before: bytes, now: bytes) -> str:
    """What changed in one page, in a few lines, and how to accept it."""
    lines = list(
        difflib.unified_diff(
            before.decode().splitlines(),
            now.decode().splitlines(),
            f"tests/council-site/{path}",
            "built now",
            n=1,
            lineterm="",
        )
    )
    more = [f"... and {len(lines) - MOST_LINES} lines more"] if len(lines) > MOST_LINES else []
    shown = "\n".join([*lines[:MOST_LINES], *more]) or "Only the ends of lines differ."
    return f"{path} is not as it was stored:\n{shown}\nIf this is meant, run: make accept"


def _steady(text: bytes) -> bytes:
    return text.replace(f"Aboveboard {__version__}".encode(), b"Aboveboard VERSION")


if __name__ == "__main__":
    changed = store(built())
    print("\n".join(changed) or "Nothing changed.")  # noqa: T201 a command of its own
