"""What changed from edition to edition, as calendars and feeds use it."""

import time
from pathlib import Path

import pytest

from sidang.build import build
from sidang.edition import Edition
from sidang.history import first_ids, first_known, last_changes, sequence, steps_to
from tests.small import add_line, copy_small, edit


def three_editions(folder: Path) -> tuple[Edition, Edition, Edition]:
    """The small data; with another last day of one meeting; with another place of a second one besides."""
    data, var = copy_small(folder / "data"), folder / "var"
    first = build(data, var)
    time.sleep(1.1)  # calendars count in seconds
    start = "culture-officials-1,culture-officials,1,source,,,,2018-01-15"
    edit(data, "events.csv", f"{start},2018-01-16", f"{start},2018-01-17")
    second = build(data, var)
    time.sleep(1.1)
    start = "ring-summit-1,ring-summit,1,source,,,,2002-06-04"
    edit(data, "events.csv", f"{start},2002-06-04", f"{start},2002-06-05")
    return first, second, build(data, var)


def test_each_meeting_changed_last_by_one_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two steps with one meeting each; what no step changed is as old as the oldest edition that is kept."""
    first, second, third = three_editions(tmp_path)
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path / "var"))
    steps = steps_to(third)
    assert [(step.before, step.after, [change.event_id for change in step.changes]) for step in steps] == [
        (second, third, ["ring-summit-1"]), (first, second, ["culture-officials-1"]),
    ]  # fmt: skip
    assert last_changes(third) == {"ring-summit-1": third, "culture-officials-1": second}
    assert first_known(third) == first
    assert steps_to(first) == ()
    assert first_known(first) == first
    assert sequence(first) < sequence(second) < sequence(third) < 2**31


def test_a_renamed_meeting_keeps_its_first_id(small_edition: Edition, tmp_path: Path) -> None:
    """The first summit was called league-summit-001; bodies that were renamed are not meant."""
    assert first_ids(small_edition) == {"league-summit-1": "league-summit-001"}
    data = copy_small(tmp_path / "data")
    add_line(data, "aliases.csv", "event,league-summit-0001,league-summit-1", "event,league-summit-001")
    assert first_ids(build(data, tmp_path / "var"))["league-summit-1"] == "league-summit-0001"
