"""Questions of pages at a million meetings, against SQL that somebody would write by hand for that one figure.

The statements by hand read the plain tables (events, bodies, participations, places), know nothing of other filters, and are
as short as can be.
"""

import contextlib
import datetime
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Cost, compared, in_turn
from benchmarks.report import Section
from benchmarks.subjects import tell
from sidang.edition import Edition, cursor
from sidang.parameters import parameters_of
from sidang.query_files import QUERIES, SHARED, QuestionTooSlow, question
from sidang.questions import ask
from sidang.synthesize import synthesize
from sidang.tallies import tallies_of
from sidang.view import View

DAY = datetime.date(2026, 5, 10)
MOST = 300
PLAIN = """
from events as e
inner join bodies as b on e.body_id = b.body_id
inner join organizations as o on b.organization_id = o.organization_id
"""
PLACES = "left join places as p on e.place_id = p.place_id"
SEATS = "inner join participations as a on e.event_id = a.event_id and a.attendance != 'absent'"
CITED = """
inner join citations as c on c.table_name = 'events' and c.record_id = e.event_id and c.stance = 'supports'
inner join sources as s on c.source_id = s.source_id
"""
HELD = "where e.status = 'held' and o.kind != 'national' and e.year between $first and $last"
BY_HAND = {
    "meetings_by_year": f"select e.year, b.pillar_id, count(*) {PLAIN} {HELD} group by e.year, b.pillar_id",
    "view_figures": f"""
        select
            count(*), count(distinct e.body_id), count(distinct e.place_id), count(*) filter (where e.mode = 'virtual'),
            min(e.year), max(e.year)
        {PLAIN} {HELD}
    """,
    "meetings_by_city": f"select p.place_id, p.name, count(*) {PLAIN} {PLACES} {HELD} group by p.place_id, p.name",
    "event_list": f"select e.* {PLAIN} {HELD} order by e.first_day desc limit 6",
    "meetings_by_country": f"""
        select coalesce(p.country_id, e.country_id) as country, count(*) {PLAIN} {PLACES} {HELD} and e.mode != 'virtual'
        group by country
    """,
    "meetings_by_body": f"select e.body_id, count(*) {PLAIN} {HELD} group by e.body_id",
    "meetings_by_level": f"select e.year, b.level, count(*) {PLAIN} {HELD} group by e.year, b.level",
    "choices": f"select a.participant_id, count(distinct e.event_id) {PLAIN} {SEATS} {HELD} group by a.participant_id",
    "events_in_order": f"""
        select e.*, b.*, o.*, p.latitude, p.longitude
        {PLAIN} {PLACES} {HELD} order by e.first_day desc, e.event_id limit {MOST}
    """,
    "participant_register": f"select a.participant_id, count(distinct e.event_id) {PLAIN} {SEATS} {HELD} group by 1",
    "document_register": """
        select d.*, o.*, count(distinct l.event_id)
        from documents as d
        inner join organizations as o on d.organization_id = o.organization_id
        left join event_documents as l on d.document_id = l.document_id
        where year(first_day(d.adopted_date)) between $first and $last
        group by all
        order by d.adopted_date desc
    """,
    "field_completeness": f"""
        select
            count(*), count(e.start_date), count(e.end_date), count(e.ordinal), count(e.venue), count(e.place_id),
            count(*) filter (where e.event_id in (select event_id from participations where role = 'host')),
            count(*) filter (where e.event_id in (select event_id from participations where role = 'chair')),
            count(*) filter (where e.event_id in (select event_id from event_topics)),
            count(*) filter (where e.event_id in (select event_id from event_documents)),
            count(*) filter (where e.event_id in (
                select c.record_id from citations as c inner join sources as s on c.source_id = s.source_id
                where c.table_name = 'events' and s.grade = 'official'
            ))
        {PLAIN} {HELD}
    """,
    "cross_pillar_meetings": f"""
        select e.body_id, x.pillar_id, count(distinct e.event_id)
        {PLAIN}
        {SEATS}
        inner join participants as w on a.participant_id = w.participant_id
        inner join bodies as x on w.body_id = x.body_id
        {HELD} and x.pillar_id != b.pillar_id
        group by e.body_id, x.pillar_id
    """,
    "coverage_by_body_and_year": f"""
        select e.body_id, e.year, b.name, b.name_indonesian, b.acronym, count(*), count(distinct e.ordinal), max(e.ordinal)
        {PLAIN} {HELD} group by all order by e.body_id, e.year
    """,
    "sources_by_trait": f"select s.publisher, count(distinct s.source_id) {PLAIN} {CITED} {HELD} group by s.publisher",
    "sources_in_view": f"select s.grade, count(distinct s.source_id) {PLAIN} {CITED} {HELD} group by s.grade",
}
MORE: dict[str, Any] = {
    "most": None, "state": "held", "sort": "newest", "language": "en", "skipped": 0, "is_planned_shown": False,
    "chaired": ("asean",), "part": "all", "numbers": (),
}  # fmt: skip
FILTERS = frozenset(question("events_by_filter").parameters)


def spans() -> Iterator[tuple[int, int]]:
    """Spans of years, none twice."""
    return ((first, last) for last in range(2024, 1996, -1) for first in range(1970, 1997))


@dataclass(frozen=True)
class Asking:
    """A question of some years after the other: as pages ask it, or by hand."""

    edition: Edition
    name: str
    is_by_hand: bool
    years: Iterator[tuple[int, int]]
    most: int | None

    def measure(self, times: int = 3) -> Cost:
        """The mean cost of one answer, none of them known before."""
        wall, cpu = time.perf_counter(), time.process_time()
        for first, last in itertools.islice(self.years, times):
            if self.is_by_hand:
                cursor(self.edition).execute(BY_HAND[self.name], {"first": first, "last": last}).fetchall()
            else:
                view = View(years=(first, last))
                ask(self.edition, self.name, parameters_of(self.edition, view, DAY) | MORE | {"most": self.most})
        return Cost((time.perf_counter() - wall) / times, (time.process_time() - cpu) / times)


def every_cost(edition: Edition) -> list[tuple[str, float, float]]:
    """What each question about a view takes at first, of all years and of 1990 to 2020; the longest first.

    One that is over its time is stopped (time_limit.py) and told with the time it had.
    """
    found = []
    names = sorted(path.stem for path in QUERIES.glob("*.sql") if path.stem not in ("schema", *SHARED))
    for name in names:
        if "year_from" not in question(name).parameters or not FILTERS.issuperset(
            set(question(name).parameters) - set(MORE)
        ):
            continue
        taken = []
        for view in (View(), View(years=(1990, 2020))):
            begun = time.perf_counter()
            with contextlib.suppress(QuestionTooSlow):
                ask(edition, name, parameters_of(edition, view, DAY) | MORE | {"most": MOST})
            taken.append(time.perf_counter() - begun)
        found.append((name, taken[0], taken[1]))
    return sorted(found, key=lambda cost: -cost[1])


def questions_section(folder: Path, rounds: int, events: int) -> Section:
    """Questions of pages against SQL by hand, and what every question takes."""
    tell(f"inventing {events:,} meetings")
    edition = synthesize(events, 1, folder)
    begun = time.perf_counter()
    tallies_of(edition)
    loaded = time.perf_counter() - begun
    ((participations,),) = cursor(edition).execute("select count(*) from participations").fetchall()
    rows = []
    for name in BY_HAND:
        tell(f"asking: {name}")
        own = Asking(edition, name, False, spans(), 6 if name == "event_list" else MOST)
        hand = Asking(edition, name, True, spans(), None)
        costs = in_turn({"own": own.measure, "hand": hand.measure}, rounds)
        rows.append((name, compared(costs["own"], costs["hand"])))
    tell("asking every question")
    every = every_cost(edition)
    lines = [f"{name}: {whole * 1000:.0f} ms, of 1990 to 2020 {part * 1000:.0f} ms" for name, whole, part in every[:15]]
    return Section(
        f"Questions at {events:,} meetings",
        "A question of ever other years, as a page asks it (every filter judged, each column of the answer), against the "
        "shortest SQL by hand for its main figure on the plain tables (`benchmarks/questions.py`). Both on one thread of "
        "DuckDB; what pages ask counts from memory where it only counts. Below: the questions about a view that take "
        f"longest, of all meetings; {len(every)} were asked, the first {MOST} places where there are more.",
        ("question", "by hand"),
        tuple(rows),
        target=1.5,
        notes=(
            f"the edition has {participations:,} participations",
            f"reading the edition into memory: {loaded:.1f} s, once a process",
            *lines,
        ),
    )
