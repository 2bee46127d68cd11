"""What a page says waits for its end and goes out in order; what takes long is not held up, and nothing is lost."""

import threading
import time
from collections.abc import Callable

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from sidang import together as module
from sidang.together import together


class Stopped(BaseException):
    """As Streamlit stops a run."""


class Run:
    """A run of a page, as far as Streamlit tells of it: what was sent, and whether its own thread is to be stopped."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.is_stopped = False
        self.thread = threading.current_thread()
        self._enqueue: Callable[[ForwardMsg], None] = self.send

    def yield_check(self) -> None:
        """End the run here if it is to be stopped."""
        if self.is_stopped and threading.current_thread() is self.thread:
            raise Stopped

    def send(self, message: ForwardMsg) -> None:
        """To the browser."""
        self.yield_check()
        self.sent.append(message.hash)

    def says(self, *texts: str) -> None:
        """One message a text."""
        for text in texts:
            self._enqueue(ForwardMsg(hash=text))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """A run in this thread; what it says is held for as long as a test can take."""
    found = Run()
    monkeypatch.setattr(module, "get_script_run_ctx", lambda **_: found)
    monkeypatch.setattr(module, "HELD_SECONDS", 60.0)
    return found


def timers() -> set[threading.Thread]:
    """Who waits for the time to be over."""
    return {thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)}


def drawn(run: Run, *, is_stopped: bool = False, after: str = "", error: Exception | None = None) -> None:
    """A page that says its title, is stopped by Streamlit, says something after that, or fails."""
    with together():
        run.says("title")
        run.is_stopped = is_stopped
        if after:
            run.says(after)
        if error:
            raise error


def test_all_is_sent_at_the_end_in_order(run: Run) -> None:
    """Nothing before the page is whole; afterwards each message goes out by itself again, and nobody waits any more."""
    before = timers()
    with together():
        run.says("title", "chart", "table")
        assert run.sent == []
    assert run.sent == ["title", "chart", "table"]
    run.says("fragment")
    assert run.sent[-1] == "fragment"
    assert run._enqueue == run.send
    end = time.monotonic() + 10
    while timers() != before and time.monotonic() < end:
        time.sleep(0.01)
    assert timers() == before


def test_a_slow_page_is_seen_growing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits goes out when the time is over, though the page says nothing more; what follows goes out at once."""
    monkeypatch.setattr(module, "HELD_SECONDS", 0.05)
    with together():
        run.says("title")
        end = time.monotonic() + 10
        while not run.sent and time.monotonic() < end:
            time.sleep(0.01)
        assert run.sent == ["title"]
        run.says("chart")
        assert run.sent == ["title", "chart"]
    assert run.sent == ["title", "chart"]


def test_a_page_that_fails_shows_what_it_had_said(run: Run) -> None:
    """The error goes on its way, and the next run finds nothing held."""
    with pytest.raises(ValueError, match="broken"):
        drawn(run, error=ValueError("broken"))
    assert run.sent == ["title"]
    assert run._enqueue == run.send


def test_a_page_that_is_stopped_stops_at_once_and_shows_what_it_had_said(run: Run) -> None:
    """As with st.stop, or when the reader has gone on: the next message ends the run, those before are sent."""
    with pytest.raises(Stopped):
        drawn(run, is_stopped=True, after="never", error=AssertionError("The page went on."))
    assert run.sent == ["title"]


def test_a_stop_while_it_is_sent_loses_nothing(run: Run) -> None:
    """Also when the run is stopped between its last message and the sending."""
    with pytest.raises(Stopped):
        drawn(run, is_stopped=True)
    assert run.sent == ["title"]


def test_without_a_session_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when a page is imported."""
    monkeypatch.setattr(module, "get_script_run_ctx", lambda **_: None)
    before = timers()
    with together():
        assert timers() == before


def test_streamlit_still_has_what_is_leaned_on() -> None:
    """Names of Streamlit that are not promised to stay."""
    assert {"_enqueue", "yield_check"} <= set(ScriptRunContext.__dataclass_fields__)
