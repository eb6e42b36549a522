"""The twenty-two ordinary mistakes that a peer was tried with, each made in the made-up council.

Of these the check of a widely used generator stopped nine, and three of the nine with a traceback.
Here each is a finding at the file and line where it was made.

Then what somebody in a hurry types or pastes into a web editor at the end of a quarter: each is one
finding, on the line itself, that says what to write there.
"""

from dataclasses import dataclass, field
from datetime import date

import pytest

from tests.command import COUNCIL, COUNCIL_DAY
from tests.helpers import Files, files_under, state_of

FILES = files_under(COUNCIL)
ON = date.fromisoformat(COUNCIL_DAY)
ADVICE = "measures/housing/advice-decided.yaml"
ROWS = "measures/housing/advice-decided-2024-25-q2.csv"
SPEND = "measures/corporate/training-spend.yaml"
STORY = "commitments/case-studies/one-front-door-for-advice.yaml"
PLAY = "commitments/gc1/m1/gc1-m1-c1.yaml"


@dataclass(frozen=True)
class Mistake:
    """A text that is typed over, and the rule and line that tell of it (in `told_in`)."""

    path: str
    before: str
    after: str
    rule: str
    line: str
    said: str = ""
    told_in: str = ""
    also: tuple[tuple[str, str, str], ...] = field(default=())

    @property
    def files(self) -> Files:
        """The council with the mistake in it."""
        files = FILES
        for path, before, after in ((self.path, self.before, self.after), *self.also):
            text = files.texts[path].decode()
            assert before in text, before
            files = files.having(path, text.replace(before, after, 1).encode())
        return files


NO_FINGERPRINT = (
    ADVICE,
    "      sha256: 306c90f585130a8fca13c0bbcfc039979ff14cdd1a9387404ed41304c49cc205\n",
    "",
)
"""The fingerprint tells of any change to a file; without it the rows themselves must."""

MISTAKES = {
    "a status that is not in the list": Mistake(
        PLAY, "status: green", "status: grean", "schema", "status: grean", "Write green instead"
    ),
    "a kind that is not in the list": Mistake(
        ADVICE, "direction: higher", "direction: upwards", "schema", "direction: upwards"
    ),
    "a boolean written as a word": Mistake(
        SPEND, "cumulative: true", "cumulative: yes", "schema", "cumulative: yes"
    ),
    "text in the value": Mistake(
        ADVICE, "value: 96.0", "value: ninety-six", "schema", "value: ninety-six"
    ),
    "a trailing space in a category": Mistake(
        ADVICE, "service: housing", "service: 'housing '", "schema", "service: 'housing '"
    ),
    "a blank row": Mistake(
        ADVICE, "  - period: 2023-24 Q4\n", "  -\n  - period: 2023-24 Q4\n", "schema", "  -", "is empty"
    ),
    "a slip of YAML": Mistake(
        ADVICE, "title: Housing", "title: Housing: ", "yaml-can-be-read", "title: Housing: "
    ),
    "a key that stands twice": Mistake(
        ADVICE, "value: 96.0", "value: 96.0\n    value: 95.0", "yaml-can-be-read", "value: 95.0"
    ),
    "a column renamed": Mistake(
        ROWS, "in_time", "intime", "schema", "in_time: sum(in_time)", "did you mean intime?", ADVICE,
        (NO_FINGERPRINT,),
    ),
    "an optional key misspelt": Mistake(
        ADVICE, "good_looks_like", "good_look_like", "schema", "good_look_like", "Write good_looks_like"
    ),
    "a required key misspelt": Mistake(
        ADVICE, "definition:", "defintion:", "schema", "defintion:", "Write definition instead"
    ),
    "a web address that is none": Mistake(
        STORY, "https://strathbeg.example/market-street", "htps//strathbeg.example", "schema", "htps//"
    ),
    "a date that does not exist": Mistake(
        ADVICE, "extracted: 2023-10-05", "extracted: 2023-02-30", "schema", "2023-02-30", "a date that exists"
    ),
    "text in the year": Mistake(
        ADVICE, "period: 2023-24 Q2", "period: last summer", "schema", "period: last summer"
    ),
    "the year 2995": Mistake(
        ADVICE, "period: 2024-25 Q4", "period: 2995-96 Q4", "schema", "period: 2995-96 Q4", "2199"
    ),
    "a percentage of 1890": Mistake(
        ADVICE, "value: 96.0\n    inputs: {in_time: 48,", "value: 1890.0\n    inputs: {in_time: 945,",
        "value-is-plausible", "value: 1890.0",
    ),
    "a row that stands twice with another value": Mistake(
        ADVICE, "  - period: 2023-24 Q3\n", "  - period: 2023-24 Q2\n    target: 95\n    value: 94.0\n    "
        "inputs: {in_time: 47, decided: 50}\n  - period: 2023-24 Q3\n",
        "periods-follow-the-frequency", "period: 2023-24 Q2", "2023-24 Q2",
    ),
    "a cell too many in a row": Mistake(
        ROWS, "papers came late", "papers came late, again", "schema", "in_time: sum(in_time)",
        "row 5 of advice-decided-2024-25-q2.csv has 6 cells, but there are 5 columns", ADVICE,
        (NO_FINGERPRINT,),
    ),
    "a new spelling of a category": Mistake(
        ADVICE, "unit: percent", "unit: per cent", "schema", "unit: per cent", "Write percent",
    ),
    "figures without what they mean": Mistake(
        ADVICE, "definition: |", "good_to_know: |", "schema", "id: advice-decided", "definition is missing"
    ),
    "what it means marked complete without figures": Mistake(
        PLAY, "state: current", "state: complete", "schema", "- id: ", "completed is missing"
    ),
    "a number in the file that is not that of its name": Mistake(
        ADVICE, "id: advice-decided", "id: advice-decided-2", "id-is-the-file-name", "id: advice-decided-2"
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_an_ordinary_mistake_is_a_finding_where_it_was_made(mistake: Mistake) -> None:
    files, where = mistake.files, mistake.told_in or mistake.path
    lines = files.texts[where].decode().splitlines()
    before = state_of(FILES, ON).findings
    found = [one for one in state_of(files, ON).findings if one not in before]
    told = [one for one in found if (one.rule, one.path) == (mistake.rule, where)]
    assert any(
        mistake.line in lines[one.line - 1] and mistake.said in f"{one.message} {one.fix}"
        for one in told
    ), found


def test_there_are_twenty_two() -> None:
    assert len(MISTAKES) == 22


QUARTER = """  - period: 2024-25 Q4
    target: 95
    value: 95.7
    inputs: {in_time: 44, decided: 46}
    evidence: {extracted: 2025-03-04}
    calculated: {on: 2025-03-07}
    checked: {on: 2025-03-10}
"""
"""A whole quarterly update: 44 / 46 * 100 is 95.652..., which is 95.7."""
QUICKLY = {
    # what is typed in its place, the line that is told of, and what is said to be written there
    "curly quotes": ("value: 95.7", "commentary: \u201cLate: papers\u201d", "commentary:", "straight quotes"),
    "a pasted space": ("    value:", "\u00a0\u00a0\u00a0\u00a0value:", "value:", "an ordinary space"),
    "a pasted space in a number": ("95.7", "95.7\u00a0", "value:", "an ordinary space"),
    "no space after the colon": ("value: 95.7", "value:95.7", "value:", "Write value: 95.7"),
    "no space in brackets": ("in_time: 44", "in_time:44", "inputs:", "Write in_time: 44"),
    "a comma for thousands": ("in_time: 44", "in_time: 1,044", "inputs:", "without commas"),
    "a comma in a text": ("checked:", "action: {what: Write, then call, owner: advice-team-leader, by: 2025-06-30}\n    checked:", "action:", "in quotes"),
    "a percent sign": ("95.7", "95.7 %", "value:", "Write it in digits alone: 95.7"),
    "an amount in millions": ("95.7", "\u00a34.5m", "value:", "4500000"),
    "not available": ("95.7", "n/a", "value:", "state: not-available"),
    "a small number hidden": ("95.7", "<5", "value:", "state: suppressed"),
    "a formula of a spreadsheet": ("95.7", "=44/46", "value:", "Write digits"),
    "an error of a spreadsheet": ("95.7", "#DIV/0!", "value:", "in quotes"),
    "a row of a spreadsheet": ("95.7", "95.7\t44\t46", "value:", "Write digits"),
    "a date as it is said": ("2025-03-07", "7/3/25", "calculated:", "Write 2025-03-07, if 7 March 2025 is meant."),
    "a date in words": ("2025-03-07", "7 March 2025", "calculated:", "Write 2025-03-07"),
    "a date of a spreadsheet": ("2025-03-07", "45723", "calculated:", "year-month-day"),
    "a quarter the other way round": ("2024-25 Q4", "Q4 2024/25", "period:", "Write 2024-25 Q4."),
    "a line too far in": ("    value:", "      value:", "value:", "Begin it in column 5"),
    "a line too far out": ("    value:", "value:", "value:", "Begin it in column 5"),
    "an entry without its hyphen": ("  - period", "    period", "period:", "write a hyphen"),
    "a hyphen of a word processor": ("  - period", "  \u2013 period", "period:", "plain hyphen"),
    "a hyphen too many": ("    value:", "    - value:", "value:", "delete the hyphen"),
    "a quote that is not closed": ("value: 95.7", "commentary: \"Better", "commentary:", "Close the quote."),
    "a colon in a text": ("value: 95.7", "commentary: Late: papers", "commentary:", 'as "text"'),
    "a hash in a text": ("value: 95.7", "commentary: We are # 1", "commentary:", "Put the whole text in quotes"),
    "a text over two lines": ("value: 95.7", "commentary: Papers came\nlate again", "late again", "further right"),
    "a key in capitals": ("value:", "VALUE:", "VALUE:", "Write value instead."),
    "a key under another": ("evidence: {extracted: 2025-03-04}", "extracted: 2025-03-04", "extracted:", "under evidence"),
    "an input misspelt": ("decided: 46", "decidd: 46", "inputs:", "Write decided instead."),
    "inputs swapped": ("in_time: 44, decided: 46", "in_time: 46, decided: 44", "value:", "46 / 44 * 100 is 104.5"),
    "the role of oneself": ("{on: 2025-03-10}", "{by: advice-analyst, on: 2025-03-10}", "checked:", "Have another role"),
    "a role misspelt": ("{on: 2025-03-10}", "{by: performance-analist, on: 2025-03-10}", "checked:", "performance-analyst?"),
    "a person's name": ("{on: 2025-03-10}", "{by: Ash Example, on: 2025-03-10}", "checked:", "never a person's name"),
    "a telephone number": ("checked:", "commentary: Ring 0141 496 0000.\n    checked:", "commentary:", "Take it out"),
    "a status that is worked out": ("checked:", "status: green\n    checked:", "status:", "Delete the line"),
    "a colour": ("checked:", "rag: G\n    checked:", "rag:", "the status is worked out"),
    "a date alone": ("{on: 2025-03-10}", "2025-03-10", "checked:", "Write checked: {by: ..., on: ..., how: ...}"),
    "yes": ("checked:", "provisional: Yes\n    checked:", "provisional:", "Write true."),
    "a date before another": ("{on: 2025-03-07}", "{on: 2025-03-01}", "calculated:", "Correct the date"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "instead", "line", "said"), QUICKLY.values(), ids=QUICKLY)
def test_what_is_typed_in_a_hurry_is_told_once_with_what_to_write(
    typed: str, instead: str, line: str, said: str
) -> None:
    assert typed in QUARTER
    whole = FILES.texts[ADVICE].decode()
    update = whole.replace("  - period: 2024-25 Q4\n    target: 95\n", QUARTER)
    lines = update.replace(QUARTER, QUARTER.replace(typed, instead, 1))
    before = state_of(FILES, ON).findings
    found = state_of(FILES.having(ADVICE, lines.encode()), ON).findings
    (told,) = [one for one in found if one not in before]
    assert line in lines.split("\n")[told.line - 1]
    assert said in f"{told.message}. {told.fix}"


def test_an_update_without_a_mistake_has_no_finding() -> None:
    whole = FILES.texts[ADVICE].decode()
    update = whole.replace("  - period: 2024-25 Q4\n    target: 95\n", QUARTER)
    files = FILES.having(ADVICE, update.encode())
    assert state_of(files, ON).findings == state_of(FILES, ON).findings
