"""Tables to take away, answered without a browser session: the same view, the same rows as on the page.

The keys are those of a view's link (docs/links.md). A part that is not understood refuses the download, unlike on a page,
where it is only named: a file cannot show a notice.
"""

import logging
import uuid
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sidang.beside import standings_beside
from sidang.codes import codes_of
from sidang.dates import today
from sidang.edition import DamagedEdition, Edition, NoEdition, current_edition, editions_dir, find_edition
from sidang.language import Language, language_of
from sidang.options import pillar_names
from sidang.parameters import parameters_of
from sidang.questions import QuestionFailed, ask
from sidang.tables import as_csv, in_order, meeting_rows
from sidang.view import Problem, View, from_query

EDITION = "edition"

log = logging.getLogger("sidang")


def meetings_csv(request: Request) -> Response:
    """The meetings of a view as CSV: 400 for a link that is not understood, 404 for an edition that is gone.

    A damaged or outdated edition is a 503. What one cannot answer is a 500 with a number under which the log says why.
    """
    query = {key: request.query_params.getlist(key) for key in request.query_params}
    try:
        edition = _edition(query.pop(EDITION, [""])[-1])
    except NoEdition as error:
        return PlainTextResponse(f"{error}\n", status_code=404)
    except DamagedEdition as error:
        return PlainTextResponse(f"{error}\n", status_code=503)
    try:
        view, problems = from_query(query, codes_of(edition))
        if view.at:
            problems = (*problems, Problem("not_shown", "at", str(view.at)))
        if problems:
            wrong = "\n".join(f"- {problem.key}={problem.value}: {problem.kind.replace('_', ' ')}" for problem in problems)
            return PlainTextResponse(f"This link was not understood:\n{wrong}\n", status_code=400)
        language = language_of(view.language, request.headers.get("accept-language"))
        content = meetings_table(edition, view, language)
    except QuestionFailed:
        number = uuid.uuid4().hex[:8]
        log.exception("a download failed (%s)", number)
        text = f"The edition {edition.id} cannot answer this just now. Report number: {number}.\n"
        return PlainTextResponse(text, status_code=500)
    return Response(content, media_type="text/csv; charset=utf-8", headers=_attachment("sidang-meetings.csv"))


def meetings_table(edition: Edition, view: View, language: Language) -> bytes:
    """The rows of a view as the meetings page shows them, as CSV for spreadsheets."""
    as_of = view.seen_from(today())
    parameters = parameters_of(edition, view, as_of) | {"most": None}
    events = in_order(ask(edition, "event_list", parameters), view.sort, language)
    beside = standings_beside(edition, view, as_of, language)
    return as_csv(meeting_rows(events, pillar_names(edition, language), language, beside))


def _edition(identifier: str) -> Edition:
    return find_edition(editions_dir(), identifier) if identifier else current_edition(editions_dir())


def _attachment(name: str) -> Mapping[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
