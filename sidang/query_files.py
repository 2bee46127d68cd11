"""The files in queries/: one file, one question, one statement.

Answers that others build on (SHARED: the definition of the view, the statuses of a day) are put before a question that uses
them; parameters are named and bound, never pasted.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

QUERIES = Path(__file__).resolve().parent.parent / "queries"
SHARED = (
    "events_by_filter", "filtered_events", "meeting_lines", "bodies_in_view", "series_spans",
    "statuses_on_day", "standings_at_meetings",
)  # fmt: skip


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
