"""Dates, numbers and units are written one way on every page, whoever typed the text around them."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.pages.reading import read_site

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
OTHER_FORMS = {
    "a date in digits": re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"),
    "a month before its day": re.compile(rf"\b(?:{MONTHS}) \d{{1,2}}\b(?!\d)"),
    "a day with st, nd, rd or th": re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{MONTHS})"),
    "a month cut short": re.compile(
        r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    ),
    "per cent in words after digits": re.compile(r"\d ?per ?cent\b"),
    "a space before %": re.compile(r"\d %"),
    "thousands without a comma": re.compile(r"(?<![\w.,£/#-])(?:\d{5,}|\d{4}\.\d+)(?![\w-])"),
    "pounds in words or letters": re.compile(r"\bGBP ?\d|\d pounds\b"),
}
"""Every form but the one that the site uses: 7 May 2025, 91%, 1,075.00%, £4,042."""
_TYPED_AS_DATA = {"code", "pre"}


def _texts(element: Element) -> Iterator[str]:
    """The pieces of text of an element, but for what is shown as data."""
    if str(element.tag).rpartition("}")[2] in _TYPED_AS_DATA:
        return
    if element.text:
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail


def test_no_page_has_a_second_form_of_a_date_a_number_or_a_unit(site: Path) -> None:
    wrong = [
        f"{path}: {form}: {text[max(found.start() - 40, 0) : found.end() + 20]!r}"
        for path, page in read_site(site).items()
        for text in _texts(page.main.element)
        for form, pattern in OTHER_FORMS.items()
        for found in pattern.finditer(text)
    ]
    assert wrong == []


def test_each_other_form_is_known_when_it_is_seen() -> None:
    seen = (
        "on 2025-05-07", "on 7/5/2025", "May 7", "7th of May", "7 Jan", "91 per cent", "91 %", "10750 days",
        "1075.00", "GBP 20", "20 pounds",
    )  # fmt: skip
    for text in seen:
        assert any(pattern.search(text) for pattern in OTHER_FORMS.values()), text
    for text in (
        "7 May 2025",
        "91%",
        "1,075.00%",
        "£4,042",
        "2024-25",
        "2023/24",
        "May 2025",
        "1 in 2024",
    ):
        assert not any(pattern.search(text) for pattern in OTHER_FORMS.values()), text
