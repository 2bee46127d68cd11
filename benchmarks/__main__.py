"""Measure side by side and write docs/performance.md: `python -m benchmarks [PART ...] [--rounds N] [--events N]`."""

import argparse
import contextlib
import datetime
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import exports
from benchmarks.as_of import HOLDERS, ORGANIZATIONS, askings, filled
from benchmarks.figures import compared, in_turn
from benchmarks.loads import measured
from benchmarks.plots import draw
from benchmarks.questions import questions_section
from benchmarks.report import Section, written
from benchmarks.reruns import new_spans, same_spans, warmed
from benchmarks.servers import ROOT, Server, serving
from benchmarks.session import Session, session
from benchmarks.subjects import CONSTANT, DATA, OWN, STOCK, tell
from benchmarks.waiting import browser_section, hour_section, users_section
from sidang.build import build
from sidang.synthesize import synthesize, write_files

REPORT = ROOT / "docs" / "performance.md"
MAP_MEETINGS, MAP_PLACES = 100_000, 5_000
QUESTIONS_EVENTS = 1_000_000
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
    for section in sections:
        for plot in section.plots:
            draw(plot, REPORT.parent / "performance")
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


PARTS: dict[str, Callable[[Path, int, int], list[Section]]] = {
    "build": lambda folder, rounds, events: [build_section(folder, rounds, events)],
    "pages": lambda folder, rounds, events: page_sections(folder, rounds),
    "map": lambda folder, rounds, events: [map_section(folder, rounds)],
    "statuses": lambda folder, rounds, events: [as_of_section(folder, rounds)],
    "browser": lambda folder, rounds, events: [browser_section(folder, rounds)],
    "users": lambda folder, rounds, events: [users_section(folder, rounds)],
    "hour": lambda folder, rounds, events: [hour_section(folder)],
    "questions": lambda folder, rounds, events: [questions_section(folder, rounds, QUESTIONS_EVENTS)],
    "exports": lambda folder, rounds, events: [exports_section(folder, rounds)],
}


if __name__ == "__main__":
    main()
