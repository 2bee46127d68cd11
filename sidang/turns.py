"""Turns: so many pages are drawn at once by a process, the others wait for theirs, and say so where it takes a while.

Drawing is work for one core; more at once would make each slower and none faster. One at a time would let one slow question
hold up everybody, so there are a few; a question has a limit of its own (time_limit.py).
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 2
PATIENCE_SECONDS = 1.0

_turns = threading.BoundedSemaphore(AT_ONCE)


@contextmanager
def turn(say_so: Callable[[], None]) -> Iterator[None]:
    """Wait for a turn and keep it until the page is drawn or given up; `say_so` tells the reader that it takes a while."""
    if not _turns.acquire(timeout=PATIENCE_SECONDS):
        say_so()
        _turns.acquire()
    try:
        yield
    finally:
        _turns.release()
