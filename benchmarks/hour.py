"""Whether the server keeps what it need not: its memory, minute by minute, while readers come, read and go."""

import statistics
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.servers import Server
from benchmarks.users import EVERY_SECONDS, loaded

READERS = 20
TAKEN_AWAY = (
    "/download/meetings.csv", "/download/meetings.xlsx", "/briefs/overview.pdf", "/pictures/by-year.svg",
    "/calendars/meetings.ics", "/api/v1/events?limit=100", "/r/event/", "/feeds/changes.atom",
)  # fmt: skip
SETTLED_MINUTES = 30


@dataclass(frozen=True)
class Memory:
    """The megabytes that the server held at the end of each minute, the changes that were made, and those that failed."""

    megabytes: tuple[float, ...]
    changes: int
    failures: int

    @property
    def growth(self) -> float:
        """The median of the last minutes less that of as many after the caches had filled, in megabytes."""
        settled = self.megabytes[SETTLED_MINUTES:] or self.megabytes
        part = max(1, len(settled) // 4)
        return statistics.median(settled[-part:]) - statistics.median(settled[:part])


def lasting(server: Server, minutes: int, tell: Callable[[str], None]) -> Memory:
    """Let readers open pages, change filters, take things away and leave, each minute anew."""
    megabytes, changes, failures = [], 0, 0
    for minute in range(minutes):
        begun = time.monotonic()
        found = loaded(server, READERS, 60 - 2 * EVERY_SECONDS)
        changes, failures = changes + found.changes, failures + found.failures
        for number, path in enumerate(TAKEN_AWAY):
            joint = "&" if "?" in path else "?"
            address = f"http://127.0.0.1:{server.port}{path}{joint}year={1990 + (minute + number) % 30}"
            with urllib.request.urlopen(address, timeout=60) as answer:
                answer.read()
        time.sleep(max(0.0, 60 - (time.monotonic() - begun)))
        megabytes.append(server.memory_megabytes())
        tell(f"minute {minute + 1}: {megabytes[-1]:.0f} MB, {changes} changes, {failures} failed")
    return Memory(tuple(megabytes), changes, failures)
