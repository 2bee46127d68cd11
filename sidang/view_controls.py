"""Widgets of the view that stand on a page, not in the panel. filters.py reads and writes them like those of the panel."""

import datetime
from collections.abc import Iterable

import streamlit as st

from sidang.filters import draw_jump
from sidang.language import Language, language_of, languages, own_name
from sidang.view import FIRST_DAY, LAST_DAY, SORTS, View


def draw_sort(view: View, language: Language) -> None:
    """In which order a table of meetings stands; it belongs to the view."""
    _ = language.text
    names = dict(zip(SORTS, (_("Latest first"), _("Earliest first"), _("By body"), _("By place")), strict=True))
    st.selectbox(
        _("Order"),
        SORTS,
        index=SORTS.index(view.sort),
        key="filter_sort",
        format_func=names.__getitem__,
        width=220,
        label_visibility="collapsed",
    )


def draw_setting(label: str, name: str, names: dict[str, str], view: View) -> None:
    """One of a few ways in which a picture is drawn; it belongs to the view."""
    st.segmented_control(
        label,
        list(names),
        default=getattr(view, name),
        key=f"filter_{name}",
        format_func=names.__getitem__,
        required=True,
    )


def draw_moment(label: str, years: Iterable[int], all_years: str, view: View) -> None:
    """The year within the years in view at which the map is looked at; it belongs to the view."""
    st.select_slider(
        label,
        [0, *years],
        value=view.at or 0,
        key="filter_at",
        format_func=lambda year: str(year) if year else all_years,
        label_visibility="collapsed",
    )


def draw_day(label: str, name: str, shown: datetime.date, note: str) -> None:
    """A day of the view: that from which it is seen, or with which it is compared."""
    st.date_input(
        label,
        shown,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        key=f"filter_{name}",
        format="DD/MM/YYYY",
        help=note,
        width=170,
    )


def draw_record(label: str, names: dict[str, str], nothing: str, view: View) -> None:
    """Which record a picture shows beside the meetings in view; it belongs to the view."""
    st.selectbox(
        label,
        ["", *names],
        index=["", *names].index(view.record or ""),
        key="filter_record",
        format_func=lambda record: names[record] if record else nothing,
    )


def draw_languages(view: View, language: Language, browser: str | None, key: str) -> None:
    """A button for each other language that leads to the same view in it; the browser's needs no word in the link."""
    own = language_of(None, browser).code
    for code in languages():
        if code != language.code:
            target = view.with_(language=None if code == own else code)
            draw_jump(own_name(code), target, f"{key}_{code}", type="tertiary", icon=":material/translate:")
