"""What the map of venues shows in a view: places and coloured land, each with what is said of it in the reader's words."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sidang.boundaries import Boundaries, on_map
from sidang.frame import Page, has_routes
from sidang.language import Language
from sidang.map_marks import Land, Mark, tint_of
from sidang.options import MOST_PLACES, level_names, names_of, pillar_names
from sidang.questions import Rows, one

NAMED = 4


@dataclass(frozen=True)
class Venues:
    """What the page works with: the view of the moment, and the same without its chosen places, which the map shows."""

    page: Page

    @cached_property
    def now(self) -> Page:
        """The page at the year of the time control."""
        return replace(self.page, view=self.page.view.at_moment)

    @cached_property
    def around(self) -> Page:
        """The page without what a click on this map chooses: choices do not hide each other."""
        return replace(self.now, view=self.now.view.without(self.chosen_by))

    @property
    def chosen_by(self) -> str:
        """The filter that a click on the map sets."""
        return "countries" if self.is_by_country else "places"

    @property
    def is_by_country(self) -> bool:
        """Whether the map colours countries instead of drawing cities."""
        return self.page.view.map == "countries"

    @cached_property
    def rows(self) -> Rows:
        """Where the meetings around were held, with planned ones alone only where the view shows planned meetings."""
        return self._shown(self.around)

    @cached_property
    def rows_now(self) -> Rows:
        """The same of the view itself, whose table stands beneath the map."""
        return self._shown(self.now)

    def _shown(self, page: Page) -> Rows:
        if not self.is_by_country:
            return self.places(page)
        return tuple(row for row in page.ask("meetings_by_country") if row.meetings or page.view.is_planned_charted)

    def places(self, page: Page) -> Rows:
        """The places of a view with most meetings, and the meetings of no known place; each row knows how many there are."""
        return page.ask("meetings_by_whereabouts", most=MOST_PLACES, is_planned_shown=page.view.is_planned_charted)

    @property
    def place_count(self) -> int:
        """How many places the view has, listed or not."""
        return next((row.places for row in self.rows_now if not row.is_without_place), 0)

    @property
    def categories(self) -> dict[str, str]:
        """The categories into which circles are split, by name, in their order."""
        if self.page.view.split == "level":
            return level_names(self.page.language)
        return pillar_names(self.page.edition, self.page.language)

    @property
    def colours(self) -> dict[str, str]:
        """The colour of each category."""
        theme = self.page.theme
        known = theme.levels if self.page.view.split == "level" else theme.pillars
        return {name: known[name] for name in self.categories}

    def parts(self, row: Any) -> dict[str, int]:
        """The meetings of a place by category."""
        return {name: getattr(row, f"{self.page.view.split}_{name}") for name in self.categories}


def marks_of(venues: Venues, land: Boundaries) -> list[Mark]:
    """The places on the map, or the countries."""
    page, language = venues.page, venues.page.language
    bodies = names_of(page.edition, language)["bodies"]
    chosen = getattr(page.view, venues.chosen_by)
    total = sum(row.meetings for row in venues.rows)
    if not venues.is_by_country:
        total = one(venues.around.ask("view_figures")).meetings
    found: list[Mark] = []
    for row in venues.rows:
        if venues.is_by_country:
            point, key, name = land.points.get(row.country_id), row.country_id, language.name(row)
            parts, most = {}, ""
        else:
            point = (on_map(row.longitude), row.latitude) if row.longitude is not None else None
            key, name, parts = row.whereabouts, language.name(row) if row.name else "", venues.parts(row)
            most = ", ".join(bodies[body] for body in row.body_ids.split())
            more = row.bodies - len(row.body_ids.split())
            if more > 0:
                most = language.count("{bodies} and {n} more", "{bodies} and {n} more", more, bodies=most)
        if point is None:
            continue
        found.append(
            Mark(
                key, name, *point, row.meetings, parts,
                planned=row.planned if page.view.is_planned_charted else 0,
                is_area=getattr(row, "kind", "") == "area",
                is_faded=bool(chosen) and key not in chosen,
                is_chosen=key in chosen,
                count=count_of(row, total, page),
                span=span_of(row, language),
                bodies=most if not venues.is_by_country else _places_of(row, language),
            )
        )  # fmt: skip
    if venues.is_by_country:
        return [replace(mark, name=f"{mark.name} {language.number(mark.meetings)}") for mark in found]
    return found


def lands_of(venues: Venues) -> list[Land]:
    """The countries that are coloured: by their meetings, or on the map of cities those with meetings of no known city."""
    if venues.is_by_country:
        most = max((row.meetings for row in venues.rows), default=1)
        return [Land(row.country_id, tint_of(row.meetings, most)) for row in venues.rows if row.meetings]
    return [Land(row.country_id, None) for row in venues.rows if row.whereabouts == "country_only" and row.meetings]


def data_of(land: Boundaries) -> Any:
    """The land as the map takes it: its address, or the features where no server answers for them."""
    return f"/boundaries/{land.digest}.json" if has_routes() else list(land.features)


def count_of(row: Any, total: int, page: Page) -> str:
    """How many meetings, and which share of those around."""
    language = page.language
    text = language.count("{n} meeting", "{n} meetings", row.meetings)
    if total and row.meetings:
        text += f" · {language.percent(row.meetings / total, 1)}"
    if row.planned and page.view.is_planned_charted:
        text += " · " + language.count("{n} planned", "{n} planned", row.planned)
    return text


def span_of(row: Any, language: Language) -> str:
    """The first and the latest meeting of a place."""
    if not row.first_date:
        return language.text("date not known")
    first, last = language.date(row.first_date), language.date(row.last_date)
    return first if row.first_date == row.last_date else language.text("{first} to {last}", first=first, last=last)


def _places_of(row: Any, language: Language) -> str:
    text = language.count("{n} city or area", "{n} cities and areas", row.places)
    if row.country_only:
        text += " · " + language.count("{n} in no known city", "{n} in no known city", row.country_only)
    return text
