"""Calendars and feeds, as pages offer them: addresses to subscribe to, and one meeting for one's own calendar."""

import urllib.parse
from typing import Any

import streamlit as st

from sidang.calendars import calendar_address, is_day, left_out_in_words, undated_in
from sidang.feeds import feed_address
from sidang.frame import Page, has_routes, is_embedded
from sidang.links import address
from sidang.view import View


def draw_subscriptions(page: Page) -> None:
    """The meetings of the view as a calendar, once or as a subscription, and the feed of what changes in them."""
    if not has_routes() or is_embedded():
        return
    language, _ = page.language, page.language.text
    seen = urllib.parse.urlsplit(st.context.url or "")
    base = f"{seen.scheme}://{seen.netloc}" if seen.netloc else ""
    view = page.view.with_(language=language.code)
    with (
        st.container(key="controls_subscriptions"),
        st.popover(_("Calendar and feed"), icon=":material/calendar_month:", key="subscribe", type="tertiary"),
    ):
        st.markdown(_("**Calendar.** A calendar program reads this address again each day:"))
        calendar = calendar_address(view)
        st.code(base + calendar, language=None, wrap_lines=True)
        opened = _("Open in the calendar program")
        once = _("Download once (ICS)")
        ways = [f"[{once}]({calendar})"]
        if seen.netloc:
            ways.insert(0, f"[{opened}](webcal://{seen.netloc}{calendar})")
        st.markdown(" · ".join(ways))
        left_out = left_out_in_words(undated_in(page), language)
        if left_out:
            st.caption(left_out)
        st.markdown(_("**Feed** (Atom) of what changes in these meetings from edition to edition:"))
        st.code(base + feed_address(view), language=None, wrap_lines=True)


def draw_calendar_of(page: Page, meeting: Any) -> None:
    """The way to put one meeting into a calendar; none where its first day is not known."""
    if not has_routes() or is_embedded() or not is_day(meeting.start_date):
        return
    own = View(as_of=page.view.as_of, edition=page.view.edition, language=page.language.code)
    with st.container(key="controls_calendar"):
        st.link_button(
            page.language.text("Add to a calendar (ICS)"),
            address(f"/calendars/event/{meeting.event_id}.ics", own),
            icon=":material/calendar_add_on:",
            type="tertiary",
        )


def draw_subscription_of_body(page: Page, body_id: str) -> None:
    """The calendar and the feed of a body with those below it."""
    if not has_routes() or is_embedded():
        return
    _ = page.language.text
    view = View(bodies=(body_id,), language=page.language.code)
    calendar, feed = _("Calendar (ICS)"), _("Feed of changes (Atom)")
    ways = f"[{calendar}]({calendar_address(view)}) · [{feed}]({feed_address(view)})"
    with st.container(key="controls_subscription_of_body"):
        st.markdown(_("To subscribe to, with the bodies below it: {ways}", ways=ways))
