"""What is tried: bytes, structures of our own keys, mutations, formulas, evidence, arguments."""

import json
import re
from typing import Any

from hypothesis import strategies as st

from generator.loading.load import kind_of
from generator.loading.plain_text import Value
from generator.loading.yaml_text import read_yaml
from generator.resources import schemas
from tests.fuzz.places import EVIDENCE, HOMES, Case, records, valid_cases

NASTY = (
    "", "~", "null", "true", "no", "''", '""', "[]", "{}", "[[]]", "{a: {}}", "- x", "? x", "x: y",
    "1e999999", ".inf", "-.inf", ".nan", "0x10", "010", "1_000", "-0", "-0.0", "0", "0.0", "-1", "1",
    "999999999999999999999999", "-99999999999999999999999", "0.0000000000000000000001", "99.999999",
    "1,000", "91%", "£5", "٣", "½", "2024-02-30", "0000-00-00", "0001-01-01", "9999-12-31",
    "2024-12-31", "2199-12", "1900-01", "2199", "2024-25 Q5", "2199-00 Q4", "1900-01 Q1", "2199-00",
    "2100-99", "2023/24", "2199/00", "2021-24", "2199-98", "&a b", "*a", "!!python/object:os.system x",
    "!!binary aGk=", "|", ">", "|-\n    x", "'", '"', "@x", "`x`", "%20", "#x", "[x](javascript:alert(1))",
    "<script>alert(1)</script>", '"\\"><img src=x onerror=alert(1)>"', "'{{ 7*7 }}'", "'{% raw %}'",
    '"{{ value(\\"advice-decided\\", \\"2024-25 Q1\\") }}"', '"{{ value("', "=cmd()", "'@SUM(1)'", "\uff1dcmd()",
    '"\\u202e"', '"\\u200b"', '"\\0"', '"\\x1b[31m"', '"\\ud800"', '"\\U0001F600"', "\u202e", "\u200b",
    "\ufeff", "\x85", "\u2028", "\u0440\u0430rks", "İ", "ß", "a" * 401, "a-" * 60, "w " * 300, "sum(in_time)",
    "count(x)", "sum()", "in_time / 0", "1 / (decided - decided)", "min(in_time) ** 9", "index", "con",
    "date", "no < yes", "poor < fair < good", "percent", "javascript:alert(1)", "https://[::1", "http://a.b%zz",
    "//x.example", "../../etc/passwd", "mailto:x", "x@y", "**bold** ![](x) <b>", "| a |\n| - |",
)  # fmt: skip
"""Scalars, as they are typed, on which programs have stumbled."""
_LINE = re.compile(r"^(\s*(?:- )?)([\w-]+)(:\s*)(.*)$")
_FLOW = re.compile(r"([\w-]+): ([^,{}\[\]\n]+)")


# Bytes

_PIECES = tuple(
    piece.encode()
    for piece in (
        *NASTY, "a", ": ", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", "#", "---\n", "...\n", "&a ", "*a",
        "!!str ", "|\n ", ">\n ", '"', "'", "\\", "\t", "\r", "\0", "? ", "<<: ", "%YAML 1.2\n", "id", "periods",
    )
)  # fmt: skip


def any_bytes() -> st.SearchStrategy[Case]:
    """Any bytes at all, in the place of any record."""
    pieces = st.sampled_from(_PIECES) | st.binary(max_size=6)
    texts = st.binary(max_size=400) | st.lists(pieces, max_size=60).map(b"".join)
    return st.builds(Case, st.just("council"), st.sampled_from(records("council")), texts)


# Structures


class Typed(str):
    """A scalar as it is typed, to be written without quotes."""

    __slots__ = ()


def _samples() -> dict[str, list[Value]]:
    """Every value that stands under each key anywhere in the made-up council."""
    found: dict[str, list[Value]] = {}

    def gather(value: Value) -> None:
        if isinstance(value, list):
            for inner in value:
                gather(inner)
        if isinstance(value, dict):
            for key, inner in value.items():
                if inner not in found.setdefault(key, []):
                    found[key].append(inner)
                gather(inner)

    for path in records("council"):
        gather(read_yaml(HOMES["council"].texts[path]).value)
    return found


SAMPLES = _samples()
WORDS = sorted(SAMPLES)


@st.composite
def structures(draw: st.DrawFn) -> Case:
    """A record of a kind, built from the keys of its schema, with wrong parts among right ones."""
    path = draw(st.sampled_from(records("council")))
    kind = kind_of(path)
    assert kind
    before = read_yaml(HOMES["council"].texts[path]).value
    value = dict(before) if isinstance(before, dict) else {}
    for key in draw(st.lists(st.sampled_from(sorted(schemas().keys(kind, ()))), max_size=4)):
        value[key] = _part(draw, kind, (key,), key)
    for key in draw(st.lists(st.sampled_from(sorted(value)), max_size=1)):
        del value[key]
    return Case("council", path, (written(value) + "\n").encode("utf-8", "replace"))


def _part(draw: st.DrawFn, kind: str, at: tuple[str | int, ...], key: str) -> Any:
    """Something under `key`: mostly what belongs there, at times nothing of the kind."""
    chance = draw(st.integers(0, 19))
    if chance == 0:
        return Typed(draw(st.sampled_from(NASTY)))
    if chance == 1:
        return draw(st.sampled_from(SAMPLES[draw(st.sampled_from(WORDS))]))
    field = schemas().field(kind, at)
    if field.get("type") == "array" and len(at) < 10:
        many = draw(st.sampled_from((0, 1, 1, 2, 3, 14)))
        return [_part(draw, kind, (*at, 0), key) for _ in range(many)]
    if "properties" in field and len(at) < 10:
        return _mapping(draw, kind, at, field)
    if key in SAMPLES and chance < 15:
        return draw(st.sampled_from(SAMPLES[key]))
    return Typed(draw(st.sampled_from(NASTY)))


def _mapping(draw: st.DrawFn, kind: str, at: tuple[str | int, ...], field: Any) -> dict[str, Any]:
    known = sorted(field["properties"])
    keys = {*field.get("required", ()), *draw(st.lists(st.sampled_from(known), max_size=4))}
    if draw(st.integers(0, 19)) == 0:
        keys.add(draw(st.sampled_from(WORDS)))
    return {key: _part(draw, kind, (*at, key), key) for key in sorted(keys)}


def written(value: Any) -> str:
    """`value` as YAML in one line."""
    match value:
        case Typed():
            return str(value)
        case dict():
            inner = ", ".join(f"{json.dumps(key)}: {written(value[key])}" for key in value)
            return f"{{{inner}}}"
        case list():
            return f"[{', '.join(map(written, value))}]"
        case None | bool() | str():
            return json.dumps(value, ensure_ascii=False)
    return f"{value}"


# Mutations

_VALID = tuple(valid_cases())


@st.composite
def mutations(draw: st.DrawFn) -> Case:
    """A valid file with one thing changed, at times with two or three."""
    case = draw(st.sampled_from(_VALID))
    lines = case.text.decode().split("\n")
    for _ in range(draw(st.sampled_from((1, 1, 1, 2, 3)))):
        lines = _mutated(draw, lines)
    return case._replace(text="\n".join(lines).encode("utf-8", "replace"))


def _mutated(draw: st.DrawFn, lines: list[str]) -> list[str]:
    at = draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    change = draw(
        st.sampled_from(
            ("drop", "double", "rename", "swap", "swap", "flow", "move", "indent", "cut")
        )
    )
    match change:
        case "drop":
            return lines[:at] + lines[at + 1 :]
        case "double":
            return [*lines[: at + 1], line, *lines[at + 1 :]]
        case "move":
            rest = lines[:at] + lines[at + 1 :]
            to = draw(st.integers(0, len(rest)))
            return [*rest[:to], line, *rest[to:]]
        case "indent":
            new = draw(st.sampled_from((f"  {line}", f" {line}", line[1:], line[2:], f"\t{line}")))
        case "cut":
            new = line[: draw(st.integers(0, len(line)))]
        case "flow":
            new = _FLOW.sub(
                lambda found: f"{found[1]}: {draw(st.sampled_from(NASTY))}", line, count=1
            )
        case "rename":
            new = _LINE.sub(
                lambda found: f"{found[1]}{draw(st.sampled_from(WORDS))}{found[3]}{found[4]}", line
            )
        case _:
            new = _LINE.sub(
                lambda found: f"{found[1]}{found[2]}{found[3]}{_other(draw, found[2])}", line
            )
    return [*lines[:at], new, *lines[at + 1 :]]


def _other(draw: st.DrawFn, key: str) -> str:
    """Something else to stand after a key: nasty, or right for the key, or right for another."""
    samples = SAMPLES[
        key if key in SAMPLES and draw(st.booleans()) else draw(st.sampled_from(WORDS))
    ]
    return draw(st.sampled_from(NASTY) | st.sampled_from(samples).map(written))


# Formulas

_TOKENS = (
    "a", "b", "in_time", "decided", "sum", "min", "max", "(", ")", "((", "))", "+", "-", "*", "/", "**", "//",
    ",", ", ", ".", " ", "0", "1", "00", "1.5", "9" * 24, "9" * 25, "1e9", "0x1", "1_0", "1if", "if", "lambda",
    "None", "__class__", "a.b", "a[0]", "\n", "\t", "\0", "é", "'", '"', "=", ":=", "not", "\\", "#", "@", "%",
)  # fmt: skip


def formulas() -> st.SearchStrategy[str]:
    """Sums, half sums and what is none."""
    tokens = st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join)
    return tokens | _sums() | st.text(max_size=210)


def _sums() -> st.SearchStrategy[str]:
    leaves = st.sampled_from(("a", "b", "0", "1", "0.001", "9" * 24, "100"))
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
            st.builds("{}({}, {})".format, st.sampled_from(("sum", "min", "max")), inner, inner),
            st.builds("-{}".format, inner),
        ),
        max_leaves=40,
    )


# Evidence

_CELLS = (
    "1", "0", "-1", "1.5", "", " ", "1e9", "9" * 24, "9" * 25, "x", "NaN", "Infinity", '"a', '"a"', '""', "'",
    "in_time", "decided_on", "case", "\u202e", "\0", "\x1b[31m", "=cmd()", "\ufeff", "é", "a\rb", "\u2028", "٣",
)  # fmt: skip


def evidence() -> st.SearchStrategy[Case]:
    """A CSV file in the place of the one that a measure of the made-up council takes inputs from."""
    cells = st.sampled_from(_CELLS) | st.text(max_size=5)
    rows = st.lists(cells, max_size=6).map(",".join)
    head = st.just("case,received_on,decided_on,in_time,note") | rows
    ends = st.sampled_from(("\n", "\r\n", "\r", "\n\n"))
    tables = st.builds(
        lambda first, more, end: end.join([first, *more]), head, st.lists(rows, max_size=8), ends
    )
    texts = tables.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=200)
    return texts.map(lambda text: Case("council", EVIDENCE, text))


# Arguments

_OPTIONS = (
    "--value",
    "--target",
    "--direction",
    "--basis",
    "--unit",
    "--interval",
    "--reading",
    "--format",
)
_ANSWERS = (
    *NASTY, "91", "95", "29..31", "31..29", "..", "1..", "84.1..89.3", "higher", "lower", "range", "plan", "none",
    "relative", "points", "date", "no < yes", "yes", "2025-01-14", "json", "text", "days", "percent", "-5", "--",
)  # fmt: skip


def arguments() -> st.SearchStrategy[list[str]]:
    """What may be typed after `rate`."""
    answers = st.sampled_from(_ANSWERS) | st.text(
        st.characters(exclude_characters="\0"), max_size=12
    )
    option = st.tuples(st.sampled_from(_OPTIONS), answers)
    bands = st.tuples(st.just("--bands"), answers, answers)
    usual = st.just(("--value", "91", "--target", "95"))
    return st.lists(option | bands | usual, max_size=6).map(_flat)


def _flat(groups: list[Any]) -> list[str]:
    return [word for group in groups for word in group]
