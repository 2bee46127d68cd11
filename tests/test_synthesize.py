"""Editions of invented meetings: the same for the same seed, valid, skewed like real ones."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest

from sidang.__main__ import main
from sidang.check import check
from sidang.edition import Edition, current_edition, cursor, read_edition
from sidang.parameters import parameters_of
from sidang.questions import ask, one
from sidang.synthesize import DRAWN, synthesize, write_files
from sidang.view import View
from tests.small import DATA
from tests.test_build import contents

MEETINGS = 300


@pytest.fixture(scope="module")
def synthetic(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition of 300 invented meetings."""
    return synthesize(MEETINGS, 7, tmp_path_factory.mktemp("synthetic"))


def counted(edition: Edition, column: str, table: str = "events") -> dict[Any, int]:
    """How many rows have each value of a column."""
    found = cursor(edition).execute(f"select {column}, count(*) from {table} group by {column} order by {column}")
    return dict(found.fetchall())


def test_there_are_as_many_meetings_as_asked_for(synthetic: Edition) -> None:
    """300 meetings, each with a text to search, about ten participations each, all rows with a source."""
    (meetings, searchable, participations) = (
        sum(counted(synthetic, "1", table).values()) for table in ("events", "event_details", "participations")
    )
    assert (meetings, searchable) == (MEETINGS, MEETINGS)
    assert 8 * MEETINGS < participations < 12 * MEETINGS


def test_the_edition_is_marked(synthetic: Edition) -> None:
    """Its version says what it is, wherever an edition is named."""
    assert synthetic.version == "synthetic"
    assert synthetic.id.startswith("synthetic-")


def test_the_same_seed_makes_the_same_edition(synthetic: Edition, tmp_path: Path) -> None:
    """Number and seed decide every row; another seed makes other ones."""
    again, other = synthesize(MEETINGS, 7, tmp_path / "again"), synthesize(MEETINGS, 8, tmp_path / "other")
    assert again.id == synthetic.id != other.id
    assert contents(again) == contents(synthetic)
    assert contents(other)["events"] != contents(synthetic)["events"]


def test_nothing_is_left_beside_the_edition(synthetic: Edition) -> None:
    """What was drawn is removed once the edition is filled."""
    folder = synthetic.path.parent.parent
    left = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert left == ["build.lock", "current", f"editions/{synthetic.path.name}"]


def test_the_invented_rows_break_no_rule(tmp_path: Path) -> None:
    """Written as files, the same meetings are a dataset in canonical form without fault or warning."""
    write_files(MEETINGS, 7, tmp_path / "data", DATA)
    assert check(tmp_path / "data") == []


def test_the_files_hold_what_the_edition_holds(synthetic: Edition, tmp_path: Path) -> None:
    """Files and edition are drawn by the same dice."""
    write_files(MEETINGS, 7, tmp_path / "data", DATA)
    written = (tmp_path / "data" / "events.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert sorted(line.split(",")[0] for line in written) == sorted(counted(synthetic, "event_id"))


def test_the_skew_is_that_of_real_meetings(tmp_path: Path) -> None:
    """Years grow, few bodies hold most meetings, capitals dominate, one in nine is virtual, some are planned."""
    edition = synthesize(3000, 7, tmp_path)
    decades = counted(edition, "year // 10")
    assert decades[197] < decades[198] < decades[199] < decades[200] < decades[201]
    bodies = sorted(counted(edition, "body_id").values(), reverse=True)
    assert sum(bodies[:20]) > 1500 > bodies[0]
    assert 0.08 < counted(edition, "mode")["virtual"] / 3000 < 0.14
    states = counted(edition, "status")
    assert states["held"] > 2700
    assert 100 < states["planned"] < 250
    places = cursor(edition).execute(
        "select place_id from events where place_id is not null group by place_id order by count(*) desc limit 5"
    )
    assert all(int(row[0].removeprefix("city-")) <= 60 for row in places.fetchall())


def test_planned_meetings_are_both_past_and_to_come(synthetic: Edition) -> None:
    """Seen from the last day known, some planned meetings are announced, some upcoming."""
    figures = one(ask(synthetic, "view_figures", parameters_of(synthetic, View(), synthetic.data_until)))._asdict()
    assert figures["announced"] > 0
    assert figures["upcoming"] > 0


def test_no_name_is_real(synthetic: Edition) -> None:
    """Every name of a body, place, country, participant or document is a word and a number."""
    for table in ("bodies", "places", "countries", "participants", "documents", "organizations"):
        odd = [name for name in counted(synthetic, "name", table) if not re.fullmatch(r"[A-Z][a-z]+(?: [a-z]+)* \d+", name)]
        assert odd == []


def test_statuses_are_of_both_tracks_and_change(synthetic: Edition) -> None:
    """Members, observers, partners and applicants; some states follow one status by another."""
    assert set(counted(synthetic, "status", "statuses")) == {"member", "observer", "dialogue_partner", "applicant"}
    assert max(counted(synthetic, "participant_id || organization_id", "statuses").values()) > 1


def test_the_command_makes_and_serves_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m sidang synthesize` ends with the name of the edition, which is then served."""
    assert main(["synthesize", "--events", "20", "--seed", "3", "--output", str(tmp_path)]) == 0
    edition = current_edition(tmp_path)
    assert capsys.readouterr().out == f"{edition.id} is served from {edition.path}\n"
    assert read_edition(edition.path).data_until == datetime.date(2026, 5, 10)


@pytest.mark.parametrize("number", ["0", "-5", "many"])
def test_a_number_of_meetings_is_from_one_on(number: str, tmp_path: Path) -> None:
    """Anything else is refused as wrong usage."""
    with pytest.raises(SystemExit) as ended:
        main(["synthesize", "--events", number, "--output", str(tmp_path)])
    assert ended.value.code == 2


def test_every_table_that_is_drawn_has_rows(synthetic: Edition) -> None:
    """No file of queries/synthetic draws nothing."""
    drawn = [path.stem for path in sorted(DRAWN.glob("*.sql"))]
    assert len(drawn) > 15
    assert [table for table in drawn if not sum(counted(synthetic, "1", table).values())] == []
