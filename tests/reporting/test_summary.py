"""The summary of a pull request, read by a Markdown reader that others wrote."""

import html
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.reporting.report import Report
from generator.reporting.summary import LONGEST, as_summary, safe
from tests.reporting.cases import ERROR, HOSTILE, WARNING, hostile, report

READER = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def tokens(text: str) -> list[Token]:
    """Every part that the reader finds, those within lines too."""
    found = READER.parse(text)
    return [one for token in found for one in (token, *(token.children or ()))]


def rows(text: str) -> list[list[str]]:
    """The cells of the table, row by row, as a person reads them."""
    table: list[list[str]] = []
    for token in READER.parse(text):
        if token.type == "tr_open":
            table.append([])
        if token.type == "inline" and table:
            said = "".join(one.content for one in token.children or ())
            table[-1].append(said.replace("\u200b", ""))
    return table[1:]


def kinds(these: Report) -> set[str]:
    """The kinds of part that a summary has."""
    return {token.type for token in tokens(as_summary(these))}


def test_the_summary_has_the_counts_and_a_table_worst_first() -> None:
    text = as_summary(report(WARNING, ERROR))
    assert text.startswith("## Check of the content\n\n1 error and 1 warning.\n\n")
    assert rows(text) == [
        [
            "Error",
            f"{ERROR.path}:14:5",
            f"{ERROR.message}. {ERROR.fix} (value-is-recalculated)",
        ],
        [
            "Warning",
            f"{WARNING.path}:78:1",
            f"{WARNING.message}. {WARNING.fix} (figure-is-overdue)",
        ],
    ]


def test_without_findings_there_is_no_table() -> None:
    assert as_summary(report()) == "## Check of the content\n\nNo findings.\n"


def test_the_summary_too_says_that_not_all_files_were_looked_at() -> None:
    text = as_summary(report(looked_at=1, narrowed_by="PATH"))
    assert "No findings. Only 1 file was looked at: run without PATH to check all." in text


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_text_in_one_cell(text: str) -> None:
    assert kinds(report(hostile(text))) == kinds(report(ERROR))
    ((severity, place, what),) = rows(as_summary(report(hostile(text))))
    assert severity == "Error"
    assert place.endswith(".yaml:14:5")
    assert what.endswith("(value-is-recalculated)")


@pytest.mark.parametrize("text", HOSTILE[2:7])
def test_a_reader_sees_the_words_that_were_there(text: str) -> None:
    inline = READER.renderInline(safe(text)).replace("\u200b", "")
    assert html.unescape(inline) == " ".join(text.split())


@pytest.mark.parametrize("text", ["@everyone", "#12", "https://a.example", "www.a.example", "GH-1"])
def test_no_host_makes_a_mention_or_a_link_of_it(text: str) -> None:
    linking = MarkdownIt("gfm-like", {"linkify": False}).renderInline(safe(text))
    assert text not in linking
    assert linking.replace("\u200b", "") == text


def test_a_long_summary_is_cut_at_a_row_and_says_how_many_are_missing() -> None:
    findings = [replace(ERROR, line=number + 1) for number in range(1000)]
    text = as_summary(report(*findings))
    assert LONGEST - 2000 < len(text) <= LONGEST
    shown = rows(text)
    assert text.endswith(
        f"\n{1000 - len(shown)} more findings: run `aboveboard check` to see all.\n"
    )


def test_one_endless_message_does_not_push_out_the_others() -> None:
    endless = replace(ERROR, message="<" * 100_000)
    text = as_summary(report(endless, WARNING))
    assert len(text) < 5000
    assert len(rows(text)) == 2
