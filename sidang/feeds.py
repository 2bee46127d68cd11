"""`/feeds/changes.atom`: what has changed from edition to edition, of all meetings or of those in a view (RFC 4287).

An entry is a meeting that an edition added, removed or changed. Its id is made of edition and meeting and never changes; a
meeting is in the feed of a view when it is in that view before or after the step.
"""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from itertools import islice
from xml.etree import ElementTree as ET

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sidang.api_kinds import COMMON
from sidang.asked import Asked, Refused, answering
from sidang.change_words import line
from sidang.changes import Change, changes_in
from sidang.chips import filters_in_words
from sidang.edition import Edition
from sidang.frame import page_of
from sidang.history import Step, steps_to
from sidang.links import address, record_address
from sidang.markdown import plain_text
from sidang.names import meeting_name
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.view import FILTERS, KEYS, Problem, View, to_query
from sidang.web import base_of

ALL = "/feeds/changes.atom"
TYPE = "application/atom+xml; charset=utf-8"
NAMESPACE = "http://www.w3.org/2005/Atom"
SPACE = "tag:sidang,2026:"
MOST = 500
TAKEN = (*FILTERS, *COMMON)


@answering()
def changes(request: Request, asked: Asked) -> Response:
    """The feed of a view: the latest changes, at most MOST; with a single edition there are none yet."""
    query = to_query(asked.view)
    problems = tuple(Problem("not_shown", key, query[key][:80]) for key in KEYS if key in query and key not in TAKEN)
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)
    _, base, page = asked.language.text, base_of(request), page_of(asked)
    own = f"{request.url.path}?{request.url.query}" if request.url.query else request.url.path
    found = list(islice(_in_view(asked), MOST + 1))
    feed = ET.Element("feed", {"xmlns": NAMESPACE, "xml:lang": asked.language.code})
    _add(feed, "id", f"{SPACE}changes{own.removeprefix(ALL)}")
    _add(feed, "title", _("Sidang: what has changed"))
    _add(feed, "subtitle", filters_in_words(page))
    _add(feed, "updated", _moment(asked.edition.built_at))
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": base + own})
    editions = asked.view.with_(section="editions")
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": base + address("/data", editions)})
    ET.SubElement(ET.SubElement(feed, "author"), "name").text = _("The Sidang maintainers")
    _add(feed, "rights", "CC BY 4.0")
    _add(feed, "generator", "Sidang")
    for step, change in found[:MOST]:
        feed.append(_entry(asked, step, change, base))
    if len(found) > MOST:
        feed.append(_rest(asked, base + address("/data", editions)))
    content = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(content, media_type=TYPE)


def feed_address(view: View) -> str:
    """Where the changes of a view are subscribed to: its filters and its language."""
    return address(ALL, replace(view, as_of=None, edition=None).elsewhere)


def _in_view(asked: Asked) -> Iterator[tuple[Step, Change]]:
    """The changes of the view, the latest step first."""
    for step in steps_to(asked.edition):
        found = step.changes
        if asked.view.is_filtered:
            found = changes_in(found, _ids(step.before, asked), _ids(step.after, asked))
        for change in found:
            yield step, change


def _ids(edition: Edition, asked: Asked) -> frozenset[str]:
    rows = ask(edition, "filtered_events", parameters_of(edition, asked.view, asked.as_of))
    return frozenset(row.event_id for row in rows)


def _entry(asked: Asked, step: Step, change: Change, base: str) -> ET.Element:
    language, _ = asked.language, asked.language.text
    row = change.after or change.before
    entry = ET.Element("entry")
    _add(entry, "id", f"{SPACE}{step.after.id}/{change.event_id}")
    done = {"added": _("added"), "removed": _("removed"), "changed": _("changed")}[change.kind]
    _add(entry, "title", f"{meeting_name(row, language)}: {done}")
    _add(entry, "updated", _moment(step.after.built_at))
    view = View(language=asked.view.language)
    shown = view if change.after else view.with_(edition=step.before.id)
    href = base + record_address("event", change.event_id, shown)
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    ET.SubElement(entry, "category", {"term": change.kind, "label": done})
    content = ET.SubElement(entry, "content", {"type": "text"})
    said = _("From edition {before} to {after}.", before=step.before.id, after=step.after.id)
    content.text = f"{_sendable(plain_text(line(change, language)))} {said}"
    return entry


def _rest(asked: Asked, href: str) -> ET.Element:
    """The entry that says that there is more than the feed holds."""
    _ = asked.language.text
    entry = ET.Element("entry")
    _add(entry, "id", f"{SPACE}{asked.edition.id}/more")
    _add(entry, "title", _("There are more changes; the page of editions lists all of them."))
    _add(entry, "updated", _moment(asked.edition.built_at))
    ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    return entry


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _sendable(text)


def _sendable(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


def _moment(value: datetime.datetime) -> str:
    return value.isoformat(timespec="seconds") + "Z"


routes = [Route(ALL, changes, methods=["GET"])]
