"""Judgements on pages: timescale, budget and completion, each with its word and its fact (R77)."""

from generator.model.judgement import Judgements
from generator.pages.parts import Fact
from generator.pages.status_words import status_view


def judgement_facts(judgements: Judgements | None) -> tuple[Fact, ...]:
    """The three judgements, in the order in which the manual names them."""
    if judgements is None:
        return ()
    return tuple(
        Fact(name.capitalize(), judgement.fact, status=status_view(judgement.colour))
        for name, judgement in judgements.named
    )
