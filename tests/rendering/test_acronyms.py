"""Acronyms expand where they are first used on a page (R118)."""

from pathlib import Path

import pytest

from generator.rendering.acronyms import Acronyms
from tests.pages.reading import read_site

EXPAND = Acronyms({"SMT": "Service Management Team", "SPI": "Statutory <performance> indicator"})
SMT = '<abbr title="Service Management Team">SMT</abbr>'


def main(text: str) -> str:
    """What a page with `text` in its main part says after its acronyms are expanded."""
    page = EXPAND.expanded(f"<p>SMT</p><main>{text}</main><p>SMT</p>")
    return page.removeprefix("<p>SMT</p><main>").removesuffix("</main><p>SMT</p>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>The SMT met. The SMT left.</p>", f"<p>The {SMT} met. The SMT left.</p>"),
        ("<h2>SMT</h2><p>SMT</p>", f"<h2>SMT</h2><p>{SMT}</p>"),
        ('<a href="SMT">SMT</a> and SMT', f'<a href="SMT">SMT</a> and {SMT}'),
        ("<svg><text>SMT</text></svg> SMT", f"<svg><text>SMT</text></svg> {SMT}"),
        (
            "<p>Both SPIs</p>",
            '<p>Both <abbr title="Statutory &lt;performance&gt; indicator">SPIs</abbr></p>',
        ),
        ("<p>SMT, the Service Management Team</p>", "<p>SMT, the Service Management Team</p>"),
        ("<p>SMTX, X-SMT, A/SMT &SMT; smt</p>", "<p>SMTX, X-SMT, A/SMT &SMT; smt</p>"),
        ("<p>Nothing</p>", "<p>Nothing</p>"),
    ],
)
def test_the_first_use_in_running_text_is_explained(text: str, expected: str) -> None:
    assert main(text) == expected


def test_without_acronyms_a_page_stays_as_it_is() -> None:
    assert Acronyms({}).expanded("<main>SMT</main>") == "<main>SMT</main>"


def test_no_page_explains_an_acronym_twice(site: Path) -> None:
    explained = 0
    for path, page in read_site(site).items():
        titles = [node.get("title") for node in page.document.all("abbr")]
        explained += len(titles)
        assert len(set(titles)) == len(titles), path
    assert explained
