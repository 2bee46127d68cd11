"""`/pictures/<name>.svg` and `.png`: each chart and the map of a view as a picture by itself (docs/takeaway.md).

The keys are those of the view's link. A picture is made once for all who ask for it, and kept in memory, so far as there is
room; nothing is written to disk.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from threading import RLock
from typing import Any

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sidang import (
    body_page,
    data_coverage,
    event_page,
    overview,
    participant_meetings,
    participant_path,
    pillar_topics,
    pillar_tree,
    pillars,
    status_bars,
    venues,
)  # fmt: skip
from sidang.asked import Asked, Refused, answering, attachment
from sidang.asked_records import record_named
from sidang.chips import filters_in_words
from sidang.frame import Page, page_of
from sidang.links import address
from sidang.markdown import plain_text
from sidang.picture import Shown, picture
from sidang.share import frozen
from sidang.view import Problem
from sidang.web import base_of

ROOT = "/pictures"
TYPES = {"svg": "image/svg+xml", "png": "image/png"}
KEPT_BYTES = 32 * 2**20
LEAST = 4096

_kept: LRUCache[str, bytes] = LRUCache(KEPT_BYTES, getsizeof=lambda content: max(len(content), LEAST))
_lock = RLock()


@dataclass(frozen=True)
class Kind:
    """A chart: the page on which it stands, and for one of a record of which kind; `state` that of the meetings it counts.

    `shown` makes it of a page, and of a record where it is one's; None where there is nothing to show.
    """

    path: str
    shown: Callable[..., Shown | None]
    record: str = ""
    state: str | None = "held"


def _of_years(make: Callable[[Page, Any], Shown]) -> Callable[[Page], Shown | None]:
    def shown(page: Page) -> Shown | None:
        axis = pillars.years_of(page)
        return make(page, axis) if axis else None

    return shown


def _standings(page: Page) -> Shown | None:
    """The steps of the one organization that is asked for, of the first where the view names several or none."""
    rows = status_bars.charted(page)
    return status_bars.counted_steps(page, rows[0].organization_id) if rows else None


def _bars_of_participant(page: Page, who: Any) -> Shown | None:
    spans = page.ask("status_spans", participants=(who.participant_id,), organizations=())
    return status_bars.shown_bars(page, spans, is_of_many=False, is_of_one_participant=True) if spans else None


def _way(page: Page, who: Any) -> Shown | None:
    return participant_path.shown_path(page, who) if participant_path.is_led(page, who) else None


PICTURES: Mapping[str, Kind] = {
    "by-year": Kind("/", overview.by_year),
    "venues": Kind("/venues", venues.map_as_picture),
    "pillar-panels": Kind("/pillars", _of_years(pillars.panels)),
    "pillar-cells": Kind("/pillars", _of_years(pillars.grid)),
    "hierarchy": Kind("/pillars", pillar_tree.hierarchy),
    "levels": Kind("/pillars", pillars.levels),
    "cross": Kind("/pillars", pillar_topics.across),
    "topics": Kind("/pillars", pillar_topics.topics),
    "standings": Kind("/membership", _standings, state=None),
    "statuses": Kind("/membership", status_bars.bars_in_view, state=None),
    "coverage": Kind("/data", data_coverage.picture),
    "around": Kind("/event", event_page.around, "event"),
    "body-by-year": Kind("/body", body_page.by_year, "body"),
    "participant-by-year": Kind("/participant", participant_meetings.shown_by_year, "participant"),
    "participant-statuses": Kind("/participant", _bars_of_participant, "participant"),
    "way": Kind("/participant", _way, "participant"),
}


@answering(is_moment_shown=True)
def answer(request: Request, asked: Asked) -> Response:
    """A picture; 404 for a name or a record that is not known, and where the view has nothing to draw."""
    name, kind = request.path_params["name"], request.path_params["kind"]
    if name not in PICTURES or kind not in TYPES:
        known = {"pictures": sorted(PICTURES), "kinds": sorted(TYPES)}
        raise Refused(HTTPStatus.NOT_FOUND, "There is no such picture.", (), known)
    chart = PICTURES[name]
    view = asked.view
    is_map = name == "venues"
    problems = []
    if view.record and not chart.record and not is_map:
        problems.append(Problem("not_shown", "id", view.record))
    if view.at and not is_map:
        problems.append(Problem("not_shown", "at", str(view.at)))
    if problems:
        raise Refused(HTTPStatus.BAD_REQUEST, "This request was not understood.", tuple(problems))
    key = repr((asked.edition.id, asked.as_of, asked.language.code, view, name, kind, base_of(request)))
    with _lock:
        content = _kept.get(key)
    if content is None:
        content = _made(asked, chart, kind, base_of(request))
        with _lock:
            if len(content) <= KEPT_BYTES:
                _kept[key] = content
    return Response(content, media_type=TYPES[kind], headers=attachment(f"sidang-{name}.{kind}"))


def _made(asked: Asked, chart: Kind, kind: str, base: str) -> bytes:
    page = page_of(asked)
    shown = chart.shown(page, record_named(asked, chart.record)) if chart.record else chart.shown(page)
    if shown is None:
        raise Refused(HTTPStatus.NOT_FOUND, "Nothing in this view is drawn in that picture.")
    plain = Shown(
        plain_text(shown.title), shown.chart, tuple(map(plain_text, shown.above)), tuple(map(plain_text, shown.below)),
        plain_text(shown.alt),
    )  # fmt: skip
    title = _subtitle(page, asked, chart.record)
    return picture(plain, title, foot_of(page, chart.path, base, chart.state), kind, page.theme)


def _subtitle(page: Page, asked: Asked, kind: str) -> str:
    name = asked.language.name(record_named(asked, kind)) if kind in ("body", "participant") else ""
    return " · ".join(part for part in (name, filters_in_words(page)) if part)


def foot_of(page: Page, path: str, base: str, state: str | None) -> list[str]:
    """Sources and edition, days, address and licence, as lines of plain text."""
    language = page.language
    grades = {row.grade: row.sources for row in page.ask("sources_in_view", state=state)}
    pages = sum(grades.values())
    sources = language.count(
        "Source: {n} page, {official} official · edition {edition}",
        "Sources: {n} pages, {official} official · edition {edition}",
        pages, figure=language.number(pages), official=language.number(grades.get("official", 0)), edition=page.edition.id,
    )  # fmt: skip
    days = language.text(
        "As of {as_of}. Sources were read up to {day}. Data: CC BY 4.0, the Sidang maintainers; each fact names its source.",
        as_of=language.date(page.as_of.isoformat()),
        day=language.date(page.edition.data_until.isoformat()),
    )
    return [f"{sources} · {days}", address_of(page, path, base)]


def address_of(page: Page, path: str, base: str) -> str:
    """Where the view is found again with the same figures: a frozen link."""
    return base + address(path, frozen(page.view.with_(language=page.language.code), page.edition, page.as_of))


routes = [Route(f"{ROOT}/{{name}}.{{kind}}", answer, methods=["GET"])]
