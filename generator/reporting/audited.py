"""What an audit found, for a person or a program: one figure's chain, or every measure's six tests."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.reporting.visible import visible
from generator.rules.assurance import Assured, AuditTest, Outcome
from generator.rules.chain import Chain, Part
from generator.rules.lines import Lines
from generator.rules.over_time.commits import DateFault
from generator.rules.pressure import Signal
from generator.rules.wording import plural

_MARKS = {Outcome.PASSES: "passes", Outcome.FAILS: "FAILS", Outcome.NOT_ASKED: "-"}
_WIDTH = max(len(test) for test in AuditTest) + 2


def chain_as_text(chain: Chain) -> str:
    """Every part under its title, then what is wrong, or that nothing is."""
    lines = [f"{chain.measure.id}, {chain.period}"]
    for part in chain.parts:
        lines += ["", *_part(part)]
    count = len(chain.faults)
    lines += ["", plural(count, "fault") if count else "No rule finds a fault in this figure."]
    return "\n".join(lines)


def _part(part: Part) -> Iterator[str]:
    yield part.title
    width = max((len(fact.label) for fact in part.facts), default=0)
    for fact in part.facts:
        yield f"  {visible(fact.label):<{width}}  {visible(fact.text)}"
    if not part.facts:
        yield "  None is recorded."
    yield from (f"  FAULT: {visible(fault)}" for fault in part.faults)


def chain_as_json(chain: Chain) -> str:
    """The same for a program: parts with their facts and faults."""
    return _json(chain_as_data(chain))


def chain_as_data(chain: Chain) -> dict[str, object]:
    """A chain in plain lists and texts."""
    return {
        "measure": chain.measure.id,
        "period": chain.period,
        "faults": len(chain.faults),
        "parts": [
            {
                "id": part.id,
                "facts": [[fact.label, fact.text] for fact in part.facts],
                "faults": list(part.faults),
            }
            for part in chain.parts
        ],
    }


class Audited(NamedTuple):
    """What an audit of all says: six tests of every measure, the lines by service, signals of
    pressure, and dates of commits that do not fit.
    """

    measures: Sequence[Assured]
    lines: Sequence[Lines]
    signals: Sequence[Signal]
    dates: Sequence[DateFault] = ()


def tests_as_text(audited: Audited) -> str:
    """The lines of defence by service, the tests of every measure, why some fail, and signals."""
    found = audited.measures
    told = [*_services(audited.lines), "", *_table(found), ""]
    failing = [(one, answer) for one in found for answer in one.failures]
    told += [
        f"{one.item.measure.id}: {answer.test}: {visible(answer.reason)}" for one, answer in failing
    ]
    if audited.signals:
        told += ["", "Signals of pressure, which accuse nobody"]
        told += [
            f"  {one.item.measure.id}: {one.kind}: {visible(one.sentence)}"
            for one in audited.signals
        ]
        told.append("")
    if audited.dates:
        told += ["", "Dates of commits to ask about, which accuse nobody"]
        told += [f"  {visible(one.sentence)}" for one in audited.dates]
        told.append("")
    outcomes = Counter(answer.outcome for one in found for answer in one.answers)
    told.append(
        f"{plural(len(found), 'measure')}: {plural(outcomes[Outcome.PASSES], 'test')} passed, "
        f"{outcomes[Outcome.FAILS]:,} failed, {outcomes[Outcome.NOT_ASKED]:,} not asked."
    )
    return "\n".join(told)


def _services(lines: Sequence[Lines]) -> Iterator[str]:
    yield "Lines of defence, by service"
    for one in lines:
        yield f"  {visible(one.service.name)}"
        yield f"    1 worked out, evidenced, checked  {one.worked.words}"
        yield f"    2 agreed by management            {one.agreed.words}"
        yield f"    2 latest before a committee       {one.scrutinised.words}"
        yield f"    3 recalculated by an auditor      {one.independent.words}"


def _table(found: Sequence[Assured]) -> Iterator[str]:
    width = max((len(one.item.measure.id) for one in found), default=0)
    yield f"{'':<{width}}  {''.join(f'{test:<{_WIDTH}}' for test in AuditTest)}".rstrip()
    for one in found:
        marks = "".join(f"{_MARKS[answer.outcome]:<{_WIDTH}}" for answer in one.answers)
        yield f"{one.item.measure.id:<{width}}  {marks}".rstrip()


def tests_as_json(audited: Audited) -> str:
    """The same for a program."""
    services = [
        {
            "service": one.service.id,
            **{
                name: {"covered": getattr(one, name).covered, "of": getattr(one, name).of}
                for name in ("worked", "agreed", "scrutinised", "independent")
            },
        }
        for one in audited.lines
    ]
    measures = [
        {
            "measure": one.item.measure.id,
            "service": one.item.measure.service,
            "tests": {
                answer.test: {"outcome": answer.outcome, "reason": answer.reason}
                for answer in one.answers
            },
        }
        for one in audited.measures
    ]
    signals = [
        {"measure": one.item.measure.id, "kind": one.kind, "sentence": one.sentence}
        for one in audited.signals
    ]
    dates = [{"commit": one.commit.id, "sentence": one.sentence} for one in audited.dates]
    return _json({"lines": services, "measures": measures, "signals": signals, "dates": dates})


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)
