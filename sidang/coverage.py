"""How much of the numbered series is known: from rows of coverage_by_body_and_year.sql to sums, words and a footnote."""

import urllib.parse
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sidang.language import Language
from sidang.options import short_name
from sidang.questions import Rows, one
from sidang.series import in_runs, numbers_missing
from sidang.view import View, to_query

STATES = ("known", "partial", "not_collected", "unnumbered")
QUESTION = "coverage_by_body_and_year"


@dataclass(frozen=True)
class Expected:
    """How many numbers the series must have reached, and of how many of them a meeting is known."""

    numbers: int
    found: int

    @property
    def missing(self) -> int:
        """Of how many no meeting is known."""
        return self.numbers - self.found


@dataclass(frozen=True)
class Series:
    """One body in the years of a view: its meetings, its numbers, those missing in words, its years by state."""

    body_id: str
    name: str
    meetings: int
    expected: Expected
    missing: str
    first_year: int
    last_year: int
    years: Counter[str]


def expected_in(rows: Iterable[Any]) -> Expected:
    """The numbers of all rows added up, each span once: in the year by which its numbers must have met."""
    ends = [row for row in rows if row.year == row.until_year]
    return Expected(sum(row.expected for row in ends), sum(row.found for row in ends))


def series_in(rows: Rows, language: Language) -> list[Series]:
    """The rows by body, in their order."""
    found = []
    for body_id, group in groupby(rows, key=lambda row: row.body_id):
        own = list(group)
        gaps = [number for row in own if row.year == row.until_year for number in _missing(row)]
        found.append(
            Series(
                body_id,
                short_name(own[0], language),
                sum(row.meetings for row in own),
                expected_in(own),
                in_runs(gaps),
                own[0].year,
                own[-1].year,
                Counter(row.state for row in own),
            )
        )
    return found


def state_words(language: Language) -> dict[str, str]:
    """What the states of a body in a year are called."""
    _ = language.text
    return {
        "known": _("known"),
        "partial": _("partial"),
        "not_collected": _("not collected"),
        "unnumbered": _("numbering not known"),
    }


def cell_in_words(row: Any, language: Language) -> str:
    """A body in a year in words: "2022: partial; 1 meeting; number 17 is missing (2022)"."""
    parts = [f"{row.year}: {state_words(language)[row.state]}"]
    parts.append(language.count("{n} meeting", "{n} meetings", row.meetings))
    gaps = missing_in_words(row, language)
    return "; ".join([*parts, gaps] if gaps else parts)


def missing_in_words(row: Any, language: Language) -> str:
    """Which numbers are missing of the span to which a year belongs, and in which years they must have met."""
    gaps = _missing(row)
    if not gaps:
        return ""
    years = {"numbers": in_runs(gaps), "last": row.until_year}
    if row.after_year is None:
        return language.count(
            "number {numbers} is missing, which met by {last}",
            "numbers {numbers} are missing, which met by {last}",
            len(gaps),
            **years,
        )
    return language.count(
        "number {numbers} is missing, which met from {first} to {last}",
        "numbers {numbers} are missing, which met from {first} to {last}",
        len(gaps),
        first=row.after_year,
        **years,
    )


def expected_of(rows: Rows) -> Expected:
    """The answer to expected_numbers.sql."""
    row = one(rows)
    return Expected(int(row.expected), int(row.found))


def footnote(expected: Expected, view: View, language: Language) -> str | None:
    """Under a picture or table: how many numbers of the series in view are missing; None where none is."""
    if not expected.missing:
        return None
    said = language.count(
        "Numbered series in view: {found} of the {expected} numbers that they must have reached are here, {n} is missing.",
        "Numbered series in view: {found} of the {expected} numbers that they must have reached are here, {n} are missing.",
        expected.missing,
        found=language.number(expected.found),
        expected=language.number(expected.numbers),
    )
    query = urllib.parse.urlencode(to_query(view.elsewhere.without("section")), safe=",")
    where = f"/data?{query}" if query else "/data"
    lead = language.text("Which ones")
    return f"{said} [{lead}]({where})"


def _missing(row: Any) -> list[int]:
    return numbers_missing(row.known, row.expected_after, row.expected_up_to) if row.until_year else []
