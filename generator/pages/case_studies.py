"""Case studies in the layout of the manual's Appendix 2."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.case_study import CaseStudy, Impact
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Fact, Head, Link, Notice, Page, Prose, Step, Text
from generator.pages.status_words import status_view
from generator.rules.milestones import SEPARATOR, RatedMilestone
from generator.rules.wording import day

AWAITED = "Not yet written."


@dataclass(frozen=True, slots=True)
class CaseStudyView:
    """One case study; its commitment, action, milestone and status come from the milestone."""

    head: Head
    notice: Notice | None
    rows: tuple[Fact, ...]
    edit: Link | None
    file: str


@dataclass(frozen=True, slots=True)
class CaseStudiesView:
    """All case studies."""

    head: Head
    links: tuple[Link, ...]


def case_study_pages(build: Build) -> Iterator[Page]:
    """The list of case studies, then each one."""
    yield _all(build)
    for study in build.files.case_studies:
        yield _one(build, study)


def _all(build: Build) -> Page:
    path = urls.CASE_STUDIES
    links = []
    for study in build.files.case_studies:
        rated = _milestone(build, study)
        links.append(
            Link(
                urls.relative(path, urls.case_study(study.id)),
                study.title,
                "Not yet written" if study.awaiting else None,
                status_view(rated.status) if rated else None,
            )
        )
    head = Head(
        "Case studies",
        None,
        "What lies behind a milestone: the challenge, what was done, what came of it.",
    )
    trail = (Step("Home", urls.HOME), Step("Case studies"))
    view = CaseStudiesView(head, tuple(links))
    return Page(
        path,
        "case-studies.html",
        "Case studies",
        "Case studies behind the plan's milestones.",
        trail,
        urls.PLAN,
        view,
        "../",
    )


def _one(build: Build, study: CaseStudy) -> Page:
    path = urls.case_study(study.id)
    edit = build.edit_href(study.path)
    notice = (
        Notice("info", "This case study is not written yet", study.awaiting)
        if study.awaiting
        else None
    )
    view = CaseStudyView(
        head=Head(study.title, "Case study"),
        notice=notice,
        rows=tuple(_rows(build, study, path)),
        edit=Link(edit, "Edit this case study") if edit else None,
        file=study.path,
    )
    trail = (Step("Home", urls.HOME), Step("Case studies", urls.CASE_STUDIES), Step(study.title))
    return Page(
        path,
        "case-study.html",
        study.title,
        f"Case study: {study.title}.",
        trail,
        urls.PLAN,
        view,
        "../",
    )


def _rows(build: Build, study: CaseStudy, path: str) -> Iterator[Fact]:
    yield from _from_the_milestone(build, study, path)
    yield Fact("Case study title", study.title)
    yield from _rag(build, study)
    texts = (
        ("Synopsis (100 words)", study.synopsis),
        ("The challenge", study.challenge),
        ("The solution", study.solution),
    )
    for label, text in texts:
        yield Fact(label, _or_awaited(text))
    label = "The impact (including cost savings or income generated, if applicable)"
    yield Fact(label, Prose(_impact(study.impact)) if study.impact else AWAITED)
    yield Fact("How is the new approach being sustained?", _or_awaited(study.sustained))
    lessons = "\n".join(f"- {lesson}" for lesson in study.lessons)
    yield Fact("Lessons learned", _or_awaited(lessons or None))
    yield Fact("Contact", build.role(study.contact) if study.contact else AWAITED)
    links = "\n".join(f"- [{link.text}]({link.url})" for link in study.links)
    yield Fact("Links to relevant documents", Prose(links) if links else "None.")
    if study.author and study.written:
        yield Fact("Written", f"{build.role(study.author)}, {day(study.written)}")
    if study.checked:
        checked = study.checked
        yield Fact("Checked", f"{build.role(checked.by)}, {day(checked.on)}: {checked.how}")
    if study.review:
        yield Fact("To be reviewed by", day(study.review))


def _from_the_milestone(build: Build, study: CaseStudy, path: str) -> Iterator[Fact]:
    named = study.milestone
    commitment = build.files.commitment.get(named.commitment)
    found = build.files.milestone(named.commitment, named.id)
    if commitment is None or found is None:
        return
    action, milestone = found
    href = urls.relative(path, urls.milestone(commitment.id, milestone.id))
    yield Fact("Commitment", f"Commitment {commitment.number}: {commitment.text}")
    yield Fact("Action", action.title)
    yield Fact("Milestone", Prose(f"[{_escaped(milestone.title)}]({href})"))


def _rag(build: Build, study: CaseStudy) -> Iterator[Fact]:
    rated = _milestone(build, study)
    if rated:
        latest = rated.milestone.latest
        label = f"for {latest.period.words}. " if latest else ""
        yield Fact("RAG rating", f"{label}{rated.sentence}", status=status_view(rated.status))


def _milestone(build: Build, study: CaseStudy) -> RatedMilestone | None:
    """The milestone that a case study is about."""
    named = study.milestone
    return build.rated.milestones.get(f"{named.commitment}{SEPARATOR}{named.id}")


def _impact(impact: Impact) -> str:
    money = "\n".join(
        f"- {item.kind.capitalize()}: £{item.pounds:,f} in {item.period}. {item.basis}"
        for item in impact.money
    )
    return f"{impact.text}\n\n{money or 'No savings or income.'}"


def _or_awaited(text: str | None) -> Text:
    return Prose(text) if text else AWAITED


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\[]*_`<>&" else letter for letter in text)
