"""Building editions: what is in them, that the same data make the same one, and that nothing is lost on the way."""

import datetime
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sidang import build as build_module
from sidang import staging
from sidang.__main__ import main
from sidang.build import BuildRefused, VerificationFailed, build
from sidang.dataset import NoDataset, load_descriptor, read_rows
from sidang.edition import DamagedEdition, Edition, current_edition, cursor, find_edition
from sidang.staging import statement_of
from tests.small import DATA, ROOT, copy_small, edit


def names(edition: Edition) -> list[str]:
    """The countries of an edition."""
    return [row[0] for row in cursor(edition).execute("select name from countries order by name").fetchall()]


def contents(edition: Edition) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the one about the edition, in the order in which it is stored."""
    asked = cursor(edition)
    tables = [row[0] for row in asked.execute("select table_name from duckdb_tables() order by table_name").fetchall()]
    return {table: asked.execute(f"select * from {table}").fetchall() for table in tables if table != "edition"}


def test_every_cell_of_the_dataset_is_in_the_edition(small: Path, small_edition: Edition) -> None:
    """Each row of each file is there with the same values; an empty cell is null, or "" in a key."""
    for table in load_descriptor(small).tables:
        columns = ", ".join(f"coalesce(cast(\"{name}\" as varchar), '')" for name in table.columns)
        stored = cursor(small_edition).execute(f"select {columns} from {table.name}").fetchall()
        numbers = {field.name for field in table.fields if field.type == "number"}
        written = [
            tuple(str(float(cell)) if name in numbers and cell else cell for name, cell in row.items())
            for _, row in read_rows(small, table)
        ]
        assert sorted(stored) == sorted(written), table.name


def test_events_carry_their_days(small_edition: Edition) -> None:
    """First and last possible day and year follow from truncated dates; an undated meeting has none."""
    found = (
        cursor(small_edition)
        .execute(
            "select event_id, cast(first_day as varchar), cast(last_day as varchar), year from events where event_id in "
            "('league-summit-1', 'league-summit-2', 'league-summit-3', 'culture-officials-3', 'ring-officials-undated') "
            "order by event_id"
        )
        .fetchall()
    )
    assert found == [
        ("culture-officials-3", "2020-01-01", "2020-12-31", 2020),
        ("league-summit-1", "2018-05-10", "2018-05-10", 2018),
        ("league-summit-2", "2019-11-01", "2019-11-30", 2019),
        ("league-summit-3", "2020-11-12", "2020-11-13", 2020),
        ("ring-officials-undated", None, None, None),
    ]


def test_statuses_carry_their_days(small_edition: Edition) -> None:
    """Certain and possible days follow from what is truncated, missing or only attested."""
    found = (
        cursor(small_edition)
        .execute(
            "select status_id, cast(certain_from as varchar), cast(certain_until as varchar), "
            "cast(possible_from as varchar), cast(possible_until as varchar) from statuses "
            "where organization_id = 'ring' or status_id = 'xac-league-observer' order by status_id"
        )
        .fetchall()
    )
    assert found == [
        ("xaa-ring-observer", "2010-01-01", "2013-01-01", "2002-01-01", None),
        ("xab-ring-member", "2002-06-04", None, "2002-01-01", None),
        ("xac-league-observer", "2014-12-31", "2025-10-26", "2014-01-01", "2025-10-26"),
        ("xac-ring-member", "2021-10-13", None, "2021-10-13", None),
        ("xac-ring-observer", "2019-05-31", "2021-10-13", "2019-05-01", "2021-10-13"),
    ]


@pytest.mark.parametrize(
    ("observer", "member", "days"),
    [
        ("2014,2025-10-26", "2025-10-26", ("2014-12-31", "2025-10-26", "2014-01-01", "2025-10-26")),
        ("2014,2025", "2025-10-26", ("2014-12-31", "2025-01-01", "2014-01-01", "2025-10-26")),
        ("2014,", "2014-05-01", ("2014-12-31", None, "2014-05-01", None)),
    ],
)
def test_no_status_is_possible_while_another_of_its_track_is_certain(
    small: Path, tmp_path: Path, observer: str, member: str, days: tuple[str | None, ...]
) -> None:
    """An end known by year alone is cut at the certain start of the next one, a start at the certain end of the other."""
    if observer == "2014,":
        edit(small, "statuses.csv", "standing,member,,2025-10-26,", f"standing,member,,2011,{member}")
    edit(small, "statuses.csv", "2014,2025-10-26", observer)
    found = cursor(build(small, tmp_path / "var")).execute(
        "select cast(certain_from as varchar), cast(certain_until as varchar), cast(possible_from as varchar), "
        "cast(possible_until as varchar) from statuses where status_id = 'xac-league-observer'"
    )
    assert found.fetchall() == [days]


def test_a_status_without_an_end_is_certain_as_long_as_a_source_lists_it(small: Path, tmp_path: Path) -> None:
    """Listed until 2016, it is possible after that until the next one of its track certainly begins."""
    edit(small, "statuses.csv", "standing,observer,,2014,2025-10-26,,,", "standing,observer,,2014,,,2016-05-01,")
    found = cursor(build(small, tmp_path / "var")).execute(
        "select cast(certain_until as varchar), cast(possible_until as varchar) from statuses "
        "where status_id = 'xac-league-observer'"
    )
    assert found.fetchall() == [("2016-05-02", "2025-10-26")]


def test_numbered_spans(small_edition: Edition) -> None:
    """What a series must have reached by each year with a numbered meeting, and what of it is known."""
    found = cursor(small_edition).execute(
        "select * exclude (body_id) from numbered_spans where body_id = 'culture-council' order by until_year"
    )
    assert found.fetchall() == [(None, 2018, 0, 1, 1, "1"), (2018, 2021, 1, 2, 1, "2")]


def test_source_sums(real_edition: Edition) -> None:
    """Sources and facts of the table build/"source_sums", counted in the files; a fact of two grades counts under both."""

    def rows_of(table: str) -> list[dict[str, str]]:
        return [row for _, row in read_rows(DATA, load_descriptor(DATA).table(table))]

    traits: dict[str, set[tuple[str, str | None, bool]]] = {}
    for row in rows_of("sources"):
        publisher = row["publisher"] or row["host"], not row["publisher"]
        traits[row["source_id"]] = {
            ("grade", row["grade"], False), ("publisher", *publisher), ("language", row["language"] or None, False),
        }  # fmt: skip
    facts: dict[tuple[str, str | None, bool], set[tuple[str, str, str]]] = {}
    for row in rows_of("citations"):
        if row["stance"] == "supports":
            for trait in traits[row["source_id"]]:
                facts.setdefault(trait, set()).add((row["table_name"], row["record_id"], row["field"]))
    sources = Counter(trait for of_source in traits.values() for trait in of_source)
    found = cursor(real_edition).execute("select trait, value, is_host, sources, facts from source_sums").fetchall()
    assert {row[:3]: row[3:] for row in found} == {trait: (n, len(facts.get(trait, ()))) for trait, n in sources.items()}
    assert len(found) == len(sources)


def test_body_tree(small_edition: Edition) -> None:
    """Every body stands under itself and all its parents, with the number of steps."""
    found = cursor(small_edition).execute("select * from body_tree order by ancestor_id, depth, body_id").fetchall()
    assert [row for row in found if row[0] == "league-summit"] == [
        ("league-summit", "league-summit", 0),
        ("league-summit", "culture-council", 1),
        ("league-summit", "trade-council", 1),
        ("league-summit", "culture-officials", 2),
    ]
    assert len(found) == 12


def test_event_details(small_edition: Edition) -> None:
    """Place by its name of the day, country from place or meeting, and distinct supporting sources, a row a meeting."""
    found = (
        cursor(small_edition)
        .execute(
            "select event_id, place_name, place_name_indonesian, country_id, source_count "
            "from event_details where event_id in ('ring-summit-1', 'culture-officials-2', 'trade-council-1', "
            "'league-summit-2', 'league-summit-3') order by event_id"
        )
        .fetchall()
    )
    assert found == [
        ("culture-officials-2", "Bortown", "Kota Bor", "XAB", 3),
        ("league-summit-2", "Coral Coast", "Pantai Karang", "XAC", 1),
        ("league-summit-3", None, None, None, 1),
        ("ring-summit-1", "Fort Ar", "Fort Ar", "XAA", 1),
        ("trade-council-1", None, None, "XAB", 1),
    ]
    assert cursor(small_edition).execute("select count(*) from event_details").fetchall() == [(18,)]


def test_event_details_name_their_sources_and_count_their_countries(small_edition: Edition) -> None:
    """The pages behind a meeting by their place in sources; countries of those who took part, each once."""
    found = cursor(small_edition).execute(
        "select event_id, country_count, "
        "(select string_agg(source_id, ' ' order by source_id) from sources "
        "where list_contains(source_rowids, sources.rowid)) "
        "from event_details where event_id in ('league-summit-1', 'ring-summit-1') order by event_id"
    )
    sources = {
        row[0]: row[1]
        for row in cursor(small_edition)
        .execute(
            "select record_id, string_agg(distinct source_id, ' ' order by source_id) from citations "
            "where table_name = 'events' and stance = 'supports' group by record_id"
        )
        .fetchall()
    }
    assert found.fetchall() == [
        ("league-summit-1", 3, sources["league-summit-1"]),
        ("ring-summit-1", 0, sources["ring-summit-1"]),
    ]


def test_an_edition_whose_details_stand_in_another_order_is_refused(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Questions lay events and event_details side by side: a build that mixed them up is not published."""

    def mixed_up(path: Path) -> str:
        statement = statement_of(path)
        return statement.replace("order by portion.year desc,", "order by portion.year asc,")

    monkeypatch.setattr("sidang.build.statement_of", mixed_up)
    with pytest.raises(VerificationFailed, match="not in the order of events"):
        build(small, tmp_path)
    assert not (tmp_path / "current").exists()


def test_event_details_of_bodies(small_edition: Edition) -> None:
    """What a filter asks of a meeting's body: organization, lead pillar, level, national coordination, bodies above."""
    found = (
        cursor(small_edition)
        .execute(
            "select organization_id, is_national, pillar_id, level, ancestor_ids from event_details "
            "where event_id in ('culture-officials-2', 'arland-committee-2021-09-01') order by event_id"
        )
        .fetchall()
    )
    above = ["culture-officials", "culture-council", "league-summit"]
    assert found == [
        ("arland-national", True, "ascc", "committee", ["arland-committee"]),
        ("league", False, "ascc", "senior_official", above),
    ]


def test_event_search(small_edition: Edition) -> None:
    """The text of a meeting holds its body's names, ordinal in both languages, place, topics, documents and participants."""
    ((text,),) = (
        cursor(small_edition).execute("select text from event_details where event_id = 'culture-officials-2'").fetchall()
    )
    for words in (
        "senior officials on culture",
        "pejabat senior kebudayaan",
        "soc",
        "rapat pejabat budaya",
        "2nd",
        "ke 2",
        "culture of prevention",
        "budaya pencegahan",
        "library exchange",
        "bortown",
        "kota bor",
        "borland",
        "borlandia",
        "corland",
        "korlandia",
        "east coast",
        "pantai timur",
    ):
        assert words in text
    ((meetings,),) = cursor(small_edition).execute("select count(*) from event_details").fetchall()
    assert meetings == 18


@pytest.mark.parametrize(
    ("ordinal", "written"),
    [
        (1, "1st"),
        (3, "3rd"),
        (4, "4th"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (102, "102nd"),
        (111, "111th"),
    ],
)
def test_known_names_write_ordinals_as_english_does(small: Path, ordinal: int, written: str) -> None:
    """A meeting is found by "21st", "12th" and the like."""
    edit(small, "events.csv", "trade-council-3,trade-council,3", f"trade-council-3,trade-council,{ordinal}")
    edition = build(small, small.parent / "var")
    ((text,),) = cursor(edition).execute("select text from event_details where event_id = 'trade-council-3'").fetchall()
    assert written in text.split()


def test_meetings_lie_in_the_order_in_which_they_are_asked_for(small_edition: Edition) -> None:
    """Events are stored by year, the latest first, body and id, so that a filtered query and a list read little."""
    years = [row[0] or 0 for row in cursor(small_edition).execute("select year from events").fetchall()]
    assert years == sorted(years, reverse=True)


def test_the_same_data_make_the_same_edition(small: Path, tmp_path: Path, small_edition: Edition) -> None:
    """Another folder, another output, another moment: same name, same rows in the same order, one file."""
    elsewhere = copy_small(tmp_path / "other" / "place")
    for path in elsewhere.iterdir():
        os.utime(path, (0, 0))
    first, second = build(small, tmp_path / "var"), build(elsewhere, tmp_path / "elsewhere")
    assert first.id == second.id == small_edition.id
    assert contents(first) == contents(second) == contents(small_edition)
    again = build(small, tmp_path / "var")
    assert (again.id, again.built_at) == (first.id, first.built_at)
    assert len(list((tmp_path / "var" / "editions").iterdir())) == 1


def test_the_layout_of_the_descriptor_does_not_count(small: Path, small_edition: Edition) -> None:
    """What the descriptor says makes the edition, not how its JSON is set."""
    path = small / "datapackage.json"
    path.write_text(path.read_text().replace("\n", "\n "))
    assert build(small, small.parent / "var").id == small_edition.id


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("countries.csv", "XAB,Borland", "XAB,Newland"),
        ("datapackage.json", '_until": "2026-05-10"', '_until": "2026-05-11"'),
        ("event_topics.csv", "Library exchange", "Library exchanges"),
    ],
)
def test_any_change_makes_another_edition(small: Path, small_edition: Edition, file: str, old: str, new: str) -> None:
    """One letter or one day more is another edition."""
    edit(small, file, old, new)
    assert build(small, small.parent / "var").id != small_edition.id


def test_the_version_is_in_the_name(small: Path) -> None:
    """A new version of the dataset is named by it."""
    edit(small, "datapackage.json", '"version": "1.0.0"', '"version": "1.1.0"')
    assert build(small, small.parent / "var").id.startswith("1.1.0-")


def test_a_refused_build_leaves_the_served_edition(small: Path, tmp_path: Path) -> None:
    """With a fault nothing is written, and the old edition goes on being served."""
    served = build(small, tmp_path / "var")
    edit(small, "bodies.csv", ",aec,ministerial,", ",aec,minister,")
    before = sorted(path.name for path in (tmp_path / "var" / "editions").iterdir())
    with pytest.raises(BuildRefused, match="The dataset has 1 fault; no edition was built") as refused:
        build(small, tmp_path / "var")
    assert [fault.column for fault in refused.value.faults] == ["level"]
    assert current_edition(tmp_path / "var") == served
    assert sorted(path.name for path in (tmp_path / "var" / "editions").iterdir()) == before


def test_a_warning_does_not_refuse_a_build(small: Path, tmp_path: Path) -> None:
    """A contradiction between role and standing is shown and published."""
    edit(small, "participations.csv", "culture-officials-2,XAC,observer", "culture-officials-2,XAC,member")
    edit(small, "citations.csv", "culture-officials-2/XAC/observer/", "culture-officials-2/XAC/member/")
    assert build(small, tmp_path / "var").path.is_file()


def test_a_build_without_a_dataset(tmp_path: Path) -> None:
    """A folder that is no dataset is said before anything is written."""
    with pytest.raises(NoDataset):
        build(tmp_path / "nowhere", tmp_path / "var")
    assert not (tmp_path / "var").exists()


def test_the_command_says_what_is_served(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m sidang build` ends with the name of the edition and its file."""
    assert main(["build", "--data", str(small), "--output", str(tmp_path / "var")]) == 0
    edition = current_edition(tmp_path / "var")
    assert capsys.readouterr().out == f"{edition.id} is served from {edition.path}\n"


def test_the_command_says_that_a_build_was_refused(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every fault is printed, and that what is served stays; the exit code is 1."""
    edit(small, "bodies.csv", ",aec,ministerial,", ",aec,minister,")
    assert main(["build", "--data", str(small), "--output", str(tmp_path / "var")]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("bodies.csv:8: level 'minister': is not in the closed list. Write one of:")
    assert printed.err.endswith("no edition was built. The served edition is unchanged.\n")


def test_an_output_that_is_no_folder(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the place of the folder is said in plain words; the exit code is 2."""
    (tmp_path / "var").write_text("")
    assert main(["build", "--data", str(small), "--output", str(tmp_path / "var")]) == 2
    assert "cannot be used" in capsys.readouterr().err


def test_a_dataset_that_fits_nowhere(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With next to no memory the command says what was full and what to do, and what is served stays."""
    served = build(small, tmp_path / "var")
    monkeypatch.setattr(staging, "MEMORY", "1MB")
    assert main(["build", "--data", str(small), "--output", str(tmp_path / "var")]) == 2
    said = capsys.readouterr().err
    assert f"'{tempfile.gettempdir()}'" in said
    assert said.endswith("Name a folder with more room in TMPDIR. The served edition is unchanged.\n")
    assert current_edition(tmp_path / "var") == served


def test_what_does_not_fit_into_memory_goes_to_a_folder(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_edition: Edition
) -> None:
    """It lies where TMPDIR says, and is gone when all is done; the edition is the same."""
    folders = []
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    connect = duckdb.connect

    def connected(*arguments: Any, **options: Any) -> Any:
        folders.append(options.get("config", {}).get("temp_directory"))
        return connect(*arguments, **options)

    monkeypatch.setattr(duckdb, "connect", connected)
    assert build(small, tmp_path / "var").id == small_edition.id
    (folder,) = [Path(folder) for folder in folders if folder]
    assert folder.parent == tmp_path
    assert not folder.exists()


def test_a_big_edition_keeps_no_keys(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_edition: Edition
) -> None:
    """Its rows are the same, told of some at a time; the indexes of the keys would fill the memory of a build."""
    monkeypatch.setattr(build_module, "MOST_KEYED_ROWS", 100)
    monkeypatch.setattr(build_module, "PORTION", 5)
    big = build(small, tmp_path / "var")
    assert contents(big) == contents(small_edition)
    keys = "select count(*) from duckdb_constraints() where constraint_type in ('PRIMARY KEY', 'FOREIGN KEY', 'UNIQUE')"
    assert cursor(big).execute(keys).fetchone() == (0,)
    assert cursor(small_edition).execute(keys).fetchall()[0][0] > 50


def test_a_full_disk(small: Path, tmp_path: Path) -> None:
    """When the edition cannot be written, the message says so, no traceback; what is served stays."""
    served = build(small, tmp_path / "var")
    edit(small, "countries.csv", "XAB,Borland", "XAB,Newland")
    limit = 2**20
    ended = subprocess.run(
        [sys.executable, "-m", "sidang", "build", "--data", str(small), "--output", str(tmp_path / "var")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert ended.returncode == 2
    assert "cannot be used" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert current_edition(tmp_path / "var") == served


def test_a_build_killed_at_any_step_leaves_what_is_served(small: Path, tmp_path: Path) -> None:
    """At each step from the checks on: the old edition is served and whole, the next build succeeds and sweeps."""
    old = build(small, tmp_path / "var")
    edit(small, "countries.csv", "XAB,Borland", "XAB,Newland")
    folder = tmp_path / "killed"
    ended = subprocess.run(
        [sys.executable, "-m", "tests.killed_builds", str(small), str(tmp_path / "var"), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    killed = int(ended.stdout)
    assert killed > 30
    new = build(small, tmp_path / "new")
    leftovers = 0
    for step in range(killed):
        output = folder / str(step)
        assert current_edition(output).id == old.id, step
        assert names(current_edition(output)) == ["Arland", "Borland", "Côrland"], step
        leftovers += len(list(output.rglob("*.building*")))
        if step % 4 == 0 or step > killed - 8:
            assert build(small, output).id == new.id, step
            assert names(current_edition(output)) == ["Arland", "Côrland", "Newland"], step
            assert names(find_edition(output, old.id)) == ["Arland", "Borland", "Côrland"], step
            assert sorted(path.name for path in output.rglob("*") if path.is_file()) == sorted(
                ["build.lock", "current", old.path.name, new.path.name]
            ), step
        shutil.rmtree(output)
    assert leftovers > 20


def test_two_builds_at_once_wait_for_one_another(small: Path, tmp_path: Path) -> None:
    """Of many builds started together each succeeds, and the folder holds one whole edition and nothing else."""
    command = [sys.executable, "-m", "sidang", "build", "--data", str(small), "--output", str(tmp_path / "var")]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for build_process in running:
        build_process.communicate()
    assert [build_process.returncode for build_process in running] == [0, 0, 0]
    edition = current_edition(tmp_path / "var")
    assert names(edition) == ["Arland", "Borland", "Côrland"]
    assert sorted(path.name for path in (tmp_path / "var").rglob("*") if path.is_file()) == sorted(
        ["build.lock", "current", edition.path.name]
    )


@pytest.mark.parametrize("at", [0.0, 0.5, 0.9])
def test_a_damaged_edition_is_built_again_and_picked_up(small: Path, tmp_path: Path, at: float) -> None:
    """A file with spoilt bytes, at its head or within its tables, is replaced, and a running reader reads the new one."""
    edition = build(small, tmp_path / "var")
    whole = contents(edition)
    spoilt = bytearray(edition.path.read_bytes())
    begin = int(len(spoilt) * at)
    spoilt[begin : begin + 2_000_000] = b"\xaa" * len(spoilt[begin : begin + 2_000_000])
    replaced = edition.path.with_suffix(".spoilt")
    replaced.write_bytes(spoilt)
    os.replace(replaced, edition.path)
    with pytest.raises((duckdb.Error, DamagedEdition)):
        contents(edition)
    again = build(small, tmp_path / "var")
    assert again.id == edition.id
    assert contents(current_edition(tmp_path / "var")) == whole


def test_the_edition_carries_the_moment_of_its_making_in_utc(small: Path, tmp_path: Path) -> None:
    """built_at is a time in UTC without zone, and enters no hash."""
    before = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    edition = build(small, tmp_path / "var")
    assert before <= edition.built_at <= datetime.datetime.now(datetime.UTC).replace(tzinfo=None)


def test_found_topics(small: Path, tmp_path: Path) -> None:
    """The longest term counts ("culture" within "culture of prevention" does not), whole words alone, in both languages."""

    def topics(edition: Edition) -> list[tuple[str, list[str]]]:
        asked = "select event_id, topic_ids from event_details where len(topic_ids) > 0 order by event_id"
        return cursor(edition).execute(asked).fetchall()

    assert topics(build(small, tmp_path / "var")) == [("culture-officials-2", ["prevention"])]
    edit(small, "event_topics.csv", "Library exchange,,", "Artful pages,Halaman seniman,translation")
    assert topics(build(small, tmp_path / "var")) == [("culture-officials-2", ["prevention"])]
    edit(small, "event_topics.csv", "Artful pages,Halaman seniman", "Arts,Halaman")
    edit(small, "documents.csv", "Deklarasi Lentera", "Deklarasi Kebudayaan")
    assert topics(build(small, tmp_path / "var")) == [
        ("culture-council-1", ["culture"]),
        ("culture-officials-2", ["culture", "prevention"]),
        ("league-summit-1", ["culture"]),
    ]
