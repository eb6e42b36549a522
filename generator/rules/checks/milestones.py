"""Where each milestone of a commitment stands in its file."""

from collections.abc import Iterator

from generator.model.commitment import Commitment, Milestone
from generator.model.finding import Pointer


def placed_milestones(commitment: Commitment) -> Iterator[tuple[Pointer, Milestone]]:
    """Each milestone of a commitment, in the order of its file, with its place there."""
    for a, action in enumerate(commitment.actions):
        for m, milestone in enumerate(action.milestones):
            yield ("actions", a, "milestones", m), milestone
