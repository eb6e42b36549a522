"""What every rule remarks, worked out once: by file and rule, whatever the council's policy on them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from generator.model.finding import Remark
from generator.rules.checks.all_rules import RULES
from generator.rules.rated import Rated
from generator.rules.rule import Rule

ByFile = Mapping[str, Mapping[str, tuple[Remark, ...]]]


@lru_cache(maxsize=4 * len(RULES))
def remarks_of(rule: Rule, rated: Rated) -> tuple[Remark, ...]:
    """Everything that one rule remarks; the check and the pages of assurance ask the same."""
    return tuple(rule.check(rated)) if rule.check else ()


@lru_cache(maxsize=2)
def remarks_by_file(rated: Rated) -> ByFile:
    """The remarks on each file, by the id of their rule; rules that are off are asked all the same."""
    found: dict[str, dict[str, list[Remark]]] = defaultdict(lambda: defaultdict(list))
    for rule in RULES:
        for remark in remarks_of(rule, rated):
            found[remark.path][rule.id].append(remark)
    return {
        path: {rule: tuple(remarks) for rule, remarks in of_file.items()}
        for path, of_file in found.items()
    }


def remarks_on(rated: Rated, path: str, rules: Collection[str]) -> tuple[Remark, ...]:
    """What these rules remark on the file at `path`, in the order of the rules."""
    found = remarks_by_file(rated).get(path, {})
    return tuple(remark for rule in rules for remark in found.get(rule, ()))
