"""Measure side by side and write docs/performance.md: `python -m benchmarks [PART ...] [--rounds N] [--events N]`."""

import argparse
import contextlib
import datetime
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page
from streamlit import file_util

from benchmarks import exports
from benchmarks.as_of import HOLDERS, ORGANIZATIONS, askings, filled
from benchmarks.browser import Subject, compressed_sum, told_of
from benchmarks.figures import compared, in_turn
from benchmarks.loads import measured
from benchmarks.report import Section, written
from benchmarks.reruns import new_spans, same_spans, warmed
from benchmarks.servers import ROOT, Server, serving
from benchmarks.session import Session, session
from benchmarks.users import loaded
from sidang.build import build
from sidang.compressed import compressed_dir
from sidang.synthesize import synthesize, write_files

DATA = ROOT / "data"
REPORT = ROOT / "docs" / "performance.md"
OWN = ("sidang", "serve", "--port", "{port}")
STOCK = ("streamlit", "run", "app.py", "--server.port", "{port}", "--server.address", "127.0.0.1")
CONSTANT = ("uvicorn", "benchmarks.constant_server:app", "--port", "{port}", "--log-level", "warning")
MAP_MEETINGS, MAP_PLACES = 100_000, 5_000
SPANS = {"filter not chosen before": new_spans, "filter chosen before": same_spans}


def main() -> None:
    """Run all comparisons and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds of each comparison (default: %(default)s)")
    parser.add_argument("--events", type=int, default=20_000, help="meetings of the larger build (default: %(default)s)")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(PARTS)} (default: all)")
    chosen = parser.parse_args()
    unknown = set(chosen.parts) - set(PARTS)
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    sections: list[Section] = []
    for name in chosen.parts or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            sections += PARTS[name](Path(folder), chosen.rounds, chosen.events)
    page = REPORT.read_text(encoding="utf-8") if REPORT.exists() else ""
    REPORT.write_text(written(sections, datetime.datetime.now(datetime.UTC).date(), page), encoding="utf-8")
    print(f"wrote {REPORT.relative_to(ROOT)}")


def build_section(folder: Path, rounds: int, events: int) -> Section:
    """The build of an edition against DuckDB's bare load of the same files."""
    tell("writing invented meetings")
    write_files(events, 1, folder / "data", DATA)
    rows = []
    for label, data_dir in (("data/", DATA), (f"{events:,} invented meetings", folder / "data")):
        tell(f"building {label}")
        works = {kind: lambda kind=kind, data_dir=data_dir: measured(kind, data_dir) for kind in ("build", "bare")}
        costs = in_turn(works, max(3, rounds // 2))
        rows.append((label, compared(costs["build"], costs["bare"])))
    return Section(
        "Building an edition",
        "`python -m sidang build` (every byte compared with the canonical form, every constraint and rule checked, types, "
        "keys, derived tables, verified, synced) against DuckDB reading the same CSV files as text into a new file and "
        "nothing else. The start of Python is left out of both.",
        ("build", "bare load"),
        tuple(rows),
        unit="s",
    )


def page_sections(folder: Path, rounds: int) -> list[Section]:
    """A filter change on Overview: against constant charts, and against the stock server."""
    build(DATA, folder / "var")
    environment = {"SIDANG_VAR": str(folder / "var")}
    with contextlib.ExitStack() as stack:
        own = stack.enter_context(serving(OWN, environment))
        stock = stack.enter_context(serving(STOCK, environment))
        page = stack.enter_context(session(own.port))
        constant = stack.enter_context(serving(CONSTANT, {}))
        bare = stack.enter_context(serving(CONSTANT, {"BENCHMARK_BARE": "1"}))
        pages: dict[str, tuple[Server, Session]] = {
            "own": (own, page),
            "stock": (stock, stack.enter_context(session(stock.port))),
            "constant": (constant, stack.enter_context(session(constant.port))),
            "bare": (bare, stack.enter_context(session(bare.port))),
        }
        against_constant, against_stock, against_bare = [], [], []
        for label, spans in SPANS.items():
            tell(f"rerunning: {label}")
            works = {name: warmed(*opened, spans).measure for name, opened in pages.items()}
            costs = in_turn(works, rounds)
            against_constant.append((label, compared(costs["own"], costs["constant"])))
            against_stock.append((label, compared(costs["own"], costs["stock"])))
            against_bare.append((label, compared(costs["own"], costs["bare"])))
    change = (
        "The years of the filter panel are changed on an open page; the cost is that of the server until the page is whole."
    )
    return [
        Section(
            "Overview against a page of constants",
            f"{change} Beside it the same page with constants in the place of every answer (as many charts, figures, texts "
            "and filters), under the same server: what drawing the page costs by itself.",
            ("Overview", "constants"),
            tuple(against_constant),
            target=1.5,
        ),
        Section(
            "Overview against one constant chart",
            f"{change} Beside it nothing but a slider and one constant chart, under the same server.",
            ("Overview", "one chart"),
            tuple(against_bare),
        ),
        Section(
            "The project's server against the stock server",
            f"{change} The same page under `python -m sidang serve` and under `streamlit run app.py`.",
            ("serve", "streamlit run"),
            tuple(against_stock),
            target=0.33,
        ),
    ]


def map_section(folder: Path, rounds: int) -> Section:
    """A filter change on the map of venues: with very many meetings and places, against the real data."""
    tell(f"inventing {MAP_MEETINGS:,} meetings in {MAP_PLACES:,} places")
    synthesize(MAP_MEETINGS, 1, folder / "many", places=MAP_PLACES)
    build(DATA, folder / "var")
    rows = []
    with contextlib.ExitStack() as stack:
        pages: dict[str, tuple[Server, Session]] = {}
        for name, var in (("many", folder / "many"), ("real", folder / "var")):
            server = stack.enter_context(serving(OWN, {"SIDANG_VAR": str(var)}))
            pages[name] = server, stack.enter_context(session(server.port, "venues"))
        for label, spans in SPANS.items():
            tell(f"rerunning the map: {label}")
            works = {name: warmed(*opened, spans).measure for name, opened in pages.items()}
            costs = in_turn(works, rounds)
            rows.append((label, compared(costs["many"], costs["real"])))
    return Section(
        "The map of venues with very many meetings",
        f"A filter change on `/venues` with {MAP_MEETINGS:,} invented meetings in {MAP_PLACES:,} places against the same on "
        "the real data. A view that somebody has seen is sent again; a new one is asked of the database, which judges each "
        "meeting by each filter. The map draws the 300 places of most meetings; the panel offers them and the 300 bodies of "
        "most.",
        (f"{MAP_MEETINGS:,} meetings", "real data"),
        tuple(rows),
        target=2.0,
    )


def as_of_section(folder: Path, rounds: int) -> Section:
    """Who holds what on a day among a million invented statuses."""
    tell("inventing a million statuses")
    rows = []
    with contextlib.closing(filled(folder / "statuses.duckdb")) as database:
        for label, (own, bare) in askings(database).items():
            tell(f"asking: {label}")
            costs = in_turn({"own": own.measure, "bare": bare.measure}, rounds)
            rows.append((label, compared(costs["own"], costs["bare"])))
    return Section(
        "Statuses on a day",
        f"The questions of `/membership` on {2 * HOLDERS * ORGANIZATIONS:,} invented statuses, each for one day after the "
        "other, against an interval filter written by hand that knows neither possible days nor complete lists.",
        ("question", "bare filter"),
        tuple(rows),
        target=3.0,
    )


def exports_section(folder: Path, rounds: int) -> Section:
    """A table of all meetings against the bare query and the library that writes it; briefs; memory of long exports."""
    tell("exporting the real data")
    exports.with_editions(folder / "var")
    edition = build(DATA, folder / "var")
    rows, asked = [], exports.client()
    own, bare = exports.exporting(asked), exports.bare(edition)
    for name in exports.FORMATS:
        costs = in_turn({"own": own[name], "bare": bare[name]}, rounds)
        rows.append((name, compared(costs["own"], costs["bare"])))
    meetings = sum(1 for _ in (DATA / "events.csv").open(encoding="utf-8")) - 1
    notes = [f"{name}: {cost.wall * 1000:.0f} ms" for name, cost in exports.brief_costs(asked).items()]
    tell(f"inventing {MAP_MEETINGS:,} meetings")
    synthesize(MAP_MEETINGS, 1, folder / "many", places=MAP_PLACES)
    with serving(OWN, {"SIDANG_VAR": str(folder / "many")}) as server:
        for name, address in exports.FORMATS.items():
            tell(f"exporting all of them as {name}")
            peak = exports.peak_of(server.process, f"http://127.0.0.1:{server.port}{address}")
            notes.append(
                f"{MAP_MEETINGS:,} invented meetings as {name}: {peak.sent / 2**20:.0f} MB in {peak.seconds:.1f} s, at the "
                f"most {peak.megabytes:.0f} MB of memory above idle (target: under 300)"
            )
    return Section(
        "What leaves the dashboard",
        f"All {meetings:,} meetings of the real data with every column, asked of the route, against the question alone "
        "whose rows the library of the format writes as they are: csv, XlsxWriter, json, icalendar. Below: "
        "what a brief or a picture takes that nobody has asked for before, and whole exports of a large edition.",
        ("route", "query and library"),
        tuple(rows),
        target=2.0,
        notes=tuple(notes),
    )


def browser_section(folder: Path, rounds: int) -> Section:
    """What a reader waits for in a browser: this page, the same under the stock server, constants, and two peers."""
    notes = []
    for count in (SMALL_COUNT, LARGE_COUNT):
        tell(f"inventing {count:,} meetings")
        synthesize(count, 1, folder / str(count))
        environment = {"SIDANG_VAR": str(folder / str(count))}
        costs: dict[str, list[float]] = {}
        for name, (command, path, figure, change) in SUBJECTS.items():
            tell(f"in the browser: {name}, {count:,} meetings")
            subject = Subject(command, environment, path, figure, (change,) * (rounds + 2))
            told = told_of(subject)
            # The first two changes find nothing that is warm.
            costs[name] = [statistics.median(told.changes[2:]), told.first.first_figure]
            line = (
                f"{count:,} meetings, {name}: filter change settled in {costs[name][0] * 1000:.0f} ms; cold start to the "
                f"first figure {told.cold_start:.1f} s; first load {told.first.received / 1e6:.2f} MB in "
                f"{told.first.requests} requests, first figure after {told.first.first_figure:.2f} s, settled after "
                f"{told.first.settled:.2f} s; a second visit {told.again.received / 1e6:.2f} MB, settled after "
                f"{told.again.settled:.2f} s"
            )
            if command is OWN:
                needed = compressed_sum(told.first.addresses, compressed_dir(folder / str(count)), STATIC)
                line += f"; its static files alone, compressed, are {needed / 1e6:.2f} MB"
            notes.append(line)
        peers = {name: cost for name, cost in costs.items() if name in PEERS}
        best = min(peers, key=lambda name: peers[name][0])
        notes.append(
            f"**{count:,} meetings: a filter change takes {costs[THIS][0] / peers[best][0]:.2f} times that of the best peer "
            f"({best}); target: at most 0.50.** First figure against Dash: {costs[THIS][1] / costs['Dash'][1]:.2f} "
            "(target: no worse)."
        )
    return Section(
        "In a browser",
        "Headless Chromium, one server at a time. A filter change is a step of the slider of years by its arrow key, taken "
        "until nothing in the page has changed for 400 ms and no script runs, those 400 ms taken off; the median of the "
        "rounds. Overview has a sentence, six figures, a chart, a map, lists and the counts of all filters; the peers show "
        "three figures, two charts and a table.",
        ("", ""),
        (),
        notes=tuple(notes),
    )


def one_step(page: Page) -> None:
    """Move the slider of years by one."""
    page.get_by_role("slider").first.press("ArrowRight")


def another_facet(page: Page) -> None:
    """Narrow the table of Datasette to the years from the next one on, as its form does."""
    after = int(page.url.partition("year__gt=")[2] or 1967) + 1
    page.goto(f"{page.url.partition('&year__gt=')[0]}&year__gt={after}")
    page.locator(".facet-info").first.wait_for()


def users_section(folder: Path, rounds: int) -> Section:
    """Many readers, each with a change every ten seconds, on one worker and on two, with few and with many meetings."""
    notes = []
    for count in (SMALL_COUNT, USERS_MEETINGS):
        tell(f"inventing {count:,} meetings")
        synthesize(count, 1, folder / str(count))
        for workers, users in ((1, 50), (2, 100), (2, 250), (2, 500)):
            tell(f"{users} readers on {workers} workers, {count:,} meetings")
            command = (*OWN, "--workers", str(workers))
            with serving(command, {"SIDANG_VAR": str(folder / str(count))}) as server:
                with session(server.port):
                    pass
                found = loaded(server, users, LOAD_SECONDS)
            notes.append(
                f"{count:,} meetings, {workers} worker{'s' * (workers > 1)}, {users} readers: median "
                f"{found.median * 1000:.0f} ms, p95 {found.p95 * 1000:.0f} ms, slowest {found.slowest:.1f} s, "
                f"{found.changes} changes, {found.failures} failed; server {found.server_cpu:.2f} cores, generator "
                f"{found.generator_cpu:.2f}; {found.idle_megabytes:.2f} MB an idle session"
            )
    return Section(
        "Many readers",
        "Streamlit's own protocol over websockets: each reader changes the years on Overview every ten seconds, at random, "
        f"for {LOAD_SECONDS:.0f} seconds; generator and server share the two cores. Targets for 500 readers: p95 at most "
        "1 s, none failed, at most 0.5 MB an idle session.",
        ("", ""),
        (),
        notes=tuple(notes),
    )


THIS = "this page"
FACETS = "/meetings/meetings?" + "&".join(f"_facet={name}" for name in ("year", "pillar", "body", "city"))
SUBJECTS = {
    THIS: (OWN, "/?lang=en", ".js-plotly-plot .bars .point", one_step),
    "the same under streamlit run": (STOCK, "/?lang=en", ".js-plotly-plot .bars .point", one_step),
    "a page of constants": (CONSTANT, "/", ".js-plotly-plot .bars .point", one_step),
    "Streamlit as in tutorials": (
        ("streamlit", "run", "benchmarks/peers/tutorial.py", "--server.port", "{port}", "--server.address", "127.0.0.1"),
        "/", ".js-plotly-plot .bars .point", one_step,
    ),
    "Dash": (("benchmarks.peers.dash_page", "{port}"), "/", ".js-plotly-plot .bars .point", one_step),
    "Panel": (("benchmarks.peers.panel_page", "{port}"), "/", ".js-plotly-plot .bars .point", one_step),
    "Datasette with facets": (
        ("benchmarks.peers.datasette_page", "{port}"), FACETS, ".facet-info", another_facet,
    ),
}  # fmt: skip
PEERS = ("Streamlit as in tutorials", "Dash", "Panel", "Datasette with facets")
STATIC = Path(file_util.get_static_dir()) / "static"
SMALL_COUNT, LARGE_COUNT, USERS_MEETINGS = 2_000, 1_000_000, 100_000
LOAD_SECONDS = 60.0
PARTS: dict[str, Callable[[Path, int, int], list[Section]]] = {
    "build": lambda folder, rounds, events: [build_section(folder, rounds, events)],
    "pages": lambda folder, rounds, events: page_sections(folder, rounds),
    "map": lambda folder, rounds, events: [map_section(folder, rounds)],
    "statuses": lambda folder, rounds, events: [as_of_section(folder, rounds)],
    "browser": lambda folder, rounds, events: [browser_section(folder, rounds)],
    "users": lambda folder, rounds, events: [users_section(folder, rounds)],
    "exports": lambda folder, rounds, events: [exports_section(folder, rounds)],
}


def tell(message: str) -> None:
    """Say what is going on."""
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
