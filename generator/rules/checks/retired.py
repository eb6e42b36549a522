"""The rule on ids that were taken out: none is used again (R156)."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.rules.checks.identity import records_of
from generator.rules.rated import Rated
from generator.rules.wording import day


def retired_id_is_not_used(rated: Rated) -> Iterator[Remark]:
    """No record and no mission has an id that council.yaml says is retired."""
    files = rated.catalogue
    retired = {one.id: one for one in files.council.retired}
    for item in records_of(files):
        one = retired.get(item.id)
        if one:
            yield Remark(
                path=item.path,
                at=("id",),
                message=f"{item.id} was retired on {day(one.on)}: {one.reason.rstrip('.')}",
                fix="Choose another id and rename the file to match.",
            )
    for c, challenge in enumerate(files.plan.challenges):
        for m, mission in enumerate(challenge.missions):
            one = retired.get(mission.id)
            if one:
                yield Remark(
                    path=files.plan.path,
                    at=("challenges", c, "missions", m, "id"),
                    message=f"{mission.id} was retired on {day(one.on)}: {one.reason.rstrip('.')}",
                    fix="Give the mission another id.",
                )
