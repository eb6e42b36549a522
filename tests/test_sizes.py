"""Files that are too large, too deep or too many: refused soon, in a sentence, and never read whole."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.loading.complaints import MOST_COMPLAINTS
from generator.loading.evidence import LARGEST as LARGEST_EVIDENCE
from generator.loading.evidence import MOST_COLUMNS
from generator.loading.prepare import MOST_WEIGHED
from generator.loading.typed import LARGEST
from generator.loading.yaml_text import MOST_SLIPS
from generator.model.finding import Finding
from generator.reporting.report import Report
from generator.reporting.text import MOST, as_text
from generator.sources import Folder
from tests.command import COUNCIL, DAY, aboveboard
from tests.fuzz.holds import DAY as ON
from tests.fuzz.holds import findings_hold
from tests.helpers import Files, files_under, state_of

FILES = files_under(COUNCIL)
MEASURE = "measures/housing/advice-decided.yaml"
CSV = "measures/housing/advice-decided-2024-25-q2.csv"
TEXT = FILES.texts[MEASURE].decode()
HEAD = TEXT.partition("periods:")[0]
MOST_SECONDS = 4
"""Twice what each may take (2 s of CPU), for machines that are slow."""
GIBIBYTE = 1024**3


def whole(unit: bytes, before: bytes = b"") -> bytes:
    """A file of the largest size, filled with one thing."""
    return (before + unit * (LARGEST // len(unit)))[:LARGEST]


HUGE: Mapping[str, bytes] = {
    "a million lines": whole(b"\n"),
    "half a million comments": whole(b"#\n"),
    "half a million items": whole(b"-\n"),
    "half a million items in brackets": b"[" + whole(b"1,")[:-2] + b"]",
    "as many periods of nothing": whole(b"-\n", HEAD.encode() + b"periods:\n"),
    "keys that nobody knows": "\n".join(f"k{i}: 1" for i in range(40_000)).encode(),
    "keys like those that are known": (TEXT + "".join(f"perio{i}: 1\n" for i in range(40_000))).encode(),
    "one key again and again": whole(b"a: 1\n"),
    "a bomb of aliases": b"a: &a [x,x]\n" + b"".join(b"k%d: &k%d [*a,*a]\n" % (i, i) for i in range(9000)),
    "tags": b"[" + whole(b"!a b,")[:-6] + b"]",
    "brackets within brackets": whole(b"["),
    "braces within braces": whole(b"{"),
    "hyphens within hyphens": whole(b"- "),
    "a list of all kinds that may say nothing twice": TEXT.replace(
        "sdgs: [1, 10]", f"sdgs: [{'1, a, {}, [], ' * 9000}]"
    ).encode(),
    "a number of a million digits": TEXT.replace("value: 96.0", f"value: {'9' * 1_000_000}").encode(),
    "a key of a million letters": b"? " + b"k" * 1_000_000 + b"\n: 1",
    "a title of a million letters": TEXT.replace("title: ", f"title: {'x' * 1_000_000}", 1).encode(),
    "a unit of a hundred thousand levels": TEXT.replace(
        "unit: percent", f"unit: {' < '.join(f'l{i}' for i in range(100_000))}"
    ).encode(),
    "a formula of a hundred thousand sums": TEXT.replace(
        "in_time / decided * 100", f"{'sum(' * 100_000}in_time{')' * 100_000}"
    ).encode(),
    "a quote that is opened ten thousand times": FILES.texts["reports/2024-11-20-scrutiny.yaml"].replace(
        b"purpose:", b'purpose: "' + b"{{" * 9_999 + b'"\nx:', 1
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE)
def test_a_huge_file_is_refused_soon_and_in_few_words(text: bytes) -> None:
    files = FILES.having(MEASURE, text)
    began = time.process_time()
    findings = state_of(files, ON).findings
    assert time.process_time() - began < MOST_SECONDS
    assert any(one.path == MEASURE for one in findings)
    assert len(findings) <= MOST_COMPLAINTS + 30
    findings_hold(findings, files)


@pytest.mark.parametrize(
    ("text", "rule", "said"),
    [
        (b"a: &b 1\n" * 9999, "yaml-can-be-read", "there is more wrong from here on"),
        (HEAD.encode() + b"periods:\n" + b"-\n" * 9999, "schema", "more than 100 things are wrong in this file"),
    ],
)  # fmt: skip
def test_of_very_many_faults_the_first_are_told_and_that_there_are_more(
    text: bytes, rule: str, said: str
) -> None:
    findings = [
        one for one in state_of(FILES.having(MEASURE, text), ON).findings if one.path == MEASURE
    ]
    assert len(findings) == MOST_SLIPS + 1 == MOST_COMPLAINTS + 1
    assert {one.rule for one in findings} == {rule}
    assert said in {one.message for one in findings}


@pytest.mark.parametrize(
    "text",
    [
        b"a:b" * 300_000 + b"\nc: d: e",
        b"a: 1\n-" + b"b" * 900_000 + b": 1",
        b'a: "b" ' + b'c: "d" ' * 140_000,
        b"a: [" + b"b c," * 70_000 + b"c d] #x",
        b"\n".join(b"k%d: w w #" % number for number in range(40_000)),
        b"id: " + b"A" * 900_000,
        b"periods: [{inputs: {a:" + b"b" * 900_000 + b"}}]",
    ],
    ids=["colons", "hyphen", "quotes", "list", "hashes", "id", "key"],
)
def test_what_is_quoted_from_an_endless_line_is_cut(text: bytes) -> None:
    began = time.process_time()
    findings = state_of(FILES.having(MEASURE, text), ON).findings
    assert time.process_time() - began < MOST_SECONDS
    assert findings
    assert max(len(one.message) + len(one.fix) for one in findings) < 2000


def test_a_person_is_told_a_hundred_findings_of_a_file_and_how_many_more_there_are() -> None:
    bands = "  - {from: 2020-04-01, green_up_to: 9, amber_up_to: 1, adopted_by: X}\n" * 3000
    text = FILES.texts["council.yaml"].replace(b"\nbands:\n", b"\nbands:\n" + bands.encode())
    files = FILES.having("council.yaml", text)
    findings = state_of(files, ON).findings
    of_the_council = [one for one in findings if one.path == "council.yaml"]
    assert len(of_the_council) >= 3000
    told = as_text(Report(findings=findings, read=files.read))
    more = len(of_the_council) - MOST
    assert f"council.yaml: {more:,} more findings in this file: put these right first." in told
    assert sum(line.startswith("council.yaml:") for line in told.splitlines()) == MOST + 1
    assert told.endswith(f"{_errors(findings):,} errors and 1 warning.")


def _errors(findings: tuple[Finding, ...]) -> int:
    return sum(1 for one in findings if one.severity == "error")


# Files on a disk


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (MEASURE, f"this file has more than the {LARGEST:,} bytes allowed. Split it into smaller"),
        ("council.yaml", f"this file has more than the {LARGEST:,} bytes allowed. Split it"),
        (
            CSV,
            f"advice-decided-2024-25-q2.csv has more than the {LARGEST_EVIDENCE:,} bytes allowed",
        ),
    ],
)
def test_a_file_of_ten_gibibytes_is_refused_in_a_sentence(
    council: Path, path: str, said: str
) -> None:
    """It is not read whole: that would take minutes, and more memory than there is."""
    os.truncate(council / path, 10 * GIBIBYTE)
    done = aboveboard("check", "--root", council, *DAY)
    assert (done.returncode, done.stderr) == (1, "")
    assert said in done.stdout
    assert len(done.stdout) < 10_000


def test_reading_stops_at_the_bound(council: Path) -> None:
    os.truncate(council / CSV, GIBIBYTE)
    text = Folder(council).read(CSV)
    assert text is not None
    assert len(text) == LARGEST_EVIDENCE + 1


# Evidence


def _with_evidence(text: bytes) -> Files:
    return FILES.having(CSV, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (",".join(f"c{i}" for i in range(10_000)), f"has 10,000 columns; the most is {MOST_COLUMNS:,}"),
        (",".join(f"c{i}" for i in range(900)), "has no column in_time: c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 and 888 more"),
        ("in_time,decided_on\n" + "9" * 200_000, "field larger than field limit"),
        ("in_time\n" + "1\n" * (LARGEST_EVIDENCE // 2 - 4), "has 2,097,149 rows; the most is 200,000"),
    ],
    ids=["columns", "column not there", "cell", "rows"],
)  # fmt: skip
def test_evidence_of_any_shape_is_read_soon(text: str, said: str) -> None:
    files = _with_evidence(text.encode())
    began = time.process_time()
    findings = state_of(files, ON).findings
    assert time.process_time() - began < MOST_SECONDS
    assert any(said in one.message for one in findings), findings
    findings_hold(findings, files)


def test_one_file_added_up_again_and_again_is_counted_again_and_again() -> None:
    """4 MiB in each of a hundred quarters, twice each, would take minutes."""
    row = "  - {period: %s, target: 95, value: 100, inputs: {in_time: sum(in_time), decided: count(in_time)}, evidence: {source: x, file: advice-decided-2024-25-q2.csv}}\n"  # fmt: skip
    periods = [f"{year}-{(year + 1) % 100:02} Q{quarter}" for year in range(1990, 2015) for quarter in (1, 2, 3, 4)]  # fmt: skip
    files = _with_evidence(b"in_time,note\n" + b"1,%s\n" % (b"x" * 997) * 4000)
    files = files.having(
        MEASURE, (HEAD + "periods:\n" + "".join(row % one for one in periods)).encode()
    )
    began = time.process_time()
    findings = state_of(files, ON).findings
    assert time.process_time() - began < MOST_SECONDS
    said = f"the evidence files of this measure have more than the {MOST_WEIGHED:,} bytes allowed"
    assert any(one.message.startswith(said) for one in findings)
