"""The view: what a page shows, as one value that is also its link.

Keys and codes are a public contract (docs/links.md): the same in every language, in a fixed order, defaults never
written. Whatever a link says that is not understood becomes a `Problem`; the rest applies.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from sidang.dates import is_date
from sidang.text import fold

LISTED = {
    "bodies": "body",
    "organizations": "org",
    "pillars": "pillar",
    "levels": "level",
    "countries": "country",
    "places": "place",
    "participants": "with",
    "modes": "mode",
    "topics": "topic",
}
SWITCHES = {
    "is_without_sub_bodies": ("sub_bodies", "no", "bodies"),
    "is_involvement_counted": ("pillar_role", "any", "pillars"),
    "is_planned_charted": ("status", "all", ""),
}
SORTS = ("newest", "oldest", "body", "place")
MAPS = ("cities", "countries")
SPLITS = ("pillar", "level")
EXTENTS = ("meetings", "southeast_asia", "asia", "pacific", "world")
READS = ("organization", "participant")
SECTIONS = ("coverage", "fields", "sources", "conflicts", "codebook", "editions", "downloads")
SETTINGS = {"sort": SORTS, "map": MAPS, "split": SPLITS, "extent": EXTENTS, "read": READS, "section": SECTIONS}
DAYS = ("as_of", "since")
COMPARED = ("before", "after")
FIRST_DAY, LAST_DAY = datetime.date(1967, 1, 1), datetime.date(2100, 12, 31)
ZOOMS = (-6, 14)
KEYS = (
    "year", "body", "sub_bodies", "org", "pillar", "pillar_role", "level", "country", "place", "with", "mode", "topic", "q",
    "status", "as_of", "since", "sort", "at", "map", "split", "extent", "zoom", "read", "section", "before", "after",
    "id", "edition", "lang",
)  # fmt: skip
FILTERS = KEYS[: KEYS.index("status")]
SERVER_KEYS = ("embed", "embed_options")
A_YEAR = datetime.timedelta(days=365)
LONGEST_VALUE = 8000
LONGEST_SEARCH = 200
LONGEST_ID = 100

ProblemKind = Literal["unknown_key", "unknown_value", "malformed_value", "out_of_range", "reversed", "too_long", "not_shown"]


@dataclass(frozen=True)
class Codes:
    """The values a link may name, taken from one edition.

    `listed` leads from each code of a key, former ones included, to the present id; `years` are the first and last year
    with a meeting, planned ones included; `known_year` is the last about which sources were read.
    """

    listed: Mapping[str, Mapping[str, str]]
    years: tuple[int, int]
    known_year: int
    languages: tuple[str, ...] = ("en", "id")

    @cached_property
    def present(self) -> Mapping[str, frozenset[str]]:
        """The present ids of each key."""
        return {key: frozenset(codes.values()) for key, codes in self.listed.items()}


@dataclass(frozen=True)
class Problem:
    """A part of a link that was not understood: which key, which value, and what is wrong with it."""

    kind: ProblemKind
    key: str
    value: str


@dataclass(frozen=True)
class View:
    """Filters and page settings. An empty tuple, None or "" means no restriction.

    `years` is inclusive; `bodies` include their sub-bodies unless `is_without_sub_bodies`; `pillars` are lead pillars, with
    `is_involvement_counted` also those that a source names as involved; `countries` are where a meeting was held, `places`
    its city or area, or one of `online`, `country_only`, `unknown` (whereabouts in build/event_details.sql); `participants`
    who is recorded as taking part; `topics` are named by agenda or documents; `search` is matched word by word. Charts show
    planned meetings beside the held ones where `is_planned_charted`. `as_of` is an ISO day, `since` the day with which a
    page that tells changes compares it; `read` says by what statuses are listed. `at` is the year to which the time control
    of the map is set; `map`, `split`, `extent` and `zoom` say how the map is drawn, `zoom` in half steps from the extent.
    `section` is what the page about the data shows, `before` and `after` the editions that it compares. `record` is the id
    of the record that a page shows, `edition` the name of the edition to which a link is frozen.
    """

    years: tuple[int, int] | None = None
    bodies: tuple[str, ...] = ()
    is_without_sub_bodies: bool = False
    organizations: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    is_involvement_counted: bool = False
    levels: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    search: str = ""
    is_planned_charted: bool = False
    as_of: str | None = None
    since: str | None = None
    sort: str = SORTS[0]
    at: int | None = None
    map: str = MAPS[0]
    split: str = SPLITS[0]
    extent: str = EXTENTS[0]
    zoom: int = 0
    read: str = READS[0]
    section: str = SECTIONS[0]
    before: str | None = None
    after: str | None = None
    record: str | None = None
    edition: str | None = None
    language: str | None = None

    @cached_property
    def filters(self) -> "View":
        """The part of the view that restricts the meetings shown."""
        return self.without("is_planned_charted", *DAYS, "at", "zoom", *COMPARED, "record", "edition", "language", *SETTINGS)

    @property
    def is_filtered(self) -> bool:
        """Whether any filter restricts the meetings shown."""
        return self.filters != View()

    @cached_property
    def elsewhere(self) -> "View":
        """The view as a link to another page carries it: all but the record, moment and editions that this page shows."""
        return self.without("record", "at", *COMPARED)

    @property
    def at_moment(self) -> "View":
        """The view of the year to which the time control is set; without one the view itself."""
        return self.with_(years=(self.at, self.at)) if self.at else self

    def seen_from(self, today: datetime.date) -> datetime.date:
        """The day from which the view is seen: its own, or else today."""
        return datetime.date.fromisoformat(self.as_of) if self.as_of else today

    def compared_with(self, as_of: datetime.date) -> datetime.date:
        """The day with which the view's own is compared: a year earlier unless it names one."""
        return datetime.date.fromisoformat(self.since) if self.since else max(FIRST_DAY, as_of - A_YEAR)

    def without(self, *names: str) -> "View":
        """The same view with the named fields back at their defaults."""
        return self.with_(**{name: getattr(View, name) for name in names})

    def with_(self, **values: Any) -> "View":
        """The same view with other values, codes in order, and no switch or moment left that has nothing to act on."""
        for name in LISTED:
            if name in values:
                values[name] = tuple(sorted(set(values[name])))
        for name, (_, _, needed) in SWITCHES.items():
            if needed and not values.get(needed, getattr(self, needed)):
                values[name] = False
        at, years = values.get("at", self.at), values.get("years", self.years)
        if at and years and not years[0] <= at <= years[1]:
            values["at"] = None
        return self if all(getattr(self, name) == value for name, value in values.items()) else replace(self, **values)

    @cached_property
    def query(self) -> tuple[tuple[str, str], ...]:
        """The keys and values that `to_query` gives."""
        return tuple(_query_of(self).items())


@dataclass
class _Reading:
    codes: Codes
    problems: list[Problem] = field(default_factory=list)

    def note(self, kind: ProblemKind, key: str, value: str) -> None:
        problem = Problem(kind, key[:LONGEST_ID], value[:80])
        if problem not in self.problems:
            self.problems.append(problem)

    def years(self, value: str) -> tuple[int, int] | None:
        match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", value, re.ASCII)
        if not match:
            self.note("malformed_value", "year", value)
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        lowest, highest = self.codes.years
        if first > last:
            self.note("reversed", "year", value)
            return None
        if last < lowest or first > highest:
            self.note("out_of_range", "year", value)
            return None
        if first < lowest or last > highest:
            self.note("out_of_range", "year", value)
        years = max(first, lowest), min(last, highest)
        return None if years == self.codes.years else years

    def listed(self, key: str, value: str) -> tuple[str, ...]:
        known = self.codes.listed[key]
        kept = set()
        for code in (part.strip().lower() for part in value.split(",")):
            if code in known:
                kept.add(known[code])
            elif code:
                self.note("unknown_value", key, code)
        return tuple(sorted(kept))

    def one_of(self, key: str, value: str, allowed: tuple[str, ...]) -> str | None:
        if value.lower() in allowed:
            return value.lower()
        self.note("unknown_value", key, value)
        return None

    def day(self, key: str, value: str) -> str | None:
        if len(value) != 10 or not value.isascii() or not is_date(value):
            self.note("malformed_value", key, value)
            return None
        if not FIRST_DAY <= datetime.date.fromisoformat(value) <= LAST_DAY:
            self.note("out_of_range", key, value)
            return None
        return value

    def year(self, value: str) -> int | None:
        if not re.fullmatch(r"\d{4}", value, re.ASCII):
            self.note("malformed_value", "at", value)
            return None
        if not self.codes.years[0] <= int(value) <= self.codes.years[1]:
            self.note("out_of_range", "at", value)
            return None
        return int(value)

    def zoom(self, value: str) -> int:
        if not re.fullmatch(r"-?\d{1,2}", value, re.ASCII):
            self.note("malformed_value", "zoom", value)
            return 0
        steps = int(value)
        if not ZOOMS[0] <= steps <= ZOOMS[1]:
            self.note("unknown_value", "zoom", value)
        return min(max(steps, ZOOMS[0]), ZOOMS[1])

    def name(self, key: str, value: str) -> str | None:
        if re.fullmatch(rf"[\w.-]{{1,{LONGEST_ID}}}", value, re.ASCII):
            return value
        self.note("malformed_value", key, value)
        return None

    def search(self, value: str) -> str:
        words = " ".join(value.split())
        if len(words) > LONGEST_SEARCH:
            self.note("too_long", "q", words)
            return ""
        if words and not fold(words):
            self.note("malformed_value", "q", words)
            return ""
        return words


def from_query(query: Mapping[str, str | list[str]], codes: Codes) -> tuple[View, tuple[Problem, ...]]:
    """Read a link's query into a view, and name every part that was not understood.

    A key given several times reads like one with its values joined by commas where it takes several; of any other the last
    one counts. Keys that belong to the server (`embed`, `embed_options`) pass silently.
    """
    reading = _Reading(codes)
    values: dict[str, str] = {}
    for key, given in query.items():
        parts = [given] if isinstance(given, str) else list(given)
        value = ",".join(parts) if key in LISTED.values() else (parts[-1] if parts else "")
        if key in SERVER_KEYS:
            continue
        if key not in KEYS:
            reading.note("unknown_key", key, value)
        elif len(value) > LONGEST_VALUE:
            reading.note("too_long", key, value)
        elif value.strip():
            values[key] = value.strip()
    view = View(
        years=reading.years(values["year"]) if "year" in values else None,
        search=reading.search(values.get("q", "")),
        as_of=reading.day("as_of", values["as_of"]) if "as_of" in values else None,
        since=reading.day("since", values["since"]) if "since" in values else None,
        at=reading.year(values["at"]) if "at" in values else None,
        zoom=reading.zoom(values["zoom"]) if "zoom" in values else 0,
        before=reading.name("before", values["before"]) if "before" in values else None,
        after=reading.name("after", values["after"]) if "after" in values else None,
        record=reading.name("id", values["id"]) if "id" in values else None,
        edition=reading.name("edition", values["edition"]) if "edition" in values else None,
        language=reading.one_of("lang", values["lang"], codes.languages) if "lang" in values else None,
    )
    listed = {name: reading.listed(key, values.get(key, "")) for name, key in LISTED.items()}
    switched = {
        name: key in values and reading.one_of(key, values[key], (on,)) is not None
        for name, (key, on, _) in SWITCHES.items()
    }
    settings = {
        key: (reading.one_of(key, values[key], known) if key in values else None) or known[0]
        for key, known in SETTINGS.items()
    }
    whole = view.with_(**listed, **switched, **settings)
    if view.at and not whole.at:
        reading.note("out_of_range", "at", values["at"])
    return whole, tuple(reading.problems)


def to_query(view: View) -> dict[str, str]:
    """The query of a view's link: fixed order, defaults left out, so that equal views have equal links."""
    return dict(view.query)


def _query_of(view: View) -> dict[str, str]:
    first, last = view.years or (0, 0)
    said = {
        "year": "" if not view.years else str(first) if first == last else f"{first}-{last}",
        "q": view.search,
        "as_of": view.as_of,
        "since": view.since,
        "at": str(view.at) if view.at else "",
        "zoom": str(view.zoom) if view.zoom else "",
        "before": view.before,
        "after": view.after,
        "id": view.record,
        "edition": view.edition,
        "lang": view.language,
    }
    said |= {key: ",".join(sorted(code.lower() for code in getattr(view, name))) for name, key in LISTED.items()}
    said |= {key: on if getattr(view, name) else "" for name, (key, on, _) in SWITCHES.items()}
    said |= {key: getattr(view, key) if getattr(view, key) != known[0] else "" for key, known in SETTINGS.items()}
    return {key: value for key in KEYS if (value := said[key])}
