"""Evidence: inputs that are sums and counts over the columns of a CSV."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.loading.evidence import (
    EvidenceError,
    EvidenceTable,
    input_from,
    is_taken_from_a_file,
    read_evidence,
)

CASES = (
    "case,in_time,decided on,cost,note\n"
    'A-1,1,2024-07-01,0.1,"two\nlines, with a comma"\n'
    "A-2,0,,0.2,\n"
    "\n"
    "A-3, 1 ,2024-07-03,-0.3,é\n"
)


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("sum(in_time)", "2"),
        (" sum( in_time ) ", "2"),
        ("sum(cost)", "0.0"),
        ("count(case)", "3"),
        ("count(decided on)", "2"),
        ("count(note)", "2"),
        ("count(in_time)", "3"),
    ],
)
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_an_input_is_a_sum_or_a_count_of_filled_in_cells(
    typed: str, result: str, mark: bytes, breaks: str
) -> None:
    table = read_evidence("cases.csv", mark + CASES.replace("\n", breaks).encode())
    assert input_from(typed, table) == Decimal(result)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("sum(in_tme)", "cases.csv has no column in_tme; did you mean in_time?"),
        ("count(zebra)", "cases.csv has no column zebra: case, in_time, decided on, cost, note"),
        ("sum(case)", "row 2 of cases.csv has no plain number under case"),
        ("sum(decided on)", "row 2 of cases.csv has no plain number under decided on"),
        ("mean(cost)", "mean(cost) is neither a number nor sum(column) or count(column)"),
        ("sum(cost) + 1", "sum(cost) + 1 is neither a number nor sum(column) or count(column)"),
        ("", " is neither a number nor sum(column) or count(column)"),
    ],
)
def test_an_input_that_cannot_be_taken_says_why(typed: str, message: str) -> None:
    with pytest.raises(EvidenceError) as refused:
        input_from(typed, read_evidence("cases.csv", CASES.encode()))
    assert str(refused.value) == message


@pytest.mark.parametrize(
    "cell", ["", "x", "1e3", "1,000", "£1", "NaN", "+1", ".5", "1_0", "\u0665", "9" * 25, "1 2"]
)
def test_a_cell_that_is_no_plain_number_is_named_by_its_row_in_the_spreadsheet(cell: str) -> None:
    table = read_evidence("a.csv", f'case,n\n"1\n1",1\n\n3,3\n4,"{cell}"\n'.encode())
    with pytest.raises(EvidenceError) as refused:
        input_from("sum(n)", table)
    assert str(refused.value) == "row 5 of a.csv has no plain number under n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "a.csv is empty"),
        (
            b"a\n\xe9\n",
            "a.csv is not a CSV file in UTF-8: row 2 cannot be read",
        ),
        (b'a\n"x', "a.csv is not a CSV file: unexpected end of data"),
        (b"case;n\n1;2\n", "a.csv has semicolons between its columns, where commas belong"),
        (b"case\tn\n1\t2\n", "a.csv has tabs between its columns, where commas belong"),
        (b"n,n\n1,2\n", "a.csv has more than one column n"),
    ],
)
def test_a_file_that_is_no_table_says_why(text: bytes, message: str) -> None:
    with pytest.raises(EvidenceError) as refused:
        read_evidence("a.csv", text)
    assert str(refused.value) == message


def test_a_table_without_rows_counts_nothing() -> None:
    table = read_evidence("a.csv", b"n\n")
    assert (input_from("sum(n)", table), input_from("count(n)", table)) == (
        Decimal(0),
        Decimal(0),
    )


def test_column_names_stand_without_the_spaces_around_them() -> None:
    assert input_from("sum(n)", read_evidence("a.csv", b"case, n \n1,5\n")) == 5


def test_only_sum_and_count_are_taken_from_a_file() -> None:
    assert is_taken_from_a_file("sum(a)")
    assert not is_taken_from_a_file("1,000")


@given(st.binary(max_size=100) | st.text(alphabet='a1,"\n\r \x00', max_size=30).map(str.encode))
def test_any_bytes_are_a_table_or_refused(text: bytes) -> None:
    try:
        table = read_evidence("a.csv", text)
    except EvidenceError:
        return
    for column in table.columns[:2]:
        if is_taken_from_a_file(f"count({column})"):
            assert input_from(f"count({column})", table) <= len(table.rows)


def test_a_sum_is_exact() -> None:
    table = read_evidence("a.csv", b"n\n0.1\n0.2\n" + b"9" * 24 + b"\n")
    assert input_from("sum(n)", table) == Decimal("9" * 24 + ".3")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("A-4,1,,0.1,late, and again", "row 3 of cases.csv has 6 cells, but there are 5 columns"),
        ("A-4,1,,0.1,late,,x", "row 3 of cases.csv has 7 cells, but there are 5 columns"),
    ],
)
def test_a_row_with_more_cells_than_columns_is_refused(row: str, said: str) -> None:
    """A comma in a text without quotes moves all that follows one column on."""
    with pytest.raises(EvidenceError) as refused:
        read_evidence("cases.csv", f"{CASES.splitlines()[0]}\nA-3,1,,0.1,\n{row}\n".encode())
    assert str(refused.value) == f"{said}: is there a comma in a text?"


def test_empty_cells_beyond_the_last_column_and_rows_that_are_short_are_read() -> None:
    """Spreadsheets write both."""
    table = read_evidence("cases.csv", b"case,in_time\nA-1,1,,,\nA-2\n")
    assert input_from("sum(in_time)", EvidenceTable("x", table.columns, table.rows[:1])) == 1
    assert input_from("count(in_time)", table) == 1
