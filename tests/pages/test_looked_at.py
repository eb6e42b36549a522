"""What looking at the pages showed, stated so that it stays mended."""

import re
from pathlib import Path

COMPARED = "measures/life-expectancy.html"
TARGETED = "measures/advice-decided.html"
JUDGED = "measures/play-strategy.html"


def _read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def _heads(html: str) -> list[str]:
    """The heads of the table of periods."""
    table = html[html.index("Every period, newest first</caption>") :]
    return re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', table[: table.index("</thead>")])


def test_a_figure_of_others_is_called_a_target_nowhere_beside_the_result(
    council_site: Path,
) -> None:
    """R49: what the council did not agree is no target in the facts, the chart or the table."""
    html = _read(council_site, COMPARED)
    shown = html[html.index("<h1") : html.index('id="about"')]
    assert "<dt>Figure for the North Coast</dt>" in shown
    assert "Latest figure for the North Coast: 79.2 years." in shown
    assert "Latest target" not in shown
    assert _heads(html) == [
        "Period", "Result (years)", "Figure for the North Coast", "Outwith it", "Status", "Family group",
    ]  # fmt: skip


def test_a_measure_without_figures_has_no_columns_for_them(council_site: Path) -> None:
    assert _heads(_read(council_site, JUDGED)) == ["Period", "Status"]


def test_what_stands_behind_a_figure_has_a_line_each_with_its_markdown_read(
    council_site: Path,
) -> None:
    """R48: who calculated, who checked, evidence, commentary and action are not one block of text."""
    html = _read(council_site, TARGETED)
    behind = re.findall(r'<tr class="behind"><td[^>]*>(.*?)</td>', html, re.DOTALL)
    assert len(behind) == 6
    assert all(one.count("<li>") >= 4 for one in behind)
    assert "<strong>already late</strong>" in behind[2]
    assert "**" not in html


def test_no_id_stands_where_a_name_belongs(council_site: Path) -> None:
    """R128: pages of commitments, the plan and services name what they speak of."""
    for folder in ("commitments", "services", "missions", "reports"):
        for page in sorted((council_site / folder).glob("*.html")):
            main = page.read_text(encoding="utf-8").partition("<main")[2]
            text = re.sub(r"<code>.*?</code>|<[^>]+>", " ", main)
            assert not re.search(r"\bgc\d+-m\d+", text.partition("History")[0]), page.name


def test_the_head_says_the_council_once(site: Path) -> None:
    html = _read(site, "index.html")
    head = html[html.index("<header") : html.index("</nav>")]
    council = re.search(r'class="provenance">([^.]*)\.', html)
    assert council
    assert re.sub("<[^>]+>", "", head).count(council[1]) == 1


def test_a_judged_result_has_a_word_where_a_figure_would_stand(council_site: Path) -> None:
    """R86: a dash in large print, or "–, no target", says nothing."""
    assert '<p class="figure">Judged</p>' in _read(council_site, "index.html")
    parks = _read(council_site, "services/parks.html")
    assert "2024-25 Q3: judged" in parks
    assert ": –, no target" not in parks
