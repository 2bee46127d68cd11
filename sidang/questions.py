"""Ask an edition one of the questions in queries/.

Answers are kept by edition, question and parameters, so that sessions share them. Questions that only count what is in a
view are answered from numbers in memory (tallies.py), with the rows that their file in queries/ defines.
"""

import datetime
import threading
from collections.abc import Iterator, Mapping
from typing import Any

from cachetools import LRUCache, cached

from sidang.counting import COUNTED
from sidang.edition import Edition
from sidang.query_files import QuestionFailed, QuestionTooSlow, question
from sidang.querying import executed, failing, rows_of

__all__ = ["QuestionFailed", "QuestionTooSlow", "Rows", "Value", "ask", "one", "portions"]

KEPT_BYTES = 64 << 20
BYTES_A_CELL = 72
PORTION = 1000

Value = str | int | datetime.date | tuple[str, ...] | None
Rows = tuple[Any, ...]


def ask(edition: Edition, name: str, parameters: Mapping[str, Value] | None = None) -> Rows:
    """The answer to a question: its rows as named tuples, an attribute a column; what the edition leaves empty is None.

    Parameters that the question does not use are left out, so that a page can pass those of its view to all of them.

    Raises:
        QuestionFailed: when the query is unknown, a parameter is missing or the database refuses it.
    """
    return _answer(edition, name, _given(name, parameters or {}))


def portions(edition: Edition, name: str, parameters: Mapping[str, Value]) -> Iterator[Rows]:
    """The same rows as those of `ask`, some at a time and none kept: for answers of any length, whose memory stays bounded.

    Raises:
        QuestionFailed: as `ask` does, before the first rows are taken.
    """
    with failing(edition, name):
        found, row_type = executed(edition, name, dict(_given(name, parameters)))

    def rows() -> Iterator[Rows]:
        while True:
            with failing(edition, name):
                taken = found.fetchmany(PORTION)
            if not taken:
                return
            yield tuple(map(row_type._make, taken))

    return rows()


def one(rows: Rows) -> Any:
    """The only row of an answer that has one."""
    (row,) = rows
    return row


def _given(name: str, parameters: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    """The parameters that a question uses, in its order."""
    wanted = question(name).parameters
    missing = [key for key in wanted if key not in parameters]
    if missing:
        raise QuestionFailed(f"The query '{name}' needs the parameter {', '.join(missing)}, which was not given.")
    return tuple((key, parameters[key]) for key in wanted)


def _size(rows: Rows) -> int:
    return BYTES_A_CELL * sum(len(row) for row in rows) + BYTES_A_CELL


@cached(LRUCache(KEPT_BYTES, getsizeof=_size), lock=threading.Lock())
def _answer(edition: Edition, name: str, parameters: tuple[tuple[str, Value], ...]) -> Rows:
    given = dict(parameters)
    counted = COUNTED[name](edition, given) if name in COUNTED else None
    return rows_of(edition, name, given) if counted is None else counted
