"""A limit on how long the database may work on one question: one watchman for all, who interrupts what is over its time."""

import heapq
import itertools
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

SETTING = "SIDANG_QUERY_SECONDS"
USUAL_SECONDS = 20.0


class TookTooLong(Exception):
    """The database was interrupted at its time limit."""


class _Watchman:
    """Keeps the ends of what is running, the next first, and sleeps until it."""

    def __init__(self) -> None:
        self.changed = threading.Condition()
        self.ends: list[tuple[float, int]] = []
        self.running: dict[int, duckdb.DuckDBPyConnection] = {}
        self.late: set[int] = set()
        self.numbers = itertools.count()
        self.is_watching = False

    def begin(self, connection: duckdb.DuckDBPyConnection, seconds: float) -> int:
        with self.changed:
            number = next(self.numbers)
            self.running[number] = connection
            heapq.heappush(self.ends, (time.monotonic() + seconds, number))
            if not self.is_watching:
                self.is_watching = True
                threading.Thread(target=self._watch, name="time limit", daemon=True).start()
            elif self.ends[0][1] == number:
                self.changed.notify()
            return number

    def end(self, number: int) -> bool:
        """Whether it was interrupted."""
        with self.changed:
            self.running.pop(number, None)
            was_late = number in self.late
            self.late.discard(number)
            return was_late

    def _watch(self) -> None:
        with self.changed:
            while True:
                while self.ends and self.ends[0][1] not in self.running:
                    heapq.heappop(self.ends)
                if not self.ends:
                    self.changed.wait()
                    continue
                left = self.ends[0][0] - time.monotonic()
                if left > 0:
                    self.changed.wait(left)
                    continue
                _, number = heapq.heappop(self.ends)
                self.late.add(number)
                self.running[number].interrupt()


_watchman = _Watchman()


def seconds_allowed() -> float:
    """How long a question may take: the environment variable SIDANG_QUERY_SECONDS, else USUAL_SECONDS.

    Raises:
        ValueError: when the setting is no positive number.
    """
    given = os.environ.get(SETTING, "")
    try:
        seconds = float(given) if given else USUAL_SECONDS
    except ValueError:
        seconds = 0.0
    if not seconds > 0:
        raise ValueError(f"{SETTING} is '{given}'; it has to be a positive number of seconds.")
    return seconds


@contextmanager
def limited(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Let a connection work for so long as is allowed.

    Raises:
        TookTooLong: when it was interrupted.
    """
    number = _watchman.begin(connection, seconds_allowed())
    try:
        yield
    except duckdb.InterruptException as error:
        if _watchman.end(number):
            raise TookTooLong(f"it took more than {seconds_allowed():g} seconds") from error
        raise
    finally:
        _watchman.end(number)
