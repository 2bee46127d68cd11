"""The benchmark harness: its arithmetic, its page, and that it speaks with a real server. No figure is judged here."""

import datetime
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from benchmarks.browser import compressed_sum
from benchmarks.figures import Compared, Cost, compared, in_turn, median
from benchmarks.hour import SETTLED_MINUTES, Memory
from benchmarks.loads import load_bare
from benchmarks.plots import Plot, draw
from benchmarks.questions import BY_HAND
from benchmarks.report import Section, written
from benchmarks.reruns import IN_A_ROUND, new_spans
from benchmarks.servers import ServerFailed, serving
from benchmarks.session import ScriptFailed, session
from benchmarks.users import loaded
from sidang import figure
from sidang.build import build
from sidang.edition import Edition, cursor
from sidang.parameters import parameters_of
from sidang.questions import ask
from sidang.view import View
from tests.small import copy_small

CONSTANT = ("uvicorn", "benchmarks.constant_server:app", "--port", "{port}", "--log-level", "warning")


def test_work_is_done_in_turn() -> None:
    """Each round does every piece once; every other round turns the order around."""
    done: list[str] = []

    def work(name: str) -> Cost:
        done.append(name)
        return Cost(float(len(done)), 0.0)

    costs = in_turn({"a": lambda: work("a"), "b": lambda: work("b")}, 3)
    assert done == ["a", "b", "b", "a", "a", "b"]
    assert [cost.wall for cost in costs["a"]] == [1.0, 4.0, 5.0]


def test_medians_are_taken_each_for_itself() -> None:
    """One slow round changes neither median."""
    assert median([Cost(1.0, 9.0), Cost(2.0, 3.0), Cost(90.0, 2.0)]) == Cost(2.0, 3.0)


def test_ratios_are_those_of_neighbours() -> None:
    """The ratio is the median of the rounds' ratios, not the ratio of medians."""
    found = compared([Cost(1, 2.0), Cost(1, 6.0), Cost(1, 4.0)], [Cost(1, 1.0), Cost(1, 2.0), Cost(1, 4.0)])
    assert (found.cpu_ratio, found.lowest, found.highest, found.repetitions) == (2.0, 1.0, 3.0, 3)


@pytest.mark.parametrize(("ratio", "verdict"), [(1.4, "Met."), (1.6, "Missed: first.")])
def test_the_page_says_whether_a_target_was_met(ratio: float, verdict: str) -> None:
    """A missed target is written down as missed, with the row that missed it."""
    found = Compared(Cost(0.02, 0.015), Cost(0.012, 0.01), ratio, 1.2, 1.8, 9)
    section = Section("Title", "Text.", ("one", "other"), (("first", found),), target=1.5)
    page = written([section], datetime.date(2026, 11, 25))
    assert f"Target: at most 1.50. {verdict}" in page
    assert f"| first | 20 ms | 15 ms | 12 ms | 10 ms | {ratio:.2f} (1.20-1.80) | 9 |" in page
    assert "Measured on 25 November 2026" in page
    other = Section("Other", "Text.", ("", ""), (), notes=("a line",))
    both = written([other], datetime.date(2026, 11, 26), page)
    assert "| first | 20 ms |" in both
    assert "- a line" in both
    assert written([other], datetime.date(2026, 11, 26), both) == both


def test_new_spans_are_new_and_enough() -> None:
    """No span comes twice, and there are enough for twenty rounds."""
    spans = list(new_spans())
    assert len(spans) == len(set(spans)) > 20 * IN_A_ROUND
    assert all(first <= last for first, last in spans)


def test_the_bare_load_reads_every_row(small: Path, tmp_path: Path) -> None:
    """What the build is measured against holds the same rows."""
    load_bare(small, tmp_path)
    with duckdb.connect(str(tmp_path / "bare.duckdb")) as database:
        assert database.execute("select count(*) from events").fetchall() == [(18,)]
        assert database.execute("select count(*) from participations").fetchall() == [(10,)]


def test_a_session_speaks_with_a_real_server() -> None:
    """The client opens a page, moves its slider and sees the charts come again; then the server is gone."""
    with serving(CONSTANT, {}) as server:
        with session(server.port) as page:
            assert page.charts == 2
            before = page.received_bytes
            page.choose_years("filter_years", 1990, 2000)
            assert page.charts == 2
            assert page.received_bytes > before
        assert server.cpu_seconds() > 0
        process = server.process
    assert not process.is_running()


def test_the_page_of_constants_is_as_full_as_overview(real_edition: Edition) -> None:
    """With a filter in force as many elements of each kind and no more: what drawing Overview costs by itself."""
    own = ("sidang", "serve", "--port", "{port}")
    with serving(own, {"SIDANG_VAR": str(real_edition.path.parent.parent)}) as server, session(server.port) as page:
        page.choose_years("filter_years", 1990, 2000)
        overview = Counter(page.kinds)
    with serving(CONSTANT, {}) as server, session(server.port) as page:
        constants = Counter(page.kinds)
    assert constants - overview == Counter()
    assert (overview - constants).total() <= 2
    assert overview[figure.NAME] == 2


def test_a_server_that_does_not_start_says_why() -> None:
    """A command that ends at once is reported with what it printed."""
    with pytest.raises(ServerFailed, match="No module named sidang_missing"), serving(("sidang_missing",), {}):
        pytest.fail("a server that is not there was served")


def test_a_failing_script_is_no_measurement(tmp_path: Path) -> None:
    """A page that shows an exception stops the run instead of being timed."""
    script = tmp_path / "broken.py"
    script.write_text("raise ValueError('broken on purpose')\n", encoding="utf-8")
    command = ("streamlit", "run", str(script), "--server.port", "{port}", "--server.address", "127.0.0.1")
    with serving(command, {}) as server, pytest.raises(ScriptFailed), session(server.port):
        pytest.fail("a failing page was opened")


def test_many_readers_are_counted(tmp_path: Path) -> None:
    """Three readers for a few seconds: each opens its page, some change a filter, none fails; nothing is lost on the way."""
    build(copy_small(tmp_path / "data"), tmp_path / "var")
    with serving(("sidang", "serve", "--port", "{port}"), {"SIDANG_VAR": str(tmp_path / "var")}) as server:
        found = loaded(server, 3, 12.0)
    assert (found.users, found.failures) == (3, 0)
    assert 3 <= found.changes <= 6
    assert 0 < found.median <= found.p95 <= found.slowest
    assert found.server_cpu > 0


def test_the_files_of_a_page_are_summed_as_they_are_sent(tmp_path: Path) -> None:
    """The compressed form where there is one, else the file; each once; what is no static file does not count."""
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "a.js.br").write_bytes(b"x" * 10)
    (tmp_path / "plain" / "js").mkdir(parents=True)
    (tmp_path / "plain" / "js" / "a.js").write_bytes(b"x" * 30)
    (tmp_path / "plain" / "js" / "b.woff2").write_bytes(b"x" * 7)
    addresses = ["http://h/static/js/a.js", "http://h/static/js/b.woff2", "http://h/static/js/a.js", "http://h/events"]
    assert compressed_sum(addresses, tmp_path, tmp_path / "plain") == 17


def test_a_plot_shows_every_figure(tmp_path: Path) -> None:
    """Names and values of bars as text, a line over minutes; the same figures give the same bytes."""
    bars = Plot("bars", "A title", "ms", (("this page", 40.0), ("a peer", 1234.5)), target=20.0)
    drawn = draw(bars, tmp_path).read_text(encoding="utf-8")
    assert all(words in drawn for words in ("A title", "this page", "a peer", "40 ms", "1.23e+03 ms"))
    assert draw(bars, tmp_path / "again").read_text(encoding="utf-8") == drawn
    assert "minutes" in draw(Plot("line", "Memory", "MB", line=(1.0, 2.0)), tmp_path).read_text(encoding="utf-8")
    page = written([Section("Title", "Text.", ("", ""), (), plots=(bars,))], datetime.date(2026, 11, 26))
    assert "![A title](performance/bars.svg)" in page


def test_growth_is_told_after_the_caches_have_filled() -> None:
    """The minutes of filling do not count; then the last quarter is compared with the first."""
    filling = tuple(float(megabytes) for megabytes in range(SETTLED_MINUTES))
    assert Memory((*filling, *[100.0] * 20), 1, 0).growth == 0
    assert Memory((*filling, *[100.0] * 5, *[101.0] * 10, *[104.0] * 5), 1, 0).growth == 4


@pytest.mark.parametrize("name", ["meetings_by_year", "meetings_by_city", "meetings_by_body", "meetings_by_level"])
def test_sql_by_hand_counts_what_the_question_counts(real_edition: Edition, name: str) -> None:
    """What a question is measured against has the same sum."""
    first, last = 1990, 2020
    by_hand = cursor(real_edition).execute(BY_HAND[name], {"first": first, "last": last}).fetchall()
    asked = parameters_of(real_edition, View(years=(first, last)), datetime.date(2026, 5, 10))
    own = sum(row.meetings for row in ask(real_edition, name, asked))
    placed = [row for row in by_hand if name != "meetings_by_city" or row[0] is not None]
    assert sum(row[-1] for row in placed) == own > 100
