"""Rules on evidence: what was taken out, where it is, how one would notice a change, how long it stays."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.council import Council
from generator.model.finding import Remark
from generator.model.measure import Evidence, Measure, PeriodEntry
from generator.model.plan import Plan
from generator.model.words import Kind
from generator.rules.calendar import months_after
from generator.rules.rated import Rated
from generator.rules.wording import day, listed


def evidence_can_be_found(rated: Rated) -> Iterator[Remark]:
    """The evidence of a measure's latest calculated figure says when it was taken out, where it is
    kept, and its fingerprint or why it has none.
    """
    for measure in rated.in_use:
        place = _latest_calculated(measure)
        if place is None:
            continue
        entry = measure.periods[place]
        lacks = _lacking(entry.evidence) if entry.evidence else []
        if lacks:
            yield Remark(
                path=measure.path,
                at=("periods", place, "evidence"),
                message=(
                    f"the evidence of {entry.period.label} does not say "
                    f"{listed([words for words, _ in lacks])}"
                ),
                fix=f"Under evidence add {listed([key for _, key in lacks])}.",
            )


def evidence_is_kept(rated: Rated) -> Iterator[Remark]:
    """The evidence of a calculated figure says until when it is kept, which is not before today or
    the end of the plan, nor sooner than the council's own retention of extracts asks for.
    """
    council, plan = rated.catalogue.council, rated.catalogue.plan
    for measure in rated.catalogue.measures:
        latest = _latest_calculated(measure)
        for place, entry in enumerate(measure.periods):
            if entry.value is None or entry.evidence is None or measure.is_published_statistic:
                continue
            at = ("periods", place, "evidence")
            if entry.evidence.keep_until is None:
                if place == latest and council.retention_years is None:
                    yield Remark(
                        path=measure.path,
                        at=at,
                        message=f"nothing says until when the evidence of {entry.period.label} is kept",
                        fix="Add keep_until: and the date, or set retention_years in council.yaml.",
                    )
            elif wrong := _too_soon(entry, entry.evidence.keep_until, rated.as_of, council, plan):
                message, fix = wrong
                yield Remark(path=measure.path, at=(*at, "keep_until"), message=message, fix=fix)


def _latest_calculated(measure: Measure) -> int | None:
    """The place of the latest figure that the council worked out itself."""
    if measure.is_published_statistic or measure.kind is Kind.QUALITATIVE:
        return None
    places = reversed(range(len(measure.periods)))
    return next((place for place in places if measure.periods[place].value is not None), None)


def _lacking(evidence: Evidence) -> list[tuple[str, str]]:
    """What the evidence does not say, in words, each with the key that would say it."""
    return [
        (words, key)
        for lacks, words, key in (
            (evidence.extracted is None, "when it was taken out", "extracted: the date"),
            (
                not (evidence.location or evidence.file),
                "where it is kept",
                "location: the folder or archive",
            ),
            (
                not (evidence.sha256 or evidence.no_fingerprint),
                "by what a later change to it would show (its fingerprint)",
                "sha256: the fingerprint of the file (or no_fingerprint: why there is none, such as: It is on paper.)",
            ),
        )
        if lacks
    ]


def _too_soon(
    entry: PeriodEntry, until: date, as_of: date, council: Council, plan: Plan
) -> tuple[str, str] | None:
    """What is wrong with the date until which evidence is kept, and how to mend it.

    With a retention of its own the council has settled how long is long enough.
    """
    label, years = entry.period.label, council.retention_years
    if years is not None:
        needed = months_after(entry.period.last, 12 * years)
        if until >= needed:
            return None
        return (
            (
                f"the evidence of {label} is kept until {day(until)}, less than the {years} years "
                "that council.yaml asks for"
            ),
            f"Write {needed.isoformat()} or a later date, or delete keep_until.",
        )
    if until < as_of:
        return (
            f"the evidence of {label} was kept until {day(until)}, which has passed",
            "Keep the extract for as long as its figure is published, and write the new date.",
        )
    end = date(plan.to, council.year_starts, 1) - timedelta(days=1)
    if until < end:
        return (
            f"the evidence of {label} is kept until {day(until)}, but the plan runs to {day(end)}",
            f"Write {end.isoformat()} or a later date.",
        )
    return None
