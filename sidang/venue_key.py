"""What stands around the map of venues: the key of its marks, and what a reader must know to read it."""

from collections.abc import Sequence

from sidang.boundaries import Boundaries
from sidang.camera import Camera
from sidang.frame import Page
from sidang.map_marks import Mark, tint_of
from sidang.options import MOST_PLACES
from sidang.venue_lines import Lines
from sidang.venue_marks import NAMED, Venues, lands_of


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
        ("host", page.theme.host, _("host")),
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
        if any(row.places > MOST_PLACES for row in venues.rows):
            notes.append(_("The {n} places with most meetings are drawn.", n=language.number(MOST_PLACES)))
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


def _class(tint: int, most: int, page: Page) -> str:
    number = page.language.number
    counts = [n for n in range(1, most + 1) if tint_of(n, most) == tint]
    low, high = counts[0], counts[-1]
    return number(low) if low == high else f"{number(low)}–{number(high)}"
