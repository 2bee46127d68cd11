"""Numbered series of meetings: which numbers are not known."""

from typing import Any

MOST_GAPS = 14


def missing(row: Any) -> str:
    """The numbers below the highest that no meeting has, runs joined: "2–4, 9"; cut where there are many."""
    if not row.highest:
        return ""
    known = {int(number) for number in row.known.split()}
    gaps = [number for number in range(1, int(row.highest)) if number not in known]
    runs: list[list[int]] = []
    for number in gaps:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(shown[:MOST_GAPS]) + (", …" if len(shown) > MOST_GAPS else "")
