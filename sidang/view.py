"""The view: what a page shows, as one value that is also its link.

Keys and codes are a public contract (docs/links.md): the same in every language, in a fixed order, defaults never
written. Whatever a link says that is not understood becomes a `Problem`; the rest applies.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from sidang.dates import is_date
from sidang.text import fold

KEYS = ("year", "body", "org", "pillar", "q", "as_of", "lang")
LONGEST_VALUE = 8000
LONGEST_SEARCH = 200

ProblemKind = Literal["unknown_key", "unknown_value", "malformed_value", "out_of_range", "reversed", "too_long"]


@dataclass(frozen=True)
class Codes:
    """The values a link may name, taken from one edition.

    `aliases` leads from a former body id to the present one; `years` are the first and last year with a meeting, planned
    ones included; `known_year` is the last about which sources were read.
    """

    bodies: frozenset[str]
    aliases: Mapping[str, str]
    organizations: frozenset[str]
    pillars: tuple[str, ...]
    years: tuple[int, int]
    known_year: int
    languages: tuple[str, ...] = ("en", "id")


@dataclass(frozen=True)
class Problem:
    """A part of a link that was not understood: which key, which value, and what is wrong with it."""

    kind: ProblemKind
    key: str
    value: str


@dataclass(frozen=True)
class View:
    """Filters and page settings. An empty tuple, None or "" means no restriction.

    `years` is inclusive; `bodies` include their sub-bodies; `search` is matched word by word; `as_of` is an ISO day.
    """

    years: tuple[int, int] | None = None
    bodies: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    search: str = ""
    as_of: str | None = None
    language: str | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether any filter restricts the meetings shown; language and day do not."""
        return replace(self, as_of=None, language=None) != View()

    @property
    def is_reset_worthwhile(self) -> bool:
        """Whether the view says anything but its language: a filter, or a day from which it is seen."""
        return replace(self, language=None) != View()

    def seen_from(self, today: datetime.date) -> datetime.date:
        """The day from which the view is seen: its own, or else today."""
        return datetime.date.fromisoformat(self.as_of) if self.as_of else today

    def without(self, *names: str) -> "View":
        """The same view with the named fields back at their defaults."""
        empty = View()
        return replace(self, **{name: getattr(empty, name) for name in names})


@dataclass
class _Reading:
    codes: Codes
    problems: list[Problem] = field(default_factory=list)

    def note(self, kind: ProblemKind, key: str, value: str) -> None:
        problem = Problem(kind, key, value[:80])
        if problem not in self.problems:
            self.problems.append(problem)

    def years(self, value: str) -> tuple[int, int] | None:
        match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", value)
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

    def listed(self, key: str, value: str, known: Iterable[str], aliases: Mapping[str, str]) -> tuple[str, ...]:
        allowed = set(known)
        kept = set()
        for code in (part.strip().lower() for part in value.split(",")):
            present = aliases.get(code, code)
            if present in allowed:
                kept.add(present)
            elif code:
                self.note("unknown_value", key, code)
        return tuple(sorted(kept))

    def day(self, value: str) -> str | None:
        if len(value) == 10 and is_date(value):
            return value
        self.note("malformed_value", "as_of", value)
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

    A key given several times reads like one with its values joined by commas (for `year`, `q`, `as_of` and `lang` the
    last one counts). Keys that belong to the server (`embed`, `embed_options`) pass silently.
    """
    reading = _Reading(codes)
    values: dict[str, str] = {}
    for key, given in query.items():
        parts = [given] if isinstance(given, str) else list(given)
        value = ",".join(parts) if key in ("body", "org", "pillar") else (parts[-1] if parts else "")
        if key in ("embed", "embed_options"):
            continue
        if key not in KEYS:
            reading.note("unknown_key", key, value)
        elif len(value) > LONGEST_VALUE:
            reading.note("too_long", key, value)
        elif value.strip():
            values[key] = value.strip()
    language = values.get("lang", "").lower() or None
    if language is not None and language not in codes.languages:
        reading.note("unknown_value", "lang", language)
        language = None
    view = View(
        years=reading.years(values["year"]) if "year" in values else None,
        bodies=reading.listed("body", values.get("body", ""), codes.bodies, codes.aliases),
        organizations=reading.listed("org", values.get("org", ""), codes.organizations, {}),
        pillars=reading.listed("pillar", values.get("pillar", ""), codes.pillars, {}),
        search=reading.search(values.get("q", "")),
        as_of=reading.day(values["as_of"]) if "as_of" in values else None,
        language=language,
    )
    return view, tuple(reading.problems)


def to_query(view: View) -> dict[str, str]:
    """The query of a view's link: fixed order, defaults left out, so that equal views have equal links."""
    query: dict[str, str] = {}
    if view.years:
        first, last = view.years
        query["year"] = str(first) if first == last else f"{first}-{last}"
    for key, codes in (("body", view.bodies), ("org", view.organizations), ("pillar", view.pillars)):
        if codes:
            query[key] = ",".join(sorted(codes))
    if view.search:
        query["q"] = view.search
    if view.as_of:
        query["as_of"] = view.as_of
    if view.language:
        query["lang"] = view.language
    return query
