"""The catalogue: every record of one state of the files, found by id."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment, Milestone, PlannedAction
from generator.model.council import Body, Council, Duty, Role, Service
from generator.model.measure import Measure
from generator.model.plan import Challenge, Mission, Plan
from generator.model.release import Release
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
    releases: tuple[Release, ...] = ()
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

    def answers(self, measure: Measure) -> bool:
        """Whether `measure` is the one that its id stands for."""
        return self.measure.get(measure.id) is measure


def make_catalogue(
    *,
    council: Council,
    plan: Plan,
    measures: tuple[Measure, ...] = (),
    commitments: tuple[Commitment, ...] = (),
    case_studies: tuple[CaseStudy, ...] = (),
    reports: tuple[Report, ...] = (),
    releases: tuple[Release, ...] = (),
    unread: frozenset[str] = frozenset(),
    evidence: tuple[EvidenceFile, ...] = (),
) -> Catalogue:
    """A catalogue of these records, each kind also by id."""
    return Catalogue(
        council=council,
        plan=plan,
        measures=measures,
        commitments=commitments,
        case_studies=case_studies,
        reports=reports,
        releases=releases,
        unread=unread,
        evidence=evidence,
        services={item.id: item for item in reversed(council.services)},
        roles={item.id: item for item in reversed(council.roles)},
        bodies={item.id: item for item in reversed(council.bodies)},
        duties={item.id: item for item in reversed(council.duties)},
        challenges={item.id: item for item in reversed(plan.challenges)},
        missions={item.id: item for item in reversed(plan.missions)},
        measure=_by_id(measures),
        commitment=_by_id(commitments),
        case_study={
            (item.milestone.commitment, item.milestone.id): item for item in reversed(case_studies)
        },
        people={
            identity.casefold(): person
            for person, identities in (council.people or {}).items()
            for identity in (person, *identities)
        },
    )


def remade(
    files: Catalogue,
    *,
    measures: tuple[Measure, ...] | None = None,
    commitments: tuple[Commitment, ...] | None = None,
    case_studies: tuple[CaseStudy, ...] | None = None,
    evidence: tuple[EvidenceFile, ...] | None = None,
) -> Catalogue:
    """`files` with other records in place of those that are given."""
    return make_catalogue(
        council=files.council,
        plan=files.plan,
        measures=files.measures if measures is None else measures,
        commitments=files.commitments if commitments is None else commitments,
        case_studies=files.case_studies if case_studies is None else case_studies,
        reports=files.reports,
        releases=files.releases,
        unread=files.unread,
        evidence=files.evidence if evidence is None else evidence,
    )


class _Filed(Protocol):
    """A record that is a file of its own."""

    @property
    def id(self) -> str:
        """Its id, which should be the file's name."""

    @property
    def path(self) -> str:
        """The way to the file."""


Filed = TypeVar("Filed", bound=_Filed)


def file_name(path: str) -> str:
    """The name of a record's file, which is to be its id."""
    return path.rpartition("/")[2].removesuffix(".yaml")


def _by_id(records: tuple[Filed, ...]) -> Mapping[str, Filed]:
    """Records by id. Where an id is used twice, the file of that name has it, or else the first."""
    first = {item.id: item for item in reversed(records)}
    named = {item.id: item for item in reversed(records) if item.id == file_name(item.path)}
    return {**first, **named}
