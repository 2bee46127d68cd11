"""`/briefs/<page>.pdf` and `.docx`, `/briefs/<kind>/<id>.pdf` and `.docx`: a view or a record on one or two pages of A4.

The keys are those of the view's link (docs/takeaway.md). Nothing is written to disk; a brief that was made is kept in memory
for the next who asks for it, so far as there is room.
"""

from collections.abc import Callable
from http import HTTPStatus
from threading import RLock

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sidang.asked import Asked, Refused, answering, attachment
from sidang.asked_records import moved, unknown_record
from sidang.brief import VIEWS, Brief, brief_of_record, brief_of_view
from sidang.brief_docx import word
from sidang.brief_pdf import pdf
from sidang.frame import page_of
from sidang.record_ids import codes_of_kind
from sidang.view import Problem
from sidang.web import base_of

ROOT = "/briefs"
KINDS = ("event", "body", "participant", "document")
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
KEPT_BYTES = 32 * 2**20
WRITERS: dict[str, Callable[[Brief], bytes]] = {"pdf": pdf, "docx": word}

_kept: LRUCache[str, bytes] = LRUCache(KEPT_BYTES, getsizeof=len)
_lock = RLock()


@answering(is_moment_shown=True)
def of_view(request: Request, asked: Asked) -> Response:
    """The brief of a page with its view; 404 for a page that has none."""
    name, form = request.path_params["name"], _form(request)
    if name not in VIEWS:
        raise Refused(HTTPStatus.NOT_FOUND, "There is no brief of this name.", (), {"briefs": sorted(VIEWS)})
    is_map = name == "venues"
    problems = []
    if asked.view.record and not is_map:
        problems.append(Problem("not_shown", "id", asked.view.record))
    if asked.view.at and not is_map:
        problems.append(Problem("not_shown", "at", str(asked.view.at)))
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", tuple(problems))
    base = base_of(request)
    return _sent(request, asked, form, f"sidang-{name}.{form}", lambda: brief_of_view(page_of(asked), name, base))


@answering()
def of_record(request: Request, asked: Asked) -> Response:
    """The brief of a record; a former id leads to the present one, an unknown one is a 404 with those that come near."""
    kind, called, form = request.path_params["kind"], request.path_params["id"], _form(request)
    if kind not in KINDS:
        raise Refused(HTTPStatus.NOT_FOUND, "There is no kind of record of this name.", (), {"kinds": list(KINDS)})
    if asked.view.record:
        problem = Problem("not_shown", "id", asked.view.record)
        raise Refused(HTTPStatus.BAD_REQUEST, "The record is named by the address.", (problem,))
    record_id = codes_of_kind(asked.edition, kind).get(called.lower())
    if record_id is None:
        raise unknown_record(kind, called, asked)
    if record_id.lower() != called.lower():
        return moved(request, f"{ROOT}/{kind}/{record_id.lower()}.{form}")
    base = base_of(request)

    def made() -> Brief:
        brief = brief_of_record(page_of(asked), kind, record_id, base)
        if brief is None:
            raise Refused(HTTPStatus.NOT_FOUND, f"There is no {kind} of this id in this edition.")
        return brief

    return _sent(request, asked, form, f"sidang-{record_id.lower()}.{form}", made)


def _form(request: Request) -> str:
    form = str(request.path_params["form"])
    if form not in TYPES:
        raise Refused(HTTPStatus.NOT_FOUND, "A brief is a pdf or a docx.", (), {"forms": sorted(TYPES)})
    return form


def _sent(request: Request, asked: Asked, form: str, name: str, make: Callable[[], Brief]) -> Response:
    """The brief as it was kept, or made now."""
    key = repr((asked.edition.id, asked.as_of, asked.language.code, asked.view, request.url.path, base_of(request)))
    with _lock:
        content = _kept.get(key)
    if content is None:
        content = WRITERS[form](make())
        with _lock:
            if len(content) <= KEPT_BYTES:
                _kept[key] = content
    return Response(content, media_type=TYPES[form], headers=attachment(name))


routes = [
    Route(f"{ROOT}/{{name}}.{{form}}", of_view, methods=["GET"]),
    Route(f"{ROOT}/{{kind}}/{{id}}.{{form}}", of_record, methods=["GET"]),
]
