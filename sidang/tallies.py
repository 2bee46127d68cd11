"""What counts need to know of each meeting, as numbers in memory, and which meetings pass the filters of a view.

The database answers a question in no less than some milliseconds, most of which it plans, and it looks at each meeting anew
for each question. Here an edition is read once (queries/tally_*.sql), a view is a run of rows or a list of them, and a count
is an addition. What a filter means is defined by queries/events_by_filter.sql; tests/test_tallies.py holds both together.
"""

import datetime
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from cachetools import LRUCache, cached

from sidang.edition import Edition
from sidang.query_files import QuestionFailed, question
from sidang.querying import numbers, rows_of
from sidang.tally_rows import Listed, Meetings, Numbers, Rows
from sidang.wanted import Wanted

KEPT_EDITIONS = 3
KEPT_BYTES = 32 << 20
FIRST_DAY = datetime.date(1970, 1, 1)
UNKNOWN_DAY = 2_147_483_647
LISTS = ("participants", "pillars", "topics", "sources")
FLAGS = ("has_agenda", "has_parts", "has_participants", "has_pillars", "has_topics")
STATES = ("held", "planned", "others", "national")
MODES = ("in_person", "virtual", "hybrid", "unknown")
WITHOUT_PLACE = ("online", "country_only", "unknown")


@dataclass(frozen=True, eq=False)
class Bodies:
    """What filters look at in each body, by its number."""

    ids: tuple[str, ...]
    parents: tuple[str | None, ...]
    organizations: tuple[str, ...]
    pillars: tuple[str, ...]
    levels: tuple[str, ...]
    is_national: Numbers
    founded: Numbers

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each body."""
        return {code: number for number, code in enumerate(self.ids)}

    def groups(self, name: str) -> tuple[list[str], Numbers]:
        """The organizations, pillars or levels of bodies in the order of their ids, and the place of each body's there."""
        return self._groups[name]

    def summed(self, name: str, counts: Numbers) -> dict[str, int]:
        """Counts by body added up by organization, pillar or level; without those of none."""
        ids, of_body = self.groups(name)
        sums = np.bincount(of_body, weights=counts)
        return {code: int(total) for code, total in zip(ids, sums.tolist(), strict=True) if total}

    @cached_property
    def _groups(self) -> dict[str, tuple[list[str], Numbers]]:
        return {name: _places_of(getattr(self, name)) for name in ("organizations", "pillars", "levels")}

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        below: dict[str, list[str]] = {}
        for code, parent in zip(self.ids, self.parents, strict=True):
            if parent:
                below.setdefault(parent, []).append(code)
        return below

    def called(self, wanted: Wanted, has_national: bool = True) -> Numbers | None:
        """Which bodies' meetings pass the filters that look at the body alone; None where all do.

        Without `has_national` there are no meetings of national coordination among them.
        """
        tests = []
        if wanted.bodies:
            tests.append(self._chosen(wanted.bodies, wanted.is_without_sub_bodies))
        if wanted.organizations:
            tests.append(_among(self.organizations, wanted.organizations))
        if has_national and not wanted.with_national and not wanted.bodies and self.is_national.any():
            tests.append(~self.is_national | _among(self.organizations, wanted.organizations))
        if wanted.levels:
            tests.append(_among(self.levels, wanted.levels))
        if wanted.pillars and not wanted.is_involvement_counted:
            tests.append(_among(self.pillars, wanted.pillars))
        return np.logical_and.reduce(tests) if tests else None

    def _chosen(self, bodies: Iterable[str], is_alone: bool) -> Numbers:
        chosen = np.zeros(len(self.ids), bool)
        left = [code for code in bodies if code in self.numbers]
        while left:
            code = left.pop()
            chosen[self.numbers[code]] = True
            if not is_alone:
                left += self._below.get(code, ())
        return chosen


@dataclass(frozen=True, eq=False)
class Tallies:
    """An edition in numbers: its meetings by state, and the ids behind the numbers of bodies, places and other records.

    `held` are the meetings held but those of national coordination, which stand apart, as nearly every view leaves them out.
    `places` are the rows of tally_places.sql, `countries` those of countries.sql by id, `spans` the columns of
    tally_spans.sql; `codes` hold the ids of countries, participants, pillars and topics by number, the grades of sources.
    """

    edition: Edition
    held: Meetings
    national: Meetings
    planned: Meetings
    others: Meetings
    bodies: Bodies
    places: tuple[Any, ...]
    countries: Mapping[str, Any]
    spans: Mapping[str, Numbers]
    codes: Mapping[str, tuple[str, ...]]
    kept: LRUCache[Any, Rows] = field(default_factory=lambda: LRUCache(KEPT_BYTES, getsizeof=_weight))
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def size(self) -> int:
        """How many meetings there are, of any status."""
        return sum(map(len, (self.held, self.national, self.planned, self.others)))

    @cached_property
    def sizes(self) -> Mapping[str, int]:
        """How many numbers there are in each column and list that is counted."""
        states = (self.held, self.national, self.planned, self.others)
        years = max(int(meetings.columns["year"].max(initial=0)) for meetings in states) + 1
        flags = dict.fromkeys(FLAGS, 2)
        records = {name: len(self.codes[name]) for name in ("participants", "pillars", "topics")}
        places, countries = len(self.places) + 1, len(self.codes["countries"]) + 1
        found = {"country": countries, "place": places, "whereabouts": len(self.whereabouts), "mode": len(MODES)}
        return flags | records | found | {"year": years, "body": len(self.bodies.ids)}

    @cached_property
    def years_and_pillars(self) -> Mapping[str, Numbers]:
        """Year and lead pillar of each meeting held, by state, in one number: the pillar within the year."""
        pillars, of_body = self.bodies.groups("pillars")
        return {
            meetings.state: meetings.columns["year"].astype(np.int32) * len(pillars) + of_body[meetings.columns["body"]]
            for meetings in (self.held, self.national)
        }

    @cached_property
    def grades(self) -> tuple[list[str], Numbers]:
        """The grades of sources in their order, and the place of each source's there."""
        return _places_of(self.codes["sources"])

    @cached_property
    def whereabouts(self) -> tuple[str, ...]:
        """Where a meeting can have been, by number: a place, or what is said where there is none."""
        return (*(place.place_id for place in self.places), *WITHOUT_PLACE)

    def parts(self, wanted: Wanted) -> list[tuple[Meetings, Rows]]:
        """The meetings held that pass the filters."""
        states = [self.held]
        if wanted.with_national or wanted.bodies or wanted.organizations:
            states.append(self.national)
        return [(meetings, self.rows(meetings, wanted)) for meetings in states]

    def count(self, name: str, wanted: Wanted) -> Numbers:
        """How many of the meetings held that pass the filters have each number in a column or list."""
        counts = [meetings.count(name, rows, self.sizes[name]) for meetings, rows in self.parts(wanted)]
        return counts[0] if len(counts) == 1 else counts[0] + counts[1]

    def rows(self, meetings: Meetings, wanted: Wanted) -> Rows:
        """The rows of those meetings that pass the filters: a span where all of some years do, else their numbers."""
        key = meetings.state, wanted
        with self.lock:
            kept = self.kept.get(key)
        if kept is None:
            kept = self._rows(meetings, wanted)
            if _weight(kept) < KEPT_BYTES:
                with self.lock:
                    self.kept[key] = kept
        return kept

    def _rows(self, meetings: Meetings, wanted: Wanted) -> Rows:
        span = meetings.span(wanted.year_from, wanted.year_to)
        tests = []
        bodies = self.bodies.called(wanted, has_national=meetings is not self.held)
        if bodies is not None:
            tests.append(bodies[meetings.columns["body"][span]])
        if wanted.pillars and wanted.is_involvement_counted:
            lead = _among(self.bodies.pillars, wanted.pillars)[meetings.columns["body"][span]]
            tests.append(lead | meetings.lists["pillars"].holds(span, _among(self.codes["pillars"], wanted.pillars)))
        for name, codes in (("country", (*self.codes["countries"], "")), ("whereabouts", self.whereabouts), ("mode", MODES)):
            chosen = {"country": wanted.countries, "whereabouts": wanted.places, "mode": wanted.modes}[name]
            if chosen:
                tests.append(_among(codes, chosen)[meetings.columns[name][span]])
        for name, chosen in (("participants", wanted.participants), ("topics", wanted.topics)):
            if chosen:
                tests.append(meetings.lists[name].holds(span, _among(self.codes[name], chosen)))
        if wanted.search:
            tests.append(_found(self.edition, wanted.search, self.size)[meetings.columns["number"][span]])
        if not tests:
            return span
        passed = tests[0]
        for test in tests[1:]:
            passed &= test
        kept: Numbers = (np.flatnonzero(passed) + span.start).astype(np.int32)
        return kept


@cached(LRUCache(KEPT_EDITIONS), condition=threading.Condition())
def tallies_of(edition: Edition) -> Tallies:
    """The numbers of an edition, read once by whoever asks first; others who ask for it meanwhile wait.

    Raises:
        QuestionFailed: when the edition cannot be read, or its rows do not stand as counts need them.
    """
    return _read(edition)


def _read(edition: Edition) -> Tallies:
    codes: dict[str, list[str]] = {name: [] for name in ("countries", "participants", "pillars", "topics", "sources")}
    named = numbers(edition, "tally_codes", {})
    for name, code in zip(named["list"], named["code"], strict=True):
        codes[name].append(code)
    lines = rows_of(edition, "tally_places", {})
    places, countries = len(lines), len(codes["countries"])
    columns = numbers(edition, "tally_meetings", {})
    _check_order(edition, columns)
    state, sizes = columns.pop("state"), {name: columns.pop(name) for name in LISTS}
    columns["country"] = np.where(columns["country"] < 0, countries, columns["country"])
    columns["place"] = np.where(columns["place"] < 0, places, columns["place"])
    where = columns["whereabouts"]
    columns["whereabouts"] = np.where(where < 0, places - 1 - where, where)
    columns |= {f"has_{name}": sizes[name] > 0 for name in ("participants", "pillars", "topics")}
    columns = {name: _small(column) for name, column in columns.items()}
    entries = {name: _small(numbers(edition, "tally_lists", {"list": name})["entry"]) for name in LISTS}

    bodies = _bodies(edition)
    state = np.where((state == 0) & bodies.is_national[columns["body"]], STATES.index("national"), state)

    def of_state(name: str) -> Meetings:
        chosen = state == STATES.index(name)
        return Meetings(
            name,
            {name: column[chosen] for name, column in columns.items()},
            {name: Listed.of(entries[name][np.repeat(chosen, sizes[name])], sizes[name][chosen]) for name in LISTS},
        )

    held, planned, others, national = map(of_state, STATES)
    return Tallies(
        edition,
        held,
        national,
        planned,
        others,
        bodies,
        lines,
        {country.country_id: country for country in rows_of(edition, "countries", {})},
        numbers(edition, "tally_spans", {}),
        {name: tuple(ids) for name, ids in codes.items()},
    )


def _check_order(edition: Edition, columns: Mapping[str, Numbers]) -> None:
    """Refuse meetings that do not stand by year: counts look for years where they stand, and would be wrong."""
    number, year = columns["number"], columns["year"]
    if (number != np.arange(len(number))).any() or (np.diff(year) > 0).any():
        raise QuestionFailed(
            f"The meetings of edition {edition.id} do not stand from the latest year to the first, those without a date "
            "last. Build it again: python -m sidang build"
        )


def _bodies(edition: Edition) -> Bodies:
    rows = rows_of(edition, "tally_bodies", {})
    return Bodies(
        tuple(row.body_id for row in rows),
        tuple(row.parent_body_id for row in rows),
        tuple(row.organization_id for row in rows),
        tuple(row.pillar_id for row in rows),
        tuple(row.level for row in rows),
        np.array([row.is_national for row in rows], bool),
        np.array([row.founded for row in rows], np.int64),
    )


def _small(column: Numbers) -> Numbers:
    """The same numbers in as few bytes as they need."""
    least, most = (int(column.min()), int(column.max())) if len(column) else (0, 0)
    kind = next(
        kind
        for kind in (np.int8, np.int16, np.int32, np.int64)
        if np.iinfo(kind).min <= least and most <= np.iinfo(kind).max
    )
    return column.astype(kind)


def _places_of(codes: Sequence[str]) -> tuple[list[str], Numbers]:
    """The distinct codes in their order, and where each of them stands there."""
    distinct = sorted(set(codes))
    places = {code: place for place, code in enumerate(distinct)}
    return distinct, np.array([places[code] for code in codes], np.int16)


def _among(codes: Iterable[str], chosen: Iterable[str]) -> Numbers:
    """Which of some codes are chosen."""
    wanted = frozenset(chosen)
    return np.fromiter((code in wanted for code in codes), bool)


def _bytes(rows: Numbers) -> int:
    return int(rows.nbytes)


def _weight(rows: Rows) -> int:
    return 256 if isinstance(rows, slice) else 256 + int(rows.nbytes)


@cached(LRUCache(KEPT_BYTES, getsizeof=_bytes), lock=threading.Lock())
def _found(edition: Edition, search: tuple[str, ...], meetings: int) -> Numbers:
    """Whether each meeting, by its number, is found by a search."""
    alone = vars(Wanted(search=search)) | {"as_of": edition.data_until}
    given = {name: alone[name] for name in question("tally_found").parameters}
    found = np.zeros(meetings, bool)
    found[numbers(edition, "tally_found", given)["number"]] = True
    return found
