"""How many meetings each choice of a filter would leave, from numbers in memory as the questions of counting.py are."""

from collections.abc import Iterable, Mapping, Sequence

from sidang.edition import Edition
from sidang.querying import Answer, Parameters, row_type
from sidang.tallies import MODES, Tallies, tallies_of
from sidang.tally_rows import named
from sidang.view import LISTED
from sidang.wanted import Wanted

CHOSEN = ("years", *LISTED)
OF_BODIES = ("bodies", "organizations", "pillars", "levels")
COLUMNS = {"years": "year", "countries": "country", "places": "whereabouts", "modes": "mode"}


def choices(edition: Edition, given: Parameters) -> Answer:
    """The rows of choices.sql: each filter is counted in the view without its own choice."""
    row = row_type("choices", ("filter", "code", "meetings"))
    found = {name: meetings_by_choice(edition, given, name) for name in CHOSEN}
    return tuple(row(name, code, found[name][code]) for name in sorted(found) for code in sorted(found[name]))


def meetings_by_choice(edition: Edition, given: Parameters, name: str) -> dict[str, int]:
    """The rows of choices.sql of one filter: how many meetings each of its values would leave, those that leave any.

    Args:
        edition: the edition.
        given: the parameters of choices.sql.
        name: the filter, one of CHOSEN.
    """
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    others = wanted.without(name)
    if name in ("bodies", "organizations"):
        others = others.with_every_national()
    if name not in OF_BODIES:
        found = named(_values(tallies, name), tallies.count(COLUMNS.get(name, name), others))
        return _of_most_meetings(found, given["most"], given["places"]) if name == "places" else found
    counts = tallies.count("body", others)
    if name == "bodies":
        return named(tallies.bodies.ids, counts)
    found = tallies.bodies.summed(name, counts)
    if name == "pillars" and wanted.is_involvement_counted:
        for pillar, meetings in named(tallies.codes[name], tallies.count(name, others)).items():
            found[pillar] = found.get(pillar, 0) + meetings
    return found


def _values(tallies: Tallies, name: str) -> Sequence[str]:
    """The values of a filter, by number; a meeting without any has an empty one."""
    others = {
        "years": ("", *map(str, range(1, tallies.sizes["year"]))),
        "countries": (*tallies.codes["countries"], ""),
        "places": tallies.whereabouts,
        "modes": MODES,
    }
    return others[name] if name in others else tallies.codes[name]


def _of_most_meetings(places: Mapping[str, int], most: int | None, chosen: Iterable[str]) -> dict[str, int]:
    often = sorted(places, key=lambda place: (-places[place], place))[:most]
    return {place: places[place] for place in {*often, *places.keys() & chosen}}
