"""Reruns of a page after a filter change, each in a session of its own, with the server's processor time."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.figures import Cost
from benchmarks.servers import Server
from benchmarks.session import Session

SLIDER = "filter_years"
IN_A_ROUND = 25


@dataclass(frozen=True)
class Reruns:
    """One round of filter changes on an open page.

    `spans` gives the years to choose: ever new ones are answered by the database, the same few by what is kept.
    """

    server: Server
    session: Session
    spans: Iterator[tuple[int, int]]

    def measure(self) -> Cost:
        """The mean cost of one rerun in a round, after the server has come to rest."""
        self.server.settle()
        cpu, wall = self.server.cpu_seconds(), 0.0
        for first, last in itertools.islice(self.spans, IN_A_ROUND):
            begin = time.perf_counter()
            self.session.choose_years(SLIDER, first, last)
            wall += time.perf_counter() - begin
        self.server.settle()
        return Cost(wall / IN_A_ROUND, (self.server.cpu_seconds() - cpu) / IN_A_ROUND)


def new_spans() -> Iterator[tuple[int, int]]:
    """Spans of years that nobody chose before: 840 of them, each once, none that holds all years."""
    return ((first, last) for last in range(2025, 1996, -1) for first in range(1968, 1997))


def same_spans() -> Iterator[tuple[int, int]]:
    """Five spans of years, over and over."""
    return itertools.cycle([(1990, 2020), (2000, 2020), (2010, 2020), (2015, 2020), (2018, 2020)])


def warmed(server: Server, session: Session, spans: Callable[[], Iterator[tuple[int, int]]]) -> Reruns:
    """Reruns on a page that has been used a little, as on a server that has been up for a while."""
    reruns = Reruns(server, session, spans())
    for first, last in itertools.islice(reruns.spans, IN_A_ROUND):
        session.choose_years(SLIDER, first, last)
    return reruns
