"""The words of complaints: what a value is called, and what to write in its place."""

import re
from decimal import Decimal

from generator.loading.meant import amount_meant
from generator.loading.plain_text import Value

TYPE_WORDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
}
FORMS = (
    ("date", "Write a date that exists as year-month-day, such as 2024-07-22."),
    ("id", "Use small letters, digits and single hyphens, such as crisis-grants."),
    ("period", "Write a period such as 2024-25 Q2, 2024-09, 2024-25, 2024, 2023/24 or 2021-24."),
    ("commitment", "Write grand challenge, mission and commitment, such as gc1-m3-c5."),
    ("mission", "Write grand challenge and mission, such as gc1-m3."),
    ("challenge", "Write a grand challenge, such as gc1."),
    ("web_address", "Write the whole address, starting with https://, without spaces."),
    (
        "line",
        "Write one line of text without spaces at either end; start folded text with >- and not >.",
    ),
    ("unit", "Write percent, percentage-points or pounds, spelt so, or words such as days."),
    ("key", "Write the key as it stands in the file, in small letters: definition or done_when."),
    ("input_name", "Use small letters, digits and _, starting with a letter: decided_in_time."),
    ("^[0-9a-f]{40}([0-9a-f]{24})?$", "Paste the whole name of the commit, 40 characters."),
    (
        "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
        "Use letters, digits, points, hyphens and _, starting with a letter or digit: 2025-05.",
    ),
    ("^#[0-9a-f]{6}$", 'Write # and six digits or letters a to f, in quotation marks: "#14404d".'),
    ("^[0-9a-f]{64}$", "Paste the 64 characters of the file's SHA-256, in small letters."),
    (
        r"^[a-z0-9][a-z0-9._-]*\.csv$",
        "Write the name of a CSV file beside the measure, in small letters: cases-2024-25-q1.csv.",
    ),
    (r'^[^@\s<>"]+@[^@\s<>"]+$', "Write a mailbox, such as performance@council.example."),
)
"""What to write, for each part of the common schema or each pattern."""
PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_GROUPED = re.compile(
    r"([+-]?)£?([0-9]{1,3}([ ,_][0-9]{3})+|[0-9]*)(\.[0-9]+)?\s*(%|per cent|percent)?"
)


NO_FIGURE = (
    "Where there is no figure, delete the line and write state: not-available and its reason."
)
TOO_SMALL = (
    "Where it is too small to publish, delete the line and write state: suppressed and its reason."
)
WORKED_OUT = (
    "Delete the line: the status is worked out from the figures. Only where the management team "
    "reports another is it written, as status: {colour: amber, reason: ..., approved_by: ...}."
)
ROLE = "Write the id of a role in council.yaml, and never a person's name."
DIGITS = "Write digits with at most one point, such as 91.5: no %, no commas, no words."


def number_fix(text: str) -> str:
    """What to write in place of a number that was typed in another way."""
    if PLAIN_NUMBER.fullmatch(text):
        return f"Write it without quotes: {text}"
    typed = _GROUPED.fullmatch(text.strip().replace("\u2212", "-").replace("£-", "-£"))
    if not typed or not (typed[2] or typed[4]):
        return amount_meant(text) or DIGITS
    digits = re.sub(r"[^0-9]", "", typed[2]).lstrip("0") or "0"
    sign = typed[1].replace("+", "")
    return f"Write it in digits alone: {sign}{digits}{typed[4] or ''}"


def shown(value: Value) -> str:
    """`value` as its author typed it, on one line, cut short where it is long."""
    match value:
        case None:
            text = "nothing"
        case bool():
            text = str(value).lower()
        case Decimal():
            text = f"{value:f}"
        case list():
            text = "a list"
        case dict():
            text = "keys with values"
        case _:
            text = " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:57]}..."
