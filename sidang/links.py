"""Addresses within the dashboard, as links in texts use them."""

import urllib.parse

from sidang.view import View, to_query


def address(path: str, view: View) -> str:
    """The address of a page with a view: "/events?body=soc-com"."""
    query = urllib.parse.urlencode(to_query(view), safe=",")
    return f"{path}?{query}" if query else path


def record_address(kind: str, record_id: str, view: View) -> str:
    """The address of the page of one record (event, body, participant, document), with the filters of a view."""
    return address(f"/{kind}", view.elsewhere.with_(record=record_id.lower()))
