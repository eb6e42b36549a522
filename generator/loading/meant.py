"""What was meant by a date, a period, an amount or an id that was typed in another way."""

import re
from datetime import date

from generator.loading.typed import ODD_SPACES, cut_short
from generator.model.formula import FormulaError, parse_formula
from generator.rules.wording import day

_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[t ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_IN_WORDS = re.compile(r"(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -](\d{4}|\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEARS = r"(?:20)?(\d{2}) ?[-/] ?(?:20)?(\d{2})"
_QUARTER = r"(?:q|quarter|qtr) ?([1-4])"
_QUARTERS = (
    re.compile(rf"{_QUARTER},? ?(?:of )?{_YEARS}"),
    re.compile(rf"{_YEARS},? ?{_QUARTER}"),
)
_MONTH = re.compile(r"([a-z]{3,9})[ -](?:20)?(\d{2})|20(\d{2})[-/](\d{1,2})")
_AMOUNT = re.compile(r"£? ?([0-9]+(?:\.[0-9]+)?) ?(k|m|mn|million|bn|billion)")
_SIGNS = (
    (re.compile("\u00d7| [xX] "), " * "),
    (re.compile("\u00f7"), "/"),
    (_HYPHENS, "-"),
    (re.compile("%$"), "* 100"),
    (re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    (re.compile(r"\b(?:SUM|Sum)\b"), "sum"),
    (re.compile(" +"), " "),
)
"""What stands for the signs of a formula in spreadsheets and on paper."""
_THOUSANDS = re.compile(r"[0-9]{3}(\.[0-9]+)?")
_STUCK = re.compile(r"([A-Za-z_][\w-]*):([^/\s].*)")
_ZEROS = {"k": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}


def tidied(text: str) -> str:
    """`text` with the hyphens and spaces of the keyboard, in place of those that were pasted."""
    return " ".join(_HYPHENS.sub("-", text).split())


def is_pasted(text: str) -> bool:
    """Whether `text` has a space in it that is not the one of the keyboard."""
    return re.search(f"[{ODD_SPACES}]", text) is not None


def date_meant(text: str) -> str:
    """What to write for a date typed in another way, read day first; nothing where none is meant."""
    typed = tidied(text).lower()
    if found := _YEAR_FIRST.fullmatch(typed):
        year, month, number = found.groups()
    elif found := _DAY_FIRST.fullmatch(typed):
        number, month, year = found.groups()
    elif found := _IN_WORDS.fullmatch(typed):
        number, month, year = found[1], _month(found[2]), found[3]
    else:
        return ""
    try:
        meant = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(number))
    except ValueError:
        return ""
    return f"Write {meant.isoformat()}, if {day(meant)} is meant."


def period_meant(text: str) -> str:
    """What to write for a period typed in another way; nothing where it is not certain."""
    typed = tidied(text).lower()
    for shape in _QUARTERS:
        if found := shape.fullmatch(typed):
            parts = list(found.groups())
            quarter = parts.pop(0 if shape is _QUARTERS[0] else 2)
            return _year(parts[0], parts[1], f" Q{quarter}")
    years = re.fullmatch(_YEARS, typed)
    if years and (year := _year(years[1], years[2], "")):
        return year
    if found := _MONTH.fullmatch(typed):
        month = _month(found[1]) if found[1] else found[4]
        return f"Write 20{found[2] or found[3]}-{int(month):02}." if 1 <= int(month) <= 12 else ""
    return ""


def amount_meant(text: str) -> str:
    """What to write for an amount such as £4.5m; nothing where there is no such amount."""
    found = _AMOUNT.fullmatch(tidied(text).lower())
    if not found:
        return ""
    whole, _, part = found[1].partition(".")
    zeros = _ZEROS[found[2]]
    if len(part) > zeros:
        return ""
    written = f"{whole}{part.ljust(zeros, '0')}".lstrip("0") or "0"
    return (
        f"Write the digits alone, in the measure's unit: {written}, or {found[1]} where the unit says "
        f"{found[2]}."
    )


def formula_meant(text: str, names: tuple[str, ...]) -> str:
    """What to write for a formula that cannot be read."""
    typed = text.strip().removeprefix("=").strip()
    for shape, sign in _SIGNS:
        typed = shape.sub(sign, typed)
    if _can_be_read(typed):
        return f"Write {typed}"
    if text.count("(") != text.count(")"):
        return "Close each bracket that is opened."
    if re.search(r"[A-Za-z] +[A-Za-z]", text):
        return f"Write each name as it stands under inputs, in one word: {', '.join(names)}."
    return "Use the names in inputs, numbers, + - * / ( ), sum, min and max."


def _can_be_read(text: str) -> bool:
    try:
        parse_formula(text)
    except FormulaError:
        return False
    return True


def id_meant(text: str) -> str:
    """`text` in the letters of an id; nothing where there are none."""
    return re.sub(r"[^a-z0-9]+", "-", text[:80].lower()).strip("-")


def key_slip(key: str) -> tuple[str, str] | None:
    """The fault and its fix, where no key was meant but a comma within a number, or a key and its
    value without a space between them.
    """
    if _THOUSANDS.fullmatch(key):
        words = f"there is a comma before {key}, and a comma begins a new item here"
        return (words, "Write numbers without commas: 1234, and not 1,234.")
    if stuck := _STUCK.fullmatch(key):
        return (
            "there is no space after the colon",
            f"Write {cut_short(stuck[1])}: {cut_short(stuck[2])}",
        )
    return None


def _year(first: str, second: str, quarter: str) -> str:
    ends = (int(first) + 1) % 100 == int(second)
    return f"Write 20{first}-{second}{quarter}." if ends else ""


def _month(word: str) -> str:
    """The number of a month that begins with these letters; 0 for none."""
    known = word[:3] in _MONTHS
    return str(_MONTHS.index(word[:3]) + 1) if known else "0"
