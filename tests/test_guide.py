"""The handbook: it builds, every link leads somewhere, and what it shows is so."""

import itertools
import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin
from xml.etree.ElementTree import Element as Tree

import html5lib
import pytest

from generator import guide, resources
from generator.model.words import Flag, Status, TrendWord
from generator.pages import site, urls
from generator.pages.readers import READERS
from generator.pages.status_words import FLAG_WORDS, status_word
from generator.pages.trends import trend_word
from generator.reporting.report import Report, in_a_sentence
from generator.reporting.text import as_text
from generator.rules.checks.all_rules import EVERY_RULE
from generator.sources import Folder
from generator.state import read_state

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SITE_PAGES = {value for name, value in vars(urls).items() if name.isupper()}
SITE_PAGES |= {urls.reader(reader.id) for reader in READERS}
UPDATE = "measures/housing/advice-decided.yaml"
DAY = date(2025, 5, 14)


@pytest.fixture(scope="session")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of this repository, as it lies in a site."""
    out = tmp_path_factory.mktemp("site") / "guide"
    guide.write_guide(ROOT, out)
    return out


@pytest.fixture(scope="session")
def trees(handbook: Path) -> dict[str, Tree]:
    """Every page of the handbook, read as a browser reads it, by its place."""
    return {
        path.relative_to(handbook).as_posix(): html5lib.parse(
            path.read_bytes(), namespaceHTMLElements=False
        )
        for path in sorted(handbook.rglob("*.html"))
    }


def text_of(tree: Tree) -> str:
    """The words of a page on one line."""
    return " ".join("".join(tree.itertext()).split())


def links(trees: dict[str, Tree]) -> Iterator[tuple[str, str]]:
    """Every link: the page it stands on, and its target from the site's root."""
    for page, tree in trees.items():
        for element in tree.iter():
            target = element.get("href") or element.get("src")
            if target:
                yield page, urljoin(f"guide/{page}", target)


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of code of one kind on a page of docs/."""
    found = re.findall(rf"```{kind}\n(.*?)```", (DOCS / page).read_text("utf-8"), re.DOTALL)
    return list(found)


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of every file under a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_page_of_docs_is_built(handbook: Path) -> None:
    for path in DOCS.rglob("*.md"):
        assert (handbook / path.relative_to(DOCS).with_suffix(".html")).is_file()


def test_every_page_has_a_title_a_language_one_heading_and_a_way_past_the_head(
    trees: dict[str, Tree],
) -> None:
    for page, tree in trees.items():
        headings = list(tree.iter("h1"))
        main = next(tree.iter("main"))
        first = next(element for element in tree.iter("a"))
        assert len(headings) == 1, page
        assert tree.get("lang") == "en-GB", page
        assert text_of(next(tree.iter("title"))).count(" – ") >= 1, page
        assert (first.get("class"), first.get("href")) == ("skip", f"#{main.get('id')}"), page


def test_headings_skip_no_level_and_ids_are_unique(trees: dict[str, Tree]) -> None:
    for page, tree in trees.items():
        main = next(tree.iter("main"))
        levels = [int(e.tag[1]) for e in main.iter() if re.fullmatch("h[1-6]", str(e.tag))]
        assert all(below - above <= 1 for above, below in itertools.pairwise(levels))
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), page


def test_titles_and_descriptions_are_pages_own(trees: dict[str, Tree]) -> None:
    titles = [text_of(next(tree.iter("title"))) for tree in trees.values()]
    told = [
        e.get("content")
        for tree in trees.values()
        for e in tree.iter("meta")
        if e.get("name") == "description"
    ]
    assert len(set(titles)) == len(titles)
    assert len(set(told)) == len(trees)


def test_every_link_within_the_handbook_leads_to_a_page_and_a_place(
    trees: dict[str, Tree],
) -> None:
    places = {
        f"guide/{page}": {element.get("id") for element in tree.iter()}
        for page, tree in trees.items()
    }
    broken = []
    for page, target in links(trees):
        address, place = urldefrag(target)
        if address.startswith("guide/") and address.endswith(".html"):
            known = places.get(address)
            if known is None or (place and place not in known):
                broken.append((page, target))
    assert broken == []


def test_every_link_to_the_site_is_one_of_its_addresses(trees: dict[str, Tree]) -> None:
    inside = {target for _, target in links(trees) if "://" not in target}
    outside_the_guide = {target for target in inside if not target.startswith("guide/")}
    assert outside_the_guide - SITE_PAGES == {"assets/site.css", "assets/favicon.svg"}


def test_the_head_and_foot_lead_where_those_of_the_site_do(trees: dict[str, Tree]) -> None:
    targets = {target for page, target in links(trees) if page == "reference/rules.html"}
    assert {link.href for link in (*site.NAV, *site.LINKS)} <= targets


def test_no_page_has_a_script_a_style_of_its_own_or_asks_another_server(
    trees: dict[str, Tree],
) -> None:
    for page, tree in trees.items():
        for element in tree.iter():
            assert element.tag not in ("script", "style", "iframe", "img"), page
            assert element.get("style") is None, page
            if element.tag == "link":
                assert "://" not in (element.get("href") or ""), page


def test_the_list_of_pages_is_short_and_marks_the_current_one(trees: dict[str, Tree]) -> None:
    for page, tree in trees.items():
        nav = next(e for e in tree.iter("nav") if e.get("id") == "guide-pages")
        entries = list(nav.iter("a"))
        assert len(entries) < 20, page
        assert len([e for e in entries if e.get("aria-current")]) == 1, page


def test_every_rule_stands_in_the_reference(trees: dict[str, Tree]) -> None:
    page = trees["reference/rules.html"]
    told = text_of(page)
    headings = {element.get("id") for element in page.iter("h2")}
    for rule in EVERY_RULE.values():
        assert rule.id in headings
        assert " ".join(rule.sentence.split()) in told
        assert " ".join(rule.why.split()) in told


def fields(part: Any) -> Iterator[tuple[str, str]]:
    """Every key of a schema with its own description, however deep it lies."""
    if isinstance(part, dict):
        for name, field in part.get("properties", {}).items():
            if isinstance(field, dict) and "description" in field:
                yield name, field["description"]
        for inside in part.values():
            yield from fields(inside)
    if isinstance(part, list):
        for inside in part:
            yield from fields(inside)


def test_every_field_of_every_schema_stands_in_the_reference(trees: dict[str, Tree]) -> None:
    page = trees["reference/fields.html"]
    names = {text_of(element) for element in page.iter("dt")}
    told = text_of(page)
    for kind, document in resources.schemas().documents.items():
        found = list(fields(document))
        assert found, kind
        for name, description in found:
            assert name in names
            assert " ".join(description.split()) in told


def test_every_status_flag_and_trend_is_explained_under_its_own_words() -> None:
    told = (DOCS / "statuses.md").read_text("utf-8")
    words = {status.value: status_word(status) for status in Status}
    words |= {flag.value: FLAG_WORDS[flag] for flag in Flag}
    words |= {trend.value: trend_word(trend) for trend in TrendWord}
    entries = dict(re.findall(r"^(.+)\n:   `([a-z-]+)`\.", told, re.MULTILINE))
    assert {value: word for word, value in entries.items()} == words


def test_every_decision_is_listed_and_in_the_agreed_form() -> None:
    listed = (DOCS / "decisions" / "index.md").read_text("utf-8")
    for path in sorted(DOCS.glob("decisions/0*.md")):
        text = path.read_text("utf-8")
        title = re.findall(r"^# (\d{4}\. .+)$", text, re.MULTILINE)[0]
        assert f"[{title}]({path.name})" in listed
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
        ]
        replaced = re.search(r"\*\*Status:\*\* replaced by (.+)\.$", text, re.MULTILINE)
        by = re.findall(r"\[\d{4}\]\(([^)]+)\)", replaced[1]) if replaced else []
        assert by or "**Status:** accepted." in text
        for name in by:
            newer = (DOCS / "decisions" / name).read_text("utf-8")
            assert f"]({path.name})" in newer.partition("## Context")[0]


def test_two_builds_give_the_same_bytes(handbook: Path, tmp_path: Path) -> None:
    guide.write_guide(ROOT, tmp_path / "again")
    assert files_of(tmp_path / "again") == files_of(handbook)


def test_a_handbook_is_replaced_whole(handbook: Path, tmp_path: Path) -> None:
    out = tmp_path / "guide"
    shutil.copytree(handbook, out)
    (out / "of-last-year.html").write_text("old", encoding="utf-8")
    guide.main(["--root", str(ROOT), "--out", str(out)])
    assert files_of(out) == files_of(handbook)
    assert [path.name for path in tmp_path.iterdir()] == ["guide"]


def test_a_folder_that_is_no_handbook_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letters.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        guide.main(["--root", str(ROOT), "--out", str(tmp_path)])
    assert left.value.code == 2
    assert "choose another --out" in capsys.readouterr().err
    assert files_of(tmp_path) == {"letters.txt": b"mine"}


def test_without_mkdocs_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "mkdocs"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(SystemExit) as left:
        guide.main(["--root", str(ROOT), "--out", str(tmp_path / "guide")])
    assert left.value.code == 2
    assert capsys.readouterr().err == guide.MISSING


def test_files_that_cannot_be_read_are_said_to_be_so(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(DOCS, tmp_path / "docs")
    shutil.copytree(ROOT / "site_templates" / "guide", tmp_path / "site_templates" / "guide")
    with pytest.raises(SystemExit, match="aboveboard check"):
        guide.write_guide(tmp_path, tmp_path / "out")


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """The made-up council, up to its last figure."""
    root = tmp_path / "council"
    shutil.copytree(ROOT / "tests" / "council", root)
    path = root / UPDATE
    before, _, _ = path.read_text("utf-8").partition("  - period: 2024-25 Q4\n")
    path.write_text(before, encoding="utf-8")
    return root


def findings(root: Path, path: str) -> list[str]:
    """What the check says of one file."""
    found = read_state(Folder(root), resources.schemas(), DAY).findings
    return [f"{one.rule}: {in_a_sentence(one)}" for one in found if one.path == path]


def add(root: Path, text: str) -> list[str]:
    """What the check says once `text` stands at the end of the measure of the examples."""
    path = root / UPDATE
    path.write_text(path.read_text("utf-8") + text, encoding="utf-8")
    return findings(root, UPDATE)


SIX_LINES, SECOND_CHECK, NOT_GREEN, NO_FIGURE = blocks("owners.md", "yaml")[:4]
PROVISIONAL, REVISION, CHANGES, RETIRED = blocks("owners.md", "yaml")[4:8]
REPORTED, LOWERED, SEASONAL, CONFIRMED, MATERIAL, UNTIL = blocks("owners.md", "yaml")[8:14]
JUDGED, MILESTONE, WAITS, ELSEWHERE = blocks("owners.md", "yaml")[14:]


def test_a_quarterly_update_is_six_lines_and_then_a_second_check(council: Path) -> None:
    assert len(SIX_LINES.splitlines()) == 6
    assert add(council, SIX_LINES + SECOND_CHECK) == []


@pytest.mark.parametrize(
    "more",
    [
        NOT_GREEN,
        PROVISIONAL,
        REVISION,
        CHANGES,
        REPORTED + NOT_GREEN,
        LOWERED,
        SEASONAL,
        MATERIAL,
        UNTIL,
        ELSEWHERE,
    ],
)
def test_what_else_an_owner_may_write_is_right(council: Path, more: str) -> None:
    assert add(council, SIX_LINES + SECOND_CHECK + more) == []


def test_an_id_is_retired_as_the_handbook_shows(council: Path) -> None:
    file = council / "council.yaml"
    before, _, after = file.read_text("utf-8").partition("retired:\n")
    rest = after[after.index("\n", after.index("reason:")) + 1 :]
    file.write_text(before + RETIRED + rest, encoding="utf-8")
    assert findings(council, "council.yaml") == []


def test_an_unusual_figure_is_right_once_it_is_confirmed(council: Path) -> None:
    """4 of 46 is 8.7%, less than a tenth of 95%."""
    unusual = SIX_LINES.replace("95.7", "8.7").replace("in_time: 44", "in_time: 4")
    assert add(council, unusual + CONFIRMED + NOT_GREEN + SECOND_CHECK) == []


def test_a_state_and_its_reason_stand_in_for_a_figure(council: Path) -> None:
    assert add(council, NO_FIGURE) == []


def test_a_judgement_in_the_handbook_is_right(council: Path) -> None:
    path = council / "measures/parks/play-strategy.yaml"
    path.write_text(path.read_text("utf-8") + JUDGED, encoding="utf-8")
    assert findings(council, "measures/parks/play-strategy.yaml") == []


def test_an_update_of_a_milestone_in_the_handbook_is_right(council: Path) -> None:
    path = "commitments/gc1/m1/gc1-m1-c1.yaml"
    text = (council / path).read_text("utf-8")
    place = "      - id: advice-line-open\n"
    checked = "            checked: {by: performance-manager, on: 2025-04-15, how: Saw the exit.}\n"
    assert text.count(place) == 1
    before, after = text.split(place)
    started = before.replace("        state: current\n", f"        state: current\n{WAITS}", 1)
    (council / path).write_text(started + MILESTONE + checked + place + after, encoding="utf-8")
    assert findings(council, path) == []


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, SIX_LINES.replace("value", "vlaue")),
        (1, SIX_LINES.replace("95.7", "96.7") + SECOND_CHECK),
        (2, SIX_LINES),
        (3, SIX_LINES.replace("2024-25 Q4", "2025-26 Q1") + SECOND_CHECK),
    ],
    ids=["misspelt", "wrong figure", "unchecked", "left out"],
)
def test_the_check_says_what_the_handbook_says_that_it_says(
    council: Path, number: int, text: str
) -> None:
    assert blocks("owners.md", "text")[number].strip() in add(council, text)


def test_a_terminal_shows_what_the_handbook_shows(council: Path) -> None:
    add(council, SIX_LINES.replace("95.7", "96.7") + SECOND_CHECK)
    found = read_state(source := Folder(council), resources.schemas(), DAY).findings
    these = [one for one in found if one.path == UPDATE]
    # The file may grow; the handbook's line number need not follow.
    told = as_text(Report(findings=these, read=source.read)).replace(str(these[0].line), "157")
    assert told == f"{blocks('owners.md', 'text')[4].rstrip()}\n\n1 error."


def test_the_worked_example_of_a_new_measure_is_right(council: Path) -> None:
    path = "measures/housing/repairs-first-visit.yaml"
    (council / path).write_text(blocks("new-measure.md", "yaml")[0], encoding="utf-8")
    assert findings(council, path) == []


def test_what_a_reviewer_writes_is_right(council: Path) -> None:
    assert add(council, SIX_LINES + blocks("reviewers.md", "yaml")[0]) == []
