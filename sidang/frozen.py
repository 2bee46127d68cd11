"""A view that is frozen to an edition: its banner, and what has changed since."""

import streamlit as st

from sidang.change_words import line, sentence
from sidang.changes import Change, changes_between, changes_in
from sidang.filters import draw_jump
from sidang.frame import Page
from sidang.markdown import literal
from sidang.parameters import parameters_of
from sidang.questions import QuestionFailed, ask

SHOWN = 50


def draw_banner(page: Page) -> None:
    """To which edition the view is frozen and what has changed since, or that its edition is gone; one click leads on."""
    if not page.view.edition:
        return
    language, _ = page.language, page.language.text
    name, present = literal(page.view.edition), page.opened.present
    if page.opened.lack:
        st.warning(_lack(page, name))
    elif page.edition.id == present.id:
        st.info(_("This view is frozen to edition {edition}, which is the present one.", edition=name))
    else:
        built, until = language.date(page.edition.built_at.date().isoformat()), language.date(str(page.edition.data_until))
        st.warning(
            _(
                "**Not the present figures.** This view is frozen to edition {edition}, built {built}, with sources read "
                "up to {until}, as of {day}.",
                edition=name,
                built=built,
                until=until,
                day=language.date(page.as_of.isoformat()),
            )
        )
        _draw_changes(page)
    with st.container(key="controls_present"):
        draw_jump(_("Show the present"), page.view.without("edition", "as_of"), "present")


def changes_since(page: Page) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """What has changed between the edition shown and the present one: in the view, and in the whole dataset.

    A meeting belongs to the view when it is in it in either edition.
    """
    everything = changes_between(page.edition, page.opened.present)
    before, after = (
        {row.event_id for row in ask(edition, "filtered_events", parameters_of(edition, page.view, page.as_of))}
        for edition in (page.edition, page.opened.present)
    )
    return changes_in(everything, before, after), everything


def _draw_changes(page: Page) -> None:
    language, _ = page.language, page.language.text
    try:
        in_view, everything = changes_since(page)
    except QuestionFailed:
        st.error(_("What has changed since cannot be shown just now."))
        return
    title = _("Since then, in this view: {changes}.", changes=sentence(in_view, language))
    if in_view:
        with st.expander(title):
            lines = [f"- {line(change, language)}" for change in in_view[:SHOWN]]
            st.markdown("\n".join(lines))
            if len(in_view) > SHOWN:
                st.caption(language.count("and {n} more", "and {n} more", len(in_view) - SHOWN))
    else:
        st.markdown(title)
    if len(everything) > len(in_view):
        st.caption(_("In the whole dataset: {changes}.", changes=sentence(everything, language)))


def _lack(page: Page, name: str) -> str:
    _ = page.language.text
    if page.opened.lack == "gone":
        return _(
            "**Not the frozen figures.** Edition {edition} is no longer kept here; "
            "what you see is the present edition {present}.",
            edition=name,
            present=page.opened.present.id,
        )
    return _(
        "**Not the frozen figures.** Edition {edition} can no longer be read; "
        "what you see is the present edition {present}.",
        edition=name,
        present=page.opened.present.id,
    )
