"""Meetings counted by city and by country, answered from numbers in memory as the questions of counting.py are."""

import datetime
from collections.abc import Iterable

import numpy as np

from sidang.edition import Edition
from sidang.querying import Answer, Parameters, row_type
from sidang.tallies import FIRST_DAY, tallies_of
from sidang.tally_rows import Meetings, Numbers, Rows
from sidang.wanted import Wanted

CITY = ("place_id", "name", "name_indonesian", "kind", "longitude", "latitude", "meetings")
COUNTRY = (
    "country_id", "name", "name_indonesian", "meetings", "planned", "places", "bodies", "country_only", "first_date",
    "last_date",
)  # fmt: skip
LENGTHS = 16  # more than a date has signs
NEVER = 1 << 40


def meetings_by_city(edition: Edition, given: Parameters) -> Answer:
    """The rows of meetings_by_city.sql."""
    tallies = tallies_of(edition)
    lines, counts = tallies.places, tallies.count("place", Wanted.of(given))
    row = row_type("meetings_by_city", CITY)
    found = [row(*lines[place][1:], int(counts[place])) for place in np.flatnonzero(counts[:-1]).tolist()]
    return tuple(sorted(found, key=lambda city: (-city.meetings, city.name)))


def meetings_by_country(edition: Edition, given: Parameters) -> Answer:
    """The rows of meetings_by_country.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    ids = tallies.codes["countries"]
    countries, places = len(ids), len(tallies.places)
    held = [(meetings, _in_countries(meetings, rows, countries)) for meetings, rows in tallies.parts(wanted)]
    country = _column(held, "country")
    planned = _in_countries(tallies.planned, tallies.rows(tallies.planned, wanted), countries)
    is_alone = _column(held, "whereabouts") == tallies.whereabouts.index("country_only")
    counts = (
        np.bincount(country, minlength=countries),
        np.bincount(tallies.planned.columns["country"][planned], minlength=countries),
        _distinct(country, _column(held, "place"), countries, places + 1)[:, :places].sum(axis=1),
        _distinct(country, _column(held, "body"), countries, len(tallies.bodies.ids)).sum(axis=1),
        np.bincount(country[is_alone], minlength=countries),
    )
    dates = _first_and_last(country, _column(held, "first_day"), _column(held, "date_length"), countries)
    row = row_type("meetings_by_country", COUNTRY)
    found = [
        row(*tallies.countries[ids[number]], *(int(count[number]) for count in counts), *(date[number] for date in dates))
        for number in np.flatnonzero(counts[0] + counts[1]).tolist()
    ]
    return tuple(sorted(found, key=lambda line: (-line.meetings, line.name)))


def _in_countries(meetings: Meetings, rows: Rows, countries: int) -> Numbers:
    """Those of some meetings of which the country is known; one held online has none."""
    found: Numbers = meetings.listed(rows)[meetings.columns["country"][rows] < countries]
    return found


def _column(parts: Iterable[tuple[Meetings, Numbers]], name: str) -> Numbers:
    return np.concatenate([meetings.columns[name][rows] for meetings, rows in parts])


def _distinct(country: Numbers, other: Numbers, countries: int, others: int) -> Numbers:
    """Which other numbers, of so many, stand beside each country."""
    found = np.zeros(countries * others, bool)
    found[country.astype(np.int64) * others + other] = True
    return found.reshape(countries, others)


def _first_and_last(country: Numbers, day: Numbers, length: Numbers, countries: int) -> tuple[list[str | None], ...]:
    """The least and the greatest date of each country as text is ordered: of two that begin alike the shorter is less."""
    is_dated = length > 0
    keys = day[is_dated].astype(np.int64) * LENGTHS + length[is_dated]
    first, last = np.full(countries, NEVER), np.full(countries, -NEVER)
    np.minimum.at(first, country[is_dated], keys)
    np.maximum.at(last, country[is_dated], keys)
    return [_date(key) for key in first.tolist()], [_date(key) for key in last.tolist()]


def _date(key: int) -> str | None:
    if abs(key) == NEVER:
        return None
    day, length = divmod(key, LENGTHS)
    return (FIRST_DAY + datetime.timedelta(days=day)).isoformat()[:length]
