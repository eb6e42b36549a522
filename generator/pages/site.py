"""The whole site: every page and what all pages share."""

from collections.abc import Iterator

from generator.model.goals import SDG_TITLES
from generator.pages import urls
from generator.pages.about import about_pages, contact_links
from generator.pages.accessibility import accessibility_page
from generator.pages.acronyms import acronyms
from generator.pages.actions import action_pages
from generator.pages.adherence import adherence_page
from generator.pages.assurance import assurance_page
from generator.pages.build import Build
from generator.pages.case_studies import case_study_pages
from generator.pages.commitments import commitment_pages
from generator.pages.data_page import data_page
from generator.pages.duties import duties_page
from generator.pages.goals import goal_pages
from generator.pages.happened import changes_page
from generator.pages.home import home_page
from generator.pages.lessons import lessons_page
from generator.pages.measure import measure_page
from generator.pages.measures_index import measures_page
from generator.pages.method import method_page
from generator.pages.overrides import overrides_page
from generator.pages.parts import Link, Page, SiteView
from generator.pages.plan import plan_pages
from generator.pages.process_risks import process_risks_page
from generator.pages.readers import READERS, reader_pages
from generator.pages.releases import releases_page
from generator.pages.reports import report_pages
from generator.pages.revisions import revisions_page
from generator.pages.risks import risks_page
from generator.pages.search import search_index, search_page
from generator.pages.services import service_pages
from generator.pages.targets import targets_page
from generator.pages.timetable import timetable_page
from generator.rules.wording import day

NAV = (
    Link(urls.HOME, "Home"),
    Link(urls.PLAN, "Plan"),
    Link(urls.MEASURES, "Measures"),
    Link(urls.SERVICES, "Services"),
    Link(urls.REPORTS, "Committee reports"),
    Link(urls.HOW_WE_RATE, "How we rate"),
)
LINKS = (
    Link(urls.SEARCH, "Everything on this site, to search"),
    Link(urls.CHANGES, "What changed, newest first"),
    Link(urls.TIMETABLE, "Timetable: what is due and when"),
    Link(urls.HOW_WE_RATE, "How we rate"),
    Link(urls.OVERRIDES, "Overrides and exceptions"),
    Link(urls.REVISIONS, "Revisions and corrections"),
    Link(urls.TARGETS, "Targets that were lowered, and unusual figures"),
    Link(urls.ASSURANCE, "Assurance: lines of defence, and tests of every measure"),
    Link(urls.ADHERENCE, "Adherence to the manual"),
    Link(urls.RELEASES, "Releases"),
    Link(urls.RISKS, "Risks to delivery"),
    Link(urls.PROCESS_RISKS, "Risks of the process"),
    Link(urls.DUTIES, "Statutory duties"),
    Link(urls.GOALS, "Sustainable Development Goals"),
    Link(urls.SOURCES, "Sources and licences"),
    Link(urls.DATA, "Data"),
    Link(urls.GLOSSARY, "Glossary"),
    Link(urls.CASE_STUDIES, "Case studies"),
    Link(urls.LESSONS, "Lessons learned"),
    Link(urls.GUIDE, "Handbook"),
    Link(urls.ACCESSIBILITY, "Accessibility"),
    Link(urls.CONTACT, "Contact, and if the process is not followed"),
)


def site_view(build: Build) -> SiteView:
    """What every page shows of the site."""
    council, framework = build.files.council, build.files.council.framework
    return SiteView(
        council=council.name,
        title=council.site.title,
        example=council.example,
        nav=NAV,
        links=LINKS,
        framework=f"{framework.name}, {framework.version}, {framework.date}",
        commit=build.commit,
        as_of=day(build.rated.as_of),
        licence_name=council.licence.name,
        licence_url=council.licence.url,
        contacts=tuple(contact_links(build)),
        generator_version=build.version,
        acronyms=tuple(acronyms(build).items()),
    )


def pages(build: Build) -> Iterator[Page]:
    """Every page of the site, one at a time."""
    yield home_page(build)
    yield measures_page(build)
    for item in build.rated.measures:
        yield measure_page(build, item)
    yield from plan_pages(build)
    yield from commitment_pages(build)
    yield from action_pages(build)
    yield from service_pages(build)
    yield from case_study_pages(build)
    yield from report_pages(build)
    yield method_page(build)
    yield overrides_page(build)
    yield revisions_page(build)
    yield targets_page(build)
    yield process_risks_page(build)
    yield assurance_page(build)
    yield adherence_page(build)
    yield releases_page(build)
    yield data_page()
    yield from about_pages(build)
    yield from _question_pages(build)
    yield timetable_page(build)
    yield changes_page(build)
    yield search_page(build, own_pages())


def _question_pages(build: Build) -> Iterator[Page]:
    """Pages that answer a question across all records."""
    yield risks_page(build)
    yield duties_page(build)
    yield lessons_page(build)
    yield from goal_pages(build)
    yield from reader_pages(build)
    yield accessibility_page(build)


def own_pages() -> tuple[tuple[str, str, str], ...]:
    """The pages that are not of a record: address, title, and what they are about."""
    listed = tuple((link.href, link.text, link.note or "") for link in (*NAV[1:-1], *LINKS[1:]))
    readers = ((urls.reader(one.id), f"For {one.name.lower()}", one.lede) for one in READERS)
    goals = (
        (urls.goal(number), f"Goal {number}: {title}", "SDG")
        for number, title in SDG_TITLES.items()
    )
    return (*listed, *readers, *goals)


def search_script(build: Build) -> bytes:
    """The script that holds the index of the search."""
    return search_index(build, own_pages())
