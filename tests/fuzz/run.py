"""Long runs: `python -m tests.fuzz.run --minutes 10 mutations`.

What fails is made as small as it goes, printed, and kept in the folder that --keep names. With
--atheris the inputs are chosen by what code they reach (`pip install --group fuzz` first).
"""

import argparse
import faulthandler
import importlib
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.places import Case
from tests.fuzz.targets import TARGETS, Target

A_ROUND = 200
"""How many inputs are tried between two looks at the clock."""
HUNG = 120
"""After how many seconds an input is taken to hang for good."""


class Run:
    """One fuzzer at work: how many inputs it tried, and each different failure."""

    def __init__(self, name: str, keep: Path) -> None:
        self.name, self.keep = name, keep
        self.target: Target = TARGETS[name]
        self.tried = 0
        self.failures: dict[str, Any] = {}

    def tries(self, value: Any) -> None:
        """Tries one input; a failure that was seen before is passed over."""
        self.tried += 1
        (self.keep / f"{self.name}.now").write_text(repr(value), encoding="utf-8", errors="replace")
        faulthandler.dump_traceback_later(HUNG, exit=True)
        try:
            self.target.holds(value)
        except Exception as error:
            if _signature(error) not in self.failures:
                raise
        finally:
            faulthandler.cancel_dump_traceback_later()

    def round(self, number: int) -> None:
        """A round of inputs, ended by its first new failure, which is made small and noted."""
        last: list[Any] = []

        @seed(number)
        @settings(
            max_examples=A_ROUND,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(self.target.tries)
        def one(value: Any) -> None:
            last[:] = [value]
            self.tries(value)

        try:
            one()
        except Exception as error:  # noqa: BLE001 any failure is what is looked for
            self.note(error, last[0])

    def note(self, error: Exception, value: Any) -> None:
        """Prints a failure, and keeps its input."""
        self.failures[_signature(error)] = value
        number = len(self.failures)
        traceback.print_exception(error, limit=-4)
        _say(f"{self.name}: failure {number}: {value!r}"[:3000])
        text = value.text if isinstance(value, Case) else repr(value).encode()
        (self.keep / f"{self.name}-{number}.txt").write_bytes(text)


def _signature(error: BaseException) -> str:
    """What tells one failure from another: its kind and where it came from."""
    if isinstance(error, BaseExceptionGroup):
        return _signature(error.exceptions[0])
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} {place.filename}:{place.lineno}"


def _by_hypothesis(run: Run, minutes: float) -> None:
    end = time.monotonic() + minutes * 60
    while time.monotonic() < end:
        run.round(random.getrandbits(64))


def _by_atheris(run: Run, minutes: float) -> None:
    """Never returns: the engine ends the program itself, at the time given or at a failure."""
    atheris = importlib.import_module("atheris")
    atheris.instrument_all()

    @settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(run.target.tries)
    def one(value: Any) -> None:
        run.tries(value)

    fuzz: Callable[[bytes], Any] = one.hypothesis.fuzz_one_input  # type: ignore[attr-defined]
    limits = (f"-max_total_time={int(minutes * 60)}", "-len_control=0", "-max_len=8192")
    atheris.Setup([sys.argv[0], *limits], fuzz)
    atheris.Fuzz()


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 a command of its own


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=10.0, help="for each target")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-found"), help="folder for failures")
    parser.add_argument("--atheris", action="store_true", help="choose inputs by what they reach")
    asked = parser.parse_args()
    asked.keep.mkdir(parents=True, exist_ok=True)
    failed = 0
    for name in asked.targets or TARGETS:
        if name not in TARGETS:
            parser.error(f"there is no target {name}: {', '.join(TARGETS)}")
        run = Run(name, asked.keep)
        began = time.process_time()
        (_by_atheris if asked.atheris else _by_hypothesis)(run, asked.minutes)
        spent = time.process_time() - began
        _say(f"{name}: {run.tried:,} inputs, {spent:.0f} s of CPU, {len(run.failures)} failures")
        failed += len(run.failures)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
