"""Judgements: a colour with the fact that it rests on, where no figure decides (R77)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.words import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A colour and the fact that shows it; a green has its fact exactly as a red has."""

    colour: Status
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgements:
    """Timescale, budget and completion, judged apart as the manual asks."""

    timescale: Judgement
    budget: Judgement
    completion: Judgement

    @property
    def named(self) -> Iterator[tuple[str, Judgement]]:
        """Each judgement with the name of what is judged."""
        yield "timescale", self.timescale
        yield "budget", self.budget
        yield "completion", self.completion
