"""What holds of every input: no fault of ours, findings that point somewhere, pages that only show."""

import contextlib
import csv
import io
import json
import re
import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree as ET

import click

from generator.build import site_files
from generator.cli import cli
from generator.loading.evidence import EvidenceError, input_from, read_evidence
from generator.loading.load import kind_of
from generator.loading.mend import mended
from generator.model.finding import Finding
from generator.model.formula import FormulaError, parse_formula
from generator.pages.build import Build
from generator.reporting.formats import FORMATS
from generator.reporting.report import Report
from generator.reporting.visible import lines_of
from generator.resources import folder, schemas
from generator.rules.checks.all_rules import EVERY_RULE
from generator.state import State
from tests.command import COUNCIL_DAY
from tests.fuzz.places import HOMES, Case
from tests.helpers import ROOT, Files, state_of
from tests.pages.reading import active_parts, read_page

DAY = date.fromisoformat(COUNCIL_DAY)
MOST_SECONDS = 2.0
"""The most CPU time that one file may take."""
LONGEST = 2000
"""The most characters of what a finding says."""
MOST_PARSED = 2
"""How many new pages of an input are parsed strictly, which is slow; all new ones are looked over."""
_RISKY = ("=", "+", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_NUMBER = re.compile(r"-[0-9]+(\.[0-9]+)?")
Seen = set[int]
Given = TypeVar("Given")
Made = TypeVar("Made")


def content_holds(case: Case) -> None:
    """A file of any content: it is checked, told in every format, mended, and published."""
    began = time.process_time()
    files = case.files
    state = state_of(files, DAY)
    spent = time.process_time() - began
    assert spent < MOST_SECONDS, f"the check took {spent:.2f} s of CPU"
    findings_hold(state.findings, files)
    formats_hold(state.findings, files)
    mending_holds(case)
    if state.rated and _is_worth_building(case, state):
        pages_hold(state)


def _is_worth_building(case: Case, state: State) -> bool:
    """Whether the file was read, or else for one in eight: pages take ten times as long."""
    unread = any(one.path == case.path and one.rule == "schema" for one in state.findings)
    unread = unread or any(one.rule == "yaml-can-be-read" for one in state.findings)
    return not unread or sum(case.text) % 8 == 0


def findings_hold(findings: Sequence[Finding], files: Files) -> None:
    """Each finding names a file, a line that is there, and says so in letters that can be seen."""
    lines = {path: len(lines_of(files.read(path))) for path in {one.path for one in findings}}
    for one in findings:
        assert one.rule in EVERY_RULE, one
        assert one.path, one
        assert 1 <= one.line <= lines[one.path], one
        assert one.column >= 1, one
        said = f"{one.message} {one.fix}"
        assert said.isprintable(), one
        assert one.message.strip(), one
        assert one.fix.strip(), one
        assert len(said) <= LONGEST, one


def formats_hold(findings: Sequence[Finding], files: Files) -> None:
    """Every format can be made, and what a program reads can be read by one."""
    report = Report(findings=findings, read=files.read, rules=EVERY_RULE)
    told = {name: make(report) for name, make in FORMATS.items()}
    for name in ("json", "sarif"):
        json.loads(told[name])
    ET.fromstring(told["junit"])
    for name in ("text", "github"):
        assert all(line.isprintable() for line in told[name].split("\n")), name


def mending_holds(case: Case) -> None:
    """What is mended once has nothing left to mend."""
    kind = kind_of(case.path)
    if kind:
        done = mended(kind, case.text, schemas())
        assert mended(kind, done.text, schemas()).text == done.text


def pages_hold(state: State) -> None:
    """Every page parses, and holds nothing that could run or load; no cell is a formula."""
    assert state.rated
    known, seen = _baseline()
    parsed = 0
    whole: dict[str, bytes] = {}
    for file in site_files(Build(state.rated, "", ""), folder("site_templates")):
        whole[file.path] = whole.get(file.path, b"") + file.content
    for path, content in whole.items():
        if hash((path, content)) in seen or path.startswith("assets/"):
            continue
        if path.endswith(".html"):
            text = content.decode()
            assert (new := parts_of(text) - known) == set(), f"{path}: {new}"
            if parsed < MOST_PARSED:
                parsed += 1
                page = read_page(path, text)
                assert list(active_parts(page)) == [], path
        elif path.endswith(".json"):
            json.loads(content)
        elif path.endswith(".csv"):
            cells_hold(path, content)


def cells_hold(path: str, content: bytes) -> None:
    """No cell of a table can be taken for a formula."""
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
        for cell in row:
            assert not cell.startswith(_RISKY), f"{path}: {cell[:80]!r}"
            assert not cell.startswith("-") or _NUMBER.fullmatch(cell), f"{path}: {cell[:80]!r}"


def _baseline(cache: list[tuple[frozenset[str], Seen]] = []) -> tuple[frozenset[str], Seen]:  # noqa: B006 kept between calls
    """The tags and attributes that our templates use, and the pages of the homes unchanged."""
    if not cache:
        parts, seen = set(MARKDOWN), set()
        for home in HOMES.values():
            state = state_of(home, DAY)
            assert state.rated
            for file in site_files(Build(state.rated, "", ""), folder("site_templates")):
                seen.add(hash((file.path, file.content)))
        for template in sorted((ROOT / "site_templates").rglob("*.html")):
            parts |= parts_of(
                re.sub(r"\{[%{#].*?[%}#]\}", "", template.read_text(), flags=re.DOTALL)
            )
        cache.append((frozenset(parts), seen))
    return cache[0]


MARKDOWN = {
    *[
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "sup",
        "sub",
    ],
    *["a.href", "a.title", "a.rel", "ol.start", "th.scope", "abbr", "abbr.title"],
}


def parts_of(text: str) -> set[str]:
    """Every tag, and every attribute with its tag."""
    reader = _Parts()
    reader.feed(text)
    reader.close()
    return reader.found


class _Parts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes the tag and its attributes, and any address that a browser would run."""
        self.found.add(tag)
        for name, value in attrs:
            self.found.add(f"{tag}.{name}")
            if name in ("href", "src", "action") and ":" in (value or ""):
                scheme = (value or "").partition(":")[0].strip().lower()
                if scheme not in ("http", "https", "mailto") and "/" not in scheme:
                    self.found.add(f"{tag}.{name}={scheme}:")


def formula_holds(text: str) -> None:
    """A formula is read and worked out, or refused with a sentence; neither takes long."""
    began = time.process_time()
    formula, refused = _tried(parse_formula, text, FormulaError)
    if formula:
        for number in (Decimal("0.1"), Decimal(10**24 - 1), Decimal(0)):
            inputs = dict.fromkeys(formula.names, number)
            formula.worked(inputs)
            result, _ = _tried(formula.value, inputs, FormulaError)
            assert result is None or result.is_finite()
    spent = time.process_time() - began
    assert spent < MOST_SECONDS, f"the formula took {spent:.2f} s of CPU"
    if isinstance(refused, FormulaError):
        assert str(refused).isprintable()
        assert 1 <= refused.column <= len(text) + 1, refused.column


def evidence_holds(case: Case) -> None:
    """A table gives sums and counts, or says why not; and what the council makes of it holds."""
    table, refused = _tried(lambda text: read_evidence("x.csv", text), case.text, EvidenceError)
    for call in ("sum(in_time)", "count(decided_on)", "sum(x)", "sum( )", "count(case)"):
        if table:
            found, refused = _tried(partial(input_from, call), table, EvidenceError)
            assert found is None or found.is_finite()
        assert len(str(refused)) < LONGEST, refused
    content_holds(case)


def rate_holds(typed: Sequence[str]) -> None:
    """`rate` gives a sentence, or says what was typed wrongly."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        _, misused = _tried(_rate, typed, click.ClickException)
        if isinstance(misused, click.ClickException):
            misused.show()
    said = out.getvalue() or err.getvalue()
    assert said.strip()
    if out.getvalue().startswith("{"):
        json.loads(out.getvalue())


def _rate(typed: Sequence[str]) -> None:
    """The command as the console script runs it, in a folder that holds no council."""
    with contextlib.suppress(SystemExit):  # after --help
        cli(["rate", "--root", str(Path(__file__).parent), *typed], standalone_mode=False)


def _tried(
    act: Callable[[Given], Made], given: Given, refusal: type[Exception]
) -> tuple[Made | None, Exception | None]:
    """What `act` makes of `given`, or else how it refuses."""
    try:
        return act(given), None
    except refusal as error:
        return None, error
