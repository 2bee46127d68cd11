"""`/api/v1/`: lists and records, their formats, paging, refusals, and what they cost."""

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from starlette.testclient import TestClient

from sidang import api
from sidang.api_description import description
from sidang.api_kinds import KINDS
from sidang.api_records import record_of
from sidang.asked import Asked
from sidang.build import build
from sidang.edition import Edition
from sidang.language import Language, languages
from sidang.parameters import parameters_of
from sidang.questions import ask, portions
from sidang.record_ids import ids_of, near_ids
from sidang.synthesize import synthesize
from sidang.tables import in_order
from sidang.view import KEYS, SORTS, View
from tests.machines import altered, asking, walked
from tests.small import ROOT, edit
from tests.test_queries import DAY, rows

LISTS = tuple(KINDS)
HUNDRED_THOUSAND, MOST_MEGABYTES = 100_000, 300


@pytest.fixture
def client(small_edition: Edition) -> Iterator[TestClient]:
    """The application on the small edition."""
    with asking(small_edition) as client:
        yield client


@pytest.fixture
def real_client(real_edition: Edition) -> Iterator[TestClient]:
    """The application on the real edition."""
    with asking(real_edition) as client:
        yield client


def items(client: TestClient, address: str) -> list[dict[str, Any]]:
    """The rows of a list."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


def test_a_list_says_what_it_answers(client: TestClient, small_edition: Edition) -> None:
    """Edition, last known day, day of the view, the view as understood, how many there are, by state."""
    answer = client.get("/api/v1/events?body=culture-council&year=2018-2021&as_of=2026-05-10&limit=2").json()
    rows_of_it = answer.pop("items")
    assert answer == {
        "edition": small_edition.id,
        "data_until": "2026-05-10",
        "as_of": "2026-05-10",
        "view": {"year": "2018-2021", "body": "culture-council", "as_of": "2026-05-10"},
        "total": 5,
        "limit": 2,
        "offset": 0,
        "next": "/api/v1/events?year=2018-2021&body=culture-council&as_of=2026-05-10"
        f"&edition={small_edition.id}&lang=en&format=json&limit=2&offset=2",
        "counts": {"held": 5, "announced": 0, "upcoming": 0, "other": 0},
    }
    assert [row["event_id"] for row in rows_of_it] == ["culture-council-2", "culture-officials-3"]


def test_the_counts_are_those_of_the_page(client: TestClient) -> None:
    """14 held, one announced, one upcoming, one cancelled: 17 rows."""
    answer = client.get("/api/v1/events?as_of=2026-05-10&limit=all").json()
    assert answer["counts"] == {"held": 14, "announced": 1, "upcoming": 1, "other": 1}
    assert (answer["total"], len(answer["items"]), answer["limit"], answer["next"]) == (17, 17, None, None)


def test_a_meeting_in_a_list(client: TestClient) -> None:
    """Names in both languages, the state on the day, dates as exact as known; null where nothing is known."""
    rows_of_it = {row["event_id"]: row for row in items(client, "/api/v1/events?limit=all&as_of=2026-05-10")}
    council = rows_of_it["culture-council-1"]
    told = {
        "title": "1st CC", "title_indonesian": "DK ke-1", "pillar_id": "ascc", "organization_acronym": "LOL",
        "start_date": "2018-05-09", "mode_basis": "inferred", "country_id": "XAA", "latitude": -6.5, "sources": 1,
        "recorded_participants": None, "state": "held",
    }  # fmt: skip
    assert {name: council[name] for name in told} == told
    assert rows_of_it["culture-officials-3"]["start_date"] == "2020"
    assert rows_of_it["culture-officials-4"]["state"] == "announced"
    assert rows_of_it["ring-officials-undated"]["title"] == "Founding session"
    assert rows_of_it["ring-officials-undated"]["title_indonesian"] is None
    assert rows_of_it["league-summit-1"]["recorded_participants"] == 3


@pytest.mark.parametrize("path", LISTS)
def test_all_pages_together_are_the_list(client: TestClient, path: str) -> None:
    """Each row once, in the order of the whole list, however small the pages."""
    whole = items(client, f"/api/v1/{path}?limit=all")
    pages = list(walked(client, f"/api/v1/{path}?limit=2"))
    assert [row for page in pages for row in page["items"]] == whole
    assert len({row[KINDS[path].key] for row in whole}) == len(whole) == pages[0]["total"]
    assert {len(page["items"]) for page in pages[:-1]} <= {2}


def test_a_walk_survives_a_new_edition(small: Path, tmp_path: Path) -> None:
    """The next page is of the edition of the first one, though another is served by then."""
    first = build(small, tmp_path / "var")
    with asking(first) as client:
        page = client.get("/api/v1/events?sort=oldest&limit=9").json()
        edit(
            small,
            "events.csv",
            "ring-officials-2021-10-10,ring-officials,,,Special",
            "ring-officials-2021-10-10,ring-officials,,,New",
        )
        assert build(small, tmp_path / "var").id != first.id
        rest = client.get(page["next"]).json()
        assert (rest["edition"], rest["total"], len(rest["items"])) == (first.id, 17, 8)
        assert len({row["event_id"] for row in page["items"] + rest["items"]}) == 17
        served = client.get("/api/v1/events?limit=1").json()["edition"]
        assert served != first.id


@pytest.mark.parametrize("path", LISTS)
def test_csv_says_what_json_says(client: TestClient, path: str) -> None:
    """The same rows in the same order under the same names; null is empty, a truth value a word."""
    told = items(client, f"/api/v1/{path}?limit=all&as_of=2026-05-10")
    answer = client.get(f"/api/v1/{path}?limit=all&as_of=2026-05-10&format=csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    read = list(csv.DictReader(io.StringIO(answer.text)))
    words = {None: "", True: "true", False: "false"}
    disarmed = [
        {name: words[value] if value is None or isinstance(value, bool) else str(value) for name, value in row.items()}
        for row in told
    ]
    assert read == disarmed
    assert list(read[0]) == [field.name for field in KINDS[path].fields]


def test_the_format_is_that_of_the_key_or_the_header(client: TestClient) -> None:
    """The key goes before what Accept says; the first that Accept names counts; JSON otherwise."""
    for query, accept, expected in (
        ("", "", "application/json"), ("", "text/html,*/*;q=0.8", "application/json"), ("", "text/csv", "text/csv"),
        ("", "application/xml, text/csv;q=0.5", "text/csv"), ("?format=json", "text/csv", "application/json"),
        ("?format=CSV", "application/json", "text/csv"),
    ):  # fmt: skip
        answer = client.get(f"/api/v1/bodies{query}", headers={"accept": accept})
        assert answer.headers["content-type"].split(";")[0] == expected, (query, accept)
        assert "accept" in [name.strip() for name in answer.headers["vary"].lower().split(",")]


def test_a_page_of_csv_tells_in_its_headers_what_has_no_place_in_it(client: TestClient, small_edition: Edition) -> None:
    """How many rows there are, of which edition, and the next page, in the same format."""
    headers = client.get("/api/v1/events?format=csv&limit=10&lang=id").headers
    assert (headers["x-total-count"], headers["sidang-edition"]) == ("17", small_edition.id)
    assert headers["link"].startswith("</api/v1/events?")
    assert headers["link"].endswith('&lang=id&format=csv&limit=10&offset=10>; rel="next"')
    assert "link" not in client.get("/api/v1/events?format=csv&limit=10&offset=10").headers


def test_no_cell_runs_as_a_formula(small_edition: Edition, tmp_path: Path) -> None:
    """A name that a spreadsheet would run begins with an apostrophe in CSV, and stays as it is in JSON."""
    hostile = altered(small_edition, tmp_path, "update events set venue = '=1+1' where event_id = 'league-summit-1'")
    with asking(hostile) as client:
        query = "/api/v1/events?body=league-summit&sub_bodies=no&year=2018"
        assert items(client, query)[0]["venue"] == "=1+1"
        (row,) = csv.DictReader(io.StringIO(client.get(f"{query}&format=csv").text))
        assert row["venue"] == "'=1+1"


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("year=2021", 4), ("body=culture-council", 7), ("body=culture-council&sub_bodies=no", 2), ("org=ring", 4),
        ("pillar=aec", 3), ("pillar=aec&pillar_role=any", 4), ("level=summit", 5), ("country=xac", 1), ("place=online", 1),
        ("with=xac", 5), ("mode=hybrid", 1), ("q=water", 1), ("status=all&zoom=2&map=countries", 17),
    ],
)  # fmt: skip
def test_every_key_of_a_link_narrows_the_meetings(client: TestClient, query: str, total: int) -> None:
    """As many as tests/fixtures/small/README.md counts; a key that only draws a page changes nothing."""
    assert client.get(f"/api/v1/events?{query}").json()["total"] == total


def test_meetings_are_those_of_the_page_in_every_order(real_edition: Edition) -> None:
    """The same rows in the same order as the table of meetings, by each order and in each language."""
    for sort in SORTS:
        for code in languages():
            parameters = parameters_of(real_edition, View(), DAY) | {"most": None}
            shown = in_order(ask(real_edition, "event_list", parameters), sort, Language(code))
            ordered = parameters | {"sort": sort, "language": code, "skipped": 0}
            found = [row for rows in portions(real_edition, "events_in_order", ordered) for row in rows]
            assert [row.event_id for row in found] == [row.event_id for row in shown], (sort, code)


def test_statuses_of_a_day_and_of_all_time(client: TestClient) -> None:
    """Six on 10 May 2026, one of them only possible; ten in all; of one participant in one organization by the keys."""
    day = items(client, "/api/v1/statuses?as_of=2026-05-10&limit=all")
    assert {row["status_id"]: row["is_certain"] for row in day} == {
        "xaa-league-member": True, "xab-league-member": True, "xac-league-member": True,
        "xaa-ring-observer": False, "xab-ring-member": True, "xac-ring-member": True,
    }  # fmt: skip
    every = items(client, "/api/v1/statuses?period=all&limit=all")
    assert len(every) == 10
    own = items(client, "/api/v1/statuses?with=xac&org=league&as_of=2020-01-01")
    assert [(row["status_id"], row["from_date"]) for row in own] == [
        ("xac-league-observer", "2014"), ("xac-league-applicant", "2011-03-04"),
    ]  # fmt: skip
    ended = next(row for row in every if row["status_id"] == "xac-league-applicant")
    assert ended["is_certain"] is None


def test_sources_with_what_they_support(client: TestClient, small_edition: Edition) -> None:
    """All five; with a filter those that support a meeting in view. `daily-2` only contradicts."""
    found = {row["source_id"]: (row["meetings"], row["citations"]) for row in items(client, "/api/v1/sources")}
    assert {name: found[name] for name in ("article", "daily-1", "daily-2", "wiki-1")} == {
        "article": (0, 1), "daily-1": (2, 3), "daily-2": (0, 2), "wiki-1": (1, 2),
    }  # fmt: skip
    assert found["league-1"][0] == 17
    assert [row["source_id"] for row in items(client, "/api/v1/sources?year=2018")] == ["daily-1", "league-1"]
    asked = {"is_filtered": True, "year_from": 2018, "year_to": 2018}
    assert rows(small_edition, "source_count", **asked) == [(2,)]
    assert rows(small_edition, "source_register", "source_id", most=1, skipped=1, **asked) == [("league-1",)]


def test_registers_are_those_of_the_pages(client: TestClient, small_edition: Edition) -> None:
    """Bodies, participants and documents as their pages list them; words of a title narrow documents."""
    for path, question in (("bodies", "body_register"), ("participants", "participant_register")):
        key = KINDS[path].key
        shown = rows(small_edition, question, key, "meetings")
        assert [(row[key], row["meetings"]) for row in items(client, f"/api/v1/{path}?limit=all")] == shown
    assert len(items(client, "/api/v1/documents?q=lantern")) == 1
    assert items(client, "/api/v1/documents?q=water") == []


def test_the_record_of_a_meeting(client: TestClient) -> None:
    """All that its page tells: who took part with which standing, topics, links, neighbours, what says otherwise."""
    answer = client.get("/api/v1/events/culture-officials-2?as_of=2026-05-10").json()
    record = answer["record"]
    assert answer["links"] == {
        "self": "/api/v1/events/culture-officials-2", "page": "/event?id=culture-officials-2",
        "plain": "/r/event/culture-officials-2",
    }  # fmt: skip
    assert (record["title"], record["previous_event_id"], record["next_event_id"]) == (
        "2nd SOC", "culture-officials-1", "culture-officials-3",
    )  # fmt: skip
    (person,) = record["participants"]
    assert (person["participant_id"], person["name_indonesian"], person["role"]) == ("XAC", "Korlandia", "observer")
    assert person["standings"] == [{"status": "observer", "from_date": "2014", "is_certain": True, "is_later": False}]
    assert [topic["topic_indonesian"] for topic in record["topics"]] == ["Budaya pencegahan", None]
    own = [row["source_id"] for row in answer["citations"] if row["table_name"] == "events"]
    assert own == ["league-1", "daily-1", "wiki-1"]
    assert answer["conflicts"] == []
    disputed = client.get("/api/v1/events/league-summit-2").json()
    (conflict,) = disputed["conflicts"]
    assert (conflict["field"], conflict["kept_value"]) == ("start_date", "2019-11")
    assert [(side["claimed_value"], side["source_id"]) for side in conflict["claims"]] == [
        ("2019-11", "league-1"), ("2019-10", "daily-2"),
    ]  # fmt: skip
    against = [row for row in disputed["citations"] if row["stance"] == "contradicts"]
    assert [(row["source_id"], row["claimed_value"]) for row in against] == [("daily-2", "2019-10")]


def test_the_other_records(client: TestClient, small_edition: Edition) -> None:
    """A body with its meetings, a participant with its statuses and roles, a document, a status, a source."""

    def record(address: str) -> dict[str, Any]:
        answer = client.get(f"/api/v1/{address}?as_of=2026-05-10")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()["record"]
        return found

    council = record("bodies/culture-council")
    assert (council["meetings"], council["with_sub_bodies"], council["founded"]) == (2, 5, "2009")
    assert [row["body_id"] for row in council["sub_bodies"]] == ["culture-officials"]
    assert [row["event_id"] for row in council["events"]] == ["culture-council-1", "culture-council-2"]
    who = record("participants/xac")
    assert (who["meetings"], len(who["statuses"]), len(who["events"])) == (4, 6, 6)
    assert who["names"] == [{"name": "East Coast"}, {"name": "Pantai Timur"}]
    assert who["predecessors"] == [{"participant_id": "corland-administration"}]
    assert record("participants/corland-administration")["predecessor_of"] == "XAC"
    document = record("documents/lantern-declaration-2018")
    assert [(row["event_id"], row["relation"]) for row in document["events"]] == [
        ("culture-council-1", "prepared"), ("league-summit-1", "adopted"),
    ]  # fmt: skip
    assert [part["name"] for part in document["parts"]] == ["Light", "Oil"]
    assert record("statuses/xac-league-member")["from_date"] == "2025-10-26"
    assert record("bodies/arland-committee")["meetings"] == 1
    cited = client.get("/api/v1/sources/daily-2").json()["citations"]
    assert [(row["table_name"], row["record_id"], row["stance"]) for row in cited] == [
        ("events", "league-summit-2", "contradicts"), ("statuses", "xac-league-member", "contradicts"),
    ]  # fmt: skip
    assert rows(small_edition, "source", "source_id", "citations", source_id="daily-2") == [("daily-2", 2)]
    assert rows(small_edition, "records_of_source", "record", source_id="article") == [
        ("events:arland-committee-2021-09-01",)
    ]


def test_a_former_id_leads_to_the_present_one(client: TestClient) -> None:
    """301 with the query kept, for ids of any case; an id in capitals answers by itself."""
    for called, present in (
        ("bodies/soc-old", "bodies/culture-officials"), ("events/LEAGUE-summit-001", "events/league-summit-1"),
        ("participants/east-coast", "participants/xac"),
    ):  # fmt: skip
        answer = client.get(f"/api/v1/{called}?lang=id")
        assert (answer.status_code, answer.headers["location"]) == (301, f"/api/v1/{present}?lang=id")
    assert client.get("/api/v1/participants/XAC").status_code == 200


@pytest.mark.parametrize(
    ("address", "near"),
    [("events/league-summit-11", "league-summit-1"), ("bodies/culture-oficials", "culture-officials"),
     ("participants/east-cost", "xac"), ("documents/lantern", "lantern-declaration-2018"),
     ("statuses/xac-league-membr", "xac-league-member"), ("sources/dayly-1", "daily-1")],
)  # fmt: skip
def test_an_unknown_id_names_those_near_to_it(client: TestClient, address: str, near: str) -> None:
    """404 in the shape of every refusal, with ids to try."""
    answer = client.get(f"/api/v1/{address}")
    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert problem["errors"] == [{"key": "id", "value": address.split("/")[1], "reason": "unknown_value"}]
    assert problem["near"][0] == near
    assert len(problem["near"]) <= 5


def test_ids_that_come_near(small_edition: Edition) -> None:
    """A body by a word of any of its names; nothing for what resembles nothing or is longer than any id."""
    assert near_ids(small_edition, "body", "pejabat-budaya") == ("culture-officials",)
    assert near_ids(small_edition, "event", "zzzz") == near_ids(small_edition, "event", "league-summit-1" * 20) == ()
    assert rows(small_edition, "record_ids", kind="document") == [("lantern-declaration-2018",)]
    assert len(ids_of(small_edition, "event")) == 18


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ("events?colour=red&body=nobody", [("colour", "red", "unknown_key"), ("body", "nobody", "unknown_value")]),
        ("events?year=2021-2018", [("year", "2021-2018", "reversed")]),
        ("events?at=2018", [("at", "2018", "not_shown")]),
        ("events?id=league-summit-1", [("id", "league-summit-1", "not_shown")]),
        ("events?limit=1001", [("limit", "1001", "out_of_range")]),
        ("events?limit=0", [("limit", "0", "out_of_range")]),
        ("events?limit=many&offset=-1", [("limit", "many", "malformed_value"), ("offset", "-1", "malformed_value")]),
        ("events?limit=all&offset=5", [("offset", "5", "not_shown")]),
        ("events?format=xml", [("format", "xml", "unknown_value")]),
        ("statuses?year=2020&period=never", [("year", "2020", "not_shown"), ("period", "never", "unknown_value")]),
        ("bodies?sort=place", [("sort", "place", "not_shown")]),
        ("events?period=all", [("period", "all", "unknown_key")]),
        ("events/league-summit-1?year=2018", [("year", "2018", "not_shown")]),
        ("events/league-summit-1?format=csv", [("format", "csv", "unknown_value")]),
        ("?year=2018", [("year", "2018", "not_shown")]),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_and_named(
    client: TestClient, query: str, errors: list[tuple[str, str, str]]
) -> None:
    """400, with each key that is wrong, its value and the reason; nothing is passed over in silence."""
    answer = client.get(f"/api/v1/{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert [(error["key"], error["value"], error["reason"]) for error in answer.json()["errors"]] == errors


def test_a_page_that_is_too_large_learns_the_limit(client: TestClient) -> None:
    """In words and as a number."""
    problem = client.get("/api/v1/bodies?limit=100000").json()
    assert (problem["most"], "1 to 1000 rows" in problem["detail"]) == (1000, True)


def test_below_api_nothing_else_is_answered(client: TestClient) -> None:
    """No page stands there; an edition that is gone, an unknown address and another method are said in the same shape."""
    shape = {"title", "status", "detail", "instance", "errors"}
    for method, address, status in (
        ("GET", "/api/v1/meetings", 404), ("GET", "/api", 404), ("GET", "/api/v2/events", 404),
        ("GET", "/api/v1/events/a/b", 404),
        ("POST", "/api/v1/events", 405), ("DELETE", "/api/v1/events/league-summit-1", 405),
        ("POST", "/api/v1/meetings", 404),
    ):  # fmt: skip
        answer = client.request(method, address)
        assert (answer.status_code, set(answer.json())) == (status, shape), address
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.post("/api/v1/events").headers["allow"] == "GET, HEAD"


def test_an_edition_that_is_gone_is_named_with_those_that_are_kept(client: TestClient, small_edition: Edition) -> None:
    """404, the key, and where to go on; one that is kept answers and stands in the view."""
    answer = client.get("/api/v1/events?edition=1.0.0-000000000000")
    assert (answer.status_code, answer.json()["editions"]) == (404, [small_edition.id])
    assert answer.json()["errors"] == [{"key": "edition", "value": "1.0.0-000000000000", "reason": "unknown_value"}]
    kept = client.get(f"/api/v1/events?edition={small_edition.id}").json()
    assert (kept["view"], kept["total"]) == ({"edition": small_edition.id}, 17)


def test_what_is_known_already_is_not_sent_again(client: TestClient) -> None:
    """A tag of edition, day, language, address and format; a list of the other format has another one."""
    address = "/api/v1/events?year=2018&as_of=2026-05-10&lang=en"
    tag = client.get(address).headers["etag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address, headers={"if-none-match": tag, "accept": "text/csv"}).status_code == 200
    assert client.get(address.replace("05-10", "05-11"), headers={"if-none-match": tag}).status_code == 200
    record = client.get("/api/v1/events/league-summit-1?as_of=2026-05-10").headers["etag"]
    assert (
        client.get("/api/v1/events/league-summit-1?as_of=2026-05-10", headers={"if-none-match": record}).status_code == 304
    )


def validator(schema: str) -> jsonschema_rs.Validator:
    """What holds an answer against a schema of the description."""
    told = description(api.ROOT, api.USUAL, api.MOST)
    return jsonschema_rs.Draft202012Validator({"$ref": f"#/components/schemas/{schema}", "components": told["components"]})


@pytest.mark.parametrize("path", LISTS)
def test_every_row_and_record_is_as_described(
    client: TestClient, small_edition: Edition, real_client: TestClient, real_edition: Edition, path: str
) -> None:
    """All rows of both editions, all records of the small one and each seventh of the real one."""
    kind, name = KINDS[path], path.capitalize()
    whole, single = validator(f"{name}List"), validator(f"{name}Record")
    for asks, edition, step in ((client, small_edition, 1), (real_client, real_edition, 7)):
        with asking(edition):
            whole.validate(asks.get(f"/api/v1/{path}?limit=all").json())
            for code in list(ids_of(edition, kind.name))[::step]:
                answer = asks.get(f"/api/v1/{path}/{code}")
                assert answer.status_code == 200, code
                single.validate(answer.json())


def test_refusals_and_the_index_are_as_described(client: TestClient) -> None:
    """The one shape of errors, and what stands at the root."""
    problem = validator("Problem")
    for address in ("events?colour=red&limit=0", "events/nobody", "events?limit=5000"):
        problem.validate(client.get(f"/api/v1/{address}").json())
    index = client.get("/api/v1/").json()
    validator("Index").validate(index)
    assert list(index["lists"].values()) == [f"/api/v1/{path}" for path in LISTS]


def test_the_description_knows_every_list_and_key(client: TestClient) -> None:
    """Each list with the keys of a link that it takes, in their order; the record of each kind; an example that is there."""
    told = client.get("/api/v1/openapi.json").json()
    assert told["openapi"] == "3.1.0"
    for path, kind in KINDS.items():
        parameters = [found["name"] for found in told["paths"][f"/api/v1/{path}"]["get"]["parameters"]]
        assert [name for name in KEYS if name in parameters] == [name for name in parameters if name in KEYS]
        assert set(kind.keys) < set(parameters)
        assert f"/api/v1/{path}/{{id}}" in told["paths"]
    events = [found["name"] for found in told["paths"]["/api/v1/events"]["get"]["parameters"]]
    assert set(KEYS) - set(events) == {"at", "id"}


def test_the_examples_of_the_document_are_there(real_client: TestClient) -> None:
    """Each address that docs/api.md gives as an example answers."""
    document = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    found = {part.split("'")[0].split("`")[0] for part in document.split("http://127.0.0.1:8501")[1:]}
    found |= {f"/api/v1/{kind.path}/{kind.example}" for kind in KINDS.values()}
    assert len(found) == 9
    assert {address: real_client.get(address).status_code for address in found} == dict.fromkeys(found, 200)


def test_nothing_is_written_by_a_request(client: TestClient, small_edition: Edition, tmp_path: Path) -> None:
    """No file is opened for writing, and the folder of editions stays as it is, whatever is asked for."""
    folder = small_edition.path.parent.parent

    def files() -> dict[str, int]:
        return {str(path): path.stat().st_mtime_ns for path in sorted(folder.rglob("*"))}

    written: list[str] = []
    is_watched = True

    def watch(event: str, found: tuple[Any, ...]) -> None:
        if is_watched and event == "open" and isinstance(found[1], str) and set(found[1]) & set("wax+"):
            written.append(str(found[0]))

    before = files()
    sys.addaudithook(watch)
    with (tmp_path / "seen").open("w"):
        assert written == [str(tmp_path / "seen")]
    written.clear()
    for path in LISTS:
        for query in ("", "?limit=all", "?limit=all&format=csv", "?limit=5000", "/nobody"):
            client.get(f"/api/v1/{path}{query}")
    for address in (
        "/api/v1/events/league-summit-1",
        "/api/v1/openapi.json",
        "/r/",
        "/r/event/",
        "/r/event/league-summit-1",
    ):
        assert client.get(address).status_code == 200
    is_watched = False
    assert written == []
    assert files() == before


MEASURED = """
import sys, threading, time
import anyio, psutil
from starlette.requests import Request
from sidang import api
from sidang.api_kinds import KINDS

def ask(path, query):
    scope = {"type": "http", "method": "GET", "path": "/api/v1/" + path, "query_string": query.encode(), "headers": [],
             "path_params": {}, "server": ("localhost", 80), "scheme": "http"}
    answer, sent = api.list_route(KINDS[path])(Request(scope)), 0
    if not hasattr(answer, "body_iterator"):
        return len(answer.body)
    async def read():
        nonlocal sent
        async for part in answer.body_iterator:
            sent += len(part)
    anyio.run(read)
    return sent

process, peak, is_over = psutil.Process(), 0, False
def watch():
    global peak
    while not is_over:
        peak = max(peak, process.memory_info().rss)
        time.sleep(0.005)

ask("events", "limit=1")
idle = process.memory_info().rss
threading.Thread(target=watch, daemon=True).start()
sent = [ask("events", "limit=all"), ask("events", "limit=all&format=csv&sort=place"), ask("sources", "limit=all")]
is_over = True
print(*sent, (peak - idle) >> 20)
"""


def test_the_export_of_a_hundred_thousand_meetings_stays_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole lists are sent with less than 300 MB above what the process holds when it is idle."""
    synthesize(HUNDRED_THOUSAND, 1, tmp_path)
    monkeypatch.setenv("SIDANG_VAR", str(tmp_path))
    told = subprocess.run([sys.executable, "-c", MEASURED], cwd=ROOT, capture_output=True, text=True, check=True)
    json_bytes, csv_bytes, source_bytes, megabytes = map(int, told.stdout.split())
    assert json_bytes > 500 * HUNDRED_THOUSAND
    assert csv_bytes > 200 * HUNDRED_THOUSAND
    assert source_bytes > 100 * HUNDRED_THOUSAND
    assert megabytes < MOST_MEGABYTES


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_table_of_a_thousand_meetings_has_them_all(real_edition: Edition, form: str) -> None:
    """As many rows as asked for, the known one among them."""
    with asking(real_edition) as client:
        answer = client.get(f"/api/v1/events?limit=1000&format={form}&as_of={DAY}&lang=en")
    rows = answer.json()["items"] if form == "json" else list(csv.DictReader(io.StringIO(answer.text.lstrip("\ufeff"))))
    assert len(rows) == 1000
    assert any(row["event_id"] == "soc-com-19" for row in rows)


def test_a_record_that_the_edition_lost_is_not_found(small_edition: Edition) -> None:
    """An id that no table has gives no record of any kind."""
    asked = Asked(small_edition, View(), Language("en"), DAY, {})
    assert {path: record_of(kind, asked, "nobody") for path, kind in KINDS.items()} == dict.fromkeys(LISTS)
