"""The awful council: a small council in which every rule of the check is broken at least once.

`make accept` gives each rule that nothing breaks yet a file made from its first invalid example, and
writes every finding to tests/awful.findings.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.loading.load import kind_of
from generator.rules.checks.all_rules import EVERY_RULE, HISTORY_RULES
from generator.state import State
from tests.helpers import ROOT, files_under, in_one_line, state_of
from tests.rules.test_examples import INVALID, place_of, rule_of

AWFUL = ROOT / "tests" / "awful"
FINDINGS = ROOT / "tests" / "awful.findings"
_MOST_COMMITMENTS = 99


def state() -> State:
    """The awful council as it is now."""
    return state_of(files_under(AWFUL))


def listed() -> str:
    """Every finding on a line, with its file."""
    return "".join(f"{one.path}:{in_one_line(one)}\n" for one in state().findings)


def broken() -> set[str]:
    """The id of every rule that something in the awful council breaks."""
    return {one.rule for one in state().findings}


OF_ONE_STATE = tuple(
    name for name, rule in EVERY_RULE.items() if not rule.over_time and rule not in HISTORY_RULES
)
"""The rules that one state of the files can break; the others need two, or git."""


def unbroken() -> list[str]:
    """The rules that nothing breaks."""
    return [rule for rule in OF_ONE_STATE if rule not in broken()]


def break_rule(rule: str) -> Path | None:
    """Adds a file that breaks `rule`, made from the first of its invalid examples that does."""
    for example in (one for one in INVALID if rule_of(one) == rule):
        for place, text in _moved(rule, example):
            if place.exists():
                continue
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")
            if rule in broken():
                return place
            place.unlink()
    return None


def _moved(rule: str, example: Path) -> Iterator[tuple[Path, str]]:
    """The text of an example under an id of its own; nothing for one that is no file of its own."""
    at = place_of(example)
    text = example.read_text(encoding="utf-8").replace(f"# at: {at}", f"# breaks: {rule}", 1)
    kind = kind_of(at)
    if kind == "commitment":
        folder, old = (AWFUL / at).parent, Path(at).stem
        free = (f"gc1-m1-c{number}" for number in range(2, _MOST_COMMITMENTS))
        new = next(name for name in free if not (folder / f"{name}.yaml").exists())
        yield folder / f"{new}.yaml", text.replace(old, new)
    elif kind in ("measure", "case-study", "report") or (kind is None and at.endswith(".yaml")):
        place = AWFUL / at.replace("example", rule)
        yield place, text.replace("id: example\n", f"id: {rule}\n", 1)


def main() -> None:
    """The command."""
    for rule in unbroken():
        if rule in broken():  # by a file that was just added
            continue
        place = break_rule(rule)
        said = f"{place.relative_to(ROOT)} breaks {rule}" if place else _BY_HAND.format(rule=rule)
        print(said)  # noqa: T201 a command of its own
    FINDINGS.write_text(listed(), encoding="utf-8")


_BY_HAND = "nothing breaks {rule} yet: change a file of tests/awful by hand so that it does"

if __name__ == "__main__":
    main()
