"""Ask an edition one of the questions in queries/.

One file, one question, one statement. The runner puts answers that others build on (SHARED: the definition of the view, the
statuses of a day) before a question that uses them, binds named parameters only, and keeps answers by edition, question and
parameters, so that sessions share them.
"""

import datetime
import re
import threading
from collections import namedtuple
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from cachetools import LRUCache, cached

from sidang.edition import DamagedEdition, Edition, cursor
from sidang.time_limit import TookTooLong, limited

QUERIES = Path(__file__).resolve().parent.parent / "queries"
SHARED = (
    "events_by_filter", "filtered_events", "bodies_in_view", "series_spans", "statuses_on_day", "standings_at_meetings",
)  # fmt: skip
KEPT_BYTES = 64 << 20
BYTES_A_CELL = 72
PORTION = 1000

Value = str | int | datetime.date | tuple[str, ...] | None
Rows = tuple[Any, ...]


class QuestionFailed(Exception):
    """A query could not be answered; says which question and what the database said."""


class QuestionTooSlow(QuestionFailed):
    """A query was stopped because it took longer than is allowed (time_limit.py)."""


@dataclass(frozen=True)
class Question:
    """A query file: its stem, the question it answers, the names of its parameters and the statement to run."""

    name: str
    asks: str
    parameters: tuple[str, ...]
    statement: str


@cache
def question(name: str) -> Question:
    """Read queries/<name>.sql.

    Raises:
        QuestionFailed: when there is no such file.
    """
    path = QUERIES / f"{name}.sql"
    if not path.is_file():
        raise QuestionFailed(f"There is no query '{name}': expected the file queries/{name}.sql.")
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("--")]
    statement = "\n".join(line for line in lines if not line.startswith("--"))
    for shared in SHARED[: SHARED.index(name) if name in SHARED else None][::-1]:
        if re.search(rf"\b{shared}\b", statement):
            statement = _with(shared, statement)
    parameters = tuple(dict.fromkeys(re.findall(r"\$([a-z_]+)", statement)))
    return Question(name, header[0].removeprefix("--").strip(), parameters, statement)


def _with(shared: str, statement: str) -> str:
    lines = (QUERIES / f"{shared}.sql").read_text(encoding="utf-8").splitlines()
    body = "\n".join(line for line in lines if not line.startswith("--"))
    body = re.sub(r"\norder by [\w.]+\s*$", "", body)
    joint = "," if statement.lstrip().startswith("with ") else ""
    rest = re.sub(r"^\s*with\s", "", statement, count=1) if joint else statement
    return f"with {shared} as not materialized (\n{body}\n){joint}\n{rest}"


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
    with _failing(edition, name):
        found, row_type = _executed(edition, name, _given(name, parameters))

    def rows() -> Iterator[Rows]:
        while True:
            with _failing(edition, name):
                taken = found.fetchmany(PORTION)
            if not taken:
                return
            yield tuple(map(row_type._make, taken))

    return rows()


def _given(name: str, parameters: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    """The parameters that a question uses, in its order."""
    wanted = question(name).parameters
    missing = [key for key in wanted if key not in parameters]
    if missing:
        raise QuestionFailed(f"The query '{name}' needs the parameter {', '.join(missing)}, which was not given.")
    return tuple((key, parameters[key]) for key in wanted)


def one(rows: Rows) -> Any:
    """The only row of an answer that has one."""
    (row,) = rows
    return row


def _size(rows: Rows) -> int:
    return BYTES_A_CELL * sum(len(row) for row in rows) + BYTES_A_CELL


@cached(LRUCache(KEPT_BYTES, getsizeof=_size), lock=threading.Lock())
def _answer(edition: Edition, name: str, parameters: tuple[tuple[str, Value], ...]) -> Rows:
    with _failing(edition, name):
        found, row_type = _executed(edition, name, parameters)
        with limited(found):
            rows = found.fetchall()
    return tuple(map(row_type._make, rows))


def _executed(
    edition: Edition, name: str, parameters: tuple[tuple[str, Value], ...]
) -> tuple[duckdb.DuckDBPyConnection, Any]:
    bound = {key: list(value) if isinstance(value, tuple) else value for key, value in parameters}
    own = cursor(edition)
    with limited(own):
        found = own.execute(question(name).statement, bound)
    return found, _row_type(name, tuple(column[0] for column in found.description))


@contextmanager
def _failing(edition: Edition, name: str) -> Iterator[None]:
    try:
        yield
    except TookTooLong as error:
        raise QuestionTooSlow(f"The query '{name}' was stopped on edition {edition.id}: {error}") from error
    except (duckdb.Error, DamagedEdition) as error:
        raise QuestionFailed(f"The query '{name}' failed on edition {edition.id}: {error}") from error


@cache
def _row_type(name: str, columns: tuple[str, ...]) -> Any:
    return namedtuple(name, columns)
