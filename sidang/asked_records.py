"""Records that a request without a session names: the row, or why there is none, in one form."""

from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sidang.asked import Asked, Refused
from sidang.questions import one
from sidang.record_ids import codes_of_kind, near_ids
from sidang.view import Problem

QUESTIONS = {"event": ("meeting", "event_id"), "body": ("body", "body_id"), "participant": ("participant", "participant_id")}


def record_named(asked: Asked, kind: str) -> Any:
    """The row of the record that the view names (`id=`), former ids included.

    Raises:
        Refused: 400 where none is named, 404 with the ids near to it where there is none of this id.
    """
    called = asked.view.record or ""
    if not called:
        problem = Problem("malformed_value", "id", "")
        raise Refused(HTTPStatus.BAD_REQUEST, "This is of one record: name it with id=.", (problem,))
    record_id = codes_of_kind(asked.edition, kind).get(called.lower())
    if record_id is None:
        raise unknown_record(kind, called, asked)
    question, key = QUESTIONS[kind]
    return one(asked.ask(question, **{key: record_id}))


def unknown_record(kind: str, called: str, asked: Asked) -> Refused:
    """No record is called so: 404 with the ids that come near."""
    near = list(near_ids(asked.edition, kind, called))
    problem = Problem("unknown_value", "id", called[:80])
    return Refused(HTTPStatus.NOT_FOUND, f"There is no {kind} of this id.", (problem,), {"near": near})


def moved(request: Request, path: str) -> Response:
    """The present address of a record that is called by a former one, with the same query."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(path + query, HTTPStatus.MOVED_PERMANENTLY, headers={"cache-control": "no-cache"})
