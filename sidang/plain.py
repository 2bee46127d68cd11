"""`/r/<kind>/<id>`: each record as a plain page that needs no script and no socket, and lists by which a crawler finds all.

For mail, search engines and networks whose proxy breaks sockets (docs/api.md). The words are those of the pages
(plain_parts.py), the frame is that of templates/; every value is escaped there.
"""

import base64
import hashlib
import urllib.parse
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from sidang.api_kinds import COMMON
from sidang.asked import Asked, Refused, answering
from sidang.asking import Asking
from sidang.citation_words import full_citation
from sidang.dates import today
from sidang.document import TITLE
from sidang.frame import Page, page_of
from sidang.language import Language, language_of, languages, own_name
from sidang.links import address, record_address
from sidang.plain_lists import PAGE_SIZE, Listed, listed_records
from sidang.plain_parts import Told, told
from sidang.plain_text import KINDS, PLAIN
from sidang.record_ids import codes_of_kind, near_ids
from sidang.structured import body_data, event_data
from sidang.view import FILTERS, KEYS, Problem, View, to_query
from sidang.web import base_of

TEMPLATES = Path(__file__).resolve().parent / "templates"
STYLE = (TEMPLATES / "plain.css").read_text(encoding="utf-8").strip()
STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
# The JSON of a page is data, no script: nothing of the page may run, and nothing be loaded.
POLICY = {
    "content-security-policy": f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
}
PATHS = {"event": "events", "body": "bodies", "participant": "participants", "document": "documents"}
environment = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=False, auto_reload=False
)


def refused(request: Request, found: Refused) -> Response:
    """Why a page cannot be shown, in the language of the reader, with what comes near and the way on."""
    language = language_of(request.query_params.get("lang"), request.headers.get("accept-language"))
    _ = language.text
    reasons = problem_words(language)
    kind = request.path_params.get("kind", "")
    near = [(_address(kind, code, View(language=language.code)), code) for code in found.more.get("near", ())]
    said = {
        HTTPStatus.BAD_REQUEST: _("This address was not understood."),
        HTTPStatus.NOT_FOUND: _("There is nothing at this address."),
    }.get(found.status, _("This page cannot be shown just now."))
    content = {
        "title": f"{said} · {TITLE}",
        "heading": said,
        "errors": [(error.key, error.value, reasons[error.kind]) for error in found.errors],
        "detail": "" if found.errors else _("Technical detail, in English: {detail}", detail=found.detail),
        "near": near,
        "near_label": _("Near to it"),
        "is_left_out": True,
    }
    return _rendered(request, "refused.html", language, View(language=language.code), content, found.status)


def problem_words(language: Language) -> dict[str, str]:
    """What is wrong with a part of an address."""
    _ = language.text
    return {
        "unknown_key": _("no key of this page"),
        "unknown_value": _("no value that is known"),
        "malformed_value": _("cannot be read"),
        "out_of_range": _("beyond what is known"),
        "reversed": _("ends before it begins"),
        "too_long": _("too long"),
        "not_shown": _("changes nothing on this page"),
    }


@answering(refuse=refused)
def record_page(request: Request, asked: Asked) -> Response:
    """The plain page of a record; a former id or another name leads to the present id."""
    kind, called = request.path_params["kind"], request.path_params["id"]
    _only(asked.view, COMMON)
    if kind not in KINDS:
        raise Refused(HTTPStatus.NOT_FOUND, f"There is no kind of record '{kind[:40]}'.")
    record_id = codes_of_kind(asked.edition, kind).get(called.lower())
    page = page_of(asked)
    found = told(page, kind, record_id) if record_id else None
    if found is None or record_id is None:
        near = {"near": near_ids(asked.edition, kind, called)}
        raise Refused(HTTPStatus.NOT_FOUND, "", (Problem("unknown_value", "id", called[:80]),), near)
    if called != record_id.lower():
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(_path(kind, record_id) + query, HTTPStatus.MOVED_PERMANENTLY)
    return _rendered(request, "record.html", asked.language, asked.view, _record(request, page, kind, record_id, found))


def _record(request: Request, page: Page, kind: str, record_id: str, found: Told) -> dict[str, Any]:
    """What the page of a record shows."""
    language, _ = page.language, page.language.text
    own = _path(kind, record_id)
    home = base_of(request) + record_address(kind, record_id, View())
    heading, description = found.names(language), found.answer.striptags()
    return {
        "title": f"{heading} · {TITLE}",
        "heading": heading,
        "other_names": found.other_names,
        "answer": found.answer,
        "description": description,
        "parts": found.parts,
        "cite_label": _("Cite"),
        "citation": full_citation(language, heading, page.edition.id, today(), home),
        "full_page": record_address(kind, record_id, page.view),
        "full_page_label": _("The full page of this record, with charts and filters"),
        "machine": f"/api/v1/{PATHS[kind]}/{urllib.parse.quote(record_id.lower())}",
        "data": _data(request, page, kind, own, description, found.row),
        "footer": _footer(page),
        "is_left_out": bool(page.view.edition or page.view.as_of),
    }


def _data(request: Request, page: Page, kind: str, own: str, description: str, row: Any) -> dict[str, Any] | None:
    base, language = base_of(request), page.language
    if kind == "event":
        body = base + _path("body", row.body_id)
        return event_data(row, base + own, body, description, language, page.as_of)
    return body_data(row, base + own, language) if kind == "body" else None


@answering("offset", refuse=refused)
def list_page(request: Request, asked: Asked) -> Response:
    """All records of a kind in view, so many on a page, each leading to its own."""
    kind = request.path_params["kind"]
    if kind not in KINDS:
        raise Refused(HTTPStatus.NOT_FOUND, f"There is no kind of record '{kind[:40]}'.")
    _only(asked.view, (*FILTERS, *COMMON, *(("sort",) if kind == "event" else ())))
    given = asked.own.get("offset", "").strip() or "0"
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise Refused(HTTPStatus.BAD_REQUEST, "", (Problem("malformed_value", "offset", given[:80]),))
    found = listed_records(page_of(asked), kind, int(given))
    content = _listed(asked, kind, int(given), found)
    return _rendered(request, "list.html", asked.language, asked.view, content)


def _listed(asked: Asked, kind: str, skipped: int, found: Listed) -> dict[str, Any]:
    _, own = asked.language.text, f"{PLAIN}/{kind}/"

    def at(offset: int) -> str:
        query = to_query(asked.view) | ({"offset": str(offset)} if offset else {})
        return f"{own}?{urllib.parse.urlencode(query, safe=',')}" if query else own

    return {
        "title": f"{found.heading} · {TITLE}",
        "heading": found.heading,
        "answer": found.answer,
        "table": found.table,
        "before": at(max(0, skipped - PAGE_SIZE)) if skipped else "",
        "after": at(skipped + PAGE_SIZE) if skipped + PAGE_SIZE < found.total else "",
        "before_label": _("Previous"),
        "after_label": _("Next"),
        "footer": _footer(asked),
        "is_left_out": asked.view.is_filtered or bool(asked.view.edition or asked.view.as_of),
    }


@answering(refuse=refused)
def index_page(request: Request, asked: Asked) -> Response:
    """The kinds of records, each with its list."""
    _only(asked.view, COMMON)
    _ = asked.language.text
    page = page_of(asked)
    lists = [(kind, name, asked.view) for kind, name in _names(asked.language)]
    national = tuple(row.organization_id for row in asked.ask("organizations") if row.kind == "national")
    if national:
        at_home, own = _("National coordination"), asked.view.with_(organizations=national)
        lists += [(kind, f"{at_home}: {name}", own) for kind, name, _view in lists if kind in ("event", "body")]
    content = {
        "title": f"{_('All records')} · {TITLE}",
        "heading": _("All records"),
        "answer": _("Every meeting, body, participant and document as a page that needs no script."),
        "lists": [
            (address(f"{PLAIN}/{kind}/", view), name, listed_records(replace(page, view=view), kind, 0).answer)
            for kind, name, view in lists
        ],
    }
    return _rendered(request, "index.html", asked.language, asked.view, content)


def with_slash(request: Request) -> Response:
    """The address of a list ends in a slash."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.url.path}/{query}", HTTPStatus.MOVED_PERMANENTLY)


async def unknown_path(request: Request) -> Response:
    """Nothing else stands below /r/."""
    is_read = request.method in ("GET", "HEAD")
    status = HTTPStatus.NOT_FOUND if is_read else HTTPStatus.METHOD_NOT_ALLOWED
    return refused(request, Refused(status, "Plain pages are /r/<kind>/<id> and are only read."))


routes = [
    Route(PLAIN, with_slash, methods=["GET"]),
    Route(f"{PLAIN}/", index_page, methods=["GET"]),
    Route(f"{PLAIN}/{{kind}}", with_slash, methods=["GET"]),
    Route(f"{PLAIN}/{{kind}}/", list_page, methods=["GET"]),
    Route(f"{PLAIN}/{{kind}}/{{id}}", record_page, methods=["GET"]),
]


def _footer(asking: Asking) -> list[str]:
    """Of which edition a page is, from which day it is seen, how far the sources reach, and under which licence it is."""
    language, _ = asking.language, asking.language.text
    return [
        _("Edition {edition}.", edition=asking.edition.id)
        + " "
        + _(
            "Seen from {day}; sources were read up to {until}.",
            day=language.date(asking.as_of.isoformat()),
            until=language.date(asking.edition.data_until.isoformat()),
        ),
        _("Data: Creative Commons Attribution 4.0 (CC BY 4.0)."),
    ]


def _only(view: View, keys: tuple[str, ...]) -> None:
    """Refuse keys of a view that the page would pass over in silence."""
    query = to_query(view)
    problems = tuple(Problem("not_shown", key, query[key][:80]) for key in KEYS if key in query and key not in keys)
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)


def _path(kind: str, record_id: str) -> str:
    return f"{PLAIN}/{kind}/{urllib.parse.quote(record_id.lower())}"


def _address(kind: str, record_id: str, view: View) -> str:
    return address(_path(kind, record_id), view)


def _names(language: Language) -> list[tuple[str, str]]:
    _ = language.text
    return list(zip(KINDS, (_("Meetings"), _("Bodies"), _("Participants"), _("Documents")), strict=True))


@lru_cache(maxsize=8)
def _template(name: str) -> Callable[..., str]:
    return environment.get_template(name).render


def _rendered(
    request: Request,
    template: str,
    language: Language,
    view: View,
    content: dict[str, Any],
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    """A page in its frame: the ways to the lists and to the other languages, and what machines read of it."""
    _, path, base = language.text, request.url.path, base_of(request)
    rest = {key: value for key, value in request.query_params.items() if key != "lang"}

    def in_language(code: str) -> str:
        return f"{path}?{urllib.parse.urlencode({**rest, 'lang': code}, safe=',')}"

    unspoken = f"{path}?{urllib.parse.urlencode(rest, safe=',')}" if rest else path
    is_found = status is HTTPStatus.OK
    frame = {
        "language": language,
        "style": Markup(STYLE),  # noqa: S704
        "product": TITLE,
        "home": address(f"{PLAIN}/", View(language=view.language)),
        "kinds": [(address(f"{PLAIN}/{kind}/", View(language=view.language)), name) for kind, name in _names(language)],
        "kinds_label": _("Lists"),
        "languages_label": _("Language"),
        "languages": [(code, own_name(code), in_language(code)) for code in languages()],
        "canonical": base + in_language(language.code) if is_found else "",
        "alternates": [*((code, base + in_language(code)) for code in languages()), ("x-default", base + unspoken)]
        if is_found
        else [],
        "footer": [],
        "description": "",
        "machine": "",
        "data": None,
        "is_left_out": False,
    }
    html = _template(template)(**frame | content)
    return HTMLResponse(html, status, headers=POLICY | {"content-language": language.code})
