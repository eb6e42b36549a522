"""Progress that no figure measures: what judgements come to (requirements 2.6, R77)."""

from collections.abc import Iterable

from generator.model.judgement import Judgements
from generator.model.measure import Assessment
from generator.model.words import COLOURS, Status
from generator.rules.wording import day, listed, one_line


def worst_colour(colours: Iterable[Status]) -> Status:
    """The worst of some colours: red before amber before green."""
    return min(colours, key=COLOURS.index)


def computed_from(judgements: Judgements) -> Status:
    """The worst of timescale, budget and completion."""
    return worst_colour(judgement.colour for _, judgement in judgements.named)


def is_better(reported: Status, computed: Status) -> bool:
    """Whether a reported colour claims more than was computed; green claims more than any state."""
    if computed.is_colour:
        return COLOURS.index(reported) > COLOURS.index(computed)
    return reported is Status.GREEN


def settled(computed: Status, reported: Status) -> Status:
    """What is shown: a reported colour that is worse stands, and one that is better never does."""
    return computed if is_better(reported, computed) else reported


def assessed(assessment: Assessment) -> Status:
    """What a qualitative measure is rated for one period."""
    return settled(computed_from(assessment.judgements), assessment.status)


def assessed_sentence(assessment: Assessment) -> str:
    """How the status of an assessment follows from its judgements, and what it rests on."""
    computed, reported = computed_from(assessment.judgements), assessment.status
    told = f"Assessed as {settled(computed, reported)} on {day(assessment.on)}"
    told += f" ({judgement_words(assessment.judgements)})"
    if reported is not computed:
        told += f", {reported_words(computed, reported)}"
    return f"{told}: {one_line(assessment.basis)}"


def judgement_words(judgements: Judgements) -> str:
    """The three colours in a row: `timescale amber, budget green and completion green`."""
    return listed([f"{name} {judgement.colour}" for name, judgement in judgements.named])


def reported_words(computed: Status, reported: Status) -> str:
    """What becomes of a reported colour that differs from the computed status."""
    if not computed.is_colour:
        stands = "does not stand" if is_better(reported, computed) else "stands"
        return f"reported as {reported}, which {stands}"
    if is_better(reported, computed):
        return f"reported as {reported}, which is better than {computed} and does not stand"
    return f"reported as {reported}, which is worse than {computed} and stands"
