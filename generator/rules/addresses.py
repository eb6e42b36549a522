"""Addresses that a text may link to: the pages of the site, and which of them a file becomes.

`pages/urls.py` says where each page lies; a test holds that both agree.
"""

import posixpath
from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment
from generator.model.goals import SDG_TITLES

_SINGLE = (
    "index.html",
    "measures/index.html",
    "services/index.html",
    "plan.html",
    "reports/index.html",
    "case-studies/index.html",
    "how-we-rate.html",
    "targets.html",
    "glossary.html",
    "sources.html",
    "overrides.html",
    "revisions.html",
    "process-risks.html",
    "assurance.html",
    "adherence.html",
    "releases.html",
    "data/index.html",
    "contact.html",
    "search.html",
    "timetable.html",
    "changes.html",
    "risks.html",
    "goals/index.html",
    "duties.html",
    "lessons.html",
    "accessibility.html",
    "for/members.html",
    "for/citizens.html",
    "for/officers.html",
    "for/services.html",
    "for/auditors.html",
)
_BUILT_ELSEWHERE = ("guide/", "data/", "assets/")
"""Folders whose files are not made from records: what lies in them is not looked up here."""


def page_addresses(files: Catalogue) -> frozenset[str]:
    """The address of every page of the site."""
    return frozenset((*_SINGLE, *_pages_of_records(files)))


def _actions(commitment: Commitment) -> Iterator[str]:
    return (f"{commitment.id}-{action.id}" for action in commitment.actions)


def milestone_anchors(files: Catalogue) -> frozenset[str]:
    """The address of every milestone, as a place on the page of its commitment."""
    return frozenset(
        f"commitments/{commitment.id}.html#milestone-{milestone.id}"
        for commitment in files.commitments
        for _, milestone in commitment.milestones
    )


def page_of(path: str) -> str:
    """The page that shows the text of the file at `path`; the start page for the council's."""
    name = path.rpartition("/")[2].removesuffix(".yaml")
    if path == "commitments/plan.yaml":
        return "plan.html"
    if path.startswith("commitments/case-studies/"):
        return f"case-studies/{name}.html"
    folder = path.partition("/")[0]
    return f"{folder}/{name}.html" if "/" in path else "index.html"


def target_of(link: str, page: str) -> tuple[str, str]:
    """The page, and the place on it, to which `link` leads from `page`."""
    way, _, anchor = link.partition("#")
    if not way:
        return page, anchor
    return posixpath.normpath(
        posixpath.join(posixpath.dirname(page), way.partition("?")[0])
    ), anchor


def is_looked_up(target: str) -> bool:
    """Whether what lies at `target` is made from the records."""
    return not target.startswith(_BUILT_ELSEWHERE) or target == "data/index.html"


def way_from(page: str, target: str) -> str:
    """The link from `page` to `target`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def _pages_of_records(files: Catalogue) -> Iterator[str]:
    for folder, ids in (
        ("measures", files.measure),
        ("services", files.services),
        ("challenges", files.challenges),
        ("missions", files.missions),
        ("commitments", files.commitment),
        ("actions", [name for one in files.commitments for name in _actions(one)]),
        ("case-studies", [study.id for study in files.case_studies]),
        ("reports", [report.id for report in files.reports]),
        ("goals", [str(number) for number in SDG_TITLES]),
    ):
        yield from (f"{folder}/{name}.html" for name in ids)
