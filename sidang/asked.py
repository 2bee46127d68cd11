"""Requests that are answered without a browser session: what they ask for, or why they are refused, in one form.

The keys are those of a view's link (docs/links.md). A part that is not understood refuses the request, unlike on a page,
where it is only named: a file or a machine cannot be shown a notice. Refusals are problem details as of RFC 9457.
"""

import datetime
import functools
import hashlib
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sidang.codes import codes_of
from sidang.dates import today
from sidang.edition import DamagedEdition, Edition, NoEdition, current_edition, editions, editions_dir, find_edition
from sidang.language import Language, language_of
from sidang.parameters import parameters_of
from sidang.questions import QuestionFailed, QuestionTooSlow, Rows, Value, ask
from sidang.view import LONGEST_ID, Problem, View, from_query

EDITION = "edition"
PROBLEM_TYPE = "application/problem+json"

log = logging.getLogger("sidang")


@dataclass(frozen=True)
class Asked:
    """What a request asks for: edition, view, language of the answer, day it is seen from, and the keys of its route."""

    edition: Edition
    view: View
    language: Language
    as_of: datetime.date
    own: dict[str, str]

    def ask(self, question: str, **parameters: Value) -> Rows:
        """The rows that answer a question of queries/ for this view; further parameters by name."""
        return ask(self.edition, question, parameters_of(self.edition, self.view, self.as_of) | parameters)


@dataclass
class Refused(Exception):
    """A request that cannot be answered: the status, what is wrong, and which keys of it; `more` goes into the answer."""

    status: HTTPStatus
    detail: str
    errors: tuple[Problem, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)


Refuse = Callable[[Request, Refused], Response]


def asked_of(request: Request, own: tuple[str, ...] = (), *, is_moment_shown: bool = False) -> Asked:
    """What a request asks for; `own` are keys that the route takes besides those of a view, each once.

    The year of a moment (at=) is refused unless `is_moment_shown`.

    Raises:
        Refused: 400 for what is not understood, 404 for an edition that is gone, 503 for one that cannot be read.
        QuestionFailed: when the edition cannot answer.
    """
    query = {key: request.query_params.getlist(key) for key in request.query_params}
    extra = {key: query.pop(key)[-1] for key in own if key in query}
    name = query.pop(EDITION, [""])[-1]
    try:
        edition = find_edition(editions_dir(), name) if name else current_edition(editions_dir())
    except NoEdition as error:
        if not name:
            raise Refused(HTTPStatus.NOT_FOUND, str(error)) from error
        kept = {"editions": [edition.id for edition in editions(editions_dir())]}
        problem = Problem("unknown_value", EDITION, name[:LONGEST_ID])
        raise Refused(HTTPStatus.NOT_FOUND, "There is no such edition.", (problem,), kept) from error
    except DamagedEdition as error:
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE, str(error)) from error
    view, problems = from_query(query, codes_of(edition))
    if view.at and not is_moment_shown:
        problems = (*problems, Problem("not_shown", "at", str(view.at)))
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", problems)
    if name:
        view = view.with_(edition=edition.id)
    language = language_of(view.language, request.headers.get("accept-language"))
    return Asked(edition, view, language, view.seen_from(today()), extra)


def answering(
    *own: str, varies: tuple[str, ...] = (), refuse: Refuse | None = None, is_moment_shown: bool = False
) -> Callable[[Callable[[Request, Asked], Response]], Callable[[Request], Response]]:
    """Make a route of a function that answers what is asked; refusals and failures become problem details.

    `own` are the keys of the route besides those of a view, `varies` the headers of a request by which its answer differs,
    besides the language; `refuse` makes the answer of a refusal where that is no problem details; `is_moment_shown` takes
    the year of the map too. An answer carries an ETag of edition, day, language, address and those headers; a request that
    has it already gets a 304.
    """
    refused_by = refuse or refusal

    def made(answer: Callable[[Request, Asked], Response]) -> Callable[[Request], Response]:
        @functools.wraps(answer)
        def route(request: Request) -> Response:
            try:
                asked = asked_of(request, own, is_moment_shown=is_moment_shown)
                tag = _tag(request, asked, varies)
                if tag in request.headers.get("if-none-match", ""):
                    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"etag": tag})
                response = answer(request, asked)
            except Refused as refused:
                return refused_by(request, refused)
            except QuestionTooSlow:
                log.warning("a request took too long", exc_info=True)
                detail = "This took longer than is allowed and was stopped. Narrow the view, or try again later."
                return refused_by(request, Refused(HTTPStatus.SERVICE_UNAVAILABLE, detail))
            except QuestionFailed:
                number = uuid.uuid4().hex[:8]
                log.exception("a request failed (%s)", number)
                detail = f"The edition cannot answer this just now. Report number: {number}."
                return refused_by(request, Refused(HTTPStatus.INTERNAL_SERVER_ERROR, detail))
            response.headers.setdefault("etag", tag)
            response.headers.setdefault("cache-control", "no-cache")
            response.headers.setdefault("vary", ", ".join(("accept-language", *varies)))
            return response

        return route

    return made


def refusal(request: Request, refused: Refused) -> Response:
    """Problem details: title, status, detail, instance, and for each key that is wrong its value and the reason."""
    content = {
        "title": refused.status.phrase,
        "status": refused.status.value,
        "detail": refused.detail,
        "instance": request.url.path,
        "errors": [{"key": found.key, "value": found.value, "reason": found.kind} for found in refused.errors],
    }
    return JSONResponse(content | refused.more, refused.status.value, media_type=PROBLEM_TYPE)


def attachment(name: str) -> dict[str, str]:
    """The header that makes a browser save an answer under a name."""
    return {"content-disposition": f'attachment; filename="{name}"'}


def _tag(request: Request, asked: Asked, varies: tuple[str, ...]) -> str:
    """What an answer depends on: the edition, the day, the language, the address, some headers."""
    headers = tuple(request.headers.get(name, "") for name in varies)
    parts = (asked.edition.id, asked.as_of.isoformat(), asked.language.code, request.url.path, request.url.query, *headers)
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    return f'"{digest}"'
