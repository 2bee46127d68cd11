"""The page about the data: its answer, and which of its sections is read."""

import streamlit as st

from sidang import view_controls
from sidang.coverage import expected_of
from sidang.frame import KEPT_PARTS, Page
from sidang.language import Language
from sidang.names import meetings_in_view
from sidang.questions import one


@st.cache_data(max_entries=KEPT_PARTS, show_spinner=False)
def draw_answer(_page: Page, key: str) -> None:
    """The answer in one sentence."""
    st.markdown(sentence(_page))


def sentence(page: Page) -> str:
    """How many meetings from how many pages, on how much sources disagree, how many of the expected meetings are here."""
    language, _ = page.language, page.language.text
    meetings = one(page.ask("view_figures")).meetings
    pages = sum(row.sources for row in page.ask("sources_in_view", state="held"))
    conflicts = {row.conflict_id: row.event_id is not None for row in page.ask("conflict_list")}
    expected = expected_of(page.ask("expected_numbers"))
    said = [
        language.count(
            "{meetings} in view, from {n} page.",
            "{meetings} in view, from {n} pages.",
            pages,
            meetings=meetings_in_view(language, meetings, page.view),
        ),
        language.count(
            "Sources disagree on {n} point about them and on {others} about statuses, documents and the like.",
            "Sources disagree on {n} points about them and on {others} about statuses, documents and the like.",
            sum(conflicts.values()),
            others=language.number(sum(not is_of_meeting for is_of_meeting in conflicts.values())),
        ),
    ]
    if expected.numbers:
        said.append(
            _(
                "Of the {expected} numbers that the numbered series in view must have reached, {found} are here ({share}).",
                expected=language.number(expected.numbers),
                found=language.number(expected.found),
                share=language.percent(expected.found / expected.numbers),
            )
        )
    else:
        said.append(_("No numbered series is in view, so that nothing tells how many meetings there must have been."))
    return " ".join(said)


def draw_switch(page: Page, key: str) -> None:
    """What the page can show, one at a time; it belongs to the view."""
    view_controls.draw_setting(page.language.text("Section"), "section", section_names(page.language), page.view)


def section_names(language: Language) -> dict[str, str]:
    """What the sections are called, in their order."""
    _ = language.text
    return {
        "coverage": _("Coverage"),
        "fields": _("Completeness"),
        "sources": _("Sources"),
        "conflicts": _("Conflicts"),
        "codebook": _("Codebook"),
        "editions": _("Editions"),
        "downloads": _("Downloads, licence, citation"),
    }
