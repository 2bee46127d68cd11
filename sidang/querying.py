"""Running the files of queries/ on an edition: a cursor of its own, bound values, a limit of time, one kind of failure."""

from collections import namedtuple
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import duckdb
import numpy as np

from sidang.edition import DamagedEdition, Edition, cursor
from sidang.query_files import QuestionFailed, QuestionTooSlow, question
from sidang.time_limit import TookTooLong, limited

Parameters = Mapping[str, Any]
Answer = tuple[Any, ...]


def executed(edition: Edition, name: str, given: Mapping[str, Any]) -> tuple[duckdb.DuckDBPyConnection, Any]:
    """A question under way, and the type of its rows. Call it, and fetch, inside `failing` and `limited`."""
    own = cursor(edition)
    bound = {key: list(value) if isinstance(value, tuple) else value for key, value in given.items()}
    with limited(own):
        found = own.execute(question(name).statement, bound)
    return found, row_type(name, tuple(column[0] for column in found.description))


def rows_of(edition: Edition, name: str, given: Mapping[str, Any]) -> tuple[Any, ...]:
    """The rows of an answer as named tuples; what the edition leaves empty is None.

    Raises:
        QuestionFailed: when the database refuses the question.
        QuestionTooSlow: when it was stopped.
    """
    with failing(edition, name):
        found, type_of_row = executed(edition, name, given)
        with limited(found):
            return tuple(map(type_of_row._make, found.fetchall()))


def numbers(edition: Edition, name: str, given: Mapping[str, Any]) -> dict[str, np.ndarray[Any, Any]]:
    """The columns of an answer by name, of a question that leaves nothing empty.

    Raises:
        QuestionFailed: as `rows_of` does.
    """
    with failing(edition, name):
        found, _ = executed(edition, name, given)
        with limited(found):
            return {column: np.asarray(values) for column, values in found.fetchnumpy().items()}


@contextmanager
def failing(edition: Edition, name: str) -> Iterator[None]:
    """Turn what can go wrong with a question into a QuestionFailed that names it and the edition."""
    try:
        yield
    except TookTooLong as error:
        raise QuestionTooSlow(f"The query '{name}' was stopped on edition {edition.id}: {error}") from error
    except (duckdb.Error, DamagedEdition) as error:
        raise QuestionFailed(f"The query '{name}' failed on edition {edition.id}: {error}") from error


@cache
def row_type(name: str, columns: tuple[str, ...]) -> Any:
    """The named tuple of the rows of a question."""
    return namedtuple(name, columns)
