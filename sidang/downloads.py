"""`/download/<table>.csv` and `.xlsx`: the tables of the pages, as shown or with everything (docs/takeaway.md)."""

import urllib.parse
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from sidang.api_kinds import COMMON
from sidang.asked import Asked, Refused, answering, attachment
from sidang.asked_records import record_named
from sidang.behind import cited
from sidang.chips import filters_in_words
from sidang.citation_words import full_citation
from sidang.dates import today
from sidang.export_tables import TABLES, Export, Kind
from sidang.frame import Page, page_of
from sidang.pictures import address_of
from sidang.spreadsheets import MOST_ROWS, About, csv_parts, xlsx_parts
from sidang.view import KEYS, Problem, View, to_query
from sidang.web import base_of
from sidang.words import grade_words

ROOT = "/download"
ROWS = ("shown", "everything")
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MOST_SOURCES = 2000
# Settings of a page that change no row; a link of the page may be pasted with them.
DRAWN = ("sort", "status", "since", "map", "split", "extent", "zoom", "read", "section", "before", "after")


def table_address(name: str, form: str, view: View, rows: str = ROWS[0]) -> str:
    """Where a table of a view is taken from, by the keys that it takes alone."""
    kind = TABLES[name]
    taken = (*kind.keys, *DRAWN, *COMMON, *(("id",) if kind.record else ()))
    kept = {key: value for key, value in to_query(view).items() if key in taken}
    query = kept | ({"rows": rows} if rows != ROWS[0] else {})
    return f"{ROOT}/{name}.{form}?{urllib.parse.urlencode(query, safe=',')}"


def _route(form: str) -> Callable[[Request], Response]:
    """The route of all tables in a form; what it answers is a 404 for a table that is not known, a 400 for a key that
    it does not take.
    """
    return answering("rows")(lambda request, asked: _answer(request, asked, form))


def _answer(request: Request, asked: Asked, form: str) -> Response:
    name = request.path_params["table"]
    if name not in TABLES:
        raise Refused(HTTPStatus.NOT_FOUND, "There is no table of this name.", (), {"tables": sorted(TABLES)})
    kind = TABLES[name]
    wanted = asked.own.get("rows", "").strip().lower() or ROWS[0]
    problems = []
    if wanted not in ROWS or (wanted == ROWS[1] and kind.everything is None):
        problems.append(Problem("unknown_value", "rows", wanted[:80]))
    query = to_query(asked.view)
    taken = (*kind.keys, *DRAWN, *COMMON, *(("id",) if kind.record else ()))
    problems += [Problem("not_shown", key, query[key][:80]) for key in KEYS if key in query and key not in taken]
    if problems:
        said = "This request was not understood. rows= is shown, or where there is more everything."
        raise Refused(HTTPStatus.BAD_REQUEST, said, tuple(problems))
    page = page_of(asked)
    table = _table(page, kind, asked, wanted)
    if not table.heads:
        raise Refused(HTTPStatus.NOT_FOUND, "Nothing in this view stands in that table.")
    if form == "xlsx" and table.total > MOST_ROWS:
        said = f"A sheet holds {MOST_ROWS} rows, and this table has {table.total}. Narrow the view, or take it as CSV."
        raise Refused(HTTPStatus.BAD_REQUEST, said, (), {"most": MOST_ROWS})
    parts = csv_parts(table) if form == "csv" else xlsx_parts(table, _about(page, kind, table, wanted, base_of(request)))
    file = f"sidang-{name}{'-everything' if wanted == ROWS[1] else ''}.{form}"
    headers = attachment(file) | {"sidang-edition": asked.edition.id, "x-total-count": str(table.total)}
    return StreamingResponse(parts, media_type=TYPES[form], headers=headers)


def _table(page: Page, kind: Kind, asked: Asked, wanted: str) -> Export:
    if kind.record:
        return kind.shown(page, record_named(asked, kind.record))
    if wanted == ROWS[1] and kind.everything is not None:
        return kind.everything(page)
    return kind.shown(page)


def _about(page: Page, kind: Kind, table: Export, wanted: str, base: str) -> About:
    """The second sheet: view, rows, edition, days, licence, how to cite, sources."""
    language, _ = page.language, page.language.text
    title, address = kind.title(language), address_of(page, kind.path, base)
    heads, sources, more = _sources(page, kind)
    lines = [
        (_("Table"), title),
        (_("View"), filters_in_words(page)),
        (_("Rows"), table.total),
        (_("What is in it"), _("what the page shows") if wanted == ROWS[0] else _("everything that is known, with codes")),
        (_("Link"), address),
        (_("Edition"), page.edition.id),
        (_("As of"), language.date(page.as_of.isoformat())),
        (_("Sources read up to"), language.date(page.edition.data_until.isoformat())),
        (_("Licence"), _("Creative Commons Attribution 4.0 (CC BY 4.0), the Sidang maintainers")),
        (_("Cite"), full_citation(language, title, page.edition.id, today(), address)),
        (_("Sources"), more),
    ]
    return About(title, title, _("About this table"), lines, heads, sources, page.edition.built_at.date())


def _sources(page: Page, kind: Kind) -> tuple[list[str], list[list[Any]], str]:
    """The pages behind what is in the table, and how many there are."""
    language, _, grades = page.language, page.language.text, grade_words(page.language)
    heads = [_("Title"), _("Address"), _("Publisher"), _("Grade"), _("Meetings")]
    if kind.path == "/membership":
        rows: Any = cited(page, [f"statuses:{row.status_id}" for row in page.ask("status_spans")]).pages.values()
        heads, count = heads[:-1], len(rows)
    else:
        rows = page.ask("leading_sources", most=MOST_SOURCES)
        count = sum(row.sources for row in page.ask("sources_in_view", state=kind.state))
    told = [
        [row.title or row.publisher or row.host, row.url or row.file, row.publisher or row.host, grades[row.grade],
         *([row.meetings] if hasattr(row, "meetings") else [])]
        for row in rows
    ]  # fmt: skip
    said = language.count("{n} page", "{n} pages", count)
    if len(told) < count:
        said += ". " + _("Listed are the {n} that stand behind most meetings held.", n=language.number(len(told)))
    return heads, told, said


routes = [Route(f"{ROOT}/{{table}}.{form}", _route(form), methods=["GET"]) for form in TYPES]
