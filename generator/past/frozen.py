"""Frozen states at the edge: the revisions at which papers are frozen, read by git (decision 0069)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from generator import resources
from generator.loading.load import Source, kind_of, load, load_record, nearest_place
from generator.loading.yaml_text import places
from generator.model.finding import Finding
from generator.model.release import RELEASES, Release, Releases
from generator.model.report import Report
from generator.model.words import Severity
from generator.past import git
from generator.past.revision import revision
from generator.rules.frozen import DRAFT, Frozen
from generator.rules.rated import Rated, rate_catalogue

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_NO_HISTORY = "this copy of the files has no history"
_SHALLOW = "this copy of the files holds only the newest history"
RULE = "frozen-data-is-known"


def frozen_states(root: Path, rated: Rated, built: str = "HEAD") -> dict[str, Frozen]:
    """The state that each name under `data` in a report stands for, in the history of `built`.

    Each is worked out on the day of its commit. Raises GitError.
    """
    names = {one.data for one in rated.catalogue.reports if one.data != DRAFT}
    return {
        name: _frozen(root, name, rated.catalogue.releases, built, rated.as_of)
        for name in sorted(names)
    }


def _frozen(root: Path, name: str, releases: Sequence[Release], built: str, as_of: date) -> Frozen:
    commit, why_not = _commit(root, name, releases, built)
    if commit is None:
        return Frozen("", why_not=why_not)
    found = revision(root, commit)
    catalogue = load(found, resources.schemas()).catalogue
    if catalogue is None:
        return Frozen(commit, found.on, None, "its files cannot be read by this program")
    return Frozen(commit, found.on, rate_catalogue(catalogue, min(found.on, as_of)))


def _commit(
    root: Path, name: str, releases: Sequence[Release], built: str
) -> tuple[str | None, str]:
    """The commit that a name stands for: of a release, of a tag, or its own; or why there is none.

    A branch is none: it moves.
    """
    if git.head(root, ()) is None:
        return None, _NO_HISTORY
    recorded = next((one.commit for one in releases if one.name == name), None)
    commit = recorded or git.tagged(root, name)
    if commit is None and _COMMIT.fullmatch(name) and git.is_known(root, name):
        commit = git.commit_of(root, name)[0]
    if commit is None or not git.is_known(root, commit):
        return None, _SHALLOW if git.is_shallow(root) else f"there is no tag or commit {name}"
    if not git.is_ancestor(root, commit, built):
        return None, f"{name} is not part of the history of this site"
    return commit, ""


def frozen_findings(root: Path, source: Source, paths: Iterable[str]) -> Iterator[Finding]:
    """A finding for each report among `paths` whose `data` names nothing in the history.

    None where there is no history to look in.
    """
    reports = list(_reports(source, paths))
    if not reports or git.head(root, ()) is None or git.is_shallow(root):
        return
    found = load_record(source, resources.schemas(), RELEASES, 4)
    releases = found.releases if isinstance(found, Releases) else ()
    for report in reports:
        commit, why_not = _commit(root, report.data, releases, "HEAD")
        if commit is None:
            yield _finding(source, report, why_not)


def _reports(source: Source, paths: Iterable[str]) -> Iterator[Report]:
    """The reports at `paths` that are frozen."""
    for path in sorted(paths):
        if kind_of(path) == "report":
            found = load_record(source, resources.schemas(), path, 4)
            if isinstance(found, Report) and found.data != DRAFT:
                yield found


def _finding(source: Source, report: Report, why_not: str) -> Finding:
    at = ("data",)
    line, column = nearest_place(places(source.read(report.path) or b"", [at]), at)
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        path=report.path,
        line=line,
        column=column,
        message=f"the figures cannot be frozen at {report.data}: {why_not}",
        fix="Write the tag or the commit that was published, fetch the tags, or write draft.",
    )
