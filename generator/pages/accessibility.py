"""The accessibility statement: what the site is made to do, and what nobody has tested (R147)."""

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Head, Link, Page, Prose
from generator.pages.sections import Section, sections_page

_MADE = """
- Every status is a word first. A shape and a colour only repeat it.
- Every chart has a title that states what it shows, a description in words, and the table of its figures below.
- Pages need no script and no style to be read. Search filters a list that is whole without it.
- Everything can be reached by keyboard. What has the focus is outlined.
- Headings, lists and tables are marked as such, and each table names its rows and columns.
- Most tables become cards on a narrow screen, so that you need not scroll sideways. Text may be enlarged.
- Dark mode, forced colours and the wish for less motion are respected.
- Each page can be printed, and each table is also a data file.
"""
_TESTED = """
Each time the software changes, programs read every page. They look at headings, labels, links, tables, text in
the place of pictures, and statuses without words. A page of each kind is also opened in a browser: in light, in
dark and in forced colours, and at the width of the narrowest phone. The program axe looks for barriers there. A
page is walked through by keyboard alone, and printed. Programs find what a program can find. They cannot say
whether a page is easy to use. People who use a screen reader, a magnifier or a keyboard can, and no such test is
recorded here.
"""
_AIM = "The aim is level AA of the Web Content Accessibility Guidelines, version 2.2."


def accessibility_page(build: Build) -> Page:
    """The accessibility statement."""
    council = build.files.council
    head = Head(
        "Accessibility", None, "As many people as possible should be able to use this site."
    )
    contacts = tuple(
        Link(contact.url or f"mailto:{contact.email}", contact.for_) for contact in council.contacts
    )
    sections = (
        Section("aim", "What this site aims for", _AIM),
        Section("made", "How it is made", Prose(_MADE.strip())),
        Section("tested", "How it was tested", _TESTED.strip()),
        Section(
            "limits",
            "What may not work",
            "Documents that this site links to are published by others and may not be accessible. "
            "Texts are shown as services wrote them.",
        ),
        Section(
            "told",
            "Tell us",
            f"If you cannot use a part of this site, or need a figure in another form, tell {council.name}.",
            links=(*contacts, Link(urls.CONTACT, "All contacts")),
        ),
    )
    told = "How this site is made so that everybody can use it, and how that was tested."
    return sections_page(urls.ACCESSIBILITY, head, sections, description=told)
