"""Addresses within the dashboard, as links in texts use them."""

import urllib.parse

from sidang.language import Language
from sidang.view import View, to_query


def address(path: str, view: View) -> str:
    """The address of a page with a view: "/events?body=soc-com"."""
    query = urllib.parse.urlencode(to_query(view), safe=",")
    return f"{path}?{query}" if query else path


def record_address(kind: str, record_id: str, view: View) -> str:
    """The address of the page of one record (event, body, participant, document), with the filters of a view."""
    return address(f"/{kind}", view.elsewhere.with_(record=record_id.lower()))


def counted(language: Language, number: int, view: View | None, path: str = "/events") -> str:
    """A number as a link to the rows that it counts, as Markdown.

    `view` holds just those rows, on the page at `path`; without one, and for none at all, it is a number alone.
    """
    text = language.number(number)
    return f"[{text}]({address(path, view.elsewhere)})" if number and view is not None else text


def among(view: View, name: str, *codes: str) -> View:
    """The view with a filter narrowed to those of some codes that it lets pass already."""
    chosen = getattr(view, name)
    return view.with_(**{name: tuple(code for code in codes if not chosen or code in chosen) or codes})
