"""Tables to take away, answered without a browser session: the same view, the same rows as on the page."""

from starlette.requests import Request
from starlette.responses import Response

from sidang.asked import Asked, answering, attachment
from sidang.beside import standings_beside
from sidang.dates import today
from sidang.edition import Edition
from sidang.language import Language
from sidang.options import pillar_names
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.tables import as_csv, in_order, meeting_rows
from sidang.view import View


@answering()
def meetings_csv(_: Request, asked: Asked) -> Response:
    """The meetings of a view as CSV."""
    content = meetings_table(asked.edition, asked.view, asked.language)
    return Response(content, media_type="text/csv; charset=utf-8", headers=attachment("sidang-meetings.csv"))


def meetings_table(edition: Edition, view: View, language: Language) -> bytes:
    """The rows of a view as the meetings page shows them, as CSV for spreadsheets."""
    as_of = view.seen_from(today())
    parameters = parameters_of(edition, view, as_of) | {"most": None}
    events = in_order(ask(edition, "event_list", parameters), view.sort, language)
    beside = standings_beside(edition, view, as_of, language)
    return as_csv(meeting_rows(events, pillar_names(edition, language), language, beside))
