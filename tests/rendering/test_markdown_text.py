"""Markdown to HTML: text is shaped, and nothing in it can run, load, or break the page."""

import time
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.rendering.markdown_text import prose

PLAIN = "ab Z09é£%–—…'\"(),.;:?/+-="
"""Letters and marks of an ordinary sentence."""


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("Advice is late.", "<p>Advice is late.</p>"),
        ("  Advice is late.\n", "<p>Advice is late.</p>"),
        ("Costs < £5 & rising", "<p>Costs &lt; £5 &amp; rising</p>"),
        ("One\n\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("One\nstill one", "<p>One\nstill one</p>"),
        ("**All** of *them*", "<p><strong>All</strong> of <em>them</em></p>"),
        ("Run `count` twice", "<p>Run <code>count</code> twice</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'),
        ("1. only", "<ol>\n<li>only</li>\n</ol>"),
        ("- only", "<ul>\n<li>only</li>\n</ul>"),
        ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>"),
        ("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>"),
        ("---", "<hr>"),
        ("2024. A good year", '<ol start="2024">\n<li>A good year</li>\n</ol>'),
        (r"2024\. A good year", "<p>2024. A good year</p>"),
    ],
)
def test_markdown_shapes_the_text(typed: str, html: str) -> None:
    assert prose(typed) == html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("# One", "<p><strong>One</strong></p>"),
        ("## Two", "<p><strong>Two</strong></p>"),
        ("### Three", "<p><strong>Three</strong></p>"),
        ("#### Four", "<p><strong>Four</strong></p>"),
        ("One\n===", "<p><strong>One</strong></p>"),
        ("<h1 class='x'>One</h1>", "<p><strong>One</strong></p>"),
    ],
)
def test_a_heading_never_competes_with_those_of_the_page(typed: str, html: str) -> None:
    assert prose(typed) == html


def test_a_table_names_the_scope_of_its_headings() -> None:
    assert prose("| Year | Cost |\n|---|---:|\n| 2024 | 5 |") == (
        "<table>\n<thead>\n<tr>\n"
        '<th scope="col">Year</th>\n<th scope="col">Cost</th>\n'
        "</tr>\n</thead>\n<tbody>\n<tr>\n<td>2024</td>\n<td>5</td>\n</tr>\n</tbody>\n</table>"
    )


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        (
            "[the paper](https://example.org/a?b=1&c=2)",
            '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener">the paper</a></p>',
        ),
        (
            "[us](mailto:us@example.org)",
            '<p><a href="mailto:us@example.org" rel="noopener">us</a></p>',
        ),
        (
            "<https://example.org/>",
            '<p><a href="https://example.org/" rel="noopener">https://example.org/</a></p>',
        ),
        ("[x](javascript:alert(1))", '<p><a rel="noopener">x</a></p>'),
        ("[x](JaVaScRiPt:alert)", '<p><a rel="noopener">x</a></p>'),
        ("[x](data:text/html,hello)", '<p><a rel="noopener">x</a></p>'),
        ("[x](vbscript:x)", '<p><a rel="noopener">x</a></p>'),
        ("[x](file:///etc/passwd)", '<p><a rel="noopener">x</a></p>'),
        ("[x][1]\n\n[1]: javascript:alert(1)", '<p><a rel="noopener">x</a></p>'),
    ],
)
def test_a_link_leads_to_a_page_or_a_mailbox_or_nowhere(typed: str, html: str) -> None:
    assert prose(typed) == html


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("<script>alert(1)</script>", ""),
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("![a picture](https://example.org/x.png)", "<p></p>"),
        ('<img src="x" onerror="alert(1)">', "<p></p>"),
        ('<p onclick="alert(1)" style="x" class="tag" id="main">a</p>', "<p>a</p>"),
        ("<iframe src='https://example.org'></iframe>", ""),
        ("<form><input name='a'><button>Go</button></form>", "Go"),
        ("<svg><a href='https://example.org'>x</a></svg>", "<p></p>"),
        ("</p></div></main>after", "<p></p>after<p></p>"),
        ("<b>a", "<p>a</p>"),
        ("<em>a", "<p><em>a</em></p>"),
        ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
        ("a & b", "<p>a &amp; b</p>"),
        ("a < b > c", "<p>a &lt; b &gt; c</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    ],
)
def test_html_that_could_run_load_or_break_the_page_is_taken_out(typed: str, html: str) -> None:
    assert prose(typed) == html


@given(st.text(PLAIN, min_size=1, max_size=40).map(str.strip).filter(bool))
def test_a_plain_sentence_is_the_same_by_the_short_way_and_the_long_way(text: str) -> None:
    """The long way is taken as soon as there is Markdown anywhere in the text."""
    long_way = prose(f"{text}\n\n*end*").removesuffix("\n<p><em>end</em></p>")
    assert unescape(prose(text)) == unescape(long_way)


@given(st.text())
def test_no_text_gives_an_element_that_is_not_allowed(text: str) -> None:
    told = prose(text).lower()
    for part in ("<script", "<img", "<style", "<svg", "<iframe", "<form", "<input", "<h1", "<h2"):
        assert part not in told


def test_a_text_that_is_printed_twice_is_the_same_twice() -> None:
    """One Markdown converter serves every text, and keeps nothing from the last."""
    with_reference = "[x][1]\n\n[1]: https://example.org/"
    assert "example.org" in prose(with_reference)
    assert "example.org" not in prose("[x][1] on its own")
    assert isinstance(prose(with_reference), Markup)


@pytest.mark.parametrize("typed", ["[" * 19_900, "![a][" * 3_900, "[a](" * 4_900, "1. " * 6_000])
def test_a_text_built_to_keep_the_reader_busy_stands_as_it_was_typed(typed: str) -> None:
    assert prose(typed) == f"<p>{typed.strip()}</p>"


@pytest.mark.parametrize("typed", ["<a " * 6_000, "<" * 19_000, "a\n=\n" * 4_000, "\n- a" * 4_000])
def test_a_text_of_thousands_of_tags_headings_or_items_is_not_read_as_markdown(typed: str) -> None:
    began = time.process_time()
    assert prose(typed) == f"<p>{escape(typed.strip())}</p>"
    assert time.process_time() - began < 0.5
