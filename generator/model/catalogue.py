"""The catalogue: every record of one state of the files, found by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment, Milestone, PlannedAction
from generator.model.council import Body, Council, Duty, Role, Service
from generator.model.measure import Measure
from generator.model.plan import Challenge, Mission, Plan
from generator.model.report import Report


class EvidenceFile(NamedTuple):
    """A table that is kept beside the records, as text."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records that could be read, in the order of their paths.

    `unread` holds the ids (file names) of files that could not be read, so that a reference to
    one of them is not called wrong as well.
    """

    council: Council
    plan: Plan
    measures: tuple[Measure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    case_studies: tuple[CaseStudy, ...] = ()
    reports: tuple[Report, ...] = ()
    unread: frozenset[str] = frozenset()
    evidence: tuple[EvidenceFile, ...] = ()
    services: Mapping[str, Service]
    roles: Mapping[str, Role]
    bodies: Mapping[str, Body]
    duties: Mapping[str, Duty]
    challenges: Mapping[str, Challenge]
    missions: Mapping[str, Mission]
    measure: Mapping[str, Measure]
    commitment: Mapping[str, Commitment]
    case_study: Mapping[tuple[str, str], CaseStudy]
    people: Mapping[str, str]

    def person(self, identity: str) -> str:
        """The person behind an identity, where council.yaml says who; the identity itself if not.

        Case makes no difference to an identity.
        """
        return self.people.get(identity.casefold(), identity)

    def milestone(self, commitment: str, milestone: str) -> tuple[PlannedAction, Milestone] | None:
        """The action and milestone with these ids, if there is such a milestone."""
        found = self.commitment.get(commitment)
        if found is None:
            return None
        return next((pair for pair in found.milestones if pair[1].id == milestone), None)


def make_catalogue(
    *,
    council: Council,
    plan: Plan,
    measures: tuple[Measure, ...] = (),
    commitments: tuple[Commitment, ...] = (),
    case_studies: tuple[CaseStudy, ...] = (),
    reports: tuple[Report, ...] = (),
    unread: frozenset[str] = frozenset(),
    evidence: tuple[EvidenceFile, ...] = (),
) -> Catalogue:
    """A catalogue of these records, each kind also by id (the first where an id is used twice)."""
    return Catalogue(
        council=council,
        plan=plan,
        measures=measures,
        commitments=commitments,
        case_studies=case_studies,
        reports=reports,
        unread=unread,
        evidence=evidence,
        services={item.id: item for item in reversed(council.services)},
        roles={item.id: item for item in reversed(council.roles)},
        bodies={item.id: item for item in reversed(council.bodies)},
        duties={item.id: item for item in reversed(council.duties)},
        challenges={item.id: item for item in reversed(plan.challenges)},
        missions={item.id: item for item in reversed(plan.missions)},
        measure={item.id: item for item in reversed(measures)},
        commitment={item.id: item for item in reversed(commitments)},
        case_study={
            (item.milestone.commitment, item.milestone.id): item for item in reversed(case_studies)
        },
        people={
            identity.casefold(): person
            for person, identities in (council.people or {}).items()
            for identity in (person, *identities)
        },
    )
