"""Names that are built, not stored: numbered meetings, places, short names of bodies.

A numbered meeting has no stored name: both languages build it from body and ordinal (data/README.md, "Ids and names").
"""

from collections.abc import Mapping
from typing import Protocol

from sidang.language import Language
from sidang.links import counted
from sidang.view import View


class Meeting(Protocol):
    """What a row of event_list.sql says of a meeting's name and place."""

    ordinal: int | None
    name: str | None
    name_indonesian: str | None
    body_name: str
    body_name_indonesian: str | None
    body_acronym: str | None
    body_acronym_indonesian: str | None
    start_date: str
    mode: str
    place_name: str | None
    place_name_indonesian: str | None
    country_name: str | None
    country_name_indonesian: str | None


def meetings_in_view(language: Language, meetings: int, view: View | None = None) -> str:
    """The count in view, with which every page's answer begins: "**41 meetings**", a link to the list of a view."""
    shown = counted(language, meetings, view)
    return "**" + language.count("{n} meeting", "{n} meetings", meetings, figure=shown) + "**"


def years_in_words(first: int, last: int) -> str:
    """A span of years: 2023, or 2018–2023."""
    return str(first) if first == last else f"{first}–{last}"


def sum_in_words(
    language: Language, meetings: int, terms: Mapping[str, int], views: Mapping[str, View | None] | None = None
) -> str:
    """How the meetings in view add up, by what is said of each part; `views` hold just the meetings of a part."""
    known = views or {}
    parts = " + ".join(f"{counted(language, count, known.get(words))} {words}" for words, count in terms.items())
    return language.count("{n} meeting in view = {terms}.", "{n} meetings in view = {terms}.", meetings, terms=parts)


def ordinal(number: int) -> str:
    """An English ordinal: 1st, 2nd, 3rd, 11th, 22nd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def short_body_name(row: object, language: Language) -> str:
    """The acronym of a body where it has one, else its name, in the language of the page."""
    return language.short_name(row, "body_") or language.name(row, "body_name")


def organization_name(row: object, language: Language) -> str:
    """An organization as it is called in tables: its acronym, else its name; from columns organization_…."""
    return language.short_name(row, "organization_") or language.name(row, "organization_name")


def meeting_name(row: Meeting, language: Language) -> str:
    """A meeting's own name where a source prints one, else body and ordinal, else body and date."""
    if row.name:
        return language.name(row)
    body = short_body_name(row, language)
    number = row.ordinal
    if number is not None:
        return f"{body} ke-{number}" if language.code == "id" else f"{ordinal(number)} {body}"
    return f"{body}, {language.date(row.start_date)}" if row.start_date else body


def where(row: Meeting, language: Language) -> str:
    """Where a meeting was held, in words: a city, a country, "online", or that it is not known."""
    if row.mode == "virtual":
        return language.text("Online")
    if row.place_name:
        place = language.name(row, "place_name")
        return language.text("{place}, hybrid", place=place) if row.mode == "hybrid" else place
    if row.country_name:
        return language.text("{country}, city not known", country=language.name(row, "country_name"))
    return language.text("Not known")
