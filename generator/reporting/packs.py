"""A sample pack for an auditor, and what a filled sheet says: text, CSV and JSON."""

import csv
import io
import json
import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.cells import harmless_row
from generator.reporting.audited import chain_as_data, chain_as_text
from generator.reporting.visible import visible
from generator.rules.chain import Chain
from generator.rules.sample import Figure, Risky
from generator.rules.sheet import COLUMNS, Compared, Verdict, sheet_row
from generator.rules.wording import plural

SHEET = "sheet.csv"


class Pack(NamedTuple):
    """A sample with the chain of each figure, and how to draw it again."""

    figures: Sequence[Figure]
    chains: Sequence[Chain]
    seed: str
    asked: int
    commit: str
    as_of: str


def pack_files(pack: Pack) -> Iterator[tuple[str, bytes]]:
    """Every file of a pack: how it was drawn, the sheet to fill in, and a chain for each figure."""
    yield "README.txt", f"{_about(pack)}\n".encode()
    yield SHEET, sheet_csv(pack.figures)
    for place, one in enumerate(pack.chains, start=1):
        period = one.period.replace("/", "-").replace(" ", "-")
        yield f"{place:03}-{one.measure.id}-{period}.txt", f"{chain_as_text(one)}\n".encode()


def pack_as_text(pack: Pack) -> str:
    """A pack on one page: how it was drawn, each chain, the sheet."""
    sheet = sheet_csv(pack.figures).decode().replace("\r\n", "\n")
    rule = "\n\n----------------------------------------\n\n"
    return rule.join([_about(pack), *map(chain_as_text, pack.chains), sheet.rstrip("\n")])


def pack_as_json(pack: Pack) -> str:
    """A pack for a program."""
    rows = [dict(zip(COLUMNS, sheet_row(one), strict=True)) for one in pack.figures]
    document = {
        "seed": pack.seed,
        "commit": pack.commit,
        "as_of": pack.as_of,
        "sheet": rows,
        "chains": [chain_as_data(one) for one in pack.chains],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def sheet_csv(figures: Sequence[Figure]) -> bytes:
    """The sheet as CSV, with empty cells for what the auditor finds."""
    text = io.StringIO()
    rows = [COLUMNS, *map(sheet_row, figures)]
    csv.writer(text, lineterminator="\r\n").writerows(map(harmless_row, rows))
    return text.getvalue().encode()


def _about(pack: Pack) -> str:
    drawn = plural(len(pack.figures), "figure")
    again = f"--sample {pack.asked} --seed {shlex.quote(pack.seed)} --as-of {pack.as_of}"
    return (
        f"A sample of {drawn}, drawn from commit {pack.commit} as on {pack.as_of}.\n"
        f"Draw it again: aboveboard audit {again}\n"
        f"Work each figure out from its source and fill in {SHEET}, which does not say what was "
        "published.\n"
        f"Then compare: aboveboard audit --recalculated {SHEET}"
    )


def compared_as_text(found: Sequence[Compared]) -> str:
    """Each row and what is said against it, then how to record what was found, then the count."""
    told = [
        f"row {one.line}: {visible(one.measure)}, {visible(one.period)}: {one.verdict}. "
        f"{visible(one.sentence)}"
        for one in found
    ]
    for one in found:
        if one.verdict in (Verdict.SAME, Verdict.DIFFERS):
            told += ["", f"To record it in {visible(one.measure)}, under {visible(one.period)}:"]
            told += map(visible, _record(one))
    counts = Counter(one.verdict for one in found)
    words = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict)
    return "\n".join([*told, "", f"{plural(len(found), 'row')}: {words}."])


def _record(one: Compared) -> Iterator[str]:
    """The lines that record a recalculation beside the figure."""
    row = one.row
    yield "    recalculated:"
    yield f"      by: {row.get('by') or 'the role'}"
    yield f"      on: {row.get('on') or 'the date'}"
    yield f"      value: {row['recalculated_value'].strip()}"
    yield f"      how: {json.dumps(row.get('how') or 'what was done again', ensure_ascii=False)}"
    if one.verdict is Verdict.DIFFERS:
        yield "      finding: {what: what is to be put right, owner: the role, by: the date}"


def compared_as_json(found: Sequence[Compared]) -> str:
    """The same for a program."""
    rows = [
        {
            "row": one.line,
            "measure": one.measure,
            "period": one.period,
            "verdict": one.verdict,
            "sentence": one.sentence,
        }
        for one in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def risk_as_text(found: Sequence[Risky]) -> str:
    """A line for each measure, those with the most signs first."""
    width = max((len(one.item.measure.id) for one in found), default=0)
    return "\n".join(
        f"{len(one.signs)}  {one.item.measure.id:<{width}}  {'; '.join(one.signs) or '-'}"
        for one in found
    )


def risk_as_json(found: Sequence[Risky]) -> str:
    """The same for a program."""
    rows = [{"measure": one.item.measure.id, "signs": list(one.signs)} for one in found]
    return json.dumps(rows, ensure_ascii=False, indent=2)
