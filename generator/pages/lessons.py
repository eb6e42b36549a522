"""Lessons: what case studies taught, by grand challenge, for other services (R167)."""

from collections.abc import Iterator

from generator.model.case_study import CaseStudy
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Head, Link, Page, Prose
from generator.pages.sections import Section, sections_page


def lessons_page(build: Build) -> Page:
    """The page of lessons."""
    head = Head(
        "Lessons learned",
        None,
        "What one service found out and others can use, from the case studies behind milestones.",
    )
    sections = tuple(_sections(build))
    none = (Section("none", "Lessons", "No case study has recorded a lesson yet."),)
    links = Section(
        "more", "Where they come from", links=(Link(urls.CASE_STUDIES, "All case studies"),)
    )
    told = "What case studies taught, by grand challenge."
    return sections_page(urls.LESSONS, head, (*(sections or none), links), description=told)


def _sections(build: Build) -> Iterator[Section]:
    for challenge in build.files.plan.challenges:
        studies = [one for one in build.files.case_studies if one.lessons]
        own = [one for one in studies if one.milestone.commitment.startswith(f"{challenge.id}-")]
        if own:
            text = "\n\n".join(_study(one) for one in own)
            yield Section(challenge.id, challenge.title, Prose(text))


def _study(study: CaseStudy) -> str:
    lessons = "\n".join(f"- {lesson}" for lesson in study.lessons)
    title = "".join(f"\\{letter}" if letter in "\\[]*_`<>&" else letter for letter in study.title)
    return f"From [{title}]({urls.case_study(study.id)}):\n\n{lessons}"
