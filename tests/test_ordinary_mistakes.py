"""The twenty-two ordinary mistakes that a peer was tried with, each made in the made-up council.

Of these the check of a widely used generator stopped nine, and three of the nine with a traceback.
Here each is a finding at the file and line where it was made.
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
