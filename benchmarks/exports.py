"""What leaves the dashboard: 1,000 meetings against the bare query and the library that writes them; memory of long exports.

The route is asked in this process, without a socket; beside it the question alone is asked of the same edition and its rows
are written by the same library, nothing else.
"""

import csv
import io
import json
import os
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import icalendar
import psutil
import xlsxwriter
from starlette.applications import Starlette
from starlette.testclient import TestClient

from benchmarks.figures import Cost
from sidang import api, briefs, calendars, downloads, pictures
from sidang.dates import today
from sidang.edition import Edition
from sidang.parameters import parameters_of
from sidang.questions import portions
from sidang.view import View

IN_A_ROUND = 5
FORMATS = {
    "CSV": "/download/meetings.csv?rows=everything",
    "XLSX": "/download/meetings.xlsx?rows=everything",
    "JSON": "/api/v1/events?limit=all",
    "ICS": "/calendars/meetings.ics",
}
BRIEFS = {
    "Overview as PDF": "/briefs/overview.pdf", "Overview as DOCX": "/briefs/overview.docx",
    "Venues as PDF": "/briefs/venues.pdf", "one meeting as PDF": "/briefs/event/soc-com-19.pdf",
    "a chart as SVG": "/pictures/by-year.svg", "the map as PNG": "/pictures/venues.png",
}  # fmt: skip
STATED_EVERY = 0.02
BLOCK = 64 * 1024
MEGABYTE = 2**20


@dataclass(frozen=True)
class Peak:
    """What an export took: bytes sent, seconds, and how much memory of the server stood above idle at the most."""

    sent: int
    seconds: float
    megabytes: float


def timed(work: Callable[[], Any], times: int = IN_A_ROUND) -> Cost:
    """What a piece of work costs once, from so many times."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        work()
    return Cost((time.perf_counter() - wall) / times, (time.process_time() - cpu) / times)


def client() -> TestClient:
    """The routes of files without the pages beside them."""
    routes = [*downloads.routes, *api.routes, *calendars.routes, *briefs.routes, *pictures.routes]
    return TestClient(Starlette(routes=routes))


def exporting(asked: TestClient) -> dict[str, Callable[[], Cost]]:
    """Each format asked of its route."""
    return {name: partial(timed, partial(asked.get, address)) for name, address in FORMATS.items()}


def bare(edition: Edition) -> Mapping[str, Callable[[], Cost]]:
    """The question alone, and its rows as they are by the library of each format."""

    def rows() -> list[Any]:
        settings = {"sort": "newest", "language": "en", "most": None, "skipped": 0}
        found = portions(edition, "events_in_order", parameters_of(edition, View(), today()) | settings)
        return [row for portion in found for row in portion]

    def as_csv() -> None:
        csv.writer(io.StringIO()).writerows(rows())

    def as_book() -> None:
        book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
        sheet = book.add_worksheet()
        for at, row in enumerate(rows()):
            for column, value in enumerate(row):
                if isinstance(value, (int, float)):
                    sheet.write_number(at, column, value)
                elif value is not None:
                    sheet.write_string(at, column, str(value))
        book.close()

    def as_json() -> None:
        json.dumps([row._asdict() for row in rows()], default=str)

    def as_calendar() -> None:
        calendar = icalendar.Calendar()
        for row in rows():
            if row.first_day is None:
                continue
            event = icalendar.Event()
            event.add("uid", row.event_id)
            event.add("dtstart", row.first_day)
            event.add("dtend", row.last_day)
            for name in ("summary", "location", "description", "categories", "status", "url"):
                event.add(name, row.body_name)
            calendar.add_component(event)
        calendar.to_ical()

    works = {"CSV": as_csv, "XLSX": as_book, "JSON": as_json, "ICS": as_calendar}
    return {name: partial(timed, work) for name, work in works.items()}


def brief_costs(asked: TestClient) -> dict[str, Cost]:
    """What a brief or a picture costs that nobody has asked for before."""

    def made(address: str) -> None:
        briefs._kept.clear()
        pictures._kept.clear()
        asked.get(address)

    for address in BRIEFS.values():
        made(address)
    return {name: timed(partial(made, address), 3) for name, address in BRIEFS.items()}


def peak_of(process: psutil.Process, address: str) -> Peak:
    """An export read from a server, block by block, with the memory of its process watched meanwhile."""
    with _watched(process) as highest:
        begun, sent = time.perf_counter(), 0
        with urllib.request.urlopen(address, timeout=600) as answer:  # noqa: S310
            while block := answer.read(BLOCK):
                sent += len(block)
        seconds = time.perf_counter() - begun
    return Peak(sent, seconds, max(0, highest[0] - highest[1]) / MEGABYTE)


@contextmanager
def _watched(process: psutil.Process) -> Any:
    """The highest memory of a process meanwhile, and that before."""
    found, over = [process.memory_info().rss] * 2, threading.Event()

    def watch() -> None:
        while not over.wait(STATED_EVERY):
            found[0] = max(found[0], process.memory_info().rss)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield found
    finally:
        over.set()
        watching.join()


def with_editions(folder: Path) -> None:
    """Serve the editions of a folder in this process."""
    os.environ["SIDANG_VAR"] = str(folder)
