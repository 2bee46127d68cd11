"""Reading editions: the served one, those of frozen links, damaged ones, many threads at once."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from sidang.build import build
from sidang.edition import (
    DamagedEdition,
    Edition,
    NoEdition,
    OutdatedEdition,
    current_edition,
    cursor,
    edition_path,
    editions,
    editions_dir,
    find_edition,
    read_edition,
)
from sidang.publication import point_to
from tests.small import edit


@pytest.fixture
def var(small_edition: Edition, tmp_path: Path) -> Path:
    """A folder of editions of its own that serves the small one."""
    folder = tmp_path / "var"
    shutil.copytree(small_edition.path.parent.parent, folder)
    return folder


def names(edition: Edition) -> list[str]:
    """The countries of an edition, as a question that reads a table."""
    return [row[0] for row in cursor(edition).execute("select name from countries order by name").fetchall()]


def test_the_served_edition_says_what_it_is(small_edition: Edition, var: Path) -> None:
    """Version, hash and last day known come from the file; its name is version and beginning of the hash."""
    edition = current_edition(var)
    assert edition.id == small_edition.id == f"1.0.0-{edition.content_hash[:12]}"
    assert edition.data_until.isoformat() == "2026-05-10"
    assert edition.path == edition_path(var, edition.id)


def test_no_edition_says_what_to_do(tmp_path: Path) -> None:
    """An empty folder names the command that builds one."""
    with pytest.raises(NoEdition, match="python -m sidang build"):
        current_edition(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n", b"../../etc/passwd", b"\xff\xfe", b"a\0b", b"1.0.0-000000000000"])
def test_a_pointer_that_names_no_edition(var: Path, content: bytes) -> None:
    """Whatever stands in the pointer, the answer is an explanation with the way out."""
    (var / "current").write_bytes(content)
    with pytest.raises(DamagedEdition, match="Build it again: python -m sidang build"):
        current_edition(var)


def test_a_missing_file(var: Path) -> None:
    """When the served file was deleted, that is said at the next look."""
    edition = current_edition(var)
    edition.path.unlink()
    with pytest.raises(DamagedEdition, match="is missing"):
        current_edition(var)


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 100_000])
def test_a_file_that_is_no_database(var: Path, content: bytes) -> None:
    """A file of something else is named as damaged."""
    path = edition_path(var, "1.0.0-aaaaaaaaaaaa")
    path.write_bytes(content)
    with pytest.raises(DamagedEdition, match=r"1\.0\.0-aaaaaaaaaaaa"):
        read_edition(path)


def test_a_database_that_is_no_edition(var: Path) -> None:
    """A database of something else is named as damaged too."""
    path = edition_path(var, "1.0.0-bbbbbbbbbbbb")
    with duckdb.connect(str(path)) as other:
        other.execute("create table numbers as select 1 as number")
    with pytest.raises(DamagedEdition, match="cannot be read"):
        read_edition(path)


def test_an_edition_under_another_name(var: Path) -> None:
    """A file renamed by hand is refused: its name is its proof."""
    path = edition_path(var, "2.0.0-cccccccccccc")
    shutil.copy(current_edition(var).path, path)
    with pytest.raises(DamagedEdition, match="is not the edition that its name says"):
        read_edition(path)


def test_a_half_written_file(var: Path) -> None:
    """A file cut off in the middle is refused or gives no answer; it never gives a wrong one."""
    edition = current_edition(var)
    path = edition_path(var, "cut")
    path.write_bytes(edition.path.read_bytes()[: edition.path.stat().st_size // 2])
    with pytest.raises((DamagedEdition, duckdb.Error)):
        names(read_edition(path))


def make_older(path: Path, *statements: str) -> None:
    """Take from a file what an earlier version of the program had not yet."""
    older = path.with_suffix(".older")
    shutil.copy(path, older)
    with duckdb.connect(str(older)) as written:
        for statement in statements:
            written.execute(statement)
    older.replace(path)


@pytest.mark.parametrize(
    ("statements", "lacking"),
    [
        (["alter table edition drop column data_until"], ("edition.data_until",)),
        (["drop table milestones"], ("milestones",)),
        (["drop table milestones", "alter table edition drop column data_until"], ("edition.data_until", "milestones")),
    ],
)
def test_an_edition_of_an_earlier_version(var: Path, statements: list[str], lacking: tuple[str, ...]) -> None:
    """A file that lacks a table or column of the schema says which edition it is, what it lacks, and what to do."""
    edition = current_edition(var)
    make_older(edition.path, *statements)
    with pytest.raises(OutdatedEdition) as caught:
        find_edition(var, edition.id)
    assert (caught.value.identifier, caught.value.lacking) == (edition.id, lacking)
    said = str(caught.value)
    assert said.startswith(f"The edition '{edition.id}' was made by an earlier version of the program")
    assert f"it has no {', '.join(lacking)}." in said
    assert said.endswith("python -m sidang build")


def test_a_served_edition_of_an_earlier_version(var: Path) -> None:
    """The pointer may name one after the program was updated; that is said each time, also from what is kept."""
    make_older(current_edition(var).path, "drop table milestones")
    (var / "current").touch()
    for _ in range(2):
        with pytest.raises(OutdatedEdition, match="made by an earlier version"):
            current_edition(var)


def test_editions_of_earlier_versions_are_not_listed(small: Path, var: Path) -> None:
    """What cannot be shown is not offered."""
    first = current_edition(var)
    edit(small, "countries.csv", "Borland,Borlandia", "Borland,Borlan")
    second = build(small, var)
    make_older(first.path, "drop table milestones")
    assert [edition.id for edition in editions(var)] == [second.id]


def test_an_outdated_file_under_the_name_of_an_edition_is_built_again(small: Path, var: Path) -> None:
    """A build replaces what it cannot read, and the file is then read anew."""
    edition = current_edition(var)
    make_older(edition.path, "drop table milestones")
    with pytest.raises(OutdatedEdition):
        read_edition(edition.path)
    assert build(small, var).id == edition.id
    assert find_edition(var, edition.id).id == edition.id
    assert cursor(edition).execute("select count(*) from milestones").fetchall() == [(1,)]


def test_a_file_that_did_not_change_is_not_read_again(var: Path) -> None:
    """What an edition says of itself is kept while its file stays as it is, so that a frozen page costs no opening."""
    edition = current_edition(var)
    again = read_edition(edition.path)
    assert read_edition(edition.path) is again
    edition.path.touch()
    assert read_edition(edition.path) == again
    assert read_edition(edition.path) is not again


def test_an_edition_by_its_name(var: Path) -> None:
    """A frozen link names an edition that is there."""
    assert find_edition(var, current_edition(var).id) == current_edition(var)


@pytest.mark.parametrize("identifier", ["", "..", "../current", "1.0.0-ffffffffffff", "a" * 5000, "a\0b"])
def test_an_edition_that_is_not_there(var: Path, identifier: str) -> None:
    """An unknown name, however odd, is told with those that are there."""
    with pytest.raises(NoEdition, match=f"Those there are: {current_edition(var).id}"):
        find_edition(var, identifier)


def test_editions_are_listed_newest_first_without_damaged_ones(small: Path, var: Path) -> None:
    """All that can be read, the newest first."""
    first = current_edition(var)
    edit(small, "countries.csv", "Borland,Borlandia", "Borland,Borlan")
    second = build(small, var)
    edition_path(var, "1.0.0-dddddddddddd").write_bytes(b"x")
    assert [edition.id for edition in editions(var)] == [second.id, first.id]


def test_a_reader_goes_on_while_a_new_edition_is_published(small: Path, var: Path) -> None:
    """Without restart the next look finds the new edition; the old stays readable for whoever holds it."""
    old = current_edition(var)
    reader = cursor(old)
    edit(small, "countries.csv", "XAB,Borland", "XAB,Newland")
    built = build(small, var)
    new = current_edition(var)
    assert new.id == built.id != old.id
    assert names(new) == ["Arland", "Côrland", "Newland"]
    assert names(old) == names(find_edition(var, old.id)) == ["Arland", "Borland", "Côrland"]
    assert reader.execute("select count(*) from countries").fetchall() == [(3,)]


def test_going_back_to_an_old_edition_moves_the_pointer_only(small: Path, var: Path) -> None:
    """Rollback is the pointer naming an edition that is still there."""
    old = current_edition(var)
    edit(small, "countries.csv", "XAB,Borland", "XAB,Newland")
    build(small, var)
    point_to(var, old, lambda _: None)
    assert current_edition(var).id == old.id


def test_an_edition_cannot_be_changed_or_led_astray(small_edition: Edition) -> None:
    """Writing, reading files, loading extensions and unlocking the configuration are all refused."""
    for statement in (
        "insert into countries values ('XXX', 'x', 'x', null)",
        "select * from read_csv('/etc/hostname')",
        "copy countries to '/tmp/out.csv'",
        "attach '/tmp/other.duckdb'",
        "install httpfs",
        "set enable_external_access = true",
        "set threads = 1",
    ):
        with pytest.raises(duckdb.Error):
            cursor(small_edition).execute(statement)


def test_many_threads_get_right_answers(small_edition: Edition) -> None:
    """Forty threads ask at once, each with a cursor of its own, and each gets the answer to its question."""

    def asked(number: int) -> bool:
        found = cursor(small_edition).execute(
            "select ?::int as number, count(*) from participations cross join range(2000) where event_id is not null",
            [number],
        )
        return found.fetchall() == [(number, 20000)]

    with ThreadPoolExecutor(40) as threads:
        assert [number for number, is_right in enumerate(threads.map(asked, range(400))) if not is_right] == []


def test_many_editions_may_be_open(small: Path, tmp_path: Path) -> None:
    """More editions than connections are kept can be read in turn, and the first again."""
    built = []
    for number in range(10):
        edit(small, "rolls.csv", f"1967-08-{8 + max(number - 1, 0):02}", f"1967-08-{8 + number:02}")
        edit(small, "citations.csv", f"member/1967-08-{8 + max(number - 1, 0):02}", f"member/1967-08-{8 + number:02}")
        built.append(build(small, tmp_path / "var"))
    for number, edition in [*enumerate(built), (0, built[0])]:
        found = cursor(edition).execute("select complete_from from rolls").fetchall()
        assert found == [(f"1967-08-{8 + number:02}",)]


def test_the_folder_of_editions_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """SIDANG_VAR names the folder; without it it is var/ of the project."""
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    assert editions_dir() == tmp_path
    monkeypatch.delenv("SIDANG_VAR")
    assert editions_dir().name == "var"
