"""The answers of the page of venues in words: sentence, reconciling line, the map for those who do not see it."""

from sidang.language import Language
from sidang.links import among, counted
from sidang.names import meetings_in_view, sum_in_words, years_in_words
from sidang.questions import one
from sidang.venue_marks import NAMED, Venues


def extent_names(language: Language) -> dict[str, str]:
    """What the map can show, by code."""
    _ = language.text
    return {
        "meetings": _("What is in view"),
        "southeast_asia": _("South-East Asia"),
        "asia": _("Asia"),
        "pacific": _("Asia and the Pacific"),
        "world": _("World"),
    }


def sentence(venues: Venues) -> str:
    """The answer in one sentence: of the meetings in view, how many in which country, online, and in which city most."""
    page, language, _ = venues.now, venues.page.language, venues.page.language.text
    figures = one(page.ask("view_figures"))
    view = page.view
    count = meetings_in_view(language, figures.meetings, view)
    if not figures.meetings:
        if venues.page.view.at:
            return _("{meetings} in {year}.", meetings=count, year=venues.page.view.at)
        return _("{meetings} in view.", meetings=count)
    start = count
    if figures.first_year:
        start = _("{meetings} in {years}", meetings=count, years=years_in_words(figures.first_year, figures.last_year))
    places = [row for row in venues.places(page) if row.name and row.meetings]
    parts = []
    for leading in page.ask("leading_country"):
        parts.append(
            _(
                "{n} in {country}",
                n=counted(language, leading.meetings, view.with_(countries=(leading.country_id,))),
                country=language.name(leading),
            )
        )
    if figures.online:
        parts.append(_("{n} online", n=counted(language, figures.online, among(view, "places", "online"))))
    answer = f"{start}: {language.listing(parts)}" if parts else start
    if places and len(places) > 1:
        answer += "; " + _(
            "{place} held {n}",
            place=language.name(places[0]),
            n=counted(language, places[0].meetings, view.with_(places=(places[0].whereabouts,))),
        )
    return f"{answer}."


def reconciled(venues: Venues) -> str:
    """How the meetings in view add up: on the map, country only, online, unknown."""
    language, row = venues.page.language, one(venues.now.ask("view_figures"))
    _ = language.text
    online, unknown, country = _("online"), _("place not known"), _("country only")
    codes = {online: "online", unknown: "unknown", country: "country_only"}
    view = venues.now.view
    views = {words: among(view, "places", code) for words, code in codes.items()}
    rest = {online: row.online, unknown: row.unknown}
    if venues.is_by_country:
        return sum_in_words(language, row.meetings, {_("on the map"): row.with_place + row.country_only} | rest, views)
    terms = {_("on the map"): row.with_place, country: row.country_only} | rest
    return sum_in_words(language, row.meetings, terms, views)


def in_words(venues: Venues) -> str:
    """The map for readers who do not see it."""
    language, _ = venues.page.language, venues.page.language.text
    if venues.is_by_country:
        named = [(language.name(row), row.meetings) for row in venues.rows[:NAMED]]
        counted = len(venues.rows)
    else:
        places = [row for row in venues.rows if row.longitude is not None]
        named = [(language.name(row), row.meetings) for row in places[:NAMED]]
        counted = next((row.places for row in places), 0)
    if not counted:
        return _("Map without a place in view")
    most = language.listing(f"{name} {language.number(count)}" for name, count in named)
    return language.count(
        "Map of {n} place with meetings; most in {most}. The table below says the same.",
        "Map of {n} places with meetings; most in {most}. The table below says the same.",
        counted, most=most,
    )  # fmt: skip
