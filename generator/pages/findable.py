"""What can be found: every measure, commitment, milestone, paper and page, with its words."""

from collections.abc import Iterator

from generator.model.commitment import Commitment
from generator.model.terms import TERMS
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import current_status
from generator.pages.handbook import HANDBOOK
from generator.pages.search_index import Found, Kind, in_order, keywords
from generator.rules.rated import RatedMeasure

MEASURE = Kind("measure", "Measure", "Measures", "measures/", ".html")
COMMITMENT = Kind("commitment", "Commitment", "Commitments", "commitments/", ".html")
ACTION = Kind("action", "Action", "Actions", "actions/", ".html")
MILESTONE = Kind("milestone", "Milestone", "Milestones", "commitments/")
MISSION = Kind("mission", "Mission", "Missions", "missions/", ".html")
CHALLENGE = Kind("challenge", "Grand challenge", "Grand challenges", "challenges/", ".html")
SERVICE = Kind("service", "Service", "Services", "services/", ".html")
REPORT = Kind("report", "Committee report", "Committee reports", "reports/", ".html")
CASE_STUDY = Kind("case-study", "Case study", "Case studies", "case-studies/", ".html")
PAGE = Kind("page", "Page of this site", "Pages of this site")
GUIDE = Kind("guide", "Handbook", "Pages of the handbook", "guide/", ".html")
TERM = Kind("term", "Term", "Terms of the glossary", f"{urls.GLOSSARY}#term-")
KINDS = (
    MEASURE, COMMITMENT, ACTION, MILESTONE, MISSION, CHALLENGE, SERVICE, REPORT, CASE_STUDY, PAGE, GUIDE, TERM,
)  # fmt: skip
"""Everything that can be found, in the order in which it is listed."""


def findable(build: Build, pages: tuple[tuple[str, str, str], ...]) -> tuple[Found, ...]:
    """Everything that can be found, in order; `pages` are those of the site itself: their address,
    title and what they are about.
    """
    found = [*_measures(build), *_plan(build), *_papers(build)]
    found += [Found(PAGE, path, title, keywords(title, about)) for path, title, about in pages]
    for page in HANDBOOK:
        name = page.path.removeprefix(GUIDE.before).removesuffix(GUIDE.after)
        found.append(Found(GUIDE, name, page.title, keywords(page.title, page.about)))
    return tuple(in_order(found, KINDS))


def found_measures(build: Build) -> tuple[Found, ...]:
    """The measures that can be found, in order."""
    return tuple(in_order(_measures(build), KINDS))


def _measures(build: Build) -> Iterator[Found]:
    for item in build.rated.measures:
        if build.files.answers(item.measure):
            yield _measure(item)


def _measure(item: RatedMeasure) -> Found:
    measure, origin = item.measure, item.measure.origin
    supports = measure.supports
    plan = sorted({name.partition("-")[0] for name in (*supports.missions, *supports.commitments)})
    code = origin.code if origin else None
    return Found(
        MEASURE,
        measure.id,
        measure.title,
        keywords(measure.title, measure.definition, code, measure.unit),
        service=measure.service,
        status=str(current_status(item)),
        challenge=" ".join(plan),
        frequency=str(measure.frequency),
        level=str(measure.level),
    )


def _plan(build: Build) -> Iterator[Found]:
    files = build.files
    for rated in build.rated.roll_ups.commitments:
        one = rated.commitment
        services = " ".join((one.lead_service, *one.contributing_services))
        title = one.short_title or one.text
        yield Found(
            COMMITMENT, one.id, title, keywords(title, one.text, one.outcome),
            service=services, status=str(rated.status), challenge=one.challenge,
        )  # fmt: skip
        for action in rated.actions:
            yield Found(
                ACTION, f"{one.id}-{action.action.id}", action.action.title,
                keywords(action.action.title, _action(one, action.action.policy or "")),
                service=services, status=str(action.status), challenge=one.challenge,
            )  # fmt: skip
        for milestone in rated.milestones:
            yield Found(
                MILESTONE, urls.milestone(one.id, milestone.milestone.id).removeprefix(MILESTONE.before),
                milestone.milestone.title, keywords(milestone.milestone.title, _action(one, milestone.action.title)),
                service=milestone.milestone.lead_service, status=str(milestone.status),
                challenge=one.challenge,
            )  # fmt: skip
    for challenge in files.plan.challenges:
        words = keywords(challenge.title, challenge.summary)
        yield Found(CHALLENGE, challenge.id, challenge.title, words, challenge=challenge.id)
        for mission in challenge.missions:
            words = keywords(mission.title, mission.direction, mission.success)
            yield Found(MISSION, mission.id, mission.title, words, challenge=challenge.id)


def _action(commitment: Commitment, title: str) -> str:
    return f"{title} {commitment.short_title or ''}"


def _papers(build: Build) -> Iterator[Found]:
    files = build.files
    for service in files.council.services:
        words = keywords(service.name, service.short, service.about)
        yield Found(SERVICE, service.id, service.name, words, service=service.id)
    for report in files.reports:
        words = keywords(report.title, build.body(report.body), report.purpose)
        yield Found(REPORT, report.id, report.title, words)
    for study in files.case_studies:
        words = keywords(study.title, study.synopsis, study.challenge, *study.lessons)
        yield Found(CASE_STUDY, study.id, study.title, words)
    terms = {urls.slug(term.term): term for term in (*TERMS, *files.council.glossary)}
    for name, term in terms.items():
        yield Found(TERM, name, term.term, keywords(term.term, term.expansion, term.meaning))


def service_words(build: Build) -> dict[str, str]:
    """The words by which each service is known."""
    return {
        service.id: " ".join(filter(None, (service.name, service.short)))
        for service in build.files.council.services
    }
