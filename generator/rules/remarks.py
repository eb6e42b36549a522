"""What every rule remarks, worked out once: by file and rule, whatever the council's policy on them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from generator.model.finding import Remark
from generator.rules.checks.all_rules import RULES
from generator.rules.rated import Rated

ByFile = Mapping[str, Mapping[str, tuple[Remark, ...]]]


@lru_cache(maxsize=1)
def remarks_by_file(rated: Rated) -> ByFile:
    """The remarks on each file, by the id of their rule; rules that are off are asked all the same."""
    found: dict[str, dict[str, tuple[Remark, ...]]] = defaultdict(dict)
    for rule in RULES:
        for remark in rule.check(rated) if rule.check else ():
            of_file = found[remark.path]
            of_file[rule.id] = (*of_file.get(rule.id, ()), remark)
    return dict(found)


def remarks_on(rated: Rated, path: str, rules: Collection[str]) -> tuple[Remark, ...]:
    """What these rules remark on the file at `path`, in the order of the rules."""
    found = remarks_by_file(rated).get(path, {})
    return tuple(remark for rule in rules for remark in found.get(rule, ()))
