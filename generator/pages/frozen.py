"""What a paper says of its figures: of today, frozen, or not to be had, and revised since (R98, R113)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model.report import Report
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Notice, Prose
from generator.pages.revisions import correction_notice
from generator.rules.contents import report_commitments
from generator.rules.frozen import (
    DRAFT,
    Frozen,
    Since,
    SinceMilestone,
    printed_figures,
    rereported_since,
    revised_since,
)
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.wording import day, one_line, plural

_SHORT = 12
"""The characters of a commit that are shown."""


def frozen_at(build: Build, report: Report) -> Frozen | None:
    """The state at which a paper is frozen; None for a draft."""
    if report.data == DRAFT:
        return None
    return build.frozen.get(
        report.data, Frozen("", why_not="this site was built without the history")
    )


def build_then(build: Build, report: Report) -> Build:
    """The build with the figures that members saw; with those of today where they are not to be had."""
    frozen = frozen_at(build, report)
    return replace(build, rated=frozen.rated) if frozen and frozen.rated else build


def data_words(build: Build, report: Report) -> str:
    """Which figures a paper has, for its head."""
    frozen = frozen_at(build, report)
    if frozen is None:
        return "Draft"
    if frozen.rated is None:
        return report.data
    return f"{report.data}, {day(frozen.rated.as_of)}"


def data_notices(
    build: Build, report: Report, items: Sequence[RatedMeasure], path: str
) -> Iterator[Notice]:
    """Whose figures they are, and which of them changed since; `items` are the measures as printed."""
    frozen = frozen_at(build, report)
    if frozen is None:
        told = "The figures are those of this site today; they are not frozen yet."
        yield Notice("info", "Draft", told)
        yield from correction_notice(build, report, items, path)
    elif frozen.rated is None:
        yield Notice("warning", "Not the figures that members saw", _not_to_be_had(report, frozen))
        yield from correction_notice(build, report, items, path)
    else:
        yield Notice("info", "Figures", _are_frozen(report, frozen, frozen.rated))
        yield from _revised(build, frozen.rated, report, items, path)


def _are_frozen(report: Report, frozen: Frozen, rated: Rated) -> str:
    return (
        f"The figures are those that members saw: of {day(rated.as_of)}, frozen at {report.data} "
        f"(commit {frozen.commit[:_SHORT]}). They stay as they were; answers to questions quote the "
        "figures of today."
    )


def _not_to_be_had(report: Report, frozen: Frozen) -> str:
    return (
        f"The figures of this paper were frozen at {report.data}, and this site cannot show that state: "
        f"{frozen.why_not}. The figures on this page are those of today."
    )


def _revised(
    build: Build, then: Rated, report: Report, items: Sequence[RatedMeasure], path: str
) -> Iterator[Notice]:
    figures = revised_since(then, build.rated, printed_figures(report, items))
    milestones = rereported_since(report_commitments(report, then), build.rated)
    found = [
        *(_since(build, one, path) for one in figures),
        *(_milestone(build, one, path) for one in milestones),
    ]
    if found:
        told = "\n".join(f"- {one}" for one in found)
        title = f"{plural(len(found), 'result')} of this paper changed since"
        yield Notice("correction", title, Prose(told))


def _milestone(build: Build, one: SinceMilestone, path: str) -> str:
    name = f"{one.milestone.title}, {one.label}"
    if one.commitment in build.files.commitment:
        href = urls.relative(path, urls.milestone(one.commitment, one.milestone.id))
        name = f"[{name}]({href})"
    return f"{name}: {one.words}."


def _since(build: Build, one: Since, path: str) -> str:
    measure, revision = one.measure, one.revision
    name = f"{measure.title}, {one.label}"
    if measure.id in build.rated.by_id:
        name = f"[{name}]({urls.relative(path, urls.measure(measure.id))})"
    if revision is None:
        return f"{name}: {one.words}."
    return f"{name}: {one.words}, {day(revision.on)}. {one_line(revision.reason)}"
