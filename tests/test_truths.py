"""Known truths of the field, held against data/: whoever edits the data may not lose them unnoticed."""

import datetime
import re
import subprocess
import sys

import pytest

from sidang.edition import Edition, cursor
from sidang.questions import Value, ask
from tests.small import DATA, ROOT


def certain(edition: Edition, organization: str, status: str, day: str) -> list[str]:
    """Who certainly holds a standing in an organization on a day."""
    found = (
        cursor(edition)
        .execute(
            "select participant_id from statuses where organization_id = $organization and status = $status "
            "and certain_from <= $day and (certain_until is null or certain_until > $day) order by participant_id",
            {"organization": organization, "status": status, "day": datetime.date.fromisoformat(day)},
        )
        .fetchall()
    )
    return [row[0] for row in found]


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1967-08-08", 5),
        ("1970-01-01", 5),
        ("1984-01-08", 6),
        ("1995-07-28", 7),
        ("1999-04-29", 9),
        ("1999-04-30", 10),
        ("2025-10-25", 10),
        ("2025-10-26", 11),
    ],
)
def test_members_of_asean(real_edition: Edition, day: str, members: int) -> None:
    """Five founders, Brunei in 1984, Viet Nam in 1995, ten with Cambodia on 30 April 1999, eleven with Timor-Leste."""
    assert len(certain(real_edition, "asean", "member", day)) == members


def test_the_founders_of_asean(real_edition: Edition) -> None:
    """The five of the Bangkok Declaration."""
    assert certain(real_edition, "asean", "member", "1970-01-01") == ["IDN", "MYS", "PHL", "SGP", "THA"]


def test_cica_in_october_2021(real_edition: Edition) -> None:
    """27 member states and 9 observer states, as the sixth ministerial's documents and the founding article count."""
    assert len(certain(real_edition, "cica", "member", "2021-10-13")) == 27
    states = {
        row[0]
        for row in cursor(real_edition)
        .execute("select participant_id from participants where kind = 'state' order by participant_id")
        .fetchall()
    }
    assert len([one for one in certain(real_edition, "cica", "observer", "2021-10-13") if one in states]) == 9


def test_asean_summits_are_numbered_once_each(real_edition: Edition) -> None:
    """The 49 numbered ASEAN summits are there, each once."""
    found = [
        row[0]
        for row in cursor(real_edition)
        .execute("select ordinal from events where body_id = 'asean-summit' and ordinal is not null order by ordinal")
        .fetchall()
    ]
    assert found == list(range(1, 50))


TIMOR_LESTE = [
    ("arf", "standing", "member", "2005-07-29", None),
    ("asean", "accession", "applicant", "2011-03-04", "2022-11-11"),
    ("asean", "accession", "in_principle", "2022-11-11", "2025-10-26"),
    ("asean", "standing", "observer", "2022-11-11", "2025-10-26"),
    ("asean", "standing", "member", "2025-10-26", None),
    ("cplp", "standing", "member", "2002-08-01", None),
    ("g7plus", "standing", "member", "2010-04-10", None),
    ("pif", "standing", "special_observer", "2002", None),
    ("tac", "standing", "member", "2007-01-13", None),
    ("wto", "accession", "applicant", "2015-04-07", "2024-08-30"),
    ("wto", "standing", "observer", "2016-12-07", "2024-08-30"),
    ("wto", "standing", "member", "2024-08-30", None),
]


def test_every_interval_of_timor_leste(real_edition: Edition) -> None:
    """Timor-Leste's statuses in all organizations, each with its days, none more and none less."""
    found = (
        cursor(real_edition)
        .execute(
            "select organization_id, track, status, from_date, until_date from statuses where participant_id = 'TLS' "
            "order by organization_id, from_date, track"
        )
        .fetchall()
    )
    assert sorted(found, key=str) == sorted(TIMOR_LESTE, key=str)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2011-03-03", []),
        ("2011-03-04", ["applicant"]),
        ("2022-11-10", ["applicant"]),
        ("2022-11-11", ["observer", "in_principle"]),
        ("2023-08-10", ["observer", "in_principle"]),
        ("2025-10-25", ["observer", "in_principle"]),
        ("2025-10-26", ["member"]),
        ("2026-05-10", ["member"]),
    ],
)
def test_timor_leste_in_asean_on_a_day(real_edition: Edition, day: str, expected: list[str]) -> None:
    """What the founding questions ask: observer or member, on the day of the meeting."""
    asked: dict[str, Value] = {
        "participant_id": "TLS",
        "organization_id": "asean",
        "as_of": datetime.date.fromisoformat(day),
    }
    found = ask(real_edition, "standings_on_day", asked)
    assert [row.status for row in found] == expected
    assert all(row.is_certain for row in found)


@pytest.mark.parametrize(
    ("table", "least"),
    [("events", 1030), ("bodies", 175), ("statuses", 320), ("documents", 180), ("event_topics", 150), ("citations", 4000)],
)
def test_nothing_was_lost(real_edition: Edition, table: str, least: int) -> None:
    """No table has fewer rows than were once gathered."""
    ((count,),) = cursor(real_edition).execute(f"select count(*) from {table}").fetchall()
    assert count >= least


def test_the_descriptor_holds_for_an_independent_validator() -> None:
    """frictionless, which knows nothing of this project, finds the data package and every row of it valid."""
    ended = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=DATA,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-4000:] + ended.stderr[-2000:]
    assert '"valid": true' in ended.stdout


def test_no_row_names_a_machine() -> None:
    """No path of a machine and no address of a local server is in the data."""
    pattern = re.compile(r"(?:file://|localhost|127\.0\.0\.1|(?<![\w-])/(?:home|work|tmp)/)")
    found = [path.name for path in sorted((ROOT / "data").glob("*.csv")) if pattern.search(path.read_text(encoding="utf-8"))]
    assert found == []
