"""Text that tries to run: whatever an author types, the pages show it and do nothing."""

import json
import re
from pathlib import Path

import pytest

from tests.command import COUNCIL, COUNCIL_DAY, aboveboard, copied
from tests.fuzz.holds import DAY, MARKDOWN, cells_hold, findings_hold, formats_hold, parts_of
from tests.helpers import files_under, state_of
from tests.pages.reading import Node, active_parts, read_site
from tests.pages.typed_text import free_texts, type_over

SCRIPT = "<script>alert(1)</script>"
HANDLER = '"><img src=x onerror=alert(1)>'
LINK = "[x](javascript:alert(1))"
TEMPLATE = "{{ 7*7 }}"
FORMULA = "=cmd()"
HOSTILE = {
    "script": SCRIPT,
    "handler": f"{HANDLER} ' onfocus='alert(1)' autofocus=' </title></svg><svg onload=alert(1)>",
    "link": f"{LINK} <a href='JaVaScRiPt&#58;alert(1)'>x</a> ![x](https://tracker.example/x.png)",
    "definition": "[x]: data:text/html,<script>alert(1)</script>",
    "template": f"{TEMPLATE} {{% raw %}} {{{{ site }}}} ${{7*7}} &lt;script&gt;",
    "formula": FORMULA,
    "wide formula": "\uff1dcmd() \uff0b1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "drawing": "</text></svg><svg><set onbegin=alert(1)></svg> <foreignObject><iframe>",
    "command": "::error file=x,line=1::no %0A ]]> \u00a0 ]( javascript:alert(1) ) | <details>",
    "comment": "<!-- --> <style>*{display:none}</style> " + "*" * 30 + "[" * 30 + "<" * 30,
}
"""Put in front of each text, so that a cell or a line begins with it."""


@pytest.fixture(scope="module", params=HOSTILE)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the made-up council after someone typed one of these into every text."""
    folder, typed = tmp_path_factory.mktemp("hostile"), HOSTILE[request.param]
    root = copied(folder / "council")
    assert type_over(root, lambda text: f"{typed} {text}"[:400].strip()) > 400
    done = aboveboard(
        "build", "--root", root, "--as-of", COUNCIL_DAY, "--out", folder / "site",
        "--even-with-errors",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    return folder / "site"


def test_every_kind_of_text_is_typed_over() -> None:
    places = free_texts(COUNCIL)
    assert len(places) == sum(1 for _ in COUNCIL.rglob("*.yaml"))
    typed = {place[-1] for found in places.values() for place in found}
    assert {"title", "definition", "commentary", "reason", "how", "progress", "synopsis"} <= typed


def test_the_site_is_still_whole(attacked: Path, council_site: Path) -> None:
    """Each page is there, and parses without an error: nothing typed closed an element of ours."""
    assert set(read_site(attacked)) == set(read_site(council_site))


def test_nothing_that_was_typed_can_run_or_load(attacked: Path) -> None:
    wrong = []
    for path, page in read_site(attacked).items():
        wrong += [f"{path}: {fault}" for fault in active_parts(page)]
        wrong += [f"{path}: {node.name}" for node in page.document.all(*_LOADING)]
        forms = page.document.all("form", "input")
        wrong += [f"{path}: {node.name}" for node in forms if not _is_own(node)]
        styles = [node for node in page.document.all("link") if node.get("rel") == "stylesheet"]
        wrong += [f"{path}: {len(styles)} stylesheets"] if len(styles) != 1 else []
    assert wrong == []


def _is_own(node: Node) -> bool:
    """Whether a form or its field is one of the two that search."""
    return node.get("class") == "search-box" or node.get("id") in {"finder", "search-box", "find-q"}


_LOADING = (
    "img",
    "image",
    "iframe",
    "object",
    "embed",
    "style",
    "base",
    "video",
    "audio",
)


def test_no_cell_of_a_data_file_can_be_taken_for_a_formula(attacked: Path) -> None:
    files = sorted((attacked / "data").glob("*.csv"))
    assert len(files) >= 8
    for file in files:
        cells_hold(file.name, file.read_bytes())


def test_no_page_has_an_element_or_attribute_that_no_template_has(
    attacked: Path, council_site: Path
) -> None:
    """Drawings too: what was typed adds Markdown's few tags, and nothing else."""
    usual = set().union(
        MARKDOWN, *(parts_of(page.text) for page in read_site(council_site).values())
    )
    for path, page in read_site(attacked).items():
        assert parts_of(page.text) - usual == set(), path


def test_every_data_file_is_still_json(attacked: Path) -> None:
    for file in (attacked / "data").glob("*.json"):
        json.loads(file.read_bytes())


def test_every_format_of_the_check_can_still_be_read(attacked: Path) -> None:
    files = files_under(attacked.parent / "council")
    findings = state_of(files, DAY).findings
    assert findings
    findings_hold(findings, files)
    formats_hold(findings, files)


def test_what_was_typed_is_shown_as_it_was_typed(tmp_path: Path) -> None:
    """A title is text: it is shown letter by letter, and never as Markdown or HTML."""
    root = copied(tmp_path / "council")
    file = root / "measures" / "housing" / "advice-decided.yaml"
    text = file.read_text(encoding="utf-8")
    title = f"{SCRIPT} {LINK} {TEMPLATE} *late* & <b>bold</b>"
    file.write_text(re.sub("(?m)^title: .*", f"title: '{title}'", text), encoding="utf-8")
    done = aboveboard("build", "--root", root, "--as-of", COUNCIL_DAY, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    page = read_site(tmp_path / "site")["measures/advice-decided.html"]
    assert page.document.one("h1").words == title


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//tracker.example"]
)
def test_an_address_that_is_not_https_or_http_is_refused(tmp_path: Path, address: str) -> None:
    root = copied(tmp_path / "council")
    file = root / "commitments" / "case-studies" / "one-front-door-for-advice.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("https://strathbeg.example/market-street", address), encoding="utf-8"
    )
    done = aboveboard("check", "--root", root, "--as-of", COUNCIL_DAY)
    assert done.returncode == 1
    assert "one-front-door-for-advice.yaml:" in done.stdout


def test_a_link_to_a_file_outside_the_repository_is_not_read(tmp_path: Path) -> None:
    root = copied(tmp_path / "council")
    secret = tmp_path / "secret.yaml"
    secret.write_text("id: secret\n", encoding="utf-8")
    (root / "measures" / "parks" / "secret.yaml").symlink_to(secret)
    done = aboveboard("check", "--root", root, "--as-of", COUNCIL_DAY)
    assert done.returncode == 1
    assert (
        "measures/parks/secret.yaml:1:1: error: file-is-in-place: this file cannot be read"
        in done.stdout
    )
