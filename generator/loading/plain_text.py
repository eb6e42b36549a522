"""What a text without quotes means: a number, true, false, nothing, or the text that was typed."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

Value: TypeAlias = "str | int | Decimal | bool | list[Value] | dict[str, Value] | None"
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DIGITS = frozenset("-0123456789")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@lru_cache(maxsize=65_536)
def plain_value(text: str) -> str | int | Decimal | bool | None:
    """What a short text without quotes means; one value for all places that say the same."""
    if text[:1] in _DIGITS and NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return _CONSTANTS.get(text, text)
