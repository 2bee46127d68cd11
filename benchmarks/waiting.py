"""How long readers wait: one in a real browser, beside the peers; many at once; and whether the server lasts."""

import statistics
from pathlib import Path

from playwright.sync_api import Page
from streamlit import file_util

from benchmarks.browser import Subject, compressed_sum, told_of
from benchmarks.hour import READERS, SETTLED_MINUTES, lasting
from benchmarks.plots import Plot
from benchmarks.report import Section
from benchmarks.servers import serving
from benchmarks.session import session
from benchmarks.subjects import CONSTANT, DATA, OWN, STOCK, tell
from benchmarks.users import loaded
from sidang.build import build
from sidang.compressed import compressed_dir
from sidang.synthesize import synthesize


def browser_section(folder: Path, rounds: int) -> Section:
    """What a reader waits for in a browser: this page, the same under the stock server, constants, and two peers."""
    notes, plots = [], []
    for count in (SMALL_COUNT, LARGE_COUNT):
        tell(f"inventing {count:,} meetings")
        synthesize(count, 1, folder / str(count))
        environment = {"SIDANG_VAR": str(folder / str(count))}
        costs: dict[str, list[float]] = {}
        for name, (command, path, figure, change) in SUBJECTS.items():
            tell(f"in the browser: {name}, {count:,} meetings")
            changes = (rounds if count == SMALL_COUNT else FEW) + 2
            subject = Subject(command, environment, path, figure, (change,) * changes)
            told = told_of(subject)
            # The first two changes find nothing that is warm.
            costs[name] = [statistics.median(told.changes[2:]), told.first.first_figure, told.again.settled]
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
        plots.append(
            Plot(
                f"change-{count}",
                f"A changed filter until all has settled, {count:,} meetings",
                "ms",
                tuple((name, cost[0] * 1000) for name, cost in costs.items()),
            )
        )
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
        plots=tuple(plots),
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
    notes, bars = [], []
    for count in (SMALL_COUNT, USERS_MEETINGS):
        tell(f"inventing {count:,} meetings")
        synthesize(count, 1, folder / str(count))
        for workers, users in ((1, 100), (2, 250), (2, 500)):
            tell(f"{users} readers on {workers} workers, {count:,} meetings")
            command = (*OWN, "--workers", str(workers))
            with serving(command, {"SIDANG_VAR": str(folder / str(count))}) as server:
                with session(server.port):
                    pass
                found = loaded(server, users, LOAD_SECONDS)
            bars.append((f"{users} readers, {workers} workers, {count:,} meetings", found.p95))
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
        plots=(Plot("readers", "The slowest twentieth of changes (p95)", "s", tuple(bars), target=1.0),),
    )


def hour_section(folder: Path, minutes: int = 60) -> Section:
    """The memory of a server that is read for an hour."""
    build(DATA, folder / "var")
    with serving((*OWN, "--workers", "2"), {"SIDANG_VAR": str(folder / "var")}) as server:
        found = lasting(server, minutes, tell)
    return Section(
        "An hour under load",
        f"{READERS} readers come each minute to two workers, open Overview, change the years every ten seconds at random "
        "and leave; besides a table, a workbook, a brief, a picture, a calendar, a feed, a list of the API and a plain page "
        "are taken away, each minute of another year. Memory is that of all processes of the server. What is kept (answers, "
        f"parts of pages) is bounded and fills in the first {SETTLED_MINUTES} minutes. Target: flat.",
        ("", ""),
        (),
        notes=(
            f"{minutes} minutes, {found.changes} changes of a filter, {found.failures} failed",
            f"memory after the first minute {found.megabytes[0]:.0f} MB, after {SETTLED_MINUTES} minutes "
            f"{found.megabytes[min(SETTLED_MINUTES, minutes - 1)]:.0f} MB, at the end {found.megabytes[-1]:.0f} MB; between "
            f"these two it grew by {found.growth:.1f} MB",
        ),
        plots=(Plot("hour", "Memory of the server over an hour of reading", "MB", line=found.megabytes),),
    )


THIS = "this page"
DRAWN = "[role=img] svg"
FACETS = "/meetings/meetings?" + "&".join(f"_facet={name}" for name in ("year", "pillar", "body", "city"))
SUBJECTS = {
    THIS: (OWN, "/?lang=en", DRAWN, one_step),
    "the same under streamlit run": (STOCK, "/?lang=en", DRAWN, one_step),
    "a page of constants": (CONSTANT, "/", DRAWN, one_step),
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
# Of peers that take a minute for a change.
FEW = 3
