"""The people behind the roles: who holds a role on a day, and whether two roles are one person."""

from datetime import date

from generator.model.catalogue import Catalogue


def holders_on(role_id: str, day: date, files: Catalogue) -> dict[str, str]:
    """Who holds a role on `day`: each person in small letters, with the name to print."""
    role = files.roles.get(role_id)
    people = [
        files.person(holder.identity)
        for holder in (role.holders if role else ())
        if holder.holds_on(day)
    ]
    return {person.casefold(): person for person in people}


def one_person(
    role_id: str, day: date, other_id: str, other_day: date, files: Catalogue
) -> str | None:
    """The person who held one role on a day and another role on another day, if anyone did."""
    others = holders_on(other_id, other_day, files)
    held = holders_on(role_id, day, files)
    return next((person for key, person in held.items() if key in others), None)
