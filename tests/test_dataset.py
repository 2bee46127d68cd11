"""The descriptor: what is read from it, and how it says what it lacks."""

import datetime
import json
import shutil
from pathlib import Path

import pytest

from sidang.check import check
from sidang.dataset import BadDescriptor, NoDataset, canonical_text, load_descriptor, read_rows
from tests.small import edit, places, the_fault


def test_the_descriptor_tells_name_version_day_and_tables(small: Path) -> None:
    """Name, version, last day known and every table with its keys come from datapackage.json."""
    dataset = load_descriptor(small)
    assert (dataset.name, dataset.version, dataset.data_until) == ("small", "1.0.0", datetime.date(2026, 5, 10))
    participations = dataset.table("participations")
    assert participations.primary_key == ("event_id", "participant_id", "role", "representative")
    assert [key.table for key in participations.foreign_keys] == ["events", "participants"]
    assert participations.cited
    assert not dataset.table("sources").cited


def test_a_reference_to_the_own_table_is_named(small: Path) -> None:
    """The empty resource name of a Data Package means the table itself."""
    keys = load_descriptor(small).table("bodies").foreign_keys
    assert ("bodies", ("body_id",)) in [(key.table, key.table_fields) for key in keys]


def test_an_unknown_table_raises(small: Path) -> None:
    """Asking for a table that is not there says its name."""
    with pytest.raises(KeyError, match="no table 'meetings'"):
        load_descriptor(small).table("meetings")


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is said with the way out."""
    with pytest.raises(NoDataset, match=r"There is no folder .*--data"):
        check(tmp_path / "nowhere")


def test_a_folder_without_a_descriptor(small: Path) -> None:
    """A folder of other files is no dataset."""
    (small / "datapackage.json").unlink()
    with pytest.raises(NoDataset, match=r"holds no datapackage\.json"):
        check(small)


def test_a_descriptor_that_is_not_json(small: Path) -> None:
    """The line of the mistake is named."""
    edit(small, "datapackage.json", '  "name": "small",', '  "name": small,')
    fault = the_fault(small)
    assert (fault.file, fault.reason) == ("datapackage.json", "is not JSON: Expecting value")
    assert fault.line == 3


def test_a_descriptor_with_a_number_that_cannot_be_read(small: Path) -> None:
    """A number of thousands of digits is a fault, not a traceback."""
    edit(small, "datapackage.json", '"name": "small"', f'"name": {"9" * 5000}')
    assert the_fault(small).reason == "holds a number that is too long to be read"


def test_a_descriptor_that_is_not_utf8(small: Path) -> None:
    """Another encoding is named."""
    (small / "datapackage.json").write_bytes(b'{"name": "\xe9"}')
    assert the_fault(small).reason == "is not UTF-8"


def test_a_descriptor_that_is_no_object(small: Path) -> None:
    """A list is no package."""
    (small / "datapackage.json").write_text("[]")
    assert the_fault(small).reason == "is not a JSON object"


def test_all_that_a_descriptor_lacks_is_said_at_once(small: Path) -> None:
    """Missing version, a day that is none and a resource without a schema are three faults of one look."""
    path = small / "datapackage.json"
    descriptor = json.loads(path.read_text()) | {"version": "", "data_until": "May 2026"}
    del descriptor["resources"][0]["schema"]
    path.write_text(json.dumps(descriptor))
    with pytest.raises(BadDescriptor) as raised:
        load_descriptor(small)
    assert [fault.column for fault in raised.value.faults] == ["version", "data_until", "resources"]
    assert "organizations lacks 'schema'" in str(raised.value)


@pytest.mark.parametrize("version", ["../../x", "1 0", 1.5, "v" * 99, "1/2"])
def test_a_version_that_cannot_name_a_file(small: Path, version: object) -> None:
    """The version becomes part of a file's name and of links; whatever cannot is a fault."""
    path = small / "datapackage.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"version": version}))
    fault = the_fault(small)
    assert (fault.column, fault.value, fault.reason) == ("version", str(version), "cannot name an edition")


@pytest.mark.parametrize("written", ["2026-05", "2026-05-32", "10 May 2026"])
def test_the_last_day_known_is_one_day(small: Path, written: str) -> None:
    """data_until is a day; a month would leave open which meetings may have been held."""
    edit(small, "datapackage.json", '_until": "2026-05-10"', f'_until": "{written}"')
    fault = the_fault(small)
    assert (fault.column, fault.value, fault.remedy) == ("data_until", written, "Write it as 2026-05-10")


def test_a_table_that_the_edition_does_not_know(small: Path) -> None:
    """A resource without a table in queries/schema.sql is a fault, and so is a table without a resource."""
    path = small / "datapackage.json"
    path.write_text(path.read_text().replace('"name": "rolls"', '"name": "lists"'))
    found = {(fault.value, fault.reason) for fault in check(small) if fault.file == "datapackage.json"}
    assert found == {("lists", "the edition has no such table"), ("rolls", "the table is missing")}


def test_a_column_that_the_edition_does_not_know(small: Path) -> None:
    """A field that is not in queries/schema.sql would be lost in silence; it is a fault."""
    path = small / "datapackage.json"
    path.write_text(path.read_text().replace('"name": "geonames_id"', '"name": "geoname"'))
    edit(small, "places.csv", "geonames_id", "geoname")
    found = {(fault.column, fault.value, fault.reason) for fault in check(small)}
    assert found == {
        ("places", "geoname", "the edition has no such column"),
        ("places", "geonames_id", "the column is missing"),
    }


def test_a_key_of_a_column_that_is_not_there(small: Path) -> None:
    """A primary key names columns of its table."""
    path = small / "datapackage.json"
    descriptor = json.loads(path.read_text())
    next(r for r in descriptor["resources"] if r["name"] == "rolls")["schema"]["primaryKey"] = ["organization", "standing"]
    path.write_text(json.dumps(descriptor))
    fault = the_fault(small)
    assert (fault.file, fault.column, fault.value) == ("datapackage.json", "resources", "rolls")
    assert "a key names the column 'organization', which is not there" in fault.reason


def test_a_key_that_leads_to_no_table(small: Path) -> None:
    """A foreign key to a table that the dataset lacks would check nothing; it is a fault."""
    path = small / "datapackage.json"
    descriptor = json.loads(path.read_text())
    rolls = next(resource for resource in descriptor["resources"] if resource["name"] == "rolls")
    rolls["schema"]["foreignKeys"][0]["reference"]["resource"] = "organisations"
    path.write_text(json.dumps(descriptor))
    fault = the_fault(small)
    assert (fault.value, fault.reason) == ("rolls", "a key leads to the table 'organisations', which is not there")


def test_a_table_described_twice(small: Path) -> None:
    """Two resources of one name are a fault: nobody could say which one counts."""
    path = small / "datapackage.json"
    descriptor = json.loads(path.read_text())
    descriptor["resources"].append(descriptor["resources"][1])
    path.write_text(json.dumps(descriptor))
    fault = the_fault(small)
    assert (fault.value, fault.reason) == ("pillars", "stands there twice")


def test_a_column_that_rules_read_is_missing(small: Path) -> None:
    """Where the descriptor lacks a column of the schema, that is said, beside the faults of form of every file."""
    path = small / "datapackage.json"
    descriptor = json.loads(path.read_text())
    events = next(resource for resource in descriptor["resources"] if resource["name"] == "events")
    events["schema"]["fields"] = [field for field in events["schema"]["fields"] if field["name"] != "mode"]
    path.write_text(json.dumps(descriptor))
    assert places(check(small)) == [("datapackage.json", None, "events", "mode"), ("events.csv", 1, "mode", "mode")]


def test_a_file_elsewhere_is_not_read(small: Path) -> None:
    """A path that leads out of the data folder is refused: the dataset is one folder."""
    shutil.move(small / "rolls.csv", small.parent / "rolls.csv")
    edit(small, "datapackage.json", '"path": "rolls.csv"', '"path": "../rolls.csv"')
    fault = the_fault(small)
    assert (fault.file, fault.column, fault.value) == ("datapackage.json", "resources", "rolls")
    assert "leads out of the folder" in fault.reason


def test_rows_carry_their_lines(small: Path) -> None:
    """Every row comes with the line on which it begins, an empty cell as an empty text."""
    rows = dict(read_rows(small, load_descriptor(small).table("countries")))
    assert list(rows) == [2, 3, 4]
    assert rows[2] == {"country_id": "XAA", "name": "Arland", "name_indonesian": "Arlandia", "independent_from": ""}


def test_canonical_text_sorts_and_quotes_only_where_needed(small: Path) -> None:
    """Rows are sorted by key, a comma or quote brings quotes, every line ends in LF."""
    table = load_descriptor(small).table("body_names")
    rows = [
        {"body_id": "b", "name": 'The "Round", table', "language": "en"},
        {"body_id": "a", "name": "Plain", "language": "en"},
    ]
    assert canonical_text(table, rows) == 'body_id,name,language\na,Plain,en\nb,"The ""Round"", table",en\n'
