"""The whole dataset to take away: what is in a package, that it is always the same, and how it is sent."""

import io
import json
import zipfile
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
from starlette.testclient import TestClient

from sidang.build import build
from sidang.codebook import codebook_of, descriptor_of
from sidang.dataset import load_descriptor, read_descriptor
from sidang.dataset_files import file_of
from sidang.edition import Edition
from sidang.packages import NoPackage, package
from sidang.questions import ask
from sidang.synthesize import synthesize
from sidang.whole_downloads import address, size
from tests.small import DATA, edit


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a package by name, without the folder in which they stand."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}


def test_a_package_of_csv_files_is_the_dataset_byte_by_byte(real_edition: Edition) -> None:
    """Every table as it stands in data/, with descriptor, README and licence."""
    files = unpacked(package(real_edition, "csv"))
    tables = [table.file for table in load_descriptor(DATA).tables]
    assert sorted(files) == sorted([*tables, "datapackage.json", "README.md", "LICENSE.md"])
    assert [name for name in files if files[name] != (DATA / name).read_bytes()] == []


def test_a_package_of_parquet_files_holds_every_row(real_edition: Edition) -> None:
    """One file a table, its columns typed as the descriptor says; what is empty is null."""
    files = unpacked(package(real_edition, "parquet"))
    for table in load_descriptor(DATA).tables:
        found = pq.read_table(io.BytesIO(files[f"{table.name}.parquet"]))
        assert found.num_rows == len((DATA / table.file).read_text(encoding="utf-8").splitlines()) - 1
        assert found.column_names == list(table.columns)
    events = pq.read_table(io.BytesIO(files["events.parquet"])).to_pylist()
    (meeting,) = [row for row in events if row["event_id"] == "soc-com-19"]
    assert (meeting["ordinal"], meeting["name"]) == (19, None)


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_same_edition_gives_the_same_bytes(small: Path, tmp_path: Path, kind: str) -> None:
    """Built twice, in two places: the package is the same."""
    first, second = (build(small, tmp_path / name) for name in ("one", "two"))
    made = package(first, kind)
    package.cache_clear()
    assert package(second, kind) == made


def test_an_invented_edition_cannot_be_packed(tmp_path: Path) -> None:
    """It carries no descriptor, and says so."""
    edition = synthesize(50, 1, tmp_path)
    assert (descriptor_of(edition), codebook_of(edition)) == (None, None)
    with pytest.raises(NoPackage, match=r"carries no datapackage\.json"):
        package(edition, "csv")


def test_an_edition_keeps_its_own_codebook(small: Path, tmp_path: Path) -> None:
    """What the descriptor says later changes no edition made before; the licence is another edition too."""
    before = build(small, tmp_path / "var")
    edit(
        small,
        "datapackage.json",
        'Name in English.",\n            "example": "Association',
        'Another.",\n            "example": "Association',
    )
    after = build(small, tmp_path / "var")
    meanings = [book[0].fields[1].description for book in map(codebook_of, (before, after)) if book]
    assert meanings == ["Name in English.", "Another."]
    (small / "LICENSE.md").write_text("Licence of the small dataset\n", encoding="utf-8")
    licensed = build(small, tmp_path / "var")
    assert len({before.id, after.id, licensed.id}) == 3
    assert [file_of(edition, "LICENSE.md") for edition in (after, licensed)] == [None, "Licence of the small dataset\n"]


def test_the_codebook_has_every_table_and_field(small_edition: Edition) -> None:
    """Type, meaning, constraints and example of the descriptor, and in how many rows a field is filled."""
    book = codebook_of(small_edition) or ()
    resources = read_descriptor(DATA)["resources"]
    assert [(table.name, [field.name for field in table.fields]) for table in book] == [
        (resource["name"], [field["name"] for field in resource["schema"]["fields"]]) for resource in resources
    ]
    (events,) = [table for table in book if table.name == "events"]
    fields = {field.name: field for field in events.fields}
    assert (events.key, events.is_cited, events.rows) == ("event_id", True, 18)
    assert (fields["ordinal"].type, fields["ordinal"].filled) == ("integer", 15)
    assert fields["mode"].constraints == "required; one of: in_person, virtual, hybrid, unknown"
    assert fields["body_id"].constraints == "required; key of bodies"
    assert (fields["venue"].filled, fields["status"].is_required) == (1, True)
    (participations,) = [table for table in book if table.name == "participations"]
    assert {field.name: field.filled for field in participations.fields}["representative"] == 1


def test_dataset_file(small_edition: Edition) -> None:
    """The descriptor that the edition was made of, and nothing of a file that was not there."""
    (row,) = ask(small_edition, "dataset_file", {"name": "datapackage.json"})
    assert json.loads(row.content)["name"] == "small"
    assert file_of(small_edition, "LICENSE.md") is None


@pytest.fixture
def var(small_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the small edition, as the application finds it."""
    monkeypatch.setenv("SIDANG_VAR", str(small_edition.path.parent.parent))


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize(("kind", "media"), [("csv", "zip"), ("parquet", "zip"), ("duckdb", "octet-stream")])
def test_an_edition_is_sent_as_a_file_that_browsers_keep(
    client: TestClient, small_edition: Edition, kind: str, media: str
) -> None:
    """Its name and size are those of the page; asked again with its mark, the browser keeps what it has."""
    answer = client.get(address(small_edition, kind))
    assert (answer.status_code, answer.headers["content-type"]) == (200, f"application/{media}")
    assert len(answer.content) == int(answer.headers["content-length"]) == size(small_edition, kind)
    assert small_edition.id in answer.headers["content-disposition"]
    assert "immutable" in answer.headers["cache-control"]
    again = client.get(address(small_edition, kind), headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("var")
def test_the_database_file_is_the_edition_itself(client: TestClient, small_edition: Edition, tmp_path: Path) -> None:
    """What arrives opens as the same edition."""
    path = tmp_path / "taken.duckdb"
    path.write_bytes(client.get(address(small_edition, "duckdb")).content)
    with duckdb.connect(str(path), read_only=True) as taken:
        assert taken.execute("select content_hash from edition").fetchall() == [(small_edition.content_hash,)]


@pytest.mark.usefixtures("var")
@pytest.mark.parametrize(
    "name", ["sidang-1.0.0-000000000000.zip", "sidang-..zip", "sidang-x.tar", "other.zip", "sidang-a%2fb.zip"]
)
def test_an_edition_that_is_not_there_is_a_404(client: TestClient, name: str) -> None:
    """Gone, misspelt, or of a form that is not made: a sentence and no file."""
    answer = client.get(f"/download/{name}")
    assert (answer.status_code, answer.headers.get("content-disposition")) == (404, None)


def test_a_damaged_edition_is_a_503(client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The file is there and cannot be read."""
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "1.0.0-0123456789ab.duckdb").write_bytes(b"no database")
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    assert client.get("/download/sidang-1.0.0-0123456789ab.zip").status_code == 503
