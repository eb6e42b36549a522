"""YAML text: what is typed is what is read, and every slip has a line, a column and a way out."""

import time
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.loading.plain_text import Value
from generator.loading.typed import LARGEST
from generator.loading.yaml_text import Slip, places, read_yaml
from generator.model.finding import Pointer


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("no", "no"),
        ("No", "No"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("n", "n"),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("# a comment", None),
        ("nothing", "nothing"),
        ("12:30", "12:30"),
        ("1:30:00", "1:30:00"),
        ("010", "010"),
        ("0o10", "0o10"),
        ("0x1f", "0x1f"),
        ("0b1", "0b1"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("1e3", "1e3"),
        ("1.5e3", "1.5e3"),
        ("+5", "+5"),
        (".5", ".5"),
        ("5.", "5."),
        ("-.5", "-.5"),
        (".nan", ".nan"),
        (".inf", ".inf"),
        ("NaN", "NaN"),
        ("-", "-"),
        ("95%", "95%"),
        ("£5", "£5"),
        ("\u0665", "\u0665"),
        ("2024-07-22", "2024-07-22"),
        ("2024-07-22T10:00:00Z", "2024-07-22T10:00:00Z"),
        ("2024-25", "2024-25"),
        ("2024-25 Q1", "2024-25 Q1"),
        ("=", "="),
        ("0", 0),
        ("-0", 0),
        ("7", 7),
        ("-7", -7),
        ("2024", 2024),
        ("999999999999999999999999", 999999999999999999999999),
        ("91.0", Decimal("91.0")),
        ("-0.5", Decimal("-0.5")),
        ("0.10", Decimal("0.10")),
        ('"91"', "91"),
        ("'91'", "91"),
        ('"true"', "true"),
        ('""', ""),
        ('"~"', "~"),
        ("'it''s'", "it's"),
        ('"a\\tb"', "a\tb"),
        ("|\n  91", "91"),
        (">\n  two\n  lines\n", "two lines\n"),
        (">-\n  two\n  lines\n", "two lines"),
        ("a # comment", "a"),
        ("a#b", "a#b"),
        ("crèche – 5 €", "crèche – 5 €"),
        ("👍", "👍"),
    ],
)
def test_a_value_is_what_was_typed(typed: str, value: Value) -> None:
    if typed == "-":
        typed = '"-"'
    read = read_yaml(f"key: {typed}".encode())
    assert read.slips == ()
    assert repr(read.value) == repr({"key": value})


def test_keys_are_always_text() -> None:
    read = read_yaml(b"no: 1\n2024: 2\n1.0: 3\ntrue: 4\n~: 5\n'': 6\n")
    assert read.value == {"no": 1, "2024": 2, "1.0": 3, "true": 4, "~": 5, "": 6}


def test_lists_and_mappings_keep_their_order() -> None:
    read = read_yaml(b"b: [3, 1, {z: 1, a: 2}]\na:\n- x\n- {}\n- []\n")
    assert repr(read.value) == repr({"b": [3, 1, {"z": 1, "a": 2}], "a": ["x", {}, []]})


PLAINLY = "Write the value plainly; put it in quotes if it starts with & or !."
QUOTED = "Put the value in quotes."
WORD = "Write a word followed by a colon, and check the indentation and brackets."
RETYPE = "Delete the line and type it again; it may have been pasted."
UNSEEN = "there is a character here that cannot be shown"
COLUMN = "Start it in the same column as the lines around it, and close every quote."
ASIDE = "this line does not stand under its neighbours, or a quote is not closed"
BRACKET = "a bracket is opened here and never closed"
CLOSE = "Close it with ] or }, and put commas between the items."
TWICE = "Keep one of the two and delete the other."
DEEP = "lists and mappings lie more than 20 deep here"
TAB = "this line is indented with a tab"
SPACES = "Indent with spaces, not tabs."
NO_COLON = "a colon is missing in this line"
COLON = (
    "Write key: value, with a space after the colon; if the line goes on with the text above, begin "
    "it further right than that text's key."
)
SECOND_COLON = "there is a second colon in this line"
UNDER = 'Write text that has a colon as "text", and keys with their values between { and }.'
GOES_ON = "this text goes on after its quotes or brackets have ended"
WHOLE = 'Put the whole text in quotes, of the kind that is not in it: "it\'s" or \'say "yes"\'.'
CUT = "a text ends before #: what follows is taken for a note to yourself, and is not published"
NOTE = "Put the whole text in quotes, or move your note to a line of its own."
PASTED = "there is a special space here, which was pasted; it looks like a space and is none"
SPACE = "Delete it and type an ordinary space."
ITEMS = "a comma is missing here, or a text with a colon in it is not in quotes"
BETWEEN = 'Between { and } put a comma after each item, and write text with a colon as "text".'


def neighbours(column: int, wanted: int) -> str:
    return f"this line begins in column {column}, but its neighbours in column {wanted}"


def begin(column: int) -> str:
    return f"Begin it in column {column}; if it belongs to the text above, put that whole text in quotes."


def hyphen(column: int, wanted: int) -> str:
    return f"this hyphen stands in column {column}, but that of the entry above in column {wanted}"


def move(column: int) -> str:
    return f"Move it to column {column}; if the line begins no new entry, delete the hyphen."


BACKSLASH = "a backslash between double quotes has a meaning of its own"


@pytest.mark.parametrize(
    ("text", "line", "column", "message", "fix"),
    [
        ("", 1, 1, "this file is empty", "Write a record, or delete the file."),
        ("# only a comment\n", 1, 1, "this file is empty", "Write a record, or delete the file."),
        ("a: 1\nb: 2\na: 3\n", 3, 1, "a stands twice in the same place", TWICE),
        ('"": 1\n"": 2\n', 2, 1, '"" stands twice in the same place', TWICE),
        ('"a\\nb": 1\n"a\\nb": 2\n', 2, 1, "a b stands twice in the same place", TWICE),
        ("x: {b: 1, b: 2}\n", 1, 11, "b stands twice in the same place", TWICE),
        ("a: 1\nb: &name 2\n", 2, 4, "&name is not used here", PLAINLY),
        ("&name a: 1\n", 1, 1, "&name is not used here", PLAINLY),
        ("a: &name [1]\n", 1, 4, "&name is not used here", PLAINLY),
        ("a: !!int 3\n", 1, 4, "!!int is not used here", PLAINLY),
        ("a: !special 3\n", 1, 4, "!special is not used here", PLAINLY),
        ("a: ! 3\n", 1, 4, "! is not used here", PLAINLY),
        ("a:\n  - !!python/object:os.system x\n", 2, 5, "!!python/object:os.system is not used here", PLAINLY),
        ("b: *name\n", 1, 4, "*name points to another place in the file", "Write the text out in full here."),
        ("a: 1\n<<: {b: 2}\n", 2, 1, "<< is not used here", "Write the keys out in full."),
        (
            "a: 1\n---\nb: 2\n",
            2,
            1,
            "a second document starts here",
            "Keep one record in a file: remove the line --- and what follows.",
        ),
        ("a: " + "[" * 20 + "]" * 20, 1, 23, DEEP, "Check the indentation and the brackets."),
        ("- " * 21 + "a", 1, 41, DEEP, "Check the indentation and the brackets."),
        ("a: 1\nb: 2\nc: x\x07y\n", 3, 5, UNSEEN, RETYPE),
        ("é: 1\nb: é\x00\n", 2, 5, UNSEEN, RETYPE),
        ("a: 1\r\nb: \x1b[31m\r\n", 2, 4, UNSEEN, RETYPE),
        ("a: 1\nb: one\u2028line\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: one\u0085line\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: one\ufeffword\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: one\u202e19\u202c\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: per\u200bcent\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: per\u00adcent\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: per\u2060cent\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: per\u180ecent\n", 2, 7, UNSEEN, RETYPE),
        ("a: 1\nb: one\u2066word\n", 2, 7, UNSEEN, RETYPE),
        ('a: 1\nb: "\\0"\n', 2, 4, UNSEEN, RETYPE),
        ('a: 1\nb: "\\L"\n', 2, 4, UNSEEN, RETYPE),
        ('a: 1\nb: "\\q"\n', 2, 5, BACKSLASH, "Write it twice, or use single quotes."),
        ('a: "\\ud800"\n', 1, 7, BACKSLASH, "Write it twice, or use single quotes."),
        ('a: 1\nb: "x\nc: 2\n', 2, 4, "a quote is opened here and never closed", "Close the quote."),
        ("a: 'x\nb: 2\n", 1, 4, "a quote is opened here and never closed", "Close the quote."),
        ('a: "x\n---\ny"\n', 1, 4, "a quote is opened here and never closed", "Close the quote."),
        # quotes, brackets and signs with which a text cannot begin
        ("a: 'it's'\n", 1, 8, GOES_ON, WHOLE),
        ('a: "Better" than before\n', 1, 13, GOES_ON, WHOLE),
        ("a: [Late] papers\n", 1, 11, GOES_ON, WHOLE),
        ("a: *Late* papers\n", 1, 4, "a text cannot start with * or &", "Put the whole text in quotes."),
        ("a: > 95% of papers\n", 1, 4, "a text cannot start with > or |", "Put the whole text in quotes."),
        ("a: \u201cLate: papers\u201d\n", 1, 4, "this text begins with the curly quote \u201c, which is no quote here", 'Write straight quotes: "...".'),
        # what # cuts off
        ("a: We are # 1 again\n", 1, 11, CUT, NOTE),
        ("a: two\n  lines #1\n", 2, 9, CUT, NOTE),
        ("a: #1 in Scotland\n", 1, 4, CUT, NOTE),
        ("a: {b: We are #1, c: 2}\n", 1, 15, CUT, NOTE),
        # spaces: pasted, missing, too many, too few
        ("a:\n  b: 1\n\u00a0\u00a0c: 2\n  d: 3\n", 3, 1, PASTED, SPACE),
        ("a: 1\nb:\u00a02\nc: 3\n", 2, 3, PASTED, SPACE),
        ("a: 1\nb:2\nc: 3\n", 2, 1, "there is no space after the colon", "Write b: 2"),
        ("a:\n  - b: 1\n  -b: 2\n", 3, 3, "there is no space after the hyphen", "Write - b: 2"),
        ("a:\n  - b: 1\n  \u2013 b: 2\n", 3, 3, "this line begins with \u2013, which is not the hyphen of a list", "Write a plain hyphen and a space: - "),
        ("a:\n  - b: 1\n   c: 2\n", 3, 4, neighbours(4, 5), begin(5)),
        ("a:\n  - b: 1\n      c: 2\n", 3, 7, neighbours(7, 5), begin(5)),
        ("a:\n  - b: 1\n    c: 2\nd: 3\n    e: 4\n", 4, 1, neighbours(1, 5), begin(5)),
        ("a:\n  - b: 1\n- b: 2\n", 3, 1, hyphen(1, 3), move(3)),
        ("a:\n  - b: 1\n    - b: 2\n", 3, 5, hyphen(5, 3), move(3)),
        ("a:\n  - b: 1\n    c: 2\n    - d: 2\n", 4, 5, hyphen(5, 3), move(3)),
        # two versions of a file
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> mine\n", 2, 1, "two versions of this file were joined here, with marks between them", "Keep one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>."),
        # a line without its hyphen, or a text pasted twice, is told once
        ("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n", 4, 5, "b stands twice in the same place", "Keep one of the two and delete the other; if a new entry of the list begins here, write a hyphen and a space before its first line."),
        ("a: 1\nb: 2\na: 1\nb: 2\n", 3, 1, "a stands twice in the same place", TWICE),
        ("a: {b: 1 c: 2}\n", 1, 11, ITEMS, BETWEEN),
        ("a: {b: Note: this, c: 2}\n", 1, 12, ITEMS, BETWEEN),
        ("a: 1\nb: [1, 2\nc: 3\n", 2, 4, BRACKET, CLOSE),
        ("a: {b: 1\nc: 2\n", 1, 4, BRACKET, CLOSE),
        ("a: [1, 2\n", 1, 4, BRACKET, CLOSE),
        (
            "a: ]\n",
            1,
            4,
            "a value is missing here, or a bracket is not closed",
            "Write the value; put it in quotes if it starts with a bracket or a comma.",
        ),
        ("a: 1\nb 2\nc: 3\n", 2, 1, NO_COLON, COLON),
        ("a: 1\nb 2\n", 2, 1, NO_COLON, COLON),
        ("a: Note: this\n", 1, 8, SECOND_COLON, UNDER),
        ("a: 1\n  b: 2\n", 2, 3, neighbours(3, 1), begin(1)),
        ("a:\n    b: 1\n  c: 2\n", 3, 3, neighbours(3, 5), begin(5)),
        ("a: 1\n- b\n", 2, 1, ASIDE, COLUMN),
        (
            "- a\nb: 1\n",
            2,
            1,
            "this line does not belong to the list above it",
            "Start every item of the list with - in the same column.",
        ),
        (
            "a: - b\n",
            1,
            4,
            "a list cannot start in the middle of a line",
            "Start the list on the next line, or put the value in quotes if it is not a list.",
        ),
        ("a:\n\tb: 1\n", 2, 1, TAB, SPACES),
        ("a: 1\n\tb: 1\n", 2, 1, TAB, SPACES),
        ("a:\n  b: 1\n\tc: 1\n", 3, 1, TAB, SPACES),
        ("a: @someone\n", 1, 4, "a value cannot start with this character", QUOTED),
        ("a: `code`\n", 1, 4, "a value cannot start with this character", QUOTED),
        ("a: %\n", 1, 4, "a value cannot start with this character", QUOTED),
        ("a: ? b\n", 1, 4, "a value cannot start with this character", QUOTED),
        ("a: 1\n[b]: 2\n", 2, 1, "a key must be a word", WORD),
        ("? {a: 1}\n: 2\n", 1, 3, "a key must be a word", WORD),
        ("{a: 1}: 2\n", 1, 1, "a key must be a word", WORD),
        ("*a : 1\n", 1, 1, "a key must be a word", WORD),
        (
            "a: 1234567890123456789012345\n",
            1,
            4,
            "the number 123456789012... has 25 characters",
            "Write it with at most 24; put it in quotes if it is not a number.",
        ),
        (
            "%YAML 1.3\n---\na: 1\n",
            1,
            1,
            "this cannot be read as YAML (found incompatible YAML document)",
            "Compare the line with its neighbours: indentation, colons, quotes and brackets.",
        ),
    ],
)  # fmt: skip
def test_a_slip_has_its_line_its_column_and_a_way_out(
    text: str, line: int, column: int, message: str, fix: str
) -> None:
    assert read_yaml(text.encode()).slips == (Slip(line, column, message, fix),)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"a: 1\nb: \xe9t\xe9\n", 2, 4),
        ("a: é".encode() + b"\xe9", 1, 5),
        ("a: 1".encode("utf-16"), 1, 1),
        (b"\xef\xbb\xbfa: \x80", 1, 4),
        (b"a: 1\r\nb: \x80", 2, 4),
    ],
)
def test_a_file_that_is_not_utf_8_says_where(text: bytes, line: int, column: int) -> None:
    slip = Slip(line, column, "this file is not UTF-8 text", "Save it again as UTF-8.")
    assert read_yaml(text).slips == (slip,)


@pytest.mark.parametrize(
    "text",
    [
        "a: 96 # recounted",
        "a: # of the team\n  b: 1",
        "a: |\n  We are # 1",
        'a: "We are # 1"',
        "# a b\na: x",
    ],
)
def test_a_note_to_oneself_cuts_no_text_off(text: str) -> None:
    assert read_yaml(text.encode()).slips == ()


def test_every_slip_that_can_be_found_is_told() -> None:
    read = read_yaml(b"a: &x 1\nb: *x\na: 2\n<<: 3\n")
    assert [(slip.line, slip.column) for slip in read.slips] == [(1, 4), (2, 4), (3, 1), (4, 1)]


def test_a_key_that_stands_twice_keeps_its_first_value() -> None:
    assert read_yaml(b"a: 1\na: 2\n").value == {"a": 1}


def test_a_file_of_one_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    text = b"a: " + b"x" * (LARGEST - 3)
    assert read_yaml(text).slips == ()
    slip = Slip(
        1,
        1,
        "this file has more than the 1,048,576 bytes allowed",
        "Split it into smaller files.",
    )
    assert read_yaml(text + b"x").slips == (slip,)


def test_twenty_levels_are_read() -> None:
    assert read_yaml(("a: " + "[" * 19 + "]" * 19).encode()).slips == ()


@pytest.mark.parametrize(
    "text",
    [b"\xef\xbb\xbfa: 1\nb: two\n", b"a: 1\r\nb: two\r\n", b"---\na: 1\nb: two\n...\n"],
    ids=["byte order mark", "Windows line ends", "document marks"],
)
def test_how_an_editor_saves_a_file_makes_no_difference(text: bytes) -> None:
    read = read_yaml(text)
    assert (read.value, read.slips) == ({"a": 1, "b": "two"}, ())


@pytest.mark.parametrize("breaks", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(breaks: str) -> None:
    text = breaks.join(["a: 1", "b: 2", "\tc: 3"]).encode()
    assert [(slip.line, slip.column) for slip in read_yaml(text).slips] == [(3, 1)]


@pytest.mark.parametrize("sign", ["[", "{", "- ", "? ", "[{", "&a [", "!a ", "a: "])
def test_a_hundred_thousand_of_one_sign_do_no_harm(sign: str) -> None:
    started = time.perf_counter()
    assert read_yaml(("k: " + sign * 100_000).encode()).slips
    assert read_yaml((sign * 100_000).encode()).slips
    assert time.perf_counter() - started < 5


def test_aliases_cannot_make_a_small_file_large() -> None:
    laughs = "a: &a [x]\n" + "".join(f"{k}: &{k} [{', '.join(['*a'] * 9)}]\n" for k in "bcdef")
    started = time.perf_counter()
    assert len(read_yaml(laughs.encode()).slips) == 1 + 5 + 45
    assert time.perf_counter() - started < 1


def test_places_are_those_of_keys_and_of_items() -> None:
    text = b"""\
# a comment
a: 1
list:
  - x
  - b: 2
    c: {d: [3,
      4]}
"""
    assert places(text) == {
        (): (2, 1),
        ("a",): (2, 1),
        ("list",): (3, 1),
        ("list", 0): (4, 5),
        ("list", 1): (5, 5),
        ("list", 1, "b"): (5, 5),
        ("list", 1, "c"): (6, 5),
        ("list", 1, "c", "d"): (6, 9),
        ("list", 1, "c", "d", 0): (6, 13),
        ("list", 1, "c", "d", 1): (7, 7),
    }


def test_a_file_that_cannot_be_read_has_the_places_before_the_slip() -> None:
    assert places(b"a: 1\nb: [2\n")[("a",)] == (1, 1)
    assert places(b"\xff") == {}


def checked(text: bytes) -> None:
    read = read_yaml(text)
    lines = text.count(b"\n") + text.count(b"\r") + 2
    for slip in read.slips:
        assert slip.message
        assert slip.fix
        assert 1 <= slip.line <= lines
        assert slip.column >= 1
    assert read.slips or places(text)


@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\r\r\r\t@")
def test_any_bytes_are_read_or_have_slips(text: bytes) -> None:
    checked(text)


YAML_PIECES = st.sampled_from(
    [
        *("a", "b: ", "c:", "- ", "  ", "\n", "\n  ", "\n- ", "[", "]", "{", "}", ",", "'", '"', "|"),
        *(">", "|-\n ", "#", " #", "&x ", "*x", "!", "!!str ", "!<", "<<: ", "? ", ": ", "---", "..."),
        *("%", "@", "`", "\t", "\r", "\\", "\\x", '"\\0"', "~", "null", "1", "1.5", "-0.0", "9" * 30),
        *("é", "\u2028", "\x85", "\ufeff", "\x00", "\x07", "%YAML 1.1\n", "%TAG ! x\n", "👍"),
    ]
)  # fmt: skip


@given(st.lists(YAML_PIECES, max_size=40).map("".join))
@example("a: '\r\n---\r\n'")
@example("%TAG ! !\n---\n!x a")
def test_any_text_like_yaml_is_read_or_has_slips(text: str) -> None:
    checked(text.encode())


@pytest.mark.parametrize("at", [("a",), ("b",), ("b", 0), ("b", 1, "c"), ()])
def test_a_place_that_is_wanted_is_the_same_without_reading_further(at: Pointer) -> None:
    text = b"a: 1\nb:\n  - 2\n  - c: 3\nd: 4\n"
    assert places(text, [at])[at] == places(text)[at]
    assert ("d",) not in places(text, [at])


def test_of_what_is_not_there_the_places_around_it_are_found_and_no_others() -> None:
    text = b"a: {b: [1, {c: 2}]}\nd:\n  e: 3\n"
    assert places(text, [("d", "f")]) == {(): (1, 1), ("d",): (2, 1)}
