"""Rules on committee reports and case studies."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.rules.quotes import narrative, quote_errors
from generator.rules.rated import Rated
from generator.rules.wording import plural

LONGEST_SYNOPSIS = 100
"""The most words of a synopsis (manual, Appendix 2; R137)."""


def quote_names_a_figure(rated: Rated) -> Iterator[Remark]:
    """A figure quoted in a report is bound to a measure and a period, and so never drifts."""
    for report in rated.catalogue.reports:
        for at, text in narrative(report):
            for error in quote_errors(text, rated):
                yield Remark(path=report.path, at=at, message=error.message, fix=error.fix)


def synopsis_is_short(rated: Rated) -> Iterator[Remark]:
    """The synopsis of a case study has at most 100 words."""
    for study in rated.catalogue.case_studies:
        words = len((study.synopsis or "").split())
        if words > LONGEST_SYNOPSIS:
            yield Remark(
                path=study.path,
                at=("synopsis",),
                message=f"the synopsis has {words} words; the most is {LONGEST_SYNOPSIS}",
                fix=f"Cut {plural(words - LONGEST_SYNOPSIS, 'word')}, or move detail to the challenge.",
            )


def case_study_title_is_its_own(rated: Rated) -> Iterator[Remark]:
    """No two case studies have the same title."""
    first: dict[str, str] = {}
    for study in rated.catalogue.case_studies:
        title = study.title.casefold()
        if title in first:
            yield Remark(
                path=study.path,
                at=("title",),
                message=f"the title is already used in {first[title]}",
                fix="Give this case study a title of its own.",
            )
        first.setdefault(title, study.path)
