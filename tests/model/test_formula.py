"""Formulas: exact, short, and nothing but sums."""

import pickle
import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model.formula import FormulaError, parse_formula, unknown_names
from generator.model.numbers import rounded

ONLY = "a formula has only names, numbers, + - * / ( ), sum, min and max"
INPUTS = {
    "a": Decimal(7),
    "b": Decimal(2),
    "c": Decimal("0.5"),
    "zero": Decimal(0),
    "sum_of_all": Decimal(3),
}


def value(text: str) -> Decimal:
    return parse_formula(text).value(INPUTS)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("100 / 10 / 5", "2"),
        ("8 / 4 * 2", "4"),
        ("2 * -3", "-6"),
        ("-2 * -3", "6"),
        ("-a + b", "-5"),
        ("--a", "7"),
        ("-(a - b)", "-5"),
        ("a - -b", "9"),
        ("0.1 + 0.2", "0.3"),
        ("0.1 * 3", "0.3"),
        ("1.10", "1.10"),
        ("a / b", "3.5"),
        ("a / b * 100", "350"),
        ("sum(a, b, c)", "9.5"),
        ("sum(a)", "7"),
        ("min(a, b, c)", "0.5"),
        ("max(a, b, c)", "7"),
        ("max(sum(a, b), 100) / 2", "50"),
        ("min(a, -b)", "-2"),
        ("sum_of_all + 1", "4"),
        ("  a+b  ", "9"),
        ("a +\n  b\n", "9"),
        ("a\t*\tb", "14"),
        ("((((((((((a))))))))))", "7"),
        ("-0", "0"),
        ("999999999999999999999999 - 999999999999999999999998", "1"),
        ("zero / a", "0"),
    ],
)
def test_a_formula_is_worked_out_exactly(text: str, result: str) -> None:
    assert value(text) == Decimal(result)


def test_thirds_come_back_whole() -> None:
    assert rounded(value("1 / 3 * 3"), 12) == 1


def outcome(text: str) -> str:
    """What `text` gives with 3 for every name, or the message that refuses it."""
    try:
        formula = parse_formula(text)
        worked = formula.worked(INPUTS)
        result = formula.value({name: Decimal(3) for name in formula.names})
    except FormulaError as refused:
        return str(refused) if 1 <= refused.column <= len(text) + 1 else ""
    return f"{result:f}" if worked and formula.text == text else ""


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("a / zero", "division by zero: zero is 0", 5),
        ("  a / zero", "division by zero: zero is 0", 7),
        ("a / (b - 2)", "division by zero: b - 2 is 0", 6),
        ("a / (zero * b)", "division by zero: zero * b is 0", 6),
        ("1 / 0", "division by zero: 0 is 0", 5),
        ("b + a / min(zero, b)", "division by zero: min(zero, b) is 0", 9),
    ],
)
def test_division_by_zero_names_the_divisor(text: str, message: str, column: int) -> None:
    with pytest.raises(FormulaError) as refused:
        value(text)
    assert (str(refused.value), refused.value.column) == (message, column)


def test_an_input_that_is_not_given_is_named() -> None:
    with pytest.raises(FormulaError, match=r"^there is no input decided, in_time$"):
        parse_formula("decided / in_time * a").value(INPUTS)


@pytest.mark.parametrize("text", ["a * a * a * a", "a / 1 * a", "-a * a", "sum(a, a)", "1 + a"])
def test_a_result_that_no_file_could_hold_is_refused(text: str) -> None:
    with pytest.raises(FormulaError, match=r"^the result is too large to work out$"):
        parse_formula(text).value({"a": Decimal("9" * 24)})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a / b * 100", "7 / 2 * 100"),
        ("sum(a, c) - unknown", "sum(7, 0.5) - unknown"),
        ("  a  ", "  7  "),
        ("sum_of_all * a", "3 * 7"),
        ("A + a", "A + 7"),
    ],
)
def test_the_working_shows_numbers_for_names(text: str, shown: str) -> None:
    assert parse_formula(text).worked(INPUTS) == shown


def test_the_working_never_takes_a_function_for_an_input() -> None:
    inputs = {"max": Decimal(5), "a": Decimal("1E+3")}
    assert parse_formula("max(max, a)").worked(inputs) == "max(5, 1000)"


def test_names_stand_once_in_the_order_of_their_first_use() -> None:
    assert parse_formula("b / (a + b) * c + a").names == ("b", "a", "c")
    assert parse_formula("100").names == ()


def test_an_unknown_name_comes_with_the_nearest_known_one() -> None:
    formula = parse_formula("in_tme / decided + pigs")
    known = {"in_time": "Cases in time", "decided": "All cases"}
    assert unknown_names(formula, known) == (("in_tme", "in_time"), ("pigs", ""))


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("", "this is not a complete sum", 1),
        ("   ", "this is not a complete sum", 1),
        ("a +", "this is not a complete sum", 4),
        ("a b", "this is not a complete sum", 3),
        ("a,", ONLY, 1),
        ("a, b", ONLY, 1),
        ("(a", "this is not a complete sum", 1),
        ("a)", "this is not a complete sum", 2),
        ("   a)", "this is not a complete sum", 5),
        ("()", ONLY, 1),
        ("a ** b", ONLY, 1),
        ("  9 + a ** b", ONLY, 7),
        ("a // b", ONLY, 1),
        ("a % b", ONLY, 3),
        ("95%", ONLY, 3),
        ("+a", ONLY, 1),
        ("b * +a", ONLY, 5),
        ("abs(a)", ONLY, 1),
        ("  abs(a)", ONLY, 3),
        ("sum()", ONLY, 1),
        ("sum(a)(b)", ONLY, 1),
        ("sum(*a)", ONLY, 5),
        ("sum(**a)", ONLY, 1),
        ("sum(a=1)", ONLY, 6),
        ("a.real", ONLY, 1),
        ("a.__class__", ONLY, 1),
        ("__import__(a)", ONLY, 1),
        ("__import__('os')", ONLY, 12),
        ("a < b", ONLY, 3),
        ("a == b", ONLY, 3),
        ("a := 1", ONLY, 3),
        ("(a := 1)", ONLY, 4),
        ("'text'", ONLY, 1),
        ('"text"', ONLY, 1),
        ("a[0]", ONLY, 2),
        ("{a}", ONLY, 1),
        ("a if b else c", "if cannot be a name", 3),
        ("lambda: a", ONLY, 7),
        ("lambda a", "lambda cannot be a name", 1),
        ("a and b", "and cannot be a name", 3),
        ("not a", "not cannot be a name", 1),
        (" in / decided", "in cannot be a name", 2),
        ("True", "True cannot be a name", 1),
        ("None", "None cannot be a name", 1),
        ("await a", "await cannot be a name", 1),
        ("1if 2else 3", "if cannot be a name", 2),
        ("0x10", "0x10 is not a plain number", 1),
        ("  0b1", "0b1 is not a plain number", 3),
        ("a + 1e9", "1e9 is not a plain number", 5),
        ("1_000", "1_000 is not a plain number", 1),
        (".5", ".5 is not a plain number", 1),
        ("5.", "5. is not a plain number", 1),
        ("5j", "5j is not a plain number", 1),
        ("1,000", ONLY, 1),
        ("012", "this is not a complete sum", 1),
        ("...", "... is not a plain number", 1),
        ("£5", ONLY, 1),
        ("a × b", ONLY, 3),  # noqa: RUF001 as people type it
        ("ａ + b", ONLY, 1),  # noqa: RUF001 a look-alike
        ("a" * 201, "a formula has at most 200 characters; this has 201", 1),
        ("9" * 25, "9999999999999999999999999 is not a plain number", 1),
        ("a # b", ONLY, 3),
        ("a; b", ONLY, 2),
        ("a\\\n+b", ONLY, 2),
        ("a\x00", ONLY, 2),
        ("a\x0c", ONLY, 2),
        ("a @ b", ONLY, 3),
        ("~a", ONLY, 1),
        ("a ! b", ONLY, 3),
    ],
)
def test_anything_but_a_sum_is_refused(text: str, message: str, column: int) -> None:
    with pytest.raises(FormulaError) as refused:
        parse_formula(text)
    assert (str(refused.value), refused.value.column) == (message, column)


def test_200_characters_are_a_formula() -> None:
    assert parse_formula("1+" * 99 + "10").value({}) == 109
    assert parse_formula("-" * 199 + "1").value({}) == -1


@pytest.mark.parametrize(
    "text", ["(" * 200, "(" * 99 + "1" + ")" * 99, "sum(" * 39 + "1" + ")" * 39]
)
def test_deep_brackets_are_read_or_refused(text: str) -> None:
    assert outcome(text) in ("1", "this is not a complete sum")


PIECES = st.sampled_from(
    [
        "a",
        "b",
        "sum(",
        "min(",
        "max(",
        "(",
        ")",
        "+",
        "-",
        "*",
        "/",
        ",",
        ".",
        "1",
        "0",
        "9.5",
        "**",
        "//",
        "%",
        "<",
        "=",
        ":=",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "\\",
        "#",
        "@",
        "if",
        "lambda",
        "in",
        "for",
        "not",
        "__import__",
        "0x",
        "1e9",
        "_",
        ":",
        ";",
        "\n",
        "\t",
        "é",
        "\x00",
        "import",
        "yield",
        "await",
        'f"',
        "\x0c",
    ]
)
TEXTS = st.one_of(st.text(max_size=250), st.lists(PIECES, max_size=60).map(" ".join))


@given(TEXTS)
@example("-" * 200)
@example("1if 1else 1")
@example('"\\d"')
@example("a" + "+a" * 99)
def test_any_text_is_a_formula_or_refused_at_a_column_and_soon(text: str) -> None:
    started = time.perf_counter()
    assert outcome(text)
    assert time.perf_counter() - started < 1


def test_a_formula_travels_between_processes() -> None:
    formula = parse_formula(" a / b * 100")
    copy = pickle.loads(pickle.dumps(formula))
    assert copy == formula
    assert copy.value(INPUTS) == 350
