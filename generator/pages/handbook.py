"""The pages of the handbook, which another program builds beside the site, as the search names them."""

from typing import NamedTuple


class HandbookPage(NamedTuple):
    """A page of the handbook: its address, its title, and what it is about."""

    path: str
    title: str
    about: str


HANDBOOK = (
    HandbookPage("guide/index.html", "Handbook", "Start here: which page is for whom"),
    HandbookPage("guide/citizens.html", "Citizens and councillors", "How to read a page, and how to question a figure"),
    HandbookPage("guide/owners.html", "Service owners", "How to report a figure"),
    HandbookPage("guide/new-measure.html", "A new measure", "How to define a measure and its targets"),
    HandbookPage("guide/reviewers.html", "Reviewers", "How to check a change before it is published"),
    HandbookPage("guide/auditors.html", "Auditors", "How to work out any figure again"),
    HandbookPage("guide/set-up.html", "Setting up", "How a council starts with its own content"),
    HandbookPage("guide/statuses.html", "Statuses and flags", "What each status and each marker means"),
    HandbookPage("guide/variation.html", "Change or variation", "How a real change is told from ups and downs"),
    HandbookPage("guide/releases.html", "Publishing and withholding", "When a figure is published, and what never is"),
    HandbookPage("guide/manual.html", "The Performance Manual", "Where each part of the manual is carried out"),
)  # fmt: skip
"""What people may look for; a test holds that each lies in docs/ under this title."""
