"""What a reader can do where no meeting is in view: which filter leaves nothing, and the view without it."""

from dataclasses import dataclass

import streamlit as st

from sidang.filters import draw_jump
from sidang.frame import Page
from sidang.language import Language
from sidang.questions import one
from sidang.view import View

WITH_FILTER = {"bodies": ("is_without_sub_bodies",), "pillars": ("is_involvement_counted",)}
FILTERS = (
    "years", "bodies", "organizations", "pillars", "levels", "countries", "places", "participants", "modes", "topics",
    "search",
)  # fmt: skip


@dataclass(frozen=True)
class WayOut:
    """A filter without which there would be meetings: its field, their number, and the view without it."""

    name: str
    meetings: int
    without: View


def ways_out(page: Page) -> tuple[WayOut, ...]:
    """The filters in force of which each alone leaves nothing, those that give most back first."""
    row = one(page.ask("meetings_without_filter"))
    found = [
        WayOut(name, getattr(row, name), page.view.without(name, *WITH_FILTER.get(name, ())))
        for name in FILTERS
        if getattr(page.view, name) and getattr(row, name)
    ]
    return tuple(sorted(found, key=lambda way: -way.meetings))


def draw_empty(page: Page) -> None:
    """Say which filter leaves nothing, and offer to drop that one; where none alone does, to drop all."""
    language, _ = page.language, page.language.text
    ways = ways_out(page)
    if not page.view.is_filtered:
        st.info(_("The dataset knows no meeting held."))
        return
    if not ways:
        st.info(_("No meeting held passes these filters, and none of them alone is the reason."))
        with st.container(key="controls_ways"):
            draw_jump(_("Drop all filters"), View(language=page.view.language), "drop_all")
        return
    names = filter_names(language)
    st.info(_("No meeting held is in view. Without one filter there would be some:"))
    with st.container(key="controls_ways", horizontal=True, gap="small"):
        for way in ways:
            label = language.count(
                "Drop “{filter}”: {n} meeting", "Drop “{filter}”: {n} meetings", way.meetings, filter=names[way.name]
            )
            draw_jump(label, way.without, f"drop_{way.name}")


def filter_names(language: Language) -> dict[str, str]:
    """The names of the filters as the panel writes them."""
    _ = language.text
    return {
        "years": _("Year"),
        "bodies": _("Body"),
        "organizations": _("Organization"),
        "pillars": _("Pillar"),
        "levels": _("Level"),
        "countries": _("Held in"),
        "places": _("City or area"),
        "participants": _("Recorded as taking part"),
        "modes": _("Mode"),
        "topics": _("Topic"),
        "search": _("Search"),
    }
