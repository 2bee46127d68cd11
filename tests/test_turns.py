"""Pages wait for their turn, say so where it takes a while, and none is lost."""

import threading
import time

import pytest

from sidang import turns
from sidang.turns import turn


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two at once, and a tenth of a second of patience."""
    monkeypatch.setattr(turns, "_turns", threading.BoundedSemaphore(2))
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", 0.1)


def test_no_more_than_so_many_are_drawn_at_once() -> None:
    """Of eight pages two are drawn at a time, all of them in the end, and those that waited long said so."""
    at_once, most, done, waited = 0, 0, 0, 0
    lock = threading.Lock()

    def say_so() -> None:
        nonlocal waited
        with lock:
            waited += 1

    def page() -> None:
        nonlocal at_once, most, done
        with turn(say_so):
            with lock:
                at_once += 1
                most = max(most, at_once)
            time.sleep(0.15)
            with lock:
                at_once -= 1
                done += 1

    threads = [threading.Thread(target=page) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert (most, done) == (2, 8)
    assert 4 <= waited <= 6


def test_a_page_that_fails_gives_its_turn_back() -> None:
    """Whatever ends the drawing; who is served at once says nothing."""
    said: list[str] = []
    for _ in range(5):
        with pytest.raises(RuntimeError), turn(lambda: said.append("waits")):
            raise RuntimeError("the page failed")
    assert said == []
