"""Mending: what has one answer is written so, and every other byte of the file stays."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.load import kind_of
from generator.loading.mend import Mend, mended
from generator.loading.yaml_text import read_yaml
from generator.resources import schemas
from tests.command import COUNCIL
from tests.helpers import ROOT, files_under
from tests.rules.test_examples import EXAMPLES, place_of


def fixed(text: str, kind: str = "measure") -> str:
    """A file after mending."""
    return mended(kind, text.encode(), schemas()).text.decode()


def period(lines: str, unit: str = "percent", decimals: str = "1") -> str:
    """A measure, as far as mending looks at it, with one period."""
    return f"unit: {unit}\ndecimals: {decimals}\nperiods:\n  - period: 2024-25 Q1\n    {lines}\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("value: 91", "value: 91.0"),  # one decimal is stated
        ("value: 91.50", "value: 91.5"),  # the same number, one decimal less
        ("value: 0", "value: 0.0"),
        ("value: -3", "value: -3.0"),
        ("value: 91%", "value: 91.0"),
        ("value: 91.5 %", "value: 91.5"),
        ('value: "91.5"', "value: 91.5"),
        ("value: '91'   # from the extract", "value: 91.0   # from the extract"),
        ("value: +5.5", "value: 5.5"),
        ("value: \u22125.5", "value: -5.5"),  # a minus sign from a word processor
        ("value: 007", "value: 7.0"),
        ("target: 95%", "target: 95"),  # the decimals of a target are its own
        ('target: "95"', "target: 95"),
        ("target: {low: 90%, high: '95'}", "target: {low: 90, high: 95}"),
        ("inputs: {a: '1,000', b: 1_000}", "inputs: {a: 1000, b: 1000}"),
        ("inputs: {a: 1 000 000.5}", "inputs: {a: 1000000.5}"),
        ("inputs: {a: +7}", "inputs: {a: 7}"),
        ("interval: {low: 90.5%, high: 92%}", "interval: {low: 90.5, high: 92}"),
        ("revisions: [{from: 90%}]", "revisions: [{from: 90}]"),
        ("comparisons: {scotland: 88.1%}", "comparisons: {scotland: 88.1}"),
    ],
)
def test_a_number_with_one_meaning_is_written_in_digits(typed: str, meant: str) -> None:
    assert fixed(period(typed)) == period(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("value: 1,000", "value: 1000"),
        ("value: 1,234,567", "value: 1234567"),
        ("value: -12 345", "value: -12345"),
        ("target: 1,000.25", "target: 1000.25"),
    ],
)
def test_thousands_are_put_together_where_the_unit_is_no_percentage(typed: str, meant: str) -> None:
    assert fixed(period(typed, "days", "0")) == period(meant, "days", "0")


@pytest.mark.parametrize(
    "typed",
    [
        "value: 91.25",  # more decimals than stated: which is wrong, the value or the decimals?
        "value: 95,333",  # per cent: ninety-five and a third, or ninety-five thousand?
        "value: 95,3",
        "value: 0,123",
        "value: 1,00",
        "value: about 91",
        "value: ninety",
        "value: 1e3",
        "value: £1000",
        "value:",
        "value: true",
        "value: [91]",
        "vlaue: 91%",  # a misspelt key: nobody is certain which is meant
        "inputs: {a: 91%}",  # an input is a count: what would a percentage be?
        "inputs: {a: sum(cases), b: count(cases)}",
        "inputs: {value: 91%}",
        "interval: {low: 90, confidence: 95%}",
        'note: "91%"',
        "period: '2024'",
        "value: |\n      91\n",
        "value: >-\n      91%",
        "value: '91\n      '",
        "value: 1234567890123456789012345",  # more digits than can be read
    ],
)
def test_what_is_not_certain_is_left_as_it_was_typed(typed: str) -> None:
    assert fixed(period(typed)) == period(typed)


@pytest.mark.parametrize("unit", ["days", "pounds", "''"])
def test_a_percent_sign_stays_where_the_unit_is_another(unit: str) -> None:
    assert fixed(period("value: 91%", unit)) == period("value: 91%", unit)


@pytest.mark.parametrize("decimals", ["", "one", "-1", "99", "true", "'1'x"])
def test_decimals_that_say_nothing_change_no_value(decimals: str) -> None:
    assert "value: 91\n" in fixed(period("value: 91", decimals=decimals))


def test_numbers_are_mended_in_every_kind_of_file() -> None:
    assert fixed("year_starts: '4'\n", "council") == "year_starts: 4\n"
    assert fixed("from: '2,022'\nto: '2022.5'\n", "plan") == "from: 2022\nto: '2022.5'\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("a: b  \nc: d\t\n", "a: b\nc: d\n"),
        ("# note  \n   \na: b \t ", "# note\n\na: b"),
        ("a: b  \r\nc: d  \r\n", "a: b\r\nc: d\r\n"),
        ("a: 'b'  \n", "a: 'b'\n"),
        ("a: b  \n  c  \n", "a: b\n  c\n"),  # plain text over two lines: no space is text
        ("\ufeffa: b  \n", "\ufeffa: b\n"),
        ("a: |  # kept  \n  b\nc: d  \n", "a: |  # kept  \n  b\nc: d\n"),
    ],
)
def test_spaces_at_the_ends_of_lines_go(typed: str, meant: str) -> None:
    assert fixed(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  b  \n  c\n",
        "a: |\n  b  ",  # the file ends within the text
        "a: |+\n  b\n   \n\n",
        "a: >-\n  b  \n  c\n",
        "a: 'b  \n  c'\n",
        'a: "b  \n  c"\n',
        '? "b  \n  c"\n: d\n',
    ],
)
def test_spaces_that_may_be_text_stay(text: str) -> None:
    assert fixed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "value: 91%  \nvalue: 92%\n",
        "a: [1  \n",
        "a: &b 1  \n",
        "\ta: b  \n",
        "just text  \n",
        "- a  \n",
        "a: b  \n---\nc: d\n",
    ],
)
def test_a_file_that_cannot_be_read_is_left_alone(text: str) -> None:
    assert mended("measure", text.encode(), schemas()).text == text.encode()
    assert mended("measure", b"\xff" + text.encode(), schemas()).mends == ()


def test_each_place_is_told_with_what_stood_there() -> None:
    done = mended("measure", period('value: "91" ').encode(), schemas())
    assert done.mends == (Mend(5, 12, '"91"', "91.0"), Mend(5, 16, " ", ""))


FILES = [
    *((path, text) for path, text in files_under(COUNCIL).texts.items() if kind_of(path)),
    *(
        (place_of(path), path.read_bytes())
        for folder in ("valid", "invalid")
        for path in sorted((EXAMPLES / folder).glob("*.yaml"))
        if path.read_bytes().startswith(b"# at: ")
    ),
]
VALUE = re.compile(r"(value|target): (-?[0-9]+(?:\.[0-9]+)?)$")


def test_what_is_published_and_made_up_here_needs_no_mending_of_numbers() -> None:
    for root in (COUNCIL, ROOT):
        for path in (*root.glob("measures/*/*.yaml"), *root.glob("commitments/**/*.yaml")):
            kind = kind_of(path.relative_to(root).as_posix())
            assert kind
            assert mended(kind, path.read_bytes(), schemas()).mends == ()


@st.composite
def carelessly_typed(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the tests with spaces at the ends of some lines and some numbers as text."""
    path, content = draw(st.sampled_from(FILES))
    lines = content.decode("utf-8", "replace").splitlines(keepends=False)
    for index in draw(st.sets(st.integers(0, max(len(lines) - 1, 0)), max_size=8)):
        if lines:
            how = draw(st.sampled_from(["'{}'", '"{}"', "{}%", "+{}", "{}0", "{}", "{}   # why"]))
            lines[index] = restyled(lines[index], how)
            lines[index] += draw(st.sampled_from(["", " ", "  \t"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return path, end.join(lines) + draw(st.sampled_from(["", end]))


def restyled(line: str, how: str) -> str:
    """A line in which a value or target is written in another way."""
    found = VALUE.search(line)
    return f"{line[: found.start()]}{found[1]}: {how.format(found[2])}" if found else line


def as_numbers(value: Any) -> Any:
    """A value in which every text that may be a number is one."""
    if isinstance(value, dict):
        return {key: as_numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_numbers(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?%?", value):
        return Decimal(value.strip("%").replace(",", ""))
    return value


@settings(max_examples=150)
@given(carelessly_typed())
def test_mending_twice_is_mending_once_and_nothing_else_changes(typed: tuple[str, str]) -> None:
    path, text = typed
    kind = kind_of(path) or "measure"
    before = text.encode()
    once = mended(kind, before, schemas())
    assert mended(kind, once.text, schemas()) == type(once)(once.text, ())
    old, new = read_yaml(before), read_yaml(once.text)
    assert as_numbers(old.value) == as_numbers(new.value)
    assert len(old.slips) == len(new.slips)
    touched = {mend.line for mend in once.mends}
    lines = list(zip(before.split(b"\n"), once.text.split(b"\n"), strict=True))
    for number, (line, line_after) in enumerate(lines, start=1):
        if number not in touched:
            assert line == line_after
        # A comment keeps its words and its column moves only with the number before it.
        assert line.partition(b"#")[2].rstrip() == line_after.partition(b"#")[2].rstrip()
    assert undone(once.text.decode(), once.mends) == text


def undone(text: str, mends: tuple[Mend, ...]) -> str:
    """A mended file with every place as it was: the columns of a line are those from before."""
    lines = re.split("(\r\n|\n)", text)
    for mend in mends:
        # What stands before this place on its line is as it was, so its column still holds.
        line, start = lines[2 * (mend.line - 1)], mend.column - 1
        lines[2 * (mend.line - 1)] = line[:start] + mend.before + line[start + len(mend.after) :]
    return "".join(lines)
