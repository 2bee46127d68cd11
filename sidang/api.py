"""`/api/v1/`: what the pages show, for machines, as JSON and CSV (docs/api.md).

A list takes the keys of a view's link, a record those of its day, edition and language. Nothing is written by a request, and
an export of a whole list is sent as it is read, so that its memory is bounded.
"""

import csv
import io
import json
import urllib.parse
from collections.abc import Callable, Iterator
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from sidang.api_description import description
from sidang.api_kinds import COMMON, DRAWN, KINDS
from sidang.api_records import record_of
from sidang.api_rows import Listing, Row, listing
from sidang.api_types import Kind
from sidang.asked import Asked, Refused, answering, refusal
from sidang.asked_records import moved, unknown_record
from sidang.links import address, record_address
from sidang.record_ids import codes_of_kind
from sidang.tables import SPREADSHEET_FORMULA
from sidang.view import KEYS, Problem, View, to_query

ROOT = "/api/v1"
FORMATS = ("json", "csv")
CSV = "text/csv; charset=utf-8"
USUAL, MOST = 100, 1000
WHOLE = "all"
LICENCE = "CC-BY-4.0"
PAGES = ("event", "body", "participant", "document")


def list_route(kind: Kind) -> Callable[[Request], Response]:
    """The list of a kind."""
    own = tuple(name for name, _, _ in kind.own)

    @answering("format", "limit", "offset", *own, varies=("accept",))
    def answer(request: Request, asked: Asked) -> Response:
        most, skipped, form = _page(request, asked, kind)
        found = listing(kind, asked, most, skipped)
        following = _following(kind, asked, most, skipped, form) if most and skipped + most < found.total else None
        headers = {"x-total-count": str(found.total), "sidang-edition": asked.edition.id}
        if following:
            headers["link"] = f'<{following}>; rel="next"'
        if form == "csv":
            parts, media = _csv_parts(kind, found), CSV
        else:
            about = _about(asked) | {"view": to_query(asked.view), "total": found.total, "limit": most, "offset": skipped}
            about |= {"next": following} | ({"counts": found.counts} if found.counts else {})
            parts, media = _json_parts(about, found), "application/json"
        if most is None:
            return StreamingResponse(parts, media_type=media, headers=headers)
        return Response(b"".join(parts), media_type=media, headers=headers)

    return answer


def record_route(kind: Kind) -> Callable[[Request], Response]:
    """One record of a kind; a former id or another name leads to the present id."""

    @answering("format", varies=("accept",))
    def answer(request: Request, asked: Asked) -> Response:
        problems = _not_shown(asked.view, ()) + _unknown(asked, "format", FORMATS[:1])
        if problems:
            raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)
        called = request.path_params["id"]
        record_id = codes_of_kind(asked.edition, kind.name).get(called.lower())
        if record_id is None:
            raise unknown_record(kind.name, called, asked)
        if record_id.lower() != called.lower():
            return moved(request, f"{ROOT}/{kind.path}/{record_id.lower()}")
        told = record_of(kind, asked, record_id)
        if told is None:
            raise unknown_record(kind.name, called, asked)
        links = {"self": f"{ROOT}/{kind.path}/{record_id.lower()}"}
        if kind.name in PAGES:
            links |= {"page": record_address(kind.name, record_id, View()), "plain": f"/r/{kind.name}/{record_id.lower()}"}
        about = _about(asked) | {"links": links}
        return Response(_written(about | told), media_type="application/json")

    return answer


@answering()
def index(_: Request, asked: Asked) -> Response:
    """What there is: the lists, the description, the licence."""
    problems = _not_shown(asked.view, ())
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)
    lists = {kind.path: f"{ROOT}/{kind.path}" for kind in KINDS.values()}
    return JSONResponse(_about(asked) | {"licence": LICENCE, "description": f"{ROOT}/openapi.json", "lists": lists})


def openapi(_: Request) -> Response:
    """The OpenAPI description of all this."""
    return JSONResponse(description(ROOT, USUAL, MOST), headers={"cache-control": "no-cache"})


async def unknown_path(request: Request) -> Response:
    """Below /api/ nothing else is answered, least of all with a page."""
    is_known = request.url.path in KNOWN or request.url.path.startswith(tuple(f"{path}/" for path in KNOWN if path != ROOT))
    if is_known and request.method not in ("GET", "HEAD"):
        answer = refusal(request, Refused(HTTPStatus.METHOD_NOT_ALLOWED, "Everything here is only read: use GET."))
        answer.headers["allow"] = "GET, HEAD"
        return answer
    said = f"There is nothing at this address. See {ROOT}/openapi.json for what there is."
    return refusal(request, Refused(HTTPStatus.NOT_FOUND, said))


KNOWN = (ROOT, f"{ROOT}/", f"{ROOT}/openapi.json", *(f"{ROOT}/{path}" for path in KINDS))
READ = ["GET"]
routes = [
    Route(ROOT, index, methods=READ),
    Route(f"{ROOT}/", index, methods=READ),
    Route(f"{ROOT}/openapi.json", openapi, methods=READ),
    *(Route(f"{ROOT}/{kind.path}", list_route(kind), methods=READ) for kind in KINDS.values()),
    *(Route(f"{ROOT}/{kind.path}/{{id}}", record_route(kind), methods=READ) for kind in KINDS.values()),
]


def _about(asked: Asked) -> Row:
    """What every answer says of itself."""
    return {
        "edition": asked.edition.id,
        "data_until": asked.edition.data_until.isoformat(),
        "as_of": asked.as_of.isoformat(),
    }


def _page(request: Request, asked: Asked, kind: Kind) -> tuple[int | None, int, str]:
    """How many rows are asked for (None: all), how many stand before them, and in which format.

    Raises:
        Refused: 400 for each key that this list does not know, and for a page that is too large.
    """
    limit, offset = asked.own.get("limit", "").strip(), asked.own.get("offset", "").strip()
    problems = _not_shown(asked.view, (*kind.keys, *DRAWN))
    problems += _unknown(asked, "format", FORMATS)
    for name, values, _ in kind.own:
        problems += _unknown(asked, name, values)
    most = None if limit == WHOLE else _whole_number(limit or str(USUAL))
    skipped = _whole_number(offset or "0")
    if limit != WHOLE and (most is None or not 1 <= most <= MOST):
        problems += (Problem("malformed_value" if most is None else "out_of_range", "limit", limit[:80]),)
    if skipped is None:
        problems += (Problem("malformed_value", "offset", offset[:80]),)
    if limit == WHOLE and skipped:
        problems += (Problem("not_shown", "offset", offset[:80]),)
    if problems:
        said = f"This request was not understood. A page holds 1 to {MOST} rows; limit={WHOLE} sends all of them."
        raise Refused(HTTPStatus.BAD_REQUEST, said, problems, {"most": MOST})
    accepted = request.headers.get("accept", "")
    return most, skipped or 0, asked.own.get("format", "").strip().lower() or _accepted(accepted)


def _accepted(header: str) -> str:
    """The first format that an Accept header names; JSON where it names none."""
    for part in header.split(","):
        media = part.split(";")[0].strip().lower()
        if media in ("text/csv", "application/json"):
            return "csv" if media == "text/csv" else "json"
    return FORMATS[0]


def _whole_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _unknown(asked: Asked, key: str, values: tuple[str, ...]) -> tuple[Problem, ...]:
    """The problem of a key of the route whose value is none of these."""
    value = asked.own.get(key, "").strip()
    return (Problem("unknown_value", key, value[:80]),) if value and value.lower() not in values else ()


def _not_shown(view: View, keys: tuple[str, ...]) -> tuple[Problem, ...]:
    """A problem for each key of the view that this answer would pass over in silence."""
    query = to_query(view)
    return tuple(Problem("not_shown", key, query[key][:80]) for key in KEYS if key in query and key not in (*keys, *COMMON))


def _following(kind: Kind, asked: Asked, most: int, skipped: int, form: str) -> str:
    """The address of the next page, tied to edition, day and language, so that all pages together are one list."""
    view = asked.view.with_(edition=asked.edition.id, as_of=asked.as_of.isoformat(), language=asked.language.code)
    own = {name: asked.own[name] for name, _, _ in kind.own if asked.own.get(name)}
    page = urllib.parse.urlencode({**own, "format": form, "limit": most, "offset": skipped + most})
    return f"{address(f'{ROOT}/{kind.path}', view)}&{page}"


def _written(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str).encode()


def _json_parts(about: Row, found: Listing) -> Iterator[bytes]:
    """The answer as JSON, a portion of its rows at a time."""
    yield _written(about)[:-1] + b',"items":['
    is_first = True
    for rows in found.portions:
        if rows:
            yield (b"" if is_first else b",") + _written(rows)[1:-1]
            is_first = False
    yield b"]}"


def _csv_parts(kind: Kind, found: Listing) -> Iterator[bytes]:
    """The answer as CSV (RFC 4180, UTF-8), headed by the names of the fields; what would run as a formula is disarmed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(field.name for field in kind.fields)
    for rows in found.portions:
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()
    yield text.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(SPREADSHEET_FORMULA) else value
    return str(value).lower() if isinstance(value, bool) else value
