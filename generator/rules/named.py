"""What files name: the records without which nothing certain can be said of them."""

from collections.abc import Iterator

from generator.model.case_study import CaseStudy
from generator.model.catalogue import Catalogue
from generator.model.commitment import Commitment
from generator.model.measure import Measure
from generator.model.report import Report
from generator.rules.checks.identity import records_of, uses
from generator.rules.quotes import quoted_measures

KINDS: dict[type, str] = {
    Measure: "measure",
    Commitment: "commitment",
    CaseStudy: "case-study",
    Report: "report",
}
"""The kinds of record that are a file each, in words."""


def named_by(files: Catalogue) -> Iterator[tuple[str, str]]:
    """The kind and id of every file that those in `files` name: other records, and themselves."""
    for item in records_of(files):
        yield KINDS[type(item)], item.id
    for _, _, what, name, _ in uses(files):
        if what in KINDS.values():
            yield what, name
    for report in files.reports:
        for name in quoted_measures(report):
            yield "measure", name
