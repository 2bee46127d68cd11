"""Numbered series of meetings: which numbers are not known, and which meeting comes before and after another."""

from collections.abc import Iterable
from typing import Any

from sidang.questions import Rows

MOST_GAPS = 14


def missing(row: Any) -> str:
    """The numbers below the highest that no meeting has, runs joined: "2–4, 9"; cut where there are many."""
    return in_runs(numbers_missing(row.known, 0, int(row.highest))) if row.highest else ""


def numbers_missing(known: str | None, above: int, up_to: int) -> list[int]:
    """The numbers above one and up to another that are not among the known ones, which stand in one text."""
    found = {int(number) for number in (known or "").split()}
    return [number for number in range(above + 1, up_to + 1) if number not in found]


def in_runs(numbers: Iterable[int]) -> str:
    """Numbers in ascending order, runs joined: "2–4, 9"; cut where there are many."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(shown[:MOST_GAPS]) + (", …" if len(shown) > MOST_GAPS else "")


def numbered(rows: Rows) -> dict[int, list[Any]]:
    """The meetings of each number from 1 to the highest; an empty list where none is known. Several may claim one."""
    known: dict[int, list[Any]] = {}
    for row in rows:
        if row.ordinal is not None:
            known.setdefault(row.ordinal, []).append(row)
    return {number: known.get(number, []) for number in range(1, max(known, default=0) + 1)}


def neighbours(rows: Rows, event_id: str) -> tuple[Any | None, Any | None]:
    """The meeting before and the one after: by number where the neighbouring number is known, else by date.

    None where there is none, or where the neighbouring number belongs to a meeting that nobody knows.
    """
    own = next(row for row in rows if row.event_id == event_id)
    if own.ordinal is not None:
        series = numbered(rows)
        before, after = series.get(own.ordinal - 1) or [None], series.get(own.ordinal + 1) or [None]
        return before[-1], after[0]
    dated = [row for row in rows if row.start_date]
    place = next((place for place, row in enumerate(dated) if row.event_id == event_id), None)
    if place is None:
        return None, None
    return (dated[place - 1] if place else None), (dated[place + 1] if place + 1 < len(dated) else None)
