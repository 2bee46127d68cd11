"""Questions that only count what is in a view, answered from numbers in memory (tallies.py).

Each has its file in queries/, which defines its rows; what is answered here is the same, row by row (tests/test_tallies.py).
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

import numpy as np

from sidang.choice_counts import choices
from sidang.edition import Edition
from sidang.nearest import first_in_order, nearest_meetings, planned_meetings
from sidang.place_counts import meetings_by_city, meetings_by_country
from sidang.querying import Answer, Parameters, row_type, rows_of
from sidang.tallies import MODES, Tallies, tallies_of
from sidang.tally_rows import Numbers, named
from sidang.wanted import Wanted

REGISTERED = ("participant_id", "kind", "name", "name_indonesian", "predecessor_of", "meetings")


def view_figures(edition: Edition, given: Parameters) -> Answer:
    """The row of view_figures.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    announced, upcoming = planned_meetings(tallies, wanted, given["as_of"])
    modes = dict(zip(MODES, tallies.count("mode", wanted).tolist(), strict=True))
    *_, online, country_only, unknown = tallies.count("whereabouts", wanted).tolist()
    cities = tallies.count("place", wanted)
    meetings, without_place = sum(modes.values()), int(cities[-1])
    years = np.flatnonzero(tallies.count("year", wanted)[1:]) + 1
    figures = {
        "meetings": meetings,
        "announced": len(announced),
        "upcoming": len(upcoming),
        "other": tallies.others.size(tallies.rows(tallies.others, wanted)),
        "bodies": int(np.count_nonzero(tallies.count("body", wanted))),
        "cities": int(np.count_nonzero(cities[:-1])),
        "online": modes["virtual"],
        "without_city": without_place - online,
        "country_only": country_only,
        "unknown": unknown,
        "hybrid": modes["hybrid"],
        "with_place": meetings - without_place,
        "with_participants": int(tallies.count("has_participants", wanted)[1]),
        "first_year": int(years[0]) if len(years) else None,
        "last_year": int(years[-1]) if len(years) else None,
    }
    return (row_type("view_figures", tuple(figures))(*figures.values()),)


def known_fields(edition: Edition, given: Parameters) -> Answer:
    """The row of known_fields.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    undated, *dated = tallies.count("year", wanted).tolist()

    def known(flag: str) -> int:
        return int(tallies.count(flag, wanted)[1])

    figures = {
        "meetings": undated + sum(dated),
        "dated": sum(dated),
        "agenda": known("has_agenda"),
        "topics": known("has_topics"),
        "participants": known("has_participants"),
        "involvement": known("has_pillars"),
        "parts": known("has_parts"),
    }
    return (row_type("known_fields", tuple(figures))(*figures.values()),)


def meetings_by_year(edition: Edition, given: Parameters) -> Answer:
    """The rows of meetings_by_year.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    pillars, _ = tallies.bodies.groups("pillars")
    counts = np.zeros((tallies.sizes["year"], len(pillars)), np.int64)
    for meetings, rows in tallies.parts(wanted):
        cells = tallies.years_and_pillars[meetings.state][rows]
        counts += np.bincount(cells, minlength=counts.size).reshape(counts.shape)
    row = row_type("meetings_by_year", ("year", "pillar_id", "meetings"))
    return tuple(
        row(year, pillars[pillar], int(counts[year, pillar])) for year, pillar in np.argwhere(counts).tolist() if year
    )


def meetings_by_body(edition: Edition, given: Parameters) -> Answer:
    """The rows of meetings_by_body.sql."""
    tallies = tallies_of(edition)
    row = row_type("meetings_by_body", ("body_id", "meetings"))
    return tuple(
        row(*counted) for counted in sorted(named(tallies.bodies.ids, tallies.count("body", Wanted.of(given))).items())
    )


def meetings_by_level(edition: Edition, given: Parameters) -> Answer:
    """The rows of meetings_by_level.sql."""
    tallies = tallies_of(edition)
    bodies, counts = tallies.bodies, tallies.count("body", Wanted.of(given))
    (levels, of_level), (pillars, of_pillar) = bodies.groups("levels"), bodies.groups("pillars")
    cells = of_level.astype(np.int64) * len(pillars) + of_pillar
    sums = np.bincount(cells, weights=counts, minlength=len(levels) * len(pillars)).reshape(len(levels), len(pillars))
    row = row_type("meetings_by_level", ("level", "pillar_id", "meetings"))
    return tuple(
        row(levels[level], pillars[pillar], int(sums[level, pillar])) for level, pillar in np.argwhere(sums).tolist()
    )


def planned_by_year(edition: Edition, given: Parameters) -> Answer:
    """The rows of planned_by_year.sql."""
    tallies = tallies_of(edition)
    rows = tallies.rows(tallies.planned, Wanted.of(given))
    years = tallies.planned.count("year", rows, tallies.sizes["year"])
    row = row_type("planned_by_year", ("year", "meetings"))
    return tuple(row(year, int(years[year])) for year in np.flatnonzero(years).tolist() if year)


def sources_in_view(edition: Edition, given: Parameters) -> Answer:
    """The rows of sources_in_view.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    grades, of_source = tallies.grades
    is_found = np.zeros(len(of_source), bool)
    parts = tallies.parts(wanted)
    if given["state"] is None:
        parts += [(meetings, tallies.rows(meetings, wanted)) for meetings in (tallies.planned, tallies.others)]
    for meetings, rows in parts:
        is_found[meetings.lists["sources"].within(rows)] = True
    row = row_type("sources_in_view", ("grade", "sources"))
    return tuple(row(grade, sources) for grade, sources in named(grades, np.bincount(of_source[is_found])).items())


def participant_register(edition: Edition, given: Parameters) -> Answer:
    """The rows of participant_register.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    recorded = named(tallies.codes["participants"], tallies.count("participants", wanted))
    row = row_type("participant_register", REGISTERED)
    return tuple(
        row(*one, recorded.get(one.participant_id, 0))
        for one in _participants(edition)
        if not wanted.participants or one.participant_id in wanted.participants
    )


@lru_cache(maxsize=8)
def _participants(edition: Edition) -> Answer:
    return rows_of(edition, "participants", {})


def coverage_of_years(edition: Edition, given: Parameters) -> Answer:
    """The rows of coverage_of_years.sql."""
    tallies = tallies_of(edition)
    wanted = Wanted.of(given).without("years", "countries", "places", "participants", "modes", "topics", "search")
    body, ordinal, year = _numbered(tallies, wanted)
    begins = np.ones(len(body), bool)
    begins[1:] = body[1:] != body[:-1]
    before, year_before = np.roll(ordinal, 1), np.roll(year, 1)
    missing = ordinal - np.where(begins, 0, before) - 1
    earliest = np.maximum(year - ordinal + 1, tallies.bodies.founded[body])
    last = np.where(begins, year, np.maximum(year, year_before))
    first = np.minimum(year, np.where(begins, earliest, year_before))
    lengths = last - first + 1
    shared = np.repeat(first - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    offset = int(shared.min()) if len(shared) else 0
    lacking = np.bincount(shared - offset, weights=np.repeat(missing / lengths, lengths))
    lacking = np.floor(np.round(lacking, 9) * 1000 + 0.5) / 1000
    spanned = np.flatnonzero(np.bincount(shared - offset))
    found = np.bincount(year, minlength=offset + len(lacking))
    row = row_type("coverage_of_years", ("year", "found", "missing", "is_thin"))
    answer = []
    for place in spanned.tolist():
        known, lacks = int(found[place + offset]), float(lacking[place])
        answer.append(row(place + offset, known, lacks, lacks > 0 and lacks >= known))
    return tuple(answer)


def _numbered(tallies: Tallies, wanted: Wanted) -> tuple[Numbers, Numbers, Numbers]:
    """The numbers of which a meeting held is in view, body by body in their order: body, number, the first year of each."""
    columns = []
    for meetings, rows in tallies.parts(wanted):
        is_in = np.zeros(len(meetings), bool)
        is_in[rows] = True
        numbered = meetings.numbered[is_in[meetings.numbered]]
        columns.append([meetings.columns[name][numbered].astype(np.int64) for name in ("body", "ordinal", "year")])
    body, ordinal, year = (np.concatenate(column) for column in zip(*columns, strict=True))
    is_first = np.ones(len(body), bool)
    is_first[1:] = (body[1:] != body[:-1]) | (ordinal[1:] != ordinal[:-1])
    return body[is_first], ordinal[is_first], year[is_first]


def expected_numbers(edition: Edition, given: Parameters) -> Answer:
    """The row of expected_numbers.sql."""
    tallies, wanted = tallies_of(edition), Wanted.of(given)
    spans = tallies.spans
    counted = (tallies.count("body", wanted.without("years")) > 0)[spans["body"]]
    if wanted.year_from is not None:
        counted &= spans["until_year"] >= wanted.year_from
    if wanted.year_to is not None:
        counted &= spans["until_year"] <= wanted.year_to
    row = row_type("expected_numbers", ("expected", "found"))
    return (row(int(spans["expected"][counted].sum()), int(spans["found"][counted].sum())),)


COUNTED: Mapping[str, Callable[[Edition, Parameters], Answer | None]] = {
    "choices": choices,
    "coverage_of_years": coverage_of_years,
    "event_list": nearest_meetings,
    "events_in_order": first_in_order,
    "expected_numbers": expected_numbers,
    "known_fields": known_fields,
    "meetings_by_body": meetings_by_body,
    "meetings_by_city": meetings_by_city,
    "meetings_by_country": meetings_by_country,
    "meetings_by_level": meetings_by_level,
    "meetings_by_year": meetings_by_year,
    "participant_register": participant_register,
    "planned_by_year": planned_by_year,
    "sources_in_view": sources_in_view,
    "view_figures": view_figures,
}
