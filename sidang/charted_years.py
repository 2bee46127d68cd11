"""The years of a view as charts draw them: which may hold more than is known, and who chaired; and what is said of both."""

from collections.abc import Iterable
from dataclasses import replace

from sidang.frame import Page
from sidang.questions import Rows, one
from sidang.time_axis import Chair, TimeAxis

# Whose summits name the chair where the view names no organization.
CHAIRED = ("asean",)


def axis_of(page: Page, known: Iterable[int]) -> TimeAxis | None:
    """The years of the view, or else from the first to the last of the years given; None where there is none.

    A year is thin where at least as many numbered meetings are missing as found, or where no numbered series in view spans
    it, so that nothing tells how many there were (queries/coverage_of_years.sql).
    """
    found = sorted(known)
    if not found:
        return None
    first, last = page.view.years or (found[0], found[-1])
    told = {row.year: row.is_thin for row in coverage_of_years(page)}
    chairs: dict[int, Chair] = {}
    for row in page.ask("chairs_by_year", chaired=page.view.organizations or CHAIRED):
        before = chairs.get(row.year, Chair((), ()))
        chairs[row.year] = Chair((*before.codes, row.participant_id), (*before.names, page.language.name(row)))
    return TimeAxis(
        first,
        last,
        unfinished_from=min(page.edition.data_until.year, page.as_of.year),
        thin=frozenset(year for year in range(first, last + 1) if told.get(year, True)),
        chairs=chairs,
    )


def coverage_of_years(page: Page) -> Rows:
    """What is known of each year.

    Only filters by body, organization, pillar and level change it: the others are left out, so that an answer serves every
    view that differs by them alone.
    """
    view = page.view.without("years", "countries", "places", "participants", "modes", "topics", "search")
    return replace(page, view=view).ask("coverage_of_years")


def notes_of(page: Page, axis: TimeAxis) -> list[str]:
    """What hatching and band mean, as far as the chart has them."""
    _ = page.language.text
    notes = []
    if axis.last >= axis.unfinished_from:
        notes.append(_("Hatched: the year is not wholly collected yet."))
    if axis.thin.intersection(axis.years):
        notes.append(
            _(
                "Hatched ground: coverage is thin; at least half of the numbered meetings that must have met in that year, "
                "since a later one of the series did, are missing, or no numbered series in view tells."
            )
        )
    if axis.charted_chairs:
        notes.append(_("Band: the chair that the summits of the year name; blank where none does."))
    return notes


def thinness_in_words(page: Page) -> dict[int, str]:
    """What is known of the numbered series in each year that they span: found, and about how many are missing."""
    language, _ = page.language, page.language.text
    words = {}
    for row in coverage_of_years(page):
        found = language.count("{n} found", "{n} found", row.found)
        missing = round(row.missing)
        text = _("{found}, about {missing} missing", found=found, missing=language.number(missing)) if missing else found
        words[row.year] = _("thin: {text}", text=text) if row.is_thin else text
    return words


def known_line(page: Page, what: str, known: int) -> str:
    """Of how many meetings in view a field is known that a chart shows."""
    language, all_ = page.language, one(page.ask("known_fields")).meetings
    return language.count(
        "{what}: known of {known} of the {n} meeting in view.", "{what}: known of {known} of the {n} meetings in view.",
        all_, what=what, known=language.number(known),
    )  # fmt: skip
