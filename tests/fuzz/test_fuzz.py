"""A few inputs of every fuzzer, and the corpus: inputs that once failed, or that reach far.

`python -m tests.fuzz.run --minutes 10 mutations` tries many more (docs/set-up.md).
"""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.holds import content_holds, evidence_holds, formula_holds, rate_holds
from tests.fuzz.places import CORPUS, EVIDENCE, Case, kept_cases
from tests.fuzz.targets import TARGETS

KEPT = kept_cases()
FORMULAS: list[str] = json.loads((CORPUS / "formulas.json").read_bytes())
ARGUMENTS: list[list[str]] = json.loads((CORPUS / "rate.json").read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_inputs_of_every_fuzzer_hold(name: str) -> None:
    target = TARGETS[name]

    @settings(
        max_examples=target.few,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(target.tries)
    def one(value: Any) -> None:
        target.holds(value)

    one()


@pytest.mark.parametrize("case", KEPT.values(), ids=KEPT)
def test_a_kept_file_holds(case: Case) -> None:
    (evidence_holds if case.path == EVIDENCE else content_holds)(case)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_kept_formula_holds(formula: str) -> None:
    formula_holds(formula)


@pytest.mark.parametrize("typed", ARGUMENTS, ids=" ".join)
def test_kept_arguments_of_rate_hold(typed: list[str]) -> None:
    rate_holds(typed)


def test_the_corpus_is_small_enough_to_read() -> None:
    assert 24 <= len(KEPT) <= 80
    assert sum(len(case.text) for case in KEPT.values()) < 300_000
