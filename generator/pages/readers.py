"""Entry pages for each kind of reader: their questions, and the page that answers each (R2)."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import counts
from generator.pages.parts import Head, Link, Page
from generator.pages.sections import Section, sections_page


class Reader(NamedTuple):
    """A kind of reader: their name, a first sentence, and questions with where they are answered."""

    id: str
    name: str
    lede: str
    answers: tuple[tuple[str, str, str], ...]


READERS = (
    Reader(
        "members",
        "Elected members",
        "What to ask, and what the answers rest on.",
        (
            (urls.REPORTS, "What comes to committee?", "Papers in the council's layout, made for printing."),
            (urls.MEASURES, "What is red, amber or green?", "Every measure by status, with filters for service and grand challenge."),
            (urls.PLAN, "Is the plan on track?", "Grand challenges, missions and commitments, each with its status."),
            (urls.CHANGES, "What changed since I last looked?", "New figures, corrections, changed targets and reported statuses, newest first."),
            (urls.TARGETS, "Were targets lowered?", "Every target that was lowered, with its reason and who agreed."),
            (urls.OVERRIDES, "Where does a reported colour differ from the figures?", "Each with its reason, its approver and when it ends."),
            (urls.RISKS, "What could go wrong?", "Threats and opportunities, and what is done about each."),
            (urls.DUTIES, "Do we meet our statutory duties?", "Measures by duty, over time and beside others."),
        ),
    ),
    Reader(
        "citizens",
        "Citizens",
        "How your council is doing, in plain words, and how to question it.",
        (
            (urls.SEARCH, "Is there a figure on what matters to me?", "Search measures, commitments and reports."),
            (urls.SERVICES, "How is a service doing?", "Each service with its measures."),
            (urls.PLAN, "What did the council promise?", "Every commitment of the plan, and how far it has come."),
            (urls.HOW_WE_RATE, "What do red, amber and green mean?", "The rule, worked through with examples."),
            (urls.GOALS, "What about the Sustainable Development Goals?", "Measures and commitments by goal."),
            (urls.DATA, "May I use the figures?", "Everything as files, under an open licence."),
            (urls.CONTACT, "How do I question a figure?", "Where to write, also if the process was not followed."),
            ("guide/citizens.html", "How do I read a page?", "The handbook's page for citizens and councillors."),
        ),
    ),
    Reader(
        "officers",
        "Officers",
        "What is due, what is late, and what others learned.",
        (
            (urls.TIMETABLE, "What is due, and what is late?", "Figures, milestones and reviews by day, also for your calendar."),
            (urls.MEASURES, "Where do our measures stand?", "Filter by service, status or level, and send the address of what you see."),
            (urls.LESSONS, "Has someone solved this before?", "Lessons from case studies."),
            (urls.CASE_STUDIES, "What does a case study look like?", "The challenge, what was done, and what came of it."),
            (urls.GLOSSARY, "What does this word mean?", "The words of the framework."),
            ("guide/reviewers.html", "How do I check a colleague's figure?", "The handbook's page for reviewers."),
        ),
    ),
    Reader(
        "services",
        "Services",
        "How to report a figure, and how a service's page comes about.",
        (
            (urls.SERVICES, "What does our page show?", "Each service with its measures and milestones."),
            ("guide/owners.html", "How do I report a figure?", "The handbook's page for service owners."),
            ("guide/new-measure.html", "How do I start a new measure?", "Every part of one, with an example."),
            ("guide/statuses.html", "What does this status or marker mean?", "Each of them, and what to do about it."),
            (urls.TIMETABLE, "When is it due?", "Every date to come, and what is late."),
            (urls.ASSURANCE, "Does our record stand up?", "Six tests of every measure, and three lines of defence."),
            (urls.MEASURES, "Where do our measures stand?", "Filter by service."),
        ),
    ),
    Reader(
        "auditors",
        "Auditors",
        "Where each figure comes from, and how to work it out again.",
        (
            (urls.ASSURANCE, "How sure can I be of these figures?", "Six tests of every measure, and what auditors worked out again."),
            (urls.PROCESS_RISKS, "Do the controls work?", "The risks of the process, each with its controls and their result."),
            (urls.REVISIONS, "Which published figures were changed?", "Each with its reason, and whether its status changed."),
            (urls.OVERRIDES, "Where was the computed colour replaced?", "Each with its reason, its approver and its end."),
            (urls.TARGETS, "Were targets lowered, or figures unusual?", "Both, with the reasons given."),
            (urls.SOURCES, "Where do figures and words come from?", "Sources and licences."),
            (urls.MEASURES, "Which measure do I take?", "Every measure, with filters."),
            (urls.DATA, "Where is the data?", "Every table as CSV and JSON, with what each column holds."),
            ("guide/auditors.html", "How do I work a figure out again?", "The handbook's page for auditors."),
        ),
    ),
)  # fmt: skip


def reader_pages(build: Build) -> Iterator[Page]:
    """One entry page for each kind of reader."""
    for reader in READERS:
        path = urls.reader(reader.id)
        links = tuple(
            Link(urls.relative(path, href), question, answer)
            for href, question, answer in reader.answers
        )
        others = tuple(
            Link(urls.relative(path, urls.reader(one.id)), one.name, one.lede)
            for one in READERS
            if one is not reader
        )
        now = counts(build.rated.measures, href=urls.relative(path, urls.MEASURES))
        sections = (
            Section("now", "Measures by status", counts=now),
            Section("questions", "Questions and where they are answered", links=links),
            Section("others", "Other readers", links=others),
        )
        told = f"Where {reader.name.lower()} find what they ask for."
        yield sections_page(
            path, Head(f"For {reader.name.lower()}", None, reader.lede), sections, description=told
        )


def doors() -> tuple[Link, ...]:
    """The entry pages, as links from the home page."""
    return tuple(Link(urls.reader(one.id), one.name, one.lede) for one in READERS)
