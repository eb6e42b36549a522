"""Every page of every site: sound HTML, open to everyone, safe, and with no dead end."""

import re
import shutil
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from generator.model.words import Status
from generator.pages.handbook import HANDBOOK as PAGES_OF_THE_HANDBOOK
from generator.pages.status_words import status_view
from generator.pages.variation_chart import CAUSES as VARIATION
from tests.command import COUNCIL_DAY, aboveboard, copied
from tests.pages.reading import (
    Node,
    PageFile,
    active_parts,
    is_outside,
    read_page,
    read_site,
)

HANDBOOK = {page.path for page in PAGES_OF_THE_HANDBOOK} | {
    "guide/reference/rules.html",
    "guide/reference/process-risks.html",
}
"""Pages of the handbook that the site may link to; `make site` builds them beside it."""

LOADS = {"img": "src", "link": "href", "script": "src", "use": "href", "image": "href"}
SHAPES = {(view.shape, view.word) for view in map(status_view, Status)}
CAUSES = {(view.shape, view.word) for view in VARIATION.values()}
LEFTOVERS = ("None", "{{", "}}", "{%", "<generator", "object at 0x", "Undefined", "Decimal(")
TITLE_PARTS = 2
"""The page and the site, which stands with the council where its name does not say whose it is."""

Fault = Iterator[str]


@pytest.fixture(scope="module", params=["glasgow", "made-up", "empty", "first-day", "years-late"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each of the two sites; and the made-up one with nothing in it, too early, and too late."""
    if request.param in BUILT:
        folder: Path = request.getfixturevalue(BUILT[request.param])
        return folder
    root = copied(tmp_path_factory.mktemp(request.param) / "council")
    if request.param == "empty":
        for path in (
            *root.glob("measures/*"),
            *root.glob("reports/*"),
            *root.glob("commitments/*/"),
        ):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    day = {"empty": COUNCIL_DAY, "first-day": "2023-04-01", "years-late": "2028-03-31"}
    out = root.with_name("site")
    done = aboveboard("build", "--root", root, "--as-of", day[request.param], "--out", out)
    assert done.returncode == 0, done.stderr
    return out


BUILT = {"glasgow": "glasgow_site", "made-up": "council_site"}


def faults(site: Path, look: Callable[[PageFile], Iterable[str]]) -> list[str]:
    """What `look` finds wrong in any page of a site."""
    return [f"{path}: {fault}" for path, page in read_site(site).items() for fault in look(page)]


def test_every_page_parses_without_an_error(site: Path) -> None:
    wrong = []
    for path in site.rglob("*.html"):
        try:
            read_page(path.name, path.read_text(encoding="utf-8"))
        except Exception as error:  # noqa: BLE001 html5lib raises an exception of its own
            wrong.append(f"{path.relative_to(site)}: {error}")
    assert wrong == []


def test_every_page_is_in_british_english_and_utf_8(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        if page.document.get("lang") != "en-GB":
            yield f"lang is {page.document.get('lang')}"
        if not page.text.startswith("<!doctype html>"):
            yield "no doctype"
        if next(node.get("charset") for node in page.document.all("meta")) != "utf-8":
            yield "the first meta is not the charset"

    assert faults(site, look) == []


def test_every_page_has_one_h1_and_its_headings_never_skip_a_level(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        levels = [level for level, _ in page.headings]
        if levels.count(1) != 1:
            yield f"{levels.count(1)} h1"
        for before, (level, words) in zip([0, *levels], page.headings, strict=False):
            if level > before + 1:
                yield f"h{level} {words!r} follows h{before}"
            if not words:
                yield f"an empty h{level}"

    assert faults(site, look) == []


def test_ids_are_unique_and_every_reference_to_one_is_met(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        yield from (f"id {name} twice" for name, n in Counter(page.ids).items() if n > 1)
        yield from (
            f"id {name!r} is not a word" for name in page.ids if not re.fullmatch(r"\S+", name)
        )
        for node in page.document.all():
            for kind in ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "for"):
                for name in (node.get(kind) or "").split():
                    if name not in page.ids:
                        yield f"{node.name} has {kind} {name}, which is not there"

    assert faults(site, look) == []


def test_every_table_has_a_caption_and_the_scope_of_every_heading(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        for table in page.document.all("table"):
            captions = [node.words for node in table.all("caption")]
            if len(captions) != 1 or not captions[0]:
                yield f"a table has captions {captions}"
            heads = list(table.all("th"))
            if not heads:
                yield f"{captions}: no heading cell"
            for head in heads:
                if head.get("scope") not in {"col", "row", "colgroup", "rowgroup"}:
                    yield f"{captions}: th {head.words!r} has scope {head.get('scope')}"

    assert faults(site, look) == []


def test_every_row_of_a_table_has_as_many_cells_as_its_head(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        for table in page.document.all("table"):
            rows = list(table.all("tr"))
            columns = len(list(rows[0].all("th", "td")))
            spans = 0
            for row in rows[1:]:
                cells = list(row.all("th", "td"))
                first = int(cells[0].get("rowspan") or 1)
                wide = sum(int(cell.get("colspan") or 1) for cell in cells)
                if wide + (spans > 0) != columns:
                    yield f"{table.one('caption').words}: {row.words[:60]!r}"
                spans = first - 1 if first > 1 else max(spans - 1, 0)

    assert faults(site, look) == []


def test_every_picture_has_a_text_in_its_place_or_is_hidden(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        hidden = [node.element for top in page.document.all() if top.get("aria-hidden") == "true"
                  for node in top.all("svg")]  # fmt: skip
        inner = [node.element for top in page.document.all("svg") for node in top.all("svg")
                 if node.element is not top.element]  # fmt: skip
        for picture in page.document.all("svg"):
            if picture.element in hidden or picture.element in inner:
                continue
            titles = [
                node
                for node in picture.all("title")
                if node.get("id") in _labels(picture) or node.element is picture.element[0]
            ]
            if picture.get("role") != "img" or not (picture.get("aria-label") or titles):
                yield f"an svg has no name: {picture.words[:60]!r}"
            yield from (f"an empty {node.name}" for node in titles if not node.words)
        yield from (
            "an img has no alt" for node in page.document.all("img") if node.get("alt") is None
        )

    assert faults(site, look) == []


def _labels(node: Node) -> list[str]:
    return (node.get("aria-labelledby") or "").split()


def test_every_link_and_region_has_a_name(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        for node in page.document.all("a", "button", "summary"):
            if not (node.words or node.get("aria-label")):
                yield f"a link without words to {node.get('href')}"
        for node in page.document.all():
            region = node.name in ("nav", "section") or node.get("role") == "region"
            if region and not (
                node.get("aria-label") or _labels(node) or _starts_with_heading(node)
            ):
                yield f"a {node.name} without a name: {node.words[:50]!r}"
        names = [
            node.get("aria-label") or node.get("aria-labelledby")
            for node in page.document.all("nav")
        ]
        yield from (f"two navigations named {name}" for name, n in Counter(names).items() if n > 1)

    assert faults(site, look) == []


def _starts_with_heading(node: Node) -> bool:
    return any(True for _ in node.all("h1", "h2", "h3"))


def test_one_can_skip_to_the_main_content(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        first = next(page.document.all("a"))
        if (first.get("href"), page.main.get("id")) != ("#main", "main"):
            yield f"the first link leads to {first.get('href')}"

    assert faults(site, look) == []


def test_titles_are_unique_and_titles_and_descriptions_are_not_empty(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        title = next(page.document.all("title")).words
        heading = page.document.one("h1").words
        if len(title.split(" – ")) < TITLE_PARTS or not all(title.split(" – ")):
            yield f"title {title!r}"
        if not (_meta(page, "description") or "").strip():
            yield "no description"
        if not heading:
            yield "no words in h1"

    assert faults(site, look) == []
    titles = Counter(next(page.document.all("title")).words for page in read_site(site).values())
    assert [title for title, times in titles.items() if times > 1] == []


def _meta(page: PageFile, name: str) -> str | None:
    return next(
        (node.get("content") for node in page.document.all("meta") if node.get("name") == name),
        None,
    )


def test_every_link_picture_and_stylesheet_leads_to_a_file_and_a_place_of_the_site(
    site: Path,
) -> None:
    pages = read_site(site)
    handbook: set[str] = set()

    def look(page: PageFile) -> Fault:
        for href in (*page.hrefs, *_loaded(page)):
            if is_outside(href):
                continue
            path, anchor = page.target(href)
            if path.startswith("guide/") and not (site / path).is_file():
                handbook.add(path)
            elif not (site / path).is_file():
                yield f"{href} leads to no file"
            elif anchor and path in pages and anchor not in pages[path].ids:
                yield f"{href} leads to no place in {path}"

    assert faults(site, look) == []
    assert handbook <= HANDBOOK


def test_every_link_inside_the_site_is_relative_and_stays_inside(site: Path) -> None:
    """So the site works from a disk, and on a server under any path."""

    def look(page: PageFile) -> Fault:
        for href in (*page.hrefs, *_loaded(page)):
            if href.startswith("/") or "\\" in href:
                yield f"{href} is not relative"
            if not is_outside(href) and page.target(href)[0].startswith(".."):
                yield f"{href} climbs above the site"
            if not is_outside(href) and href.split("#")[0].endswith("/"):
                yield f"{href} needs a server to find index.html"

    assert faults(site, look) == []


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        yield from (f"loads {address}" for address in _loaded(page) if is_outside(address))
        for node in page.document.all():
            for name in ("srcset", "poster", "action", "formaction", "ping", "background", "data"):
                if node.get(name) and (node.name, name) != ("form", "action"):
                    yield f"{node.name} has {name}"
        for node in page.document.all("iframe", "object", "embed", "base", "style"):
            yield f"has {node.name}"
        for href in page.hrefs:
            if is_outside(href) and not href.startswith(("https://", "http://", "mailto:")):
                yield f"links to {href}"

    assert faults(site, look) == []
    for path in (site / "assets").iterdir():
        loads = re.findall(r"(?:url\(|@import)[^;)]*", path.read_text(encoding="utf-8"))
        assert [load for load in loads if "//" in load and "data:" not in load] == []


def test_a_form_only_opens_a_list_of_the_site_with_what_was_asked_in_its_address(
    site: Path,
) -> None:
    def look(page: PageFile) -> Fault:
        for node in page.document.all("form"):
            action = page.target(node.get("action") or "")[0]
            if node.get("method") != "get" or action not in {"search.html", "measures/index.html"}:
                yield f"sends a form to {node.get('action')}"

    assert faults(site, look) == []


def test_no_page_holds_a_script_a_style_or_a_handler(site: Path) -> None:
    assert faults(site, active_parts) == []


def test_every_page_has_a_policy_that_lets_nothing_in_from_outside(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        policy = next(
            node.get("content") or ""
            for node in page.document.all("meta")
            if node.get("http-equiv") == "Content-Security-Policy"
        )
        if "default-src 'none'" not in policy or "unsafe" in policy or "http" in policy:
            yield policy

    assert faults(site, look) == []


def test_every_status_is_a_word_with_its_shape(site: Path) -> None:
    seen: set[str] = set()

    def look(page: PageFile) -> Fault:
        for tag in page.document.having("tag"):
            shape, _, word = tag.words.partition(" ")
            seen.add(word)
            if (shape, word) not in SHAPES:
                yield f"the status {tag.words!r}"
        for item in page.document.having("shape"):
            if item.words not in {shape for shape, _ in SHAPES | CAUSES}:
                yield f"the shape {item.words!r}"

    assert faults(site, look) == []
    assert {"Red", "Amber", "Green"} <= seen


def test_no_page_shows_the_inside_of_the_program(site: Path) -> None:
    def look(page: PageFile) -> Fault:
        words = page.document.words
        for leftover in LEFTOVERS:
            for found in re.finditer(rf"(?<!\w){re.escape(leftover)}(?![\w.:])", words):
                yield f"{words[max(found.start() - 40, 0) : found.end() + 20]!r}"

    assert faults(site, look) == []


def test_every_page_can_be_reached_and_every_measure_within_three_links(site: Path) -> None:
    away = _links_away_from_home(site)
    assert sorted(set(read_site(site)) - set(away)) == []
    measures = [path for path in away if path.startswith("measures/")]
    assert [path for path in measures if away[path] > 3] == []


def _links_away_from_home(site: Path) -> dict[str, int]:
    pages = read_site(site)
    away, waiting = {"index.html": 0}, deque(["index.html"])
    while waiting:
        path = waiting.popleft()
        for href in pages[path].hrefs:
            target = path if is_outside(href) else pages[path].target(href)[0]
            if target in pages and target not in away:
                away[target] = away[path] + 1
                waiting.append(target)
    return away


def test_every_page_names_its_data_version_its_day_its_licence_and_the_generator(
    site: Path,
) -> None:
    def look(page: PageFile) -> Fault:
        foot = page.document.one("footer").words
        for words in ("data version", "Figures as of", "Published under", "Made with Aboveboard"):
            if words not in foot:
                yield f"its foot does not say {words!r}"

    assert faults(site, look) == []


def test_a_made_up_council_says_on_every_page_that_it_is_made_up(council_site: Path) -> None:
    def look(page: PageFile) -> Fault:
        if "Example. Strathbeg Council does not exist." not in page.document.words:
            yield "does not say so"

    assert faults(council_site, look) == []


def _loaded(page: PageFile) -> list[str]:
    """The address of everything that a browser loads to show the page."""
    return [
        address
        for node in page.document.all(*LOADS)
        if (address := node.get(LOADS[node.name])) is not None
    ]
