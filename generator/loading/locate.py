"""Lines for remarks: a file is read again only when something is to be said about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.loading.load import Source, nearest_place
from generator.loading.typed import Place
from generator.loading.yaml_text import places
from generator.model.finding import Finding, Pointer, Remark
from generator.model.words import Severity
from generator.rules.rule import Rule


def located(said: Iterable[tuple[Rule, Severity, Remark]], source: Source) -> list[Finding]:
    """A finding for each remark, with the line and column of the value that it is about."""
    by_path: dict[str, list[tuple[Rule, Severity, Remark]]] = defaultdict(list)
    for item in said:
        by_path[item[2].path].append(item)
    findings = []
    for path, items in by_path.items():
        is_table = path.endswith(".csv")
        asked = {remark.at for _, _, remark in items}
        asked |= set(filter(None, map(_said_once, asked)))
        marks = {} if is_table else places(source.read(path) or b"", asked)
        for rule, severity, remark in items:
            # In a table the place is the number of the row.
            line, column = (int(remark.at[0]), 1) if is_table else _place(marks, remark.at)
            findings.append(
                Finding(
                    rule=rule.id,
                    severity=severity,
                    path=path,
                    line=line,
                    column=column,
                    message=remark.message,
                    fix=remark.fix,
                )
            )
    return findings


def _place(marks: Mapping[Pointer, Place], at: Pointer) -> Place:
    """The place of a value; of what `every_period` says, that of its one place there."""
    always = _said_once(at)
    if always and always in marks and at not in marks:
        return marks[always]
    return nearest_place(marks, at)


def _said_once(at: Pointer) -> Pointer:
    """Where `every_period` may say what `at` is in one period; nothing where it cannot."""
    return ("every_period", *at[2:]) if at[:1] == ("periods",) and len(at) == _IN_A_PERIOD else ()


_IN_A_PERIOD = 4
"""How many steps lead to a value that every_period may give: `("periods", 3, "checked", "how")`."""
