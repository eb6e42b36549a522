"""What can be found, and what the index of the search costs (issue: at most 10 bytes a measure)."""

import gzip
import json
import random
import re
from pathlib import Path

import pytest

from generator.pages.findable import KINDS, MEASURE, findable
from generator.pages.handbook import HANDBOOK
from generator.pages.search_index import (
    FACETS,
    Found,
    Kind,
    _letter,
    in_order,
    index_script,
    keywords,
)
from generator.pages.site import own_pages
from tests.helpers import ROOT
from tests.pages.reading import read_site
from tests.pages.test_review_pages import build_of

MOST_BYTES = 10
COUNT = 10_000
_START = "window.aboveboardIndex="


def measures(count: int) -> list[Found]:
    """Made-up measures whose facets follow no order, which is the worst that can be packed."""
    chance = random.Random(11)
    words = [f"{a}{b}{c}" for a in "bcdfg" for b in "aeiou" for c in ("lt", "nd", "rs", "m", "st")]
    statuses = ("red", "amber", "green", "overdue", "not-yet-due", "no-target", "data-only")
    return [
        Found(
            MEASURE,
            f"{chance.choice(words)}-{number}",
            " ".join(chance.choices(words, k=6)),
            " ".join(chance.choices(words, k=12)),
            service=f"service-{chance.randrange(40)}",
            status=chance.choice(statuses),
            challenge=chance.choice(("gc1", "gc2", "gc3", "gc1 gc4", "")),
            frequency=chance.choice(("monthly", "quarterly", "financial-year")),
            level=chance.choice(("strategic", "operational", "front-line")),
        )
        for number in range(count)
    ]


def read(script: bytes) -> dict[str, object]:
    """The object that the script makes."""
    text = script.decode()
    assert text.startswith(_START)
    return dict(json.loads(text.removeprefix(_START).removesuffix(";\n")))


def test_the_index_costs_at_most_ten_bytes_a_measure_beyond_its_words() -> None:
    found = measures(COUNT)
    columns = (
        "\n".join(getattr(item, name) for item in found) for name in ("title", "address", "words")
    )
    words = len(gzip.compress("\n".join(columns).encode(), 9))
    whole = len(gzip.compress(index_script(found, {}), 9))
    assert whole - words <= MOST_BYTES * COUNT


def test_every_value_can_be_read_back_from_its_letter() -> None:
    found = measures(300)
    index = read(index_script(found, {}))
    facets = index["facets"]
    assert isinstance(facets, dict)
    assert set(facets) == set(FACETS)
    for name, facet in facets.items():
        letters = {_letter(place): value for place, value in enumerate(facet["values"])}
        read_back = [letters[letter] for letter in facet["letters"]]
        assert read_back == [
            item.kind.id if name == "kind" else getattr(item, name) for item in found
        ]


def test_no_letter_is_one_that_json_escapes_and_none_comes_twice() -> None:
    letters = [_letter(place) for place in range(3000)]
    assert len(set(letters)) == len(letters)
    assert all(json.dumps(letter, ensure_ascii=False) == f'"{letter}"' for letter in letters)
    assert all(letter.isprintable() or letter == "\xad" for letter in letters[:120])


@pytest.mark.parametrize(
    ("title", "texts", "expected"),
    [
        ("Trees planted", ("Trees that were planted in the parks.",), "parks"),
        (
            "Calls answered",
            ("Calls, and CALLS soon; answered within a minute", None),
            "soon minute",
        ),
        ("Wait", ("The council's wait for home-care",), "council's home-care"),
    ],
)
def test_words_that_say_nothing_or_stand_in_the_title_are_left_out(
    title: str, texts: tuple[str | None, ...], expected: str
) -> None:
    assert keywords(title, *texts) == expected


def test_what_can_be_found_is_ordered_by_kind_and_then_from_a_to_z() -> None:
    first, second = Kind("a", "A", "As"), Kind("b", "B", "Bs")
    found = [Found(second, "1", "Ant"), Found(first, "2", "cat"), Found(first, "3", "Bee")]
    assert [item.title for item in in_order(found, (first, second))] == ["Bee", "cat", "Ant"]


def test_every_page_of_the_site_can_be_found_and_every_address_leads_to_a_place(
    council_site: Path,
) -> None:
    pages = read_site(council_site)
    found = {item.path for item in findable(build_of(), own_pages())}
    for address in found:
        path, _, anchor = address.partition("#")
        if path in pages:
            assert not anchor or anchor in pages[path].ids, address
        else:
            assert path.startswith("guide/"), address
    unlisted = {"index.html", "search.html"}
    assert sorted(set(pages) - {address.partition("#")[0] for address in found} - unlisted) == []


def test_the_list_of_everything_holds_what_the_index_holds(council_site: Path) -> None:
    """A script only chooses among rows that are in the page without it (R149)."""
    listed = set(read_site(council_site)["search.html"].main.all("a"))
    found = {item.path for item in findable(build_of(), own_pages())}
    assert {link.get("href") for link in listed} >= found


def test_each_kind_has_an_id_of_its_own() -> None:
    assert len({kind.id for kind in KINDS}) == len(KINDS)


def test_pages_of_the_handbook_are_named_by_their_own_titles() -> None:
    assert {Path(page.path).stem for page in HANDBOOK} == {
        file.stem for file in (ROOT / "docs").glob("*.md")
    }
    for page in HANDBOOK:
        text = (ROOT / "docs" / f"{Path(page.path).stem}.md").read_text(encoding="utf-8")
        title = re.search(r"^# (.+)$", text, re.MULTILINE)
        assert title
        assert title[1] == page.title
