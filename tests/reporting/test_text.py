"""Findings at a terminal: the line of each, its place pointed out, the count last."""

from dataclasses import replace

import pytest

from generator.model.finding import Finding
from generator.reporting.report import counted
from generator.reporting.text import as_text, line
from generator.reporting.visible import WIDEST, excerpt, visible
from tests.reporting.cases import ERROR, HOSTILE, WARNING, hostile, report

FILES = {
    ERROR.path: b"\n" * 12 + b"  - period: 2024-25 Q1\n    value: 92.0\n",
    WARNING.path: "# Späti\r\n".encode() * 77 + b"periods:\r\n",
}
TOLD = f"""\
{ERROR.path}:14:5: error: value-is-recalculated: 2024-25 Q1 says 92.0, but 910 / 1000 * 100 is \
91.0. Write 91.0, or correct the inputs.
   14 |     value: 92.0
      |     ^

{WARNING.path}:78:1: warning: figure-is-overdue: the figure for 2024-25 Q3 was due on 1 March \
2025. Add the figure, or a state and its reason.
   78 | periods:
      | ^

1 error and 1 warning."""


def test_text_shows_each_finding_with_its_line_by_file_and_then_the_count() -> None:
    assert as_text(report(ERROR, WARNING, read=FILES.get)) == TOLD


def test_findings_of_one_file_stand_together() -> None:
    same = replace(ERROR, path=WARNING.path)
    assert "\n\n" not in as_text(report(same, WARNING)).removesuffix("\n\n1 error and 1 warning.")


def test_text_without_findings_says_so() -> None:
    assert as_text(report()) == "No findings."


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "No file was"), (1, "Only 1 file was"), (2, "Only 2 files were"), (None, None)],
)
def test_text_says_how_many_files_were_looked_at_where_these_are_not_all(
    count: int | None, words: str | None
) -> None:
    told = as_text(report(looked_at=count, narrowed_by="--since"))
    more = f" {words} looked at: run without --since to check all." if words else ""
    assert told == f"No findings.{more}"


def test_colours_mark_place_severity_and_caret_and_change_no_word() -> None:
    coloured = as_text(report(ERROR, WARNING, read=FILES.get, colour=True))
    assert "\x1b[31merror:\x1b[0m value-is-recalculated" in coloured
    assert "\x1b[33mwarning:\x1b[0m figure-is-overdue" in coloured
    for code in (0, 1, 31, 33, 34):
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured == TOLD


@pytest.mark.parametrize("content", [None, b"", b"one line", b"\n" * 30])
def test_a_finding_whose_line_is_not_there_or_empty_is_told_without_it(
    content: bytes | None,
) -> None:
    told = as_text(report(ERROR, read=lambda _: content))
    assert told == f"{line(ERROR)}\n\n1 error."


def test_a_file_that_is_no_record_is_not_shown() -> None:
    picture = replace(ERROR, path="measures/parks/tree.png", line=1)
    assert "PNG" not in as_text(report(picture, read=lambda _: b"\x89PNG"))


def test_a_message_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    ended = replace(ERROR, message="The figure is missing.", fix="Add it.")
    assert line(ended).endswith(": The figure is missing. Add it.")


@pytest.mark.parametrize("text", HOSTILE)
def test_one_finding_is_one_line_that_nothing_can_act_through(text: str) -> None:
    first, empty, count = as_text(report(hostile(text))).split("\n")
    assert first.isprintable()
    assert first.startswith("measures/")
    assert (empty, count) == ("", "1 error.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, £5 and ü", "plain, £5 and ü"),
        ("\x1b[2J", r"\x1b[2J"),
        ("a\tb\nc", r"a\tb\nc"),
        ("\udce9", r"\udce9"),
        ("\u202e", r"\u202e"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "column", "pointed_at"),
    [
        ("value: 92.0", 1, "value: 92.0"),
        ("value: 92.0", 8, "92.0"),
        ("value: 92.0", 12, ""),  # after the end
        ("value: 92.0", 99, ""),
        ("\tvalue: 1", 2, "value: 1"),  # a tab is shown as \t: two columns
        ("ä\u0308b: 1", 3, "b: 1"),  # a mark above a letter takes no column
        ("\x1b[31m: 1", 6, ": 1"),
    ],
)
def test_the_caret_stands_under_the_column(text: str, column: int, pointed_at: str) -> None:
    shown, place = excerpt(text, column)
    flat = "".join(letter for letter in shown if letter != "\u0308")
    assert flat[place:] == pointed_at


def test_wide_letters_take_two_columns() -> None:
    # Three letters of two columns each stand before the colon.
    assert excerpt("指標名: 1", 4) == ("指標名: 1", 6)


@pytest.mark.parametrize(
    ("column", "place"),
    [
        (1, 0),
        (500, 53),  # three dots, then half of 100 columns
        (1000, 102),  # the last of 100 columns
    ],
)
def test_a_long_line_is_cut_around_the_column(column: int, place: int) -> None:
    line_of_1000 = "".join(f"{number:<10}" for number in range(100))
    shown, stands = excerpt(line_of_1000[:-1] + "x", column)
    assert stands == place
    assert len(shown) <= WIDEST + len("......")
    assert shown.startswith("...") == (column > 1)
    assert shown.endswith("...") == (column < 1000)


def test_a_megabyte_in_one_line_is_cut_without_reading_all_of_it() -> None:
    shown, place = excerpt("x" * 1_000_000, 500_000)
    assert (len(shown), place) == (106, 53)


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, 0, "No findings."),
        (1, 0, "1 error."),
        (2, 0, "2 errors."),
        (0, 1, "1 warning."),
        (0, 2, "2 warnings."),
        (1, 2, "1 error and 2 warnings."),
        (1000, 1, "1,000 errors and 1 warning."),
    ],
)
def test_findings_are_counted_in_a_sentence(errors: int, warnings: int, words: str) -> None:
    findings: list[Finding] = [ERROR] * errors + [WARNING] * warnings
    assert counted(findings) == words
