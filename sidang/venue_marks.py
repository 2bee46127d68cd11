"""What the map of venues shows in a view: places, coloured land, lines, its key and its notes, in the reader's words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sidang import venue_map
from sidang.boundaries import Boundaries, on_map
from sidang.camera import Camera
from sidang.frame import Page, has_routes
from sidang.language import Language
from sidang.names import meeting_name
from sidang.options import level_names, names_of, pillar_names
from sidang.questions import Rows, one
from sidang.venue_map import Land, Line, Mark

FEWEST_LINES = 3
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
        asked = "meetings_by_country" if self.is_by_country else "meetings_by_whereabouts"
        return self.shown(self.around.ask(asked))

    @cached_property
    def rows_now(self) -> Rows:
        """The same of the view itself, whose table stands beneath the map."""
        asked = "meetings_by_country" if self.is_by_country else "meetings_by_whereabouts"
        return self.shown(self.now.ask(asked))

    def shown(self, rows: Rows) -> Rows:
        """The rows with a meeting held, or with any where the view shows planned meetings."""
        return tuple(row for row in rows if row.meetings or self.page.view.is_planned_charted)

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
    found: list[Mark] = []
    for row in venues.rows:
        if len(found) == venue_map.MOST_MARKS:
            break
        if venues.is_by_country:
            point, key, name = land.points.get(row.country_id), row.country_id, language.name(row)
            parts, most = {}, ""
        else:
            point = (row.longitude, row.latitude) if row.longitude is not None else None
            key, name, parts = row.whereabouts, language.name(row) if row.name else "", venues.parts(row)
            most = ", ".join(bodies[body] for body in row.body_ids.split())
            more = row.bodies - len(row.body_ids.split())
            if more > 0:
                most = language.count("{bodies} and {n} more", "{bodies} and {n} more", more, bodies=most)
        if point is None:
            continue
        longitude, latitude = on_map(point[0]), point[1]
        found.append(
            Mark(
                key, name, longitude, latitude, row.meetings, parts,
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
        return [Land(row.country_id, venue_map.tint_of(row.meetings, most)) for row in venues.rows if row.meetings]
    return [Land(row.country_id, None) for row in venues.rows if row.whereabouts == "country_only" and row.meetings]


@dataclass(frozen=True)
class Lines:
    """The lines of one meeting: where they run, and what is said of them beside the map."""

    lines: tuple[Line, ...] = ()
    place_id: str | None = None
    said: tuple[str, ...] = ()


def lines_of(venues: Venues, land: Boundaries) -> Lines:
    """The lines from the countries that took part in the chosen meeting, or why there are none."""
    page, language, _ = venues.page, venues.page.language, venues.page.language.text
    if not page.view.record:
        return Lines()
    known = page.ask("meeting", event_id=page.view.record)
    if not known:
        return Lines(said=(_("No meeting is called `{id}`; its lines cannot be drawn.", id=page.view.record),))
    meeting = one(known)
    name = f"**{meeting_name(meeting, language)}**"
    present = page.ask("participants_of_meeting", event_id=page.view.record)
    countries: dict[str, Any] = {}
    for row in present:
        if row.country_id:
            countries.setdefault(row.country_id, []).append(row)
    if len(countries) < FEWEST_LINES:
        return Lines(
            said=(
                language.count(
                    "{meeting}: {n} country is recorded as taking part; lines are drawn from {few} on.",
                    "{meeting}: {n} countries are recorded as taking part; lines are drawn from {few} on.",
                    len(countries), meeting=name, few=FEWEST_LINES,
                ),
            )
        )  # fmt: skip
    if meeting.longitude is None:
        return Lines(said=(_("{meeting} was held in no known city; its lines have no end.", meeting=name),))
    place = language.name(meeting, "place_name")
    end = on_map(meeting.longitude), meeting.latitude
    lines = [Line(place, *end, "venue", "")]
    chairs, hosts, undrawn = [], [], []
    for country, rows in sorted(countries.items()):
        label = language.name(rows[0])
        is_chair, is_host = any(row.is_chair for row in rows), any(row.is_host for row in rows)
        chairs += [label] if is_chair else []
        hosts += [label] if is_host else []
        if country == meeting.country_id:
            continue
        if country not in land.points:
            undrawn.append(label)
            continue
        lines.append(Line(label, *land.points[country], "chair" if is_chair else "host" if is_host else "", label))
    said = [
        language.count(
            "{meeting} in {place}: {n} country is recorded as taking part: {countries}.",
            "{meeting} in {place}: {n} countries are recorded as taking part: {countries}.",
            len(countries), meeting=name, place=place,
            countries=language.listing(language.name(rows[0]) for rows in countries.values()),
        )
    ]  # fmt: skip
    others = [language.name(row) for row in present if not row.country_id]
    for found, text in (
        (chairs, _("Chair: {names}.", names=language.listing(chairs))),
        (hosts, _("Host: {names}.", names=language.listing(hosts))),
        (others, _("Recorded without a country: {names}.", names=language.listing(others))),
        (undrawn, _("Not drawn, since the boundary data have no such country: {names}.", names=language.listing(undrawn))),
    ):
        if found:
            said.append(text)
    return Lines(tuple(lines), meeting.place_id, (" ".join(said),))


def key_of(venues: Venues, lines: Lines) -> list[dict[str, str]]:
    """What the marks of the map mean."""
    page, _ = venues.page, venues.page.language.text
    if venues.is_by_country:
        most = max((row.meetings for row in venues.rows), default=0)
        used = sorted({land.tint for land in lands_of(venues) if land.tint is not None})
        marks = [{"kind": "land", "colour": page.theme.tints[tint], "label": _class(tint, most, page)} for tint in used]
    else:
        used_parts = {name for row in venues.rows if row.longitude is not None for name, n in venues.parts(row).items() if n}
        marks = [
            {"kind": "circle", "colour": venues.colours[name], "label": label}
            for name, label in venues.categories.items()
            if name in used_parts
        ]
        if any(row.kind == "area" for row in venues.rows):
            marks.append({"kind": "area", "colour": page.theme.muted, "label": _("an area, such as an island")})
        if lands_of(venues):
            marks.append({"kind": "land", "colour": page.theme.shade, "label": _("country known, city not")})
        if page.view.is_planned_charted:
            marks.append({"kind": "outline", "colour": page.theme.muted, "label": _("with planned meetings")})
    roles = {line.role for line in lines.lines}
    for role, colour, label in (
        ("", page.theme.accent, _("took part")),
        ("chair", page.theme.chair, _("chair")),
        ("host", page.theme.pillars["aec"], _("host")),
    ):
        if role in roles:
            marks.append({"kind": "line", "colour": colour, "label": label})
    return marks


def notes_of(venues: Venues, camera: Camera, marks: Sequence[Mark], land: Boundaries) -> list[str]:
    """What a reader must know to read the map, and whose boundaries they are."""
    language, _ = venues.page.language, venues.page.language.text
    notes = []
    outside = [mark for mark in marks if not camera.holds(mark.longitude, mark.latitude)]
    if not venues.is_by_country:
        largest = max((mark for mark in marks), key=lambda mark: mark.meetings, default=None)
        if largest:
            notes.append(
                _(
                    "The area of a circle is the number of meetings; the largest, {place}, stands for {n}.",
                    place=largest.name,
                    n=language.number(largest.meetings),
                )
            )
        if len(marks) == venue_map.MOST_MARKS:
            notes.append(_("The {n} places with most meetings are drawn.", n=language.number(venue_map.MOST_MARKS)))
    if outside:
        first = sorted(outside, key=lambda mark: -mark.meetings)[:NAMED]
        names = language.listing(mark.name for mark in first)
        notes.append(
            language.count(
                "Outside of this extent: {n} place ({names}).", "Outside of this extent: {n} places, such as {names}.",
                len(outside), names=names,
            )
        )  # fmt: skip
    notes.append(_("Boundaries: {source}.", source=land.source))
    notes.append(_("Boundaries, colours and names on this map imply no opinion on the legal status of any territory."))
    return notes


def data_of(land: Boundaries) -> Any:
    """The land as the map takes it: its address, or the features where no server answers for them."""
    return f"/boundaries/{land.digest}.json" if has_routes() else list(land.features)


def _class(tint: int, most: int, page: Page) -> str:
    number = page.language.number
    counts = [n for n in range(1, most + 1) if venue_map.tint_of(n, most) == tint]
    low, high = counts[0], counts[-1]
    return number(low) if low == high else f"{number(low)}–{number(high)}"


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
