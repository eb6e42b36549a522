"""Each fuzzer: what it tries, and what must hold of it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.fuzz import holds, inputs


class Target(NamedTuple):
    """A fuzzer. `few` is how many inputs the suite tries."""

    tries: st.SearchStrategy[Any]
    holds: Callable[[Any], None]
    few: int


TARGETS: Mapping[str, Target] = {
    "bytes": Target(inputs.any_bytes(), holds.content_holds, 25),
    "structures": Target(inputs.structures(), holds.content_holds, 15),
    "mutations": Target(inputs.mutations(), holds.content_holds, 25),
    "formulas": Target(inputs.formulas(), holds.formula_holds, 200),
    "evidence": Target(inputs.evidence(), holds.evidence_holds, 15),
    "rate": Target(inputs.arguments(), holds.rate_holds, 100),
}
