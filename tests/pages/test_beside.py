"""What stands beside a result: a reputational note and an alternative measure (R63)."""

import re
from pathlib import Path

from generator.pages.measure_facts import markdown_of
from generator.rendering.markdown_text import prose


def test_the_result_of_the_measure_itself_comes_first_and_alone_has_a_badge(
    council_site: Path,
) -> None:
    """R63: the note and the other measure follow the figure, its colour and its chart."""
    page = (council_site / "measures/parks-satisfaction.html").read_text(encoding="utf-8")
    note, other = page.index("Reputational note"), page.index(">Alternative measure<")
    assert page.index("<h1") < page.index('class="status"') < page.index("<figure") < note < other
    told = page[other : page.index("</dd>", other)]
    assert '<a href="../measures/river-path-closed.html"' in told
    assert ">Days on which the river path was closed</a>" in told
    assert "is 1,075.00% outwith the target of 4 days: red" in told
    assert "status" not in told
    assert not re.search(r"<(strong|h\d|svg)", told)


def test_a_title_in_markdown_is_shown_as_it_is_typed() -> None:
    typed = "A [b](c) *d* <i>e</i> `f` & g_h_i"
    assert "A [b](c) *d* &lt;i&gt;e&lt;/i&gt; `f` &amp; g_h_i" in prose(markdown_of(typed))
