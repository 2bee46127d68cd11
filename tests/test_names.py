"""Every name is there in both languages, says where it comes from, and calls a state what countries.csv calls it."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data"

# Tables whose rows are shown by name, with the columns of the name in Indonesian and of its basis.
TRANSLATED = {
    "organizations": ("name_indonesian", "name_indonesian_basis"),
    "bodies": ("name_indonesian", "name_indonesian_basis"),
    "documents": ("name_indonesian", "name_indonesian_basis"),
    "document_parts": ("name_indonesian", "name_indonesian_basis"),
    "event_topics": ("topic_indonesian", "topic_indonesian_basis"),
}
# Rows that need no Indonesian name of their own, but say the basis of one that they have.
OPTIONAL = {
    "events": ("name_indonesian", "name_indonesian_basis"),
    "participants": ("name_indonesian", "name_indonesian_basis"),
}
NAMED_BY_COUNTRY = ("state", "economy", "territory")
# Codes that people say: they stay as words to search by.
SPOKEN_CODES = {"PNG", "USA"}


def rows(table: str) -> list[dict[str, str]]:
    """The rows of a table, as they are written."""
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def takes_its_name_from_the_country(participant: dict[str, str]) -> bool:
    """Whether a participant is the state, economy or territory that its country_id names."""
    return participant["kind"] in NAMED_BY_COUNTRY and bool(participant["country_id"])


def record_id(table: str, row: dict[str, str]) -> str:
    """The key of a row as citations.csv writes it."""
    composite = {"document_parts": ("document_id", "position"), "event_topics": ("event_id", "position")}
    return "/".join(row[part] for part in composite[table]) if table in composite else next(iter(row.values()))


def with_basis() -> Iterator[tuple[str, str, str, str]]:
    """Table, key, Indonesian name and basis of every row of the tables that state a basis."""
    for table, (name, basis) in (TRANSLATED | OPTIONAL).items():
        for row in rows(table):
            yield table, record_id(table, row), row[name], row[basis]


@pytest.mark.parametrize("table", TRANSLATED)
def test_every_record_has_an_indonesian_name(table: str) -> None:
    """No record of a table that pages name lacks its Indonesian name."""
    name, _ = TRANSLATED[table]
    assert [record_id(table, row) for row in rows(table) if not row[name]] == []


@pytest.mark.parametrize("table", ["countries", "pillars", "places"])
def test_every_country_pillar_and_place_has_an_indonesian_name(table: str) -> None:
    """Countries, pillars and places are named in both languages, also where the name is the same."""
    assert [record_id(table, row) for row in rows(table) if not row["name_indonesian"]] == []


def test_every_named_meeting_has_an_indonesian_name() -> None:
    """A name that a source prints for a meeting has its Indonesian form."""
    assert [row["event_id"] for row in rows("events") if row["name"] and not row["name_indonesian"]] == []


def test_every_participant_has_an_indonesian_name() -> None:
    """A state, economy or territory has that of its country; everybody else their own."""
    nameless = [
        row["participant_id"]
        for row in rows("participants")
        if not row["name_indonesian"] and not takes_its_name_from_the_country(row)
    ]
    assert nameless == []


def test_an_indonesian_name_and_its_basis_go_together() -> None:
    """An Indonesian name says whether a source prints it or it was translated."""
    assert [found for found in with_basis() if bool(found[2]) != bool(found[3])] == []


def test_a_name_with_a_source_is_cited_from_an_indonesian_page() -> None:
    """A name said to be printed by a source has an Indonesian page among its citations."""
    indonesian = {row["source_id"] for row in rows("sources") if row["language"] == "id"}
    cited = {
        (row["table_name"], row["record_id"])
        for row in rows("citations")
        if row["stance"] == "supports"
        and row["source_id"] in indonesian
        and row["field"] in ("", *(name for name, _ in (TRANSLATED | OPTIONAL).values()))
    }
    uncited = [
        (table, key, name) for table, key, name, basis in with_basis() if basis == "source" and (table, key) not in cited
    ]
    assert uncited == []


def test_a_state_is_called_what_its_country_is_called() -> None:
    """A participating state bears the name of its country and no other."""
    countries = {row["country_id"]: row["name"] for row in rows("countries")}
    other = [
        (row["participant_id"], row["name"], row["name_indonesian"])
        for row in rows("participants")
        if takes_its_name_from_the_country(row) and (row["name"] != countries[row["country_id"]] or row["name_indonesian"])
    ]
    assert other == []


def test_only_former_states_have_no_country() -> None:
    """Every present state is a country of the dataset."""
    ids = {row["country_id"] for row in rows("countries")}
    stray = [
        row["participant_id"]
        for row in rows("participants")
        if row["kind"] == "state" and not row["predecessor_of"] and row["country_id"] not in ids
    ]
    assert stray == []


def test_no_alias_of_a_participant_is_a_country_code() -> None:
    """No alias is a country code, except those that people say."""
    codes = {row["country_id"] for row in rows("countries")} - SPOKEN_CODES
    assert [row for row in rows("participant_names") if row["name"] in codes] == []


def test_no_alias_repeats_the_name_of_the_participant() -> None:
    """The form that one organization uses may be the same as the name; another name may not."""
    countries = {row["country_id"]: row for row in rows("countries")}
    own: dict[str, set[str]] = {}
    for row in rows("participants"):
        named = [row, countries[row["country_id"]]] if takes_its_name_from_the_country(row) else [row]
        own[row["participant_id"]] = {
            source[column].casefold() for source in named for column in ("name", "name_indonesian")
        }
    repeated = [
        row
        for row in rows("participant_names")
        if not row["organization_id"] and row["name"].casefold() in own[row["participant_id"]]
    ]
    assert repeated == []


def test_no_alias_of_a_state_is_a_person() -> None:
    """Who spoke for a state is a representative, never a name of the state."""
    people = {row["holder"] for row in rows("office_terms")} | {row["representative"] for row in rows("participations")}
    assert [row for row in rows("participant_names") if row["name"] in people] == []


def test_no_alias_of_a_body_repeats_its_name() -> None:
    """An alias is another name than the body's own in either language."""
    own = {row["body_id"]: {row["name"], row["name_indonesian"]} for row in rows("bodies")}
    assert [row for row in rows("body_names") if row["name"] in own[row["body_id"]]] == []


def test_no_alias_of_a_place_repeats_its_name() -> None:
    """Another name of a place is none of its own in either language."""
    own = {row["place_id"]: {row["name"], row["name_indonesian"]} for row in rows("places")}
    assert [row for row in rows("place_names") if row["name"] in own[row["place_id"]]] == []
