"""The same view gives the same meetings and totals on the screen, in files, for machines, in calendars and in briefs."""

import csv
import datetime
import io
import re
from typing import Any

import icalendar
import openpyxl
import pypdf
import pytest

from sidang.asked import Asked
from sidang.edition import Edition
from sidang.frame import page_of
from sidang.language import Language
from sidang.links import address
from sidang.meetings import meetings_in_table
from sidang.meetings import sentence as answer_of
from sidang.parameters import parameters_of
from sidang.plain_lists import listed_records
from sidang.questions import ask, one, portions
from sidang.view import View
from tests.machines import asking
from tests.views import random_views

ON_QUERIES, THROUGH_ALL, SEED = 100, 8, 11
DAY = datetime.date(2026, 5, 10)
FIELDS = (
    "years", "bodies", "is_without_sub_bodies", "organizations", "pillars", "is_involvement_counted", "levels", "countries",
    "places", "participants", "modes", "topics", "search",
)  # fmt: skip


def filters_of(view: View) -> View:
    """The filters of a view, seen from a day in English."""
    return View(as_of=DAY.isoformat(), language="en").with_(**{name: getattr(view, name) for name in FIELDS})


def views_of(edition: Edition, number: int) -> list[View]:
    """So many views, those with meetings first."""
    found = list(dict.fromkeys(filters_of(view) for view in random_views(edition, number * 6, SEED)))
    full = [view for view in found if ask(edition, "view_figures", parameters_of(edition, view, DAY))[0].meetings]
    empty = [view for view in found if view not in full]
    return [*full, *empty][:number]


def test_every_question_behind_a_format_finds_the_same_meetings(real_edition: Edition) -> None:
    """In 100 random views: table, stream, figures, days of calendars and sums by year, body and place."""
    views = views_of(real_edition, ON_QUERIES)
    assert len(set(views)) == ON_QUERIES
    with_meetings = 0
    for view in views:
        parameters = parameters_of(real_edition, view, DAY)
        figures = one(ask(real_edition, "view_figures", parameters))
        listed = ask(real_edition, "event_list", parameters | {"most": None})
        settings = {"sort": "newest", "language": "en", "most": None, "skipped": 0}
        streamed = [row for rows in portions(real_edition, "events_in_order", parameters | settings) for row in rows]
        total = figures.meetings + figures.announced + figures.upcoming + figures.other
        assert [row.event_id for row in streamed] == [row.event_id for row in listed], view
        assert len(listed) == total, view
        assert sum(row.is_held for row in listed) == figures.meetings, view
        assert sum(row.state == "held" for row in streamed) == figures.meetings, view
        undated = one(ask(real_edition, "undated_meetings", parameters)).meetings
        assert sum(len(row.start_date or "") == 10 for row in streamed) + undated == total, view
        by_body = ask(real_edition, "meetings_by_branch", parameters)
        assert sum(row.own for row in by_body) == figures.meetings, view
        leading = ask(real_edition, "leading_sources", parameters | {"most": 1})
        assert all(row.meetings <= figures.meetings for row in leading)
        with_meetings += bool(figures.meetings)
    assert with_meetings > ON_QUERIES / 2


@pytest.fixture(scope="module")
def views(real_edition: Edition) -> list[View]:
    """Eight views with meetings."""
    return views_of(real_edition, THROUGH_ALL)


@pytest.mark.parametrize("number", range(THROUGH_ALL))
def test_a_view_is_the_same_in_every_format(number: int, views: list[View], real_edition: Edition) -> None:
    """The ids and the number of meetings held on the screen, in CSV, XLSX, JSON, ICS, brief and plain page."""
    view = views[number]
    page = page_of(Asked(real_edition, view, Language("en"), DAY, {}))
    on_screen = meetings_in_table(page)
    ids = set(on_screen["Id"])
    held = one(page.ask("view_figures")).meetings
    assert (on_screen["Status"] == "held").sum() == held > 0
    with asking(real_edition) as client:

        def got(path: str) -> Any:
            answer = client.get(address(path, view))
            assert answer.status_code == 200, (path, answer.text[:300])
            return answer

        lines = list(csv.DictReader(io.StringIO(got("/download/meetings.csv").content[3:].decode(), newline="")))
        book = openpyxl.load_workbook(io.BytesIO(got("/download/meetings.xlsx").content))
        everything = client.get(address("/download/meetings.csv", view) + "&rows=everything")
        machine = client.get(address("/api/v1/events", view) + "&limit=all").json()
        calendar = icalendar.Calendar.from_ical(got("/calendars/meetings.ics").content)
        brief = pypdf.PdfReader(io.BytesIO(got("/briefs/events.pdf").content))
        plain = listed_records(page, "event", 0)
    assert [line["Id"] for line in lines] == list(on_screen["Id"])
    assert sum(line["Status"] == "held" for line in lines) == held
    sheet: Any = book.worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[rows[0].index("Id")] for row in rows[1:]] == list(on_screen["Id"])
    assert {row["Id"] for row in csv.DictReader(io.StringIO(everything.content[3:].decode(), newline=""))} == ids
    assert {item["event_id"] for item in machine["items"]} == ids
    assert (machine["total"], machine["counts"]["held"]) == (len(ids), held)
    dated = {row.event_id for row in page.ask("event_list", most=None) if len(row.start_date or "") == 10}
    former = {row.old_id: row.new_id for row in page.ask("former_ids") if row.kind == "event"}
    uids = [str(event["UID"]).partition("@")[0] for event in calendar.walk("VEVENT")]
    assert {former.get(uid, uid) for uid in uids} == dated
    said = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in brief.pages))
    count = re.match(r"\*\*\[?([\d,]+)", answer_of(page))
    assert count is not None
    assert int(count[1].replace(",", "")) == held
    assert f"{count[1]} meeting" in said
    assert plain.total == len(ids)
