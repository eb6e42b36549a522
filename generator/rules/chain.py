"""The chain behind one figure: from its source to every place where it is published (R104, R105)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.formula import FormulaError
from generator.model.measure import Evidence, Measure, PeriodEntry
from generator.model.numbers import MOST_PLACES, plain, rounded
from generator.rules.assurance import RULES_OF, AuditTest, period_faults
from generator.rules.chain_uses import Fact, approvals, publications, recalculation, revised
from generator.rules.people import holders_on
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.remarks import remarks_on
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, one_line


class Part(NamedTuple):
    """One link of the chain: its facts, and what rules say against it."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    faults: tuple[str, ...] = ()


class Known(NamedTuple):
    """What only the edge knows of a figure.

    `fingerprint` is the SHA-256 of its evidence file as it is now, where one is kept. `edits` are the
    commits that touched the figure; None where there is no history to read.
    """

    fingerprint: str | None = None
    edits: tuple[Fact, ...] | None = None


class Chain(NamedTuple):
    """Everything behind one figure."""

    measure: Measure
    period: str
    parts: tuple[Part, ...]

    @property
    def faults(self) -> tuple[str, ...]:
        """What rules say against any part."""
        return tuple(fault for part in self.parts for fault in part.faults)


def chain(rated: Rated, item: RatedMeasure, one: RatedEntry, known: Known) -> Chain:
    """The chain behind the figure of one period."""
    measure, entry, files = item.measure, one.entry, rated.catalogue
    rules = {test: _faults(rated, item, one, test) for test in AuditTest}
    parts = (
        Part("figure", "Figure", tuple(_figure(files, item, one)), rules[AuditTest.TIMELINESS]),
        Part("definition", "Definition", tuple(_definition(measure))),
        Part("inputs", "Inputs", tuple(_inputs(measure, entry))),
        Part(
            "evidence",
            "Evidence",
            tuple(_evidence(measure, entry, known)),
            rules[AuditTest.EVIDENCE],
        ),
        Part(
            "calculation",
            "Calculation",
            tuple(_calculation(measure, entry)),
            rules[AuditTest.RECOMPUTE],
        ),
        Part("rating", "Rating", tuple(_rating(one))),
        Part("check", "Second check", tuple(_check(files, entry)), rules[AuditTest.SECOND_CHECK]),
        Part("recalculation", "Recalculation by an auditor", tuple(recalculation(measure, entry))),
        Part("approvals", "Approvals", tuple(approvals(files, measure, entry))),
        Part(
            "revisions", "Revisions", tuple(revised(rated, item, entry)), rules[AuditTest.REVISIONS]
        ),
        Part("edits", "Edits", _edits(known)),
        Part("publications", "Published", tuple(publications(rated, item, one))),
    )
    return Chain(measure, entry.period.label, parts)


def _faults(rated: Rated, item: RatedMeasure, one: RatedEntry, test: AuditTest) -> tuple[str, ...]:
    """What the rules of a test say of this period."""
    place = ("periods", item.entries.index(one))
    remarks = remarks_on(rated, item.measure.path, RULES_OF[test])
    said = [remark.message for remark in remarks if remark.at[:2] == place]
    return (*said, *period_faults(one.entry, test))


def _figure(files: Catalogue, item: RatedMeasure, one: RatedEntry) -> Iterator[Fact]:
    measure, entry = item.measure, one.entry
    yield Fact("Measure", measure.title)
    service = files.services.get(measure.service)
    yield Fact("Service", service.name if service else measure.service)
    yield Fact("Owner", _who(measure.owner, None, files))
    if entry.value is not None:
        yield Fact("Value", with_unit(entry.value, measure.unit))
    if entry.assessment:
        yield Fact("Assessment", str(entry.assessment.status))
    if entry.target is not None:
        yield Fact("Target", target_words(entry.target, measure.unit))
    if entry.state:
        yield Fact("State", f"{entry.state}: {one_line(entry.reason or '')}")
    yield from (Fact("Caveat", one_line(caveat.text)) for caveat in item.caveats_of(one))


def _definition(measure: Measure) -> Iterator[Fact]:
    yield Fact("Definition", one_line(measure.definition))
    if measure.calculation:
        yield Fact("Procedure", one_line(measure.calculation.procedure))
        if measure.calculation.exclusions:
            yield Fact("Left out", one_line(measure.calculation.exclusions))


def _inputs(measure: Measure, entry: PeriodEntry) -> Iterator[Fact]:
    about = (measure.calculation.inputs if measure.calculation else None) or {}
    for name, number in (entry.inputs or {}).items():
        told = f" ({one_line(about[name])})" if name in about else ""
        yield Fact(name, f"{plain(number)}{told}")


def _evidence(measure: Measure, entry: PeriodEntry, known: Known) -> Iterator[Fact]:
    evidence, origin = entry.evidence, measure.origin
    if origin:
        yield Fact("Published by", f"{origin.publisher}: {origin.dataset}, {origin.release}")
        yield Fact("Address", origin.url)
        if origin.extract:
            yield Fact("Read from", one_line(origin.extract))
    if entry.assessment:
        yield Fact("Basis", one_line(entry.assessment.basis))
    if evidence:
        yield from _kept(evidence, known)


def _kept(evidence: Evidence, known: Known) -> Iterator[Fact]:
    """What is kept of the source, with the fingerprint as it was recorded and as it is now."""
    yield Fact("Source", one_line(evidence.source))
    extracted = day(evidence.extracted) if evidence.extracted else None
    for label, text in (
        ("Extracted", extracted),
        ("Kept at", evidence.location),
        ("File", evidence.file),
        ("Fingerprint recorded", evidence.sha256),
        ("Fingerprint now", known.fingerprint),
        ("No fingerprint", evidence.no_fingerprint),
    ):
        if text:
            yield Fact(label, one_line(text))


def _calculation(measure: Measure, entry: PeriodEntry) -> Iterator[Fact]:
    formula = measure.calculation.formula if measure.calculation else None
    if formula is None or not entry.inputs or entry.value is None:
        return
    yield Fact("Formula", formula.text)
    try:
        exact = formula.value(entry.inputs)
    except FormulaError as error:
        yield Fact("Worked out again", f"cannot be: {error}")
        return
    again = plain(rounded(exact, measure.decimals))
    yield Fact("Worked out again", f"{formula.worked(entry.inputs)} = {_short(exact)}")
    yield Fact("Rounded half up", f"{again}; published is {plain(entry.value)}")
    if entry.unreconciled:
        yield Fact("Unreconciled", one_line(entry.unreconciled))


def _short(number: Decimal) -> str:
    """A number in digits, of which at most twelve are decimals; dots say that there are more."""
    whole, point, decimals = plain(number).partition(".")
    if len(decimals) > MOST_PLACES:
        return f"{whole}.{decimals[:MOST_PLACES]}..."
    return f"{whole}{point}{decimals}"


def _rating(one: RatedEntry) -> Iterator[Fact]:
    rating = one.rating
    yield Fact("Sentence", one.sentence)
    if rating.exact is not None and rating.outwith is not None:
        yield Fact("Outwith", f"{plain(rating.outwith)}, rounded once from {_short(rating.exact)}")
    if rating.limits and rating.limits.from_:
        whose = "the measure's own" if rating.limits.own else "corporate"
        yield Fact("Bands", f"{whose}, in force from {day(rating.limits.from_)}")
    yield Fact("Computed", str(rating.computed))
    if rating.reported:
        yield Fact("Reported", str(rating.reported))
    yield Fact("Shown", str(rating.status))


def _check(files: Catalogue, entry: PeriodEntry) -> Iterator[Fact]:
    if entry.calculated:
        done = entry.calculated
        yield Fact("Calculated", f"{_who(done.by, done.on, files)}, {day(done.on)}")
    if entry.assessment:
        said = entry.assessment
        yield Fact("Assessed", f"{_who(said.by, said.on, files)}, {day(said.on)}")
    if entry.checked:
        checked = entry.checked
        who = _who(checked.by, checked.on, files)
        yield Fact("Checked", f"{who}, {day(checked.on)}: {one_line(checked.how)}")


def _who(role: str, on: date | None, files: Catalogue) -> str:
    """A role by its name, with who held it on the day."""
    known = files.roles.get(role)
    name = known.name if known else role
    people = list(holders_on(role, on, files).values()) if on else []
    return f"{name} ({', '.join(people)})" if people else name


def _edits(known: Known) -> tuple[Fact, ...]:
    if known.edits is None:
        return (Fact("History", "There is none here: these files are not in git."),)
    return known.edits
