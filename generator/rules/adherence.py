"""Adherence to the manual: each clause, its controls, and what they find by service (R166)."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.rules.clauses.clause import Clause, Topic
from generator.rules.clauses.figures import FIGURES
from generator.rules.clauses.framework import FRAMEWORK
from generator.rules.clauses.scrutiny import SCRUTINY
from generator.rules.rated import Rated
from generator.rules.remarks import remarks_by_file

TOPICS: tuple[Topic, ...] = (*FRAMEWORK, *FIGURES, *SCRUTINY)
"""Every clause, in the order of the manual."""
COUNCIL = ""
"""In the place of a service: what belongs to none, such as council.yaml, the plan and the papers."""


class Adherence(NamedTuple):
    """A clause and how many remarks its rules make, by service; `found` is empty where none."""

    topic: Topic
    clause: Clause
    found: Mapping[str, int]

    @property
    def number(self) -> int:
        """How many remarks there are in all."""
        return sum(self.found.values())


def adherence(rated: Rated) -> Iterator[Adherence]:
    """Every clause with what its rules find, whatever the council's policy on them.

    Of the rules on form it counts the files that could not be read.
    """
    services = _services(rated.catalogue)
    counts: dict[str, Counter[str]] = {}
    for path, of_file in remarks_by_file(rated).items():
        for rule, remarks in of_file.items():
            counts.setdefault(rule, Counter())[services.get(path, COUNCIL)] += len(remarks)
    if rated.catalogue.unread:
        counts["schema"] = Counter({COUNCIL: len(rated.catalogue.unread)})
    for topic in TOPICS:
        for clause in topic.clauses:
            found: Counter[str] = Counter()
            for rule in clause.rules:
                found += counts.get(rule, Counter())
            yield Adherence(topic, clause, found)


def _services(files: Catalogue) -> dict[str, str]:
    """The service that answers for each file."""
    found = {measure.path: measure.service for measure in files.measures}
    found |= {one.path: one.lead_service for one in files.commitments}
    for study in files.case_studies:
        commitment = files.commitment.get(study.milestone.commitment)
        if commitment:
            found[study.path] = commitment.lead_service
    return found
