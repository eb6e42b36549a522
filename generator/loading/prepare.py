"""What a measure's and a commitment's data need before they become records.

Periods become typed, formulas are read, evidence files give their sums, judgements become a colour
and its fact, and what is said once for every period is given to each.
"""

import hashlib
import posixpath
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.loading.evidence import (
    LARGEST,
    EvidenceError,
    EvidenceTable,
    input_from,
    is_taken_from_a_file,
    read_evidence,
)
from generator.loading.meant import formula_meant
from generator.loading.profile import give_targets, slips_of, unknown_years
from generator.loading.worded import slips_of as worded_slips
from generator.loading.worded import with_numbers
from generator.loading.wording import number_fix, shown
from generator.model.finding import Remark
from generator.model.formula import FormulaError, parse_formula, unknown_names
from generator.model.period import PeriodError, parse_period, plan_period
from generator.model.unit import is_worded
from generator.model.words import Frequency
from generator.rules.wording import capital

Data = dict[str, Any]
ReadFile = Callable[[str], bytes | None]
"""Gives the bytes of a file of the repository, or None when there is no such file."""


MOST_WEIGHED = 64 * 1024 * 1024
"""The most bytes of evidence that are added up for one measure, each file as often as it is used."""


class Preparation:
    """Prepares the data of one file; what cannot be prepared becomes a remark."""

    def __init__(self, path: str, read: ReadFile, year_starts: int) -> None:
        self.path = path
        self.read = read
        self.year_starts = year_starts
        self.remarks: list[Remark] = []
        self.weighed = 0

    def measure(self, data: Data) -> Data:
        """The data of a measure, ready to become a record."""
        prepared = {**data, "unit": data.get("unit", "")}
        always = prepared.pop("every_period", {})
        frequency, unit = Frequency(data["frequency"]), prepared["unit"]
        prepared["periods"] = [
            self._entry(entry, always, frequency, index)
            for index, entry in enumerate(data["periods"])
        ]
        if "profile" in data:
            self._profile(data, prepared["periods"])
        if is_worded(unit) and "published_elsewhere" in data:
            self._remark(
                ("published_elsewhere",),
                "a date or a level cannot be held against other publications",
                "Delete published_elsewhere, and say under caveats what another publication gives.",
            )
        if is_worded(unit):
            self.remarks += worded_slips(self.path, data)
            self.remarks += with_numbers(self.path, unit, prepared["periods"])
        if "calculation" in data:
            prepared["calculation"] = self._calculation(data["calculation"])
        return prepared

    def _profile(self, data: Data, entries: list[Data]) -> None:
        slips = [*slips_of(data), *unknown_years(data)]
        for slip in slips or give_targets(data, entries, self.year_starts):
            self._remark(*slip)

    def commitment(self, data: Data) -> Data:
        """The data of a commitment, with a typed period on each milestone's update."""
        return {
            **data,
            "actions": [
                {
                    **action,
                    "milestones": [
                        self._milestone(milestone, ("actions", a, "milestones", m))
                        for m, milestone in enumerate(action["milestones"])
                    ],
                }
                for a, action in enumerate(data["actions"])
            ],
        }

    def _milestone(self, data: Data, at: tuple[str | int, ...]) -> Data:
        updates = []
        for index, update in enumerate(data.get("updates", ())):
            try:
                period = plan_period(str(update["period"]), self.year_starts)
            except PeriodError as error:
                message, fix = _not_a_period(update, error)
                is_month = " Q" not in str(update["period"])
                place = (*at, "updates", index, "period")
                self._remark(place, message, _QUARTER_OR_YEAR if is_month else fix)
                continue
            updates.append({**update, "period": period, **_basis(update)})
        return {**data, "updates": updates}

    def _entry(self, entry: Data, always: Data, frequency: Frequency, index: int) -> Data:
        prepared = dict(entry)
        try:
            prepared["period"] = parse_period(str(entry["period"]), frequency, self.year_starts)
        except PeriodError as error:
            self._remark(("periods", index, "period"), *_not_a_period(entry, error))
        if always:
            prepared.update(_with_what_always_holds(entry, always))
        for key in ("calculated", "checked", "evidence"):
            if key in prepared:
                self._complete(key, prepared, index)
        if "inputs" in entry:
            prepared["inputs"] = self._inputs(prepared, index)
        if "assessment" in entry:
            prepared["assessment"] = _judged(entry["assessment"])
        return prepared

    def _complete(self, key: str, entry: Data, index: int) -> None:
        missing = [need for need in _NEEDED[key] if need not in entry[key]]
        for need in missing:
            self._remark(
                ("periods", index, key if key in entry else "period"),
                f"{key} {_LACKS[need]}",
                "Add on: and the date here."
                if need == "on"
                else f"Add {need} here, or under every_period.",
            )

    def _calculation(self, data: Data) -> Data:
        if "formula" not in data:
            return data
        at = ("calculation", "formula")
        try:
            formula = parse_formula(data["formula"])
        except FormulaError as error:
            self._remark(
                at,
                f"{error} (column {error.column} of the formula)",
                formula_meant(data["formula"], tuple(data["inputs"])),
            )
            return data
        for name, near in unknown_names(formula, data["inputs"]):
            known = ", ".join(data["inputs"])
            hint = f"Write {near} instead." if near else f"Add {name} to inputs, or use: {known}."
            self._remark(at, f"the formula uses {name}, which is not among the inputs", hint)
        return {**data, "formula": formula}

    def _inputs(self, entry: Data, index: int) -> Mapping[str, Any]:
        inputs = entry["inputs"]
        texts = [value for value in inputs.values() if isinstance(value, str)]
        uses = sum(map(is_taken_from_a_file, texts))
        table = self._table(entry.get("evidence", {}), index, uses) if uses else None
        return dict(self._resolved(inputs, table, index)) if texts else dict(inputs)

    def _resolved(
        self, inputs: Data, table: EvidenceTable | None, index: int
    ) -> Iterator[tuple[str, Any]]:
        for name, value in inputs.items():
            try:
                if not isinstance(value, str):
                    yield name, value
                elif not is_taken_from_a_file(value):
                    self._remark(
                        ("periods", index, "inputs", name),
                        f"{name} says {shown(value)}, which is no number, sum(column) or "
                        "count(column)",
                        number_fix(value),
                    )
                elif table:
                    yield name, input_from(value, table)
            except EvidenceError as error:
                self._remark(
                    ("periods", index, "inputs", name),
                    str(error),
                    "Write a number, or a sum or count over a column of the evidence file.",
                )

    def _table(self, evidence: Data, index: int, uses: int) -> EvidenceTable | None:
        at = ("periods", index, "inputs")
        name = evidence.get("file")
        if not name:
            self._remark(
                at,
                "an input is taken from a file, but evidence names none",
                "Add file: name.csv under evidence, or write the number.",
            )
            return None
        text = self.read(posixpath.join(posixpath.dirname(self.path), name))
        self.weighed += len(text or b"") * uses
        if self.weighed > MOST_WEIGHED:
            self._remark(
                at,
                f"the evidence files of this measure have more than the {MOST_WEIGHED:,} bytes "
                "allowed, each counted as often as it is used",
                "Write the numbers here, or shorten the files to the columns that are added up.",
            )
            return None
        if text is None:
            self._remark(
                at,
                f"there is no file {name} beside this measure",
                "Add the file, or correct its name under evidence.",
            )
            return None
        digest = hashlib.sha256(text).hexdigest()
        if evidence.get("sha256", digest) != digest and len(text) <= LARGEST:
            self._remark(
                at,
                f"{name} is not the file whose fingerprint evidence gives",
                f"Put the right file back; if it is right, write sha256: {digest}.",
            )
        try:
            return read_evidence(name, text)
        except EvidenceError as error:
            self._remark(at, str(error), _SAVE)
            return None

    def _remark(self, at: tuple[str | int, ...], message: str, fix: str) -> None:
        self.remarks.append(Remark(path=self.path, at=at, message=message, fix=fix))


_SAVE = (
    "Save the extract again as CSV with commas and a row of column names: in a spreadsheet program, "
    'as "CSV UTF-8 (comma delimited)".'
)
_QUARTER_OR_YEAR = "Write the quarter, such as 2024-25 Q2, or the year, such as 2024-25."
_LACKS = {
    "by": "names no role",
    "on": "gives no date",
    "how": "does not say what was done again",
    "source": "names no source",
}
_NEEDED = {"calculated": ("by", "on"), "checked": ("by", "on", "how"), "evidence": ("source",)}


def _with_what_always_holds(entry: Data, always: Data) -> Data:
    """Evidence holds for every result; work done holds only where the period gives its date."""
    merged = {}
    for key, said_once in always.items():
        if key in entry:
            merged[key] = {**said_once, **entry[key]}
        elif key == "evidence" and ("value" in entry or "assessment" in entry):
            merged[key] = said_once
    return merged


def _basis(update: Data) -> Data:
    return {"basis": _judged(update["basis"])} if "basis" in update else {}


def _judged(data: Data) -> Data:
    """`data` with `{amber: a fact}` as a colour and its fact, for each of the three judgements."""
    return {**data, **{key: _judgement(data[key]) for key in _JUDGED}}


def _judgement(data: Data) -> Data:
    ((colour, fact),) = data.items()
    return {"colour": colour, "fact": fact}


_JUDGED = ("timescale", "budget", "completion")


def _not_a_period(entry: Data, error: PeriodError) -> tuple[str, str]:
    words = str(error)
    return (f"{entry['period']} is not a period of this kind", capital(words) + ".")
